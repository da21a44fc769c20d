//! A run that is cut short, or that takes its time.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use crate::harness::*;

#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let root = folder(&[("a.jsonl", archive(3000).as_bytes())]);
    let mut command = rawi(
        root.path(),
        &["read", "-f", "jsonl", "--with-text", "a.jsonl"],
    );
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::with_capacity(1, child.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    let (code, _, err) = said(child.wait_with_output().unwrap());
    assert_eq!((code, err.as_str()), (0, ""));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_the_run_with_whole_records() {
    let root = folder(&[]);
    let mut command = rawi(root.path(), &["read", "-f", "json", "-"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(archive(2).as_bytes()).unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut text = String::new();
    // The program shows what it has while it waits for more, so this comes before the end of the input.
    while text.matches("\"statements\"").count() < 2 {
        assert!(out.read_line(&mut text).unwrap() > 0, "{text}");
    }
    let pid = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .unwrap()
            .success()
    );
    let rest = std::io::read_to_string(out).unwrap();
    let (code, _, err) = said(child.wait_with_output().unwrap());
    assert_eq!(code, 130);
    assert_eq!(
        err,
        "rawi: interrupted; what was read until then is complete\n"
    );
    assert_eq!(json(&(text + &rest)).as_array().unwrap().len(), 2);
    drop(stdin);
}
