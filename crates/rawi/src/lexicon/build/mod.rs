//! Takes: the text of every table. Gives: a [`Lexicon`], or the first fault with its file and line.
//! Relies on: the schema for what is in a table, the conjugator for the forms of a verb.

mod callings;
mod closed;
mod cues;
mod events;
mod names;
mod numerals;
pub(super) mod offices;
mod places;
mod sources;
mod times;

use offices::Owners;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::{Classes, Frame, Lexicon, Meaning, Phrase};
use crate::language::arabic::clitics::Segmenter;
use crate::language::arabic::conjugator::{self, FormKind, Inflected, VerbSpec};
use crate::language::arabic::tagger::Tagger;
use crate::text::fold::fold;

/// The weights of the tagger.
const TAGGER: &[u8] = include_bytes!("../../../../../lexicon/ar/words/tagger.bin");

/// Who held which office.
const OFFICES: &str = "world/offices.toml";
/// Places that the table below lacks or names otherwise.
const PLACES_BY_HAND: &str = "world/places-by-hand.toml";
/// Places made from GeoNames.
const PLACES: &str = "world/places.tsv";

/// What is wrong with a table of the lexicon.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub(crate) struct LexiconError {
    file: String,
    line: usize,
    message: String,
}

/// One table being read: its name and text, for errors.
#[derive(Clone, Copy)]
struct Table<'a> {
    file: &'a str,
    text: &'a str,
}

impl Table<'_> {
    fn fault(&self, at: usize, message: impl Into<String>) -> LexiconError {
        let line = 1 + self.text.as_bytes()[..at.min(self.text.len())]
            .iter()
            .filter(|&&b| b == b'\n')
            .count();
        LexiconError {
            file: self.file.to_owned(),
            line,
            message: message.into(),
        }
    }

    fn parse<T: DeserializeOwned>(&self) -> Result<T, LexiconError> {
        toml::from_str(self.text)
            .map_err(|e| self.fault(e.span().map_or(0, |s| s.start), e.message()))
    }

    fn frames(&self, written: &[Spanned<String>]) -> Result<Vec<Frame>, LexiconError> {
        written
            .iter()
            .map(|f| Frame::parse(f.get_ref()).map_err(|m| self.fault(f.span().start, m)))
            .collect()
    }
}

impl Table<'_> {
    /// The finite forms of a verb written as `lemma root form vowels`, its radicals joined by hyphens.
    fn finite_forms(&self, verb: &Spanned<String>) -> Result<Vec<Inflected>, LexiconError> {
        let at = verb.span().start;
        let mut parts = verb.get_ref().split_whitespace();
        let (Some(lemma), Some(root), Some(form)) = (
            parts.next(),
            parts.next(),
            parts.next().and_then(|f| f.parse().ok()),
        ) else {
            return Err(self.fault(at, "a verb is `lemma root form vowels`"));
        };
        let spec = VerbSpec {
            lemma,
            root: &root.replace('-', " "),
            form,
            vowels: parts.next(),
            // Verbal nouns are not asked for.
            masdars: &[lemma.to_owned()],
        };
        let mut forms = conjugator::conjugate(&spec).map_err(|e| self.fault(at, e.to_string()))?;
        forms.retain(|form| {
            matches!(
                form.features.kind,
                FormKind::Perfect | FormKind::Imperfect | FormKind::Subjunctive | FormKind::Jussive
            )
        });
        Ok(forms)
    }
}

