//! What `samples/` must hold between them, counted from their annotations: whoever takes a sample out, or
//! changes one, learns here which kind of saying nothing shows any more.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use rawi::{Act, Channel, Form, SourceType};
use rawi_export::brat::{self, Attribution};

/// How long a sample is, in code points; headlines that are a whole report are shorter by nature.
const LENGTHS: std::ops::RangeInclusive<usize> = 600..=2500;

struct Sample {
    name: String,
    chars: Vec<char>,
    said: Vec<Attribution>,
}

impl Sample {
    fn text(&self) -> String {
        self.chars.iter().collect()
    }

    fn headline_only(&self) -> bool {
        self.text().trim().lines().count() == 1
    }

    fn words(&self, span: &std::ops::Range<u32>) -> String {
        self.chars[span.start as usize..span.end as usize]
            .iter()
            .collect()
    }

    fn parent<'s>(&'s self, one: &Attribution) -> Option<&'s Attribution> {
        let id = one.on_word_of.as_ref()?;
        self.said.iter().find(|other| other.id == *id)
    }

    /// The chain of an attribution, itself first; a loop would be endless.
    fn chain<'s>(&'s self, one: &'s Attribution) -> Vec<&'s Attribution> {
        let chain: Vec<_> = std::iter::successors(Some(one), |one| self.parent(one))
            .take(self.said.len() + 1)
            .collect();
        assert!(
            chain.len() <= self.said.len(),
            "{}: the chain of {} has a loop",
            self.name,
            one.id
        );
        chain
    }

    /// The paragraph that an attribution stands in.
    fn paragraph(&self, one: &Attribution) -> usize {
        let place = one.cue.first().or(one.content.first());
        let before = place.map_or(0, |span| span.start as usize);
        self.chars[..before].iter().filter(|&&c| c == '\n').count()
    }
}

fn samples() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    let sample = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        let ann = fs::read_to_string(path.with_extension("ann"))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Sample {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            said: brat::read(&ann, &text)
                .unwrap_or_else(|fault| panic!("{}: {fault}", path.display())),
            chars: text.chars().collect(),
        }
    };
    paths.iter().map(|path| sample(path)).collect()
}

/// Those of `all` that no attribution of any sample has.
fn missing<T: Copy + PartialEq + std::fmt::Debug>(
    all: &[T],
    samples: &[Sample],
    of: impl Fn(&Attribution) -> Option<T>,
) -> Vec<T> {
    let held: Vec<T> = samples
        .iter()
        .flat_map(|s| s.said.iter().filter_map(&of))
        .collect();
    all.iter().copied().filter(|v| !held.contains(v)).collect()
}

#[test]
fn samples_hold_every_kind_of_saying() {
    let samples = samples();
    assert_eq!(missing(SourceType::ALL, &samples, |a| a.source_type), []);
    assert_eq!(missing(Act::ALL, &samples, |a| a.act), []);
    assert_eq!(missing(Form::ALL, &samples, |a| a.form), []);
    assert_eq!(missing(Channel::ALL, &samples, |a| a.channel), []);
}

#[test]
fn samples_are_reports_of_the_usual_length() {
    let samples = samples();
    let reports: Vec<_> = samples.iter().filter(|s| !s.headline_only()).collect();
    assert!(reports.len() >= 15, "{} reports", reports.len());
    for one in reports {
        let length = one.chars.len();
        assert!(LENGTHS.contains(&length), "{}: {length}", one.name);
    }
    assert!(samples.iter().any(Sample::headline_only));
}

