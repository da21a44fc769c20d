//! Takes: what is found of entities. Gives: [`Register`], which keeps each once, and at last [`Entities`]. Relies on:
//! a [`Key`] for each thing, which says what makes two mentions one.

use rustc_hash::{FxHashMap, FxHashSet};

use super::about;
use super::chain;
use super::{names, people, places};
use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::Hit;
use crate::lexicon::world::Term;
use crate::lexicon::{Classes, Meaning};
use crate::record::{EntityKind, Sector};
use crate::span::ByteSpan;
use crate::speaker::{self, Cast, Member};
use crate::text::token::Kind;
use crate::view::View;

/// An entity being read.
#[derive(Debug)]
pub(crate) struct Thing {
    pub(crate) kind: EntityKind,
    pub(crate) name: String,
    /// Entry of the lexicon's names.
    pub(crate) known: Option<u16>,
    /// Index into the entities of the user's own.
    pub(crate) own: Option<u32>,
    /// Which of that entity's positions the report falls into.
    pub(crate) own_position: Option<usize>,
    /// Index into the world's places.
    pub(crate) place: Option<u16>,
    /// Index into the world's people.
    pub(crate) person: Option<u16>,
    /// The term of his that the report falls into.
    pub(crate) term: Option<Term>,
    /// By what the person was found among them.
    pub(crate) by: &'static str,
    pub(crate) sector: Option<Sector>,
    /// Its state, or that to which it belongs.
    pub(crate) state: Option<String>,
    pub(crate) mentions: Vec<ByteSpan>,
}

impl Thing {
    pub(super) fn new(kind: EntityKind, name: &str) -> Self {
        Self {
            kind,
            name: name.to_owned(),
            known: None,
            own: None,
            own_position: None,
            place: None,
            person: None,
            term: None,
            by: "",
            sector: None,
            state: None,
            mentions: Vec::new(),
        }
    }
}

pub(crate) struct Entities {
    /// In the order of their first mentions.
    pub(crate) list: Vec<Thing>,
    /// Which of the list each member of the cast is.
    pub(crate) of_member: Vec<Option<usize>>,
}

/// What makes two mentions mention one thing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// An entry of the lexicon's names; of a capital that is meant as a city, its own.
    Name(u16),
    /// A member of the cast that nothing else tells to be another's.
    Member(usize),
    /// A person whom the cast does not hold, by name.
    Person(String),
    /// Somebody who has held an office of the world.
    Holder(u16),
    /// A place of the world.
    Place(u16),
    /// An entity of the user's own.
    Own(u32),
    /// A body or an office, by all that is said of it.
    Described(EntityKind, String),
}

/// A mention of the cast.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim {
    pub(super) thing: usize,
    /// Where to look on for what else is mentioned.
    pub(super) next: usize,
    pub(super) region: Region,
}

/// Tokens of a mention, in which its own kind is not looked for again.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Region {
    /// People are not looked for before.
    pub(super) people: usize,
    /// Bodies are not looked for before.
    pub(super) bodies: usize,
    /// The personal name: nothing is looked for in it.
    pub(super) name: (usize, usize),
}

pub(super) struct Register {
    pub(super) things: Vec<Thing>,
    by_key: FxHashMap<Key, usize>,
    of_member: Vec<Option<usize>>,
    claims: FxHashMap<usize, Claim>,
    region: Region,
    /// The titles of things, as tokens.
    titles: Vec<(usize, (usize, usize))>,
    /// By the noun of a body: the bodies that are called by it, and where.
    called: FxHashMap<String, Vec<(usize, usize)>>,
    /// How often the report calls somebody or something of each state so: `الأردني`.
    told: FxHashMap<String, usize>,
    /// Entries of the lexicon's names that stand somewhere with more than one word.
    in_full: FxHashSet<u16>,
    /// Whom no name is known of, by mention.
    unnamed: FxHashMap<ByteSpan, usize>,
}

impl Register {
    /// With everybody who speaks or is spoken to.
    pub(super) fn of(view: &View<'_>, cast: &Cast) -> Self {
        let mut register = Self {
            things: Vec::new(),
            by_key: FxHashMap::default(),
            of_member: vec![None; cast.members.len()],
            claims: FxHashMap::default(),
            region: Region::default(),
            titles: Vec::new(),
            called: FxHashMap::default(),
            told: told(view),
            in_full: in_full(view),
            unnamed: FxHashMap::default(),
        };
        for (index, member) in cast.members.iter().enumerate() {
            if member.mentions.is_empty() {
                continue;
            }
            let thing = register.member(view, cast, index);
            for &span in &member.mentions {
                register.claim_for(view, thing, member, span);
            }
        }
        register
    }

