//! Takes: a finite verb of saying. Gives: its statement. Relies on: the clause around it: a subject
//! before it (SVO, relative clauses, كان … قد) or after it (VSO), complements after, or, where it
//! stands behind its content, the quotation or clause before it.

mod bare;
mod inversion;
mod sense;
mod verb;

use super::complements::{self, Complements, Opened, Wanted};
use super::draft::{Draft, Mention, Subject};
use super::subject::{self, Before};
use super::{occasion, scope, source};
use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::conjugator::{Features, FormKind, Gender, Number, Person, Voice};
use crate::language::arabic::noun_phrase::{self, Want};
use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::CueReading;
use crate::lexicon::{Classes, CueEntry, Introducer, Role, Speaker};
use crate::record::{Act, Form, Stance};
use crate::view::View;

pub(super) use verb::inside_fixed_words;

pub(super) fn read(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    before: &[Draft],
) -> Option<(u32, Draft)> {
    let features = reading.features();
    // `أعتقد أن`: a speaker's own words are told with his saying, and the narrator says no "we".
    if features.person != Person::Third || !verb::may_be_verb(view, at, reading) {
        return None;
    }
    let entry = &view.lexicon.entries[usize::from(reading.form.entry)];
    let verb = Verb {
        view,
        at,
        reading,
        features,
        entry,
        impersonal: sense::impersonal(view, at, reading, entry),
    };
    let lead = verb.lead();
    let clause = verb.clause(lead, before)?;
    if !verb.is_said(&clause, lead) {
        return None;
    }
    Some(verb.draft(clause, before))
}

/// A finite verb and one reading of it.
struct Verb<'v, 'a> {
    view: &'v View<'a>,
    at: usize,
    reading: &'v CueReading,
    features: Features,
    entry: &'v CueEntry,
    /// With nobody meant: `يُذكر أن`.
    impersonal: bool,
}

/// What was found around a verb.
struct Clause {
    rule: &'static str,
    source: Option<Mention>,
    found: Complements,
}

impl Verb<'_, '_> {
    /// What leads to the verb: its subject, where that stands before it.
    fn lead(&self) -> Before {
        let (view, at) = (self.view, self.at);
        // In `النقاط التي وصفها` what the relative pronoun goes back to is the object.
        let object_before = self.reading.suffix.is_some_and(|s| {
            at > 0
                && matches!(
                    (view.folded(at - 1), s.0),
                    ("الذي" | "ما", "ه") | ("التي", "ها") | ("الذين", "هم")
                )
        });
        if self.reading.prefix.preposition.is_some() {
            // `ليدعو`: the subject is that of the main verb.
            Before::Pronoun
        } else if self.impersonal || object_before {
            Before::Nothing
        } else {
            subject::before(view, at, self.features)
        }
    }

