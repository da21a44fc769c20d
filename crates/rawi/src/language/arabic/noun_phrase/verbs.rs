//! Takes: a word. Gives: whether it is a finite verb, a participle or shaped like a verbal noun. Relies on
//! the conjugated cues, and on spelling for all other verbs.

use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::view::View;

/// A finite verb as far as the spelling or the lexicon shows it.
pub(crate) fn is_verb(view: &View<'_>, at: usize) -> bool {
    if !view.is_word(at) {
        return false;
    }
    if is_finite_cue(view, at) {
        return true;
    }
    if tagged_verb(view, at) {
        return true;
    }
    // After قد, لم, لن, سوف a verb must follow.
    at > 0 && view.is(at - 1, Classes::BEFORE_VERB)
}

pub(super) fn is_verb_after_conjunction(view: &View<'_>, at: usize) -> bool {
    if is_finite_cue(view, at) {
        return true;
    }
    tagged_verb(view, at)
}

/// A word of the open classes that its sentence makes a verb.
fn tagged_verb(view: &View<'_>, at: usize) -> bool {
    view.classes(at).is_open()
        && view.tag(at) == Tag::Verb
        && !view.words[at].prefix.definite
        && !is_accusative_noun(view, at)
}

/// `قيودا`: a known noun with the accusative's alif, which is no dual of a verb.
pub(crate) fn is_accusative_noun(view: &View<'_>, at: usize) -> bool {
    view.folded(at).strip_suffix('ا').is_some_and(|noun| {
        view.lexicon
            .word(noun)
            .is_some_and(|i| i.classes.any(Classes::NOUN))
    })
}

/// A finite form of a verb of saying that is no noun as well.
pub(crate) fn is_finite_cue(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else {
        return false;
    };
    // لاجاك, a name, is no لم يجئك.
    let named = view.tag(at) == Tag::ProperNoun;
    word.cues
        .iter()
        .any(|c| c.is_finite() && !(named && c.suffix.is_some()))
        && !word
            .cues
            .iter()
            .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_none())
        && !word.prefix.definite
        && !word.classes.any(
            Classes::TITLE
                .or(Classes::HEAD)
                .or(Classes::GIVEN_NAME)
                .or(Classes::PREPOSITION)
                .or(Classes::QUALITY)
                .or(Classes::NATIONALITY),
        )
}

pub(super) fn is_participle_cue(view: &View<'_>, at: usize) -> bool {
    let word = &view.words[at];
    !word.prefix.definite
        && word.cues.iter().any(|c| {
            c.kind() == FormKind::ActiveParticiple
                && c.prefix.conjunction.is_none()
                && view.folded(at).ends_with(['ا', 'ه'])
        })
}

/// Spelt like the verbal noun of a derived verb: افتعال، استفعال، إفعال، تفعيل، تفاعل، مفاعلة.
pub(crate) fn verbal_noun_like(folded: &str) -> bool {
    let letters: Vec<char> = folded.chars().collect();
    let n = letters.len();
    match letters.first() {
        Some('ا') => n >= 5 && letters[n - 2] == 'ا',
        Some('ت') => n == 5 && (letters[3] == 'ي' || letters[2] == 'ا'),
        Some('م') => n >= 5 && letters[2] == 'ا' && letters[n - 1] == 'ه',
        _ => false,
    }
}
