//! Takes: a finite verb. Gives: its subject where that stands before it: `المصدر أوضح`, `وكان الجيش قد
//! أعلن`, `الوزير الذي حذر`. Relies on the phrase reaching the verb, remarks between commas aside.

use super::draft::Mention;
use super::{complements, source};
use crate::language::arabic::conjugator::{Features, Gender, Number};
use crate::language::arabic::noun_phrase::{self, NounPhrase, Want};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::span::ByteSpan;
use crate::text::token::Kind;
use crate::view::View;

/// What stands before a verb as its subject.
#[derive(Debug, Clone, Copy)]
pub(super) enum Before {
    Subject(Mention),
    /// A pronoun (`أنه حث`, `وهو يقول`): the noun behind the verb is its object.
    Pronoun,
    Nothing,
}

impl Before {
    pub(super) fn mention(self) -> Option<Mention> {
        match self {
            Self::Subject(mention) => Some(mention),
            Self::Pronoun | Self::Nothing => None,
        }
    }
}

/// The subject before its verb: `المصدر أوضح`, `وكان الجيش قد أعلن`, `الوزير الذي حذر`.
pub(super) fn before(view: &View<'_>, at: usize, features: Features) -> Before {
    const PARTICLE: Classes = Classes::AUXILIARY.or(Classes::NEGATION);
    if at == 0 {
        return Before::Nothing;
    }
    let sentence = view.layout.sentence(at);
    let floor = view.quotation(at).map_or(sentence.start, |q| q.open + 1);
    let mut end = at;
    // Particles between the subject and the verb; كان keeps the subject behind it.
    while end > floor
        && view.is(end - 1, PARTICLE)
        && !view.is(end - 1, Classes::WAS.or(Classes::RELATIVE))
        || end > floor && resumes(view, end - 1) && view.is(end - 1, Classes::BEFORE_VERB)
    {
        end -= 1;
    }
    if end == floor {
        return Before::Nothing;
    }
    if view.words[at].prefix.conjunction.is_some() {
        // `أما الوزير فقال`.
        return topic(view, at, floor);
    }
    if view.is(end - 1, Classes::SUBJECT_PRONOUN) {
        return Before::Pronoun;
    }
    // `ما أعلنه المتمردون`: the subject can only follow.
    if view.is(end - 1, Classes::RELATIVE) && !view.is(end - 1, Classes::RELATIVE_PRONOUN) {
        return Before::Nothing;
    }
    let found = if view.is(end - 1, Classes::RELATIVE_PRONOUN) {
        if !relates(view, end - 1, features) || resumed(view, end - 1, at) {
            return Before::Nothing;
        }
        antecedent(view, end - 1, floor).filter(|m| !followed(view, *m, at))
    } else if view.is_comma(end - 1) && end - 1 > floor {
        // `وكان بيان …، أشار`: only a subject held open by كان or by fronting goes over a comma.
        was_subject(view, end - 1, floor)
            .or_else(|| comma_subject(view, end, floor, introduced(view, at)))
    } else {
        plain_subject(view, end, floor)
            .filter(|m| introduced(view, at) || !has_clause(view, *m))
            .filter(|m| !bare_thing(view, *m))
            .or_else(|| was_subject(view, end, floor))
            .or_else(|| joined_subject(view, end, floor))
            .or_else(|| described_subject(view, end, floor, at))
    };
    found.map_or(Before::Nothing, Before::Subject)
}

/// An indefinite noun that says nothing: `وهي مشاريع دعا إليها`.
fn bare_thing(view: &View<'_>, mention: Mention) -> bool {
    let phrase = mention.phrase;
    phrase.head == phrase.start
        && !view.words[phrase.head].prefix.definite
        && source::is_mute(view, mention)
}

/// The subject holds a relative clause, whose own end is not sure.
fn has_clause(view: &View<'_>, mention: Mention) -> bool {
    (mention.phrase.start..mention.phrase.end).any(|i| view.is(i, Classes::RELATIVE_PRONOUN))
}

/// The subject of the verb before token `at`, where it follows the verb: `وختم الوزير كلمته بالقول`.
pub(super) fn of_clause(view: &View<'_>, at: usize, floor: usize) -> Option<Mention> {
    const NEAR: usize = 25;
    let verb = (floor..at)
        .rev()
        .take(NEAR)
        .take_while(|&i| !view.is(i, Classes::COMPLEMENTISER))
        .find(|&i| view.tag(i) == Tag::Verb && view.is_word(i))?;
    let mention = complements::mention(view, verb + 1, 0, at, Want::Source, &[])?;
    can_speak(view, mention.phrase.head).then_some(mention)
}

/// The document before `جاء فيه`.
pub(super) fn document_before(view: &View<'_>, at: usize, floor: usize) -> Option<Mention> {
    let end = if at > floor && view.is_comma(at - 1) {
        at - 1
    } else {
        at
    };
    let mention = antecedent(view, end, floor)?;
    view.is(mention.phrase.head, Classes::DOCUMENT)
        .then_some(mention)
}

