//! Takes: a report. Gives: its [`Record`]. Relies on every step before; here they only follow each other.

use std::sync::LazyLock;

use crate::chain;
use crate::event::{self, EventDraft};
use crate::language::arabic;
use crate::lexicon::Lexicon;
use crate::record::{
    Addressee, Cue, Entity, Event, EventNumber, Participant, Record, ReportInfo, Source,
    SourceType, Span, Statement, TimeExpression, TimeType, When,
};
use crate::report::Report;
use crate::span::{ByteSpan, CodePoints};
use crate::speaker::{self, Resolved};
use crate::statement::{
    self,
    draft::{Draft, Mention},
};
use crate::time::{self, Expression};
use crate::view::View;

/// The lexicon that the program carries, compiled at the first reading.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // The tables are checked by a test of this crate: a fault never leaves the house.
    Lexicon::embedded().unwrap_or_else(|fault| panic!("lexicon/{fault}"))
});

/// Reads a report: who says what, to whom, on whose word.
///
/// Pure and deterministic: no clock, no files, no network; the same text always gives the same record.
/// It never fails: a text without statements gives a record without statements.
///
/// ```
/// use rawi::{Metadata, Report, read};
///
/// let report = Report::new("قال وزير النقل محمد خالد إن الطريق مفتوح.", Metadata::default());
/// let record = read(&report);
/// let statement = &record.statements[0];
/// assert_eq!(statement.source.name.as_deref(), Some("محمد خالد"));
/// assert_eq!(statement.content[0].text, "الطريق مفتوح");
/// ```
pub fn read(report: &Report) -> Record {
    let view = View::new(report.text(), &LEXICON);
    let mut drafts = statement::find(&view);
    let resolved = speaker::resolve(&view, &mut drafts);
    chain::link(&view, &mut drafts, &resolved);
    statement::settle_channels(&view, &mut drafts, &resolved);
    statement::settle_acts(&view, &mut drafts, &resolved);
    let expressions = arabic::time::find(&view);
    let events = event::find(&view, &drafts, &expressions);
    write(report, &view, &drafts, resolved, &expressions, &events)
}

