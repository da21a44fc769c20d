//! Takes: drafts and the expressions of time. Gives: which of them tells when each statement was made.
//! Relies on: such a time standing in the statement's own sentence, between cue and content (`قال الوزير أمس
//! إن`) or at the head of the clause (`وفي 30 يوليو قال`), and in nobody's words or name.

use super::draft::Draft;
use crate::time::{Expression, Told};
use crate::view::View;

/// For each draft, the place in `times` of the expression that tells when.
pub(crate) fn settle(
    view: &View<'_>,
    drafts: &[Draft],
    times: &[Expression],
) -> Vec<Option<usize>> {
    drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| of(view, drafts, index, times).filter(|_| draft.cue_span.is_some()))
        .collect()
}

fn of(view: &View<'_>, drafts: &[Draft], index: usize, times: &[Expression]) -> Option<usize> {
    let draft = &drafts[index];
    if draft.dependent {
        return None;
    }
    let sentence = view.layout.sentence(draft.cue.0);
    let from = times.partition_point(|t| t.start < sentence.start);
    let near = || {
        times[from..]
            .iter()
            .enumerate()
            .take_while(|(_, t)| t.start < sentence.end)
            .filter(|(_, t)| is_moment(t) && !held(draft, t))
            .map(|(i, t)| (from + i, t))
    };
    let content = draft.content.first().map_or(sentence.end, |c| c.start);
    let behind = near().find(|(_, t)| draft.cue.1 <= t.start && t.end <= content);
    let before = || {
        near()
            .take_while(|(_, t)| t.end <= draft.cue.0)
            .filter(|(_, t)| heads_clause(view, t, sentence.start))
            .last()
            .filter(|(_, t)| !parted(view, drafts, index, t))
    };
    behind.or_else(before).map(|(i, _)| i)
}

/// A time at which something can be said, not a length.
fn is_moment(time: &Expression) -> bool {
    !matches!(
        time.told,
        Some(Told::Duration { .. } | Told::Often { .. } | Told::EveryWeekday(_))
    ) && time.until.is_none()
}

/// It belongs to a name, or to what is said.
fn held(draft: &Draft, time: &Expression) -> bool {
    let inside = |start: usize, end: usize| start <= time.start && time.start < end;
    let mention = |m: &super::draft::Mention| inside(m.phrase.start, m.phrase.end);
    draft.source.as_ref().is_some_and(mention)
        || draft.addressees.iter().any(mention)
        || draft.content.iter().any(|c| inside(c.start, c.end))
}

/// Nothing but a preposition stands between it and the head of its clause.
fn heads_clause(view: &View<'_>, time: &Expression, sentence: usize) -> bool {
    use crate::lexicon::Classes;
    let mut at = time.start;
    while at > sentence && view.is(at - 1, Classes::PREPOSITION.or(Classes::CONJUNCTION)) {
        at -= 1;
    }
    at == sentence || view.is_comma(at - 1) || view.words[at].prefix.conjunction.is_some()
}

/// Another statement's cue or a clause's end stands between it and the cue.
fn parted(view: &View<'_>, drafts: &[Draft], index: usize, time: &Expression) -> bool {
    let cue = drafts[index].cue.0;
    let other = drafts[..index]
        .iter()
        .rev()
        .take(super::draft::NEAR)
        .any(|d| time.end <= d.cue.0 && d.cue.0 < cue);
    other || (time.end..cue).filter(|&at| view.is_comma(at)).count() > 1
}
