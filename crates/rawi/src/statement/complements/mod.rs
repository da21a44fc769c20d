//! Takes: a cue and the frames it has. Gives: [`Complements`], its source, addressees and content, read
//! from the words after it. Relies on: frames telling which introducer opens what; whatever no frame
//! claims is a side remark and is stepped over.

mod frames;
mod gap;
mod mention;
mod objects;
mod prepositions;
mod punctuation;
mod remarks;
mod words;

use super::content;
use super::draft::{Mention, Piece};
use super::{boundary, relay, source};
use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::noun_phrase;
use crate::lexicon::{Classes, Frame, Introducer, Role};
use crate::text::token::Kind;
use crate::view::View;

pub(crate) use mention::{mention, past};

#[derive(Debug, Default)]
pub(crate) struct Complements {
    pub(crate) source: Option<Mention>,
    pub(crate) addressees: Vec<Mention>,
    pub(crate) content: Vec<Piece>,
    pub(crate) topic: bool,
    /// The introducer that opened the content.
    pub(crate) by: Option<Opened>,
    /// First token of what the content was read from.
    pub(crate) content_start: usize,
    /// The cue of the saying before that is all of the content.
    pub(crate) wraps: Option<usize>,
    /// The preposition before somebody whose words are passed on (`نقل عن`).
    pub(crate) relays: Option<usize>,
    /// The entry of the noun of saying that is its object: `وجه انتقادات`.
    pub(crate) saying: Option<usize>,
}

/// What opened the content, for telling sure statements from doubtful ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opened {
    Clause,
    Quotation,
    Preposition,
    Object,
}

/// What is looked for after a cue.
#[derive(Clone, Copy)]
pub(crate) struct Wanted<'f> {
    pub(crate) frames: &'f [Frame],
    /// A noun phrase after the cue may be its source, if it agrees.
    pub(crate) source: Option<Agreement>,
    /// The cue carries its object as a suffix.
    pub(crate) suffix: bool,
    /// Nothing may stand between the cue and the content but source and addressee.
    pub(crate) strict: bool,
    /// The narrator himself says it: `يُذكر أن`.
    pub(crate) recalled: bool,
    /// The subject may be dropped: the only noun phrase behind the cue may be its object.
    pub(crate) dropped: bool,
    pub(crate) limit: usize,
}

/// How many tokens after a cue its content must begin.
const REACH: usize = 70;

struct Scan<'v, 'a, 'f> {
    view: &'v View<'a>,
    wanted: Wanted<'f>,
    start: usize,
    at: usize,
    end: usize,
    taken: Vec<Box<str>>,
    found: Complements,
    commas: usize,
    stepped: usize,
    /// A plain object was stepped over: only words, in a clause or in marks, may follow.
    objects: usize,
    /// Where the object begins, if the subject is known to end there.
    object: Option<usize>,
}

enum Step {
    Go,
    Done,
    Fail,
}

/// The complements of the cue that ends before token `start`.
pub(crate) fn read(view: &View<'_>, start: usize, wanted: Wanted<'_>) -> Option<Complements> {
    let mut found = read_parts(view, start, wanted)?;
    if let Some(source) = found.source
        && let Some(opens) = opening(view, source, &found)
    {
        let clause = matches!(found.by, Some(Opened::Clause | Opened::Quotation));
        found.source = Some(gap::fill(view, source, opens, clause, wanted));
    }
    Some(found)
}

/// Where the gap behind a source ends: at who is spoken to, or at what opens the words.
fn opening(view: &View<'_>, source: Mention, found: &Complements) -> Option<usize> {
    let first = source.phrase.end;
    let clause = matches!(found.by, Some(Opened::Clause | Opened::Quotation));
    let words = (first..found.content_start).find(|&i| {
        clause
            && (view.is(i, Classes::COMPLEMENTISER)
                || view.is_mark(i, &[':'])
                || view.opening(i).is_some())
            || found.by == Some(Opened::Preposition)
                && i + 1 == found.content_start
                && noun_phrase::is_preposition_word(view, i)
    });
    let told = found
        .addressees
        .iter()
        .map(|m| m.phrase.start)
        .filter(|&s| s >= first)
        .min();
    [words, told, Some(found.content_start)]
        .into_iter()
        .flatten()
        .min()
}

