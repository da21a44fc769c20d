//! Takes: a preposition, a relative pronoun or a conjunction after a phrase. Gives: whether what it opens
//! describes the phrase, or belongs to the verb. Relies on the classes of head, preposition and object.

use super::nouns::adjective_like;
use super::prepositions::is_preposition_word;
use super::verbs::{is_verb, is_verb_after_conjunction};
use super::{NounPhrase, Parser, Want, parse, parse_fused};
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::record::EntityKind;
use crate::text::quotes::Quotation;
use crate::text::token::Kind;
use crate::view::View;

impl Parser<'_, '_> {
    pub(super) fn relative_clause(&mut self, pronoun: bool) -> bool {
        const LONGEST: usize = 22;
        let view = self.view;
        // The clause runs to the comma, complementiser or quotation that must follow the source, or to
        // where it is told in what the source spoke.
        let last = (self.at + LONGEST + 1).min(self.region);
        let end = (self.at + 1..last).find(|&i| ends_clause(view, i));
        let open =
            end.is_none_or(|i| view.is_mark(i, &['.', '؛']) || view.tokens.kind(i) == Kind::Break);
        let end = (self.at + 2..end.unwrap_or(last))
            .find(|&i| open && self.wanted_elsewhere(i))
            .or(end)
            .unwrap_or(last);
        // Before its verb a subject may run to the end of what is looked at.
        let whole = pronoun && end == self.region && self.region < view.len();
        if end >= self.limit && !whole || end - self.at > LONGEST || end - self.at < 2 {
            return false;
        }
        self.at = end;
        self.words += 1;
        self.closed = true;
        // `الدراسة التي أعدها فلان، مدير المركز، أن`.
        let named = (end - 2..end).any(|i| view.is(i, Classes::GIVEN_NAME))
            && view.is(end + 1, Classes::TITLE);
        self.named |= named;
        view.is_comma(end) && named
    }

    /// The verb's own preposition, or a number that is said: where nothing else ends the clause, they do.
    fn wanted_elsewhere(&self, at: usize) -> bool {
        let view = self.view;
        view.tokens.kind(at) == Kind::Number && !view.is(at - 1, Classes::PREPOSITION)
            || is_preposition_word(view, at) && self.takes(view.folded(at))
    }

    /// A clause without a pronoun describes an indefinite noun: `مصدر طلب عدم ذكر اسمه`, `دراسة أعدها
    /// المركز`, `بيان اطلعت عليه الصحيفة`.
    pub(super) fn described(&self, at: usize) -> bool {
        const SPEAKS: Classes = Classes::UNNAMED
            .or(Classes::DOCUMENT)
            .or(Classes::COLLECTIVE)
            .or(Classes::MEDIA);
        let view = self.view;
        let word = &view.words[at];
        let verb = is_verb(view, at)
            || view.is(at + 1, Classes::PREPOSITION_SUFFIXED)
            || word.enclitic && word.classes.is_open()
            // طلب could be a noun as well, which no source has in construct.
            || view.is(self.head, Classes::UNNAMED.or(Classes::COLLECTIVE))
                && word.cues.iter().any(|c| c.is_finite() && c.suffix.is_none())
                && word.classes.is_open();
        self.want == Want::Source
            && verb
            && !word.prefix.definite
            && view.is(self.head, SPEAKS)
            && !view.is(self.head, Classes::QUANTIFIER)
            && (self.head..at)
                .take_while(|&i| !is_preposition_word(view, i))
                .all(|i| view.is_word(i) && !view.words[i].prefix.definite)
            && !self.named
    }

    /// `منظمات ومنها الهلال الأحمر`: some of those are named.
    pub(super) fn listed(&mut self) -> bool {
        let inner = parse(self.view, self.at + 1, self.limit, Want::Inner, self.taken);
        let Some(inner) = inner else {
            return false;
        };
        self.at = inner.end;
        self.words += 1;
        true
    }

    /// A preposition and its noun, where they describe the phrase rather than the verb.
    pub(super) fn prepositional(&mut self, at: usize) -> bool {
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
        // `إحصائية لشبكة «الضفة» نفذت غارة`: whose it is closes the phrase to clauses.
        self.named |= preposition == "ل" && is_outlet(view, object);
        true
    }

