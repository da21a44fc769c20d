//! Takes: a title or a noun that names a body. Gives: where the words end that say whose or what it is: `وزير
//! الخارجية الأمريكي`, `المكتب السياسي لحركة حماس`. Relies on: noun phrases; a preposition, a clause, a conjunction ends them.

use super::names;
use crate::language::arabic::noun_phrase::{self, Want};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::speaker;
use crate::view::View;

/// One past the last token of the phrase at `at`.
pub(super) fn end(view: &View<'_>, at: usize) -> usize {
    const ENDS: Classes = Classes::RELATIVE
        .or(Classes::TIME)
        .or(Classes::COMPLEMENTISER)
        .or(Classes::GIVEN_NAME)
        .or(Classes::HONORIFIC)
        .or(Classes::RANK)
        .or(Classes::QUANTIFIER);
    let limit = view.layout.sentence(at).end;
    let Some(phrase) = noun_phrase::parse_fused(view, at, limit, Want::Inner, &[]) else {
        return at + 1;
    };
    let mut end = view.name_at(at).map_or(at + 1, |(hit, _)| hit.end);
    while end < phrase.end {
        let prefix = &view.words[end].prefix;
        let name = view.name_at(end);
        let body = names::body_noun(view, end).is_some();
        let to = prefix.preposition == Some('ل') && (body || name.is_some());
        let stops = !view.is_word(end) && name.is_none()
            || view.is(end, ENDS)
            || prefix.conjunction.is_some()
            || prefix.preposition.is_some() && !to
            || noun_phrase::is_preposition_word(view, end) && !view.is(end, Classes::ON_BEHALF)
            || view.words[end].enclitic && name.is_none()
            || closed(view, end) && name.is_none();
        if stops {
            break;
        }
        end = name.map_or(end + 1, |(hit, _)| hit.end);
    }
    // `مركز الملك سلمان`: the name of whom it is called after.
    let named = !view.is(at, Classes::TITLE) && end > at + 1 && view.is(end - 1, Classes::TITLE);
    match speaker::name_of(view, end - 1, limit.min(end + 6)) {
        Some((from, to)) if named && from == end => to,
        _ => end,
    }
}

/// Behind a noun with its article only what describes it goes on: `رئيس المجلس | القضية`.
fn closed(view: &View<'_>, at: usize) -> bool {
    let word = &view.words[at];
    let tag = view.tag(at);
    let adjective = view.is(at, Classes::NATIONALITY)
        || tag == Tag::Adjective
        || tag != Tag::Noun && tag != Tag::Verb && noun_phrase::adjective_like(view, at);
    view.words[at - 1].prefix.definite
        && word.prefix.preposition.is_none()
        && !(word.prefix.definite && adjective)
}

/// Something in these tokens tells one thing of its kind from the others: whose it is, or a name.
pub(super) fn identified(view: &View<'_>, start: usize, end: usize) -> bool {
    (start + 1..end).any(|i| is_nationality(view, i) || view.name_at(i).is_some())
}

/// The word describes the one before it by a nation: `الجيش السوداني`; in `حكومة السوداني` it is a name.
pub(super) fn is_nationality(view: &View<'_>, at: usize) -> bool {
    let definite = |i: usize| view.words[i].prefix.definite;
    view.is(at, Classes::NATIONALITY) && (at == 0 || !definite(at) || definite(at - 1))
}

/// One thing is meant, not any of its kind.
pub(super) fn definite(view: &View<'_>, start: usize, end: usize) -> bool {
    view.words[start].prefix.definite
        || view.name_at(start).is_some()
        || (start + 1..end)
            .take_while(|&i| view.words[i].prefix.preposition.is_none())
            .any(|i| view.words[i].prefix.definite || view.name_at(i).is_some())
}
