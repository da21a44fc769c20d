//! Takes: a token, its clitics and what a corpus tells of it. Gives: an [`Observation`], and for a place in a
//! sentence its features, as numbers of rows of weights. Relies on: nothing else; the learner and the reader
//! call the same functions, so that they always agree.

use super::kinds::{Kind, Kinds};
use super::{TAGS, Tag};
use smallvec::SmallVec;

use crate::language::arabic::clitics::Clitics;
use crate::text::fold;
use crate::text::token::{self, Tokens};

/// Rows of weights, as a power of two.
pub(crate) const ROW_BITS: u32 = 16;

/// How many features a place has.
pub(crate) const FEATURES: usize = 37;

/// What is seen of one token. Runs of letters are kept as hashes.
#[derive(Debug, Clone)]
pub(crate) struct Observation {
    whole: u32,
    stem: u32,
    /// The last one to four letters of the stem, the first one to three.
    last: [u32; 4],
    first: [u32; 3],
    length: u32,
    before: u32,
    pronoun: u32,
    /// The last character as written, marks included: ً tells an adverb, ة a noun.
    written_end: u32,
    definite: bool,
    number: bool,
    mark: bool,
    kind: Kind,
}

impl Observation {
    /// The token at `at`, which is no line end, with its clitics.
    pub(crate) fn of(tokens: &Tokens<'_>, at: usize, clitics: &Clitics, kinds: &Kinds) -> Self {
        let raw = tokens.raw(at);
        let folded = tokens.folded(at);
        let (number, mark) = match tokens.kind(at) {
            token::Kind::Number => (true, false),
            token::Kind::Word => (false, false),
            _ => (false, true),
        };
        let start = clitics.proclitics.last().map_or(0, |&cut| usize::from(cut));
        let end = clitics.enclitic.map_or(raw.len(), usize::from);
        let (before, stem, pronoun) = if mark {
            ("", "", "")
        } else {
            let (start, end) = (in_folded(raw, folded, start), in_folded(raw, folded, end));
            (&folded[..start], &folded[start..end], &folded[end..])
        };
        let letters: SmallVec<[char; 16]> = stem.chars().collect();
        let n = letters.len();
        let mut kind = kinds.of(key(tokens, at, clitics));
        if kind == Kind::UNKNOWN {
            kind = kinds.of(stem);
        }
        let swallowed = before.ends_with('ل') && letters.first() == Some(&'ل') && n > 3;
        Self {
            whole: hash(folded.chars()),
            stem: hash(stem.chars()),
            last: [1, 2, 3, 4].map(|k| hash(letters[n.saturating_sub(k)..].iter().copied())),
            first: [1, 2, 3].map(|k| hash(letters[..n.min(k)].iter().copied())),
            length: n.min(8) as u32,
            before: hash(before.chars()),
            pronoun: hash(pronoun.chars()),
            written_end: raw.chars().next_back().map_or(0, u32::from),
            definite: stem.starts_with("ال") || swallowed,
            number,
            mark,
            kind,
        }
    }

    /// The corpus knows the word as one part of speech only.
    pub(crate) fn sure(&self) -> Option<Tag> {
        self.kind.tags[0].filter(|_| self.kind.share == 10)
    }

    /// The corpus has the word mostly as other parts of speech.
    pub(crate) fn rules_out(&self, tag: Tag) -> bool {
        self.kind.share >= 5 && !self.kind.tags.contains(&Some(tag))
    }

    /// Neither word nor number.
    pub(crate) fn is_mark(&self) -> bool {
        self.mark
    }

    fn shape(&self) -> u32 {
        u32::from(self.definite) | self.last[0] << 1
    }

    fn prior(&self) -> u32 {
        let [first, second] = self.kind.tags.map(tag_number);
        first << 16 | second << 8 | u32::from(self.kind.share)
    }

    fn first_prior(&self) -> u32 {
        tag_number(self.kind.tags[0])
    }
}

/// The letters by which [`Kinds`] knows a token: without conjunction; every number is the same.
pub(crate) fn key<'t>(tokens: &'t Tokens<'_>, at: usize, clitics: &Clitics) -> &'t str {
    match tokens.kind(at) {
        token::Kind::Number => "0",
        token::Kind::Word => {
            let folded = tokens.folded(at);
            if clitics.proclitics.is_empty() {
                folded
            } else {
                folded.strip_prefix(['و', 'ف']).unwrap_or(folded)
            }
        }
        _ => tokens.raw(at),
    }
}

