//! Takes: a word that may tell an event, with its parts, and its sentence. Gives: whether it reports that
//! something happened, is planned or denied, or only refers to such a thing or to its kind. Relies on: the table
//! of signs, whose weights add up.

use super::EventDraft;
use crate::language::arabic::conjugator::{FormKind, Person, Voice};
use crate::language::arabic::noun_phrase::is_preposition_word;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, Sees, SignPlace};
use crate::record::{Act, Status};
use crate::statement::draft::{Draft, Mention};
use crate::text::layout::Run;
use crate::text::token::Kind;
use crate::time::{Expression, Told};
use crate::view::View;

/// How far from the word signs are looked for, in tokens.
const NEAR: usize = 8;
/// How far the sentence is looked over on either side.
const SENTENCE: usize = 60;

/// What the signs are seen of.
pub(super) struct Sight<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) drafts: &'v [Draft],
    pub(super) times: &'v [Expression],
    pub(super) event: &'v EventDraft<'a>,
    /// Words of the same type in its sentence, before and behind.
    pub(super) rivals: (usize, usize),
}

/// The sum of the signs: above nothing it reports.
pub(super) fn weigh(sight: &Sight<'_, '_>) -> i32 {
    let table = &sight.view.lexicon.signs;
    let entry = sight.event.entry;
    let start = table
        .starts
        .iter()
        .find(|(kind, _)| *kind == Some(entry.kind))
        .or_else(|| table.starts.iter().find(|(kind, _)| kind.is_none()))
        .map_or(0, |&(_, weight)| weight);
    seen(sight)
        .into_iter()
        .map(|i| i32::from(table.signs[usize::from(i)].weight))
        .sum::<i32>()
        + i32::from(start)
        + i32::from(entry.weight)
}

/// The signs that are there, by their places in the table.
pub(super) fn seen(sight: &Sight<'_, '_>) -> Vec<u16> {
    let table = &sight.view.lexicon.signs;
    let counts = |i: usize| {
        let kinds = &table.signs[i].kinds;
        kinds.is_empty() || kinds.contains(&sight.event.entry.kind)
    };
    let mut seen: Vec<u16> = (0..table.signs.len())
        .filter(|&i| counts(i) && table.signs[i].sees.is_some_and(|s| sight.sees(s)))
        .map(|i| i as u16)
        .collect();
    sight.words(&mut |place, at| {
        let view = sight.view;
        let folded = view.folded(at);
        for form in [folded, folded.trim_start_matches(['و', 'ف']), view.stem(at)] {
            for &(of, sign) in table.words.get(form).map_or(&[][..], |w| w) {
                if of == place && counts(usize::from(sign)) {
                    seen.push(sign);
                }
            }
        }
    });
    seen.sort_unstable();
    seen.dedup();
    seen
}

impl Sight<'_, '_> {
    fn sentence(&self) -> Run {
        let (start, end) = self.event.trigger;
        let run = self.view.layout.sentence(start);
        Run {
            start: run.start.max(start.saturating_sub(SENTENCE)),
            end: run.end.min(end + SENTENCE),
        }
    }

    /// The first of the quantities before the word, or the word.
    fn from(&self) -> usize {
        let view = self.view;
        let start = self.sentence().start;
        let mut from = self.event.trigger.0;
        while from > start
            && view.words[from].prefix.preposition.is_none()
            && (view.is(from - 1, Classes::QUANTIFIER)
                || view.words[from - 1].numeral.is_some()
                || view.tokens.kind(from - 1) == Kind::Number)
        {
            from -= 1;
        }
        from
    }

    /// Every place that words of signs may stand in, with its tokens.
    fn words(&self, visit: &mut impl FnMut(SignPlace, usize)) {
        let view = self.view;
        let sentence = self.sentence();
        let (at, end) = self.event.trigger;
        let from = self.from();
        if from > sentence.start {
            visit(SignPlace::Before, from - 1);
            let mut governor = from - 1;
            if is_preposition_word(view, governor)
                && view.words[from].prefix.preposition.is_none()
                && governor > sentence.start
            {
                governor -= 1;
            }
            visit(SignPlace::Governor, governor);
        }
        (sentence.start..from)
            .rev()
            .take(NEAR)
            .take_while(|&i| !view.is_comma(i))
            .for_each(|i| visit(SignPlace::Ahead, i));
        (end..sentence.end.min(end + 2)).for_each(|i| visit(SignPlace::Behind, i));
        (sentence.start.max(at.saturating_sub(NEAR))..sentence.end.min(end + NEAR))
            .filter(|i| *i < at || *i >= end)
            .for_each(|i| visit(SignPlace::Near, i));
        (sentence.start..sentence.end)
            .filter(|i| *i < at || *i >= end)
            .for_each(|i| visit(SignPlace::Sentence, i));
        (sentence.start..sentence.end.min(sentence.start + 4))
            .for_each(|i| visit(SignPlace::Opening, i));
        let each = |parts: &[Mention], place, visit: &mut dyn FnMut(SignPlace, usize)| {
            for part in parts {
                (part.phrase.start..part.phrase.end).for_each(|i| visit(place, i));
            }
        };
        each(&self.event.actors, SignPlace::Actor, visit);
        each(&self.event.recipients, SignPlace::Recipient, visit);
    }

