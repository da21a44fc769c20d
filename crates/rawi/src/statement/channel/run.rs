//! Takes: statements of which some tell their channel. Gives: the channels of the others: what a speaker
//! says goes on by the means last told, and who takes part in a call or a meeting speaks there too.

use std::collections::BTreeMap;

use super::{Told, surname};
use crate::language::arabic::noun_phrase;
use crate::record::{Channel, SourceType};
use crate::speaker::Resolved;
use crate::statement::draft::{Draft, NEAR};
use crate::view::View;

/// The other side of a call, a meeting or a joint press conference speaks by the same means.
pub(super) fn hand_on(
    view: &View<'_>,
    drafts: &[Draft],
    resolved: &Resolved,
    told: &mut [Option<Told>],
) {
    for index in 0..drafts.len() {
        let Some(source) = told[index].filter(|t| {
            t.backward
                && matches!(
                    t.channel,
                    Some(Channel::PhoneCall | Channel::Meeting | Channel::PressConference)
                )
        }) else {
            continue;
        };
        let limit = drafts[index]
            .content
            .first()
            .map_or(source.at + WITH, |p| p.start)
            .min(source.at + WITH);
        let with = |later: usize| {
            let other = resolved.speakers[later] != resolved.speakers[index];
            let name = resolved.speakers[later].and_then(|m| surname(resolved, m));
            other
                && name.is_some_and(|name| {
                    (source.at..limit)
                        .skip_while(|&at| view.folded(at) != "مع")
                        .any(|at| view.folded(at) == name)
                })
        };
        let next = (index + 1..(index + NEAR).min(drafts.len()))
            .find(|&later| told[later].is_none() && with(later));
        if let Some(later) = next {
            told[later] = Some(Told {
                backward: false,
                ..source
            });
        }
    }
}

/// How far behind a call or a meeting those who took part in it are named.
const WITH: usize = 16;

/// A run of speech: what one speaker says, as far as it is read.
#[derive(Default)]
struct Run {
    /// Statements before the first channel was told.
    waiting: Vec<usize>,
    /// The channel last told or gone on with, and its paragraph.
    last: Option<(Option<Channel>, usize)>,
}

/// What a speaker says in a run goes on by the means last told; before the first is told, by that one.
pub(super) fn spread(
    view: &View<'_>,
    drafts: &[Draft],
    resolved: &Resolved,
    told: &[Option<Told>],
    aside: Vec<(usize, Told)>,
) -> Vec<Option<Channel>> {
    let mut channels: Vec<Option<Channel>> =
        told.iter().map(|t| t.and_then(|t| t.channel)).collect();
    let mut runs: BTreeMap<(usize, Option<usize>), Run> = BTreeMap::new();
    let mut aside = aside.into_iter().peekable();
    let paragraph = |at: usize| view.layout.paragraph_index(at);
    let tell = |run: &mut Run, now: Told, channels: &mut Vec<Option<Channel>>| {
        let waiting = std::mem::take(&mut run.waiting);
        if now.backward && run.last.is_none() {
            for earlier in waiting {
                if paragraph(now.at) <= paragraph(drafts[earlier].cue.0) + BACK {
                    channels[earlier] = now.channel;
                }
            }
        }
        run.last = Some((now.channel, paragraph(now.at)));
    };
    for index in 0..drafts.len() {
        let cue = drafts[index].cue.0;
        while let Some((member, now)) = aside.next_if(|(_, t)| t.at < cue) {
            tell(runs.entry((member, None)).or_default(), now, &mut channels);
        }
        let Some(run) = run_of(drafts, resolved, index) else {
            continue;
        };
        let run = runs.entry(run).or_default();
        if let Some(now) = told[index] {
            tell(run, now, &mut channels);
        } else if was_before(view, drafts, index) {
            // `وكان فلان قد قال`: something said before, by means of its own.
            *run = Run::default();
        } else if let Some((channel, last)) = run.last {
            if paragraph(cue) <= last + FORTH {
                channels[index] = channel;
                run.last = Some((channel, paragraph(cue)));
            }
        } else {
            run.waiting.push(index);
        }
    }
    for (member, now) in aside {
        tell(runs.entry((member, None)).or_default(), now, &mut channels);
    }
    // What a broadcaster passes on was broadcast.
    for index in 0..drafts.len() {
        if channels[index].is_none()
            && let Some(parent) = drafts[index].parent
            && channels[parent] == Some(Channel::Broadcast)
            && resolved.speakers[parent]
                .is_some_and(|m| resolved.cast.members[m].source_type == SourceType::Media)
        {
            channels[index] = Some(Channel::Broadcast);
        }
    }
    channels
}

/// How many paragraphs a channel reaches back and forth.
const BACK: usize = 6;
const FORTH: usize = 6;

/// Whose run a statement belongs to. What a source without a name or a document passes on belongs with
/// what the report itself tells; what a person says of another's words is a run of its own.
fn run_of(drafts: &[Draft], resolved: &Resolved, index: usize) -> Option<(usize, Option<usize>)> {
    let speaker = resolved.speakers[index]?;
    // A participle inside the speaker's own words goes on with those; a whole saying was another one.
    let mut parent = drafts[index].parent;
    while let Some(own) = parent.filter(|&p| resolved.speakers[p] == Some(speaker)) {
        if !drafts[index].dependent {
            return None;
        }
        parent = drafts[own].parent;
    }
    let Some(parent) = parent else {
        return Some((speaker, None));
    };
    let teller = resolved.speakers[parent]?;
    let passes_on = matches!(
        resolved.cast.members[teller].source_type,
        SourceType::UnnamedBare
            | SourceType::UnnamedDescribed
            | SourceType::Document
            | SourceType::Media
    );
    Some((speaker, (!passes_on).then_some(parent)))
}

/// `وكان … قد` before the verb.
fn was_before(view: &View<'_>, drafts: &[Draft], index: usize) -> bool {
    let cue = drafts[index].cue.0;
    let sentence = view.layout.sentence(cue);
    (sentence.start..cue)
        .take(3)
        .any(|at| matches!(view.folded(at), "كان" | "كانت" | "وكان" | "وكانت"))
        && !noun_phrase::is_finite_cue(view, sentence.start)
}
