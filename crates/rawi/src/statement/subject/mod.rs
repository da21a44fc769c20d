//! Takes: a finite verb. Gives: its subject where that stands before it: `المصدر أوضح`, `وكان الجيش قد
//! أعلن`, `الوزير الذي حذر`. Relies on the phrase reaching the verb, remarks between commas aside.

mod author;
mod clause;
mod fronted;
mod relative;

use super::draft::Mention;
use super::{complements, source};
use crate::language::arabic::conjugator::Features;
use crate::language::arabic::noun_phrase::Want;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::view::View;
use author::{author, holds_words};
use fronted::{
    clause_subject, comma_subject, in_marks, joined_subject, plain_subject, topic, was_subject,
};
pub(super) use relative::antecedent;
use relative::{described_subject, followed, relates, resumed, undetermined};

/// What stands before a verb as its subject.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Before {
    Subject(Mention),
    /// A pronoun (`أنه حث`, `وهو يقول`): the noun behind the verb is its object.
    Pronoun,
    /// A thing that a clause describes: `برامج تحث على`.
    Thing,
    Nothing,
}

impl Before {
    pub(crate) fn mention(self) -> Option<Mention> {
        match self {
            Self::Subject(mention) => Some(mention),
            Self::Pronoun | Self::Thing | Self::Nothing => None,
        }
    }
}

/// The subject before its verb: `المصدر أوضح`, `وكان الجيش قد أعلن`, `الوزير الذي حذر`.
pub(crate) fn before(view: &View<'_>, at: usize, features: Features) -> Before {
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
        return before_quotation(view, at, floor, sentence.start)
            .map_or(Before::Nothing, Before::Subject);
    }
    // `أما الوزير فقال`, `… ولم يستبعد`: a joined clause has no subject before it but its topic.
    if let Some(joined) = (end..=at).find(|&i| view.words[i].prefix.conjunction.is_some()) {
        return topic(view, joined, floor);
    }
    if view.is(end - 1, Classes::SUBJECT_PRONOUN) {
        return Before::Pronoun;
    }
    // `ما أعلنه المتمردون`: the subject can only follow.
    if view.is(end - 1, Classes::RELATIVE) && !view.is(end - 1, Classes::RELATIVE_PRONOUN) {
        return Before::Nothing;
    }
    let known = author(view, at, floor, features).or_else(|| in_marks(view, at, floor, features));
    let found = if known.is_some() {
        known
    } else if view.is(end - 1, Classes::RELATIVE_PRONOUN) {
        // `الوزارة هي التي ستعلن`.
        if end >= floor + 3 && view.is(end - 2, Classes::SUBJECT_PRONOUN) {
            let named = plain_subject(view, end - 2, floor);
            return named.map_or(Before::Pronoun, Before::Subject);
        }
        if !relates(view, end - 1, features) || resumed(view, end - 1, at) {
            return Before::Nothing;
        }
        // `الاجتماع الذي أعلن فيه القرار`: the pronoun goes back to where it was said.
        let place = |m: &Mention| {
            view.is(at + 1, Classes::PREPOSITION_SUFFIXED)
                && (holds_words(view, m.phrase.head) || !source::may_speak(view, m.phrase.head))
        };
        antecedent(view, end - 1, floor).filter(|m| !followed(view, *m, at) && !place(m))
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
            .or_else(|| clause_subject(view, end, floor, features))
    };
    if found.is_none()
        && end == at
        && let Some(mention) = undetermined(view, at, floor, features)
    {
        let thing = source::is_mute(view, mention)
            || relative::many_things(view, mention.phrase.head, features);
        return if thing {
            Before::Thing
        } else {
            Before::Subject(mention)
        };
    }
    found.map_or(Before::Nothing, Before::Subject)
}

/// `أن التحالف «أكد أن»`: the quotation begins with the verb; its subject, which أن has opened, stands before it.
fn before_quotation(view: &View<'_>, at: usize, floor: usize, start: usize) -> Option<Mention> {
    let open = floor
        .checked_sub(1)
        .filter(|&open| open > start && floor == at)?;
    let clause = clause::clause_start(view, open, start);
    (clause > start && view.is(clause - 1, Classes::COMPLEMENTISER))
        .then(|| fronted::subject_from(view, clause, open))
        .flatten()
}

/// An indefinite noun that says nothing: `وهي مشاريع دعا إليها`.
fn bare_thing(view: &View<'_>, mention: Mention) -> bool {
    let phrase = mention.phrase;
    phrase.head == phrase.start
        && !view.words[phrase.head].prefix.definite
        && view.tag(phrase.head) != Tag::ProperNoun
        && source::is_mute(view, mention)
}

/// The subject holds a relative clause, whose own end is not sure.
fn has_clause(view: &View<'_>, mention: Mention) -> bool {
    (mention.phrase.start..mention.phrase.end).any(|i| view.is(i, Classes::RELATIVE_PRONOUN))
}

/// The subject of the verb before token `at`, where it follows the verb: `وختم الوزير كلمته بالقول`.
pub(crate) fn of_clause(view: &View<'_>, at: usize, floor: usize) -> Option<Mention> {
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

fn can_speak(view: &View<'_>, head: usize) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::NATIONALITY);
    view.is(head, SPEAKS) || view.name_at(head).is_some()
}
