//! Takes: a treebank's sentences and a corpus. Gives: what the tagger knows: kinds of words and weights.
//! Relies on: the reader's features.
//!
//! Learnt in two rounds: a first tagger from the treebank and the classes of words alone tags the corpus; the
//! tags that each word mostly has there are then features of the second.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use crate::kinds::Corpus;
use crate::language::arabic::clitics::Segmenter;
use crate::language::arabic::tagger::features::{Context, Observation, ROW_BITS, key, rows};
use crate::language::arabic::tagger::kinds::Kinds;
use crate::language::arabic::tagger::{TAGS, Tag, Tagger, best};
use crate::text::token::{Kind, Tokens};
use crate::treebank::Sentence;

const EPOCHS: usize = 16;
/// How often a word must stand in the corpus for its tags to count.
const LEAST: u32 = 3;
/// A weight of this size fills a byte.
const LARGEST: f32 = 32.0;

/// What the tagger is made of.
pub(crate) struct Learnt {
    pub(crate) kinds: Kinds,
    pub(crate) weights: Vec<u8>,
}

/// Learns from all sentences.
pub(crate) fn learn(sentences: &[Sentence], corpus: &Corpus<'_>, segmenter: &Segmenter) -> Learnt {
    let all: Vec<&Sentence> = sentences.iter().collect();
    learn_from(&all, corpus, corpus.classes(), segmenter)
}

fn learn_from(
    sentences: &[&Sentence],
    corpus: &Corpus<'_>,
    mut kinds: Kinds,
    segmenter: &Segmenter,
) -> Learnt {
    let weights = train(sentences, &kinds, segmenter);
    let tagger = tagger(&kinds, &weights);
    add_tags(corpus, &tagger, segmenter, &mut kinds);
    let weights = train(sentences, &kinds, segmenter);
    Learnt { kinds, weights }
}

fn tagger(kinds: &Kinds, weights: &[u8]) -> Tagger {
    Tagger::load(&crate::kinds::table(kinds), weights).expect("both are as the reader wants them")
}

