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

/// A noun that names a means of saying, with the adjectives behind it, in every state: `مؤتمر صحفي`,
/// `مؤتمرا صحفيا`, `المؤتمر الصحفي`, `مؤتمرها الصحفي`. A genitive with its article stays as it is.
pub(crate) fn states(words: &str) -> Vec<String> {
    let (noun, rest) = words.split_once(' ').unwrap_or((words, ""));
    let mut forms = vec![words.to_owned()];
    let rest: Vec<&str> = rest.split_whitespace().collect();
    // A preposition or a genitive behind the noun has one state.
    let adjectives = rest
        .iter()
        .all(|w| !w.starts_with("ال") && w.chars().count() >= 4);
    let joined = |noun: String, adjective: &dyn Fn(&str) -> String| {
        rest.iter().fold(noun, |all, word| {
            let word = if adjectives {
                adjective(word)
            } else {
                (*word).to_owned()
            };
            all + " " + &word
        })
    };
    let definite = |word: &str| format!("ال{word}");
    forms.push(joined(definite(noun), &definite));
    let stem = match (noun.strip_suffix('ة'), noun.strip_suffix('ء')) {
        (Some(stem), _) => format!("{stem}ت"),
        // Behind a preposition the hamza sits on yeh.
        (_, Some(stem)) => format!("{stem}ئ"),
        _ => noun.to_owned(),
    };
    for owner in ["ه", "ها", "هم", "هما", "نا", "ي"] {
        forms.push(joined(format!("{stem}{owner}"), &definite));
    }
    if !noun.ends_with(['ة', 'ء', 'ا']) && !noun.ends_with("ات") {
        let accusative = |word: &str| {
            if word.ends_with('ة') {
                word.to_owned()
            } else {
                format!("{word}ا")
            }
        };
        forms.push(joined(format!("{noun}ا"), &accusative));
    }
    forms
}

/// An adjective in every gender, number and state; `غير` before it stays.
pub(crate) fn genders(words: &str) -> Vec<String> {
    let (before, adjective) = words
        .rsplit_once(' ')
        .map_or((String::new(), words), |(b, a)| (format!("{b} "), a));
    let mut forms = Vec::with_capacity(10);
    for ending in ["", "ة", "ا", "ين", "ون"] {
        forms.push(format!("{before}{adjective}{ending}"));
        if ending != "ا" {
            forms.push(format!("{before}ال{adjective}{ending}"));
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::states;

    #[test]
    fn a_means_of_saying_in_every_state() {
        let all = states("مؤتمر صحفي");
        for form in [
            "مؤتمر صحفي",
            "المؤتمر الصحفي",
            "مؤتمرها الصحفي",
            "مؤتمرا صحفيا",
        ] {
            assert!(all.iter().any(|f| f == form), "{form} in {all:?}");
        }
        assert!(states("لقاء").iter().any(|f| f == "لقائه"));
        assert!(states("حديث مع").iter().any(|f| f == "حديثها مع"));
        assert!(states("التزام").iter().any(|f| f == "التزامه"));
    }
}
