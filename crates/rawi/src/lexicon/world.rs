//! Takes: nothing; these are the types. Gives: [`World`], who held which office when, and what places there are.
//! Relies on: names being found as runs of words, like those of states and bodies.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

pub(crate) use super::schema::PlaceKind;

/// A day, or all days of the month or year that is all one knows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) first: Date,
    pub(crate) last: Date,
}

impl std::fmt::Display for Days {
    /// As the table has it: `2021-01`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let first = self.first.to_string();
        let length = match (self.first, self.last) {
            (first, last) if first == last => 10,
            (first, last) if first.month() == last.month() => 7,
            _ => 4,
        };
        f.write_str(&first[..length])
    }
}

impl Days {
    /// `2021`, `2021-01` or `2021-01-26`.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let first = match written.len() {
            4 => format!("{written}-01-01").parse::<Date>().ok()?,
            7 => format!("{written}-01").parse().ok()?,
            10 => written.parse().ok()?,
            _ => return None,
        };
        let last = match written.len() {
            4 => first.last_of_year(),
            7 => first.last_of_month(),
            _ => first,
        };
        Some(Self { first, last })
    }
}

/// A person's time in an office.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Term {
    /// Index into [`World::people`].
    pub(crate) person: u16,
    /// Index into [`World::offices`].
    pub(crate) office: u16,
    pub(crate) from: Option<Days>,
    /// None where it is not known, or has not ended.
    pub(crate) to: Option<Days>,
}

impl Term {
    /// May he have held it on that day, as far as one knows?
    pub(crate) fn may_hold(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from.first <= day) && self.to.is_none_or(|to| day <= to.last)
    }
}

impl std::fmt::Display for Term {
    /// `2021-01-26/2025-01-20`; two dots for what is not known or has not come.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let day = |days: Option<Days>| days.map_or_else(|| "..".to_owned(), |d| d.to_string());
        write!(f, "{}/{}", day(self.from), day(self.to))
    }
}

/// Somebody who has held an office.
#[derive(Debug)]
pub(crate) struct Person {
    /// The name that news uses most, as written.
    pub(crate) ar: Box<str>,
    pub(crate) en: Box<str>,
    /// Folded, the most used first.
    pub(crate) forms: Vec<Box<str>>,
    /// In the order of the table.
    pub(crate) terms: Vec<Term>,
}

/// An office of a state or of a body.
#[derive(Debug)]
pub(crate) struct Office {
    /// ISO code of the state whose office it is, or to which the body belongs.
    pub(crate) state: Option<Box<str>>,
    /// Index of the body among the lexicon's names.
    pub(crate) body: Option<u16>,
    /// Folded wordings of the title, without articles, and without the state or the body.
    pub(crate) titles: Vec<Box<str>>,
    pub(crate) ar: Box<str>,
    pub(crate) en: Box<str>,
    /// Several hold it at the same time.
    pub(crate) several: bool,
    /// In order of time.
    pub(crate) terms: Vec<Term>,
}

impl Office {
    /// The person who alone can have held it on that day, as an index into [`World::people`].
    pub(crate) fn holder(&self, day: Date) -> Option<u16> {
        let mut may = self
            .terms
            .iter()
            .enumerate()
            .filter(|(index, term)| term.may_hold(day) && !self.succeeded(*index, day));
        let (_, term) = may.next()?;
        may.all(|(_, other)| other.person == term.person)
            .then_some(term.person)
    }

    /// Had somebody come after him by then, where nothing tells when he went?
    fn succeeded(&self, index: usize, day: Date) -> bool {
        !self.several
            && self.terms[index].to.is_none()
            && self.terms[index + 1..]
                .iter()
                .any(|next| next.from.is_some_and(|from| from.last <= day))
    }
}

/// Whose an office is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner<'a> {
    /// ISO code.
    State(&'a str),
    /// Index among the lexicon's names.
    Body(u16),
}

