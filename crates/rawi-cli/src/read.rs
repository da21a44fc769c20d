//! Takes: `rawi read` and its arguments. Gives: the records, in the format asked for, in input order.
//! Relies on: `rawi_intake` for reports, `rawi::read` for records, [`pipeline`] for the order.

use std::any::Any;
use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use crossbeam_channel::{Receiver, TryRecvError, bounded, never, select_biased};
use rawi::{Knowledge, Metadata, Record, Report};
use rawi_export::csv::Rows;
use rawi_export::{brat, csv};
use rawi_intake::{Intake, IntakeError, STDIN};
use rustc_hash::FxHashSet;

use crate::cli::{self, Format, ReadArgs};
use crate::ladder::{self, Look};
use crate::pipeline;
use crate::progress::Progress;

/// The exit code of a program that was interrupted (128 + SIGINT).
const INTERRUPTED: u8 = 130;

/// A report read: its record as it will be printed, or why there is none.
type Outcome = Result<Rendered, String>;

struct Rendered {
    key: String,
    statements: usize,
    printed: Vec<u8>,
    /// The report's text, where it is to be written beside the annotations.
    text: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// Wrong usage, and what keeps the output from being written; reports that cannot be read are told and
/// show in the exit code only.
pub(crate) fn run(args: ReadArgs) -> anyhow::Result<ExitCode> {
    check_usage(&args)?;
    let paths = inputs(args.paths.clone())?;
    let given = Metadata {
        key: None,
        outlet: args.outlet.clone(),
        url: args.url.clone(),
        title: args.title.clone(),
        published: args.published.clone(),
    };
    let for_one = given != Metadata::default();
    let mut intake = Intake::new(paths.clone()).with_metadata(given);
    let mut progress = Progress::new(intake.bytes_taken(), rawi_intake::total_bytes(&paths));

    let first = intake.next();
    let holds_many = |path: &PathBuf| path.is_dir() || rawi_intake::is_jsonl(path);
    let many = paths.len() > 1 || paths.iter().any(holds_many) || intake.in_json_lines();
    let mut ahead: Vec<_> = first.into_iter().collect();
    let one_at_most = for_one || (args.format == Format::Brat && args.output.is_none());
    if many && one_at_most {
        ahead.extend(intake.next());
        if ahead.len() > 1 {
            let why = if for_one {
                "--outlet, --published, --url and --title are for one report, but there are several; \
                 put what is known of each into a .jsonl file"
            } else {
                "brat annotations of several reports cannot share standard output; give --output DIR, and \
                 each report gets its own KEY.ann and KEY.txt there"
            };
            return Err(cli::usage("read", why));
        }
    }

    let mut sink = Sink::new(args.format, many, args.output.as_deref())?;
    let render = renderer(&args);
    let mut own = Knowledge::default();
    for path in &args.entities {
        own.extend(rawi_intake::read_entities(path)?);
    }
    let work = move |item: Result<Report, IntakeError>| -> Outcome {
        let report = item.map_err(|error| error.to_string())?;
        Ok(render(&report, read_safely_with(&report, &own)?))
    };
    let interrupt = interrupts();
    let results = pipeline::in_order(ahead.into_iter().chain(intake), cli::jobs(args.jobs), work);
    let interrupted = loop {
        match next(&results, &interrupt, &mut sink)? {
            Next::Done(Ok(rendered)) => {
                progress.read(rendered.statements);
                sink.put(rendered)?;
            }
            Next::Done(Err(why)) => {
                // On a terminal the records before it come before it.
                sink.flush()?;
                progress.failed(&why);
            }
            Next::End => break false,
            Next::Interrupted => break true,
        }
    };
    sink.finish()?;
    if interrupted {
        progress.tell("interrupted; what was read until then is complete");
    }
    let failures = progress.finish();
    Ok(match (interrupted, failures) {
        (true, _) => ExitCode::from(INTERRUPTED),
        (false, 0) => ExitCode::SUCCESS,
        (false, _) => ExitCode::FAILURE,
    })
}

/// Reads a report; a reader that panics, which it never should, costs that report only.
pub(crate) fn read_safely(report: &Report) -> Result<Record, String> {
    read_safely_with(report, &Knowledge::default())
}

fn read_safely_with(report: &Report, own: &Knowledge) -> Result<Record, String> {
    catch_unwind(AssertUnwindSafe(|| rawi::read_with(report, own))).map_err(|panic| {
        let key = report.metadata().key.as_deref().unwrap_or("report");
        let said = panic_message(panic.as_ref());
        format!("{key}: the reader broke down ({said}); this is a fault of rawi: please report it")
    })
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}

fn check_usage(args: &ReadArgs) -> anyhow::Result<()> {
    let fits = |formats: &[Format]| formats.contains(&args.format);
    let wrong = if args.with_text && !fits(&[Format::Json, Format::Jsonl]) {
        "--with-text goes with --format json and --format jsonl"
    } else if args.width.is_some() && !fits(&[Format::Text]) {
        "--width goes with --format text"
    } else if args.output.is_some() && !fits(&[Format::Brat]) {
        "--output goes with --format brat; write the others to a file with > FILE"
    } else if args
        .paths
        .iter()
        .filter(|path| path.as_os_str() == STDIN)
        .count()
        > 1
    {
        "standard input (-) can be read once only"
    } else {
        return Ok(());
    };
    Err(cli::usage("read", wrong))
}

/// The inputs named, or standard input where none is and somebody else writes to it.
pub(crate) fn inputs(paths: Vec<PathBuf>) -> anyhow::Result<Vec<PathBuf>> {
    if !paths.is_empty() {
        return Ok(paths);
    }
    if io::stdin().is_terminal() {
        let why = "nothing to read: name a file or a folder, or give - to type or paste a report";
        return Err(cli::usage("read", why));
    }
    Ok(vec![PathBuf::from(STDIN)])
}

/// What turns a record into what is printed of it; it runs on the threads that read.
fn renderer(args: &ReadArgs) -> impl Fn(&Report, Record) -> Rendered + Send + Sync + 'static {
    let (format, with_text) = (args.format, args.with_text);
    let to_folder = args.output.is_some();
    let look = look(args.width);
    move |report, mut record| {
        if with_text {
            record.text = Some(report.text().to_owned());
        }
        let printed = match format {
            Format::Text => ladder::draw(&record, look).into_bytes(),
            Format::Json => json(serde_json::to_vec_pretty(&record)),
            Format::Jsonl => json(serde_json::to_vec(&record)),
            Format::Csv => rows(&record, Rows::Statements),
            Format::CsvEvents => rows(&record, Rows::Events),
            Format::Brat => brat::to_string(&record).into_bytes(),
        };
        Rendered {
            statements: record.statements.len(),
            key: record.report.key.unwrap_or(record.report.id),
            printed,
            text: to_folder.then(|| report.text().to_owned()),
        }
    }
}

