//! A language is a folder here and a folder of the lexicon: what is particular to it stays inside.

pub(crate) mod arabic;
