//! Takes: root, form and vowels. Gives: the stems that endings go on. Relies on templates for sound
//! roots; hollow, doubled, assimilated and defective ones change them as the grammars say
//! (W. Wright, A Grammar of the Arabic Language, 3rd ed., vol. I, §§ 120–180).

use super::spelling::Vowel::{A, I, LongA, LongI, LongU, None, U};
use super::spelling::{Letter, Vowel, spell};
use super::{ConjugationError, Ending, VerbSpec, Voice};

pub(super) struct Stems {
    root: Vec<char>,
    form: u8,
    perfect: Vowel,
    imperfect: Vowel,
}

type Row = Vec<Letter>;

impl Stems {
    pub(super) fn of(spec: &VerbSpec<'_>) -> Result<Self, ConjugationError> {
        let root: Vec<char> = spec
            .root
            .split_whitespace()
            .filter_map(|r| r.chars().next())
            .map(|c| match c {
                'أ' | 'إ' | 'آ' | 'ؤ' | 'ئ' => 'ء',
                'ى' => 'ي',
                c => c,
            })
            .collect();
        let lemma = || spec.lemma.to_owned();
        if !(1..=13).contains(&spec.form) {
            return Err(ConjugationError::Form {
                lemma: lemma(),
                form: spec.form,
            });
        }
        let needed = if spec.form > 10 { 4 } else { 3 };
        if root.len() != needed {
            return Err(ConjugationError::Radicals {
                lemma: lemma(),
                root: spec.root.to_owned(),
                form: spec.form,
                found: root.len(),
                needed,
            });
        }
        let (perfect, imperfect) = match (spec.form, spec.vowels) {
            (1, Some("a-u")) => (A, U),
            (1, Some("a-i")) => (A, I),
            (1, Some("a-a")) => (A, A),
            (1, Some("i-a")) => (I, A),
            (1, Some("i-i")) => (I, I),
            (1, Some("u-u")) => (U, U),
            (1, _) => return Err(ConjugationError::Vowels { lemma: lemma() }),
            (5 | 6 | 12, _) => (A, A),
            _ => (A, I),
        };
        if spec.form == 1 && spec.masdars.is_empty() {
            return Err(ConjugationError::Masdar { lemma: lemma() });
        }
        Ok(Self {
            root,
            form: spec.form,
            perfect,
            imperfect,
        })
    }

    fn weak(c: char) -> bool {
        matches!(c, 'و' | 'ي')
    }

    fn hollow(&self) -> bool {
        self.root.len() == 3
            && Self::weak(self.root[1])
            && !Self::weak(self.root[2])
            && matches!(self.form, 1 | 4 | 7 | 8 | 10)
    }

    fn defective(&self) -> bool {
        Self::weak(self.root[self.root.len() - 1])
    }

    fn doubled(&self) -> bool {
        self.root.len() == 3
            && self.root[1] == self.root[2]
            && matches!(self.form, 1 | 3 | 4 | 6 | 7 | 8 | 10)
    }

    /// The letter that a weak third radical shows before a consonant: و only in form I.
    pub(super) fn weak_letter(&self) -> char {
        if self.form == 1 && self.root[2] == 'و' {
            'و'
        } else {
            'ي'
        }
    }

    /// دعا is written with alif, رمى and all derived forms with ى.
    pub(super) fn written_with_alif(&self) -> bool {
        self.form == 1 && self.root[2] == 'و'
    }

    /// What comes before the first radical, and the first radical as the form changes it.
    fn head(&self, perfect: bool, vowels: (Vowel, Vowel)) -> Row {
        let (first, second) = vowels;
        let c = self.root[0];
        match (self.form, perfect) {
            (4, true) => vec![Letter('ء', first), Letter(c, None)],
            (5 | 6 | 12, _) => vec![
                Letter('ت', if perfect { first } else { A }),
                Letter(c, second),
            ],
            (7, true) => vec![Letter('ا', first), Letter('ن', None), Letter(c, second)],
            (7, false) => vec![Letter('ن', None), Letter(c, second)],
            (8, _) => {
                let mut row = if perfect {
                    vec![Letter('ا', first)]
                } else {
                    Vec::new()
                };
                let (c, t) = match c {
                    'و' | 'ء' | 'ي' if c != 'ء' || self.root[1] == 'خ' => ('ت', 'ت'),
                    'د' | 'ذ' => ('د', 'د'),
                    'ز' => ('ز', 'د'),
                    'ص' | 'ض' => (c, 'ط'),
                    'ط' | 'ظ' => (c, c),
                    'ث' => ('ث', 'ث'),
                    c => (c, 'ت'),
                };
                row.extend([Letter(c, None), Letter(t, second)]);
                row
            }
            (9 | 13, true) => vec![Letter('ا', first), Letter(c, None)],
            (10, true) => vec![
                Letter('ا', first),
                Letter('س', None),
                Letter('ت', second),
                Letter(c, None),
            ],
            (10, false) => vec![Letter('س', None), Letter('ت', second), Letter(c, None)],
            (1 | 4 | 9 | 13, false) => vec![Letter(c, None)],
            _ => vec![Letter(c, second)],
        }
    }

