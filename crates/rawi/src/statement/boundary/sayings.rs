//! Takes: a place inside a content. Gives: whether another saying begins there. Relies on: verbs of saying
//! with their complements, phrases of according-to, subjects that such a verb follows.

use super::{Place, participles};
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{self, Want, is_finite_cue};
use crate::lexicon::{Classes, Introducer, Meaning, Role, SourceKind, Speaker};
use crate::statement::slots;
use crate::view::View;

impl Place<'_, '_> {
    /// `بحسب المصدر`, `كما قال`; وفق is a plain preposition too often to be trusted without a pause.
    pub(super) fn on_the_word_of_another(&self) -> bool {
        according_to(self.view, self.at) && (self.paused || self.folded() != "وفق")
    }

    /// `، مشيرا إلى`: the speaker goes on, and where his saying is passed on as a whole, within it.
    pub(super) fn goes_on_by_participle(&self) -> bool {
        self.shape != super::Shape::Relayed && participles::with_complement(self.view, self.at)
    }

    /// `لكنه قال`, `لكنه لم يذكر`, `فيما تحدث شهود عن`.
    pub(super) fn but_said(&self) -> bool {
        let view = self.view;
        let Some(mut next) = self.run(Classes::ADVERSATIVE.or(Classes::CONTRAST)) else {
            return false;
        };
        if view.is(next, Classes::NEGATION.or(Classes::BEFORE_VERB)) {
            next += 1;
        }
        // `فيما وصفته بانتهاك`: in what she called so.
        let described = !self.paused
            && view
                .words
                .get(next)
                .is_some_and(|w| w.cues.iter().any(|c| c.suffix.is_some()));
        is_third_person_cue(view, next) && !described && slots::any_after(view, next)
    }

    /// `، وأعلن`, `، وجاء`: any verb of saying in the perfect with و.
    pub(super) fn goes_on_telling(&self) -> bool {
        let word = &self.view.words[self.at];
        let noun = word.cues.iter().any(|c| c.kind() == FormKind::Masdar)
            || word.classes.any(
                Classes::TITLE
                    .or(Classes::HEAD)
                    .or(Classes::GIVEN_NAME)
                    .or(Classes::PREPOSITION),
            );
        !noun
            && (!self.quoted || self.phrase)
            && word.cues.iter().any(|c| {
                c.kind() == FormKind::Perfect
                    && c.prefix.conjunction == Some('و')
                    && (c.suffix.is_none() || self.phrase)
                    && self.could_speak(c.form.entry)
                    && (self.phrase || self.complement_ahead(c.form.entry))
            })
            && !self.view.is(self.at.saturating_sub(1), Classes::RELATIVE)
    }

    /// Something that the verb takes stands in the next words.
    pub(super) fn complement_ahead(&self, entry: u16) -> bool {
        let view = self.view;
        let frames = &view.lexicon.entries[usize::from(entry)].frames;
        let object = frames
            .iter()
            .flat_map(|f| &f.slots)
            .any(|s| s.introducer == Introducer::Object);
        object
            || slots::clause_ahead(view, self.at + 1)
            || (self.at + 1..self.at + 4).any(|i| slots::follows(view, i, frames, false))
    }

    /// A verb that only some can be the subject of has no other behind it.
    pub(super) fn could_speak(&self, entry: u16) -> bool {
        let view = self.view;
        let entry = &view.lexicon.entries[usize::from(entry)];
        entry.speaker != Speaker::Needed
            || !view.is_word(self.at + 1)
            || !view.words[self.at + 1].prefix.definite
            || speaks(view, self.at + 1)
    }

    /// `، والمكتب السياسي يحمّل`: another subject with its own verb of saying.
    pub(super) fn new_subject(&self) -> bool {
        let (view, at) = (self.view, self.at);
        let word = &view.words[at];
        let named = word.prefix.definite
            || word.classes.any(Classes::HEAD.or(Classes::TITLE))
            || view
                .name_at(at)
                .is_some_and(|(h, _)| h.prefix.conjunction.is_some());
        named
            && self.folded().starts_with('و')
            && !self.quoted
            && !noun_phrase::is_preposition(view, at)
            && noun_phrase::parse_fused(view, at, at + 14, Want::Source, &[])
                .is_some_and(|p| is_finite_cue(view, p.end))
    }

