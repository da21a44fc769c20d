//! brat, both ways.

mod common;

use common::{CALL, call, record, statement};
use proptest::prelude::*;
use rawi::{Act, Channel, Form, SourceType, Span};
use rawi_export::brat::{self, Attribution, Fault};

#[test]
fn writes_the_dialect() {
    assert_eq!(
        brat::to_string(&call()),
        "T1\tAttribution 1 9\tجسر مغلق\n\
         T2\tContent 1 9\tجسر مغلق\n\
         E1\tAttribution:T1 Content:T2\n\
         A1\tForm E1 direct\n\
         A2\tAct E1 inform\n\
         A3\tSourceType E1 implicit\n\
         T3\tAttribution 11 16\tأبلغت\n\
         T4\tCue 11 16\tأبلغت\n\
         T5\tSource 17 26\tسلمى حداد\n\
         T6\tContent 47 52;54 69\tالجسر وفق مهندس، مغلق\n\
         T7\tAddressee 27 35\tالصحفيين\n\
         T8\tAddressee 37 43\tالنواب\n\
         E2\tAttribution:T3 Cue:T4 Source:T5 Content:T6 Addressee:T7 Addressee:T8\n\
         A4\tForm E2 indirect\n\
         A5\tAct E2 inform\n\
         A6\tSourceType E2 person\n\
         A7\tChannel E2 press_conference\n\
         #1\tSpeaker E2\tسلمى حداد\n\
         T9\tAttribution 54 57\tوفق\n\
         T10\tCue 54 57\tوفق\n\
         T11\tSource 58 63\tمهندس\n\
         T12\tContent 47 52\tالجسر\n\
         E3\tAttribution:T9 Cue:T10 Source:T11 Content:T12 OnWordOf:E2\n\
         A8\tForm E3 indirect\n\
         A9\tAct E3 opine\n\
         A10\tSourceType E3 unnamed_bare\n\
         #2\tSpeaker E3\tمهندس\n"
    );
}

/// What is written of a record reads back as its statements, numbered E instead of s.
fn comes_back(record: &rawi::Record, text: &str) {
    let expected: Vec<Attribution> = record
        .statements
        .iter()
        .map(|statement| {
            let mut attribution = Attribution::from(statement);
            attribution.id = attribution.id.replace('s', "E");
            attribution.on_word_of = attribution.on_word_of.map(|id| id.replace('s', "E"));
            attribution
        })
        .collect();
    assert_eq!(brat::read(&brat::to_string(record), text), Ok(expected));
}

#[test]
fn reads_what_it_writes() {
    comes_back(&call(), CALL);
    comes_back(&record("", Vec::new()), "");
}

proptest! {
    /// Whatever the text, with line breaks of every kind in it, and whatever the spans.
    #[test]
    fn reads_what_it_writes_whatever_the_text(
        text in "[\u{0}-\u{2030}ء-ي\t\r\n]{2,60}",
        places in prop::collection::vec((0.0..1.0f64, 0.0..1.0f64), 4),
        name in prop::option::of("[ء-ي ]{0,12}"),
        picks in (0..4usize, 0..17usize, 0..9usize, prop::option::of(0..10usize)),
    ) {
        let chars: Vec<char> = text.chars().collect();
        let spans: Vec<Span> = places
            .iter()
            .map(|(a, b)| {
                let start = ((chars.len() - 1) as f64 * a) as usize;
                let end = start + 1 + ((chars.len() - start - 1) as f64 * b) as usize;
                Span { start: start as u32, end: end as u32, text: chars[start..end].iter().collect() }
            })
            .collect();
        let mut first = statement("s1");
        first.cue = Some(common::cue(spans[0].clone()));
        first.content = vec![spans[1].clone(), spans[2].clone()];
        first.source.name = name;
        first.form = Form::ALL[picks.0];
        first.act = Act::ALL[picks.1];
        first.source.kind = SourceType::ALL[picks.2];
        first.channel = picks.3.map(|n| Channel::ALL[n]);
        let mut second = statement("s2");
        second.source.mention = Some(spans[3].clone());
        second.on_word_of = Some("s1".into());
        comes_back(&record(&text, vec![first, second]), &text);
    }
}

fn fails(ann: &str, said: &str) {
    let error = brat::read(ann, "قال الوزير").expect_err(ann);
    assert_eq!(error.to_string(), said);
}

#[test]
fn says_what_is_wrong_with_a_file() {
    fails(
        "T1\tCue 0 3",
        "line 1: not of the form `T1<TAB>Cue 0 3<TAB>words`",
    );
    fails(
        "T1\tCue 0 x\tقال",
        "line 1: not of the form `T1<TAB>Cue 0 3<TAB>words`",
    );
    fails(
        "\nT1\tCue 4 11\tالوزير",
        "line 2: the span 4 11 is empty or ends beyond the text; is this the annotation of that report?",
    );
    fails(
        "T1\tCue 0 3\tنفى",
        "line 1: has `نفى` where the report has `قال`; was the report changed since?",
    );
    fails(
        "E1\tAttribution:T1",
        "line 1: refers to T1, which no line defines",
    );
    fails(
        "T1\tCue 0 3\tقال\nE1\tAttribution:T1 OnWordOf:E2",
        "line 2: refers to E2, which no line defines",
    );
    fails(
        "T1\tCue 0 3\tقال\nT1\tCue 0 3\tقال",
        "line 2: defines T1 once more; each id may stand once",
    );
    fails(
        "T1\tCue 0 3\tقال\nE1\tAttribution:T1 Verb:T1",
        "line 2: `Verb` is unknown here; it must be one of Attribution, Cue, Source, Addressee, Content, OnWordOf",
    );
    fails(
        "T1\tCue 0 3\tقال\nE1\tAttribution:T1\nA1\tForm E1 quoted",
        "line 3: `quoted` is no Form; it must be one of direct, indirect, mixed, topic",
    );
    fails(
        "A1\tForm E1 direct",
        "line 1: refers to E1, which no line defines",
    );
    fails(
        "R1\tNext Arg1:T1 Arg2:T2",
        "line 1: `R1\tNext Arg1` is unknown here; it must be one of T, E, A, #",
    );
}

#[test]
fn takes_numbered_arguments_and_passes_over_other_notes() {
    let ann = "T1\tCue 0 3\tقال\nT2\tAddressee 4 10\tالوزير\nT3\tAddressee 4 7\tالو\n\
               E1\tAttribution:T1 Cue:T1 Addressee:T2 Addressee2:T3\n#1\tAnnotatorNotes E9\tdoubtful\n";
    let read = brat::read(ann, "قال الوزير").unwrap();
    assert_eq!(read[0].addressee, [4..10, 4..7]);
    assert_eq!(
        brat::read("#1\tSpeaker E1\tx", "").unwrap_err().fault,
        Fault::Undefined("E1".into())
    );
}
