//! Takes: drafts with their contents. Gives: each one's parent, the statement on whose word we have it.
//! Relies on containment: the innermost content that holds a cue; according-to phrases set theirs before.

use crate::statement::draft::{self, Draft};

pub(crate) fn link(drafts: &mut [Draft]) {
    for index in 0..drafts.len() {
        if drafts[index].parent.is_some() {
            continue;
        }
        let Some(place) = drafts[index].cue_span.or(drafts[index].content_span()) else {
            continue;
        };
        let own = drafts[index].content_span();
        // A content that holds the cue belongs to a statement near by.
        let near = index.saturating_sub(draft::NEAR)..(index + draft::NEAR).min(drafts.len());
        let holder = near
            .filter(|&i| {
                i != index
                    && drafts[i].holds(place)
                    && drafts[i].wraps.is_none()
                    && drafts[i].cue.0 != drafts[index].cue.0
            })
            // A phrase that repeats the same content is no holder of it.
            .filter(|&i| drafts[i].content_span() != own)
            .min_by_key(|&i| {
                drafts[i]
                    .content_span()
                    .map_or(u32::MAX, |s| s.end - s.start)
            });
        if let Some(holder) = holder
            && !leads_to(drafts, holder, index)
        {
            drafts[index].parent = Some(holder);
        }
    }
}

/// Following the chain outwards from `from` meets `to`.
fn leads_to(drafts: &[Draft], from: usize, to: usize) -> bool {
    let mut at = Some(from);
    let mut steps = 0;
    while let Some(index) = at {
        if index == to || steps > drafts.len() {
            return true;
        }
        steps += 1;
        at = drafts[index].parent;
    }
    false
}
