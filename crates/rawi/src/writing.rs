//! Takes: all that the steps before found. Gives: the [`Record`]. Here bytes become code points and members,
//! drafts and expressions get the ids by which a record refers to them.

use std::collections::BTreeMap;

use crate::amount::Amount;
use crate::entity::{self, Entities, Thing};
use crate::event::{EventDraft, TakingPart};
use crate::knowledge::{Knowledge, KnownEntity};
use crate::language::arabic::number::Quantity;
use crate::lexicon::world::Term;
use crate::record::{
    Addressee, Cue, Entity, EntityKind, Event, EventNumber, HeldOffice, Location, Names,
    Participant, Record, ReportInfo, Source, SourceType, Span, Statement, TimeExpression, TimeType,
    When,
};
use crate::report::Report;
use crate::span::{ByteSpan, CodePoints};
use crate::speaker::Resolved;
use crate::statement::{
    self,
    draft::{Draft, Mention},
};
use crate::time::{self, Expression};
use crate::view::View;

/// What there is to write.
pub(crate) struct Found<'a> {
    pub(crate) view: &'a View<'a>,
    pub(crate) drafts: &'a [Draft],
    pub(crate) resolved: &'a Resolved,
    pub(crate) expressions: &'a [Expression],
    pub(crate) events: &'a [EventDraft<'a>],
    pub(crate) parts: &'a [TakingPart],
    pub(crate) entities: &'a Entities,
    pub(crate) own: &'a Knowledge,
}

pub(crate) fn write(report: &Report, found: &Found<'_>) -> Record {
    let metadata = report.metadata();
    let writer = Writer::new(report, found);
    Record {
        rawi: env!("CARGO_PKG_VERSION").to_owned(),
        report: ReportInfo {
            id: report.id(),
            key: metadata.key.clone(),
            language: "ar".to_owned(),
            outlet: metadata.outlet.clone(),
            url: metadata.url.clone(),
            title: metadata.title.clone(),
            published: metadata.published.clone(),
            length: writer.points.before(report.text().len() as u32),
        },
        statements: writer.statements(),
        entities: writer.entities(),
        events: writer.events(),
        times: writer.times,
        text: None,
    }
}

struct Writer<'a> {
    found: &'a Found<'a>,
    text: &'a str,
    points: CodePoints<'a>,
    /// The entity of each member that is mentioned.
    ids: Vec<Option<String>>,
    times: Vec<TimeExpression>,
}

impl<'a> Writer<'a> {
    fn new(report: &'a Report, found: &'a Found<'a>) -> Self {
        let ids = &found.entities.of_member;
        let ids = ids.iter().map(|e| e.map(entity_id)).collect();
        let mut writer = Self {
            found,
            text: report.text(),
            points: CodePoints::new(report.text()),
            ids,
            times: Vec::new(),
        };
        writer.times = writer.times(report);
        writer
    }

    fn span(&self, span: ByteSpan) -> Span {
        Span {
            start: self.points.before(span.start),
            end: self.points.before(span.end),
            text: span.of(self.text).to_owned(),
        }
    }

    /// Name and entity of a member.
    fn who(&self, member: Option<usize>) -> (Option<String>, Option<String>) {
        let name = |m: usize| self.found.resolved.cast.members[m].name.clone();
        (member.map(name), member.and_then(|m| self.ids[m].clone()))
    }

    fn statements(&self) -> Vec<Statement> {
        let whens =
            statement::settle_times(self.found.view, self.found.drafts, self.found.expressions);
        let drafts = self.found.drafts.iter().enumerate();
        drafts
            .map(|(index, draft)| Statement {
                id: format!("s{}", index + 1),
                cue: draft.cue_span.map(|s| {
                    let Span { start, end, text } = self.span(s);
                    let lemma = draft.lemma.to_string();
                    Cue {
                        start,
                        end,
                        text,
                        lemma,
                    }
                }),
                source: self.source(index, draft),
                addressees: self.addressees(index, draft),
                content: draft.content.iter().map(|p| self.span(p.span)).collect(),
                form: draft.form,
                act: draft.act,
                stance: draft.stance,
                negated: draft.negated,
                channel: draft.channel,
                on_word_of: draft.parent.map(statement_id),
                when: whens[index].map(|t| self.when(t)),
                rule: draft.rule.to_owned(),
            })
            .collect()
    }

