//! What a reading costs grows with the length of its text and no faster, also where the text is made to hurt.

use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use rawi::{Metadata, Report, read};

/// Texts that an unbounded look-ahead or look-behind would run through again and again.
const HOSTILE: &[(&str, &str)] = &[
    ("one saying in another", "قال المتحدث إن "),
    ("according to according to", "بحسب المصدر "),
    ("a chain of genitives", "وزير "),
    ("quotations that never close", "وقال: «نعم "),
    ("closing marks alone", "» "),
    ("marks that open and close alike", "\" نعم "),
    ("brackets", "( "),
    ("participles with nothing before", "مشيرا إلى أن "),
    ("one name after the other", "محمد "),
    ("and and and", "ووو "),
    ("commas", "، "),
    ("relative clauses", "الذي التقى الوزير الذي "),
    ("line ends", "قال\n"),
    ("no blanks at all", "قال"),
    (
        "sentences",
        "قال الوزير محمد خالد إن الطريق مفتوح. وأضاف: «لن نغلقه». ",
    ),
];

/// How long this thread has been at work: its time on a processor where the system tells it (Linux), which
/// other work on the machine does not lengthen; else the time of day.
fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|told| told.split(' ').next()?.parse().ok())
        .map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// What it costs to read the text so many times: the least of several measurements, since other work on the
/// machine only ever adds.
fn cost(text: &str, times: usize) -> Duration {
    let report = Report::new(text, Metadata::default());
    let measured = (0..3).map(|_| {
        let start = clock();
        for _ in 0..times {
            std::hint::black_box(read(&report));
        }
        clock().saturating_sub(start)
    });
    measured.min().unwrap_or_default()
}

#[test]
fn a_reading_costs_as_much_as_its_text_is_long() {
    const SHORT: usize = 16_000;
    const TIMES: usize = 8;
    /// One text eight times as long may cost this many times as much as the short one read eight times: as
    /// much, but for caches. What grows with the square costs eight times as much.
    const MOST: u32 = 3;
    /// Less than this is too little to measure, and no fault at 128 kB.
    const NOTHING: Duration = Duration::from_millis(60);
    // The lexicon is compiled at the first reading.
    cost("قال", 1);
    for (what, words) in HOSTILE {
        let repeated = SHORT / words.len();
        let (short, long) = (words.repeat(repeated), words.repeat(repeated * TIMES));
        let grows = || {
            let (short, long) = (cost(&short, TIMES), cost(&long, 1));
            (long > NOTHING && long > short * MOST).then_some((short, long))
        };
        // A slow moment of the machine does not come twice.
        if let (Some(_), Some((short, long))) = (grows(), grows()) {
            panic!("{what}: {short:?} for {TIMES} texts, {long:?} for one {TIMES} times as long");
        }
    }
}
