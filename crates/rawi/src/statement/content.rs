//! Takes: where a content begins. Gives: where it ends, as [`Piece`]s. Relies on: quotation marks first,
//! sentence ends next, then on the words that hand the sentence back to the narrator.

use super::draft::Piece;
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{self, is_finite_cue};
use crate::lexicon::{Classes, Introducer, Meaning, Role, SourceKind};
use crate::span::ByteSpan;
use crate::text::token::Kind;
use crate::view::View;

/// The content that begins at token `start`, or some letters into it; `clausal` where a clause may be
/// joined to it by وأن. `limit` is where it ends at
/// the latest.
pub(crate) fn from(
    view: &View<'_>,
    start: usize,
    letters: u8,
    limit: usize,
    clausal: bool,
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
    let end = if let Some(quotation) = view.opening(start) {
        let close = quotation.close;
        // The quotation is all of it, unless the sentence goes on with its words.
        if goes_on_after_quotation(view, close, limit) {
            clause_end(view, close, limit, clausal)
        } else {
            close
        }
    } else {
        clause_end(view, start, limit, clausal)
    };
    piece(view, start, letters, end).into_iter().collect()
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
fn goes_on_after_quotation(view: &View<'_>, close: usize, limit: usize) -> bool {
    let next = close + 1;
    if next >= limit || !view.is_word(next) {
        return false;
    }
    // A word right after the quotation goes on with its clause: «شتيمة» للولايات المتحدة.
    !(starts_narration(view, next)
        || view.is(
            next,
            Classes::CONNECTOR
                .or(Classes::OPENER)
                .or(Classes::TIME)
                .or(Classes::CONJUNCTION),
        )
        || is_finite_cue(view, next))
}

/// Where the clause that holds token `start` ends, at `limit` at the latest.
fn clause_end(view: &View<'_>, start: usize, limit: usize, clausal: bool) -> usize {
    // A sentence without end is no sentence: what is said stops after a long one's words.
    const LONGEST: usize = 400;
    let limit = limit.min(start + LONGEST);
    let inside = view.quotation(start).copied();
    let mut at = start;
    while at < limit {
        if let Some(quotation) = inside
            && at >= quotation.close
        {
            return quotation.close;
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
            Kind::Mark('،' | ',' | '؛' | ';') if at + 1 < limit && ends_at_comma(view, at + 1) => {
                return at;
            }
            Kind::Word if at > start && breaks_off(view, at) => return at,
            // `طلب مهلة، وإن فلانا رفض`: the clause goes on with the outer saying.
            Kind::Word if at > start && !clausal && joined_clause(view, at) => return at,
            _ => {}
        }
        at += 1;
    }
    limit
}

/// `وأن`, `وإنه`: a clause joined to another.
fn joined_clause(view: &View<'_>, at: usize) -> bool {
    view.is(at, Classes::COMPLEMENTISER) && view.words[at].prefix.conjunction.is_some()
}

/// Words that hand the sentence back to the narrator after a comma.
fn ends_at_comma(view: &View<'_>, next: usize) -> bool {
    if starts_narration(view, next) || goes_on_telling(view, next) || new_subject(view, next) {
        return true;
    }
    // `، دون أن يذكر`: what the speaker leaves unsaid is the narrator's to tell.
    let without = match view.folded(next) {
        "دون" | "ودون" | "بدون" => next + 2,
        "من" if view.folded(next + 1) == "دون" => next + 3,
        _ => next,
    };
    if without > next && is_cue(view, without) {
        return true;
    }
    if matches!(view.folded(next), "الا" | "غير" | "بيد")
        && view.is(next + 1, Classes::COMPLEMENTISER)
        && view.quotation(next).is_none()
    {
        return true;
    }
    matches!(
        view.folded(next),
        "فيما" | "بينما" | "فيم" | "لكنه" | "لكنها" | "لكنهم" | "ولكنه"
    ) || view.folded(next) == "في"
        && matches!(view.folded(next + 1), "حين" | "وقت" | "اشاره" | "ما")
        || matches!(view.folded(next), "وذلك")
            && matches!(view.folded(next + 1), "خلال" | "في" | "بعد" | "عقب" | "ردا")
}

/// A participle or an according-to phrase that needs no comma before it.
fn breaks_off(view: &View<'_>, at: usize) -> bool {
    let by_source = according_to(view, at) && view.folded(at) != "وفق";
    let but_said =
        matches!(view.folded(at), "لكنه" | "لكنها" | "لكنهم" | "ولكنه") && is_cue(view, at + 1);
    participle_with_complement(view, at)
        || by_source
        || but_said
        || new_saying(view, at) && !view.is_comma(at - 1) && view.folded(at).starts_with('و')
        || view.layout.in_title(at) && new_subject(view, at)
}

fn starts_narration(view: &View<'_>, at: usize) -> bool {
    participle_with_complement(view, at)
        || according_to(view, at)
        || new_saying(view, at)
        || as_saying(view, at)
}

/// `مشيرا إلى`, `مؤكدة أن`: a participle of saying with its complement goes on with the speaker.
pub(crate) fn participle_with_complement(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else {
        return false;
    };
    if word.prefix.definite || word.classes.any(Classes::TITLE.or(Classes::HEAD)) {
        return false;
    }
    let folded = view.folded(at);
    let plural = folded.ends_with("ين");
    if !folded.ends_with(['ا', 'ه']) && !plural {
        return false;
    }
    word.cues.iter().any(|c| {
        let joined = c.prefix.conjunction.is_none() || at > 0 && view.is_comma(at - 1);
        c.kind() == FormKind::ActiveParticiple && joined && {
            let entry = &view.lexicon.entries[usize::from(c.form.entry)];
            entry.participle
                && complement_follows(view, at + 1, &entry.frames, folded.ends_with('ا'))
        }
    })
}

/// Does a complement of one of these frames open right here?
fn complement_follows(
    view: &View<'_>,
    next: usize,
    frames: &[crate::lexicon::Frame],
    object_too: bool,
) -> bool {
    frames
        .iter()
        .flat_map(|f| &f.slots)
        .any(|slot| match &slot.introducer {
            Introducer::Clause => {
                view.is(next, Classes::COMPLEMENTISER) || view.is_mark(next, &[':'])
            }
            Introducer::Quotation => view.is_mark(next, &[':']) || view.opening(next).is_some(),
            Introducer::Preposition(p) => introduces(view, next, p),
            Introducer::Object => {
                object_too
                    && slot.role != Role::Source
                    && view.is_word(next)
                    && !view.is(
                        next,
                        Classes::PREPOSITION
                            .or(Classes::COMPLEMENTISER)
                            .or(Classes::CONJUNCTION),
                    )
            }
        })
}

/// Token `at` is that preposition, or begins with it.
pub(crate) fn introduces(view: &View<'_>, at: usize, preposition: &str) -> bool {
    if !view.is_word(at) {
        return false;
    }
    let folded = view.folded(at);
    if folded == preposition {
        return true;
    }
    let mut letters = preposition.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return false;
    };
    let prefix = view.words[at].prefix;
    prefix.conjunction.is_none()
        && (prefix.preposition == Some(letter)
            || prefix.preposition.is_none() && folded.starts_with(letter) && fused_likely(view, at))
}

