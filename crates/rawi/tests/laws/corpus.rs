//! The laws on real news: the corpus, where there is one. It is no part of the project; `RAWI_CORPUS` names
//! it, or it lies at `../shared/corpus/` beside the project. Without it the test says so and passes.
#![allow(
    clippy::print_stderr,
    reason = "a test says what it read, or that it was left out"
)]

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs, thread};

use rawi::{Metadata, Report};
use serde_json::Value;

use crate::law;

/// The corpus (JSON Lines, or the same packed by gzip), if there is one.
fn corpus() -> Option<PathBuf> {
    let beside = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/corpus/ar-news.jsonl.gz"
    );
    match env::var_os("RAWI_CORPUS") {
        Some(named) => Some(PathBuf::from(named)),
        None => Some(PathBuf::from(beside)).filter(|path| path.is_file()),
    }
}

fn lines(path: &PathBuf) -> Vec<String> {
    let bytes = if path.extension().is_some_and(|ending| ending == "gz") {
        let gzip = Command::new("gzip").arg("-dc").arg(path).output();
        gzip.expect("gzip unpacks the corpus").stdout
    } else {
        fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let text = String::from_utf8(bytes).expect("the corpus is UTF-8");
    text.lines().map(str::to_owned).collect()
}

/// Reads one line's report; gives how many statements it has.
fn check(line: &str) -> usize {
    let fields: Value = serde_json::from_str(line).unwrap();
    let field = |name: &str| fields[name].as_str().map(str::to_owned);
    let metadata = Metadata {
        key: field("id"),
        title: field("title"),
        ..Metadata::default()
    };
    let text = field("text").expect("every report has a text");
    law::check(&Report::with_title_before(&text, metadata))
        .unwrap_or_else(|broken| panic!("report {}: {broken}", fields["id"]))
        .statements
        .len()
}

#[test]
fn laws_hold_on_the_corpus() {
    let Some(path) = corpus() else {
        eprintln!("skipped: no corpus at ../shared/corpus/ar-news.jsonl.gz");
        return;
    };
    let lines = lines(&path);
    assert!(!lines.is_empty(), "{}: no reports", path.display());
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let statements: usize = thread::scope(|scope| {
        let parts: Vec<_> = lines
            .chunks(lines.len().div_ceil(threads))
            .map(|part| scope.spawn(|| part.iter().map(|line| check(line)).sum::<usize>()))
            .collect();
        parts.into_iter().map(|part| part.join().unwrap()).sum()
    });
    let reports = lines.len();
    assert!(statements > reports, "{statements} statements in {reports}");
    eprintln!("{reports} reports, {statements} statements: every law holds");
}
