//! Takes: a statement's content. Gives: its [`Form`]. Relies on the quotation marks that stand between
//! the cue and the reader, not on those that hold the cue itself or a mere name; and on what the content
//! is: words, or only the matter that was talked about.

use super::draft::{Draft, Piece};
use crate::language::arabic::noun_phrase;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::record::{Act, Form};
use crate::text::quotes::Quotation;
use crate::text::token::Kind;
use crate::view::View;

pub(super) fn of(view: &View<'_>, draft: &Draft) -> Form {
    if is_topic(view, draft) {
        return Form::Topic;
    }
    let mut quoted = 0;
    let mut partly = false;
    for piece in &draft.content {
        let holder = view.quotations_before(piece.end).find(|q| {
            q.open < piece.start
                && piece.end <= q.close
                && !(q.open < draft.cue.0 && draft.cue.0 < q.close)
                && piece.end > q.open
        });
        if holder.is_some() {
            quoted += 1;
        } else if view.quotations_before(piece.end).any(|q| {
            q.closed && piece.start <= q.open && q.open < piece.end && !marks_a_name(view, q)
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

/// Marks around what something is called, not around somebody's words: `حركة «الفجر»`, `صاروخ "زلزال-2"`.
fn marks_a_name(view: &View<'_>, quotation: &Quotation) -> bool {
    const LONGEST: usize = 4;
    let words: Vec<usize> = (quotation.open + 1..quotation.close)
        .filter(|&i| matches!(view.tokens.kind(i), Kind::Word | Kind::Number))
        .take(LONGEST + 1)
        .collect();
    let Some((&first, &last)) = words.first().zip(words.last()) else {
        return true;
    };
    let before = quotation.open.checked_sub(1);
    if before.is_some_and(|b| view.is(b, Classes::NAMING)) {
        return true;
    }
    if words.len() > LONGEST {
        return false;
    }
    let known = |i: usize| {
        view.name_at(i).is_some()
            || view.is(
                i,
                Classes::GIVEN_NAME
                    .or(Classes::MEDIA)
                    .or(Classes::ORGANISATION)
                    .or(Classes::NATIONALITY),
            )
    };
    let foreign = words.iter().all(|&i| {
        view.classes(i).is_none()
            && view.words[i].cues.is_empty()
            && !view.words[i].prefix.definite
            && !matches!(view.tag(i), Tag::Verb | Tag::Adjective | Tag::Adverb)
    });
    // `معركة "طوفان الأقصى"`: the noun before is what it is a name of.
    let of_a_noun = before.is_some_and(|b| {
        view.is_word(b)
            && view.is(b, Classes::NOUN.or(Classes::HEAD))
            && !view.words[b].prefix.definite
            && !view.words[b].enclitic
            && !noun_phrase::is_preposition_word(view, b)
    });
    let definite = view.words[first].prefix.definite || view.words[last].prefix.definite;
    known(first) || foreign || of_a_noun && definite
}

/// Only what it was about is told: by the frame, because something is left unsaid, or because the noun
/// says what kind of matter it is.
fn is_topic(view: &View<'_>, draft: &Draft) -> bool {
    let informs = matches!(draft.act, Act::Inform | Act::Announce | Act::Decline);
    let [piece] = draft.content.as_slice() else {
        return draft.topic;
    };
    let head = piece.start;
    if draft.topic {
        // `تحدث عن اشتباكات`: that something happened is told.
        let happening = draft.act == Act::Inform
            && !draft.dependent
            && !view.words[head].prefix.definite
            && noun_phrase::verbal_noun_like(view.stem(head));
        return !happening;
    }
    let cue = draft.cue.0;
    let unsaid = draft.negated
        || (cue.saturating_sub(3)..cue)
            .any(|i| view.run_of(i, Classes::NEGATION) == Some(cue) && i + 1 < cue);
    informs && is_phrase(view, draft, piece) && (unsaid || view.is(head, Classes::MATTER))
}

/// The content is a noun phrase, the object of its verb or of its preposition.
fn is_phrase(view: &View<'_>, draft: &Draft, piece: &Piece) -> bool {
    piece.start > draft.cue.0
        && piece.start > 0
        && !view.is(piece.start - 1, Classes::COMPLEMENTISER)
        && !view.is_mark(piece.start - 1, &[':'])
        && view.opening(piece.start - 1).is_none()
}
