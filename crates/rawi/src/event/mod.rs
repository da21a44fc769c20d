//! Takes: a [`View`] and the drafts of statements. Gives: the events of a report, in order: what is told as
//! done, planned, threatened or denied, who did it and to whom. Relies on: the tables of events for words and
//! their parts, and on the statements for whose word an event is on.

mod acts;
mod details;
mod fit;
mod lists;
mod roles;
mod sign;
mod status;

use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::number::Quantity;
use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::CueReading;
use crate::lexicon::{Classes, EventEntry, Meaning};
use crate::record::Status;
use crate::speaker::Cast;
use crate::statement::{
    self,
    draft::{Draft, Mention},
};
use crate::time::Expression;
use crate::view::View;

/// An event being read.
#[derive(Debug)]
pub(crate) struct EventDraft<'a> {
    pub(crate) entry: &'a EventEntry,
    /// How its word is one; none for a run of words.
    pub(crate) reading: Option<CueReading>,
    /// Somebody is named, or a kind told, as its entry wants.
    pub(crate) borne: bool,
    /// First and one past the last token of the word that tells it.
    pub(crate) trigger: (usize, usize),
    pub(crate) actors: Vec<Mention>,
    /// The statement whose speaker does it, where it is a saying.
    pub(crate) speaker: Option<usize>,
    pub(crate) recipients: Vec<Mention>,
    pub(crate) status: Status,
    /// The statement whose content holds it.
    pub(crate) on_word_of: Option<usize>,
    /// The place of its expression of time among those of the report.
    pub(crate) when: Option<usize>,
    /// The same of the time that it lasted.
    pub(crate) lasted: Option<usize>,
    pub(crate) place: Option<Mention>,
    pub(crate) numbers: Vec<Quantity>,
}

impl<'a> EventDraft<'a> {
    fn new(entry: &'a EventEntry, trigger: (usize, usize)) -> Self {
        Self {
            entry,
            reading: None,
            borne: true,
            trigger,
            actors: Vec::new(),
            speaker: None,
            recipients: Vec::new(),
            status: Status::Asserted,
            on_word_of: None,
            when: None,
            lasted: None,
            place: None,
            numbers: Vec::new(),
        }
    }
}

/// Who did an event and whom it was done to, with the member of the cast that each means.
#[derive(Debug)]
pub(crate) struct TakingPart {
    pub(crate) actors: Vec<(Mention, usize)>,
    pub(crate) recipients: Vec<(Mention, usize)>,
}

/// Resolves the parts of each event; whoever takes part is of the cast from here on.
pub(crate) fn take_part(
    view: &View<'_>,
    events: &[EventDraft<'_>],
    cast: &mut Cast,
) -> Vec<TakingPart> {
    let mut resolve = |mentions: &[Mention]| {
        let each = mentions.iter().map(|&m| (m, cast.resolve(view, m)));
        each.collect()
    };
    events
        .iter()
        .map(|event| TakingPart {
            actors: resolve(&event.actors),
            recipients: resolve(&event.recipients),
        })
        .collect()
}

/// The events of a report.
pub(crate) fn find<'a>(
    view: &View<'a>,
    drafts: &[Draft],
    times: &[Expression],
) -> Vec<EventDraft<'a>> {
    let mut found = reported(view, drafts, times);
    sayings(view, drafts, &mut found);
    let said = statement::settle_times(view, drafts, times);
    for event in &mut found {
        let saying = event
            .speaker
            .filter(|&s| drafts[s].cue.0 == event.trigger.0);
        event.when = match saying {
            Some(statement) => said[statement],
            None => details::when(view, drafts, event, times),
        };
        if saying.is_none() {
            acts::settle_doer(view, drafts, event);
        }
        for parts in [&mut event.actors, &mut event.recipients] {
            let each = parts
                .iter()
                .flat_map(|m| lists::split(view, *m, event.trigger.0));
            *parts = each.collect();
        }
        event.lasted = details::lasted(view, event, times);
    }
    found
}