    pub(super) fn attaches(&self, preposition: &str, object: usize) -> bool {
        let view = self.view;
        let head = view.classes(self.head);
        let spokesman = (self.start..self.at).any(|i| view.is(i, Classes::SPOKESMAN));
        if view.is(self.at, Classes::ON_BEHALF) {
            return true;
        }
        // `عن هذه المجموعات`; `في هذا الشأن` is a remark.
        let pointing = view.is(object, Classes::DEMONSTRATIVE) && preposition != "عن";
        let no_noun = pointing
            || view.is(
                object,
                Classes::TIME
                    .or(Classes::OPENER)
                    .or(Classes::RELATIVE)
                    .or(Classes::PRONOUN),
            )
            || is_verb(view, object);
        // `مسودة لبيان`, `تقرير لصحيفة «الضفة»`: a document is of another or of an outlet, and speaks to none.
        let of_document = head.any(Classes::DOCUMENT)
            && self.words == 1
            && (view.is(object, Classes::DOCUMENT)
                || preposition == "ل"
                    && !view.words[self.head].prefix.definite
                    && is_outlet(view, object));
        let channel_or_time = no_noun
            || !of_document
                && view
                    .hits_at(object)
                    .any(|h| matches!(h.meaning, crate::lexicon::Meaning::Channel(_)));
        let from_start = self.start..self.at;
        let indefinite = !from_start.clone().any(|i| {
            view.words[i].prefix.definite
                || view.name_at(i).is_some()
                || view.is(i, Classes::GIVEN_NAME)
        });
        let bare = self.words == 1;
        let governed = view.lexicon.governs(view.stem(self.at - 1), preposition);
        if governed && !no_noun && !(preposition == "في" && channel_or_time) {
            return true;
        }
        let personal = head.any(Classes::TITLE.or(Classes::UNNAMED).or(Classes::COLLECTIVE))
            || from_start.clone().any(|i| view.is(i, Classes::QUALITY));
        let taken = self.takes(preposition);
        match preposition {
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
            // `قال الوزراء في المسودة`: where it is said.
            _ if view.is(self.at, Classes::LOCATIVE) => {
                !channel_or_time
                    && !view.is(object, Classes::DOCUMENT)
                    && (personal
                        && (indefinite || bare || !self.name_last)
                        && self.want != Want::Addressee
                        || indefinite && head.any(Classes::HEAD))
            }
            "ل" => {
                // `المدير العام لموقع`: a director is of something.
                let director = view.is(self.at - 1, Classes::ADJECTIVE)
                    && view.is(self.head, Classes::RELATIONAL);
                let director = director && !view.is(object, Classes::AUDIENCE);
                let to_media = !director && is_audience(view, object);
                // Behind the last office that was named.
                let office = from_start
                    .clone()
                    .rev()
                    .find(|&i| view.is(i, Classes::TITLE))
                    .unwrap_or(self.start);
                let complemented = (office + 1..self.at)
                    .any(|i| view.words[i].prefix.definite && !adjective_like(view, i));
                let of_body =
                    view.is(object, Classes::ORGANISATION) || view.name_at(object).is_some();
                // `المنظمة العربية لحقوق الإنسان`: what a body is for belongs to its name, whoever leads it.
                let purpose = from_start
                    .clone()
                    .rev()
                    .find(|&i| view.is(i, Classes::TITLE.or(Classes::HEAD)))
                    .is_some_and(|i| view.is(i, Classes::ORGANISATION) && i + 1 < self.at)
                    && (view.tag(object) == Tag::Noun || view.is(object, Classes::NOUN))
                    && !view.is(object, Classes::TITLE.or(Classes::COLLECTIVE));
                let purpose = purpose && !no_noun && !to_media && !self.name_last;
                purpose
                    || of_document && !no_noun
                    || !no_noun
                        && !to_media
                        && (!complemented || of_body || spokesman)
                        && !self.name_last
                        && (!taken
                            || head.any(Classes::DOCUMENT.or(Classes::ORGANISATION))
                            || spokesman
                            || self.at - self.start >= 2
                            || indefinite && bare && head.any(Classes::TITLE))
                        && (personal || head.any(Classes::HEAD))
            }
            // `المبعوث الدولي إلى اليمن`: where somebody has been sent.
            "الي" => {
                !taken
                    && head.any(Classes::OFFICE)
                    && !self.name_last
                    && (view.is(object, Classes::ORGANISATION) || view.name_at(object).is_some())
            }
            "عن" => !taken && indefinite && !channel_or_time,
            "ب" => {
                !taken
                    && !channel_or_time
                    && (personal || indefinite)
                    && !self.name_last
                    && (view.is(object, Classes::ORGANISATION.or(Classes::MEDIA))
                        || view.name_at(object).is_some()
                        || view.classes(object).is_none() && !view.words[object].enclitic)
            }
            _ if view.is(self.at, Classes::PLACE) => {
                !channel_or_time && (self.closed || indefinite)
            }
            _ => false,
        }
    }

