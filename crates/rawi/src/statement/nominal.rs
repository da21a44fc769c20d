//! Takes: a participle or a noun of saying. Gives: its statement. Relies on: complements that open
//! right behind it; without one neither is a cue.

use super::boundary;
use super::complements::{self, Opened, Wanted};
use super::draft::{Draft, Subject};
use super::finite;
use super::slots;
use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{self, Want};
use crate::language::arabic::words::CueReading;
use crate::lexicon::{Classes, Introducer};
use crate::record::Form;
use crate::view::View;

/// `مشيرا إلى أن`, `مؤكدة أن`, `المتوقع أن`.
pub(super) fn participle(
    view: &View<'_>,
    at: usize,
    reading: &CueReading,
    before: &[Draft],
) -> Option<(u32, Draft)> {
    let entry = &view.lexicon.entries[usize::from(reading.form.entry)];
    let passive = reading.kind() == FormKind::PassiveParticiple;
    let sentence = view.layout.sentence(at);
    let limit = view.quotation(at).map_or(sentence.end, |q| q.close);
    if passive {
        // `ومن المتوقع أن`, `كان متوقعا أن`.
        let from = at > 0 && matches!(view.folded(at - 1), "من" | "ومن" | "فمن");
        if !entry.passive || !from || !view.is(at + 1, Classes::COMPLEMENTISER) {
            return None;
        }
    } else if !boundary::participle_with_complement(view, at)
        || !entry.participle
        || finite::inside_fixed_words(view, at)
        || owned(view, at)
    {
        return None;
    }
    // One saying in two words: `وأضاف قائلا`.
    if before.last().is_some_and(|d| {
        d.cue.1 <= at
            && d.rule != "noun"
            && d.content.first().is_some_and(|p| p.start > at)
            && d.content_span().is_some()
    }) {
        return None;
    }
    let found = complements::read(
        view,
        at + 1,
        Wanted {
            frames: &entry.frames,
            source: None,
            suffix: reading.suffix.is_some(),
            strict: false,
            dropped: false,
            limit,
        },
    )?;
    if !passive
        && matches!(found.by, Some(Opened::Preposition | Opened::Object))
        && describes_noun(view, at)
    {
        return None;
    }
    let certainty = match found.by {
        Some(Opened::Clause) => 4,
        Some(Opened::Quotation | Opened::Preposition) => 3,
        _ => 1,
    };
    let subject = if passive {
        Subject::Nobody
    } else {
        Subject::Dropped(Agreement::of_cue(reading.features()))
    };
    Some((
        certainty,
        Draft {
            cue: (at, at + 1),
            cue_span: Some(view.tokens.span(at)),
            lemma: entry.lemma.clone(),
            act: entry.act,
            stance: entry.stance,
            channel: entry.channel,
            source: None,
            subject,
            addressees: found.addressees,
            content: found.content,
            topic: found.topic,
            form: Form::Indirect,
            negated: false,
            dependent: !passive,
            wraps: None,
            relays: None,
            parent: None,
            rule: if passive {
                "impersonal_participle"
            } else {
                "participle"
            },
        },
    ))
}

/// `أمله`, `قلقه`: written with ه, a noun and its owner, where ة would make it a participle.
fn owned(view: &View<'_>, at: usize) -> bool {
    view.tokens.raw(at).ends_with('ه')
        && view.words[at]
            .cues
            .iter()
            .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_some())
}

/// `قيود مشددة على`: right behind an indefinite noun that it agrees with, the participle is its adjective.
fn describes_noun(view: &View<'_>, at: usize) -> bool {
    let Some(previous) = at.checked_sub(1) else {
        return false;
    };
    view.is_word(previous)
        && !view.words[at].prefix.definite
        && view.words[at].prefix.conjunction.is_none()
        && !view.words[previous].prefix.definite
        && (view.is(previous, Classes::NOUN) || noun_phrase::is_accusative_noun(view, previous))
        && !view.is(previous, Classes::VERB.or(Classes::GIVEN_NAME))
        && !noun_phrase::is_verb(view, previous)
        && !view.folded(at).ends_with('ا')
}

/// `دعوته إلى`, `اتهام الوزير بأن`, `قوله إن`, `تصريحات المتحدث بأن`.
pub(super) fn masdar(
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
        || at > 0 && view.is(at - 1, Classes::MODAL)
    {
        return None;
    }
    // The noun that a verb of saying takes as its object is part of that saying.
    if before.last().is_some_and(|d| {
        d.wraps.is_none()
            && d.content
                .first()
                .is_some_and(|p| p.start == at || p.start == at + 1 && d.cue.1 <= at)
    }) {
        return None;
    }
    let sentence = view.layout.sentence(at);
    let limit = view.quotation(at).map_or(sentence.end, |q| q.close);
    let slots: Vec<_> = frames.iter().flat_map(|f| &f.slots).collect();
    let mut next = at + 1;
    let mut source = None;
    if reading.suffix.is_none() && !reading.prefix.definite {
        // The genitive after the noun is its source.
        let taken: Vec<Box<str>> = slots
            .iter()
            .filter_map(|s| match &s.introducer {
                Introducer::Preposition(p) => Some(p.clone()),
                _ => None,
            })
            .collect();
        let opens = slots.iter().any(|s| match &s.introducer {
            Introducer::Clause => view.is(next, Classes::COMPLEMENTISER),
            Introducer::Quotation => view.is_mark(next, &[':']) || view.opening(next).is_some(),
            Introducer::Preposition(p) => slots::introduces(view, next, p),
            Introducer::Object => false,
        });
        if !opens {
            let mention = complements::mention(view, next, 0, limit, Want::Addressee, &taken)?;
            // An adverb or an adjective is no genitive: تقارير مؤخرا, تصريحات صحفية.
            let adjective = mention.phrase.end - mention.phrase.start == 1
                && view.folded(mention.phrase.head).ends_with("يه")
                && !view.words[mention.phrase.head].prefix.definite;
            if adjective
                || view.is(mention.phrase.head, Classes::TIME)
                || view.tokens.raw(mention.phrase.head).ends_with("اً")
                || view.tokens.raw(mention.phrase.head).ends_with("ًا")
            {
                return None;
            }
            next = mention.phrase.end.max(next + 1);
            source = Some(mention);
        }
    }
    let found = complements::read(
        view,
        next,
        Wanted {
            frames,
            source: None,
            suffix: true,
            strict: true,
            dropped: false,
            limit,
        },
    )?;
    if found.by == Some(Opened::Object) || found.content_start > next + 8 {
        return None;
    }
    let clause = matches!(found.by, Some(Opened::Clause | Opened::Quotation));
    // Without a clause, and without anybody whose saying it is, the noun is a thing of the narrator's.
    if !clause && source.is_none() && reading.suffix.is_none() {
        return None;
    }
    if source.is_some_and(|m| noun_phrase::is_verb(view, m.phrase.head)) {
        return None;
    }
    let subject = match (source, reading.suffix) {
        (Some(_), _) => Subject::Named,
        (None, Some(suffix)) => Subject::Dropped(Agreement::of_suffix(suffix.0)),
        (None, None) => Subject::Dropped(Agreement::default()),
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
