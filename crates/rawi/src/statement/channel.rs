//! Takes: statements with their speakers and chains. Gives: by what means each was said, its
//! [`Channel`]. Relies on the words around cue and content that tell one, behind a preposition that
//! brings it in; then on the run of speech: what one speaker says goes on by the same means.

use std::collections::BTreeMap;

use super::draft::{Draft, NEAR};
use crate::language::arabic::noun_phrase;
use crate::language::arabic::words::Hit;
use crate::lexicon::{Classes, Meaning};
use crate::record::{Channel, SourceType};
use crate::speaker::Resolved;
use crate::view::View;

/// A channel that words of the report tell, and the token they begin at.
#[derive(Debug, Clone, Copy)]
struct Told {
    channel: Channel,
    at: usize,
    /// It tells of what went before as well: the headline and the lead.
    backward: bool,
}

pub(crate) fn settle(view: &View<'_>, drafts: &mut [Draft], resolved: &Resolved) {
    let mut told: Vec<Option<Told>> = (0..drafts.len()).map(|i| own(view, drafts, i)).collect();
    hand_on(view, drafts, resolved, &mut told);
    let channels = spread(view, drafts, resolved, &told);
    for (draft, channel) in drafts.iter_mut().zip(channels) {
        draft.channel = channel;
    }
}

// ---- the statement's own words -----------------------------------------------------------------

/// The channel that the source, the words around the cue, or the cue itself tell.
fn own(view: &View<'_>, drafts: &[Draft], index: usize) -> Option<Told> {
    let draft = &drafts[index];
    let at = |channel, at| Told {
        channel,
        at,
        backward: true,
    };
    let head = draft.source.and_then(|m| {
        let channel = view.words[m.phrase.head].head?.channel?;
        Some(at(channel, m.phrase.head))
    });
    head.or_else(|| {
        around(view, drafts, index)
            .into_iter()
            .find_map(|(from, to)| named(view, from, to))
            .map(|(channel, start)| at(channel, start))
    })
    .or_else(|| draft.channel.map(|c| at(c, draft.cue.0)))
}

/// The tokens of the narrator that belong to a statement: from where the one before ended to where
/// the content begins, and what is left of the sentence behind the content.
fn around(view: &View<'_>, drafts: &[Draft], index: usize) -> [(usize, usize); 2] {
    let draft = &drafts[index];
    let cue = draft.cue.0;
    let sentence = view.layout.sentence(cue);
    let mut floor = sentence.start;
    for other in drafts[index.saturating_sub(NEAR)..index].iter().rev() {
        if other.cue.0 < sentence.start {
            break;
        }
        for piece in &other.content {
            if piece.end <= cue {
                floor = floor.max(piece.end);
            } else if piece.start <= cue {
                floor = floor.max(piece.start);
            }
        }
    }
    let next = drafts[index + 1..]
        .iter()
        .take(NEAR)
        .map(|d| d.cue.0)
        .find(|&c| draft.content.last().is_none_or(|p| c >= p.end))
        .unwrap_or(sentence.end);
    let (Some(first), Some(last)) = (draft.content.first(), draft.content.last()) else {
        return [(floor, sentence.end.min(next)), (0, 0)];
    };
    if first.start < cue {
        // The content stands before its verb.
        return [(cue, sentence.end.min(next)), (floor, first.start)];
    }
    let tail = last.end..sentence.end.min(next).min(last.end + TAIL);
    [(floor, first.start), (tail.start, tail.end.max(tail.start))]
}

/// How far behind a content its channel is looked for.
const TAIL: usize = 12;

/// The first channel named in these tokens.
fn named(view: &View<'_>, from: usize, to: usize) -> Option<(Channel, usize)> {
    (from..to).find_map(|at| {
        let hit = channel_hits(view, at).max_by_key(|h| h.end)?;
        Some((counts(view, hit, from)?, at))
    })
}

fn channel_hits<'v>(view: &'v View<'_>, at: usize) -> impl Iterator<Item = &'v Hit> {
    view.hits_at(at)
        .filter(|h| matches!(h.meaning, Meaning::Channel(_)))
}