/// Where a byte of a word as written lies in its folded letters.
fn in_folded(raw: &str, folded: &str, byte: usize) -> usize {
    if byte == raw.len() {
        return folded.len();
    }
    if byte == 0 || raw.len() == folded.len() {
        return byte;
    }
    fold::fold(&raw[..byte]).len().min(folded.len())
}

fn tag_number(tag: Option<Tag>) -> u32 {
    tag.map_or(TAGS as u32 + 1, |t| t as u32)
}

fn hash(letters: impl Iterator<Item = char>) -> u32 {
    let hash = letters.fold(0u64, |hash, c| mix(hash, u32::from(c)));
    (hash >> 32) as u32
}

fn mix(hash: u64, value: u32) -> u64 {
    (hash.rotate_left(5) ^ u64::from(value) ^ 0x2545).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The tags before a place: of the token before it, and of the one before that.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context([u32; 2]);

impl Default for Context {
    fn default() -> Self {
        Self([TAGS as u32; 2])
    }
}

impl Context {
    /// The context of the next token.
    pub(crate) fn then(self, tag: Tag) -> Self {
        Self([tag as u32, self.0[0]])
    }
}

/// The rows of the place `at` of a sentence.
pub(crate) fn rows(sentence: &[Observation], at: usize, context: Context) -> [u32; FEATURES] {
    const OUTSIDE: u32 = u32::MAX;
    let word = &sentence[at];
    let near = |step: isize| at.checked_add_signed(step).and_then(|i| sentence.get(i));
    let class = |step: isize| near(step).map_or(OUTSIDE, |o| u32::from(o.kind.class));
    let whole = |step: isize| near(step).map_or(OUTSIDE, |o| o.whole);
    let shape = |step: isize| near(step).map_or(OUTSIDE, Observation::shape);
    let prior = |step: isize| near(step).map_or(OUTSIDE, Observation::prior);
    let first_prior = |step: isize| near(step).map_or(OUTSIDE, Observation::first_prior);
    let [tag, tag_before] = context.0;
    let definite = u32::from(word.definite);
    let definite_before = near(-1).map_or(2, |o| u32::from(o.definite));
    let features: [[u32; 3]; FEATURES] = [
        [0, 0, 0],
        [word.whole, 0, 0],
        [word.stem, 0, 0],
        [word.last[0], 0, 0],
        [word.last[1], 0, 0],
        [word.last[2], 0, 0],
        [word.last[3], 0, 0],
        [word.first[0], 0, 0],
        [word.first[1], 0, 0],
        [word.first[2], 0, 0],
        [word.before, word.pronoun, definite],
        [word.pronoun, 0, 0],
        [word.written_end, definite, 0],
        [word.length, word.first[0], word.last[0]],
        [u32::from(word.number), 0, 0],
        [class(0), 0, 0],
        [class(0), tag, 0],
        [tag, 0, 0],
        [tag, tag_before, 0],
        [tag, definite | definite_before << 1, word.before],
        [class(-1), 0, 0],
        [class(1), 0, 0],
        [class(-2), 0, 0],
        [class(2), 0, 0],
        [class(1), class(-1), 0],
        [class(0), class(1), 0],
        [whole(-1), 0, 0],
        [whole(1), 0, 0],
        [shape(1), shape(0), 0],
        [shape(-1), shape(0), tag],
        [word.first[1], tag, 0],
        [prior(0), 0, 0],
        [first_prior(0), tag_number(word.kind.tags[1]), 0],
        [first_prior(0), tag, first_prior(1)],
        [prior(1), 0, 0],
        [first_prior(-1), first_prior(0), first_prior(1)],
        [first_prior(1), first_prior(2), prior(0)],
    ];
    let mut rows = [0; FEATURES];
    for (number, (row, values)) in rows.iter_mut().zip(features).enumerate() {
        let hash = values.into_iter().fold(number as u64 + 1, mix);
        *row = (hash >> (64 - ROW_BITS)) as u32;
    }
    rows
}
