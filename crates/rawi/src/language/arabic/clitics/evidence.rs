//! Takes: an analysis and what the corpus shows of its stem. Gives: how likely the analysis is, up to a
//! factor that all analyses of a word share. Relies on: `analysis`.
//!
//! That a stem exists is shown best by forms that could not come about in another way. That بلد is a
//! word is shown by البلد and لبلد, not by بلد and وبلد, which ب and a stem لد would give as well; that
//! لد is one would be shown by لد, ولد and لدها, not by بلد.

use super::analysis::{Analysis, Conjunction, Particle, Pronoun};
use super::letters::*;

/// In how many word forms of the corpus a stem stands, by what stands around it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Evidence {
    /// Alone.
    pub(crate) bare: f32,
    /// After و or ف only.
    pub(crate) conjunction: f32,
    /// After ال, whatever comes before that.
    pub(crate) article: f32,
    /// After ب ل ك or س.
    pub(crate) particle: f32,
    /// Before a pronoun.
    pub(crate) pronoun: f32,
    /// Before a pronoun other than its most frequent one.
    pub(crate) other_pronoun: f32,
    /// How often the stem stands alone or after ال.
    pub(crate) tokens: f32,
}

/// What the word before lets us expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// The sentence begins here.
    Nothing,
    /// A word that goes on with a bare word: a preposition, a negation.
    Governor,
    Word,
}

/// How much forms count that another analysis explains as well.


impl Evidence {
    /// The forms that speak for the stem of an analysis.
    fn for_stem_of(&self, analysis: &Analysis) -> f32 {
        let Analysis { particle, pronoun, article, conjunction, stem, .. } = *analysis;
        let outside = self.bare + self.conjunction;
        let particles = if particle == Particle::None { self.particle } else { 0.0 };
        let pronouns = if pronoun == Pronoun::None { self.pronoun } else { self.other_pronoun };
        let all = outside + self.article + particles + pronouns;
        if article {
            return all;
        }
        let ambiguous = match stem.len() {
            ..=4 => prm(8, 0.15),
            5 => prm(21, 0.1),
            _ => prm(22, 0.02),
        };
        let discount = |forms: f32, certain: f32| if certain < forms { certain + ambiguous * (forms - certain) } else { forms };
        let mut forms = all;
        if particle == Particle::None {
            match stem.get(0) {
                BEH | LAM | KAF | SEEN => forms = discount(forms, self.article + self.particle),
                WAW | FEH if conjunction == Conjunction::None => {
                    forms = discount(forms, self.article + self.particle + self.conjunction);
                }
                _ => {}
            }
        }
        if pronoun == Pronoun::None {
            let certain = self.article + self.pronoun;
            match ends_like_pronoun(stem) {
                Some(true) => forms = discount(forms, certain),
                Some(false) if certain < forms => forms = certain + prm(23, 0.12) * (forms - certain),
                _ => {}
            }
        }
        forms
    }
}

impl Evidence {
    /// From the levels of the table: 0 is none, and each level above 1 is √2 times the one below; level
    /// 1 is half a form, or one token.
    pub(crate) fn of(levels: [u8; 7]) -> Self {
        let [bare, conjunction, article, particle, pronoun, other_pronoun, tokens] =
            levels.map(|level| LEVELS[usize::from(level)]);
        Self { bare, conjunction, article, particle, pronoun, other_pronoun, tokens: 2.0 * tokens }
    }
}

/// What the levels `0` to `z` stand for.
pub(crate) const LEVELS: [f32; 36] = levels();

const fn levels() -> [f32; 36] {
    let mut levels = [0.0; 36];
    let (mut even, mut odd) = (0.5, 0.5 * std::f32::consts::SQRT_2);
    let mut level = 1;
    while level < 36 {
        (levels[level], even, odd) = (even, odd, 2.0 * even);
        level += 1;
    }
    levels
}

/// Whether a stem ends like one of the frequent pronouns (ه ها هم هما), or like a rare one.
fn ends_like_pronoun(stem: Key) -> Option<bool> {
    let len = stem.len();
    let before = if len > 1 { stem.get(len - 2) } else { 0 };
    match (before, stem.get(len - 1)) {
        (_, HEH) | (HEH, ALEF | MEEM) => Some(true),
        (MEEM, ALEF) if len > 2 && stem.get(len - 3) == HEH => Some(true),
        (_, KAF) | (NOON, ALEF | YEH) | (KAF, MEEM) | (HEH, NOON) => Some(false),
        _ => None,
    }
}

/// How a stem is inflected as far as its spelling shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// يكتب
    Imperfect,
    /// Ends in ة.
    Feminine,
    /// كتبت كتبوا كتابا
    PerfectOrAccusative,
    Other,
}

