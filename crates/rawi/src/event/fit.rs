//! Takes: an event with its parts. Gives: whether they are what its entry asks for. Relies on: heads of noun
//! phrases, and on words right behind the trigger.

use super::EventDraft;
use crate::language::arabic::noun_phrase::NounPhrase;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, EventEntry, Part, Whom};
use crate::record::{EntityKind, EventType};
use crate::span::ByteSpan;
use crate::statement::draft::Mention;
use crate::text::token::Kind;
use crate::view::View;

/// The event where the parts that its entry needs are named and nothing stands by that makes it none; without
/// the recipients that the entry does not want.
pub(super) fn fitted<'a>(view: &View<'_>, mut event: EventDraft<'a>) -> Option<EventDraft<'a>> {
    let entry = event.entry;
    if ruled_out(view, &event) || as_noun(view, &event) || interview(view, &event) {
        return None;
    }
    event.recipients.retain(|m| suits(view, *m, entry));
    for actor in &mut event.actors {
        *actor = without_object(view, *actor, entry);
    }
    needed(view, event)
}

/// Whoever meets somebody does so in the place that the event has: no part of their name.
pub(super) fn placed(view: &View<'_>, event: &mut EventDraft<'_>) {
    let Some(place) = event.place.filter(|_| event.entry.refers) else {
        return;
    };
    for part in event.actors.iter_mut().chain(&mut event.recipients) {
        let phrase = part.phrase;
        let start = place.phrase.start;
        let led = start > 0 && view.is(start - 1, Classes::LOCATIVE);
        let before = start - usize::from(led);
        if phrase.head < before && before < phrase.end && place.phrase.end >= phrase.end {
            *part = cut(view, *part, before);
        }
    }
}

/// The event where the parts that its entry needs are named.
pub(super) fn needed<'a>(view: &View<'_>, event: EventDraft<'a>) -> Option<EventDraft<'a>> {
    let entry = event.entry;
    let named = |part: &Part| match part {
        Part::Actor => !event.actors.is_empty(),
        Part::Recipient => !event.recipients.is_empty(),
        Part::None => true,
    };
    let who = entry.who.is_empty() || event.actors.iter().any(|m| headed(view, *m, &entry.who));
    (entry.needs.iter().all(named) && who).then_some(event)
}

/// `أصدرت محكمة أفغانية حكما`: the word that the verb wants is its object, and no part of its subject.
fn without_object(view: &View<'_>, mention: Mention, entry: &EventEntry) -> Mention {
    let phrase = mention.phrase;
    let wanted = (phrase.head + 1..phrase.end).find(|&at| {
        let folded = view.folded(at);
        !view.words[at].prefix.definite
            && (entry.with.contains(folded) || entry.with.contains(view.stem(at)))
    });
    wanted.map_or(mention, |end| cut(view, mention, end))
}

/// The mention without what begins at `end`.
fn cut(view: &View<'_>, mention: Mention, end: usize) -> Mention {
    Mention {
        phrase: NounPhrase {
            end,
            ..mention.phrase
        },
        span: ByteSpan::new(mention.span.start, view.tokens.span(end - 1).end),
    }
}

/// A verb spelt like its own noun, which tells no event: it is the verb only where its subject stands right
/// behind it and an object behind that, or somebody right before it.
fn as_noun(view: &View<'_>, event: &EventDraft<'_>) -> bool {
    let (at, end) = event.trigger;
    let entry = event.entry;
    // A word that it asks for shows the verb.
    if !entry.refers || !entry.with.is_empty() || !spelt_as_noun(view, event) {
        return false;
    }
    let Some(actor) = event.actors.first().filter(|m| is_somebody(view, **m)) else {
        return true;
    };
    let objects = event.entry.object == Part::None || !event.recipients.is_empty();
    let behind = actor.phrase.start >= end && objects;
    !behind && actor.phrase.end != at
}

/// Its verb is spelt like its noun.
pub(super) fn spelt_as_noun(view: &View<'_>, event: &EventDraft<'_>) -> bool {
    let at = event.trigger.0;
    let word = view.folded(at);
    let bare = view.words[at]
        .prefix
        .conjunction
        .map_or(word, |c| word.strip_prefix(c).unwrap_or(word));
    event.entry.lookalikes.contains(bare)
}

/// It may be the recipient.
pub(super) fn suits(view: &View<'_>, mention: Mention, entry: &EventEntry) -> bool {
    entry.whom != Some(Whom::People) || is_somebody(view, mention)
}

/// Talks with an outlet are an interview.
fn interview(view: &View<'_>, event: &EventDraft<'_>) -> bool {
    let outlet = |m: &Mention| {
        let named = view.name_at(m.phrase.head).map(|(_, name)| name);
        let kind = named.map(|name| view.lexicon.names[usize::from(name)].kind);
        kind == Some(EntityKind::Media) || view.is(m.phrase.head, Classes::MEDIA)
    };
    event.entry.kind == EventType::Consult && event.recipients.iter().any(outlet)
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
    // Whoever is counted is hardly ever a thing where people are wanted.
    let counted = (mention.phrase.start..mention.phrase.end.min(head + NEAR))
        .any(|at| view.tokens.kind(at) == Kind::Number || view.words[at].numeral.is_some());
    let several = view.is(head, Classes::QUANTIFIER) && near.clone().any(people);
    people(head) || counted || several || view.is_surname(head)
}
