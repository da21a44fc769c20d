//! Arabic: clitics, inflection, what each word is, where its noun phrases end.

pub(crate) mod agreement;
pub(crate) mod clitics;
pub(crate) mod conjugator;
pub(crate) mod noun_phrase;
pub(crate) mod nouns;
pub(crate) mod number;
pub(crate) mod tagger;
pub(crate) mod time;
pub(crate) mod words;
