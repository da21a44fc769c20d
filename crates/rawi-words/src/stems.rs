//! Takes: the words of a corpus and how often each stands there. Gives: the table of stems. Relies on: the
//! reader's `clitics`, which say what analyses a word has and what each is worth.
//!
//! Every word form starts with all its analyses. In each round a form shares itself out among them by their
//! weights, which come from what all *other* forms said of the stems in the round before. A stem that only one
//! form knows gets no support, one that stands with many clitics gets ever more.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use crate::language::arabic::clitics::analysis::{
    Analysis, Conjunction, Particle, Pronoun, analyses,
};
use crate::language::arabic::clitics::evidence::{Evidence, LEVELS};
use crate::language::arabic::clitics::letters::{ALEF, Key, LAM, Letter, Letters, Sign, sign};
use crate::language::arabic::clitics::particles::{Cuts, Particles};
use crate::language::arabic::clitics::weight::{Before, weight};

const ROUNDS: usize = 8;
/// How much a form counts for being frequent.
const DAMP: f32 = 0.4;
/// What a stem must be worth to stand in the table.
const LEAST: f32 = 1.4;

/// How often a word form stands in the corpus, by what comes before it.
#[derive(Debug, Clone, Default)]
struct Count([u32; 3]);

impl Count {
    fn total(&self) -> u32 {
        self.0.iter().sum()
    }
}

const BEFORE: [Before; 3] = [Before::Nothing, Before::Governor, Before::Word];

/// Adds the words of a text.
fn count(text: &str, particles: &Particles, words: &mut FxHashMap<String, Count>) {
    for line in text.lines() {
        let mut previous: Option<&str> = None;
        for run in line.split_whitespace() {
            // What is joined by anything but letters are words of their own; a mark between begins anew.
            for (index, word) in run.split(|c: char| sign(c) == Sign::Other).enumerate() {
                if index > 0 {
                    previous = None;
                }
                if word.is_empty() {
                    continue;
                }
                let before = match previous {
                    None => Before::Nothing,
                    Some(previous) if particles.governs(previous) => Before::Governor,
                    Some(_) => Before::Word,
                };
                let at = BEFORE.iter().position(|&b| b == before).unwrap_or(0);
                words.entry(letters_only(word)).or_default().0[at] += 1;
                previous = Some(word);
            }
        }
    }
}

/// Without marks; tanwin stays, for it tells what may follow.
fn letters_only(word: &str) -> String {
    word.chars().filter(|&c| sign(c) != Sign::Mark).collect()
}

/// What is known of a stem while learning: [`Evidence`] before pronouns are summed up.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    evidence: Evidence,
    pronouns: [f32; 10],
}

impl Tally {
    fn add(&mut self, analysis: &Analysis, forms: f32) {
        let e = &mut self.evidence;
        if analysis.article {
            e.article += forms;
        } else if analysis.particle != Particle::None {
            e.particle += forms;
        } else if analysis.pronoun != Pronoun::None {
            e.pronoun += forms;
        } else if analysis.conjunction != Conjunction::None {
            e.conjunction += forms;
        } else {
            e.bare += forms;
        }
        if analysis.pronoun != Pronoun::None {
            self.pronouns[analysis.pronoun as usize] += forms;
        }
    }

    fn evidence(&self) -> Evidence {
        let most = self.pronouns.iter().copied().fold(0.0, f32::max);
        let all: f32 = self.pronouns.iter().sum();
        Evidence {
            other_pronoun: (all - most).max(0.0),
            ..self.evidence
        }
    }
}

struct Form {
    letters: Letters,
    count: Count,
    /// How many forms this one counts for: frequent ones a little more.
    worth: f32,
    analyses: Vec<Analysis>,
    shares: Vec<f32>,
}

