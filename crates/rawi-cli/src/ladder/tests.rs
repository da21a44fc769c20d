use rawi::{Access, Act, Addressee, Channel, Count, Cue, Form, ReportInfo, SourceType, Span};

use super::*;

const PLAIN: Look = Look {
    colour: false,
    wrap: None,
    shorten: None,
};

fn span(text: &str) -> Span {
    Span {
        start: 0,
        end: text.chars().count() as u32,
        text: text.to_owned(),
    }
}

fn statement(id: &str, parent: Option<&str>, cue: &str, content: &str) -> Statement {
    Statement {
        id: id.to_owned(),
        cue: (!cue.is_empty()).then(|| Cue {
            start: 0,
            end: 1,
            text: cue.to_owned(),
            lemma: cue.to_owned(),
        }),
        source: Source {
            mention: None,
            name: None,
            entity: None,
            kind: SourceType::Person,
            count: None,
            access: None,
        },
        addressees: Vec::new(),
        content: vec![span(content)],
        form: Form::Indirect,
        act: Act::Inform,
        stance: Stance::Neutral,
        negated: false,
        channel: None,
        on_word_of: parent.map(str::to_owned),
        when: None,
        rule: "by_hand".to_owned(),
    }
}

fn record(statements: Vec<Statement>) -> Record {
    Record {
        rawi: "0".into(),
        report: ReportInfo {
            id: "sha256:0".into(),
            key: Some("call.txt".into()),
            language: "ar".into(),
            outlet: Some("وكالة المرفأ".into()),
            url: None,
            title: Some("جسر المدينة مغلق".into()),
            published: Some("2024-05-01".into()),
            length: 0,
        },
        statements,
        entities: Vec::new(),
        events: Vec::new(),
        times: Vec::new(),
        text: None,
    }
}

/// A source that tells what the minister told, and what a minister denied later on.
fn call() -> Record {
    let mut told = statement("s1", None, "قالت", "الوزيرة أبلغت البلدية أن الجسر مغلق");
    told.source.mention = Some(span("مصادر مطلعة"));
    told.source.name = Some("مصادر مطلعة".into());
    told.source.kind = SourceType::UnnamedBare;
    told.source.count = Some(Count::Several);
    told.source.access = Some(Access::Briefed);
    let mut inner = statement("s2", Some("s1"), "أبلغت", "الجسر مغلق");
    inner.source.mention = Some(span("الوزيرة"));
    inner.source.name = Some("سلمى حداد".into());
    inner.addressees = vec![Addressee {
        mention: span("البلدية"),
        name: Some("بلدية المرفأ".into()),
        entity: None,
    }];
    inner.channel = Some(Channel::PhoneCall);
    let mut innermost = statement("s3", Some("s2"), "", "مغلق");
    innermost.form = Form::Direct;
    let mut dropped = statement("s10", None, "ونفت", "أن يكون الأمر قديما");
    dropped.source.name = Some("سلمى حداد".into());
    dropped.content.push(span("في رأيها"));
    dropped.act = Act::Deny;
    dropped.stance = Stance::Denying;
    dropped.negated = true;
    record(vec![told, inner, innermost, dropped])
}

/// The drawing with its isolates written as `<` and `>`.
fn drawn(record: &Record, look: Look) -> String {
    draw(record, look).replace(ISOLATE, "<").replace(END, ">")
}

