//! Takes: a verb as the lexicon has it: root, form, vowels. Gives: every written form that news uses.
//! Relies on the regular grammar: templates of vowels around the radicals, the weak radicals' rules,
//! and the orthography of hamza; what is irregular beyond that (verbal nouns of form I) the lexicon gives.
//!
//! A stem is a row of [`Letter`]s, each a consonant with the vowel after it. Only at the end is it
//! spelt: short vowels vanish, a consonant doubled by shadda is written once, hamza finds its seat.

mod spelling;
mod stems;

use spelling::spell;
use stems::Stems;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum FormKind {
    Perfect,
    Imperfect,
    Subjunctive,
    Jussive,
    ActiveParticiple,
    PassiveParticiple,
    Masdar,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Person {
    First,
    Second,
    Third,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Number {
    Singular,
    Dual,
    Plural,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Voice {
    Active,
    Passive,
}

/// The case, only where the spelling shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Case {
    None,
    Accusative,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Features {
    pub(crate) kind: FormKind,
    pub(crate) person: Person,
    pub(crate) gender: Gender,
    pub(crate) number: Number,
    pub(crate) voice: Voice,
    pub(crate) case: Case,
}

/// A verb to conjugate.
pub(crate) struct VerbSpec<'a> {
    /// Third person masculine singular perfect, for errors.
    pub(crate) lemma: &'a str,
    /// The radicals, spaced.
    pub(crate) root: &'a str,
    /// 1–10, 11 for فعلل, 12 for تفعلل, 13 for افعللّ.
    pub(crate) form: u8,
    /// Form 1: vowels of the second radical in perfect and imperfect, as `a-u`.
    pub(crate) vowels: Option<&'a str>,
    /// Verbal nouns; they replace the regular one.
    pub(crate) masdars: &'a [String],
}

/// One written form, without marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Inflected {
    pub(crate) surface: String,
    pub(crate) features: Features,
    /// Only before an object or possessive suffix.
    pub(crate) before_suffix: bool,
}

/// Why a verb could not be conjugated.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub(crate) enum ConjugationError {
    #[error("`{lemma}`: the root `{root}` has {found} radicals, form {form} needs {needed}")]
    Radicals {
        lemma: String,
        root: String,
        form: u8,
        found: usize,
        needed: usize,
    },
    #[error("`{lemma}`: there is no form {form}; forms are 1–13")]
    Form { lemma: String, form: u8 },
    #[error("`{lemma}`: form 1 needs `vowels`, one of a-u, a-i, a-a, i-a, i-i, u-u")]
    Vowels { lemma: String },
    #[error("`{lemma}`: form 1 needs its `masdar`")]
    Masdar { lemma: String },
}

/// Every form of a verb.
pub(crate) fn conjugate(spec: &VerbSpec<'_>) -> Result<Vec<Inflected>, ConjugationError> {
    let stems = Stems::of(spec)?;
    let mut out = Forms(Vec::with_capacity(160));
    for voice in [Voice::Active, Voice::Passive] {
        perfect(&stems, voice, &mut out);
        for kind in [
            FormKind::Imperfect,
            FormKind::Subjunctive,
            FormKind::Jussive,
        ] {
            imperfect(&stems, kind, voice, &mut out);
        }
    }
    participle(&stems, Voice::Active, &mut out);
    participle(&stems, Voice::Passive, &mut out);
    if spec.masdars.is_empty() {
        masdar(&stems.masdar(), &mut out);
    } else {
        for written in spec.masdars {
            masdar(written, &mut out);
        }
    }
    Ok(out.0)
}

struct Forms(Vec<Inflected>);

impl Forms {
    fn push(&mut self, surface: String, features: Features, before_suffix: bool) {
        let form = Inflected {
            surface,
            features,
            before_suffix,
        };
        if !self.0.contains(&form) {
            self.0.push(form);
        }
    }
}

/// How a stem ends, for what its endings do to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// A consonant that keeps.
    Sound,
    /// A weak third radical whose vowel before it is a: رمى، يرضى.
    WeakA,
    /// i: رضي، يرمي.
    WeakI,
    /// u: يدعو.
    WeakU,
}

