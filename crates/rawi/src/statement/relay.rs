//! Takes: a verb that passes on another's words (`نقلت الوكالة عن الوزير قوله إن`). Gives: the statement
//! of that other. Relies on the verb's own statement having been read right before.

use super::complements::{self, Wanted};
use super::draft::{Draft, Subject, recent};
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::Want;
use crate::lexicon::{Classes, Frame};
use crate::record::{Act, Form, Stance};
use crate::view::View;

/// The statement whose preposition stands at `at`.
pub(super) fn at(view: &View<'_>, at: usize, before: &[Draft]) -> Option<Draft> {
    let outer = recent(before).find(|d| d.relays == Some(at))?;
    let limit = outer.content.last()?.end;
    let own_word = view.is(at, Classes::PREPOSITION);
    let start = if own_word { at + 1 } else { at };
    let source = complements::mention(view, start, 0, limit, Want::Source, &[])?;
    let mut next = source.phrase.end;
    while next < limit
        && (view.is_comma(next)
            || view.is_mark(next, &['"', '”', '»']) && view.opening(next).is_none())
    {
        next += 1;
    }
    next = told_at(view, next, limit).unwrap_or(next);
    // `قوله`, `قولها`, `تأكيده` is the cue where it stands; the preposition otherwise.
    let saying = view.words.get(next).and_then(|w| {
        w.cues
            .iter()
            .find(|c| c.kind() == FormKind::Masdar && c.suffix.is_some())
    });
    let (cue, lemma, act, stance, frames): (_, _, _, _, Vec<Frame>) = match saying {
        Some(reading) => {
            let entry = &view.lexicon.entries[usize::from(reading.form.entry)];
            let frames = entry
                .frames_of(FormKind::Masdar)
                .iter()
                .chain(&entry.frames)
                .cloned()
                .collect();
            (next, entry.lemma.clone(), entry.act, entry.stance, frames)
        }
        None => (
            at,
            "عن".into(),
            Act::Inform,
            Stance::Neutral,
            plain_frames(),
        ),
    };
    let from = if saying.is_some() { next + 1 } else { next };
    let found = complements::read(
        view,
        from,
        Wanted {
            frames: &frames,
            source: None,
            suffix: false,
            strict: false,
            recalled: false,
            dropped: false,
            limit,
        },
    )?;
    Some(Draft {
        cue: (cue, cue + 1),
        cue_span: Some(view.tokens.span(cue)),
        lemma,
        act,
        stance,
        channel: None,
        source: Some(source),
        subject: Subject::Named,
        addressees: found.addressees,
        content: found.content,
        topic: found.topic,
        form: Form::Indirect,
        negated: false,
        dependent: false,
        wraps: None,
        relays: None,
        parent: None,
        rule: RULE,
    })
}

/// The word of saying behind a remark about the source: `عن مصدر، تحدث عبر الهاتف، قوله`.
pub(super) fn told_at(view: &View<'_>, from: usize, limit: usize) -> Option<usize> {
    const NEAR: usize = 14;
    let ends = |i: usize| {
        view.is(i, Classes::COMPLEMENTISER)
            || view.is_mark(i, &[':', '.'])
            || view.opening(i).is_some()
    };
    (from..limit.min(from + NEAR))
        .take_while(|&i| !ends(i))
        .find(|&i| {
            let told = view.words[i]
                .cues
                .iter()
                .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_some());
            let opens = view.is(i + 1, Classes::COMPLEMENTISER)
                || view.is_mark(i + 1, &[':'])
                || view.opening(i + 1).is_some();
            told && opens
        })
}

/// Puts what was passed on on the word of whoever passed it on; its cue, the preposition, stands before
/// the content that it belongs to.
pub(super) fn link(drafts: &mut [Draft]) {
    for index in 0..drafts.len() {
        if drafts[index].rule == RULE && drafts[index].parent.is_none() {
            drafts[index].parent = drafts
                .iter()
                .enumerate()
                .take(index)
                .rev()
                .take(super::draft::NEAR)
                .find(|(_, d)| d.relays == Some(drafts[index].cue.0))
                .map(|(i, _)| i);
        }
    }
}

const RULE: &str = "relay";

fn plain_frames() -> Vec<Frame> {
    ["أن:content", "«»:content"]
        .iter()
        .filter_map(|f| Frame::parse(f).ok())
        .collect()
}