    fn source(&self, index: usize, draft: &Draft) -> Source {
        let member = self.found.resolved.speakers[index];
        let (name, entity) = self.who(member);
        let speaker = member.map(|m| &self.found.resolved.cast.members[m]);
        Source {
            mention: draft.source.map(|m| self.span(m.span)),
            name,
            entity,
            kind: speaker.map_or(SourceType::Implicit, |m| m.source_type),
            count: speaker.and_then(|m| m.count),
            access: speaker.and_then(|m| m.access),
        }
    }

    fn addressees(&self, index: usize, draft: &Draft) -> Vec<Addressee> {
        let resolved = &self.found.resolved.addressees[index];
        let pairs = draft.addressees.iter().zip(resolved);
        pairs
            .map(|(mention, &member)| {
                let (name, entity) = self.who(member);
                Addressee {
                    mention: self.span(mention.span),
                    name,
                    entity,
                }
            })
            .collect()
    }

    fn entities(&self) -> Vec<Entity> {
        let things = self.found.entities.list.iter().enumerate();
        things
            .map(|(index, thing)| Entity {
                id: entity_id(index),
                kind: thing.kind,
                name: thing.name.clone(),
                names: self.names(thing),
                sector: self.own(thing).and_then(|own| own.sector).or(thing.sector),
                country: self
                    .own(thing)
                    .and_then(|own| own.state.clone())
                    .or(thing.state.clone()),
                identifiers: self.identifiers(thing),
                office: self.held(thing),
                location: thing.place.map(|place| self.location(place)),
                resolved_by: self.resolved_by(thing),
                mentions: thing.mentions.iter().map(|&m| self.span(m)).collect(),
            })
            .collect()
    }

    /// The entity of the user's own that a thing is.
    fn own(&self, thing: &Thing) -> Option<&KnownEntity> {
        thing.own.map(|own| self.found.own.entity(own))
    }

    /// The office held when the report was published.
    fn held(&self, thing: &Thing) -> Option<HeldOffice> {
        let position = self
            .own(thing)
            .zip(thing.own_position)
            .map(|(own, index)| &own.position[index]);
        let own = position.map(|p| HeldOffice {
            names: Names {
                ar: p.title.first().cloned(),
                en: None,
            },
            country: p.state.clone(),
            body: p.body.clone().map(|ar| Names {
                ar: Some(ar),
                en: None,
            }),
            from: p.from.clone(),
            to: p.to.clone(),
        });
        own.or_else(|| thing.term.map(|term| self.office(term)))
    }

    fn resolved_by(&self, thing: &Thing) -> Option<String> {
        if thing.person.is_none() && thing.own.is_none() {
            return None;
        }
        let office = self.held(thing).filter(|_| thing.by == "office");
        let by = match (office, thing.by) {
            (Some(office), _) => {
                let day = |day: Option<String>| day.unwrap_or_else(|| "..".to_owned());
                format!("office {}/{}", day(office.from), day(office.to))
            }
            (None, "") => "name".to_owned(),
            (None, by) => by.to_owned(),
        };
        Some(if thing.own.is_some() {
            format!("own {by}")
        } else {
            by
        })
    }

    /// What the tables call a thing.
    fn names(&self, thing: &Thing) -> Names {
        if let Some(own) = self.own(thing) {
            return Names {
                ar: own.ar.first().cloned(),
                en: own.en.clone(),
            };
        }
        let lexicon = self.found.view.lexicon;
        let known = thing.known.map(|known| &lexicon.names[usize::from(known)]);
        let person = thing
            .person
            .map(|person| &lexicon.world.people[usize::from(person)]);
        let place = thing
            .place
            .map(|place| &lexicon.world.places[usize::from(place)]);
        known
            .map(|n| names(&n.ar, &n.en))
            .or(person.map(|p| names(&p.ar, &p.en)))
            .or(place.map(|p| names(&p.ar, &p.en)))
            .unwrap_or_default()
    }

    fn identifiers(&self, thing: &Thing) -> BTreeMap<String, String> {
        let mut found = self
            .own(thing)
            .map(|own| own.identifiers.clone())
            .unwrap_or_default();
        let places = &self.found.view.lexicon.world.places;
        let geonames = thing
            .place
            .and_then(|place| places[usize::from(place)].geonames);
        if let Some(id) = geonames {
            found.insert("geonames".to_owned(), id.to_string());
        }
        if let (EntityKind::State, Some(iso)) = (thing.kind, &thing.state) {
            found.insert("iso2".to_owned(), iso.clone());
            if let Some(alpha3) = self.found.view.lexicon.alpha3(iso) {
                found.insert("iso3".to_owned(), alpha3.to_owned());
            }
        }
        found
    }

