//! The program `rawi`. Takes: arguments, files, standard input. Gives: records on standard output,
//! everything else on standard error. Relies on: the crates beside it for all that is known of reports;
//! here is only what a command line needs.
//!
//! Exit codes: 0 all went well; 1 something could not be read or done; 2 wrong usage; 130 interrupted.

mod cli;
mod eval;
mod ladder;
mod pipeline;
mod progress;
mod read;
mod tokens;
mod visible;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::cli::{Cli, Command};

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Read(args) => read::run(args),
        Command::Tokens(args) => tokens::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Schema => schema(),
        Command::Completions { shell } => completions(shell),
        Command::Man { command } => man(command.as_deref()),
    };
    match done {
        Ok(code) => code,
        // Whoever reads our output has enough of it, as `head` does; that is no fault.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => match error.downcast::<clap::Error>() {
            Ok(usage) => usage.exit(),
            Err(error) => {
                let said = visible::visible(&format!("{error:#}")).into_owned();
                writeln!(io::stderr(), "rawi: {said}").ok();
                ExitCode::FAILURE
            }
        },
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
    })
}

fn schema() -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    let schema = schemars::schema_for!(rawi::Record);
    serde_json::to_writer_pretty(&mut out, &schema).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(ExitCode::SUCCESS)
}

fn completions(shell: clap_complete::Shell) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "rawi", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}

fn man(command: Option<&str>) -> anyhow::Result<ExitCode> {
    let mut root = Cli::command();
    root.build();
    let page = match command {
        None => clap_mangen::Man::new(root),
        Some(name) => {
            let found = root.find_subcommand(name).cloned().ok_or_else(|| {
                let names: Vec<&str> = root
                    .get_subcommands()
                    .map(clap::Command::get_name)
                    .collect();
                cli::usage(
                    "man",
                    format!("no command `{name}`; there are {}", names.join(", ")),
                )
            })?;
            clap_mangen::Man::new(found)
        }
    };
    let mut text = Vec::new();
    page.render(&mut text)?;
    io::stdout().lock().write_all(&text)?;
    Ok(ExitCode::SUCCESS)
}
