//! Takes: a noun phrase. Gives: where the personal name stands in it. Relies on given names, and on
//! titles before unknown words.

use crate::language::arabic::noun_phrase::{
    self, is_preposition, is_verb, looks_like_name, surname_after_given, verbal_noun_like,
};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::record::EntityKind;
use crate::view::View;

/// The tokens of the personal name that a phrase holds, or that stands right behind it.
pub(crate) fn name_of(view: &View<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    name_in(view, start, end)
        .or_else(|| name_behind(view, start, end))
        .or_else(|| name_before_said(view, start, end))
}

/// The tokens of the personal name in `start..end`.
fn name_in(view: &View<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    // `مصدر مقرب من فلان`: the source stays unnamed.
    if view.is(start, Classes::ANONYMOUS) {
        return None;
    }
    // A name between commas, or behind the last comma, after an office.
    if let Some(comma) = (start..end).find(|&i| view.is_comma(i)) {
        let close = (comma + 1..end).find(|&i| view.is_comma(i)).unwrap_or(end);
        if close - comma >= 3 && close - comma <= 6 && name_slot(view, comma + 1, close) {
            return Some((comma + 1, close));
        }
    }
    // `المسار الذي رسمه فلان`: who is named in a clause about a thing is not meant.
    let end = (start + 1..end)
        .find(|&i| view.is(i, Classes::RELATIVE_PRONOUN))
        .filter(|_| {
            !view.is(
                start,
                Classes::TITLE.or(Classes::HEAD).or(Classes::GIVEN_NAME),
            )
        })
        .unwrap_or(end);
    // `مساعد للرئيس فلان`: the name is the other's.
    let end = (start + 1..end)
        .find(|&i| {
            let word = &view.words[i];
            word.prefix.preposition == Some('ل')
                && word.prefix.definite
                && word.classes.any(Classes::OFFICE)
                || others_title(view, start, i)
        })
        .unwrap_or(end);
    let mut at = start;
    while at < end {
        if begins_name(view, at, start) {
            let close = name_end(view, at, end);
            let given = (at..close).any(|i| view.is(i, Classes::GIVEN_NAME));
            if close - at >= 2 || given || close == end && at == start {
                return Some((at, close));
            }
            at = close;
        } else {
            at += 1;
        }
    }
    behind_definite(view, start, end)
}

/// `متحدث باسم السناتور فلان`, `مسؤولون في إدارة الرئيس فلان`: behind somebody who is not known by an office
/// of his own, a preposition leads to whoever has the name.
fn others_title(view: &View<'_>, start: usize, at: usize) -> bool {
    const PERSON: Classes = Classes::OFFICE.or(Classes::HONORIFIC).or(Classes::RANK);
    const FAR: usize = 2;
    let open = view.is(
        start,
        Classes::UNNAMED.or(Classes::SPOKESMAN).or(Classes::PLURAL),
    ) && !view.words[start].prefix.definite;
    open && view.words[at].prefix.definite
        && view.is(at, PERSON)
        && (start + 1..at)
            .rev()
            .take(FAR)
            .any(|i| noun_phrase::is_preposition_word(view, i) || view.is(i, Classes::ON_BEHALF))
}

/// Words without an article behind an office that has one: neither genitive nor adjective can stand there,
/// so they are a name, whatever the words are: `سفير البلاد بالقاهرة دياب اللوح`.
fn behind_definite(view: &View<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    const LONGEST: usize = 4;
    const NO_NAME: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::TIME)
        .or(Classes::QUANTIFIER)
        .or(Classes::ADJECTIVE)
        .or(Classes::PREPOSITION)
        .or(Classes::NATIONALITY)
        .or(Classes::SUPERLATIVE);
    let title = view.is(start, Classes::TITLE) && !view.is(start, Classes::PLURAL);
    let last = (start + 1..end).rev().take(LONGEST + 1).find(|&i| {
        let word = &view.words[i];
        word.prefix.definite
            && view.words[i + 1..end]
                .first()
                .is_some_and(|w| !w.prefix.definite)
    })?;
    let words = (last + 1..end).all(|i| {
        let prefix = view.words[i].prefix;
        view.is_word(i)
            && prefix.conjunction.is_none()
            && prefix.preposition.is_none()
            && !view.is(i, NO_NAME)
            && !view.words[i].enclitic
            && !view.tokens.raw(i).ends_with('\u{64B}')
    });
    (title && words && end - last > 2).then_some((last + 1, end))
}

