//! Takes: a row of consonants with their vowels. Gives: how it is written. Relies on the rules of
//! Arabic orthography: long vowels are letters, short ones are not, shadda is not written, and the
//! seat of hamza follows the stronger of the vowels around it (i, then u, then a).

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vowel {
    None,
    A,
    I,
    U,
    LongA,
    LongI,
    LongU,
}

use Vowel::{A, I, LongA, LongI, LongU, None, U};

/// A consonant and the vowel after it. The consonant `ا` is the alif that only carries the first
/// vowel (اعترف); `ء` is hamza wherever it sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter(pub(super) char, pub(super) Vowel);

/// The letters of a stem before an ending.
pub(super) fn spell(stem: &[Letter], ending: &str) -> String {
    let mut out = String::with_capacity(stem.len() * 2 + 4);
    let mut at = 0;
    while at < stem.len() {
        let Letter(consonant, vowel) = stem[at];
        let next = stem.get(at + 1);
        let before = at.checked_sub(1).map(|i| stem[i].1);
        // Shadda: written once.
        if vowel == None && next.is_some_and(|n| n.0 == consonant) && consonant != 'ء' {
            at += 1;
            continue;
        }
        if consonant == 'ء' {
            // أأ contracts: آمن، إيمان، أومن.
            if vowel != None && next.is_some_and(|n| *n == Letter('ء', None)) {
                out.push_str(match vowel {
                    I | LongI => "إي",
                    U | LongU => "أو",
                    _ => "آ",
                });
                at += 2;
                continue;
            }
            hamza(&mut out, before, vowel, at + 1 == stem.len(), ending);
        } else if matches!(consonant, 'و' | 'ي') && vowel == None && before == Some(I) {
            // iw becomes ī: إيضاح.
            out.push('ي');
        } else {
            out.push(consonant);
        }
        if consonant != 'ء' || vowel != LongA || before == Some(LongA) {
            match vowel {
                LongA => out.push('ا'),
                LongI => out.push('ي'),
                LongU => out.push('و'),
                _ => {}
            }
        }
        at += 1;
    }
    out
}

fn hamza(out: &mut String, before: Option<Vowel>, after: Vowel, last: bool, ending: &str) {
    let after = if last {
        match ending.chars().next() {
            Option::None => None,
            Some('ا') => LongA,
            Some('و') => LongU,
            Some('ي') => LongI,
            Some('ة') => A,
            Some(_) => None,
        }
    } else {
        after
    };
    let seat = match before {
        Option::None => match after {
            I | LongI => 'إ',
            LongA => 'آ',
            _ => 'أ',
        },
        Some(before) => {
            let i = |v| matches!(v, I | LongI);
            let u = |v| matches!(v, U | LongU);
            if last && ending.is_empty() {
                match before {
                    I => 'ئ',
                    U => 'ؤ',
                    A => 'أ',
                    _ => 'ء',
                }
            } else if i(before) || i(after) {
                'ئ'
            } else if before == LongA && matches!(after, A | LongA | None) || before == LongU {
                'ء'
            } else if before == U || u(after) {
                'ؤ'
            } else if after == LongA && !last {
                'آ'
            } else {
                'أ'
            }
        }
    };
    out.push(seat);
}
