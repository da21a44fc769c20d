//! Takes: a finite verb of saying. Gives: its statement. Relies on: the clause around it: a subject
//! before it (SVO, relative clauses, كان … قد) or after it (VSO), complements after, or, where it
//! stands behind its content, the quotation or clause before it.

use super::boundary;
use super::complements::{self, Complements, Opened, Wanted};
use super::content;
use super::draft::{self, Draft, Piece, Subject};
use super::occasion;
use super::scope::{self, Covered};
use super::subject::{self, Before};
use super::{slots, source};
use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::conjugator::{FormKind, Gender, Number, Person, Voice};
use crate::language::arabic::noun_phrase::{self, Want};
use crate::language::arabic::words::{CueReading, Suffix};
use crate::lexicon::{Classes, CueEntry, Introducer, Meaning, Role, Slot, Speaker};
use crate::record::Form;
use crate::text::token::Kind;
use crate::view::View;

pub(super) fn read(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    before: &[Draft],
) -> Option<(u32, Draft)> {
    let entry = &view.lexicon.entries[usize::from(reading.form.entry)];
    if !may_be_verb(view, at, reading) {
        return None;
    }
    let features = reading.features();
    let impersonal = impersonal(view, at, reading, entry);
    // `أعتقد أن`: a speaker's own words are told with his saying, and the narrator says no "we".
    if features.person != Person::Third {
        return None;
    }
    // In `النقاط التي وصفها` what the relative pronoun goes back to is the object.
    let object_before = reading.suffix.is_some_and(|s| {
        at > 0
            && matches!(
                (view.folded(at - 1), s.0),
                ("الذي" | "ما", "ه") | ("التي", "ها") | ("الذين", "هم")
            )
    });
    let purpose = reading.prefix.preposition.is_some();
    let before_verb = if purpose {
        // `ليدعو`: the subject is that of the main verb.
        Before::Pronoun
    } else if !impersonal && !object_before {
        subject::before(view, at, features)
    } else {
        Before::Nothing
    };
    let fronted = before_verb.mention();
    let led = !matches!(before_verb, Before::Nothing);
    let sentence = view.layout.sentence(at);
    let limit = view
        .quotation(at)
        .map_or(sentence.end, |q| q.close)
        .max(at + 1);
    let frames = if reading.suffix.is_some() {
        &entry.suffix_frames
    } else {
        &entry.frames
    };
    let wanted = Wanted {
        frames,
        // `طالبوا الحكومة بكذا`: before its subject a verb is singular (أعلنّ is spelt like أعلن).
        source: ((features.number == Number::Singular || features.gender == Gender::Feminine)
            && matches!(before_verb, Before::Nothing)
            && !impersonal)
            .then(|| Agreement::of_cue(features)),
        suffix: reading.suffix.is_some(),
        strict: impersonal,
        dropped: reading.prefix.conjunction.is_some() || goes_on_with_subject(view, at),
        limit,
    };
    let mut fronted = fronted;
    let own = complements_of(view, at, wanted).or_else(|| {
        // `تحت هذا العنوان تقول الصحيفة إن`: what stood before it was no subject after all.
        let found = complements::read(
            view,
            at + 1,
            Wanted {
                source: Some(Agreement::of_cue(features)),
                ..wanted
            },
        )
        .filter(|f| fronted.is_some() && f.source.is_some())?;
        fronted = None;
        Some(found)
    });
    // A frame with the suffix as its object says more than what the suffix goes back to.
    let own = own.or_else(|| {
        let found = relative_object(view, at, reading, entry)?;
        fronted = None;
        Some(found)
    });
    // `حسبما أعلن`: what it says stands before it. With كما it may have a complement of its own: it says
    // that as well.
    let as_word =
        scope::as_word(view, at).filter(|&i| i > sentence.start && !reading.prefix.future);
    let rejoined = reading
        .suffix
        .is_some()
        .then(|| rejoined(view, at))
        .flatten();
    let (rule, found) = match own {
        Some(found) if as_word.is_none_or(|i| says_as_well(view, i, &found)) => ("verb", found),
        _ => (
            "verb_after_content",
            inverted(view, at, entry, rejoined, fronted.is_some(), before)?,
        ),
    };
    // جاء and ورد say something only of what a document says.
    let of_documents =
        entry.frames.iter().flat_map(|f| &f.slots).any(|s| {
            s.role == Role::Source && s.introducer == Introducer::Preposition("في".into())
        });
    if of_documents && !matches!(found.by, Some(Opened::Clause | Opened::Quotation)) {
        return None;
    }
    if found.by == Some(Opened::Object) && doubtful_object(view, at, reading, &found, led) {
        return None;
    }
    // `دعت الحاجة إلى`, `تبلغ الديون مليونا بزيادة`: without words of his, only somebody says something.
    if matches!(found.by, Some(Opened::Object | Opened::Preposition))
        && found.source.is_some_and(|m| source::is_mute(view, m))
    {
        return None;
    }
    let source = fronted.or(found.source);
    if entry.speaker == Speaker::Needed {
        // `وكشف أن` goes on with the speaker before; `صورة تكشف أن`, `كشفت المشاهد` say nothing.
        let speaks = match source {
            Some(m) => source::can_speak(view, m) && !view.is(m.phrase.head, Classes::NORM),
            None => reading.prefix.conjunction.is_some() || goes_on_with_subject(view, at),
        };
        if !speaks {
            return None;
        }
    }
    let subject = if source.is_some() {
        Subject::Named
    } else if impersonal {
        Subject::Nobody
    } else {
        Subject::Dropped(Agreement::of_cue(features))
    };
    let source = source.or_else(|| {
        let points_back = of_documents && view.is(at + 1, Classes::PREPOSITION_SUFFIXED);
        points_back
            .then(|| subject::document_before(view, at, sentence.start))
            .flatten()
    });
    let subject = if source.is_some() {
        Subject::Named
    } else {
        subject
    };
    let first = interrupted(view, at, &found, before);
    let content = first.into_iter().chain(found.content).collect();
    let mut addressees = found.addressees;
    if addressees.is_empty() {
        let floor = view.quotation(at).map_or(sentence.start, |q| q.open + 1);
        addressees.extend(occasion::fronted(view, at, floor));
    }
    let certainty = match found.by {
        Some(Opened::Clause) => 4,
        Some(Opened::Quotation) => 3,
        Some(Opened::Preposition) => 2,
        _ => 1,
    };
    let voice = if features.voice == Voice::Active {
        1
    } else {
        0
    };
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
        content,
        topic: found.topic,
        form: Form::Indirect,
        negated: negated(view, at),
        dependent: false,
        wraps: found.wraps,
        relays: found.relays,
        parent: None,
        rule,
    };
    Some((certainty * 2 + voice + u32::from(source.is_some()), draft))
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

