//! Learns the reader's word tables in `lexicon/ar/words/` from a corpus of reports, and from a treebank; and makes its
//! table of places.
//!
//!     cargo run --release -p rawi-words -- stems CORPUS.jsonl lexicon/ar/words
//!     cargo run --release -p rawi-words -- tagger CORPUS.jsonl TREEBANK.conllu lexicon/ar/words
//!     cargo run --release -p rawi-words -- tagger CORPUS.jsonl TREEBANK.conllu --folds 5
//!     cargo run --release -p rawi-words -- places CORPUS.jsonl CITIES500.json SUBDIVISIONS.tsv lexicon/world
//!
//! `places` makes the places of `lexicon/world/` from GeoNames, as packages ship it: `lexicon/README.md` says which.
//!
//! The corpus has a report on every line, as JSON with `title` and `text`; the treebank is CoNLL-U with universal
//! parts of speech. The same input always gives the same tables. With `--folds` nothing is written: the tagger is
//! learnt from the rest of the treebank and held against each part in turn.

// The reader's own modules: learner and reader must agree on what they see.
#[allow(dead_code, reason = "what only the reader needs")]
#[path = "../../rawi/src/language"]
mod language {
    pub(crate) mod arabic {
        pub(crate) mod clitics;
        pub(crate) mod tagger;
    }
}
#[allow(dead_code, reason = "what only the reader needs")]
#[path = "../../rawi/src/span.rs"]
mod span;
#[allow(dead_code, reason = "what only the reader needs")]
#[path = "../../rawi/src/text"]
mod text {
    pub(crate) mod fold;
    pub(crate) mod token;
}
mod kinds;
mod perceptron;
mod places;
mod stems;
mod treebank;

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;

use anyhow::{Context, anyhow, bail};
use language::arabic::clitics::Segmenter;
use language::arabic::clitics::particles::Particles;

const PARTICLES: &str = include_str!("../../../lexicon/ar/words/particles.txt");
const USAGE: &str = "usage: rawi-words stems CORPUS.jsonl FOLDER
       rawi-words tagger CORPUS.jsonl TREEBANK.conllu (FOLDER | --folds N)
       rawi-words places CORPUS.jsonl CITIES500.json SUBDIVISIONS.tsv FOLDER";

#[derive(serde::Deserialize)]
struct Report {
    #[serde(default)]
    title: String,
    text: String,
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["stems", corpus, folder] => {
            let particles = Particles::load(PARTICLES)
                .map_err(|(line, fault)| anyhow!("particles.txt, line {line}: {fault}"))?;
            write(
                folder,
                "stems.txt",
                stems::table(&texts(corpus)?, &particles).as_bytes(),
            )
        }
        ["tagger", corpus, treebank, ref rest @ ..] => {
            let stems = include_str!("../../../lexicon/ar/words/stems.txt");
            let segmenter = Segmenter::load(stems, PARTICLES)?;
            let texts = texts(corpus)?;
            let sentences = fs::read_to_string(treebank).with_context(|| treebank.to_owned())?;
            let sentences = treebank::sentences(&sentences).with_context(|| treebank.to_owned())?;
            let corpus = kinds::Corpus::new(&texts, &segmenter);
            match rest {
                ["--folds", folds] => {
                    let folds = folds.parse().context("--folds takes a number")?;
                    let told = perceptron::cross_validate(&sentences, &corpus, &segmenter, folds);
                    std::io::stdout().lock().write_all(told.as_bytes())?;
                    Ok(())
                }
                [folder] => {
                    let learnt = perceptron::learn(&sentences, &corpus, &segmenter);
                    write(folder, "kinds.tsv", kinds::table(&learnt.kinds).as_bytes())?;
                    write(folder, "tagger.bin", &learnt.weights)
                }
                _ => bail!(USAGE),
            }
        }
        ["places", corpus, cities, divisions, folder] => {
            let by_hand = Path::new(folder).join("places-by-hand.toml");
            let known = places::Known {
                states: include_str!("../../../lexicon/world/states.toml"),
                by_hand: &fs::read_to_string(&by_hand)
                    .with_context(|| by_hand.display().to_string())?,
                kinds: include_str!("../../../lexicon/ar/words/kinds.tsv"),
                given_names: include_str!("../../../lexicon/ar/given-names.toml"),
            };
            let (cities, divisions) = (places::cities(cities)?, places::divisions(divisions)?);
            let table = places::table(&cities, &divisions, &texts(corpus)?, &known)?;
            write(folder, "places.tsv", table.as_bytes())
        }
        _ => bail!(USAGE),
    }
}

/// Titles and texts of a corpus.
fn texts(path: &str) -> anyhow::Result<Vec<String>> {
    let mut texts = Vec::new();
    let file = File::open(path).with_context(|| path.to_owned())?;
    for (number, line) in (1..).zip(BufReader::new(file).lines()) {
        let line = line.with_context(|| path.to_owned())?;
        let report: Report =
            serde_json::from_str(&line).with_context(|| format!("{path}: line {number}"))?;
        texts.extend([report.title, report.text]);
    }
    Ok(texts)
}

fn write(folder: &str, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let path = Path::new(folder).join(name);
    fs::write(&path, bytes).with_context(|| path.display().to_string())
}
