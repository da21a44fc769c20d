//! Takes: records. Gives: [`Table`], one row a statement or one an event, its columns named by their path in the record.
//! Relies on: nothing about what opens it; a cell that a spreadsheet would run as a formula is defused.
//!
//! Offsets and texts of several pieces or addressees share a cell: numbers apart by `;`, texts and names
//! by ` | `, in the same order. What is null in the record is an empty cell. The file is UTF-8 without a
//! byte order mark.

use std::io::{self, Write};

use csv::WriterBuilder;
use rawi::{Event, EventNumber, Participant, Record, Statement, When};

/// The columns, in order.
pub const COLUMNS: [&str; 35] = [
    "report.id",
    "report.key",
    "report.language",
    "report.outlet",
    "report.url",
    "report.title",
    "report.published",
    "id",
    "cue.start",
    "cue.end",
    "cue.text",
    "cue.lemma",
    "source.mention.start",
    "source.mention.end",
    "source.mention.text",
    "source.name",
    "source.entity",
    "source.type",
    "source.count",
    "source.access",
    "addressees.mention.start",
    "addressees.mention.end",
    "addressees.mention.text",
    "addressees.name",
    "addressees.entity",
    "content.start",
    "content.end",
    "content.text",
    "form",
    "act",
    "stance",
    "negated",
    "channel",
    "on_word_of",
    "rule",
];

/// The columns of events, in order.
pub const EVENT_COLUMNS: [&str; 37] = [
    "report.id",
    "report.key",
    "report.language",
    "report.outlet",
    "report.url",
    "report.title",
    "report.published",
    "id",
    "type",
    "mode",
    "cameo",
    "trigger.start",
    "trigger.end",
    "trigger.text",
    "actors.mention.start",
    "actors.mention.end",
    "actors.mention.text",
    "actors.name",
    "actors.entity",
    "recipients.mention.start",
    "recipients.mention.end",
    "recipients.mention.text",
    "recipients.name",
    "recipients.entity",
    "when.text",
    "when.value",
    "duration.text",
    "duration.value",
    "where.start",
    "where.end",
    "where.text",
    "numbers.kind",
    "numbers.text",
    "numbers.min",
    "numbers.max",
    "status",
    "on_word_of",
];

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// One a statement.
    Statements,
    /// One an event.
    Events,
}

/// A table being written, its header first.
pub struct Table<W: Write> {
    out: csv::Writer<W>,
    rows: Rows,
    headed: bool,
}

impl<W: Write> Table<W> {
    /// A table of statements that goes to `out`.
    pub fn new(out: W) -> Self {
        Self::of(out, Rows::Statements)
    }

    /// A table of such rows that goes to `out`.
    pub fn of(out: W, rows: Rows) -> Self {
        Self {
            out: WriterBuilder::new().from_writer(out),
            rows,
            headed: false,
        }
    }

    /// A table that goes on from another: without the header.
    pub fn rows_only(out: W, rows: Rows) -> Self {
        Self {
            headed: true,
            ..Self::of(out, rows)
        }
    }

    /// Writes the rows of one record: none where it has no statement, or no event.
    ///
    /// # Errors
    /// As the writer beneath gives them.
    pub fn add(&mut self, record: &Record) -> io::Result<()> {
        self.head()?;
        match self.rows {
            Rows::Statements => {
                for statement in &record.statements {
                    self.out.write_record(row(record, statement).map(defused))?;
                }
            }
            Rows::Events => {
                for event in &record.events {
                    self.out
                        .write_record(event_row(record, event).map(defused))?;
                }
            }
        }
        Ok(())
    }

    /// Ends the table and gives back what it was written to. A table without records is its header.
    ///
    /// # Errors
    /// As the writer beneath gives them.
    pub fn finish(mut self) -> io::Result<W> {
        self.head()?;
        self.out
            .into_inner()
            .map_err(csv::IntoInnerError::into_error)
    }

    fn head(&mut self) -> io::Result<()> {
        if !self.headed {
            match self.rows {
                Rows::Statements => self.out.write_record(COLUMNS)?,
                Rows::Events => self.out.write_record(EVENT_COLUMNS)?,
            }
            self.headed = true;
        }
        Ok(())
    }
}

