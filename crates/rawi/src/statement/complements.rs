//! Takes: a cue and the frames it has. Gives: [`Complements`], its source, addressees and content, read
//! from the words after it. Relies on: frames telling which introducer opens what; whatever no frame
//! claims is a side remark and is stepped over.

use super::content;
use super::draft::{Mention, Piece};
use smallvec::SmallVec;

use super::{boundary, occasion, slots, source};
use crate::language::arabic::agreement::{self, Agreement};
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{
    self, NounPhrase, Want, is_finite_cue, is_preposition, is_preposition_word,
};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, Frame, Introducer, Meaning, Must, Role, Slot};
use crate::span::ByteSpan;
use crate::text::token::Kind;
use crate::view::View;

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
}

/// The complements of the cue that ends before token `start`.
pub(crate) fn read(view: &View<'_>, start: usize, wanted: Wanted<'_>) -> Option<Complements> {
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

enum Step {
    Go,
    Done,
    Fail,
}

impl Scan<'_, '_, '_> {
    fn slots(&self) -> impl Iterator<Item = &crate::lexicon::Slot> {
        self.wanted.frames.iter().flat_map(|f| &f.slots)
    }

    fn has(&self, introducer: &Introducer) -> Option<Role> {
        self.slots()
            .find(|s| s.introducer == *introducer && s.must.is_none())
            .map(|s| s.role)
    }

    /// The role of a preposition; content where it has several and an addressee is already there.
    fn role_of(&self, at: usize) -> Option<Role> {
        let roles: SmallVec<[Role; 4]> = self
            .slots()
            .filter_map(|s| match &s.introducer {
                Introducer::Preposition(p)
                    if slots::introduces(self.view, at, p) && self.holds(s, at) =>
                {
                    Some(s.role)
                }
                _ => None,
            })
            .collect();
        let first = *roles.first()?;
        // `رد على الوزير` is said to him, `رد على الانتقادات` is about them.
        if first == Role::Addressee && roles.contains(&Role::Topic) {
            let told = occasion::told_to(self.view, at, self.end, self.wanted.frames).is_some();
            return Some(if told { first } else { Role::Topic });
        }
        let content = first != Role::Addressee || roles.iter().any(|&r| r != Role::Addressee);
        Some(
            if first == Role::Addressee && content && !self.found.addressees.is_empty() {
                Role::Content
            } else {
                first
            },
        )
    }

    /// What the slot asks of its complement stands there, or soon behind.
    fn holds(&self, slot: &Slot, at: usize) -> bool {
        const SOON: usize = 14;
        let view = self.view;
        match &slot.must {
            None => true,
            Some(Must::Saying) => {
                let at = if is_preposition_word(view, at) {
                    at + 1
                } else {
                    at
                };
                is_noun_of_saying(view, at)
            }
            Some(Must::Word(word)) => (at..(at + SOON).min(self.end))
                .take_while(|&i| !view.is_mark(i, &['.', '؛', ':']))
                .any(|i| view.is_word(i) && view.stem(i) == &**word),
        }
    }

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

    fn mark(&mut self, c: char) -> Step {
        let view = self.view;
        match c {
            ':' => {
                let speaks = self.has(&Introducer::Clause).is_some()
                    || self.has(&Introducer::Quotation).is_some()
                    || self.has(&Introducer::Colon).is_some();
                if !speaks {
                    return Step::Fail;
                }
                let mut start = self.at + 1;
                if view.is_mark(start, &[':', '-']) {
                    start += 1;
                }
                self.clause(start, Opened::Quotation)
            }
            '،' | ',' | '؛' | '-' | '–' | '—' => {
                self.commas += 1;
                if self.wanted.strict && self.commas > 1 {
                    return Step::Fail;
                }
                self.at += 1;
                if let Some(close) = self.joined_remark() {
                    self.at = close;
                    return Step::Go;
                }
                if matches!(c, '-' | '–' | '—') {
                    // A remark between dashes.
                    if let Some(close) = (self.at + 1..(self.at + 25).min(self.end))
                        .find(|&i| view.is_mark(i, &['-', '–', '—']))
                    {
                        self.at = close + 1;
                    }
                }
                Step::Go
            }
            '(' | '[' => {
                match (self.at + 1..(self.at + 15).min(self.end))
                    .find(|&i| view.is_mark(i, &[')', ']']))
                {
                    Some(close) => self.at = close + 1,
                    None => self.at += 1,
                }
                Step::Go
            }
            '.' | '!' | '?' | '؟' => Step::Fail,
            _ if view.opening(self.at).is_some() => self.quotation(),
            _ => {
                self.at += 1;
                Step::Go
            }
        }
    }

    /// `المنظمة، وتتخذ من المدينة مقرا لها، إن`: a clause with و between commas, the words behind it.
    fn joined_remark(&self) -> Option<usize> {
        const LONGEST: usize = 14;
        let view = self.view;
        let verb = view.words.get(self.at)?.prefix.conjunction == Some('و')
            && noun_phrase::is_verb(view, self.at)
            && !is_finite_cue(view, self.at);
        if !verb || self.found.source.is_none() {
            return None;
        }
        (self.at + 1..(self.at + LONGEST).min(self.end)).find(|&i| {
            view.is_comma(i)
                && view.is(i + 1, Classes::COMPLEMENTISER)
                && view.words[i + 1].prefix.conjunction.is_none()
        })
    }

    fn quotation(&mut self) -> Step {
        let view = self.view;
        let Some(quotation) = view.opening(self.at).copied() else {
            return Step::Fail;
        };
        let short =
            quotation.closed && quotation.close - self.at <= 5 && quotation.close > self.at + 1;
        let speaks = self.has(&Introducer::Quotation).is_some();
        let may_name = short
            && self.wanted.source.is_some()
            && self.found.source.is_none()
            && self.clause_is_ahead(quotation.close + 1);
        if may_name {
            let phrase = NounPhrase {
                start: self.at + 1,
                end: quotation.close,
                head: self.at + 1,
            };
            self.found.source = Some(Mention {
                phrase,
                span: view.span(self.at + 1, quotation.close),
            });
            self.at = quotation.close + 1;
            return Step::Go;
        }
        if short
            && !self.wanted.suffix
            && self.has(&Introducer::Object) == Some(Role::Addressee)
            && self.clause_is_ahead(quotation.close + 1)
            && self.found.addressees.is_empty()
        {
            let phrase = NounPhrase {
                start: self.at + 1,
                end: quotation.close,
                head: self.at + 1,
            };
            self.found.addressees.push(Mention {
                phrase,
                span: view.span(self.at + 1, quotation.close),
            });
            self.at = quotation.close + 1;
            return Step::Go;
        }
        // `في المؤتمر المخصص «لحماية …»، إلى أن «…»`: the quotation belongs to a remark.
        let complement = (quotation.close + 1..quotation.close + 4)
            .any(|i| i < self.end && view.is(i, Classes::COMPLEMENTISER));
        if quotation.closed
            && self.stepped > 0
            && complement
            && view.is_word(self.at - 1)
            && view.is_comma(quotation.close + 1)
        {
            self.at = quotation.close + 1;
            return Step::Go;
        }
        // A name in quotation marks inside a remark: «عكاظ» in `ردا على سؤال «عكاظ» …: «…»`.
        if short && self.stepped > 0 && self.clause_is_ahead(quotation.close + 1) {
            self.at = quotation.close + 1;
            return Step::Go;
        }
        // `جندي تابع لقوة المساعدة "إيساف"`: a word or two in marks, with no colon, is a name.
        let named = quotation.closed
            && quotation.close - self.at <= 3
            && self.stepped > 0
            && self.without_content_object();
        if speaks && !named {
            return self.clause(self.at, Opened::Quotation);
        }
        if self.object_content_allowed() {
            return self.object();
        }
        Step::Fail
    }

    /// A complementiser, colon or quotation opens within a few words.
    fn clause_is_ahead(&self, from: usize) -> bool {
        let view = self.view;
        (from..(from + 12).min(self.end))
            .take_while(|&i| {
                !view.is_mark(i, &['.', '؛'])
                    && view.tokens.kind(i) != Kind::Break
                    && !boundary::participle_with_complement(view, i)
            })
            .any(|i| {
                view.is(i, Classes::COMPLEMENTISER)
                    || view.is_mark(i, &[':'])
                    || view.opening(i).is_some_and(|q| q.close - q.open > 3)
                    || self.role_of(i).is_some_and(|r| r != Role::Addressee)
            })
    }

    /// The content is a clause that begins at `start`, after its complementiser.
    fn clause(&mut self, start: usize, by: Opened) -> Step {
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
            if inner != start - 1 {
                start = inner + 1;
            }
        }
        self.content(start, 0, by)
    }

    fn content(&mut self, start: usize, letters: u8, by: Opened) -> Step {
        self.found.content = content::from(
            self.view,
            start,
            letters,
            self.wanted.limit,
            match by {
                Opened::Clause => boundary::Shape::Clause,
                // What is passed on is a saying, clause and all.
                _ if self.found.relays.is_some() => boundary::Shape::Clause,
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

    fn word(&mut self) -> Step {
        let view = self.view;
        let at = self.at;
        let classes = view.classes(at);
        // `دون أن`: no words of anybody's.
        if classes.any(Classes::COMPLEMENTISER) && at > 0 && view.is(at - 1, Classes::WITHOUT) {
            return Step::Fail;
        }
        if classes.any(Classes::COMPLEMENTISER) && view.words[at].prefix.conjunction.is_none() {
            return self.complementiser(at);
        }
        // `اتهم الطيران بالقصف، مضيفا أن`: what follows is another saying.
        if self.commas > 0
            && view.is_comma(at - 1)
            && boundary::participle_with_complement(view, at)
            && !view.is_mark(at + 1, &[':'])
            && view.opening(at + 1).is_none()
        {
            return Step::Fail;
        }
        // `قال بعد أن عرض الأرقام: «…»`: a clause of time; the words come after the colon.
        if let Some(clause) = view
            .run_of(at, Classes::CONNECTOR)
            .filter(|&end| end > at + 1 && view.is(end - 1, Classes::COMPLEMENTISER))
            .filter(|_| classes.any(Classes::OPENER))
        {
            const LONGEST: usize = 25;
            let words = (clause..(clause + LONGEST).min(self.end)).find(|&i| {
                view.is_mark(i, &[':']) || view.opening(i).is_some_and(|q| q.close - q.open > 4)
            });
            return match words {
                Some(words) => {
                    self.at = words;
                    Step::Go
                }
                None => Step::Fail,
            };
        }
        // `فإن` after a fronted phrase.
        if classes.any(Classes::COMPLEMENTISER)
            && view.words[at].prefix.conjunction == Some('ف')
            && self.commas > 0
        {
            return self.complementiser(at);
        }
        // `وتابع قائلا:` is one saying.
        if view.words[at].cues.iter().any(|c| {
            matches!(
                &*view.lexicon.entries[usize::from(c.form.entry)].lemma,
                "قال" | "تساءل" | "أضاف" | "خاطب"
            )
        }) && view.folded(at).ends_with(['ا', 'ه', 'ل', 'ن'])
            && (view.is_mark(at + 1, &[':'])
                || view.opening(at + 1).is_some()
                || view.is(at + 1, Classes::COMPLEMENTISER))
        {
            self.at += 1;
            return Step::Go;
        }
        // `سيختم أشغاله غدا، مضيفا أن`: another cue takes over.
        if at > self.start
            && view.is_comma(at - 1)
            && boundary::participle_with_complement(view, at)
            && (view.is(at + 1, Classes::COMPLEMENTISER) || is_preposition(view, at + 1))
        {
            return Step::Fail;
        }
        if classes.any(Classes::BETWEEN) {
            self.at += 1;
            return Step::Go;
        }
        // `كشفت الصحيفة، نقلا عن مسؤولين، أن`
        let heard = view
            .hits_at(at)
            .find(|h| matches!(h.meaning, Meaning::AccordingTo(_)));
        if let Some(hit) = heard.filter(|_| !self.wanted.strict) {
            self.step_over(hit.end);
            return Step::Go;
        }
        let opener = view
            .run_of(at, Classes::OPENER.or(Classes::TURN))
            .filter(|&end| end > at + 1);
        if let Some(role) = self.role_of(at)
            && (opener.is_none() || role == Role::Source && self.found.source.is_none())
        {
            return self.preposition(role);
        }
        // `هذا الأسبوع`.
        if classes.any(Classes::DEMONSTRATIVE) && view.is(at + 1, Classes::TIME) {
            self.at += 2;
            return Step::Go;
        }
        let names_source = self.wanted.source.is_some()
            && self.found.source.is_none()
            && classes.any(Classes::GIVEN_NAME);
        if !names_source && let Some(end) = view.run_of(at, Classes::TIME) {
            self.at = end;
            return Step::Go;
        }
        if let Some(end) = view
            .run_of(at, Classes::OPENER.or(Classes::TURN))
            .filter(|_| !classes.any(Classes::GIVEN_NAME))
        {
            if self.wanted.strict {
                return Step::Fail;
            }
            // `أعلن في وقت سابق تحرير المدينة`: a turn of speech takes no noun.
            if view.run_of(at, Classes::TURN) == Some(end) {
                self.at = end;
            } else {
                self.step_over(end);
            }
            return Step::Go;
        }
        if is_preposition(view, at) {
            if self.wanted.strict && self.stepped > 0 {
                return Step::Fail;
            }
            let from = if is_preposition_word(view, at) {
                at + 1
            } else {
                at
            };
            self.step_over(from);
            return Step::Go;
        }
        if classes.any(
            Classes::PREPOSITION_SUFFIXED
                .or(Classes::PARTICLE)
                .or(Classes::PRONOUN),
        ) && !classes.any(Classes::QUANTIFIER)
        {
            self.at += 1;
            return Step::Go;
        }
        // `طلبت رسميا من`: an adverb.
        if noun_phrase::is_adverb(view, at) {
            self.at += 1;
            return Step::Go;
        }
        let sourced =
            self.found.source.is_some() || self.wanted.source.is_none() || at == self.start;
        if matches!(view.folded(at), "ما" | "من") && sourced && self.object_content_allowed() {
            return self.object();
        }
        if classes.any(
            Classes::CONNECTOR
                .or(Classes::NEGATION)
                .or(Classes::AUXILIARY)
                .or(Classes::CONJUNCTION),
        ) && !classes.any(Classes::GIVEN_NAME.or(Classes::QUANTIFIER))
        {
            return Step::Fail;
        }

        if classes.any(Classes::RELATIVE) && !view.words[at].prefix.definite {
            // A relative clause after the source, up to the comma.
            return self.relative_remark();
        }
        // `طلبت من الوزير رفع الأسعار`: behind an addressee comes what is asked.
        let asked = !self.found.addressees.is_empty()
            && classes.is_open()
            && !view.words[at].prefix.definite
            && self.object_content_allowed();
        if self.wanted.source.is_some() && self.found.source.is_none() && !asked {
            return self.source();
        }
        self.object()
    }

    fn complementiser(&mut self, at: usize) -> Step {
        let view = self.view;
        let with_ba = view
            .folded(at)
            .trim_start_matches(['و', 'ف'])
            .starts_with("با");
        let allowed = self.has(&Introducer::Clause).is_some()
            || with_ba && self.has(&Introducer::Preposition("ب".into())).is_some()
            || self
                .has(&Introducer::Object)
                .is_some_and(|r| r == Role::Content);
        if !allowed {
            return Step::Fail;
        }
        // `كما اتهم الحزب بأن`: a verb that needs an object has it in the only noun phrase there is.
        let needs_object = self.has(&Introducer::Clause).is_none()
            && self.has(&Introducer::Object) == Some(Role::Content)
            && self.wanted.source.is_some();
        if needs_object && let Some(object) = self.found.source.take_if(|m| past(view, *m) == at) {
            let opened = view.opening(object.phrase.start - 1).is_some();
            let start = object.phrase.start - usize::from(opened);
            let step = self.content(start, 0, Opened::Object);
            self.found.by = Some(Opened::Clause);
            return step;
        }
        let keeps = view.is(at, Classes::NEGATION);
        self.content(if keeps { at } else { at + 1 }, 0, Opened::Clause)
    }

    fn preposition(&mut self, role: Role) -> Step {
        let view = self.view;
        let at = self.at;
        let letter = self.slots().any(|s| match &s.introducer {
            Introducer::Preposition(p) => {
                p.chars().count() == 1 && slots::introduces(view, at, p) && view.folded(at) != &**p
            }
            _ => false,
        });
        let own_word =
            is_preposition_word(view, at) && !letter || view.folded(at).chars().count() == 1;
        let (object, letters) = if own_word {
            (at + 1, 0)
        } else {
            (at, view.words[at].prefix.conjunction_letters + 1)
        };
        // The letter is cut off where it can be: `للصحفيين` stays whole.
        let letters = if letters > 0
            && view.words[at].prefix.preposition == Some('ل')
            && view.words[at].prefix.definite
            && !view.folded(at).starts_with("لال")
        {
            0
        } else {
            letters
        };
        match role {
            // `رد على الوزير قائلا: «…»`: what it is about gives way to what is said.
            Role::Topic if self.words_follow(object) => {
                self.step_over(object);
                Step::Go
            }
            // `علقت الفصائل هجماتها على القواعد`: what was done to the object is told.
            Role::Topic if self.objects > 0 && !view.is(object, Classes::COMPLEMENTISER) => {
                Step::Fail
            }
            Role::Topic if self.asks_for_saying() => self.saying(object, letters),
            Role::Content | Role::Topic => {
                self.found.topic = role == Role::Topic && !view.is(object, Classes::COMPLEMENTISER);
                if view.is(object, Classes::COMPLEMENTISER)
                    && (own_word || view.folded(object).starts_with("با"))
                {
                    let keeps = view.is(object, Classes::NEGATION);
                    return self.content(
                        if keeps { object } else { object + 1 },
                        0,
                        Opened::Clause,
                    );
                }
                self.content(object, letters, Opened::Preposition)
            }
            // Behind a remark it belongs to the remark, unless it is somebody who listens.
            Role::Addressee if !self.may_be_told(object, letters) => {
                self.step_over(object);
                Step::Go
            }
            Role::Addressee => {
                let Some(mention) = mention(
                    view,
                    object,
                    letters,
                    self.end,
                    Want::Addressee,
                    &self.taken,
                ) else {
                    self.at += 1;
                    return Step::Go;
                };
                self.at = past(view, mention);
                self.found.addressees.push(mention);
                Step::Go
            }
            // `نقلت الوكالة عن الوزير أن`: what is passed on is the other's saying, source and all.
            Role::Source if !matches!(view.folded(at), "عن" | "الي") => {
                // `جاء في بيان أن`, `سؤال لأحد الطلاب عن`: what speaks is the document, the student.
                let Some(mention) =
                    mention(view, object, letters, self.end, Want::Source, &self.taken)
                else {
                    return Step::Fail;
                };
                self.at = past(view, mention);
                self.found.source = Some(mention);
                Step::Go
            }
            Role::Source => {
                // Something must be told in the other's words; else it is a load that is carried.
                let told = (object..(object + 30).min(self.end)).any(|i| {
                    view.is(i, Classes::COMPLEMENTISER)
                        || view.is_mark(i, &[':'])
                        || view.opening(i).is_some_and(|q| q.close - q.open > 3)
                        || view.words[i]
                            .cues
                            .iter()
                            .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_some())
                });
                if !told {
                    return Step::Fail;
                }
                self.found.relays = Some(at);
                self.content(object, letters, Opened::Preposition)
            }
        }
    }

    fn may_be_told(&self, object: usize, letters: u8) -> bool {
        let view = self.view;
        if self.stepped == 0 || !self.found.addressees.is_empty() {
            return self.stepped == 0;
        }
        // `أكد … لأهالي القرى أن`: whoever stands right before what is said is told it.
        let told = occasion::somebody(view, object, letters, self.end).is_some_and(|m| {
            let after = past(view, m);
            let people = Classes::TITLE.or(Classes::COLLECTIVE).or(Classes::AUDIENCE);
            view.is(m.phrase.head, people)
                && (view.is(after, Classes::COMPLEMENTISER) || view.is_mark(after, &[':']))
        });
        if told {
            return true;
        }
        // `زيارته لمصنع`: right behind a noun only those are spoken to who always are.
        let attached = view.is_word(self.at - 1) && !view.is(self.at - 1, Classes::TIME);
        if attached {
            noun_phrase::is_audience(view, object)
        } else {
            occasion::somebody(view, object, letters, self.end).is_some()
        }
    }

    /// A colon or a quotation opens what is said in the next words of the sentence.
    fn words_follow(&self, from: usize) -> bool {
        let view = self.view;
        let speaks = self.has(&Introducer::Quotation).is_some();
        speaks
            && (from..(from + 14).min(self.end))
                .take_while(|&i| {
                    let other =
                        is_finite_cue(view, i) && view.words[i].prefix.conjunction.is_some();
                    !view.is_mark(i, &['.', '؛']) && !other
                })
                .any(|i| {
                    view.is_mark(i, &[':'])
                        || view.opening(i).is_some_and(|q| q.close - q.open > 4)
                        || view.is(i, Classes::COMPLEMENTISER) && view.is_comma(i - 1)
                })
    }

    /// Past the noun phrase that a side remark is about.
    fn step_over(&mut self, from: usize) {
        let view = self.view;
        self.stepped += 1;
        let started = self.at;
        if view
            .opening(from)
            .is_some_and(|q| q.closed && q.close - q.open <= 8)
        {
            self.at = view.opening(from).map_or(from + 1, |q| q.close + 1);
            return;
        }
        self.at = match noun_phrase::parse(view, from, self.end, Want::Inner, &self.taken) {
            Some(phrase) => phrase.end.max(self.at + 1),
            None if view.is(from, Classes::DEMONSTRATIVE) => from + 1,
            // Behind a preposition stands a noun, whatever it looks like: `في سياق رصدها`.
            None if from > self.at && noun_phrase::is_verb(view, from) => from + 1,
            // `بعد ما يقارب عاما`.
            None if from > self.at && view.folded(from) == "ما" => {
                self.at = from;
                let _ = self.relative_remark();
                self.at.max(from + 1)
            }
            None => from.max(self.at + 1),
        };
        // `في مقابلة مع القناة`: to whom it was said.
        if self.found.addressees.is_empty()
            && let Some(listener) = occasion::listener(view, started, from + 1, self.end)
        {
            self.at = self.at.max(past(view, listener));
            self.found.addressees.push(listener);
        }
    }

    /// `في مقتطفات نشرت أمس: «…»`, `استطلاع نشر أمس أن`: a verb right behind an indefinite noun tells
    /// something of it, up to the words that are looked for.
    fn clause_of_noun(&mut self) -> Step {
        let view = self.view;
        let previous = self.at - 1;
        let of_noun = view.words[self.at].prefix.conjunction.is_none()
            && view.is_word(previous)
            && !view.words[previous].prefix.definite
            && !view.is(previous, Classes::TIME.or(Classes::GIVEN_NAME))
            && view.name_at(previous).is_none();
        // `، يبث غدا، بأن`
        let between_commas = view.is_comma(previous)
            && view.words[self.at]
                .cues
                .iter()
                .any(|c| c.kind() == FormKind::Imperfect)
            && (self.at..(self.at + 12).min(self.end)).any(|i| view.is_comma(i));
        if of_noun || between_commas {
            self.relative_remark()
        } else {
            Step::Fail
        }
    }

    fn relative_remark(&mut self) -> Step {
        let view = self.view;
        let mut end = self.at + 1;
        while end < self.end
            && !view.is(end, Classes::COMPLEMENTISER)
            && !view.is_comma(end)
            && !view.is_mark(end, &[':', '.'])
        {
            // A name in marks belongs to the remark: `أجراه مركز «قياس» أن`.
            match view.opening(end) {
                Some(q)
                    if q.closed && q.close - q.open <= 3 && self.clause_is_ahead(q.close + 1) =>
                {
                    end = q.close + 1;
                }
                Some(_) => break,
                None => end += 1,
            }
        }
        if self.wanted.strict || end - self.at > 25 {
            return Step::Fail;
        }
        // `الحركة التي تقاتل منذ عام على محاربة`: nothing bounds it but the complement itself.
        if end >= self.end || view.is_mark(end, &['.']) {
            let slot = (self.at + 3..end).find(|&i| {
                self.role_of(i)
                    .is_some_and(|r| matches!(r, Role::Content | Role::Topic))
            });
            end = slot.unwrap_or(end);
        }
        self.at = end;
        Step::Go
    }

    fn source(&mut self) -> Step {
        let Some(mention) = mention(self.view, self.at, 0, self.end, Want::Source, &self.taken)
        else {
            return if is_finite_cue(self.view, self.at) {
                Step::Fail
            } else {
                self.object()
            };
        };
        // `وطالب الحكومة بكذا`: what does not agree is spoken to.
        let agrees = self.wanted.source.is_none_or(|verb| {
            verb.may_precede(agreement::of_head(self.view, mention.phrase.head, None))
                || !noun_phrase::is_person_or_body(self.view, mention.phrase)
        });
        // `وطالب المتظاهرين بكذا`: in the oblique it is no subject either.
        let oblique = mention.phrase.head == mention.phrase.start
            && source::oblique_plural(self.view, mention.phrase.head)
            && self.has(&Introducer::Object).is_some();
        if !agrees || oblique || self.goes_on_with_object(mention) {
            return self.object();
        }
        // `أكد حصول …`: a verbal noun is what is said, not who says it.
        if cannot_speak(self.view, mention) && self.object_content_allowed() {
            return self.object();
        }
        // `أكد لهما ضرورة حماية …`: a plain noun with nothing said behind it is what is said.
        if is_a_thing(self.view, mention)
            && self.object_content_allowed()
            && !self.clause_is_ahead(mention.phrase.end)
        {
            return self.object();
        }
        // After a comma a noun phrase is no subject any more.
        if self.commas > 1 {
            return Step::Fail;
        }
        self.at = past(self.view, mention);
        self.found.source = Some(mention);
        Step::Go
    }

    /// `تراقب القضية وحذرت إسرائيل من`: in the middle of a sentence the verb keeps its subject, and the
    /// only noun phrase before what is said is spoken to.
    fn goes_on_with_object(&self, mention: Mention) -> bool {
        let view = self.view;
        let Some(before) = self.start.checked_sub(2) else {
            return false;
        };
        let joined = view.words[before + 1].prefix.conjunction == Some('و')
            && view.is_word(before)
            && self.at == self.start;
        joined
            && self.has(&Introducer::Object) == Some(Role::Addressee)
            && self.clause_is_ahead_strict(past(view, mention))
    }

    fn object_content_allowed(&self) -> bool {
        let closing = self
            .found
            .source
            .is_some_and(|m| (m.phrase.start..m.phrase.end).any(|i| self.view.is_comma(i)));
        // `اتهم الجيش، قوات المعارضة`: a comma between subject and object, where no clause is to come.
        let parted = self.commas == 1
            && self
                .found
                .source
                .is_some_and(|m| m.phrase.end + 1 == self.at)
            && self.view.is_comma(self.at - 1)
            && self.has(&Introducer::Clause).is_none();
        let between = self.commas.is_multiple_of(2) || closing && self.commas == 1 || parted;
        let near = self.stepped == 0
            || !self.found.addressees.is_empty()
            || self.stepped <= 2 && self.verbal_noun(self.at);
        between
            && near
            && self
                .wanted
                .frames
                .iter()
                .filter(|f| f.suffixed || !self.wanted.suffix)
                .flat_map(|f| &f.slots)
                .any(|s| {
                    s.introducer == Introducer::Object
                        && matches!(s.role, Role::Content | Role::Topic)
                        && self.holds(s, self.at)
                })
    }

    fn object(&mut self) -> Step {
        let view = self.view;
        let at = self.at;
        if self.asks_for_saying()
            && is_noun_of_saying(view, at)
            && self.object_content_allowed()
            && self.found.by.is_none()
        {
            return self.saying(at, 0);
        }
        let addressee = !self.wanted.suffix
            && self.found.addressees.is_empty()
            && self
                .slots()
                .any(|s| s.introducer == Introducer::Object && s.role == Role::Addressee);
        if addressee
            && let Some(found) = mention(view, at, 0, self.end, Want::Addressee, &self.taken)
        {
            let after = past(view, found);
            let without = self.without_content_object() || self.clause_is_ahead_strict(after);
            if without {
                self.at = after;
                self.found.addressees.push(found);
                return Step::Go;
            }
        }
        if view.tag(at) == Tag::Adverb && view.tokens.raw(at).contains('ً') {
            self.at += 1;
            return Step::Go;
        }
        if self.object_content_allowed() && self.found.by.is_none() {
            let topic = self
                .slots()
                .any(|s| s.introducer == Introducer::Object && s.role == Role::Topic);
            self.found.topic = topic;
            return self.content(at, 0, Opened::Object);
        }
        // After a comma the sentence may come back to the complement: step over one remark.
        if self.wanted.strict || self.stepped > 8 {
            return Step::Fail;
        }
        let sourced = self.found.source.is_some() || self.wanted.source.is_none();
        let speaks = self.has(&Introducer::Quotation).is_some() && sourced;
        if noun_phrase::is_verb(view, at) {
            // `في مقابلة بثتها القناة: «…»`: a clause inside the remark.
            if (speaks || self.commas > 0) && self.stepped > 0 {
                if is_finite_cue(view, at) {
                    return self.clause_of_noun();
                }
                self.at += 1;
                return Step::Go;
            }
            return Step::Fail;
        }
        // A plain object right behind the verb or its subject: the verb does something else here.
        let adverb = source::adverb(view, at) || view.folded(at).ends_with("يا");
        let person = view.is(at, Classes::TITLE) || noun_phrase::looks_like_name(view, at);
        // A verb that quotes may have a remark there.
        if self.commas == 0 && !adverb && !person && !speaks {
            return Step::Fail;
        }
        let object = !adverb && !person && self.stepped == 0 && self.without_addressee_object();
        self.objects += usize::from(object);
        self.stepped += 1;
        self.step_over(at);
        Step::Go
    }

    fn without_addressee_object(&self) -> bool {
        !self
            .slots()
            .any(|s| s.introducer == Introducer::Object && s.role == Role::Addressee)
    }

    /// `عزمه`, `تمديد`: a verbal noun, as far as it shows.
    fn verbal_noun(&self, at: usize) -> bool {
        let word = &self.view.words[at];
        noun_phrase::verbal_noun_like(self.view.folded(at))
            || !word.prefix.definite && word.enclitic
            || word
                .cues
                .iter()
                .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_some())
    }

    fn asks_for_saying(&self) -> bool {
        self.slots().any(|s| s.must == Some(Must::Saying))
    }

    /// `وجه رسالة إلى العمال: «…»`, `ألقى كلمة حول الأوضاع`: the words of the noun where they follow, else
    /// the noun with what it is about.
    fn saying(&mut self, at: usize, letters: u8) -> Step {
        let view = self.view;
        let entry = view.words[at].cues.iter().find_map(|c| {
            let entry = usize::from(c.form.entry);
            let frames = &view.lexicon.entries[entry].masdar_frames;
            (c.kind() == FormKind::Masdar && !frames.is_empty()).then_some(entry)
        });
        let Some(entry) = entry else {
            return self.content(at, letters, Opened::Object);
        };
        let wanted = Wanted {
            frames: &view.lexicon.entries[entry].masdar_frames,
            source: None,
            suffix: true,
            strict: false,
            dropped: false,
            limit: self.wanted.limit,
        };
        self.found.saying = Some(entry);
        let words = read(view, at + 1, wanted)
            .filter(|f| matches!(f.by, Some(Opened::Clause | Opened::Quotation)));
        if let Some(words) = words {
            self.found.content = words.content;
            self.found.by = words.by;
            self.found.content_start = words.content_start;
            self.found.addressees.extend(words.addressees);
            return Step::Done;
        }
        self.found.topic = true;
        self.content(at, letters, Opened::Object)
    }

    fn without_content_object(&self) -> bool {
        !self
            .slots()
            .any(|s| s.introducer == Introducer::Object && s.role == Role::Content)
    }

    /// A slot of a frame with an addressee as object opens right at `at`, a remark between commas aside.
    fn clause_is_ahead_strict(&self, at: usize) -> bool {
        let view = self.view;
        view.is(at, Classes::COMPLEMENTISER)
            || self
                .role_of(at)
                .is_some_and(|r| matches!(r, Role::Content | Role::Topic))
            || view.is_comma(at) && self.clause_is_ahead(at + 1)
            || view.is_mark(at, &[':'])
    }
}

