//! Every kind of input, and every way in which one can be bad.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rawi::Metadata;
use rawi_intake::{Intake, IntakeError, MAX_REPORT_BYTES, total_bytes};

/// What the intake gives for standard input that holds `bytes`: of each report `key|text`, of each error
/// what it says.
fn of_stdin(bytes: &[u8]) -> Vec<String> {
    told(Intake::new([PathBuf::from("-")]).with_stdin(io::Cursor::new(bytes.to_vec())))
}

fn told(intake: Intake) -> Vec<String> {
    intake
        .map(|item| match item {
            Ok(report) => {
                format!(
                    "{}|{}",
                    report.metadata().key.as_deref().unwrap_or("?"),
                    report.text()
                )
            }
            Err(error) => error.to_string(),
        })
        .collect()
}

fn of_paths(root: &Path, paths: &[&str]) -> Vec<String> {
    let prefix = format!("{}/", root.display());
    told(Intake::new(paths.iter().map(|path| root.join(path))))
        .into_iter()
        .map(|line| line.replace(&prefix, ""))
        .collect()
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    root
}

#[test]
fn text_stands_as_it_is_without_the_byte_order_mark() {
    assert_eq!(
        of_stdin("  خبر\r\nقصير \n".as_bytes()),
        ["-|  خبر\r\nقصير \n"]
    );
    assert_eq!(of_stdin("\u{FEFF}خبر".as_bytes()), ["-|خبر"]);
    assert_eq!(of_stdin("خبر\u{FEFF}".as_bytes()), ["-|خبر\u{FEFF}"]);
}

#[test]
fn standard_input_is_json_lines_when_its_first_line_is_an_object() {
    assert_eq!(
        of_stdin("\n \n{\"id\": 1, \"text\": \"خبر\"}".as_bytes()),
        ["1|خبر"]
    );
    assert_eq!(
        of_stdin("\u{FEFF}{\"text\": \"خبر\"}\n".as_bytes()),
        ["standard input:1|خبر"]
    );
    assert_eq!(of_stdin("{عاجل} خبر".as_bytes()), ["-|{عاجل} خبر"]);
    let broken = of_stdin(b"{\"id\": \"a\", \"text\": \"b\n{\"text\": \"c\"}\n");
    assert!(
        broken[0].starts_with("standard input: line 1, column "),
        "{}",
        broken[0]
    );
    assert_eq!(broken[1], "standard input:2|c");
}

#[test]
fn json_lines_take_ids_nulls_and_blank_lines() {
    let archive = r#"{"id": "a", "text": "متن", "title": null, "outlet": null, "more": [1]}

{"id": 12, "text": "متن", "title": "عنوان"}
{"text": "متن"}
{"id": 1.5, "title": "عنوان وحده", "text": ""}
"#;
    let root = folder(&[("a.jsonl", archive.as_bytes())]);
    assert_eq!(
        of_paths(root.path(), &["a.jsonl"]),
        [
            "a|متن",
            "12|عنوان\nمتن",
            "a.jsonl:4|متن",
            "1.5|عنوان وحده\n"
        ]
    );
}

#[test]
fn bad_lines_are_told_and_the_others_read() {
    let archive = concat!(
        "{\"id\": 1, \"text\": \"x\"}\n",
        "not json\n",
        "[\"a\", \"b\"]\n",
        "{\"id\": 4}\n",
        "{\"id\": 5, \"text\": null}\n",
        "{\"id\": 6, \"text\": \" \"}\n",
        "{\"id\": 7, \"text\": 7}\n",
        "{\"id\": [8], \"text\": \"x\"}\n",
        "{\"id\": 9, \"text\": \"x\", \"published\": 2024}\n",
        "{\"id\": 10, \"text\": \"x\n",
        "{\"id\": 11, \"text\": \"x\"}",
    );
    let root = folder(&[("a.jsonl", archive.as_bytes())]);
    assert_eq!(
        of_paths(root.path(), &["a.jsonl"]),
        [
            "1|x",
            "a.jsonl: line 2, column 2: not JSON (expected ident); each line must be one JSON object with the \
             field `text`",
            "a.jsonl: line 3: JSON, but an array instead of an object; each line must be one JSON object with \
             the field `text`",
            "a.jsonl: line 4: lacks `text`; put the report's text into the field `text`",
            "a.jsonl: line 5: lacks `text`; put the report's text into the field `text`",
            "a.jsonl: line 6: lacks `text` (it is blank, and so is the title); put the report's text into the \
             field `text`",
            "a.jsonl: line 7: `text` is a number; it must be a string or null",
            "a.jsonl: line 8: `id` is an array; it must be a string, a number or null",
            "a.jsonl: line 9: `published` is a number; it must be a string or null",
            "a.jsonl: line 10, column 21: not JSON (EOF while parsing a string); each line must be one JSON \
             object with the field `text`",
            "11|x",
        ]
    );
}

