//! Takes: titles and personal names. Gives: who is meant: by a full name, a surname, an office. Relies on: the
//! cast's people, whom it has met by their full names, and on what the report says of their offices.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::chain;
use super::names::{self, with_article};
use super::offices;
use super::register::{Key, Region, Register, Thing, joined};
use crate::knowledge::Knowledge;
use crate::language::arabic::noun_phrase::looks_like_name;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, Meaning};
use crate::record::EntityKind;
use crate::speaker::{self, Cast, description, same_person, states_differ, without_article};
use crate::text::fold::fold;
use crate::view::View;

/// Somebody named.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) thing: usize,
    /// Folded words of the name.
    pub(super) words: Vec<String>,
    /// What is said of the offices.
    pub(super) described: BTreeSet<String>,
    /// Index into the people of the world.
    pub(super) holder: Option<u16>,
    /// Where mentioned so far.
    last: u32,
}

pub(super) struct People<'k> {
    list: Vec<Person>,
    /// Entities of the user's own.
    own: &'k Knowledge,
    /// When the report was published.
    day: Option<Date>,
}

impl<'k> People<'k> {
    /// Those whom the cast knows by name.
    pub(super) fn of(
        view: &View<'_>,
        cast: &Cast,
        register: &mut Register,
        day: Option<Date>,
        own: &'k Knowledge,
    ) -> Self {
        let mut list = Vec::new();
        for (index, member) in cast.members.iter().enumerate() {
            if member.kind == EntityKind::Person && !member.name_words.is_empty() {
                list.push(Person {
                    thing: register.member(view, cast, index),
                    words: member.name_words.clone(),
                    described: member.described.clone(),
                    holder: None,
                    last: 0,
                });
            }
        }
        let mut people = Self { list, own, day };
        people.recognise(view, register);
        people
    }

    /// Those whom the world knows by the full name that the report gives.
    fn recognise(&mut self, view: &View<'_>, register: &mut Register) {
        for hit in view.hits() {
            let Meaning::Person(known) = hit.meaning else {
                continue;
            };
            let words: Vec<String> = (hit.start..hit.end)
                .filter(|&i| view.is_word(i))
                .map(|i| {
                    if i == hit.start {
                        view.stem_of(i, hit.prefix)
                    } else {
                        without_article(view.folded(i))
                    }
                    .to_owned()
                })
                .collect();
            let goes_on = looks_like_name(view, hit.end) && !view.is(hit.end, Classes::TITLE);
            if words.len() < 2 || goes_on && view.is(hit.end, Classes::GIVEN_NAME) {
                continue;
            }
            let found = self
                .list
                .iter()
                .position(|p| p.words.len() >= 2 && same_person(&p.words, &words));
            let index = match found {
                Some(index) => index,
                None => {
                    let span = names::span(view, hit.start, hit.end, hit.prefix);
                    let name = span.of(view.tokens.text);
                    self.add(register, Key::Holder(known), name, words)
                }
            };
            let person = &mut self.list[index];
            let others = states_differ(&states_of(view, known), &person.described);
            if person.holder.is_none() && !others {
                person.holder = Some(known);
                register.knows(person.thing, known, "name");
            }
            if found.is_none() {
                let span = names::span(view, hit.start, hit.end, hit.prefix);
                register.mention(view, self.list[index].thing, span);
            }
        }
    }

    fn add(&mut self, register: &mut Register, key: Key, name: &str, words: Vec<String>) -> usize {
        let thing = register.thing(key, || Thing::new(EntityKind::Person, name));
        self.list.push(Person {
            thing,
            words,
            described: BTreeSet::new(),
            holder: None,
            last: 0,
        });
        self.list.len() - 1
    }

    /// The thing is told of here.
    pub(super) fn met(&mut self, thing: usize, here: u32) {
        if let Some(person) = self.list.iter_mut().find(|p| p.thing == thing) {
            person.last = here;
        }
    }

