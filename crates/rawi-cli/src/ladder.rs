//! Takes: a record. Gives: it as text for eyes: the outlet, its statements as a ladder, each below the one on
//! whose word it comes, and its events. Relies on: [`visible`], so that nothing of the report's words is obeyed, and
//! on isolates, so that they do not disturb the order of what stands around them.

use anstyle::{AnsiColor, Style};
use rawi::{Record, Source, Stance, Statement};
use rustc_hash::FxHashMap;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::visible::{END, ISOLATE, visible};

mod events;

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
    events(record, &palette, look, &mut out);
    out
}

/// What was done, a line an event below the ladder.
fn events(record: &Record, palette: &Palette, look: Look, out: &mut String) {
    let ids = record.events.iter().map(|one| one.id.width());
    let id_width = ids.max().unwrap_or(0);
    let room = look
        .wrap
        .map(|columns| columns.saturating_sub(id_width + 3).max(24));
    let rails = &palette.rail;
    for event in &record.events {
        for (n, line) in flow(&events::told(event, palette), room)
            .into_iter()
            .enumerate()
        {
            let id = if n == 0 { event.id.as_str() } else { "" };
            out.push_str(&format!("{rails}{id:id_width$}{rails:#}  {line}\n"));
        }
    }
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
    let mut counted = |count: String| {
        pieces.push(Piece::sign("·", palette.label));
        pieces.push(Piece::sign(count, palette.label));
    };
    counted(count);
    match record.events.len() {
        0 => {}
        1 => counted("1 event".to_owned()),
        n => counted(format!("{n} events")),
    }
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
mod tests;
