//! What cannot be read, and wrong usage: what is said, and the exit code.

use crate::harness::*;

#[test]
fn bad_inputs_are_told_at_once_and_again_at_the_end_and_the_others_are_read() {
    let bad = concat!(
        "{\"id\": 1, \"text\": \"x\"}\n",
        "{\"id\": 2\n",
        "\n",
        "{\"id\": 4}\n"
    );
    let root = folder(&[
        ("good.txt", REPORT.as_bytes()),
        ("empty.txt", b""),
        ("binary.txt", b"ab\0c"),
        ("cp1256.txt", b"ok\n\xC7\xE1"),
        ("bad.jsonl", bad.as_bytes()),
        ("none/a.ann", b""),
    ]);
    let args = [
        "read",
        "-f",
        "jsonl",
        "empty.txt",
        "binary.txt",
        "cp1256.txt",
        "missing.txt",
        "bad.jsonl",
        "none",
        "good.txt",
    ];
    let (code, out, err) = run(root.path(), &args);
    assert_eq!(code, 1);
    assert_eq!(keys(&out), ["1", "good.txt"]);
    let expected = [
        "empty.txt: empty;",
        "binary.txt: byte 2: not a text but binary data",
        "cp1256.txt: line 2, byte 3: not UTF-8; if the text is in WINDOWS-1256, convert it first: iconv",
        "missing.txt: no such file or folder;",
        "bad.jsonl: line 2, column 8: not JSON",
        "bad.jsonl: line 4: lacks `text`;",
        "none: folder without reports",
    ];
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 15, "{err}");
    for (n, said) in expected.iter().enumerate() {
        assert!(
            lines[n].starts_with(&format!("rawi: {said}")),
            "{said}: {err}"
        );
        assert!(
            lines[8 + n].starts_with(&format!("  {said}")),
            "{said}: {err}"
        );
    }
    assert_eq!(lines[7], "rawi: 7 of 9 could not be read:");
}

#[test]
fn a_single_failure_is_told_once() {
    let root = folder(&[]);
    let (code, out, err) = run(root.path(), &["read", "missing.txt"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert_eq!(
        err,
        "rawi: missing.txt: no such file or folder; check how the path is written\n"
    );
}

#[test]
fn names_of_inputs_are_not_obeyed_by_the_terminal() {
    let root = folder(&[]);
    let (_, _, err) = run(root.path(), &["read", "a\u{1B}[31m\u{202E}.txt"]);
    assert!(err.contains("a␛[31m⟨U+202E⟩.txt: no such file"), "{err}");
}

#[test]
fn wrong_usage_is_exit_code_2_and_says_what_is_wrong() {
    let root = folder(&[("a.txt", REPORT.as_bytes()), ("b.txt", REPORT.as_bytes())]);
    let check = |args: &[&str], said: &str| {
        let (code, out, err) = run(root.path(), args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(err.contains(said), "{args:?}: {err}");
    };
    check(&[], "Usage: rawi <COMMAND>");
    check(&["write"], "unrecognized subcommand 'write'");
    check(&["read", "--format", "xml", "a.txt"], "invalid value 'xml'");
    check(&["read", "--jobs", "0", "a.txt"], "invalid value '0'");
    for published in ["أمس", "2024", "2024-13-01", "01-05-2024", "2024-05-01x"] {
        check(
            &["read", "--published", published, "a.txt"],
            "it must be a date as in 2024-05-01",
        );
    }
    check(&["read", "--width", "3", "a.txt"], "invalid value '3'");
    check(
        &["read", "--title", "t", "a.txt", "b.txt"],
        "are for one report, but there are several",
    );
    check(
        &["read", "--outlet", "o", "."],
        "are for one report, but there are several",
    );
    check(
        &["read", "--with-text", "a.txt"],
        "--with-text goes with --format json",
    );
    check(
        &["read", "--width", "60", "-f", "csv", "a.txt"],
        "--width goes with --format text",
    );
    check(
        &["read", "--output", "o", "a.txt"],
        "--output goes with --format brat",
    );
    check(
        &["read", "-", "-"],
        "standard input (-) can be read once only",
    );
    check(&["eval"], "<GOLD>");
    check(&["eval", "--floor", "found", "."], "it must be NAME=VALUE");
    check(
        &["man", "nope"],
        "no command `nope`; there are read, tokens, eval",
    );
    check(&["completions", "tcsh"], "invalid value 'tcsh'");
}
