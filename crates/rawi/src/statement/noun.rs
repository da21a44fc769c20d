//! Takes: a noun of saying. Gives: its statement. Relies on its source in the genitive, as its owner's
//! pronoun, behind من, or in the clause that says who carried it out (`تصريحات أطلقها الوزير`), and on a
//! complement of its frames right behind; without one it is a thing of the narrator's.

use super::complements::{self, Opened, Wanted};
use super::draft::{Draft, Mention, Subject};
use super::subject;
use super::{finite, slots, source};
use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{self, NounPhrase, Want};
use crate::language::arabic::tagger::Tag;
use crate::language::arabic::words::CueReading;
use crate::lexicon::{Classes, CueEntry, Frame, Introducer, Must, Role};
use crate::record::{Act, Form};
use crate::view::View;

/// `دعوته إلى`, `اتهام الوزير بأن`, `قوله إن`, `إعلان هدنة`, `نفي الوزارة وجود خلاف`.
pub(super) fn read(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    before: &[Draft],
) -> Option<(u32, Draft)> {
    let entry = &view.lexicon.entries[usize::from(reading.form.entry)];
    let frames = entry.frames_of(FormKind::Masdar);
    if frames.is_empty()
        || view.is(at, Classes::TITLE.or(Classes::GIVEN_NAME))
        || finite::inside_fixed_words(view, at)
        || view.is(at, Classes::IDIOM)
        || at > 0 && view.is(at - 1, Classes::MODAL.or(Classes::RELATIVE_PRONOUN))
        || is_participle(view, at, reading)
    {
        return None;
    }
    // The noun that a verb of saying takes as its object is part of that saying.
    let taken = before.last().is_some_and(|d| {
        d.wraps.is_none()
            && d.content.first().is_some_and(|p| {
                // `وصف الوزير هذه المزاعم بأنها كاذبة`
                p.start == at
                    || p.start == at + 1 && d.cue.1 <= at
                    || p.start + 1 == at && view.is(p.start, Classes::DEMONSTRATIVE)
            })
    });
    if taken && reading.suffix.is_some() {
        return None;
    }
    // `…، وفق تقارير المنظمة، بمقتل …`: a source of what stands before it.
    if before.last().is_some_and(|d| {
        let behind = d.wraps.is_some() || d.content.first().is_some_and(|p| p.end <= d.cue.0);
        let named = d
            .source
            .is_some_and(|m| m.phrase.start <= at && at < m.phrase.end);
        behind && named
    }) {
        return None;
    }
    let limit = view
        .quotation(at)
        .map_or(view.layout.sentence(at).end, |q| q.close);
    let by = said_by(view, at, reading, entry, limit)?;
    // `أكدت نفي باريس وجود خلاف` is on another's word.
    if taken && by.source.is_none() {
        return None;
    }
    let wanted = Wanted {
        frames,
        source: None,
        suffix: false,
        strict: true,
        recalled: false,
        dropped: false,
        limit,
    };
    let found = complements::read(view, by.next, wanted)?;
    if !by.told && reading.suffix.is_none() && stands_apart(view, at, found.content_start) {
        return None;
    }
    let source = by.source.or(found.source);
    let purpose = is_purpose(view, at, reading, entry);
    let known = source.is_some() || reading.suffix.is_some() || purpose || by.told;
    match found.by {
        // Without a clause, and without anybody whose saying it is, the noun is a thing of the narrator's.
        Some(Opened::Clause) => {}
        // `تصريحات الوزير «لا تمثل الحكومة»`: the subject of a clause goes on in marks.
        Some(Opened::Quotation)
            if at > 0
                && view.is(at - 1, Classes::COMPLEMENTISER)
                && !view.is_mark(found.content_start - 1, &[':']) =>
        {
            return None;
        }
        // `النقد الدولي: …` is a body with its adjective.
        Some(Opened::Quotation)
            if reading.prefix.definite
                && by.next > at + 1
                && view.opening(found.content_start).is_none() =>
        {
            return None;
        }
        Some(Opened::Quotation) => {}
        _ if entry.only_clause => return None,
        Some(Opened::Preposition) if known || entry.alone => {}
        Some(Opened::Object)
            if !reading.prefix.definite
                && source.map_or(reading.suffix.is_some() || entry.alone, |m| {
                    source::can_speak(view, m)
                })
                && takes_object(view, found.content_start, known) => {}
        _ => return None,
    }
    if found.content_start > by.next + 8 {
        return None;
    }
    let clause = matches!(found.by, Some(Opened::Clause | Opened::Quotation));
    let subject = match (source, reading.suffix) {
        (Some(_), _) => Subject::Named,
        (None, Some(_)) if of_the_object(view, by.next, entry) => Subject::Governed,
        (None, Some(suffix)) => Subject::Owned(Agreement::of_suffix(suffix.0)),
        (None, None) if purpose || hangs_on_verb(view, at, reading) => Subject::Governed,
        (None, None) => Subject::Nobody,
    };
    Some((
        if clause { 3 } else { 1 },
        Draft {
            cue: (at, at + 1),
            cue_span: Some(view.tokens.span(at)),
            lemma: entry.lemma.clone(),
            act: entry.act,
            stance: entry.stance,
            channel: entry.channel,
            source,
            subject,
            addressees: found.addressees,
            content: found.content,
            topic: found.topic || entry.form == Some(Form::Topic),
            form: Form::Indirect,
            negated: false,
            dependent: true,
            wraps: None,
            relays: None,
            parent: None,
            rule: "noun",
        },
    ))
}

