use super::*;

//                   0         1         2         3
//                   0123456789012345678901234567890123456789
const TEXT: &str = "قالت سلمى إن الجسر مغلق ونفى عمر الخبر.";

fn one(id: &str, cue: Range<u32>, source: Range<u32>, content: Range<u32>) -> Labelled {
    let spans = |range: Range<u32>| {
        if range.is_empty() {
            Vec::new()
        } else {
            vec![range]
        }
    };
    Labelled {
        id: id.to_owned(),
        cue: spans(cue),
        source: spans(source),
        content: spans(content),
        speaker: Some("سلمى".to_owned()),
        ..Labelled::default()
    }
}

fn counts(gold: &[Labelled], read: &[Labelled]) -> Counts {
    compare("r", TEXT, gold, read, false).counts
}

#[test]
fn the_same_is_right_in_everything() {
    let mut first = one("E1", 0..4, 5..9, 13..23);
    first.addressee.push(29..32);
    first.channel = Some("speech".into());
    let mut second = one("E2", 24..28, 29..32, 33..38);
    second.parent = Some("E1".into());
    let gold = [first, second];
    let mut scores = Scores::default();
    scores.add(&counts(&gold, &gold));
    assert!(scores.figures().all(|(_, figure)| figure == 1.0));
}

#[test]
fn a_cue_or_a_source_must_be_shared() {
    let gold = [one("E1", 0..4, 5..9, 13..23)];
    assert_eq!(counts(&gold, &[one("s1", 3..5, 0..0, 13..23)]).found, 1);
    assert_eq!(counts(&gold, &[one("s1", 4..5, 5..9, 13..23)]).found, 0);
    assert_eq!(counts(&gold, &[one("s1", 0..0, 8..11, 13..23)]).found, 1);
    assert_eq!(counts(&gold, &[one("s1", 0..0, 0..0, 13..23)]).found, 0);
    let no_cue = [one("E1", 0..0, 0..0, 13..23)];
    assert_eq!(counts(&no_cue, &[one("s1", 0..4, 0..0, 13..23)]).found, 1);
}

#[test]
fn content_is_measured_in_letters() {
    // الجسر مغلق has nine letters; of الجسر there are five: F1 10/14.
    let gold = [one("E1", 0..4, 5..9, 13..23)];
    let n = counts(&gold, &[one("s1", 0..4, 5..9, 13..18)]);
    assert_eq!((n.found, n.said, n.who_said), (1, 0, 0));
    // Blanks do not count; one letter more: 18/19.
    let n = counts(&gold, &[one("s1", 0..4, 5..9, 11..23)]);
    assert_eq!((n.found, n.said, n.who_said), (1, 1, 1));
    // Four of nine: 8/13; three: 6/12; two: 4/11.
    assert_eq!(counts(&gold, &[one("s1", 0..4, 5..9, 13..16)]).found, 1);
    assert_eq!(counts(&gold, &[one("s1", 0..4, 5..9, 13..15)]).found, 0);
}

#[test]
fn pairs_are_one_to_one_and_the_best_first() {
    let gold = [one("E1", 0..4, 5..9, 13..23)];
    let worse = one("s1", 0..4, 5..9, 13..18);
    let better = one("s2", 0..4, 5..9, 13..23);
    let compared = compare("r", TEXT, &gold, &[worse, better], true);
    assert_eq!(compared.counts.said, 1);
    assert_eq!(compared.misses, ["+ r s1 invented: قالت | سلمى | الجسر"]);
}

#[test]
fn a_chain_is_right_when_the_parents_are_partners() {
    let inner = |id: &str, parent: Option<&str>| {
        let mut inner = one(id, 24..28, 29..32, 33..38);
        inner.parent = parent.map(str::to_owned);
        inner
    };
    let outer = |id| one(id, 0..4, 5..9, 13..23);
    let gold = [outer("E1"), inner("E2", Some("E1"))];
    assert_eq!(
        counts(&gold, &[outer("s1"), inner("s2", Some("s1"))]).chain,
        2
    );
    assert_eq!(counts(&gold, &[outer("s1"), inner("s2", None)]).chain, 1);
    assert_eq!(counts(&gold, &[inner("s2", Some("s1"))]).chain, 0);
}

#[test]
fn role_and_person_are_one_and_other_labels_are_not() {
    let labelled = |kind: &str, act: &str| {
        let mut one = one("E1", 0..4, 5..9, 13..23);
        one.source_type = Some(kind.into());
        one.act = Some(act.into());
        one
    };
    let n = counts(&[labelled("role", "inform")], &[labelled("person", "deny")]);
    assert_eq!((n.source_type, n.act, n.form), (1, 0, 1));
}

#[test]
fn nothing_read_is_zero_and_not_undefined() {
    let mut scores = Scores::default();
    scores.add(&counts(&[one("E1", 0..4, 5..9, 13..23)], &[]));
    assert!(scores.figures().all(|(_, figure)| figure == 0.0));
}

#[test]
fn misses_tell_what_and_where() {
    let gold = [
        one("E1", 0..4, 5..9, 13..23),
        one("E2", 24..28, 29..32, 33..38),
    ];
    let mut other = one("s1", 0..4, 5..9, 13..23);
    other.speaker = None;
    assert_eq!(
        compare("r", TEXT, &gold, &[other], true).misses,
        [
            "~ r E1 content F1 1.00; speaker gold 'سلمى' got none",
            "- r E2 missed: ونفى | عمر | الخبر",
        ]
    );
}

#[test]
fn a_record_of_another_program_may_lack_what_it_does_not_know() {
    let record = serde_json::json!({"statements": [
        {"id": "x", "cue": {"start": 0, "end": 4}, "content": [{"start": 13, "end": 23}],
         "source": null, "act": "utter"},
    ]});
    let read = of_json(&record).unwrap();
    assert_eq!(read[0].cue.first(), Some(&(0..4)));
    assert_eq!(read[0].act.as_deref(), Some("utter"));
    assert!(
        of_json(&serde_json::json!({"statements": [{"id": "x", "cue": {"start": 0}}]})).is_err()
    );
    assert!(of_json(&serde_json::json!({"statements": [{}]})).is_err());
    assert!(of_json(&serde_json::json!({})).unwrap().is_empty());
}
