//! Takes: a word that tells an event. Gives: the event with its actors and recipients, or nothing where what
//! stands around it does not bear it out. Relies on: subjects standing before objects, and on a transitive
//! verb with one noun behind it being passive: `قتل خمسة جنود`.

use super::{EventDraft, fit};
use crate::language::arabic::conjugator::{Features, Voice};
use crate::language::arabic::noun_phrase::{Want, is_preposition_word};
use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::CueReading;
use crate::lexicon::{Alone, Classes, EventEntry, Part};
use crate::statement::draft::{Draft, Mention};
use crate::statement::{mention, subject_before};
use crate::text::token::Kind;
use crate::view::View;

/// How far behind a word its complements are looked for, in tokens.
const REACH: usize = 30;

pub(super) fn of_verb<'a>(
    view: &View<'a>,
    at: usize,
    reading: &CueReading,
    entry: &'a EventEntry,
) -> Option<EventDraft<'a>> {
    if !entry.refers && presupposed(view, at) {
        return None;
    }
    let limit = clause_end(view, at + 1);
    let features = reading.features();
    let before = subject_before(view, at, features)
        .mention()
        .or_else(|| opened(view, at));
    let (first, second) = behind(view, at + 1, limit);
    if !entry.with.is_empty() && !holds(view, at + 1, limit, entry) {
        return None;
    }
    let mut event = EventDraft::new(entry, (at, at + 1));
    let suffixed = reading.suffix.is_some();
    match (entry.subject, entry.object) {
        (Part::None, _) => {}
        (Part::Recipient, _) => {
            let subject = before.or(first)?;
            if !entry.head.is_empty() && !entry.head.contains(view.stem(subject.phrase.head)) {
                return None;
            }
            event.recipients.push(subject);
        }
        // It takes no object: whoever is named is its subject.
        (Part::Actor, Part::None) => {
            let subject = before.or(first.filter(|m| !is_with(view, *m, entry)));
            if entry.people && !subject.is_some_and(|s| is_crowd(view, s)) {
                return None;
            }
            event.actors.extend(subject);
        }
        (Part::Actor, _) => {
            let told = transitive(features, before, first, second, suffixed);
            if entry.passive_only && told.actor.is_some() {
                return None;
            }
            event.actors.extend(told.actor);
            event.recipients.extend(told.recipient);
        }
    }
    if let Some(recipient) = on(view, at + 1, limit, entry) {
        event.recipients.push(recipient);
    }
    if event.actors.is_empty() {
        event.actors.extend(brought(view, at + 1, limit, entry));
    }
    fit::fits(view, &event).then_some(event)
}

/// The noun that أن opens a clause with, where a remark or a description parts it from its verb: `أن مهاجما من
/// الحركة، فجر`, `أن مسلحين فجروا`.
pub(super) fn opened(view: &View<'_>, at: usize) -> Option<Mention> {
    const FAR: usize = 14;
    if view.words[at].prefix.conjunction.is_some() {
        return None;
    }
    let floor = view.layout.sentence(at).start;
    let complementiser = (floor..at)
        .rev()
        .take(FAR)
        .take_while(|&i| view.words[i].prefix.conjunction.is_none() || view.tag(i) != Tag::Verb)
        .find(|&i| view.is(i, Classes::COMPLEMENTISER))?;
    let mut start = complementiser + 1;
    if view.opening(start).is_some_and(|q| q.close > at) {
        start += 1;
    }
    let start = next_noun(view, start, at)?;
    mention(view, start, 0, at, Want::Source, &[])
}

struct Told {
    actor: Option<Mention>,
    recipient: Option<Mention>,
}

/// Who did what to whom, of a verb that takes an object.
fn transitive(
    features: Features,
    before: Option<Mention>,
    first: Option<Mention>,
    second: Option<Mention>,
    suffixed: bool,
) -> Told {
    match (before, first, second) {
        _ if suffixed => Told {
            actor: before.or(first),
            recipient: None,
        },
        (Some(subject), Some(object), _) => Told {
            actor: Some(subject),
            recipient: Some(object),
        },
        (None, Some(subject), Some(object)) => Told {
            actor: Some(subject),
            recipient: Some(object),
        },
        (subject, object, _) if features.voice == Voice::Passive => Told {
            actor: None,
            recipient: subject.or(object),
        },
        // One noun alone had it done to it: the passive is spelt like the active.
        (subject, object, _) => Told {
            actor: None,
            recipient: object.or(subject),
        },
    }
}

