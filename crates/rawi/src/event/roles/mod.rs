//! Takes: a word that may tell an event. Gives: the event with its actors and recipients as the word's own
//! complements name them; what other words of the sentence say of it comes after (`link`). Relies on: subjects
//! standing before objects, and on a transitive verb with one noun behind it being passive: `قتل خمسة جنود`.

mod agents;
mod complements;
mod light;
mod link;

use super::{EventDraft, fit};
use crate::language::arabic::agreement::{self, Agreement};
use crate::language::arabic::conjugator::{Features, Gender, Number, Voice};
use crate::language::arabic::words::CueReading;
use crate::lexicon::{Alone, Classes, EventEntry, Part};
use crate::record::EntityKind;
use crate::statement::draft::Mention;
use crate::statement::{subject_before, subject_of_clause};
use crate::text::token::Kind;
use crate::view::View;
use agents::{by, continued, is_means, is_oblique, nation, of_light_verb, reaching};
use complements::{
    before_wanted, behind, brought, clause_end, genitive, late_object, on, parted, wanted,
};

pub(super) use agents::{brought_about, names_doer, opened};
pub(super) use link::link;

pub(super) fn of_verb<'a>(
    view: &View<'a>,
    at: usize,
    reading: &CueReading,
    entry: &'a EventEntry,
) -> Option<EventDraft<'a>> {
    let both = [Part::Actor, Part::Recipient];
    let needs_both = entry.object != Part::None && both.iter().all(|p| entry.needs.contains(p));
    if reading.suffix.is_some() && entry.refers && (needs_both || !entry.with.is_empty()) {
        // `فيديو نشرته الكتائب`: its object is the pronoun, not the word it wants or somebody behind it.
        return None;
    }
    let limit = clause_end(view, at + 1);
    if !entry.with.is_empty() && wanted(view, at + 1, limit, entry).is_none() {
        return None;
    }
    let features = reading.features();
    let before = subject_before(view, at, features)
        .mention()
        .map(|m| reaching(view, m, at))
        .or_else(|| opened(view, at));
    let (first, second) = behind(view, at + 1, limit);
    // Of a verb that has both, one phrase behind it may be both: `استقبل الملك وزير الخارجية`.
    let parted = first
        .filter(|_| needs_both && before.is_none() && second.is_none())
        .and_then(|m| parted(view, m));
    let (first, second) = parted.map_or((first, second), |(a, b)| (Some(a), Some(b)));
    // `فجر نفسه`: it was done to nobody else.
    const NEAR: usize = 8;
    let own = |i: usize| view.lexicon.is_self(view.folded(i));
    let itself = (at + 1..limit.min(at + NEAR)).any(own);
    let first = first
        .filter(|m| !own(m.phrase.head))
        .map(|m| before_wanted(view, m, entry));
    let second = second.or_else(|| late_object(view, first?.phrase.end, limit));
    let mut event = EventDraft::new(entry, (at, at + 1));
    event.reading = Some(*reading);
    match (entry.subject, entry.object) {
        (Part::None, _) => {}
        (Part::Recipient, _) => {
            let subject = before.or(first)?;
            if !entry.head.is_empty() && !entry.head.contains(view.stem(subject.phrase.head)) {
                return None;
            }
            event.recipients.push(subject);
        }
        // It takes no object: whoever is named is its subject.
        (Part::Actor, Part::None) => {
            let named = |m: &Mention| !is_wanted(view, *m, entry);
            let behind = first.filter(named);
            let subject = match before.filter(named).or(behind) {
                Some(subject) if Some(subject) != behind || !dropped(view, features, subject) => {
                    Some(subject)
                }
                _ if reading.prefix.conjunction.is_some() => continued(view, at, features),
                _ => None,
            };
            if entry.doers_only && !subject.is_some_and(|s| names_doer(view, s, entry)) {
                return None;
            }
            event.borne = !entry.people || subject.is_some_and(|s| is_crowd(view, s, entry));
            event.actors.extend(subject);
        }
        (Part::Actor, _) if itself => event.actors.extend(before.or(first)),
        (Part::Actor, _) => {
            let told = transitive(view, at, reading, entry, [before, first, second]);
            if entry.passive_only && told.actor.is_some() {
                return None;
            }
            event.actors.extend(told.actor);
            event.recipients.extend(told.recipient);
        }
    }
    if event.actors.is_empty() && entry.subject == Part::Actor {
        event.actors.extend(by(view, at + 1, limit));
    }
    if let Some(recipient) = on(view, at + 1, limit, entry) {
        event.recipients.push(recipient);
    }
    if event.actors.is_empty() {
        event.actors.extend(brought(view, at + 1, limit, entry));
    }
    // `زار الوزير دمشق والتقى نظيره`
    let goes_on = view.words[at].prefix.conjunction.is_some();
    if event.actors.is_empty() && goes_on && entry.needs.contains(&Part::Actor) {
        event.actors.extend(continued(view, at, features));
    }
    stands(view, event)
}

