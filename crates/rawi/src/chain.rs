//! Takes: drafts with their contents and speakers. Gives: each one's parent, the statement on whose word
//! we have it. Relies on containment: the innermost content that holds a cue; according-to phrases set
//! theirs before; a run that goes on with what a source told stays on its word.

use crate::lexicon::Classes;
use crate::record::SourceType;
use crate::speaker::Resolved;
use crate::statement::draft::{self, Draft};
use crate::view::View;

/// The longest chain that is made. News has chains of four or five; a text made of openings only would have
/// one as long as itself, which would have to be followed again for every link of it.
const LONGEST: usize = 32;

pub(crate) fn link(view: &View<'_>, drafts: &mut [Draft], resolved: &Resolved) {
    by_containment(drafts);
    for index in 0..drafts.len() {
        match drafts[index].parent {
            Some(holder) if describes(view, drafts, resolved, index, holder) => {
                drafts[index].parent = drafts[holder].parent;
            }
            None => drafts[index].parent = told_on(view, drafts, resolved, index),
            Some(_) => {}
        }
    }
}

/// `دعا إلى وضع حد لما وصفه بالعبث`: the narrator tells how the speaker himself calls it.
fn describes(
    view: &View<'_>,
    drafts: &[Draft],
    resolved: &Resolved,
    index: usize,
    holder: usize,
) -> bool {
    let cue = drafts[index].cue.0;
    let with_pronoun = view.words[cue]
        .cues
        .iter()
        .filter_map(|c| c.suffix)
        .any(|s| matches!(s.0, "ه" | "ها" | "هم"));
    with_pronoun
        && cue > 0
        && view.is(cue - 1, Classes::RELATIVE)
        && resolved.speakers[index].is_some()
        && resolved.speakers[index] == resolved.speakers[holder]
}

/// `قال الوزير بحسب الصحيفة … وأضاف`: the run goes on, and with it the word that we have it on.
fn told_on(view: &View<'_>, drafts: &[Draft], resolved: &Resolved, index: usize) -> Option<usize> {
    let draft = &drafts[index];
    let speaker = resolved.speakers[index]?;
    let goes_on = draft.wraps.is_none()
        && !draft.dependent
        && view.words[draft.cue.0]
            .cues
            .iter()
            .any(|c| c.is_finite() && c.prefix.conjunction == Some('و'));
    if !goes_on || view.layout.in_title(draft.cue.0) {
        return None;
    }
    let passes_on = |told: usize| {
        resolved.speakers[told].is_some_and(|s| {
            s != speaker
                && matches!(
                    resolved.cast.members[s].source_type,
                    SourceType::Media
                        | SourceType::Document
                        | SourceType::UnnamedDescribed
                        | SourceType::UnnamedBare
                )
        })
    };
    for last in (index.saturating_sub(draft::NEAR)..index).rev() {
        match drafts[last].parent {
            Some(told) if passes_on(told) => {
                let near = view.layout.paragraph_index(draft.cue.0)
                    <= view.layout.paragraph_index(drafts[last].cue.0) + 1;
                return (near && resolved.speakers[last] == Some(speaker)).then_some(told);
            }
            // Told inside another's words.
            Some(_) => {}
            // The phrase that covers the saying before it.
            None if drafts[index.saturating_sub(draft::NEAR)..last]
                .iter()
                .any(|d| d.parent == Some(last)) => {}
            None => return None,
        }
    }
    None
}

fn by_containment(drafts: &mut [Draft]) {
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
            && may_hang_on(drafts, index, holder)
        {
            drafts[index].parent = Some(holder);
        }
    }
}

/// The chain outwards from `holder` comes to its end, and not by way of `index`.
fn may_hang_on(drafts: &[Draft], index: usize, holder: usize) -> bool {
    let outwards = |&at: &usize| drafts[at].parent;
    let mut chain = std::iter::successors(Some(holder), outwards).take(LONGEST);
    let ends = chain.clone().count() < LONGEST;
    ends && chain.all(|at| at != index)
}
