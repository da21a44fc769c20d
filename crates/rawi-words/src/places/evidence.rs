//! Takes: a corpus, and the folded names to look for. Gives: how often each stands in it, and how often behind words
//! that places stand behind. Relies on: names being runs of words, the first of which may carry one-letter particles.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::token::{Kind, Tokens};

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) all: u32,
    /// Behind a preposition or a noun that a place may stand behind.
    behind: u32,
    /// Behind a noun that says what kind of place it is.
    pub(super) called: u32,
}

impl Tally {
    pub(super) fn share_behind(self) -> f32 {
        self.behind as f32 / self.all.max(1) as f32
    }

    pub(super) fn share_called(self) -> f32 {
        self.called as f32 / self.all.max(1) as f32
    }
}

pub(super) struct Evidence(FxHashMap<String, Tally>);

impl Evidence {
    pub(super) fn of(&self, folded: &str) -> Tally {
        self.0.get(folded).copied().unwrap_or_default()
    }

    pub(super) fn count(
        texts: &[String],
        wanted: &BTreeSet<String>,
        nouns: &FxHashSet<String>,
        before: &FxHashSet<String>,
        words: &FxHashSet<String>,
    ) -> Self {
        let mut by_first: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for name in wanted {
            let first = name.split(' ').next().unwrap_or_default();
            by_first.entry(first).or_default().push(name);
        }
        let mut found: FxHashMap<String, Tally> = FxHashMap::default();
        for text in texts {
            let tokens = Tokens::of(text);
            for at in (0..tokens.len()).filter(|&at| tokens.kind(at) == Kind::Word) {
                for (core, place) in cores(tokens.folded(at), words) {
                    for &name in by_first.get(&*core).into_iter().flatten() {
                        let rest = name.split(' ').skip(1);
                        if (at + 1..)
                            .zip(rest)
                            .any(|(i, w)| i >= tokens.len() || tokens.folded(i) != w)
                        {
                            continue;
                        }
                        let previous = at.checked_sub(1).map_or("", |i| tokens.folded(i));
                        let joined = previous.trim_start_matches(['و', 'ب', 'ل']);
                        let called = nouns.contains(previous) || nouns.contains(joined);
                        let tally = found.entry(name.to_owned()).or_default();
                        tally.all += 1;
                        tally.called += u32::from(called);
                        tally.behind += u32::from(
                            called || place || before.contains(previous) || before.contains(joined),
                        );
                    }
                }
            }
        }
        Self(found)
    }
}

/// A word with and without the particles it may carry, and whether one of them is a preposition of place.
fn cores<'w>(word: &'w str, words: &FxHashSet<String>) -> Vec<(std::borrow::Cow<'w, str>, bool)> {
    let mut cores = vec![(word.into(), false)];
    let bare = word.strip_prefix('و').unwrap_or(word);
    if bare.len() < word.len() && bare.chars().count() > 1 {
        cores.push((bare.into(), false));
    }
    for (particle, place) in [('ب', true), ('ل', false), ('ك', false), ('ف', false)] {
        if let Some(rest) = bare.strip_prefix(particle)
            && rest.chars().count() > 2
            // بلاد is no city of لاد.
            && (rest.starts_with("ال") || !words.contains(bare))
        {
            cores.push((rest.into(), place));
        }
    }
    if let Some(rest) = bare.strip_prefix("لل") {
        cores.push((format!("ال{rest}").into(), false));
    }
    cores
}
