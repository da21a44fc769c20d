//! Takes: a verb and what stands before it. Gives: content that the verb stands behind or in the middle
//! of. Relies on: quotations and clauses before it; a relative pronoun goes back to the noun before it.

use crate::language::arabic::noun_phrase::{self, Want};
use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::CueReading;
use crate::lexicon::{Classes, CueEntry, Introducer, Role, Slot};
use crate::record::Act;
use crate::statement::complements::{self, Complements, Opened};
use crate::statement::draft::{self, Draft, Piece};
use crate::statement::scope::{self, Covered};
use crate::statement::{boundary, content, occasion, source, subject};
use crate::view::View;

/// Content before its verb: `«…»، قال فلان`, `… كما أعلن فلان`.
pub(super) fn inverted(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    has_subject: bool,
    before: &[Draft],
) -> Option<Complements> {
    let entry = &view.lexicon.entries[usize::from(reading.form.entry)];
    let speaks = entry
        .frames
        .iter()
        .flat_map(|f| &f.slots)
        .any(|s| matches!(s.introducer, Introducer::Clause | Introducer::Quotation));
    if !speaks || at < 2 {
        return None;
    }
    let sentence = view.layout.sentence(at);
    let mut found = Complements {
        by: Some(Opened::Quotation),
        ..Complements::default()
    };
    let phrase = scope::as_word(view, at)
        .or_else(|| reading.suffix.and_then(|_| rejoined(view, at)))
        .filter(|&phrase| phrase > sentence.start);
    match phrase {
        Some(phrase) => match scope::before(view, phrase, before)? {
            Covered::Saying(cue) => found.wraps = Some(cue),
            Covered::Clause(piece) => found.content.push(piece),
        },
        None => {
            let paused = at > sentence.start
                && (view.is_comma(at - 1) || view.is_mark(at - 1, &['"', '”', '»', '“']));
            // `«…» وقال فلان`: another saying begins.
            if !paused || view.words[at].prefix.conjunction.is_some() {
                return None;
            }
            found.content.push(scope::quotation_before(view, at)?);
        }
    }
    if !has_subject {
        let source = complements::mention(view, at + 1, 0, sentence.end, Want::Source, &[])?;
        found.source = Some(source);
        found.addressees.extend(occasion::told_to(
            view,
            source.phrase.end,
            sentence.end,
            &entry.frames,
        ));
    }
    Some(found)
}

/// `، وهو ما ترفضه الإدارة`: the clause before it is what the pronoun stands for.
fn rejoined(view: &View<'_>, at: usize) -> Option<usize> {
    let which = at.checked_sub(2)?;
    let what = view.is(at - 1, Classes::RELATIVE) && !view.is(at - 1, Classes::RELATIVE_PRONOUN);
    let pronoun = view.is(
        which,
        Classes::SUBJECT_PRONOUN
            .or(Classes::PRONOUN)
            .or(Classes::CONNECTOR),
    );
    (what && pronoun && view.is_comma(which.checked_sub(1)?)).then_some(which)
}

