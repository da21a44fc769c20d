//! Takes: an event with its parts. Gives: whether they are what its entry asks for. Relies on: heads of noun
//! phrases, and on words right behind the trigger.

use super::EventDraft;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, EventEntry, Part, Whom};
use crate::statement::draft::Mention;
use crate::text::token::Kind;
use crate::view::View;

/// The parts that the entry needs are named and are what it wants; nothing stands by that makes it none.
pub(super) fn fits(view: &View<'_>, event: &EventDraft<'_>) -> bool {
    let entry = event.entry;
    let named = |part: &Part| match part {
        Part::Actor => !event.actors.is_empty(),
        Part::Recipient => !event.recipients.is_empty(),
        Part::None => true,
    };
    let who = entry.who.is_empty() || event.actors.iter().any(|m| headed(view, *m, &entry.who));
    let whom = event.recipients.iter().all(|m| suits(view, *m, entry));
    entry.needs.iter().all(named) && who && whom && !ruled_out(view, event)
}

/// It may be the recipient.
pub(super) fn suits(view: &View<'_>, mention: Mention, entry: &EventEntry) -> bool {
    entry.whom != Some(Whom::People) || is_somebody(view, mention)
}

/// A word that makes the trigger none stands in it or near behind it.
fn ruled_out(view: &View<'_>, event: &EventDraft<'_>) -> bool {
    const NEAR: usize = 8;
    if event.entry.unless.is_empty() {
        return false;
    }
    let (_, end) = event.trigger;
    let sentence = view.layout.sentence(event.trigger.0).end;
    let by_subject = event
        .actors
        .iter()
        .any(|m| headed(view, *m, &event.entry.unless));
    by_subject
        || (end..sentence.min(end + NEAR)).any(|at| {
            event.entry.unless.contains(view.stem(at))
                || event.entry.unless.contains(view.folded(at))
        })
}

/// One of the words heads it: `قوات الأمن`, `عشرات الجنود`.
fn headed(view: &View<'_>, mention: Mention, words: &rustc_hash::FxHashSet<Box<str>>) -> bool {
    const NEAR: usize = 3;
    (mention.phrase.head..mention.phrase.end.min(mention.phrase.head + NEAR))
        .any(|at| words.contains(view.stem(at)))
}

/// Persons, groups of them, bodies, states; as far as the words show.
pub(super) fn is_somebody(view: &View<'_>, mention: Mention) -> bool {
    const SOMEBODY: Classes = Classes::TITLE
        .or(Classes::ORGANISATION)
        .or(Classes::COLLECTIVE)
        .or(Classes::UNNAMED)
        .or(Classes::MEDIA)
        .or(Classes::AUDIENCE)
        .or(Classes::NATIONALITY)
        .or(Classes::GIVEN_NAME)
        .or(Classes::SURNAME);
    const NEAR: usize = 3;
    let head = mention.phrase.head;
    let near = head..mention.phrase.end.min(head + NEAR);
    let people = |at: usize| {
        let folded = view.folded(at);
        view.is(at, SOMEBODY)
            || view.name_at(at).is_some()
            || view.tag(at) == Tag::ProperNoun
            || folded.len() > "ين".len() * 2 && (folded.ends_with("ين") || folded.ends_with("ون"))
    };
    let counted = view.tokens.kind(head) == Kind::Number
        || view.words[head].numeral.is_some()
        || view.is(head, Classes::QUANTIFIER);
    people(head) || counted && near.clone().any(people) || view.is_surname(head)
}