/// The event where its parts are what its entry asks for. What signs weigh need not be borne out.
fn stands<'a>(view: &View<'a>, event: EventDraft<'a>) -> Option<EventDraft<'a>> {
    (event.borne || !event.entry.refers)
        .then_some(event)
        .map(|mut event| {
            event
                .recipients
                .retain(|m| !is_means(view, *m, event.entry));
            event
        })
        .and_then(|event| fit::fitted(view, event))
}

struct Told {
    actor: Option<Mention>,
    recipient: Option<Mention>,
}

/// Who did what to whom, of a verb that takes an object.
fn transitive(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    entry: &EventEntry,
    [before, first, second]: [Option<Mention>; 3],
) -> Told {
    let features = reading.features();
    let told = |actor, recipient| Told { actor, recipient };
    match (before, first, second) {
        // `عسكريين خطفهم مسلحون`
        _ if reading.suffix.is_some() => match first.filter(|m| !is_oblique(view, *m)) {
            Some(_) => told(first, before),
            None => told(before.or_else(|| continued(view, at, features)), None),
        },
        (Some(subject), Some(object), _) => told(Some(subject), Some(object)),
        (None, Some(subject), Some(object)) => told(Some(subject), Some(object)),
        (subject, object, _) if features.voice == Voice::Passive => told(None, subject.or(object)),
        (None, Some(only), None) if dropped(view, features, only) => {
            told(continued(view, at, features), Some(only))
        }
        // `خطف مسلحون`: they are called so for what they do.
        (None, Some(only), None)
            if names_doer(view, only, entry) && (entry.people || !is_counted(view, only)) =>
        {
            told(Some(only), None)
        }
        // Who kills or is killed alone is told by the noun; who shells or attacks does it.
        (None, Some(only), None)
            if entry.number.is_none() && is_nominative(view, only) && !is_counted(view, only) =>
        {
            told(Some(only), None)
        }
        (Some(subject), None, _)
            if entry.number.is_none()
                && (names_doer(view, subject, entry)
                    || view.is(subject.phrase.head, Classes::ORGANISATION)) =>
        {
            told(Some(subject), None)
        }
        // One noun alone had it done to it: the passive is spelt like the active.
        (subject, object, _) => told(None, object.or(subject)),
    }
}

/// The noun behind the verb cannot be its subject, which is dropped then: `وخطفوا تسعة`, `وقتل جنديين`.
fn dropped(view: &View<'_>, verb: Features, noun: Mention) -> bool {
    let first = noun.phrase.start;
    // A number with ة counts men, whom a verb in the feminine does not go with.
    let men = view.words[first].numeral.is_some() && view.tokens.raw(first).ends_with('ة');
    verb.number != Number::Singular
        || is_oblique(view, noun)
        || men && verb.gender == Gender::Feminine
        || !Agreement::of_cue(verb).may_precede(agreement::of_head(view, noun.phrase.head, None))
            && !is_counted(view, noun)
}

/// `مسلحون`, `الحوثيون`
fn is_nominative(view: &View<'_>, mention: Mention) -> bool {
    let folded = view.folded(mention.phrase.head);
    folded.ends_with("ون") && folded.chars().count() > 4
}

