//! Takes: a scan and a place in it. Gives: what the frames have open there, and whether one of their
//! slots opens soon. Relies on: the slots as the lexicon has them.

use smallvec::SmallVec;

use super::Scan;
use crate::language::arabic::noun_phrase::{self, is_finite_cue, is_preposition_word};
use crate::lexicon::{Classes, Introducer, Must, Role, Slot};
use crate::statement::{boundary, occasion, slots};
use crate::text::token::Kind;
use crate::view::View;

use super::objects::is_noun_of_saying;

impl Scan<'_, '_, '_> {
    pub(super) fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.wanted.frames.iter().flat_map(|f| &f.slots)
    }

    pub(super) fn has(&self, introducer: &Introducer) -> Option<Role> {
        self.slots()
            .find(|s| s.introducer == *introducer && s.must.is_none())
            .map(|s| s.role)
    }

    /// The role of a preposition; content where it has several and an addressee is already there.
    pub(super) fn role_of(&self, at: usize) -> Option<Role> {
        let roles: SmallVec<[Role; 4]> = self
            .slots()
            .filter_map(|s| match &s.introducer {
                Introducer::Preposition(p)
                    if slots::introduces(self.view, at, p) && self.holds(s, at) =>
                {
                    Some(s.role)
                }
                _ => None,
            })
            .collect();
        let first = *roles.first()?;
        // `رد على الوزير` is said to him, `رد على الانتقادات` is about them.
        if first == Role::Addressee && roles.contains(&Role::Topic) {
            let told = occasion::told_to(self.view, at, self.end, self.wanted.frames).is_some();
            return Some(if told { first } else { Role::Topic });
        }
        let content = first != Role::Addressee || roles.iter().any(|&r| r != Role::Addressee);
        Some(
            if first == Role::Addressee && content && !self.found.addressees.is_empty() {
                Role::Content
            } else {
                first
            },
        )
    }

    /// What the slot asks of its complement stands there, or soon behind.
    fn holds(&self, slot: &Slot, at: usize) -> bool {
        const SOON: usize = 14;
        let view = self.view;
        match &slot.must {
            None => true,
            Some(Must::Saying) => {
                let at = if is_preposition_word(view, at) {
                    at + 1
                } else {
                    at
                };
                is_noun_of_saying(view, at)
            }
            Some(Must::Word(word)) => (at..(at + SOON).min(self.end))
                .take_while(|&i| !view.is_mark(i, &['.', '؛', ':']))
                .any(|i| view.is_word(i) && view.stem(i) == &**word),
        }
    }

    pub(super) fn takes_object(&self, role: Role) -> bool {
        self.slots()
            .any(|s| s.introducer == Introducer::Object && s.role == role)
    }

    pub(super) fn asks_for_saying(&self) -> bool {
        self.slots().any(|s| s.must == Some(Must::Saying))
    }

    pub(super) fn object_content_allowed(&self) -> bool {
        let closing = self
            .found
            .source
            .is_some_and(|m| (m.phrase.start..m.phrase.end).any(|i| self.view.is_comma(i)));
        // `اتهم الجيش، قوات المعارضة`: a comma between subject and object, where no clause is to come.
        let parted = self.commas == 1
            && self
                .found
                .source
                .is_some_and(|m| m.phrase.end + 1 == self.at)
            && self.view.is_comma(self.at - 1)
            && self.has(&Introducer::Clause).is_none();
        // `أعلنت الوزارة في بيان، القضاء على كذا`: a comma behind a remark.
        let parted = parted
            || self.commas == 1
                && self.view.is_comma(self.at - 1)
                && (self.found.source.is_some() || self.wanted.source.is_none())
                && self.plain_object_here();
        let between = self.commas.is_multiple_of(2) || closing && self.commas == 1 || parted;
        let near = self.stepped == 0
            || !self.found.addressees.is_empty()
            || self.stepped <= 2 && (self.verbal_noun(self.at) || self.plain_object_here());
        between
            && near
            && self
                .wanted
                .frames
                .iter()
                .filter(|f| f.suffixed || !self.wanted.suffix)
                .flat_map(|f| &f.slots)
                .any(|s| {
                    s.introducer == Introducer::Object
                        && matches!(s.role, Role::Content | Role::Topic)
                        && self.holds(s, self.at)
                })
    }

    /// A noun with the article, or ما, and no words nor any other complement to come.
    fn plain_object_here(&self) -> bool {
        let view = self.view;
        let at = self.at;
        let thing = view.folded(at) == "ما"
            || view.words[at].prefix.definite
                && view.is(at, Classes::NOUN)
                && !noun_phrase::adjective_like(view, at)
            || self.verbal_noun(at);
        self.found.source.is_some()
            && view.words[at].prefix.conjunction.is_none()
            && thing
            && !self.clause_is_ahead(at)
    }

    /// A complementiser, colon or quotation opens within a few words.
    pub(super) fn clause_is_ahead(&self, from: usize) -> bool {
        let view = self.view;
        (from..(from + 12).min(self.end))
            .take_while(|&i| {
                !view.is_mark(i, &['.', '؛'])
                    && view.tokens.kind(i) != Kind::Break
                    && !boundary::participle_with_complement(view, i)
            })
            .any(|i| {
                view.is(i, Classes::COMPLEMENTISER)
                    || words_open(view, i, 3)
                    || self.role_of(i).is_some_and(|r| r != Role::Addressee)
            })
    }

    /// A slot of a frame with an addressee as object opens right at `at`, a remark between commas aside.
    pub(super) fn clause_is_ahead_strict(&self, at: usize) -> bool {
        let view = self.view;
        view.is(at, Classes::COMPLEMENTISER)
            || self
                .role_of(at)
                .is_some_and(|r| matches!(r, Role::Content | Role::Topic))
            || view.is_comma(at) && self.clause_is_ahead(at + 1)
            || view.is_mark(at, &[':'])
    }

    /// A colon or a quotation opens what is said in the next words of the sentence.
    pub(super) fn words_follow(&self, from: usize) -> bool {
        let view = self.view;
        let speaks = self.has(&Introducer::Quotation).is_some();
        speaks
            && (from..(from + 14).min(self.end))
                .take_while(|&i| {
                    let other =
                        is_finite_cue(view, i) && view.words[i].prefix.conjunction.is_some();
                    !view.is_mark(i, &['.', '؛']) && !other
                })
                .any(|i| {
                    words_open(view, i, 4)
                        || view.is(i, Classes::COMPLEMENTISER) && view.is_comma(i - 1)
                })
    }
}

/// A colon or a quotation opens somebody's words at `at`; so much as `name` in marks is a name.
pub(super) fn words_open(view: &View<'_>, at: usize, name: usize) -> bool {
    view.is_mark(at, &[':']) || view.opening(at).is_some_and(|q| q.close - q.open > name)
}
