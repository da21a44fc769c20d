//! Takes: the attributions of one report as gold has them and as they were read. Gives: how far they agree,
//! by the definitions in the help of `rawi eval`. Relies on: offsets in code points of the same text.
//!
//! Lengths are counted in letters and digits. An attribution is *found* when a read one has its cue (the
//! spans overlap; where one of them has no cue, the sources overlap or both have none) and shares its
//! content (F1 of the letters ≥ 0.5); it is *said* from 0.9 on, and *who_said* from 0.8 on when the speaker
//! is the right one. All reports count together (micro-average).

use std::ops::Range;

use anyhow::Context;
use rawi_export::brat::Attribution;
use rustc_hash::FxHashMap;
use serde_json::Value;

use super::names::{is_letter_or_digit, same_name};

/// An attribution with its labels as words: predictions of other programs may have words of their own.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Labelled {
    id: String,
    cue: Vec<Range<u32>>,
    source: Vec<Range<u32>>,
    addressee: Vec<Range<u32>>,
    content: Vec<Range<u32>>,
    parent: Option<String>,
    speaker: Option<String>,
    form: Option<String>,
    act: Option<String>,
    source_type: Option<String>,
    channel: Option<String>,
}

impl From<Attribution> for Labelled {
    fn from(one: Attribution) -> Self {
        Self {
            id: one.id,
            cue: one.cue,
            source: one.source,
            addressee: one.addressee,
            content: one.content,
            parent: one.on_word_of,
            speaker: one.speaker,
            form: one.form.map(|form| form.to_string()),
            act: one.act.map(|act| act.to_string()),
            source_type: one.source_type.map(|kind| kind.to_string()),
            channel: one.channel.map(|channel| channel.to_string()),
        }
    }
}

/// The statements of a record in JSON, of whatever version or program: what is not there counts as null.
///
/// # Errors
/// A statement without an id, and a span without `start` and `end`.
pub(super) fn of_json(record: &Value) -> anyhow::Result<Vec<Labelled>> {
    let statements = record["statements"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    (1..)
        .zip(statements)
        .map(|(n, one)| of_statement(one).with_context(|| format!("statement {n}")))
        .collect()
}

fn of_statement(one: &Value) -> anyhow::Result<Labelled> {
    let word = |value: &Value| value.as_str().map(str::to_owned);
    let each = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let source = &one["source"];
    let mut addressee = Vec::new();
    for to in each(&one["addressees"]) {
        addressee.extend(span(&to["mention"])?);
    }
    let mut content = Vec::new();
    for piece in each(&one["content"]) {
        content.extend(span(&piece)?);
    }
    Ok(Labelled {
        id: word(&one["id"]).context("has no `id`")?,
        cue: span(&one["cue"])?.into_iter().collect(),
        source: span(&source["mention"])?.into_iter().collect(),
        addressee,
        content,
        parent: word(&one["on_word_of"]),
        speaker: word(&source["name"]),
        form: word(&one["form"]),
        act: word(&one["act"]),
        source_type: word(&source["type"]),
        channel: word(&one["channel"]),
    })
}

fn span(value: &Value) -> anyhow::Result<Option<Range<u32>>> {
    if value.is_null() {
        return Ok(None);
    }
    let offset = |name: &str| -> anyhow::Result<u32> {
        let offset = value[name]
            .as_u64()
            .with_context(|| format!("has a span without `{name}`"))?;
        u32::try_from(offset).with_context(|| format!("has a span with `{name}` {offset}"))
    };
    Ok(Some(offset("start")?..offset("end")?))
}

/// One report compared.
pub(super) struct Compared {
    /// What was counted.
    pub(super) counts: Counts,
    /// What was missed, invented, or found with other words or speaker, if that was wanted.
    pub(super) misses: Vec<String>,
}

/// What is counted; sums over reports are sums of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Attributions in gold.
    pub(super) gold: usize,
    /// Attributions read.
    pub(super) predicted: usize,
    found: usize,
    said: usize,
    who_said: usize,
    source_span: usize,
    chain: usize,
    act: usize,
    form: usize,
    source_type: usize,
    channel: usize,
    addressee_right: usize,
    addressee_gold: usize,
    addressee_predicted: usize,
}

/// The sums over all reports, and the figures that follow from them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scores {
    /// How many reports.
    pub(super) reports: usize,
    /// The sums.
    pub(super) counts: Counts,
}