fn is_counted(view: &View<'_>, mention: Mention) -> bool {
    (mention.phrase.start..=mention.phrase.head).any(|i| {
        view.words[i].numeral.is_some()
            || view.tokens.kind(i) == Kind::Number
            || view.is(i, Classes::QUANTIFIER)
    })
}

/// The noun is the one that the verb wants and no subject: `أطلقت النار`.
fn is_wanted(view: &View<'_>, mention: Mention, entry: &EventEntry) -> bool {
    (mention.phrase.start..=mention.phrase.head)
        .any(|i| entry.with.contains(view.stem(i)) || entry.with.contains(view.folded(i)))
}

/// A state or a town.
fn is_place(view: &View<'_>, mention: Mention) -> bool {
    let start = mention.phrase.start;
    let named = view.name_at(start).is_some_and(|(hit, name)| {
        let kind = view.lexicon.names[usize::from(name)].kind;
        hit.end == mention.phrase.end && matches!(kind, EntityKind::State | EntityKind::Place)
    });
    named || view.is(start, Classes::LOCALITY.or(Classes::PLACE))
}

/// Many people, or a group of them.
fn is_crowd(view: &View<'_>, mention: Mention, entry: &EventEntry) -> bool {
    let head = mention.phrase.head;
    view.is(
        head,
        Classes::COLLECTIVE
            .or(Classes::PLURAL)
            .or(Classes::QUANTIFIER)
            .or(Classes::AUDIENCE),
    ) || is_counted(view, mention)
        || names_doer(view, mention, entry)
        || view.folded(head).ends_with("ون")
        || view.folded(head).ends_with("ين")
}

pub(super) fn of_noun<'a>(
    view: &View<'a>,
    at: usize,
    end: usize,
    entry: &'a EventEntry,
    reading: Option<CueReading>,
) -> Option<EventDraft<'a>> {
    if !entry.masdar || at > 0 && entry.halts.contains(view.stem(at - 1)) {
        return None;
    }
    let limit = clause_end(view, end);
    let genitive = genitive(view, at, end, limit).filter(|m| !is_wanted(view, *m, entry));
    if !entry.with.is_empty() && wanted(view, end, limit, entry).is_none() {
        return None;
    }
    let mut event = EventDraft::new(entry, (at, end));
    event.reading = reading;
    let on = on(view, end, limit, entry);
    let suffixed = reading.is_some_and(|r| r.suffix.is_some());
    let light = of_light_verb(view, at);
    let led = view.words[at].prefix.preposition == Some('ب');
    let visited = entry.on.iter().any(|p| &**p == "الي")
        && (genitive.is_some_and(|m| is_place(view, m))
            || led && matches!(light, Some((_, Part::Actor, _))));
    let part = if visited || suffixed && entry.refers {
        // `لقاؤه نظيره`, `زيارة بغداد`: the pronoun, or nobody, is whoever does it.
        Part::Recipient
    } else if on.is_some() && entry.genitive == Part::Recipient && entry.noun {
        // قصف الجيش للمدينة: what ل brings in had it done to it.
        Part::Actor
    } else {
        entry.genitive
    };
    match part {
        Part::Actor => event.actors.extend(genitive),
        Part::Recipient => event.recipients.extend(genitive),
        Part::None => {}
    }
    event.recipients.extend(on);
    if event.actors.is_empty() {
        event.actors.extend(
            by(view, end, limit)
                .or_else(|| brought(view, end, limit, entry))
                .or_else(|| nation(view, end, limit)),
        );
    }
    if let Some((_, part, subject)) = light {
        match part {
            Part::Actor if event.actors.is_empty() => event.actors.push(subject),
            Part::Recipient if event.recipients.is_empty() => event.recipients.push(subject),
            _ => {}
        }
    }
    if event.actors.is_empty() && suffixed && entry.refers {
        let floor = view.layout.sentence(at).start;
        event.actors.extend(subject_of_clause(view, at, floor));
    }
    let told = !event.actors.is_empty() || !event.recipients.is_empty();
    let kind = (end..limit.min(end + 3)).any(|i| entry.kinds.contains(view.stem(i)));
    let borne = match entry.alone {
        Alone::Always => true,
        Alone::Kind => kind || told,
        Alone::Never => told,
    };
    event.borne = borne && (told || !view.words[at].prefix.definite && !suffixed);
    stands(view, event)
}

