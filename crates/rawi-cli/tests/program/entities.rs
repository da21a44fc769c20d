//! `rawi read --entities`: a user's own entities, from TOML and from FollowTheMoney JSON lines.

use crate::harness::*;

const REPORT: &str =
    "أعلن وزير النقل الأردني فتح الجسر. وقال الحوراني إن شركة المرفأ الأزرق ستصلحه.\n";

const TABLE: &str = r#"[[entity]]
kind = "person"
ar = ["سليم كريم الحوراني"]
en = "Salim al-Hourani"
[[entity.position]]
title = ["وزير النقل"]
state = "JO"
from = "2023-01"

[[entity]]
kind = "organisation"
ar = ["شركة المرفأ الأزرق"]
identifiers = { register = "77" }
"#;

const MONEY: &str = r#"{"id":"p1","schema":"Person","caption":"Salim al-Hourani","properties":{"name":["Salim al-Hourani","سليم كريم الحوراني"],"weakAlias":["سليم"],"wikidataId":["Q00"],"nationality":["jo"]}}
{"id":"post","schema":"Position","properties":{"name":["Minister of Transport","وزير النقل"],"country":["jo"]}}
{"id":"o1","schema":"Occupancy","properties":{"holder":["p1"],"post":["post"],"startDate":["2023-01-02"]}}
{"id":"c1","schema":"Company","properties":{"name":["شركة المرفأ الأزرق"]}}
{"id":"a1","schema":"Address","properties":{"full":["شارع الميناء"]}}
"#;

fn entities(file: &str, table: &str, published: &str) -> Vec<serde_json::Value> {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("bridge.txt"), REPORT).unwrap();
    std::fs::write(dir.path().join(file), table).unwrap();
    let args = [
        "read",
        "-f",
        "json",
        "--published",
        published,
        "--entities",
        file,
        "bridge.txt",
    ];
    let (code, out, err) = run(dir.path(), &args);
    assert_eq!((code, err.as_str()), (0, ""));
    json(&out)["entities"].as_array().unwrap().clone()
}

#[test]
fn own_entities_are_found_by_name_surname_and_office() {
    for (file, table) in [("own.toml", TABLE), ("own.ftm.json", MONEY)] {
        let found = entities(file, table, "2024-05-01");
        let person = &found[0];
        assert_eq!(person["kind"], "person", "{person}");
        assert_eq!(person["names"]["en"], "Salim al-Hourani");
        let mentions: Vec<&str> = person["mentions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|m| m["text"].as_str().unwrap())
            .collect();
        assert_eq!(mentions, ["وزير النقل الأردني", "الحوراني"], "{file}");
        assert!(
            person["resolved_by"]
                .as_str()
                .unwrap()
                .starts_with("own office 2023-01"),
            "{person}"
        );
        let company = found
            .iter()
            .find(|e| e["name"] == "شركة المرفأ الأزرق")
            .unwrap();
        assert_eq!(company["kind"], "organisation");
        assert!(!company["identifiers"].as_object().unwrap().is_empty());
    }
}

#[test]
fn before_his_time_nobody_is_told_to_hold_the_office() {
    for (file, table) in [("own.toml", TABLE), ("own.ftm.json", MONEY)] {
        let found = entities(file, table, "2022-05-01");
        assert_eq!(found[0]["kind"], "office", "{}", found[0]);
    }
}

#[test]
fn faults_of_the_file_are_told_with_line_and_remedy() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("bridge.txt"), REPORT).unwrap();
    for (file, table, said) in [
        (
            "own.toml",
            "[[entity]]\nkind = \"person\"\nar = [\"سليم\"]\n",
            "own.toml: line 1: `سليم` is one word",
        ),
        (
            "own.jsonl",
            "{\"id\": \"p1\", \"schema\": \"Person\"}\nno\n",
            "own.jsonl: line 2: not JSON",
        ),
        (
            "own.jsonl",
            "{\"name\": \"x\"}\n",
            "own.jsonl: line 1: no FollowTheMoney entity",
        ),
    ] {
        std::fs::write(dir.path().join(file), table).unwrap();
        let (code, out, err) = run(dir.path(), &["read", "--entities", file, "bridge.txt"]);
        assert_ne!(code, 0);
        assert_eq!(out, "");
        assert!(err.contains(said), "{err}");
    }
    let (code, _, err) = run(
        dir.path(),
        &["read", "--entities", "none.toml", "bridge.txt"],
    );
    assert_ne!(code, 0);
    assert!(err.contains("none.toml: no such file"), "{err}");
}