    /// Head, middle and last radical; `vowel` after the second, `end` after the last.
    fn row(&self, perfect: bool, head: (Vowel, Vowel), vowel: Vowel) -> Row {
        let mut row = self.head(perfect, head);
        let r = &self.root;
        match self.form {
            2 | 5 => row.extend([Letter(r[1], None), Letter(r[1], vowel), Letter(r[2], None)]),
            9 => row.extend([Letter(r[1], A), Letter(r[2], None), Letter(r[2], None)]),
            11 | 12 => row.extend([Letter(r[1], None), Letter(r[2], vowel), Letter(r[3], None)]),
            13 => row.extend([
                Letter(r[1], A),
                Letter(r[2], vowel),
                Letter(r[3], None),
                Letter(r[3], None),
            ]),
            _ => row.extend([Letter(r[1], vowel), Letter(r[2], None)]),
        }
        row
    }

    /// Takes a weak second radical out and gives its place to a vowel of the first.
    fn contract_hollow(&self, row: &mut Row, vowel: Vowel) {
        // A root of weak radicals alone has no first radical left to carry the vowel.
        let Some(second) = row.len().checked_sub(2).filter(|&s| s > 0) else {
            return;
        };
        row.remove(second);
        row[second - 1].1 = vowel;
    }

    /// Moves the vowel between two equal radicals before the first of them: يردُد → يرُدّ.
    fn contract_doubled(row: &mut Row) {
        let Some(second) = row.len().checked_sub(2).filter(|&s| s > 0) else {
            return;
        };
        let vowel = row[second].1;
        row[second].1 = None;
        if row[second - 1].1 == None {
            row[second - 1].1 = vowel;
        }
    }

    /// Stem before vowels, stem before consonants, and how both end.
    pub(super) fn perfect(&self, voice: Voice) -> (Row, Row, Ending) {
        let passive = voice == Voice::Passive;
        let vowel = if passive { I } else { self.perfect };
        let long_first = matches!(self.form, 3 | 6);
        let second = match (passive, long_first) {
            (true, true) => LongU,
            (false, true) => LongA,
            (true, false) if !matches!(self.form, 4) => U,
            _ => A,
        };
        let first = if passive {
            U
        } else if matches!(self.form, 7..=10 | 13) {
            I
        } else {
            A
        };
        let long = self.row(true, (first, second), vowel);
        if self.defective() {
            let mut stem = long;
            stem.pop();
            let ending = if passive || vowel == I {
                Ending::WeakI
            } else {
                Ending::WeakA
            };
            return (stem.clone(), stem, ending);
        }
        if self.hollow() {
            let mut before_vowel = long.clone();
            let mut before_consonant = long;
            let long_vowel = if passive { LongI } else { LongA };
            let short = match (self.form, self.root[1], self.imperfect) {
                (1, 'و', U) if !passive => U,
                (1, ..) => I,
                _ if passive => I,
                _ => A,
            };
            self.contract_hollow(&mut before_vowel, long_vowel);
            self.contract_hollow(&mut before_consonant, short);
            return (before_vowel, before_consonant, Ending::Sound);
        }
        if self.doubled() {
            let mut contracted = long.clone();
            Self::contract_doubled(&mut contracted);
            return (contracted, long, Ending::Sound);
        }
        (long.clone(), long, Ending::Sound)
    }

    /// The stem with its prefix, as it stands before a vowel or (`short`) before a consonant or nothing.
    pub(super) fn imperfect(&self, prefix: char, voice: Voice, short: bool) -> (Row, Ending) {
        let passive = voice == Voice::Passive;
        let vowel = if passive { A } else { self.imperfect };
        let second = if matches!(self.form, 3 | 6) { LongA } else { A };
        let mut row = self.row(false, (A, second), vowel);
        let carries_u = passive || matches!(self.form, 2 | 3 | 4 | 11);
        // وعد: يعد. The first radical goes where the second has i, or a beside a guttural.
        if self.form == 1
            && self.root[0] == 'و'
            && !passive
            && matches!((self.perfect, vowel), (A, I | A) | (I, I))
        {
            row.remove(0);
        }
        // رأى: يرى.
        if matches!(self.form, 1 | 4) && self.root == ['ر', 'ء', 'ي'] {
            row = vec![
                Letter('ر', if self.form == 4 && !passive { I } else { A }),
                Letter('ي', None),
            ];
        }
        let hollow = self.hollow();
        if hollow {
            let long = match (self.form, vowel) {
                _ if passive => LongA,
                (1, U) => LongU,
                (1, I) => LongI,
                (1, _) => LongA,
                (4 | 10, _) => LongI,
                _ => LongA,
            };
            let brief = match long {
                LongU => U,
                LongI => I,
                _ => A,
            };
            self.contract_hollow(&mut row, if short { brief } else { long });
        } else if self.doubled() && !short {
            Self::contract_doubled(&mut row);
        }
        row.insert(0, Letter(prefix, if carries_u { U } else { A }));
        if self.defective() {
            row.pop();
            let ending = match (self.form, vowel) {
                _ if passive => Ending::WeakA,
                (1, U) => Ending::WeakU,
                (1, A) | (5 | 6 | 12, _) => Ending::WeakA,
                _ => Ending::WeakI,
            };
            return (row, ending);
        }
        (row, Ending::Sound)
    }

