//! Takes: the tables of states, bodies, outlets and given names. Gives: the names, with what they belong
//! to. Relies on: names being runs of words, found as a whole.

use super::offices::Owners;
use super::{LexiconError, Table};
use crate::lexicon::schema::{self, BodyKind};
use crate::lexicon::{Classes, Lexicon, Meaning, Name};
use crate::record::EntityKind;
use crate::text::fold::fold;

impl Lexicon {
    fn name(
        &mut self,
        (names, en): (&[String], &str),
        kind: EntityKind,
        state: Option<&str>,
        nouns: &[String],
    ) {
        let index = self.names.len() as u16;
        self.names.push(Name {
            kind,
            state: state.map(Into::into),
            ar: names.first().map(|n| n.as_str().into()).unwrap_or_default(),
            en: en.into(),
            capital: false,
            forms: names.iter().map(|n| fold(n).into()).collect(),
            nouns: nouns.iter().map(|n| fold(n).into()).collect(),
        });
        for name in names {
            self.phrase(name, Meaning::Name(index));
        }
    }

    pub(super) fn states(
        &mut self,
        table: Table<'_>,
        owners: &mut Owners,
    ) -> Result<(), LexiconError> {
        for state in table.parse::<schema::States>()?.state {
            let iso = state.iso.get_ref();
            owners.states.insert(iso.clone(), self.names.len() as u16);
            self.name((&state.ar, &state.en), EntityKind::State, Some(iso), &[]);
            let index = self.names.len() as u16 - 1;
            self.states.insert(iso.as_str().into(), index);
            self.alpha3
                .insert(iso.as_str().into(), state.alpha3.as_str().into());
            let capital = (&state.capital_ar[..], &*state.capital_en);
            self.name(capital, EntityKind::State, Some(iso), &[]);
            if let Some(name) = self.names.last_mut() {
                name.capital = true;
            }
            for nationality in &state.nationality_ar {
                for ending in ["", "ة", "ين", "ون", "ات", "ان", "تين", "تان", "ا"] {
                    let plural = matches!(ending, "ين" | "ون" | "ات");
                    let class = if plural {
                        Classes::NATIONALITY.or(Classes::PLURAL)
                    } else {
                        Classes::NATIONALITY
                    };
                    let form = format!("{nationality}{ending}");
                    self.class(&form, class);
                    self.nationalities
                        .entry(fold(&form).into())
                        .or_insert_with(|| iso.as_str().into());
                }
            }
        }
        Ok(())
    }

    pub(super) fn bodies(
        &mut self,
        table: Table<'_>,
        owners: &mut Owners,
    ) -> Result<(), LexiconError> {
        for body in table.parse::<schema::Bodies>()?.body {
            owners
                .bodies
                .insert(body.en.clone(), self.names.len() as u16);
            let kind = match body.kind {
                BodyKind::ArmedGroup => EntityKind::ArmedGroup,
                BodyKind::Organisation | BodyKind::Party | BodyKind::Agency | BodyKind::Company => {
                    EntityKind::Organisation
                }
            };
            // A building that speaks for a government is called by no noun of its own.
            let nouns = if body.metonym {
                Vec::new()
            } else {
                heads(&body.ar)
            };
            self.name((&body.ar, &body.en), kind, body.state.as_deref(), &nouns);
        }
        Ok(())
    }

    pub(super) fn outlets(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let outlets: schema::Outlets = table.parse()?;
        for outlet in &outlets.outlet {
            let nouns: Vec<String> = outlets
                .called
                .iter()
                .filter(|c| c.kind == outlet.kind)
                .flat_map(|c| c.nouns.iter().cloned())
                .collect();
            self.name(
                (&outlet.ar, &outlet.en),
                EntityKind::Media,
                outlet.state.as_deref(),
                &nouns,
            );
        }
        Ok(())
    }

    pub(super) fn given_names(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let given: schema::GivenNames = table.parse()?;
        for name in &given.names {
            self.class_of_words(name, Classes::GIVEN_NAME);
        }
        for name in &given.women {
            self.class_of_words(name, Classes::GIVEN_NAME.or(Classes::FEMININE));
        }
        Ok(())
    }
}

/// The nouns that names of several words begin with, without article: حركة of `حركة النهضة`.
fn heads(names: &[String]) -> Vec<String> {
    let first = |name: &String| {
        let (head, _) = name.split_once(' ')?;
        Some(head.strip_prefix("ال").unwrap_or(head).to_owned())
    };
    let mut nouns: Vec<String> = names.iter().filter_map(first).collect();
    nouns.sort();
    nouns.dedup();
    nouns
}
