//! Takes: things with their mentions. Gives: the sector and the state of each. Relies on: the lexicon's names first,
//! then on the words of titles and nouns.

use super::chain;
use super::names::body_noun;
use super::register::Thing;
use crate::lexicon::Classes;
use crate::record::{EntityKind, Sector};
use crate::speaker::lemma;
use crate::view::View;

/// Tells of every thing what its mentions say.
pub(super) fn tell(view: &View<'_>, titles: &[(usize, (usize, usize))], things: &mut [Thing]) {
    for &(thing, words) in titles {
        of_title(view, words, &mut things[thing]);
    }
    for thing in things.iter_mut() {
        if let Some(office) = thing
            .term
            .map(|t| &view.lexicon.world.offices[usize::from(t.office)])
        {
            thing.state = office
                .state
                .as_deref()
                .map(str::to_owned)
                .or(thing.state.take());
        }
        if let Some(known) = thing.known {
            let name = &view.lexicon.names[usize::from(known)];
            thing.state = name.state.as_deref().map(str::to_owned);
            thing.sector = thing.sector.or(match name.kind {
                EntityKind::State if thing.kind == EntityKind::State => Some(Sector::Government),
                EntityKind::ArmedGroup => Some(Sector::Rebels),
                EntityKind::Media => Some(Sector::Media),
                _ => None,
            });
        }
        let Some(first) = thing.mentions.first() else {
            continue;
        };
        let start = view.tokens.at(first.start);
        let end = view.tokens.at(first.end - 1) + 1;
        match thing.kind {
            EntityKind::Organisation | EntityKind::ArmedGroup if thing.known.is_none() => {
                thing.sector = thing
                    .sector
                    .or(body_noun(view, start).and_then(|(_, noun)| noun.sector));
                thing.state = thing.state.take().or_else(|| state_in(view, start, end));
            }
            EntityKind::Unnamed => {
                thing.sector = thing.sector.or(people(view, start));
                thing.state = thing.state.take().or_else(|| state_in(view, start, end));
            }
            EntityKind::Person | EntityKind::Office if thing.sector.is_none() => {
                of_title(view, (start, end), thing);
            }
            _ => {}
        }
    }
}

/// `وزير الخارجية الأمريكي` is of a government, and of a state.
fn of_title(view: &View<'_>, (start, end): (usize, usize), thing: &mut Thing) {
    let role = (start..end).find_map(|at| {
        let run = view.lexicon.callings.roles.longest(|i| {
            if at + i < end {
                lemma(view, at + i)
            } else {
                String::new()
            }
        });
        run.map(|(_, role)| (at, *role))
    });
    if let Some((at, role)) = role {
        let body = (at + 1..end)
            .find_map(|i| body_noun(view, i))
            .and_then(|(_, noun)| noun.sector);
        let sector = if role.general {
            body.or(role.sector)
        } else {
            role.sector
        };
        thing.sector = thing.sector.or(sector);
    }
    if thing.state.is_none() {
        thing.state = state_in(view, start, end);
    }
}

/// The first state that the words name, or whose people or things they describe.
fn state_in(view: &View<'_>, start: usize, end: usize) -> Option<String> {
    (start..end).find_map(|at| {
        if let Some((hit, known)) = view.name_at(at)
            && hit.end <= end
        {
            return view.lexicon.names[usize::from(known)]
                .state
                .as_deref()
                .map(str::to_owned);
        }
        if at == start && view.is(at, Classes::NATIONALITY) || chain::is_nationality(view, at) {
            return view.lexicon.nationality(view.stem(at)).map(str::to_owned);
        }
        None
    })
}

fn people(view: &View<'_>, start: usize) -> Option<Sector> {
    let run = view
        .lexicon
        .callings
        .people
        .longest(|i| lemma(view, start + i));
    run.and_then(|(_, sector)| *sector)
}