#[test]
fn the_chain_is_a_ladder_from_the_outlet_inwards() {
    insta::assert_snapshot!(drawn(&call(), PLAIN), @r"
    <وكالة المرفأ> · <2024-05-01> · <call.txt> · 4 statements
    <جسر المدينة مغلق>
    ├─ s1   <مصادر مطلعة> · <قالت> [inform, indirect, unnamed_bare, several, briefed]
    │  │    <الوزيرة أبلغت البلدية أن الجسر مغلق>
    │  └─ s2   <الوزيرة> (<سلمى حداد>) · <أبلغت> → <البلدية> (<بلدية المرفأ>) [inform, indirect, phone_call, person]
    │     │    <الجسر مغلق>
    │     └─ s3   ? [inform, direct, person]
    │             <مغلق>
    └─ s10  (<سلمى حداد>) · <ونفت> [deny, indirect, person, denying, negated]
            <أن يكون الأمر قديما> … <في رأيها>
    ");
}

#[test]
fn long_lines_are_broken_and_isolated_anew() {
    let look = Look {
        wrap: Some(44),
        ..PLAIN
    };
    insta::assert_snapshot!(drawn(&call(), look), @r"
    <وكالة المرفأ> · <2024-05-01> · <call.txt> · 4
    statements
    <جسر المدينة مغلق>
    ├─ s1   <مصادر مطلعة> · <قالت> [inform,
    │  │    indirect, unnamed_bare, several,
    │  │    briefed]
    │  │    <الوزيرة أبلغت البلدية أن الجسر مغلق>
    │  └─ s2   <الوزيرة> (<سلمى حداد>) · <أبلغت> →
    │     │    <البلدية> (<بلدية المرفأ>) [inform,
    │     │    indirect, phone_call, person]
    │     │    <الجسر مغلق>
    │     └─ s3   ? [inform, direct, person]
    │             <مغلق>
    └─ s10  (<سلمى حداد>) · <ونفت> [deny, indirect,
            person, denying, negated]
            <أن يكون الأمر قديما> … <في رأيها>
    ");
}

#[test]
fn what_is_said_can_be_shortened_in_the_middle() {
    let look = Look {
        shorten: Some(20),
        ..PLAIN
    };
    let one = |content: &str| {
        let drawn = drawn(&record(vec![statement("s1", None, "قال", content)]), look);
        drawn.lines().last().unwrap_or_default().trim().to_owned()
    };
    assert_eq!(one("الجسر مغلق"), "<الجسر مغلق>");
    assert_eq!(one("الجسر مغلق منذ الأحد وحتى إشعار آخر"), "<الجسر> … <آخر>");
    assert_eq!(
        one(&"ط".repeat(30)),
        format!("<{}> … <{}>", "ط".repeat(9), "ط".repeat(8))
    );
}

#[test]
fn nothing_of_the_report_is_obeyed() {
    let mut record = record(vec![statement(
        "s1",
        None,
        "قال\u{1B}[2J",
        "ا\u{202E}ب\nج\u{2069}",
    )]);
    record.report.key = Some("a\u{1B}]0;x\u{7}.txt".into());
    record.report.outlet = Some("\u{2067}و".into());
    let drawn = draw(&record, PLAIN);
    assert!(drawn.contains("قال␛[2J"), "{drawn}");
    assert!(drawn.contains("ا⟨U+202E⟩ب␊ج⟨U+2069⟩"), "{drawn}");
    assert!(drawn.contains("a␛]0;x␇.txt"), "{drawn}");
    assert!(drawn.contains("⟨U+2067⟩و"), "{drawn}");
}

#[test]
fn every_isolate_ends_on_its_line() {
    for columns in [40, 57, 80] {
        let drawn = draw(
            &call(),
            Look {
                wrap: Some(columns),
                colour: true,
                shorten: None,
            },
        );
        for line in drawn.lines() {
            assert_eq!(
                line.matches(ISOLATE).count(),
                line.matches(END).count(),
                "{line}"
            );
        }
    }
}

#[test]
fn colour_changes_nothing_but_colour() {
    let coloured = draw(
        &call(),
        Look {
            colour: true,
            ..PLAIN
        },
    );
    assert!(coloured.contains("\u{1B}["));
    assert_eq!(
        anstream::adapter::strip_str(&coloured).to_string(),
        draw(&call(), PLAIN)
    );
}

#[test]
fn a_report_without_statements_says_so() {
    let drawn = drawn(&record(Vec::new()), PLAIN);
    assert!(drawn.contains("· no statements\n"), "{drawn}");
}

#[test]
fn no_statement_is_lost_even_in_a_circle() {
    let around = |id: &str, parent: &str| statement(id, Some(parent), "قال", "كذا");
    let statements = vec![
        around("s1", "s2"),
        around("s2", "s1"),
        around("s3", "s2"),
        around("s4", "s4"),
    ];
    let drawn = drawn(&record(statements), PLAIN);
    for id in ["s1", "s2", "s3", "s4"] {
        assert_eq!(drawn.matches(&format!("─ {id} ")).count(), 1, "{drawn}");
    }
}

#[test]
fn events_stand_below_the_ladder() {
    let text = "وقالت الشرطة إنها اعتقلت نحو 30 متظاهرا في مدينة الكرك أمس.";
    let record = rawi::read(&rawi::Report::new(text, rawi::Metadata::default()));
    let drawn = draw(&record, PLAIN);
    assert!(drawn.contains("· 1 statement · 1 event\n"), "{drawn}");
    let last = drawn.lines().last().unwrap();
    assert!(
        last.starts_with("v1  COERCE \u{2068}اعتقلت\u{2069}"),
        "{last}"
    );
    let told =
        "[arrest, UNDEF-this-day-minus-1, detained about 30, on s1, \u{2068}مدينة الكرك\u{2069}]";
    assert!(last.ends_with(told), "{last}");
}
