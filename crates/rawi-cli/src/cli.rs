//! Takes: nothing. Gives: [`Cli`], what the command line may say, with its help. Relies on: clap.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

/// Reads Arabic news reports and keeps who said what, to whom, on whose word
#[derive(Parser)]
#[command(
    name = "rawi",
    version,
    max_term_width = 100,
    arg_required_else_help = true
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    Read(ReadArgs),
    Tokens(TokensArgs),
    Eval(EvalArgs),
    /// Print the JSON Schema of the record
    Schema,
    /// Print a completion script for a shell
    ///
    /// For bash, for example: rawi completions bash > ~/.local/share/bash-completion/completions/rawi
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page of the program or of one of its commands
    ///
    /// To read it: rawi man read | man -l -
    Man {
        /// The command; the program itself when left out
        command: Option<String>,
    },
}

/// Read reports and print who said what, to whom, on whose word
///
/// Each PATH is a text file (UTF-8, one report), a .jsonl file (one object a line with the field `text`
/// and, where known, id, title, outlet, url, published), a folder (every .txt and .jsonl in it and below
/// it), or - for standard input (a text, or JSON Lines). Records come in input order. What cannot be read
/// is told on standard error and listed at the end; the rest is still read, and the exit code is 1.
#[derive(Args)]
pub(crate) struct ReadArgs {
    /// Files, folders, or - for standard input, which is also read when no PATH is given
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// What to print
    #[arg(long, short, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,

    /// Put the report's text into the record (json and jsonl)
    #[arg(long)]
    pub(crate) with_text: bool,

    /// Shorten what is said to COLUMNS, in the middle (text)
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..))]
    pub(crate) width: Option<u16>,

    /// Look for the entities of FILE too: a table of entities (.toml), or FollowTheMoney JSON lines as
    /// OpenSanctions publishes them (names in Arabic script are found); may be given several times
    #[arg(long, value_name = "FILE")]
    pub(crate) entities: Vec<PathBuf>,

    /// Write KEY.ann and KEY.txt of every report into DIR (brat)
    #[arg(long, short, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,

    /// How many reports to read at the same time [default: one for each core]
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// Who published the report
    #[arg(long, help_heading = "What is known of the report (one report only)")]
    pub(crate) outlet: Option<String>,

    /// When it was published, as an ISO 8601 date or time: 2024-05-01, 2024-05-01T18:30:00+03:00
    #[arg(
        long,
        value_parser = published,
        help_heading = "What is known of the report (one report only)"
    )]
    pub(crate) published: Option<String>,

    /// Where it was published
    #[arg(long, help_heading = "What is known of the report (one report only)")]
    pub(crate) url: Option<String>,

    /// Its title, where the text lacks it: it is put before the text, on a line of its own
    #[arg(long, help_heading = "What is known of the report (one report only)")]
    pub(crate) title: Option<String>,
}

/// What `rawi read` prints.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For eyes: statements as a ladder, each below the one on whose word it comes, then events; a
    /// name in parentheses is whom the words (or no words) resolve to
    Text,
    /// One object for a text, an array of them for archives, folders and several paths
    Json,
    /// One record a line
    Jsonl,
    /// One row a statement, columns named by their path in the record
    Csv,
    /// The same of events: one row an event
    CsvEvents,
    /// brat standoff: one report to standard output, or any number of them with --output
    Brat,
}

/// Show what the reader sees: tokens, clitics, lexicon entries, phrases
///
/// For whoever debugs a rule or edits the lexicon. Inputs are as for `rawi read`.
#[derive(Args)]
pub(crate) struct TokensArgs {
    /// Files, folders, or - for standard input, which is also read when no PATH is given
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// What to print
    #[arg(long, short, value_enum, default_value_t = TokensFormat::Text)]
    pub(crate) format: TokensFormat,
}

/// What `rawi tokens` prints.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TokensFormat {
    /// One token a line: pieces, classes, cues, fixed runs, the noun phrase that would begin there
    Text,
    /// CoNLL-U: words with clitics as multiword tokens, classes in FEATS, the rest in MISC
    Conllu,
}

/// Score the reader against gold annotations
///
/// GOLD is a folder of reports with brat annotations (ID.txt and ID.ann): attributions are scored as found,
/// said and who_said (P, R, F1), and on the found ones source_span, addressee, chain, act, form, source_type
/// and channel. Or it is a .conllu file of Universal Dependencies, or a folder that holds one: clitic
/// segmentation is scored as the share of words that are split as they are there.
#[derive(Args)]
pub(crate) struct EvalArgs {
    /// A folder with .ann and .txt files, a .conllu file, or a folder that holds one
    #[arg(value_name = "GOLD")]
    pub(crate) gold: PathBuf,

    /// Score the records DIR/ID.json instead of reading the reports
    #[arg(long, value_name = "DIR")]
    pub(crate) pred: Option<PathBuf>,

    /// List what was missed (-), invented (+), or found with other words or speaker (~)
    #[arg(long)]
    pub(crate) misses: bool,

    /// Print the figures as JSON
    #[arg(long)]
    pub(crate) json: bool,

    /// Exit with 1 when a figure is below VALUE, as in --floor who_said=0.6 (F1 where there is one)
    #[arg(long = "floor", value_name = "NAME=VALUE", value_parser = floor)]
    pub(crate) floors: Vec<(String, f64)>,

    /// How many reports to read at the same time [default: one for each core]
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
}

/// A date, or a date and a time after it. What comes after the date is kept as it is.
fn published(argument: &str) -> Result<String, String> {
    let (date, time) = argument.split_at_checked(10).unwrap_or((argument, ""));
    let numbers: Vec<u16> = date
        .split('-')
        .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        .filter_map(|part| part.parse().ok())
        .collect();
    let is_date = matches!(numbers[..], [_, 1..=12, 1..=31]) && date.len() == 10;
    if is_date && (time.is_empty() || time.starts_with(['T', ' '])) {
        Ok(argument.to_owned())
    } else {
        Err(
            "it must be a date as in 2024-05-01, or a date and time as in 2024-05-01T18:30"
                .to_owned(),
        )
    }
}

fn floor(argument: &str) -> Result<(String, f64), String> {
    let (name, value) = argument.split_once('=').ok_or("it must be NAME=VALUE")?;
    let value = value
        .parse()
        .map_err(|_| format!("`{value}` is no number"))?;
    Ok((name.to_owned(), value))
}

/// The number of jobs asked for, or one for each core.
pub(crate) fn jobs(asked: Option<NonZeroUsize>) -> usize {
    asked
        .or_else(|| std::thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get)
}

/// An error of usage that shows only after the arguments are parsed; the program ends with exit code 2.
pub(crate) fn usage(command: &str, message: impl std::fmt::Display) -> anyhow::Error {
    let mut root = Cli::command();
    root.build();
    let command = root
        .find_subcommand_mut(command)
        .expect("the command that is running");
    command.error(ErrorKind::ArgumentConflict, message).into()
}