/// What a verb says opens right behind it, so that no subject can follow.
fn introduced(view: &View<'_>, at: usize) -> bool {
    view.is(at + 1, Classes::COMPLEMENTISER.or(Classes::PREPOSITION))
        || view.is_mark(at + 1, &[':'])
        || view.opening(at + 1).is_some()
}

/// Taken up by ف after a fronted topic: `أما الصحيفة فقد قالت`.
fn resumes(view: &View<'_>, at: usize) -> bool {
    view.folded(at).starts_with('ف')
}

/// `أما الوزير فقال`: the topic is the subject.
fn topic(view: &View<'_>, at: usize, floor: usize) -> Before {
    let clause = clause_start(view, at, floor);
    let fronted = resumes(view, at) && clause > floor && view.is(clause - 1, Classes::TOPIC);
    let found = fronted.then(|| subject_from(view, clause, at)).flatten();
    found.map_or(Before::Nothing, Before::Subject)
}

/// Does a verb with these features tell of what its relative pronoun goes back to? In `الهيئات التي قال
/// إنها` it does not.
fn relates(view: &View<'_>, pronoun: usize, features: Features) -> bool {
    let feminine = view.is(pronoun, Classes::FEMININE);
    let plural = view.is(pronoun, Classes::PLURAL);
    let many = features.number != Number::Singular;
    if plural {
        return many;
    }
    !many && feminine == (features.gender == Gender::Feminine)
        || many && view.words[pronoun].prefix.letters > 0 && feminine
}

/// The phrase between كان and the verb.
fn was_subject(view: &View<'_>, end: usize, floor: usize) -> Option<Mention> {
    let from = end.saturating_sub(45).max(floor);
    let was = (from..end).rev().find(|&i| view.is(i, Classes::WAS))?;
    let start = was + 1;
    if start >= end
        || (start..end).any(|i| {
            noun_phrase::is_finite_cue(view, i)
                && !view.is_comma(i - 1)
                && !view.is(i - 1, Classes::RELATIVE)
                && i + 1 < end
        })
    {
        return None;
    }
    let phrase = noun_phrase::parse(view, start, end, Want::Source, &[])?;
    // The phrase must reach the verb, remarks of time and place between them aside.
    let rest = phrase.end..end;
    let remark = rest.clone().next().is_none_or(|i| {
        view.is_comma(i)
            || view.is(
                i,
                Classes::TIME
                    .or(Classes::OPENER)
                    .or(Classes::PREPOSITION)
                    .or(Classes::RELATIVE),
            )
            || noun_phrase::is_preposition(view, i)
            || view.is_mark(i, &['('])
            || noun_phrase::is_verb(view, i)
    });
    let whole = rest.len() <= 2 || remark;
    let list = rest.len() <= 30
        && view.is_comma(phrase.end)
        && view.is(
            phrase.end + 1,
            Classes::PREPOSITION_SUFFIXED.or(Classes::PREPOSITION),
        );
    let phrase = if list {
        NounPhrase { end, ..phrase }
    } else {
        phrase
    };
    whole.then(|| Mention {
        phrase,
        span: view.span(phrase.start, phrase.end),
    })
}

/// A noun phrase that begins its clause and ends right before the verb.
fn plain_subject(view: &View<'_>, end: usize, floor: usize) -> Option<Mention> {
    let clause = clause_start(view, end, floor);
    let mut starts = [clause, clause + 1, clause + 2, clause + 3]
        .into_iter()
        .take_while(|&s| s < end);
    starts.find_map(|start| {
        if start > clause && !skippable(view, start - 1) {
            return None;
        }
        subject_from(view, start, end)
    })
}

