//! Every line of `expressions.tsv` is read as a report of its own, published on Monday 5 August 2024; the
//! lines below `# no day` are read without one.

use super::*;
use crate::reading::LEXICON;
use crate::time::{self, resolve};

fn shown(text: &str, published: Option<&str>) -> String {
    let view = View::new(text, &LEXICON);
    let day = time::report_day(published);
    let mut before: Option<String> = None;
    let all: Vec<String> = find(&view)
        .iter()
        .map(|expression| {
            let timex = resolve(expression, day, before.as_deref());
            before = Some(timex.value.clone());
            let span = view.words_span(expression.start, expression.end).of(text);
            let modifier = expression
                .modifier
                .map_or(String::new(), |m| format!(" {m}"));
            format!("{span} = {} {}{modifier}", timex.kind, timex.value)
        })
        .collect();
    all.join(" | ")
}

#[test]
fn expressions() {
    let mut published = Some("2024-08-05");
    let (mut cases, mut wrong) = (0, Vec::new());
    for line in include_str!("expressions.tsv").lines() {
        if line.starts_with("# no day") {
            published = None;
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        cases += 1;
        let Some((text, expected)) = line.split_once('\t') else {
            panic!("no tab in {line:?}");
        };
        let found = shown(text, published);
        // The words need not be said again where the whole text, its last word aside, is the expression.
        let found_value = found.split_once(" = ").map_or("none", |(_, v)| v);
        let right = if expected.contains(" = ") {
            found == expected
        } else {
            found_value == expected && !found.contains(" | ")
        };
        if !right {
            wrong.push(format!("{text}: expected {expected}, found {found}"));
        }
    }
    assert!(cases >= 250, "only {cases} cases");
    assert!(
        wrong.is_empty(),
        "{} of {cases} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
