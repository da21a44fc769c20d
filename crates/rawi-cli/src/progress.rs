//! Takes: what happens during a run. Gives: what whoever waits should know, on standard error: failures
//! at once, a bar on a terminal, else now and then a line. Relies on: standard output being left alone.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::visible::visible;

/// Fewer reports than this are read before anybody wonders.
const HANDFUL: u64 = 6;
/// How often a line is written where there is no terminal; shorter runs write none.
const EVERY: Duration = Duration::from_secs(5);
/// How many failures are listed once more at the end.
const LISTED: usize = 1000;

/// What is told of one run.
pub(crate) struct Progress {
    show: Show,
    taken: Arc<AtomicU64>,
    total: Option<u64>,
    started: Instant,
    last_line: Instant,
    reports: u64,
    statements: u64,
    failures: Vec<String>,
    more_failures: u64,
}

enum Show {
    Bar(Option<ProgressBar>),
    Lines,
    Nothing,
}

impl Progress {
    /// `taken` bytes of a `total`, if it is known, have been taken in.
    pub(crate) fn new(taken: Arc<AtomicU64>, total: Option<u64>) -> Self {
        let now = Instant::now();
        let show = if !io::stderr().is_terminal() {
            Show::Lines
        } else if io::stdout().is_terminal() {
            // The records themselves go by.
            Show::Nothing
        } else {
            Show::Bar(None)
        };
        Self {
            show,
            taken,
            total,
            started: now,
            last_line: now,
            reports: 0,
            statements: 0,
            failures: Vec::new(),
            more_failures: 0,
        }
    }

    /// One report has been read and had so many statements.
    pub(crate) fn read(&mut self, statements: usize) {
        self.reports += 1;
        self.statements += statements as u64;
        let taken = self.taken.load(Ordering::Relaxed);
        let counts = self.counts();
        match &mut self.show {
            Show::Bar(bar) => {
                if bar.is_none() && self.reports >= HANDFUL {
                    *bar = Some(new_bar(self.total));
                }
                if let Some(bar) = bar {
                    bar.set_message(counts);
                    bar.set_position(taken);
                }
            }
            Show::Lines if self.last_line.elapsed() >= EVERY => {
                self.last_line = Instant::now();
                let share = self
                    .total
                    .filter(|&total| total > 0)
                    .map(|total| format!(", {} % of the input", taken.min(total) * 100 / total));
                let seconds = self.started.elapsed().as_secs();
                let share = share.unwrap_or_default();
                self.tell(&format!("{counts} after {seconds} s{share}"));
            }
            Show::Lines | Show::Nothing => {}
        }
    }

    /// Something could not be read: tells it at once and keeps it for the end.
    pub(crate) fn failed(&mut self, why: &str) {
        let why = visible(why).into_owned();
        self.tell(&why);
        if self.failures.len() < LISTED {
            self.failures.push(why);
        } else {
            self.more_failures += 1;
        }
    }

    /// Lists the failures once more, where something else was told in between; gives how many there were.
    pub(crate) fn finish(mut self) -> u64 {
        if let Show::Bar(Some(bar)) = &self.show {
            bar.finish_and_clear();
            let seconds = self.started.elapsed().as_secs_f64();
            self.tell(&format!("{} in {seconds:.1} s", self.counts()));
        }
        self.show = Show::Nothing;
        let failures = self.failures.len() as u64 + self.more_failures;
        if failures > 1 || (failures == 1 && self.reports > 0) {
            let all = failures + self.reports;
            let [failed, all] = [failures, all].map(grouped);
            self.tell(&format!("{failed} of {all} could not be read:"));
            let mut err = io::stderr().lock();
            for why in &self.failures {
                writeln!(err, "  {why}").ok();
            }
            if self.more_failures > 0 {
                writeln!(err, "  and {} more, told above", self.more_failures).ok();
            }
        }
        failures
    }

    /// Writes one line to standard error, past the bar if there is one.
    pub(crate) fn tell(&self, line: &str) {
        let write = || {
            writeln!(io::stderr(), "rawi: {line}").ok();
        };
        match &self.show {
            Show::Bar(Some(bar)) => bar.suspend(write),
            _ => write(),
        }
    }

    fn counts(&self) -> String {
        let plural =
            |n: u64, one: &str| format!("{} {one}{}", grouped(n), if n == 1 { "" } else { "s" });
        format!(
            "{}, {}",
            plural(self.reports, "report"),
            plural(self.statements, "statement")
        )
    }
}

fn new_bar(total: Option<u64>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => (
            ProgressBar::new(total),
            "{wide_bar} {bytes} of {total_bytes}, {msg}, {eta} left",
        ),
        None => (
            ProgressBar::no_length(),
            "{spinner} {bytes}, {msg}, {elapsed}",
        ),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// `n` with a comma after every three digits.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(
            [0, 999, 1000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"]
        );
    }
}
