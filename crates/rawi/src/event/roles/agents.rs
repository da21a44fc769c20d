//! Takes: a word of event that does not itself name who did it. Gives: whom the words around name as its doer,
//! or as the one it was done to. Relies on: light verbs, `على يد`, adjectives of nationality, and the nouns that
//! name those who do such things.

use super::complements::{REACH, behind, extend, is_of, noun_at};
use super::light;
use crate::language::arabic::conjugator::Features;
use crate::language::arabic::noun_phrase::Want;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, EventEntry, Part};
use crate::statement::draft::Mention;
use crate::statement::mention;
use crate::view::View;

/// `على يد مسلحين`, `من قبل الجيش`, `نفذه انتحاري`, `الذي شنته طائرة`.
pub(super) fn by(view: &View<'_>, from: usize, limit: usize) -> Option<Mention> {
    const RELATIVE: usize = 8;
    (from..limit.min(from + REACH)).find_map(|at| {
        let two = |a: &str, b: &str| view.folded(at) == a && view.folded(at + 1) == b;
        if two("علي", "يد") || two("علي", "ايدي") || two("من", "قبل") || two("من", "جانب")
        {
            return noun_at(view, at + 2, limit, Want::Inner);
        }
        let done = at < from + RELATIVE
            && light::verb(view, at).is_some_and(|l| l.suffixed && l.subject == Part::Actor);
        if done {
            return noun_at(view, at + 1, limit, Want::Source);
        }
        None
    })
}

/// Whose it was, by an adjective: `غارة جوية إسرائيلية`.
pub(super) fn nation(view: &View<'_>, end: usize, limit: usize) -> Option<Mention> {
    const NEAR: usize = 3;
    let at = (end..limit.min(end + NEAR))
        .take_while(|&i| view.tag(i) == Tag::Adjective || view.is(i, Classes::NATIONALITY))
        .find(|&i| view.is(i, Classes::NATIONALITY))?;
    mention(view, at, 0, at + 1, Want::Inner, &[])
}

/// The subject of the light verb that the noun hangs on, and its part: `قام مسلحون بخطف`, `نجا الوزير من محاولة`.
pub(super) fn of_light_verb(view: &View<'_>, at: usize) -> Option<(usize, Part, Mention)> {
    const NEAR: usize = 25;
    let floor = view.layout.sentence(at).start;
    let (verb, light) = (floor..at)
        .rev()
        .take(NEAR)
        .take_while(|&i| !view.is(i, Classes::COMPLEMENTISER.or(Classes::CONTRAST)))
        .find_map(|i| light::verb(view, i).map(|l| (i, l)))?;
    if light.subject == Part::None || light.suffixed {
        return None;
    }
    let subject = noun_at(view, verb + 1, at, Want::Source)
        .filter(|m| {
            m.phrase.end <= at && !view.lexicon.light.contains_key(view.stem(m.phrase.head))
        })
        .or_else(|| before(view, verb, None))?;
    Some((verb, light.subject, subject))
}

/// A light verb brings the noun in, its subject right behind it or dropped: `وجهوا له ضربة`, `شن الجيش غارات`.
pub(in crate::event) fn brought_about(view: &View<'_>, at: usize) -> bool {
    const NEAR: usize = 6;
    let floor = view.layout.sentence(at).start;
    (floor..at)
        .rev()
        .take(NEAR)
        .take_while(|&i| !view.is_comma(i) && !view.is(i, Classes::COMPLEMENTISER))
        .any(|i| light::verb(view, i).is_some_and(|l| l.subject == Part::Actor))
}

/// The noun before a verb that is its subject; a verb that no table knows has these features.
pub(super) fn before(view: &View<'_>, at: usize, features: Option<Features>) -> Option<Mention> {
    view.words[at]
        .events
        .iter()
        .chain(&view.words[at].cues)
        .find(|r| r.is_finite())
        .map(|r| r.features())
        .or(features)
        .and_then(|f| crate::statement::subject_before(view, at, f).mention())
        .or_else(|| opened(view, at))
        .map(|m| reaching(view, m, at))
}

/// A subject that stands before its verb reaches up to it, or to a comma: `المتشددين من الموالين للحركة خطفوا`.
pub(super) fn reaching(view: &View<'_>, mention: Mention, at: usize) -> Mention {
    const FAR: usize = 8;
    let end = mention.phrase.end;
    let of = |i: usize| view.is_word(i) && is_of(view, i);
    if end >= at || at - end > FAR || !of(end) {
        return mention;
    }
    let stop = (end + 1..at).find(|&i| view.is_comma(i)).unwrap_or(at);
    if stop == end + 1 || (end + 1..stop).any(|i| view.tag(i) == Tag::Verb || !view.is_word(i)) {
        return mention;
    }
    extend(view, mention, stop)
}