    /// The thing that a member of the cast is.
    pub(super) fn member(&mut self, view: &View<'_>, cast: &Cast, index: usize) -> usize {
        if let Some(thing) = self.of_member[index] {
            return thing;
        }
        let member = &cast.members[index];
        let (at, end) = extent(view, member);
        let place = if body(member) && member.known.is_none() {
            places::named(view, self, at).filter(|(hit, _)| hit.end >= end)
        } else {
            None
        };
        if let Some((_, place)) = place {
            let thing = self.place(view, place);
            self.of_member[index] = Some(thing);
            return thing;
        }
        let known = member
            .known
            .or_else(|| names::of_class(view, at).map(|(_, known)| known));
        let key = match known {
            Some(known) => Key::Name(main_name(view, known)),
            None if member.is_role() && is_office(view, at) => {
                let words = speaker::description(view, at, chain::end(view, at));
                Key::Described(EntityKind::Office, joined(&words))
            }
            None if body(member) && !member.described.is_empty() => {
                Key::Described(EntityKind::Organisation, joined(&member.described))
            }
            None => Key::Member(index),
        };
        let kind = match known {
            Some(known) if member.known.is_none() => view.lexicon.names[usize::from(known)].kind,
            _ => kind_of(view, member),
        };
        let thing = self.thing(key, || Thing {
            known: known.map(|known| main_name(view, known)),
            ..Thing::new(kind, &member.name)
        });
        self.of_member[index] = Some(thing);
        thing
    }

    /// The thing with this key, new where there is none.
    pub(super) fn thing(&mut self, key: Key, new: impl FnOnce() -> Thing) -> usize {
        let things = &mut self.things;
        *self.by_key.entry(key).or_insert_with(|| {
            things.push(new());
            things.len() - 1
        })
    }

    /// The thing is mentioned here; a clitic or a mark at either side is no part of it.
    pub(super) fn mention(&mut self, view: &View<'_>, thing: usize, span: ByteSpan) {
        if span.is_empty() {
            return;
        }
        let mut span = span;
        let opened = |i: usize| {
            view.closing(i)
                .is_some_and(|q| view.tokens.span(q.open).start >= span.start)
        };
        let mut last = view.tokens.at(span.end - 1);
        while view.tokens.span(last).start > span.start
            && matches!(view.tokens.kind(last), Kind::Mark(_))
            && !opened(last)
            && !view.is_mark(last, &[')', '%'])
        {
            last -= 1;
        }
        span.end = span.end.min(view.tokens.span(last).end);
        let thing = &mut self.things[thing];
        if !span.is_empty() && view.tokens.kind(view.tokens.at(span.start)) != Kind::Break {
            thing.mentions.push(span);
        }
    }

    pub(super) fn claim(&self, at: usize) -> Option<Claim> {
        self.claims.get(&at).copied()
    }

    /// Remembers what need not be looked for in a mention.
    pub(super) fn enter(&mut self, region: Region) {
        let here = &mut self.region;
        here.people = here.people.max(region.people);
        here.bodies = here.bodies.max(region.bodies);
        if region.name.1 > here.name.1 {
            here.name = region.name;
        }
    }

    /// Keeps by what words those are mentioned of whom no name is known.
    pub(super) fn index_mentions(&mut self) {
        let unnamed = self
            .things
            .iter()
            .enumerate()
            .filter(|(_, t)| t.kind == EntityKind::Unnamed);
        self.unnamed = unnamed
            .flat_map(|(index, thing)| thing.mentions.iter().map(move |&m| (m, index)))
            .collect();
    }

    /// Somebody of whom no name is known, mentioned by exactly these words.
    pub(super) fn mentioned_as(&self, span: ByteSpan) -> Option<usize> {
        self.unnamed.get(&span).copied()
    }

