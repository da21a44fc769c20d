//! Takes: a record. Gives: it as text for eyes: the outlet, and its statements as a ladder, each below the
//! one on whose word it comes. Relies on: [`visible`], so that nothing of the report's words is obeyed, and
//! on isolates, so that they do not disturb the order of what stands around them.

use anstyle::{AnsiColor, Style};
use rawi::{Record, Source, Stance, Statement};
use rustc_hash::FxHashMap;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::visible::{END, ISOLATE, visible};

/// How the ladder is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// In colour.
    pub(crate) colour: bool,
    /// Lines are broken at this column; `None` leaves them as long as they are.
    pub(crate) wrap: Option<usize>,
    /// What is said is shortened to this width, in the middle.
    pub(crate) shorten: Option<usize>,
}

/// The styles of the parts; all plain where there is no colour.
#[derive(Default)]
struct Palette {
    outlet: Style,
    rail: Style,
    source: Style,
    name: Style,
    cue: Style,
    addressee: Style,
    label: Style,
}

impl Palette {
    fn of(look: Look) -> Self {
        if !look.colour {
            return Self::default();
        }
        let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
        Self {
            outlet: Style::new().bold(),
            rail: Style::new().dimmed(),
            source: colour(AnsiColor::Cyan).bold(),
            name: colour(AnsiColor::Cyan),
            cue: colour(AnsiColor::Yellow),
            addressee: colour(AnsiColor::Green),
            label: Style::new().dimmed(),
        }
    }
}

/// A piece of a line in one style; words of the report are isolated.
struct Piece {
    text: String,
    style: Style,
    isolated: bool,
    /// Stands right after the piece before it, with no blank between.
    close: bool,
}

impl Piece {
    fn words(text: &str, style: Style) -> Self {
        Self {
            text: visible(text).into_owned(),
            style,
            isolated: true,
            close: false,
        }
    }

    fn sign(text: impl Into<String>, style: Style) -> Self {
        Self {
            text: text.into(),
            style,
            isolated: false,
            close: false,
        }
    }

    fn close(mut self) -> Self {
        self.close = true;
        self
    }
}

/// The record drawn as a ladder; ends with a line feed.
pub(crate) fn draw(record: &Record, look: Look) -> String {
    let palette = Palette::of(look);
    let mut out = String::new();
    heading(record, &palette, look, &mut out);
    let statements = &record.statements;
    let (roots, below) = tree(statements);
    let id_width = statements
        .iter()
        .map(|one| one.id.width())
        .max()
        .unwrap_or(0);

    // An explicit stack: the chain of a hostile text may be as long as it likes.
    let mut pending: Vec<(usize, String, bool)> = Vec::new();
    let push = |pending: &mut Vec<(usize, String, bool)>, children: &[usize], rail: &str| {
        let last = children.last().copied();
        for &child in children.iter().rev() {
            pending.push((child, rail.to_owned(), Some(child) == last));
        }
    };
    push(&mut pending, &roots, "");
    while let Some((place, rail, last)) = pending.pop() {
        let statement = &statements[place];
        let children = below[place].as_slice();
        let knot = if last { "└─ " } else { "├─ " };
        let inner = format!("{rail}{}", if last { "   " } else { "│  " });
        let hanging = format!(
            "{inner}{}{}",
            if children.is_empty() { " " } else { "│" },
            " ".repeat(id_width)
        );
        let room = look
            .wrap
            .map(|columns| columns.saturating_sub(hanging.width() + 1).max(24));

        let first = format!("{rail}{knot}");
        let id = format!("{:id_width$}", statement.id);
        let rails = &palette.rail;
        let lines = flow(&says(statement, &palette), room);
        for (n, line) in lines.into_iter().enumerate() {
            if n == 0 {
                out.push_str(&format!("{rails}{first}{id}{rails:#}  {line}\n"));
            } else {
                out.push_str(&format!("{rails}{hanging}{rails:#} {line}\n"));
            }
        }
        for line in flow(&said(statement, look.shorten), room) {
            out.push_str(&format!("{rails}{hanging}{rails:#} {line}\n"));
        }
        push(&mut pending, children, &inner);
    }
    out
}

