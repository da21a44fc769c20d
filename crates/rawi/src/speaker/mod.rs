//! Takes: drafts. Gives: for each the [`Cast`] member who speaks, and to whom. Relies on what the report
//! itself says of its people: full names, offices, heads of phrases, agreement; never on the world.

mod actors;
mod cast;
mod classify;
mod dropped;
mod headline;
mod issuer;
mod likeness;
mod names;
mod owner;
mod recall;

use actors::Actors;
pub(crate) use cast::{Cast, Member, begins_person, name_words, phrase_at};
use dropped::{Place, Who};
pub(crate) use likeness::{
    description, lemma, own_side, same_person, state, states_differ, without_article,
    without_ending,
};
pub(crate) use names::name_of;

use crate::language::arabic::agreement::{self, Agreement};
use crate::language::arabic::conjugator::{Gender, Person, Voice};
use crate::lexicon::Classes;
use crate::statement::draft::{self, Draft, Mention, Subject};
use crate::view::View;

/// Who speaks each statement and whom each addresses, as indices into the cast.
pub(crate) struct Resolved {
    pub(crate) cast: Cast,
    pub(crate) speakers: Vec<Option<usize>>,
    pub(crate) addressees: Vec<Vec<Option<usize>>>,
}

/// Resolves every source and addressee. Chains are read on the way, since a dropped subject is
/// looked for among the statements of its own level.
pub(crate) fn resolve(view: &View<'_>, drafts: &mut [Draft]) -> Resolved {
    for draft in drafts.iter_mut() {
        up_to_name(view, draft);
    }
    let mut cast = Cast::introduce(view, drafts);
    let mut speakers: Vec<Option<usize>> = Vec::with_capacity(drafts.len());
    let mut addressees = Vec::with_capacity(drafts.len());
    let mut issued = Vec::new();
    let actors = Actors::of(view, drafts);
    for index in 0..drafts.len() {
        let draft = &drafts[index];
        let speaker = match (draft.subject, draft.source) {
            (_, Some(mention)) => {
                let member = cast.resolve(view, mention);
                cast.shown_by_verb(member, shown(view, draft));
                issued.extend(issuer::of(
                    view,
                    drafts,
                    &speakers,
                    &cast,
                    (member, mention),
                ));
                Some(member)
            }
            (Subject::Nobody, None) => None,
            (Subject::SameAs(cue), None) => draft::with_cue(drafts, cue)
                .next()
                .and_then(|i| speakers.get(i).copied().flatten()),
            (Subject::Dropped(_) | Subject::Owned(_) | Subject::Governed, None) => {
                match unnamed(view, drafts, &speakers, &cast, &actors, index) {
                    Some(Who::Member(member)) => {
                        cast.speaks(member);
                        Some(member)
                    }
                    Some(Who::New(mention)) => Some(cast.resolve(view, mention)),
                    None => None,
                }
            }
            (Subject::Named, None) => None,
        };
        speakers.push(speaker);
        let to = drafts[index]
            .addressees
            .iter()
            .map(|&m| Some(cast.resolve(view, m)))
            .collect();
        addressees.push(to);
    }
    // What the headline only hints at, the body tells.
    if let Some(end) = headline::end(view) {
        let speaking: Vec<usize> = drafts
            .iter()
            .zip(&speakers)
            .filter(|(d, _)| d.cue.0 >= end && d.source.is_some())
            .filter_map(|(_, &s)| s)
            .collect();
        let better = cast.told_by_body(view.tokens.span(end - 1).end, &speaking);
        let tell = |member: &mut Option<usize>| {
            if let Some(told) = member.and_then(|m| better[m]) {
                *member = Some(told);
            }
        };
        speakers.iter_mut().for_each(tell);
        addressees.iter_mut().flatten().for_each(tell);
        for issued in &mut issued {
            issued.issuer = better[issued.issuer].unwrap_or(issued.issuer);
        }
        for (hint, told) in better.iter().enumerate() {
            if let Some(told) = *told {
                let mentions = std::mem::take(&mut cast.members[hint].mentions);
                cast.members[told].mentions.extend(mentions);
            }
        }
    }
    issuer::name(&mut cast, &issued);
    Resolved {
        cast,
        speakers,
        addressees,
    }
}

/// A source runs on to the name of whoever holds the office, where that stands before what is said.
fn up_to_name(view: &View<'_>, draft: &mut Draft) {
    let content = draft.content_span().map(|c| c.start);
    if let Some(mention) = &mut draft.source
        && let phrase = &mut mention.phrase
        && let Some((_, to)) = names::name_of(view, phrase.start, phrase.end)
        && to > phrase.end
        && let end = view.tokens.span(to - 1).end
        && content.is_some_and(|c| end <= c)
        && !(phrase.end..to).contains(&draft.cue.0)
    {
        phrase.end = to;
        mention.span.end = end;
    }
}

/// Whom a statement goes back to that does not name its source.
fn unnamed(
    view: &View<'_>,
    drafts: &[Draft],
    speakers: &[Option<usize>],
    cast: &Cast,
    actors: &Actors,
    index: usize,
) -> Option<Who> {
    let place = |agreement| Place {
        view,
        drafts,
        speakers,
        cast,
        actors,
        index,
        inside: dropped::holder(drafts, index),
        agreement,
    };
    match drafts[index].subject {
        Subject::Dropped(shown) => place(shown).subject(),
        Subject::Owned(shown) => place(shown).owner(),
        Subject::Governed => place(Agreement::default()).governor(),
        Subject::Named | Subject::SameAs(_) | Subject::Nobody => None,
    }
}

/// The gender that the verb of a statement shows of its subject.
fn shown(view: &View<'_>, draft: &Draft) -> Option<Gender> {
    let mut genders = view.words[draft.cue.0]
        .cues
        .iter()
        .filter(|c| {
            c.is_finite()
                && c.features().person == Person::Third
                && c.features().voice == Voice::Active
                && view.lexicon.entries[usize::from(c.form.entry)].lemma == draft.lemma
        })
        .map(|c| c.features().gender);
    let first = genders.next()?;
    genders.all(|g| g == first).then_some(first)
}

/// Gender and number of a mention.
pub(crate) fn mention_agreement(view: &View<'_>, mention: Mention) -> Agreement {
    let head = mention.phrase.head;
    let named = view
        .name_at(mention.phrase.start)
        .map(|(_, n)| view.lexicon.names[usize::from(n)].kind);
    let mut shown = agreement::of_head(view, head, named);
    // A name tells no gender by its letters (أسامة).
    let open = !view.is(
        head,
        Classes::TITLE.or(Classes::HEAD).or(Classes::GIVEN_NAME),
    );
    if open && names::name_of(view, mention.phrase.start, mention.phrase.end).is_some() {
        shown = Agreement {
            gender: None,
            plural: Some(false),
        };
    }
    shown
}
