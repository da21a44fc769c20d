//! How the tests call the program.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A report with something said in it.
pub(crate) const REPORT: &str = "قالت وزيرة النقل سلمى حداد إن الجسر مغلق حتى الأحد.\n";

pub(crate) fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    root
}

pub(crate) fn rawi(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rawi"));
    command.current_dir(folder).args(args).stdin(Stdio::null());
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

/// Runs the program; gives its exit code, standard output and standard error.
pub(crate) fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    said(rawi(folder, args).output().unwrap())
}

pub(crate) fn run_with_stdin(folder: &Path, args: &[&str], stdin: &[u8]) -> (i32, String, String) {
    let mut command = rawi(folder, args);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(stdin).unwrap();
    said(child.wait_with_output().unwrap())
}

pub(crate) fn said(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

pub(crate) fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

pub(crate) fn keys(jsonl: &str) -> Vec<String> {
    jsonl
        .lines()
        .map(|line| json(line)["report"]["key"].as_str().unwrap().to_owned())
        .collect()
}

/// An archive of `n` reports with the ids 1 to `n`, longer and shorter ones in turn.
pub(crate) fn archive(n: usize) -> String {
    let line = |id: usize| {
        let text = REPORT.repeat(id * 7 % 11 + 1);
        serde_json::json!({"id": id, "text": text}).to_string() + "\n"
    };
    (1..=n).map(line).collect()
}
