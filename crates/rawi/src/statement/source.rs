//! Takes: a noun phrase found where a source is due. Gives: whether anybody or anything speaks by it.
//! Relies on the lexicon's heads, titles and names; adverbs, verbal nouns and words of time do not speak.

use super::draft::Mention;
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase;
use crate::lexicon::Classes;
use crate::view::View;

const SPEAKS: Classes = Classes::TITLE
    .or(Classes::HEAD)
    .or(Classes::GIVEN_NAME)
    .or(Classes::QUALITY);

/// A noun that says nothing by itself, or one in the oblique (الحوثيين), is no subject.
pub(super) fn is_no_subject(view: &View<'_>, mention: Mention) -> bool {
    let head = mention.phrase.head;
    oblique_plural(view, head) || !may_speak(view, head)
}

/// `المتمردين` where the lexicon knows `المتمردون`.
pub(super) fn oblique_plural(view: &View<'_>, at: usize) -> bool {
    view.stem(at).strip_suffix("ين").is_some_and(|stem| {
        view.lexicon
            .word(&format!("{stem}ون"))
            .is_some_and(|i| i.classes.any(Classes::HEAD.or(Classes::TITLE)))
    })
}

pub(super) fn may_speak(view: &View<'_>, at: usize) -> bool {
    view.is(at, SPEAKS)
        || view.name_at(at).is_some()
        || noun_phrase::looks_like_name(view, at)
        || view.is_surname(at)
        || view.words[at].prefix.definite && view.stem(at).ends_with("ون")
}

/// The head is a known noun, and none that speaks: `الحاجة`, `الطعن`.
pub(super) fn is_mute(view: &View<'_>, mention: Mention) -> bool {
    let head = mention.phrase.head;
    view.is(head, Classes::NOUN)
        && !may_speak(view, head)
        && !view.is(
            head,
            Classes::NATIONALITY
                .or(Classes::QUANTIFIER)
                .or(Classes::PRONOUN)
                .or(Classes::DEMONSTRATIVE),
        )
        && view.run_of(head, SPEAKS).is_none()
        && !view.folded(head).ends_with("ون")
        && !oblique_plural(view, head)
        && !(mention.phrase.start..mention.phrase.end).any(|i| {
            view.is(i, Classes::TITLE.or(Classes::GIVEN_NAME)) || view.name_at(i).is_some()
        })
}

/// Somebody, or something that speaks, anywhere in the phrase.
pub(super) fn can_speak(view: &View<'_>, mention: Mention) -> bool {
    (mention.phrase.start..mention.phrase.end).any(|i| may_speak(view, i))
}

/// Surely no speaker: an adverb (رسميا), a word of time or of grammar (وأن), the verbal noun that is the
/// object (دعم), a bare adjective. Before a clause, any other noun may be the subject after all.
pub(super) fn is_no_speaker(view: &View<'_>, mention: Mention, before_clause: bool) -> bool {
    const GRAMMAR: Classes = Classes::COMPLEMENTISER
        .or(Classes::OPENER)
        .or(Classes::RELATIVE)
        .or(Classes::CONNECTOR)
        .or(Classes::TIME)
        .or(Classes::PREPOSITION)
        .or(Classes::NEGATION);
    let head = mention.phrase.head;
    let classes = view.classes(head);
    if classes.any(SPEAKS.or(Classes::NATIONALITY)) || view.name_at(head).is_some() {
        return false;
    }
    if classes.any(GRAMMAR) || adverb(view, head) {
        return true;
    }
    let definite = view.words[head].prefix.definite;
    let verbal = !definite
        && (noun_phrase::verbal_noun_like(view.folded(head))
            || view.words[head]
                .cues
                .iter()
                .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_none()));
    let adjective = !definite && mention.phrase.end == head + 1 && classes.any(Classes::ADJECTIVE);
    let noun = classes.any(Classes::NOUN);
    verbal || adjective || noun && !before_clause && !can_speak(view, mention)
}

/// In the accusative with its alif, where the word without it is a noun or an adjective.
pub(super) fn adverb(view: &View<'_>, at: usize) -> bool {
    let raw = view.tokens.raw(at);
    if raw.ends_with("اً") || raw.ends_with("ًا") {
        return true;
    }
    let bare = view.folded(at).strip_suffix('ا');
    bare.and_then(|b| view.lexicon.word(b)).is_some_and(|w| {
        w.classes.any(
            Classes::NOUN
                .or(Classes::ADJECTIVE)
                .or(Classes::QUALITY)
                .or(Classes::NATIONALITY),
        )
    }) && view.classes(at).is_open()
}
