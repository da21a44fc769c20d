//! Takes: a clause that takes a text or an occasion up again (`قال فيها`, `أعرب خلاله`). Gives: whose text it
//! is, as the clause's subject: `تصريحات للوزير أكد فيها`, `اتصالا من الرئيس أعرب خلاله`. Relies on documents,
//! occasions and nouns of saying, and on the owner's phrase reaching the verb.

use super::can_speak;
use crate::language::arabic::agreement::{self, Agreement};
use crate::language::arabic::conjugator::{Features, FormKind};
use crate::language::arabic::noun_phrase::{self, Want};
use crate::lexicon::Classes;
use crate::statement::complements;
use crate::statement::draft::Mention;
use crate::statement::slots;
use crate::view::View;

/// How far before its verb a text may be named.
const FARTHEST: usize = 40;
/// How far behind its noun the owner begins, past adjectives and remarks of time.
const NEAR: usize = 5;

pub(super) fn author(
    view: &View<'_>,
    at: usize,
    floor: usize,
    features: Features,
) -> Option<Mention> {
    if !view.is(at + 1, Classes::PREPOSITION_SUFFIXED) {
        return None;
    }
    let mut end = at;
    while end > floor && (view.is(end - 1, Classes::RELATIVE_PRONOUN) || view.is_comma(end - 1)) {
        end -= 1;
    }
    let text = (floor..end)
        .rev()
        .take(FARTHEST)
        .find(|&i| holds_words(view, i))?;
    let mention = owner(view, text, end)?;
    let phrase = mention.phrase;
    let named = view
        .name_at(phrase.head)
        .map(|(_, n)| view.lexicon.names[usize::from(n)].kind);
    let agrees = Agreement::of_cue(features).allows(agreement::of_head(view, phrase.head, named));
    (phrase.end == end
        && agrees
        && can_speak(view, phrase.head)
        && !view.is(phrase.head, Classes::DOCUMENT))
    .then_some(mention)
}

/// A text, an occasion of speaking or a noun of saying.
pub(super) fn holds_words(view: &View<'_>, at: usize) -> bool {
    view.is(at, Classes::DOCUMENT)
        || view.is_word(at)
            && (view.lexicon.occasion(view.stem(at)).is_some()
                || view.words[at]
                    .cues
                    .iter()
                    .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_none()))
}

/// `تقرير الوزارة`, `تقرير جديد للوزارة`, `اتصالا أمس من الوزير`.
fn owner(view: &View<'_>, text: usize, end: usize) -> Option<Mention> {
    for at in text + 1..end.min(text + 1 + NEAR) {
        if slots::introduces(view, at, "من") {
            return complements::mention(view, at + 1, 0, end, Want::Source, &[]);
        }
        let prefix = view.words[at].prefix;
        if prefix.preposition == Some('ل') {
            let letters = if prefix.definite {
                0
            } else {
                prefix.conjunction_letters + 1
            };
            return complements::mention(view, at, letters, end, Want::Source, &[]);
        }
        if at == text + 1 && !noun_phrase::adjective_like(view, at) && can_speak(view, at) {
            return complements::mention(view, at, 0, end, Want::Source, &[]);
        }
        let remark = view.is(
            at,
            Classes::TIME.or(Classes::ADJECTIVE).or(Classes::WEEKDAY),
        ) || noun_phrase::adjective_like(view, at)
            || noun_phrase::is_adverb(view, at);
        if !remark {
            return None;
        }
    }
    None
}
