//! The program as it is called: every command, every error and exit code that its help promises. What the
//! reader finds in a report is tested elsewhere; here only that it goes in and comes out.

mod bad_input;
mod entities;
mod eval;
mod harness;
mod other_commands;
mod read;
mod running;
mod tokens;