/// A noun of saying, and no verb.
fn is_noun_of_saying(view: &View<'_>, at: usize) -> bool {
    view.words.get(at).is_some_and(|w| {
        !w.classes.any(Classes::GIVEN_NAME)
            && w.cues.iter().any(|c| {
                c.kind() == FormKind::Masdar
                    && !view.lexicon.entries[usize::from(c.form.entry)]
                        .masdar_frames
                        .is_empty()
            })
    })
}

/// An indefinite verbal noun, or an adverb.
fn cannot_speak(view: &View<'_>, mention: Mention) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUANTIFIER)
        .or(Classes::NATIONALITY);
    let head = mention.phrase.head;
    let word = &view.words[head];
    !word.prefix.definite
        && !word.classes.any(SPEAKS)
        && view.name_at(head).is_none()
        && (noun_phrase::verbal_noun_like(view.folded(head))
            || word.cues.iter().any(|c| c.kind() == FormKind::Masdar)
            || word.enclitic && word.classes.any(Classes::NOUN))
}

/// An indefinite noun of the language, and nobody in the phrase who could speak.
fn is_a_thing(view: &View<'_>, mention: Mention) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUANTIFIER)
        .or(Classes::QUALITY)
        .or(Classes::NATIONALITY);
    let head = &view.words[mention.phrase.head];
    mention.phrase.end > mention.phrase.start + 1
        && head.classes.any(Classes::NOUN)
        && !head.prefix.definite
        && (mention.phrase.start..mention.phrase.end).all(|i| {
            !view.is(i, SPEAKS)
                && view.name_at(i).is_none()
                && !noun_phrase::looks_like_name(view, i)
        })
}

