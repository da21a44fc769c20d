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
use crate::text::fold::fold;
use crate::view::View;

/// A channel that words of the report tell, and the token they begin at.
#[derive(Debug, Clone, Copy)]
struct Told {
    /// None where the means has no name in the record: a run by other means ends there.
    channel: Option<Channel>,
    at: usize,
    /// It tells of what went before as well: the headline and the lead.
    backward: bool,
}

pub(crate) fn settle(view: &View<'_>, drafts: &mut [Draft], resolved: &Resolved) {
    let people = people(resolved);
    let mut told: Vec<Option<Told>> = (0..drafts.len())
        .map(|i| own(view, drafts, resolved, &people, i))
        .collect();
    hand_on(view, drafts, resolved, &mut told);
    let aside = told_aside(view, drafts, resolved, &people, &told);
    let channels = spread(view, drafts, resolved, &told, aside);
    for (draft, channel) in drafts.iter_mut().zip(channels) {
        draft.channel = channel;
    }
}

// ---- the statement's own words -----------------------------------------------------------------

/// The channel that the source, the words around the cue, or the cue itself tell.
fn own(
    view: &View<'_>,
    drafts: &[Draft],
    resolved: &Resolved,
    people: &People,
    index: usize,
) -> Option<Told> {
    let draft = &drafts[index];
    let at = |channel, at| Told {
        channel,
        at,
        backward: true,
    };
    let head = draft.source.and_then(|m| {
        let channel = view.words[m.phrase.head].head?.channel?;
        Some(at(Some(channel), m.phrase.head))
    });
    head.or_else(|| {
        around(view, drafts, index)
            .into_iter()
            .find_map(|(from, to)| named(view, from, to))
            // `في خطاب كرر بوتين ما ذكره الجهاز`: the channel is the nearer verb's.
            .filter(|&(_, start)| {
                // `بيان نشرته الوكالة` tells of the channel itself.
                let verb = |i: usize| {
                    noun_phrase::is_finite_cue(view, i)
                        && !view.words[i].cues.iter().any(|c| c.suffix.is_some())
                };
                let other = |i: usize| {
                    people
                        .get(view.folded(i))
                        .is_some_and(|m| Some(*m) != resolved.speakers[index])
                };
                let between = start..draft.cue.0;
                !(between.clone().any(verb) && between.clone().any(other))
            })
            .map(|(channel, start)| at(channel, start))
    })
    .or_else(|| draft.channel.map(|c| at(Some(c), draft.cue.0)))
    .or_else(|| {
        // `قال للقناة`
        draft.addressees.iter().find_map(|m| {
            let channel = view.words[m.phrase.head].head?.channel?;
            let broadcast = channel == Channel::Broadcast;
            broadcast.then(|| at(Some(channel), m.phrase.head))
        })
    })
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
fn named(view: &View<'_>, from: usize, to: usize) -> Option<(Option<Channel>, usize)> {
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
fn counts(view: &View<'_>, hit: &Hit, floor: usize) -> Option<Option<Channel>> {
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

/// The other side of a call, a meeting or a joint press conference speaks by the same means.
fn hand_on(view: &View<'_>, drafts: &[Draft], resolved: &Resolved, told: &mut [Option<Told>]) {
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

/// The last word of a person's name, folded.
fn surname(resolved: &Resolved, member: usize) -> Option<String> {
    let member = &resolved.cast.members[member];
    let person = matches!(member.source_type, SourceType::Person | SourceType::Role);
    person
        .then(|| member.name.split_whitespace().last().map(fold))
        .flatten()
}

/// Those who speak, by the last words of their names.
type People = BTreeMap<String, usize>;

fn people(resolved: &Resolved) -> People {
    let mut people = People::new();
    for &member in resolved.speakers.iter().flatten() {
        if let Some(name) = surname(resolved, member) {
            people.entry(name).or_insert(member);
        }
    }
    people
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
fn spread(
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

/// Channels that the narration tells beside any statement, with the person nearest to them:
/// `ظهر القائد في تسجيل مصور`, `ألقى الرئيس كلمة`.
fn told_aside(
    view: &View<'_>,
    drafts: &[Draft],
    resolved: &Resolved,
    people: &People,
    told: &[Option<Told>],
) -> Vec<(usize, Told)> {
    let mut spoken = vec![false; view.len() + 1];
    for (index, draft) in drafts.iter().enumerate() {
        for piece in &draft.content {
            spoken[piece.start..piece.end].fill(true);
        }
        // What a statement by somebody known tells is no aside.
        if let Some(told) = told[index]
            && resolved.speakers[index]
                .is_some_and(|m| resolved.cast.members[m].source_type != SourceType::Collective)
        {
            spoken[told.at] = true;
        }
    }
    let mut found: Vec<(usize, Told)> = Vec::new();
    for at in (0..view.len()).filter(|&at| !spoken[at]) {
        let Some(hit) = channel_hits(view, at).max_by_key(|h| h.end) else {
            continue;
        };
        let sentence = view.layout.sentence(at);
        // The first of a sentence tells: `في خطاب مسجل بالفيديو`.
        if found.last().is_some_and(|(_, t)| t.at >= sentence.start) {
            continue;
        }
        let Some(channel) = counts(view, hit, sentence.start) else {
            continue;
        };
        let before = (sentence.start.max(at.saturating_sub(ASIDE))..at).rev();
        let nearest = before
            .chain(at..sentence.end.min(at + ASIDE))
            .find_map(|i| people.get(view.folded(i)).copied());
        if let Some(member) = nearest {
            let told = Told {
                channel,
                at,
                backward: true,
            };
            found.push((member, told));
        }
    }
    found
}

/// How far from a channel in the narration its speaker is named.
const ASIDE: usize = 25;

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

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use crate::record::Channel;
    use crate::{Metadata, Report, read};

    /// The table as those who edit it see it.
    #[derive(Deserialize)]
    struct Table {
        channel: Vec<Entry>,
    }

    #[derive(Deserialize)]
    struct Entry {
        channel: Option<Channel>,
        examples: Vec<String>,
        not: Vec<String>,
    }

    fn channels(text: &str) -> Vec<Option<Channel>> {
        let record = read(&Report::new(text, Metadata::default()));
        record.statements.iter().map(|s| s.channel).collect()
    }

    #[test]
    fn every_entry_tells_what_its_examples_show() {
        let text = crate::lexicon::table("ar/channels.toml");
        let table: Table = toml::from_str(text).unwrap_or_else(|e| panic!("{e}"));
        for entry in table.channel {
            for example in &entry.examples {
                let told = channels(example);
                assert!(told.contains(&entry.channel), "{example}: {told:?}");
            }
            for example in entry.not.iter().filter(|_| entry.channel.is_some()) {
                let told = channels(example);
                assert!(!told.contains(&entry.channel), "{example}: {told:?}");
            }
        }
    }
}