/// A name right behind an office that the phrase ends with: `المنسق العسكري في «المطلة»، فلان الفلاني، إن`.
/// What follows the name must show that it ends there.
fn name_behind(view: &View<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    const ENDS: Classes = Classes::COMPLEMENTISER
        .or(Classes::TIME)
        .or(Classes::OPENER)
        .or(Classes::PREPOSITION);
    const LONGEST: usize = 5;
    if !view.is(start, Classes::TITLE.or(Classes::UNNAMED)) || view.is(start, Classes::ANONYMOUS) {
        return None;
    }
    let mut from = end;
    while view.is_mark(from, &['"', '”', '»', ')']) && view.opening(from).is_none() {
        from += 1;
    }
    let comma = view.is_comma(from);
    if comma {
        from += 1;
        // `محافظ المدينة، المهندس فلان الفلاني، أن`
        while view.is(
            from,
            Classes::HONORIFIC.or(Classes::PROFESSION).or(Classes::RANK),
        ) && view.words[from].prefix.definite
        {
            from += 1;
        }
        // `المتحدثة باسم القوات، فلانة الفلانية: …`: words that only a name can be, up to what is said.
        let close = (from + 2..=from + LONGEST).find(|&i| !view.is_word(i) || begins_said(view, i));
        if let Some(close) = close
            && begins_said(view, close)
            && name_slot(view, from, close)
            && (from..close).all(|i| may_name(view, i, i == from))
        {
            return Some((from, close));
        }
    }
    if !looks_like_name(view, from) || view.is(from, Classes::TITLE.or(Classes::HEAD)) {
        return None;
    }
    let slot = (from + 2..=from + LONGEST).find(|&i| view.is_comma(i));
    if comma
        && let Some(close) = slot
        && (view.is(from, Classes::GIVEN_NAME) || view.is(close + 1, Classes::COMPLEMENTISER))
        && name_slot(view, from, close)
    {
        return Some((from, close));
    }
    let close = name_end(view, from, (from + LONGEST).min(view.len()));
    // `سفير الدولة بالعاصمة فلان الفلاني إن`: a surname that is a word too.
    if close == from + 1
        && view.words.get(close).is_some_and(|w| w.prefix.definite)
        && surname_only(view, close)
        && begins_said(view, close + 1)
    {
        return Some((from, close + 1));
    }
    let ends = view.is_comma(close)
        || view.is_mark(close, &[':', '"', '«', '“', '(', '.'])
        || view.is(close, ENDS)
        || is_preposition(view, close);
    (close >= from + 2 && ends).then_some((from, close))
}

