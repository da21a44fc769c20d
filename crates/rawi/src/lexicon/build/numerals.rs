//! Takes: the table of numerals. Gives: what each word says of a number, and the words that bound one.
//! Relies on: numerals being words of their own; a word that two entries list is a fault.

use super::{LexiconError, Table};
use crate::language::arabic::number::Numeral;
use crate::lexicon::schema::{self, NumeralKind};
use crate::lexicon::{Lexicon, Meaning};
use crate::text::fold::fold;

impl Lexicon {
    pub(super) fn numerals(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let numerals: schema::Numerals = table.parse()?;
        for entry in numerals.numeral {
            let value = *entry.value.get_ref();
            let scale = entry.kind == NumeralKind::Scale;
            if !(scale || entry.dual.is_empty() && entry.plural.is_empty()) {
                let message = "only a scale has `dual` and `plural`";
                return Err(table.fault(entry.value.span().start, message));
            }
            let numeral = match entry.kind {
                NumeralKind::Unit => Numeral::Unit(value),
                NumeralKind::Teen => Numeral::Teen(value),
                NumeralKind::Ten => Numeral::Ten,
                NumeralKind::Tens => Numeral::Tens(value),
                NumeralKind::Hundred => Numeral::Hundred,
                NumeralKind::Hundreds => Numeral::Hundreds(value),
                NumeralKind::Scale => Numeral::Scale(value),
            };
            let (either, words): (Vec<_>, Vec<_>) = entry
                .words
                .into_iter()
                .partition(|w| entry.dual.contains(w));
            self.numeral(&either, Numeral::ScaleOrTwo(value));
            self.numeral(&words, numeral);
            self.numeral(&entry.dual, Numeral::TwoScales(value));
            self.numeral(&entry.plural, Numeral::Scales(value));
        }
        for fraction in numerals.fraction {
            if *fraction.of.get_ref() < 1 {
                return Err(table.fault(fraction.of.span().start, "`of` is 2 or more"));
            }
            let numeral = Numeral::Fraction {
                parts: fraction.parts,
                of: *fraction.of.get_ref(),
                counted: fraction.counted,
            };
            self.numeral(&fraction.words, numeral);
        }
        for vague in numerals.vague {
            let (min, max) = (vague.min, vague.max);
            self.numeral(&vague.words, Numeral::Vague { min, max });
        }
        for ordinal in numerals.ordinal {
            let (value, compound) = (ordinal.value, ordinal.compound);
            self.numeral(&ordinal.words, Numeral::Ordinal { value, compound });
        }
        for bound in numerals.bound {
            for (words, before) in [(&bound.before, true), (&bound.after, false)] {
                for phrase in words {
                    self.phrase(phrase, Meaning::Bound(bound.bound, before));
                }
            }
        }
        for words in &numerals.percent.words {
            self.phrase(words, Meaning::Percent);
        }
        Ok(())
    }

    fn numeral(&mut self, words: &[String], numeral: Numeral) {
        for word in words {
            let info = self.words.entry(fold(word).into()).or_default();
            info.numeral.get_or_insert(numeral);
        }
    }
}