    fn done(&self) -> bool {
        self.event.status == Status::Asserted
    }

    fn act(&self) -> Option<Act> {
        self.event.on_word_of.map(|i| self.drafts[i].act)
    }

    fn sees(&self, sign: Sees) -> bool {
        let (view, event) = (self.view, self.event);
        let (at, end) = event.trigger;
        let features = event.reading.map(|r| r.features());
        let kind = features.map(|f| f.kind);
        let prefix = view.words[at].prefix;
        let from = self.from();
        let sentence = self.sentence();
        match sign {
            Sees::Past => kind == Some(FormKind::Perfect),
            Sees::Present => matches!(
                kind,
                Some(FormKind::Imperfect | FormKind::Subjunctive | FormKind::Jussive)
            ),
            Sees::Passive => {
                event.reading.is_some_and(|r| r.is_finite())
                    && (features.is_some_and(|f| f.voice == Voice::Passive)
                        || event.actors.is_empty())
            }
            Sees::Masdar => kind == Some(FormKind::Masdar) && !event.entry.noun,
            Sees::Noun => event.entry.noun && end == at + 1,
            Sees::Run => end > at + 1,
            Sees::Definite => prefix.definite,
            Sees::Suffixed => event.reading.is_some_and(|r| r.suffix.is_some()),
            Sees::Joined => prefix.conjunction.is_some(),
            Sees::Deed => {
                let told = kind == Some(FormKind::Perfect) && view.tag(at) == Tag::Verb
                    || super::roles::brought_about(view, at);
                let known = |m: &Mention| view.name_at(m.phrase.head).is_some();
                told && self.done()
                    && event.actors.iter().any(known)
                    && !event.recipients.is_empty()
            }
            Sees::Charged => {
                const NAME: Classes = Classes::GIVEN_NAME.or(Classes::SURNAME);
                let named = |m: &Mention| {
                    (m.phrase.start..m.phrase.end).any(|i| view.is(i, NAME) || view.is_surname(i))
                };
                self.act() == Some(Act::Accuse)
                    && event.entry.mode.as_deref() == Some("targeted")
                    && self.done()
                    && event.recipients.iter().any(named)
            }
            Sees::DayAndPlace => {
                let told = super::roles::brought_about(view, at);
                told && self.done() && event.place.is_some() && self.time(NEAR * 2, day)
            }
            Sees::Counted => from < at,
            Sees::Head => {
                let mut first = sentence.start;
                while first < from
                    && (!view.is_word(first)
                        || view.is(first, Classes::AUXILIARY.or(Classes::CONNECTOR)))
                {
                    first += 1;
                }
                first == from
            }
            Sees::Opening => sentence.start == 0 && from < 4,
            Sees::Relative => {
                let mut before = from;
                while before > sentence.start
                    && view.is(before - 1, Classes::AUXILIARY.or(Classes::BEFORE_VERB))
                {
                    before -= 1;
                }
                before > sentence.start && view.is(before - 1, Classes::RELATIVE_PRONOUN)
            }
            Sees::Told => self.that().is_some_and(|i| !self.led(i)),
            Sees::AfterThat => self.that().is_some_and(|i| self.led(i)),
            Sees::Negated => event.status == Status::Denied,
            Sees::Conditional => event.status == Status::Conditional,
            Sees::Future => event.status == Status::Planned,
            Sees::Modal => event.status == Status::Hypothetical,
            Sees::Said => event.on_word_of.is_some(),
            Sees::Quoted => view.quotation(at).is_some(),
            Sees::Wished => matches!(
                self.act(),
                Some(Act::Request | Act::Threaten | Act::Warn | Act::Express | Act::Promise)
            ),
            Sees::Judged => matches!(
                self.act(),
                Some(Act::Opine | Act::Condemn | Act::Praise | Act::Accuse)
            ),
            Sees::Actor => !event.actors.is_empty(),
            Sees::Recipient => !event.recipients.is_empty(),
            Sees::Unborne => !event.borne,
            Sees::NumberedRecipient => event
                .recipients
                .iter()
                .any(|m| (m.phrase.start..m.phrase.end).any(|i| self.is_quantity(i))),
            Sees::DefiniteActor => event
                .actors
                .iter()
                .any(|m| view.words[m.phrase.head].prefix.definite),
            Sees::DefiniteRecipient => event
                .recipients
                .iter()
                .any(|m| view.words[m.phrase.head].prefix.definite),
            Sees::NumberNear => (sentence.start.max(at.saturating_sub(NEAR))
                ..sentence.end.min(end + NEAR))
                .any(|i| self.is_quantity(i)),
            Sees::DayNear => self.time(NEAR * 2, day),
            Sees::DateNear => self.time(NEAR * 2, |t| matches!(t.told, Some(Told::Date(_)))),
            Sees::SpanNear => self.time(NEAR * 2, |t| {
                matches!(
                    t.told,
                    Some(Told::Duration { .. } | Told::Often { .. } | Told::EveryWeekday(_))
                )
            }),
            Sees::DaySomewhere => self.time(SENTENCE, day),
            Sees::Place => event.place.is_some(),
            Sees::RivalBefore => self.rivals.0 > 0,
            Sees::RivalBehind => self.rivals.1 > 0,
            Sees::Rivals => self.rivals.0 + self.rivals.1 >= 2,
            Sees::Long => sentence.end - sentence.start > 50,
            Sees::Short => sentence.end - sentence.start < 20,
            Sees::Question => (sentence.start..sentence.end)
                .any(|i| view.is_mark(i, &['؟', '?', '!']) || view.is(i, Classes::INTERROGATIVE)),
            Sees::Speaker => features.is_some_and(|f| f.person != Person::Third),
            Sees::Tagged => view.tag(at) == Tag::Verb,
            Sees::DoerActor => event
                .actors
                .iter()
                .any(|m| super::roles::names_doer(view, *m, event.entry)),
            Sees::Bare => end >= sentence.end || !view.is_word(end) && !self.is_quantity(end),
            Sees::Followed => event
                .actors
                .iter()
                .chain(&event.recipients)
                .any(|m| m.phrase.start >= end && m.phrase.start <= end + 2),
            Sees::Plural => view.stem(at).ends_with("ات") && !prefix.definite,
            Sees::Led => {
                prefix.preposition.is_some()
                    || from > sentence.start && is_preposition_word(view, from - 1)
            }
        }
    }

