//! Takes: a source that was found, and where what is said opens. Gives: the source as far as what stands
//! between still describes it: `مدير العلاقات بوزارة النقل سليم الحوراني`, `أستاذ التاريخ في جامعة المدينة`,
//! `الناجي الوحيد من الركاب، سليم الحوراني،`. Relies on: nothing but the source and side remarks standing
//! between a verb and the clause that it says; whatever begins a remark ends the source.

use super::Wanted;
use super::mention::past;
use super::objects::is_noun_of_saying;
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{
    self, NounPhrase, Want, is_audience, is_preposition_word,
};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, Introducer, Meaning, Role};
use crate::span::ByteSpan;
use crate::statement::draft::Mention;
use crate::text::token::Kind;
use crate::view::View;

/// A source never takes in more than so many tokens more.
const LONGEST: usize = 30;

/// The source over what describes it in the gap before token `opens`, where a clause opens or a noun phrase;
/// what the verb's own prepositions bring in does not.
pub(super) fn fill(
    view: &View<'_>,
    source: Mention,
    opens: usize,
    clause: bool,
    wanted: Wanted<'_>,
) -> Mention {
    let from = past(view, source);
    if from >= opens || opens - from > LONGEST {
        return source;
    }
    let mut gap = Gap {
        view,
        opens,
        at: from,
        end: source.phrase.end,
        whole: source.phrase.end,
        clause,
        wanted,
        attached: false,
        head: source.phrase.head,
        named: (source.phrase.start..source.phrase.end).any(|i| view.is(i, Classes::GIVEN_NAME)),
    };
    while gap.at < opens && gap.step() {}
    if gap.whole <= source.phrase.end || !gap.ends_well() {
        return source;
    }
    let mut grown = source;
    grown.phrase.end = gap.end;
    grown.span = ByteSpan::new(source.span.start, view.tokens.span(gap.whole - 1).end);
    grown
}

struct Gap<'v, 'a> {
    view: &'v View<'a>,
    opens: usize,
    at: usize,
    /// One past the last token that describes the source.
    end: usize,
    /// The same with the clauses that tell of the source, which are none of its name.
    whole: usize,
    /// A clause opens behind the gap: no object can stand in it.
    clause: bool,
    wanted: Wanted<'v>,
    /// A preposition's phrase was taken in: a place behind it belongs to that.
    attached: bool,
    named: bool,
    head: usize,
}

impl Gap<'_, '_> {
    /// Takes in one piece more; false where a remark begins.
    fn step(&mut self) -> bool {
        let view = self.view;
        match view.tokens.kind(self.at) {
            Kind::Mark('،' | ',') => self.apposition(),
            Kind::Mark('(') => {
                let close = (self.at..self.opens).find(|&i| view.is_mark(i, &[')']));
                close.is_some_and(|close| self.take(close + 1))
            }
            Kind::Word if self.remark(self.at) => false,
            Kind::Word if is_preposition_word(view, self.at) => self.prepositional(self.at + 1),
            Kind::Word if view.words[self.at].prefix.preposition.is_some() => {
                self.prepositional(self.at)
            }
            Kind::Word if view.is(self.at, Classes::RELATIVE_PRONOUN) => self.clause(),
            Kind::Word if self.names(self.at) => self.noun(),
            Kind::Word if self.clause => self.rest(),
            _ => false,
        }
    }

    fn take(&mut self, end: usize) -> bool {
        let whole = end <= self.opens;
        if whole {
            self.at = end;
            self.end = end;
            self.whole = end;
        }
        whole
    }

    /// Takes in a clause that tells of the source.
    fn take_clause(&mut self, end: usize) -> bool {
        let whole = end <= self.opens;
        if whole {
            self.at = end;
            self.whole = end;
        }
        whole
    }

    /// Begins a remark on the saying: when, on what occasion, by what means, to whom.
    fn remark(&self, at: usize) -> bool {
        const REMARK: Classes = Classes::TIME
            .or(Classes::OPENER)
            .or(Classes::TURN)
            .or(Classes::WEEKDAY)
            .or(Classes::AFTER)
            .or(Classes::CONNECTOR)
            .or(Classes::NEGATION)
            .or(Classes::CONJUNCTION)
            .or(Classes::COMPLEMENTISER)
            .or(Classes::PREPOSITION_SUFFIXED)
            .or(Classes::PARTICLE);
        let view = self.view;
        let adjective = view.is(at, Classes::TIME_ADJECTIVE) && view.words[at].prefix.definite;
        let within = view.is(at, Classes::LOCATIVE);
        view.is(at, REMARK) && !adjective && !within
            || view
                .run_of(at, Classes::OPENER.or(Classes::TURN))
                .is_some_and(|end| end > at + 1 || !within)
            || view
                .hits_at(at)
                .any(|h| matches!(h.meaning, Meaning::AccordingTo(_)))
    }

