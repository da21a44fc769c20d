//! Takes: a finite verb. Gives: its subject where that stands before it: `المصدر أوضح`, `وكان الجيش قد
//! أعلن`, `الوزير الذي حذر`. Relies on the phrase reaching the verb, remarks between commas aside.

use super::draft::Mention;
use crate::language::arabic::noun_phrase::{self, NounPhrase, Want};
use crate::lexicon::Classes;
use crate::span::ByteSpan;
use crate::text::token::Kind;
use crate::view::View;

/// The subject before its verb: `المصدر أوضح`, `وكان الجيش قد أعلن`, `الوزير الذي حذر`.
pub(super) fn fronted(view: &View<'_>, at: usize) -> Option<Mention> {
    if view.words[at].prefix.conjunction.is_some() || at == 0 {
        return None;
    }
    let sentence = view.layout.sentence(at);
    let floor = view.quotation(at).map_or(sentence.start, |q| q.open + 1);
    let mut end = at;
    // Particles between the subject and the verb.
    while end > floor
        && view.is(end - 1, Classes::AUXILIARY.or(Classes::NEGATION))
        && !matches!(view.folded(end - 1), "كان" | "كانت" | "وكان" | "وكانت")
    {
        end -= 1;
    }
    if end == floor {
        return None;
    }
    if view.is(end - 1, Classes::RELATIVE)
        && matches!(
            view.folded(end - 1),
            "الذي" | "التي" | "الذين" | "والذي" | "والتي" | "اللذين" | "اللتين"
        )
    {
        return antecedent(view, end - 1, floor);
    }
    if view.is_comma(end - 1) && end - 1 > floor {
        // `وكان بيان …، أشار`: only a subject held open by كان or by fronting goes over a comma.
        return was_subject(view, end - 1, floor).or_else(|| {
            // Where a subject could follow the verb, the phrase before the comma is a remark.
            let introduced = view.is(at + 1, Classes::COMPLEMENTISER.or(Classes::PREPOSITION))
                || view.is_mark(at + 1, &[':'])
                || view.opening(at + 1).is_some();
            if introduced {
                comma_subject(view, end, floor)
            } else {
                None
            }
        });
    }
    plain_subject(view, end, floor).or_else(|| was_subject(view, end, floor))
}

/// The phrase between كان and the verb.
fn was_subject(view: &View<'_>, end: usize, floor: usize) -> Option<Mention> {
    let from = end.saturating_sub(45).max(floor);
    let was = (from..end)
        .rev()
        .find(|&i| matches!(view.folded(i), "كان" | "كانت" | "وكان" | "وكانت" | "فكان"))?;
    let start = was + 1;
    if start >= end
        || (start..end).any(|i| {
            noun_phrase::is_finite_cue(view, i)
                && !view.is_comma(i - 1)
                && !view.is(i - 1, Classes::RELATIVE)
                && i + 1 < end
        }) && end - start < 4
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
        && matches!(
            view.folded(phrase.end + 1),
            "منها" | "منهم" | "بينها" | "بينهم" | "من"
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
    let phrase = noun_phrase::parse(view, start, end, Want::Source, &[])?;
    if phrase.end != end && !(phrase.end + 1 == end && view.is(phrase.end, Classes::TIME)) {
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

/// `الوزير، الذي يزور بيروت، قال`: a subject cut off from its verb by a remark between commas.
fn comma_subject(view: &View<'_>, end: usize, floor: usize) -> Option<Mention> {
    let close = end - 1;
    let open = (floor..close).rev().take(25).find(|&i| view.is_comma(i))?;
    let clause = clause_start(view, open, floor);
    let phrase = noun_phrase::parse(view, clause, open, Want::Source, &[])?;
    (phrase.end == open).then(|| Mention {
        phrase,
        span: view.span(phrase.start, phrase.end),
    })
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
fn antecedent(view: &View<'_>, pronoun: usize, floor: usize) -> Option<Mention> {
    let end = if view.is_comma(pronoun - 1) {
        pronoun - 1
    } else {
        pronoun
    };
    if end <= floor {
        return None;
    }
    let clause = clause_start(view, end, floor);
    let mut best: Option<NounPhrase> = None;
    for start in clause..end {
        if !view.is_word(start) || view.words[start].prefix.preposition.is_some() && start != clause
        {
            let Some(phrase) = fused_start(view, start, end) else {
                continue;
            };
            best = Some(phrase);
            break;
        }
        if noun_phrase::is_verb(view, start)
            || noun_phrase::is_preposition_word(view, start)
            || skippable(view, start)
        {
            continue;
        }
        if let Some(phrase) = noun_phrase::parse(view, start, end, Want::Source, &[])
            && phrase.end == end
        {
            best = Some(phrase);
            break;
        }
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
