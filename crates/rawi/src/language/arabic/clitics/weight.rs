//! Takes: an analysis of a word and what the corpus shows of its stem. Gives: its weight: how likely it
//! is, up to a factor that all analyses of the word share. Relies on: `analysis`, `evidence`.
//!
//! The shares of the clitics are those of Arabic news, rounded; what a rule takes off is a judgement.

use super::analysis::{Analysis, Conjunction, Particle, Pronoun};
use super::evidence::Evidence;
use super::letters::{
    ALEF, ALEF_HAMZA, ALEF_HAMZA_BELOW, ALEF_MADDA, Key, LAM, Letters, NOON, TEH, TEH_MARBUTA, WAW,
    YEH,
};

/// What the word before lets us expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// The sentence begins here.
    Nothing,
    /// A word that goes on with a word without clitics before it, as a preposition does.
    Governor,
    Word,
}

/// The weight of an analysis. `whole` tells how often the word as it stands is a stem of its own.
pub(crate) fn weight(
    analysis: &Analysis,
    word: &Letters,
    evidence: &Evidence,
    before: Before,
    whole: f32,
) -> f32 {
    let &Analysis {
        conjunction,
        particle,
        article,
        pronoun,
        stem,
        ..
    } = analysis;
    let forms = evidence.forms_for(analysis);
    let known = forms >= 0.5;
    let shape = Shape::of(stem, evidence);
    let mut weight = (forms + unseen(stem))
        * share_of_conjunction(conjunction, before)
        * share_of_particle(particle, article, shape, stem)
        * share_of_pronoun(pronoun, shape);
    if analysis.accusative {
        weight *= if shape != Shape::Feminine && evidence.article + evidence.particle >= 1.0 {
            0.06
        } else {
            0.003
        };
    }
    if particle != Particle::None {
        weight *= doubt_of_particle(analysis, word, known, before);
    }
    if pronoun != Pronoun::None {
        weight *= doubt_of_pronoun(analysis, word, evidence, known);
    }
    if conjunction == Conjunction::Waw && particle == Particle::None && !article && !known {
        // Foreign names: ويليام, وايت.
        weight *= match word.all()[usize::from(analysis.start)] {
            YEH => 0.2,
            ALEF => 0.1,
            _ => 1.0,
        };
    }
    weight * doubt_of_rest(analysis, evidence, whole) * doubt_of_hamza(analysis, word)
}

/// How a stem is inflected, as far as its spelling shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// يكتب
    Imperfect,
    /// Ends in ة.
    Feminine,
    /// كتبت, كتبوا; also كتابا.
    Perfect,
    Other,
}

impl Shape {
    fn of(stem: Key, evidence: &Evidence) -> Self {
        let len = stem.len();
        let before_last = if len > 1 { stem.get(len - 2) } else { 0 };
        match stem.get(len - 1) {
            TEH_MARBUTA => Self::Feminine,
            // يوم takes the article.
            _ if stem.get(0) == YEH && len > 2 && evidence.article < 1.0 => Self::Imperfect,
            ALEF => Self::Perfect,
            TEH if before_last != ALEF => Self::Perfect,
            _ => Self::Other,
        }
    }
}

/// How many forms a stem never seen is worth: the fewer, the longer it is to spell.
fn unseen(stem: Key) -> f32 {
    const UNSEEN: [f32; 16] = {
        let mut unseen = [1.0; 16];
        let mut len = 4;
        while len < unseen.len() {
            unseen[len] = 0.05 * unseen[len - 1];
            len += 1;
        }
        unseen
    };
    UNSEEN[stem.len().min(UNSEEN.len() - 1)]
}

fn share_of_conjunction(conjunction: Conjunction, before: Before) -> f32 {
    match (before, conjunction) {
        (Before::Nothing, Conjunction::None) => 0.70,
        (Before::Nothing, Conjunction::Waw) => 0.28,
        (Before::Nothing, Conjunction::Feh) => 0.02,
        (Before::Word, Conjunction::None) => 0.94,
        (Before::Word, Conjunction::Waw) => 0.057,
        (Before::Word, Conjunction::Feh) => 0.004,
        (Before::Governor, Conjunction::None) => 0.9988,
        (Before::Governor, Conjunction::Waw) => 0.001,
        (Before::Governor, Conjunction::Feh) => 0.0002,
    }
}

fn share_of_particle(particle: Particle, article: bool, shape: Shape, stem: Key) -> f32 {
    // With ا it would be the first person, which news has little of.
    let third_person = stem.get(0) != ALEF;
    match (shape, particle, article) {
        (Shape::Imperfect, Particle::None, false) => 0.77,
        (Shape::Imperfect, Particle::None, true) => 0.015,
        (Shape::Imperfect, Particle::Beh, false) => 0.007,
        (Shape::Imperfect, Particle::Lam, false) => 0.06,
        (Shape::Imperfect, Particle::Kaf, false) => 0.003,
        (Shape::Imperfect, Particle::Seen, _) => 0.12,
        (Shape::Imperfect, _, true) => 0.001,
        (Shape::Perfect, Particle::None, false) => 0.93,
        (Shape::Perfect, Particle::None, true) => 0.025,
        (Shape::Perfect, Particle::Beh | Particle::Lam, false) => 0.02,
        (Shape::Perfect, Particle::Kaf, false) => 0.005,
        (Shape::Perfect, Particle::Seen, _) if third_person => 0.01,
        (Shape::Perfect, Particle::Seen, _) => 0.0015,
        (Shape::Perfect, _, true) => 0.003,
        (Shape::Feminine, Particle::Seen, _) => 1e-4,
        (_, Particle::None, false) => 0.5,
        (_, Particle::None, true) => 0.3,
        (_, Particle::Beh, false) => 0.06,
        (_, Particle::Beh, true) => 0.034,
        (_, Particle::Lam, false) => 0.055,
        (_, Particle::Lam, true) => 0.037,
        (_, Particle::Kaf, false) => 0.009,
        (_, Particle::Kaf, true) => 0.0015,
        (_, Particle::Seen, _) if third_person => 0.06,
        (_, Particle::Seen, _) => 0.005,
    }
}

