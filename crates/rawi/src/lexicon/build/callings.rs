//! Takes: the table of what news calls bodies, people and places by. Gives: [`Callings`]. Relies on: words
//! written without article.

use super::{LexiconError, Table};
use crate::lexicon::callings::{BodyNoun, Role};
use crate::lexicon::{Lexicon, schema};
use crate::record::EntityKind;
use crate::speaker::without_ending;
use crate::text::fold::fold;

impl Lexicon {
    pub(super) fn callings(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let entities: schema::Entities = table.parse()?;
        let callings = &mut self.callings;
        for body in &entities.body {
            let noun = BodyNoun {
                kind: body.kind.unwrap_or(EntityKind::Organisation),
                sector: body.sector,
                field: body.field,
                named: body.named,
                same: body.same,
            };
            for words in &body.words {
                let words = fold(words);
                let bare = words.split(' ').map(crate::speaker::without_article);
                callings.bodies.add(bare, noun);
            }
        }
        let lemmas =
            |words: &str| -> Vec<String> { fold(words).split(' ').map(without_ending).collect() };
        for role in &entities.role {
            let meaning = Role {
                sector: role.sector,
                general: role.general,
            };
            for words in &role.words {
                let lemmas = lemmas(words);
                callings.roles.add(lemmas.iter().map(|w| &**w), meaning);
            }
        }
        for people in &entities.people {
            for words in &people.words {
                let lemmas = lemmas(words);
                callings
                    .people
                    .add(lemmas.iter().map(|w| &**w), people.sector);
            }
        }
        let folded = |lists: &[schema::Words]| {
            let words = lists.iter().flat_map(|list| &list.words);
            words.map(|w| fold(w).into()).collect()
        };
        callings.places = folded(&entities.place);
        callings.cities = folded(&entities.city);
        let written = entities.not_title.iter().flat_map(|list| &list.words);
        callings.not_titles = written.map(|w| w.as_str().into()).collect();
        callings.open = folded(&entities.open);
        Ok(())
    }
}