    /// A preposition's phrase that says of whom or what the source is.
    fn prepositional(&mut self, object: usize) -> bool {
        let view = self.view;
        let preposition = view.folded(self.at);
        let fused = view.words[self.at].prefix.preposition;
        if self.own(preposition, fused) {
            return false;
        }
        let occasion = view.lexicon.occasion(view.stem(object)).is_some()
            || view
                .hits_at(object)
                .any(|h| matches!(h.meaning, Meaning::Channel(_)))
            || view.is(
                object,
                Classes::TIME
                    .or(Classes::DEMONSTRATIVE)
                    .or(Classes::RELATIVE),
            );
        // تقرير لموقع: a document is an outlet's, nobody speaks to one.
        let audience = is_audience(view, object) && !view.is(self.head, Classes::DOCUMENT);
        let noun = view.is_word(object)
            && view.folded(object).chars().count() > 1
            && !view.words[object].enclitic
            && !is_noun_of_saying(view, object)
            && !view.is(object, Classes::SUPERLATIVE.or(Classes::PRONOUN));
        if occasion || audience || view.tag(object) == Tag::Verb || !noun {
            return false;
        }
        let place = view.name_at(object).is_some()
            || view.tag(object) == Tag::ProperNoun && !view.is(object, Classes::ORGANISATION);
        let office = view.is(self.end - 1, Classes::TITLE.or(Classes::ADJECTIVE)) || !self.named;
        let describes = match (fused, preposition) {
            (Some('ل'), _) => !self.named && !view.is(object, Classes::COLLECTIVE),
            (Some('ب'), _) => {
                view.words[object].prefix.definite
                    || place
                    || view.is(object, Classes::ORGANISATION.or(Classes::MEDIA))
                    || self.construct(object)
            }
            // Where it is said, unless a body stands before it: في جامعة المدينة في بيروت.
            (None, "في") => {
                view.is(object, Classes::ORGANISATION.or(Classes::PLACE))
                    || place && self.attached
                    || office && !place && !view.is(object, Classes::DOCUMENT)
            }
            // النائب عن الدائرة
            (None, "عن") => view.is(self.end - 1, Classes::TITLE),
            (None, "لدي") => true,
            // الصادرة من القيادة
            (None, "من") => view.tag(self.end - 1) == Tag::Adjective,
            _ => view.is(self.at, Classes::PLACE),
        };
        if !describes {
            return false;
        }
        let Some(inner) = noun_phrase::parse_fused(view, object, self.opens, Want::Inner, &[])
        else {
            return false;
        };
        self.attached = true;
        inner.end > object && self.take(inner.end)
    }

    /// The verb takes that preposition, and not for whom it is said to.
    fn own(&self, preposition: &str, fused: Option<char>) -> bool {
        self.wanted
            .frames
            .iter()
            .flat_map(|f| &f.slots)
            .filter(|s| s.role == Role::Content)
            .any(|s| match &s.introducer {
                Introducer::Preposition(p) => match fused {
                    Some(letter) => p.chars().eq(std::iter::once(letter)),
                    None => **p == *preposition,
                },
                _ => false,
            })
    }

    /// A noun with its genitive behind it: `بمنطقة الجوف`.
    fn construct(&self, object: usize) -> bool {
        let view = self.view;
        view.tag(object) == Tag::Noun
            && view.is_word(object + 1)
            && view.words[object + 1].prefix.definite
            && !view.words[object].enclitic
    }

    /// A name, or a title before one.
    fn names(&self, at: usize) -> bool {
        let view = self.view;
        let word = &view.words[at];
        word.prefix.conjunction.is_none()
            && word.prefix.preposition.is_none()
            && view.tag(at) != Tag::Verb
            && !self.adverb(at)
            && (view.is(at, Classes::TITLE.or(Classes::GIVEN_NAME))
                || view.tag(at) == Tag::ProperNoun
                || noun_phrase::looks_like_name(view, at)
                || view.tag(at) == Tag::Adjective && word.prefix.definite)
    }

    /// Says how it is said (`قائلة`, `متحدثا`), or that it is (`التأكيد`).
    fn adverb(&self, at: usize) -> bool {
        let view = self.view;
        let participle = view.words[at]
            .cues
            .iter()
            .any(|c| c.kind() == FormKind::ActiveParticiple);
        noun_phrase::is_adverb(view, at)
            || noun_phrase::is_participle_of_manner(view, at)
            || participle && !view.words[at].prefix.definite
            || view.is(at, Classes::PRONOUN.or(Classes::DEMONSTRATIVE))
            || is_noun_of_saying(view, at)
    }