/// The words of event that report one.
fn reported<'a>(view: &View<'a>, drafts: &[Draft], times: &[Expression]) -> Vec<EventDraft<'a>> {
    let mut told = candidates(view, drafts, times);
    let reports: Vec<bool> = (0..told.len())
        .map(|i| {
            let event = &told[i];
            let sight = sign::Sight {
                view,
                drafts,
                times,
                event,
                rivals: rivals(view, &told, i),
            };
            event.entry.refers || sign::weigh(&sight) > 0
        })
        .collect();
    let mut kept = reports.into_iter();
    told.retain(|_| kept.next().unwrap_or(false));
    told
}

/// Every word that may tell an event, with its own parts, in order.
fn candidates<'a>(view: &View<'a>, drafts: &[Draft], times: &[Expression]) -> Vec<EventDraft<'a>> {
    let mut found: Vec<EventDraft<'a>> = Vec::new();
    let mut at = 0;
    while at < view.len() {
        let event = at_token(view, at)
            .filter(|event| !repeats(view, &found, event))
            .and_then(|event| timeless(view, event, times));
        match event {
            Some(mut event) => {
                event.on_word_of = status::held_by(view, drafts, event.trigger.0);
                event.status = status::of(view, drafts, &event);
                event.place = details::place(view, &event);
                fit::placed(view, &mut event);
                event.numbers = details::numbers(view, &event, times);
                at = event.trigger.1.max(at + 1);
                found.push(event);
            }
            None => at += 1,
        }
    }
    roles::link(view, drafts, &mut found);
    found
}

/// The event without parts that tell a time: `اعتقل عام 2008`.
fn timeless<'a>(
    view: &View<'a>,
    mut event: EventDraft<'a>,
    times: &[Expression],
) -> Option<EventDraft<'a>> {
    let tells_time = |m: &Mention| {
        let next = times.partition_point(|t| t.end <= m.phrase.start);
        times.get(next).is_some_and(|t| t.start <= m.phrase.start)
    };
    if !event.entry.refers {
        return Some(event);
    }
    event.actors.retain(|m| !tells_time(m));
    event.recipients.retain(|m| !tells_time(m));
    fit::needed(view, event)
}

/// The noun that a verb before it wants is no second event: `أجرى مباحثات`.
fn repeats(view: &View<'_>, found: &[EventDraft<'_>], event: &EventDraft<'_>) -> bool {
    const NEAR: usize = 8;
    let at = event.trigger.0;
    found.iter().rev().take(3).any(|before| {
        before.entry.kind == event.entry.kind
            && at - before.trigger.0 <= NEAR
            && view.layout.sentence(at) == view.layout.sentence(before.trigger.0)
            && before.entry.with.contains(view.stem(at))
    })
}

/// The events that sayings are, put among the others; where a word is both, as a saying it is known better.
fn sayings<'a>(view: &View<'a>, drafts: &[Draft], found: &mut Vec<EventDraft<'a>>) {
    for (index, draft) in drafts.iter().enumerate() {
        let Some(mut event) = acts::of(view, drafts, index) else {
            continue;
        };
        let place = found.partition_point(|e| e.trigger.0 < draft.cue.0);
        match found.get_mut(place).filter(|e| e.trigger.0 < draft.cue.1) {
            Some(told) if told.entry.kind == event.entry.kind => {
                if event.recipients.is_empty() {
                    event.recipients = std::mem::take(&mut told.recipients);
                }
                *told = event;
            }
            Some(_) => {}
            None => found.insert(place, event),
        }
    }
}

/// How many words of the same type stand in the sentence of one, before it and behind it; few enough to count.
fn rivals(view: &View<'_>, told: &[EventDraft<'_>], i: usize) -> (usize, usize) {
    const MOST: usize = 3;
    let sentence = view.layout.sentence(told[i].trigger.0);
    let same = |other: &&EventDraft<'_>| {
        other.entry.kind == told[i].entry.kind
            && (sentence.start..sentence.end).contains(&other.trigger.0)
    };
    (
        told[..i].iter().rev().take(MOST).filter(same).count(),
        told[i + 1..].iter().take(MOST).filter(same).count(),
    )
}

