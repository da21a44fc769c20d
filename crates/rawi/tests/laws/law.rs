//! What must hold of every record of every text.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rawi::{Record, Report, Span, TokenKind, inspect, read};

/// Letters that may stand before a word or behind it without being part of it.
const LONGEST_CLITICS: usize = 4;

/// Reads the report and tells the first law that its record breaks.
pub(crate) fn check(report: &Report) -> Result<Record, String> {
    let record = read(report);
    let text = Text::of(report);
    if record.report.length as usize != text.chars.len() {
        return Err(format!(
            "{} code points counted, {} there",
            record.report.length,
            text.chars.len()
        ));
    }
    for span in spans(&record) {
        text.check(&span)?;
    }
    check_ids(&record)?;
    for one in &record.statements {
        if one.content.is_empty() {
            return Err(format!("{} says nothing", one.id));
        }
        if !one.content.windows(2).all(|w| w[0].end <= w[1].start) {
            return Err(format!("the pieces of {} are out of order", one.id));
        }
        if one.source.mention.is_some() && one.source.name.is_none() {
            return Err(format!("{} has a source without a name", one.id));
        }
    }
    check_chains(&record)?;
    if read(report) != record {
        return Err("read again, the record is another".to_owned());
    }
    Ok(record)
}

/// Every span of a record.
fn spans(record: &Record) -> Vec<Span> {
    let statements = record.statements.iter().flat_map(|s| {
        let cue = s.cue.as_ref().map(|c| Span {
            start: c.start,
            end: c.end,
            text: c.text.clone(),
        });
        cue.into_iter()
            .chain(s.source.mention.clone())
            .chain(s.content.iter().cloned())
            .chain(s.addressees.iter().map(|a| a.mention.clone()))
    });
    let events = record.events.iter().flat_map(|e| {
        let parts = e.actors.iter().chain(&e.recipients);
        std::iter::once(e.trigger.clone())
            .chain(parts.filter_map(|p| p.mention.clone()))
            .chain(e.place.clone())
            .chain(e.when.iter().chain(&e.duration).map(|w| Span {
                start: w.start,
                end: w.end,
                text: w.text.clone(),
            }))
            .chain(e.numbers.iter().map(|n| Span {
                start: n.start,
                end: n.end,
                text: n.text.clone(),
            }))
    });
    let times = record.times.iter().map(|t| Span {
        start: t.start,
        end: t.end,
        text: t.text.clone(),
    });
    statements
        .chain(times)
        .chain(events)
        .chain(record.entities.iter().flat_map(|e| e.mentions.clone()))
        .collect()
}

/// A text by its code points, and where its words begin and end.
struct Text {
    chars: Vec<char>,
    /// Where each word stands that holds a code point: its first and the one past its last.
    word_at: HashMap<u32, Range<u32>>,
}

impl Text {
    fn of(report: &Report) -> Self {
        let mut word_at = HashMap::new();
        for token in inspect(report) {
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                for place in token.span.start..token.span.end {
                    word_at.insert(place, token.span.start..token.span.end);
                }
            }
        }
        Self {
            chars: report.text().chars().collect(),
            word_at,
        }
    }

    /// The words are exactly those of the text there, and no word is cut but at its clitics.
    fn check(&self, span: &Span) -> Result<(), String> {
        let there: Option<String> = self
            .chars
            .get(span.start as usize..span.end as usize)
            .map(|chars| chars.iter().collect());
        if there.as_deref() != Some(span.text.as_str()) {
            return Err(format!("{span:?} stands over {there:?}"));
        }
        if span.text.is_empty() || span.text.trim() != span.text {
            return Err(format!("{span:?} is empty or begins or ends with a blank"));
        }
        let cut = |from: u32, to: u32| {
            let letters: String = self.chars[from as usize..to as usize].iter().collect();
            letters.chars().filter(|c| c.is_alphabetic()).count()
        };
        if let Some(word) = self.word_at.get(&span.start)
            && word.start < span.start
            && cut(word.start, span.start) > LONGEST_CLITICS
        {
            return Err(format!("{span:?} begins inside a word"));
        }
        if let Some(word) = self.word_at.get(&(span.end - 1))
            && span.end < word.end
            && cut(span.end, word.end) > LONGEST_CLITICS
        {
            return Err(format!("{span:?} ends inside a word"));
        }
        Ok(())
    }
}

/// Ids are counted from 1 and each is there once; whatever is named by its id is there.
fn check_ids(record: &Record) -> Result<(), String> {
    for (n, one) in (1..).zip(&record.statements) {
        if one.id != format!("s{n}") {
            return Err(format!("statement {n} is called {}", one.id));
        }
    }
    for (n, one) in (1..).zip(&record.entities) {
        if one.id != format!("e{n}") {
            return Err(format!("entity {n} is called {}", one.id));
        }
        if one.mentions.is_empty() {
            return Err(format!("{} is mentioned nowhere", one.id));
        }
    }
    let entities: HashSet<&str> = record.entities.iter().map(|e| e.id.as_str()).collect();
    for one in &record.statements {
        let named = one.addressees.iter().filter_map(|a| a.entity.as_ref());
        for entity in named.chain(&one.source.entity) {
            if !entities.contains(entity.as_str()) {
                return Err(format!("{}: {entity} is nobody's id", one.id));
            }
        }
    }
    check_event_ids(record, &entities)
}

/// The same of events: who takes part, on whose word, and when by one of the report's times.
fn check_event_ids(record: &Record, entities: &HashSet<&str>) -> Result<(), String> {
    let statements: HashSet<&str> = record.statements.iter().map(|s| s.id.as_str()).collect();
    for (n, one) in (1..).zip(&record.events) {
        if one.id != format!("v{n}") {
            return Err(format!("event {n} is called {}", one.id));
        }
        for part in one.actors.iter().chain(&one.recipients) {
            if part.mention.is_none() && part.name.is_none() {
                return Err(format!("somebody in {} has neither words nor name", one.id));
            }
            if let Some(entity) = part.entity.as_deref().filter(|e| !entities.contains(e)) {
                return Err(format!("{}: {entity} is nobody's id", one.id));
            }
        }
        if let Some(word) = one
            .on_word_of
            .as_deref()
            .filter(|s| !statements.contains(s))
        {
            return Err(format!("{}: {word} is no statement's id", one.id));
        }
        for when in one.when.iter().chain(&one.duration) {
            let told = |t: &rawi::TimeExpression| t.start == when.start && t.end == when.end;
            if !record.times.iter().any(told) {
                return Err(format!("{}: {} is none of the times", one.id, when.text));
            }
        }
    }
    let starts: Vec<u32> = record.events.iter().map(|e| e.trigger.start).collect();
    if !starts.is_sorted() {
        return Err("events are out of order".to_owned());
    }
    Ok(())
}

/// Every chain ends at the report.
fn check_chains(record: &Record) -> Result<(), String> {
    let parents: HashMap<&str, Option<&str>> = record
        .statements
        .iter()
        .map(|s| (s.id.as_str(), s.on_word_of.as_deref()))
        .collect();
    let mut ends: HashSet<&str> = HashSet::new();
    for one in &record.statements {
        let mut passed = Vec::new();
        let mut at = Some(one.id.as_str());
        while let Some(id) = at.filter(|id| !ends.contains(id)) {
            if passed.contains(&id) {
                return Err(format!("the chain of {} has a loop", one.id));
            }
            passed.push(id);
            at = *parents
                .get(id)
                .ok_or_else(|| format!("{}: {id} is nobody's id", one.id))?;
        }
        ends.extend(passed);
    }
    Ok(())
}
