//! Takes: a stream of JSON Lines. Gives: [`Lines`], its reports one by one. Relies on: one JSON object a
//! line; a line that is none is an error of that line alone.

use std::io::{self, BufRead, BufReader, Read};

use memchr::memchr;
use rawi::{Metadata, Report};
use serde_json::{Map, Value};

use crate::MAX_REPORT_BYTES;
use crate::error::{Foreign, IntakeError};
use crate::text::MARK;

/// The reports of a stream of JSON Lines.
pub(crate) struct Lines {
    name: String,
    reader: BufReader<Box<dyn Read + Send>>,
    /// The line last read, from 1.
    line: u64,
    /// Offset of the line after it.
    offset: u64,
    buffer: Vec<u8>,
    /// Something other than blank lines was there.
    held_anything: bool,
    ended: bool,
}

/// Whether text that begins so is JSON Lines: its first line that is not blank is a JSON object, or
/// looks so much like a broken one that it is better to say so than to read it as news.
pub(crate) fn begins_json_lines(head: &[u8]) -> bool {
    let head = head.strip_prefix(MARK).unwrap_or(head).trim_ascii();
    let Some(inside) = head.strip_prefix(b"{") else {
        return false;
    };
    inside.trim_ascii_start().starts_with(b"\"")
        || serde_json::from_slice::<Map<String, Value>>(head).is_ok()
}

impl Lines {
    pub(crate) fn new(name: String, reader: Box<dyn Read + Send>) -> Self {
        Self {
            name,
            reader: BufReader::with_capacity(1 << 16, reader),
            line: 0,
            offset: 0,
            buffer: Vec::new(),
            held_anything: false,
            ended: false,
        }
    }

    /// How many bytes have been read so far.
    pub(crate) fn bytes_taken(&self) -> u64 {
        self.offset
    }

    /// The next report, or why the next line that is not blank is none; `None` at the end. What is
    /// `given` goes before what the line says.
    pub(crate) fn next_report(&mut self, given: &Metadata) -> Option<Result<Report, IntakeError>> {
        while !self.ended {
            let start = self.offset;
            let length = match self.read_line() {
                Ok(length) => length,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(IntakeError::io(&self.name, error)));
                }
            };
            if length == 0 {
                self.ended = true;
                break;
            }
            let input = || self.name.clone();
            if start == 0 && self.buffer.starts_with(b"\x1F\x8B") {
                self.ended = true;
                let kind = Foreign::Gzip;
                return Some(Err(IntakeError::NotText {
                    input: input(),
                    byte: 0,
                    kind,
                }));
            }
            if length > MAX_REPORT_BYTES as u64 {
                self.held_anything = true;
                let line = self.line;
                return Some(Err(IntakeError::LineTooLong {
                    input: input(),
                    line,
                    bytes: length,
                }));
            }
            let bytes = match (start, self.buffer.strip_prefix(MARK)) {
                (0, Some(rest)) => rest,
                _ => self.buffer.as_slice(),
            };
            if bytes.trim_ascii().is_empty() {
                continue;
            }
            self.held_anything = true;
            let before = start + (self.buffer.len() - bytes.len()) as u64;
            return Some(match std::str::from_utf8(bytes) {
                Ok(text) => self.report(text.trim_ascii_end(), given),
                Err(error) => Err(IntakeError::NotUtf8 {
                    input: input(),
                    line: self.line,
                    byte: before + error.valid_up_to() as u64,
                    encoding: if start == 0 && utf16(bytes) {
                        "UTF-16"
                    } else {
                        "WINDOWS-1256"
                    },
                }),
            });
        }
        if self.held_anything {
            return None;
        }
        self.held_anything = true;
        Some(Err(IntakeError::Empty {
            input: self.name.clone(),
        }))
    }

    /// Reads one line into the buffer, its line feed not included; gives its length with the line feed,
    /// 0 at the end. Of a line over the limit only the beginning is kept, but all of it is read past.
    fn read_line(&mut self) -> io::Result<u64> {
        self.buffer.clear();
        let mut length = 0;
        loop {
            let available = match self.reader.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = memchr(b'\n', available);
            let piece = &available[..end.unwrap_or(available.len())];
            let room = MAX_REPORT_BYTES.saturating_sub(self.buffer.len());
            self.buffer
                .extend_from_slice(&piece[..piece.len().min(room)]);
            let used = piece.len() + usize::from(end.is_some());
            self.reader.consume(used);
            length += used as u64;
            if end.is_some() || used == 0 {
                break;
            }
        }
        self.offset += length;
        self.line += u64::from(length > 0);
        Ok(length)
    }

    fn report(&self, line: &str, given: &Metadata) -> Result<Report, IntakeError> {
        let value: Value = serde_json::from_str(line).map_err(|error| {
            // serde_json ends its message with its own idea of the line, which is always 1 here.
            let reason = error.to_string();
            let reason = reason
                .rsplit_once(" at line ")
                .map_or(reason.as_str(), |(said, _)| said);
            IntakeError::NotJson {
                input: self.name.clone(),
                line: self.line,
                column: error.column(),
                reason: reason.to_owned(),
            }
        })?;
        let Value::Object(mut fields) = value else {
            return Err(IntakeError::NotAnObject {
                input: self.name.clone(),
                line: self.line,
                found: kind_of(&value),
            });
        };
        let id = match fields.remove("id") {
            None | Some(Value::Null) => None,
            Some(Value::String(id)) => Some(id),
            Some(Value::Number(id)) => Some(id.to_string()),
            Some(other) => return Err(self.wrong_type("id", &other, "a string, a number or null")),
        };
        let mut field = |name| match fields.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong_type(name, &other, "a string or null")),
        };
        let text = field("text")?;
        let or_given = |own: Option<String>, given: &Option<String>| given.clone().or(own);
        let metadata = Metadata {
            key: Some(id.unwrap_or_else(|| format!("{}:{}", self.name, self.line))),
            outlet: or_given(field("outlet")?, &given.outlet),
            url: or_given(field("url")?, &given.url),
            title: or_given(field("title")?, &given.title),
            published: or_given(field("published")?, &given.published),
        };
        let lacks = |blank| IntakeError::LacksText {
            input: self.name.clone(),
            line: self.line,
            blank,
        };
        let text = text.ok_or_else(|| lacks(false))?;
        let untitled = metadata
            .title
            .as_deref()
            .is_none_or(|title| title.trim().is_empty());
        if text.trim().is_empty() && untitled {
            return Err(lacks(true));
        }
        Ok(Report::with_title_before(&text, metadata))
    }

    fn wrong_type(
        &self,
        field: &'static str,
        found: &Value,
        expected: &'static str,
    ) -> IntakeError {
        IntakeError::FieldType {
            input: self.name.clone(),
            line: self.line,
            field,
            found: kind_of(found),
            expected,
        }
    }
}

fn utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
