//! Takes: an event and the statements around it. Gives: whose word it is on, and whether it is told as done.
//! Relies on: the act of the statement that holds it, and on particles before its verb.

use super::EventDraft;
use crate::lexicon::Classes;
use crate::record::{Act, Status};
use crate::statement::draft::Draft;
use crate::view::View;

/// The statement whose content most narrowly holds this token.
pub(super) fn held_by(view: &View<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let end = drafts.partition_point(|d| d.cue.0 <= view.layout.sentence(at).end);
    drafts[..end]
        .iter()
        .enumerate()
        .rev()
        .take(crate::statement::draft::NEAR)
        .filter(|(_, d)| d.content.iter().any(|c| c.start <= at && at < c.end))
        .min_by_key(|(_, d)| d.content.iter().map(|c| c.end - c.start).sum::<usize>())
        .map(|(i, _)| i)
}

pub(super) fn of(view: &View<'_>, drafts: &[Draft], event: &EventDraft<'_>) -> Status {
    let at = event.trigger.0;
    let act = event.on_word_of.map(|i| drafts[i].act);
    let before = at.saturating_sub(3)..at;
    if act == Some(Act::Deny) || before.clone().any(|i| view.is(i, Classes::NEGATION)) {
        return Status::Denied;
    }
    let sentence = view.layout.sentence(at);
    if (sentence.start..at).any(|i| view.is(i, Classes::CONDITION)) {
        return Status::Conditional;
    }
    match act {
        Some(Act::Threaten) => return Status::Threatened,
        Some(Act::Request | Act::Warn | Act::Express) => return Status::Hypothetical,
        _ => {}
    }
    let future = view.words[at].prefix.future || at > 0 && view.folded(at - 1) == "سوف";
    if future || act == Some(Act::Promise) {
        return Status::Planned;
    }
    if before.clone().any(|i| view.is(i, Classes::MODAL)) {
        return Status::Hypothetical;
    }
    Status::Asserted
}
