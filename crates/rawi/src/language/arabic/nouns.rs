//! Takes: a noun as the lexicon writes it. Gives: its written forms. Relies on: the conjugator's types.

use super::conjugator::{Case, Features, FormKind, Gender, Inflected, Number, Person, Voice};

/// A noun of saying as news writes it: bare, with the accusative's alif, and as it stands before a
/// possessive suffix, where ة opens into ت and final ى into ا.
pub(crate) fn inflect(noun: &str) -> Vec<Inflected> {
    let features = Features {
        kind: FormKind::Masdar,
        person: Person::Third,
        gender: if noun.ends_with('ة') {
            Gender::Feminine
        } else {
            Gender::Masculine
        },
        number: Number::Singular,
        voice: Voice::Active,
        case: Case::None,
    };
    let form = |surface: String, before_suffix| Inflected {
        surface,
        features,
        before_suffix,
    };
    let mut forms = vec![form(noun.to_owned(), false)];
    if let Some(stem) = noun.strip_suffix('ة') {
        forms.push(form(format!("{stem}ت"), true));
    } else if let Some(stem) = noun.strip_suffix('ى') {
        forms.push(form(format!("{stem}ا"), true));
    } else if !noun.ends_with(['ا', 'ء', 'ي']) && !noun.ends_with("ات") {
        forms.push(form(format!("{noun}ا"), false));
    }
    forms
}
