//! Takes: a record, or a brat standoff file and the text it annotates. Gives: the standoff file, or the
//! attributions in it. Relies on: offsets in both being code points of the same text.
//!
//! One attribution is an event:
//!
//! ```text
//! T1  Attribution 0 3   قال           the trigger: the cue; where there is none the source, else the content
//! T2  Cue 0 3           قال
//! T3  Source 4 10       الوزير
//! T4  Content 14 25;30 40   الطريق مفتوح … a span may have several pieces
//! T5  Addressee 41 50   للصحفيين
//! E1  Attribution:T1 Cue:T2 Source:T3 Content:T4 Addressee:T5 OnWordOf:E2
//! A1  Form E1 indirect     and likewise Act, SourceType, Channel
//! #1  Speaker E1  the name that the source resolves to
//! ```
//!
//! Several addressees are several `Addressee` arguments. What the scheme has no place for (lemmas,
//! stance, entities, rules) is left out.

use std::fmt::Write as _;
use std::ops::Range;

use rawi::{Act, Channel, Form, Record, SourceType, Span, Statement};
use rustc_hash::FxHashMap;
use thiserror::Error;

/// One attribution as brat keeps it: what a statement and a gold annotation have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attribution {
    /// `E1`, `E2`, … in a standoff file; the statement's id where it comes from a record.
    pub id: String,
    /// Pieces of the cue, in code points; none where no word says that it is said.
    pub cue: Vec<Range<u32>>,
    /// Pieces of the words that name the source here.
    pub source: Vec<Range<u32>>,
    /// Pieces of the words that name the addressees.
    pub addressee: Vec<Range<u32>>,
    /// Pieces of what is said.
    pub content: Vec<Range<u32>>,
    /// Id of the attribution on whose word we have this one.
    pub on_word_of: Option<String>,
    /// The name that the source resolves to.
    pub speaker: Option<String>,
    /// Whether the content is quoted.
    pub form: Option<Form>,
    /// What the words do.
    pub act: Option<Act>,
    /// What kind of source it is.
    pub source_type: Option<SourceType>,
    /// By what means it was said.
    pub channel: Option<Channel>,
}

impl From<&Statement> for Attribution {
    fn from(statement: &Statement) -> Self {
        let span = |span: &Span| span.start..span.end;
        Self {
            id: statement.id.clone(),
            cue: statement.cue.iter().map(|cue| cue.start..cue.end).collect(),
            source: statement.source.mention.iter().map(span).collect(),
            addressee: statement
                .addressees
                .iter()
                .map(|to| span(&to.mention))
                .collect(),
            content: statement.content.iter().map(span).collect(),
            on_word_of: statement.on_word_of.clone(),
            speaker: statement.source.name.clone(),
            form: Some(statement.form),
            act: Some(statement.act),
            source_type: Some(statement.source.kind),
            channel: statement.channel,
        }
    }
}

/// Why a standoff file could not be read. Lines count from 1.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("line {line}: {fault}")]
pub struct BratError {
    /// The line at fault.
    pub line: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What can be wrong with a line of a standoff file.
#[derive(Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Fields are missing, or are no numbers where numbers must be.
    #[error("not of the form `{0}`")]
    Form(&'static str),
    /// An id that no line defines.
    #[error("refers to {0}, which no line defines")]
    Undefined(String),
    /// An id that an earlier line defines.
    #[error("defines {0} once more; each id may stand once")]
    Twice(String),
    /// A span beyond the end of the text.
    #[error(
        "the span {0} {1} is empty or ends beyond the text; is this the annotation of that report?"
    )]
    Beyond(u32, u32),
    /// The words in the annotation are not those of the text.
    #[error("has `{found}` where the report has `{expected}`; was the report changed since?")]
    Words {
        /// The words of the text.
        expected: String,
        /// The words of the annotation.
        found: String,
    },
    /// A value that the vocabulary does not have.
    #[error("`{value}` is no {kind}; it must be one of {allowed}")]
    Value {
        /// The attribute.
        kind: &'static str,
        /// What stands there.
        value: String,
        /// What may stand there.
        allowed: String,
    },
    /// A kind of argument or attribute that the scheme does not have.
    #[error("`{0}` is unknown here; it must be one of {1}")]
    Unknown(String, &'static str),
}

