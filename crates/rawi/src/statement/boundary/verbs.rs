//! Takes: a place inside a content. Gives: whether a plain verb stands there that does not belong to it.
//! Relies on: what a noun phrase cannot go on with.

use super::Place;
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{self, is_finite_cue};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;

impl Place<'_, '_> {
    /// In a headline the present tense tells: `الوزير يدعو إلى الحوار ويرفض الحرب`.
    pub(super) fn headline_goes_on(&self) -> bool {
        let view = self.view;
        view.layout.in_title(self.at)
            && !self.quoted
            && (self.phrase || self.paused)
            && (self.new_subject()
                || self.another_in_the_headline()
                || self.phrase
                    && view.words[self.at].cues.iter().any(|c| {
                        c.kind() == FormKind::Imperfect && c.prefix.conjunction == Some('و')
                    })
                    && is_finite_cue(view, self.at))
    }

    /// `ومجموعة السبع تقرر`, `وعمليات الإجلاء تتواصل`: a noun with its verb in the present.
    pub(super) fn another_in_the_headline(&self) -> bool {
        const LONGEST: usize = 10;
        let (view, at) = (self.view, self.at);
        let noun = view.is(at, Classes::NOUN.or(Classes::HEAD).or(Classes::TITLE))
            || view.tag(at) == Tag::Noun
            || view.words[at].prefix.definite
            || view.name_at(at).is_some();
        noun && self.folded().starts_with('و')
            && !noun_phrase::is_verb(view, at)
            && (at + 1..at + LONGEST)
                .take_while(|&i| view.is_word(i) && !view.is(i, Classes::COMPLEMENTISER))
                .any(|i| {
                    view.folded(i).starts_with(['ي', 'ت'])
                        && !view.words[i].prefix.definite
                        && view.words[i].prefix.conjunction.is_none()
                        && !view.is(i, Classes::NOUN)
                        && !view.is(i - 1, Classes::RELATIVE)
                        && noun_phrase::is_verb(view, i)
                })
    }

    /// `رفضوا الإخلاء فتجنبوا الضوء`.
    pub(super) fn so_it_happened(&self) -> bool {
        let plural = self.view.classes(self.at).is_none()
            && self.folded().starts_with('ف')
            && self.folded().ends_with("وا");
        let joined = self.view.words[self.at].prefix.conjunction == Some('ف');
        self.phrase && (plural || joined && noun_phrase::is_verb(self.view, self.at))
    }

    /// `حذر من الائتلافات وعدد مزايا الحكم`: a verb in the perfect that no noun is joined to.
    pub(super) fn joined_verb(&self) -> bool {
        let view = self.view;
        self.phrase
            && view.words[self.at].prefix.conjunction == Some('و')
            && view.tag(self.at) == Tag::Verb
            && view.classes(self.at).is_open()
            && !view.is(self.at, Classes::NOUN)
            && !self
                .folded()
                .trim_start_matches('و')
                .starts_with(['ي', 'ت', 'ن'])
            && !view.is(self.at + 1, Classes::PREPOSITION_SUFFIXED)
    }

    /// `التقارير التي تحدثت عن المنع هي مجرد دعاية`: the predicate of the clause around the saying.
    pub(super) fn predicate(&self) -> bool {
        self.phrase
            && matches!(self.folded(), "هو" | "هي")
            && self.view.is_word(self.at + 1)
            && !self.view.is(self.at + 1, Classes::RELATIVE)
            && !self
                .view
                .is(self.at - 1, Classes::RELATIVE.or(Classes::CONJUNCTION))
    }

    /// `، وتبعت ذلك حرب`, `، هو إجراء …`: a verb that the phrase is no object of.
    pub(super) fn another_verb(&self) -> bool {
        let view = self.view;
        let at = self.at;
        // `، جاء فيها`, `وتم خلالها` describe the noun before; `ردا على` is no verb.
        let fixed = self
            .run(Classes::OPENER.or(Classes::TURN).or(Classes::REPLY))
            .is_some_and(|end| end > at + 1);
        if fixed
            || view.is(at + 1, Classes::PREPOSITION_SUFFIXED)
            || view.words[at].prefix.preposition.is_some()
        {
            return false;
        }
        let copula = matches!(self.folded(), "هو" | "هي") && view.is_word(at + 1);
        // `، هذه المؤسسات تقف`.
        let pointed = view.is(at, Classes::DEMONSTRATIVE)
            && view.words.get(at + 1).is_some_and(|w| w.prefix.definite)
            && noun_phrase::is_verb(view, at + 2);
        copula
            || pointed
            || is_finite_cue(view, at)
            || noun_phrase::is_verb(view, at) && !view.is(at, Classes::NOUN)
            || view.is(at, Classes::AUXILIARY) && !view.is(at, Classes::NOUN)
    }
}
