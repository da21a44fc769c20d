//! Takes: the narration beside statements. Gives: the channels that it tells, and whose. Relies on the
//! person named nearest, or on who spoke last.

use super::words::told_at;
use super::{People, Told};
use crate::record::SourceType;
use crate::speaker::Resolved;
use crate::statement::draft::Draft;
use crate::view::View;

/// Channels that the narration tells beside any statement, with the person nearest to them:
/// `ظهر القائد في تسجيل مصور`, `ألقى الرئيس كلمة`.
pub(super) fn told(
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
        let sentence = view.layout.sentence(at);
        // The first of a sentence tells: `في خطاب مسجل بالفيديو`.
        if found.last().is_some_and(|(_, t)| t.at >= sentence.start) {
            continue;
        }
        let Some(channel) = told_at(view, at, sentence.start, sentence.end) else {
            continue;
        };
        let named = || {
            let before = (sentence.start.max(at.saturating_sub(ASIDE))..at).rev();
            before
                .chain(at..sentence.end.min(at + ASIDE))
                .find_map(|i| people.get(view.folded(i)).copied())
        };
        let nearest =
            last_before(view, drafts, resolved, sentence.start, sentence.end).or_else(named);
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

/// `جاء ذلك خلال كلمته`: whoever spoke last.
fn last_before(
    view: &View<'_>,
    drafts: &[Draft],
    resolved: &Resolved,
    from: usize,
    to: usize,
) -> Option<usize> {
    let refers = from + 1 < to
        && view
            .lexicon
            .refers_back(view.folded(from), view.folded(from + 1));
    let next = drafts.partition_point(|d| d.cue.0 < from);
    let last = drafts[..next].iter().rposition(|d| d.parent.is_none())?;
    resolved.speakers[last].filter(|_| refers)
}
