//! Takes: an event with its parts. Gives: when and where it was, how long it lasted, and how many it was done to.
//! Relies on: the sentence telling them, the nearest first.

use super::EventDraft;
use crate::language::arabic::noun_phrase::Want;
use crate::language::arabic::number::{Quantity, quantity_at};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::record::EntityKind;
use crate::statement::draft::{Draft, Mention};
use crate::statement::mention;
use crate::time::{Expression, Told};
use crate::view::View;

/// How many, for the entries that count: `قتل 41 شخصا`; in the words that name them, or right behind the trigger.
pub(super) fn numbers(
    view: &View<'_>,
    event: &EventDraft<'_>,
    times: &[Expression],
) -> Vec<Quantity> {
    const BESIDE: usize = 4;
    if event.entry.number.is_none() {
        return Vec::new();
    }
    let counts = |q: &Quantity| {
        let next = times.partition_point(|t| t.end <= q.start);
        !q.percent && times.get(next).is_none_or(|t| t.start >= q.end)
    };
    let named: Vec<Quantity> = event
        .recipients
        .iter()
        .filter_map(|m| {
            // What bounds a number may stand before the words that name them: `نحو 20 شخصا`.
            let from = m
                .phrase
                .start
                .saturating_sub(BESIDE)
                .max(event.trigger.1.min(m.phrase.start));
            (from..m.phrase.end)
                .find_map(|at| quantity_at(view, at))
                .filter(|q| counts(q) && q.end <= m.phrase.end && q.end > m.phrase.start)
        })
        .collect();
    if !named.is_empty() || !event.recipients.is_empty() {
        return named;
    }
    let end = event.trigger.1;
    let sentence = view.layout.sentence(event.trigger.0).end;
    (end..sentence.min(end + BESIDE))
        .take_while(|&at| !view.is_comma(at))
        .find_map(|at| quantity_at(view, at))
        .filter(counts)
        .into_iter()
        .collect()
}

/// The expression of time that stands nearest in its sentence; what stands in its clause, and in the same words of
/// somebody, is nearer.
pub(super) fn when(
    view: &View<'_>,
    drafts: &[Draft],
    event: &EventDraft<'_>,
    times: &[Expression],
) -> Option<usize> {
    const BOUND: usize = 12;
    const OTHER_WORDS: usize = 40;
    let (start, end) = event.trigger;
    let near = sentence_times(view, event, times).filter(|(_, t)| !is_stretch(t));
    near.min_by_key(|(_, t)| {
        let (from, to) = if t.start >= end {
            (end, t.start)
        } else {
            (t.end, start)
        };
        let bounds = (from..to).filter(|&at| bounds_clause(view, at)).count();
        let other = super::status::held_by(view, drafts, t.start) != event.on_word_of;
        to.saturating_sub(from) + BOUND * bounds + OTHER_WORDS * usize::from(other)
    })
    .map(|(i, _)| i)
}

/// The time that a word of lasting brings in behind it: `اتصال دام 20 دقيقة`.
pub(super) fn lasted(
    view: &View<'_>,
    event: &EventDraft<'_>,
    times: &[Expression],
) -> Option<usize> {
    const FAR: usize = 12;
    const NEAR: usize = 3;
    let end = event.trigger.1;
    let brought = |t: &Expression| {
        let from = t.start.saturating_sub(NEAR).max(end);
        (from..=t.start).any(|at| {
            view.lexicon.lasting.contains(view.stem(at))
                || view.lexicon.lasting.contains(view.folded(at))
        })
    };
    sentence_times(view, event, times)
        .filter(|(_, t)| matches!(t.told, Some(Told::Duration { .. })))
        .find(|(_, t)| t.start >= end && t.start <= end + FAR && brought(t))
        .map(|(i, _)| i)
}

fn sentence_times<'t>(
    view: &View<'_>,
    event: &EventDraft<'_>,
    times: &'t [Expression],
) -> impl Iterator<Item = (usize, &'t Expression)> {
    let sentence = view.layout.sentence(event.trigger.0);
    let from = times.partition_point(|t| t.start < sentence.start);
    let within = move |t: &&Expression| t.start < sentence.end;
    let found = times[from..].iter().take_while(within);
    found.enumerate().map(move |(i, t)| (from + i, t))
}

/// How long or how often; no time at which something is.
fn is_stretch(time: &Expression) -> bool {
    matches!(
        time.told,
        Some(Told::Duration { .. } | Told::Often { .. } | Told::EveryWeekday(_))
    )
}

/// A mark or a word that parts clauses.
fn bounds_clause(view: &View<'_>, at: usize) -> bool {
    view.is_comma(at)
        || view.is(
            at,
            Classes::COMPLEMENTISER
                .or(Classes::CONNECTOR)
                .or(Classes::CONTRAST)
                .or(Classes::RELATIVE_PRONOUN),
        )
        || view.tag(at) == Tag::Verb
}

/// The nearest place behind its word: `في مدينة تلعفر`, `ببغداد`; or the one that opens the sentence: `وفي بغداد، قتل`.
pub(super) fn place(view: &View<'_>, event: &EventDraft<'_>) -> Option<Mention> {
    const FAR: usize = 20;
    const OPENING: usize = 3;
    let sentence = view.layout.sentence(event.trigger.0);
    let ends = |&at: &usize| {
        let leads = |i: usize| view.is(i, Classes::LOCATIVE.or(Classes::PLACE));
        // Behind a comma a place goes on with the clause only where it comes at once.
        let parts = view.is_comma(at) && !leads(at + 1);
        !parts
            && !view.is(
                at,
                Classes::COMPLEMENTISER
                    .or(Classes::RELATIVE_PRONOUN)
                    .or(Classes::CONNECTOR),
            )
            && view.tag(at) != Tag::Verb
    };
    let behind = (event.trigger.1..sentence.end.min(event.trigger.1 + FAR))
        .take_while(ends)
        .find_map(|at| place_at(view, at, sentence.end));
    behind.or_else(|| {
        let opening = sentence.start..event.trigger.0.min(sentence.start + OPENING);
        opening
            .take_while(ends)
            .find_map(|at| place_at(view, at, event.trigger.0))
    })
}

/// The place that begins here, behind a word that says that something is in it.
fn place_at(view: &View<'_>, at: usize, limit: usize) -> Option<Mention> {
    let prefix = view.words[at].prefix;
    let letters = if prefix.preposition == Some('ب') {
        prefix.conjunction_letters + 1
    } else if at > 0 && view.is(at - 1, Classes::LOCATIVE.or(Classes::PLACE)) {
        0
    } else {
        return None;
    };
    let named = view.name_at(at).is_some_and(|(_, name)| {
        matches!(
            view.lexicon.names[usize::from(name)].kind,
            EntityKind::State | EntityKind::Place
        )
    });
    let is_place = named
        || view.is(at, Classes::LOCALITY)
        || at > 0 && letters == 0 && view.is(at - 1, Classes::PLACE);
    is_place
        .then(|| mention(view, at, letters, limit, Want::Inner, &[]))
        .flatten()
}