fn heading(record: &Record, palette: &Palette, look: Look, out: &mut String) {
    let report = &record.report;
    let mut pieces = Vec::new();
    let mut known = |text: Option<&String>, style: Style| {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            if !pieces.is_empty() {
                pieces.push(Piece::sign("·", palette.label));
            }
            pieces.push(Piece::words(text, style));
        }
    };
    known(report.outlet.as_ref(), palette.outlet);
    known(report.published.as_ref(), Style::new());
    known(report.key.as_ref().or(Some(&report.id)), Style::new());
    let count = match record.statements.len() {
        0 => "no statements".to_owned(),
        1 => "1 statement".to_owned(),
        n => format!("{n} statements"),
    };
    pieces.push(Piece::sign("·", palette.label));
    pieces.push(Piece::sign(count, palette.label));
    let mut lines = flow(&pieces, look.wrap);
    if let Some(title) = report
        .title
        .as_ref()
        .filter(|title| !title.trim().is_empty())
    {
        lines.extend(flow(
            &[Piece::words(title.trim(), palette.outlet)],
            look.wrap,
        ));
    }
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
}

/// Which statements stand at the top, and which below each. Every statement stands in one place, even
/// where a chain ran in a circle.
fn tree(statements: &[Statement]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let place: FxHashMap<&str, usize> = statements
        .iter()
        .enumerate()
        .map(|(n, one)| (one.id.as_str(), n))
        .collect();
    let mut roots = Vec::new();
    let mut below = vec![Vec::new(); statements.len()];
    for (n, one) in statements.iter().enumerate() {
        match one.on_word_of.as_deref().and_then(|id| place.get(id)) {
            Some(&parent) => below[parent].push(n),
            None => roots.push(n),
        }
    }
    let mut drawn = vec![false; statements.len()];
    let mut pending = roots.clone();
    for n in 0..=statements.len() {
        while let Some(next) = pending.pop() {
            drawn[next] = true;
            pending.extend_from_slice(&below[next]);
        }
        if n < statements.len() && !drawn[n] && reaches_itself(n, &below) {
            for children in &mut below {
                children.retain(|&child| child != n);
            }
            roots.push(n);
            pending.push(n);
        }
    }
    (roots, below)
}

fn reaches_itself(start: usize, below: &[Vec<usize>]) -> bool {
    let mut seen = vec![false; below.len()];
    let mut pending = below[start].clone();
    while let Some(next) = pending.pop() {
        if !std::mem::replace(&mut seen[next], true) {
            pending.extend_from_slice(&below[next]);
        }
    }
    seen[start]
}

/// The first line of a statement: who says, by which word, to whom, and how.
fn says(statement: &Statement, palette: &Palette) -> Vec<Piece> {
    let mut line = who(&statement.source, palette);
    if let Some(cue) = &statement.cue {
        line.push(Piece::sign("·", palette.label));
        line.push(Piece::words(&cue.text, palette.cue));
    }
    for (n, to) in statement.addressees.iter().enumerate() {
        line.push(Piece::sign(if n == 0 { "→" } else { "+" }, palette.label));
        line.push(Piece::words(&to.mention.text, palette.addressee));
        if let Some(name) = to.name.as_ref().filter(|name| **name != to.mention.text) {
            line.extend(resolved(name, palette.addressee));
        }
    }
    let mut labels = vec![statement.act.as_str(), statement.form.as_str()];
    labels.extend(statement.channel.map(|channel| channel.as_str()));
    labels.push(statement.source.kind.as_str());
    labels.extend(statement.source.count.map(|count| count.as_str()));
    labels.extend(statement.source.access.map(|access| access.as_str()));
    if statement.stance != Stance::Neutral {
        labels.push(statement.stance.as_str());
    }
    if statement.negated {
        labels.push("negated");
    }
    line.push(Piece::sign(
        format!("[{}]", labels.join(", ")),
        palette.label,
    ));
    line
}

