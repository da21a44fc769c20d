//! Takes: `kinds.tsv`. Gives: [`Kinds`], what a corpus tells of a word: the class of words that stand where it
//! stands, and the tags that it mostly has. Relies on: folded letters.

use rustc_hash::FxHashMap;

use super::{TableError, Tag};

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Kind {
    /// The class of words that stand in the same places, from 1; 0 for a word that the corpus hardly knows.
    pub(crate) class: u16,
    /// The tag that it has most often, and the next, where that one is not rare.
    pub(crate) tags: [Option<Tag>; 2],
    /// The share of the first tag, in tenths.
    pub(crate) share: u8,
}

impl Kind {
    pub(crate) const UNKNOWN: Self = Self {
        class: 0,
        tags: [None; 2],
        share: 0,
    };
}

/// What the corpus tells of words, by their letters without a conjunction.
#[derive(Debug, Default)]
pub(crate) struct Kinds(pub(crate) FxHashMap<Box<str>, Kind>);

impl Kinds {
    /// Reads the table: word, class, first tag, second tag or `-`, share.
    pub(crate) fn load(text: &str) -> Result<Self, TableError> {
        let mut kinds = FxHashMap::default();
        kinds.reserve(text.len() / 20);
        for (line, row) in (1..).zip(text.lines()) {
            if row.starts_with('#') {
                continue;
            }
            let (word, kind) = parse(row).ok_or_else(|| TableError {
                table: "kinds.tsv",
                line,
                fault: format!("`{row}` is not a word, a class, two tags and a share"),
            })?;
            if kinds.insert(word.into(), kind).is_some() {
                return Err(TableError {
                    table: "kinds.tsv",
                    line,
                    fault: format!("`{word}` stands here twice"),
                });
            }
        }
        Ok(Self(kinds))
    }

    pub(crate) fn of(&self, word: &str) -> Kind {
        self.0.get(word).copied().unwrap_or(Kind::UNKNOWN)
    }
}

fn parse(row: &str) -> Option<(&str, Kind)> {
    let mut fields = row.split('\t');
    let word = fields.next().filter(|w| !w.is_empty())?;
    let class = fields.next()?.parse().ok()?;
    let mut tags = [None; 2];
    for tag in &mut tags {
        *tag = match fields.next()? {
            "-" => None,
            name => Some(*Tag::ALL.iter().find(|t| t.upos() == name)?),
        };
    }
    let share = fields.next()?.parse().ok()?;
    fields
        .next()
        .is_none()
        .then_some((word, Kind { class, tags, share }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_with_its_line() {
        let fault = |text| Kinds::load(text).unwrap_err().to_string();
        assert!(fault("# head\nكتب\t3\tVERB\n").starts_with("kinds.tsv, line 2: `كتب"));
        assert!(fault("كتب\t3\tVERB\t-\t9\nكتب\t4\tNOUN\t-\t9\n").contains("stands here twice"));
        assert!(fault("كتب\t3\tVRB\t-\t9\n").contains("is not a word, a class"));
        let kinds = Kinds::load("كتب\t3\tVERB\tNOUN\t7\n").unwrap();
        assert_eq!(kinds.of("كتب").tags, [Some(Tag::Verb), Some(Tag::Noun)]);
        assert_eq!(kinds.of("غير"), Kind::UNKNOWN);
    }
}