pub(super) fn build(tables: &[(&str, &str)]) -> Result<Lexicon, LexiconError> {
    let mut lexicon = Lexicon::default();
    let text = |name: &str| {
        tables
            .iter()
            .find(|(file, _)| *file == name)
            .map_or("", |&(_, text)| text)
    };
    lexicon.segmenter = Segmenter::load(text("ar/words/stems.txt"), text("ar/words/particles.txt"))
        .map_err(|fault| LexiconError {
            file: "ar/words".to_owned(),
            line: fault.line(),
            message: fault.to_string(),
        })?;
    lexicon.tagger =
        Tagger::load(text("ar/words/kinds.tsv"), TAGGER).map_err(|fault| LexiconError {
            file: format!("ar/words/{}", fault.table),
            line: fault.line,
            message: fault.fault,
        })?;
    let mut owners = Owners::default();
    for &(file, text) in tables {
        let table = Table { file, text };
        match file {
            "ar/nouns.toml" => lexicon.nouns(table)?,
            "ar/according-to.toml" => lexicon.according_to(table)?,
            "ar/closed.toml" => lexicon.closed(table)?,
            "ar/occasions.toml" => lexicon.occasions(table)?,
            "ar/adjectives.toml" => lexicon.adjectives(table)?,
            "ar/entities.toml" => lexicon.callings(table)?,
            "ar/titles.toml" => lexicon.titles(table)?,
            "ar/sources.toml" => lexicon.sources(table)?,
            "ar/channels.toml" => lexicon.channels(table)?,
            "ar/numerals.toml" => lexicon.numerals(table)?,
            "ar/times.toml" => lexicon.times(table)?,
            "ar/months.toml" => lexicon.months(table)?,
            "ar/acts.toml" => lexicon.acts(table)?,
            "ar/given-names.toml" => lexicon.given_names(table)?,
            "world/states.toml" => lexicon.states(table, &mut owners)?,
            "world/bodies.toml" => lexicon.bodies(table, &mut owners)?,
            "world/outlets.toml" => lexicon.outlets(table)?,
            // They tell of states and bodies, so they come when all of those are known.
            OFFICES | PLACES_BY_HAND | PLACES => {}
            "ar/events/acts.toml" => lexicon.act_events(table)?,
            "ar/events/light.toml" => lexicon.light_verbs(table)?,
            "ar/events/signs.toml" => lexicon.signs(table)?,
            "ar/events/lasting.toml" => lexicon.lasting(table)?,
            "ar/events/status.toml" => lexicon.status_words(table)?,
            _ if file.starts_with("ar/events/") => lexicon.events(table)?,
            _ if file.starts_with("ar/verbs/") => lexicon.verbs(table)?,
            // The segmenter and the tagger read their own tables.
            "ar/words/stems.txt" | "ar/words/particles.txt" | "ar/words/kinds.tsv" => {}
            _ if file.starts_with("ar/words/") && file.ends_with(".tsv") => {
                lexicon.word_classes(table)?
            }
            _ => {
                return Err(table.fault(
                    0,
                    "no table of this name: see lexicon/README.md for the names there are",
                ));
            }
        }
    }
    let table = |file| Table {
        file,
        text: text(file),
    };
    lexicon.offices(table(OFFICES), &owners)?;
    lexicon.places(table(PLACES_BY_HAND), table(PLACES), &owners)?;
    #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
    for phrases in lexicon.phrases.values_mut() {
        phrases.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
    }
    Ok(lexicon)
}

impl Lexicon {
    fn class(&mut self, word: &str, classes: Classes) {
        let info = self.words.entry(fold(word).into()).or_default();
        info.classes = info.classes.or(classes);
    }

    /// A word or a run of words that means something as a whole.
    fn phrase(&mut self, words: &str, meaning: Meaning) {
        let Some((first, phrase)) = phrase(words, meaning) else {
            return;
        };
        let phrases = self.phrases.entry(first).or_default();
        if !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }

    /// One word goes among the words, a run of words among the phrases.
    fn class_of_words(&mut self, words: &str, classes: Classes) {
        if words.contains(char::is_whitespace) {
            self.phrase(words, Meaning::Class(classes));
        } else {
            self.class(words, classes);
        }
    }

    fn form_of(&mut self, form: &str, lemma: &str) {
        if form != lemma && !form.contains(' ') {
            self.lemmas
                .entry(fold(form).into())
                .or_insert_with(|| fold(lemma).into());
        }
    }
}

/// A run of words, and the word by which it is looked up: its first without article.
pub(crate) fn phrase(words: &str, meaning: Meaning) -> Option<(Box<str>, Phrase)> {
    let mut words: Vec<Box<str>> = words.split_whitespace().map(|w| fold(w).into()).collect();
    let first = words.first_mut()?;
    let definite = match first.strip_prefix("ال") {
        Some(stem) if stem.chars().count() >= 2 => {
            *first = stem.into();
            true
        }
        _ => false,
    };
    let phrase = Phrase {
        words: words.into_boxed_slice(),
        definite,
        meaning,
    };
    Some((phrase.words[0].clone(), phrase))
}
