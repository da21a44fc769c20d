//! Takes: a view and the cast. Gives: [`Entities`]: every person, body, state, armed group, office and place that
//! the report mentions, each once, with all its mentions. Relies on: the cast for whoever speaks or is spoken to,
//! the lexicon for what has a name in the world, and titles for who holds an office.

mod about;
mod capital;
mod chain;
mod names;
mod offices;
mod own;
mod people;
mod places;
mod register;

pub(crate) use places::holding;
pub(crate) use register::{Entities, Thing};

use crate::knowledge::Knowledge;
use crate::speaker::Cast;
use crate::time;
use crate::view::View;
use register::Register;

/// Everybody and everything that the report mentions.
pub(crate) fn gather(
    view: &View<'_>,
    cast: &Cast,
    published: Option<&str>,
    own: &Knowledge,
) -> Entities {
    let day = time::report_day(published);
    let mut register = Register::of(view, cast);
    let mut people = people::People::of(view, cast, &mut register, day, own);
    let mut at = 0;
    while at < view.len() {
        if !view.is_word(at) {
            at += 1;
            continue;
        }
        if let Some(claim) = register.claim(at) {
            people.met(claim.thing, view.tokens.span(at).start);
            people.claimed(view, &mut register, at, claim.thing);
            register.enter(claim.region);
            at = claim.next;
            continue;
        }
        let next = people
            .at(view, &mut register, at)
            .or_else(|| names::at(view, &mut register, at))
            .or_else(|| names::body_at(view, &mut register, at))
            .or_else(|| places::at(view, &mut register, at));
        at = next.unwrap_or(at + 1).max(at + 1);
    }
    own::recognise(view, &mut register, &mut people, own);
    people.surnames(view, &mut register);
    people.offices(view, &mut register);
    register.finish(view)
}
