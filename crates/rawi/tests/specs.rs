//! Runs `specs/`: every case's text is read, and what is found is held against what is expected.
//! The format is told in `specs/README.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rawi::{Entity, Event, EventNumber, Metadata, Participant, Record, Report, Statement, read};

struct Case {
    place: String,
    report: String,
    published: Option<String>,
    expected: Vec<(&'static Section, Vec<Fields>)>,
    /// The reader is known to get this wrong; what is wrong is said in the spec.
    known_fault: bool,
}

/// The lines of one item of a block: keys and values, in order.
type Fields = Vec<(String, String)>;

/// A kind of block: what it may say of each item, and what the record says.
struct Section {
    name: &'static str,
    keys: &'static [&'static str],
    found: fn(&Record, &str) -> Vec<Vec<String>>,
}

/// What each block of a spec may say. `found` gives, for a key, the values of every item.
static SECTIONS: [Section; 4] = [
    Section {
        name: "statements",
        keys: &[
            "cue", "source", "speaker", "to", "content", "act", "form", "type", "channel",
            "stance", "negated", "on",
        ],
        found: |record, key| each(&record.statements, |s| of_statement(s, key)),
    },
    Section {
        name: "events",
        keys: &[
            "event",
            "type",
            "mode",
            "cameo",
            "actor",
            "recipient",
            "when",
            "lasted",
            "where",
            "number",
            "status",
            "on",
        ],
        found: |record, key| each(&record.events, |e| of_event(e, key)),
    },
    Section {
        name: "entities",
        keys: &[
            "entity", "kind", "en", "mention", "sector", "country", "office", "by",
        ],
        found: |record, key| each(&record.entities, |e| of_entity(e, key)),
    },
    Section {
        name: "times",
        keys: &["time", "type", "value", "mod"],
        found: |record, key| {
            each(&record.times, |t| match key {
                "time" => vec![t.text.clone()],
                "type" => vec![t.kind.to_string()],
                "value" => vec![t.value.clone()],
                _ => t.modifier.iter().map(ToString::to_string).collect(),
            })
        },
    },
];

fn each<T>(items: &[T], values: impl Fn(&T) -> Vec<String>) -> Vec<Vec<String>> {
    items.iter().map(values).collect()
}

#[test]
fn the_reader_follows_its_manual() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    let mut cases = 0;
    let mut wrong = String::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.strip_prefix(&root).unwrap().display().to_string();
        for case in parse(&name, &text).unwrap_or_else(|fault| panic!("{fault}")) {
            cases += 1;
            let metadata = Metadata {
                published: case.published.clone(),
                ..Metadata::default()
            };
            let record = read(&Report::new(case.report.clone(), metadata));
            let differences = compare(&case, &record);
            if differences.is_empty() == case.known_fault {
                let said = if case.known_fault {
                    "is right now: remove its `Known fault:` line"
                } else {
                    "is wrong"
                };
                writeln!(
                    wrong,
                    "{} {said}\n{}\n{differences}{}",
                    case.place,
                    case.report,
                    show(&case, &record)
                )
                .unwrap();
            }
        }
    }
    assert!(
        cases >= 60,
        "only {cases} cases found below {}",
        root.display()
    );
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|e| e == "md")
            && path.file_name().is_some_and(|n| n != "README.md")
        {
            files.push(path);
        }
    }
}

fn parse(file: &str, text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let mut heading = String::new();
    let mut known_fault = false;
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let place = |at: usize| format!("{file}:{}", at + 1);
        if let Some(title) = line.strip_prefix("## ") {
            heading = title.to_owned();
            known_fault = false;
        } else if line.starts_with("Known fault:") {
            known_fault = true;
        } else if let Some(day) = line.strip_prefix("```report") {
            cases.push(Case {
                place: format!("{} {heading}", place(number)),
                report: block(&mut lines).join("\n"),
                published: Some(day.trim().to_owned()).filter(|d| !d.is_empty()),
                expected: Vec::new(),
                known_fault,
            });
        } else if let Some(name) = line.strip_prefix("```") {
            let section = SECTIONS
                .iter()
                .find(|s| s.name == name)
                .ok_or_else(|| format!("{}: no block is called `{name}`", place(number)))?;
            let case = cases
                .last_mut()
                .ok_or_else(|| format!("{}: {name} without a report before them", place(number)))?;
            let mut items: Vec<Fields> = Vec::new();
            for line in block(&mut lines) {
                let (new, field) = match line.strip_prefix("- ") {
                    Some(field) => (true, field),
                    None => (false, line.trim_start()),
                };
                let (key, value) = field
                    .split_once(": ")
                    .ok_or_else(|| format!("{}: `{line}` is not `key: value`", place(number)))?;
                if !section.keys.contains(&key) {
                    return Err(format!("{}: no key is called `{key}`", place(number)));
                }
                if new {
                    items.push(Vec::new());
                }
                let item = items.last_mut().ok_or_else(|| {
                    format!("{}: the first line must begin with `- `", place(number))
                })?;
                item.push((key.to_owned(), value.to_owned()));
            }
            case.expected.push((section, items));
        }
    }
    match cases.iter().find(|c| c.expected.is_empty()) {
        Some(case) => Err(format!("{}: nothing is expected", case.place)),
        None => Ok(cases),
    }
}