fn share_of_pronoun(pronoun: Pronoun, shape: Shape) -> f32 {
    let share = match pronoun {
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
    if shape == Shape::Feminine {
        0.5 * share
    } else {
        share
    }
}

fn doubt_of_particle(analysis: &Analysis, word: &Letters, known: bool, before: Before) -> f32 {
    let &Analysis {
        particle,
        article,
        stem,
        ..
    } = analysis;
    let first = word.all()[usize::from(analysis.start)];
    let mut doubt = 1.0;
    // Foreign names begin with every letter: of a stem never seen nothing is cut off, unless its أ or إ
    // shows where it begins, or its ending shows the imperfect.
    if !known && !article && !matches!(first, ALEF_HAMZA | ALEF_HAMZA_BELOW) {
        doubt *= match particle {
            Particle::Seen if first == YEH && stem.len() > 4 && ends_as_plural(stem) => 0.3,
            Particle::Seen | Particle::Kaf => 1e-3,
            _ => 5e-3,
        };
    }
    if before == Before::Governor {
        doubt *= 0.1;
    }
    // The first person begins with أ, seldom with ا.
    if particle == Particle::Seen && first == ALEF {
        doubt *= 0.1;
    }
    // After a preposition there is no accusative.
    if word.fathatan {
        doubt *= 1e-3;
    }
    doubt
}

fn doubt_of_pronoun(analysis: &Analysis, word: &Letters, evidence: &Evidence, known: bool) -> f32 {
    let &Analysis { pronoun, stem, .. } = analysis;
    let mut doubt = 1.0;
    // Foreign names end in ه and نا, few in ها or هم.
    if !known {
        doubt *= match pronoun {
            Pronoun::Her | Pronoun::Them | Pronoun::Both => 1.0,
            Pronoun::Him => 0.3,
            _ => 0.01,
        };
    }
    doubt *= match pronoun {
        // After a perfect نا is the subject, which is not cut off.
        Pronoun::Us if !evidence.is_nominal() && !matches!(stem.get(0), YEH | TEH) => 0.05,
        // ني stands after verbs.
        Pronoun::Me if evidence.article >= 0.5 || evidence.other_pronoun < 0.5 => 0.05,
        Pronoun::You | Pronoun::YouAll | Pronoun::ThemFeminine
            if evidence.article + evidence.other_pronoun < 0.5 =>
        {
            0.1
        }
        _ => 1.0,
    };
    if analysis.end - analysis.start < 3 {
        doubt *= if matches!(pronoun, Pronoun::Us | Pronoun::Me | Pronoun::You) {
            0.1
        } else {
            0.4
        };
    }
    // A noun with an owner has no article, and few stems begin with ال of their own.
    if word.all()[usize::from(analysis.start)..].starts_with(&[ALEF, LAM]) {
        doubt *= 0.02;
    }
    doubt
}

/// A word far more frequent than what is left of it is a stem itself.
fn doubt_of_rest(analysis: &Analysis, evidence: &Evidence, whole: f32) -> f32 {
    let &Analysis {
        conjunction,
        particle,
        pronoun,
        stem,
        article,
        ..
    } = analysis;
    if article
        || (conjunction == Conjunction::None
            && particle == Particle::None
            && pronoun == Pronoun::None)
    {
        return 1.0;
    }
    let usual = match stem.len() {
        _ if evidence.tokens < 0.5 => 2.0,
        ..=2 if particle != Particle::None => 2.0,
        3 if particle != Particle::None => 5.0,
        _ if pronoun != Pronoun::None => 20.0,
        _ => 8.0,
    };
    (usual * (evidence.tokens + 1.0) / (whole + 1.0)).min(1.0)
}

/// إ stands at the beginning of a stem only, أ and آ most often.
fn doubt_of_hamza(analysis: &Analysis, word: &Letters) -> f32 {
    let mut doubt = 1.0;
    for (at, &letter) in word.all().iter().enumerate().skip(1) {
        if at != usize::from(analysis.start) {
            match letter {
                ALEF_HAMZA_BELOW => doubt *= 1e-3,
                ALEF_HAMZA | ALEF_MADDA if at == 1 && analysis.start == 0 => doubt *= 0.2,
                _ => {}
            }
        }
    }
    doubt
}

/// Ends in ون, ان or وا.
fn ends_as_plural(stem: Key) -> bool {
    let len = stem.len();
    matches!(
        (stem.get(len - 2), stem.get(len - 1)),
        (WAW | ALEF, NOON) | (WAW, ALEF)
    )
}
