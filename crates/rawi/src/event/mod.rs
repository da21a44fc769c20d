//! Takes: a [`View`] and the drafts of statements. Gives: the events of a report, in order: what is told as
//! done, planned, threatened or denied, who did it and to whom. Relies on: the tables of events for words and
//! their parts, and on the statements for whose word an event is on.

mod details;
mod roles;
mod status;

use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::number::Quantity;
use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::CueReading;
use crate::lexicon::{EventEntry, Meaning};
use crate::record::Status;
use crate::speaker::Cast;
use crate::statement::draft::{Draft, Mention};
use crate::time::Expression;
use crate::view::View;

/// An event being read.
#[derive(Debug)]
pub(crate) struct EventDraft<'a> {
    pub(crate) entry: &'a EventEntry,
    /// First and one past the last token of the word that tells it.
    pub(crate) trigger: (usize, usize),
    pub(crate) actors: Vec<Mention>,
    pub(crate) recipients: Vec<Mention>,
    pub(crate) status: Status,
    /// The statement whose content holds it.
    pub(crate) on_word_of: Option<usize>,
    /// The place of its expression of time among those of the report.
    pub(crate) when: Option<usize>,
    pub(crate) place: Option<Mention>,
    pub(crate) numbers: Vec<Quantity>,
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
    let mut found: Vec<EventDraft<'a>> = Vec::new();
    let mut at = 0;
    while at < view.len() {
        match at_token(view, drafts, at) {
            Some(mut event) => {
                event.on_word_of = status::held_by(view, drafts, at);
                event.status = status::of(view, drafts, &event);
                event.when = details::when(view, &event, times);
                event.place = details::place(view, &event);
                event.numbers = details::numbers(view, &event);
                at = event.trigger.1.max(at + 1);
                found.push(event);
            }
            None => at += 1,
        }
    }
    found
}

/// The event that this token tells.
fn at_token<'a>(view: &View<'a>, drafts: &[Draft], at: usize) -> Option<EventDraft<'a>> {
    let run = view
        .hits_at(at)
        .filter_map(|hit| match hit.meaning {
            Meaning::Event(index) => Some((hit.end, index)),
            _ => None,
        })
        .max_by_key(|&(end, _)| end);
    if let Some((end, index)) = run {
        let entry = &view.lexicon.events[usize::from(index)];
        return roles::of_noun(view, drafts, at, end, entry, false);
    }
    let word = view.words.get(at)?;
    if word.events.is_empty() {
        return None;
    }
    let verb = matches!(view.tag(at), Tag::Verb);
    // What the sentence makes of the word goes first; a verb and its noun are often spelt alike.
    let finite = |r: &&CueReading| r.is_finite();
    let nominal = |r: &&CueReading| r.kind() == FormKind::Masdar;
    let readings = || word.events.iter();
    let entry = |r: &CueReading| &view.lexicon.events[usize::from(r.form.entry)];
    let as_verb = || {
        readings()
            .filter(finite)
            .find_map(|r| roles::of_verb(view, at, r, entry(r)))
    };
    if verb {
        return as_verb();
    }
    readings()
        .filter(nominal)
        .find_map(|r| roles::of_noun(view, drafts, at, at + 1, entry(r), r.suffix.is_some()))
        .or_else(|| roles::opened(view, at).and_then(|_| as_verb()))
}