/// A noun that takes no genitive stands right before: `أن شخصا قتل`, `أن جنديين خطفا`, `كان الوزير اغتيل`.
pub(super) fn must_be_verb(view: &View<'_>, at: usize) -> bool {
    let word = &view.words[at];
    if word.prefix.definite || word.prefix.preposition.is_some() {
        return false;
    }
    // No genitive ends so: `خطف مسلحون`.
    let nominative = view.layout.sentence(at).end > at + 1
        && view.is_word(at + 1)
        && view.folded(at + 1).ends_with("ون")
        && view.folded(at + 1).chars().count() > 4
        && view.name_at(at + 1).is_none();
    if nominative {
        return true;
    }
    if at == 0 {
        return false;
    }
    if view.is(
        at - 1,
        Classes::AUXILIARY
            .or(Classes::SUBJECT_PRONOUN)
            .or(Classes::RELATIVE_PRONOUN),
    ) {
        return true;
    }
    word.prefix.conjunction.is_none()
        && opened(view, at).is_some_and(|m| {
            view.is_comma(at - 1)
                || m.phrase.end == at
                    && (is_oblique(view, m) || view.words[m.phrase.end - 1].prefix.definite)
        })
}

#[cfg(test)]
mod tests {
    use crate::record::Participant;
    use crate::report::{Metadata, Report};

    /// What is told of each text, as `trigger: actors > recipients`.
    fn check(cases: &[(&str, &str)]) {
        let names = |parts: &[Participant]| {
            let texts = parts.iter().filter_map(|p| p.mention.as_ref());
            texts
                .map(|m| m.text.as_str())
                .collect::<Vec<_>>()
                .join("، ")
        };
        let mut wrong = Vec::new();
        for (text, expected) in cases {
            let record = crate::read(&Report::new(*text, Metadata::default()));
            let told: Vec<String> = record
                .events
                .iter()
                .map(|e| {
                    let (actors, recipients) = (names(&e.actors), names(&e.recipients));
                    format!("{}: {actors} > {recipients}", e.trigger.text)
                })
                .collect();
            if !told.iter().any(|t| t == expected) {
                wrong.push(format!("{text}\n{told:#?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn verbs_name_who_did_it_to_whom() {
        check(&[
            (
                "خطف مسلحون مجهولون أمس ثلاثة مهندسين في مدينة الواحة.",
                "خطف: مسلحون مجهولون > ثلاثة مهندسين",
            ),
            (
                "قتل نحو 80 شخصا في انفجار سيارة مفخخة وسط مدينة الواحة أمس.",
                "قتل:  > نحو 80 شخصا",
            ),
            (
                "خطف مسلحون يرتدون زي الشرطة خمسة موظفين أمس.",
                "خطف: مسلحون > خمسة موظفين",
            ),
            (
                "قالت الشرطة إن انتحاريا فجر نفسه أمس قرب مقر للشرطة وسط المدينة.",
                "فجر: انتحاريا > مقر",
            ),
            (
                "أعلن الجيش أن قواته قصفت أمس مواقع للمتمردين شمال البلاد.",
                "قصفت: الجيش > مواقع للمتمردين",
            ),
        ]);
    }

    #[test]
    fn words_around_a_noun_name_them() {
        check(&[
            (
                "قام مسلحون أمس بخطف نائب رئيس البلدية من سيارته في المدينة.",
                "بخطف: مسلحون > نائب رئيس البلدية",
            ),
            (
                "أعلنت الشرطة مقتل خمسة جنود أمس في هجوم شنه متمردون.",
                "مقتل: متمردون > خمسة جنود",
            ),
            (
                "أعلنت الشرطة مقتل خمسة جنود أمس على يد مسلحين.",
                "مقتل: مسلحين > خمسة جنود",
            ),
            (
                "ورفع المتظاهرون أمس لافتات أمام مقر البرلمان للمطالبة بإسقاط الحكومة وهتفوا ضدها.",
                "وهتفوا: المتظاهرون > ",
            ),
        ]);
    }
}
