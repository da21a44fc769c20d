//! Takes: a place in the text. Gives: whether a light verb stands there, and what its subject is in what the noun
//! of event behind it tells. Relies on: the table of light verbs.

use crate::language::arabic::words::cores;
use crate::lexicon::Part;
use crate::view::View;

/// A light verb in its sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Light {
    pub(super) subject: Part,
    /// A pronoun ends it: `شنها`.
    pub(super) suffixed: bool,
}

pub(super) fn verb(view: &View<'_>, at: usize) -> Option<Light> {
    if !view.is_word(at) || view.words[at].prefix.definite {
        return None;
    }
    cores(view.folded(at))
        .filter(|(prefix, _, _)| !prefix.definite && prefix.preposition.is_none())
        // Folded, the ending of the feminine looks like a pronoun.
        .filter(|(_, _, suffixed)| !suffixed || !view.tokens.raw(at).ends_with('ة'))
        .find_map(|(_, core, suffixed)| {
            let subject = *view.lexicon.light.get(core)?;
            Some(Light { subject, suffixed })
        })
}