/// Could the word be a verb here, or does what stands before it make it a noun?
fn may_be_verb(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    let word = &view.words[at];
    // `ردا على`, `مضى يقول`: part of a fixed phrase, or no more than an auxiliary.
    if view
        .run_of(at, Classes::OPENER.or(Classes::TURN))
        .is_some_and(|end| end > at + 1)
        || word.classes.any(Classes::AUXILIARY) && noun_phrase::is_finite_cue(view, at + 1)
    {
        return false;
    }
    let raw = view.tokens.raw(at);
    if raw.ends_with("اً") || raw.ends_with("ًا") {
        return false;
    }
    if inside_fixed_words(view, at)
        || only_supposed(view, at, reading)
        || noun_in_disguise(view, at, reading)
    {
        return false;
    }
    if word.classes.any(
        Classes::TITLE
            .or(Classes::HEAD)
            .or(Classes::PREPOSITION)
            .or(Classes::GIVEN_NAME)
            .or(Classes::AUXILIARY)
            .or(Classes::QUALITY)
            .or(Classes::NATIONALITY)
            .or(Classes::TIME),
    ) && !reading.prefix.future
    {
        let noun = word.classes.any(
            Classes::TITLE
                .or(Classes::HEAD)
                .or(Classes::GIVEN_NAME)
                .or(Classes::QUALITY)
                .or(Classes::NATIONALITY)
                .or(Classes::TIME),
        );
        // بيّن is a verb at the head of a clause with أن behind it; بين is a preposition elsewhere.
        let led = at > 0
            && matches!(
                view.folded(at - 1),
                "قد" | "وقد" | "الذي" | "التي" | "الذين"
            );
        if noun && !led && !slot_soon(view, at, reading)
            || !noun
                && !view.is(at + 1, Classes::COMPLEMENTISER)
                && !view.is_mark(at + 1, &[':'])
                && !clause_soon(view, at + 1)
                && !slot_soon(view, at, reading)
        {
            return false;
        }
    }
    let ambiguous = word
        .cues
        .iter()
        .any(|c| c.kind() == FormKind::Masdar && c.suffix == reading.suffix);
    if at == 0 || !ambiguous {
        return !(at > 0
            && noun_phrase::is_preposition_word(view, at - 1)
            && view.words[at].prefix.conjunction.is_none()
            && !view.is(
                at - 1,
                Classes::RELATIVE
                    .or(Classes::OPENER)
                    .or(Classes::CONJUNCTION),
            ));
    }
    // أمر، طلب، رفض، ذكر: verb or noun by the word before.
    if reading.prefix.preposition.is_some() {
        return false;
    }
    let previous = at - 1;
    let head_of_clause = reading.prefix.conjunction.is_some()
        || view.is_comma(previous)
        || view.tokens.kind(previous) == Kind::Break
        || view.is_mark(previous, &['.', ':', '؟', '!', ')', '-'])
        || view.is(
            previous,
            Classes::AUXILIARY
                .or(Classes::NEGATION)
                .or(Classes::CONNECTOR)
                .or(Classes::TURN)
                .or(Classes::COMPLEMENTISER)
                .or(Classes::SUBJECT_PRONOUN)
                .or(Classes::ADVERSATIVE)
                .or(Classes::RELATIVE_PRONOUN)
                .or(Classes::TIME),
        );
    head_of_clause
        || subject::before(view, at, reading.features())
            .mention()
            .is_some()
}