/// `حرصت على الإشارة إلى`, `فرضت عقوبات بتهمة كذا`; but `رغم الإعلان عن`, `هناك مطالبات بكذا`.
fn hangs_on_verb(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    if reading.prefix.preposition.is_some() {
        return true;
    }
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let on_its_own = view.is(before, Classes::OPENER) || !view.is_word(before);
    // `تزايدت الدعوات إلى`, `تجدر الإشارة إلى`: the verb's subject, not its object.
    let object = noun_phrase::is_verb(view, before) != reading.prefix.definite;
    reading.prefix.conjunction.is_none() && !on_its_own && object
}

/// `بعد إبلاغه بالقرار`, `رغم اتهامه بالرشوة`: the verb takes that preposition only with somebody as its
/// object, and the pronoun is him; in `دعوته إلى`, `اتهامه للوزير ب` it is who says it.
fn of_the_object(view: &View<'_>, next: usize, entry: &CueEntry) -> bool {
    let opened = |f: &Frame| {
        f.slots.iter().any(|s| {
            s.role == Role::Content
                && matches!(&s.introducer, Introducer::Preposition(p) if slots::introduces(view, next, p))
        })
    };
    let on_somebody = |f: &Frame| f.slots.iter().any(|s| s.introducer == Introducer::Object);
    entry.suffix_frames.iter().any(opened)
        && !entry.frames.iter().any(|f| opened(f) && !on_somebody(f))
}

/// `تلبية مطالب الشعب، فإن هذا`: a noun's complement hangs on it without a pause or a conjunction; two
/// commas are those of a remark.
fn stands_apart(view: &View<'_>, at: usize, content: usize) -> bool {
    let mut commas = (at + 1..content).filter(|&i| view.is_comma(i));
    let pause = match (commas.next(), commas.next()) {
        (Some(only), None) => only + 2 >= content,
        _ => false,
    };
    let lead = content - usize::from(view.is(content - 1, Classes::COMPLEMENTISER));
    pause || lead > at && view.words[lead].prefix.conjunction.is_some()
}

/// `…، مطالبة الحكومة بكذا`: behind a comma, what can be read as a participle is one.
fn is_participle(view: &View<'_>, at: usize, reading: &CueReading) -> bool {
    at > 0
        && view.is_comma(at - 1)
        && reading.suffix.is_none()
        && view.tokens.raw(at).ends_with('ة')
        && view.words[at].cues.iter().any(|c| {
            c.kind() == FormKind::ActiveParticiple
                && view.lexicon.entries[usize::from(c.form.entry)].participle
        })
}

/// `تظاهروا تنديدا بالقرار`, `أضربوا احتجاجا على`: the accusative that tells what something was done for, by
/// whoever did it. An object (`أبدى رفضا`) stands right behind its verb.
fn is_purpose(view: &View<'_>, at: usize, reading: &CueReading, entry: &CueEntry) -> bool {
    matches!(entry.act, Act::Condemn | Act::Refuse)
        && view.folded(at).ends_with('ا')
        && reading.prefix.preposition.is_none()
        && !reading.prefix.definite
        && at > 0
        && (reading.prefix.conjunction.is_some() || !noun_phrase::is_verb(view, at - 1))
}

