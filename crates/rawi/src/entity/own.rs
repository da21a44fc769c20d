//! Takes: entities of a user's own. Gives: which of the things mentioned are among them. Relies on: their names standing
//! where a thing is mentioned; where none is, they are mentioned there themselves.

use super::names;
use super::people::People;
use super::register::{Key, Register, Thing};
use crate::knowledge::Knowledge;
use crate::language::arabic::words::Hit;
use crate::lexicon::Meaning;
use crate::record::EntityKind;
use crate::view::View;

/// Finds the entities of the user's own.
pub(super) fn recognise(
    view: &View<'_>,
    register: &mut Register,
    people: &mut People<'_>,
    own: &Knowledge,
) {
    let hits = own.hits(&view.tokens);
    if hits.is_empty() {
        return;
    }
    // What is mentioned up to each byte.
    let mut ends: Vec<(u32, u32, usize)> = Vec::new();
    for (index, thing) in register.things.iter().enumerate() {
        ends.extend(thing.mentions.iter().map(|m| (m.end, m.start, index)));
    }
    ends.sort_unstable();
    let mut until = 0;
    for hit in longest(&hits) {
        let Meaning::Own(entity) = hit.meaning else {
            continue;
        };
        let span = names::span(view, hit.start, hit.end, hit.prefix);
        if hit.start < until || !names::is_name(view, &hit) {
            continue;
        }
        until = hit.end;
        let known = own.entity(entity);
        let person = known.kind == EntityKind::Person;
        let from = ends.partition_point(|e| e.0 < span.end);
        let same = ends[from..]
            .iter()
            .take_while(|e| e.0 == span.end)
            .map(|&(_, start, thing)| (start, thing))
            .find(|&(start, thing)| {
                let kind = register.things[thing].kind;
                if person {
                    kind == EntityKind::Person && start <= span.start
                } else {
                    start == span.start && kind != EntityKind::Document
                }
            });
        match same {
            Some((_, thing)) => {
                let found = &mut register.things[thing];
                if found.own.is_none() {
                    found.own = Some(entity);
                    found.kind = known.kind;
                }
            }
            None => {
                let name = span.of(view.tokens.text);
                let thing = register.thing(Key::Own(entity), || Thing {
                    own: Some(entity),
                    ..Thing::new(known.kind, name)
                });
                register.mention(view, thing, span);
                if person {
                    people.own(view, thing, (hit.start, hit.end));
                }
            }
        }
    }
    register.unite_own();
}

/// The longest of those that begin at one token.
fn longest(hits: &[Hit]) -> Vec<Hit> {
    let mut chosen: Vec<Hit> = Vec::new();
    for hit in hits {
        match chosen.last_mut() {
            Some(last) if last.start == hit.start => {
                if (hit.end, last.prefix.letters) > (last.end, hit.prefix.letters) {
                    *last = *hit;
                }
            }
            _ => chosen.push(*hit),
        }
    }
    chosen
}
