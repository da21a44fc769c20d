//! rawi reads a news report, Arabic first, and keeps who said what, to whom, on whose word, every line
//! of it anchored in the exact words of the report.
//!
//! ```
//! use rawi::{Metadata, Report, read};
//!
//! let text = "قالت مصادر مطلعة إن الوزير رفض العرض.";
//! let record = read(&Report::new(text, Metadata::default()));
//! assert_eq!(record.statements[0].content[0].text, "الوزير رفض العرض");
//! ```

mod chain;
mod inspect;
mod language;
mod lexicon;
mod reading;
mod record;
mod report;
mod span;
mod speaker;
mod statement;
mod text;
mod view;

pub use inspect::{TokenKind, TokenView, inspect};
pub use reading::{read, segment_word};
pub use record::{
    Access, Act, Addressee, Channel, Count, Cue, Entity, EntityKind, Form, Record, ReportInfo,
    Source, SourceType, Span, Stance, Statement,
};
pub use report::{Metadata, Report};
