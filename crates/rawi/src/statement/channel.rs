//! Takes: statements with the channels their own words tell. Gives: the channel of each run of speech.
//! Relies on speakers being resolved: a channel spreads while the same speaker goes on.

use super::draft::{Draft, NEAR};
use crate::view::View;

/// Spreads each channel forward over the statements of the same speaker in the run that it opens.
pub(crate) fn spread(view: &View<'_>, drafts: &mut [Draft], speakers: &[Option<usize>]) {
    for index in 1..drafts.len() {
        if drafts[index].channel.is_some()
            || speakers[index].is_none()
            || drafts[index].parent.is_some()
        {
            continue;
        }
        // The last statement of the same level before this one must be by the same speaker.
        let previous = (index.saturating_sub(NEAR)..index)
            .rev()
            .find(|&i| drafts[i].parent == drafts[index].parent);
        let Some(previous) = previous else { continue };
        let near = view.layout.paragraph_index(drafts[index].cue.0)
            <= view.layout.paragraph_index(drafts[previous].cue.0) + 3;
        if near && speakers[previous] == speakers[index] {
            drafts[index].channel = drafts[previous].channel;
        }
    }
}
