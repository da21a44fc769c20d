//! Takes: a place behind a word of event. Gives: the nouns that stand there as its complements. Relies on: the
//! clause ending at a conjunction, a complementiser or a new verb.

use super::light;
use crate::event::fit;
use crate::language::arabic::noun_phrase::{NounPhrase, Want, is_preposition_word};
use crate::language::arabic::number::quantity_at;
use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::Hit;
use crate::lexicon::{Classes, EventEntry, Meaning};
use crate::span::ByteSpan;
use crate::statement::draft::Mention;
use crate::statement::mention;
use crate::text::token::Kind;
use crate::view::View;

/// How far behind a word its complements are looked for, in tokens.
pub(super) const REACH: usize = 30;

/// The nouns right behind a verb: its subject and its object, or the one of them that is there.
pub(super) fn behind(
    view: &View<'_>,
    from: usize,
    limit: usize,
) -> (Option<Mention>, Option<Mention>) {
    let Some(first) = noun_at(view, from, limit, Want::Source) else {
        return (None, None);
    };
    let first = before_object(view, first);
    // A clause may say more of the first: `خطف مسلحون يرتدون زي الشرطة خمسة موظفين`.
    let mut end = crate::statement::past(view, first);
    let described = end < limit && view.tag(end) == Tag::Verb && !joined(view, end);
    if described {
        end = (end + 1..limit.min(end + 8))
            .find(|&i| {
                !joined(view, i)
                    && (view.tokens.kind(i) == Kind::Number || view.words[i].numeral.is_some())
            })
            .unwrap_or(limit);
    }
    let second = (end < limit && !view.is_comma(end) && !joined(view, end))
        .then(|| noun_at(view, end, limit, Want::Source))
        .flatten();
    (Some(first), second)
}

/// A subject that no genitive can follow ends before the object: `استهدف انتحاري مركزا`, `فجر مجهولون عبوة`.
fn before_object(view: &View<'_>, mention: Mention) -> Mention {
    let phrase = mention.phrase;
    let indefinite = |i: usize| {
        view.is_word(i)
            && !view.words[i].prefix.definite
            && !joined(view, i)
            && view.words[i].prefix.preposition.is_none()
            && view.name_at(i).is_none()
    };
    let number = |i: usize| {
        view.tokens.kind(i) == Kind::Number
            || view.words[i].numeral.is_some()
            || view.is(i, Classes::QUANTIFIER)
    };
    let object = (phrase.head + 1..phrase.end).find(|&i| {
        let accusative = view.folded(i).ends_with('ا') && view.folded(i).chars().count() > 3;
        let closed = view.folded(i - 1).ends_with("ون") && view.words[i - 1].numeral.is_none();
        let noun = matches!(view.tag(i), Tag::Noun | Tag::ProperNoun);
        let counted = number(i) && !joined(view, i) && view.tag(i) != Tag::ProperNoun;
        !(phrase.start..i).any(number)
            && (counted
                || indefinite(i)
                    && (accusative
                        && view.tag(i) == Tag::Noun
                        && !view.folded(i - 1).ends_with('ا')
                        || closed && noun && !view.folded(i).ends_with("ون")))
    });
    object.map_or(mention, |end| extend(view, mention, end))
}

/// A subject and its object, where the object begins like an apposition: `وزير الطاقة نظيره العراقي`, `الملك وزير
/// الخارجية`.
pub(super) fn parted(view: &View<'_>, mention: Mention) -> Option<(Mention, Mention)> {
    const SOMEBODY: Classes = Classes::OFFICE.or(Classes::AUDIENCE).or(Classes::HONORIFIC);
    let phrase = mention.phrase;
    let closed = |i: usize| view.words[i].prefix.definite || view.is(i, Classes::GIVEN_NAME);
    let at = (phrase.head + 1..phrase.end).find(|&i| {
        view.is(i, SOMEBODY)
            && !view.words[i].prefix.definite
            && !joined(view, i)
            && view.words[i].prefix.preposition.is_none()
            && closed(i - 1)
    })?;
    let object = Mention {
        phrase: NounPhrase {
            start: at,
            end: phrase.end,
            head: at,
        },
        span: ByteSpan::new(view.tokens.span(at).start, mention.span.end),
    };
    Some((extend(view, mention, at), object))
}

/// The mention up to another token.
pub(super) fn extend(view: &View<'_>, mention: Mention, end: usize) -> Mention {
    Mention {
        phrase: NounPhrase {
            end,
            ..mention.phrase
        },
        span: ByteSpan::new(mention.span.start, view.tokens.span(end - 1).end),
    }
}

/// من, where what follows says of what somebody is one.
pub(super) fn is_of(view: &View<'_>, at: usize) -> bool {
    view.lexicon.is_of(view.folded(at))
}

