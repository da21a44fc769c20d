//! Takes: a word. Gives: whether it may stand in a personal name. Relies on the table of given names, and
//! on what the word is not.

use super::verbs::{is_accusative_noun, is_finite_cue, verbal_noun_like};
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::view::View;

/// A word that may be part of a personal name: a given name, or an unknown word without article that
/// is not spelt like a verbal noun.
pub(crate) fn looks_like_name(view: &View<'_>, at: usize) -> bool {
    if !view.is_word(at) {
        return false;
    }
    let word = &view.words[at];
    if word.classes.any(Classes::GIVEN_NAME) && word.prefix.preposition.is_none()
        || view.folded(at) == "عبد" && view.words.get(at + 1).is_some_and(|w| w.prefix.definite)
    {
        return true;
    }
    if !word
        .classes
        .without(Classes::NAME_PARTICLE.or(Classes::SUPERLATIVE))
        .is_none()
        || word.prefix.definite
        || word.enclitic
        || word.prefix.preposition.is_some()
        || !may_name(view, at)
        || word
            .cues
            .iter()
            .any(|c| c.form.features.kind != FormKind::Jussive && c.suffix.is_none())
    {
        return false;
    }
    let folded = view.folded(at);
    let letters = folded.chars().count();
    letters >= 3
        && (!folded.starts_with('ي') || view.tag(at) == Tag::ProperNoun)
        && !verbal_noun_like(folded)
        && !folded.ends_with("ات")
        && !view.tokens.raw(at).ends_with('ة')
        && !view.tokens.raw(at).ends_with(['ً', 'ء'])
}

/// No accusative with its alif, as in `سعيد مرسوما`, and no joined verb, as in `محمد وتم`. A rare name may pass for
/// any other part of speech.
fn may_name(view: &View<'_>, at: usize) -> bool {
    match view.tag(at) {
        Tag::ProperNoun => true,
        Tag::Verb => !view.folded(at).starts_with('و'),
        _ => !view.folded(at).ends_with('ا'),
    }
}

/// The second word of a given name of two, whatever it may be elsewhere: `عبد الأحد`.
pub(crate) fn ends_given_name(view: &View<'_>, at: usize) -> bool {
    at > 0 && view.run_of(at - 1, Classes::GIVEN_NAME) == Some(at + 1)
}

/// Could the word stand in a name: no function word, no verb, no clitics?
pub(super) fn name_word(view: &View<'_>, at: usize) -> bool {
    const NEVER: Classes = Classes::VERB
        .or(Classes::PREPOSITION)
        .or(Classes::TIME)
        .or(Classes::RELATIVE)
        .or(Classes::CONNECTOR)
        .or(Classes::OPENER)
        .or(Classes::COMPLEMENTISER)
        .or(Classes::AUXILIARY)
        .or(Classes::NEGATION)
        .or(Classes::DEMONSTRATIVE)
        .or(Classes::ORGANISATION)
        .or(Classes::DOCUMENT);
    let word = &view.words[at];
    word.classes.any(Classes::GIVEN_NAME)
        || ends_given_name(view, at)
        || !word.classes.any(NEVER)
            && word.prefix.conjunction.is_none()
            && word.prefix.preposition.is_none()
            && !word.enclitic
            && !is_finite_cue(view, at)
}

/// The second word of a name, right after a given name: almost any noun may be a family's name.
pub(crate) fn surname_after_given(view: &View<'_>, at: usize) -> bool {
    const NEVER: Classes = Classes::VERB
        .or(Classes::PREPOSITION)
        .or(Classes::TIME)
        .or(Classes::RELATIVE)
        .or(Classes::CONNECTOR)
        .or(Classes::OPENER)
        .or(Classes::COMPLEMENTISER)
        .or(Classes::AUXILIARY)
        .or(Classes::NEGATION)
        .or(Classes::PRONOUN)
        .or(Classes::DEMONSTRATIVE)
        .or(Classes::CONJUNCTION)
        .or(Classes::PARTICLE)
        .or(Classes::QUANTIFIER)
        .or(Classes::PREPOSITION_SUFFIXED);
    if at < 1
        || !view.is_word(at)
        || !view.is(at - 1, Classes::GIVEN_NAME)
        || view.is(at - 1, Classes::SURNAME)
        || at >= 2
            && view.is(at - 2, Classes::GIVEN_NAME)
            && view.run_of(at - 2, Classes::GIVEN_NAME) != Some(at)
    {
        return false;
    }
    let word = &view.words[at];
    let raw = view.tokens.raw(at);
    let accusative = raw.ends_with("اً") || raw.ends_with("ًا");
    // `بن سلطان ذكر`: a word of saying that is a verb here, or a plural verb.
    let verb = view.tag(at) == Tag::Verb
        && (word.cues.iter().any(|c| c.is_finite()) || view.folded(at).ends_with("وا"));
    if verb || accusative {
        return false;
    }
    let title = word.classes.any(Classes::TITLE.or(Classes::HEAD))
        && !view.folded(at).ends_with('ي')
        && !view.is(at + 1, Classes::GIVEN_NAME)
        && view.folded(at + 1) != "عبد";
    let verb = view.tag(at) == Tag::Verb && (word.classes.is_open() && !word.classes.is_none());
    !word.classes.any(NEVER)
        && !title
        && !verb
        && !is_accusative_noun(view, at)
        && !word.enclitic
        && word.prefix.conjunction.is_none()
        && (word.prefix.preposition.is_none() || word.classes.is_none())
        && !is_finite_cue(view, at)
        && !verbal_noun_like(view.folded(at))
}

/// What follows an unknown word shows it to be the first of a name.
pub(super) fn name_goes_on(view: &View<'_>, at: usize) -> bool {
    looks_like_name(view, at)
        || view.is_word(at) && view.words[at].prefix.definite && view.classes(at).is_none()
        || view.is(at, Classes::NAME_PARTICLE)
        || view.is_mark(at, &['-', '،', ',', ':', '"', '«', '“'])
        || view.is(
            at,
            Classes::COMPLEMENTISER
                .or(Classes::TIME)
                .or(Classes::OPENER),
        )
}