/// The nouns right behind a verb: its subject and its object, or the one of them that is there.
fn behind(view: &View<'_>, from: usize, limit: usize) -> (Option<Mention>, Option<Mention>) {
    let Some(start) = next_noun(view, from, limit) else {
        return (None, None);
    };
    let Some(first) = mention(view, start, 0, limit, Want::Source, &[]) else {
        return (None, None);
    };
    let second = next_noun(view, first.phrase.end, limit)
        .filter(|&at| !view.is_comma(at) && view.words[at].prefix.conjunction.is_none())
        .and_then(|at| mention(view, at, 0, limit, Want::Source, &[]));
    (Some(first), second)
}

/// The noun that begins here, words of time and remarks on the occasion aside.
fn next_noun(view: &View<'_>, from: usize, limit: usize) -> Option<usize> {
    let mut at = from;
    while at < limit && view.is(at, Classes::TIME.or(Classes::PARTICLE)) {
        at += 1;
    }
    if at >= limit || is_preposition_word(view, at) || view.is_comma(at) {
        return None;
    }
    let opens = view.opening(at).is_some();
    let noun = view.is_word(at)
        && view.words[at].prefix.preposition.is_none()
        && view.tag(at) != Tag::Verb
        && !view.is(
            at,
            Classes::COMPLEMENTISER
                .or(Classes::CONJUNCTION)
                .or(Classes::RELATIVE)
                .or(Classes::NEGATION)
                .or(Classes::CONNECTOR)
                .or(Classes::OPENER),
        );
    let number = view.tokens.kind(at) == Kind::Number;
    (opens || noun || number).then_some(at)
}

/// The noun behind one of the entry's prepositions: `على موقع عسكري`.
fn on(view: &View<'_>, from: usize, limit: usize, entry: &EventEntry) -> Option<Mention> {
    behind_one_of(view, from, limit, &entry.on, |m| fit::suits(view, m, entry))
}

/// Whoever a preposition of the entry brings in as the one who does it: `تلقى اتصالا من الوزير`.
fn brought(view: &View<'_>, from: usize, limit: usize, entry: &EventEntry) -> Option<Mention> {
    behind_one_of(view, from, limit, &entry.by, |m| fit::is_somebody(view, m))
}

fn behind_one_of(
    view: &View<'_>,
    from: usize,
    limit: usize,
    prepositions: &[Box<str>],
    suits: impl Fn(Mention) -> bool,
) -> Option<Mention> {
    if prepositions.is_empty() {
        return None;
    }
    (from..limit.min(from + REACH)).find_map(|at| {
        let prefix = view.words[at].prefix;
        let letter = prefix.preposition.filter(|p| {
            prepositions
                .iter()
                .any(|w| w.chars().eq(std::iter::once(*p)))
        });
        if letter.is_some() && view.tag(at) != Tag::Verb {
            let letters = prefix.conjunction_letters + 1;
            return mention(view, at, letters, limit, Want::Inner, &[]).filter(|m| suits(*m));
        }
        let stands = prepositions.iter().any(|w| **w == *view.folded(at));
        stands
            .then(|| next_noun(view, at + 1, limit))
            .flatten()
            .and_then(|start| mention(view, start, 0, limit, Want::Inner, &[]))
            .filter(|m| suits(*m))
    })
}

/// One of the words that the verb wants stands among its complements.
fn holds(view: &View<'_>, from: usize, limit: usize, entry: &EventEntry) -> bool {
    const NEAR: usize = 12;
    (from..limit.min(from + NEAR))
        .any(|at| entry.with.contains(view.stem(at)) || entry.with.contains(view.folded(at)))
}

/// The noun is the one that the verb wants and no subject: `أطلقت النار`.
fn is_with(view: &View<'_>, mention: Mention, entry: &EventEntry) -> bool {
    entry.with.contains(view.stem(mention.phrase.head))
}

