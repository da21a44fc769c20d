//! Takes: a line of the table of stems. Gives: [`Evidence`], what the corpus shows of a stem, and how many
//! word forms speak for it in a given analysis. Relies on: `analysis`.
//!
//! That a stem exists is shown best by forms that could not come about in another way. That بلد is a
//! word is shown by البلد and لبلد, not by بلد and وبلد, which ب before a stem لد would give as well; that
//! لد is one would be shown by لد, ولد and لدها, not by بلد.

use super::analysis::{Analysis, Conjunction, Particle, Pronoun};
use super::letters::{ALEF, BEH, FEH, HEH, KAF, Key, LAM, MEEM, NOON, SEEN, WAW, YEH};

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
    /// How often the stem stands alone or after ال, in words of the corpus.
    pub(crate) tokens: f32,
}

impl Evidence {
    /// From the levels of the table; see [`LEVELS`]. A level of tokens stands for twice as many.
    pub(crate) fn of(levels: [u8; 7]) -> Self {
        let [
            bare,
            conjunction,
            article,
            particle,
            pronoun,
            other_pronoun,
            tokens,
        ] = levels.map(|level| LEVELS[usize::from(level)]);
        Self {
            bare,
            conjunction,
            article,
            particle,
            pronoun,
            other_pronoun,
            tokens: 2.0 * tokens,
        }
    }

    /// The stem takes the article or a preposition: it is a noun.
    pub(crate) fn is_nominal(&self) -> bool {
        self.article + self.particle >= 0.5
    }

    /// How many forms speak for the stem of an analysis. Those with the very clitics that the analysis
    /// cuts off do not, nor do those fully that another analysis would explain as well.
    pub(crate) fn forms_for(&self, analysis: &Analysis) -> f32 {
        let Analysis {
            particle,
            pronoun,
            conjunction,
            stem,
            ..
        } = *analysis;
        let particles = if particle == Particle::None {
            self.particle
        } else {
            0.0
        };
        let pronouns = if pronoun == Pronoun::None {
            self.pronoun
        } else {
            self.other_pronoun
        };
        let mut forms = self.bare + self.conjunction + self.article + particles + pronouns;
        if analysis.article {
            return forms;
        }
        let discount = |forms: f32, certain: f32, share: f32| {
            certain.min(forms) + share * (forms - certain).max(0.0)
        };
        // The longer a stem, the less likely that its rest is a stem by chance.
        let share = match stem.len() {
            ..=4 => 0.15,
            5 => 0.1,
            _ => 0.02,
        };
        match stem.get(0) {
            BEH | LAM | KAF | SEEN if particle == Particle::None => {
                forms = discount(forms, self.article + self.particle, share);
            }
            WAW | FEH if particle == Particle::None && conjunction == Conjunction::None => {
                forms = discount(
                    forms,
                    self.article + self.particle + self.conjunction,
                    share,
                );
            }
            _ => {}
        }
        if pronoun == Pronoun::None {
            match pronoun_like(stem) {
                Likeness::Frequent => forms = discount(forms, self.article + self.pronoun, share),
                Likeness::Rare => forms = discount(forms, self.article + self.pronoun, 0.12),
                Likeness::None => {}
            }
        }
        forms
    }
}

/// What the levels `0` to `z` of the table stand for: nothing, then from a half on by √2.
pub(crate) const LEVELS: [f32; 36] = {
    let mut levels = [0.0; 36];
    let (mut this, mut next) = (0.5, 0.5 * std::f32::consts::SQRT_2);
    let mut level = 1;
    while level < levels.len() {
        levels[level] = this;
        (this, next) = (next, 2.0 * this);
        level += 1;
    }
    levels
};

/// Whether a stem ends as if a pronoun were on it.
enum Likeness {
    None,
    /// نا ني ك كم هن
    Rare,
    /// ه ها هم هما
    Frequent,
}

fn pronoun_like(stem: Key) -> Likeness {
    let from_end = |back: usize| stem.len().checked_sub(back).map_or(0, |at| stem.get(at));
    match (from_end(3), from_end(2), from_end(1)) {
        (_, _, HEH) | (_, HEH, ALEF | MEEM) | (HEH, MEEM, ALEF) => Likeness::Frequent,
        (_, _, KAF) | (_, NOON, ALEF | YEH) | (_, KAF, MEEM) | (_, HEH, NOON) => Likeness::Rare,
        _ => Likeness::None,
    }
}
