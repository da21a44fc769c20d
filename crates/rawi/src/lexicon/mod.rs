//! Takes: the tables of `lexicon/`. Gives: [`Lexicon`], what each word form is. Relies on: the fold,
//! and on a language's conjugator for the forms of its verbs. Compiled once, at the first reading.

mod build;
mod frame;
#[allow(
    dead_code,
    reason = "glosses, examples and codes are for those who edit the tables; parsing checks them"
)]
mod schema;

pub(crate) use build::LexiconError;
pub(crate) use frame::{Frame, Introducer, Role, Slot};
pub(crate) use schema::{SourceKind, Speaker};

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::language::arabic::clitics::Segmenter;
use crate::language::arabic::conjugator::Features;
use crate::record::{Access, Act, Channel, Count, EntityKind, Form, Stance};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// What a word is, as a set: a word form may be several things at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Classes(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal),+ $(,)?) => {
        impl Classes {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)+

            /// Every class with its name, for people.
            pub(crate) const NAMED: &'static [(&'static str, Self)] = &[$((stringify!($name), Self::$name)),+];
        }
    };
}

classes! {
    COMPLEMENTISER = 0,
    PREPOSITION = 1,
    CONJUNCTION = 2,
    RELATIVE = 3,
    DEMONSTRATIVE = 4,
    PRONOUN = 5,
    NEGATION = 6,
    AUXILIARY = 7,
    /// Opens a side remark: خلال، عقب.
    OPENER = 8,
    /// Opens a new clause of the narrator: فيما، بينما.
    CONNECTOR = 9,
    TIME = 10,
    OFFICE = 11,
    HONORIFIC = 12,
    RANK = 13,
    PROFESSION = 14,
    SPOKESMAN = 15,
    KIN = 16,
    GIVEN_NAME = 17,
    NATIONALITY = 18,
    UNNAMED = 19,
    DOCUMENT = 20,
    ORGANISATION = 21,
    MEDIA = 22,
    COLLECTIVE = 23,
    ROLE = 24,
    MONTH = 25,
    QUALITY = 26,
    /// A plural form of a title or of a head of source phrases.
    PLURAL = 27,
    FEMININE = 28,
    QUANTIFIER = 29,
    WEEKDAY = 30,
    /// A preposition with its pronoun: منه، إليهم.
    PREPOSITION_SUFFIXED = 31,
    INTERROGATIVE = 32,
    /// Stands inside a clause and bounds nothing: أيضا، فقط.
    PARTICLE = 33,
    /// Hands over to a speaker at the head of a sentence: من جهته.
    TURN = 34,
    /// A noun, by how often news gives it the article.
    NOUN = 35,
    /// A finite verb, by how often it follows قد or لم.
    VERB = 36,
    /// A run of words in which none is a cue: أي وقت مضى.
    IDIOM = 37,
    /// Opens a condition: إذا، لو.
    CONDITION = 38,
    /// دون: what follows its أن is left undone.
    WITHOUT = 39,
    /// A document that one goes by rather than listens to: `وفق القانون`.
    NORM = 50,