/// Part of a run of words that means something else as a whole: `أي وقت مضى`, `لم تعد`.
pub(super) fn inside_fixed_words(view: &View<'_>, at: usize) -> bool {
    run_over(view, at, Classes::IDIOM).is_some()
}

/// The end of a fixed run of these classes that begins before or at token `at` and reaches over it.
fn run_over(view: &View<'_>, at: usize, classes: Classes) -> Option<usize> {
    const LONGEST: usize = 3;
    (at.saturating_sub(LONGEST)..=at).find_map(|start| {
        view.hits_at(start)
            .find(|h| h.end > at && matches!(h.meaning, Meaning::Class(c) if c.any(classes)))
            .map(|h| h.end)
    })
}

/// `يجب أن يتعهد`, `إذا أصرت`, `لن تقبل`: what somebody may say or shall say is not said. `دون أن يذكر`
/// tells what he left unsaid.
pub(super) fn only_supposed(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    let Some(previous) = at.checked_sub(1) else {
        return false;
    };
    // و, right behind الذي, is the first letter of the verb.
    if reading.prefix.conjunction.is_some() {
        return view.is(previous, Classes::RELATIVE_PRONOUN);
    }
    let condition = view.is(previous, Classes::CONDITION)
        || run_over(view, previous, Classes::CONDITION) == Some(at);
    if condition || view.is(previous, Classes::MODAL) {
        return true;
    }
    let wished = matches!(view.folded(previous), "ان" | "لن" | "ولن" | "الا")
        && reading.kind() != FormKind::Perfect
        && !reading.prefix.future;
    let left_unsaid = previous > 0 && view.is(previous - 1, Classes::WITHOUT);
    wished && !left_unsaid
}

/// `ثمنا`, `قدرتنا`: an accusative or an owner's pronoun that looks like the end of a verb.
fn noun_in_disguise(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    let features = reading.features();
    let stem = view.stem_of(at, reading.prefix);
    let noun = |stem: &str| {
        view.lexicon
            .word(stem)
            .is_some_and(|i| i.classes.any(Classes::NOUN) && !i.classes.any(Classes::VERB))
    };
    let dual = features.kind == FormKind::Perfect && features.number == Number::Dual;
    if dual && let Some(bare) = stem.strip_suffix('ا') {
        let masdar = view.words[at]
            .cues
            .iter()
            .any(|c| c.kind() == FormKind::Masdar);
        return masdar || noun(bare);
    }
    match reading.suffix {
        Some(Suffix("نا" | "ي")) => stem
            .strip_suffix(reading.suffix.map_or("", |s| s.0))
            .and_then(|s| s.strip_suffix('ت'))
            .is_some_and(|s| noun(&format!("{s}ه"))),
        _ => false,
    }
}

/// `عبّر الوزير عن`: at the head of its clause, with the preposition of its frame behind a short subject.
fn slot_soon(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    let entry = &view.lexicon.entries[usize::from(reading.form.entry)];
    heads_clause(view, at)
        && (at + 2..at + 12).take_while(|&i| view.is_word(i) || view.is_comma(i)).any(|i| {
            entry.frames.iter().flat_map(|f| &f.slots).any(|s| s.role == Role::Content && matches!(&s.introducer, Introducer::Preposition(p) if slots::introduces(view, i, p)))
        })
}

