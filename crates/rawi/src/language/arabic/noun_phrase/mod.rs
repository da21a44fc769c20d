//! Takes: a place in the text. Gives: the [`NounPhrase`] that begins there and where its personal name
//! stands. Relies on: closed-class words bounding phrases, the article closing construct chains, and
//! the lexicon's titles and names; what it does not know it judges by spelling.

mod marks;
mod modifiers;
mod names;
mod nouns;
mod prepositions;
mod verbs;

pub(crate) use modifiers::{is_audience, leaves_unnamed};
pub(crate) use names::{looks_like_name, surname_after_given};
pub(crate) use nouns::{adjective_like, is_adverb, is_participle_of_manner, is_person_or_body};
pub(crate) use prepositions::{is_preposition, is_preposition_word};
pub(crate) use verbs::{is_accusative_noun, is_finite_cue, is_verb, verbal_noun_like};

use crate::language::arabic::words::Hit;
use crate::lexicon::Classes;
use crate::record::EntityKind;
use crate::text::token::Kind;
use crate::view::View;
use nouns::is_accusative;
use verbs::is_participle_cue;

/// A noun phrase as a run of tokens, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NounPhrase {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The head: the first noun, past demonstratives and quantifiers.
    pub(crate) head: usize,
}

/// What the phrase is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Want {
    /// Somebody who speaks: relative clauses, appositions and coordinated names belong to it.
    Source,
    /// Somebody spoken to.
    Addressee,
    /// Somebody named in a remark as spoken to; what follows does not depend on the verb.
    Listener,
    /// The noun after a preposition, inside another phrase.
    Inner,
}

/// Among the prepositions that a verb has taken, its object that is spoken to.
pub(crate) const OBJECT: &str = "obj";

/// How far a phrase may run: longer ones are faults of the text or of the reading.
const LONGEST: usize = 40;

struct Parser<'v, 'a> {
    view: &'v View<'a>,
    limit: usize,
    /// Where the text ends that the phrase may run over; further than `limit` for long ones.
    region: usize,
    want: Want,
    /// Prepositions that belong to the verb, not to the phrase.
    taken: &'v [Box<str>],
    at: usize,
    start: usize,
    head: usize,
    /// The phrase so far cannot take another genitive.
    closed: bool,
    named: bool,
    /// A name is the last that was said of whom; an office after it may have complements again.
    name_last: bool,
    /// Where the last name of the lexicon ended.
    name_end: usize,
    words: usize,
    after_comma: bool,
}

/// The noun phrase at `start`, not past `limit`.
pub(crate) fn parse(
    view: &View<'_>,
    start: usize,
    limit: usize,
    want: Want,
    taken: &[Box<str>],
) -> Option<NounPhrase> {
    let mut parser = Parser::new(view, start, limit, want, taken);
    parser.region = limit;
    parser.run();
    (parser.words > 0).then_some(NounPhrase {
        start,
        end: parser.at,
        head: parser.head,
    })
}

impl<'v, 'a> Parser<'v, 'a> {
    fn new(
        view: &'v View<'a>,
        start: usize,
        limit: usize,
        want: Want,
        taken: &'v [Box<str>],
    ) -> Self {
        let limit = limit.min(start + LONGEST);
        Self {
            view,
            limit,
            region: usize::MAX,
            want,
            taken,
            at: start,
            start,
            head: start,
            closed: false,
            named: false,
            name_last: false,
            name_end: start,
            words: 0,
            after_comma: false,
        }
    }

    fn run(&mut self) {
        while self.at < self.limit && self.step() {}
        // A trailing mark belongs outside.
        while self.at > self.start
            && matches!(self.view.tokens.kind(self.at - 1), Kind::Mark(c) if !matches!(c, ')' | '"' | '”' | '»' | '“' | '%' | '٪'))
        {
            self.at -= 1;
        }
    }

    /// Takes the next token or tokens into the phrase; false where the phrase ends.
    fn step(&mut self) -> bool {
        match self.view.tokens.kind(self.at) {
            Kind::Word => self.word(),
            Kind::Number => {
                let takes = self.words == 0
                    || self.view.is(self.at - 1, Classes::PREPOSITION)
                    || self.view.is(self.at - 1, Classes::MEDIA)
                    // المادة 27
                    || self.words == 1 && self.view.is(self.head, Classes::DOCUMENT);
                if takes {
                    self.take(1);
                }
                takes
            }
            Kind::Mark(c) => self.mark(c),
            Kind::Break => false,
        }
    }

    /// The verb wants that preposition or object for itself.
    fn takes(&self, introducer: &str) -> bool {
        self.taken.iter().any(|t| &**t == introducer)
    }

    /// Takes a name of the lexicon; one that goes over an opening mark goes over the closing one:
    /// `قناة "طلوع"`.
    fn take_name(&mut self, hit: &Hit) {
        let mut end = hit.end.min(self.limit);
        if self
            .view
            .closing(end)
            .is_some_and(|q| q.open > hit.start && end < self.limit)
        {
            end += 1;
        }
        self.take(end - self.at);
        self.name_end = end;
    }