fn block<'t>(lines: &mut impl Iterator<Item = (usize, &'t str)>) -> Vec<&'t str> {
    lines
        .map(|(_, line)| line)
        .take_while(|line| *line != "```")
        .collect()
}

/// What differs, a line each; nothing where all is as expected.
fn compare(case: &Case, record: &Record) -> String {
    let mut out = String::new();
    for (section, items) in &case.expected {
        let count = (section.found)(record, section.keys[0]).len();
        if items.len() != count {
            let (name, expected) = (section.name, items.len());
            writeln!(out, "  expected {expected} {name}, found {count}").unwrap();
        }
        for key in section.keys {
            let found = (section.found)(record, key);
            for (index, (item, mut got)) in items.iter().zip(found).enumerate() {
                let wanted: Vec<&str> = item
                    .iter()
                    .filter(|(k, _)| k == key)
                    .map(|(_, v)| v.as_str())
                    .collect();
                if got.is_empty() {
                    got.push("none".to_owned());
                }
                if !wanted.is_empty() && wanted != got {
                    let at = index + 1;
                    writeln!(out, "  {at}. {key}: expected {wanted:?}, found {got:?}").unwrap();
                }
            }
        }
    }
    out
}

fn of_statement(s: &Statement, key: &str) -> Vec<String> {
    let one = |text: Option<String>| text.into_iter().collect();
    match key {
        "cue" => one(s.cue.as_ref().map(|c| c.text.clone())),
        "source" => one(s.source.mention.as_ref().map(|m| m.text.clone())),
        "speaker" => one(s.source.name.clone()),
        "to" => s
            .addressees
            .iter()
            .map(|a| a.mention.text.clone())
            .collect(),
        "content" => s.content.iter().map(|c| c.text.clone()).collect(),
        "act" => vec![s.act.to_string()],
        "form" => vec![s.form.to_string()],
        "type" => vec![s.source.kind.to_string()],
        "channel" => one(s.channel.map(|c| c.to_string())),
        "stance" => vec![s.stance.to_string()],
        "negated" => vec![s.negated.to_string()],
        _ => one(number_of(s.on_word_of.as_ref())),
    }
}

fn of_event(e: &Event, key: &str) -> Vec<String> {
    let one = |text: Option<String>| text.into_iter().collect();
    match key {
        "event" => vec![e.trigger.text.clone()],
        "type" => vec![e.kind.to_string()],
        "mode" => one(e.mode.clone()),
        "cameo" => vec![e.cameo.clone()],
        "actor" => e.actors.iter().map(part).collect(),
        "recipient" => e.recipients.iter().map(part).collect(),
        "when" => one(e.when.as_ref().and_then(|w| w.value.clone())),
        "lasted" => one(e.duration.as_ref().and_then(|w| w.value.clone())),
        "where" => one(e.place.as_ref().map(|p| p.text.clone())),
        "number" => e.numbers.iter().map(number).collect(),
        "status" => vec![e.status.to_string()],
        _ => one(number_of(e.on_word_of.as_ref())),
    }
}

fn of_entity(e: &Entity, key: &str) -> Vec<String> {
    let one = |text: Option<String>| text.into_iter().collect();
    match key {
        "entity" => vec![e.name.clone()],
        "kind" => vec![e.kind.to_string()],
        "en" => one(e.names.en.clone()),
        "mention" => e.mentions.iter().map(|m| m.text.clone()).collect(),
        "sector" => one(e.sector.map(|s| s.to_string())),
        "country" => one(e.country.clone()),
        "office" => one(e.office.as_ref().and_then(|o| o.names.en.clone())),
        _ => one(e.resolved_by.clone()),
    }
}

/// The words that name them, or in parentheses whom no words mean.
fn part(p: &Participant) -> String {
    match &p.mention {
        Some(mention) => mention.text.clone(),
        None => format!("({})", p.name.as_deref().unwrap_or_default()),
    }
}

/// `killed 41`, `wounded about 20`, `detained 30..`.
fn number(n: &EventNumber) -> String {
    let about = if n.about { "about " } else { "" };
    let bound = |b: Option<rawi::Amount>| b.map_or(String::new(), |b| b.to_string());
    let range = if n.min == n.max {
        bound(n.min)
    } else {
        format!("{}..{}", bound(n.min), bound(n.max))
    };
    format!("{} {about}{range}", n.kind)
}

fn number_of(id: Option<&String>) -> Option<String> {
    id.map(|id| id.trim_start_matches('s').to_owned())
}

fn show(case: &Case, record: &Record) -> String {
    let mut out = String::from("  found:\n");
    for (section, _) in &case.expected {
        let count = (section.found)(record, section.keys[0]).len();
        for index in 0..count {
            write!(out, "   {} {}.", section.name, index + 1).unwrap();
            for key in section.keys {
                let values = &(section.found)(record, key)[index];
                if !values.is_empty() && values != &["false"] && values != &["neutral"] {
                    write!(out, " {key}={}", values.join(" / ")).unwrap();
                }
            }
            writeln!(out).unwrap();
        }
    }
    out
}
