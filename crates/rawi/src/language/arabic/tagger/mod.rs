//! Takes: the tokens of a report. Gives: a [`Tag`] for each, its part of speech in its sentence. Relies on:
//! the segmenter for clitics, and on two tables that `rawi-words tagger` learns (lexicon/ar/words/README.md):
//! kinds of words from a corpus, and weights from a treebank.
//!
//! An averaged perceptron (Collins 2002) that reads each sentence once, from its first word to its last.

pub(crate) mod features;
pub(crate) mod kinds;

use crate::language::arabic::clitics::Clitics;
use crate::text::token::{Kind, Tokens};
use features::{Context, FEATURES, Observation, ROW_BITS};
use kinds::Kinds;

/// Parts of speech, as Universal Dependencies names them; auxiliaries count as verbs. A word with clitics has
/// the tag of its stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
pub(crate) enum Tag {
    Verb,
    Noun,
    Adjective,
    ProperNoun,
    Numeral,
    Adverb,
    Adposition,
    Pronoun,
    Particle,
    Subordinator,
    Determiner,
    #[default]
    Punctuation,
}

/// How many tags there are.
pub(crate) const TAGS: usize = 12;

impl Tag {
    pub(crate) const ALL: [Self; TAGS] = [
        Self::Verb,
        Self::Noun,
        Self::Adjective,
        Self::ProperNoun,
        Self::Numeral,
        Self::Adverb,
        Self::Adposition,
        Self::Pronoun,
        Self::Particle,
        Self::Subordinator,
        Self::Determiner,
        Self::Punctuation,
    ];

    /// The universal part of speech.
    pub(crate) fn upos(self) -> &'static str {
        match self {
            Self::Verb => "VERB",
            Self::Noun => "NOUN",
            Self::Adjective => "ADJ",
            Self::ProperNoun => "PROPN",
            Self::Numeral => "NUM",
            Self::Adverb => "ADV",
            Self::Adposition => "ADP",
            Self::Pronoun => "PRON",
            Self::Particle => "PART",
            Self::Subordinator => "SCONJ",
            Self::Determiner => "DET",
            Self::Punctuation => "PUNCT",
        }
    }
}

/// A fault in a table of the tagger.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{table}, line {line}: {fault}")]
pub(crate) struct TableError {
    pub(crate) table: &'static str,
    pub(crate) line: usize,
    pub(crate) fault: String,
}

/// A weight for each tag, padded to a width that a processor adds in one step.
type Row = [i8; 16];

/// Tells the part of speech of each word of a sentence.
#[derive(Debug, Default)]
pub(crate) struct Tagger {
    pub(crate) kinds: Kinds,
    /// A row of weights for each feature.
    weights: Vec<Row>,
}

impl Tagger {
    /// From the text of `kinds.tsv` and the bytes of `tagger.bin`.
    ///
    /// # Errors
    /// A line of the table that is not as the folder's README says, or weights of another size.
    pub(crate) fn load(kinds: &str, weights: &[u8]) -> Result<Self, TableError> {
        let wanted = TAGS << ROW_BITS;
        if weights.len() != wanted {
            return Err(TableError {
                table: "tagger.bin",
                line: 0,
                fault: format!("{} bytes, not {wanted}: learn it again", weights.len()),
            });
        }
        Ok(Self {
            kinds: Kinds::load(kinds)?,
            weights: weights
                .chunks_exact(TAGS)
                .map(|row| std::array::from_fn(|tag| row.get(tag).map_or(0, |&b| b as i8)))
                .collect(),
        })
    }

    /// The tag of every token, by the clitics of each; line ends are punctuation.
    pub(crate) fn tag(&self, tokens: &Tokens<'_>, clitics: &[Clitics]) -> Vec<Tag> {
        let mut tags = Vec::with_capacity(tokens.len());
        let mut sentence: Vec<Observation> = Vec::new();
        for (at, clitics) in clitics.iter().enumerate() {
            let breaks = tokens.kind(at) == Kind::Break;
            if !breaks {
                sentence.push(Observation::of(tokens, at, clitics, &self.kinds));
            }
            if breaks || tokens.mark(at) == Some('.') {
                self.sentence(&sentence, &mut tags);
                sentence.clear();
            }
            if breaks {
                tags.push(Tag::Punctuation);
            }
        }
        self.sentence(&sentence, &mut tags);
        tags
    }

    fn sentence(&self, sentence: &[Observation], tags: &mut Vec<Tag>) {
        let mut context = Context::default();
        for (at, word) in sentence.iter().enumerate() {
            let tag = if word.is_mark() {
                Tag::Punctuation
            } else if let Some(tag) = word.sure() {
                tag
            } else {
                let mut scores = [0i16; 16];
                for row in features::rows(sentence, at, context) {
                    let weights = &self.weights[row as usize];
                    for (score, &weight) in scores.iter_mut().zip(weights) {
                        *score += i16::from(weight);
                    }
                }
                best_of(&scores, word)
            };
            context = context.then(tag);
            tags.push(tag);
        }
    }
}

/// The best tag that the corpus does not rule out.
fn best_of(scores: &[i16; 16], word: &Observation) -> Tag {
    best(&Tag::ALL.map(|tag| {
        if word.rules_out(tag) {
            i16::MIN
        } else {
            scores[tag as usize]
        }
    }))
}

/// The tag with the highest score, the first of equals.
pub(crate) fn best<S: PartialOrd>(scores: &[S; TAGS]) -> Tag {
    let mut best = 0;
    for (index, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = index;
        }
    }
    Tag::ALL[best]
}

const _: () = assert!(FEATURES > 0 && Tag::ALL.len() == TAGS);
