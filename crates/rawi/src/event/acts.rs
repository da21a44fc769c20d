//! Takes: statements whose acts are settled. Gives: the events that sayings are: requests, accusations, threats.
//! Relies on: the table of acts for their types; the cue is the trigger, the speaker the actor.

use super::EventDraft;
use super::fit::is_somebody;
use crate::language::arabic::noun_phrase::Want;
use crate::lexicon::{Classes, EventEntry};
use crate::record::{Act, Status};
use crate::statement::draft::{Draft, Mention};
use crate::statement::mention;
use crate::view::View;

/// The event that this statement is.
pub(super) fn of<'a>(view: &View<'a>, drafts: &[Draft], index: usize) -> Option<EventDraft<'a>> {
    let draft = &drafts[index];
    draft.cue_span?;
    let entry = entry(view, draft.act)?;
    let mut event = EventDraft::new(entry, draft.cue);
    event.speaker = Some(index);
    event.recipients = draft.addressees.clone();
    if event.recipients.is_empty() {
        event.recipients.extend(accused(view, draft));
    }
    event.on_word_of = draft.parent;
    if draft.negated {
        event.status = Status::Denied;
    }
    Some(event)
}

fn entry<'a>(view: &View<'a>, act: Act) -> Option<&'a EventEntry> {
    let (_, entry) = view.lexicon.act_events.iter().find(|(a, _)| *a == act)?;
    Some(&view.lexicon.events[usize::from(*entry)])
}

/// Whoever is accused, condemned, threatened or praised opens what is said: `اتهم الحكومة بالتقصير`.
fn accused(view: &View<'_>, draft: &Draft) -> Option<Mention> {
    if !matches!(
        draft.act,
        Act::Accuse | Act::Condemn | Act::Threaten | Act::Praise
    ) {
        return None;
    }
    let piece = draft.content.first()?;
    let start = piece.start;
    // Behind a complementiser or in marks there is a clause.
    let clause = start > 0
        && (view.is(start - 1, Classes::COMPLEMENTISER) || view.opening(start - 1).is_some());
    if clause || view.opening(start).is_some() || view.is(start, Classes::COMPLEMENTISER) {
        return None;
    }
    let prefix = view.words[start].prefix;
    let letters = match prefix.preposition {
        Some(_) => prefix.conjunction_letters + 1,
        None => 0,
    };
    mention(view, start, letters, piece.end, Want::Inner, &[]).filter(|m| is_somebody(view, *m))
}
