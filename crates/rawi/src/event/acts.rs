//! Takes: statements whose acts are settled. Gives: the events that sayings are: requests, accusations, threats.
//! Relies on: the table of acts for their types; the cue is the trigger, the speaker the actor.

use super::EventDraft;
use super::fit::is_somebody;
use super::roles::brought_about;
use crate::language::arabic::conjugator::Person;
use crate::language::arabic::noun_phrase::Want;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, CueEntry, EventEntry};
use crate::record::{Act, EventType, Status};
use crate::statement::draft::{Draft, Mention, Subject};
use crate::statement::mention;
use crate::view::View;

/// The event that this statement is.
pub(super) fn of<'a>(view: &View<'a>, drafts: &[Draft], index: usize) -> Option<EventDraft<'a>> {
    let draft = &drafts[index];
    draft.cue_span?;
    let entry = entry(view, draft.act)?;
    let piece = draft.content.first()?;
    let ruled_out = (piece.start..piece.end)
        .take(2)
        .any(|at| entry.unless.contains(view.stem(at)) || entry.unless.contains(view.folded(at)));
    let nobody = draft.subject == Subject::Nobody
        || draft
            .source
            .is_some_and(|m| !is_somebody(view, m) || of_paper(view, m));
    if ruled_out || nobody || describes(view, draft) || !told_by_cue(view, draft) {
        return None;
    }
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

/// Who did what somebody is said to have done: whoever is accused of it, or whoever says that `we` did it.
pub(super) fn settle_doer(view: &View<'_>, drafts: &[Draft], event: &mut EventDraft<'_>) {
    let at = event.trigger.0;
    if event.actors.is_empty() && event.entry.kind == EventType::Consult {
        event.speaker = talker(view, drafts, at);
    }
    let Some(word) = event.on_word_of.filter(|_| event.speaker.is_none()) else {
        return;
    };
    let draft = &drafts[word];
    let accused = || accused(view, draft).filter(|m| m.phrase.end <= at);
    let accuser = |m: &Mention| draft.source.is_some_and(|s| s.phrase == m.phrase);
    if draft.act == Act::Accuse && event.actors.iter().all(accuser) {
        if let Some(accused) = accused() {
            event.actors = vec![accused];
        }
    } else if event.actors.is_empty() && of_speaker(view, event) {
        event.speaker = Some(word);
    }
}

/// Whoever says something in the talks that stand between his word of saying and what he says: `أكد خلال اتصال هاتفي
/// أن`.
fn talker(view: &View<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let sentence = view.layout.sentence(at);
    let before = drafts.partition_point(|d| d.cue.0 < at);
    (0..before)
        .rev()
        .take_while(|&i| drafts[i].cue.0 >= sentence.start)
        .find(|&i| drafts[i].content.first().is_some_and(|c| at < c.start))
}

/// The verb, or the verb that brings the noun in, is in the first person: `قصفنا`, `وجهنا ضربة`.
fn of_speaker(view: &View<'_>, event: &EventDraft<'_>) -> bool {
    const NEAR: usize = 4;
    let at = event.trigger.0;
    match event.reading {
        Some(reading) if reading.is_finite() => reading.features().person == Person::First,
        _ => (at.saturating_sub(NEAR)..at).any(|i| {
            view.tag(i) == Tag::Verb && view.folded(i).ends_with("نا") && brought_about(view, at)
        }),
    }
}

/// `حرب تهدد البلاد`: a thing is described, and nobody threatens; `محافظة أبين` is a place.
fn describes(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.cue.0;
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let joined = view.words[at].prefix.conjunction.is_some() || view.is_comma(before);
    let finite = view.tag(at) == Tag::Verb;
    draft.act == Act::Threaten && finite && draft.source.is_none() && !joined
        || view.is(before, Classes::LOCALITY)
}

/// A law or a paper says what it says; it asks and threatens nobody.
fn of_paper(view: &View<'_>, source: Mention) -> bool {
    view.is(source.phrase.head, Classes::DOCUMENT.or(Classes::NORM))
}

/// The word of saying itself, or a noun that it governs, tells the act: `طالب`, `أعلن رفضه`. What a whole clause
/// is weighed for (`قال إن على الحكومة أن`) is no event on so little.
fn told_by_cue(view: &View<'_>, draft: &Draft) -> bool {
    let own = |e: &CueEntry| e.act == draft.act && e.lemma == draft.lemma;
    view.lexicon.entries.iter().any(own) || !clausal(view, draft)
}

/// What is said is a clause or stands in marks.
fn clausal(view: &View<'_>, draft: &Draft) -> bool {
    let Some(piece) = draft.content.first() else {
        return true;
    };
    let before = piece.start.checked_sub(1);
    before.is_none_or(|at| {
        view.is(at, Classes::COMPLEMENTISER)
            || view.opening(at).is_some()
            || view.is_mark(at, &[':'])
    })
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
    if clausal(view, draft)
        || view.opening(start).is_some()
        || view.is(start, Classes::COMPLEMENTISER)
    {
        return None;
    }
    let prefix = view.words[start].prefix;
    let letters = match prefix.preposition {
        Some(_) => prefix.conjunction_letters + 1,
        None => 0,
    };
    mention(view, start, letters, piece.end, Want::Inner, &[]).filter(|m| is_somebody(view, *m))
}
