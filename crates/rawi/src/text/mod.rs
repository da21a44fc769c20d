//! What every language shares: folding, tokens, quotation marks, sentences.

pub(crate) mod fold;
pub(crate) mod layout;
pub(crate) mod quotes;
pub(crate) mod token;
