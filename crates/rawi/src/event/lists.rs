//! Takes: the words that name who takes part in an event. Gives: each of them where they are several by name:
//! `العراق والولايات المتحدة`, `الوزير ونظيره`. Relies on: names and titles at both sides of the و; what is joined
//! within one name (`وزير الدفاع والطيران`) stays whole.

use crate::language::arabic::noun_phrase::{NounPhrase, Want};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::record::EntityKind;
use crate::span::ByteSpan;
use crate::statement::draft::Mention;
use crate::statement::mention as mention_at;
use crate::text::token::Kind;
use crate::view::View;

/// More than this are no list of names.
const MOST: usize = 8;

/// Each of those whom these words name, and whom those name that go on with them behind the trigger.
pub(super) fn split(view: &View<'_>, mention: Mention, trigger: usize) -> Vec<Mention> {
    let mut parts = Vec::new();
    let mut rest = mention;
    while let Some(at) = parting(view, rest.phrase) {
        let (first, second) = halves(view, rest, at);
        parts.push(first);
        rest = second;
    }
    parts.push(rest);
    // Those joined behind a preposition's noun are no part of its phrase: `بين العراق وتركيا`.
    let limit = view.layout.sentence(mention.phrase.start).end;
    while let Some(last) = parts
        .last()
        .map(|m| m.phrase)
        .filter(|_| parts.len() < MOST)
    {
        let at = last.end;
        let joins = at < limit
            && at > trigger
            && view.words[at].prefix.conjunction == Some('و')
            && view.tag(at) != Tag::Verb
            && by_itself(view, at, limit)
            && ended(view, last, at);
        let Some(next) = joins
            .then(|| mention_at(view, at, 1, limit, Want::Inner, &[]))
            .flatten()
        else {
            break;
        };
        parts.push(next);
    }
    parts
}

/// The first و that parts two who are each somebody by name.
fn parting(view: &View<'_>, phrase: NounPhrase) -> Option<usize> {
    (phrase.head + 1..phrase.end).find(|&at| {
        view.words[at].prefix.conjunction == Some('و')
            && view.words[at].prefix.preposition.is_none()
            && by_itself(view, at, phrase.end)
            && ended(view, phrase, at)
    })
}

/// Somebody begins here who needs no noun before: a name, or a title of somebody.
fn by_itself(view: &View<'_>, at: usize, end: usize) -> bool {
    const PERSON: Classes = Classes::GIVEN_NAME.or(Classes::SURNAME);
    const TITLE: Classes = Classes::OFFICE.or(Classes::HONORIFIC).or(Classes::RANK);
    let title = view.is(at, TITLE) && (!view.words[at].prefix.definite || at + 1 == end);
    view.name_at(at).is_some()
        || view.is(at, PERSON)
        || view.is_surname(at)
        || bare_surname(view, at)
        || title
}

/// A surname with و before it.
fn bare_surname(view: &View<'_>, at: usize) -> bool {
    let folded = view.folded(at);
    folded
        .strip_prefix('و')
        .is_some_and(|name| view.surname(name))
}

/// The words before are somebody, no noun that the و goes on with: a name, or what ends with one.
fn ended(view: &View<'_>, phrase: NounPhrase, at: usize) -> bool {
    const PERSON: Classes = Classes::GIVEN_NAME.or(Classes::SURNAME);
    let last = at - 1;
    let named = (phrase.start..at).any(|i| {
        view.name_at(i).is_some_and(|(hit, name)| {
            let kind = view.lexicon.names[usize::from(name)].kind;
            hit.end == at && (i == phrase.start || kind == EntityKind::Person)
        })
    });
    let person = view.is(last, PERSON) || view.is_surname(last);
    let title = at == phrase.start + 1 && view.is(last, Classes::TITLE.or(Classes::ORGANISATION));
    (named || person || title) && view.tokens.kind(last) == Kind::Word
}

fn halves(view: &View<'_>, mention: Mention, at: usize) -> (Mention, Mention) {
    let phrase = mention.phrase;
    let first = Mention {
        phrase: NounPhrase { end: at, ..phrase },
        span: ByteSpan::new(mention.span.start, view.tokens.span(at - 1).end),
    };
    let second = Mention {
        phrase: NounPhrase {
            start: at,
            end: phrase.end,
            head: at,
        },
        span: ByteSpan::new(view.cut(at, 1), mention.span.end),
    };
    (first, second)
}