fn read_parts(view: &View<'_>, start: usize, wanted: Wanted<'_>) -> Option<Complements> {
    let (again, dropped) = (
        Wanted {
            source: None,
            ..wanted
        },
        wanted.dropped,
    );
    let (whole, found) = scan(view, start, wanted);
    if whole {
        return Some(found);
    }
    // `استنكرت الوزارة المجزرة`: the subject has swallowed the object.
    if let Some(object) = found
        .source
        .and_then(|m| objects::swallowed(view, m, wanted))
    {
        let (whole, found) = scan_up_to(view, start, wanted, Some(object));
        if whole {
            return Some(found);
        }
    }
    // `وانتقد السياسة الخارجية`: what was taken for the subject is all there is, and cannot speak.
    let object = dropped
        && found.source.is_some_and(|m| {
            let quoted = view.opening(m.phrase.start - 1).is_some();
            m.phrase.start <= start + 1 && !quoted && source::is_no_subject(view, m)
        });
    let (whole, found) = object.then(|| scan(view, start, again))?;
    whole.then_some(found)
}

/// What was found, and whether it is the whole or the reading failed before.
fn scan(view: &View<'_>, start: usize, wanted: Wanted<'_>) -> (bool, Complements) {
    scan_up_to(view, start, wanted, None)
}

/// The same, with a subject that ends before the object where that is known.
fn scan_up_to(
    view: &View<'_>,
    start: usize,
    wanted: Wanted<'_>,
    object: Option<usize>,
) -> (bool, Complements) {
    let mut taken: Vec<Box<str>> = wanted
        .frames
        .iter()
        .flat_map(|f| &f.slots)
        .filter_map(|s| match &s.introducer {
            Introducer::Preposition(p) => Some(p.clone()),
            _ => None,
        })
        .collect();
    if wanted
        .frames
        .iter()
        .flat_map(|f| &f.slots)
        .any(|s| s.introducer == Introducer::Object && s.role == Role::Addressee)
    {
        taken.push(noun_phrase::OBJECT.into());
    }
    let end = wanted.limit.min(start + REACH);
    let mut scan = Scan {
        view,
        wanted,
        start,
        at: start,
        end,
        taken,
        found: Complements::default(),
        commas: 0,
        stepped: 0,
        objects: 0,
        object,
    };
    while scan.at < scan.end {
        match scan.step() {
            Step::Go => {}
            Step::Done => return (true, scan.found),
            Step::Fail => break,
        }
    }
    (false, scan.found)
}

impl Scan<'_, '_, '_> {
    fn step(&mut self) -> Step {
        match self.view.tokens.kind(self.at) {
            Kind::Break => Step::Fail,
            Kind::Mark(c) => self.mark(c),
            Kind::Number => {
                if self.object_content_allowed() {
                    return self.object();
                }
                self.at += 1;
                Step::Go
            }
            Kind::Word => self.word(),
        }
    }

    /// The content is a clause that begins at `start`, after its complementiser.
    pub(super) fn clause(&mut self, start: usize, by: Opened) -> Step {
        let view = self.view;
        let mut start = start;
        // `: إن …`, `"إن …`: the complementiser goes, inside the marks as outside.
        let inner = if view.opening(start).is_some() {
            start + 1
        } else {
            start
        };
        if view.is(inner, Classes::COMPLEMENTISER)
            && !view.is(inner, Classes::NEGATION)
            && view.words[inner].prefix.conjunction.is_none()
        {
            start = inner + 1;
        }
        self.content(start, 0, by)
    }

    /// The content is the clause whose complementiser stands at `at`; one that negates belongs to it.
    pub(super) fn clause_behind(&mut self, at: usize) -> Step {
        let keeps = self.view.is(at, Classes::NEGATION);
        self.content(at + usize::from(!keeps), 0, Opened::Clause)
    }

    pub(super) fn content(&mut self, start: usize, letters: u8, by: Opened) -> Step {
        // `المصدر الذي طلب عدم كشف اسمه أن`: the clause is the main verb's.
        let limit = (start..self.wanted.limit)
            .take_while(|_| by == Opened::Object && self.view.is(start, Classes::LACK))
            .find(|&i| {
                self.view.is(i, Classes::COMPLEMENTISER)
                    && (self.view.words[i - 1].enclitic || self.view.is(i - 1, Classes::IDENTITY))
            })
            .unwrap_or(self.wanted.limit);
        self.found.content = content::from(
            self.view,
            start,
            letters,
            limit,
            match by {
                // What is passed on is a saying, clause and all; where it is named as one, all he goes on to say.
                _ if self.found.relays.is_some() => {
                    if relay::told_at(self.view, start, limit).is_some() {
                        boundary::Shape::Relayed
                    } else {
                        boundary::Shape::Clause
                    }
                }
                Opened::Clause if self.wanted.recalled => boundary::Shape::Recalled,
                Opened::Clause => boundary::Shape::Clause,
                Opened::Quotation => boundary::Shape::Words,
                Opened::Preposition | Opened::Object => boundary::Shape::Phrase,
            },
        );
        self.found.by = Some(by);
        self.found.content_start = start;
        if self.found.content.is_empty() {
            Step::Fail
        } else {
            Step::Done
        }
    }
}
