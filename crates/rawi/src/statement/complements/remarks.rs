//! Takes: a place in a scan that no frame claims. Gives: the place behind the remark there. Relies on:
//! the noun phrase for how far it goes; whoever a remark says was spoken to is an addressee.

use super::mention::past;
use super::{Scan, Step};
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{self, Want, is_finite_cue};
use crate::lexicon::{Classes, Role};
use crate::statement::occasion;

impl Scan<'_, '_, '_> {
    /// `المنظمة، وتتخذ من المدينة مقرا لها، إن`: a clause with و between commas, the words behind it.
    pub(super) fn joined_remark(&self) -> Option<usize> {
        const LONGEST: usize = 14;
        let view = self.view;
        // `، وهي كبرى الأحزاب، إن`
        let described = view.is(self.at, Classes::SUBJECT_PRONOUN)
            && view.folded(self.at).starts_with('و')
            && !is_finite_cue(view, self.at + 1);
        let verb = view.words.get(self.at)?.prefix.conjunction == Some('و')
            && noun_phrase::is_verb(view, self.at)
            && !is_finite_cue(view, self.at);
        if !(verb || described) || self.found.source.is_none() {
            return None;
        }
        (self.at + 1..(self.at + LONGEST).min(self.end)).find(|&i| {
            view.is_comma(i)
                && view.is(i + 1, Classes::COMPLEMENTISER)
                && view.words[i + 1].prefix.conjunction.is_none()
        })
    }

    /// Past the noun phrase that a side remark is about.
    pub(super) fn step_over(&mut self, from: usize) {
        let view = self.view;
        self.stepped += 1;
        let started = self.at;
        if view
            .opening(from)
            .is_some_and(|q| q.closed && q.close - q.open <= 8)
        {
            self.at = view.opening(from).map_or(from + 1, |q| q.close + 1);
            return;
        }
        self.at = match noun_phrase::parse(view, from, self.end, Want::Inner, &self.taken) {
            Some(phrase) => phrase.end.max(self.at + 1),
            None if view.is(from, Classes::DEMONSTRATIVE) => from + 1,
            // Behind a preposition stands a noun, whatever it looks like: `في سياق رصدها`.
            None if from > self.at && noun_phrase::is_verb(view, from) => from + 1,
            // `بعد ما يقارب عاما`.
            None if from > self.at && view.folded(from) == "ما" => {
                self.at = from;
                let _ = self.relative_remark();
                self.at.max(from + 1)
            }
            None => from.max(self.at + 1),
        };
        // `في مقابلة مع القناة`: to whom it was said.
        if self.found.addressees.is_empty()
            && let Some(listener) = occasion::listener(view, started, from + 1, self.end)
        {
            self.at = self.at.max(past(view, listener));
            self.found.addressees.push(listener);
        }
    }

    /// `في مقتطفات نشرت أمس: «…»`, `استطلاع نشر أمس أن`: a verb right behind an indefinite noun tells
    /// something of it, up to the words that are looked for.
    pub(super) fn clause_of_noun(&mut self) -> Step {
        let view = self.view;
        let previous = self.at - 1;
        let of_noun = view.words[self.at].prefix.conjunction.is_none()
            && view.is_word(previous)
            && !view.words[previous].prefix.definite
            && !view.is(previous, Classes::TIME.or(Classes::GIVEN_NAME))
            && view.name_at(previous).is_none();
        // `، يبث غدا، بأن`
        let between_commas = view.is_comma(previous)
            && view.words[self.at]
                .cues
                .iter()
                .any(|c| c.kind() == FormKind::Imperfect)
            && (self.at..(self.at + 12).min(self.end)).any(|i| view.is_comma(i));
        // `في تصريحات لصحيفة «الصباح» نشرت أمس:`: nothing but its time stands between it and the words.
        let dated = view.words[self.at].prefix.conjunction.is_none()
            && (self.at + 1..self.at + 5)
                .find(|&i| !view.is(i, Classes::TIME))
                .is_some_and(|i| i > self.at + 1 && view.is_mark(i, &[':']));
        if of_noun || between_commas || dated {
            self.relative_remark()
        } else {
            Step::Fail
        }
    }

    pub(super) fn relative_remark(&mut self) -> Step {
        let view = self.view;
        let mut end = self.at + 1;
        while end < self.end
            && !view.is(end, Classes::COMPLEMENTISER)
            && !view.is_comma(end)
            && !view.is_mark(end, &[':', '.'])
        {
            // A name in marks belongs to the remark: `أجراه مركز «قياس» أن`.
            match view.opening(end) {
                Some(q)
                    if q.closed && q.close - q.open <= 3 && self.clause_is_ahead(q.close + 1) =>
                {
                    end = q.close + 1;
                }
                Some(_) => break,
                None => end += 1,
            }
        }
        if self.wanted.strict || end - self.at > 25 {
            return Step::Fail;
        }
        // `الحركة التي تقاتل منذ عام على محاربة`: nothing bounds it but the complement itself.
        if end >= self.end || view.is_mark(end, &['.']) {
            let slot = (self.at + 3..end).find(|&i| {
                self.role_of(i)
                    .is_some_and(|r| matches!(r, Role::Content | Role::Topic))
            });
            end = slot.unwrap_or(end);
        }
        self.at = end;
        Step::Go
    }
}
