//! What a reading costs grows with the length of its text and no faster, also where the text is made to hurt.

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

/// The least of several measurements: other work on the machine only ever adds.
fn time(text: &str) -> Duration {
    let report = Report::new(text, Metadata::default());
    (0..3)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(read(&report));
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

#[test]
fn a_reading_costs_as_much_as_its_text_is_long() {
    const SHORT: usize = 16_000;
    const TIMES: usize = 8;
    /// Eight times the text may cost this many times as much; what grows with the square costs 64 times.
    const MOST: u32 = 24;
    /// Less than this is too little to measure, and no fault at 128 kB.
    const NOTHING: Duration = Duration::from_millis(60);
    // The lexicon is compiled at the first reading.
    time("قال");
    for (what, words) in HOSTILE {
        let times = SHORT / words.len();
        let (short, long) = (words.repeat(times), words.repeat(times * TIMES));
        let grows = || {
            let (short, long) = (time(&short), time(&long));
            (long > NOTHING && long > short * MOST).then_some((short, long))
        };
        // A slow moment of the machine does not come three times.
        if let (Some(_), Some(_), Some((short, long))) = (grows(), grows(), grows()) {
            panic!("{what}: {short:?} for a text, {long:?} for one {TIMES} times as long");
        }
    }
}
