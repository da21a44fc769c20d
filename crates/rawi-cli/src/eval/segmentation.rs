//! Takes: a treebank in CoNLL-U, whose words are split into their clitics. Gives: the share of words that
//! the reader splits in the same way. Relies on: a word and its tokens being the same letters.
//!
//! A word is what stands between blanks, without punctuation: a longest run of tokens joined by
//! `SpaceAfter=No`, cut at tokens that are punctuation (`PUNCT`). A multiword token is one word made of the
//! tokens it covers.

use rustc_hash::FxHashMap;

/// A word and the tokens it is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Word {
    surface: String,
    tokens: Vec<String>,
    /// The word right before it, with no mark between.
    previous: Option<String>,
}

/// How the reader splits a word.
fn split(word: &Word) -> Vec<&str> {
    rawi::segment_word(&word.surface, word.previous.as_deref())
}

/// What was counted.
#[derive(Default)]
pub(super) struct Tally {
    /// How many words.
    pub(super) words: usize,
    /// How many of them were split as in the treebank.
    pub(super) right: usize,
    wrong: FxHashMap<Word, usize>,
}

impl Tally {
    /// Splits each of the words and compares.
    pub(super) fn add(&mut self, words: &[Word]) {
        for word in words {
            self.words += 1;
            if split(word) == word.tokens {
                self.right += 1;
            } else {
                *self.wrong.entry(word.clone()).or_default() += 1;
            }
        }
    }

    /// The share of words that are right; 0 where there is none.
    pub(super) fn accuracy(&self) -> f64 {
        if self.words == 0 {
            0.0
        } else {
            self.right as f64 / self.words as f64
        }
    }

    /// The words that were split otherwise, the most frequent first.
    pub(super) fn misses(&self) -> Vec<String> {
        let mut wrong: Vec<_> = self.wrong.iter().collect();
        wrong.sort_unstable_by(|(a, a_times), (b, b_times)| {
            b_times
                .cmp(a_times)
                .then_with(|| (&a.surface, &a.tokens).cmp(&(&b.surface, &b.tokens)))
        });
        wrong
            .into_iter()
            .map(|(word, times)| {
                let (gold, got) = (word.tokens.join(" + "), split(word).join(" + "));
                format!("{times:5}  {}  gold {gold}  got {got}", word.surface)
            })
            .collect()
    }
}

/// The words of a treebank, in order.
///
/// # Errors
/// A line that is not CoNLL-U, by its number.
pub(super) fn words(conllu: &str) -> Result<Vec<Word>, String> {
    let mut words = Vec::new();
    let mut current = Word::default();
    // The last token that the multiword token under way covers, and whether a blank follows it.
    let mut covered: Option<(u32, bool)> = None;
    let mut finish = |current: &mut Word| {
        if !current.surface.is_empty() {
            let next = Word {
                previous: Some(current.surface.clone()),
                ..Word::default()
            };
            words.push(std::mem::replace(current, next));
        }
    };
    for (number, line) in (1..).zip(conllu.lines()) {
        if line.is_empty() || line.starts_with('#') {
            finish(&mut current);
            current.previous = None;
            covered = None;
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, form, _, upos, _, _, _, _, _, misc] = fields[..] else {
            return Err(format!(
                "line {number}: not CoNLL-U, which has ten fields, tabs between"
            ));
        };
        if id.contains('.') {
            continue;
        }
        let bad_id = || format!("line {number}: `{id}` is no token id of CoNLL-U");
        let blank_follows = !misc.split('|').any(|feature| feature == "SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            current.surface.push_str(form);
            covered = Some((last.parse().map_err(|_| bad_id())?, blank_follows));
            continue;
        }
        let id: u32 = id.parse().map_err(|_| bad_id())?;
        if let Some((last, blank_follows)) = covered {
            current.tokens.push(form.to_owned());
            if id >= last {
                covered = None;
                if blank_follows {
                    finish(&mut current);
                }
            }
        } else if upos == "PUNCT" {
            finish(&mut current);
            // A mark between two words parts them.
            current.previous = None;
        } else {
            current.surface.push_str(form);
            current.tokens.push(form.to_owned());
            if blank_follows {
                finish(&mut current);
            }
        }
    }
    finish(&mut current);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::{Tally, Word, words};

    fn line(id: &str, form: &str, upos: &str, misc: &str) -> String {
        format!("{id}\t{form}\t_\t{upos}\t_\t_\t_\t_\t_\t{misc}\n")
    }

    fn word(tokens: &[&str], previous: Option<&str>) -> Word {
        let tokens: Vec<String> = tokens.iter().map(|&token| token.to_owned()).collect();
        Word {
            surface: tokens.concat(),
            tokens,
            previous: previous.map(str::to_owned),
        }
    }

    #[test]
    fn words_are_joined_by_space_after_and_cut_at_punctuation() {
        let text = "# text = …\n".to_owned()
            + &line("1", "و", "CCONJ", "SpaceAfter=No")
            + &line("2", "قال", "VERB", "X=Y|SpaceAfter=No")
            + &line("3", ":", "PUNCT", "SpaceAfter=No")
            + &line("4", "نعم", "INTJ", "_")
            + &line("4.1", "_", "VERB", "_")
            + &line("5", "ب", "ADP", "SpaceAfter=No")
            + &line("6", "ها", "PRON", "SpaceAfter=No")
            + "\n"
            + &line("1", "كتاب", "NOUN", "_");
        let expected = [
            word(&["و", "قال"], None),
            word(&["نعم"], None),
            word(&["ب", "ها"], Some("نعم")),
            word(&["كتاب"], None),
        ];
        assert_eq!(words(&text), Ok(expected.to_vec()));
    }

    #[test]
    fn a_multiword_token_is_one_word() {
        let text = line("1-2", "للبيت", "_", "SpaceAfter=No")
            + &line("1", "ل", "ADP", "_")
            + &line("2", "البيت", "NOUN", "_")
            + &line("3", ".", "PUNCT", "_");
        let tokens = vec!["ل".to_owned(), "البيت".to_owned()];
        assert_eq!(
            words(&text),
            Ok(vec![Word {
                surface: "للبيت".to_owned(),
                tokens,
                previous: None,
            }])
        );
    }

    #[test]
    fn what_is_not_conllu_is_told() {
        assert!(
            words("1\tx\n")
                .unwrap_err()
                .starts_with("line 1: not CoNLL-U")
        );
        assert!(
            words(&line("a", "x", "X", "_"))
                .unwrap_err()
                .contains("`a` is no token id")
        );
    }

    #[test]
    fn no_words_are_no_accuracy() {
        let mut tally = Tally::default();
        tally.add(&[]);
        assert_eq!((tally.words, tally.accuracy()), (0, 0.0));
    }
}
