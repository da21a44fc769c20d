//! Takes: a preposition, a relative pronoun or a conjunction after a phrase. Gives: whether what it opens
//! describes the phrase, or belongs to the verb. Relies on the classes of head, preposition and object.

use super::nouns::adjective_like;
use super::prepositions::is_preposition_word;
use super::verbs::{is_verb, is_verb_after_conjunction};
use super::{NounPhrase, Parser, Want, parse_fused};
use crate::lexicon::Classes;
use crate::record::EntityKind;
use crate::text::token::Kind;
use crate::view::View;

impl Parser<'_, '_> {
    pub(super) fn relative_clause(&mut self) -> bool {
        let view = self.view;
        // The clause runs to the comma, complementiser or quotation that must follow the source.
        let mut end = self.at + 1;
        while end < self.limit {
            if view.is_mark(end, &['،', ',', ':', '"', '«', '“', '”', '.', '؛'])
                || view.tokens.kind(end) == Kind::Break
            {
                break;
            }
            if view.is(end, Classes::COMPLEMENTISER) {
                break;
            }
            end += 1;
        }
        // Nothing bounds it but the verb's own preposition: `الحركة التي تقاتل منذ عام على محاربة`.
        if view.is_mark(end, &['.']) || view.tokens.kind(end) == Kind::Break {
            let own = (self.at + 3..end).find(|&i| {
                self.taken
                    .iter()
                    .any(|t| crate::statement::introduces(view, i, t))
            });
            let Some(own) = own else { return false };
            end = own;
        }
        if end >= self.limit || end - self.at > 22 || end - self.at < 2 {
            return false;
        }
        self.at = end;
        self.words += 1;
        self.closed = true;
        false
    }

    /// A preposition and its noun, where they describe the phrase rather than the verb.
    pub(super) fn prepositional(&mut self, at: usize) -> bool {
        let view = self.view;
        let (preposition, object) = match view.words[at].prefix.preposition {
            Some(p) if !is_preposition_word(view, at) => (fused_name(p), at),
            _ => (view.folded(at), at + 1),
        };
        if !self.attaches(preposition, object) {
            return false;
        }
        let from = if object == at { at } else { object };
        let Some(inner) = parse_object(view, from, self.limit, self.taken) else {
            return false;
        };
        self.at = inner.end;
        self.words += 1;
        self.closed = true;
        true
    }

    pub(super) fn attaches(&self, preposition: &str, object: usize) -> bool {
        let view = self.view;
        let head = view.classes(self.head);
        let spokesman = (self.start..self.at).any(|i| view.is(i, Classes::SPOKESMAN));
        if view.is(self.at, Classes::ON_BEHALF) {
            return true;
        }
        let channel_or_time = view.is(
            object,
            Classes::TIME
                .or(Classes::OPENER)
                .or(Classes::DEMONSTRATIVE)
                .or(Classes::RELATIVE)
                .or(Classes::PRONOUN),
        ) || view
            .hits_at(object)
            .any(|h| matches!(h.meaning, crate::lexicon::Meaning::Channel(_)))
            || is_verb(view, object);
        let from_start = self.start..self.at;
        let indefinite = !from_start.clone().any(|i| {
            view.words[i].prefix.definite
                || view.name_at(i).is_some()
                || view.is(i, Classes::GIVEN_NAME)
        });
        let bare = self.words == 1;
        if !channel_or_time && view.lexicon.governs(view.stem(self.at - 1), preposition) {
            return true;
        }
        let personal = head.any(Classes::TITLE.or(Classes::UNNAMED).or(Classes::COLLECTIVE))
            || from_start.clone().any(|i| view.is(i, Classes::QUALITY));
        let taken = self.takes(preposition);
        match preposition {
            "من" => {
                let quality = view.is(self.at - 1, Classes::QUALITY);
                quality
                    || !taken
                        && (indefinite
                            || head.any(Classes::QUANTIFIER)
                            || view.is(self.at - 1, Classes::QUANTIFIER))
                        && !channel_or_time
            }
            "في" if head.any(Classes::ORGANISATION) && view.is(object, Classes::ORGANISATION) => {
                true
            }
            // `قال الوزراء في المسودة`: where it is said.
            _ if view.is(self.at, Classes::LOCATIVE) => {
                !channel_or_time
                    && !view.is(object, Classes::DOCUMENT)
                    && (personal
                        && (indefinite || bare || !self.name_last)
                        && self.want != Want::Addressee
                        || indefinite && head.any(Classes::HEAD))
            }
            "ل" => {
                // `المدير العام لموقع`: a director is of something.
                let director = view.is(self.at - 1, Classes::ADJECTIVE)
                    && view.is(self.head, Classes::RELATIONAL);
                let director = director && !view.is(object, Classes::AUDIENCE);
                let to_media = !director && is_audience(view, object);
                let complemented = self.words >= 2
                    && from_start
                        .clone()
                        .skip(1)
                        .any(|i| view.words[i].prefix.definite && !adjective_like(view, i));
                !channel_or_time
                    && !to_media
                    && (!complemented || view.is(object, Classes::ORGANISATION) || spokesman)
                    && !self.name_last
                    && (!taken
                        || head.any(Classes::DOCUMENT.or(Classes::ORGANISATION))
                        || spokesman
                        || self.at - self.start >= 2
                        || indefinite && bare && head.any(Classes::TITLE))
                    && (personal || head.any(Classes::HEAD))
            }
            "عن" => !taken && indefinite && !channel_or_time,
            "ب" => {
                !taken
                    && !channel_or_time
                    && (personal || indefinite)
                    && !self.name_last
                    && (view.is(object, Classes::ORGANISATION.or(Classes::MEDIA))
                        || view.name_at(object).is_some()
                        || view.classes(object).is_none() && !view.words[object].enclitic)
            }
            _ if view.is(self.at, Classes::PLACE) => {
                !channel_or_time && (self.closed || indefinite)
            }
            _ => false,
        }
    }