    fn office(&self, term: Term) -> HeldOffice {
        let lexicon = self.found.view.lexicon;
        let office = &lexicon.world.offices[usize::from(term.office)];
        let body = office.body.map(|body| &lexicon.names[usize::from(body)]);
        HeldOffice {
            names: names(&office.ar, &office.en),
            country: office.state.as_deref().map(str::to_owned),
            body: body.map(|b| names(&b.ar, &b.en)),
            from: term.from.map(|days| days.to_string()),
            to: term.to.map(|days| days.to_string()),
        }
    }

    fn location(&self, place: u16) -> Location {
        let places = &self.found.view.lexicon.world.places;
        let place = &places[usize::from(place)];
        let degrees = |d: f32| Amount::thousandths((f64::from(d) * 1000.0).round() as i64);
        Location {
            lat: place.at.map(|(lat, _)| degrees(lat)),
            lon: place.at.map(|(_, lon)| degrees(lon)),
            within: entity::holding(places, place)
                .map(|p| names(&p.ar, &p.en))
                .collect(),
        }
    }

    fn events(&self) -> Vec<Event> {
        let events = self.found.events.iter().zip(self.found.parts);
        events
            .enumerate()
            .map(|(index, (event, parts))| Event {
                id: format!("v{}", index + 1),
                kind: event.entry.kind,
                mode: event.entry.mode.as_deref().map(str::to_owned),
                cameo: event.entry.cameo.as_ref().to_owned(),
                trigger: self.span(self.found.view.span(event.trigger.0, event.trigger.1)),
                actors: self
                    .speaker(event)
                    .into_iter()
                    .chain(self.participants(&parts.actors))
                    .collect(),
                recipients: self.participants(&parts.recipients),
                when: event.when.map(|t| self.when(t)),
                duration: event.lasted.map(|t| self.when(t)),
                place: event.place.map(|m| self.span(m.span)),
                numbers: self.numbers(event),
                status: event.status,
                on_word_of: event.on_word_of.map(statement_id),
            })
            .collect()
    }

    /// Whoever says it, of a saying that is an event.
    fn speaker(&self, event: &EventDraft<'_>) -> Option<Participant> {
        let index = event.speaker?;
        let mention = self.found.drafts[index].source;
        let (name, entity) = self.who(self.found.resolved.speakers[index]);
        (mention.is_some() || name.is_some()).then(|| Participant {
            mention: mention.map(|m| self.span(m.span)),
            name,
            entity,
        })
    }

    fn participants(&self, parts: &[(Mention, usize)]) -> Vec<Participant> {
        let one = |&(mention, member): &(Mention, usize)| {
            let (name, entity) = self.who(Some(member));
            Participant {
                mention: Some(self.span(mention.span)),
                name,
                entity,
            }
        };
        parts.iter().map(one).collect()
    }

    /// How many an event was done to.
    fn numbers(&self, event: &EventDraft<'_>) -> Vec<EventNumber> {
        let Some(kind) = event.entry.number else {
            return Vec::new();
        };
        let view = self.found.view;
        let one = |quantity: &Quantity| {
            let Span { start, end, text } =
                self.span(view.words_span(quantity.start, quantity.end));
            EventNumber {
                start,
                end,
                text,
                kind,
                min: quantity.min,
                max: quantity.max,
                about: quantity.about,
            }
        };
        event.numbers.iter().map(one).collect()
    }

    /// The expressions of time, each with its value.
    fn times(&self, report: &Report) -> Vec<TimeExpression> {
        let published = time::report_day(report.metadata().published.as_deref());
        let mut before: Option<String> = None;
        let mut times = Vec::with_capacity(self.found.expressions.len());
        for expression in self.found.expressions {
            let timex = time::resolve(expression, published, before.as_deref());
            if matches!(timex.kind, TimeType::Date | TimeType::Time) {
                before = Some(timex.value.clone());
            }
            let words = self.found.view.words_span(expression.start, expression.end);
            let Span { start, end, text } = self.span(words);
            times.push(TimeExpression {
                start,
                end,
                text,
                kind: timex.kind,
                value: timex.value,
                modifier: expression.modifier,
            });
        }
        times
    }

    /// An expression of time as what is dated by it refers to it.
    fn when(&self, time: usize) -> When {
        let time = &self.times[time];
        When {
            start: time.start,
            end: time.end,
            text: time.text.clone(),
            value: Some(time.value.clone()),
        }
    }
}

fn names(ar: &str, en: &str) -> Names {
    Names {
        ar: Some(ar.to_owned()),
        en: Some(en.to_owned()),
    }
}

fn entity_id(index: usize) -> String {
    format!("e{}", index + 1)
}

fn statement_id(index: usize) -> String {
    format!("s{}", index + 1)
}