fn who(source: &Source, palette: &Palette) -> Vec<Piece> {
    let mut line = Vec::new();
    if let Some(mention) = &source.mention {
        line.push(Piece::words(&mention.text, palette.source));
    }
    match (&source.name, &source.mention) {
        (Some(name), Some(mention)) if *name == mention.text => {}
        (Some(name), _) => line.extend(resolved(name, palette.name)),
        (None, Some(_)) => {}
        (None, None) => line.push(Piece::sign("?", palette.label)),
    }
    line
}

/// A name that the words, or no words, resolve to.
fn resolved(name: &str, style: Style) -> [Piece; 3] {
    [
        Piece::sign("(", style),
        Piece::words(name, style).close(),
        Piece::sign(")", style).close(),
    ]
}

/// What is said.
fn said(statement: &Statement, shorten: Option<usize>) -> Vec<Piece> {
    let mut texts: Vec<String> = statement
        .content
        .iter()
        .map(|piece| visible(&piece.text).into_owned())
        .collect();
    if let Some(columns) = shorten {
        let whole: usize = texts.iter().map(|text| text.width()).sum();
        if whole > columns {
            let joined = texts.join(" … ");
            texts = Vec::from(ends(&joined, columns.saturating_sub(3)));
        }
    }
    let mut line = Vec::new();
    for text in texts {
        if !line.is_empty() {
            line.push(Piece::sign("…", Style::new()));
        }
        line.push(Piece {
            text,
            style: Style::new(),
            isolated: true,
            close: false,
        });
    }
    line
}

/// The beginning and the end of `text`, together at most `columns` wide, cut between words where there
/// are any.
fn ends(text: &str, columns: usize) -> [String; 2] {
    let tail_room = columns / 2;
    let head = cut(
        text.char_indices()
            .map(|(at, c)| (at, c, at + c.len_utf8())),
        columns - tail_room,
    );
    let tail = cut(
        text.char_indices()
            .rev()
            .map(|(at, c)| (at + c.len_utf8(), c, at)),
        tail_room,
    );
    [
        text[..head.unwrap_or(0)].to_owned(),
        text[tail.unwrap_or(text.len())..].to_owned(),
    ]
}

/// Where a part of at most `room` columns ends: before its last blank if it has one. Of each letter it is
/// given where it begins and ends, in the order of reading.
fn cut(letters: impl Iterator<Item = (usize, char, usize)>, room: usize) -> Option<usize> {
    let (mut width, mut at_blank, mut at_letter) = (0, None, None);
    for (begins, letter, ends) in letters {
        if letter == ' ' {
            at_blank = Some(begins);
        }
        width += letter.width().unwrap_or(0);
        if width > room {
            break;
        }
        at_letter = Some(ends);
    }
    at_blank.or(at_letter)
}

/// Sets pieces one after the other, broken between words into lines no wider than `room`. What is
/// isolated is isolated anew on each line: terminals order each line by itself.
fn flow(pieces: &[Piece], room: Option<usize>) -> Vec<String> {
    let room = room.unwrap_or(usize::MAX);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut width = 0;
    for piece in pieces {
        let mut open = false;
        for (n, word) in piece.text.split(' ').enumerate() {
            let joins = n == 0 && piece.close;
            let blank = !line.is_empty() && !joins;
            let wide = word.width();
            if blank && width + 1 + wide > room {
                if open {
                    shut(piece, &mut line);
                    open = false;
                }
                lines.push(std::mem::take(&mut line));
                width = 0;
            } else if blank {
                line.push(' ');
                width += 1;
            }
            if !open {
                line.push_str(&piece.style.render().to_string());
                if piece.isolated {
                    line.push(ISOLATE);
                }
                open = true;
            }
            line.push_str(word);
            width += wide;
        }
        if open {
            shut(piece, &mut line);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

fn shut(piece: &Piece, line: &mut String) {
    if piece.isolated {
        line.push(END);
    }
    line.push_str(&piece.style.render_reset().to_string());
}

#[cfg(test)]
mod tests {
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
}
