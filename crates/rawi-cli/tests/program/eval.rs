//! `rawi eval`.

use std::fs;

use tempfile::TempDir;

use crate::harness::*;

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
