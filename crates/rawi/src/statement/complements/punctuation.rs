//! Takes: a mark in a scan: colon, comma, dash, bracket, quotation. Gives: the content it opens, the
//! name it holds, or the way past it. Relies on: the frames for whether words may be opened there.

use super::mention::in_marks;
use super::{Opened, Scan, Step};
use crate::lexicon::{Classes, Introducer, Role};

impl Scan<'_, '_, '_> {
    pub(super) fn mark(&mut self, c: char) -> Step {
        let view = self.view;
        match c {
            ':' => self.colon(),
            '،' | ',' | '؛' | '-' | '–' | '—' => self.pause(matches!(c, '-' | '–' | '—')),
            '(' | '[' => {
                match (self.at + 1..(self.at + 15).min(self.end))
                    .find(|&i| view.is_mark(i, &[')', ']']))
                {
                    Some(close) => self.at = close + 1,
                    None => self.at += 1,
                }
                Step::Go
            }
            '.' | '!' | '?' | '؟' => Step::Fail,
            _ if view.opening(self.at).is_some() => self.quotation(),
            _ => {
                self.at += 1;
                Step::Go
            }
        }
    }

    fn colon(&mut self) -> Step {
        let view = self.view;
        let speaks = self.has(&Introducer::Clause).is_some()
            || self.has(&Introducer::Quotation).is_some()
            || self.has(&Introducer::Colon).is_some();
        if !speaks {
            return Step::Fail;
        }
        let mut start = self.at + 1;
        if view.is_mark(start, &[':', '-']) {
            start += 1;
        }
        self.clause(start, Opened::Quotation)
    }

    /// A comma or a dash, with the remark it opens.
    fn pause(&mut self, dash: bool) -> Step {
        let view = self.view;
        self.commas += 1;
        if self.wanted.strict && self.commas > 1 {
            return Step::Fail;
        }
        self.at += 1;
        if let Some(close) = self.joined_remark() {
            self.at = close;
            return Step::Go;
        }
        // A remark between dashes.
        let close = dash.then(|| {
            (self.at + 1..(self.at + 25).min(self.end)).find(|&i| view.is_mark(i, &['-', '–', '—']))
        });
        if let Some(close) = close.flatten() {
            self.at = close + 1;
        }
        Step::Go
    }

    fn quotation(&mut self) -> Step {
        let view = self.view;
        let Some(quotation) = view.opening(self.at).copied() else {
            return Step::Fail;
        };
        let short =
            quotation.closed && quotation.close - self.at <= 5 && quotation.close > self.at + 1;
        if short && self.names_somebody(quotation.close) {
            self.at = quotation.close + 1;
            return Step::Go;
        }
        // `في المؤتمر المخصص «لحماية …»، إلى أن «…»`: the quotation belongs to a remark.
        let complement = (quotation.close + 1..quotation.close + 4)
            .any(|i| i < self.end && view.is(i, Classes::COMPLEMENTISER));
        if quotation.closed
            && self.stepped > 0
            && complement
            && view.is_word(self.at - 1)
            && view.is_comma(quotation.close + 1)
        {
            self.at = quotation.close + 1;
            return Step::Go;
        }
        // A name in quotation marks inside a remark: «عكاظ» in `ردا على سؤال «عكاظ» …: «…»`.
        if short && self.stepped > 0 && self.clause_is_ahead(quotation.close + 1) {
            self.at = quotation.close + 1;
            return Step::Go;
        }
        // `جندي تابع لقوة المساعدة "إيساف"`: a word or two in marks, with no colon, is a name.
        let named = quotation.closed
            && quotation.close - self.at <= 3
            && self.stepped > 0
            && !self.takes_object(Role::Content);
        if self.has(&Introducer::Quotation).is_some() && !named {
            return self.clause(self.at, Opened::Quotation);
        }
        if self.object_content_allowed() {
            return self.object();
        }
        Step::Fail
    }

    /// A short quotation right before what is said names the source or an addressee.
    fn names_somebody(&mut self, close: usize) -> bool {
        if !self.clause_is_ahead(close + 1) {
            return false;
        }
        let mention = in_marks(self.view, self.at, close);
        if self.wanted.source.is_some() && self.found.source.is_none() {
            self.found.source = Some(mention);
            return true;
        }
        let told = !self.wanted.suffix
            && self.has(&Introducer::Object) == Some(Role::Addressee)
            && self.found.addressees.is_empty();
        if told {
            self.found.addressees.push(mention);
        }
        told
    }
}