    /// Is و at the head of an unknown word the conjunction?
    pub(super) fn coordinates_unknown(&self, at: usize) -> bool {
        self.view.folded(at).starts_with("وال") && self.view.folded(at).chars().count() > 4
    }

    pub(super) fn coordination(&mut self) -> bool {
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
                .or(Classes::QUANTIFIER)
                .or(Classes::NATIONALITY),
        ) || view.name_at(at).is_some()
            || self.named && classes.is_none() && !view.words[at].enclitic;
        if !(definite || known || !self.closed) {
            return false;
        }
        self.take(1);
        self.closed = definite || classes.any(Classes::GIVEN_NAME);
        true
    }
}

/// Where a relative clause in a source ends at the latest.
fn ends_clause(view: &View<'_>, at: usize) -> bool {
    const NAME: usize = 5;
    // `أصدرته منظمة «مياه بلا حدود»`: a short quotation may be a name.
    let name = |q: &Quotation| {
        q.closed
            && q.close - q.open <= NAME
            && (view.is(q.close + 1, Classes::COMPLEMENTISER.or(Classes::TIME))
                || view.is_comma(q.close + 1))
    };
    let inside_name = view.opening(at).is_some_and(name) || view.closing(at).is_some_and(name);
    view.is_mark(at, &['،', ',', ':', '"', '«', '“', '”', '.', '؛']) && !inside_name
        || view.tokens.kind(at) == Kind::Break
        || view.is(at, Classes::COMPLEMENTISER)
        || view.is(at, Classes::PREPOSITION) && view.lexicon.occasion(view.stem(at + 1)).is_some()
        || opens_words(view, at)
}

/// `لم تسمها`, `لم يكشف عن هويته`: the clause that leaves a source without a name.
pub(crate) fn leaves_unnamed(view: &View<'_>, at: usize) -> bool {
    view.is(at, Classes::NEGATION)
        && view.words[at].prefix.conjunction.is_none()
        && view.tag(at + 1) == Tag::Verb
        && (view.words[at + 1].enclitic
            || view.is(at + 2, Classes::IDENTITY)
            || view.is(at + 3, Classes::IDENTITY))
}

/// `قولهم إن`: what the source says is told by a noun of its own.
fn opens_words(view: &View<'_>, at: usize) -> bool {
    let noun = view.words[at].cues.iter();
    noun.clone()
        .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_some())
        && (view.is(at + 1, Classes::COMPLEMENTISER) || view.is_mark(at + 1, &[':']))
}

/// An outlet, by its kind or its name.
fn is_outlet(view: &View<'_>, object: usize) -> bool {
    view.is(object, Classes::MEDIA)
        || view
            .name_at(object)
            .is_some_and(|(_, n)| view.lexicon.names[usize::from(n)].kind == EntityKind::Media)
}

/// Somebody whom speakers speak to: an outlet, the press, a quoted name behind a letter.
pub(crate) fn is_audience(view: &View<'_>, object: usize) -> bool {
    is_outlet(view, object)
        || view.is(object, Classes::AUDIENCE)
        || view.opening(object + 1).is_some() && view.folded(object).chars().count() <= 1
}

/// The object of a preposition that may be fused to it.
pub(super) fn parse_object(
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

pub(super) fn fused_name(preposition: char) -> &'static str {
    match preposition {
        'ب' => "ب",
        'ل' => "ل",
        _ => "ك",
    }
}