    /// Mentions the person or the office that is named here; where to look on.
    pub(super) fn at(
        &mut self,
        view: &View<'_>,
        register: &mut Register,
        at: usize,
    ) -> Option<usize> {
        if at < register.people_until()
            || register.in_name(at)
            || view.name_at(at).is_some_and(|(h, _)| h.end > at + 1)
        {
            return None;
        }
        // `حضره الوزير` is no `حضرة الوزير`.
        let callings = &view.lexicon.callings;
        if callings.not_titles.contains(view.tokens.raw(at)) {
            return None;
        }
        let honoured = view.is(at, Classes::HONORIFIC) && view.tokens.raw(at).ends_with('ه');
        if honoured || !speaker::begins_person(view, at) {
            return None;
        }
        let phrase = speaker::phrase_at(view, at)?;
        match speaker::name_of(view, phrase.start, phrase.end) {
            Some(name) => self.named(view, register, at, name),
            None => self.office(view, register, at),
        }
    }

    fn named(
        &mut self,
        view: &View<'_>,
        register: &mut Register,
        at: usize,
        name: (usize, usize),
    ) -> Option<usize> {
        let name = (name.0, bound(view, name));
        let words = speaker::name_words(view, name);
        let single = words.len() == 1;
        // `مستشارة فلان`: hers, not his.
        const STANDS_BEFORE: Classes = Classes::HONORIFIC.or(Classes::RANK).or(Classes::GIVEN_NAME);
        let others = name.0 == at + 1
            && !view.words[at].prefix.definite
            && !view.is(at, STANDS_BEFORE)
            && !view.is_mark(at, &['.']);
        let title = view.is(at, Classes::TITLE) && name.0 > at;
        let start = if others { name.0 } else { at };
        if !title && single || (!title || single) && !is_proper(view, name) {
            return None;
        }
        let found = self.list.iter().position(|p| same_person(&p.words, &words));
        let index = found.unwrap_or_else(|| {
            let span = view.words_span(name.0, name.1);
            let key = Key::Person(words.join(" "));
            self.add(register, key, span.of(view.tokens.text), words.clone())
        });
        if title && !others && self.list[index].holder.is_none() {
            let surname = self.list[index].words.last().cloned().unwrap_or_default();
            let office = offices::named(view, at, chain::end(view, at).min(name.0));
            if let Some(known) = office.and_then(|o| offices::holder_called(view, o, &surname)) {
                self.list[index].holder = Some(known);
                register.knows(self.list[index].thing, known, "office and surname");
            }
        }
        let person = &mut self.list[index];
        if !others {
            person.described.extend(description(view, at, name.0));
        }
        person.last = view.tokens.span(at).start;
        let comma = (start..name.0).rev().find(|&i| view.is_comma(i));
        match comma {
            // `وزير الدفاع، فلان`: two mentions.
            Some(comma) => {
                if comma > at {
                    register.mention(view, person.thing, view.words_span(at, comma));
                }
                register.mention(view, person.thing, view.words_span(name.0, name.1));
            }
            None => register.mention(view, person.thing, view.words_span(start, name.1)),
        }
        register.title(person.thing, (start, name.0));
        register.enter(Region {
            people: name.1,
            name,
            ..Region::default()
        });
        Some(at + 1)
    }

    /// `وزير الخارجية الأمريكي`: whoever the report says holds it; else the office.
    fn office(&mut self, view: &View<'_>, register: &mut Register, at: usize) -> Option<usize> {
        const OTHER: Classes = Classes::PLURAL
            .or(Classes::AUDIENCE)
            .or(Classes::UNNAMED)
            .or(Classes::PREPOSITION);
        let before = at.checked_sub(1);
        // `نائب الرئيس`: no president.
        let within = before.is_some_and(|i| {
            let joins = view.is(i, Classes::TITLE.or(Classes::ORGANISATION));
            view.is_word(i)
                && (joins && !view.words[i].prefix.definite
                    || view.words[i].prefix.definite && view.words[at].prefix.letters == 2)
        });
        if !view.is(at, Classes::OFFICE) || view.is(at, OTHER) || within {
            return None;
        }
        let end = chain::end(view, at);
        let definite = view.words[at].prefix.definite;
        let identified = chain::identified(view, at, end);
        let open = offices::is_open(view, at, end);
        let words: Vec<String> = description(view, at, end);
        // `وزير خارجية` is any; `رئيس الوزراء` is one.
        let telling = definite || identified || end > at + 1 && view.words[end - 1].prefix.definite;
        if !telling || open {
            return None;
        }
        let here = view.tokens.span(at).start;
        let thing = match self
            .holder(&words, here)
            .or_else(|| self.holder_then(view, register, at, end))
        {
            Some(index) => {
                self.list[index].last = here;
                self.list[index].thing
            }
            None if identified && words.len() >= 2 => {
                let name = with_article(view, at, view.words_span(at, end));
                let key = Key::Described(EntityKind::Office, joined(&words));
                register.thing(key, || Thing::new(EntityKind::Office, &name))
            }
            None => return None,
        };
        register.mention(view, thing, view.words_span(at, end));
        register.title(thing, (at, end));
        register.enter(Region {
            people: end,
            ..Region::default()
        });
        Some(at + 1)
    }