fn row(record: &Record, statement: &Statement) -> [String; COLUMNS.len()] {
    let report = &record.report;
    let cue = statement.cue.as_ref();
    let mention = statement.source.mention.as_ref();
    let to = &statement.addressees;
    let content = &statement.content;
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let text = |t: Option<&str>| t.unwrap_or_default().to_owned();
    [
        report.id.clone(),
        text(report.key.as_deref()),
        report.language.clone(),
        text(report.outlet.as_deref()),
        text(report.url.as_deref()),
        text(report.title.as_deref()),
        text(report.published.as_deref()),
        statement.id.clone(),
        number(cue.map(|cue| cue.start)),
        number(cue.map(|cue| cue.end)),
        text(cue.map(|cue| cue.text.as_str())),
        text(cue.map(|cue| cue.lemma.as_str())),
        number(mention.map(|mention| mention.start)),
        number(mention.map(|mention| mention.end)),
        text(mention.map(|mention| mention.text.as_str())),
        text(statement.source.name.as_deref()),
        text(statement.source.entity.as_deref()),
        statement.source.kind.to_string(),
        text(statement.source.count.map(|count| count.as_str())),
        text(statement.source.access.map(|access| access.as_str())),
        numbers(to.iter().map(|to| to.mention.start)),
        numbers(to.iter().map(|to| to.mention.end)),
        texts(to.iter().map(|to| to.mention.text.as_str())),
        texts(to.iter().map(|to| to.name.as_deref().unwrap_or_default())),
        texts(to.iter().map(|to| to.entity.as_deref().unwrap_or_default())),
        numbers(content.iter().map(|piece| piece.start)),
        numbers(content.iter().map(|piece| piece.end)),
        texts(content.iter().map(|piece| piece.text.as_str())),
        statement.form.to_string(),
        statement.act.to_string(),
        statement.stance.to_string(),
        statement.negated.to_string(),
        text(statement.channel.map(|channel| channel.as_str())),
        text(statement.on_word_of.as_deref()),
        statement.rule.clone(),
    ]
}

fn event_row(record: &Record, event: &Event) -> [String; EVENT_COLUMNS.len()] {
    let report = &record.report;
    let text = |t: Option<&str>| t.unwrap_or_default().to_owned();
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let words = |w: &Option<When>| text(w.as_ref().map(|w| w.text.as_str()));
    let value = |w: &Option<When>| text(w.as_ref().and_then(|w| w.value.as_deref()));
    let place = event.place.as_ref();
    let counts = &event.numbers;
    let bound = |of: fn(&EventNumber) -> Option<rawi::Amount>| {
        let each = counts
            .iter()
            .map(|n| of(n).map(|b| b.to_string()).unwrap_or_default());
        each.collect::<Vec<_>>().join(";")
    };
    let [a_start, a_end, a_text, a_name, a_entity] = parts(&event.actors);
    let [r_start, r_end, r_text, r_name, r_entity] = parts(&event.recipients);
    [
        report.id.clone(),
        text(report.key.as_deref()),
        report.language.clone(),
        text(report.outlet.as_deref()),
        text(report.url.as_deref()),
        text(report.title.as_deref()),
        text(report.published.as_deref()),
        event.id.clone(),
        event.kind.to_string(),
        text(event.mode.as_deref()),
        event.cameo.clone(),
        event.trigger.start.to_string(),
        event.trigger.end.to_string(),
        event.trigger.text.clone(),
        a_start,
        a_end,
        a_text,
        a_name,
        a_entity,
        r_start,
        r_end,
        r_text,
        r_name,
        r_entity,
        words(&event.when),
        value(&event.when),
        words(&event.duration),
        value(&event.duration),
        number(place.map(|p| p.start)),
        number(place.map(|p| p.end)),
        text(place.map(|p| p.text.as_str())),
        texts(counts.iter().map(|n| n.kind.as_str())),
        texts(counts.iter().map(|n| n.text.as_str())),
        bound(|n| n.min),
        bound(|n| n.max),
        event.status.to_string(),
        text(event.on_word_of.as_deref()),
    ]
}

/// Where those who take part are named, by which words, and who they are; no offsets where no words name them.
fn parts(parts: &[Participant]) -> [String; 5] {
    let offsets = |of: fn(&rawi::Span) -> u32| {
        let each = parts
            .iter()
            .map(|p| p.mention.as_ref().map(|m| of(m).to_string()));
        each.map(Option::unwrap_or_default)
            .collect::<Vec<_>>()
            .join(";")
    };
    let mentions = parts
        .iter()
        .map(|p| p.mention.as_ref().map_or("", |m| m.text.as_str()));
    [
        offsets(|m| m.start),
        offsets(|m| m.end),
        texts(mentions),
        texts(parts.iter().map(|p| p.name.as_deref().unwrap_or_default())),
        texts(
            parts
                .iter()
                .map(|p| p.entity.as_deref().unwrap_or_default()),
        ),
    ]
}

fn numbers(values: impl Iterator<Item = u32>) -> String {
    values
        .map(|value| value.to_string())
        .collect::<Vec<_>>()
        .join(";")
}

fn texts<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let values: Vec<&str> = values.collect();
    if values.iter().all(|value| value.is_empty()) {
        String::new()
    } else {
        values.join(" | ")
    }
}

/// The cell with an apostrophe before it where a spreadsheet would take it for a formula: where it begins
/// with `=`, `+`, `-`, `@` (also in their full-width forms), a tab, a carriage return or a line feed.
fn defused(cell: String) -> String {
    const DANGEROUS: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
    if cell.starts_with(DANGEROUS) {
        format!("'{cell}")
    } else {
        cell
    }
}