    fn noun(&mut self) -> bool {
        let view = self.view;
        let Some(inner) = noun_phrase::parse(view, self.at, self.opens, Want::Source, &[]) else {
            return false;
        };
        self.take_description(inner)
    }

    /// Takes in a name, or an office behind a name, which is none of the name.
    fn take_description(&mut self, inner: NounPhrase) -> bool {
        let view = self.view;
        let office = !view.is(self.head, Classes::TITLE.or(Classes::HEAD))
            && (view.is(inner.head, Classes::TITLE) || view.words[inner.head].prefix.definite);
        // الوزير الضيف is the minister.
        let quality = view.words[inner.start].prefix.definite
            && inner.end == inner.start + 1
            && !view.is(inner.start, Classes::NATIONALITY.or(Classes::GIVEN_NAME))
            && !view.is_surname(inner.start);
        if office || quality {
            return self.take_clause(inner.end);
        }
        self.named |= (inner.start..inner.end).any(|i| view.is(i, Classes::GIVEN_NAME));
        self.take(inner.end)
    }

    /// A few bare words right up to a comma or to what is said: a name, whatever the words are.
    fn rest(&mut self) -> bool {
        const FEW: usize = 4;
        let view = self.view;
        let end = (self.at..self.opens)
            .find(|&i| !view.is_word(i))
            .unwrap_or(self.opens);
        let bounded = end == self.opens || view.is_comma(end);
        let words = (self.at..end).all(|i| {
            let prefix = view.words[i].prefix;
            view.tag(i) != Tag::Verb
                && prefix.conjunction.is_none()
                && prefix.preposition.is_none()
                && !self.remark(i)
                && !self.adverb(i)
                && !view.words[i].enclitic
                && !view.tokens.raw(i).ends_with(['\u{64B}', 'ا'])
                && !view.is(i, Classes::PREPOSITION.or(Classes::RELATIVE))
        });
        let name = end - self.at <= FEW && bounded && words && !self.named;
        self.named |= name;
        name && self.take(end)
    }

    /// A relative clause up to the comma behind it, or to what is said.
    fn clause(&mut self) -> bool {
        let view = self.view;
        let end = (self.at + 1..self.opens)
            .find(|&i| view.is_comma(i))
            .unwrap_or(self.opens);
        end > self.at + 1 && !self.tells(self.at, end) && self.take_clause(end)
    }

    /// The clause is about the saying: `الذي كان يتحدث خلال الجلسة`.
    fn tells(&self, from: usize, to: usize) -> bool {
        let view = self.view;
        (from..to).any(|i| {
            view.lexicon.occasion(view.stem(i)).is_some()
                || view
                    .hits_at(i)
                    .any(|h| matches!(h.meaning, Meaning::Channel(_)))
                || is_preposition_word(view, i) && is_audience(view, i + 1)
        }) || view.words[from + 1..to]
            .iter()
            .take(2)
            .any(|w| w.cues.iter().any(|c| c.is_finite()) && view.tag(from + 1) == Tag::Verb)
            && (from..to)
                .any(|i| view.words[i].prefix.preposition == Some('ل') && is_audience(view, i))
    }

    /// What stands between commas, if it says who the source is.
    fn apposition(&mut self) -> bool {
        let view = self.view;
        let first = self.at + 1;
        if first >= self.opens || self.remark(first) || !view.is_word(first) {
            return false;
        }
        let last = (first..self.opens)
            .find(|&i| view.is_comma(i))
            .unwrap_or(self.opens);
        if view.is(first, Classes::RELATIVE_PRONOUN) {
            return !self.tells(first, last) && self.take_clause(last);
        }
        // وهو واحد من أقدم الأعضاء
        if matches!(view.folded(first), "وهو" | "وهي" | "وهم") {
            return self.take_clause(last);
        }
        let verb = (first..last).any(|i| view.tag(i) == Tag::Verb);
        // متحدثا لوكالة
        if self.adverb(first) {
            return false;
        }
        let describes = self.names(first)
            || view.words[first].prefix.definite && view.tag(first) != Tag::Verb
            || view.is(first, Classes::HEAD);
        if verb || !describes || view.words[first].prefix.conjunction.is_some() {
            return false;
        }
        let Some(inner) = noun_phrase::parse(view, first, last, Want::Source, &[]) else {
            return false;
        };
        self.attached = false;
        self.take_description(inner)
    }

    /// What was taken in ends at what is said, or where a remark begins.
    fn ends_well(&self) -> bool {
        let view = self.view;
        let at = self.whole;
        at >= self.opens
            || view.is_comma(at)
            || view.is_mark(at, &[':', '-', '–', '('])
            || self.remark(at)
            || noun_phrase::is_preposition(view, at)
    }
}