fn json(written: serde_json::Result<Vec<u8>>) -> Vec<u8> {
    written.expect("a record has string keys only and is written to memory")
}

fn rows(record: &Record, rows: Rows) -> Vec<u8> {
    let mut table = csv::Table::rows_only(Vec::new(), rows);
    let written = table.add(record).and_then(|()| table.finish());
    written.expect("rows are written to memory")
}

fn look(shorten: Option<u16>) -> Look {
    let out = io::stdout();
    let wrap = if out.is_terminal() {
        terminal_size::terminal_size_of(&out).map(|(width, _)| usize::from(width.0).max(40))
    } else {
        None
    };
    Look {
        // Looks at the terminal, NO_COLOR and CLICOLOR_FORCE.
        colour: anstream::AutoStream::choice(&out) != anstream::ColorChoice::Never,
        wrap,
        shorten: shorten.map(usize::from),
    }
}

/// Gives something once the program is interrupted from the keyboard. A second interrupt ends it at once.
fn interrupts() -> Receiver<()> {
    let (tell, told) = bounded(1);
    let handler = move || {
        if tell.try_send(()).is_err() {
            std::process::exit(i32::from(INTERRUPTED));
        }
    };
    // Without a handler the program is still interrupted, only less tidily.
    if ctrlc::set_handler(handler).is_ok() {
        told
    } else {
        never()
    }
}

enum Next {
    Done(Outcome),
    End,
    Interrupted,
}

/// Waits for the next result; where it must wait, what is written so far goes out first.
fn next(
    results: &Receiver<Receiver<Outcome>>,
    interrupt: &Receiver<()>,
    sink: &mut Sink<'_>,
) -> io::Result<Next> {
    match wait(results, interrupt, sink)? {
        Wait::Got(result) => Ok(match wait(&result, interrupt, sink)? {
            Wait::Got(outcome) => Next::Done(outcome),
            Wait::Ended => Next::Done(Err(
                "a report was lost on the way; this is a fault of rawi".to_owned()
            )),
            Wait::Interrupted => Next::Interrupted,
        }),
        Wait::Ended => Ok(Next::End),
        Wait::Interrupted => Ok(Next::Interrupted),
    }
}

enum Wait<T> {
    Got(T),
    Ended,
    Interrupted,
}

fn wait<T>(
    from: &Receiver<T>,
    interrupt: &Receiver<()>,
    sink: &mut Sink<'_>,
) -> io::Result<Wait<T>> {
    if interrupt.try_recv().is_ok() {
        return Ok(Wait::Interrupted);
    }
    match from.try_recv() {
        Ok(got) => return Ok(Wait::Got(got)),
        Err(TryRecvError::Disconnected) => return Ok(Wait::Ended),
        Err(TryRecvError::Empty) => sink.flush()?,
    }
    Ok(select_biased! {
        recv(interrupt) -> _ => Wait::Interrupted,
        recv(from) -> got => got.map_or(Wait::Ended, Wait::Got),
    })
}

