//! rawi reads a news report, Arabic first, and keeps who said what, to whom, on whose word, every line
//! of it anchored in the exact words of the report.
//!
//! ```
//! use rawi::{Form, Metadata, Report, SourceType, read};
//!
//! let text = "قال مصدر دبلوماسي إن وزير النقل سليم الحوراني أبلغ نظيره أن «الجسر مغلق».";
//! let record = read(&Report::new(text, Metadata::default()));
//! let [told, inner] = &record.statements[..] else { panic!("{record:?}") };
//! assert_eq!(told.source.kind, SourceType::UnnamedDescribed);
//! assert_eq!(inner.source.name.as_deref(), Some("سليم الحوراني"));
//! assert_eq!(inner.addressees[0].mention.text, "نظيره");
//! assert_eq!((inner.content[0].text.as_str(), inner.form), ("الجسر مغلق", Form::Direct));
//! assert_eq!(inner.on_word_of.as_ref(), Some(&told.id));
//! ```
//!
//! [`read`] never fails and does no I/O. Spans count Unicode code points and are always the report's exact
//! words. How it is done: `ARCHITECTURE.md`; what it does with Arabic: `specs/ar/`.

mod amount;
mod chain;
mod entity;
mod event;
mod inspect;
mod knowledge;
mod language;
mod lexicon;
mod reading;
mod record;
mod report;
mod span;
mod speaker;
mod statement;
mod text;
mod time;
mod view;
mod writing;

pub use amount::Amount;
pub use inspect::{TokenKind, TokenView, inspect};
pub use knowledge::{Knowledge, KnowledgeError, KnownEntity, KnownPosition};
pub use reading::{read, read_with, segment_word};
pub use record::{
    Access, Act, Addressee, Channel, Count, Cue, Entity, EntityKind, Event, EventNumber, EventType,
    Form, HeldOffice, Location, Names, NumberKind, Participant, Record, ReportInfo, Sector, Source,
    SourceType, Span, Stance, Statement, Status, TimeExpression, TimeModifier, TimeType, When,
};
pub use report::{Metadata, Report};
