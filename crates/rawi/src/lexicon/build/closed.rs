//! Takes: the tables of words told by their classes alone: function words, adjectives, months, the open
//! classes. Gives: the classes of each word. Relies on: `lexicon/README.md` for the names of classes.

use super::{LexiconError, Table};
use crate::lexicon::schema;
use crate::lexicon::{Classes, Lexicon};
use crate::text::fold::fold;

impl Lexicon {
    pub(super) fn closed(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        for class in table.parse::<schema::Closed>()?.class {
            let name = class.name.get_ref();
            let Some(classes) = class_named(name) else {
                let message = format!("no class is called `{name}`: see lexicon/README.md");
                return Err(table.fault(class.name.span().start, message));
            };
            for word in &class.words {
                self.class_of_words(word, classes);
            }
        }
        Ok(())
    }

    /// Open-class words: `word<TAB>class<TAB>evidence`.
    pub(super) fn word_classes(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let mut at = 0;
        for line in table.text.split_inclusive('\n') {
            let mut fields = line.trim_end().split('\t');
            if !line.starts_with('#') && !line.trim().is_empty() {
                let class = match (fields.next(), fields.next(), fields.next()) {
                    (Some(word), Some("noun"), Some(_)) => Some((word, Classes::NOUN)),
                    (Some(word), Some("verb"), Some(_)) => Some((word, Classes::VERB)),
                    _ => None,
                };
                let Some((word, class)) = class else {
                    return Err(table.fault(
                        at,
                        "a line is `word`, `noun` or `verb`, and a count, with tabs between",
                    ));
                };
                self.class(word, class);
            }
            at += line.len();
        }
        Ok(())
    }

    pub(super) fn adjectives(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        const ENDINGS: [&str; 9] = ["", "ة", "ون", "ين", "ات", "ان", "تان", "تين", "و"];
        for adjective in table.parse::<schema::Adjectives>()?.adjective {
            let prepositions: Vec<Box<str>> = adjective
                .prepositions
                .iter()
                .map(|p| fold(p).into())
                .collect();
            let regular = adjective
                .words
                .iter()
                .flat_map(|w| ENDINGS.map(|e| format!("{w}{e}")));
            for form in regular.chain(adjective.forms) {
                self.class(&form, Classes::ADJECTIVE);
                if !prepositions.is_empty() {
                    self.governs
                        .entry(fold(&form).into())
                        .or_default()
                        .extend(prepositions.iter().cloned());
                }
            }
        }
        Ok(())
    }
}

/// What a class is called in `closed.toml`.
fn class_named(name: &str) -> Option<Classes> {
    Some(match name {
        "complementiser" => Classes::COMPLEMENTISER,
        "preposition" => Classes::PREPOSITION,
        "conjunction" => Classes::CONJUNCTION,
        "relative" => Classes::RELATIVE,
        "relative_pronoun" => Classes::RELATIVE.or(Classes::RELATIVE_PRONOUN),
        "name_particle" => Classes::NAME_PARTICLE,
        "before_verb" => Classes::BEFORE_VERB,
        "time_adjective" => Classes::TIME.or(Classes::TIME_ADJECTIVE),
        "subject_pronoun" => Classes::SUBJECT_PRONOUN,
        "was" => Classes::WAS,
        "superlative" => Classes::SUPERLATIVE,
        "topic" => Classes::TOPIC,
        "feminine" => Classes::FEMININE,
        "plural" => Classes::PLURAL,
        "locative" => Classes::LOCATIVE,
        "place" => Classes::PLACE,
        "locality" => Classes::LOCALITY,
        "on_behalf" => Classes::ON_BEHALF,
        "contrast" => Classes::CONTRAST,
        "adversative" => Classes::ADVERSATIVE,
        "aside" => Classes::ASIDE,
        "continuation" => Classes::CONTINUATION,
        "allusion" => Classes::ALLUSION,
        "naming" => Classes::NAMING,
        "matter" => Classes::MATTER,
        "after" => Classes::AFTER,
        "reply" => Classes::REPLY,
        "audience" => Classes::AUDIENCE,
        "demonstrative" => Classes::DEMONSTRATIVE,
        "pronoun" => Classes::PRONOUN,
        "negation" => Classes::NEGATION,
        "never" => Classes::NEVER,
        "identity" => Classes::IDENTITY,
        "auxiliary" => Classes::AUXILIARY,
        "opener" => Classes::OPENER,
        "connector" => Classes::CONNECTOR,
        "time" => Classes::TIME,
        "quantifier" => Classes::QUANTIFIER,
        "weekday" => Classes::WEEKDAY.or(Classes::TIME),
        "preposition_suffixed" => Classes::PREPOSITION_SUFFIXED,
        "complementiser_negated" => Classes::COMPLEMENTISER.or(Classes::NEGATION),
        "interrogative" => Classes::INTERROGATIVE,
        "particle" => Classes::PARTICLE,
        "turn" => Classes::TURN,
        "idiom" => Classes::IDIOM,
        "condition" => Classes::CONDITION,
        "between" => Classes::BETWEEN,
        "modal" => Classes::MODAL,
        "without" => Classes::WITHOUT,
        "lack" => Classes::LACK,
        "degree" => Classes::DEGREE,
        _ => return None,
    })
}
