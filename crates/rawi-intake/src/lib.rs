//! Takes: paths, or standard input. Gives: [`Intake`], the reports found there, one after the other in
//! input order, each either a [`Report`] or an [`IntakeError`] that says what to do.
//! Relies on: the crate `rawi` for the type `Report` only; nothing here reads what a report says.
//!
//! An input is one of
//!
//! - a **folder**: every `*.txt` and `*.jsonl` in it and below it, in the order of their names; hidden
//!   entries and other files are left alone;
//! - a **`.jsonl` file**: one JSON object a line with the field `text` and, where known, `id`, `title`,
//!   `outlet`, `url`, `published`. The title comes before the text, on a line of its own;
//! - **`-`**, standard input: JSON Lines where its first line that is not blank is a JSON object,
//!   otherwise the text of one report;
//! - **any other file**: the text of one report, as it stands.
//!
//! Text is UTF-8. A byte order mark at the very beginning is the signature of the encoding and no part
//! of the text: it is taken off, and offsets count from the character after it. Nothing else is changed.
//!
//! Only one report is in memory at a time, however large the input.
//!
//! ```
//! use std::path::PathBuf;
//!
//! use rawi_intake::Intake;
//!
//! let archive = "{\"id\": 7, \"title\": \"عنوان\", \"text\": \"متن\"}\n{\"id\": 8}\n";
//! let mut intake = Intake::new([PathBuf::from("-")]).with_stdin(archive.as_bytes());
//!
//! let report = intake.next().unwrap().unwrap();
//! assert_eq!(report.text(), "عنوان\nمتن");
//! assert_eq!(report.metadata().key.as_deref(), Some("7"));
//! assert!(intake.next().unwrap().unwrap_err().to_string().contains("line 2"));
//! assert!(intake.next().is_none());
//! ```

mod entities;
mod error;
mod folder;
mod lines;
mod text;

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rawi::{Metadata, Report};

pub use crate::entities::read_entities;
pub use crate::error::{Foreign, IntakeError};
use crate::folder::Walk;
use crate::lines::Lines;

/// The largest report that is taken in, in bytes: 16 MiB of a text file or of one line of JSON Lines.
/// A longer one is an error. It bounds what a broken or hostile input (an archive without line feeds)
/// can make the program hold in memory; the longest news reports are some hundred kilobytes.
pub const MAX_REPORT_BYTES: usize = 16 << 20;

/// The path that stands for standard input.
pub const STDIN: &str = "-";

/// The reports of a list of inputs, in input order: an iterator that reads no further than it is asked.
///
/// An error concerns one report or one input; the iterator goes on with the next after it.
pub struct Intake {
    inputs: std::vec::IntoIter<PathBuf>,
    folder: Option<Walk>,
    lines: Option<Lines>,
    stdin: Option<Box<dyn Read + Send>>,
    given: Metadata,
    taken: Arc<AtomicU64>,
}

impl Intake {
    /// The reports of `inputs`. Nothing is opened before the first report is asked for.
    pub fn new(inputs: impl IntoIterator<Item = PathBuf>) -> Self {
        Self {
            inputs: inputs.into_iter().collect::<Vec<_>>().into_iter(),
            folder: None,
            lines: None,
            stdin: None,
            given: Metadata::default(),
            taken: Arc::default(),
        }
    }

    /// Gives every report this metadata, which goes before the input's own. `key` is not looked at: a
    /// report's key is always the input's. With a title, it comes before the text of a text file too.
    #[must_use]
    pub fn with_metadata(mut self, given: Metadata) -> Self {
        self.given = given;
        self
    }

    /// Reads `-` from `stdin` instead of the process's standard input.
    #[must_use]
    pub fn with_stdin(mut self, stdin: impl Read + Send + 'static) -> Self {
        self.stdin = Some(Box::new(stdin));
        self
    }