#[test]
fn a_line_that_is_not_utf8_is_placed_to_the_byte() {
    let mut archive = b"{\"text\": \"x\"}\n{\"text\": \"".to_vec();
    archive.extend(b"\xC7\xE1\"}\n{\"id\": 3, \"text\": \"z\"}\n");
    let root = folder(&[("a.jsonl", &archive)]);
    let told = of_paths(root.path(), &["a.jsonl"]);
    assert!(
        told[1].starts_with("a.jsonl: line 2, byte 24: not UTF-8"),
        "{}",
        told[1]
    );
    assert_eq!(told[2], "3|z");
}

#[test]
fn a_line_over_the_limit_is_skipped() {
    let line = |n: usize| {
        io::Cursor::new("{\"id\": 1, \"text\": \"")
            .chain(io::repeat(b'x').take(n as u64))
            .chain(io::Cursor::new("\"}\n"))
    };
    let reader = line(MAX_REPORT_BYTES + 5).chain(io::Cursor::new("{\"id\": 2, \"text\": \"y\"}"));
    let root = folder(&[("a.jsonl", b"")]);
    let path = root.path().join("a.jsonl");
    io::copy(&mut { reader }, &mut fs::File::create(&path).unwrap()).unwrap();
    let told = of_paths(root.path(), &["a.jsonl"]);
    assert!(told[0].starts_with("a.jsonl: line 1: 16777243 bytes long, over the limit of 16 MiB"));
    assert_eq!(told[1], "2|y");
    assert_eq!(told.len(), 2);
}

#[test]
fn bad_files_are_told_with_place_and_remedy() {
    let root = folder(&[
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("blank.jsonl", b"\n \n"),
        ("nul.txt", b"abc\0def"),
        ("cp1256.txt", b"ok\nok \xC7\xE1\n"),
        ("marked.txt", b"\xEF\xBB\xBFa\xFF"),
        ("utf 16.txt", b"\xFF\xFE\x27\x06"),
        ("a.txt.gz", b"\x1F\x8B\x08\x00\x00"),
        ("a.pdf", b"%PDF-1.7 \x00"),
        ("long.txt", &vec![b'x'; MAX_REPORT_BYTES + 1]),
    ]);
    let check = |name: &str, said: &str| assert_eq!(of_paths(root.path(), &[name]), [said]);
    check(
        "missing.txt",
        "missing.txt: no such file or folder; check how the path is written",
    );
    check(
        "missing.jsonl",
        "missing.jsonl: no such file or folder; check how the path is written",
    );
    check(
        "empty.txt",
        "empty.txt: empty; give a file that holds a report's text",
    );
    check(
        "blank.txt",
        "blank.txt: empty; give a file that holds a report's text",
    );
    check(
        "blank.jsonl",
        "blank.jsonl: empty; give a file that holds a report's text",
    );
    check(
        "nul.txt",
        "nul.txt: byte 3: not a text but binary data (a NUL byte); give the report as plain text (UTF-8)",
    );
    check(
        "cp1256.txt",
        "cp1256.txt: line 2, byte 6: not UTF-8; if the text is in WINDOWS-1256, convert it first: \
         iconv -f WINDOWS-1256 -t UTF-8 cp1256.txt > converted.txt",
    );
    check(
        "marked.txt",
        "marked.txt: line 1, byte 4: not UTF-8; if the text is in WINDOWS-1256, convert it first: \
         iconv -f WINDOWS-1256 -t UTF-8 marked.txt > converted.txt",
    );
    let told = of_paths(root.path(), &["utf 16.txt"]);
    assert!(
        told[0].contains("line 1, byte 0: not UTF-8; if the text is in UTF-16"),
        "{}",
        told[0]
    );
    let told = of_paths(root.path(), &["a.txt.gz"]);
    assert!(told[0].contains("gunzip -c"), "{}", told[0]);
    let told = of_paths(root.path(), &["a.pdf"]);
    assert!(told[0].contains("pdftotext"), "{}", told[0]);
    check(
        "long.txt",
        "long.txt: longer than 16 MiB, the limit for one report; cut it up into its reports, one file each or \
         one line of a .jsonl each",
    );
    assert_eq!(
        of_stdin(b""),
        ["standard input: empty; give a file that holds a report's text"]
    );
}

