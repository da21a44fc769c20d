//! Takes: entities that a user knows. Gives: [`Knowledge`], which a reading looks for beside those of the lexicon.
//! Relies on: the fold; only names in Arabic script can be found.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use toml::Spanned;

use crate::language::arabic::words::{self, Hit};
use crate::lexicon::world::Days;
use crate::lexicon::{Meaning, Phrase, bare_title, phrase};
use crate::record::{EntityKind, Sector};
use crate::text::fold::fold;
use crate::text::token::Tokens;

/// Something that a user knows, as an entry of a table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownEntity {
    /// What kind of thing it is.
    pub kind: EntityKind,
    /// Its names in Arabic, the clearest first.
    pub ar: Vec<String>,
    /// Its name in English.
    pub en: Option<String>,
    /// ISO code (two letters) of the state that it is, belongs to or lies in.
    pub state: Option<String>,
    /// What it is in public life.
    pub sector: Option<Sector>,
    /// What other collections of data call it: `{ wikidata = "Q…" }`.
    #[serde(default)]
    pub identifiers: BTreeMap<String, String>,
    /// Offices that a person has held.
    #[serde(default)]
    pub position: Vec<KnownPosition>,
}

/// An office that a person has held.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownPosition {
    /// Its title, without the state or the body: `["وزير النقل"]`.
    pub title: Vec<String>,
    /// ISO code of the state whose it is.
    pub state: Option<String>,
    /// Name in Arabic of the body whose it is.
    pub body: Option<String>,
    /// Since when: `2021`, `2021-01` or `2021-01-26`.
    pub from: Option<String>,
    /// Until when, likewise.
    pub to: Option<String>,
}

/// What is wrong with a table of entities.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct KnowledgeError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there, and what to do.
    pub message: String,
}

/// Entities of a user's own, to be found in reports beside those that rawi knows.
///
/// ```
/// use rawi::{Knowledge, Metadata, Report, read_with};
///
/// let own = Knowledge::from_toml(
///     "[[entity]]\nkind = \"organisation\"\nar = [\"شركة المرفأ الأزرق\"]\nidentifiers = { register = \"77\" }\n",
/// )?;
/// let report = Report::new("أعلنت شركة المرفأ الأزرق وقف العمل.", Metadata::default());
/// let record = read_with(&report, &own);
/// assert_eq!(record.entities[0].identifiers["register"], "77");
/// # Ok::<(), rawi::KnowledgeError>(())
/// ```
#[derive(Debug, Default)]
pub struct Knowledge {
    entities: Vec<KnownEntity>,
    phrases: FxHashMap<Box<str>, Vec<Phrase>>,
    /// By folded titles, without articles.
    offices: FxHashMap<String, Vec<OwnTerm>>,
}

/// A known person's time in an office.
#[derive(Debug)]
struct OwnTerm {
    /// ISO code of the state, or folded name of the body.
    owner: String,
    entity: u32,
    position: usize,
    from: Option<Days>,
    to: Option<Days>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    entity: Vec<Spanned<KnownEntity>>,
}

impl Knowledge {
    /// The entities of a TOML table of `[[entity]]`.
    ///
    /// # Errors
    /// What is no such table, a name that is not in Arabic script, a date or a code that is none.
    pub fn from_toml(text: &str) -> Result<Self, KnowledgeError> {
        let line = |at: usize| 1 + text.bytes().take(at).filter(|&b| b == b'\n').count();
        let table: Table = toml::from_str(text).map_err(|e| KnowledgeError {
            line: line(e.span().map_or(0, |s| s.start)),
            message: e.message().to_owned(),
        })?;
        let mut known = Self::default();
        for entity in table.entity {
            let line = line(entity.span().start);
            known
                .add(entity.into_inner())
                .map_err(|message| KnowledgeError { line, message })?;
        }
        Ok(known)
    }

