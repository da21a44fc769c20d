//! Takes: where a content begins. Gives: where it ends, as [`Piece`]s. Relies on: quotation marks first,
//! sentence ends next, then on the signs of [`boundary`] that the narrator takes the sentence back.

use super::boundary::{self, Shape};
use super::draft::Piece;
use crate::language::arabic::noun_phrase::{self, is_finite_cue};
use crate::lexicon::Classes;
use crate::span::ByteSpan;
use crate::text::layout;
use crate::text::quotes::Quotation;
use crate::text::token::Kind;
use crate::view::View;

/// The content of this shape that begins at token `start`, or some letters into it. `limit` is where it
/// ends at the latest.
pub(crate) fn from(
    view: &View<'_>,
    start: usize,
    letters: u8,
    limit: usize,
    shape: Shape,
) -> Vec<Piece> {
    let mut start = start;
    let mut letters = letters;
    while start < limit
        && matches!(view.tokens.kind(start), Kind::Mark(c) if !is_opening(view, start) && c != '(' && c != '[')
    {
        start += 1;
        letters = 0;
    }
    // `بـ"طمس الحقائق"`: nothing of the word with the preposition is left.
    if letters > 0 && view.cut(start, letters) >= view.tokens.span(start).end {
        start += 1;
        letters = 0;
    }
    if start >= limit {
        return Vec::new();
    }
    let end = match quotation_at(view, start, limit) {
        // The quotation is all of it, unless the sentence goes on with its words.
        Some(quotation) if goes_on_after(view, quotation.close, limit, shape) => {
            end_of(view, quotation.close, limit, shape)
        }
        Some(quotation) => quotation.close,
        None => end_of(view, start, limit, shape),
    };
    let mut pieces: Vec<Piece> = piece(view, start, letters, end).into_iter().collect();
    if shape != Shape::Phrase {
        further_quotations(view, end, limit, &mut pieces);
    }
    pieces
}

/// The quotation that a content opens with, its complementiser inside or outside the marks.
fn quotation_at<'v>(view: &'v View<'_>, start: usize, limit: usize) -> Option<&'v Quotation> {
    view.opening(start).or_else(|| {
        view.quotation(start)
            .filter(|q| q.open + 2 == start && q.close < limit)
            .filter(|q| view.is(q.open + 1, Classes::COMPLEMENTISER))
    })
}

/// `إن «…»، وإن «…»`: quotations joined to the one that ends at `end`.
fn further_quotations(view: &View<'_>, end: usize, limit: usize, pieces: &mut Vec<Piece>) {
    let mut end = end;
    while let Some(joined) = (end + 1..(end + 3).min(limit)).find(|&i| joined_clause(view, i)) {
        if view.closing(end).is_none() {
            return;
        }
        let Some(quotation) = view
            .opening(joined + 1)
            .filter(|q| q.closed && q.close < limit)
        else {
            return;
        };
        pieces.extend(piece(view, quotation.open + 1, 0, quotation.close));
        end = quotation.close;
    }
}

/// The piece from token `start` (past `letters`) to token `end`, without the marks around it.
pub(crate) fn piece(view: &View<'_>, start: usize, letters: u8, end: usize) -> Option<Piece> {
    let (mut start, mut end, mut letters) = (start, end, letters);
    loop {
        while start < end && is_edge(view, start, end, true) {
            start += 1;
            letters = 0;
        }
        let before = end;
        while start < end && is_edge(view, end - 1, start, false) {
            end -= 1;
        }
        if before == end {
            break;
        }
    }
    if start >= end {
        return None;
    }
    // A mark has no letters to cut off: `( …`.
    let letters = if view.is_word(start) { letters } else { 0 };
    let span = ByteSpan::new(view.cut(start, letters), view.tokens.span(end - 1).end);
    (!span.is_empty()).then_some(Piece { start, end, span })
}

/// Marks that stand around a content and do not belong to it.
fn is_edge(view: &View<'_>, at: usize, other: usize, first: bool) -> bool {
    match view.tokens.kind(at) {
        Kind::Break => true,
        Kind::Mark(c) => match c {
            '(' | '[' => !first,
            ')' | ']' => first || !(other..at).any(|i| view.is_mark(i, &['(', '['])),
            '%' | '٪' | '$' | '#' | '@' | '€' | '+' => false,
            '"' | '“' | '”' | '«' | '»' | '‘' | '’' | '„' => {
                if first {
                    // An opening mark stays only where its quotation ends before the content does.
                    view.opening(at).is_none_or(|q| {
                        q.close + 1 >= other || !q.closed || rest_is_marks(view, q.close + 1, other)
                    })
                } else {
                    let opening = view.closing(at).map(|q| q.open);
                    opening.is_none_or(|open| open <= other)
                }
            }
            _ => true,
        },
        _ => false,
    }
}

