//! Takes: a verb and a reading of it. Gives: whether somebody is meant by it, and whether it says
//! something with the object it has. Relies on: the voice and the other readings of the word.

use super::verb::heads_clause;
use crate::language::arabic::conjugator::{FormKind, Number, Person, Voice};
use crate::language::arabic::words::CueReading;
use crate::lexicon::{Classes, CueEntry, Introducer, Role};
use crate::record::Act;
use crate::statement::complements::Complements;
use crate::statement::draft::Mention;
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

/// `تعتبر القرية موقعا مهما`: what is held to be something is no speaker, and the verb is in the passive; its
/// complement is the predicate alone.
pub(super) fn is_held(view: &View<'_>, found: &Complements, source: Option<Mention>) -> bool {
    let predicate = found
        .content
        .first()
        .is_some_and(|p| source::adverb(view, p.start));
    predicate || source.is_some_and(|m| !source::can_speak(view, m))
}
