//! Takes: a place inside a content. Gives: whether a remark of the narrator's begins there: on what is known,
//! on what is meant, on what came of it or did not come. Relies on: connectors and relatives.

use super::Place;
use crate::language::arabic::noun_phrase;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, Meaning};
use crate::statement::slots;
use crate::text::token::Kind;

impl Place<'_, '_> {
    /// A relative clause that cannot tell which one is meant, for that is known: `هذا الهجوم الذي وقع أمس`,
    /// `قرية «سوسيا» التي تقع …`, `جيش بلادهم الذي وصفهم بأنه …`. It is the narrator's remark.
    pub(super) fn remark_on_the_known(&self) -> bool {
        let view = self.view;
        if !self.phrase || !view.is(self.at, Classes::RELATIVE_PRONOUN) {
            return false;
        }
        let conjunction = view.words[self.at].prefix.conjunction.is_some();
        let mut last = self.at - 1;
        while last > 0 && matches!(view.tokens.kind(last), Kind::Mark(_)) {
            last -= 1;
        }
        let pointed = (last.saturating_sub(2)..last)
            .any(|i| view.is(i, Classes::DEMONSTRATIVE) && (i + 1..=last).all(|j| view.is_word(j)));
        let named = view.closing(self.at - 1).is_some()
            || view.tokens.kind(last) == Kind::Number
            || view.is(last, Classes::GIVEN_NAME);
        conjunction || self.paused || pointed || named
    }

    /// `حكومة الإقليم التي اتهمها بأنها …`: what the pronoun goes back to is described in another saying.
    pub(super) fn described_elsewhere(&self) -> bool {
        let view = self.view;
        self.phrase
            && view.is(self.at, Classes::RELATIVE_PRONOUN)
            && view
                .words
                .get(self.at + 1)
                .is_some_and(|w| w.cues.iter().any(|c| c.is_finite() && c.suffix.is_some()))
            && (slots::introduces(view, self.at + 2, "ب") || view.opening(self.at + 2).is_some())
    }

    /// `قال إن ثمنا سيدفع في إشارة إلى العقوبات`: whom or what he means, as the narrator has it.
    pub(super) fn allusion(&self) -> bool {
        !self.quoted && self.run(Classes::ALLUSION).is_some()
    }

    /// `، وفي تلك الأثناء`: another story.
    pub(super) fn turn(&self) -> bool {
        self.folded().starts_with('و')
            && !self.quoted
            && self.run(Classes::TURN).is_some_and(|end| end > self.at + 1)
    }

    /// `، فيما سقط`, `، بينما`, `، في حين`.
    pub(super) fn contrast(&self) -> bool {
        self.run(Classes::CONTRAST).is_some()
    }

    /// `، بينما التقى الرئيس`, `، وبينما`: what was done meanwhile is the narrator's to tell.
    pub(super) fn meanwhile_done(&self) -> bool {
        let view = self.view;
        self.run(Classes::CONTRAST).is_some_and(|next| {
            let joined = view.words[self.at].prefix.conjunction == Some('و');
            let perfect = next < view.tokens.len()
                && view.tag(next) == Tag::Verb
                && !view.folded(next).starts_with(['ي', 'ت', 'ن']);
            joined || perfect
        })
    }

    /// `«…»، إلا أنه`, `«…» فيما`: the words themselves are over, and so is the saying.
    pub(super) fn against_the_quoted(&self) -> bool {
        let before = self.at - 1 - usize::from(self.at > 1 && self.view.is_comma(self.at - 1));
        self.view.closing(before).is_some_and(|q| q.closed) && (self.contrast() || self.exception())
    }

    /// `، إلا أن`, `، غير أنه`.
    pub(super) fn exception(&self) -> bool {
        self.run(Classes::ADVERSATIVE)
            .is_some_and(|end| end > self.at + 1)
    }

    /// `، في خطوة`, `، في مؤشر على`, `، وذلك خلال لقاء`: the narrator's remark on the saying.
    pub(super) fn aside(&self) -> bool {
        let view = self.view;
        if self.run(Classes::ASIDE).is_some() {
            return true;
        }
        // The occasion on which it was said.
        let occasion = self.at + 1;
        self.folded() == "وذلك"
            && (view.run_of(occasion, Classes::REPLY).is_some()
                || view.is(occasion, Classes::OPENER.or(Classes::PREPOSITION))
                    && (occasion..occasion + 4).any(|i| {
                        view.hits_at(i)
                            .any(|h| matches!(h.meaning, Meaning::Channel(_)))
                    }))
    }

    /// `، دون أن تصدر تعليقات`, `، بدون تفاصيل`: what did not come with the saying.
    pub(super) fn lacking(&self) -> bool {
        !self.quoted
            && self.paused
            && self.view.is(self.at, Classes::WITHOUT)
            && self.view.words[self.at].prefix.conjunction.is_none()
    }

    /// `، ما أثار غضب الحلف`: behind a phrase the narrator tells what came of it.
    pub(super) fn what_came_of_it(&self) -> bool {
        let (view, at) = (self.view, self.at);
        self.phrase
            && view.is(at, Classes::RELATIVE)
            && !view.is(at, Classes::RELATIVE_PRONOUN)
            && view.words[at].prefix.preposition.is_none()
            && view.words.get(at + 1).is_some_and(|w| !w.prefix.definite)
            && noun_phrase::is_verb(view, at + 1)
    }

    /// `طلب الإلغاء وهو ما رفضته الجماعة`, `سخر من تصريحاته لكن هذا لم يحل`: no comma is needed behind a phrase.
    pub(super) fn narrator_objects(&self) -> bool {
        let (view, at) = (self.view, self.at);
        let judged = |i: usize| {
            view.run_of(i, Classes::CONTINUATION)
                .is_some_and(|end| end > i + 1)
        };
        let pronoun = |i: usize| view.is(i, Classes::SUBJECT_PRONOUN);
        self.phrase
            && !self.quoted
            && !view.is(at - 1, Classes::CONJUNCTION)
            && (self.run(Classes::ADVERSATIVE).is_some()
                || judged(at) && !pronoun(at - 1)
                || pronoun(at) && judged(at + 1))
    }

    /// `، حيث`, `، لكن`, `، كما`: behind a phrase they open a clause of the narrator's.
    pub(super) fn connector(&self) -> bool {
        self.run(Classes::CONNECTOR).is_some() && self.folded() != "وذلك" || self.occasion()
    }

    /// `، وذلك بعد استهداف منزله`, `، وذلك في إطار`: when and around what it was said; `وذلك بهدف` may be said.
    pub(super) fn occasion(&self) -> bool {
        let (view, next) = (self.view, self.at + 1);
        self.folded() == "وذلك"
            && (view.is(next, Classes::AFTER)
                || view.is(next, Classes::PREPOSITION)
                    && view.run_of(next, Classes::OPENER).is_some())
    }

    /// `، بعد ساعات على تصريحات`: when it was said, not what.
    pub(super) fn afterwards(&self) -> bool {
        self.view.is(self.at, Classes::AFTER)
    }
}
