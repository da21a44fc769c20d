//! Takes: an event with its parts. Gives: when and where it was, and how many it was done to. Relies on: the
//! sentence telling them, the nearest first.

use super::EventDraft;
use crate::language::arabic::noun_phrase::Want;
use crate::language::arabic::number::{Quantity, quantity_at};
use crate::lexicon::Classes;
use crate::statement::draft::Mention;
use crate::statement::mention;
use crate::time::{Expression, Told};
use crate::view::View;

/// How many, for the entries that count: `قتل 41 شخصا`.
pub(super) fn numbers(view: &View<'_>, event: &EventDraft<'_>) -> Vec<Quantity> {
    if event.entry.number.is_none() {
        return Vec::new();
    }
    event
        .recipients
        .iter()
        .filter_map(|m| {
            (m.phrase.start..m.phrase.end)
                .find_map(|at| quantity_at(view, at))
                .filter(|q| !q.percent && q.end <= m.phrase.end)
        })
        .collect()
}

/// The expression of time in its sentence that stands nearest.
pub(super) fn when(view: &View<'_>, event: &EventDraft<'_>, times: &[Expression]) -> Option<usize> {
    let (start, end) = event.trigger;
    let sentence = view.layout.sentence(start);
    let from = times.partition_point(|t| t.start < sentence.start);
    times[from..]
        .iter()
        .enumerate()
        .take_while(|(_, t)| t.start < sentence.end)
        .filter(|(_, t)| {
            !matches!(
                t.told,
                Some(Told::Duration { .. } | Told::Often { .. } | Told::EveryWeekday(_))
            )
        })
        .min_by_key(|(_, t)| {
            if t.start >= end {
                t.start - end
            } else {
                start.saturating_sub(t.end)
            }
        })
        .map(|(i, _)| from + i)
}

/// How long it lasted.
pub(super) fn lasted(
    view: &View<'_>,
    event: &EventDraft<'_>,
    times: &[Expression],
) -> Option<usize> {
    let _ = (view, event, times);
    None
}

/// The nearest place behind its word: `في مدينة تلعفر`, `ببغداد`.
pub(super) fn place(view: &View<'_>, event: &EventDraft<'_>) -> Option<Mention> {
    const FAR: usize = 20;
    let sentence = view.layout.sentence(event.trigger.0).end;
    (event.trigger.1..sentence.min(event.trigger.1 + FAR))
        .take_while(|&at| !view.is(at, Classes::COMPLEMENTISER))
        .find_map(|at| {
            let prefix = view.words[at].prefix;
            let (start, letters) = if prefix.preposition == Some('ب') {
                (at, prefix.conjunction_letters + 1)
            } else if at > 0 && view.is(at - 1, Classes::LOCATIVE.or(Classes::PLACE)) {
                (at, 0)
            } else {
                return None;
            };
            let is_place = view.is(start, Classes::LOCALITY)
                || start > 0 && letters == 0 && view.is(start - 1, Classes::PLACE)
                || view.name_at(start).is_some_and(|(_, name)| {
                    view.lexicon.names[usize::from(name)].kind == crate::record::EntityKind::State
                });
            is_place
                .then(|| mention(view, start, letters, sentence, Want::Inner, &[]))
                .flatten()
        })
}
