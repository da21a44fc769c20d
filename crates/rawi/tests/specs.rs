//! Runs `specs/`: every case's text is read, and the statements found are held against those expected.
//! The format is told in `specs/README.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rawi::{Metadata, Record, Report, Statement, read};

struct Case {
    place: String,
    report: String,
    expected: Vec<Vec<(String, String)>>,
    /// The reader is known to get this wrong; what is wrong is said in the spec.
    known_fault: bool,
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
            let record = read(&Report::new(case.report.clone(), Metadata::default()));
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
                    show(&record)
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

const KEYS: [&str; 12] = [
    "cue", "source", "speaker", "to", "content", "act", "form", "type", "channel", "stance",
    "negated", "on",
];

fn parse(file: &str, text: &str) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    let mut heading = String::new();
    let mut report = None;
    let mut known_fault = false;
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let place = |at: usize| format!("{file}:{}", at + 1);
        if let Some(title) = line.strip_prefix("## ") {
            heading = title.to_owned();
            known_fault = false;
        } else if line.starts_with("Known fault:") {
            known_fault = true;
        } else if line == "```report" {
            report = Some(block(&mut lines).join("\n"));
        } else if line == "```statements" {
            let report = report.take().ok_or_else(|| {
                format!("{}: statements without a report before them", place(number))
            })?;
            let mut expected: Vec<Vec<(String, String)>> = Vec::new();
            for line in block(&mut lines) {
                let (new, field) = match line.strip_prefix("- ") {
                    Some(field) => (true, field),
                    None => (false, line.trim_start()),
                };
                let (key, value) = field
                    .split_once(": ")
                    .ok_or_else(|| format!("{}: `{line}` is not `key: value`", place(number)))?;
                if !KEYS.contains(&key) {
                    return Err(format!("{}: no key is called `{key}`", place(number)));
                }
                if new {
                    expected.push(Vec::new());
                }
                let statement = expected.last_mut().ok_or_else(|| {
                    format!("{}: the first line must begin with `- `", place(number))
                })?;
                statement.push((key.to_owned(), value.to_owned()));
            }
            cases.push(Case {
                place: format!("{} {heading}", place(number)),
                report,
                expected,
                known_fault,
            });
        }
    }
    Ok(cases)
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
    if case.expected.len() != record.statements.len() {
        writeln!(
            out,
            "  expected {} statements, found {}",
            case.expected.len(),
            record.statements.len()
        )
        .unwrap();
    }
    for (index, (expected, found)) in case.expected.iter().zip(&record.statements).enumerate() {
        for key in KEYS {
            let wanted: Vec<&str> = expected
                .iter()
                .filter(|(k, _)| k == key)
                .map(|(_, v)| v.as_str())
                .collect();
            if wanted.is_empty() {
                continue;
            }
            let mut got = values(key, found);
            if got.is_empty() {
                got.push("none".to_owned());
            }
            if wanted != got {
                writeln!(
                    out,
                    "  {}. {key}: expected {wanted:?}, found {got:?}",
                    index + 1
                )
                .unwrap();
            }
        }
    }
    out
}

fn values(key: &str, s: &Statement) -> Vec<String> {
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
        _ => one(s
            .on_word_of
            .as_ref()
            .map(|id| id.trim_start_matches('s').to_owned())),
    }
}

fn show(record: &Record) -> String {
    let mut out = String::from("  found:\n");
    for (index, s) in record.statements.iter().enumerate() {
        write!(out, "   {}.", index + 1).unwrap();
        for key in KEYS {
            let values = values(key, s);
            if !values.is_empty() && values != ["false"] && values != ["neutral"] {
                write!(out, " {key}={}", values.join(" / ")).unwrap();
            }
        }
        writeln!(out, " ({})", s.rule).unwrap();
    }
    out
}