fn shape(stem: Key) -> Shape {
    let len = stem.len();
    let last = stem.get(len - 1);
    let before = if len > 1 { stem.get(len - 2) } else { 0 };
    match last {
        TEH_MARBUTA => Shape::Feminine,
        _ if stem.get(0) == YEH && len > 2 => Shape::Imperfect,
        ALEF => Shape::PerfectOrAccusative,
        TEH if before != ALEF => Shape::PerfectOrAccusative,
        _ => Shape::Other,
    }
}

fn conjunction_weight(conjunction: Conjunction, before: Before) -> f32 {
    match (before, conjunction) {
        (Before::Nothing, Conjunction::None) => 0.70,
        (Before::Nothing, Conjunction::Waw) => 0.28,
        (Before::Nothing, Conjunction::Feh) => 0.014,
        (Before::Word, Conjunction::None) => 0.94,
        (Before::Word, Conjunction::Waw) => 0.057,
        (Before::Word, Conjunction::Feh) => 0.0017,
        (Before::Governor, Conjunction::None) => 0.9988,
        (Before::Governor, Conjunction::Waw) => 0.001,
        (Before::Governor, Conjunction::Feh) => 0.0002,
    }
}

fn particle_weight(particle: Particle, article: bool, shape: Shape, first: Letter) -> f32 {
    match (shape, particle, article) {
        (Shape::Imperfect, Particle::None, false) => 0.77,
        (Shape::Imperfect, Particle::None, true) => 0.015,
        (Shape::Imperfect, Particle::Beh, false) => 0.007,
        (Shape::Imperfect, Particle::Lam, false) => 0.06,
        (Shape::Imperfect, Particle::Kaf, false) => 0.003,
        (Shape::Imperfect, Particle::Seen, _) => 0.12,
        (Shape::Imperfect, _, true) => 0.001,
        (Shape::PerfectOrAccusative, Particle::None, false) => 0.93,
        (Shape::PerfectOrAccusative, Particle::None, true) => 0.025,
        (Shape::PerfectOrAccusative, Particle::Beh | Particle::Lam, false) => 0.02,
        (Shape::PerfectOrAccusative, Particle::Kaf, false) => 0.005,
        (Shape::PerfectOrAccusative, Particle::Seen, _) if first != ALEF => 0.01,
        (Shape::PerfectOrAccusative, Particle::Seen, _) => 0.0015,
        (Shape::PerfectOrAccusative, _, true) => 0.003,
        (Shape::Feminine, Particle::Seen, _) => 1e-4,
        (_, Particle::None, false) => 0.5,
        (_, Particle::None, true) => 0.3,
        (_, Particle::Beh, false) => 0.06,
        (_, Particle::Beh, true) => 0.034,
        (_, Particle::Lam, false) => 0.055,
        (_, Particle::Lam, true) => 0.037,
        (_, Particle::Kaf, false) => 0.009,
        (_, Particle::Kaf, true) => 0.0015,
        (_, Particle::Seen, _) if first != ALEF => 0.06,
        (_, Particle::Seen, _) => 0.005,
    }
}

fn pronoun_weight(pronoun: Pronoun, shape: Shape) -> f32 {
    let some = match pronoun {
        Pronoun::None => return if shape == Shape::Feminine { 0.92 } else { 0.8 },
        Pronoun::Him | Pronoun::Her => 0.07,
        Pronoun::Them => 0.03,
        Pronoun::Both => 0.006,
        Pronoun::ThemFeminine => 0.002,
        Pronoun::Us => 0.014,
        Pronoun::Me => 0.0015,
        Pronoun::You => 0.006,
        Pronoun::YouAll => 0.0025,
    };
    if shape == Shape::Feminine { 0.5 * some } else { some }
}