    /// Who held the office when the report was published.
    fn holder_then(
        &mut self,
        view: &View<'_>,
        register: &mut Register,
        at: usize,
        end: usize,
    ) -> Option<usize> {
        let day = self.day?;
        let own = offices::spoken(view, at, end).find_map(|(title, owner)| {
            self.own
                .holder(&title, &offices::names_of(view, owner), day)
        });
        if let Some((entity, position)) = own {
            return Some(self.own_holder(register, entity, position));
        }
        let known = offices::named(view, at, end)?.holder(day)?;
        let found = self.list.iter().position(|p| p.holder == Some(known));
        let index = found.unwrap_or_else(|| {
            let person = &view.lexicon.world.people[usize::from(known)];
            let words = person.forms[0]
                .split(' ')
                .map(|w| without_article(w).to_owned())
                .collect();
            let index = self.add(register, Key::Holder(known), &person.ar, words);
            self.list[index].holder = Some(known);
            register.knows(self.list[index].thing, known, "office");
            index
        });
        self.list[index]
            .described
            .extend(description(view, at, end));
        Some(index)
    }

    /// Somebody of the user's own entities holds the office.
    fn own_holder(&mut self, register: &mut Register, entity: u32, position: usize) -> usize {
        let name = &self.own.entity(entity).ar[0];
        let folded = fold(name);
        let words: Vec<String> = folded
            .split(' ')
            .map(|w| without_article(w).to_owned())
            .collect();
        let found = self
            .list
            .iter()
            .position(|p| p.words.len() > 1 && same_person(&p.words, &words));
        let index = found.unwrap_or_else(|| {
            let index = self.add(register, Key::Own(entity), name, words);
            register.things[self.list[index].thing].by = "office";
            index
        });
        let thing = &mut register.things[self.list[index].thing];
        thing.own = Some(entity);
        thing.own_position = Some(position);
        index
    }

    /// A person of the user's own, whom nothing else has shown to be one.
    pub(super) fn own(&mut self, view: &View<'_>, thing: usize, (from, to): (usize, usize)) {
        self.list.push(Person {
            thing,
            words: speaker::name_words(view, (from, to)),
            described: BTreeSet::new(),
            holder: None,
            last: 0,
        });
    }

    /// An office that speaks: whoever held it when the report was published speaks.
    pub(super) fn claimed(
        &mut self,
        view: &View<'_>,
        register: &mut Register,
        at: usize,
        thing: usize,
    ) {
        let end = chain::end(view, at);
        let office = register.things[thing].kind == EntityKind::Office;
        if !office || !view.is(at, Classes::OFFICE) || offices::is_open(view, at, end) {
            return;
        }
        if let Some(index) = self.holder_then(view, register, at, end) {
            register.unite(thing, self.list[index].thing);
        }
    }

    /// Whom the report says to hold the office: the one told of last, else the next.
    fn holder(&self, words: &[String], here: u32) -> Option<usize> {
        let fits = |p: &&Person| {
            words.iter().all(|w| p.described.contains(w)) && !states_differ(words, &p.described)
        };
        let list = || self.list.iter().enumerate().filter(|(_, p)| fits(p));
        let before = list()
            .filter(|(_, p)| p.last > 0 && p.last < here)
            .max_by_key(|(_, p)| p.last);
        before
            .or_else(|| list().find(|(_, p)| p.last == 0 && words.len() > 1))
            .map(|(i, _)| i)
    }

    /// The offices that those whom the world knows held when the report was published.
    pub(super) fn offices(&self, view: &View<'_>, register: &mut Register) {
        for person in &self.list {
            if let Some(known) = person.holder {
                let known = &view.lexicon.world.people[usize::from(known)];
                let term = offices::term_on(known, self.day);
                register.things[person.thing].term = term.copied();
            }
        }
    }

