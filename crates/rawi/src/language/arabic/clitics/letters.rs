//! Takes: a word as written. Gives: [`Letters`], its letters as small numbers with the place of each in
//! the word, and [`Key`]s of runs of them. Relies on: nothing.
//!
//! Marks, tatweel and invisible controls are no letters: they belong to the letter before them. ة and ه
//! stay apart, as do the hamzas inside a word, for they tell a suffix from a stem; only in a key do أ إ آ
//! become ا and ى becomes ي.

use std::hash::{Hash, Hasher};

/// The longest word that is looked into, in letters. No Arabic word is as long.
pub(crate) const LONGEST: usize = 21;

/// A letter: its place in the Unicode block from U+0620 on, or a number above for a Persian one.
pub(crate) type Letter = u8;

const fn letter(c: char) -> Letter {
    (c as u32 - 0x620) as Letter
}

pub(crate) const HAMZA: Letter = letter('ء');
pub(crate) const ALEF_MADDA: Letter = letter('آ');
pub(crate) const ALEF_HAMZA: Letter = letter('أ');
pub(crate) const WAW_HAMZA: Letter = letter('ؤ');
pub(crate) const ALEF_HAMZA_BELOW: Letter = letter('إ');
pub(crate) const YEH_HAMZA: Letter = letter('ئ');
pub(crate) const ALEF: Letter = letter('ا');
pub(crate) const BEH: Letter = letter('ب');
pub(crate) const TEH_MARBUTA: Letter = letter('ة');
pub(crate) const TEH: Letter = letter('ت');
pub(crate) const SEEN: Letter = letter('س');
pub(crate) const FEH: Letter = letter('ف');
pub(crate) const KAF: Letter = letter('ك');
pub(crate) const LAM: Letter = letter('ل');
pub(crate) const MEEM: Letter = letter('م');
pub(crate) const NOON: Letter = letter('ن');
pub(crate) const HEH: Letter = letter('ه');
pub(crate) const WAW: Letter = letter('و');
pub(crate) const ALEF_MAKSURA: Letter = letter('ى');
pub(crate) const YEH: Letter = letter('ي');

/// What a character is to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    Letter(Letter),
    /// ً, the ending of an indefinite accusative.
    Fathatan,
    /// ٌ or ٍ.
    Tanwin,
    /// A mark, a tatweel or an invisible control.
    Mark,
    Other,
}

pub(crate) fn sign(c: char) -> Sign {
    match c {
        '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' => Sign::Letter(letter(c)),
        '\u{064B}' => Sign::Fathatan,
        '\u{064C}' | '\u{064D}' => Sign::Tanwin,
        '\u{0640}' | '\u{064E}'..='\u{065F}' | '\u{0670}' => Sign::Mark,
        'ٱ' => Sign::Letter(ALEF),
        'ک' => Sign::Letter(KAF),
        'ی' => Sign::Letter(YEH),
        'پ' => Sign::Letter(43),
        'چ' => Sign::Letter(44),
        'ژ' => Sign::Letter(45),
        'ڤ' => Sign::Letter(46),
        'گ' => Sign::Letter(47),
        '\u{00AD}'
        | '\u{061C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => Sign::Mark,
        _ => Sign::Other,
    }
}

/// A run of at most [`LONGEST`] letters, six bits each, the first lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Key(u128);

// Two words of 64 bits; most runs fill one only.
impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let (low, high) = (self.0 as u64, (self.0 >> 64) as u64);
        state.write_u64(low);
        if high != 0 {
            state.write_u64(high);
        }
    }
}

impl Key {
    /// The letters of a word without marks, or `None` where something else is in it.
    pub(crate) fn of(word: &str) -> Option<Self> {
        Letters::read(word).map(|letters| letters.key(0, letters.len()))
    }

    pub(crate) fn len(self) -> usize {
        (128 - self.0.leading_zeros() as usize).div_ceil(6)
    }

    pub(crate) fn get(self, at: usize) -> Letter {
        (self.0 >> (6 * at) & 63) as Letter
    }

    /// With its last letter replaced.
    pub(crate) fn ending_in(self, last: Letter) -> Self {
        let at = 6 * (self.len() - 1);
        Self(self.0 & !(63 << at) | u128::from(last) << at)
    }

    /// With one more letter; as it is where it is full.
    pub(crate) fn and(self, next: Letter) -> Self {
        if self.len() < LONGEST {
            Self(self.0 | u128::from(next) << (6 * self.len()))
        } else {
            self
        }
    }
}

/// The letters of a word and where they stand in it.
#[derive(Debug, Clone)]
pub(crate) struct Letters {
    letters: [Letter; LONGEST],
    /// Byte at which each letter begins; marks before the first letter belong to it.
    at: [u16; LONGEST],
    len: u8,
    key: Key,
    /// The word ends in ً, ٌ or ٍ (the alif after ً aside).
    pub(crate) tanwin: bool,
    /// The word ends in ً.
    pub(crate) fathatan: bool,
}

impl Letters {
    /// `None` for what is no Arabic word, or a longer one than there are.
    pub(crate) fn read(word: &str) -> Option<Self> {
        let mut read = Self {
            letters: [0; LONGEST],
            at: [0; LONGEST],
            len: 0,
            key: Key(0),
            tanwin: false,
            fathatan: false,
        };
        for (at, c) in word.char_indices() {
            match sign(c) {
                Sign::Letter(letter) => {
                    let len = usize::from(read.len);
                    *read.letters.get_mut(len)? = letter;
                    read.at[len] = if len == 0 { 0 } else { u16::try_from(at).ok()? };
                    read.key.0 |= u128::from(fold(letter)) << (6 * len);
                    read.len += 1;
                    if letter != ALEF {
                        (read.tanwin, read.fathatan) = (false, false);
                    }
                }
                Sign::Fathatan => (read.tanwin, read.fathatan) = (true, true),
                Sign::Tanwin => read.tanwin = true,
                Sign::Mark => {}
                Sign::Other => return None,
            }
        }
        (read.len > 0).then_some(read)
    }

    pub(crate) fn len(&self) -> usize {
        usize::from(self.len)
    }

    pub(crate) fn all(&self) -> &[Letter] {
        &self.letters[..self.len()]
    }

    /// Byte at which letter `at` begins.
    pub(crate) fn byte(&self, at: usize) -> usize {
        usize::from(self.at[at])
    }

    /// The run from letter `start` up to `end`.
    pub(crate) fn key(&self, start: usize, end: usize) -> Key {
        let mask = u128::MAX >> (128 - 6 * (end - start).max(1));
        Key(self.key.0 >> (6 * start) & mask)
    }
}

fn fold(letter: Letter) -> Letter {
    match letter {
        ALEF_HAMZA | ALEF_HAMZA_BELOW | ALEF_MADDA => ALEF,
        ALEF_MAKSURA => YEH,
        other => other,
    }
}
