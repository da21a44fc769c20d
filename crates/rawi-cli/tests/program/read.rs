//! `rawi read`: formats, options, and the order of records.

use std::fs;

use crate::harness::*;

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
    let (code, out, _) = run(root.path(), &["read", "-f", "csv-events", "a.jsonl"]);
    assert_eq!(code, 0);
    assert_eq!(out.matches("report.id,report.key").count(), 1);
    assert!(out.contains(",trigger.text,"));
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