/// Many people, or a group of them.
fn is_crowd(view: &View<'_>, mention: Mention) -> bool {
    let head = mention.phrase.head;
    view.is(
        head,
        Classes::COLLECTIVE
            .or(Classes::PLURAL)
            .or(Classes::QUANTIFIER)
            .or(Classes::AUDIENCE),
    ) || view.words[head].numeral.is_some()
        || view.folded(head).ends_with("ون")
        || view.folded(head).ends_with("ين")
}

pub(super) fn of_noun<'a>(
    view: &View<'a>,
    drafts: &[Draft],
    at: usize,
    end: usize,
    entry: &'a EventEntry,
    suffixed: bool,
) -> Option<EventDraft<'a>> {
    if !entry.masdar || at > 0 && entry.halts.contains(view.stem(at - 1)) {
        return None;
    }
    let limit = clause_end(view, end);
    let genitive = genitive(view, at, end, limit);
    if !entry.with.is_empty() && !holds(view, end, limit, entry) {
        return None;
    }
    let mut event = EventDraft::new(entry, (at, end));
    let on = on(view, end, limit, entry);
    // قصف الجيش للمدينة: what ل brings in had it done to it.
    let part = if on.is_some() && entry.genitive == Part::Recipient && entry.noun {
        Part::Actor
    } else {
        entry.genitive
    };
    match part {
        Part::Actor => event.actors.extend(genitive),
        Part::Recipient => event.recipients.extend(genitive),
        Part::None => {}
    }
    event.recipients.extend(on);
    if event.actors.is_empty() {
        event.actors.extend(
            by(view, end, limit)
                .or_else(|| brought(view, end, limit, entry))
                .or_else(|| nation(view, end, limit))
                .or_else(|| doer(view, at)),
        );
    }
    let told = !event.actors.is_empty() || !event.recipients.is_empty();
    let kind = (end..limit.min(end + 3)).any(|i| entry.kinds.contains(view.stem(i)));
    let definite = view.words[at].prefix.definite;
    let stands = match entry.alone {
        Alone::Always => true,
        Alone::Kind => kind || told,
        Alone::Never => told,
    };
    (stands
        && (told || !definite)
        && !(suffixed && !told)
        && (entry.refers || reported(view, drafts, at))
        && fit::fits(view, &event))
    .then_some(event)
}

/// Is it told that the noun's event happened, rather than referred to? `أسفر عن مقتل`, `أعلنت الشرطة مقتل`, but
/// not `جريمة اغتيال`, `بعد هجوم`.
fn reported(view: &View<'_>, drafts: &[Draft], at: usize) -> bool {
    let sentence = view.layout.sentence(at);
    // Quantities and what they are of: `ثلاث غارات`, `سلسلة هجمات`.
    let mut from = at;
    while from > sentence.start
        && view.words[from].prefix.preposition.is_none()
        && (view.is(from - 1, Classes::QUANTIFIER)
            || view.words[from - 1].numeral.is_some()
            || view.tokens.kind(from - 1) == Kind::Number)
    {
        from -= 1;
    }
    if from == sentence.start || view.closing(from - 1).is_some() && from - 1 == sentence.start {
        return true;
    }
    // What somebody is said to tell begins here.
    let near = drafts.partition_point(|d| d.cue.0 <= at);
    let told = drafts[..near]
        .iter()
        .rev()
        .take(4)
        .any(|d| d.content.first().is_some_and(|c| c.start == from))
        && view.tag(from - 1) != Tag::Noun;
    let mut before = from - 1;
    if view.words[from].prefix.conjunction.is_some() {
        // و goes on with what was told before.
        return view.is_comma(before) || told;
    }
    if view.words[from].prefix.preposition.is_none()
        && is_preposition_word(view, before)
        && before > sentence.start
    {
        if view.is(before, Classes::AFTER) {
            return false;
        }
        before -= 1;
    }
    const NEAR: usize = 6;
    let happens = |i: usize| {
        let core = view.folded(i).trim_start_matches(['و', 'ف']);
        view.lexicon.happening.contains(core) || view.lexicon.happening.contains(view.folded(i))
    };
    told || (sentence.start..=before)
        .rev()
        .take(NEAR)
        .take_while(|&i| !view.is_comma(i) && !view.is(i, Classes::RELATIVE))
        .any(happens)
}

