//! Records made by hand, so that the exports are tested without the reader.
#![allow(dead_code)]

use rawi::{
    Act, Addressee, Channel, Cue, Form, Record, ReportInfo, Source, SourceType, Span, Stance,
    Statement,
};

/// The piece of `text` at the `n`th place where `words` stand (from 0).
pub(crate) fn span(text: &str, words: &str, n: usize) -> Span {
    let byte = text
        .match_indices(words)
        .nth(n)
        .expect("the words stand in the text")
        .0;
    let start = text[..byte].chars().count() as u32;
    Span {
        start,
        end: start + words.chars().count() as u32,
        text: words.to_owned(),
    }
}

pub(crate) fn cue(span: Span) -> Cue {
    Cue {
        start: span.start,
        end: span.end,
        lemma: span.text.clone(),
        text: span.text,
    }
}

pub(crate) fn statement(id: &str) -> Statement {
    Statement {
        id: id.to_owned(),
        cue: None,
        source: Source {
            mention: None,
            name: None,
            entity: None,
            kind: SourceType::Implicit,
            count: None,
            access: None,
        },
        addressees: Vec::new(),
        content: Vec::new(),
        form: Form::Indirect,
        act: Act::Inform,
        stance: Stance::Neutral,
        negated: false,
        channel: None,
        on_word_of: None,
        when: None,
        rule: "by_hand".to_owned(),
    }
}

pub(crate) fn record(text: &str, statements: Vec<Statement>) -> Record {
    Record {
        rawi: "0".into(),
        report: ReportInfo {
            id: "sha256:0".into(),
            key: Some("a.txt".into()),
            language: "ar".into(),
            outlet: None,
            url: None,
            title: None,
            published: None,
            length: text.chars().count() as u32,
        },
        statements,
        entities: Vec::new(),
        events: Vec::new(),
        times: Vec::new(),
        text: None,
    }
}

pub(crate) const CALL: &str =
    "«جسر مغلق»\nأبلغت سلمى حداد الصحفيين والنواب أن الجسر، وفق مهندس،\nمغلق.";

/// A headline quoted without a word of saying, and a relayed statement over two lines.
pub(crate) fn call() -> Record {
    let addressee = |words| Addressee {
        mention: span(CALL, words, 0),
        name: None,
        entity: None,
    };
    let mut headline = statement("s1");
    headline.content = vec![span(CALL, "جسر مغلق", 0)];
    headline.form = Form::Direct;
    let mut told = statement("s2");
    told.cue = Some(cue(span(CALL, "أبلغت", 0)));
    told.source.mention = Some(span(CALL, "سلمى حداد", 0));
    told.source.name = Some("سلمى حداد".into());
    told.source.kind = SourceType::Person;
    told.addressees = vec![addressee("الصحفيين"), addressee("النواب")];
    told.content = vec![span(CALL, "الجسر", 0), span(CALL, "وفق مهندس،\nمغلق", 0)];
    told.channel = Some(Channel::PressConference);
    let mut relayed = statement("s3");
    relayed.cue = Some(cue(span(CALL, "وفق", 0)));
    relayed.source.mention = Some(span(CALL, "مهندس", 0));
    relayed.source.name = Some("مهندس".into());
    relayed.source.kind = SourceType::UnnamedBare;
    relayed.content = vec![span(CALL, "الجسر", 0)];
    relayed.on_word_of = Some("s2".into());
    relayed.act = Act::Opine;
    record(CALL, vec![headline, told, relayed])
}
