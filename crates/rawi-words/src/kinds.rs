//! Takes: a corpus. Gives: classes of words that stand in the same places, by the exchange algorithm: each word
//! moves to the class that makes the corpus likeliest under a bigram model of classes (Martin, Liermann and Ney
//! 1998). Relies on: the keys that the reader's tagger makes of words.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use crate::language::arabic::clitics::Segmenter;
use crate::language::arabic::tagger::features::key;
use crate::language::arabic::tagger::kinds::{Kind, Kinds};
use crate::text::token::{self, Tokens};

/// How many classes there are.
const CLASSES: usize = 256;
/// How often a word must stand in the corpus to have one.
const LEAST: u32 = 5;
/// Rounds of the exchange, at most.
const ROUNDS: usize = 14;
/// The words before the first and the rare ones have classes of their own.
const BOUNDARY: usize = 0;
const RARE: usize = 1;
const FIXED: usize = 2;

/// The texts of a corpus with the words of each as numbers.
pub(crate) struct Corpus<'t> {
    pub(crate) texts: &'t [String],
    /// Frequent words, the most frequent first; word `i` has number `i + FIXED`.
    words: Vec<String>,
    /// Sentences, as numbers of words.
    sentences: Vec<Vec<u32>>,
}

impl<'t> Corpus<'t> {
    pub(crate) fn new(texts: &'t [String], segmenter: &Segmenter) -> Self {
        let mut counts: FxHashMap<String, u32> = FxHashMap::default();
        keys(texts, segmenter, |key| {
            if let Some(key) = key.filter(|k| !k.is_empty()) {
                match counts.get_mut(key) {
                    Some(count) => *count += 1,
                    None => {
                        counts.insert(key.to_owned(), 1);
                    }
                }
            }
        });
        let mut frequent: Vec<(String, u32)> = counts
            .into_iter()
            .filter(|&(_, count)| count >= LEAST)
            .collect();
        frequent.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let words: Vec<String> = frequent.into_iter().map(|(word, _)| word).collect();
        let numbers: FxHashMap<&str, u32> = (FIXED as u32..)
            .zip(&words)
            .map(|(number, word)| (word.as_str(), number))
            .collect();
        let (mut sentences, mut sentence) = (Vec::new(), Vec::new());
        keys(texts, segmenter, |key| match key {
            Some(key) => sentence.push(numbers.get(key).copied().unwrap_or(RARE as u32)),
            None if sentence.is_empty() => {}
            None => sentences.push(std::mem::take(&mut sentence)),
        });
        Self {
            texts,
            words,
            sentences,
        }
    }

    /// The class of every frequent word; no tags yet.
    pub(crate) fn classes(&self) -> Kinds {
        let classes = exchange(self.words.len() + FIXED, &self.sentences);
        let kind = |class: usize| Kind {
            class: (class + 1 - FIXED) as u16,
            ..Kind::UNKNOWN
        };
        Kinds(
            self.words
                .iter()
                .zip(&classes[FIXED..])
                .map(|(word, &class)| (word.as_str().into(), kind(class)))
                .collect(),
        )
    }
}

/// Gives the key of each token in turn, and nothing where a sentence ends.
fn keys(texts: &[String], segmenter: &Segmenter, mut take: impl FnMut(Option<&str>)) {
    for text in texts {
        let tokens = Tokens::of(text);
        let clitics = segmenter.split_all(&tokens);
        for (at, clitics) in clitics.iter().enumerate() {
            if tokens.kind(at) == token::Kind::Break || tokens.mark(at) == Some('.') {
                take(None);
            } else {
                take(Some(key(&tokens, at, clitics)));
            }
        }
        take(None);
    }
}

/// The words before and after a word, by their classes.
#[derive(Default)]
struct Neighbours {
    before: Vec<(usize, f64)>,
    after: Vec<(usize, f64)>,
    /// How often the word stands after itself.
    itself: f64,
}

/// Counts of one class after another, with their sums.
struct Bigrams {
    pairs: Vec<f64>,
    first: Vec<f64>,
    second: Vec<f64>,
}

const ALL: usize = CLASSES + FIXED;

impl Bigrams {
    fn new() -> Self {
        Self {
            pairs: vec![0.0; ALL * ALL],
            first: vec![0.0; ALL],
            second: vec![0.0; ALL],
        }
    }

    fn add(&mut self, a: usize, b: usize, count: f64) {
        self.pairs[a * ALL + b] += count;
        self.first[a] += count;
        self.second[b] += count;
    }