/// The verb tells again of what is known: in a relative clause, behind بعدما.
fn presupposed(view: &View<'_>, at: usize) -> bool {
    const SKIPPED: Classes = Classes::AUXILIARY.or(Classes::BEFORE_VERB);
    let mut before = at;
    while before > 0 && view.is(before - 1, SKIPPED) {
        before -= 1;
    }
    before > 0 && view.is(before - 1, Classes::RELATIVE_PRONOUN)
}

/// The genitive behind a noun: `اغتيال رئيس الحزب`.
fn genitive(view: &View<'_>, at: usize, end: usize, limit: usize) -> Option<Mention> {
    if view.words[at].prefix.definite {
        return None;
    }
    let start = next_noun(view, end, limit)?;
    // An adjective says what kind it is.
    let adjective = view.tag(start) == Tag::Adjective && !view.words[start].prefix.definite;
    (start == end && !adjective)
        .then(|| mention(view, start, 0, limit, Want::Source, &[]))
        .flatten()
}

/// `على يد مسلحين`, `من قبل الجيش`, `نفذه انتحاري`.
fn by(view: &View<'_>, from: usize, limit: usize) -> Option<Mention> {
    (from..limit.min(from + REACH)).find_map(|at| {
        let two = |a: &str, b: &str| view.folded(at) == a && view.folded(at + 1) == b;
        let start =
            if two("علي", "يد") || two("علي", "ايدي") || two("من", "قبل") || two("من", "جانب")
            {
                at + 2
            } else if view.is(at, Classes::RELATIVE_PRONOUN) || view.folded(at) == "بيد" {
                return None;
            } else {
                return None;
            };
        let start = next_noun(view, start, limit)?;
        mention(view, start, 0, limit, Want::Inner, &[])
    })
}

/// Whoever does what a verb of doing says: `قام مسلحون بخطف`, `أقدم مسلحون على خطف`.
fn doer(view: &View<'_>, at: usize) -> Option<Mention> {
    let led =
        view.words[at].prefix.preposition.is_some() || at > 0 && is_preposition_word(view, at - 1);
    let floor = view.layout.sentence(at).start;
    let from = if view.words[at].prefix.preposition.is_some() {
        at
    } else {
        at.checked_sub(1)?
    };
    if !led {
        return None;
    }
    let brings =
        |i: usize| view.tag(i) == Tag::Verb && view.lexicon.happening.contains(view.stem(i));
    const NEAR: usize = 25;
    let on = view.words[at].prefix.preposition == Some('ب') || view.folded(at - 1) == "علي";
    let verb = (floor..from).rev().take(NEAR).find(|&i| brings(i));
    verb.filter(|_| on)
        .and_then(|verb| {
            let start = next_noun(view, verb + 1, from)?;
            mention(view, start, 0, from, Want::Source, &[])
        })
        .or_else(|| crate::statement::subject_of_clause(view, from, floor))
}

/// Whose it was, by an adjective: `غارة جوية إسرائيلية`.
fn nation(view: &View<'_>, end: usize, limit: usize) -> Option<Mention> {
    const NEAR: usize = 3;
    let at = (end..limit.min(end + NEAR))
        .take_while(|&i| view.tag(i) == Tag::Adjective || view.is(i, Classes::NATIONALITY))
        .find(|&i| view.is(i, Classes::NATIONALITY))?;
    mention(view, at, 0, at + 1, Want::Inner, &[])
}

/// The end of the clause that goes on at this token: a sentence's end, a conjunction, a new clause.
fn clause_end(view: &View<'_>, from: usize) -> usize {
    let sentence = view.layout.sentence(from.saturating_sub(1)).end;
    let stop = sentence.min(from + REACH * 2);
    (from..stop)
        .find(|&at| {
            view.is(
                at,
                Classes::COMPLEMENTISER
                    .or(Classes::CONNECTOR)
                    .or(Classes::CONTRAST),
            ) || view.closing(at).is_some()
                && view.opening(at).is_none()
                && view.quotation(from) != view.quotation(at)
                || at > from
                    && view.words[at].prefix.conjunction.is_some()
                    && view.tag(at) == Tag::Verb
        })
        .unwrap_or(stop)
}
