//! Takes: the bytes of one input. Gives: its text, or why it is none. Relies on: the whole input being
//! one report, so that it may be held in memory up to [`MAX_REPORT_BYTES`].

use std::io::{self, BufRead, Read};

use memchr::{memchr, memchr_iter};

use crate::MAX_REPORT_BYTES;
use crate::error::{Foreign, IntakeError};

/// The UTF-8 byte order mark.
pub(crate) const MARK: &[u8] = b"\xEF\xBB\xBF";

/// All bytes of `reader`, up to the limit.
pub(crate) fn read_whole(name: &str, reader: impl Read) -> Result<Vec<u8>, IntakeError> {
    let mut bytes = Vec::new();
    reader
        .take(MAX_REPORT_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| IntakeError::io(name, error))?;
    if bytes.len() > MAX_REPORT_BYTES {
        // What is compressed is told so, however long it is.
        return Err(
            foreign(name, &bytes).unwrap_or_else(|| IntakeError::FileTooLong {
                input: name.to_owned(),
            }),
        );
    }
    Ok(bytes)
}

/// What stands up to the end of the first line that is not blank, up to the limit.
pub(crate) fn first_line(reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    loop {
        let start = head.len();
        let room = (MAX_REPORT_BYTES + 1).saturating_sub(start) as u64;
        let read = reader.by_ref().take(room).read_until(b'\n', &mut head)?;
        let blank = head[start..].strip_prefix(MARK).unwrap_or(&head[start..]);
        if read == 0 || !blank.trim_ascii().is_empty() {
            return Ok(head);
        }
    }
}

/// The text that `bytes` are, without the byte order mark.
pub(crate) fn decode(name: &str, mut bytes: Vec<u8>) -> Result<String, IntakeError> {
    let input = name.to_owned();
    let encoding = match bytes.get(..2) {
        Some(b"\xFF\xFE" | b"\xFE\xFF") => Some("UTF-16"),
        _ => None,
    };
    if let Some(encoding) = encoding {
        return Err(IntakeError::NotUtf8 {
            input,
            line: 1,
            byte: 0,
            encoding,
        });
    }
    if let Some(error) = foreign(name, &bytes) {
        return Err(error);
    }
    let mark = if bytes.starts_with(MARK) {
        MARK.len()
    } else {
        0
    };
    bytes.drain(..mark);
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        IntakeError::NotUtf8 {
            input: input.clone(),
            line: memchr_iter(b'\n', &error.as_bytes()[..valid]).count() as u64 + 1,
            byte: (valid + mark) as u64,
            // What Arabic text is in when it is not in UTF-8.
            encoding: "WINDOWS-1256",
        }
    })?;
    if text.trim().is_empty() {
        return Err(IntakeError::Empty { input });
    }
    Ok(text)
}

fn foreign(name: &str, bytes: &[u8]) -> Option<IntakeError> {
    const SIGNATURES: [(&[u8], Foreign); 4] = [
        (b"\x1F\x8B", Foreign::Gzip),
        (b"\x28\xB5\x2F\xFD", Foreign::Zstandard),
        (b"%PDF-", Foreign::Pdf),
        (b"PK\x03\x04", Foreign::Zip),
    ];
    let signed = SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature));
    let (byte, kind) = match signed {
        Some(&(_, kind)) => (0, kind),
        None => (memchr(0, bytes)? as u64, Foreign::Binary),
    };
    Some(IntakeError::NotText {
        input: name.to_owned(),
        byte,
        kind,
    })
}