/// `في ختام كلمته`, not `ردا على كلمته`: the nearest preposition must bring the channel in.
fn counts(view: &View<'_>, hit: &Hit, floor: usize) -> Option<Channel> {
    let Meaning::Channel(index) = hit.meaning else {
        return None;
    };
    let words = &view.lexicon.channels[usize::from(index)];
    let brings = |word: &str| words.after.iter().any(|p| **p == *word);
    if words.after.is_empty() {
        return Some(words.channel);
    }
    if let Some(letter) = hit.prefix.preposition {
        return brings(letter.encode_utf8(&mut [0; 4])).then_some(words.channel);
    }
    let mut at = hit.start;
    while at > floor && hit.start - at < BETWEEN {
        at -= 1;
        let word = view.folded(at);
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        if brings(word) || brings(bare) {
            return Some(words.channel);
        }
        if let Some(letter) = view.words[at].prefix.preposition {
            return (view.lexicon.leads_to_channel(view.stem(at))
                && brings(letter.encode_utf8(&mut [0; 4])))
            .then_some(words.channel);
        }
        let quoted = view.opening(at).is_some();
        let leads = view.lexicon.leads_to_channel(view.stem(at)) || view.is(at, Classes::TIME);
        if !quoted && !leads {
            return None;
        }
    }
    None
}

/// How many words may stand between a preposition and the channel.
const BETWEEN: usize = 5;

// ---- from one statement to others ----------------------------------------------------------------

/// The other side of a call, a meeting or a joint press conference speaks by the same means; what a
/// broadcaster passes on was broadcast.
fn hand_on(view: &View<'_>, drafts: &[Draft], resolved: &Resolved, told: &mut [Option<Told>]) {
    for index in 0..drafts.len() {
        if told[index].is_none()
            && let Some(parent) = drafts[index].parent
            && let Some(by) = told[parent].filter(|t| t.channel == Channel::Broadcast)
            && drafts[parent].relays.is_some()
        {
            told[index] = Some(Told {
                backward: false,
                ..by
            });
        }
        let Some(source) = told[index].filter(|t| {
            t.backward
                && matches!(
                    t.channel,
                    Channel::PhoneCall | Channel::Meeting | Channel::PressConference
                )
        }) else {
            continue;
        };
        let limit = drafts[index]
            .content
            .first()
            .map_or(source.at + WITH, |p| p.start)
            .min(source.at + WITH);
        for later in index + 1..(index + NEAR).min(drafts.len()) {
            if told[later].is_some() || resolved.speakers[later] == resolved.speakers[index] {
                continue;
            }
            let Some(member) = resolved.speakers[later] else {
                continue;
            };
            let name = &resolved.cast.members[member].name;
            let Some(last) = name.split_whitespace().last().map(crate::text::fold::fold) else {
                continue;
            };
            if (source.at..limit).any(|at| view.folded(at) == last) {
                told[later] = Some(Told {
                    backward: false,
                    ..source
                });
                break;
            }
        }
    }
}

/// How far behind a call or a meeting those who took part in it are named.
const WITH: usize = 16;

/// What a speaker says in a run goes on by the means last told; before the first is told, by that one.
fn spread(
    view: &View<'_>,
    drafts: &[Draft],
    resolved: &Resolved,
    told: &[Option<Told>],
) -> Vec<Option<Channel>> {
    let mut channels: Vec<Option<Channel>> = told.iter().map(|t| t.map(|t| t.channel)).collect();
    let mut runs: BTreeMap<(usize, Option<usize>), Vec<usize>> = BTreeMap::new();
    for index in 0..drafts.len() {
        let Some(run) = run_of(drafts, resolved, index) else {
            continue;
        };
        let run = runs.entry(run).or_default();
        // `وكان فلان قد قال`: something said before, by means of its own.
        if told[index].is_none() && was_before(view, drafts, index) {
            run.clear();
        }
        if let Some(now) = told[index] {
            if now.backward {
                let known = run.iter().any(|&i| channels[i].is_some());
                for &earlier in run.iter().filter(|_| !known) {
                    if view.layout.paragraph_index(drafts[index].cue.0)
                        <= view.layout.paragraph_index(drafts[earlier].cue.0) + BACK
                    {
                        channels[earlier] = Some(now.channel);
                    }
                }
            }
            run.clear();
        } else if let Some(&last) = run.last()
            && view.layout.paragraph_index(drafts[index].cue.0)
                <= view.layout.paragraph_index(drafts[last].cue.0) + FORTH
        {
            channels[index] = channels[last];
        }
        run.push(index);
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
    let Some(parent) = drafts[index].parent else {
        return Some((speaker, None));
    };
    let teller = resolved.speakers[parent]?;
    if teller == speaker {
        return None;
    }
    let passes_on = matches!(
        resolved.cast.members[teller].source_type,
        SourceType::UnnamedBare | SourceType::UnnamedDescribed | SourceType::Document | SourceType::Media
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