    /// What one thing was mentioned as is the other's.
    pub(super) fn unite(&mut self, from: usize, into: usize) {
        if from == into {
            return;
        }
        let mentions = std::mem::take(&mut self.things[from].mentions);
        self.things[into].mentions.extend(mentions);
        for member in self.of_member.iter_mut().flatten() {
            if *member == from {
                *member = into;
            }
        }
    }

    /// Several things that are one entity of the user's own are one.
    pub(super) fn unite_own(&mut self) {
        let mut first: FxHashMap<u32, usize> = FxHashMap::default();
        for thing in 0..self.things.len() {
            let Some(own) = self.things[thing]
                .own
                .filter(|_| !self.things[thing].mentions.is_empty())
            else {
                continue;
            };
            let into = *first.entry(own).or_insert(thing);
            self.unite(thing, into);
        }
    }

    /// The thing is this person of the world.
    pub(super) fn knows(&mut self, thing: usize, person: u16, by: &'static str) {
        self.things[thing].person = Some(person);
        self.things[thing].by = by;
    }

    /// These tokens are a title of it.
    pub(super) fn title(&mut self, thing: usize, words: (usize, usize)) {
        self.titles.push((thing, words));
    }

    /// How often the report tells of a state by its adjective.
    pub(super) fn tells_of(&self, iso: &str) -> usize {
        self.told.get(iso).copied().unwrap_or(0)
    }

    /// A common word that may be the name of a body, and nothing else tells that it is.
    pub(super) fn is_doubtful(&self, view: &View<'_>, hit: &Hit, known: u16) -> bool {
        let kind = view.lexicon.names[usize::from(known)].kind;
        hit.end == hit.start + 1
            && !matches!(kind, EntityKind::State | EntityKind::Place)
            && view.is(hit.start, Classes::NOUN)
            && view.tag(hit.start) != Tag::ProperNoun
            && view.opening(hit.start.saturating_sub(1)).is_none()
            && !self.in_full.contains(&known)
    }

    /// A body is called by this noun here.
    pub(super) fn called(&mut self, thing: usize, noun: &str, at: usize) {
        self.called
            .entry(noun.to_owned())
            .or_default()
            .push((thing, at));
    }

    /// The body that was last called by this noun.
    pub(super) fn last_called(&self, noun: &str, at: usize) -> Option<usize> {
        let called = self.called.get(noun)?;
        called.iter().rev().find(|c| c.1 < at).map(|c| c.0)
    }

    /// A thing of the lexicon's names takes the name that the lexicon puts first.
    pub(super) fn called_better(&mut self, view: &View<'_>, thing: usize, written: &str) {
        let thing = &mut self.things[thing];
        let Some(known) = thing.known else { return };
        let forms = &view.lexicon.names[usize::from(known)].forms;
        let rank = |name: &str| {
            let folded = crate::text::fold::fold(name);
            forms
                .iter()
                .position(|f| **f == *folded)
                .unwrap_or(usize::MAX)
        };
        if rank(written) < rank(&thing.name) {
            thing.name = written.to_owned();
        }
    }

    /// Which tokens some mention of a person, a body or a name covers.
    pub(super) fn covered(&self, view: &View<'_>) -> Vec<bool> {
        let mut covered = vec![false; view.len()];
        let whole = |t: &&Thing| !matches!(t.kind, EntityKind::Unnamed | EntityKind::Document);
        for span in self.things.iter().filter(whole).flat_map(|t| &t.mentions) {
            let start = view.tokens.at(span.start);
            let end = view.tokens.at(span.end - 1) + 1;
            covered[start..end].fill(true);
        }
        covered
    }

    pub(super) fn people_until(&self) -> usize {
        self.region.people
    }

    pub(super) fn bodies_until(&self) -> usize {
        self.region.bodies
    }

    pub(super) fn in_name(&self, at: usize) -> bool {
        self.region.name.0 <= at && at < self.region.name.1
    }

