//! Whole records of `samples/`, as snapshots that are read in review; and the laws that every record keeps.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rawi::{Metadata, Record, Report, Span, read};

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files
}

#[test]
fn records_are_as_they_were_reviewed() {
    let files = samples();
    assert!(files.len() >= 15, "{} samples", files.len());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        insta::assert_snapshot!(name, show(&read(&Report::new(text, Metadata::default()))));
    }
}

/// A record in few lines, nothing of a statement left out.
fn show(record: &Record) -> String {
    let mut out = String::new();
    let place = |s: &Span| format!("{} [{}-{}]", s.text, s.start, s.end);
    for s in &record.statements {
        let cue = s.cue.as_ref().map_or("-".to_owned(), |c| {
            format!("{} [{}-{}] {}", c.text, c.start, c.end, c.lemma)
        });
        writeln!(
            out,
            "{}{}  {cue}",
            s.id,
            s.on_word_of
                .as_ref()
                .map_or(String::new(), |p| format!(" < {p}"))
        )
        .unwrap();
        let named = s.source.name.as_deref().unwrap_or("-");
        let entity = s.source.entity.as_deref().unwrap_or("-");
        let mention = s.source.mention.as_ref().map_or("-".to_owned(), place);
        write!(
            out,
            "    source: {mention} = {named} ({entity}, {})",
            s.source.kind
        )
        .unwrap();
        for detail in [
            s.source.count.map(|c| c.to_string()),
            s.source.access.map(|a| a.to_string()),
        ]
        .into_iter()
        .flatten()
        {
            write!(out, " {detail}").unwrap();
        }
        writeln!(out).unwrap();
        for a in &s.addressees {
            writeln!(
                out,
                "    to: {} = {}",
                place(&a.mention),
                a.name.as_deref().unwrap_or("-")
            )
            .unwrap();
        }
        for content in &s.content {
            writeln!(out, "    content: {}", place(content)).unwrap();
        }
        let channel = s.channel.map_or("-".to_owned(), |c| c.to_string());
        let negated = if s.negated { " negated" } else { "" };
        writeln!(
            out,
            "    {} {} {} {channel}{negated} ({})",
            s.act, s.form, s.stance, s.rule
        )
        .unwrap();
    }
    for e in &record.entities {
        let mentions: Vec<String> = e.mentions.iter().map(place).collect();
        writeln!(
            out,
            "{}  {:?} {}: {}",
            e.id,
            e.kind,
            e.name,
            mentions.join("; ")
        )
        .unwrap();
    }
    out
}

/// What must hold of every record of every text.
fn check_laws(text: &str) -> Result<(), TestCaseError> {
    let report = Report::new(text, Metadata::default());
    let record = read(&report);
    let chars: Vec<char> = text.chars().collect();
    prop_assert_eq!(record.report.length as usize, chars.len());
    let exact = |s: &Span| {
        let words: String = chars[s.start as usize..s.end as usize].iter().collect();
        !words.is_empty() && words == s.text && words.trim() == words
    };
    let ids: Vec<&str> = record.statements.iter().map(|s| s.id.as_str()).collect();
    let entities: Vec<&str> = record.entities.iter().map(|e| e.id.as_str()).collect();
    for s in &record.statements {
        let cue = s.cue.as_ref().map(|c| Span {
            start: c.start,
            end: c.end,
            text: c.text.clone(),
        });
        let spans = cue
            .iter()
            .chain(&s.source.mention)
            .chain(&s.content)
            .chain(s.addressees.iter().map(|a| &a.mention));
        for span in spans {
            prop_assert!(exact(span), "{span:?}");
        }
        prop_assert!(!s.content.is_empty());
        prop_assert!(s.content.windows(2).all(|w| w[0].end <= w[1].start));
        // The chain ends at the report, without a loop.
        let mut at = s.on_word_of.as_deref();
        let mut steps = 0;
        while let Some(id) = at {
            let index = ids.iter().position(|i| *i == id);
            prop_assert!(index.is_some(), "{id} is nobody's id");
            at = index.and_then(|i| record.statements[i].on_word_of.as_deref());
            steps += 1;
            prop_assert!(steps <= ids.len(), "the chain of {} has a loop", s.id);
        }
        for entity in s
            .source
            .entity
            .iter()
            .chain(s.addressees.iter().filter_map(|a| a.entity.as_ref()))
        {
            prop_assert!(
                entities.contains(&entity.as_str()),
                "{entity} is nobody's id"
            );
        }
    }
    for e in &record.entities {
        prop_assert!(
            !e.mentions.is_empty() && e.mentions.iter().all(exact),
            "{e:?}"
        );
    }
    prop_assert_eq!(read(&report), record);
    Ok(())
}

#[test]
fn laws_hold_on_the_samples() {
    for file in samples() {
        let text = fs::read_to_string(&file).unwrap();
        check_laws(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        // Cut anywhere, a report is still a text.
        for (cut, _) in text.char_indices().step_by(37) {
            check_laws(&text[cut..])
                .unwrap_or_else(|e| panic!("{} from {cut}: {e}", file.display()));
        }
    }
}

/// Words and marks that rules look for, in any order.
fn soup() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "قال",
        "وأضاف",
        "إن",
        "أن",
        "بحسب",
        "وفقا",
        "لـ",
        "\"",
        "«",
        "»",
        ":",
        "،",
        ".",
        "\n",
        "مشيرا",
        "إلى",
        "نقلت",
        "عن",
        "قوله",
        "الوزير",
        "مصدر",
        "محمد",
        "بن",
        "عبد",
        "الله",
        "التي",
        "وصفها",
        "بـ",
        "على حد قوله",
        "(",
        ")",
        "-",
        "كان",
        "قد",
        "لم",
        "يذكر",
        "كما",
        "ما",
        "دعوته",
        "للصحفيين",
        "علي",
        "على",
        "اليوم",
        "في بيان",
        "و",
        "ب",
        "١٢",
        "CNN",
        "\u{200F}",
        "رفض",
        "العرض",
        "واشنطن",
        "د.",
        "ـ",
        "َ",
    ];
    prop::collection::vec((prop::sample::select(PIECES), prop::bool::ANY), 0..60).prop_map(
        |words| {
            let mut text = String::new();
            for (word, space) in words {
                text.push_str(word);
                if space {
                    text.push(' ');
                }
            }
            text
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_on_a_soup_of_words(text in soup()) {
        check_laws(&text)?;
    }

    #[test]
    fn laws_hold_on_any_text(text in "(\\PC|[\\p{Arabic}]|[ \n\"«»:،.]){0,80}") {
        check_laws(&text)?;
    }
}
