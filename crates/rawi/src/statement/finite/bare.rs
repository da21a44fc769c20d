//! Takes: a verb of saying at the head of its sentence. Gives: the words it says, where neither a mark nor
//! a complementiser opens them. Relies on: a word right behind the verb or its subject that begins a clause.

use super::verb::heads_clause;
use crate::language::arabic::agreement;
use crate::language::arabic::noun_phrase::{self, Want};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, CueEntry};
use crate::statement::complements::{self, Complements, Opened, Wanted};
use crate::statement::{boundary, content, slots, source};
use crate::view::View;

/// How many words it takes at least: `قال لا`, `قال ذلك` say nothing that would tell where they end.
const SHORTEST: usize = 4;

/// `وقال الوزير نحن مستعدون للحوار`, `وأضاف لن نغادر المكان`.
pub(super) fn words(
    view: &View<'_>,
    at: usize,
    entry: &CueEntry,
    wanted: Wanted<'_>,
    led: bool,
) -> Option<Complements> {
    if !entry.bare
        || wanted.suffix
        || led
        || view.quotation(at).is_some()
        || !heads_clause(view, at)
    {
        return None;
    }
    let named = wanted.source.and_then(|verb| {
        complements::mention(view, at + 1, 0, wanted.limit, Want::Source, &[])
            .filter(|&m| source::can_speak(view, m))
            .filter(|m| view.words[m.phrase.start].prefix.preposition.is_none())
            .filter(|m| verb.may_precede(agreement::of_head(view, m.phrase.head, None)))
    });
    let start = named.map_or(at + 1, |m| complements::past(view, m));
    // `وقال فلان وهو مستشار الوزير إن`: the words are yet to come.
    if start + SHORTEST > wanted.limit
        || slots::clause_ahead(view, start)
        || !begins_clause(view, start, named.is_some())
    {
        return None;
    }
    let content = content::from(view, start, 0, wanted.limit, boundary::Shape::Clause);
    (!content.is_empty()).then_some(Complements {
        source: named,
        content,
        by: Some(Opened::Clause),
        content_start: start,
        ..Complements::default()
    })
}

/// A pronoun, a negation, a particle before a verb; behind a subject, a verb as well.
fn begins_clause(view: &View<'_>, at: usize, named: bool) -> bool {
    const OPENS: Classes = Classes::SUBJECT_PRONOUN
        .or(Classes::NEGATION)
        .or(Classes::BEFORE_VERB)
        .or(Classes::CONDITION)
        .or(Classes::INTERROGATIVE);
    view.is_word(at)
        && view.words[at].prefix.conjunction.is_none()
        && !view.folded(at).starts_with("وه")
        && !matches!(view.tag(at), Tag::Noun | Tag::Adjective)
        && !view.is(at, Classes::COMPLEMENTISER.or(Classes::RELATIVE))
        && (view.is(at, OPENS)
            || named
                && noun_phrase::is_verb(view, at)
                && !noun_phrase::is_participle_of_manner(view, at))
}