    fn claim_for(&mut self, view: &View<'_>, thing: usize, member: &Member, span: ByteSpan) {
        let start = view.tokens.at(span.start);
        let end = view.tokens.at(span.end - 1) + 1;
        let name = speaker::name_of(view, start, end).filter(|n| n.1 <= end);
        let (mut stop, mut region) = (end, Region::default());
        let mut next = start + 1;
        match self.things[thing].kind {
            EntityKind::Person | EntityKind::Office => {
                // `أنصار فلان`: he is found by himself.
                const HEAD: Classes = Classes::TITLE.or(Classes::GIVEN_NAME);
                let itself = name.is_none_or(|n| n.0 == start) || view.is(start, HEAD);
                stop = match name {
                    Some((_, to)) => to,
                    None => chain::end(view, start).clamp(start + 1, clause(view, start, end)),
                };
                let said = speaker::description(view, start, stop);
                if !itself || name.is_none() && speaker::states_differ(&said, &member.described) {
                    return;
                }
                region.people = stop;
                region.name = name.unwrap_or_default();
            }
            EntityKind::Organisation | EntityKind::ArmedGroup => {
                stop = clause(view, start, end);
                if view.name_at(start).is_some() || names::body_noun(view, start).is_some() {
                    stop = chain::end(view, start).clamp(start + 1, stop);
                }
                region.bodies = stop;
                if let Some((hit, _)) = view.name_at(start) {
                    next = hit.end;
                }
            }
            EntityKind::State | EntityKind::Place | EntityKind::Media => {
                if let Some((hit, _)) = view.name_at(start) {
                    next = hit.end;
                }
            }
            EntityKind::Document | EntityKind::Unnamed => {}
        }
        let claims = !matches!(
            self.things[thing].kind,
            EntityKind::Document | EntityKind::Unnamed
        );
        if matches!(
            self.things[thing].kind,
            EntityKind::Person | EntityKind::Office
        ) {
            self.title(thing, (start, name.map_or(stop, |n| n.0)));
        }
        let stop = view
            .tokens
            .span(stop - 1)
            .end
            .clamp(span.start + 1, span.end);
        let here = ByteSpan::new(span.start, stop);
        if self.things[thing].name == span.of(view.tokens.text) {
            self.things[thing].name = here.of(view.tokens.text).to_owned();
        }
        self.mention(view, thing, here);
        if !claims {
            return;
        }
        self.claims.insert(
            start,
            Claim {
                thing,
                next,
                region,
            },
        );
    }

    /// Every thing once, its mentions in order, no mention within another of the same.
    pub(super) fn finish(mut self, view: &View<'_>) -> Entities {
        for thing in &mut self.things {
            thing
                .mentions
                .sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
            let mut end = 0;
            thing.mentions.retain(|m| {
                let outside = m.end > end;
                end = end.max(m.end);
                outside
            });
        }
        about::tell(view, &self.titles, &mut self.things);
        let mut order: Vec<usize> = (0..self.things.len())
            .filter(|&t| !self.things[t].mentions.is_empty())
            .collect();
        order.sort_by_key(|&t| (self.things[t].mentions[0], t));
        let mut place = vec![None; self.things.len()];
        for (index, &thing) in order.iter().enumerate() {
            place[thing] = Some(index);
        }
        let mut things: Vec<Option<Thing>> = self.things.into_iter().map(Some).collect();
        Entities {
            list: order.iter().filter_map(|&t| things[t].take()).collect(),
            of_member: self
                .of_member
                .iter()
                .map(|m| m.and_then(|t| place[t]))
                .collect(),
        }
    }
}

/// Of a capital that speaks, the state.
pub(super) fn main_name(view: &View<'_>, known: u16) -> u16 {
    let name = &view.lexicon.names[usize::from(known)];
    if !name.capital {
        return known;
    }
    let state = name
        .state
        .as_deref()
        .and_then(|iso| view.lexicon.state(iso));
    state.unwrap_or(known)
}

pub(super) fn joined<'w>(words: impl IntoIterator<Item = &'w String>) -> String {
    let mut words: Vec<&str> = words.into_iter().map(|w| &**w).collect();
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}

fn body(member: &Member) -> bool {
    matches!(
        member.kind,
        EntityKind::Organisation | EntityKind::ArmedGroup
    )
}

