//! Takes: the table of offices, once states and bodies are known. Gives: offices, people and their terms, and their
//! names among the fixed runs of words. Relies on: a person having one name in English.

use rustc_hash::FxHashMap;
use toml::Spanned;

use super::{LexiconError, Table};
use crate::lexicon::schema;
use crate::lexicon::world::{Days, Office, Person, Term};
use crate::lexicon::{Lexicon, Meaning};
use crate::text::fold::fold;

/// The states and bodies that other tables name: ISO codes and English names, with their indices among the names.
#[derive(Default)]
pub(super) struct Owners {
    pub(super) states: FxHashMap<String, u16>,
    pub(super) bodies: FxHashMap<String, u16>,
}

impl Owners {
    fn state(&self, table: &Table<'_>, iso: &Spanned<String>) -> Result<u16, LexiconError> {
        self.states.get(iso.get_ref()).copied().ok_or_else(|| {
            let fault = format!("no state `{}` in world/states.toml", iso.get_ref());
            table.fault(iso.span().start, fault)
        })
    }

    fn body(&self, table: &Table<'_>, en: &Spanned<String>) -> Result<u16, LexiconError> {
        self.bodies.get(en.get_ref()).copied().ok_or_else(|| {
            let fault = format!(
                "no body with the English name `{}` in world/bodies.toml",
                en.get_ref()
            );
            table.fault(en.span().start, fault)
        })
    }
}

impl Lexicon {
    pub(super) fn offices(
        &mut self,
        table: Table<'_>,
        owners: &Owners,
    ) -> Result<(), LexiconError> {
        let mut people: FxHashMap<String, u16> = FxHashMap::default();
        for written in table.parse::<schema::Offices>()?.office {
            let at = written.title.span().start;
            let title = written.title.get_ref();
            let (state, body) = match (&written.state, &written.body) {
                (Some(iso), None) => {
                    owners.state(&table, iso)?;
                    (Some(iso.get_ref().as_str().into()), None)
                }
                (None, Some(en)) => {
                    let body = owners.body(&table, en)?;
                    (self.names[usize::from(body)].state.clone(), Some(body))
                }
                _ => {
                    return Err(
                        table.fault(at, "an office is of a `state` or of a `body`, one of them")
                    );
                }
            };
            let Some(ar) = title.first() else {
                return Err(table.fault(at, "an office needs a title"));
            };
            let index = self.world.offices.len() as u16;
            let mut titles: Vec<Box<str>> = Vec::new();
            for title in title.iter().map(|t| bare_title(&fold(t)).into()) {
                if !titles.contains(&title) {
                    titles.push(title);
                }
            }
            let mut office = Office {
                state,
                body,
                titles,
                ar: ar.as_str().into(),
                en: written.en.as_str().into(),
                several: written.several,
                terms: Vec::new(),
            };
            for title in &office.titles {
                let offices = self.world.by_title.entry(title.clone()).or_default();
                let same = |o: &&u16| {
                    let other = &self.world.offices[usize::from(**o)];
                    (other.body, &other.state) == (office.body, &office.state)
                };
                if let Some(&other) = offices.iter().find(same) {
                    let fault = format!(
                        "the title `{title}` is given to two offices: {} and {}",
                        self.world.offices[usize::from(other)].en,
                        office.en
                    );
                    return Err(table.fault(at, fault));
                }
                offices.push(index);
            }
            for holder in &written.holder {
                let person = self.person(table, holder, &mut people)?;
                let term = term(
                    table,
                    holder,
                    person,
                    index,
                    office.terms.last().filter(|_| !office.several),
                )?;
                office.terms.push(term);
                self.world.people[usize::from(person)].terms.push(term);
            }
            self.world.offices.push(office);
        }
        Ok(())
    }

    /// The person whom a holder names, entered where he is new.
    fn person(
        &mut self,
        table: Table<'_>,
        holder: &schema::Holder,
        people: &mut FxHashMap<String, u16>,
    ) -> Result<u16, LexiconError> {
        let en = holder.en.get_ref();
        let at = holder.en.span().start;
        let new = self.world.people.len() as u16;
        let index = *people.entry(en.clone()).or_insert(new);
        if index == new {
            let Some(ar) = holder.ar.first() else {
                let fault = format!("`{en}` has no `ar`, and no holder above has given it");
                return Err(table.fault(at, fault));
            };
            self.world.people.push(Person {
                ar: ar.as_str().into(),
                en: en.as_str().into(),
                forms: Vec::new(),
                terms: Vec::new(),
            });
        }
        for name in &holder.ar {
            let folded = fold(name);
            let forms = &mut self.world.people[usize::from(index)].forms;
            if forms.iter().any(|f| **f == *folded) {
                let fault = format!("`{name}` is given twice as a name of {en}");
                return Err(table.fault(at, fault));
            }
            forms.push(folded.into());
            self.phrase(name, Meaning::Person(index));
        }
        Ok(index)
    }
}

/// A holder's time in office, which must not begin before that of the one before him.
fn term(
    table: Table<'_>,
    holder: &schema::Holder,
    person: u16,
    office: u16,
    before: Option<&Term>,
) -> Result<Term, LexiconError> {
    let days = |written: &Option<Spanned<String>>| {
        let Some(written) = written else {
            return Ok(None);
        };
        let fault = || {
            let fault = format!(
                "`{}` is no date: YYYY, YYYY-MM or YYYY-MM-DD",
                written.get_ref()
            );
            table.fault(written.span().start, fault)
        };
        Days::parse(written.get_ref()).ok_or_else(fault).map(Some)
    };
    let (from, to) = (days(&holder.from)?, days(&holder.to)?);
    let at = holder.en.span().start;
    if let (Some(from), Some(to)) = (from, to)
        && from.first > to.last
    {
        return Err(table.fault(at, format!("{} goes before he comes", holder.en.get_ref())));
    }
    if let (Some(from), Some(before)) = (from, before.and_then(|b| b.from))
        && before.first > from.last
    {
        let fault = format!("{} stands behind a later holder", holder.en.get_ref());
        return Err(table.fault(at, fault));
    }
    Ok(Term {
        person,
        office,
        from,
        to,
    })
}

/// A folded title as it is looked up: its words without article, and without ل before one.
pub(crate) fn bare_title(title: &str) -> String {
    let bare = |word: &str| {
        let rest = word.strip_prefix("ال").or_else(|| word.strip_prefix("لل"));
        rest.filter(|r| r.chars().count() >= 2)
            .unwrap_or(word)
            .to_owned()
    };
    title.split(' ').map(bare).collect::<Vec<_>>().join(" ")
}
