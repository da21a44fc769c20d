//! `rawi schema`, `completions`, `man`, and help.

use crate::harness::*;

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