/// The record as a standoff file. A statement with neither cue, source mention nor content would have
/// nothing to stand on and is left out; the reader makes none.
pub fn to_string(record: &Record) -> String {
    let mut file = Writer::default();
    let anchored = |statement: &&Statement| {
        statement.cue.is_some()
            || statement.source.mention.is_some()
            || !statement.content.is_empty()
    };
    let statements: Vec<&Statement> = record.statements.iter().filter(anchored).collect();
    let events: FxHashMap<&str, usize> = statements
        .iter()
        .zip(1..)
        .map(|(statement, n)| (statement.id.as_str(), n))
        .collect();
    for (statement, event) in statements.iter().zip(1..) {
        let parent = statement
            .on_word_of
            .as_deref()
            .and_then(|id| events.get(id))
            .copied();
        file.attribution(statement, event, parent);
    }
    file.out
}

/// Writes a standoff file; the numbers are those given last.
#[derive(Default)]
struct Writer {
    out: String,
    spans: usize,
    attributes: usize,
    notes: usize,
}

impl Writer {
    fn attribution(&mut self, statement: &Statement, event: usize, parent: Option<usize>) {
        let cue = statement
            .cue
            .as_ref()
            .map(|cue| Piece::of(cue.start, cue.end, &cue.text));
        let source = statement.source.mention.as_ref().map(Piece::from);
        let content: Vec<Piece<'_>> = statement.content.iter().map(Piece::from).collect();
        let trigger = cue.or(source).or(content.first().copied());

        let trigger = self.span("Attribution", trigger.as_slice());
        let mut args = format!("Attribution:T{trigger}");
        let mut arg = |role: &str, pieces: &[Piece<'_>]| {
            if !pieces.is_empty() {
                let id = self.span(role, pieces);
                write!(args, " {role}:T{id}").ok();
            }
        };
        arg("Cue", cue.as_slice());
        arg("Source", source.as_slice());
        arg("Content", &content);
        for addressee in &statement.addressees {
            arg("Addressee", &[Piece::from(&addressee.mention)]);
        }
        if let Some(parent) = parent {
            write!(args, " OnWordOf:E{parent}").ok();
        }
        writeln!(self.out, "E{event}\t{args}").ok();
        self.attribute("Form", event, statement.form.as_str());
        self.attribute("Act", event, statement.act.as_str());
        self.attribute("SourceType", event, statement.source.kind.as_str());
        if let Some(channel) = statement.channel {
            self.attribute("Channel", event, channel.as_str());
        }
        if let Some(name) = &statement.source.name {
            self.notes += 1;
            let (note, name) = (self.notes, one_line(name));
            writeln!(self.out, "#{note}\tSpeaker E{event}\t{name}").ok();
        }
    }

    fn span(&mut self, kind: &str, pieces: &[Piece<'_>]) -> usize {
        self.spans += 1;
        write!(self.out, "T{}\t{kind} ", self.spans).ok();
        for (i, piece) in pieces.iter().enumerate() {
            let between = if i == 0 { "" } else { ";" };
            write!(self.out, "{between}{} {}", piece.start, piece.end).ok();
        }
        for (i, piece) in pieces.iter().enumerate() {
            self.out.push(if i == 0 { '\t' } else { ' ' });
            self.out.push_str(&one_line(piece.text));
        }
        self.out.push('\n');
        self.spans
    }

    fn attribute(&mut self, kind: &str, event: usize, value: &str) {
        self.attributes += 1;
        writeln!(self.out, "A{}\t{kind} E{event} {value}", self.attributes).ok();
    }
}

#[derive(Clone, Copy)]
struct Piece<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

impl<'a> Piece<'a> {
    fn of(start: u32, end: u32, text: &'a str) -> Self {
        Self { start, end, text }
    }
}

impl<'a> From<&'a Span> for Piece<'a> {
    fn from(span: &'a Span) -> Self {
        Self::of(span.start, span.end, &span.text)
    }
}