    fn wanted(&self, lead: Before) -> Wanted<'_> {
        let (view, at) = (self.view, self.at);
        let Verb {
            features, reading, ..
        } = *self;
        let limit = view
            .quotation(at)
            .map_or(view.layout.sentence(at).end, |q| q.close)
            .max(at + 1);
        let suffix = reading.suffix.is_some();
        Wanted {
            frames: if suffix {
                &self.entry.suffix_frames
            } else {
                &self.entry.frames
            },
            // `طالبوا الحكومة بكذا`: before its subject a verb is singular (أعلنّ is spelt like أعلن).
            source: ((features.number == Number::Singular || features.gender == Gender::Feminine)
                && matches!(lead, Before::Nothing)
                && !self.impersonal)
                .then(|| Agreement::of_cue(features)),
            suffix,
            strict: self.impersonal,
            recalled: self.recalled(),
            dropped: self.goes_on(),
            limit,
        }
    }

    /// `يُذكر أن`: the narrator reminds of something; what is only said to be so (`يقال إن`) is hearsay.
    fn recalled(&self) -> bool {
        self.impersonal
            && self.features.kind == FormKind::Imperfect
            && self.entry.act == Act::Inform
            && self.entry.passive_stance == Stance::Neutral
            && verb::heads_clause(self.view, self.at)
    }

    /// The subject may be dropped: it is that of the clause before.
    fn goes_on(&self) -> bool {
        self.reading.prefix.conjunction.is_some() || verb::goes_on_with_subject(self.view, self.at)
    }

    /// The source and what is said: behind the verb or, failing that, before it.
    fn clause(&self, lead: Before, before: &[Draft]) -> Option<Clause> {
        let (view, at) = (self.view, self.at);
        let (reading, entry) = (self.reading, self.entry);
        let mut fronted = lead.mention();
        let wanted = self.wanted(lead);
        let own = complements_of(view, at, wanted).or_else(|| {
            // `تحت هذا العنوان تقول الصحيفة إن`: what stood before it was no subject after all.
            let wanted = Wanted {
                source: Some(Agreement::of_cue(self.features)),
                ..wanted
            };
            let found = complements::read(view, at + 1, wanted)
                .filter(|f| fronted.is_some() && f.source.is_some())?;
            fronted = None;
            Some(found)
        });
        // A frame with the suffix as its object says more than what the suffix goes back to.
        let own = own.or_else(|| {
            let found = inversion::relative_object(view, at, reading, entry)?;
            fronted = None;
            Some(found)
        });
        let own = own.or_else(|| {
            let led = fronted.is_some() || self.features.voice == Voice::Passive;
            bare::words(view, at, entry, wanted, led)
        });
        // `حسبما أعلن`: what it says stands before it. With كما it may have a complement of its own: it
        // says that as well.
        let as_word = scope::as_word(view, at)
            .filter(|&i| i > view.layout.sentence(at).start && !reading.prefix.future);
        let (rule, found) = match own {
            Some(found) if as_word.is_none_or(|i| inversion::says_as_well(view, i, &found)) => {
                ("verb", found)
            }
            _ => (
                "verb_after_content",
                inversion::inverted(view, at, reading, fronted.is_some(), before)?,
            ),
        };
        Some(Clause {
            rule,
            source: fronted.or(found.source),
            found,
        })
    }

    /// جاء and ورد say something only of what a document says.
    fn of_documents(&self) -> bool {
        self.entry
            .frames
            .iter()
            .flat_map(|f| &f.slots)
            .any(|s| s.role == Role::Source && s.introducer == Introducer::Preposition("في".into()))
    }

    /// Its object can be whom it tells something.
    fn tells_somebody(&self) -> bool {
        let mut slots = self.entry.frames.iter().flat_map(|f| &f.slots);
        slots.any(|s| s.introducer == Introducer::Object && s.role == Role::Addressee)
    }

    /// Behind ما and مما, without a pronoun that goes back to what was said.
    fn shown_by_something(&self) -> bool {
        let at = self.at;
        at > 0
            && self.reading.suffix.is_none()
            && self.features.kind == FormKind::Imperfect
            && self.features.voice == Voice::Active
            && self.view.is(at - 1, Classes::RELATIVE)
            && !self.view.is(at - 1, Classes::RELATIVE_PRONOUN)
    }

    /// The verb means that something is said here, and there is somebody who says it.
    fn is_said(&self, clause: &Clause, lead: Before) -> bool {
        let view = self.view;
        let Clause { source, found, .. } = clause;
        let words = matches!(found.by, Some(Opened::Clause | Opened::Quotation));
        if self.of_documents() && !words || matches!(lead, Before::Thing) {
            return false;
        }
        // `ثمن الانقسامات`, `وسلاح الحي`: spelt like the verb, and no verb in its sentence.
        let speaks = source.is_some_and(|m| source::can_speak(view, m));
        if !words
            && view.tag(self.at) != Tag::Verb
            && !speaks
            && (source.is_some() || self.reading.prefix.conjunction.is_none())
        {
            return false;
        }
        let led = !matches!(lead, Before::Nothing);
        if found.by == Some(Opened::Object)
            && sense::doubtful_object(view, self.at, self.reading, found, led)
        {
            return false;
        }
        if !words && sense::unrealised(view, self.at, self.reading, self.entry, source.is_some()) {
            return false;
        }
        let behind = found.source.map_or(self.at + 1, |m| m.phrase.end);
        // Nobody is there before it at the head of a sentence: what follows is held to be something.
        let behind = match found.source {
            None if !words && self.at == view.layout.sentence(self.at).start => noun_phrase::parse(
                view,
                behind,
                view.layout.sentence(self.at).end,
                Want::Inner,
                &[],
            )
            .map_or(behind, |p| p.end),
            _ => behind,
        };
        if !words && sense::is_held(view, self.at, behind) {
            return false;
        }
        if found.by == Some(Opened::Preposition)
            && sense::has_other_object(view, behind, found.content_start, self.entry)
        {
            return false;
        }
        if sense::keeps_identity(view, self.at) {
            return false;
        }
        // `مصادر لم تذكرها بالاسم أن`: the pronoun is not whom anything was told.
        if verb::negated(view, self.at) && self.reading.suffix.is_some() && !self.tells_somebody() {
            return false;
        }
        // `ما يبرر القرار`, `مما يثبت ذلك`: something shows it, nobody says it.
        if !words && source.is_none() && self.shown_by_something() {
            return false;
        }
        if found.by == Some(Opened::Object)
            && self.entry.act == Act::Opine
            && self.reading.suffix.is_none()
            && source.is_some_and(|m| !source::can_speak(view, m))
        {
            return false;
        }
        // `دعت الحاجة إلى`, `تبلغ الديون مليونا بزيادة`: without words of his, only somebody says something.
        if found.by.is_some() && !words && found.source.is_some_and(|m| source::is_mute(view, m)) {
            return false;
        }
        // `وكشف أن` goes on with the speaker before; `صورة تكشف أن`, `كشفت المشاهد` say nothing.
        self.entry.speaker != Speaker::Needed
            || match *source {
                Some(m) => source::can_speak(view, m) && !view.is(m.phrase.head, Classes::NORM),
                None => self.goes_on(),
            }
    }

    fn draft(&self, clause: Clause, before: &[Draft]) -> (u32, Draft) {
        let (view, at, entry) = (self.view, self.at, self.entry);
        let sentence = view.layout.sentence(at);
        let Clause {
            rule,
            source,
            found,
        } = clause;
        let source = source.or_else(|| {
            let points_back = self.of_documents() && view.is(at + 1, Classes::PREPOSITION_SUFFIXED);
            points_back
                .then(|| subject::document_before(view, at, sentence.start))
                .flatten()
        });
        let subject = if source.is_some() {
            Subject::Named
        } else if self.impersonal {
            Subject::Nobody
        } else {
            Subject::Dropped(Agreement::of_cue(self.features))
        };
        let active = self.features.voice == Voice::Active;
        let score = certainty(found.by) * 2 + u32::from(active) + u32::from(source.is_some());
        let first = inversion::interrupted(view, at, &found, before);
        let mut addressees = found.addressees;
        if addressees.is_empty() {
            let floor = view.quotation(at).map_or(sentence.start, |q| q.open + 1);
            addressees.extend(
                occasion::fronted(view, at, floor)
                    .or_else(|| occasion::talked_to(view, at + 1, found.content_start)),
            );
        }
        // `وجه انتقادات`: what the noun of saying does is done.
        let told = found.saying.map_or(entry, |i| &view.lexicon.entries[i]);
        let draft = Draft {
            cue: (at, at + 1),
            cue_span: Some(view.tokens.span(at)),
            lemma: entry.lemma.clone(),
            act: told.act,
            stance: if subject == Subject::Nobody {
                told.passive_stance
            } else {
                told.stance
            },
            channel: told.channel,
            source,
            subject,
            addressees,
            content: first.into_iter().chain(found.content).collect(),
            topic: found.topic,
            form: Form::Indirect,
            negated: verb::negated(view, at),
            dependent: false,
            wraps: found.wraps,
            relays: found.relays,
            parent: None,
            rule,
        };
        (score, draft)
    }
}

/// How surely a verb says something, by what opened its content.
fn certainty(by: Option<Opened>) -> u32 {
    match by {
        Some(Opened::Clause) => 4,
        Some(Opened::Quotation) => 3,
        Some(Opened::Preposition) => 2,
        _ => 1,
    }
}

/// What follows the verb; words that nobody speaks by are no subject but an adverb or an object.
fn complements_of(view: &View<'_>, at: usize, wanted: Wanted<'_>) -> Option<Complements> {
    let found = complements::read(view, at + 1, wanted)?;
    let clause = matches!(found.by, Some(Opened::Clause | Opened::Quotation));
    match found.source {
        Some(mention) if source::is_no_speaker(view, mention, clause) => {
            let wanted = Wanted {
                source: None,
                ..wanted
            };
            complements::read(view, at + 1, wanted).or(Some(found))
        }
        _ => Some(found),
    }
}
