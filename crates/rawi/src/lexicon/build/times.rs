//! Takes: the tables of words of time and of months. Gives: what each says of time. Relies on: the words of
//! time that bound phrases standing among the closed classes too.

use super::{LexiconError, Table};
use crate::language::arabic::time::TimeWord;
use crate::lexicon::schema;
use crate::lexicon::{Classes, Lexicon, Meaning};
use crate::text::fold::fold;

impl Lexicon {
    pub(super) fn times(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let times: schema::Times = table.parse()?;
        for entry in times.unit {
            let (either, words): (Vec<_>, Vec<_>) = entry
                .words
                .into_iter()
                .partition(|w| entry.dual.contains(w));
            self.time(&either, TimeWord::UnitOrTwo(entry.unit));
            self.time(&words, TimeWord::Unit(entry.unit));
            self.time(&entry.dual, TimeWord::TwoUnits(entry.unit));
            self.time(&entry.plural, TimeWord::Units(entry.unit));
        }
        for entry in times.day {
            let (offset, part) = (entry.offset, entry.part);
            self.time(&entry.words, TimeWord::Day { offset, part });
        }
        for entry in times.toward {
            self.time(&entry.words, TimeWord::Toward(entry.step));
        }
        for entry in times.part {
            self.time(&entry.words, TimeWord::Part(entry.part));
        }
        for entry in times.season {
            self.time(&entry.words, TimeWord::Season(entry.season));
        }
        for entry in times.weekday {
            if !(1..=7).contains(entry.day.get_ref()) {
                let message = "`day` is 1 (Monday) to 7";
                return Err(table.fault(entry.day.span().start, message));
            }
            let word = TimeWord::Weekday(*entry.day.get_ref());
            self.time(&entry.words, word);
            // كل ثلاثاء, but never أحد alone: see the reading of weekdays.
            for name in entry.words.iter().filter_map(|w| w.strip_prefix("ال")) {
                self.time(&[name.to_owned()], word);
            }
        }
        for entry in times.phase {
            self.time(&entry.words, TimeWord::Phase(entry.modifier));
        }
        for entry in times.decade {
            self.time(&entry.words, TimeWord::Decade(entry.from));
        }
        for entry in times.reference {
            self.time(&entry.words, TimeWord::Reference(entry.reference));
        }
        for entry in times.every {
            self.time(&entry.words, TimeWord::Every);
        }
        for entry in times.often {
            self.time(&entry.words, TimeWord::Often(entry.unit));
        }
        for entry in times.offset {
            self.time(&entry.words, TimeWord::Offset(entry.step));
        }
        self.time(&times.clock.hour, TimeWord::Hour);
        self.time(&times.clock.zone, TimeWord::Zone);
        self.time(&times.clock.greenwich, TimeWord::Greenwich);
        self.time(&times.ahead.words, TimeWord::Ahead);
        self.time(
            &times.era.hijri,
            TimeWord::Era(crate::time::Calendar::Hijri),
        );
        self.time(
            &times.era.gregorian,
            TimeWord::Era(crate::time::Calendar::Gregorian),
        );
        self.time(&times.era.equals, TimeWord::Equals);
        Ok(())
    }

    pub(super) fn months(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        for month in table.parse::<schema::Months>()?.month {
            if !(1..=12).contains(month.number.get_ref()) {
                return Err(table.fault(month.number.span().start, "`number` is 1 to 12"));
            }
            for name in &month.names {
                self.class_of_words(name, Classes::MONTH.or(Classes::TIME));
            }
            let word = TimeWord::Month(month.calendar, *month.number.get_ref());
            self.time(&month.names, word);
        }
        Ok(())
    }

    /// A word, or a run of words, that says this of time; what was said of it first stands.
    fn time(&mut self, words: &[String], time: TimeWord) {
        for word in words {
            if word.contains(' ') || word.starts_with("ال") {
                self.phrase(word, Meaning::Time(time));
            } else {
                let info = self.words.entry(fold(word).into()).or_default();
                info.time.get_or_insert(time);
            }
        }
    }
}