    fn take(&mut self, tokens: usize) {
        self.at += tokens;
        self.words += 1;
    }

    fn word(&mut self) -> bool {
        let view = self.view;
        let at = self.at;
        let classes = view.classes(at);
        let word = &view.words[at];
        let first = self.words == 0;
        if let Some((hit, index)) = view.name_at(at)
            && (hit.end > at + 1
                || !classes.any(Classes::TITLE.or(Classes::NATIONALITY))
                || first && !classes.any(Classes::TITLE))
            && self.allows_name(hit.prefix.conjunction.is_some(), hit.prefix.preposition)
            && !self.peoples_adjective(at, hit.end)
        {
            let kind = view.lexicon.names[usize::from(index)].kind;
            if self.behind_kind(at) {
                return false;
            }
            if first
                || !self.closed
                || hit.prefix.conjunction.is_some()
                || self.named && kind != EntityKind::State
            {
                self.take_name(hit);
                self.closed = true;
                return true;
            }
            return false;
        }
        if first {
            return self.first_word();
        }
        // `قال الوزير بحسب المصدر`: the phrase of source is none of the speaker's words.
        if view
            .hits_at(at)
            .any(|h| matches!(h.meaning, crate::lexicon::Meaning::AccordingTo(_)))
        {
            return false;
        }
        const BOUND: Classes = Classes::COMPLEMENTISER
            .or(Classes::NEGATION)
            .or(Classes::AUXILIARY)
            .or(Classes::CONNECTOR)
            .or(Classes::CONJUNCTION)
            .or(Classes::PRONOUN)
            .or(Classes::INTERROGATIVE)
            .or(Classes::PREPOSITION_SUFFIXED)
            .or(Classes::WEEKDAY)
            .or(Classes::PARTICLE)
            .or(Classes::LACK)
            .or(Classes::TURN);
        if classes.any(Classes::RELATIVE)
            && !word.prefix.definite
            && self.want == Want::Source
            && classes.any(Classes::RELATIVE_PRONOUN)
        {
            return self.relative_clause(true);
        }
        let name_here = classes.any(Classes::GIVEN_NAME) && word.prefix.preposition.is_none()
            || names::ends_given_name(view, at);
        // `الوكالة شبه الرسمية`, `نتائج غير نهائية`: with the adjective that it qualifies.
        if classes.any(Classes::DEGREE)
            && view
                .words
                .get(at + 1)
                .is_some_and(|w| w.prefix.definite == self.definite())
            && (self.closed && self.definite() || nouns::adjective_like(view, at + 1))
        {
            self.take(2);
            return true;
        }
        // `الوزير نفسه`.
        if classes.any(Classes::PRONOUN) && self.closed && view.is(at, Classes::TIME_ADJECTIVE) {
            self.take(1);
            return true;
        }
        // `منظمات ومنها الهلال`.
        if classes.any(Classes::PREPOSITION_SUFFIXED)
            && word.prefix.conjunction.is_some()
            && self.want == Want::Source
        {
            return self.listed();
        }
        // `مصادر لم تسمها الصحيفة`.
        if modifiers::leaves_unnamed(view, at) && self.described(at + 1) {
            return self.relative_clause(false);
        }
        if classes.any(BOUND) && !name_here {
            return false;
        }
        // `قائد هذه القوات`
        if classes.any(Classes::DEMONSTRATIVE)
            && !self.closed
            && word.prefix.letters == 0
            && view.words.get(at + 1).is_some_and(|w| w.prefix.definite)
        {
            self.take(2);
            self.closed = true;
            return true;
        }
        if classes.any(Classes::RELATIVE.or(Classes::DEMONSTRATIVE))
            && !name_here
            && !classes.any(Classes::PREPOSITION)
        {
            return false;
        }
        let governed = view.lexicon.governs(view.stem(at - 1), view.folded(at));
        if !governed
            && view
                .run_of(at, Classes::OPENER.or(Classes::TURN))
                .is_some_and(|end| end > at + 1)
        {
            return false;
        }
        // `المتحدثة باسمها`.
        if classes.any(Classes::ON_BEHALF)
            && !is_preposition(view, at)
            && !classes.any(Classes::OPENER)
            && (self.start..at).any(|i| view.is(i, Classes::SPOKESMAN))
        {
            self.take(1);
            return true;
        }
        if is_preposition(view, at) || classes.any(Classes::OPENER) && !name_here {
            return self.prepositional(at);
        }
        // `مصدر مطلع`; `مطلع الأسبوع` is a time.
        let quality = classes.any(Classes::QUALITY)
            && view.is(at - 1, Classes::UNNAMED)
            && !view.words[at - 1].prefix.definite
            && !view.words.get(at + 1).is_some_and(|w| w.prefix.definite);
        if classes.any(Classes::TIME) && !name_here && !quality {
            // `الرئيس السابق` goes on; `أمس`, `يوم` do not.
            let adjective = word.prefix.definite
                && self.closed
                && !view.is(at - 1, Classes::TIME)
                && classes.any(Classes::TIME_ADJECTIVE.or(Classes::ADJECTIVE));
            // `مدير عام الإدارة`.
            let general =
                !self.closed && view.is(at - 1, Classes::OFFICE) && classes.any(Classes::ADJECTIVE);
            let adjective = adjective || general;
            if adjective {
                self.take(1);
            }
            return adjective;
        }
        if word.prefix.conjunction == Some('ف') && !name_here {
            return false;
        }
        if word.prefix.conjunction.is_some()
            || view.folded(at).starts_with('و') && classes.is_open() && self.coordinates_unknown(at)
        {
            return self.coordination();
        }
        if self.described(at) {
            return self.relative_clause(false);
        }
        let surname = self.named && surname_after_given(view, at);
        if is_verb(view, at)
            && !name_here
            && !surname
            && !classes.any(Classes::TITLE.or(Classes::HEAD).or(Classes::NATIONALITY))
        {
            return false;
        }
        if is_participle_cue(view, at)
            && !classes.any(Classes::TITLE.or(Classes::HEAD).or(Classes::QUALITY))
        {
            return false;
        }
        self.noun()
    }