/// Tells each word of the corpus the tags that it mostly has there.
fn add_tags(corpus: &Corpus<'_>, tagger: &Tagger, segmenter: &Segmenter, kinds: &mut Kinds) {
    let mut counts: FxHashMap<String, [u32; TAGS]> = FxHashMap::default();
    for text in corpus.texts {
        let tokens = Tokens::of(text);
        let clitics = segmenter.split_all(&tokens);
        for (at, tag) in tagger.tag(&tokens, &clitics).into_iter().enumerate() {
            let key = key(&tokens, at, &clitics[at]);
            if tokens.kind(at) == Kind::Word && kinds.0.contains_key(key) {
                counts.entry(key.to_owned()).or_default()[tag as usize] += 1;
            }
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each kind is filled by itself")]
    for (word, kind) in &mut kinds.0 {
        let Some(counts) = counts.get(&**word) else {
            continue;
        };
        let sum: u32 = counts.iter().sum();
        if sum < LEAST {
            continue;
        }
        let mut order: [usize; TAGS] = std::array::from_fn(|i| i);
        order.sort_by_key(|&i| std::cmp::Reverse(counts[i]));
        kind.tags[0] = Some(Tag::ALL[order[0]]);
        kind.tags[1] = (counts[order[1]] * TAGS as u32 > sum).then_some(Tag::ALL[order[1]]);
        kind.share = (counts[order[0]] * 10 / sum) as u8;
    }
}

/// Weights as the reader keeps them: averaged over all steps, a byte each.
fn train(sentences: &[&Sentence], kinds: &Kinds, segmenter: &Segmenter) -> Vec<u8> {
    let seen: Vec<(Vec<Observation>, &[Tag])> = sentences
        .iter()
        .map(|s| {
            let tokens = Tokens::of(&s.text);
            let clitics = segmenter.split_all(&tokens);
            let observed = (0..s.tags.len())
                .map(|at| Observation::of(&tokens, at, &clitics[at], kinds))
                .collect();
            (observed, &s.tags[..])
        })
        .collect();
    let mut weights = vec![0f32; TAGS << ROW_BITS];
    let mut sums = vec![0f32; TAGS << ROW_BITS];
    let mut step = 1f32;
    let mut order: Vec<usize> = (0..seen.len()).collect();
    let mut random = 0x2545_F491_4F6C_DD1Du64;
    for _ in 0..EPOCHS {
        shuffle(&mut order, &mut random);
        for &index in &order {
            let (words, tags) = &seen[index];
            let mut context = Context::default();
            for (at, &tag) in tags.iter().enumerate() {
                if words[at].is_mark() {
                    context = context.then(Tag::Punctuation);
                    continue;
                }
                let rows = rows(words, at, context);
                let mut scores = [0f32; TAGS];
                for row in rows {
                    let from = row as usize * TAGS;
                    for (score, weight) in scores.iter_mut().zip(&weights[from..from + TAGS]) {
                        *score += weight;
                    }
                }
                let found = best(&scores);
                if found != tag {
                    for row in rows {
                        let from = row as usize * TAGS;
                        for (tag, by) in [(tag, 1.0), (found, -1.0)] {
                            weights[from + tag as usize] += by;
                            sums[from + tag as usize] += by * step;
                        }
                    }
                }
                step += 1.0;
                context = context.then(found);
            }
        }
    }
    weights
        .iter()
        .zip(&sums)
        .map(|(weight, sum)| {
            let average = weight - sum / step;
            (average / LARGEST * 127.0).round().clamp(-127.0, 127.0) as i8 as u8
        })
        .collect()
}

/// Xorshift: the same order every time.
fn shuffle(order: &mut [usize], random: &mut u64) {
    for last in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        order.swap(last, (*random % (last as u64 + 1)) as usize);
    }
}

/// Learns from all parts but one and tags that one, for each part; tells how many words are right, by tag.
pub(crate) fn cross_validate(
    sentences: &[Sentence],
    corpus: &Corpus<'_>,
    segmenter: &Segmenter,
    folds: usize,
) -> String {
    // Right, in the treebank, found.
    let mut counts = [[0u32; 3]; TAGS];
    let classes = corpus.classes();
    let mut told = String::new();
    for fold in 0..folds {
        let rest: Vec<&Sentence> = (0..)
            .zip(sentences)
            .filter(|(i, _)| i % folds != fold)
            .map(|(_, s)| s)
            .collect();
        let learnt = learn_from(&rest, corpus, Kinds(classes.0.clone()), segmenter);
        let tagger = tagger(&learnt.kinds, &learnt.weights);
        let (mut right, mut all) = (0, 0);
        for sentence in sentences.iter().skip(fold).step_by(folds) {
            let tokens = Tokens::of(&sentence.text);
            let clitics = segmenter.split_all(&tokens);
            for (at, found) in tagger.tag(&tokens, &clitics).into_iter().enumerate() {
                let tag = sentence.tags[at];
                if !matches!(tokens.kind(at), Kind::Word | Kind::Number) {
                    continue;
                }
                all += 1;
                right += u32::from(found == tag);
                counts[tag as usize][0] += u32::from(found == tag);
                counts[tag as usize][1] += 1;
                counts[found as usize][2] += 1;
            }
        }
        writeln!(
            told,
            "part {} of {folds}: {:.4}",
            fold + 1,
            share(right, all)
        )
        .expect("a string takes it");
    }
    let sum = |i: usize| counts.iter().map(|c| c[i]).sum::<u32>();
    writeln!(told, "words {} right {:.4}", sum(1), share(sum(0), sum(1)))
        .expect("a string takes it");
    for (tag, [right, gold, found]) in Tag::ALL.iter().zip(counts) {
        writeln!(
            told,
            "{:6} P {:.3} R {:.3} of {gold}",
            tag.upos(),
            share(right, found),
            share(right, gold)
        )
        .expect("a string takes it");
    }
    told
}

fn share(part: u32, all: u32) -> f64 {
    f64::from(part) / f64::from(all.max(1))
}