/// The weight of an analysis. `whole` tells how often the word as it stands is a stem of its own.
pub(crate) fn weight(analysis: &Analysis, word: &Letters, evidence: Option<&Evidence>, before: Before, whole: f32) -> f32 {
    let none = Evidence::default();
    let of_stem = evidence.unwrap_or(&none);
    let mut shape = shape(analysis.stem);
    // يوم, with its article, is no imperfect.
    if shape == Shape::Imperfect && of_stem.article >= 1.0 {
        shape = Shape::Other;
    }
    let first = word.all()[usize::from(analysis.start)];
    let forms = evidence.map_or(0.0, |e| e.for_stem_of(analysis));
    let known = forms >= 0.5;
    // A stem never seen may still be one, the less likely the longer it is to spell.
    let mut weight = (forms + prm(0, 1.0) * prm(1, 0.05).powi(analysis.stem.len() as i32 - 3))
        * conjunction_weight(analysis.conjunction, before)
        * particle_weight(analysis.particle, analysis.article, shape, analysis.stem.get(0))
        * pronoun_weight(analysis.pronoun, shape);
    if analysis.accusative {
        weight *= if shape != Shape::Feminine && of_stem.article + of_stem.particle >= 1.0 { prm(24, 0.06) } else { prm(25, 0.003) };
    }
    if analysis.particle != Particle::None {
        // أ and إ inside a word almost always begin a stem.
        if !known && !(first == ALEF_HAMZA || first == ALEF_HAMZA_BELOW) {
            weight *= if analysis.article { prm(9, 0.5) } else if matches!(analysis.particle, Particle::Kaf | Particle::Seen) { prm(10, 1e-3) } else { prm(11, 0.005) };
        }
        if !known && analysis.particle == Particle::Seen && analysis.stem.get(0) == YEH && analysis.stem.len() > 4 && ends_plural(analysis.stem) {
            weight *= prm(12, 300.0);
        }
        if analysis.particle == Particle::Seen && first == ALEF {
            weight *= 0.1;
        }
        // After a preposition there is no accusative.
        if word.fathatan {
            weight *= 1e-3;
        }
    }
    if analysis.pronoun != Pronoun::None {
        if !known {
            weight *= match analysis.pronoun {
                Pronoun::Him => 0.3,
                Pronoun::Her | Pronoun::Them | Pronoun::Both => 1.0,
                _ => 0.01,
            };
        }
        let nominal = of_stem.article + of_stem.particle >= 0.5;
        let imperfect = matches!(analysis.stem.get(0), YEH | TEH);
        match analysis.pronoun {
            Pronoun::Us if !nominal && !imperfect => weight *= prm(13, 0.05),
            Pronoun::Me if of_stem.article >= 0.5 || of_stem.other_pronoun < 0.5 => weight *= prm(14, 0.05),
            Pronoun::You | Pronoun::YouAll | Pronoun::ThemFeminine if of_stem.article + of_stem.other_pronoun < 0.5 => weight *= prm(15, 0.1),
            _ => {}
        }
        if analysis.end - analysis.start < 3 {
            weight *= if matches!(analysis.pronoun, Pronoun::Us | Pronoun::Me | Pronoun::You) { prm(26, 0.1) } else { 0.4 };
        }
        // ال before a stem with an owner is no article, and few stems begin so.
        if word.all()[usize::from(analysis.start)..].starts_with(&[ALEF, LAM]) {
            weight *= 0.02;
        }
    }
    // A word far more frequent than what is left of it is a stem itself.
    if (analysis.start > 0 && !analysis.article) || analysis.pronoun != Pronoun::None {
        if analysis.conjunction == Conjunction::Waw && !known && !analysis.article && analysis.particle == Particle::None {
            // Foreign names: ويليام, وايت.
            match first {
                YEH => weight *= prm(16, 0.2),
                ALEF => weight *= prm(17, 0.1),
                _ => {}
            }
        }
        let ratio = (whole + 1.0) / (of_stem.tokens + 1.0);
        let (free, slope) = if analysis.pronoun != Pronoun::None { (prm(2, 20.0), prm(3, 1.0)) } else if analysis.particle != Particle::None { (prm(4, 8.0), prm(5, 1.5)) } else { (prm(6, 8.0), prm(7, 1.0)) };
        let free = if analysis.particle != Particle::None { match analysis.stem.len() { ..=2 => prm(19, 2.0), 3 => prm(20, 5.0), _ => free } } else { free };
        let free = if of_stem.tokens < 0.5 { prm(18, 2.0) } else { free };
        if ratio > free {
            weight *= (free / ratio).powf(slope);
        }
    }
    weight * hamza_weight(analysis, word)
}

fn ends_plural(stem: Key) -> bool {
    let len = stem.len();
    matches!((stem.get(len - 2), stem.get(len - 1)), (WAW | ALEF, NOON) | (WAW, ALEF))
}

fn hamza_weight(analysis: &Analysis, word: &Letters) -> f32 {
    let mut weight = 1.0;
    for (at, &letter) in word.all().iter().enumerate().skip(1) {
        if at != usize::from(analysis.start) {
            match letter {
                ALEF_HAMZA_BELOW => weight *= 1e-3,
                ALEF_HAMZA | ALEF_MADDA if at == 1 && analysis.start == 0 => weight *= 0.2,
                _ => {}
            }
        }
    }
    weight
}

/// By the number of letters: how many forms a stem never seen is worth.
const UNSEEN: [f32; 9] = [1.0, 1.0, 0.3, 0.1, 0.03, 0.01, 3e-3, 1e-3, 3e-4];

#[allow(dead_code)]
pub(crate) fn prm(i: usize, d: f32) -> f32 {
    static P: std::sync::OnceLock<Vec<Option<f32>>> = std::sync::OnceLock::new();
    P.get_or_init(|| (0..40).map(|i| std::env::var(format!("P{i}")).ok().and_then(|v| v.parse().ok())).collect())[i].unwrap_or(d)
}
