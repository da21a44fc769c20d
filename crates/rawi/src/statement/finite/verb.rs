//! Takes: a word that may be a finite verb. Gives: whether it is one here, asserted and not supposed.
//! Relies on: its classes, what its spelling could be else, and the words right before it.

use crate::language::arabic::conjugator::{FormKind, Number};
use crate::language::arabic::noun_phrase;
use crate::language::arabic::words::{CueReading, Suffix};
use crate::lexicon::{Classes, Introducer, Meaning, Role};
use crate::statement::{slots, subject};
use crate::text::token::Kind;
use crate::view::View;

/// Could the word be a verb here, or does what stands before it make it a noun?
pub(super) fn may_be_verb(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    let word = &view.words[at];
    // `ردا على`, `مضى يقول`: part of a fixed phrase, or no more than an auxiliary.
    if view
        .run_of(at, Classes::OPENER.or(Classes::TURN))
        .is_some_and(|end| end > at + 1)
        || word.classes.any(Classes::AUXILIARY) && noun_phrase::is_finite_cue(view, at + 1)
    {
        return false;
    }
    let raw = view.tokens.raw(at);
    if raw.ends_with("اً") || raw.ends_with("ًا") {
        return false;
    }
    if inside_fixed_words(view, at)
        || only_supposed(view, at, reading)
        || noun_in_disguise(view, at, reading)
    {
        return false;
    }
    if is_rather_another_word(view, at, reading) {
        return false;
    }
    let ambiguous = word
        .cues
        .iter()
        .any(|c| c.kind() == FormKind::Masdar && c.suffix == reading.suffix);
    if at == 0 || !ambiguous {
        return !(at > 0
            && noun_phrase::is_preposition_word(view, at - 1)
            && view.words[at].prefix.conjunction.is_none()
            && !view.is(
                at - 1,
                Classes::RELATIVE
                    .or(Classes::OPENER)
                    .or(Classes::CONJUNCTION),
            ));
    }
    // أمر، طلب، رفض، ذكر: verb or noun by the word before.
    reading.prefix.preposition.is_none()
        && (may_precede_verb(view, at, reading)
            || subject::before(view, at, reading.features())
                .mention()
                .is_some())
}

/// A noun, a preposition or an auxiliary that is spelt like the verb, unless what is around it tells.
fn is_rather_another_word(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    const NOUN: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUALITY)
        .or(Classes::NATIONALITY)
        .or(Classes::TIME);
    const PARTICLE: Classes = Classes::PREPOSITION.or(Classes::AUXILIARY);
    let classes = view.words[at].classes;
    if reading.prefix.future || !classes.any(NOUN.or(PARTICLE)) || slot_soon(view, at, reading) {
        return false;
    }
    // بيّن is a verb at the head of a clause with أن behind it; بين is a preposition elsewhere.
    let led = at > 0
        && matches!(
            view.folded(at - 1),
            "قد" | "وقد" | "الذي" | "التي" | "الذين"
        );
    if classes.any(NOUN) {
        // `ورأى الوزير أن`, where the noun is spelt رأي.
        let spelt_as_verb = view.tokens.raw(at).ends_with('ى')
            && (reading.prefix.conjunction.is_some() || clause_soon(view, at + 1));
        return !led && !spelt_as_verb;
    }
    !view.is(at + 1, Classes::COMPLEMENTISER)
        && !view.is_mark(at + 1, &[':'])
        && !clause_soon(view, at + 1)
}

/// The conjunction, mark or word before `at` begins a clause.
fn may_precede_verb(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    let previous = at - 1;
    reading.prefix.conjunction.is_some()
        || view.is_comma(previous)
        || view.tokens.kind(previous) == Kind::Break
        || view.is_mark(previous, &['.', ':', '؟', '!', ')', '-'])
        || view.is(
            previous,
            Classes::AUXILIARY
                .or(Classes::NEGATION)
                .or(Classes::CONNECTOR)
                .or(Classes::TURN)
                .or(Classes::COMPLEMENTISER)
                .or(Classes::SUBJECT_PRONOUN)
                .or(Classes::ADVERSATIVE)
                .or(Classes::RELATIVE_PRONOUN)
                .or(Classes::TIME),
        )
}

/// Part of a run of words that means something else as a whole: `أي وقت مضى`, `لم تعد`.
pub(in crate::statement) fn inside_fixed_words(view: &View<'_>, at: usize) -> bool {
    run_over(view, at, Classes::IDIOM).is_some()
}