#[derive(Debug)]
pub(crate) struct Place {
    /// The name that news uses most, as written.
    pub(crate) ar: Box<str>,
    pub(crate) en: Box<str>,
    pub(crate) kind: PlaceKind,
    /// ISO code of the state it lies in, where that is one.
    pub(crate) state: Option<Box<str>>,
    /// The place that holds it, as an index into [`World::places`].
    pub(crate) within: Option<u16>,
    /// Latitude and longitude, in degrees north and east.
    pub(crate) at: Option<(f32, f32)>,
    pub(crate) inhabitants: u32,
    pub(crate) geonames: Option<u32>,
}

#[derive(Debug, Default)]
pub(crate) struct World {
    pub(crate) people: Vec<Person>,
    pub(crate) offices: Vec<Office>,
    /// Those that many know before those that few know, so that the first of one name is the likeliest.
    pub(crate) places: Vec<Place>,
    /// Offices by the folded title, without articles.
    pub(super) by_title: FxHashMap<Box<str>, Vec<u16>>,
    /// Folded nouns without article that stand before names of places, and the kinds of place they tell.
    pub(super) place_nouns: FxHashMap<Box<str>, Vec<PlaceKind>>,
}

impl World {
    /// The office with this folded title (the masculine, its words without article: `وزير خارجيه`) of this state
    /// or body.
    pub(crate) fn office(&self, title: &str, owner: Owner<'_>) -> Option<&Office> {
        let offices = self.by_title.get(title)?;
        offices
            .iter()
            .map(|&o| &self.offices[usize::from(o)])
            .find(|o| match owner {
                Owner::State(iso) => o.body.is_none() && o.state.as_deref() == Some(iso),
                Owner::Body(body) => o.body == Some(body),
            })
    }

    /// The kinds of place that a folded noun without article says: مدينه, مخيم.
    pub(crate) fn kinds_of(&self, noun: &str) -> &[PlaceKind] {
        self.place_nouns.get(noun).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(person: u16, from: &str, to: &str) -> Term {
        Term {
            person,
            office: 0,
            from: Days::parse(from),
            to: Days::parse(to),
        }
    }

    #[test]
    fn a_date_of_an_office_is_a_day_a_month_or_a_year() {
        for (written, days) in [
            ("2009", Some(("2009-01-01", "2009-12-31"))),
            ("2012-02", Some(("2012-02-01", "2012-02-29"))),
            ("2012-02-03", Some(("2012-02-03", "2012-02-03"))),
            ("2012-02-30", None),
            ("2012-2-3", None),
            ("12", None),
            ("", None),
        ] {
            let parsed = Days::parse(written).map(|d| (d.first.to_string(), d.last.to_string()));
            let days = days.map(|(f, l): (&str, &str)| (f.to_owned(), l.to_owned()));
            assert_eq!(parsed, days, "{written}");
        }
    }

    #[test]
    fn only_one_who_alone_can_have_held_an_office_held_it() {
        let office = |several, terms: Vec<Term>| Office {
            state: None,
            body: None,
            titles: Vec::new(),
            ar: "".into(),
            en: "".into(),
            several,
            terms,
        };
        let exact = office(
            false,
            vec![
                term(1, "2009-01-21", "2013-02-01"),
                term(2, "2013-02-01", ""),
            ],
        );
        let coarse = office(
            false,
            vec![term(1, "", "2011"), term(2, "2011", "2012-03-05")],
        );
        let open = office(false, vec![term(1, "2005", ""), term(2, "2010-06", "")]);
        let several = office(true, vec![term(1, "2005", ""), term(2, "2010-06", "")]);
        for (office, day, holder) in [
            (&exact, "2008-12-31", None),
            (&exact, "2010-05-05", Some(1)),
            // The day of the handover is both's.
            (&exact, "2013-02-01", None),
            (&exact, "2024-01-01", Some(2)),
            (&coarse, "2003-01-01", Some(1)),
            (&coarse, "2011-07-01", None),
            (&coarse, "2012-03-05", Some(2)),
            (&coarse, "2012-03-06", None),
            (&open, "2010-05-31", Some(1)),
            (&open, "2010-06-15", None),
            (&open, "2015-01-01", Some(2)),
            (&several, "2015-01-01", None),
        ] {
            assert_eq!(office.holder(day.parse().unwrap()), holder, "{day}");
        }
    }
}