#[test]
fn a_folder_is_read_in_order_without_what_is_hidden_or_foreign() {
    let root = folder(&[
        ("in/b.txt", b"b"),
        ("in/a/z.TXT", b"z"),
        ("in/a/.hidden.txt", b"h"),
        ("in/.git/c.txt", b"c"),
        ("in/b.ann", b"T1"),
        (
            "in/c.jsonl",
            b"{\"id\": 1, \"text\": \"x\"}\n{\"id\": 2, \"text\": \"y\"}\n",
        ),
        ("in/d.txt", b"d"),
        ("none/a.ann", b"T1"),
    ]);
    let expected = ["in/a/z.TXT|z", "in/b.txt|b", "1|x", "2|y", "in/d.txt|d"];
    assert_eq!(of_paths(root.path(), &["in"]), expected);
    assert_eq!(
        of_paths(root.path(), &["none"]),
        [
            "none: folder without reports: no *.txt and no *.jsonl in it or below it; name the files themselves \
          if theirs end otherwise"
        ]
    );
    assert_eq!(
        total_bytes(&[root.path().join("in"), PathBuf::from("nowhere")]),
        Some(3 + 46)
    );
    assert_eq!(total_bytes(&[PathBuf::from("-")]), None);
}

#[cfg(unix)]
#[test]
fn a_folder_that_links_to_itself_is_read_once() {
    let root = folder(&[("in/a.txt", b"a")]);
    std::os::unix::fs::symlink(root.path().join("in"), root.path().join("in/loop")).unwrap();
    assert_eq!(of_paths(root.path(), &["in"]), ["in/a.txt|a"]);
}

#[test]
fn errors_stand_where_their_input_stood() {
    let root = folder(&[("a.txt", b"a"), ("b.txt", b"")]);
    let told = of_paths(root.path(), &["b.txt", "a.txt", "missing", "a.txt"]);
    assert!(told[0].starts_with("b.txt: empty"));
    assert_eq!(told[1], "a.txt|a");
    assert!(told[2].starts_with("missing: no such"));
    assert_eq!(told[3], "a.txt|a");
}

#[test]
fn metadata_that_is_given_goes_before_the_inputs_own() {
    let given = Metadata {
        key: Some("not looked at".into()),
        title: Some("عنوان".into()),
        outlet: Some("وكالة".into()),
        ..Metadata::default()
    };
    let mut intake = Intake::new([PathBuf::from("-")])
        .with_metadata(given.clone())
        .with_stdin("متن".as_bytes());
    let report = intake.next().unwrap().unwrap();
    assert_eq!(report.text(), "عنوان\nمتن");
    assert_eq!(
        report.metadata(),
        &Metadata {
            key: Some("-".into()),
            ..given.clone()
        }
    );

    let line = r#"{"id": "a", "title": "آخر", "url": "https://example.org", "text": "متن"}"#;
    let mut intake = Intake::new([PathBuf::from("-")])
        .with_metadata(given)
        .with_stdin(line.as_bytes());
    let report = intake.next().unwrap().unwrap();
    assert_eq!(report.text(), "عنوان\nمتن");
    assert_eq!(
        report.metadata().url.as_deref(),
        Some("https://example.org")
    );
}

#[test]
fn a_long_archive_is_read_one_report_at_a_time() {
    /// Panics when the intake reads more than a buffer ahead of what was asked for.
    struct Counted(u64, std::sync::Arc<std::sync::atomic::AtomicU64>);
    impl Read for Counted {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let line = b"{\"id\": 1, \"text\": \"x\"}\n";
            let n = (buffer.len() / line.len()).max(1) * line.len();
            buffer[..n].copy_from_slice(&line.repeat(n / line.len()));
            self.0 += n as u64;
            self.1.store(self.0, std::sync::atomic::Ordering::Relaxed);
            Ok(n)
        }
    }
    let read = std::sync::Arc::default();
    let stream = Counted(0, std::sync::Arc::clone(&read));
    let intake = Intake::new([PathBuf::from("-")]).with_stdin(stream);
    let taken = intake.bytes_taken();
    let reports = intake.take(100_000).filter(|item| item.is_ok()).count();
    assert_eq!(reports, 100_000);
    let taken = taken.load(std::sync::atomic::Ordering::Relaxed);
    assert_eq!(taken, 100_000 * 23);
    assert!(read.load(std::sync::atomic::Ordering::Relaxed) - taken < 1 << 18);
}

#[test]
fn errors_can_be_told_apart() {
    let mut intake = Intake::new([PathBuf::from("nowhere.txt")]);
    assert!(matches!(
        intake.next(),
        Some(Err(IntakeError::NotFound { .. }))
    ));
}