fn rest_is_marks(view: &View<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|i| matches!(view.tokens.kind(i), Kind::Mark(_)))
}

fn is_opening(view: &View<'_>, at: usize) -> bool {
    view.opening(at).is_some_and(|q| q.open + 1 < q.close)
}

/// After a quotation at the head of the content: does the clause go on past it?
fn goes_on_after(view: &View<'_>, close: usize, limit: usize, shape: Shape) -> bool {
    let next = close + 1;
    if next >= limit || !view.is_word(next) {
        return false;
    }
    if shape == Shape::Clause && names_subject(view, close) {
        return true;
    }
    // A word right after the quotation goes on with its clause: «شتيمة» للولايات المتحدة.
    !(boundary::ends_after_quotation(view, next, shape)
        || view.is(
            next,
            Classes::CONNECTOR
                .or(Classes::OPENER)
                .or(Classes::TIME)
                .or(Classes::CONJUNCTION),
        )
        || is_finite_cue(view, next))
}

/// `إن «القوى السوداء» تنشر`: in the marks is only the subject, and its verb stands right behind them.
fn names_subject(view: &View<'_>, close: usize) -> bool {
    const LONGEST: usize = 9;
    let Some(open) = view.closing(close).map(|q| q.open) else {
        return false;
    };
    let next = close + 1;
    let verb = |i: usize| {
        noun_phrase::is_verb(view, i) || is_finite_cue(view, i) || view.is(i, Classes::WAS)
    };
    close - open <= LONGEST
        && view.words[next].prefix.conjunction.is_none()
        && verb(next)
        && !(open + 1..close).any(verb)
}

/// Where what is said ends that holds token `start`, at `limit` at the latest.
fn end_of(view: &View<'_>, start: usize, limit: usize, shape: Shape) -> usize {
    // A sentence without end is no sentence: what is said stops after a long one's words.
    const LONGEST: usize = 400;
    let limit = limit.min(start + LONGEST);
    if let Some(end) = pointed_at(view, start, limit).filter(|_| shape == Shape::Phrase) {
        return end;
    }
    let inside = view.quotation(start).copied();
    let mut holds_clause = false;
    let mut at = start;
    while at < limit {
        if let Some(quotation) = inside
            && at >= quotation.close
        {
            return quotation.close;
        }
        if at > start && boundary::ends_before(view, at, shape) && view.is_word(at) {
            return at;
        }
        if let Some(quotation) = view.opening(at)
            && quotation.closed
            && quotation.close < limit
        {
            at = quotation.close + 1;
            continue;
        }
        match view.tokens.kind(at) {
            Kind::Break => return at,
            Kind::Mark('(') => {
                if let Some(close) =
                    (at + 1..(at + 20).min(limit)).find(|&i| view.is_mark(i, &[')']))
                {
                    at = close + 1;
                    continue;
                }
            }
            // In a headline a colon hands over to the words themselves.
            Kind::Mark(':') if at > start && inside.is_none() && view.layout.in_title(at) => {
                return at;
            }
            // `ردا على مطالبة البعض بالتأجيل: «…»`: the quotation is no part of a phrase.
            Kind::Mark(':') if shape == Shape::Phrase && view.opening(at + 1).is_some() => {
                return at;
            }
            // Somebody's words told inside a quotation end with their sentence there.
            Kind::Mark(_)
                if inside.is_some()
                    && shape != Shape::Words
                    && layout::ends_sentence(&view.tokens, at) =>
            {
                return at;
            }
            // `طلب مهلة، وإن فلانا رفض`: the clause goes on with the outer saying.
            Kind::Word if shape == Shape::Phrase && view.is(at, Classes::COMPLEMENTISER) => {
                if at > start && !holds_clause && joined_clause(view, at) {
                    return at;
                }
                holds_clause = true;
            }
            _ => {}
        }
        at += 1;
    }
    limit
}

/// `نفى ذلك متحدثا عن`, `ردد هذه الرسالة في خطاب`: what is pointed at is known, and what follows says how
/// it was said.
fn pointed_at(view: &View<'_>, start: usize, limit: usize) -> Option<usize> {
    if !view.is(start, Classes::DEMONSTRATIVE) || start + 1 >= limit {
        return None;
    }
    let end = start + 1 + usize::from(view.words[start + 1].prefix.definite);
    let manner = end < limit
        && view.is_word(end)
        && (view.run_of(end, Classes::OPENER).is_some()
            || noun_phrase::is_participle_of_manner(view, end)
            || boundary::participle_with_complement(view, end));
    manner.then_some(end)
}

/// `وأن`, `وإنه`: a clause joined to another.
fn joined_clause(view: &View<'_>, at: usize) -> bool {
    view.is(at, Classes::COMPLEMENTISER) && view.words[at].prefix.conjunction.is_some()
}
