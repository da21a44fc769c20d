//! Takes: a word as written, marks in place, and the word before it. Gives: [`Clitics`], the places where
//! its proclitics end and its pronoun begins, as UD's Arabic treebanks split words: ال stays with its
//! noun, and للسلطة is ل and لسلطة. Relies on: two word tables of the lexicon, of particles and of stems
//! (lexicon/ar/words/README.md); on no other part of the reader.

pub(crate) mod analysis;
pub(crate) mod evidence;
pub(crate) mod letters;
pub(crate) mod particles;
pub(crate) mod weight;

use analysis::{Analysis, Conjunction, Particle, Pronoun};
use evidence::Evidence;
use letters::{Key, Letters, Sign, sign};
use particles::{Cuts, Particles};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::text::token::{Kind, Tokens};
use weight::{Before, weight};

/// Where a word is to be cut; all are byte offsets into the word as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Clitics {
    /// Ends of the proclitics, in order: و ف, then ب ل ك س.
    pub(crate) proclitics: SmallVec<[u16; 4]>,
    /// Start of the pronoun.
    pub(crate) enclitic: Option<u16>,
}

impl Clitics {
    /// The cuts, in order.
    pub(crate) fn cuts(&self) -> impl Iterator<Item = usize> {
        self.proclitics
            .iter()
            .chain(self.enclitic.as_ref())
            .map(|&cut| usize::from(cut))
    }
}

/// A fault in a word table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{table}, line {line}: {fault}")]
pub(crate) struct TableError {
    table: &'static str,
    line: usize,
    fault: String,
}

impl TableError {
    /// The line of the fault, counted from 1.
    pub(crate) fn line(&self) -> usize {
        self.line
    }
}

/// Cuts words into their clitics.
#[derive(Debug, Default)]
pub(crate) struct Segmenter {
    particles: Particles,
    stems: FxHashMap<Key, [u8; 7]>,
}

impl Segmenter {
    /// From the texts of `stems.txt` and `particles.txt`.
    ///
    /// # Errors
    /// A line that is not as the folder's README says.
    pub(crate) fn load(stems: &str, particles: &str) -> Result<Self, TableError> {
        let particles = Particles::load(particles).map_err(|(line, fault)| TableError {
            table: "particles",
            line,
            fault,
        })?;
        let mut segmenter = Self {
            particles,
            ..Self::default()
        };
        segmenter.stems.reserve(stems.len() / 16);
        for (line, text) in (1..).zip(stems.lines()) {
            if text.starts_with('#') {
                continue;
            }
            let (key, levels) = stem(text).map_err(|fault| TableError {
                table: "stems",
                line,
                fault,
            })?;
            if segmenter.stems.insert(key, levels).is_some() {
                return Err(TableError {
                    table: "stems",
                    line,
                    fault: format!("`{text}` stands here twice"),
                });
            }
        }
        Ok(segmenter)
    }

    /// Where `word` is to be cut. `previous` is the word before it in the sentence, if there is one.
    pub(crate) fn split(&self, word: &str, previous: Option<&str>) -> Clitics {
        let Some(letters) = Letters::read(word) else {
            return before_foreign(word);
        };
        if let Some(cuts) = self.particles.get(&letters) {
            return cuts.in_bytes(&letters);
        }
        if !analysis::may_split(letters.all()) {
            return Clitics::default();
        }
        let before = match previous {
            None => Before::Nothing,
            Some(previous) if self.particles.governs(previous) => Before::Governor,
            Some(_) => Before::Word,
        };
        let whole = self
            .stems
            .get(&letters.key(0, letters.len()))
            .map_or(0.0, |&levels| Evidence::of(levels).tokens);
        let mut best = (0.0, None);
        analysis::analyses(&letters, |analysis| {
            let evidence = self
                .stems
                .get(&analysis.stem)
                .map_or_else(Evidence::default, |&levels| Evidence::of(levels));
            let weight = weight(&analysis, &letters, &evidence, before, whole);
            if weight > best.0 {
                best = (weight, Some(analysis));
            }
        });
        best.1
            .map(|analysis| in_bytes(&analysis, &letters))
            .unwrap_or_default()
    }

    /// The clitics of every word of a text; other tokens have none.
    pub(crate) fn split_all(&self, tokens: &Tokens<'_>) -> Vec<Clitics> {
        let mut previous = None;
        (0..tokens.len())
            .map(|at| {
                let word = (tokens.kind(at) == Kind::Word).then(|| tokens.raw(at));
                let clitics = word
                    .map(|word| self.split(word, previous))
                    .unwrap_or_default();
                previous = word;
                clitics
            })
            .collect()
    }

    /// `word` cut into its pieces; together they are the word.
    pub(crate) fn pieces<'w>(&self, word: &'w str, previous: Option<&str>) -> Vec<&'w str> {
        let mut pieces = Vec::with_capacity(3);
        let mut start = 0;
        for cut in self.split(word, previous).cuts() {
            pieces.push(&word[start..cut]);
            start = cut;
        }
        pieces.push(&word[start..]);
        pieces
    }
}

impl Cuts {
    fn in_bytes(self, letters: &Letters) -> Clitics {
        let byte = |letter: u8| letters.byte(usize::from(letter)) as u16;
        Clitics {
            proclitics: self
                .proclitics
                .into_iter()
                .filter(|&cut| cut > 0)
                .map(byte)
                .collect(),
            enclitic: self.pronoun.map(byte),
        }
    }
}

fn in_bytes(analysis: &Analysis, letters: &Letters) -> Clitics {
    let mut cut = 0;
    let mut proclitics = SmallVec::new();
    for proclitic in [
        analysis.conjunction != Conjunction::None,
        analysis.particle != Particle::None,
    ] {
        if proclitic {
            cut += 1;
            proclitics.push(letters.byte(cut) as u16);
        }
    }
    let enclitic =
        (analysis.pronoun != Pronoun::None).then(|| letters.byte(usize::from(analysis.end)) as u16);
    Clitics {
        proclitics,
        enclitic,
    }
}

/// Proclitics before a number or a word of another script: و20, لـCNN.
fn before_foreign(word: &str) -> Clitics {
    let mut clitics = Clitics::default();
    let mut allowed = "وفبلك";
    let mut letters = 0;
    for (at, c) in word.char_indices() {
        let sign = sign(c);
        if matches!(sign, Sign::Letter(_) | Sign::Other) && letters > 0 {
            let Ok(at) = u16::try_from(at) else { break };
            clitics.proclitics.push(at);
        }
        match sign {
            Sign::Letter(_) if allowed.contains(c) => {
                allowed = if matches!(c, 'و' | 'ف') {
                    "بلك"
                } else {
                    ""
                };
                letters += 1;
            }
            Sign::Mark => {}
            Sign::Other if c.is_alphanumeric() => return clitics,
            _ => break,
        }
    }
    Clitics::default()
}

/// A line of `stems.txt`: the stem and its seven levels.
fn stem(line: &str) -> Result<(Key, [u8; 7]), String> {
    let fault = || format!("`{line}` is not a stem, a tab and seven levels from 0 to z");
    let (stem, levels) = line.split_once('\t').ok_or_else(fault)?;
    let mut read: [u8; 7] = levels.as_bytes().try_into().map_err(|_| fault())?;
    for level in &mut read {
        *level = match *level {
            digit @ b'0'..=b'9' => digit - b'0',
            letter @ b'a'..=b'z' => letter - b'a' + 10,
            _ => return Err(fault()),
        };
    }
    Ok((Key::of(stem).ok_or_else(fault)?, read))
}

#[cfg(test)]
mod tests;