    /// Is و at the head of an unknown word the conjunction?
    pub(super) fn coordinates_unknown(&self, at: usize) -> bool {
        self.view.folded(at).starts_with("وال") && self.view.folded(at).chars().count() > 4
    }

    pub(super) fn coordination(&mut self) -> bool {
        let view = self.view;
        let at = self.at;
        if self.want == Want::Inner && !self.named {
            // Inside a chain the coordination belongs to the outer phrase, unless it goes on with the article.
            if !view.words[at].prefix.definite {
                return false;
            }
        }
        if is_verb_after_conjunction(view, at) {
            return false;
        }
        let classes = view.classes(at);
        if classes.any(
            Classes::PREPOSITION
                .or(Classes::TIME)
                .or(Classes::OPENER)
                .or(Classes::RELATIVE)
                .or(Classes::DEMONSTRATIVE)
                .or(Classes::PARTICLE),
        ) {
            return false;
        }
        let definite = view.words[at].prefix.definite;
        let known = classes.any(
            Classes::TITLE
                .or(Classes::HEAD)
                .or(Classes::GIVEN_NAME)
                .or(Classes::NATIONALITY),
        ) || view.name_at(at).is_some();
        if !(definite || known || !self.closed) {
            return false;
        }
        self.take(1);
        self.closed = definite || classes.any(Classes::GIVEN_NAME);
        true
    }
}

/// Somebody whom speakers speak to: an outlet, the press, a quoted name behind a letter.
pub(crate) fn is_audience(view: &View<'_>, object: usize) -> bool {
    view.is(object, Classes::MEDIA.or(Classes::AUDIENCE))
        || view
            .name_at(object)
            .is_some_and(|(_, n)| view.lexicon.names[usize::from(n)].kind == EntityKind::Media)
        || view.opening(object + 1).is_some() && view.folded(object).chars().count() <= 1
}

/// The object of a preposition that may be fused to it.
pub(super) fn parse_object(
    view: &View<'_>,
    at: usize,
    limit: usize,
    taken: &[Box<str>],
) -> Option<NounPhrase> {
    // `لـ"العين"`, `ل العين`: the letter alone.
    let at = if view.tokens.folded(at).chars().count() <= 1 {
        at + 1
    } else {
        at
    };
    parse_fused(view, at, limit, Want::Inner, taken)
}

pub(super) fn fused_name(preposition: char) -> &'static str {
    match preposition {
        'ب' => "ب",
        'ل' => "ل",
        _ => "ك",
    }
}
