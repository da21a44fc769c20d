//! Takes: the tables of titles and of the nouns that head a source. Gives: what each word tells of whoever
//! it names. Relies on: the schema for the kinds there are.

use super::{LexiconError, Table};
use crate::lexicon::schema::{self, HeadKind, TitleKind};
use crate::lexicon::{Classes, HeadInfo, Lexicon};
use crate::text::fold::fold;

impl Lexicon {
    pub(super) fn titles(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let titles: schema::Titles = table.parse()?;
        for same in titles.same {
            for word in same.words.iter().skip(1) {
                self.form_of(word, &same.words[0]);
            }
        }
        for title in titles.title {
            let class = match title.kind {
                TitleKind::Office => Classes::OFFICE,
                TitleKind::Honorific => Classes::HONORIFIC,
                TitleKind::Rank => Classes::RANK,
                TitleKind::Profession => Classes::PROFESSION,
                TitleKind::Spokesman => Classes::SPOKESMAN,
                TitleKind::Kin => Classes::KIN,
            };
            let class = if title.relational {
                class.or(Classes::RELATIONAL)
            } else {
                class
            };
            self.class_of_words(title.word.get_ref(), class);
            let lemma = title.word.get_ref();
            if let Some(feminine) = &title.feminine {
                self.class_of_words(feminine, class.or(Classes::FEMININE));
                self.form_of(feminine, lemma);
            }
            for plural in &title.plural {
                self.class_of_words(plural, class.or(Classes::PLURAL));
            }
        }
        Ok(())
    }

    pub(super) fn sources(&mut self, table: Table<'_>) -> Result<(), LexiconError> {
        let sources: schema::Sources = table.parse()?;
        for head in sources.head {
            let class = match head.kind {
                HeadKind::Unnamed => Classes::UNNAMED,
                HeadKind::Document => Classes::DOCUMENT,
                HeadKind::Organisation => Classes::ORGANISATION,
                HeadKind::Media => Classes::MEDIA,
                HeadKind::Collective => Classes::COLLECTIVE,
                HeadKind::Role => Classes::ROLE,
            };
            let class = if head.norm {
                class.or(Classes::NORM)
            } else {
                class
            };
            let class = if head.anonymous {
                class.or(Classes::ANONYMOUS)
            } else {
                class
            };
            for word in &head.words {
                self.class_of_words(word, class);
                if let Some(lemma) = &head.lemma {
                    self.form_of(word, lemma);
                }
                if !word.contains(' ') {
                    let info = self.words.entry(fold(word).into()).or_default();
                    info.head = Some(HeadInfo {
                        count: head.count,
                        channel: head.channel,
                    });
                }
            }
        }
        for word in sources.vague.iter().flat_map(|v| &v.words) {
            self.class(word, Classes::VAGUE);
        }
        for quality in sources.quality {
            for word in &quality.words {
                self.class(word, Classes::QUALITY);
                self.words.entry(fold(word).into()).or_default().access = Some(quality.access);
            }
        }
        Ok(())
    }
}
