//! Takes: the sentences of a report. Gives: [`Actors`], who is the subject of each verb that is no word of
//! saying, as far as the sentence names somebody. Relies on the tagger's verbs; a clause that only
//! describes a noun (`التي شنتها القوات`) makes nobody the subject of the sentence.

use crate::language::arabic::noun_phrase::{self, NounPhrase, Want};
use crate::lexicon::Classes;
use crate::statement::draft::{self, Draft, Mention};
use crate::view::View;

/// Somebody who does something, in the order of the verbs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Actor {
    pub(super) verb: usize,
    pub(super) mention: Mention,
    /// The verb is the first of its sentence.
    pub(super) main: bool,
}

pub(super) struct Actors(Vec<Actor>);

impl Actors {
    pub(super) fn of(view: &View<'_>, drafts: &[Draft]) -> Self {
        let mut found = Vec::new();
        for sentence in &view.layout.sentences {
            let mut main = true;
            for verb in sentence.start..sentence.end {
                let acts = noun_phrase::is_verb(view, verb)
                    || main && opens(view, sentence.start, verb)
                    || view.is(verb, Classes::AUXILIARY.or(Classes::WAS))
                        && !view.is(verb, Classes::NEGATION);
                if !acts {
                    continue;
                }
                let first = std::mem::replace(&mut main, false);
                if describes(view, verb, sentence.start)
                    || draft::with_cue(drafts, verb).next().is_some()
                {
                    continue;
                }
                if let Some(mention) = subject(view, sentence.start, verb, sentence.end) {
                    found.push(Actor {
                        verb,
                        mention,
                        main: first,
                    });
                }
            }
        }
        Self(found)
    }

    /// Those whose verbs stand in these tokens, the last first.
    pub(super) fn within(&self, from: usize, to: usize) -> impl Iterator<Item = &Actor> {
        let from = self.0.partition_point(|a| a.verb < from);
        let to = self.0.partition_point(|a| a.verb < to).max(from);
        self.0[from..to].iter().rev()
    }
}

/// `وشن مسؤولون هجوما`, `ورفع المتظاهرون أعلاما`: what stands first, joined to the sentence before, in front of
/// somebody in the nominative or by his office, is his verb, whatever noun is spelt so.
fn opens(view: &View<'_>, start: usize, at: usize) -> bool {
    const SPEAKS: Classes = Classes::TITLE.or(Classes::GIVEN_NAME);
    const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;
    let (word, next) = (&view.words[at], at + 1);
    let several = view.folded(next).ends_with("ون")
        && (view.words.get(next).is_some_and(|w| w.prefix.definite)
            || view.is(next, SPEAKS.or(Classes::HEAD)));
    let somebody = view.is(next, SPEAKS) && !view.is(next, Classes::PREPOSITION)
        || view.is(next, Classes::COLLECTIVE);
    at == start
        && !view.layout.in_title(at)
        && view.is_word(next)
        && view.classes(at).without(Classes::TIME).is_open()
        && !word.prefix.definite
        && word.prefix.preposition.is_none()
        && !word.enclitic
        && LETTERS.contains(&view.stem(at).chars().count())
        && !noun_phrase::verbal_noun_like(view.stem(at))
        && !view.tokens.raw(at).ends_with('ة')
        && (several || word.prefix.conjunction.is_some() && somebody)
}

/// `التي شنتها القوات`, `بيان نشرته الوكالة`: the clause only describes the noun before it.
fn describes(view: &View<'_>, verb: usize, start: usize) -> bool {
    if verb == start || view.words[verb].prefix.conjunction.is_some() {
        return false;
    }
    let before = verb - 1;
    view.is(before, Classes::RELATIVE)
        || view.words[verb].enclitic
            && view.is_word(before)
            && !view.is(
                before,
                Classes::COMPLEMENTISER
                    .or(Classes::CONNECTOR)
                    .or(Classes::NEGATION)
                    .or(Classes::AUXILIARY),
            )
}

/// The subject of the verb: behind it, or before it at the head of the sentence or of its clause.
fn subject(view: &View<'_>, start: usize, verb: usize, end: usize) -> Option<Mention> {
    const CLAUSE: usize = 12;
    let head = (start..verb)
        .rev()
        .take(CLAUSE)
        .find(|&i| view.is(i, Classes::COMPLEMENTISER.or(Classes::CONNECTOR)))
        .map_or(start, |i| i + 1);
    let before = (head < verb && verb - head <= CLAUSE)
        .then(|| noun_phrase::parse(view, head, verb, Want::Source, &[]))
        .flatten()
        .filter(|p| p.end == verb);
    // `أدرجوا الجمعية`: a verb in the plural has its subject before it.
    let plural = view.folded(verb).ends_with("وا");
    let phrase = before.or_else(|| {
        if plural {
            return None;
        }
        let from = verb + 1 + usize::from(view.is(verb + 1, Classes::PREPOSITION_SUFFIXED));
        let phrase = noun_phrase::parse(view, from, end, Want::Source, &[])?;
        Some(without_object(view, phrase))
    })?;
    Some(Mention {
        phrase,
        span: view.span(phrase.start, phrase.end),
    })
}

/// `وعزت المصادر التأجيل إلى`: behind a noun with its article another that is no adjective of it is the
/// verb's object.
fn without_object(view: &View<'_>, phrase: NounPhrase) -> NounPhrase {
    const GOES_ON: Classes = Classes::ADJECTIVE
        .or(Classes::NATIONALITY)
        .or(Classes::TITLE)
        .or(Classes::GIVEN_NAME)
        .or(Classes::TIME_ADJECTIVE);
    let object = |i: usize| {
        let raw = view.tokens.raw(i);
        if raw.ends_with("اً") || raw.ends_with("ًا") {
            return true;
        }
        let accusative = noun_phrase::is_accusative_noun(view, i) && view.classes(i).is_open();
        view.is_word(i - 1)
            && view.words[i - 1].prefix.definite
            && (view.words[i].prefix.definite || accusative)
            && view.words[i].prefix.conjunction.is_none()
            && view.words[i].prefix.preposition.is_none()
            && !view.folded(i).ends_with('ي')
            && !view.is(i, GOES_ON)
            && !noun_phrase::adjective_like(view, i)
            && view.name_at(i).is_none()
            && !noun_phrase::looks_like_name(view, i)
            && view.name_at(i - 1).is_none()
    };
    let end = (phrase.head + 1..phrase.end)
        .filter(|&i| view.is_word(i))
        .find(|&i| object(i));
    NounPhrase {
        end: end.unwrap_or(phrase.end),
        ..phrase
    }
}