    /// Mentions those whose surname stands alone.
    pub(super) fn surnames(&self, view: &View<'_>, register: &mut Register) {
        let mut by_surname: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (index, person) in self.list.iter().enumerate() {
            if let Some(last) = person.words.last() {
                by_surname.entry(last).or_default().push(index);
            }
        }
        if by_surname.is_empty() {
            return;
        }
        let covered = register.covered(view);
        register.index_mentions();
        for (at, &covered) in covered.iter().enumerate() {
            if !view.is_word(at) || covered {
                continue;
            }
            let Some(people) = surname_at(view, at).and_then(|word| by_surname.get(word)) else {
                continue;
            };
            let &[person] = &people[..] else { continue };
            let span = view.words_span(at, at + 1);
            let thing = self.list[person].thing;
            // Somebody who speaks by that surname is the same one.
            if let Some(other) = register.mentioned_as(span) {
                register.unite(other, thing);
            }
            register.mention(view, thing, span);
        }
    }
}

/// The word, if it may be a surname that stands alone.
fn surname_at<'v>(view: &'v View<'_>, at: usize) -> Option<&'v str> {
    const CLOSED: Classes = Classes::PREPOSITION
        .or(Classes::TIME)
        .or(Classes::COMPLEMENTISER)
        .or(Classes::CONNECTOR)
        .or(Classes::TITLE)
        .or(Classes::HEAD)
        .or(Classes::VERB);
    let folded = view.folded(at);
    let word = &view.words[at];
    let conjunction = usize::from(word.prefix.conjunction_letters);
    let letters = if word.prefix.definite {
        word.prefix.letters
    } else {
        word.prefix.letters.max(conjunction as u8)
    };
    let stem = view.stem_of(
        at,
        crate::language::arabic::words::Prefix {
            letters,
            ..word.prefix
        },
    );
    let bare = if word.prefix.letters == 0 {
        without_article(folded)
    } else {
        stem
    };
    let before = at.checked_sub(1).filter(|&i| view.is_word(i));
    // `الجيش السوداني`, `محمد السوداني` of another.
    let adjective = word.prefix.definite
        && before.is_some_and(|i| {
            view.words[i].prefix.definite
                || view.is(i, Classes::GIVEN_NAME.or(Classes::NATIONALITY))
        });
    let name = word
        .classes
        .without(
            Classes::GIVEN_NAME
                .or(Classes::SURNAME)
                .or(Classes::NAME_PARTICLE),
        )
        .is_none()
        || view.tag(at) == Tag::ProperNoun
        || view.is_surname(at) && word.prefix.definite;
    (name
        && !adjective
        && !word.classes.any(CLOSED)
        && !before.is_some_and(|i| view.is(i, Classes::GIVEN_NAME))
        && view.name_at(at).is_none())
    .then_some(bare)
}

/// The states of which, or of whose bodies, somebody has held offices, as descriptions write them.
fn states_of(view: &View<'_>, known: u16) -> Vec<String> {
    let world = &view.lexicon.world;
    let offices = world.people[usize::from(known)]
        .terms
        .iter()
        .map(|t| &world.offices[usize::from(t.office)]);
    offices
        .filter_map(|o| o.state.as_deref())
        .map(speaker::state)
        .collect()
}

/// Words without a title that can only be a name: `سلام عادل` may be a just peace.
pub(super) fn is_proper(view: &View<'_>, (from, to): (usize, usize)) -> bool {
    let proper = |i: usize| view.tag(i) == Tag::ProperNoun || !view.is_word(i);
    let last = to - 1;
    2 * (from..to).filter(|&i| proper(i)).count() >= to - from
        && (proper(last)
            || view.words[last].prefix.definite
            || view
                .classes(last)
                .without(Classes::GIVEN_NAME.or(Classes::SURNAME))
                .is_none())
}

/// Where a name ends: before a state with a preposition (`فلان لمصر`) and before a verb.
fn bound(view: &View<'_>, (from, to): (usize, usize)) -> usize {
    let ends = |i: usize| {
        view.words[i].prefix.preposition.is_some()
            && (view.name_at(i).is_some() || view.words[i].prefix.definite)
            || view.tag(i) == Tag::Verb
                && view.folded(i).starts_with(['ي', 'ت'])
                && !view.is(i, Classes::GIVEN_NAME)
    };
    // `فلان ولي العهد`: an office.
    let office = |i: usize| {
        view.run_of(i, Classes::OFFICE)
            .is_some_and(|end| end > i + 1)
    };
    (from + 1..to).find(|&i| ends(i) || office(i)).unwrap_or(to)
}