/// A name farther behind an office, right before what is said: `رئيس الهيئة في الحزب، ذراع الجماعة، فلان
/// الفلاني إن`. It is the holder's where no other office, and no occasion, comes closer to it.
fn name_before_said(view: &View<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    const FARTHEST: usize = 16;
    const OTHERS: Classes = Classes::OPENER
        .or(Classes::RELATIVE_PRONOUN)
        .or(Classes::OFFICE)
        .or(Classes::SPOKESMAN)
        .or(Classes::UNNAMED)
        .or(Classes::CONNECTOR);
    if !view.is(start, Classes::OFFICE.or(Classes::SPOKESMAN))
        || view.is(start, Classes::UNNAMED.or(Classes::PLURAL))
    {
        return None;
    }
    let last = (end + FARTHEST).min(view.len());
    let said = (end..last).find(|&i| {
        begins_said(view, i) || view.is_mark(i, &['.', '!', '؟', '\n']) || is_verb(view, i)
    })?;
    let close = if view.is_comma(said - 1) {
        said - 1
    } else {
        said
    };
    if !begins_said(view, said) {
        return None;
    }
    let from = (end + 1..close).find(|&i| {
        view.is(i, Classes::GIVEN_NAME)
            && looks_like_name(view, i)
            && close > i + 1
            && name_end(view, i, close) == close
    })?;
    // `البرلمان النائب فلان`, `والناطق الرسمي باسم الحكومة فلان`: another title of the same person.
    let own_title = |i: usize| {
        view.is(i, Classes::HONORIFIC.or(Classes::PROFESSION))
            || view.words[i].prefix.conjunction.is_some() && view.words[i].prefix.definite
            || view.is(i, Classes::OFFICE)
                && view.words[i].prefix.definite
                && view.words[i].prefix.preposition.is_none()
                && (i == end
                    || !view.is_word(i - 1)
                    || view.words[i - 1].prefix.definite
                    || view.is(i - 1, Classes::HONORIFIC))
    };
    let between = (end..from).all(|i| !view.is(i, OTHERS) || own_title(i));
    let own = !is_preposition(view, from - 1)
        && view.words[from].prefix.letters == 0
        && !view.is(from - 1, Classes::NAME_PARTICLE.or(Classes::GIVEN_NAME));
    (between && own).then_some((from, close))
}

/// A word that may close a name: no verb, no office, nothing of a closed class.
fn surname_only(view: &View<'_>, at: usize) -> bool {
    view.is_word(at)
        && !view.is(at, Classes::TITLE.or(Classes::HEAD).or(Classes::TIME))
        && !view.is(at, Classes::NATIONALITY.or(Classes::ORGANISATION))
}

/// What is said begins here: a complementiser, a colon, an opening mark.
fn begins_said(view: &View<'_>, at: usize) -> bool {
    view.is(at, Classes::COMPLEMENTISER)
        || is_preposition(view, at) && view.is(at + 1, Classes::COMPLEMENTISER)
        || view.is_mark(at, &[':'])
        || view.is_comma(at) && view.is(at + 1, Classes::COMPLEMENTISER)
}

/// Words between commas that only a name can be: no office, no article on the first.
fn name_slot(view: &View<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|i| view.is_word(i))
        && !view.words[from].prefix.definite
        && !(from..to).any(|i| {
            view.is(
                i,
                Classes::TITLE
                    .or(Classes::HEAD)
                    .or(Classes::PREPOSITION)
                    .or(Classes::TIME)
                    .or(Classes::NATIONALITY),
            ) && !view.is(i, Classes::GIVEN_NAME)
        })
}

/// A word that is nothing else for sure: no verb, no adverb; the first is no form of a word of saying.
fn may_name(view: &View<'_>, at: usize, first: bool) -> bool {
    let raw = view.tokens.raw(at);
    view.is(at, Classes::GIVEN_NAME)
        || (!first || view.words[at].cues.is_empty())
            && view.tag(at) != Tag::Verb
            && !is_verb(view, at)
            && view.words[at].prefix.preposition.is_none()
            && !view.words[at].enclitic
            && !raw.ends_with('\u{64B}')
            && !raw.ends_with("ًا")
}

fn begins_name(view: &View<'_>, at: usize, start: usize) -> bool {
    // `ولد عبد الله`, `أبو مازن`: a surname of its own.
    if at == start
        && view.is(at, Classes::NAME_PARTICLE)
        && (view.is(at + 1, Classes::GIVEN_NAME.or(Classes::HONORIFIC))
            || looks_like_name(view, at + 1))
    {
        return true;
    }
    // `مسؤول تركي كبير`: behind an indefinite office the name is a nationality.
    if at > start
        && view.is(at, Classes::NATIONALITY)
        && view.is(at - 1, Classes::TITLE.or(Classes::UNNAMED))
        && !view.words[at - 1].prefix.definite
    {
        return false;
    }
    if !looks_like_name(view, at) || view.name_at(at).is_some() && !view.is(at, Classes::GIVEN_NAME)
    {
        return false;
    }
    if view.is(at, Classes::TITLE.or(Classes::HEAD))
        && !(looks_like_name(view, at + 1) && view.is(at + 1, Classes::GIVEN_NAME))
    {
        return false;
    }
    // `المسؤول الذي فضل`: a clause begins with its verb.
    if at > start && view.is(at - 1, Classes::RELATIVE_PRONOUN) {
        return false;
    }
    // An unknown word is a name only where one is due: first, or after a title, a nationality, a comma.
    if view.is(at, Classes::GIVEN_NAME) || at == start {
        return true;
    }
    let previous = at - 1;
    let word = &view.words[previous];
    word.prefix.definite
        || word.classes.any(
            Classes::HONORIFIC
                .or(Classes::RANK)
                .or(Classes::NATIONALITY)
                .or(Classes::OFFICE),
        )
        || view.is_comma(previous)
        || view.is_mark(previous, &['"', '”', '»', ')', '.'])
        || view.name_at(previous).is_some()
}

