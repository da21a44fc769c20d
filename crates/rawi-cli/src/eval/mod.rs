//! Takes: `rawi eval` and its arguments. Gives: how far the reader agrees with gold annotations. Relies on:
//! [`score`] for attributions, [`segmentation`] for clitics.

mod names;
mod score;
mod segmentation;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, anyhow, bail};
use rawi_export::brat::{self, Attribution};
use serde_json::{Value, json};

use crate::cli::{self, EvalArgs};
use crate::pipeline;
use crate::read::read_safely;
use crate::visible::visible;
use score::{Compared, Labelled, Scores, Share};

/// Runs the command.
///
/// # Errors
/// Wrong usage, and gold or predictions that cannot be read: an evaluation of a part would be no figure.
pub(crate) fn run(args: &EvalArgs) -> anyhow::Result<ExitCode> {
    let annotations = files(&args.gold, "ann")?;
    let treebanks = files(&args.gold, "conllu")?;
    if annotations.is_empty() && treebanks.is_empty() {
        bail!(
            "{}: no *.ann and no *.conllu there; name the folder of the gold",
            args.gold.display()
        );
    }
    if annotations.is_empty() && args.pred.is_some() {
        return Err(cli::usage(
            "eval",
            "--pred goes with a folder of .ann files",
        ));
    }

    let mut out = BufWriter::new(io::stdout().lock());
    let mut figures = serde_json::Map::new();
    let mut shares: Vec<(&'static str, f64)> = Vec::new();
    if !annotations.is_empty() {
        let (scores, misses) = attributions(annotations, args)?;
        if args.misses {
            for miss in misses {
                writeln!(out, "{}", visible(&miss))?;
            }
        }
        shares.extend(scores.figures());
        if args.json {
            figures.extend(scores_json(&scores));
        } else {
            write!(out, "{}", scores_text(&scores))?;
        }
    }
    if !treebanks.is_empty() {
        let mut tally = segmentation::Tally::default();
        for path in &treebanks {
            let text = fs::read_to_string(path).with_context(|| unreadable(path))?;
            let words = segmentation::words(&text)
                .map_err(|fault| anyhow!("{}: {fault}", path.display()))?;
            tally.add(&words);
        }
        shares.push(("segmentation", tally.accuracy()));
        let counts = json!({
            "words": tally.words, "right": tally.right, "accuracy": tally.accuracy(),
        });
        if args.misses {
            for miss in tally.misses() {
                writeln!(out, "{}", visible(&miss))?;
            }
        }
        if !args.json {
            writeln!(
                out,
                "segmentation {:.4}  ({} of {} words)",
                tally.accuracy(),
                tally.right,
                tally.words
            )?;
        } else if figures.is_empty() {
            figures.extend(counts.as_object().cloned().unwrap_or_default());
        } else {
            figures.insert("segmentation".to_owned(), counts);
        }
    }
    if args.json {
        serde_json::to_writer_pretty(&mut out, &figures).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    let below = below_floor(&args.floors, &shares)?;
    for line in &below {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(if below.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The files of `path` that end so, in order: itself, or those in the folder that it is.
fn files(path: &Path, ending: &str) -> anyhow::Result<Vec<PathBuf>> {
    let ends = |path: &Path| path.extension().is_some_and(|found| found == ending);
    if !path.is_dir() {
        fs::metadata(path).with_context(|| unreadable(path))?;
        return Ok(if ends(path) {
            vec![path.to_owned()]
        } else {
            Vec::new()
        });
    }
    let mut found = fs::read_dir(path)
        .and_then(|entries| {
            entries
                .map(|entry| entry.map(|entry| entry.path()))
                .collect::<io::Result<Vec<_>>>()
        })
        .with_context(|| unreadable(path))?;
    found.retain(|path| ends(path));
    found.sort_unstable();
    Ok(found)
}

fn unreadable(path: &Path) -> String {
    format!("{}: cannot be read", path.display())
}

/// Scores every report; also gives the misses, in order.
fn attributions(
    annotations: Vec<PathBuf>,
    args: &EvalArgs,
) -> anyhow::Result<(Scores, Vec<String>)> {
    let (pred, wanted) = (args.pred.clone(), args.misses);
    let compare = move |path: PathBuf| compare(&path, pred.as_deref(), wanted);
    let results = pipeline::in_order(annotations.into_iter(), cli::jobs(args.jobs), compare);
    let mut scores = Scores::default();
    let mut misses = Vec::new();
    for result in results {
        let compared = result.recv().context("a report was lost on the way")??;
        scores.add(&compared.counts);
        misses.extend(compared.misses);
    }
    Ok((scores, misses))
}

/// Compares one report's gold with its record.
fn compare(ann: &Path, pred: Option<&Path>, misses: bool) -> anyhow::Result<Compared> {
    let report = rawi_intake::read_text_file(&ann.with_extension("txt"))?;
    let gold = fs::read_to_string(ann).with_context(|| unreadable(ann))?;
    let gold = brat::read(&gold, report.text())
        .with_context(|| format!("{}: not as the scheme is", ann.display()))?;
    let name = ann.file_stem().unwrap_or_default().to_string_lossy();
    let read: Vec<Labelled> = match pred {
        Some(folder) => {
            let path = folder.join(format!("{name}.json"));
            let json = fs::read(&path).with_context(|| unreadable(&path))?;
            let record: Value = serde_json::from_slice(&json)
                .with_context(|| format!("{}: not JSON", path.display()))?;
            score::of_json(&record).with_context(|| format!("{}: not a record", path.display()))?
        }
        None => {
            let record = read_safely(&report).map_err(anyhow::Error::msg)?;
            record
                .statements
                .iter()
                .map(|one| Labelled::from(Attribution::from(one)))
                .collect()
        }
    };
    let gold = gold.into_iter().map(Labelled::from).collect::<Vec<_>>();
    Ok(score::compare(&name, report.text(), &gold, &read, misses))
}

fn scores_text(scores: &Scores) -> String {
    let mut out = format!(
        "{} reports, {} attributions in gold, {} predicted\n",
        scores.reports, scores.counts.gold, scores.counts.predicted
    );
    for (name, Share { p, r, f1 }) in scores.detections() {
        out += &format!("{name:12} P {p:.3}  R {r:.3}  F1 {f1:.3}\n");
    }
    for (name, share) in scores.shares() {
        out += &format!("{name:12} {share:.3}\n");
    }
    out
}

fn scores_json(scores: &Scores) -> Vec<(String, Value)> {
    let mut out = vec![
        ("reports".to_owned(), json!(scores.reports)),
        ("gold".to_owned(), json!(scores.counts.gold)),
        ("predicted".to_owned(), json!(scores.counts.predicted)),
    ];
    for (name, Share { p, r, f1 }) in scores.detections() {
        out.push((name.to_owned(), json!({"p": p, "r": r, "f1": f1})));
    }
    for (name, share) in scores.shares() {
        out.push((name.to_owned(), json!(share)));
    }
    out
}

fn below_floor(
    floors: &[(String, f64)],
    figures: &[(&'static str, f64)],
) -> anyhow::Result<Vec<String>> {
    let mut below = Vec::new();
    for (name, floor) in floors {
        let Some((_, got)) = figures.iter().find(|(figure, _)| figure == name) else {
            let names: Vec<&str> = figures.iter().map(|(name, _)| *name).collect();
            let why = format!(
                "no figure is called `{name}`; there are {}",
                names.join(", ")
            );
            return Err(cli::usage("eval", why));
        };
        if got < floor {
            below.push(format!("below the floor: {name} {got:.3} < {floor}"));
        }
    }
    Ok(below)
}
