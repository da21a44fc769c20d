//! Takes: a side remark about the occasion of a saying (`في مقابلة مع القناة`). Gives: to whom it was said.
//! Relies on the table of occasions, which tells what opens the listener's name.

use super::complements;
use super::draft::Mention;
use super::slots;
use crate::language::arabic::noun_phrase::{self, Want};
use crate::lexicon::{Classes, Frame, Introducer, Occasion, Role};
use crate::text::token::Kind;
use crate::view::View;

/// How far behind the occasion its listener may be named.
const REACH: usize = 7;

/// Whoever is spoken to on the occasion that one of the tokens `from..to` names, not past `limit`.
pub(super) fn listener(view: &View<'_>, from: usize, to: usize, limit: usize) -> Option<Mention> {
    (from..to.min(limit)).find_map(|at| of(view, at, limit, true))
}

/// The occasion at the head of a sentence whose verb stands at `verb`: `وفي حديث للإذاعة، قال`.
pub(super) fn fronted(view: &View<'_>, verb: usize, floor: usize) -> Option<Mention> {
    const NEAR: usize = 35;
    const DATELINE: usize = 14;
    // `المدينة (وكالة) -- في اتصال مع`
    let floor = (floor..verb.min(floor + DATELINE))
        .rev()
        .find(|&i| view.is_mark(i, &['-', '–', '—']))
        .map_or(floor, |i| i + 1);
    let opens = view.is_word(floor)
        && (noun_phrase::is_preposition(view, floor) || view.is(floor, Classes::OPENER));
    if verb - floor > NEAR || !opens {
        return None;
    }
    let found = listener(view, floor, floor + 3, verb)?;
    let between = found.phrase.end..verb;
    between
        .clone()
        .all(|i| !noun_phrase::is_finite_cue(view, i))
        .then_some(found)
}

/// Whoever is named right at `at` as told, by a preposition that one of the frames keeps for that.
pub(super) fn told_to(
    view: &View<'_>,
    at: usize,
    limit: usize,
    frames: &[Frame],
) -> Option<Mention> {
    if at >= limit || !view.is_word(at) {
        return None;
    }
    let keeps = frames.iter().flat_map(|f| &f.slots).any(|s| {
        s.role == Role::Addressee
            && matches!(&s.introducer, Introducer::Preposition(p) if slots::introduces(view, at, p))
    });
    let (object, letters) = object_of(view, at);
    keeps
        .then(|| somebody(view, object, letters, limit))
        .flatten()
}

/// `المصدر الذي تحدث للصحيفة`: whom a clause about the source, among the tokens `from..to`, says that he
/// talked to.
pub(super) fn talked_to(view: &View<'_>, from: usize, to: usize) -> Option<Mention> {
    (from..to.saturating_sub(2))
        .filter(|&at| view.is(at, Classes::RELATIVE_PRONOUN))
        .find_map(|at| {
            view.words[at + 1]
                .cues
                .iter()
                .filter(|c| c.is_finite() && c.suffix.is_none())
                .map(|c| &view.lexicon.entries[usize::from(c.form.entry)].frames)
                .filter(|frames| {
                    let slots = || frames.iter().flat_map(|f| &f.slots);
                    slots().any(|s| s.role == Role::Topic)
                        && slots().any(|s| s.role == Role::Addressee)
                })
                .find_map(|frames| told_to(view, at + 2, to, frames))
        })
}

fn of(view: &View<'_>, at: usize, limit: usize, outermost: bool) -> Option<Mention> {
    let occasion = named(view, at)?;
    for next in at + 1..(at + 1 + REACH).min(limit) {
        match view.tokens.kind(next) {
            Kind::Word => {}
            Kind::Mark('(') => continue,
            _ => break,
        }
        if view.is(next, Classes::COMPLEMENTISER) {
            break;
        }
        // `مقابلة أجرتها معه القناة`, `تصريح خص به الوكالة`.
        if view.is(next, Classes::PREPOSITION_SUFFIXED) && noun_phrase::is_verb(view, next - 1) {
            return somebody(view, next + 1, 0, limit);
        }
        for opener in &occasion.to {
            let right_behind = next == at + 1 && &**opener == "obj";
            if right_behind && !noun_phrase::is_preposition(view, next) {
                if let Some(mention) = somebody(view, next, 0, limit) {
                    return Some(mention);
                }
                continue;
            }
            if !slots::introduces(view, next, opener) {
                continue;
            }
            let (object, letters) = object_of(view, next);
            // `ردا على سؤال الصحيفة`, `في رده على رسالة الوزير`.
            if outermost && let Some(inner) = named(view, object) {
                return if inner.asks {
                    of(view, object, limit, false)
                } else {
                    somebody(view, object + 1, 0, limit)
                };
            }
            if let Some(mention) = somebody(view, object, letters, limit) {
                return Some(mention);
            }
        }
    }
    None
}

fn named<'v>(view: &'v View<'_>, at: usize) -> Option<&'v Occasion> {
    if !view.is_word(at) {
        return None;
    }
    view.lexicon
        .occasion(view.stem(at))
        .or_else(|| view.lexicon.occasion(view.folded(at)))
}

/// The first token of a preposition's object, and how many letters of it are the preposition.
fn object_of(view: &View<'_>, at: usize) -> (usize, u8) {
    let own_word =
        noun_phrase::is_preposition_word(view, at) || view.folded(at).chars().count() == 1;
    if own_word {
        return (at + 1, 0);
    }
    let prefix = view.words[at].prefix;
    // The letter is cut off where it can be: `للصحفيين` stays whole.
    let swallowed =
        prefix.preposition == Some('ل') && prefix.definite && !view.folded(at).starts_with("لال");
    (
        at,
        if swallowed {
            0
        } else {
            prefix.conjunction_letters + 1
        },
    )
}

/// The noun phrase at `at`, if it can listen.
pub(super) fn somebody(view: &View<'_>, at: usize, letters: u8, limit: usize) -> Option<Mention> {
    const LISTENS: Classes = Classes::TITLE
        .or(Classes::ORGANISATION)
        .or(Classes::MEDIA)
        .or(Classes::COLLECTIVE)
        .or(Classes::UNNAMED)
        .or(Classes::AUDIENCE)
        .or(Classes::QUANTIFIER)
        .or(Classes::GIVEN_NAME);
    let mention = complements::mention(view, at, letters, limit, Want::Listener, &[])?;
    let head = mention.phrase.head;
    let quoted = mention.phrase.start > 0 && view.opening(mention.phrase.start - 1).is_some();
    let listens = quoted
        || view.is(head, LISTENS)
        || view.name_at(head).is_some()
        || view.is(mention.phrase.start, LISTENS)
        || noun_phrase::looks_like_name(view, head)
        || !view.folded(head).is_empty() && view.folded(head).is_ascii();
    listens.then_some(mention)
}
