//! Takes: words of two mentions. Gives: whether they name or describe the same. Relies on: the fold, the
//! lexicon's lemmas and states, and on the endings that gender and number put on other words.

use super::cast::Member;
use crate::lexicon::Classes;
use crate::record::EntityKind;
use crate::view::View;

/// What a phrase says of whom it means: the lemmas of its words, states as their codes; function words
/// and words of mere reference aside.
pub(crate) fn description(view: &View<'_>, start: usize, end: usize) -> Vec<String> {
    const SKIPPED: Classes = Classes::PREPOSITION
        .or(Classes::CONJUNCTION)
        .or(Classes::DEMONSTRATIVE)
        .or(Classes::RELATIVE)
        .or(Classes::PRONOUN)
        .or(Classes::HONORIFIC)
        .or(Classes::TIME);
    let mut found = Vec::new();
    let mut at = start;
    while at < end {
        if let Some((hit, index)) = view.name_at(at)
            && hit.end <= end
            && let name = &view.lexicon.names[usize::from(index)]
            && name.kind == EntityKind::State
            && let Some(iso) = &name.state
        {
            found.push(state(iso));
            at = hit.end;
            continue;
        }
        if view.is_word(at) && (!view.is(at, SKIPPED) || end - start == 1) {
            found.push(match view.lexicon.nationality(view.stem(at)) {
                Some(iso) if view.is(at, Classes::NATIONALITY) => state(iso),
                _ => lemma(view, at),
            });
        }
        at += 1;
    }
    found
}

/// The offices that a phrase tells of, each with the noun that says of what, states aside: `رئيس`, `رئيس وزراء`.
pub(super) fn offices(view: &View<'_>, start: usize, end: usize) -> impl Iterator<Item = String> {
    const NO_NOUN: Classes = Classes::NATIONALITY
        .or(Classes::GIVEN_NAME)
        .or(Classes::HONORIFIC)
        .or(Classes::TIME)
        .or(Classes::ADJECTIVE)
        .or(Classes::QUALITY)
        .or(Classes::PREPOSITION);
    let own = move |i: usize| {
        i + 1 < end
            && view.is_word(i + 1)
            && !view.words[i].prefix.definite
            && view.words[i + 1].prefix.preposition.is_none()
            && !view.is(i + 1, NO_NOUN)
            && view.name_at(i + 1).is_none()
    };
    (start..end)
        .filter(move |&i| view.is(i, Classes::OFFICE) && !view.is(i, Classes::UNNAMED))
        .map(move |i| {
            if own(i) {
                format!("{} {}", lemma(view, i), lemma(view, i + 1))
            } else {
                lemma(view, i)
            }
        })
}

/// The words from `start` to `end` name the member's own state or body.
pub(crate) fn own_side(view: &View<'_>, member: &Member, start: usize, end: usize) -> bool {
    let body = matches!(
        member.kind,
        EntityKind::Organisation | EntityKind::ArmedGroup | EntityKind::State
    );
    description(view, start, end)
        .iter()
        .any(|word| (body || word.starts_with('@')) && member.described.contains(word))
}

/// How a description writes a state.
pub(crate) fn state(iso: &str) -> String {
    format!("@{iso}")
}

/// The states in two descriptions, where both have some, are others.
pub(crate) fn states_differ<'d>(
    a: impl IntoIterator<Item = &'d String>,
    b: impl IntoIterator<Item = &'d String>,
) -> bool {
    fn states<'d>(d: impl IntoIterator<Item = &'d String>) -> Vec<&'d String> {
        d.into_iter().filter(|w| w.starts_with('@')).collect()
    }
    let (a, b) = (states(a), states(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|s| b.contains(s))
}

/// Whom somebody's pronoun makes known: `مراسلنا`, `معاليه`; without the pronoun.
pub(super) fn owned<'v>(view: &'v View<'_>, at: usize) -> Option<&'v str> {
    if !view.is_word(at) || !view.is(at, Classes::TITLE.or(Classes::UNNAMED)) {
        return None;
    }
    let raw = view.tokens.raw(at);
    ["نا", "ها", "ه"]
        .iter()
        .filter(|ending| raw.ends_with(**ending))
        .find_map(|ending| view.stem(at).strip_suffix(ending))
        .filter(|stem| stem.chars().count() >= 3)
}

/// The form that stands for all forms of the word at `at`.
pub(crate) fn lemma(view: &View<'_>, at: usize) -> String {
    let stem = owned(view, at).unwrap_or(view.stem(at));
    match view.lexicon.lemma(stem) {
        Some(lemma) if !view.is(at, Classes::GIVEN_NAME) => without_ending(lemma),
        _ => without_ending(stem),
    }
}

/// Without the ending that gender and number put on.
pub(crate) fn without_ending(stem: &str) -> String {
    let letters = stem.chars().count();
    for ending in ["يه", "ين", "ون", "ات", "ان", "ه"] {
        if let Some(s) = stem.strip_suffix(ending)
            && letters > ending.chars().count() + 2
        {
            return if ending == "يه" {
                format!("{s}ي")
            } else {
                s.to_owned()
            };
        }
    }
    stem.to_owned()
}

pub(crate) fn without_article(folded: &str) -> &str {
    folded
        .strip_prefix("ال")
        .filter(|s| s.chars().count() >= 3)
        .unwrap_or(folded)
}

/// One name is the other, a part of it, or a spelling of it.
pub(crate) fn same_person(a: &[String], b: &[String]) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() == 1 {
        return long.iter().any(|w| same_word(w, &short[0]));
    }
    short.iter().all(|s| long.iter().any(|l| same_word(l, s)))
}

/// Equal, or one letter apart in a longer word.
pub(crate) fn same_word(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if short.len() < 4
        || short.len() < 5 && short.len() != long.len()
        || long.len() - short.len() > 1
    {
        return false;
    }
    let head = short
        .iter()
        .zip(long.iter())
        .take_while(|(x, y)| x == y)
        .count();
    let tail = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    if short.len() == long.len() {
        head + tail + 1 >= short.len()
    } else {
        head + tail >= short.len()
    }
}

#[cfg(test)]
mod tests {
    use super::same_word;

    #[test]
    fn spelling_variants_are_one_name() {
        assert!(same_word("بلينكن", "بليكن"));
        assert!(same_word("ابوسيف", "ابوسيف"));
        assert!(!same_word("كرم", "كريم"));
        assert!(!same_word("سليمان", "سلمان ا"));
    }
}
