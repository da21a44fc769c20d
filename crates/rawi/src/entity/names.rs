//! Takes: a word. Gives: the state, body, outlet or place whose name begins there, or the body that its nouns name
//! (`الجيش العراقي`, `وزارة الصحة`). Relies on: the lexicon's names and what news calls bodies by.

use super::capital;
use super::chain;
use super::places;
use super::register::{Key, Region, Register, Thing, joined, main_name};
use crate::language::arabic::noun_phrase;
use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::{Hit, Prefix};
use crate::lexicon::callings::BodyNoun;
use crate::lexicon::{Classes, Meaning};
use crate::record::EntityKind;
use crate::span::ByteSpan;
use crate::speaker::{self, description};
use crate::view::View;

/// Mentions the known name that begins here; where to look on.
pub(super) fn at(view: &View<'_>, register: &mut Register, at: usize) -> Option<usize> {
    if register.in_name(at) {
        return None;
    }
    let (hit, known) = choose(view, register, at)?;
    let longer = view
        .hits_at(at)
        .any(|h| matches!(h.meaning, Meaning::Place { .. }) && h.end > hit.end);
    if longer || !is_name(view, &hit) || register.is_doubtful(view, &hit, known) {
        return None;
    }
    let nation = nation_behind(view, &hit, known);
    if nation == Some(false) {
        return None;
    }
    let name = &view.lexicon.names[usize::from(known)];
    let city = name.capital && !capital::is_government(view, &hit);
    if city && let Some(place) = places::of_capital(view, register, at, name.state.as_deref()) {
        let thing = register.place(view, place);
        register.mention(view, thing, span(view, hit.start, hit.end, hit.prefix));
        return Some(hit.end);
    }
    let known = if city { known } else { main_name(view, known) };
    let end = hit.end + usize::from(nation == Some(true));
    let span = span(view, hit.start, end, hit.prefix);
    let kind = if city { EntityKind::Place } else { name.kind };
    mention_known(view, register, (known, kind), span);
    Some(end)
}

/// Mentions something that the lexicon knows by name.
fn mention_known(
    view: &View<'_>,
    register: &mut Register,
    (known, kind): (u16, EntityKind),
    span: ByteSpan,
) {
    let written = span.of(view.tokens.text);
    let thing = register.thing(Key::Name(known), || Thing {
        known: Some(known),
        ..Thing::new(kind, written)
    });
    register.mention(view, thing, span);
    register.called_better(view, thing, written);
}

/// The name here; of several things that are spelt alike, the one that the report tells of.
fn choose(view: &View<'_>, register: &Register, at: usize) -> Option<(Hit, u16)> {
    let longest = view.name_at(at)?.0.end;
    // `بابل` is a place as a whole, no shorter name behind a preposition.
    let place = view.hits_at(at).any(|hit| {
        matches!(hit.meaning, Meaning::Place { .. })
            && hit.prefix.preposition.is_none()
            && hit.end >= longest
    });
    let names = || {
        view.hits_at(at).filter_map(move |hit| match hit.meaning {
            Meaning::Name(index)
                if hit.end == longest && !(place && hit.prefix.preposition.is_some()) =>
            {
                Some((*hit, index))
            }
            _ => None,
        })
    };
    let fewest = names().map(|(hit, _)| hit.prefix.letters).min()?;
    let name = |index: u16| &view.lexicon.names[usize::from(index)];
    names()
        .filter(|(hit, _)| hit.prefix.letters == fewest)
        .max_by_key(|&(_, index)| {
            let told = name(index)
                .state
                .as_deref()
                .map_or(0, |iso| register.tells_of(iso));
            (told, !name(index).capital)
        })
}

/// The run is the name here, no common word that is spelt like it.
pub(super) fn is_name(view: &View<'_>, hit: &Hit) -> bool {
    const OTHER: Classes = Classes::TITLE
        .or(Classes::NATIONALITY)
        .or(Classes::GIVEN_NAME)
        .or(Classes::PREPOSITION)
        .or(Classes::VERB)
        .or(Classes::ADJECTIVE);
    let at = hit.start;
    if hit.end > at + 1 {
        return true;
    }
    let word = &view.words[at];
    let due = view.tag(at) == Tag::ProperNoun;
    // `مركبة سورية` is of Syria.
    let adjective = view.is(at, Classes::NATIONALITY)
        && hit.prefix.letters == 0
        && at > 0
        && view.tokens.raw(at - 1).ends_with(['ة', 'ت']);
    if goes_on(view, hit) || adjective {
        return false;
    }
    if hit.prefix.letters > 0 && word.prefix.letters < hit.prefix.letters && !due {
        return false;
    }
    // `النهضة السياحية` is no party.
    let next = view.words.get(at + 1);
    let described = hit.prefix.definite
        && word.classes.any(Classes::NOUN)
        && next.is_some_and(|w| w.prefix.definite && w.prefix.preposition.is_none())
        && !view.is(at + 1, Classes::NATIONALITY);
    !described && (due || !word.classes.any(OTHER))
}

/// `ذي ديلي نيشن`: the word is one of a longer name that no table knows.
pub(super) fn goes_on(view: &View<'_>, hit: &Hit) -> bool {
    let foreign = |i: usize| {
        view.is_word(i)
            && view.classes(i).is_none()
            && view.words[i].cues.is_empty()
            && view.words[i].prefix.letters == 0
            && !view.words[i].enclitic
            && view.tag(i) == Tag::ProperNoun
            && view.hits_at(i).next().is_none()
    };
    !hit.prefix.definite
        && hit.end == hit.start + 1
        && (foreign(hit.end) || hit.prefix.letters == 0 && hit.start > 0 && foreign(hit.start - 1))
}

