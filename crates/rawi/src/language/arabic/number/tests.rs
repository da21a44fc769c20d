use super::*;
use crate::reading::LEXICON;
use crate::view::View;

/// `expression = min..max`, an end left out where the report leaves it open; `~` for about, `%` for a share.
fn shown(view: &View<'_>, at: usize) -> String {
    let Some(quantity) = quantity_at(view, at) else {
        return "none".to_owned();
    };
    let end = |amount: Option<crate::Amount>| amount.map_or(String::new(), |a| a.to_string());
    let mut shown = match (quantity.min, quantity.max) {
        (Some(min), Some(max)) if min == max => min.to_string(),
        (min, max) => format!("{}..{}", end(min), end(max)),
    };
    if quantity.about {
        shown.insert(0, '~');
    }
    if quantity.percent {
        shown.push('%');
    }
    format!("{shown} | {}", view.tokens.raw(quantity.end))
}

#[test]
fn quantities() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for line in include_str!("quantities.tsv").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        cases += 1;
        let Some((text, expected)) = line.split_once('\t') else {
            panic!("no tab in {line:?}");
        };
        let view = View::new(text, &LEXICON);
        let found = shown(&view, 0);
        // Where nothing is said of it, the quantity is the whole text but its last word.
        let expected = match expected.split_once(" | ") {
            Some(_) => expected.to_owned(),
            None if expected == "none" => expected.to_owned(),
            None => format!(
                "{expected} | {}",
                text.split_whitespace().next_back().unwrap_or("")
            ),
        };
        if found != expected {
            wrong.push(format!("{text}: expected {expected}, found {found}"));
        }
    }
    assert!(cases >= 120, "only {cases} cases");
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn ordinals() {
    for (text, expected) in [
        ("الأول", Some(1)),
        ("الأولى", Some(1)),
        ("الثالثة", Some(3)),
        ("العاشر", Some(10)),
        ("الحادي عشر", Some(11)),
        ("الحادية عشرة", Some(11)),
        ("الثاني عشر", Some(12)),
        ("التاسع عشر", Some(19)),
        ("العشرين", Some(20)),
        ("الحادي والعشرين", Some(21)),
        ("السابع والعشرين", Some(27)),
        ("الثلاثين", Some(30)),
        ("الحادي", None),
        ("ثلاثة", None),
        ("الوزير", None),
    ] {
        let view = View::new(text, &LEXICON);
        assert_eq!(ordinal_at(&view, 0).map(|(_, v)| v), expected, "{text}");
    }
}
