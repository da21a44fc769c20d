//! Takes: a mark inside a phrase. Gives: whether the phrase goes on past it: a quoted name, a bracketed
//! remark, a joined or abbreviated name, an apposition between commas. Relies on the parser around it.

use super::names::{looks_like_name, name_word};
use super::nouns::adjective_like;
use super::verbs::is_finite_cue;
use super::{Parser, Want, parse};
use crate::lexicon::Classes;

impl Parser<'_, '_> {
    pub(super) fn mark(&mut self, c: char) -> bool {
        let view = self.view;
        match c {
            '"' | '“' | '”' | '«' | '‘' => {
                let Some(quotation) = view.opening(self.at) else {
                    return false;
                };
                const NAME: usize = 7;
                const SHORT: usize = 4;
                let length = quotation.close - self.at;
                let behind = quotation.close + 1;
                let kind = Classes::ORGANISATION
                    .or(Classes::MEDIA)
                    .or(Classes::DOCUMENT);
                // `مستوطني "كفار بلوم"، فلان`: behind an open noun, and the sentence goes on; an open
                // `مسؤولو` needs its genitive whatever follows.
                let people = Classes::OFFICE.or(Classes::UNNAMED).or(Classes::COLLECTIVE);
                let of_noun = length <= SHORT
                    && !self.closed
                    && self.words > 0
                    && !looks_like_name(view, self.at - 1)
                    && (view.is(self.at - 1, people)
                        || view.is_comma(behind)
                        || view.is(behind, Classes::COMPLEMENTISER)
                        || view.is_word(behind) && view.words[behind].prefix.definite);
                // `تقرير لموقع أجنبي "الضفة"، عن كذا`: an adjective may stand between the outlet and its name.
                let of_outlet = length <= SHORT
                    && self.words > 1
                    && view.is(self.at - 2, Classes::MEDIA)
                    && adjective_like(view, self.at - 1)
                    && (view.is_comma(behind) || view.is(behind, Classes::COMPLEMENTISER));
                // `تحالف الموانئ "الشرقية" العاملة في الخليج`.
                let adjective = length == 2
                    && self.closed
                    && view.words[self.at + 1].prefix.definite
                    && view.words[self.at - 1].prefix.definite
                    && adjective_like(view, self.at + 1);
                let told = self.words <= 2 && length < SHORT && self.want == Want::Addressee;
                let person = self.quoted_person(self.at + 1, quotation.close);
                let names = self.words == 0
                    || person
                    || of_outlet
                    || adjective
                    || view.is(self.at - 1, kind)
                    || self.words > 0 && (told || of_noun);
                if !quotation.closed || length > NAME || !names || quotation.close >= self.limit {
                    return false;
                }
                self.take(quotation.close + 1 - self.at);
                self.closed = true;
                self.named |= person;
                self.name_last = person;
                true
            }
            '(' | '[' => {
                let close = (self.at + 1..(self.at + 9).min(self.limit))
                    .find(|&i| view.is_mark(i, &[')', ']']));
                match close {
                    Some(close) if self.words > 0 => {
                        self.at = close + 1;
                        true
                    }
                    _ => false,
                }
            }
            '-' | '–' | '_' => {
                let joined = self.words > 0
                    && view.tokens.touches_next(self.at - 1)
                    && view.tokens.touches_next(self.at)
                    && view.is_word(self.at + 1);
                if joined {
                    self.take(2);
                }
                joined
            }
            // د. محمد
            '.' if self.words > 0
                && view.tokens.touches_next(self.at - 1)
                && view.folded(self.at - 1).chars().count() == 1
                && view.is_word(self.at + 1) =>
            {
                self.at += 1;
                true
            }
            '/' if self.words > 0 && view.is_word(self.at + 1) => {
                self.at += 1;
                true
            }
            '،' | ',' => self.apposition(),
            _ => false,
        }
    }

    /// `المبعوث الدولي "فلان الفلاني"`: the name of whoever is in the office, in quotation marks.
    fn quoted_person(&self, from: usize, to: usize) -> bool {
        let view = self.view;
        self.words > 0
            && !self.named
            && self.closed
            && to - from >= 2
            && self.may_be_named()
            && (from..to)
                .all(|i| view.is_word(i) && (name_word(view, i) || view.is(i, Classes::HONORIFIC)))
            && (from..to).any(|i| view.is(i, Classes::GIVEN_NAME))
    }

    /// `عضو المجلس، فلان الفلاني، أن`: a name or a title between commas goes on with the phrase.
    pub(super) fn apposition(&mut self) -> bool {
        let view = self.view;
        if self.want == Want::Inner || self.words == 0 || self.after_comma && !self.named {
            return false;
        }
        let next = self.at + 1;
        // `منظمة حقوق الإنسان، (هيومان رايتس)،`
        if view.is_mark(next, &['(']) {
            self.at = next;
            return self.mark('(') && view.is_comma(self.at);
        }
        if !view.is_word(next) {
            return false;
        }
        let titled = view.is(next, Classes::TITLE) && view.words[next].prefix.conjunction.is_none();
        let name = !self.named
            && looks_like_name(view, next)
            && view.words[next].prefix.conjunction.is_none();
        let ranked = !self.named && view.is(next, Classes::HONORIFIC.or(Classes::RANK));
        let slot = !self.named
            && self.want == Want::Source
            && view.is(self.head, Classes::TITLE)
            && self.name_slot(next);
        if slot {
            while view.is_word(self.at + 1) {
                self.at += 1;
            }
            self.at += 1;
            self.words += 1;
            self.closed = true;
            self.named = true;
            self.after_comma = true;
            return true;
        }
        if !(titled && self.named || name || ranked || titled && !self.closed) {
            return false;
        }
        if is_finite_cue(view, next) && !view.is(next, Classes::GIVEN_NAME) {
            return false;
        }
        let Some(inner) = parse(view, next, self.limit, Want::Inner, self.taken) else {
            return false;
        };
        // The apposition ends where the phrase must: at a comma, a colon, a quotation or a complementiser.
        let ends = inner.end >= self.limit
            || view.is_mark(inner.end, &['،', ',', ':', '"', '«', '“', '”'])
            || view.is(
                inner.end,
                Classes::COMPLEMENTISER
                    .or(Classes::TIME)
                    .or(Classes::OPENER)
                    .or(Classes::PREPOSITION),
            )
            || is_finite_cue(view, inner.end);
        if !(ends || titled && self.named) {
            return false;
        }
        self.at = inner.end;
        self.words += 1;
        self.closed = true;
        self.named = true;
        self.after_comma = true;
        true
    }

    /// Two to four bare words between commas after an office are a name, whatever the words are.
    pub(super) fn name_slot(&self, from: usize) -> bool {
        let view = self.view;
        let end = (from..self.limit.min(from + 5))
            .find(|&i| !view.is_word(i))
            .unwrap_or(from);
        let bounded = view.is_comma(end) || view.is_mark(end, &[':']);
        bounded
            && end - from >= 2
            && (from..end).all(|i| name_word(view, i))
            && !view.words[from].prefix.definite
    }
}