/// Words that may stand before a subject at the head of its clause.
fn skippable(view: &View<'_>, at: usize) -> bool {
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

fn subject_from(view: &View<'_>, start: usize, end: usize) -> Option<Mention> {
    let letters = view.words[start].prefix.conjunction_letters;
    if let Some(quotation) = view.opening(start)
        && quotation.closed
        && quotation.close + 1 == end
        && quotation.close > start + 1
        && end - start <= 7
    {
        let phrase = NounPhrase {
            start: start + 1,
            end: quotation.close,
            head: start + 1,
        };
        return Some(Mention {
            phrase,
            span: view.span(start + 1, quotation.close),
        });
    }
    if begins_remark(view, start) {
        return None;
    }
    let phrase = noun_phrase::parse(view, start, end, Want::Source, &[])?;
    // `هناك أعداد كبيرة`: no demonstrative, but that there are some.
    let there_is = view.is(start, Classes::DEMONSTRATIVE)
        && phrase.head > start
        && phrase.head < phrase.end
        && !view.words[phrase.head].prefix.definite
        && view.name_at(phrase.head).is_none();
    if there_is
        || phrase.end != end && !(phrase.end + 1 == end && view.is(phrase.end, Classes::TIME))
    {
        return None;
    }
    let known = view.words[start].prefix.definite
        || view.is(
            start,
            Classes::TITLE.or(Classes::HEAD).or(Classes::GIVEN_NAME),
        );
    let conjunction = letters > 0 && known
        || view
            .name_at(start)
            .is_some_and(|(h, _)| h.prefix.conjunction.is_some());
    let span = ByteSpan::new(
        view.cut(start, if conjunction { letters } else { 0 }),
        view.tokens.span(phrase.end - 1).end,
    );
    Some(Mention { phrase, span })
}

/// `بعدما`, `للتوضيح`: what begins so is no subject.
fn begins_remark(view: &View<'_>, start: usize) -> bool {
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

/// The last conjunct of a headline begins with و: `السلطة تطلب كذا والمعارضة ترفض`.
fn joined_subject(view: &View<'_>, end: usize, floor: usize) -> Option<Mention> {
    if !view.layout.in_title(end - 1) {
        return None;
    }
    let clause = clause_start(view, end, floor);
    (clause + 1..end)
        .rev()
        .take(8)
        .filter(|&i| view.words[i].prefix.conjunction == Some('و'))
        .find_map(|i| subject_from(view, i, end))
}

/// `نقلا عن مصادر قالت إن`: an indefinite noun that a clause without a pronoun describes.
fn described_subject(view: &View<'_>, end: usize, floor: usize, at: usize) -> Option<Mention> {
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

/// `الوزير، الذي يزور بيروت، قال`: a subject cut off from its verb by a remark between commas, or one
/// that ends in an apposition.
fn comma_subject(view: &View<'_>, end: usize, floor: usize, introduced: bool) -> Option<Mention> {
    const COMMAS: usize = 3;
    let close = end - 1;
    // `إن وزير الدفاع، أبلغ الوفد أن`: right behind a complementiser stands the subject.
    let clause = clause_start(view, close, floor);
    if clause > floor
        && view.is(clause - 1, Classes::COMPLEMENTISER)
        && let Some(found) = subject_from(view, clause, close)
        && found.phrase.end == close
    {
        return Some(found);
    }
    let mention = |phrase: NounPhrase| Mention {
        phrase,
        span: view.span(phrase.start, phrase.end),
    };
    let mut opens = (floor..close)
        .rev()
        .take(40)
        .filter(|&i| view.is_comma(i))
        .take(COMMAS);
    // `لكن مراسل الإذاعة، يقول`: nothing but the comma between them.
    let clause = clause_start(view, close, floor);
    let whole = noun_phrase::parse(view, clause, close, Want::Source, &[])
        .filter(|p| p.end == close && introduced && can_speak(view, p.head));
    if let Some(phrase) = whole {
        let opened = clause == floor || !view.is_comma(clause - 1);
        if opened {
            return Some(mention(phrase));
        }
    }
    let nearest = opens.next()?;
    for open in std::iter::once(nearest).chain(opens) {
        let clause = clause_start(view, open, floor);
        let Some(phrase) = noun_phrase::parse(view, clause, close, Want::Source, &[]) else {
            continue;
        };
        if phrase.end == close {
            return Some(mention(phrase));
        }
        if open == nearest && phrase.end == open && introduced {
            // A relative clause between the commas belongs to the subject.
            let described = view.is(open + 1, Classes::RELATIVE_PRONOUN)
                && view.words[open + 1].prefix.conjunction.is_none();
            return Some(mention(NounPhrase {
                end: if described { close } else { open },
                ..phrase
            }));
        }
    }
    None
}

/// Where the clause that ends before `end` begins.
fn clause_start(view: &View<'_>, end: usize, floor: usize) -> usize {
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

/// The noun phrase that a relative pronoun goes back to: the longest that ends right before it.
pub(super) fn antecedent(view: &View<'_>, pronoun: usize, floor: usize) -> Option<Mention> {
    let end = if view.is_comma(pronoun - 1) {
        pronoun - 1
    } else {
        pronoun
    };
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

fn fused_start(view: &View<'_>, start: usize, end: usize) -> Option<NounPhrase> {
    if !view.is_word(start) || !noun_phrase::is_preposition(view, start) {
        return None;
    }
    noun_phrase::parse_fused(view, start, end, Want::Source, &[]).filter(|p| p.end == end)
}

/// `الوقود الذي ينحي عليه العلماء`: a preposition behind the verb takes up what the pronoun goes back to.
fn resumed(view: &View<'_>, pronoun: usize, at: usize) -> bool {
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
fn followed(view: &View<'_>, mention: Mention, at: usize) -> bool {
    !source::can_speak(view, mention) && view.is_word(at + 1) && can_speak(view, at + 1)
}

fn can_speak(view: &View<'_>, head: usize) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::NATIONALITY);
    view.is(head, SPEAKS) || view.name_at(head).is_some()
}