    fn is_quantity(&self, at: usize) -> bool {
        self.view.words[at].numeral.is_some() || self.view.tokens.kind(at) == Kind::Number
    }

    /// The أن whose clause the word stands in, not far behind it.
    fn that(&self) -> Option<usize> {
        let view = self.view;
        (self.sentence().start..self.event.trigger.0)
            .rev()
            .take(NEAR)
            .take_while(|&i| !view.is_comma(i) && view.tag(i) != Tag::Verb)
            .find(|&i| view.is(i, Classes::COMPLEMENTISER))
    }

    /// A preposition leads in that أن.
    fn led(&self, that: usize) -> bool {
        that > 0 && is_preposition_word(self.view, that - 1)
    }

    /// A time that is told within so many tokens.
    fn time(&self, far: usize, wanted: impl Fn(&Expression) -> bool) -> bool {
        let sentence = self.sentence();
        let (at, end) = self.event.trigger;
        let (from, to) = (
            sentence.start.max(at.saturating_sub(far)),
            sentence.end.min(end + far),
        );
        let first = self.times.partition_point(|t| t.start < from);
        self.times[first..]
            .iter()
            .take_while(|t| t.start < to)
            .any(wanted)
    }
}

/// It tells the day, or a part of it.
fn day(time: &Expression) -> bool {
    matches!(time.told, None | Some(Told::Day(_) | Told::Weekday { .. }))
}

#[cfg(test)]
mod tests {
    use crate::report::{Metadata, Report};

    /// The triggers of the events that a text tells.
    fn told(text: &str) -> Vec<String> {
        let record = crate::read(&Report::new(text, Metadata::default()));
        record.events.into_iter().map(|e| e.trigger.text).collect()
    }

    #[test]
    fn what_is_reported_is_an_event() {
        for (text, trigger) in [
            (
                "أعلنت الشرطة مقتل سبعة أشخاص أمس في هجوم انتحاري وسط المدينة.",
                "مقتل",
            ),
            (
                "انفجرت سيارة مفخخة أمس قرب نقطة تفتيش شرق المدينة.",
                "انفجرت",
            ),
            (
                "تظاهر مئات الطلاب أمس أمام مقر البرلمان احتجاجا على رفع الرسوم.",
                "تظاهر",
            ),
        ] {
            let told = told(text);
            assert!(told.iter().any(|t| t == trigger), "{text}\n{told:?}");
        }
    }

    #[test]
    fn what_is_only_referred_to_is_none() {
        for (text, word) in [
            (
                "قررت المحكمة تأجيل النظر في قضية اغتيال الوزير السابق إلى العام المقبل.",
                "اغتيال",
            ),
            ("لا يمكن أن يكون القتل جوابا عن أي سؤال في السياسة.", "القتل"),
            (
                "ناقش البرلمان قانونا جديدا لمكافحة التعذيب في السجون.",
                "التعذيب",
            ),
            ("هل يبقى حق التظاهر مصونا إذا تغير القانون؟", "التظاهر"),
        ] {
            let told = told(text);
            assert!(!told.iter().any(|t| t.contains(word)), "{text}\n{told:?}");
        }
    }
}
