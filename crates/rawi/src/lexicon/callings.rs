//! Takes: nothing; these are the types. Gives: [`Callings`], what news calls bodies, people and places by, and
//! the sectors that the words tell. Relies on: folded words without article.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::record::{EntityKind, Sector};

/// Runs of words that mean something, by their first.
#[derive(Debug)]
pub(crate) struct Runs<T>(FxHashMap<Box<str>, Vec<Run<T>>>);

/// The words behind the first, and what the run means.
type Run<T> = (Box<[Box<str>]>, T);

impl<T> Default for Runs<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T> Runs<T> {
    /// Adds a run; among those that begin alike the longest goes first.
    pub(crate) fn add<'w>(&mut self, mut words: impl Iterator<Item = &'w str>, meaning: T) {
        let Some(first) = words.next() else { return };
        let rest: Box<[Box<str>]> = words.map(Into::into).collect();
        let runs = self.0.entry(first.into()).or_default();
        let at = runs.partition_point(|(r, _)| r.len() >= rest.len());
        runs.insert(at, (rest, meaning));
    }

    /// The longest run of these words, `word(0)` the first; and how many it has.
    pub(crate) fn longest<W: AsRef<str>>(&self, word: impl Fn(usize) -> W) -> Option<(usize, &T)> {
        let runs = self.0.get(word(0).as_ref())?;
        runs.iter()
            .find(|(rest, _)| {
                (1..)
                    .zip(rest.iter())
                    .all(|(i, w)| word(i).as_ref() == &**w)
            })
            .map(|(rest, meaning)| (rest.len() + 1, meaning))
    }
}

/// A noun that names a body, with whose or what it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BodyNoun {
    pub(crate) kind: EntityKind,
    pub(crate) sector: Option<Sector>,
    /// It is the ministry of that field: `الخارجية`.
    pub(crate) field: bool,
    /// It names a body only with a name or a nationality: `حركة`.
    pub(crate) named: bool,
    /// Before the name of a body it is that body: `تنظيم القاعدة`.
    pub(crate) same: bool,
}

/// A title, by what its holder is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Role {
    pub(crate) sector: Option<Sector>,
    /// The holder is of the sector of the body that he is said to be of.
    pub(crate) general: bool,
}

#[derive(Debug, Default)]
pub(crate) struct Callings {
    pub(crate) bodies: Runs<BodyNoun>,
    /// By lemmas.
    pub(crate) roles: Runs<Role>,
    /// By lemmas; without a sector those who may be any.
    pub(crate) people: Runs<Option<Sector>>,
    /// Nouns before the name of a place.
    pub(crate) places: FxHashSet<Box<str>>,
    /// Words that show a capital to be meant as a city.
    pub(crate) cities: FxHashSet<Box<str>>,
    /// Words, as written, that only fold to the letters of a title: أمام is no إمام.
    pub(crate) not_titles: FxHashSet<Box<str>>,
    /// Adjectives that leave open who holds an office.
    pub(crate) open: FxHashSet<Box<str>>,
}