/// `قرار الهدنة الذي أعلنته الحكومة`, `مقترح عرضه الوسطاء`: the noun before the clause is what is said,
/// the subject behind the verb says it.
pub(super) fn relative_object(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    entry: &CueEntry,
) -> Option<Complements> {
    // `يطالب بها الدائنون`: the pronoun may stand with the verb's preposition.
    let resumed = view.is(at + 1, Classes::PREPOSITION_SUFFIXED);
    let stands_for = |slot: &Slot| match &slot.introducer {
        Introducer::Object => reading.suffix.is_some(),
        Introducer::Preposition(p) => {
            reading.suffix.is_none() && resumed && view.folded(at + 1).starts_with(&**p)
        }
        _ => false,
    };
    let takes = entry
        .frames
        .iter()
        .flat_map(|f| &f.slots)
        .any(|s| s.role == Role::Content && s.must.is_none() && stands_for(s));
    if !takes || reading.prefix.conjunction.is_some() {
        return None;
    }
    let behind = at + 1 + usize::from(reading.suffix.is_none());
    let sentence = view.layout.sentence(at);
    let floor = view.quotation(at).map_or(sentence.start, |q| q.open + 1);
    let mut end = at;
    while end > floor && view.is(end - 1, Classes::AUXILIARY) {
        end -= 1;
    }
    if end <= floor
        || !view.is(end - 1, Classes::RELATIVE_PRONOUN)
            && (matches!(entry.act, Act::Opine | Act::Express) || !describes(view, end, reading))
    {
        return None;
    }
    let source = complements::mention(view, behind, 0, sentence.end, Want::Source, &[])
        .filter(|&m| source::can_speak(view, m))?;
    let pronoun = end - usize::from(view.is(end - 1, Classes::RELATIVE_PRONOUN));
    let noun = subject::antecedent(view, pronoun, floor)?;
    let piece = content::piece(view, noun.phrase.start, 0, noun.phrase.end)?;
    let piece = Piece {
        span: noun.span,
        ..piece
    };
    // `قبل ساعات من هدنة أعلنها التحالف`: the nearest noun.
    let nearest = (piece.start..piece.end)
        .rev()
        .filter(|_| pronoun == end)
        .find(|&i| noun_phrase::is_preposition_word(view, i))
        .and_then(|i| content::piece(view, i + 1, 0, piece.end));
    let piece = nearest.unwrap_or(piece);
    Some(Complements {
        source: Some(source),
        content: vec![piece],
        by: Some(Opened::Object),
        content_start: piece.start,
        ..Complements::default()
    })
}

/// `هدنة إنسانية أعلنها التحالف`: behind an indefinite noun the verb needs no pronoun; its own goes back
/// to the noun.
fn describes(view: &View<'_>, end: usize, reading: &CueReading) -> bool {
    let before = &view.words[end - 1];
    let agrees = reading
        .suffix
        .is_some_and(|s| s.0 == "ها" || s.0 == "ه" && !view.folded(end - 1).ends_with('ه'));
    agrees
        && view.is_word(end - 1)
        && before.classes.any(Classes::NOUN)
        && before.classes.is_open()
        && !before.prefix.definite
        && !before.enclitic
        && view.name_at(end - 1).is_none()
        && matches!(view.tag(end - 1), Tag::Noun | Tag::Adjective)
}

/// `«…»، قال الوزير، «…»`: the first piece of a quotation that the saying stands in the middle of.
pub(super) fn interrupted(
    view: &View<'_>,
    at: usize,
    found: &Complements,
    before: &[Draft],
) -> Option<Piece> {
    let goes_on = found.by == Some(Opened::Quotation)
        && found.content.first().is_some_and(|p| p.start > at)
        && at > view.layout.sentence(at).start
        && view.words[at].prefix.conjunction.is_none()
        && view.is_comma(at - 1);
    if !goes_on {
        return None;
    }
    scope::quotation_before(view, at)
        .filter(|piece| !draft::recent(before).any(|d| d.holds(piece.span)))
}

/// `كما أعلن الوزير رفضه`, not `كما أعلن الوزير`.
pub(super) fn says_as_well(view: &View<'_>, as_word: usize, found: &Complements) -> bool {
    // `قال فلان -كما نقلت الوكالة- إن`: what stands between dashes ends with them.
    let between_dashes = as_word > 0
        && view.is_mark(as_word - 1, &['-', '–', '—'])
        && (as_word..found.content_start).any(|i| view.is_mark(i, &['-', '–', '—']));
    view.folded(as_word).ends_with("كما")
        && !between_dashes
        && match found.by {
            Some(Opened::Object) => found.content.iter().any(|p| {
                p.end > p.start + 1
                    && (found.source.is_some()
                        || !boundary::speaks(view, p.start)
                            && !view.is(p.start, Classes::QUANTIFIER))
            }),
            by => by.is_some(),
        }
}
