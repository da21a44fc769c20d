//! Takes: a participle or a noun of saying. Gives: its statement. Relies on: complements that open
//! right behind it; without one neither is a cue.

use super::boundary;
use super::complements::{self, Opened, Wanted};
use super::draft::{Draft, Subject};
use super::finite;
use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase;
use crate::language::arabic::words::CueReading;
use crate::lexicon::Classes;
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
        if !entry.passive || !entry.participle || !from || !view.is(at + 1, Classes::COMPLEMENTISER)
        {
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
            recalled: false,
            dropped: false,
            limit,
        },
    )?;
    if !passive
        && found.by != Some(Opened::Clause)
        && !view.is_mark(at + 1, &[':'])
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
        && (!view.folded(at).ends_with('ا') || noun_phrase::is_accusative_noun(view, previous))
}
