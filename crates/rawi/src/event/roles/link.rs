//! Takes: all words of event of a text with their own parts. Gives: each the parts that other words of its
//! sentence tell. Relies on: words of one type in one sentence mostly telling of one happening: `مقتل عشرة في غارة
//! نفذتها طائرة`, `أسفر هجوم شنه مسلحون عن مقتل`.

use super::agents::called;
use super::light;
use crate::event::EventDraft;
use crate::lexicon::{Classes, Part};
use crate::statement::draft::{Draft, Mention};
use crate::view::View;

/// How many words of event back and ahead a word looks.
const NEAR: usize = 3;

pub(in crate::event) fn link(view: &View<'_>, drafts: &[Draft], told: &mut [EventDraft<'_>]) {
    for i in 0..told.len() {
        if told[i].entry.refers {
            continue;
        }
        if told[i].actors.is_empty() && told[i].entry.subject != Part::Recipient {
            let actor = speaker(view, drafts, &told[i])
                .or_else(|| linked(view, told, i, |e| e.actors.first().copied()))
                .or_else(|| {
                    let (at, end) = told[i].trigger;
                    called(view, at, end, told[i].entry)
                })
                .filter(|m| !overlaps(*m, &told[i].recipients))
                .filter(|m| {
                    m.phrase.end <= told[i].trigger.0 || m.phrase.start >= told[i].trigger.1
                });
            told[i].actors.extend(actor);
        }
        let owner = owner(view, drafts, &told[i]);
        told[i].actors.splice(..owner.iter().len(), owner);
        if told[i].recipients.is_empty() {
            let recipient = linked(view, told, i, |e| e.recipients.first().copied())
                .filter(|m| !overlaps(*m, &told[i].actors));
            told[i].recipients.extend(recipient);
        }
    }
}

/// `أكد الجيش أنه قتل`: a pronoun behind أن is most often who says it.
fn speaker(view: &View<'_>, drafts: &[Draft], event: &EventDraft<'_>) -> Option<Mention> {
    let at = event.trigger.0;
    let verb = event.reading.is_some_and(|r| r.is_finite());
    if !verb || at == 0 || !view.is(at - 1, Classes::SUBJECT_PRONOUN) {
        return None;
    }
    drafts[event.on_word_of?].source
}

/// `أعلن الجيش أن قواته قصفت`: whose they are is who says it.
fn owner(view: &View<'_>, drafts: &[Draft], event: &EventDraft<'_>) -> Option<Mention> {
    let [actor] = event.actors[..] else {
        return None;
    };
    let held = actor.phrase.start + 1 == actor.phrase.end
        && view.words[actor.phrase.head].enclitic
        && actor.phrase.start > 0
        && view.is(actor.phrase.start - 1, Classes::COMPLEMENTISER);
    drafts[event.on_word_of.filter(|_| held)?].source
}

/// A part that another word of event in the sentence has, the nearest first.
fn linked(
    view: &View<'_>,
    told: &[EventDraft<'_>],
    i: usize,
    part: impl Fn(&EventDraft<'_>) -> Option<Mention>,
) -> Option<Mention> {
    let at = told[i].trigger.0;
    let sentence = view.layout.sentence(at);
    let near = |other: &&EventDraft<'_>| {
        other.entry.kind == told[i].entry.kind
            && (sentence.start..sentence.end).contains(&other.trigger.0)
    };
    let part = |e: &EventDraft<'_>| part(e).filter(|m| !is_event(view, *m));
    let (before, behind) = (&told[..i], &told[i + 1..]);
    let behind = behind.iter().take(NEAR).filter(near).find_map(part);
    let before = before.iter().rev().take(NEAR).filter(near).find_map(part);
    // What brought it about stands before `أسفر عن`.
    let brought = (sentence.start..at)
        .rev()
        .take(6)
        .any(|j| light::verb(view, j).is_some_and(|l| l.subject == Part::None));
    if brought {
        before.or(behind)
    } else {
        behind.or(before)
    }
}

/// `استهدف الهجوم فندقا`: what happened is not who did it.
fn is_event(view: &View<'_>, mention: Mention) -> bool {
    view.words[mention.phrase.head]
        .events
        .iter()
        .any(|r| view.lexicon.events[usize::from(r.form.entry)].noun)
}

fn overlaps(mention: Mention, parts: &[Mention]) -> bool {
    parts
        .iter()
        .any(|p| p.phrase.start < mention.phrase.end && mention.phrase.start < p.phrase.end)
}
