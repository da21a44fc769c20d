//! Takes: a place before a verb. Gives: where the clause begins that ends there, and which words may stand
//! before its subject. Relies on marks, complementisers and connectors.

use crate::lexicon::Classes;
use crate::text::token::Kind;
use crate::view::View;

/// Where the clause that ends before `end` begins.
pub(super) fn clause_start(view: &View<'_>, end: usize, floor: usize) -> usize {
    const FARTHEST: usize = 60;
    let floor = floor.max(end.saturating_sub(FARTHEST));
    let mut at = end;
    while at > floor {
        let previous = at - 1;
        if view.is_mark(
            previous,
            &['،', ',', '؛', ';', ':', '!', '؟', '«', '“', '-', '–'],
        ) || view.tokens.kind(previous) == Kind::Break
        {
            break;
        }
        if view.opening(previous).is_some_and(|q| q.close >= end) {
            break;
        }
        // The complementiser opens the clause; `لكن`, `أما` and the like as well.
        if view.is(previous, Classes::COMPLEMENTISER)
            || view.is(previous, Classes::CONNECTOR) && !view.is(previous, Classes::AUXILIARY)
        {
            break;
        }
        if view.is_mark(previous, &['.']) && !view.tokens.touches_next(previous) {
            break;
        }
        at = previous;
    }
    at
}

/// Words that may stand before a subject at the head of its clause.
pub(super) fn skippable(view: &View<'_>, at: usize) -> bool {
    view.is(
        at,
        Classes::CONNECTOR
            .or(Classes::TURN)
            .or(Classes::COMPLEMENTISER)
            .or(Classes::CONJUNCTION)
            .or(Classes::PARTICLE)
            .or(Classes::AUXILIARY),
    ) || matches!(view.tokens.kind(at), Kind::Mark(_))
}

/// `بعدما`, `للتوضيح`: what begins so is no subject.
pub(super) fn begins_remark(view: &View<'_>, start: usize) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUANTIFIER);
    view.name_at(start)
        .is_some_and(|(h, _)| h.prefix.preposition.is_some())
        || view
            .words
            .get(start)
            .is_some_and(|w| w.prefix.preposition.is_some())
        || view.is(start, Classes::OPENER) && !view.is(start, SPEAKS)
}