    fn allows_name(&self, conjunction: bool, preposition: Option<char>) -> bool {
        match preposition {
            None => !conjunction || self.words > 0 && self.want != Want::Inner,
            Some(_) => self.words == 0,
        }
    }

    fn first_word(&mut self) -> bool {
        let view = self.view;
        let at = self.at;
        let classes = view.classes(at);
        const NEVER: Classes = Classes::COMPLEMENTISER
            .or(Classes::NEGATION)
            .or(Classes::AUXILIARY)
            .or(Classes::CONNECTOR)
            .or(Classes::CONJUNCTION)
            .or(Classes::PRONOUN)
            .or(Classes::INTERROGATIVE)
            .or(Classes::PREPOSITION_SUFFIXED)
            .or(Classes::LACK)
            .or(Classes::TURN);
        if view
            .hits_at(at)
            .any(|h| matches!(h.meaning, crate::lexicon::Meaning::AccordingTo(_)))
        {
            return false;
        }
        if classes.any(Classes::DEMONSTRATIVE) {
            // `هناك أعداد كبيرة` points at nothing.
            let noun = view.words.get(at + 1).is_some_and(|w| w.prefix.definite)
                || view.name_at(at + 1).is_some()
                || !view.is_word(at + 1);
            if !noun {
                return false;
            }
            self.at += 1;
            self.head = self.at;
            return true;
        }
        // `البعض`, `الجميع` are all of their phrase; `العديد من` is not.
        let counts = !view.words[at].prefix.definite;
        if let Some(end) = view
            .run_of(at, Classes::QUANTIFIER)
            .filter(|&end| counts || end > at + 1)
        {
            self.at = end;
            self.words += 1;
            self.head = if view.is_word(end) { end } else { at };
            // `كل من` and the like: a genitive must follow.
            self.closed = false;
            if is_preposition(view, end) && view.folded(end) == "من" {
                self.at += 1;
                self.head = self.at;
            }
            return true;
        }
        if classes.any(NEVER) || is_preposition(view, at) && !classes.any(Classes::HEAD) {
            return false;
        }
        // رسميا، حرفيا: an adverb.
        if classes.is_open() && (is_accusative(view, at) || is_participle_of_manner(view, at)) {
            return false;
        }
        if is_verb(view, at)
            && !classes.any(
                Classes::TITLE
                    .or(Classes::HEAD)
                    .or(Classes::GIVEN_NAME)
                    .or(Classes::NATIONALITY),
            )
        {
            return false;
        }
        self.head = at;
        self.take(1);
        self.named = (classes.any(Classes::GIVEN_NAME) || view.folded(at) == "عبد")
            && !classes.any(Classes::TITLE);
        self.name_last = self.named;
        let whole = self.named && !classes.any(Classes::NAME_PARTICLE);
        self.closed = view.words[at].prefix.definite || whole;
        true
    }
}

/// The noun phrase at `start`, whose first word may carry a preposition's letter.
pub(crate) fn parse_fused(
    view: &View<'_>,
    start: usize,
    limit: usize,
    want: Want,
    taken: &[Box<str>],
) -> Option<NounPhrase> {
    let mut parser = Parser::new(view, start, limit, want, taken);
    if let Some((hit, _)) = view.name_at(start) {
        parser.take_name(hit);
        parser.closed = true;
    } else if view.is_word(start) && start < parser.limit {
        parser.take(1);
        parser.closed = view.words[start].prefix.definite;
        parser.named = view.is(start, Classes::GIVEN_NAME) && !view.is(start, Classes::TITLE);
    }
    parser.run();
    (parser.words > 0).then_some(NounPhrase {
        start,
        end: parser.at,
        head: start,
    })
}
