//! Takes: the letters of a word. Gives: every [`Analysis`] that the grammar of clitics allows:
//! `[و ف] [ب ل ك س] [ال] stem [pronoun]`. Relies on: `letters`. What is likely is not asked here.

use super::letters::*;

/// و or ف before all else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conjunction {
    None,
    Waw,
    Feh,
}

/// The letter between conjunction and stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Particle {
    None,
    Beh,
    Lam,
    Kaf,
    /// س of the future, before an imperfect.
    Seen,
}

const PARTICLES: [(Particle, Letter); 4] = [
    (Particle::Beh, BEH),
    (Particle::Lam, LAM),
    (Particle::Kaf, KAF),
    (Particle::Seen, SEEN),
];

/// A pronoun that ends a word. The lone ي is none of them: a nisba looks the same and is far more
/// frequent, so the words that have it are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pronoun {
    None,
    /// ه
    Him,
    /// ها
    Her,
    /// هم
    Them,
    /// هما
    Both,
    /// هن
    ThemFeminine,
    /// نا
    Us,
    /// ني
    Me,
    /// ك
    You,
    /// كم
    YouAll,
}

pub(crate) const PRONOUNS: [(Pronoun, &[Letter]); 9] = [
    (Pronoun::Him, &[HEH]),
    (Pronoun::Her, &[HEH, ALEF]),
    (Pronoun::Them, &[HEH, MEEM]),
    (Pronoun::Both, &[HEH, MEEM, ALEF]),
    (Pronoun::ThemFeminine, &[HEH, NOON]),
    (Pronoun::Us, &[NOON, ALEF]),
    (Pronoun::Me, &[NOON, YEH]),
    (Pronoun::You, &[KAF]),
    (Pronoun::YouAll, &[KAF, MEEM]),
];

/// One way to take a word apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Analysis {
    pub(crate) conjunction: Conjunction,
    pub(crate) particle: Particle,
    /// ال, which is not cut off but tells a noun.
    pub(crate) article: bool,
    pub(crate) pronoun: Pronoun,
    /// Letters before the stem and before the pronoun.
    pub(crate) start: u8,
    pub(crate) end: u8,
    /// The ا of an indefinite accusative ends the word; it is not cut off.
    pub(crate) accusative: bool,
    /// The stem as it is spelled alone: ت before a pronoun may be ة, ا may be ى.
    pub(crate) stem: Key,
}

/// Is there anything that could be cut off?
pub(crate) fn may_split(letters: &[Letter]) -> bool {
    let [first, .., last] = letters else {
        return false;
    };
    matches!(*first, WAW | FEH | BEH | LAM | KAF | SEEN)
        || matches!(*last, HEH | ALEF | MEEM | NOON | KAF | YEH)
}

/// Calls `each` with every analysis of a word.
pub(crate) fn analyses(word: &Letters, mut each: impl FnMut(Analysis)) {
    let letters = word.all();
    let pronouns = pronouns(word);
    let conjunctions = match letters[0] {
        WAW => &[Conjunction::None, Conjunction::Waw][..],
        FEH => &[Conjunction::None, Conjunction::Feh],
        _ => &[Conjunction::None],
    };
    for &conjunction in conjunctions {
        let start = usize::from(conjunction != Conjunction::None);
        let mut with = |particle, article, start| {
            stems(
                word,
                &pronouns,
                Analysis {
                    conjunction,
                    particle,
                    article,
                    pronoun: Pronoun::None,
                    start,
                    end: 0,
                    accusative: false,
                    stem: Key::default(),
                },
                &mut each,
            );
        };
        // No stem begins with لل.
        if letters.len() < start + 4 || !letters[start..].starts_with(&[LAM, LAM]) {
            with(Particle::None, false, start as u8);
        }
        if letters[start..].starts_with(&[ALEF, LAM]) {
            with(Particle::None, true, start as u8 + 2);
        }
        let Some(&(particle, _)) = PARTICLES
            .iter()
            .find(|(_, letter)| letters.get(start) == Some(letter))
        else {
            continue;
        };
        let rest = &letters[start + 1..];
        let definite = rest.starts_with(&[ALEF, LAM]);
        match particle {
            // ل takes the alif of ال away: لل.
            Particle::Lam if definite => {}
            Particle::Lam if rest.first() == Some(&LAM) => {
                with(particle, true, start as u8 + 2);
                with(particle, false, start as u8 + 1);
            }
            Particle::Seen => {
                if rest.len() > 2 && matches!(rest[0], YEH | TEH | NOON | ALEF | ALEF_HAMZA) {
                    with(particle, false, start as u8 + 1);
                }
            }
            _ => {
                with(particle, false, start as u8 + 1);
                if definite {
                    with(particle, true, start as u8 + 3);
                }
            }
        }
    }
}

/// The pronouns that the word may end in, with their lengths.
fn pronouns(word: &Letters) -> smallvec::SmallVec<[(Pronoun, usize); 4]> {
    let mut found = smallvec::smallvec![(Pronoun::None, 0)];
    // A noun with tanwin has no owner.
    if !word.tanwin {
        let letters = word.all();
        if matches!(
            letters[letters.len() - 1],
            HEH | ALEF | MEEM | NOON | KAF | YEH
        ) {
            found.extend(
                PRONOUNS
                    .iter()
                    .filter(|(_, p)| letters.ends_with(p))
                    .map(|&(pronoun, p)| (pronoun, p.len())),
            );
        }
    }
    found
}

/// Calls `each` with every stem of at least two letters behind the clitics of `before`.
fn stems(
    word: &Letters,
    pronouns: &[(Pronoun, usize)],
    before: Analysis,
    each: &mut impl FnMut(Analysis),
) {
    let start = usize::from(before.start);
    for &(pronoun, len) in pronouns {
        let end = word.len() - len;
        if end < start + 2 || (pronoun != Pronoun::None && before.article) {
            continue;
        }
        let stem = word.key(start, end);
        let mut with = |stem| {
            each(Analysis {
                pronoun,
                end: end as u8,
                stem,
                ..before
            })
        };
        if pronoun == Pronoun::None {
            with(stem);
            // Nor does an accusative follow ال or a preposition.
            if word.all()[end - 1] == ALEF
                && end > start + 2
                && !before.article
                && before.particle == Particle::None
            {
                let stem = word.key(start, end - 1);
                each(Analysis {
                    pronoun,
                    end: end as u8,
                    accusative: true,
                    stem,
                    ..before
                });
            }
            continue;
        }
        match word.all()[end - 1] {
            // These two only end a word.
            TEH_MARBUTA | ALEF_MAKSURA => continue,
            TEH => with(stem.ending_in(TEH_MARBUTA)),
            ALEF => with(stem.ending_in(YEH)),
            YEH_HAMZA | WAW_HAMZA => with(stem.ending_in(HAMZA)),
            WAW => with(stem.and(ALEF)),
            YEH => with(stem.and(NOON)),
            _ => {}
        }
        with(stem);
    }
}
