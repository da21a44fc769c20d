//! Takes: nothing. Gives: [`IntakeError`], why something could not be taken in: each names the input,
//! the place in it, and what to do. Relies on: names of inputs as they were given.

use std::fmt;
use std::io;

use thiserror::Error;

use crate::MAX_REPORT_BYTES;

const MIB: usize = MAX_REPORT_BYTES >> 20;

/// Why a report, or a whole input, could not be taken in. Lines and columns count from 1, bytes from 0.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum IntakeError {
    /// Nothing is at that path.
    #[error("{input}: no such file or folder; check how the path is written")]
    NotFound {
        /// The path as given.
        input: String,
    },
    /// The operating system would not read it.
    #[error("{input}: cannot be read ({source}); check that it is there and that you may read it")]
    Io {
        /// The path as given, or `standard input`.
        input: String,
        /// What the operating system said.
        source: io::Error,
    },
    /// A file of entities that is none.
    #[error("{input}: line {line}: {reason}")]
    BadEntities {
        /// The path as given.
        input: String,
        /// The line, from 1.
        line: u64,
        /// What is wrong there, and what to do.
        reason: String,
    },
    /// Nothing but blanks.
    #[error("{input}: empty; give a file that holds a report's text")]
    Empty {
        /// The path as given, or `standard input`.
        input: String,
    },
    /// Something else than text.
    #[error("{input}: byte {byte}: not a text but {kind}; {}", kind.remedy(input))]
    NotText {
        /// The path as given, or `standard input`.
        input: String,
        /// Where that shows.
        byte: u64,
        /// What it is.
        kind: Foreign,
    },
    /// Text in another encoding.
    #[error(
        "{input}: line {line}, byte {byte}: not UTF-8; if the text is in {encoding}, convert it first: \
         iconv -f {encoding} -t UTF-8 {} > converted.txt",
        shell(input)
    )]
    NotUtf8 {
        /// The path as given, or `standard input`.
        input: String,
        /// The line that holds the first byte that is not UTF-8.
        line: u64,
        /// Offset of that byte in the input.
        byte: u64,
        /// The encoding it may be in, by its name for `iconv`.
        encoding: &'static str,
    },
    /// A text file over [`MAX_REPORT_BYTES`].
    #[error(
        "{input}: longer than {MIB} MiB, the limit for one report; cut it up into its reports, one file \
         each or one line of a .jsonl each"
    )]
    FileTooLong {
        /// The path as given, or `standard input`.
        input: String,
    },
    /// A line of JSON Lines over [`MAX_REPORT_BYTES`].
    #[error(
        "{input}: line {line}: {bytes} bytes long, over the limit of {MIB} MiB for one report; JSON Lines \
         holds one report a line: check that the line feeds are there"
    )]
    LineTooLong {
        /// The path as given, or `standard input`.
        input: String,
        /// The line.
        line: u64,
        /// How long it is.
        bytes: u64,
    },
    /// A folder with nothing to read.
    #[error(
        "{input}: folder without reports: no *.txt and no *.jsonl in it or below it; name the files \
         themselves if theirs end otherwise"
    )]
    NoReports {
        /// The folder as given.
        input: String,
    },
    /// A line of JSON Lines that is not JSON.
    #[error(
        "{input}: line {line}, column {column}: not JSON ({reason}); each line must be one JSON object \
         with the field `text`"
    )]
    NotJson {
        /// The path as given, or `standard input`.
        input: String,
        /// The line.
        line: u64,
        /// The column, in bytes.
        column: usize,
        /// What the JSON reader says.
        reason: String,
    },
    /// A line of JSON Lines that is JSON, but no object.
    #[error(
        "{input}: line {line}: JSON, but {found} instead of an object; each line must be one JSON \
         object with the field `text`"
    )]
    NotAnObject {
        /// The path as given, or `standard input`.
        input: String,
        /// The line.
        line: u64,
        /// What stands there.
        found: &'static str,
    },
    /// A line of JSON Lines with no text.
    #[error(
        "{input}: line {line}: lacks `text`{}; put the report's text into the field `text`",
        only_blank(*blank)
    )]
    LacksText {
        /// The path as given, or `standard input`.
        input: String,
        /// The line.
        line: u64,
        /// The field is there, but neither it nor the title holds anything but blanks.
        blank: bool,
    },
    /// A field of JSON Lines that is of another type.
    #[error("{input}: line {line}: `{field}` is {found}; it must be {expected}")]
    FieldType {
        /// The path as given, or `standard input`.
        input: String,
        /// The line.
        line: u64,
        /// The field.
        field: &'static str,
        /// What stands there.
        found: &'static str,
        /// What may stand there.
        expected: &'static str,
    },
}

impl IntakeError {
    pub(crate) fn io(input: &str, source: io::Error) -> Self {
        let input = input.to_owned();
        if source.kind() == io::ErrorKind::NotFound {
            Self::NotFound { input }
        } else {
            Self::Io { input, source }
        }
    }
}

/// What an input is that is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Compressed with gzip.
    Gzip,
    /// Compressed with Zstandard.
    Zstandard,
    /// A PDF.
    Pdf,
    /// A ZIP archive, or a document of an office program.
    Zip,
    /// Something with NUL bytes in it.
    Binary,
}

impl Foreign {
    fn remedy(self, input: &str) -> String {
        let input = shell(input);
        match self {
            Self::Gzip => format!("unpack it first: gunzip -c {input} | rawi read -"),
            Self::Zstandard => format!("unpack it first: zstd -dc {input} | rawi read -"),
            Self::Pdf => format!("take its text out first: pdftotext {input} - | rawi read -"),
            Self::Zip => "unpack it, or save the document as plain text (UTF-8)".to_owned(),
            Self::Binary => "give the report as plain text (UTF-8)".to_owned(),
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gzip => "gzip data",
            Self::Zstandard => "Zstandard data",
            Self::Pdf => "a PDF",
            Self::Zip => "a ZIP archive or an office document",
            Self::Binary => "binary data (a NUL byte)",
        })
    }
}

fn only_blank(blank: bool) -> &'static str {
    if blank {
        " (it is blank, and so is the title)"
    } else {
        ""
    }
}

/// `input` as a word of a shell command, for commands in remedies.
fn shell(input: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    if input == "standard input" {
        "INPUT".to_owned()
    } else if !input.is_empty() && input.chars().all(plain) {
        input.to_owned()
    } else {
        format!("'{}'", input.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::shell;

    #[test]
    fn a_path_in_a_command_is_one_word() {
        assert_eq!(shell("news/خبر.txt"), "news/خبر.txt");
        assert_eq!(shell("my news/a;b.txt"), "'my news/a;b.txt'");
        assert_eq!(shell("it's"), r"'it'\''s'");
    }
}