/// The noun phrase at `start` as a mention: without letters before it and marks around it.
pub(crate) fn mention(
    view: &View<'_>,
    start: usize,
    letters: u8,
    limit: usize,
    want: Want,
    taken: &[Box<str>],
) -> Option<Mention> {
    if let Some(quotation) = view
        .opening(start)
        .filter(|q| q.closed && q.close < limit && q.close - q.open <= 8 && q.close > q.open + 1)
        .filter(|q| view.tokens.kind(q.open + 1) != Kind::Break)
    {
        let phrase = NounPhrase {
            start: start + 1,
            end: quotation.close,
            head: start + 1,
        };
        return Some(Mention {
            phrase,
            span: view.span(start + 1, quotation.close),
        });
    }
    let first = start;
    // A letter that stands alone before the noun: `لـ العين`.
    let (start, letters) = if letters > 0 && view.cut(start, letters) >= view.tokens.span(start).end
    {
        (start + 1, 0)
    } else {
        (start, letters)
    };
    if start >= limit {
        return None;
    }
    if view.opening(start).is_some() {
        // Behind a letter that stands alone the quoted name is looked at again; a long or unclosed
        // quotation is no mention.
        return if start > first {
            mention(view, start, 0, limit, want, taken)
        } else {
            None
        };
    }
    let phrase =
        if letters > 0 || view.words[start].prefix.preposition.is_some() && view.is_word(start) {
            object_phrase(view, start, limit, want, taken)?
        } else {
            noun_phrase::parse(view, start, limit, want, taken)?
        };
    let span = ByteSpan::new(
        view.cut(phrase.start, letters),
        view.tokens.span(phrase.end - 1).end,
    );
    (!span.is_empty()).then_some(Mention { phrase, span })
}

/// A phrase whose first word carries a preposition's letter.
fn object_phrase(
    view: &View<'_>,
    start: usize,
    limit: usize,
    want: Want,
    taken: &[Box<str>],
) -> Option<NounPhrase> {
    noun_phrase::parse_fused(view, start, limit, want, taken)
}

fn past(view: &View<'_>, mention: Mention) -> usize {
    let end = mention.phrase.end;
    // The closing mark of a quoted name.
    let quoted = mention.phrase.start > 0
        && view
            .opening(mention.phrase.start - 1)
            .is_some_and(|q| q.close == end);
    if quoted { end + 1 } else { end }
}
