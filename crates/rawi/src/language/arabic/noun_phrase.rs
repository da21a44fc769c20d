//! Takes: a place in the text. Gives: the [`NounPhrase`] that begins there and where its personal name
//! stands. Relies on: closed-class words bounding phrases, the article closing construct chains, and
//! the lexicon's titles and names; what it does not know it judges by spelling.

use super::conjugator::FormKind;
use crate::lexicon::Classes;
use crate::record::EntityKind;
use crate::text::token::Kind;
use crate::view::View;

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
    want: Want,
    /// Prepositions that belong to the verb, not to the phrase.
    taken: &'v [Box<str>],
    at: usize,
    start: usize,
    head: usize,
    /// The phrase so far cannot take another genitive.
    closed: bool,
    named: bool,
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
            want,
            taken,
            at: start,
            start,
            head: start,
            closed: false,
            named: false,
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
                    || self.view.is(self.at - 1, Classes::MEDIA);
                if takes {
                    self.take(1);
                }
                takes
            }
            Kind::Mark(c) => self.mark(c),
            Kind::Break => false,
        }
    }

    fn take(&mut self, tokens: usize) {
        self.at += tokens;
        self.words += 1;
    }

    fn mark(&mut self, c: char) -> bool {
        let view = self.view;
        match c {
            '"' | '“' | '”' | '«' | '‘' => {
                let Some(quotation) = view.opening(self.at) else {
                    return false;
                };
                let long = quotation.close - self.at > 7;
                let names = self.words == 0
                    || view.is(
                        self.at - 1,
                        Classes::ORGANISATION
                            .or(Classes::MEDIA)
                            .or(Classes::DOCUMENT),
                    );
                let names = names
                    || self.words > 0
                        && self.words <= 2
                        && quotation.close - self.at <= 3
                        && self.want == Want::Addressee;
                if !quotation.closed || long || !names || quotation.close >= self.limit {
                    return false;
                }
                self.take(quotation.close + 1 - self.at);
                self.closed = true;
                self.named = true;
                true
            }
            '(' | '[' => {
                let close = (self.at + 1..(self.at + 9).min(self.limit))
                    .find(|&i| view.is_mark(i, &[')', ']']));
                match close {
                    Some(close) if self.words > 0 => {
                        self.at = close + 1;
                        true
                    }
                    _ => false,
                }
            }
            '-' | '–' | '_' => {
                let joined = self.words > 0
                    && view.tokens.touches_next(self.at - 1)
                    && view.tokens.touches_next(self.at)
                    && view.is_word(self.at + 1);
                if joined {
                    self.take(2);
                }
                joined
            }
            // د. محمد
            '.' if self.words > 0
                && view.tokens.touches_next(self.at - 1)
                && view.folded(self.at - 1).chars().count() == 1
                && view.is_word(self.at + 1) =>
            {
                self.at += 1;
                true
            }
            '/' if self.words > 0 && view.is_word(self.at + 1) => {
                self.at += 1;
                true
            }
            '،' | ',' => self.apposition(),
            _ => false,
        }
    }

    /// `عضو المجلس، فلان الفلاني، أن`: a name or a title between commas goes on with the phrase.
    fn apposition(&mut self) -> bool {
        let view = self.view;
        if self.want == Want::Inner || self.words == 0 || self.after_comma && !self.named {
            return false;
        }
        let next = self.at + 1;
        if !view.is_word(next) {
            return false;
        }
        let titled = view.is(next, Classes::TITLE) && view.words[next].prefix.conjunction.is_none();
        let name = !self.named
            && looks_like_name(view, next)
            && view.words[next].prefix.conjunction.is_none();
        let ranked = !self.named && view.is(next, Classes::HONORIFIC.or(Classes::RANK));
        let slot = !self.named
            && self.want == Want::Source
            && view.is(self.head, Classes::TITLE)
            && self.name_slot(next);
        if slot {
            while view.is_word(self.at + 1) {
                self.at += 1;
            }
            self.at += 1;
            self.words += 1;
            self.closed = true;
            self.named = true;
            self.after_comma = true;
            return true;
        }
        if !(titled && self.named || name || ranked || titled && !self.closed) {
            return false;
        }
        if is_finite_cue(view, next) && !view.is(next, Classes::GIVEN_NAME) {
            return false;
        }
        let Some(inner) = parse(view, next, self.limit, Want::Inner, self.taken) else {
            return false;
        };
        // The apposition ends where the phrase must: at a comma, a colon, a quotation or a complementiser.
        let ends = inner.end >= self.limit
            || view.is_mark(inner.end, &['،', ',', ':', '"', '«', '“', '”'])
            || view.is(
                inner.end,
                Classes::COMPLEMENTISER
                    .or(Classes::TIME)
                    .or(Classes::OPENER)
                    .or(Classes::PREPOSITION),
            )
            || is_finite_cue(view, inner.end);
        if !(ends || titled && self.named) {
            return false;
        }
        self.at = inner.end;
        self.words += 1;
        self.closed = true;
        self.named = true;
        self.after_comma = true;
        true
    }

    /// Two to four bare words between commas after an office are a name, whatever the words are.
    fn name_slot(&self, from: usize) -> bool {
        let view = self.view;
        let end = (from..self.limit.min(from + 5))
            .find(|&i| !view.is_word(i))
            .unwrap_or(from);
        let bounded = view.is_comma(end) || view.is_mark(end, &[':']);
        bounded
            && end - from >= 2
            && (from..end).all(|i| name_word(view, i))
            && !view.words[from].prefix.definite
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
        {
            let kind = view.lexicon.names[usize::from(index)].kind;
            if first
                || !self.closed
                || hit.prefix.conjunction.is_some()
                || self.named && kind != EntityKind::State
            {
                let end = hit.end.min(self.limit);
                self.take(end - at);
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
            .or(Classes::TURN);
        if classes.any(Classes::RELATIVE)
            && !word.prefix.definite
            && self.want == Want::Source
            && is_relative_pronoun(view, at)
        {
            return self.relative_clause();
        }
        let name_here = classes.any(Classes::GIVEN_NAME) && word.prefix.preposition.is_none();
        if view.folded(at) == "غير"
            && view.words.get(at + 1).is_some_and(|w| w.prefix.definite)
            && self.closed
        {
            self.take(2);
            return true;
        }
        if classes.any(BOUND) && !name_here {
            return false;
        }
        if classes.any(Classes::RELATIVE.or(Classes::DEMONSTRATIVE))
            && !name_here
            && !classes.any(Classes::PREPOSITION)
        {
            return false;
        }
        if view
            .run_of(at, Classes::OPENER.or(Classes::TURN))
            .is_some_and(|end| end > at + 1)
        {
            return false;
        }
        if view.folded(at).starts_with("باسم")
            && (self.start..at).any(|i| view.is(i, Classes::SPOKESMAN))
            && view.folded(at).chars().count() > 4
        {
            self.take(1);
            return true;
        }
        if is_preposition(view, at) || classes.any(Classes::OPENER) && !name_here {
            return self.prepositional(at);
        }
        if classes.any(Classes::TIME) && !name_here {
            // `الرئيس السابق` goes on; `أمس`, `يوم` do not.
            let adjective = word.prefix.definite
                && self.closed
                && !view.is(at - 1, Classes::TIME)
                && !matches!(view.stem(at), "يوم" | "ليله" | "ان" | "غد" | "بارحه");
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
        if is_verb(view, at)
            && !name_here
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
            .or(Classes::TURN);
        if view
            .hits_at(at)
            .any(|h| matches!(h.meaning, crate::lexicon::Meaning::AccordingTo(_)))
        {
            return false;
        }
        if classes.any(Classes::DEMONSTRATIVE) {
            self.at += 1;
            self.head = self.at;
            return true;
        }
        if let Some(end) = view.run_of(at, Classes::QUANTIFIER) {
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
        if classes.is_open()
            && view.folded(at).ends_with("يا")
            && !view.tokens.raw(at).ends_with("يا")
            || view.tokens.raw(at).ends_with("اً") && classes.is_open()
        {
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
        self.closed = view.words[at].prefix.definite;
        self.named = (classes.any(Classes::GIVEN_NAME) || view.folded(at) == "عبد")
            && !classes.any(Classes::TITLE);
        true
    }

    fn noun(&mut self) -> bool {
        let view = self.view;
        let at = self.at;
        let classes = view.classes(at);
        let definite = view.words[at].prefix.definite;
        let previous = at - 1;
        let told = view.words[at]
            .cues
            .iter()
            .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_some());
        if self.want == Want::Source && (told || self.closed && view.words[at].enclitic) {
            // `مصدر عسكري قوله`, `الوزير رفضه`: what is said begins.
            return false;
        }
        if !self.closed {
            // An open construct takes any noun; the article or a name closes it.
            self.take(1);
            let name = classes.any(Classes::GIVEN_NAME) && !classes.any(Classes::TITLE);
            self.closed = definite || name;
            self.named |= name;
            return true;
        }
        if definite {
            let title = classes.any(Classes::HONORIFIC.or(Classes::RANK))
                || classes.any(Classes::TITLE) && self.named;
            // `نفى الوزير الخبر`: right behind a bare office, a noun that no adjective is shaped like is the object.
            let bare = self.want == Want::Source
                && previous == self.head
                && view.is(previous, Classes::TITLE)
                && view.words[previous].prefix.definite;
            if bare
                && !title
                && !view.is(at, Classes::TIME)
                && !adjective_like(view, at)
                && !adjective_shaped(view.stem(at))
            {
                return false;
            }
            let other = classes.any(Classes::HEAD.or(Classes::OFFICE))
                && !title
                && !adjective_like(view, at)
                && !view.is(at, Classes::QUALITY);
            if other && (self.want == Want::Source || self.words == 1) {
                return false;
            }
            if !title && !self.agrees(previous, at) && !self.named {
                return false;
            }
            if self.want == Want::Addressee && !title && !self.named && !adjective_like(view, at) {
                return false;
            }
            self.take(1);
            return true;
        }
        if classes.any(Classes::TITLE) && !classes.any(Classes::GIVEN_NAME) {
            // `فلان نائب رئيس …`, `الوزير السيد`, `رئيس الوزراء وزير الدفاع`.
            let office = classes.any(Classes::HONORIFIC.or(Classes::RANK).or(Classes::SPOKESMAN));
            // Two offices in a row are one person's, unless the second may be spoken to.
            let second = classes.any(Classes::OFFICE.or(Classes::KIN))
                && view.is(self.head, Classes::TITLE)
                && self.want == Want::Source;
            let takes =
                self.named || office || second && !self.taken.iter().any(|t| &**t == OBJECT);
            if takes {
                self.take(1);
                self.closed = false;
            }
            return takes;
        }
        if surname_after_given(view, at) && self.named
            || looks_like_name(view, at)
                && (self.named
                    || self.may_be_named()
                        && (classes.any(Classes::GIVEN_NAME) || name_goes_on(view, at + 1)))
        {
            self.take(1);
            self.named = true;
            return true;
        }
        if matches!(
            view.folded(at),
            "بن" | "بنت"
                | "ابن"
                | "ال"
                | "ابو"
                | "ابي"
                | "عبد"
                | "دي"
                | "دو"
                | "فان"
                | "لو"
        ) && (self.named || self.may_be_named())
        {
            self.take(1);
            self.named = true;
            return true;
        }
        // Indefinite adjective after an indefinite phrase closed by a preposition: `مصدر في الوزارة مطلع`.
        false
    }

    /// A name may follow: the phrase so far is an office, a rank, a profession or a kind of person.
    fn may_be_named(&self) -> bool {
        let view = self.view;
        (self.start..self.at).any(|i| {
            view.is(
                i,
                Classes::TITLE.or(Classes::UNNAMED).or(Classes::COLLECTIVE),
            ) || view.is(i, Classes::NATIONALITY)
        })
    }

    /// Does the definite word at `at` agree with some noun of the phrase as its adjective would?
    fn agrees(&self, previous: usize, at: usize) -> bool {
        let view = self.view;
        let feminine = |i: usize| {
            let f = view.folded(i);
            f.ends_with('ه') || f.ends_with("اء") || f.ends_with("يا")
        };
        let sound_plural = |i: usize| view.folded(i).ends_with("ات");
        if view.is(at, Classes::NATIONALITY) || adjective_like(view, at) {
            return true;
        }
        if feminine(at) {
            return true;
        }
        if sound_plural(at) {
            return (self.start..=previous).any(sound_plural);
        }
        // A masculine adjective needs a masculine noun somewhere in the chain.
        (self.start..=previous).any(|i| view.is_word(i) && !feminine(i))
    }

    fn relative_clause(&mut self) -> bool {
        let view = self.view;
        // The clause runs to the comma, complementiser or quotation that must follow the source.
        let mut end = self.at + 1;
        while end < self.limit {
            if view.is_mark(end, &['،', ',', ':', '"', '«', '“', '”', '.', '؛'])
                || view.tokens.kind(end) == Kind::Break
            {
                break;
            }
            if view.is(end, Classes::COMPLEMENTISER) {
                break;
            }
            end += 1;
        }
        if end >= self.limit || end - self.at > 22 || end - self.at < 2 {
            return false;
        }
        self.at = end;
        self.words += 1;
        self.closed = true;
        false
    }

    /// A preposition and its noun, where they describe the phrase rather than the verb.
    fn prepositional(&mut self, at: usize) -> bool {
        let view = self.view;
        let (preposition, object) = match view.words[at].prefix.preposition {
            Some(p) if !is_preposition_word(view, at) => (fused_name(p), at),
            _ => (view.folded(at), at + 1),
        };
        if !self.attaches(preposition, object) {
            return false;
        }
        let from = if object == at { at } else { object };
        let Some(inner) = parse_object(view, from, self.limit, self.taken) else {
            return false;
        };
        self.at = inner.end;
        self.words += 1;
        self.closed = true;
        true
    }

    fn attaches(&self, preposition: &str, object: usize) -> bool {
        let view = self.view;
        let head = view.classes(self.head);
        let spokesman = (self.start..self.at).any(|i| view.is(i, Classes::SPOKESMAN));
        if preposition == "باسم" || preposition == "بلسان" || preposition == "لشوون" {
            return true;
        }
        let channel_or_time = view.is(
            object,
            Classes::TIME
                .or(Classes::OPENER)
                .or(Classes::DEMONSTRATIVE)
                .or(Classes::RELATIVE)
                .or(Classes::PRONOUN),
        ) || view
            .hits_at(object)
            .any(|h| matches!(h.meaning, crate::lexicon::Meaning::Channel(_)))
            || is_verb(view, object);
        let from_start = self.start..self.at;
        let indefinite = !from_start.clone().any(|i| {
            view.words[i].prefix.definite
                || view.name_at(i).is_some()
                || view.is(i, Classes::GIVEN_NAME)
        });
        let bare = self.words == 1;
        let charged = matches!(
            view.stem(self.at - 1),
            "مكلف"
                | "مكلفه"
                | "معني"
                | "معنيه"
                | "خاص"
                | "خاصه"
                | "مختص"
                | "مختصه"
                | "مسوول"
                | "متخصص"
        );
        if charged && !channel_or_time && matches!(preposition, "ب" | "عن" | "في" | "ل") {
            return true;
        }
        let personal = head.any(Classes::TITLE.or(Classes::UNNAMED).or(Classes::COLLECTIVE))
            || from_start.clone().any(|i| view.is(i, Classes::QUALITY));
        let taken = self.taken.iter().any(|t| &**t == preposition);
        match preposition {
            "ل" if view.stem(object) == "شوون" => true,
            "من" => {
                let quality = view.is(self.at - 1, Classes::QUALITY);
                quality
                    || !taken
                        && (indefinite
                            || head.any(Classes::QUANTIFIER)
                            || view.is(self.at - 1, Classes::QUANTIFIER))
                        && !channel_or_time
            }
            "في" if head.any(Classes::ORGANISATION) && view.is(object, Classes::ORGANISATION) => {
                true
            }
            "في" | "لدي" | "ضمن" | "داخل" | "خارج" => {
                !channel_or_time
                    && (personal
                        && (indefinite || bare || !self.named)
                        && self.want != Want::Addressee
                        || indefinite && head.any(Classes::HEAD))
            }
            "ل" => {
                // `المدير العام لموقع`: a director is of something.
                let director = view.stem(self.at - 1) == "عام" && bare_office(view, self.head);
                let to_media = !director && view.is(object, Classes::MEDIA)
                    || view.name_at(object).is_some_and(|(_, n)| {
                        view.lexicon.names[usize::from(n)].kind == EntityKind::Media
                    })
                    || matches!(
                        view.stem(object),
                        "صحفيين" | "صحافيين" | "صحافه" | "اعلاميين" | "اعلام"
                    )
                    || view.opening(object + 1).is_some()
                        && view.tokens.folded(object).chars().count() <= 1;
                let complemented = self.words >= 2
                    && from_start
                        .clone()
                        .skip(1)
                        .any(|i| view.words[i].prefix.definite && !adjective_like(view, i));
                !channel_or_time
                    && !to_media
                    && !complemented
                    && !self.named
                    && (!taken
                        || head.any(Classes::DOCUMENT.or(Classes::ORGANISATION))
                        || spokesman
                        || self.at - self.start >= 2
                        || indefinite && bare && head.any(Classes::TITLE))
                    && (personal || head.any(Classes::HEAD))
            }
            "عن" => !taken && indefinite && !channel_or_time,
            "ب" => {
                !taken
                    && !channel_or_time
                    && (personal || indefinite)
                    && !self.named
                    && (view.is(object, Classes::ORGANISATION.or(Classes::MEDIA))
                        || view.name_at(object).is_some()
                        || view.classes(object).is_none() && !view.words[object].enclitic)
            }
            "علي" => {
                self.at > self.start
                    && matches!(
                        view.stem(self.at - 1),
                        "مشرف" | "قايم" | "مطلع" | "قايمين" | "مشرفين" | "مطلعه"
                    )
            }
            "بين" | "مع" => false,
            "شمالي" | "جنوبي" | "شرقي" | "غربي" => {
                !channel_or_time && self.closed
            }
            "قرب" | "شمال" | "جنوب" | "شرق" | "غرب" => indefinite,
            _ => false,
        }
    }

    /// Is و at the head of an unknown word the conjunction?
    fn coordinates_unknown(&self, at: usize) -> bool {
        self.view.folded(at).starts_with("وال") && self.view.folded(at).chars().count() > 4
    }

    fn coordination(&mut self) -> bool {
        let view = self.view;
        let at = self.at;
        if self.want == Want::Inner && !self.named {
            // Inside a chain the coordination belongs to the outer phrase, unless it goes on with the article.
            if !view.words[at].prefix.definite {
                return false;
            }
        }
        if is_verb_after_conjunction(view, at) {
            return false;
        }
        let classes = view.classes(at);
        if classes.any(
            Classes::PREPOSITION
                .or(Classes::TIME)
                .or(Classes::OPENER)
                .or(Classes::RELATIVE)
                .or(Classes::DEMONSTRATIVE)
                .or(Classes::PARTICLE),
        ) {
            return false;
        }
        let definite = view.words[at].prefix.definite;
        let known = classes.any(
            Classes::TITLE
                .or(Classes::HEAD)
                .or(Classes::GIVEN_NAME)
                .or(Classes::NATIONALITY),
        ) || view.name_at(at).is_some();
        if !(definite || known || !self.closed) {
            return false;
        }
        self.take(1);
        self.closed = definite || classes.any(Classes::GIVEN_NAME);
        true
    }
}

/// The object of a preposition that may be fused to it.
fn parse_object(
    view: &View<'_>,
    at: usize,
    limit: usize,
    taken: &[Box<str>],
) -> Option<NounPhrase> {
    // `لـ"العين"`, `ل العين`: the letter alone.
    let at = if view.tokens.folded(at).chars().count() <= 1 {
        at + 1
    } else {
        at
    };
    parse_fused(view, at, limit, Want::Inner, taken)
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
        parser.take(hit.end - start);
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

fn fused_name(preposition: char) -> &'static str {
    match preposition {
        'ب' => "ب",
        'ل' => "ل",
        _ => "ك",
    }
}

/// A preposition of its own, not a letter before a noun.
pub(crate) fn is_preposition_word(view: &View<'_>, at: usize) -> bool {
    view.is(at, Classes::PREPOSITION) && !is_given_ali(view, at)
}

/// علي, the name, folds to the letters of the preposition على; the spelling decides.
fn is_given_ali(view: &View<'_>, at: usize) -> bool {
    view.folded(at) == "علي"
        && view.tokens.raw(at).ends_with('ي')
        && at > 0
        && (view.is(at - 1, Classes::TITLE.or(Classes::GIVEN_NAME))
            || view.is(at + 1, Classes::GIVEN_NAME))
}

/// A preposition, fused or of its own.
pub(crate) fn is_preposition(view: &View<'_>, at: usize) -> bool {
    is_preposition_word(view, at) || view.words[at].prefix.preposition.is_some() && fused(view, at)
}

/// The fused preposition is sure: the word has the article, or is known without it.
fn fused(view: &View<'_>, at: usize) -> bool {
    view.words[at].prefix.preposition.is_some()
        || view.words[at].prefix.definite
        || !view.classes(at).is_open()
        || view
            .name_at(at)
            .is_some_and(|(h, _)| h.prefix.preposition.is_some())
        || view.folded(at).chars().count() == 1
}

fn is_relative_pronoun(view: &View<'_>, at: usize) -> bool {
    matches!(
        view.folded(at),
        "الذي"
            | "التي"
            | "الذين"
            | "اللذين"
            | "اللذان"
            | "اللتين"
            | "اللتان"
            | "اللاتي"
            | "اللواتي"
    )
}

/// A finite verb as far as the spelling or the lexicon shows it.
pub(crate) fn is_verb(view: &View<'_>, at: usize) -> bool {
    if !view.is_word(at) {
        return false;
    }
    if is_finite_cue(view, at) {
        return true;
    }
    let folded = view.folded(at);
    let letters = folded.chars().count();
    if view.is(at, Classes::VERB) && !view.is(at, Classes::NOUN) {
        return true;
    }
    if view.classes(at).is_open() && !view.words[at].prefix.definite {
        let bare = folded.strip_prefix(['و', 'ف']).unwrap_or(folded);
        let reflexive = bare.starts_with("تت") && bare.chars().count() >= 5;
        let future = bare
            .strip_prefix('س')
            .is_some_and(|f| f.starts_with(['ي', 'ت', 'ن']) && f.chars().count() >= 4);
        if future || reflexive || folded.starts_with('ي') && letters >= 4 && !folded.ends_with("ات")
        {
            return true;
        }
    }
    // After قد, لم, لن, سوف a verb must follow.
    at > 0
        && matches!(
            view.folded(at - 1),
            "قد" | "لم" | "لن" | "سوف" | "وقد" | "ولم" | "ولن"
        )
}

fn is_verb_after_conjunction(view: &View<'_>, at: usize) -> bool {
    if is_finite_cue(view, at) {
        return true;
    }
    let folded = view.folded(at);
    let bare = folded.strip_prefix(['و', 'ف']).unwrap_or(folded);
    (view.is(at, Classes::VERB) || view.classes(at).is_open())
        && (bare.starts_with('ي') || bare.starts_with("ست") || bare.starts_with("سي"))
        && bare.chars().count() >= 4
}

/// A finite form of a verb of saying that is no noun as well.
pub(crate) fn is_finite_cue(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else {
        return false;
    };
    word.cues.iter().any(|c| c.is_finite())
        && !word
            .cues
            .iter()
            .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_none())
        && !word.prefix.definite
        && !word.classes.any(
            Classes::TITLE
                .or(Classes::HEAD)
                .or(Classes::GIVEN_NAME)
                .or(Classes::PREPOSITION)
                .or(Classes::QUALITY)
                .or(Classes::NATIONALITY),
        )
}

fn is_participle_cue(view: &View<'_>, at: usize) -> bool {
    let word = &view.words[at];
    !word.prefix.definite
        && word.cues.iter().any(|c| {
            c.kind() == FormKind::ActiveParticiple
                && c.prefix.conjunction.is_none()
                && view.folded(at).ends_with(['ا', 'ه'])
        })
}

/// A relative adjective or another that ends like one.
fn adjective_like(view: &View<'_>, at: usize) -> bool {
    let stem = view.stem(at);
    view.is(at, Classes::NATIONALITY.or(Classes::QUALITY))
        || stem.ends_with("يه") && stem.chars().count() >= 4
        || stem.ends_with('ي') && stem.chars().count() >= 4
        || stem.ends_with("يين")
        || stem.ends_with("يون")
        || matches!(
            stem,
            "عام"
                | "عامه"
                | "اعلي"
                | "عليا"
                | "اول"
                | "متحده"
                | "عاجل"
                | "كبير"
                | "كبري"
                | "خاص"
                | "خاصه"
                | "مشترك"
                | "مشتركه"
                | "موقت"
                | "موقته"
        )
}

/// Shaped like فعيل، فاعل، مفعول، أفعل, as most adjectives that do not end in ي are.
fn adjective_shaped(stem: &str) -> bool {
    let letters: Vec<char> = stem.trim_end_matches('ه').chars().collect();
    letters.first().is_some_and(|c| matches!(c, 'م' | 'ا')) && letters.len() >= 4
        || letters.len() == 4 && (letters[2] == 'ي' || letters[1] == 'ا')
}

/// A word that may be part of a personal name: a given name, or an unknown word without article that
/// is not spelt like a verbal noun.
pub(crate) fn looks_like_name(view: &View<'_>, at: usize) -> bool {
    if !view.is_word(at) {
        return false;
    }
    let word = &view.words[at];
    if word.classes.any(Classes::GIVEN_NAME) && word.prefix.preposition.is_none()
        || view.folded(at) == "عبد" && view.words.get(at + 1).is_some_and(|w| w.prefix.definite)
    {
        return true;
    }
    if !word.classes.is_none()
        || word.prefix.definite
        || word.enclitic
        || word.prefix.preposition.is_some()
        || word
            .cues
            .iter()
            .any(|c| c.form.features.kind != FormKind::Jussive && c.suffix.is_none())
    {
        return false;
    }
    let folded = view.folded(at);
    let letters = folded.chars().count();
    letters >= 3
        && !folded.starts_with('ي')
        && !verbal_noun_like(folded)
        && !folded.ends_with("ات")
        && !view.tokens.raw(at).ends_with('ة')
        && !view.tokens.raw(at).ends_with(['ً', 'ء'])
}

/// An office that needs to be said of what it is.
fn bare_office(view: &View<'_>, head: usize) -> bool {
    matches!(
        view.stem(head),
        "مدير"
            | "مديره"
            | "امين"
            | "امينه"
            | "مفتش"
            | "مراقب"
            | "منسق"
            | "قايد"
            | "مشرف"
    )
}

/// Could the word stand in a name: no function word, no verb, no clitics?
fn name_word(view: &View<'_>, at: usize) -> bool {
    const NEVER: Classes = Classes::VERB
        .or(Classes::PREPOSITION)
        .or(Classes::TIME)
        .or(Classes::RELATIVE)
        .or(Classes::CONNECTOR)
        .or(Classes::OPENER)
        .or(Classes::COMPLEMENTISER)
        .or(Classes::AUXILIARY)
        .or(Classes::NEGATION)
        .or(Classes::DEMONSTRATIVE)
        .or(Classes::ORGANISATION)
        .or(Classes::DOCUMENT);
    let word = &view.words[at];
    word.classes.any(Classes::GIVEN_NAME)
        || !word.classes.any(NEVER)
            && word.prefix.conjunction.is_none()
            && word.prefix.preposition.is_none()
            && !word.enclitic
            && !is_finite_cue(view, at)
}

/// The second word of a name, right after a given name: almost any noun may be a family's name.
pub(crate) fn surname_after_given(view: &View<'_>, at: usize) -> bool {
    const NEVER: Classes = Classes::VERB
        .or(Classes::PREPOSITION)
        .or(Classes::TIME)
        .or(Classes::RELATIVE)
        .or(Classes::CONNECTOR)
        .or(Classes::OPENER)
        .or(Classes::COMPLEMENTISER)
        .or(Classes::AUXILIARY)
        .or(Classes::NEGATION)
        .or(Classes::PRONOUN)
        .or(Classes::DEMONSTRATIVE)
        .or(Classes::CONJUNCTION)
        .or(Classes::PARTICLE)
        .or(Classes::QUANTIFIER)
        .or(Classes::PREPOSITION_SUFFIXED);
    if at < 1
        || !view.is_word(at)
        || !view.is(at - 1, Classes::GIVEN_NAME)
        || at >= 2 && view.is(at - 2, Classes::GIVEN_NAME)
    {
        return false;
    }
    let word = &view.words[at];
    let title = word.classes.any(Classes::TITLE.or(Classes::HEAD))
        && !view.folded(at).ends_with('ي')
        && !view.is(at + 1, Classes::GIVEN_NAME)
        && view.folded(at + 1) != "عبد";
    !word.classes.any(NEVER)
        && !title
        && !word.enclitic
        && word.prefix.conjunction.is_none()
        && (word.prefix.preposition.is_none() || word.classes.is_none())
        && !is_finite_cue(view, at)
        && !verbal_noun_like(view.folded(at))
}

/// What follows an unknown word shows it to be the first of a name.
fn name_goes_on(view: &View<'_>, at: usize) -> bool {
    looks_like_name(view, at)
        || view.is_word(at) && view.words[at].prefix.definite && view.classes(at).is_none()
        || matches!(view.folded(at), "بن" | "ال" | "ابو" | "دي" | "عبد")
        || view.is_mark(at, &['-', '،', ',', ':', '"', '«', '“'])
        || view.is(
            at,
            Classes::COMPLEMENTISER
                .or(Classes::TIME)
                .or(Classes::OPENER),
        )
}

/// Spelt like the verbal noun of a derived verb: افتعال، استفعال، إفعال، تفعيل، تفاعل، مفاعلة.
pub(crate) fn verbal_noun_like(folded: &str) -> bool {
    let letters: Vec<char> = folded.chars().collect();
    let n = letters.len();
    match letters.first() {
        Some('ا') => n >= 5 && letters[n - 2] == 'ا',
        Some('ت') => n == 5 && (letters[3] == 'ي' || letters[2] == 'ا'),
        Some('م') => n >= 5 && letters[2] == 'ا' && letters[n - 1] == 'ه',
        _ => false,
    }
}
