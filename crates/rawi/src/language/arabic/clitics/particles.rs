//! Takes: `particles.txt`, the words whose cuts are written down. Gives: [`Particles`], the cuts of a word
//! that is one of them, و or ف before it or not. Relies on: `letters`.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::letters::{FEH, Key, Letters, WAW};

/// The cuts of a word, in letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cuts {
    /// Ends of the proclitics; 0 is none.
    pub(crate) proclitics: [u8; 2],
    /// Start of the pronoun.
    pub(crate) pronoun: Option<u8>,
    /// The word after this one begins with no clitic.
    pub(crate) governs: bool,
}

/// What `*` stands for.
const PARADIGM: [&str; 8] = ["ه", "ها", "هما", "هم", "هن", "ك", "كم", "نا"];

/// The words whose cuts are written down.
#[derive(Debug, Default)]
pub(crate) struct Particles(FxHashMap<Key, Cuts>);

impl Particles {
    /// # Errors
    /// The number of a line and what is wrong with it.
    pub(crate) fn load(table: &str) -> Result<Self, (usize, String)> {
        let mut particles = Self::default();
        for (line, text) in (1..).zip(table.lines()) {
            let words = text.split_once('#').map_or(text, |(words, _)| words);
            for entry in words.split_whitespace() {
                let result = match entry.strip_suffix('*') {
                    Some(host) => PARADIGM
                        .iter()
                        .try_for_each(|pronoun| particles.add(&format!("{host}{pronoun}"))),
                    None => particles.add(entry),
                };
                result.map_err(|fault| (line, fault))?;
            }
        }
        Ok(particles)
    }

    fn add(&mut self, entry: &str) -> Result<(), String> {
        let (key, cuts) = read(entry)?;
        match self.0.insert(key, cuts) {
            Some(known) if known != cuts => {
                Err(format!("`{entry}` is written in another way further up"))
            }
            _ => Ok(()),
        }
    }

    /// The cuts of a word that is written down, as it is or without و or ف before it.
    pub(crate) fn get(&self, word: &Letters) -> Option<Cuts> {
        let len = word.len();
        if let Some(&cuts) = self.0.get(&word.key(0, len)) {
            return Some(cuts);
        }
        if len < 3 || !matches!(word.all()[0], WAW | FEH) {
            return None;
        }
        let &Cuts {
            proclitics: [first, _],
            pronoun,
            governs,
        } = self.0.get(&word.key(1, len))?;
        Some(Cuts {
            proclitics: [1, if first > 0 { first + 1 } else { 0 }],
            pronoun: pronoun.map(|p| p + 1),
            governs,
        })
    }

    /// Does `previous` go on with a word that begins with no clitic?
    pub(crate) fn governs(&self, previous: &str) -> bool {
        Letters::read(previous)
            .and_then(|letters| self.get(&letters))
            .is_some_and(|cuts| cuts.governs)
    }
}

/// A word of `particles.txt`: `ب+هذا`, `في+ه`, `في>`.
fn read(word: &str) -> Result<(Key, Cuts), String> {
    let (word, governs) = word
        .strip_suffix('>')
        .map_or((word, false), |word| (word, true));
    let mut cuts = Cuts {
        governs,
        ..Cuts::default()
    };
    let key =
        Key::of(&word.replace('+', "")).ok_or_else(|| format!("`{word}` is no Arabic word"))?;
    let mut proclitics = 0;
    let mut letters = 0;
    let pieces: SmallVec<[&str; 4]> = word.split('+').collect();
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            if index + 1 == pieces.len() && is_pronoun(piece) {
                cuts.pronoun = Some(letters);
            } else if proclitics == 0 {
                cuts.proclitics[0] = letters;
                proclitics = 1;
            } else {
                return Err(format!("`{word}` has more than one proclitic"));
            }
        }
        letters += Key::of(piece)
            .ok_or_else(|| format!("`{word}` has a piece that is no Arabic word"))?
            .len() as u8;
    }
    Ok((key, cuts))
}

fn is_pronoun(piece: &str) -> bool {
    matches!(
        piece,
        "ه" | "ها" | "هم" | "هما" | "هن" | "نا" | "ني" | "ي" | "ك" | "كم" | "كما" | "كن"
    )
}