fn joined(view: &View<'_>, at: usize) -> bool {
    view.words[at].prefix.conjunction.is_some()
}

/// The noun that begins here, with its number: words of time and remarks on the occasion aside.
pub(super) fn noun_at(view: &View<'_>, from: usize, limit: usize, want: Want) -> Option<Mention> {
    let mut at = from;
    while at < limit && view.is(at, Classes::TIME.or(Classes::PARTICLE)) && !is_bound(view, at) {
        at += 1;
        // `عام 2014`
        let year = view.words[at - 1].time.is_some() && view.folded(at).len() == "2014".len();
        at += usize::from(at < limit && year && view.tokens.kind(at) == Kind::Number);
    }
    if at >= limit || view.is_comma(at) {
        return None;
    }
    if let Some(quantity) = quantity_at(view, at).filter(|q| !q.percent && q.end <= limit) {
        return counted(view, at, quantity.end, limit, want);
    }
    if is_preposition_word(view, at) {
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
                .or(Classes::OPENER)
                .or(Classes::SUBJECT_PRONOUN)
                .or(Classes::PREPOSITION_SUFFIXED),
        );
    if !opens && !noun {
        return None;
    }
    mention(view, at, 0, limit, want, &[])
        .or_else(|| accusative(view, at, limit))
        .map(|m| before_event(view, m))
}

/// What goes on with another event is no part of the name: `مقتل 22 جنديا وإصابة ثلاثين`.
fn before_event(view: &View<'_>, mention: Mention) -> Mention {
    let phrase = mention.phrase;
    let event = |i: usize| {
        joined(view, i)
            && view.words[i]
                .events
                .iter()
                .any(|r| r.prefix.conjunction.is_some() && !r.prefix.definite)
            && view.name_at(i).is_none()
    };
    let end = (phrase.head + 1..phrase.end).find(|&i| event(i));
    end.map_or(mention, |end| extend(view, mention, end))
}

/// An accusative without article and its adjectives: `أن مهاجما انتحاريا فجر`.
fn accusative(view: &View<'_>, at: usize, limit: usize) -> Option<Mention> {
    let is = |i: usize| view.is_word(i) && view.folded(i).ends_with('ا') && !joined(view, i);
    if !is(at) || view.folded(at).chars().count() < 4 {
        return None;
    }
    let end = (at + 1..limit.min(at + 4))
        .find(|&i| !is(i) || view.tag(i) == Tag::Verb)
        .unwrap_or(limit.min(at + 4));
    // `مهاجما من الحركة`
    let of = (end < limit && is_of(view, end))
        .then(|| mention(view, end + 1, 0, limit, Want::Inner, &[]))
        .flatten();
    let end = of.map_or(end, |m| m.phrase.end);
    Some(Mention {
        phrase: NounPhrase {
            start: at,
            end,
            head: at,
        },
        span: ByteSpan::new(view.tokens.span(at).start, view.tokens.span(end - 1).end),
    })
}

fn is_bound(view: &View<'_>, at: usize) -> bool {
    quantity_at(view, at).is_some()
}

/// Those who are counted: `نحو 80 شخصا`, `ما لا يقل عن خمسة جنود`; without what bounds the number.
fn counted(view: &View<'_>, from: usize, end: usize, limit: usize, want: Want) -> Option<Mention> {
    let number = |i: usize| {
        view.tokens.kind(i) == Kind::Number
            || view.words[i].numeral.is_some()
            || view.is(i, Classes::QUANTIFIER)
    };
    let start = (from..end).find(|&i| number(i))?;
    if let Some(whole) = mention(view, start, 0, limit, want, &[]).filter(|m| m.phrase.end > end) {
        return Some(before_event(view, whole));
    }
    let noun = (end < limit
        && view.is_word(end)
        && view.tag(end) != Tag::Verb
        && !is_preposition_word(view, end)
        && !view.is(end, Classes::CONJUNCTION.or(Classes::COMPLEMENTISER)))
    .then(|| mention(view, end, 0, limit, want, &[]))
    .flatten();
    let last = noun.map_or(end, |n| n.phrase.end);
    Some(Mention {
        phrase: NounPhrase {
            start,
            end: last,
            head: noun.map_or(start, |n| n.phrase.head),
        },
        span: ByteSpan::new(
            view.tokens.span(start).start,
            view.tokens.span(last - 1).end,
        ),
    })
}

/// The noun behind one of the entry's prepositions: `على موقع عسكري`.
pub(super) fn on(
    view: &View<'_>,
    from: usize,
    limit: usize,
    entry: &EventEntry,
) -> Option<Mention> {
    behind_one_of(view, from, limit, &entry.on, |m| fit::suits(view, m, entry))
}

