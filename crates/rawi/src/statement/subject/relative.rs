//! Takes: a clause that describes a noun. Gives: the noun, as the subject of the clause's verb: `الوزير الذي
//! حذر`, `مصادر قالت إن`. Relies on agreement, and on what takes the noun up again behind the verb.

use super::can_speak;
use super::clause::{clause_start, skippable};
use crate::language::arabic::agreement::{self, Agreement};
use crate::language::arabic::conjugator::{Features, FormKind, Gender, Number};
use crate::language::arabic::noun_phrase::{self, NounPhrase, Want};
use crate::lexicon::Classes;
use crate::span::ByteSpan;
use crate::statement::draft::Mention;
use crate::statement::source;
use crate::view::View;

/// Does a verb with these features tell of what its relative pronoun goes back to? In `الهيئات التي قال
/// إنها` it does not.
pub(super) fn relates(view: &View<'_>, pronoun: usize, features: Features) -> bool {
    let feminine = view.is(pronoun, Classes::FEMININE);
    let plural = view.is(pronoun, Classes::PLURAL);
    let many = features.number != Number::Singular;
    if plural {
        return many;
    }
    !many && feminine == (features.gender == Gender::Feminine)
        || many && view.words[pronoun].prefix.letters > 0 && feminine
}

/// The noun phrase that a relative pronoun goes back to: the longest that ends right before it.
pub(in crate::statement) fn antecedent(
    view: &View<'_>,
    pronoun: usize,
    floor: usize,
) -> Option<Mention> {
    let end = if view.is_comma(pronoun - 1) {
        pronoun - 1
    } else {
        pronoun
    };
    // `"مرتبط بتطبيق القرار الصادر عن المجلس"، الذي ينص`: the noun ends a quotation that it does not begin.
    phrase_up_to(view, end, floor).or_else(|| {
        view.closing(end.checked_sub(1)?)?;
        phrase_up_to(view, end - 1, floor)
    })
}

/// The longest noun phrase that ends there.
fn phrase_up_to(view: &View<'_>, end: usize, floor: usize) -> Option<Mention> {
    if end <= floor {
        return None;
    }
    let mut clause = clause_start(view, end, floor);
    // `رئيس الأركان، الجنرال فلان الذي`: the phrase began before the comma.
    if clause > floor + 1 && view.is_comma(clause - 1) && view.is(clause, Classes::TITLE) {
        let whole = (clause_start(view, clause - 1, floor)..clause - 1)
            .filter(|&i| view.is(i, Classes::TITLE))
            .find(|&i| {
                noun_phrase::parse(view, i, end, Want::Source, &[]).is_some_and(|p| p.end == end)
            });
        clause = whole.unwrap_or(clause);
    }
    let mut best: Option<NounPhrase> = None;
    for start in clause..end {
        let phrase = if !view.is_word(start)
            || view.words[start].prefix.preposition.is_some() && start != clause
        {
            fused_start(view, start, end)
        } else if noun_phrase::is_verb(view, start)
            || noun_phrase::is_preposition_word(view, start)
            || skippable(view, start)
            || start > clause && qualifies(view, start)
            || view.is(start, Classes::WEEKDAY)
        {
            None
        } else {
            noun_phrase::parse(view, start, end, Want::Source, &[])
                .filter(|p| p.end == end)
                .filter(|p| !(p.start..p.end).any(|i| view.is(i, Classes::RELATIVE_PRONOUN)))
        };
        let Some(phrase) = phrase else {
            continue;
        };
        // The longest, unless one inside it has a head that can speak.
        if can_speak(view, phrase.head) {
            best = Some(phrase);
            break;
        }
        best.get_or_insert(phrase);
    }
    let phrase = best?;
    let prefix = view.words[phrase.start].prefix;
    let letters = if prefix.preposition.is_some() {
        prefix.conjunction_letters + 1
    } else {
        prefix.conjunction_letters
    };
    let letters = if view.classes(phrase.start).is_open() && !prefix.definite {
        0
    } else {
        letters
    };
    let letters = if prefix.preposition == Some('ل') && prefix.definite {
        0
    } else {
        letters
    };
    Some(Mention {
        phrase,
        span: ByteSpan::new(
            view.cut(phrase.start, letters),
            view.tokens.span(phrase.end - 1).end,
        ),
    })
}

/// `الأساطير المصرية التي`: the adjective of the noun before it.
fn qualifies(view: &View<'_>, at: usize) -> bool {
    let before = at - 1;
    view.is(at, Classes::NATIONALITY)
        && view.is_word(before)
        && !noun_phrase::is_verb(view, before)
        && !noun_phrase::is_preposition_word(view, before)
        && !view.is(before, Classes::COMPLEMENTISER.or(Classes::CONNECTOR))
        && view.words[before].prefix.definite == view.words[at].prefix.definite
        && view.name_at(before).is_none()
}

fn fused_start(view: &View<'_>, start: usize, end: usize) -> Option<NounPhrase> {
    if !view.is_word(start) || !noun_phrase::is_preposition(view, start) {
        return None;
    }
    noun_phrase::parse_fused(view, start, end, Want::Source, &[]).filter(|p| p.end == end)
}