fn perfect(stems: &Stems, voice: Voice, out: &mut Forms) {
    use Gender::{Feminine as F, Masculine as M};
    use Number::{Dual, Plural, Singular};
    use Person::{First, Second, Third};
    let (long, short, ending) = stems.perfect(voice);
    let rows = [
        (Third, M, Singular, "", false),
        (Third, F, Singular, "ت", false),
        (Third, M, Dual, "ا", false),
        (Third, F, Dual, "تا", false),
        (Third, M, Plural, "وا", false),
        (Third, F, Plural, "ن", true),
        (First, M, Singular, "ت", true),
        (First, M, Plural, "نا", true),
        (Second, M, Singular, "ت", true),
    ];
    for (person, gender, number, suffix, consonant) in rows {
        let features = Features {
            kind: FormKind::Perfect,
            person,
            gender,
            number,
            voice,
            case: Case::None,
        };
        let stem = if consonant { &short } else { &long };
        // aw is no long vowel: رأوا keeps its alif.
        let opening = match (ending, suffix) {
            (Ending::WeakA, "وا") => "ت",
            (Ending::WeakI, "" | "ا" | "ت" | "تا") => "ي",
            _ => suffix,
        };
        let base = spell(stem, opening);
        let weak = stems.weak_letter();
        let surface = match (ending, suffix) {
            // ن and ت at the end run together with the ending's: أعلنّا.
            (Ending::Sound, _) if consonant && suffix.chars().next() == base.chars().last() => {
                format!("{base}{}", &suffix[2..])
            }
            (Ending::Sound, _) => format!("{base}{suffix}"),
            (Ending::WeakA, "") => {
                let written = if stems.written_with_alif() {
                    "ا"
                } else {
                    "ى"
                };
                if written == "ى" {
                    out.push(format!("{base}ا"), features, true);
                }
                format!("{base}{written}")
            }
            (Ending::WeakA, "ت" | "تا") if !consonant => format!("{base}{suffix}"),
            (Ending::WeakA, "وا") => format!("{base}{suffix}"),
            (Ending::WeakA, _) => format!("{base}{weak}{suffix}"),
            (_, "وا") => format!("{base}{suffix}"),
            (_, _) => format!("{base}ي{suffix}"),
        };
        if suffix == "وا" {
            out.push(surface.trim_end_matches('ا').to_owned(), features, true);
        }
        out.push(surface, features, false);
    }
}

fn imperfect(stems: &Stems, kind: FormKind, voice: Voice, out: &mut Forms) {
    use Gender::{Feminine as F, Masculine as M};
    use Number::{Dual, Plural, Singular};
    use Person::{First, Second, Third};
    let indicative = kind == FormKind::Imperfect;
    let (dual, plural) = if indicative {
        ("ان", "ون")
    } else {
        ("ا", "وا")
    };
    let rows = [
        (Third, M, Singular, 'ي', "", false),
        (Third, F, Singular, 'ت', "", false),
        (Third, M, Dual, 'ي', dual, false),
        (Third, F, Dual, 'ت', dual, false),
        (Third, M, Plural, 'ي', plural, false),
        (Third, F, Plural, 'ي', "ن", true),
        (First, M, Singular, 'ء', "", false),
        (First, M, Plural, 'ن', "", false),
        (Second, M, Singular, 'ت', "", false),
    ];
    for (person, gender, number, prefix, suffix, consonant) in rows {
        let features = Features {
            kind,
            person,
            gender,
            number,
            voice,
            case: Case::None,
        };
        let jussive = kind == FormKind::Jussive && suffix.is_empty();
        let (stem, ending) = stems.imperfect(prefix, voice, consonant || jussive);
        let base = spell(&stem, suffix);
        let surface = match (ending, suffix) {
            (Ending::Sound, _) => format!("{base}{suffix}"),
            (_, "") if jussive => base,
            (Ending::WeakA, "") => {
                out.push(format!("{base}ا"), features, true);
                format!("{base}ى")
            }
            (Ending::WeakI, "") => format!("{base}ي"),
            (Ending::WeakU, "") => format!("{base}و"),
            (_, "ون" | "وا") => format!("{base}{suffix}"),
            (Ending::WeakU, _) => format!("{base}و{suffix}"),
            (_, _) => format!("{base}ي{suffix}"),
        };
        if suffix == "وا" {
            out.push(surface.trim_end_matches('ا').to_owned(), features, true);
        }
        out.push(surface, features, false);
    }
}

