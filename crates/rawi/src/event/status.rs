//! Takes: an event and the statements around it. Gives: whose word it is on, and whether it is told as done.
//! Relies on: the act of the statement that holds it, and on particles before its verb.

use super::EventDraft;
use rustc_hash::FxHashSet;

use crate::language::arabic::tagger::Tag;
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
    outlook(view, event).unwrap_or(Status::Asserted)
}

/// What a word before it says of it: `ضرورة الإفراج عن`, `يعتزم زيارة`, `لإجراء محادثات`.
fn outlook(view: &View<'_>, event: &EventDraft<'_>) -> Option<Status> {
    const NEAR: usize = 3;
    let at = event.trigger.0;
    let prefix = view.words[at].prefix;
    let verb = view.tag(at) == Tag::Verb;
    if !verb && prefix.preposition == Some('ل') {
        return Some(Status::Planned);
    }
    let floor = view.layout.sentence(at).start;
    let among = |words: &FxHashSet<Box<str>>, i: usize| {
        words.contains(view.folded(i)) || words.contains(view.stem(i))
    };
    // و begins another clause; behind a finite verb only أن goes on with what it says.
    let joined = prefix.conjunction.is_some();
    (floor..at)
        .rev()
        .take(if joined { 0 } else { NEAR })
        .take_while(|&i| !view.is_comma(i))
        .find_map(|i| {
            if among(&view.lexicon.refusals, i) {
                Some(Status::Denied)
            } else if among(&view.lexicon.intents, i) {
                Some(Status::Planned)
            } else if among(&view.lexicon.prospects, i) {
                Some(Status::Hypothetical)
            } else {
                None
            }
        })
}