/// `نقلا عن مصادر قالت إن`: an indefinite noun that a clause without a pronoun describes.
pub(super) fn described_subject(
    view: &View<'_>,
    end: usize,
    floor: usize,
    at: usize,
) -> Option<Mention> {
    let told = |i: usize| view.is(i, Classes::COMPLEMENTISER);
    let speaks = told(at + 1)
        || told(at + 2) && view.is(at + 1, Classes::PREPOSITION)
        || view.is_mark(at + 1, &[':'])
        || view.opening(at + 1).is_some();
    if !speaks {
        return None;
    }
    let mention = antecedent(view, end, floor)?;
    let phrase = mention.phrase;
    let head = view.classes(phrase.head);
    let definite = (phrase.start..phrase.end)
        .any(|i| view.words[i].prefix.definite || view.name_at(i).is_some());
    (head.any(Classes::HEAD.without(Classes::ROLE)) && !definite).then_some(mention)
}

/// `الوقود الذي ينحي عليه العلماء`: a preposition behind the verb takes up what the pronoun goes back to.
pub(super) fn resumed(view: &View<'_>, pronoun: usize, at: usize) -> bool {
    let ending = if view.is(pronoun, Classes::PLURAL) {
        "هم"
    } else if view.is(pronoun, Classes::FEMININE) {
        "ها"
    } else {
        "ه"
    };
    view.is(at + 1, Classes::PREPOSITION_SUFFIXED)
        && view.folded(at + 1).ends_with(ending)
        && view.is_word(at + 2)
        && can_speak(view, at + 2)
}

/// `الإجراء الذي أعلن الرئيس عن`: what cannot speak leaves the verb to somebody behind it.
pub(super) fn followed(view: &View<'_>, mention: Mention, at: usize) -> bool {
    !source::can_speak(view, mention) && view.is_word(at + 1) && can_speak(view, at + 1)
}

/// `قانونا يشدد على`, `جهات تعلن`, `برامج تحث على`: an indefinite noun that a clause describes without a
/// pronoun between them.
pub(super) fn undetermined(
    view: &View<'_>,
    at: usize,
    floor: usize,
    features: Features,
) -> Option<Mention> {
    const NO_NOUN: Classes = Classes::TIME
        .or(Classes::OPENER)
        .or(Classes::WEEKDAY)
        .or(Classes::QUANTIFIER)
        .or(Classes::RELATIVE)
        .or(Classes::DEMONSTRATIVE)
        .or(Classes::PRONOUN)
        .or(Classes::GIVEN_NAME);
    const KNOWN: Classes = Classes::NOUN.or(Classes::HEAD).or(Classes::TITLE);
    if features.kind == FormKind::Perfect || !view.is_word(at - 1) {
        return None;
    }
    let plain = |i: usize| {
        view.is_word(i)
            && !view.words[i].prefix.definite
            && !view.words[i].enclitic
            && view.name_at(i).is_none()
            && !view.is(i, NO_NOUN)
            && !skippable(view, i)
            && !noun_phrase::is_preposition_word(view, i)
            && !noun_phrase::is_verb(view, i)
    };
    let mut start = at;
    while start > floor && plain(start - 1) {
        start -= 1;
        let prefix = view.words[start].prefix;
        if prefix.preposition.is_some() || prefix.conjunction.is_some() {
            break;
        }
    }
    // `من جهة أخرى يؤكد`.
    let turn = start > floor
        && view
            .run_of(start - 1, Classes::TURN.or(Classes::OPENER))
            .is_some_and(|end| end > start);
    if start == at || turn || !view.is(start, KNOWN) {
        return None;
    }
    let phrase = NounPhrase {
        start,
        end: at,
        head: start,
    };
    let mention = Mention {
        phrase,
        span: ByteSpan::new(
            view.cut(start, view.words[start].prefix.letters),
            view.tokens.span(at - 1).end,
        ),
    };
    let fits = Agreement::of_cue(features).allows(agreement::of_head(view, start, None))
        || many_things(view, start, features);
    // `سور يقول المسلمون إنه`: the verb has a subject of its own. `شريطا يؤكد فيه`: it is somebody's before.
    let speaks = source::may_speak(view, phrase.head);
    let followed = !speaks
        && view.is_word(at + 1)
        && source::may_speak(view, at + 1)
        && !source::oblique_plural(view, at + 1);
    let place = view.is(at + 1, Classes::PREPOSITION_SUFFIXED)
        && (!speaks || view.is(phrase.head, Classes::DOCUMENT));
    (fits && !followed && !place).then_some(mention)
}

/// `برامج تحث`: what is no name of persons and has no feminine ending is a plural of things where its verb
/// is in the feminine.
pub(super) fn many_things(view: &View<'_>, head: usize, features: Features) -> bool {
    features.gender == Gender::Feminine
        && features.number == Number::Singular
        && (view.classes(head).is_open() || view.is(head, Classes::NOUN))
        && !source::may_speak(view, head)
}