/// The word is unknown as it stands and long enough to be a noun with a preposition's letter.
fn fused_likely(view: &View<'_>, at: usize) -> bool {
    let word = &view.words[at];
    let complementiser =
        word.classes.any(Classes::COMPLEMENTISER) && view.folded(at).starts_with("با");
    let pointing = word
        .classes
        .any(Classes::DEMONSTRATIVE.or(Classes::RELATIVE))
        && view.folded(at).chars().count() >= 3;
    complementiser || pointing || word.classes.is_open() && view.folded(at).chars().count() >= 4
}

/// A phrase like `بحسب المصدر`.
fn according_to(view: &View<'_>, at: usize) -> bool {
    view.hits_at(at).any(|h| match h.meaning {
        Meaning::AccordingTo(index) => {
            h.prefix.conjunction.is_none() && {
                let kind = view.lexicon.according_to[usize::from(index)].source;
                match kind {
                    SourceKind::Clause => is_finite_cue(view, h.end),
                    SourceKind::Itself => true,
                    SourceKind::Noun | SourceKind::Lam => speaks(view, h.end),
                }
            }
        }
        _ => false,
    })
}

/// The noun at `at` can be a source: `وفق المصدر`, not `وفق القانون`.
pub(crate) fn speaks(view: &View<'_>, at: usize) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUALITY)
        .or(Classes::NATIONALITY);
    view.is(at, SPEAKS)
        || view.name_at(at).is_some()
        || noun_phrase::looks_like_name(view, at)
        || view.opening(at).is_some()
}

