//! Takes: a verb and a reading of it. Gives: whether somebody is meant by it, and whether it says
//! something with the object it has. Relies on: the voice and the other readings of the word.

use super::verb::heads_clause;
use crate::language::arabic::conjugator::{FormKind, Number, Person, Voice};
use crate::language::arabic::noun_phrase;
use crate::language::arabic::words::CueReading;
use crate::lexicon::{Classes, CueEntry, Introducer, Role};
use crate::record::{Act, Stance};
use crate::statement::complements::Complements;
use crate::statement::{slots, source, subject};
use crate::view::View;

/// `يُذكر أن`, `ويتوقع أن`: the third person with nobody meant.
pub(super) fn impersonal(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    entry: &CueEntry,
) -> bool {
    let features = reading.features();
    if !entry.passive || reading.suffix.is_some() {
        return false;
    }
    if features.kind == FormKind::Perfect
        && features.voice == Voice::Passive
        && features.person == Person::Third
    {
        // قيل, where the passive is spelt apart from the active.
        let same = view.words[at].cues.iter().any(|c| {
            c.form.entry == reading.form.entry
                && c.features().voice == Voice::Active
                && c.is_finite()
        });
        return !same;
    }
    let masculine = features.kind == FormKind::Imperfect
        && features.person == Person::Third
        && view
            .folded(at)
            .trim_start_matches(['و', 'ف', 'ك', 'س'])
            .starts_with('ي');
    let opens_right_here = entry.frames.iter().flat_map(|f| &f.slots).any(|s| {
        s.role == Role::Content
            && match &s.introducer {
                Introducer::Clause => view.is(at + 1, Classes::COMPLEMENTISER),
                Introducer::Preposition(p) => {
                    slots::introduces(view, at + 1, p) && view.is(at + 2, Classes::COMPLEMENTISER)
                }
                _ => false,
            }
    });
    masculine
        && opens_right_here
        && features.number == Number::Singular
        && (heads_clause(view, at)
            || entry.impersonal
            || disagrees_with_relative(view, at)
            || entry.act == Act::Opine && describes_thing(view, at)
            || written_passive(view, at, entry))
}

/// `يُعتقد`: with the vowel that only the passive of these stems has.
fn written_passive(view: &View<'_>, at: usize, entry: &CueEntry) -> bool {
    view.tokens.raw(at).contains("يُ") && entry.lemma.starts_with(['ا', 'ت'])
}

/// `القادة الذين يعتقد أنهم`: the masculine singular behind another's relative pronoun is nobody's.
fn disagrees_with_relative(view: &View<'_>, at: usize) -> bool {
    at > 0 && view.is(at - 1, Classes::RELATIVE_PRONOUN) && !view.folded(at - 1).ends_with("الذي")
}

/// `غارة يُعتقد أن`, `السفينة التي يُرجح أن`: behind a noun that cannot hold an opinion.
fn describes_thing(view: &View<'_>, at: usize) -> bool {
    let floor = view.layout.sentence(at).start;
    let mut end = at;
    while end > floor && view.is(end - 1, Classes::RELATIVE_PRONOUN) {
        end -= 1;
    }
    end > floor
        && view.is_word(end - 1)
        && subject::antecedent(view, end, floor)
            .is_some_and(|m| !source::may_speak(view, m.phrase.head))
}

/// An object taken as content where the verb is hardly one of saying here.
pub(super) fn doubtful_object(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    found: &Complements,
    led: bool,
) -> bool {
    let Some(piece) = found.content.first() else {
        return true;
    };
    // A pronoun or a particle is no content.
    if piece.end - piece.start <= 1
        && view.is(
            piece.start,
            Classes::PRONOUN
                .or(Classes::PREPOSITION_SUFFIXED)
                .or(Classes::TIME),
        )
    {
        return true;
    }
    // An ambiguous word with neither source nor conjunction is a noun more often than a verb.
    let ambiguous = view.words[at]
        .cues
        .iter()
        .any(|c| !c.is_finite() && c.suffix == reading.suffix);
    ambiguous && found.source.is_none() && !led && reading.prefix.conjunction.is_none()
}

