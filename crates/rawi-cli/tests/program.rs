//! The program as it is called: every command, every error and exit code that its help promises. What the
//! reader finds in a report is tested elsewhere; here only that it goes in and comes out.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A report with something said in it.
const REPORT: &str = "قالت وزيرة النقل سلمى حداد إن الجسر مغلق حتى الأحد.\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    root
}

fn rawi(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rawi"));
    command.current_dir(folder).args(args).stdin(Stdio::null());
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

/// Runs the program; gives its exit code, standard output and standard error.
fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    said(rawi(folder, args).output().unwrap())
}

fn run_with_stdin(folder: &Path, args: &[&str], stdin: &[u8]) -> (i32, String, String) {
    let mut command = rawi(folder, args);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(stdin).unwrap();
    said(child.wait_with_output().unwrap())
}

fn said(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn keys(jsonl: &str) -> Vec<String> {
    jsonl
        .lines()
        .map(|line| json(line)["report"]["key"].as_str().unwrap().to_owned())
        .collect()
}

/// An archive of `n` reports with the ids 1 to `n`, longer and shorter ones in turn.
fn archive(n: usize) -> String {
    let line = |id: usize| {
        let text = REPORT.repeat(id * 7 % 11 + 1);
        serde_json::json!({"id": id, "text": text}).to_string() + "\n"
    };
    (1..=n).map(line).collect()
}

#[test]
fn a_text_is_drawn_without_colour_where_there_is_no_terminal() {
    let root = folder(&[("a.txt", REPORT.as_bytes())]);
    let (code, out, err) = run(root.path(), &["read", "a.txt"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("\u{2068}a.txt\u{2069} · "), "{out}");
    assert!(!out.contains('\u{1B}'), "{out}");
}

#[test]
fn colour_can_be_forced_and_forbidden() {
    let root = folder(&[("a.txt", REPORT.as_bytes())]);
    let run = |variables: &[(&str, &str)]| {
        let mut command = rawi(root.path(), &["read", "a.txt"]);
        said(command.envs(variables.iter().copied()).output().unwrap()).1
    };
    assert!(run(&[("CLICOLOR_FORCE", "1")]).contains('\u{1B}'));
    assert!(!run(&[("NO_COLOR", "1")]).contains('\u{1B}'));
}

#[test]
fn json_is_an_object_for_a_text_and_an_array_for_all_else() {
    let root = folder(&[
        ("in/a.txt", REPORT.as_bytes()),
        ("a.jsonl", archive(1).as_bytes()),
        ("b.jsonl", archive(3).as_bytes()),
    ]);
    let read = |paths: &[&str]| {
        let args = [&["read", "--format", "json"], paths].concat();
        let (code, out, err) = run(root.path(), &args);
        assert_eq!((code, err.as_str()), (0, ""));
        json(&out)
    };
    assert_eq!(read(&["in/a.txt"])["report"]["key"], "in/a.txt");
    assert_eq!(read(&["in"])[0]["report"]["key"], "in/a.txt");
    assert_eq!(read(&["a.jsonl"])[0]["report"]["key"], "1");
    assert_eq!(read(&["b.jsonl"])[2]["report"]["key"], "3");
    assert_eq!(read(&["in/a.txt", "in/a.txt"]).as_array().unwrap().len(), 2);
    let (_, out, _) = run_with_stdin(root.path(), &["read", "-f", "json"], REPORT.as_bytes());
    assert_eq!(json(&out)["report"]["key"], "-");
    let (_, out, _) = run_with_stdin(
        root.path(),
        &["read", "-f", "json", "-"],
        archive(1).as_bytes(),
    );
    assert_eq!(json(&out)[0]["report"]["key"], "1");
    let (code, out, _) = run(root.path(), &["read", "-f", "json", "none.jsonl"]);
    assert_eq!((code, out.as_str()), (1, "[]\n"));
    let (code, out, _) = run(root.path(), &["read", "-f", "json", "none.txt"]);
    assert_eq!((code, out.as_str()), (1, ""));
}

#[test]
fn records_come_in_input_order_whatever_the_number_of_jobs() {
    let root = folder(&[
        ("a.jsonl", archive(300).as_bytes()),
        ("b.txt", REPORT.as_bytes()),
    ]);
    let expected: Vec<String> = (1..=300)
        .map(|id| id.to_string())
        .chain(["b.txt".to_owned()])
        .collect();
    let read = |jobs| {
        run(
            root.path(),
            &["read", "-f", "jsonl", "--jobs", jobs, "a.jsonl", "b.txt"],
        )
        .1
    };
    let one = read("1");
    assert_eq!(keys(&one), expected);
    assert!(read("2") == one && read("9") == one);
}

#[test]
fn the_text_is_in_the_record_only_when_asked_for() {
    let root = folder(&[("a.txt", REPORT.as_bytes())]);
    let (_, out, _) = run(root.path(), &["read", "-f", "json", "a.txt"]);
    assert_eq!(json(&out).get("text"), None);
    let (_, out, _) = run(root.path(), &["read", "-f", "json", "--with-text", "a.txt"]);
    assert_eq!(json(&out)["text"], REPORT);
}

#[test]
fn what_is_known_of_a_report_is_put_into_its_record() {
    let root = folder(&[
        ("a.txt", REPORT.as_bytes()),
        ("a.jsonl", archive(1).as_bytes()),
    ]);
    let known = [
        "read",
        "-f",
        "jsonl",
        "--with-text",
        "--outlet",
        "وكالة",
        "--published",
        "2024-05-01",
        "--url",
        "https://example.org/a",
        "--title",
        "عنوان",
    ];
    for path in ["a.txt", "a.jsonl"] {
        let (code, out, err) = run(root.path(), &[&known[..], &[path]].concat());
        assert_eq!((code, err.as_str()), (0, ""));
        let record = json(&out);
        assert_eq!(record["report"]["outlet"], "وكالة");
        assert_eq!(record["report"]["published"], "2024-05-01");
        assert_eq!(record["report"]["url"], "https://example.org/a");
        assert_eq!(record["report"]["title"], "عنوان");
        assert!(
            record["text"].as_str().unwrap().starts_with("عنوان\nقالت"),
            "{record}"
        );
    }
}

#[test]
fn csv_has_one_header_whatever_the_number_of_reports() {
    let root = folder(&[("a.jsonl", archive(3).as_bytes())]);
    let (code, out, _) = run(root.path(), &["read", "-f", "csv", "a.jsonl"]);
    assert_eq!(code, 0);
    assert_eq!(out.matches("report.id,report.key").count(), 1);
    assert!(out.starts_with("report.id,"));
}

#[test]
fn brat_goes_to_standard_output_for_one_report_and_to_a_folder_for_more() {
    let root = folder(&[
        ("in/a.txt", REPORT.as_bytes()),
        (
            "in/b.jsonl",
            b"{\"id\": \"../x\", \"title\": \"t\", \"text\": \"y\"}",
        ),
    ]);
    let (code, _, err) = run(root.path(), &["read", "-f", "brat", "in/a.txt"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let (code, out, err) = run(root.path(), &["read", "-f", "brat", "in"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("--output DIR"), "{err}");
    let (code, out, err) = run(root.path(), &["read", "-f", "brat", "-o", "out/ann", "in"]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
    let out = root.path().join("out/ann");
    assert_eq!(fs::read_to_string(out.join("in_a.txt")).unwrap(), REPORT);
    assert_eq!(fs::read_to_string(out.join("x.txt")).unwrap(), "t\ny");
    assert!(out.join("in_a.ann").is_file() && out.join("x.ann").is_file());
}

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

#[test]
fn the_schema_is_json_and_holds_for_what_a_record_has() {
    let root = folder(&[("a.txt", REPORT.as_bytes())]);
    let (code, out, err) = run(root.path(), &["schema"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let schema = json(&out);
    assert_eq!(schema["title"], "Record");
    let (_, out, _) = run(root.path(), &["read", "-f", "json", "a.txt"]);
    for name in json(&out).as_object().unwrap().keys() {
        assert!(schema["properties"].get(name).is_some(), "{name}");
    }
}

#[test]
fn completions_and_manual_pages_are_made() {
    let root = folder(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (code, out, _) = run(root.path(), &["completions", shell]);
        assert!(code == 0 && out.contains("rawi"), "{shell}");
    }
    for page in [&["man"][..], &["man", "read"], &["man", "eval"]] {
        let (code, out, _) = run(root.path(), page);
        assert!(code == 0 && out.contains(".TH rawi"), "{page:?}");
    }
}

#[test]
fn help_and_version_are_no_errors() {
    let root = folder(&[]);
    for args in [
        &["--help"][..],
        &["--version"],
        &["help", "read"],
        &["read", "-h"],
        &["eval", "--help"],
    ] {
        let (code, out, err) = run(root.path(), args);
        assert!(code == 0 && err.is_empty() && !out.is_empty(), "{args:?}");
    }
}

/// A report, its gold, and a record that finds one of the two attributions and invents one.
fn gold() -> TempDir {
    let text = "قالت سلمى إن الجسر مغلق. ونفى عمر الخبر.";
    let ann = "T1\tAttribution 0 4\tقالت\nT2\tCue 0 4\tقالت\nT3\tSource 5 9\tسلمى\nT4\tContent 13 23\tالجسر مغلق\n\
               E1\tAttribution:T1 Cue:T2 Source:T3 Content:T4\nA1\tForm E1 indirect\nA2\tAct E1 inform\n\
               A3\tSourceType E1 person\n#1\tSpeaker E1\tسلمى\n\
               T5\tAttribution 25 29\tونفى\nT6\tCue 25 29\tونفى\nT7\tSource 30 33\tعمر\nT8\tContent 34 39\tالخبر\n\
               E2\tAttribution:T5 Cue:T6 Source:T7 Content:T8\nA4\tForm E2 indirect\nA5\tAct E2 deny\n\
               A6\tSourceType E2 person\n#2\tSpeaker E2\tعمر\n";
    let record = serde_json::json!({"statements": [
        {"id": "s1", "cue": {"start": 0, "end": 4}, "content": [{"start": 13, "end": 23}], "form": "indirect",
         "source": {"mention": {"start": 5, "end": 9}, "name": "سلمى", "type": "role"}, "act": "opine"},
        {"id": "s2", "cue": {"start": 10, "end": 12}, "content": [{"start": 34, "end": 39}]},
    ]});
    folder(&[
        ("gold/a.txt", text.as_bytes()),
        ("gold/a.ann", ann.as_bytes()),
        ("pred/a.json", record.to_string().as_bytes()),
    ])
}

#[test]
fn eval_scores_records_against_gold() {
    let root = gold();
    let (code, out, err) = run(root.path(), &["eval", "gold", "--pred", "pred", "--misses"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(
        out,
        "- a E2 missed: ونفى | عمر | الخبر\n\
         + a s2 invented: إن | الخبر\n\
         1 reports, 2 attributions in gold, 2 predicted\n\
         found        P 0.500  R 0.500  F1 0.500\n\
         said         P 0.500  R 0.500  F1 0.500\n\
         who_said     P 0.500  R 0.500  F1 0.500\n\
         addressee    P 0.000  R 0.000  F1 0.000\n\
         source_span  1.000\n\
         chain        1.000\n\
         act          0.000\n\
         form         1.000\n\
         source_type  1.000\n\
         channel      1.000\n"
    );
    let (_, out, _) = run(root.path(), &["eval", "gold", "--pred", "pred", "--json"]);
    assert_eq!(json(&out)["found"]["f1"], 0.5);
    assert_eq!(json(&out)["gold"], 2);
}

#[test]
fn eval_reads_the_reports_itself_without_predictions() {
    let root = gold();
    let (code, out, err) = run(root.path(), &["eval", "gold"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(
        out.starts_with("1 reports, 2 attributions in gold, "),
        "{out}"
    );
}

#[test]
fn eval_fails_below_a_floor() {
    let root = gold();
    let eval = |floor| {
        run(
            root.path(),
            &["eval", "gold", "--pred", "pred", "--floor", floor],
        )
    };
    assert_eq!(eval("found=0.5").0, 0);
    let (code, out, _) = eval("act=0.65");
    assert_eq!(code, 1);
    assert!(
        out.ends_with("below the floor: act 0.000 < 0.65\n"),
        "{out}"
    );
    let (code, _, err) = eval("acts=0.65");
    assert_eq!(code, 2);
    assert!(
        err.contains("no figure is called `acts`; there are found, said"),
        "{err}"
    );
}

#[test]
fn eval_names_what_it_cannot_use() {
    let root = gold();
    let check = |args: &[&str], said: &str| {
        let (code, _, err) = run(root.path(), args);
        assert_eq!(code, 1, "{args:?}");
        assert!(err.contains(said), "{args:?}: {err}");
    };
    check(&["eval", "pred"], "pred: no *.ann and no *.conllu there");
    check(&["eval", "nowhere"], "nowhere: cannot be read");
    check(
        &["eval", "gold", "--pred", "gold"],
        "a.json: cannot be read",
    );
    fs::write(root.path().join("gold/a.ann"), "T1\tCue 0 400\tx\n").unwrap();
    check(
        &["eval", "gold"],
        "a.ann: not as the scheme is: line 1: the span 0 400",
    );
    fs::remove_file(root.path().join("gold/a.txt")).unwrap();
    check(&["eval", "gold"], "a.txt: no such file or folder");
}

#[test]
fn eval_scores_clitics_against_a_treebank() {
    let line = |id: u8, form: &str, upos: &str, misc: &str| {
        format!("{id}\t{form}\t_\t{upos}\t_\t_\t0\troot\t_\t{misc}\n")
    };
    let treebank = "# sent_id = 1\n".to_owned()
        + &line(1, "من", "ADP", "_")
        + &line(2, "هنا", "ADV", "SpaceAfter=No")
        + &line(3, ".", "PUNCT", "_")
        + "\n";
    let root = folder(&[("ud/a.conllu", treebank.as_bytes())]);
    for path in ["ud", "ud/a.conllu"] {
        let (code, out, err) = run(root.path(), &["eval", path, "--misses"]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains(" of 2 words)"), "{out}");
    }
    let (_, out, _) = run(root.path(), &["eval", "ud", "--json"]);
    assert_eq!(json(&out)["words"], 2);
    fs::write(root.path().join("ud/a.conllu"), "1 من\n").unwrap();
    let (code, _, err) = run(root.path(), &["eval", "ud"]);
    assert_eq!(code, 1);
    assert!(err.contains("a.conllu: line 1: not CoNLL-U"), "{err}");
}

#[test]
fn tokens_shows_what_the_reader_sees() {
    let root = folder(&[("report.txt", REPORT.as_bytes())]);
    let (code, out, err) = run(root.path(), &["tokens", "report.txt"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("# sentence 1\n"), "{out}");
    assert!(
        out.contains("cue=") && out.contains("complementiser"),
        "{out}"
    );
}

#[test]
fn tokens_are_valid_conllu() {
    let root = folder(&[("report.txt", "وقالت الوزيرة للصحفيين: «نعم».\n".as_bytes())]);
    let (code, out, _) = run(root.path(), &["tokens", "--format", "conllu", "report.txt"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("# text = وقالت الوزيرة للصحفيين: «نعم».\n"),
        "{out}"
    );
    assert!(out.contains("1-2\tوقالت\t"), "{out}");
    for line in out.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        assert_eq!(line.split('\t').count(), 10, "{line}");
    }
}

#[test]
fn tokens_of_a_missing_file_are_an_error() {
    let root = folder(&[]);
    let (code, out, err) = run(root.path(), &["tokens", "gone.txt"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("gone.txt"), "{err}");
}