/// The table of stems.
pub(crate) fn table(texts: &[String], particles: &Particles) -> String {
    let mut words = FxHashMap::default();
    for text in texts {
        count(text, particles, &mut words);
    }
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    let mut forms = Vec::with_capacity(words.len());
    let mut tokens: FxHashMap<Key, f32> = FxHashMap::default();
    let mut fixed: FxHashMap<Key, Tally> = FxHashMap::default();
    for (word, count) in words {
        let Some(letters) = Letters::read(&word) else {
            continue;
        };
        let key = letters.key(0, letters.len());
        let total = count.total() as f32;
        *tokens.entry(key).or_default() += total;
        if letters.all().starts_with(&[ALEF, LAM]) && letters.len() > 3 {
            *tokens.entry(letters.key(2, letters.len())).or_default() += total;
        }
        let worth = 1.0 + DAMP * total.ln();
        if let Some(Cuts {
            proclitics,
            pronoun,
            ..
        }) = particles.get(&letters)
        {
            if proclitics == [0, 0] && pronoun.is_none() {
                fixed.entry(key).or_default().evidence.bare += worth;
            }
            continue;
        }
        let mut all = Vec::new();
        analyses(&letters, |analysis| all.push(analysis));
        if !all.is_empty() {
            forms.push(Form {
                letters,
                count,
                worth,
                shares: vec![0.0; all.len()],
                analyses: all,
            });
        }
    }
    let mut tallies = fixed.clone();
    for _ in 0..ROUNDS {
        let mut next = fixed.clone();
        for form in &mut forms {
            share(form, &tallies, &tokens);
            for (analysis, &share) in form.analyses.iter().zip(&form.shares) {
                if share > 1e-6 {
                    next.entry(analysis.stem)
                        .or_default()
                        .add(analysis, share * form.worth);
                }
            }
        }
        tallies = next;
    }
    write(&tallies, &tokens)
}

/// Shares a form out among its analyses, by what the other forms say.
fn share(form: &mut Form, tallies: &FxHashMap<Key, Tally>, tokens: &FxHashMap<Key, f32>) {
    let whole = form.count.total() as f32;
    let weights: Vec<f32> = form
        .analyses
        .iter()
        .map(|analysis| {
            let evidence = tallies
                .get(&analysis.stem)
                .map_or_else(Evidence::default, |tally| {
                    let mut tally = *tally;
                    for (own, &share) in form.analyses.iter().zip(&form.shares) {
                        if own.stem == analysis.stem {
                            tally.add(own, -share * form.worth);
                        }
                    }
                    Evidence {
                        tokens: tokens.get(&analysis.stem).copied().unwrap_or(0.0),
                        ..at_least_none(tally.evidence())
                    }
                });
            let mut log = 0.0;
            for (before, &count) in BEFORE.iter().zip(&form.count.0) {
                if count > 0 {
                    log += count as f32
                        * weight(analysis, &form.letters, &evidence, *before, whole).ln();
                }
            }
            log / whole
        })
        .collect();
    let most = weights.iter().copied().fold(f32::MIN, f32::max);
    let sum: f32 = weights.iter().map(|w| (w - most).exp()).sum();
    for (share, weight) in form.shares.iter_mut().zip(weights) {
        *share = (weight - most).exp() / sum;
    }
}

fn write(tallies: &FxHashMap<Key, Tally>, tokens: &FxHashMap<Key, f32>) -> String {
    let mut stems: Vec<_> = tallies
        .iter()
        .map(|(&key, tally)| (spelling(key), key, tally.evidence()))
        .collect();
    stems.sort_unstable_by(|(a, ..), (b, ..)| a.cmp(b));
    let mut table = String::from(
        "# stem\tlevels: bare, conjunction, article, particle, pronoun, other pronoun, tokens\n",
    );
    for (stem, key, evidence) in stems {
        if evidence.bare
            + evidence.conjunction
            + evidence.article
            + evidence.particle
            + evidence.pronoun
            < LEAST
        {
            continue;
        }
        let evidence = Evidence {
            tokens: tokens.get(&key).copied().unwrap_or(0.0),
            ..evidence
        };
        writeln!(table, "{stem}\t{}", levels(evidence)).expect("a string takes it");
    }
    table
}
/// The letters of a stem.
fn spelling(key: Key) -> String {
    (0..key.len()).map(|at| character(key.get(at))).collect()
}

fn character(letter: Letter) -> char {
    ('\u{0620}'..='\u{06FF}')
        .find(|&c| sign(c) == Sign::Letter(letter))
        .unwrap_or('؟')
}

/// Taking a form's own share back may leave less than nothing, by rounding.
fn at_least_none(e: Evidence) -> Evidence {
    Evidence {
        bare: e.bare.max(0.0),
        conjunction: e.conjunction.max(0.0),
        article: e.article.max(0.0),
        particle: e.particle.max(0.0),
        pronoun: e.pronoun.max(0.0),
        other_pronoun: e.other_pronoun.max(0.0),
        tokens: e.tokens,
    }
}

/// The levels of the table nearest to what is known of a stem.
fn levels(e: Evidence) -> String {
    [
        e.bare,
        e.conjunction,
        e.article,
        e.particle,
        e.pronoun,
        e.other_pronoun,
        e.tokens / 2.0,
    ]
    .into_iter()
    .map(|value| {
        let nearest = LEVELS
            .iter()
            .rposition(|&level| level <= value * 1.19)
            .unwrap_or(0);
        char::from_digit(nearest as u32, 36).unwrap_or('z')
    })
    .collect()
}