/// `text` with a blank for everything that some reader takes for the end of a line or of a field: one
/// code point for one, so that lengths stay.
fn one_line(text: &str) -> String {
    let breaks =
        |c| matches!(c, '\t'..='\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    text.chars()
        .map(|c| if breaks(c) { ' ' } else { c })
        .collect()
}

/// The attributions in the standoff file `ann` over `text`, in the order of their events.
///
/// Blank lines and notes other than `Speaker` are passed over; several arguments of one role may be
/// numbered (`Addressee2`), as brat does.
///
/// # Errors
/// The first line that is not as it must be, and why.
pub fn read(ann: &str, text: &str) -> Result<Vec<Attribution>, BratError> {
    let text: Vec<char> = text.chars().collect();
    let mut spans: FxHashMap<&str, Vec<Range<u32>>> = FxHashMap::default();
    let mut events: Vec<(usize, &str, &str)> = Vec::new();
    let mut others: Vec<(usize, &str)> = Vec::new();
    for (line, row) in (1..).zip(ann.lines()) {
        let fail = |fault| BratError { line, fault };
        match row.as_bytes().first() {
            Some(b'T') => {
                let (id, pieces) = span_line(row, &text).map_err(fail)?;
                if spans.insert(id, pieces).is_some() {
                    return Err(fail(Fault::Twice(id.to_owned())));
                }
            }
            Some(b'E') => {
                let form = Fault::Form("E1<TAB>Attribution:T1 Cue:T2 …");
                let (id, args) = row.split_once('\t').ok_or_else(|| fail(form))?;
                events.push((line, id, args));
            }
            Some(b'A' | b'#') => others.push((line, row)),
            None => {}
            Some(_) if row.trim().is_empty() => {}
            Some(_) => {
                return Err(fail(Fault::Unknown(
                    row.chars().take(12).collect(),
                    "T, E, A, #",
                )));
            }
        }
    }

    let mut place: FxHashMap<&str, usize> = FxHashMap::default();
    for (n, &(line, id, _)) in events.iter().enumerate() {
        if place.insert(id, n).is_some() {
            return Err(BratError {
                line,
                fault: Fault::Twice(id.to_owned()),
            });
        }
    }
    let mut out = Vec::with_capacity(events.len());
    for &(line, id, args) in &events {
        let attribution = event_line(id, args, &spans, &place);
        out.push(attribution.map_err(|fault| BratError { line, fault })?);
    }
    for (line, row) in others {
        note_line(row, &place, &mut out).map_err(|fault| BratError { line, fault })?;
    }
    Ok(out)
}

fn span_line<'a>(row: &'a str, text: &[char]) -> Result<(&'a str, Vec<Range<u32>>), Fault> {
    const FORM: Fault = Fault::Form("T1<TAB>Cue 0 3<TAB>words");
    let mut fields = row.splitn(3, '\t');
    let (Some(id), Some(place), Some(words)) = (fields.next(), fields.next(), fields.next()) else {
        return Err(FORM);
    };
    let (_, pieces) = place.split_once(' ').ok_or(FORM)?;
    let mut found = Vec::new();
    let mut expected = String::new();
    for piece in pieces.split(';') {
        let (start, end) = piece.split_once(' ').ok_or(FORM)?;
        let start: u32 = start.parse().map_err(|_| FORM)?;
        let end: u32 = end.parse().map_err(|_| FORM)?;
        let there = (start < end)
            .then(|| text.get(start as usize..end as usize))
            .flatten();
        let there = there.ok_or(Fault::Beyond(start, end))?;
        if !found.is_empty() {
            expected.push(' ');
        }
        expected.extend(there);
        found.push(start..end);
    }
    let expected = one_line(&expected);
    if expected != one_line(words) {
        return Err(Fault::Words {
            expected,
            found: words.to_owned(),
        });
    }
    Ok((id, found))
}

