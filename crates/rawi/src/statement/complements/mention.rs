//! Takes: a place where somebody may be named. Gives: the [`Mention`], without letters before it and
//! marks around it. Relies on: the noun phrase; a short quotation names somebody.

use crate::language::arabic::noun_phrase::{self, NounPhrase, Want};
use crate::span::ByteSpan;
use crate::statement::draft::Mention;
use crate::text::token::Kind;
use crate::view::View;

/// The noun phrase at `start` as a mention: without letters before it and marks around it.
pub(crate) fn mention(
    view: &View<'_>,
    start: usize,
    letters: u8,
    limit: usize,
    want: Want,
    taken: &[Box<str>],
) -> Option<Mention> {
    if let Some(quotation) = view
        .opening(start)
        .filter(|q| q.closed && q.close < limit && q.close - q.open <= 8 && q.close > q.open + 1)
        .filter(|q| view.tokens.kind(q.open + 1) != Kind::Break)
    {
        return Some(in_marks(view, start, quotation.close));
    }
    let first = start;
    // A letter that stands alone before the noun: `لـ العين`.
    let (start, letters) = if letters > 0 && view.cut(start, letters) >= view.tokens.span(start).end
    {
        (start + 1, 0)
    } else {
        (start, letters)
    };
    if start >= limit {
        return None;
    }
    if view.opening(start).is_some() {
        // Behind a letter that stands alone the quoted name is looked at again; a long or unclosed
        // quotation is no mention.
        return if start > first {
            mention(view, start, 0, limit, want, taken)
        } else {
            None
        };
    }
    let phrase =
        if letters > 0 || view.words[start].prefix.preposition.is_some() && view.is_word(start) {
            noun_phrase::parse_fused(view, start, limit, want, taken)?
        } else {
            noun_phrase::parse(view, start, limit, want, taken)?
        };
    let span = ByteSpan::new(
        view.cut(phrase.start, letters),
        view.tokens.span(phrase.end - 1).end,
    );
    (!span.is_empty()).then_some(Mention { phrase, span })
}

/// The name in the marks at `open` and `close`.
pub(super) fn in_marks(view: &View<'_>, open: usize, close: usize) -> Mention {
    let phrase = NounPhrase {
        start: open + 1,
        end: close,
        head: open + 1,
    };
    Mention {
        phrase,
        span: view.span(open + 1, close),
    }
}

/// The token behind a mention and the mark that closes it.
pub(crate) fn past(view: &View<'_>, mention: Mention) -> usize {
    let end = mention.phrase.end;
    let quoted = mention.phrase.start > 0
        && view
            .opening(mention.phrase.start - 1)
            .is_some_and(|q| q.close == end);
    if quoted { end + 1 } else { end }
}
