//! Whole records of `samples/`, as snapshots that are read in review.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

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
