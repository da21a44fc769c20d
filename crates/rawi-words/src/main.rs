//! Learns the table of stems (`lexicon/ar/words/stems.txt`) from a corpus of reports, without a treebank.
//!
//!     cargo run --release -p rawi-words -- CORPUS.jsonl > lexicon/ar/words/stems.txt
//!
//! The corpus has a report on every line, as JSON with `title` and `text`. The same corpus and the same
//! `particles.txt` always give the same table.

// The reader's own modules: learner and reader must agree on what an analysis is and what it is worth.
#[allow(dead_code, reason = "what only the reader needs")]
#[path = "../../rawi/src/language/arabic/clitics"]
mod clitics {
    pub(crate) mod analysis;
    pub(crate) mod evidence;
    pub(crate) mod letters;
    pub(crate) mod particles;
    pub(crate) mod weight;
}
mod learn;

use std::fs::File;
use std::io::{BufRead, BufReader, Write};

use anyhow::{Context, anyhow, bail};
use clitics::particles::Particles;
use rustc_hash::FxHashMap;

const PARTICLES: &str = include_str!("../../../lexicon/ar/words/particles.txt");

#[derive(serde::Deserialize)]
struct Report {
    #[serde(default)]
    title: String,
    text: String,
}

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(path), None) = (arguments.next(), arguments.next()) else {
        bail!("usage: rawi-words CORPUS.jsonl > lexicon/ar/words/stems.txt");
    };
    let particles = Particles::load(PARTICLES)
        .map_err(|(line, fault)| anyhow!("particles.txt, line {line}: {fault}"))?;
    let mut words = FxHashMap::default();
    let file = File::open(&path).with_context(|| format!("{}", path.display()))?;
    for (number, line) in (1..).zip(BufReader::new(file).lines()) {
        let line = line.with_context(|| format!("{}", path.display()))?;
        let report: Report = serde_json::from_str(&line)
            .with_context(|| format!("{}: line {number}", path.display()))?;
        for text in [&report.title, &report.text] {
            learn::count(text, &particles, &mut words);
        }
    }
    let table = learn::table(words, &particles);
    std::io::stdout().lock().write_all(table.as_bytes())?;
    Ok(())
}