/// Who says it, and where its complement is to begin.
struct By {
    source: Option<Mention>,
    next: usize,
    /// The genitive is whom it is said to.
    told: bool,
}

fn said_by(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    entry: &CueEntry,
    limit: usize,
) -> Option<By> {
    let frames = entry.frames_of(FormKind::Masdar);
    let next = past_adjectives(view, at, reading, limit);
    if let Some(by) = carried_out(view, next, limit) {
        return Some(by);
    }
    // `مطالبات دولية بوقف`: the adjective names who.
    let nation = next > at + 1
        && !reading.prefix.definite
        && view.is(at + 1, Classes::NATIONALITY)
        && reading.suffix.is_none();
    let bare = By {
        source: nation.then(|| Mention {
            phrase: NounPhrase {
                start: at + 1,
                end: next,
                head: at + 1,
            },
            span: view.span(at + 1, next),
        }),
        next,
        told: false,
    };
    // `وختم الوزير كلمته بالقول`: the subject of the verb before it.
    if reading.prefix.preposition == Some('ب') && reading.prefix.definite {
        let sentence = view.layout.sentence(at);
        return Some(By {
            source: subject::of_clause(view, at, sentence.start),
            next,
            told: false,
        });
    }
    if reading.suffix.is_some() || reading.prefix.definite || next > at + 1 {
        return Some(bare);
    }
    let slots = || frames.iter().flat_map(|f| &f.slots);
    let opens = slots().any(|s| match &s.introducer {
        Introducer::Clause => view.is(next, Classes::COMPLEMENTISER),
        Introducer::Quotation => view.is_mark(next, &[':']) || view.opening(next).is_some(),
        Introducer::Colon => view.is_mark(next, &[':']),
        Introducer::Preposition(p) => slots::introduces(view, next, p),
        Introducer::Object => false,
    });
    let named = named_in_marks(view, next, frames);
    if !named && opens || view.words.get(next)?.prefix.preposition.is_some() {
        return Some(bare);
    }
    // `إطلاع الحلفاء على`, `إبلاغ السكان بأن`: to be said at all it must be said to somebody.
    let told = frames.first().is_some_and(|f| {
        f.slots
            .iter()
            .any(|s| s.introducer == Introducer::Object && s.role == Role::Addressee)
    });
    if told {
        return Some(By { told, ..bare });
    }
    // The genitive after the noun is its source, or, where it cannot speak, its object.
    let taken: Vec<Box<str>> = slots()
        .filter_map(|s| match &s.introducer {
            Introducer::Preposition(p) => Some(p.clone()),
            _ => None,
        })
        .collect();
    let mention = complements::mention(view, next, 0, limit, Want::Addressee, &taken)?;
    if named {
        return Some(By {
            source: Some(mention),
            next: complements::past(view, mention),
            told: false,
        });
    }
    let head = mention.phrase.head;
    let object = slots().any(|s| s.introducer == Introducer::Object);
    if view.is(head, Classes::TIME)
        || source::adverb(view, head)
        || noun_phrase::is_verb(view, head)
    {
        return None;
    }
    // `تهمة تمويل «القاعدة»`: a verbal noun, whatever names its object has.
    let verbal = noun_phrase::verbal_noun_like(view.folded(head)) && !source::may_speak(view, head);
    if verbal || source::is_mute(view, mention) {
        return object.then_some(bare);
    }
    Some(By {
        source: Some(mention),
        next: past_time(view, complements::past(view, mention).max(next + 1), limit),
        told: false,
    })
}

/// `سؤال «الصباح» حول`: a short name in marks, with a complement of the noun behind it.
fn named_in_marks(view: &View<'_>, at: usize, frames: &[Frame]) -> bool {
    const SHORT: usize = 5;
    view.opening(at).is_some_and(|q| {
        let behind = q.close + 1;
        q.closed
            && q.close - q.open <= SHORT
            && frames
                .iter()
                .flat_map(|f| &f.slots)
                .any(|s| match &s.introducer {
                    Introducer::Clause => view.is(behind, Classes::COMPLEMENTISER),
                    Introducer::Preposition(p) => slots::introduces(view, behind, p),
                    _ => false,
                })
    })
}