/// The noun that أن opens a clause with, where a remark or a description parts it from its verb: `أن مهاجما من
/// الحركة، فجر`, `أن مسلحين فجروا`; or the noun between كان and its verb.
pub(in crate::event) fn opened(view: &View<'_>, at: usize) -> Option<Mention> {
    const FAR: usize = 22;
    if view.words[at].prefix.conjunction.is_some() {
        return None;
    }
    let floor = view.layout.sentence(at).start;
    let opener = (floor..at)
        .rev()
        .take(FAR)
        .take_while(|&i| view.words[i].prefix.conjunction.is_none() || view.tag(i) != Tag::Verb)
        .find(|&i| view.is(i, Classes::COMPLEMENTISER))?;
    let mut start = opener + 1;
    if view.opening(start).is_some_and(|q| q.close > at) {
        start += 1;
    }
    noun_at(view, start, at, Want::Source).map(|m| reaching(view, m, at))
}

/// The subject that a joined verb goes on with: `صدم مهاجم حافلة وقتل جنديين`, `وكانت مجموعة قد اقتحمت عيادة وخطفت
/// تسعة`.
pub(super) fn continued(view: &View<'_>, at: usize, features: Features) -> Option<Mention> {
    const NEAR: usize = 30;
    let floor = view.layout.sentence(at).start;
    let verb = (floor..at)
        .rev()
        .take(NEAR)
        .take_while(|&i| !view.is(i, Classes::COMPLEMENTISER) || at - i < 3)
        .find(|&i| {
            view.tag(i) == Tag::Verb
                && !(i > floor && view.is(i - 1, Classes::RELATIVE_PRONOUN))
                && !view.is(i, Classes::AUXILIARY.or(Classes::WAS))
                && view.quotation(i).is_none_or(|q| q.close > at)
        })?;
    before(view, verb, Some(features)).or_else(|| {
        let (first, _) = behind(view, verb + 1, at);
        first.filter(|m| !is_oblique(view, *m))
    })
}

/// Its spelling shows that it is no subject: `جنديين`, `مسلحين`, `سيارةً`.
pub(super) fn is_oblique(view: &View<'_>, mention: Mention) -> bool {
    let head = mention.phrase.head;
    let folded = view.folded(head);
    !view.words[head].prefix.definite
        && view.name_at(head).is_none()
        && folded.chars().count() > 4
        && (folded.ends_with("ين") && !view.is(head, Classes::GIVEN_NAME)
            || folded.ends_with('ا')
                && view.words[head].numeral.is_none()
                && head == mention.phrase.start)
}

/// Who is called by what he does, nearest before the word or behind it in its sentence: `المتظاهرون`.
pub(super) fn called(
    view: &View<'_>,
    at: usize,
    end: usize,
    entry: &EventEntry,
) -> Option<Mention> {
    const FAR: usize = 30;
    let (_, doers) = view
        .lexicon
        .doers
        .iter()
        .find(|(kind, _)| *kind == entry.kind)?;
    // In `هجوم انتحاري` it says what kind.
    let kind = |i: usize| {
        view.tag(i) == Tag::Adjective
            || i > 0
                && view.words[i - 1]
                    .events
                    .iter()
                    .any(|r| view.lexicon.events[usize::from(r.form.entry)].noun)
    };
    let is_doer =
        |i: usize| (doers.contains(view.stem(i)) || doers.contains(view.folded(i))) && !kind(i);
    let sentence = view.layout.sentence(at);
    let found = (sentence.start..at)
        .rev()
        .take(FAR)
        .find(|&i| is_doer(i))
        .or_else(|| (end..sentence.end.min(end + FAR)).find(|&i| is_doer(i)))?;
    let mut start = found;
    while start > sentence.start
        && view.words[start].prefix.preposition.is_none()
        && (view.is(start - 1, Classes::QUANTIFIER)
            || view.words[start - 1].numeral.is_some()
            || view.tokens.kind(start - 1) == crate::text::token::Kind::Number)
    {
        start -= 1;
    }
    let prefix = view.words[start].prefix;
    let letters = prefix.conjunction_letters + u8::from(prefix.preposition.is_some());
    mention(view, start, letters, sentence.end, Want::Inner, &[])
}

/// One of its first words names those who do it: `مئات المتظاهرين`, `مجموعة من المحتجين`.
pub(in crate::event) fn names_doer(view: &View<'_>, mention: Mention, entry: &EventEntry) -> bool {
    const FAR: usize = 6;
    let phrase = mention.phrase;
    view.lexicon.doers.iter().any(|(kind, doers)| {
        *kind == entry.kind
            && (phrase.start..phrase.end.min(phrase.start + FAR))
                .any(|i| doers.contains(view.stem(i)) || doers.contains(view.folded(i)))
    })
}

/// A weapon, which is what it was done with: `تفجير عبوة ناسفة`.
pub(super) fn is_means(view: &View<'_>, mention: Mention, entry: &EventEntry) -> bool {
    let head = mention.phrase.head;
    let next = head + 1;
    let means = |i: usize| {
        view.lexicon.means.iter().any(|(kind, words)| {
            *kind == entry.kind && (words.contains(view.stem(i)) || words.contains(view.folded(i)))
        })
    };
    means(head)
        || next < mention.phrase.end
            && view.words[next].prefix.definite == view.words[head].prefix.definite
            && view.words[next].prefix.preposition.is_none()
            && means(next)
}
