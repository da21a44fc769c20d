//! Takes: a clause up to its verb. Gives: the subject that stands before the verb: at the head of the clause,
//! behind كان or أما, before a remark between commas. Relies on the phrase reaching the verb.

use super::can_speak;
use super::clause::{begins_remark, clause_start, skippable};
use super::{Before, resumes};
use crate::language::arabic::agreement::{self, Agreement};
use crate::language::arabic::conjugator::Features;
use crate::language::arabic::noun_phrase::{self, NounPhrase, Want};
use crate::lexicon::Classes;
use crate::span::ByteSpan;
use crate::statement::draft::Mention;
use crate::view::View;

/// `أما الوزير فقال`: the topic is the subject.
pub(super) fn topic(view: &View<'_>, at: usize, floor: usize) -> Before {
    let clause = clause_start(view, at, floor);
    let fronted = resumes(view, at) && clause > floor && view.is(clause - 1, Classes::TOPIC);
    let found = fronted.then(|| subject_from(view, clause, at)).flatten();
    found.map_or(Before::Nothing, Before::Subject)
}

/// A noun phrase that begins its clause and ends right before the verb.
pub(super) fn plain_subject(view: &View<'_>, end: usize, floor: usize) -> Option<Mention> {
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

/// `«الحوثيون» يعلنون`: a name in marks at the head of its clause.
pub(super) fn in_marks(
    view: &View<'_>,
    at: usize,
    floor: usize,
    features: Features,
) -> Option<Mention> {
    let quotation = view.closing(at - 1)?;
    if quotation.open < floor || clause_start(view, quotation.open, floor) != quotation.open {
        return None;
    }
    let mention = subject_from(view, quotation.open, at)?;
    let named = agreement::of_head(view, mention.phrase.head, None);
    Agreement::of_cue(features).allows(named).then_some(mention)
}

pub(super) fn subject_from(view: &View<'_>, start: usize, end: usize) -> Option<Mention> {
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

/// The phrase between كان and the verb.
pub(super) fn was_subject(view: &View<'_>, end: usize, floor: usize) -> Option<Mention> {
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

/// The last conjunct of a headline begins with و: `السلطة تطلب كذا والمعارضة ترفض`.
pub(super) fn joined_subject(view: &View<'_>, end: usize, floor: usize) -> Option<Mention> {
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

/// `الوزير، الذي يزور بيروت، قال`: a subject cut off from its verb by a remark between commas, or one
/// that ends in an apposition.
pub(super) fn comma_subject(
    view: &View<'_>,
    end: usize,
    floor: usize,
    introduced: bool,
) -> Option<Mention> {
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
        // `فإن النائب، البالغ من العمر كذا، أبلغ`: a subject that أن has opened waits for its verb.
        let held = clause > floor
            && view.is(clause - 1, Classes::COMPLEMENTISER)
            && can_speak(view, phrase.head);
        if phrase.end == open && (open == nearest && introduced || held) {
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

/// `إن الأحزاب التي شاركت في اللقاء عبرت عن`: the head of the clause, where a clause of its own stands between
/// it and its verb.
pub(super) fn clause_subject(
    view: &View<'_>,
    end: usize,
    floor: usize,
    features: Features,
) -> Option<Mention> {
    let clause = clause_start(view, end, floor);
    if clause == floor || !view.is(clause - 1, Classes::COMPLEMENTISER.or(Classes::CONNECTOR)) {
        return None;
    }
    let pronoun = (clause..end).find(|&i| {
        view.is(
            i,
            Classes::RELATIVE_PRONOUN.or(Classes::PREPOSITION_SUFFIXED),
        )
    })?;
    let phrase = noun_phrase::parse(view, clause, pronoun, Want::Source, &[])?;
    let named = view
        .name_at(phrase.head)
        .map(|(_, n)| view.lexicon.names[usize::from(n)].kind);
    let own_verb = view.is(pronoun, Classes::PREPOSITION_SUFFIXED)
        || (pronoun + 1..end).any(|i| noun_phrase::is_verb(view, i));
    let agrees = Agreement::of_cue(features).allows(agreement::of_head(view, phrase.head, named));
    let mention = Mention {
        phrase,
        span: view.span(phrase.start, phrase.end),
    };
    (phrase.end == pronoun && own_verb && agrees && can_speak(view, phrase.head)).then_some(mention)
}
