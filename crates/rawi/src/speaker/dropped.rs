//! Takes: a statement whose subject is dropped (`وأضاف`, `مؤكدا`). Gives: who it goes on with. Relies on
//! agreement, on levels (inside somebody's words the subject is looked for in those words), and on whoever
//! else has meanwhile become the subject of a sentence.

use super::cast::Cast;
use super::{classify, names};
use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::noun_phrase::{self, Want};
use crate::lexicon::Classes;
use crate::record::EntityKind;
use crate::statement::draft::{self, Draft, Mention, Subject};
use crate::view::View;

/// How many statements back a speaker is looked for.
const FARTHEST: usize = 25;

/// Who a verb or participle without subject goes on with.
pub(super) fn subject(
    view: &View<'_>,
    drafts: &[Draft],
    speakers: &[Option<usize>],
    cast: &Cast,
    index: usize,
    agreement: Agreement,
) -> Option<usize> {
    let draft = &drafts[index];
    let inside = holder(drafts, index);
    let agrees = |member: usize| agreement.allows(cast.members[member].agreement);
    let spoken = last_speaker(view, drafts, speakers, index, inside, agrees);
    let since = spoken.map_or(0, |(before, _)| {
        let content = drafts[before].content.last().map_or(0, |p| p.end);
        content.max(drafts[before].cue.1)
    });
    if inside.is_none()
        && let Some(actor) = actor(view, drafts, cast, draft, since)
        && agrees(actor)
    {
        return Some(actor);
    }
    spoken.map(|(_, member)| member)
}

/// The innermost statement before `index` whose content holds its cue.
pub(super) fn holder(drafts: &[Draft], index: usize) -> Option<usize> {
    let cue = drafts[index].cue_span?;
    (0..index)
        .rev()
        .find(|&i| drafts[i].wraps.is_none() && drafts[i].holds(cue))
}

/// The last statement of the same level whose speaker agrees, and that speaker; where none agrees, the last.
fn last_speaker(
    view: &View<'_>,
    drafts: &[Draft],
    speakers: &[Option<usize>],
    index: usize,
    inside: Option<usize>,
    agrees: impl Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    let draft = &drafts[index];
    let sentence = view.layout.sentence_index(draft.cue.0);
    let mut fallback = None;
    for before in (index.saturating_sub(draft::NEAR)..index).rev() {
        let other = &drafts[before];
        let Some(member) = speakers[before] else {
            continue;
        };
        if other.wraps.is_some() {
            continue;
        }
        // Inside somebody's words the subject is looked for in those words, then with their speaker.
        let same_sentence = view.layout.sentence_index(other.cue.0) == sentence;
        let level = holder(drafts, before).or(other.parent.filter(|&p| drafts[p].wraps.is_none()));
        let reachable = if draft.dependent && same_sentence {
            true
        } else {
            level == inside || Some(before) == inside || level.is_none() && inside.is_none()
        };
        if !reachable
            || other.source.is_none()
                && other.dependent
                && !same_sentence
                && matches!(other.subject, Subject::Nobody)
        {
            continue;
        }
        fallback.get_or_insert((before, member));
        if agrees(member) {
            return Some((before, member));
        }
        if index - before > FARTHEST {
            break;
        }
    }
    fallback
}

/// Somebody known who, after the last speaker, has become the subject of what the narrator tells: in this
/// sentence, or in the one before where the verb does not say that a speaker goes on.
fn actor(
    view: &View<'_>,
    drafts: &[Draft],
    cast: &Cast,
    draft: &Draft,
    since: usize,
) -> Option<usize> {
    let cue = draft.cue.0;
    let here = view.layout.sentence_index(cue);
    let goes_on = view.words[cue].cues.iter().any(|c| {
        let entry = &view.lexicon.entries[usize::from(c.form.entry)];
        entry.goes_on && entry.lemma == draft.lemma
    });
    let sentences = if goes_on || draft.dependent { 1 } else { 2 };
    (0..sentences)
        .filter_map(|back| here.checked_sub(back))
        .find_map(|sentence| {
            let run = view.layout.sentences.get(sentence)?;
            let end = run.end.min(cue);
            let told = |at: usize| {
                let span = view.tokens.span(at);
                drafts.iter().any(|d| d.holds(span))
            };
            let mention = main_subject(view, run.start, end)?;
            let at = mention.phrase.start;
            (at >= since && !view.layout.in_title(at) && !told(at))
                .then(|| recognise(view, cast, mention))
                .flatten()
        })
}

/// The subject of the sentence's first verb: behind it, or before it at the head of the sentence.
fn main_subject(view: &View<'_>, start: usize, end: usize) -> Option<Mention> {
    const FIRST_WORDS: usize = 12;
    let verb = (start..end.min(start + FIRST_WORDS)).find(|&i| {
        noun_phrase::is_verb(view, i)
            || view.is(i, Classes::AUXILIARY.or(Classes::WAS)) && !view.is(i, Classes::NEGATION)
    })?;
    let before = (start < verb)
        .then(|| noun_phrase::parse(view, start, end, Want::Source, &[]))
        .flatten()
        .filter(|p| p.end == verb);
    let phrase = before.or_else(|| noun_phrase::parse(view, verb + 1, end, Want::Source, &[]))?;
    Some(Mention {
        phrase,
        span: view.span(phrase.start, phrase.end),
    })
}

/// The person or body of the cast that a phrase names; nobody new.
fn recognise(view: &View<'_>, cast: &Cast, mention: Mention) -> Option<usize> {
    let (start, end) = (mention.phrase.start, mention.phrase.end);
    let (source_type, kind) = classify::kind_of(view, mention);
    if let Some(index) = cast.by_surname(view, mention) {
        return Some(index);
    }
    if kind == EntityKind::Person
        && let Some(name) = names::name_of(view, start, end)
    {
        return cast.known_person(view, name);
    }
    if !matches!(kind, EntityKind::Person | EntityKind::Organisation) {
        return None;
    }
    cast.recall(view, mention, (source_type, kind), None)
}