/// Precision, recall and their harmonic mean; each 0 where it is not defined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Share {
    /// Precision.
    pub(super) p: f64,
    /// Recall.
    pub(super) r: f64,
    /// Their harmonic mean.
    pub(super) f1: f64,
}

impl Share {
    fn of(right: usize, predicted: usize, gold: usize) -> Self {
        let (p, r) = (ratio(right, predicted), ratio(right, gold));
        let f1 = if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        };
        Self { p, r, f1 }
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

impl Scores {
    /// Adds one report.
    pub(super) fn add(&mut self, one: &Counts) {
        self.reports += 1;
        let sum = &mut self.counts;
        sum.gold += one.gold;
        sum.predicted += one.predicted;
        sum.found += one.found;
        sum.said += one.said;
        sum.who_said += one.who_said;
        sum.source_span += one.source_span;
        sum.chain += one.chain;
        sum.act += one.act;
        sum.form += one.form;
        sum.source_type += one.source_type;
        sum.channel += one.channel;
        sum.addressee_right += one.addressee_right;
        sum.addressee_gold += one.addressee_gold;
        sum.addressee_predicted += one.addressee_predicted;
    }

    /// What was found, against all that is in gold and all that was read.
    pub(super) fn detections(&self) -> [(&'static str, Share); 4] {
        let n = &self.counts;
        let of_all = |right| Share::of(right, n.predicted, n.gold);
        [
            ("found", of_all(n.found)),
            ("said", of_all(n.said)),
            ("who_said", of_all(n.who_said)),
            (
                "addressee",
                Share::of(n.addressee_right, n.addressee_predicted, n.addressee_gold),
            ),
        ]
    }

    /// What is right of that which was found.
    pub(super) fn shares(&self) -> [(&'static str, f64); 6] {
        let n = &self.counts;
        let of_found = |right| ratio(right, n.found);
        [
            ("source_span", of_found(n.source_span)),
            ("chain", of_found(n.chain)),
            ("act", of_found(n.act)),
            ("form", of_found(n.form)),
            ("source_type", of_found(n.source_type)),
            ("channel", of_found(n.channel)),
        ]
    }

    /// All figures by name, of the detections their F1.
    pub(super) fn figures(&self) -> impl Iterator<Item = (&'static str, f64)> {
        self.detections()
            .into_iter()
            .map(|(name, share)| (name, share.f1))
            .chain(self.shares())
    }
}

/// Compares one report's gold with what was read.
pub(super) fn compare(
    report: &str,
    text: &str,
    gold: &[Labelled],
    read: &[Labelled],
    list_misses: bool,
) -> Compared {
    let text: Vec<char> = text.chars().collect();
    let pairs = pair_up(&text, gold, read);
    let partner: FxHashMap<&str, &str> = pairs
        .iter()
        .map(|pair| (gold[pair.gold].id.as_str(), read[pair.read].id.as_str()))
        .collect();
    let mut n = Counts {
        gold: gold.len(),
        predicted: read.len(),
        found: pairs.len(),
        ..Counts::default()
    };
    let mut misses = Vec::new();
    for pair in &pairs {
        let (g, p) = (&gold[pair.gold], &read[pair.read]);
        let right_name = same_name(g.speaker.as_deref(), p.speaker.as_deref());
        let who_said = pair.content >= 0.8 && right_name;
        n.said += usize::from(pair.content >= 0.9);
        n.who_said += usize::from(who_said);
        let source = f1(&letters(&text, &g.source), &letters(&text, &p.source));
        n.source_span += usize::from(source >= 0.8);
        n.chain += usize::from(match (g.parent.as_deref(), p.parent.as_deref()) {
            (None, None) => true,
            (Some(of_gold), Some(of_read)) => partner.get(of_gold) == Some(&of_read),
            _ => false,
        });
        n.act += usize::from(g.act == p.act);
        n.form += usize::from(g.form == p.form);
        n.source_type += usize::from(coarse(&g.source_type) == coarse(&p.source_type));
        n.channel += usize::from(g.channel == p.channel);
        let (to_gold, to_read) = (letters(&text, &g.addressee), letters(&text, &p.addressee));
        n.addressee_gold += usize::from(!to_gold.is_empty());
        n.addressee_predicted += usize::from(!to_read.is_empty());
        let addressed = !to_gold.is_empty() && f1(&to_gold, &to_read) >= 0.5;
        n.addressee_right += usize::from(addressed);
        if list_misses && !who_said {
            let name = |one: &Labelled| match &one.speaker {
                Some(name) => format!("'{name}'"),
                None => "none".to_owned(),
            };
            misses.push(format!(
                "~ {report} {} content F1 {:.2}; speaker gold {} got {}",
                g.id,
                pair.content,
                name(g),
                name(p)
            ));
        }
    }
    if list_misses {
        let left_over = |sign: &str, what: &str, all: &[Labelled], of: fn(&Pair) -> usize| {
            let mut paired = vec![false; all.len()];
            pairs.iter().for_each(|pair| paired[of(pair)] = true);
            let alone = all.iter().zip(paired).filter(|(_, paired)| !paired);
            alone
                .map(|(one, _)| format!("{sign} {report} {} {what}: {}", one.id, shown(&text, one)))
                .collect::<Vec<_>>()
        };
        misses.extend(left_over("-", "missed", gold, |pair| pair.gold));
        misses.extend(left_over("+", "invented", read, |pair| pair.read));
    }
    Compared { counts: n, misses }
}

/// A gold attribution and the one read that is paired with it.
struct Pair {
    gold: usize,
    read: usize,
    /// F1 of their contents.
    content: f64,
}

/// Pairs attributions one to one, the best matches first.
fn pair_up(text: &[char], gold: &[Labelled], read: &[Labelled]) -> Vec<Pair> {
    let gold_content: Vec<_> = gold.iter().map(|one| letters(text, &one.content)).collect();
    let read_content: Vec<_> = read.iter().map(|one| letters(text, &one.content)).collect();
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in read.iter().enumerate() {
            let same_cue = if !g.cue.is_empty() && !p.cue.is_empty() {
                overlap(&g.cue, &p.cue)
            } else {
                overlap(&g.source, &p.source) || (g.source.is_empty() && p.source.is_empty())
            };
            if !same_cue {
                continue;
            }
            let content = f1(&gold_content[i], &read_content[j]);
            if content >= 0.5 {
                let name = same_name(g.speaker.as_deref(), p.speaker.as_deref());
                let rank = content + if name { 0.1 } else { 0.0 };
                candidates.push((
                    rank,
                    Pair {
                        gold: i,
                        read: j,
                        content,
                    },
                ));
            }
        }
    }
    // Of equals the later ones go first; it is part of the definition, as pairing is greedy.
    candidates.sort_by(|(a_rank, a), (b_rank, b)| {
        b_rank
            .total_cmp(a_rank)
            .then(b.content.total_cmp(&a.content))
            .then((b.gold, b.read).cmp(&(a.gold, a.read)))
    });
    let (mut gold_taken, mut read_taken) = (vec![false; gold.len()], vec![false; read.len()]);
    let mut pairs = Vec::new();
    for (_, pair) in candidates {
        if !gold_taken[pair.gold] && !read_taken[pair.read] {
            gold_taken[pair.gold] = true;
            read_taken[pair.read] = true;
            pairs.push(pair);
        }
    }
    pairs
}

fn overlap(a: &[Range<u32>], b: &[Range<u32>]) -> bool {
    a.iter()
        .any(|x| b.iter().any(|y| x.start < y.end && y.start < x.end))
}

/// The places of the letters and digits in `spans`, in order, each once.
fn letters(text: &[char], spans: &[Range<u32>]) -> Vec<u32> {
    let counts = |&place: &u32| {
        text.get(place as usize)
            .is_some_and(|&c| is_letter_or_digit(c))
    };
    let mut places: Vec<u32> = spans.iter().cloned().flatten().filter(counts).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// F1 of two sets of places, each in order. Nothing agrees with nothing.
fn f1(a: &[u32], b: &[u32]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return if a.is_empty() && b.is_empty() {
            1.0
        } else {
            0.0
        };
    }
    let shared = a
        .iter()
        .filter(|place| b.binary_search(place).is_ok())
        .count();
    (2 * shared) as f64 / (a.len() + b.len()) as f64
}

/// Role and person count as one.
fn coarse(kind: &Option<String>) -> Option<&str> {
    match kind.as_deref() {
        Some("role") => Some("person"),
        kind => kind,
    }
}

fn shown(text: &[char], one: &Labelled) -> String {
    let words = |span: &Range<u32>| -> String {
        let end = (span.end as usize).min(text.len());
        text.get(span.start as usize..end)
            .unwrap_or_default()
            .iter()
            .collect()
    };
    let spans = one.cue.iter().chain(&one.source).chain(&one.content);
    spans
        .map(words)
        .collect::<Vec<_>>()
        .join(" | ")
        .chars()
        .take(160)
        .collect()
}

#[cfg(test)]
mod tests;