/// `سيؤيد الاتفاق`, `عليه أن يعلن الهدنة`, `لا ترحب بالحرب`: a matter that somebody will, should or does not speak
/// of; nothing is said yet. What somebody denies, leaves open or does not hold (`لا يعتبر الوزير القرار صائبا`) is said.
pub(super) fn unrealised(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    entry: &CueEntry,
    named: bool,
) -> bool {
    if reading.prefix.future || wished(view, at, reading) {
        return true;
    }
    let says_no = matches!(entry.act, Act::Deny | Act::Refuse | Act::Decline)
        || entry.stance == Stance::Denying
        || entry.act == Act::Opine && named;
    at > 0 && view.is(at - 1, Classes::NEVER) && !says_no
}

/// `لم تذكر اسمه`, `لم يكشف عن هويتهم`: who a source is stays untold, which is no saying of anybody.
pub(super) fn keeps_identity(view: &View<'_>, at: usize) -> bool {
    let object = at + 1 + usize::from(noun_phrase::is_preposition_word(view, at + 1));
    at > 0 && view.is(at - 1, Classes::NEGATION) && view.is(object, Classes::IDENTITY)
}

/// Behind أن and not قبل أن, an imperfect is what is wished for.
fn wished(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    const WISHED: [FormKind; 3] = [
        FormKind::Imperfect,
        FormKind::Subjunctive,
        FormKind::Jussive,
    ];
    at > 1
        && WISHED.contains(&reading.kind())
        && view.is(at - 1, Classes::COMPLEMENTISER)
        && view.stem(at - 1).chars().count() == 2
        && view.words[at - 1].prefix.preposition.is_none()
        && !view.is(
            at - 2,
            Classes::TIME.or(Classes::PREPOSITION).or(Classes::OPENER),
        )
}

/// `معقلا للتنظيم في المدينة`, `سباقا مع الوقت في المدن`: the verb has an object of its own, which the frame has no place
/// for. An adverb (`دعا مجددا إلى`) stands alone before what it leads to.
pub(super) fn has_other_object(
    view: &View<'_>,
    next: usize,
    content: usize,
    entry: &CueEntry,
) -> bool {
    let takes = entry
        .frames
        .iter()
        .flat_map(|f| &f.slots)
        .any(|s| s.introducer == Introducer::Object);
    let joined = view.words[content].prefix.preposition.is_some();
    let opens = content - usize::from(!joined);
    !takes
        && next + 1 < opens
        && view.is_word(next)
        && view.words[next].prefix.letters == 0
        && source::adverb(view, next)
}

/// `تعتبر القرية موقعا مهما`, `يعد أحد المعارضين`: with the predicate alone behind it, or behind what is held to be
/// something, the verb is in the passive. Other verbs may be spelt like it (وعد).
pub(super) fn is_held(view: &View<'_>, at: usize, behind: usize) -> bool {
    let holds = view.words[at].cues.iter().any(|c| {
        c.kind() == FormKind::Imperfect
            && c.suffix.is_none()
            && view.lexicon.entries[usize::from(c.form.entry)].holds
    });
    holds
        && view.is_word(behind)
        && (source::adverb(view, behind)
            || accusative(view, behind)
            || view.is(behind, Classes::SUPERLATIVE.or(Classes::QUANTIFIER)))
}

/// An indefinite word with the alif of the accusative, of whatever class.
fn accusative(view: &View<'_>, at: usize) -> bool {
    let word = &view.words[at];
    view.tokens.raw(at).ends_with('ا')
        && view.folded(at).chars().count() >= 4
        && word.prefix.letters == 0
        && !word.enclitic
        && view.name_at(at).is_none()
        && !word.classes.any(Classes::GIVEN_NAME)
}
