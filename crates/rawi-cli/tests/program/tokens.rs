//! `rawi tokens`.

use crate::harness::*;

#[test]
fn tokens_shows_what_the_reader_sees() {
    let root = folder(&[("report.txt", REPORT.as_bytes())]);
    let (code, out, err) = run(root.path(), &["tokens", "report.txt"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("# sentence 1\n"), "{out}");
    assert!(
        out.contains("cue=")
            && out.contains("complementiser")
            && out.contains("phrase=\u{2068}وزيرة النقل سلمى حداد\u{2069}"),
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