    /// `، حيث قال`, `، إذ أكد`, `، وهو ما وصفه`.
    pub(super) fn where_he_said(&self) -> bool {
        let view = self.view;
        !self.quoted
            && self
                .run(Classes::CONTINUATION)
                .is_some_and(|next| is_third_person_cue(view, next))
    }

    /// `، دون أن يذكر`, `، ولم يوضح`: what the speaker leaves unsaid is the narrator's to tell.
    pub(super) fn left_unsaid(&self) -> bool {
        let view = self.view;
        let runs = self.run(Classes::NEGATION);
        runs.is_some_and(|next| {
            let denied = next > self.at + 1 || view.is(self.at, Classes::BEFORE_VERB);
            denied && is_third_person_cue(view, next)
        })
    }
}

/// A finite form of a verb of saying that is neither `we` nor `I`.
fn is_third_person_cue(view: &View<'_>, at: usize) -> bool {
    use crate::language::arabic::conjugator::Person;
    view.words.get(at).is_some_and(|w| {
        w.cues
            .iter()
            .any(|c| c.is_finite() && c.features().person == Person::Third)
    })
}

/// A phrase like `بحسب المصدر`.
fn according_to(view: &View<'_>, at: usize) -> bool {
    view.hits_at(at).any(|h| match h.meaning {
        Meaning::AccordingTo(index) => {
            h.prefix.conjunction.is_none() && {
                let kind = view.lexicon.according_to[usize::from(index)].source;
                match kind {
                    SourceKind::Clause => is_finite_cue(view, h.end),
                    SourceKind::Itself => true,
                    SourceKind::Noun | SourceKind::Lam => speaks(view, h.end),
                }
            }
        }
        _ => false,
    })
}

/// The noun at `at` can be a source: `وفق المصدر`, not `وفق القانون`.
pub(crate) fn speaks(view: &View<'_>, at: usize) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUALITY)
        .or(Classes::NATIONALITY);
    view.is(at, SPEAKS)
        || view.name_at(at).is_some()
        || noun_phrase::looks_like_name(view, at)
        || view.opening(at).is_some()
}

/// `وقال`, `وأضافت`: a new saying in the perfect, with its complement or its subject after it.
pub(super) fn new_saying(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else {
        return false;
    };
    if word.prefix.definite
        || word
            .classes
            .any(Classes::TITLE.or(Classes::HEAD).or(Classes::GIVEN_NAME))
        || word.classes.any(Classes::PREPOSITION) && !complementiser_soon(view, at)
        || at > 0 && view.is(at - 1, Classes::RELATIVE)
    {
        return false;
    }
    word.cues.iter().any(|c| {
        let described = c.suffix.is_some()
            && (view.opening(at + 1).is_some() || slots::introduces(view, at + 1, "ب"));
        c.kind() == FormKind::Perfect
            && c.prefix.conjunction == Some('و')
            && (c.suffix.is_none() || described)
            && {
                let entry = &view.lexicon.entries[usize::from(c.form.entry)];
                entry.frames.iter().flat_map(|f| &f.slots).any(|s| {
                    matches!(s.introducer, Introducer::Clause | Introducer::Quotation)
                        || s.role == Role::Content
                }) && (slots::follows(view, at + 1, &entry.frames, false)
                    || slots::clause_ahead(view, at + 1))
            }
    })
}

/// `وبين الوزير أن`, where the word by itself is a preposition.
fn complementiser_soon(view: &View<'_>, at: usize) -> bool {
    const SOON: usize = 7;
    (at + 1..at + SOON)
        .take_while(|&i| view.is_word(i))
        .any(|i| view.is(i, Classes::COMPLEMENTISER))
}