fn write(
    report: &Report,
    view: &View<'_>,
    drafts: &[Draft],
    mut resolved: Resolved,
    expressions: &[Expression],
    events: &[EventDraft<'_>],
) -> Record {
    let text = report.text();
    let points = CodePoints::new(text);
    let span = |s: ByteSpan| Span {
        start: points.before(s.start),
        end: points.before(s.end),
        text: s.of(text).to_owned(),
    };
    let taking_part: Vec<[Vec<(Mention, usize)>; 2]> = events
        .iter()
        .map(|event| {
            [&event.actors, &event.recipients].map(|mentions| {
                let resolve = |&m: &Mention| (m, resolved.cast.resolve(view, m));
                mentions.iter().map(resolve).collect()
            })
        })
        .collect();
    let members = &resolved.cast.members;
    // Entities are numbered in the order of their first mention as sources or addressees.
    let mut order: Vec<usize> = (0..members.len())
        .filter(|&m| !members[m].mentions.is_empty())
        .collect();
    order.sort_by_key(|&m| members[m].mentions.iter().min().copied());
    let mut number = vec![None; members.len()];
    for (index, &member) in order.iter().enumerate() {
        number[member] = Some(format!("e{}", index + 1));
    }
    let entities = order
        .iter()
        .map(|&m| {
            let mut mentions = members[m].mentions.clone();
            mentions.sort_unstable();
            mentions.dedup();
            Entity {
                id: number[m].clone().unwrap_or_default(),
                kind: members[m].kind,
                name: members[m].name.clone(),
                mentions: mentions.into_iter().map(span).collect(),
            }
        })
        .collect();
    let times = times(view, report, expressions, &span);
    let whens = statement::settle_times(view, drafts, expressions);
    let when = |t: usize| When {
        start: times[t].start,
        end: times[t].end,
        text: times[t].text.clone(),
        value: Some(times[t].value.clone()),
    };
    let statements = drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| {
            let speaker = resolved.speakers[index].map(|m| &members[m]);
            Statement {
                id: format!("s{}", index + 1),
                cue: draft.cue_span.map(|s| {
                    let Span { start, end, text } = span(s);
                    Cue {
                        start,
                        end,
                        text,
                        lemma: draft.lemma.to_string(),
                    }
                }),
                source: Source {
                    mention: draft.source.map(|m| span(m.span)),
                    name: speaker.map(|m| m.name.clone()),
                    entity: resolved.speakers[index].and_then(|m| number[m].clone()),
                    kind: speaker.map_or(SourceType::Implicit, |m| m.source_type),
                    count: speaker.and_then(|m| m.count),
                    access: speaker.and_then(|m| m.access),
                },
                addressees: draft
                    .addressees
                    .iter()
                    .zip(&resolved.addressees[index])
                    .map(|(mention, member)| Addressee {
                        mention: span(mention.span),
                        name: member.map(|m| members[m].name.clone()),
                        entity: member.and_then(|m| number[m].clone()),
                    })
                    .collect(),
                content: draft.content.iter().map(|p| span(p.span)).collect(),
                form: draft.form,
                act: draft.act,
                stance: draft.stance,
                negated: draft.negated,
                channel: draft.channel,
                on_word_of: draft.parent.map(|p| format!("s{}", p + 1)),
                when: whens[index].map(when),
                rule: draft.rule.to_owned(),
            }
        })
        .collect();
    let events = events
        .iter()
        .zip(&taking_part)
        .enumerate()
        .map(|(index, (event, [actors, recipients]))| {
            let participants = |parts: &[(Mention, usize)]| {
                parts
                    .iter()
                    .map(|&(mention, member)| Participant {
                        mention: Some(span(mention.span)),
                        name: Some(members[member].name.clone()),
                        entity: number[member].clone(),
                    })
                    .collect()
            };
            Event {
                id: format!("v{}", index + 1),
                kind: event.entry.kind,
                mode: event.entry.mode.as_deref().map(str::to_owned),
                cameo: event.entry.cameo.as_ref().to_owned(),
                trigger: span(view.span(event.trigger.0, event.trigger.1)),
                actors: participants(actors),
                recipients: participants(recipients),
                when: event.when.map(when),
                place: event.place.map(|m| span(m.span)),
                numbers: numbers(view, event, &span),
                status: event.status,
                on_word_of: event.on_word_of.map(|s| format!("s{}", s + 1)),
            }
        })
        .collect();
    let metadata = report.metadata();
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
            length: points.before(text.len() as u32),
        },
        statements,
        entities,
        events,
        times,
        text: None,
    }
}

/// How many an event was done to.
fn numbers(
    view: &View<'_>,
    event: &EventDraft<'_>,
    span: &impl Fn(ByteSpan) -> Span,
) -> Vec<EventNumber> {
    let Some(kind) = event.entry.number else {
        return Vec::new();
    };
    let written = event.numbers.iter().map(|quantity| {
        let Span { start, end, text } = span(view.words_span(quantity.start, quantity.end));
        EventNumber {
            start,
            end,
            text,
            kind,
            min: quantity.min,
            max: quantity.max,
            about: quantity.about,
        }
    });
    written.collect()
}

/// The expressions of time, each with its value.
fn times(
    view: &View<'_>,
    report: &Report,
    expressions: &[Expression],
    span: &impl Fn(ByteSpan) -> Span,
) -> Vec<TimeExpression> {
    let published = time::report_day(report.metadata().published.as_deref());
    let mut before: Option<String> = None;
    let mut times = Vec::with_capacity(expressions.len());
    for expression in expressions {
        let timex = time::resolve(expression, published, before.as_deref());
        if matches!(timex.kind, TimeType::Date | TimeType::Time) {
            before = Some(timex.value.clone());
        }
        let Span { start, end, text } = span(view.words_span(expression.start, expression.end));
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

/// The pieces of an Arabic word: conjunction, preposition or future particle, stem, pronoun. Together
/// they are the word as written. The article stays with its noun, as in UD's Arabic treebanks.
///
/// `previous` is the word before it in the sentence, which tells some nouns from verbs.
///
/// ```
/// assert_eq!(rawi::segment_word("وبمدينتهم", None), ["و", "ب", "مدينت", "هم"]);
/// ```
pub fn segment_word<'w>(word: &'w str, previous: Option<&str>) -> Vec<&'w str> {
    LEXICON.segmenter.pieces(word, previous)
}
