//! Takes: a statement's content. Gives: its [`Form`]. Relies on the quotation marks that stand between
//! the cue and the reader, not on those that hold the cue itself.

use super::draft::{Draft, Subject};
use crate::record::Form;
use crate::view::View;

pub(super) fn of(view: &View<'_>, draft: &Draft) -> Form {
    if draft.topic {
        return Form::Topic;
    }
    let own = draft.subject == Subject::Own;
    let mut quoted = 0;
    let mut partly = false;
    for piece in &draft.content {
        let holder = view.quotations_before(piece.end).find(|q| {
            q.open < piece.start
                && piece.end <= q.close
                && (own || !(q.open < draft.cue.0 && draft.cue.0 < q.close))
                && piece.end > q.open
        });
        if holder.is_some() {
            quoted += 1;
        } else if view.quotations_before(piece.end).any(|q| {
            q.closed
                && piece.start <= q.open
                && q.open < piece.end
                && (q.close - q.open > 3 || q.close - q.open == 3 && q.close + 1 >= piece.end)
        }) {
            partly = true;
        }
    }
    if quoted > 0 && quoted == draft.content.len() {
        Form::Direct
    } else if quoted > 0 || partly {
        Form::Mixed
    } else {
        Form::Indirect
    }
}