    /// How many bytes of the inputs have been taken in so far; goes up while the intake is iterated, on
    /// whatever thread. Held against [`total_bytes`] it is how far the work is.
    pub fn bytes_taken(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.taken)
    }

    /// Whether what came last came from JSON Lines, so that more may follow from the same input.
    pub fn in_json_lines(&self) -> bool {
        self.lines.is_some()
    }

    fn took(&self, bytes: usize) {
        self.taken.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    fn open_input(&mut self, input: PathBuf) -> Option<Result<Report, IntakeError>> {
        if input.as_os_str() == STDIN {
            return self.open_stdin();
        }
        if input.is_dir() {
            self.folder = Some(Walk::new(input));
            return None;
        }
        self.open_file(&input)
    }

    fn open_file(&mut self, path: &Path) -> Option<Result<Report, IntakeError>> {
        if is_jsonl(path) {
            return match File::open(path) {
                Ok(file) => {
                    self.lines = Some(Lines::new(path.display().to_string(), Box::new(file)));
                    None
                }
                Err(error) => Some(Err(IntakeError::io(&path.display().to_string(), error))),
            };
        }
        Some(read_bytes(path).and_then(|bytes| {
            self.took(bytes.len());
            let name = path.display().to_string();
            text::decode(&name, bytes).map(|text| self.report_of_text(name, text))
        }))
    }

    fn open_stdin(&mut self) -> Option<Result<Report, IntakeError>> {
        let stdin = self.stdin.take().unwrap_or_else(|| Box::new(io::stdin()));
        let mut reader = BufReader::new(stdin);
        let head = match text::first_line(&mut reader) {
            Ok(head) => head,
            Err(error) => return Some(Err(IntakeError::io("standard input", error))),
        };
        if lines::begins_json_lines(&head) {
            let whole = Box::new(io::Cursor::new(head).chain(reader));
            self.lines = Some(Lines::new("standard input".to_owned(), whole));
            return None;
        }
        let read = text::read_whole("standard input", io::Cursor::new(head).chain(reader));
        Some(read.and_then(|bytes| {
            self.took(bytes.len());
            text::decode("standard input", bytes)
                .map(|text| self.report_of_text(STDIN.to_owned(), text))
        }))
    }

    fn report_of_text(&self, key: String, text: String) -> Report {
        let metadata = Metadata {
            key: Some(key),
            ..self.given.clone()
        };
        if metadata.title.is_some() {
            Report::with_title_before(&text, metadata)
        } else {
            Report::new(text, metadata)
        }
    }
}

impl Iterator for Intake {
    type Item = Result<Report, IntakeError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                let before = lines.bytes_taken();
                let item = lines.next_report(&self.given);
                let taken = lines.bytes_taken() - before;
                self.taken.fetch_add(taken, Ordering::Relaxed);
                if item.is_some() {
                    return item;
                }
                self.lines = None;
            }
            if let Some(folder) = &mut self.folder {
                match folder.next() {
                    Some(Ok(path)) => {
                        if let Some(item) = self.open_file(&path) {
                            return Some(item);
                        }
                        continue;
                    }
                    Some(Err(error)) => return Some(Err(error)),
                    None => self.folder = None,
                }
            }
            let input = self.inputs.next()?;
            if let Some(item) = self.open_input(input) {
                return Some(item);
            }
        }
    }
}

/// Reads one text file as one report: the text as it stands, the path as its key.
///
/// # Errors
/// As for any text file: missing, unreadable, empty, not text, not UTF-8, too long.
pub fn read_text_file(path: &Path) -> Result<Report, IntakeError> {
    let name = path.display().to_string();
    let text = text::decode(&name, read_bytes(path)?)?;
    Ok(Report::new(
        text,
        Metadata {
            key: Some(name),
            ..Metadata::default()
        },
    ))
}

/// Whether `path` is read as JSON Lines: by its ending, `.jsonl` in either case.
pub fn is_jsonl(path: &Path) -> bool {
    has_ending(path, "jsonl")
}

/// The size of all inputs together in bytes; `None` where it cannot be known beforehand (standard input,
/// a pipe). What is not there counts for nothing.
pub fn total_bytes(inputs: &[PathBuf]) -> Option<u64> {
    let size = |path: &Path| match std::fs::metadata(path) {
        Ok(found) if found.is_file() => Some(found.len()),
        Ok(_) => None,
        Err(_) => Some(0),
    };
    let mut total = 0;
    for input in inputs {
        if input.as_os_str() == STDIN {
            return None;
        }
        if input.is_dir() {
            for path in Walk::new(input.clone()).flatten() {
                total += size(&path)?;
            }
        } else {
            total += size(input)?;
        }
    }
    Some(total)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, IntakeError> {
    let name = path.display().to_string();
    match File::open(path) {
        Ok(file) => text::read_whole(&name, file),
        Err(error) => Err(IntakeError::io(&name, error)),
    }
}