fn name_end(view: &View<'_>, start: usize, end: usize) -> usize {
    let mut at = start + 1;
    while at < end {
        // `فلان ولي العهد`: an office follows.
        let office = |at| {
            let run = view.run_of(at, Classes::OFFICE);
            run.is_some_and(|end| end > at + 1)
        };
        if conjoined(view, at) || names_a_place(view, at) || office(at) {
            break;
        }
        let after_given =
            view.is(at - 1, Classes::GIVEN_NAME) && !view.is(at - 1, Classes::SURNAME);
        let second = at == start + 1
            && view.words[at].prefix.definite
            && after_given
            && !verbal_noun_like(view.stem(at))
            && !view.is(
                at,
                Classes::HONORIFIC
                    .or(Classes::RANK)
                    .or(Classes::ORGANISATION),
            );
        let surname = second
            || view.words[at].prefix.definite
                && view.classes(at).is_open()
                && (after_given || !view.is(at, Classes::NOUN))
            || view.words[at].prefix.definite
                && at == start + 1
                && view.stem(at).ends_with('ي')
                && !view.is(at, Classes::TITLE)
            || nisba(view, start, at);
        let particle = view.is(at, Classes::NAME_PARTICLE);
        let after_particle = view.is(at - 1, Classes::NAME_PARTICLE);
        let joined = view.is_mark(at, &['-'])
            && view.tokens.touches_next(at)
            && view.tokens.touches_next(at - 1);
        let initial = view.is_mark(at, &['.'])
            && view.tokens.touches_next(at - 1)
            && view.folded(at - 1).chars().count() == 1;
        if looks_like_name(view, at) && !view.is(at, Classes::TITLE.or(Classes::HEAD))
            || surname_after_given(view, at)
            || surname
            || particle
            || after_particle
            || joined
            || initial
        {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// `سالم كريم الدوسري`: behind two words of a name what describes a people's man is a surname; another
/// adjective behind it would go with it (`الأمريكي الجنسية`).
fn nisba(view: &View<'_>, start: usize, at: usize) -> bool {
    let next = view.words.get(at + 1);
    at >= start + 2
        && view.words[at].prefix.definite
        && view.words[at].prefix.preposition.is_none()
        && view.is(at, Classes::NATIONALITY)
        && !view.is(at, Classes::TITLE.or(Classes::PLURAL))
        && view.stem(at).ends_with('ي')
        && !view.is(at - 1, Classes::TITLE)
        && !next.is_some_and(|w| w.prefix.definite)
}

/// A state, or a name of several words, is no surname.
fn names_a_place(view: &View<'_>, at: usize) -> bool {
    !view.is(at, Classes::GIVEN_NAME)
        && view.name_at(at).is_some_and(|(hit, index)| {
            hit.end > at + 1 || view.lexicon.names[usize::from(index)].kind == EntityKind::State
        })
}

/// `فلان وفلان`: another name begins. A name may begin with و itself where nothing longer stays without it.
fn conjoined(view: &View<'_>, at: usize) -> bool {
    let prefix = view.words[at].prefix;
    prefix.conjunction.is_some() && view.stem(at).chars().count() >= 4
}
