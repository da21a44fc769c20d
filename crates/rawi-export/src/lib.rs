//! Takes: a [`rawi::Record`]. Gives: the same in the formats of other tools: [`brat`] standoff, for
//! annotators, and [`csv`], for spreadsheets and statistics. Relies on: the record alone; the report's
//! text is not needed to write, only to read annotations back.
//!
//! ```
//! use rawi::{Metadata, Report};
//! use rawi_export::{brat, csv};
//!
//! let record = rawi::read(&Report::new("قال الوزير إن الطريق مفتوح.", Metadata::default()));
//! let standoff = brat::to_string(&record);
//! let mut table = csv::Table::new(Vec::new());
//! table.add(&record)?;
//! let table = String::from_utf8(table.finish()?)?;
//! assert!(table.starts_with("report.id,report.key,"));
//! # let _ = standoff;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod brat;
pub mod csv;