fn event_line(
    id: &str,
    args: &str,
    spans: &FxHashMap<&str, Vec<Range<u32>>>,
    events: &FxHashMap<&str, usize>,
) -> Result<Attribution, Fault> {
    let mut attribution = Attribution {
        id: id.to_owned(),
        ..Attribution::default()
    };
    for arg in args.split_ascii_whitespace() {
        let (role, target) = arg.split_once(':').ok_or(Fault::Form("Role:T1"))?;
        let role = role.trim_end_matches(|c: char| c.is_ascii_digit());
        if role == "OnWordOf" {
            if !events.contains_key(target) {
                return Err(Fault::Undefined(target.to_owned()));
            }
            attribution.on_word_of = Some(target.to_owned());
            continue;
        }
        let pieces = spans
            .get(target)
            .ok_or_else(|| Fault::Undefined(target.to_owned()))?;
        let to = match role {
            "Attribution" => continue,
            "Cue" => &mut attribution.cue,
            "Source" => &mut attribution.source,
            "Addressee" => &mut attribution.addressee,
            "Content" => &mut attribution.content,
            _ => {
                let roles = "Attribution, Cue, Source, Addressee, Content, OnWordOf";
                return Err(Fault::Unknown(role.to_owned(), roles));
            }
        };
        to.extend_from_slice(pieces);
    }
    Ok(attribution)
}

fn note_line(
    row: &str,
    events: &FxHashMap<&str, usize>,
    out: &mut [Attribution],
) -> Result<(), Fault> {
    let mut fields = row.splitn(3, '\t');
    let (id, what) = (
        fields.next().unwrap_or_default(),
        fields.next().unwrap_or_default(),
    );
    let mut words = what.split_ascii_whitespace();
    let (kind, event) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let note = id.starts_with('#');
    if note && kind != "Speaker" {
        return Ok(());
    }
    let place = *events
        .get(event)
        .ok_or_else(|| Fault::Undefined(event.to_owned()))?;
    let attribution = &mut out[place];
    if note {
        let name = fields
            .next()
            .ok_or(Fault::Form("#1<TAB>Speaker E1<TAB>name"))?;
        attribution.speaker = Some(name.to_owned());
        return Ok(());
    }
    let value = words.next().ok_or(Fault::Form("A1<TAB>Form E1 direct"))?;
    match kind {
        "Form" => attribution.form = Some(one_of("Form", value, Form::ALL, Form::as_str)?),
        "Act" => attribution.act = Some(one_of("Act", value, Act::ALL, Act::as_str)?),
        "SourceType" => {
            let kind = one_of("SourceType", value, SourceType::ALL, SourceType::as_str)?;
            attribution.source_type = Some(kind);
        }
        "Channel" => {
            attribution.channel = Some(one_of("Channel", value, Channel::ALL, Channel::as_str)?);
        }
        _ => {
            return Err(Fault::Unknown(
                kind.to_owned(),
                "Form, Act, SourceType, Channel",
            ));
        }
    }
    Ok(())
}

fn one_of<T: Copy>(
    kind: &'static str,
    value: &str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<T, Fault> {
    all.iter()
        .copied()
        .find(|&known| as_str(known) == value)
        .ok_or_else(|| Fault::Value {
            kind,
            value: value.to_owned(),
            allowed: all
                .iter()
                .map(|&known| as_str(known))
                .collect::<Vec<_>>()
                .join(", "),
        })
}