/// The adjective of a nation behind a body's name, and whether it is its own: `الكونغرس الأميركي`; `حزب العمال
/// الإسرائيلي` is another than the one of Britain.
fn nation_behind(view: &View<'_>, hit: &Hit, known: u16) -> Option<bool> {
    let name = &view.lexicon.names[usize::from(known)];
    let body = matches!(name.kind, EntityKind::Organisation | EntityKind::ArmedGroup);
    let nation = view.words.get(hit.end).is_some_and(|w| w.prefix.definite)
        && body
        && chain::is_nationality(view, hit.end);
    let iso = view
        .lexicon
        .nationality(view.stem(hit.end))
        .filter(|_| nation)?;
    Some(name.state.as_deref()? == iso)
}

/// Mentions the body that is named here by its nouns; where to look on.
pub(super) fn body_at(view: &View<'_>, register: &mut Register, at: usize) -> Option<usize> {
    let known = view.name_at(at).is_some_and(|(hit, known)| {
        is_name(view, hit) && nation_behind(view, hit, known) != Some(false)
    });
    if register.in_name(at) || at < register.bodies_until() || known {
        return None;
    }
    let (words, noun) = body_noun(view, at)?;
    if let Some((hit, known)) = of_class(view, at) {
        let whole = ByteSpan::new(
            view.words_span(at, at + 1).start,
            span(view, hit.start, hit.end, hit.prefix).end,
        );
        let kind = view.lexicon.names[usize::from(known)].kind;
        mention_known(view, register, (known, kind), whole);
        return Some(hit.end);
    }
    // `وزير الخارجية`: the title has it.
    let titled = at > 0 && view.is(at - 1, Classes::OFFICE) && view.is_word(at - 1);
    if noun.field && (titled || !view.words[at].prefix.definite) {
        return None;
    }
    let end = chain::end(view, at).max(at + words);
    if end == at + words && view.words[at].prefix.definite {
        return short_form(view, register, at, words);
    }
    let telling =
        chain::identified(view, at, end) || !noun.named && named_after(view, at + words, end);
    if !telling || !chain::definite(view, at, end) || view.words[at].enclitic {
        return None;
    }
    let span = view.words_span(at, end);
    let key = Key::Described(
        EntityKind::Organisation,
        joined(&description(view, at, end)),
    );
    let thing = register.thing(key, || Thing::new(noun.kind, &with_article(view, at, span)));
    register.called(thing, view.stem(at), at);
    register.mention(view, thing, span);
    register.enter(Region {
        bodies: end,
        ..Region::default()
    });
    Some(at + 1)
}

/// `تنظيم القاعدة`, `ميليشيا الحوثي`: a noun before the name of a body, which is that body.
pub(super) fn of_class(view: &View<'_>, at: usize) -> Option<(Hit, u16)> {
    let (words, noun) = body_noun(view, at)?;
    let (hit, known) = view.name_at(at + words).filter(|_| noun.same)?;
    let bare = hit.prefix.letters == if hit.prefix.definite { 2 } else { 0 };
    let kind = view.lexicon.names[usize::from(known)].kind;
    let body = matches!(kind, EntityKind::ArmedGroup | EntityKind::Organisation);
    (bare && body && view.name_at(at).is_none()).then_some((*hit, known))
}

/// `الوزارة`, `الحركة`: the body told of last that has this noun.
fn short_form(view: &View<'_>, register: &mut Register, at: usize, words: usize) -> Option<usize> {
    if words > 1 || view.words[at].enclitic {
        return None;
    }
    let thing = register.last_called(view.stem(at), at)?;
    let span = view.words_span(at, at + 1);
    register.mention(view, thing, span);
    Some(at + 1)
}

/// What news calls bodies by, at this word.
pub(super) fn body_noun<'v>(view: &'v View<'_>, at: usize) -> Option<(usize, &'v BodyNoun)> {
    view.lexicon.callings.bodies.longest(|i| {
        if i == 0 {
            view.stem(at)
        } else {
            speaker::without_article(view.folded(at + i))
        }
    })
}

/// `وزارة الصحة`: a definite noun says of what it is, where the noun itself needs no more.
fn named_after(view: &View<'_>, from: usize, end: usize) -> bool {
    from < end
        && !view.words[from - 1].prefix.definite
        && view.words[from].prefix.definite
        && !noun_phrase::is_verb(view, from)
}

/// What is written there, with the article that ل has swallowed: `الفصائل العراقية` of `للفصائل العراقية`.
pub(super) fn with_article(view: &View<'_>, at: usize, span: ByteSpan) -> String {
    let written = span.of(view.tokens.text);
    let prefix = &view.words[at].prefix;
    match written.strip_prefix("لل") {
        Some(rest) if prefix.definite && prefix.preposition == Some('ل') => format!("ال{rest}"),
        _ => written.to_owned(),
    }
}

/// From one token to another, without the clitics of the name before the first.
pub(super) fn span(view: &View<'_>, start: usize, end: usize, prefix: Prefix) -> ByteSpan {
    let fused = prefix.preposition == Some('ل') && prefix.definite;
    let letters =
        u8::from(prefix.conjunction.is_some()) + u8::from(prefix.preposition.is_some() && !fused);
    // `حركة "طلوع"`: with the closing mark too.
    let closes = view.closing(end).is_some_and(|q| q.open > start);
    ByteSpan::new(
        view.cut(start, letters),
        view.span(start, end + usize::from(closes)).end,
    )
}