fn clause_soon(view: &View<'_>, from: usize) -> bool {
    (from..from + 8)
        .take_while(|&i| !view.is_comma(i) && !view.is_mark(i, &['.']))
        .any(|i| view.is(i, Classes::COMPLEMENTISER))
}

/// `يُذكر أن`, `ويتوقع أن`: the third person with nobody meant.
fn impersonal(view: &View<'_>, at: usize, reading: &CueReading, entry: &CueEntry) -> bool {
    let features = reading.features();
    if !entry.passive || reading.suffix.is_some() {
        return false;
    }
    if features.kind == FormKind::Perfect
        && features.voice == Voice::Passive
        && features.person == Person::Third
    {
        // قيل, where the passive is spelt apart from the active.
        let same = view.words[at].cues.iter().any(|c| {
            c.form.entry == reading.form.entry
                && c.features().voice == Voice::Active
                && c.is_finite()
        });
        return !same;
    }
    let masculine = features.kind == FormKind::Imperfect
        && features.person == Person::Third
        && view
            .folded(at)
            .trim_start_matches(['و', 'ف', 'ك', 'س'])
            .starts_with('ي');
    let opens_right_here = entry.frames.iter().flat_map(|f| &f.slots).any(|s| {
        s.role == Role::Content
            && match &s.introducer {
                Introducer::Clause => view.is(at + 1, Classes::COMPLEMENTISER),
                Introducer::Preposition(p) => {
                    slots::introduces(view, at + 1, p) && view.is(at + 2, Classes::COMPLEMENTISER)
                }
                _ => false,
            }
    });
    masculine && opens_right_here && heads_clause(view, at) && features.number == Number::Singular
}

/// `قرار الهدنة الذي أعلنته الحكومة`, `مقترح عرضه الوسطاء`: the noun before the clause is what is said,
/// the subject behind the verb says it.
fn relative_object(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    entry: &CueEntry,
) -> Option<Complements> {
    // `يطالب بها الدائنون`: the pronoun may stand with the verb's preposition.
    let resumed = view.is(at + 1, Classes::PREPOSITION_SUFFIXED);
    let stands_for = |slot: &Slot| match &slot.introducer {
        Introducer::Object => reading.suffix.is_some(),
        Introducer::Preposition(p) => {
            reading.suffix.is_none() && resumed && view.folded(at + 1).starts_with(&**p)
        }
        _ => false,
    };
    let takes = entry
        .frames
        .iter()
        .flat_map(|f| &f.slots)
        .any(|s| s.role == Role::Content && s.must.is_none() && stands_for(s));
    if !takes || reading.prefix.conjunction.is_some() {
        return None;
    }
    let behind = at + 1 + usize::from(reading.suffix.is_none());
    let sentence = view.layout.sentence(at);
    let floor = view.quotation(at).map_or(sentence.start, |q| q.open + 1);
    let mut end = at;
    while end > floor && view.is(end - 1, Classes::AUXILIARY) {
        end -= 1;
    }
    if end <= floor || !view.is(end - 1, Classes::RELATIVE_PRONOUN) {
        return None;
    }
    let source = complements::mention(view, behind, 0, sentence.end, Want::Source, &[])
        .filter(|&m| source::can_speak(view, m))?;
    let noun = subject::antecedent(view, end - 1, floor)?;
    let piece = content::piece(view, noun.phrase.start, 0, noun.phrase.end)?;
    Some(Complements {
        source: Some(source),
        content: vec![Piece {
            span: noun.span,
            ..piece
        }],
        by: Some(Opened::Object),
        content_start: piece.start,
        ..Complements::default()
    })
}

/// A verb whose subject stands before it, or goes on from the clause before: `لكنه لم يذكر`.
fn goes_on_with_subject(view: &View<'_>, at: usize) -> bool {
    at > 0
        && (view.is_comma(at - 1)
            || view.is(
                at - 1,
                Classes::NEGATION
                    .or(Classes::AUXILIARY)
                    .or(Classes::CONNECTOR)
                    .or(Classes::COMPLEMENTISER)
                    .or(Classes::RELATIVE),
            ))
}

fn heads_clause(view: &View<'_>, at: usize) -> bool {
    at == 0
        || matches!(view.tokens.kind(at - 1), Kind::Break | Kind::Mark(_))
        || view.is(at - 1, Classes::CONNECTOR.or(Classes::NEGATION))
}