/// Whoever a preposition of the entry brings in as the one who does it: `تلقى اتصالا من الوزير`.
pub(super) fn brought(
    view: &View<'_>,
    from: usize,
    limit: usize,
    entry: &EventEntry,
) -> Option<Mention> {
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
        // `على الأقل`, `على الرغم من` bring nobody in.
        let run = |h: &Hit| h.end > at + 1 && !matches!(h.meaning, Meaning::Name(_));
        if view.hits_at(at).any(run) {
            return None;
        }
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
        // `على الأقل`, `على الأرجح`
        let fixed = view
            .hits_at(at)
            .any(|h| h.end > at + 1 && !matches!(h.meaning, Meaning::Name(_) | Meaning::Event(_)));
        if fixed || !prepositions.iter().any(|w| **w == *view.folded(at)) {
            return None;
        }
        // `بالقرب من`, `لدى مرور`.
        let next = at + 1 + usize::from(at + 1 < limit && view.is(at + 1, Classes::PREPOSITION));
        noun_at(view, next, limit, Want::Inner).filter(|m| suits(*m))
    })
}

/// The mention without the words that the verb wants: `لقي ثلاثة مصرعهم`, `شنت طائرات غارات`.
pub(super) fn before_wanted(view: &View<'_>, mention: Mention, entry: &EventEntry) -> Mention {
    let phrase = mention.phrase;
    let wanted = (phrase.start + 1..phrase.end).find(|&at| {
        view.words[at].prefix.preposition.is_none()
            && (entry.with.contains(view.stem(at)) || entry.with.contains(view.folded(at)))
    });
    wanted.map_or(mention, |end| extend(view, mention, end))
}

/// An object that a phrase parts from its subject: `استهدف المهاجم بسيارته فندقا`.
pub(super) fn late_object(view: &View<'_>, from: usize, limit: usize) -> Option<Mention> {
    const FAR: usize = 8;
    let at = (from..limit.min(from + FAR))
        .take_while(|&i| !view.is_comma(i))
        .find(|&i| {
            view.tag(i) == Tag::Noun
                && view.folded(i).ends_with('ا')
                && view.folded(i).chars().count() > 3
                && !joined(view, i)
                && !is_preposition_word(view, i - 1)
                && !view.folded(i - 1).ends_with('ا')
                && view.words[i - 1].numeral.is_none()
        })?;
    noun_at(view, at, limit, Want::Source)
}

/// One of the words that the verb wants stands among its complements.
pub(super) fn wanted(
    view: &View<'_>,
    from: usize,
    limit: usize,
    entry: &EventEntry,
) -> Option<usize> {
    let far = if entry.refers { 8 } else { 14 };
    (from..limit.min(from + far))
        .find(|&at| entry.with.contains(view.stem(at)) || entry.with.contains(view.folded(at)))
}

/// The genitive behind a noun: `اغتيال رئيس الحزب`.
pub(super) fn genitive(view: &View<'_>, at: usize, end: usize, limit: usize) -> Option<Mention> {
    let done = |i: usize| light::verb(view, i).is_some_and(|l| l.suffixed);
    if view.words[at].prefix.definite || end >= limit || done(end) {
        return None;
    }
    if view.is(end, Classes::TIME) && !is_bound(view, end) {
        return None;
    }
    // An adjective says what kind it is.
    let adjective = view.tag(end) == Tag::Adjective && !view.words[end].prefix.definite;
    if adjective {
        return None;
    }
    noun_at(view, end, limit, Want::Source)
}

/// The end of the clause that goes on at this token: a sentence's end, a conjunction, a new clause.
pub(super) fn clause_end(view: &View<'_>, from: usize) -> usize {
    let sentence = view.layout.sentence(from.saturating_sub(1)).end;
    let stop = sentence.min(from + REACH * 2);
    (from..stop)
        .find(|&at| {
            view.is(
                at,
                Classes::COMPLEMENTISER
                    .or(Classes::CONNECTOR)
                    .or(Classes::CONTRAST),
            ) && !is_bound(view, at)
                || view.closing(at).is_some()
                    && view.opening(at).is_none()
                    && view.quotation(from) != view.quotation(at)
                || at > from && joined_verb(view, at)
        })
        .unwrap_or(stop)
}

/// A verb with و before it goes on with another clause; a verb of event is one whatever the tagger says.
fn joined_verb(view: &View<'_>, at: usize) -> bool {
    joined(view, at)
        && (view.tag(at) == Tag::Verb
            || view.words[at]
                .events
                .iter()
                .any(|r| r.is_finite() && r.prefix.conjunction.is_some())
            || light::verb(view, at).is_some())
}