    /// Puts a word with these neighbours into a class, or takes it out (`sign` -1).
    fn put(&mut self, class: usize, near: &Neighbours, sign: f64) {
        for &(a, count) in &near.before {
            self.add(a, class, sign * count);
        }
        for &(b, count) in &near.after {
            self.add(class, b, sign * count);
        }
        self.add(class, class, sign * near.itself);
    }

    /// How much likelier the corpus becomes with the word in that class.
    fn gain(&self, class: usize, near: &Neighbours) -> f64 {
        let grown = |x: f64, by: f64| x_log_x(x + by) - x_log_x(x);
        let (mut gain, mut own) = (0.0, near.itself);
        let (mut before, mut after) = (near.itself, near.itself);
        for &(a, count) in &near.before {
            before += count;
            if a == class {
                own += count;
            } else {
                gain += grown(self.pairs[a * ALL + class], count);
            }
        }
        for &(b, count) in &near.after {
            after += count;
            if b == class {
                own += count;
            } else {
                gain += grown(self.pairs[class * ALL + b], count);
            }
        }
        gain + grown(self.pairs[class * ALL + class], own)
            - grown(self.first[class], after)
            - grown(self.second[class], before)
    }
}

fn x_log_x(x: f64) -> f64 {
    if x > 0.5 { x * x.ln() } else { 0.0 }
}

fn exchange(words: usize, sentences: &[Vec<u32>]) -> Vec<usize> {
    let (after, before) = bigrams(words, sentences);
    let mut class: Vec<usize> = (0..words)
        .map(|w| {
            if w < FIXED {
                w
            } else {
                FIXED + (w - FIXED) % CLASSES
            }
        })
        .collect();
    let mut counts = Bigrams::new();
    for (a, followers) in after.iter().enumerate() {
        for &(b, count) in followers {
            counts.add(class[a], class[b as usize], f64::from(count));
        }
    }
    for _ in 0..ROUNDS {
        let mut moved = 0;
        for word in FIXED..words {
            let near = Neighbours {
                before: by_class(word, &before[word], &class),
                after: by_class(word, &after[word], &class),
                itself: after[word]
                    .iter()
                    .find(|&&(b, _)| b as usize == word)
                    .map_or(0.0, |&(_, count)| f64::from(count)),
            };
            counts.put(class[word], &near, -1.0);
            let best = (FIXED..ALL)
                .map(|c| (c, counts.gain(c, &near)))
                .reduce(|best, next| if next.1 > best.1 { next } else { best })
                .map_or(class[word], |(c, _)| c);
            moved += usize::from(best != class[word]);
            class[word] = best;
            counts.put(best, &near, 1.0);
        }
        if moved < words / 200 {
            break;
        }
    }
    class
}

type Followers = Vec<Vec<(u32, u32)>>;

/// For every word, which words stand after it and before it, and how often.
fn bigrams(words: usize, sentences: &[Vec<u32>]) -> (Followers, Followers) {
    let mut counts: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    for sentence in sentences {
        let mut previous = BOUNDARY as u32;
        for &word in sentence.iter().chain([&(BOUNDARY as u32)]) {
            *counts.entry((previous, word)).or_default() += 1;
            previous = word;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable();
    let (mut after, mut before) = (vec![Vec::new(); words], vec![Vec::new(); words]);
    for ((a, b), count) in counts {
        after[a as usize].push((b, count));
        before[b as usize].push((a, count));
    }
    (after, before)
}

fn by_class(word: usize, near: &[(u32, u32)], class: &[usize]) -> Vec<(usize, f64)> {
    let mut sums = [0.0; ALL];
    for &(other, count) in near {
        if other as usize != word {
            sums[class[other as usize]] += f64::from(count);
        }
    }
    sums.into_iter()
        .enumerate()
        .filter(|&(_, sum)| sum > 0.0)
        .collect()
}

/// The table, in the order of the words.
pub(crate) fn table(kinds: &Kinds) -> String {
    let mut rows: Vec<_> = kinds.0.iter().collect();
    rows.sort_unstable_by(|a, b| a.0.cmp(b.0));
    let mut table =
        String::from("# word\tclass\tfirst tag\tsecond tag\tshare of the first, in tenths\n");
    for (word, kind) in rows {
        let [first, second] = kind.tags.map(|t| t.map_or("-", |t| t.upos()));
        writeln!(
            table,
            "{word}\t{}\t{first}\t{second}\t{}",
            kind.class, kind.share
        )
        .expect("a string takes it");
    }
    table
}
