//! Takes: a statement. Gives: the channel that its source, the words around its cue, or the cue itself
//! tell. Relies on `words`.

use super::words::named;
use super::{People, Told};
use crate::language::arabic::noun_phrase;
use crate::speaker::Resolved;
use crate::statement::draft::{Draft, NEAR};
use crate::view::View;

/// The channel that the source, the words around the cue, or the cue itself tell.
pub(super) fn told(
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