/// Where records go: standard output, or a folder.
struct Sink<'a> {
    out: BufWriter<io::StdoutLock<'static>>,
    format: Format,
    /// JSON is written as an array.
    many: bool,
    folder: Option<Folder<'a>>,
    written: u64,
}

impl<'a> Sink<'a> {
    fn new(format: Format, many: bool, folder: Option<&'a Path>) -> anyhow::Result<Self> {
        let out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
        let folder = folder.map(Folder::new).transpose()?;
        let mut sink = Self {
            out,
            format,
            many,
            folder,
            written: 0,
        };
        let rows = match format {
            Format::Csv => Some(Rows::Statements),
            Format::CsvEvents => Some(Rows::Events),
            _ => None,
        };
        if let Some(rows) = rows {
            let header = csv::Table::of(Vec::new(), rows).finish()?;
            sink.out.write_all(&header)?;
        }
        Ok(sink)
    }

    fn put(&mut self, rendered: Rendered) -> anyhow::Result<()> {
        if let Some(folder) = &mut self.folder {
            return folder.put(&rendered);
        }
        let (before, after): (&str, &str) = match (self.format, self.written) {
            (Format::Json, 0) if self.many => ("[\n", ""),
            (Format::Json, _) if self.many => (",\n", ""),
            (Format::Json | Format::Jsonl, _) => ("", "\n"),
            (Format::Text, n) if n > 0 => ("\n", ""),
            _ => ("", ""),
        };
        self.written += 1;
        self.out.write_all(before.as_bytes())?;
        self.out.write_all(&rendered.printed)?;
        self.out.write_all(after.as_bytes())?;
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn finish(mut self) -> io::Result<()> {
        if self.format == Format::Json && self.many {
            self.out
                .write_all(if self.written == 0 { b"[]\n" } else { b"\n]\n" })?;
        }
        self.out.flush()
    }
}

/// A folder of annotations.
struct Folder<'a> {
    path: &'a Path,
    names: FxHashSet<String>,
}

impl<'a> Folder<'a> {
    fn new(path: &'a Path) -> anyhow::Result<Self> {
        fs::create_dir_all(path)
            .with_context(|| format!("{}: the folder cannot be made", path.display()))?;
        Ok(Self {
            path,
            names: FxHashSet::default(),
        })
    }

    fn put(&mut self, rendered: &Rendered) -> anyhow::Result<()> {
        let name = self.name_for(&rendered.key);
        let text = rendered.text.as_deref().unwrap_or_default();
        let files = [
            ("ann", rendered.printed.as_slice()),
            ("txt", text.as_bytes()),
        ];
        for (ending, bytes) in files {
            let path = self.path.join(format!("{name}.{ending}"));
            fs::write(&path, bytes)
                .with_context(|| format!("{}: cannot be written", path.display()))?;
        }
        Ok(())
    }

    /// A file name for a key, no two alike. A key comes from the input and may be anything: what could
    /// lead out of the folder, or name something special, is replaced.
    fn name_for(&mut self, key: &str) -> String {
        let key = key.strip_suffix(".txt").unwrap_or(key);
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let name: String = key
            .chars()
            .map(|c| if plain(c) { c } else { '_' })
            .collect();
        // File systems take 255 bytes; this leaves room for a number and the ending.
        let fits = |(at, c): &(usize, char)| at + c.len_utf8() <= 200;
        let mut name: String = name
            .trim_matches(['.', '_'])
            .char_indices()
            .take_while(fits)
            .map(|(_, c)| c)
            .collect();
        if name.is_empty() {
            "report".clone_into(&mut name);
        }
        let mut unused = name.clone();
        let mut n = 1;
        while !self.names.insert(unused.to_lowercase()) {
            n += 1;
            unused = format!("{name}-{n}");
        }
        unused
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Folder, FxHashSet};

    #[test]
    fn a_key_makes_a_harmless_file_name_of_its_own() {
        let mut folder = Folder {
            path: Path::new("x"),
            names: FxHashSet::default(),
        };
        assert_eq!(folder.name_for("news/call.txt"), "news_call");
        assert_eq!(folder.name_for("../../etc/passwd"), "etc_passwd");
        assert_eq!(folder.name_for("news:call"), "news_call-2");
        assert_eq!(folder.name_for("NEWS_call"), "NEWS_call-3");
        assert_eq!(folder.name_for(".."), "report");
        assert_eq!(folder.name_for("خبر عاجل"), "خبر_عاجل");
        assert!(folder.name_for(&"ك".repeat(300)).len() <= 200);
    }
}