    /// How many entities there are.
    pub fn len(&self) -> usize {
        self.entities.len()
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// Adds all that another holds.
    pub fn extend(&mut self, other: Self) {
        for entity in other.entities {
            // It was sound when it was added there.
            let _ = self.add(entity);
        }
    }

    /// Adds an entity.
    ///
    /// # Errors
    /// Says what is wrong with it and what to do; nothing is added then.
    pub fn add(&mut self, entity: KnownEntity) -> Result<(), String> {
        let iso = |code: &Option<String>| match code {
            Some(code) if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()) => {
                Err(format!(
                    "`{code}` is no ISO code of a state; write its two capital letters, as in \"JO\""
                ))
            }
            _ => Ok(()),
        };
        iso(&entity.state)?;
        if entity.ar.is_empty() {
            return Err("an entity needs a name; put its names in Arabic into `ar`".to_owned());
        }
        for name in &entity.ar {
            if !is_arabic(name) {
                return Err(format!(
                    "`{name}` is not in Arabic script; put names in other scripts into `en`, or leave them out"
                ));
            }
            if entity.kind == EntityKind::Person && !name.trim().contains(' ') {
                return Err(format!(
                    "`{name}` is one word, and too many people share it; give a person's full name (the surname is then found by itself)"
                ));
            }
        }
        let index = self.entities.len() as u32;
        let mut terms = Vec::new();
        for (position, held) in entity.position.iter().enumerate() {
            iso(&held.state)?;
            let days = |written: &Option<String>| {
                let Some(written) = written else {
                    return Ok(None);
                };
                let parsed = Days::parse(written);
                parsed.map(Some).ok_or_else(|| {
                    format!("`{written}` is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
                })
            };
            let owner = match (&held.state, &held.body) {
                (Some(iso), None) => iso.clone(),
                (None, Some(body)) => fold(body),
                _ => {
                    return Err(
                        "a position is of a `state` or of a `body`; give one of them".to_owned(),
                    );
                }
            };
            let (from, to) = (days(&held.from)?, days(&held.to)?);
            for title in &held.title {
                let owner = owner.clone();
                let term = OwnTerm {
                    owner,
                    entity: index,
                    position,
                    from,
                    to,
                };
                terms.push((bare_title(&fold(title)), term));
            }
        }
        for (title, term) in terms {
            self.offices.entry(title).or_default().push(term);
        }
        for name in &entity.ar {
            if let Some((first, phrase)) = phrase(name, Meaning::Own(index)) {
                let phrases = self.phrases.entry(first).or_default();
                phrases.push(phrase);
                phrases.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
            }
        }
        self.entities.push(entity);
        Ok(())
    }

    pub(crate) fn entity(&self, index: u32) -> &KnownEntity {
        &self.entities[index as usize]
    }

    /// Where the text has names of these entities, in order.
    pub(crate) fn hits(&self, tokens: &Tokens<'_>) -> Vec<Hit> {
        if self.phrases.is_empty() {
            return Vec::new();
        }
        words::runs(tokens, |first| {
            self.phrases.get(first).map_or(&[], Vec::as_slice)
        })
    }

    /// The only one who may have held the office on that day, and which of his positions it is.
    pub(crate) fn holder(&self, title: &str, owners: &[String], day: Date) -> Option<(u32, usize)> {
        let terms = self.offices.get(title)?;
        let mut may = terms.iter().filter(|term| {
            owners.contains(&term.owner)
                && term.from.is_none_or(|from| from.first <= day)
                && term.to.is_none_or(|to| day <= to.last)
        });
        let first = may.next()?;
        may.all(|other| other.entity == first.entity)
            .then_some((first.entity, first.position))
    }
}

fn is_arabic(name: &str) -> bool {
    let letter = |c: char| matches!(c, '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}');
    name.chars().any(letter) && !name.chars().any(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::Knowledge;

    #[test]
    fn faults_are_told_with_their_line_and_what_to_do() {
        for (table, line, message) in [
            ("[[entity]]\nkind = \"ship\"\n", 2, "unknown variant"),
            (
                "\n[[entity]]\nkind = \"person\"\nar = [\"سليم\"]\n",
                2,
                "one word",
            ),
            (
                "[[entity]]\nkind = \"place\"\nar = [\"Port\"]\n",
                1,
                "not in Arabic script",
            ),
            ("[[entity]]\nkind = \"place\"\nar = []\n", 1, "needs a name"),
            (
                "[[entity]]\nkind = \"place\"\nar = [\"المرسى\"]\nstate = \"Jordan\"\n",
                1,
                "two capital letters",
            ),
            (
                "[[entity]]\nkind = \"person\"\nar = [\"سليم الحوراني\"]\n[[entity.position]]\ntitle = [\"وزير النقل\"]\nstate = \"JO\"\nfrom = \"soon\"\n",
                1,
                "`soon` is no date",
            ),
            (
                "[[entity]]\nkind = \"person\"\nar = [\"سليم الحوراني\"]\n[[entity.position]]\ntitle = [\"وزير النقل\"]\n",
                1,
                "give one of them",
            ),
        ] {
            let error = Knowledge::from_toml(table).expect_err(table);
            assert_eq!(error.line, line, "{table}");
            assert!(error.message.contains(message), "{error}");
        }
        assert_eq!(Knowledge::from_toml("").map(|k| k.len()).ok(), Some(0));
    }
}
