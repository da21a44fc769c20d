//! Takes: a statement's cue and content. Gives: its [`Act`]. Relies on the act of the cue, which the
//! noun of saying that it takes as its object, or a negation, may change.

use super::draft::Draft;
use crate::language::arabic::conjugator::FormKind;
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
    if matches!(draft.act, Act::Inform | Act::Announce | Act::Express)
        && let Some(piece) = draft.content.first()
        && let Some(noun) = view.words[piece.start]
            .cues
            .iter()
            .find(|c| c.kind() == FormKind::Masdar)
    {
        let entry = &view.lexicon.entries[usize::from(noun.form.entry)];
        if !entry.frames_of(FormKind::Masdar).is_empty()
            && (noun.suffix.is_some() || noun.prefix.definite)
        {
            return entry.act;
        }
    }
    draft.act
}