fn participle(stems: &Stems, voice: Voice, out: &mut Forms) {
    use Gender::{Feminine as F, Masculine as M};
    use Number::{Dual, Plural, Singular};
    let kind = if voice == Voice::Active {
        FormKind::ActiveParticiple
    } else {
        FormKind::PassiveParticiple
    };
    let (stem, ending) = stems.participle(voice);
    let rows = [
        (M, Singular, "", Case::None),
        (M, Singular, "ا", Case::Accusative),
        (F, Singular, "ة", Case::None),
        (M, Dual, "ان", Case::None),
        (M, Dual, "ين", Case::Accusative),
        (F, Dual, "تان", Case::None),
        (F, Dual, "تين", Case::Accusative),
        (M, Plural, "ون", Case::None),
        (M, Plural, "ين", Case::Accusative),
        (F, Plural, "ات", Case::None),
    ];
    for (gender, number, suffix, case) in rows {
        let features = Features {
            kind,
            person: Person::Third,
            gender,
            number,
            voice,
            case,
        };
        let base = spell(
            &stem,
            if ending == Ending::WeakI {
                "ي"
            } else {
                suffix
            },
        );
        match (ending, suffix) {
            (Ending::Sound, _) => out.push(format!("{base}{suffix}"), features, false),
            // داعٍ and الداعي.
            (Ending::WeakI, "") => {
                out.push(base.clone(), features, false);
                out.push(format!("{base}ي"), features, false);
            }
            (Ending::WeakI, "ون") => out.push(format!("{base}ون"), features, false),
            (Ending::WeakI, "ين") if number == Plural => {
                out.push(format!("{base}ين"), features, false)
            }
            (Ending::WeakI, _) => out.push(format!("{base}ي{suffix}"), features, false),
            // مدعى, مدعاة.
            (_, "" | "ا") => out.push(format!("{base}ى"), features, false),
            (_, "ة") => out.push(format!("{base}اة"), features, false),
            (_, "ون" | "ين") if number == Plural => {
                out.push(format!("{base}{suffix}"), features, false)
            }
            (_, _) => out.push(format!("{base}ي{suffix}"), features, false),
        }
    }
}

/// The forms of a verbal noun as it is written.
fn masdar(written: &str, out: &mut Forms) {
    let features = |number, gender, case| Features {
        kind: FormKind::Masdar,
        person: Person::Third,
        gender,
        number,
        voice: Voice::Active,
        case,
    };
    let feminine = written.ends_with('ة');
    let gender = if feminine {
        Gender::Feminine
    } else {
        Gender::Masculine
    };
    let singular = features(Number::Singular, gender, Case::None);
    out.push(written.to_owned(), singular, false);
    if let Some(stem) = written.strip_suffix('ة') {
        out.push(format!("{stem}ت"), singular, true);
        out.push(
            format!("{stem}ات"),
            features(Number::Plural, Gender::Feminine, Case::None),
            false,
        );
        return;
    }
    if let Some(stem) = written.strip_suffix('ى') {
        out.push(format!("{stem}ا"), singular, true);
        return;
    }
    if let Some(stem) = written.strip_suffix('ء') {
        // إلقاء: إلقاؤه، إلقائه; no alif of the accusative after اء.
        if stem.ends_with('ا') {
            out.push(format!("{stem}ؤ"), singular, true);
            out.push(format!("{stem}ئ"), singular, true);
            out.push(
                format!("{stem}ءات"),
                features(Number::Plural, Gender::Feminine, Case::None),
                false,
            );
            return;
        }
    }
    out.push(
        format!("{written}ا"),
        features(Number::Singular, gender, Case::Accusative),
        false,
    );
    if written.chars().count() > 3 {
        out.push(
            format!("{written}ات"),
            features(Number::Plural, Gender::Feminine, Case::None),
            false,
        );
    }
}

#[cfg(test)]
mod tests;