/// The end of a fixed run of these classes that begins before or at token `at` and reaches over it.
fn run_over(view: &View<'_>, at: usize, classes: Classes) -> Option<usize> {
    const LONGEST: usize = 3;
    (at.saturating_sub(LONGEST)..=at).find_map(|start| {
        view.hits_at(start)
            .find(|h| h.end > at && matches!(h.meaning, Meaning::Class(c) if c.any(classes)))
            .map(|h| h.end)
    })
}

/// `يجب أن يتعهد`, `إذا أصرت`, `لن تقبل`: what somebody may say or shall say is not said. `دون أن يذكر`
/// tells what he left unsaid.
fn only_supposed(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    let Some(previous) = at.checked_sub(1) else {
        return false;
    };
    // و, right behind الذي, is the first letter of the verb.
    if reading.prefix.conjunction.is_some() {
        return view.is(previous, Classes::RELATIVE_PRONOUN);
    }
    let condition = view.is(previous, Classes::CONDITION)
        || run_over(view, previous, Classes::CONDITION) == Some(at);
    if condition || view.is(previous, Classes::MODAL) {
        return true;
    }
    let wished = matches!(view.folded(previous), "ان" | "وان" | "لن" | "ولن" | "الا")
        && reading.kind() != FormKind::Perfect
        && !reading.prefix.future;
    let left_unsaid = previous > 0 && view.is(previous - 1, Classes::WITHOUT);
    wished && !left_unsaid
}

/// `ثمنا`, `قدرتنا`: an accusative or an owner's pronoun that looks like the end of a verb.
fn noun_in_disguise(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    let features = reading.features();
    let stem = view.stem_of(at, reading.prefix);
    let noun = |stem: &str| {
        view.lexicon
            .word(stem)
            .is_some_and(|i| i.classes.any(Classes::NOUN) && !i.classes.any(Classes::VERB))
    };
    let dual = features.kind == FormKind::Perfect && features.number == Number::Dual;
    if dual && let Some(bare) = stem.strip_suffix('ا') {
        let masdar = view.words[at]
            .cues
            .iter()
            .any(|c| c.kind() == FormKind::Masdar);
        return masdar || noun(bare);
    }
    match reading.suffix {
        Some(Suffix("نا" | "ي")) => stem
            .strip_suffix(reading.suffix.map_or("", |s| s.0))
            .and_then(|s| s.strip_suffix('ت'))
            .is_some_and(|s| noun(&format!("{s}ه"))),
        _ => false,
    }
}

/// `عبّر الوزير عن`: at the head of its clause, with the preposition of its frame behind a short subject.
fn slot_soon(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    let entry = &view.lexicon.entries[usize::from(reading.form.entry)];
    heads_clause(view, at)
        && (at + 1..at + 12).take_while(|&i| view.is_word(i) || view.is_comma(i)).any(|i| {
            entry.frames.iter().flat_map(|f| &f.slots).any(|s| s.role == Role::Content && matches!(&s.introducer, Introducer::Preposition(p) if slots::introduces(view, i, p)))
        })
}

fn clause_soon(view: &View<'_>, from: usize) -> bool {
    (from..from + 8)
        .take_while(|&i| !view.is_comma(i) && !view.is_mark(i, &['.']))
        .any(|i| view.is(i, Classes::COMPLEMENTISER))
}

/// A verb whose subject stands before it, or goes on from the clause before: `لكنه لم يذكر`.
pub(super) fn goes_on_with_subject(view: &View<'_>, at: usize) -> bool {
    at > 0
        && (view.is_comma(at - 1)
            || view.is(
                at - 1,
                Classes::NEGATION
                    .or(Classes::AUXILIARY)
                    .or(Classes::CONNECTOR)
                    .or(Classes::COMPLEMENTISER)
                    .or(Classes::RELATIVE),
            ))
}

pub(super) fn heads_clause(view: &View<'_>, at: usize) -> bool {
    at == 0
        || matches!(view.tokens.kind(at - 1), Kind::Break | Kind::Mark(_))
        || view.is(at - 1, Classes::CONNECTOR.or(Classes::NEGATION))
}

/// The negation right before a verb.
pub(super) fn negated(view: &View<'_>, at: usize) -> bool {
    at > 0
        && view.is(at - 1, Classes::NEGATION)
        && matches!(
            view.folded(at - 1).trim_start_matches(['و', 'ف']),
            // ما before a verb of saying is "what": ما قاله.
            "لم" | "لن" | "لا" | "ليس" | "ليست"
        )
}
