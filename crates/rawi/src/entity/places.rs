//! Takes: a word. Gives: the place of the world whose name begins there. Relies on: the tables of places; on the noun
//! before a name that means something else more often; of places of one name, on what else the report tells of.

use super::names;
use super::register::{Key, Register, Thing};
use crate::language::arabic::noun_phrase;
use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::Hit;
use crate::lexicon::world::{Place, PlaceKind};
use crate::lexicon::{Classes, Meaning};
use crate::record::EntityKind;
use crate::view::View;

/// Mentions the place that is named here; where to look on.
pub(super) fn at(view: &View<'_>, register: &mut Register, at: usize) -> Option<usize> {
    if register.in_name(at) {
        return None;
    }
    let (hit, index) = named(view, register, at)?;
    let thing = register.place(view, index);
    register.mention(
        view,
        thing,
        names::span(view, hit.start, hit.end, hit.prefix),
    );
    Some(hit.end)
}

/// The place that is named here, of several the likeliest.
pub(super) fn named(view: &View<'_>, register: &Register, at: usize) -> Option<(Hit, u16)> {
    let hits = || {
        view.hits_at(at).filter_map(|hit| match hit.meaning {
            Meaning::Place { place, introduced } => Some((*hit, place, introduced)),
            _ => None,
        })
    };
    let longest = hits().map(|(hit, ..)| hit.end).max()?;
    let fewest = hits()
        .filter(|(hit, ..)| hit.end == longest)
        .map(|(hit, ..)| hit.prefix.letters)
        .min()?;
    let noun = noun_before(view, at);
    let place = |index: u16| &view.lexicon.world.places[usize::from(index)];
    hits()
        .filter(|(hit, ..)| hit.end == longest && hit.prefix.letters == fewest)
        .filter(|(hit, index, introduced)| {
            let told = noun.contains(&place(*index).kind);
            (told || !introduced) && is_place(view, hit, !noun.is_empty())
        })
        .max_by_key(|&(_, index, _)| {
            let place = place(index);
            let state = place
                .state
                .as_deref()
                .map_or(0, |iso| register.tells_of(iso));
            (
                noun.contains(&place.kind),
                state.min(1),
                std::cmp::Reverse(index),
            )
        })
        .map(|(hit, index, _)| (hit, index))
}

/// The kinds of place that the noun before tells: `مدينة`, `مخيم`.
fn noun_before<'v>(view: &'v View<'_>, at: usize) -> &'v [PlaceKind] {
    let before = (0..at)
        .rev()
        .take(2)
        .find(|&i| !view.is_mark(i, &['"', '«', '“']));
    let noun = before
        .filter(|&i| view.is_word(i))
        .map_or("", |i| view.stem(i));
    view.lexicon.world.kinds_of(noun)
}

/// The word is a name here, or stands where one is due.
fn is_place(view: &View<'_>, hit: &Hit, told: bool) -> bool {
    const OTHER: Classes = Classes::TITLE
        .or(Classes::NATIONALITY)
        .or(Classes::GIVEN_NAME)
        .or(Classes::PREPOSITION)
        .or(Classes::VERB)
        .or(Classes::NOUN)
        .or(Classes::ADJECTIVE);
    let at = hit.start;
    if told || hit.end > at + 1 && hit.prefix.preposition.is_none() {
        return true;
    }
    if names::goes_on(view, hit) {
        return false;
    }
    let word = &view.words[at];
    let before = at.checked_sub(1);
    // `محمد حلب`: a name goes on.
    if before.is_some_and(|i| view.is(i, Classes::GIVEN_NAME) && view.is_word(i))
        && hit.prefix.letters == 0
    {
        return false;
    }
    let due = view.tag(at) == Tag::ProperNoun;
    let located = hit.prefix.preposition == Some('ب')
        || before.is_some_and(|i| {
            noun_phrase::is_preposition_word(view, i)
                || view.lexicon.callings.cities.contains(view.stem(i))
        });
    let cut = word.prefix.letters >= hit.prefix.letters;
    due && cut
        || located && cut && !word.classes.any(OTHER.without(Classes::NOUN))
        || !word.classes.any(OTHER) && cut
}

impl Register {
    /// The thing that is this place.
    pub(super) fn place(&mut self, view: &View<'_>, index: u16) -> usize {
        let place = &view.lexicon.world.places[usize::from(index)];
        self.thing(Key::Place(index), || Thing {
            place: Some(index),
            state: place.state.as_deref().map(str::to_owned),
            ..Thing::new(EntityKind::Place, &place.ar)
        })
    }
}

/// The places that hold this one, the nearest first.
pub(crate) fn holding<'v>(
    places: &'v [Place],
    place: &'v Place,
) -> impl Iterator<Item = &'v Place> {
    const DEEPEST: usize = 6;
    std::iter::successors(Some(place), |p| p.within.map(|i| &places[usize::from(i)]))
        .skip(1)
        .take(DEEPEST)
}

/// The place of the world that a capital is.
pub(super) fn of_capital(
    view: &View<'_>,
    register: &Register,
    at: usize,
    iso: Option<&str>,
) -> Option<u16> {
    let (_, index) = named(view, register, at)?;
    let place = &view.lexicon.world.places[usize::from(index)];
    (place.state.as_deref() == iso).then_some(index)
}