    pub(super) fn participle(&self, voice: Voice) -> (Row, Ending) {
        let r = &self.root;
        let active = voice == Voice::Active;
        if self.form == 1 {
            return self.first_participle(active);
        }
        let vowel = if active { I } else { A };
        let second = if matches!(self.form, 3 | 6) { LongA } else { A };
        let mut row = self.row(false, (A, second), vowel);
        if self.hollow() {
            let long = if active && matches!(self.form, 4 | 10) {
                LongI
            } else {
                LongA
            };
            self.contract_hollow(&mut row, long);
        } else if self.doubled() {
            Self::contract_doubled(&mut row);
        }
        row.insert(0, Letter('م', U));
        if Self::weak(r[r.len() - 1]) {
            row.pop();
            return (row, if active { Ending::WeakI } else { Ending::WeakA });
        }
        (row, Ending::Sound)
    }

    fn first_participle(&self, active: bool) -> (Row, Ending) {
        let r = &self.root;
        if active {
            let mut row = vec![
                Letter(r[0], LongA),
                Letter(if self.hollow() { 'ء' } else { r[1] }, I),
                Letter(r[2], None),
            ];
            if self.defective() {
                row.pop();
                return (row, Ending::WeakI);
            }
            if self.doubled() {
                row[1].1 = None;
            }
            return (row, Ending::Sound);
        }
        let mut row = vec![Letter('م', A), Letter(r[0], None)];
        if self.hollow() {
            row[1].1 = if r[1] == 'و' { LongU } else { LongI };
            row.push(Letter(r[2], None));
        } else if self.defective() {
            // مدعوّ، منفيّ: the weak radical is doubled and written once.
            row.extend([
                Letter(r[1], if r[2] == 'و' { U } else { I }),
                Letter(r[2], A),
            ]);
        } else {
            row.extend([Letter(r[1], LongU), Letter(r[2], None)]);
        }
        (row, Ending::Sound)
    }

    /// The regular verbal noun of a derived form, as written.
    pub(super) fn masdar(&self) -> String {
        let r = &self.root;
        let defective = self.defective();
        let hollow = self.hollow();
        let (mut row, ending): (Row, &str) = match self.form {
            2 if defective || r[2] == 'ء' => (
                vec![
                    Letter('ت', A),
                    Letter(r[0], None),
                    Letter(r[1], I),
                    Letter(r[2], A),
                ],
                "ة",
            ),
            2 => (
                vec![
                    Letter('ت', A),
                    Letter(r[0], None),
                    Letter(r[1], LongI),
                    Letter(r[2], None),
                ],
                "",
            ),
            3 if defective => (
                vec![Letter('م', U), Letter(r[0], LongA), Letter(r[1], LongA)],
                "ة",
            ),
            3 => (
                vec![
                    Letter('م', U),
                    Letter(r[0], LongA),
                    Letter(r[1], A),
                    Letter(r[2], A),
                ],
                "ة",
            ),
            4 | 7 | 8 | 9 | 10 => {
                let mut row = self.head(true, (I, I));
                if hollow && matches!(self.form, 4 | 10) {
                    row.last_mut().expect("a head has letters").1 = LongA;
                    row.push(Letter(r[2], A));
                    return spell(&row, "ة") + "ة";
                }
                let middle = if hollow { 'ي' } else { r[1] };
                row.extend([
                    Letter(middle, LongA),
                    Letter(if defective { 'ء' } else { r[2] }, None),
                ]);
                (row, "")
            }
            5 | 6 | 12 => {
                let second = if self.form == 6 { LongA } else { A };
                let vowel = if defective { I } else { U };
                let mut row = self.row(true, (A, second), vowel);
                if defective {
                    row.pop();
                    row.last_mut().expect("a row has letters").1 = LongI;
                }
                (row, "")
            }
            13 => (
                vec![
                    Letter('ا', I),
                    Letter(r[0], None),
                    Letter(r[1], I),
                    Letter(r[2], None),
                    Letter(r[3], LongA),
                    Letter(r[3], None),
                ],
                "",
            ),
            _ => {
                let mut row = self.row(true, (A, A), A);
                row.last_mut().expect("a row has letters").1 = A;
                (row, "ة")
            }
        };
        if row.is_empty() {
            row.push(Letter(r[0], None));
        }
        spell(&row, ending) + ending
    }
}