#[test]
fn samples_hold_what_makes_arabic_news_hard() {
    let samples = samples();
    let some = |what: &str, is: &dyn Fn(&Sample) -> bool| {
        assert!(samples.iter().any(is), "no sample holds {what}");
    };
    let some_saying = |what: &str, is: &dyn Fn(&Sample, &Attribution) -> bool| {
        some(what, &|s| s.said.iter().any(|one| is(s, one)));
    };
    some_saying("a chain four deep", &|s, one| s.chain(one).len() >= 4);
    some_saying(
        "an according-to that governs what another says",
        &|s, one| {
            s.parent(one).is_some_and(|parent| {
                let cue = parent.cue.first().map(|span| s.words(span));
                let held = one.cue.first().zip(parent.content.first());
                cue.is_some_and(|cue| {
                    ["بحسب", "حسب", "وفق", "نقلا"]
                        .iter()
                        .any(|c| cue.contains(c))
                }) && held.is_some_and(|(cue, content)| content.contains(&cue.start))
            })
        },
    );
    some("two accounts of one call", &|s| {
        let tellers: BTreeSet<&str> = s
            .said
            .iter()
            .filter(|one| one.channel == Some(Channel::PhoneCall))
            .filter_map(|one| s.chain(one).last().copied())
            .filter_map(|outermost| outermost.speaker.as_deref())
            .collect();
        tellers.len() >= 2
    });
    some_saying("للصحفيين", &|s, one| {
        one.addressee.iter().any(|to| s.words(to) == "للصحفيين")
    });
    some_saying("a colon as the cue of a headline", &|s, one| {
        s.paragraph(one) == 0 && one.cue.iter().any(|cue| s.words(cue) == ":")
    });
    some("dropped subjects over several paragraphs", &|s| {
        let mut of_speaker: HashMap<&str, BTreeSet<usize>> = HashMap::new();
        for one in s.said.iter().filter(|one| one.source.is_empty()) {
            if let Some(speaker) = &one.speaker {
                of_speaker
                    .entry(speaker)
                    .or_default()
                    .insert(s.paragraph(one));
            }
        }
        of_speaker.values().any(|paragraphs| paragraphs.len() >= 3)
    });
    let count = |s: &Sample, is: &dyn Fn(char) -> bool| s.chars.iter().filter(|&&c| is(c)).count();
    some("quotation marks out of balance", &|s| {
        count(s, &|c| c == '«') != count(s, &|c| c == '»') || count(s, &|c| c == '"') % 2 == 1
    });
    some("a report that leaves hamzas out", &|s| {
        let begins = |word: &str| word.starts_with(['أ', 'إ']);
        !s.headline_only() && !s.text().split([' ', '\n', '«']).any(begins)
    });
    some("vocalised text", &|s| {
        let marks = count(s, &|c| ('\u{64B}'..='\u{652}').contains(&c));
        marks * 3 > s.chars.len()
    });
    some("Latin digits", &|s| count(s, &|c| c.is_ascii_digit()) > 0);
    some("Arabic-Indic digits", &|s| {
        count(s, &|c| ('٠'..='٩').contains(&c)) > 0
    });
}

#[test]
fn annotations_follow_the_guidelines_where_that_can_be_counted() {
    let mut faults = Vec::new();
    for s in samples() {
        for one in &s.said {
            let mut fault = |what: &str| faults.push(format!("{} {}: {what}", s.name, one.id));
            if one.content.is_empty() {
                fault("says nothing");
            }
            if one.act.is_none() || one.form.is_none() || one.source_type.is_none() {
                fault("lacks an act, a form or a kind of source");
            }
            if (one.source_type == Some(SourceType::Implicit)) != one.speaker.is_none() {
                fault("is implicit if and only if it has no speaker");
            }
            for span in one.cue.iter().chain(&one.source).chain(&one.content) {
                let words = s.words(span);
                if words.trim_matches([' ', '\n', '،', ',', '.']) != words {
                    fault(&format!("`{words}` begins or ends with a mark or a blank"));
                }
            }
            for piece in &one.content {
                let words = s.words(piece);
                let first = words.split(' ').next().unwrap_or_default();
                if matches!(first, "إن" | "إنه" | "إنها" | "إنهم" | "بأن" | "بأنه")
                {
                    fault(&format!("`{words}` begins with a complementiser"));
                }
            }
            let (open, close) = (one.content.first(), one.content.last());
            let whole = open.zip(close).map(|(a, b)| a.start..b.end);
            if let (Some(parent), Some(whole)) = (s.parent(one), whole) {
                // Its content holds this one; or, for a run that goes on telling, it came before.
                let before = parent.content.iter().any(|p| p.start <= whole.end);
                if !before {
                    fault("comes before the words that it stands on");
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