/// Some finite form of a verb of saying, whatever else the word may be.
fn is_cue(view: &View<'_>, at: usize) -> bool {
    view.words
        .get(at)
        .is_some_and(|w| w.cues.iter().any(|c| c.is_finite()))
}

/// `، والمكتب السياسي يحمّل`: another subject with its own verb of saying.
fn new_subject(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else {
        return false;
    };
    let named = word.prefix.definite
        || word.classes.any(Classes::HEAD.or(Classes::TITLE))
        || view
            .name_at(at)
            .is_some_and(|(h, _)| h.prefix.conjunction.is_some());
    if !named
        || !view.folded(at).starts_with('و')
        || view.quotation(at).is_some()
        || noun_phrase::is_preposition(view, at)
    {
        return false;
    }
    noun_phrase::parse_fused(view, at, at + 14, noun_phrase::Want::Source, &[])
        .is_some_and(|p| is_finite_cue(view, p.end))
}

/// `وقال`, `وأضافت`: a new saying in the perfect, with its complement or its subject after it.
fn new_saying(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else {
        return false;
    };
    if word.prefix.definite
        || word
            .classes
            .any(Classes::TITLE.or(Classes::HEAD).or(Classes::GIVEN_NAME))
    {
        return false;
    }
    word.cues.iter().any(|c| {
        let described =
            c.suffix.is_some() && (view.opening(at + 1).is_some() || introduces(view, at + 1, "ب"));
        c.kind() == FormKind::Perfect
            && c.prefix.conjunction == Some('و')
            && (c.suffix.is_none() || described)
            && {
                let entry = &view.lexicon.entries[usize::from(c.form.entry)];
                entry.frames.iter().flat_map(|f| &f.slots).any(|s| {
                    matches!(s.introducer, Introducer::Clause | Introducer::Quotation)
                        || s.role == Role::Content
                }) && (complement_follows(view, at + 1, &entry.frames, false)
                    || clause_ahead(view, at + 1))
            }
    })
}

/// A complementiser, colon or quotation within a few words.
fn clause_ahead(view: &View<'_>, from: usize) -> bool {
    (from..from + 14)
        .take_while(|&i| !view.is_mark(i, &['.', '؛']) && view.tokens.kind(i) != Kind::Break)
        .any(|i| {
            view.is(i, Classes::COMPLEMENTISER)
                || view.is_mark(i, &[':'])
                || view.opening(i).is_some()
        })
}

/// `، وأعلن`, `، وجاء`: after a comma, any verb of saying in the perfect with و is the narrator's.
fn goes_on_telling(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else {
        return false;
    };
    let perfect = word.cues.iter().any(|c| {
        c.kind() == FormKind::Perfect && c.prefix.conjunction == Some('و') && c.suffix.is_none()
    });
    let noun = word.cues.iter().any(|c| c.kind() == FormKind::Masdar)
        || word
            .classes
            .any(Classes::TITLE.or(Classes::HEAD).or(Classes::GIVEN_NAME));
    perfect && !noun && view.quotation(at).is_none()
        || matches!(view.folded(at), "حيث" | "اذ")
            && is_finite_cue(view, at + 1)
            && view.quotation(at).is_none()
}

/// `كما قال`, `كما أعلنت`.
fn as_saying(view: &View<'_>, at: usize) -> bool {
    matches!(view.folded(at), "كما" | "حسبما" | "وفقما") && is_finite_cue(view, at + 1)
}