/// The negation right before a verb.
pub(super) fn negated(view: &View<'_>, at: usize) -> bool {
    at > 0
        && view.is(at - 1, Classes::NEGATION)
        && matches!(
            view.folded(at - 1).trim_start_matches(['و', 'ف']),
            // ما before a verb of saying is "what": ما قاله.
            "لم" | "لن" | "لا" | "ليس" | "ليست"
        )
}

/// `«…»، قال الوزير، «…»`: the first piece of a quotation that the saying stands in the middle of.
fn interrupted(view: &View<'_>, at: usize, found: &Complements, before: &[Draft]) -> Option<Piece> {
    let goes_on = found.by == Some(Opened::Quotation)
        && found.content.first().is_some_and(|p| p.start > at)
        && at > view.layout.sentence(at).start
        && view.words[at].prefix.conjunction.is_none()
        && view.is_comma(at - 1);
    if !goes_on {
        return None;
    }
    scope::quotation_before(view, at)
        .filter(|piece| !draft::recent(before).any(|d| d.holds(piece.span)))
}

/// `كما أعلن الوزير رفضه`, not `كما أعلن الوزير`.
fn says_as_well(view: &View<'_>, as_word: usize, found: &Complements) -> bool {
    view.folded(as_word).ends_with("كما")
        && match found.by {
            Some(Opened::Object) => found.content.iter().any(|p| {
                p.end > p.start + 1
                    && (found.source.is_some()
                        || !boundary::speaks(view, p.start)
                            && !view.is(p.start, Classes::QUANTIFIER))
            }),
            by => by.is_some(),
        }
}

/// Content before its verb: `«…»، قال فلان`, `… كما أعلن فلان`.
fn inverted(
    view: &View<'_>,
    at: usize,
    entry: &CueEntry,
    rejoined: Option<usize>,
    has_subject: bool,
    before: &[Draft],
) -> Option<Complements> {
    let speaks = entry
        .frames
        .iter()
        .flat_map(|f| &f.slots)
        .any(|s| matches!(s.introducer, Introducer::Clause | Introducer::Quotation));
    if !speaks || at < 2 {
        return None;
    }
    let sentence = view.layout.sentence(at);
    let mut found = Complements {
        by: Some(Opened::Quotation),
        ..Complements::default()
    };
    let phrase = scope::as_word(view, at)
        .or(rejoined)
        .filter(|&phrase| phrase > sentence.start);
    match phrase {
        Some(phrase) => match scope::before(view, phrase, before)? {
            Covered::Saying(cue) => found.wraps = Some(cue),
            Covered::Clause(piece) => found.content.push(piece),
        },
        None => {
            let paused = at > sentence.start
                && (view.is_comma(at - 1) || view.is_mark(at - 1, &['"', '”', '»', '“']));
            // `«…» وقال فلان`: another saying begins.
            if !paused || view.words[at].prefix.conjunction.is_some() {
                return None;
            }
            found.content.push(scope::quotation_before(view, at)?);
        }
    }
    if !has_subject {
        let source = complements::mention(view, at + 1, 0, sentence.end, Want::Source, &[])?;
        found.source = Some(source);
        found.addressees.extend(occasion::told_to(
            view,
            source.phrase.end,
            sentence.end,
            &entry.frames,
        ));
    }
    Some(found)
}

/// `، وهو ما ترفضه الإدارة`: the clause before it is what the pronoun stands for.
fn rejoined(view: &View<'_>, at: usize) -> Option<usize> {
    let which = at.checked_sub(2)?;
    let what = view.is(at - 1, Classes::RELATIVE) && !view.is(at - 1, Classes::RELATIVE_PRONOUN);
    let pronoun = view.is(
        which,
        Classes::SUBJECT_PRONOUN
            .or(Classes::PRONOUN)
            .or(Classes::CONNECTOR),
    );
    (what && pronoun && view.is_comma(which.checked_sub(1)?)).then_some(which)
}

/// An object taken as content where the verb is hardly one of saying here.
fn doubtful_object(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    found: &Complements,
    led: bool,
) -> bool {
    let Some(piece) = found.content.first() else {
        return true;
    };
    // A pronoun or a particle is no content.
    if piece.end - piece.start <= 1
        && view.is(
            piece.start,
            Classes::PRONOUN
                .or(Classes::PREPOSITION_SUFFIXED)
                .or(Classes::TIME),
        )
    {
        return true;
    }
    // An ambiguous word with neither source nor conjunction is a noun more often than a verb.
    let ambiguous = view.words[at]
        .cues
        .iter()
        .any(|c| !c.is_finite() && c.suffix == reading.suffix);
    ambiguous && found.source.is_none() && !led && reading.prefix.conjunction.is_none()
}
