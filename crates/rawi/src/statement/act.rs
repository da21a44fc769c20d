//! Takes: a statement's cue and content. Gives: its [`Act`]. Relies on the act of the cue first; a noun of
//! saying as its object or a negation may change it, and where the cue only says that something is said,
//! signals in the content tell what the words do.

use super::draft::{Draft, Piece};
use crate::language::arabic::conjugator::{FormKind, Person};
use crate::lexicon::Meaning;
use crate::record::Act;
use crate::view::View;

pub(super) fn of(view: &View<'_>, draft: &Draft) -> Act {
    if draft.negated
        && matches!(
            draft.act,
            Act::Inform | Act::Announce | Act::Confirm | Act::Opine
        )
    {
        return Act::Decline;
    }
    let Some(&piece) = draft.content.first() else {
        return draft.act;
    };
    if matches!(draft.act, Act::Inform | Act::Announce | Act::Express)
        && let Some(act) = noun_of_saying(view, piece)
    {
        return act;
    }
    if draft.act == Act::Inform
        && !draft.topic
        && draft.wraps.is_none()
        && draft.rule != "according_to"
    {
        return by_content(view, piece);
    }
    draft.act
}

/// `أعلن رفضه`: the act is the noun's.
fn noun_of_saying(view: &View<'_>, piece: Piece) -> Option<Act> {
    let noun = view.words[piece.start]
        .cues
        .iter()
        .find(|c| c.kind() == FormKind::Masdar)?;
    let entry = &view.lexicon.entries[usize::from(noun.form.entry)];
    let takes = !entry.frames_of(FormKind::Masdar).is_empty()
        && (noun.suffix.is_some() || noun.prefix.definite);
    takes.then_some(entry.act)
}

/// Tokens at the head of a content in which a signal weighs most.
const HEAD: usize = 7;
/// How far signals are looked for.
const REACH: usize = 40;

fn by_content(view: &View<'_>, piece: Piece) -> Act {
    // The speaker's own verb of saying at the head: «نرحب بالقرار».
    let own = (piece.start..piece.end.min(piece.start + 3)).find_map(|at| {
        let first = view.words[at]
            .cues
            .iter()
            .find(|c| c.is_finite() && c.features().person == Person::First)?;
        let act = view.lexicon.entries[usize::from(first.form.entry)].act;
        (view.folded(at).starts_with(['ن', 'ا']) && act != Act::Inform).then_some(act)
    });
    if let Some(act) = own {
        return act;
    }
    let mut scores = [0u32; Act::ALL.len()];
    let mut skip_to = piece.start;
    for at in piece.start..piece.end.min(piece.start + REACH) {
        if at < skip_to {
            continue;
        }
        let signal = view
            .hits_at(at)
            .filter_map(|h| match h.meaning {
                Meaning::Act(act, weight) => Some((h.end, act, weight)),
                _ => None,
            })
            .max();
        let Some((end, act, weight)) = signal else {
            continue;
        };
        skip_to = end;
        let at_head = at - piece.start < HEAD;
        scores[act as usize] += match (weight, at_head) {
            (3, true) => 8,
            (3, false) => 4,
            (2, true) => 4,
            (2, false) => 2,
            (_, true) => 2,
            _ => 1,
        };
    }
    let (best, score) = scores
        .iter()
        .enumerate()
        .max_by_key(|&(i, s)| (*s, std::cmp::Reverse(i)))
        .unwrap_or((0, &0));
    if *score >= ENOUGH {
        Act::ALL[best]
    } else {
        Act::Inform
    }
}

/// What the signals must weigh together.
const ENOUGH: u32 = 4;
