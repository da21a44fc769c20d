//! Takes: a place behind a word of saying. Gives: whether a complement opens there. Relies on the frames
//! of the lexicon, and on the letters that a preposition of one letter leaves before its noun.

use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, Frame, Introducer, Role};
use crate::text::token::Kind;
use crate::view::View;

/// Does a complement of one of these frames open right here?
pub(super) fn follows(view: &View<'_>, next: usize, frames: &[Frame], object_too: bool) -> bool {
    // `لافتا الانتباه إلى`, `مؤكدا أيضا أن`
    let next = past_between(view, next);
    frames
        .iter()
        .flat_map(|f| &f.slots)
        .any(|slot| match &slot.introducer {
            Introducer::Clause => {
                view.is(next, Classes::COMPLEMENTISER) || view.is_mark(next, &[':'])
            }
            Introducer::Quotation => view.is_mark(next, &[':']) || view.opening(next).is_some(),
            Introducer::Colon => view.is_mark(next, &[':']),
            Introducer::Preposition(p) => introduces(view, next, p),
            Introducer::Object => {
                object_too
                    && slot.role != Role::Source
                    && view.is_word(next)
                    && !view.is(
                        next,
                        Classes::PREPOSITION
                            .or(Classes::COMPLEMENTISER)
                            .or(Classes::CONJUNCTION),
                    )
            }
        })
}

/// Past the words that may stand between a word of saying and its complement.
pub(super) fn past_between(view: &View<'_>, next: usize) -> usize {
    (next..next + 2)
        .take_while(|&i| view.is(i, Classes::BETWEEN))
        .last()
        .map_or(next, |last| last + 1)
}

/// Something that could be a complement stands right behind the verb at `at`.
pub(super) fn any_after(view: &View<'_>, at: usize) -> bool {
    view.is_word(at + 1) || view.is_mark(at + 1, &[':']) || view.opening(at + 1).is_some()
}

/// A complementiser, colon or quotation within a few words.
pub(super) fn clause_ahead(view: &View<'_>, from: usize) -> bool {
    (from..from + 14)
        .take_while(|&i| !view.is_mark(i, &['.', '؛']) && view.tokens.kind(i) != Kind::Break)
        .any(|i| {
            view.is(i, Classes::COMPLEMENTISER)
                || view.is_mark(i, &[':'])
                || view.opening(i).is_some()
        })
}

/// Token `at` is that preposition, or begins with it.
pub(crate) fn introduces(view: &View<'_>, at: usize, preposition: &str) -> bool {
    if !view.is_word(at) {
        return false;
    }
    let folded = view.folded(at);
    if folded == preposition {
        return true;
    }
    let mut letters = preposition.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return false;
    };
    let prefix = view.words[at].prefix;
    prefix.conjunction.is_none()
        && (prefix.preposition == Some(letter)
            || prefix.preposition.is_none() && folded.starts_with(letter) && fused_likely(view, at))
}

/// The word is unknown as it stands and long enough to be a noun with a preposition's letter.
fn fused_likely(view: &View<'_>, at: usize) -> bool {
    let word = &view.words[at];
    let complementiser =
        word.classes.any(Classes::COMPLEMENTISER) && view.folded(at).starts_with("با");
    let pointing = word
        .classes
        .any(Classes::DEMONSTRATIVE.or(Classes::RELATIVE))
        && view.folded(at).chars().count() >= 3;
    let folded = view.folded(at);
    let mut letters = folded.chars();
    letters.next();
    let rest = view.lexicon.word(letters.as_str());
    // بليغ, a name, is not ب and a word that nobody knows.
    let name = view.tag(at) == Tag::ProperNoun && rest.is_none();
    // `أشاد بمشاركة البلاد`: what else is a preposition may be a noun that the verb takes.
    let listed = word.classes.any(Classes::PREPOSITION)
        && !word.classes.any(Classes::OPENER)
        && rest.is_some_and(|r| r.classes.any(Classes::NOUN))
        && folded.chars().count() >= 5;
    complementiser
        || pointing
        || listed
        || word.classes.is_open() && !name && folded.chars().count() >= 4
}