/// The event that this token tells.
fn at_token<'a>(view: &View<'a>, at: usize) -> Option<EventDraft<'a>> {
    let run = view
        .hits_at(at)
        .filter_map(|hit| match hit.meaning {
            Meaning::Event(index) => Some((hit.end, index)),
            _ => None,
        })
        .max_by_key(|&(end, _)| end);
    if let Some((end, index)) = run {
        let entry = &view.lexicon.events[usize::from(index)];
        return roles::of_noun(view, at, end, entry, None);
    }
    let word = view.words.get(at)?;
    if word.events.is_empty() {
        return None;
    }
    // What the sentence makes of the word goes first; a verb and its noun are often spelt alike.
    let finite = |r: &&CueReading| r.is_finite();
    let nominal = |r: &&CueReading| r.kind() == FormKind::Masdar;
    let entry = |r: &CueReading| &view.lexicon.events[usize::from(r.form.entry)];
    // Entries that ask for words go before those that take any.
    let asks = |r: &&CueReading| !entry(r).with.is_empty() || !entry(r).who.is_empty();
    let readings = || {
        let others = word.events.iter().filter(move |r| !asks(r));
        word.events.iter().filter(asks).chain(others)
    };
    let verb = view.tag(at) == Tag::Verb || roles::must_be_verb(view, at);
    let as_verb = || {
        readings()
            .filter(finite)
            .find_map(|r| roles::of_verb(view, at, r, entry(r)))
    };
    let as_noun = || {
        readings()
            .filter(nominal)
            .find_map(|r| roles::of_noun(view, at, at + 1, entry(r), Some(*r)))
    };
    if verb {
        return as_verb();
    }
    // Where signs weigh it, a word that the tagger takes for a noun may be a verb all the same.
    // The word that an entry asks for shows its verb too, at the head of a clause.
    let may_be_verb = |event: &EventDraft<'_>| {
        if event.entry.refers {
            let alike = fit::spelt_as_noun(view, event);
            return !event.entry.with.is_empty() && !alike && heads_clause(view, at);
        }
        !view.is(at, Classes::TITLE.or(Classes::HEAD)) || roles::opened(view, at).is_some()
    };
    as_noun().or_else(|| as_verb().filter(may_be_verb))
}

/// Nothing stands before it that could make it a noun.
fn heads_clause(view: &View<'_>, at: usize) -> bool {
    const OPENS: Classes = Classes::AUXILIARY
        .or(Classes::BEFORE_VERB)
        .or(Classes::CONTRAST)
        .or(Classes::RELATIVE_PRONOUN);
    at == view.layout.sentence(at).start
        || view.words[at].prefix.conjunction.is_some()
        || view.is_comma(at - 1)
        || view.is(at - 1, OPENS)
}

#[cfg(test)]
mod tests {
    use crate::record::EventType;
    use crate::report::{Metadata, Report};

    /// Of every entry that has any, examples tell an event of its type and counterexamples none.
    #[test]
    fn examples_of_the_tables_hold() {
        let mut read = 0;
        let mut wrong = Vec::new();
        for (file, text) in crate::lexicon::tables("ar/events/") {
            let table: toml::Table = toml::from_str(text).unwrap();
            let Some(kind) = table.get("type").and_then(|t| t.as_str()) else {
                continue;
            };
            let entries = ["verb", "noun"]
                .iter()
                .filter_map(|of| table.get(*of)?.as_array());
            for entry in entries.flatten() {
                for (key, wanted) in [("examples", true), ("not", false)] {
                    let examples = entry.get(key).and_then(|e| e.as_array());
                    for example in examples.into_iter().flatten().filter_map(|e| e.as_str()) {
                        read += 1;
                        let record = crate::read(&Report::new(example, Metadata::default()));
                        let told = |e: &crate::Event| e.kind == kind_of(kind);
                        if record.events.iter().any(told) != wanted {
                            wrong.push(format!("{file} {key}: {example}"));
                        }
                    }
                }
            }
        }
        assert!(read >= 30, "{read} examples");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    fn kind_of(name: &str) -> EventType {
        let all = EventType::ALL.iter().copied();
        all.into_iter().find(|k| k.as_str() == name).unwrap()
    }
}
