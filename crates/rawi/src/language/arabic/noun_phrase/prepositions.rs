//! Takes: a word. Gives: whether it is a preposition, or carries one. Relies on the segmenter's clitics.

use crate::lexicon::Classes;
use crate::view::View;

/// A preposition of its own, not a letter before a noun.
pub(crate) fn is_preposition_word(view: &View<'_>, at: usize) -> bool {
    view.is(at, Classes::PREPOSITION) && !is_given_ali(view, at)
}

/// علي, the name, folds to the letters of the preposition على; the spelling decides.
pub(super) fn is_given_ali(view: &View<'_>, at: usize) -> bool {
    view.folded(at) == "علي"
        && view.tokens.raw(at).ends_with('ي')
        && at > 0
        && (view.is(at - 1, Classes::TITLE.or(Classes::GIVEN_NAME))
            || view.is(at + 1, Classes::GIVEN_NAME))
}

/// A preposition, fused or of its own.
pub(crate) fn is_preposition(view: &View<'_>, at: usize) -> bool {
    is_preposition_word(view, at) || at < view.len() && view.words[at].prefix.preposition.is_some()
}