/// What a member is: an office where nobody's name is told; no body where only the place in its sentence makes it one.
fn kind_of(view: &View<'_>, member: &Member) -> EntityKind {
    let met = [member.met];
    let mentions = if member.mentions.is_empty() {
        &met[..]
    } else {
        &member.mentions
    };
    let mut heads = mentions.iter().map(|m| view.tokens.at(m.start));
    match member.kind {
        EntityKind::Person if member.is_role() => {
            if heads.any(|at| is_office(view, at)) {
                EntityKind::Office
            } else {
                EntityKind::Unnamed
            }
        }
        _ if coordinated(view, member) => EntityKind::Unnamed,
        EntityKind::Organisation | EntityKind::Media if member.known.is_none() => {
            // `كتلة «العدالة»`.
            const NAMED: Classes = Classes::ORGANISATION.or(Classes::MEDIA);
            let quoted = |at: usize| {
                view.opening(at).is_some() || view.opening(at + 1).is_some() && view.is(at, NAMED)
            };
            if heads.any(|at| is_body(view, at) || quoted(at)) {
                member.kind
            } else {
                EntityKind::Unnamed
            }
        }
        EntityKind::Person => {
            let named = |m: &ByteSpan| {
                let (from, to) = (view.tokens.at(m.start), view.tokens.at(m.end - 1) + 1);
                let titled = view.is(from, Classes::TITLE);
                let name = speaker::name_of(view, from, to).unwrap_or((from, to));
                titled && name.1 - name.0 > 1 || people::is_proper(view, name)
            };
            if mentions.iter().any(named) {
                EntityKind::Person
            } else {
                EntityKind::Unnamed
            }
        }
        kind => kind,
    }
}

/// `مصر وتونس`: two, who are not one of them.
fn coordinated(view: &View<'_>, member: &Member) -> bool {
    let (at, end) = extent(view, member);
    let first = view.name_at(at);
    first.is_some_and(|(hit, _)| hit.end < end && view.words[hit.end].prefix.conjunction.is_some())
}

/// The tokens of the first mention.
fn extent(view: &View<'_>, member: &Member) -> (usize, usize) {
    let first = member.mentions.first().copied().unwrap_or(member.met);
    (
        view.tokens.at(first.start),
        view.tokens.at(first.end.max(1) - 1) + 1,
    )
}

/// One office: `وزير الصحة`, not `أحد الوزراء`, nor the preposition أمام, which has the letters of إمام.
fn is_office(view: &View<'_>, at: usize) -> bool {
    view.is(at, Classes::OFFICE)
        && !view.is(
            at,
            Classes::PLURAL
                .or(Classes::PREPOSITION)
                .or(Classes::UNNAMED),
        )
        && chain::definite(view, at, chain::end(view, at))
}

/// A body that is one: `الوزارة`, `وزارة الصحة`, not `الطرف الآخر`, `وزارات`.
fn is_body(view: &View<'_>, at: usize) -> bool {
    let callings = &view.lexicon.callings;
    let end = chain::end(view, at);
    // `تنظيم المؤتمر` is done, `تنظيم القاعدة` does.
    let vague = names::body_noun(view, at).is_some_and(|(_, noun)| noun.named)
        && !view.words[at].prefix.definite
        && !chain::identified(view, at, end);
    if vague {
        return false;
    }
    callings
        .people
        .longest(|i| speaker::lemma(view, at + i))
        .is_none()
        && (names::body_noun(view, at).is_some() || view.is(at, Classes::MEDIA))
        && chain::definite(view, at, chain::end(view, at))
}

/// Where a clause about the mention begins, or its end.
fn clause(view: &View<'_>, start: usize, end: usize) -> usize {
    let at = (start + 1..end).find(|&i| view.is(i, Classes::RELATIVE_PRONOUN) || view.is_comma(i));
    at.map_or(end, |i| if view.is_comma(i - 1) { i - 1 } else { i })
        .max(start + 1)
}

/// How often the report describes somebody or something by each state.
fn told(view: &View<'_>) -> FxHashMap<String, usize> {
    let mut told = FxHashMap::default();
    for at in (0..view.len()).filter(|&at| view.is(at, Classes::NATIONALITY)) {
        if let Some(iso) = view.lexicon.nationality(view.stem(at)) {
            *told.entry(iso.to_owned()).or_default() += 1;
        }
    }
    told
}

/// The entries of names that the report gives with more than one word, or behind a noun for what they are.
fn in_full(view: &View<'_>) -> FxHashSet<u16> {
    let full = |hit: &&Hit| {
        hit.end > hit.start + 1 || names::of_class(view, hit.start.saturating_sub(1)).is_some()
    };
    let hits = view.hits().iter().filter(full);
    hits.filter_map(|hit| match hit.meaning {
        Meaning::Name(index) => Some(index),
        _ => None,
    })
    .collect()
}
