//! Takes: a report's text and what is known of it. Gives: [`Report`], whose text is fixed from here on.
//! Relies on: nothing; every later step reads the text from here and never changes it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What is known of a report besides its text. Everything is optional, as news archives are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The input's own name for the report: a path, or the id of a JSONL line.
    pub key: Option<String>,
    /// Who published it, for example `العين الإخبارية`.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The headline, as given apart from the text.
    pub title: Option<String>,
    /// When it was published, as the input says it (ISO 8601 wherever the input has it).
    pub published: Option<String>,
}

/// One news report: its text, fixed once made, and its metadata.
///
/// ```
/// use rawi::{Metadata, Report};
///
/// let report = Report::new("قال الوزير إن الطريق مفتوح.", Metadata::default());
/// assert!(report.id().starts_with("sha256:"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    text: String,
    metadata: Metadata,
}

impl Report {
    /// A report whose text is `text` as it stands; a title in `metadata` is not put before it.
    pub fn new(text: impl Into<String>, metadata: Metadata) -> Self {
        Self {
            text: text.into(),
            metadata,
        }
    }

    /// A report whose title comes apart from its text (JSONL, command-line options): the report's
    /// text is then the title, a line feed, and the text. Without a title, or with an empty one, it
    /// is the text alone.
    pub fn with_title_before(text: &str, metadata: Metadata) -> Self {
        let whole = match metadata.title.as_deref().map(str::trim) {
            Some(title) if !title.is_empty() => format!("{title}\n{text}"),
            _ => text.to_owned(),
        };
        Self::new(whole, metadata)
    }

    /// The text that every span of the record points into.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is known of the report besides its text.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The identity of the report: `sha256:` and the SHA-256 of its text (UTF-8) in hexadecimal.
    /// The same text is the same report, wherever it was found.
    pub fn id(&self) -> String {
        let mut id = String::with_capacity(71);
        id.push_str("sha256:");
        for byte in Sha256::digest(self.text.as_bytes()) {
            for nibble in [byte >> 4, byte & 15] {
                id.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
            }
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn id_is_the_sha256_of_the_text() {
        // FIPS 180-2, appendix B.1.
        let report = Report::new("abc", Metadata::default());
        assert_eq!(
            report.id(),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn a_title_apart_goes_before_the_text() {
        let title = |t: &str| Metadata {
            title: Some(t.into()),
            ..Metadata::default()
        };
        assert_eq!(
            Report::with_title_before("متن", title("عنوان")).text(),
            "عنوان\nمتن"
        );
        assert_eq!(Report::with_title_before("متن", title("  ")).text(), "متن");
        assert_eq!(Report::new("متن", title("عنوان")).text(), "متن");
    }
}