/// Behind the adjectives of the noun: `عرض جديد`, `الاتهامات المتكررة`.
fn past_adjectives(view: &View<'_>, at: usize, reading: &CueReading, limit: usize) -> usize {
    if reading.suffix.is_some() {
        return at + 1;
    }
    let definite = reading.prefix.definite;
    let mut next = at + 1;
    while next < limit.min(at + 4)
        && view.is_word(next)
        && view.words[next].prefix.preposition.is_none()
        && view.words[next].prefix.definite == definite
        && view.name_at(next).is_none()
        && (is_adjective(view, next)
            || !definite && view.words[next].cues.is_empty() && view.tag(next) == Tag::Adjective
            || view.folded(at).ends_with('ا') && source::adverb(view, next))
    {
        next += 1;
    }
    next
}

fn is_adjective(view: &View<'_>, at: usize) -> bool {
    let accusative = || {
        view.folded(at).strip_suffix('ا').is_some_and(|stem| {
            view.lexicon
                .word(stem)
                .is_some_and(|i| i.classes.any(Classes::ADJECTIVE))
        })
    };
    let of_time = || {
        view.lexicon
            .word(&format!("ال{}", view.folded(at)))
            .is_some_and(|i| i.classes.any(Classes::TIME_ADJECTIVE))
    };
    noun_phrase::adjective_like(view, at)
        || view.is(at, Classes::ADJECTIVE)
        || accusative()
        || of_time()
}

/// Behind a remark of time: `إعلان الحركة قبل أسبوع عزمها`.
fn past_time(view: &View<'_>, at: usize, limit: usize) -> usize {
    let mut next = at;
    while let Some(end) = view.run_of(next, Classes::TIME).filter(|&e| e < limit) {
        next = end;
    }
    let timed = view.is(next, Classes::OPENER.or(Classes::PREPOSITION))
        && (next + 1..next + 4).any(|i| view.is(i, Classes::TIME));
    if !timed {
        return next;
    }
    (next + 1..limit.min(next + 6))
        .take_while(|&i| view.is(i, Classes::TIME.or(Classes::QUANTIFIER)))
        .last()
        .map_or(next, |last| last + 1)
}

/// `تصريحات أطلقها الوزير`, `الرسالة التي وجهها الرئيس`: the subject of the clause is the source.
fn carried_out(view: &View<'_>, at: usize, limit: usize) -> Option<By> {
    let verb = at + usize::from(view.is(at, Classes::RELATIVE_PRONOUN));
    let carries = view.words.get(verb)?.cues.iter().any(|c| {
        let entry = &view.lexicon.entries[usize::from(c.form.entry)];
        let saying = entry
            .suffix_frames
            .iter()
            .flat_map(|f| &f.slots)
            .any(|s| s.must == Some(Must::Saying));
        let resumed = c.suffix.is_some() || view.is(verb + 1, Classes::PREPOSITION_SUFFIXED);
        c.is_finite() && resumed && (saying || entry.carries)
    });
    if !carries {
        return None;
    }
    let from = verb + 1 + usize::from(view.is(verb + 1, Classes::PREPOSITION_SUFFIXED));
    let source = complements::mention(view, from, 0, limit, Want::Addressee, &[])
        .filter(|&m| source::can_speak(view, m))?;
    Some(By {
        source: Some(source),
        next: source.phrase.end,
        told: false,
    })
}

/// What stands there can be the object of a verbal noun: `تقديم عرض`, `عرضا`, `عزمها`; behind a source,
/// no adjective of it.
fn takes_object(view: &View<'_>, at: usize, known: bool) -> bool {
    let word = &view.words[at];
    if noun_phrase::is_verb(view, at) || view.is(at, Classes::TIME.or(Classes::RELATIVE)) {
        return false;
    }
    let verbal = noun_phrase::verbal_noun_like(view.folded(at))
        || word.enclitic
        || word.cues.iter().any(|c| c.kind() == FormKind::Masdar);
    let noun = word.classes.any(Classes::NOUN) && !is_adjective(view, at);
    if known {
        verbal || noun || source::adverb(view, at)
    } else {
        verbal || noun
    }
}
