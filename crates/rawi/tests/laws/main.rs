//! The laws that every record keeps, whatever the text: `ARCHITECTURE.md`, "What must always hold".
//! [`law::check`] states them; here they are held against the samples, against any text at all, and against
//! the news corpus where there is one; and the cost of a reading against the length of its text.

mod any_text;
mod corpus;
mod cost;
mod law;
mod samples;
