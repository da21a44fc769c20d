//! Takes: a [`View`]. Gives: the [`Draft`]s of its statements, in the order of the text.
//! Relies on: one rule a file; each rule says in the draft that it fired.

mod according_to;
mod act;
mod channel;
mod colon;
mod complements;
mod content;
pub(crate) mod draft;
mod finite;
mod form;
mod nominal;
mod relay;

use crate::language::arabic::conjugator::{FormKind, Person};
use crate::view::View;
use draft::Draft;

pub(crate) use channel::spread as spread_channels;

/// Every statement of a text, sources, contents and acts in place; speakers and chains come after.
pub(crate) fn find(view: &View<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut at = 0;
    while at < view.len() {
        if let Some(mut found) = according_to::at(view, at, &drafts) {
            at = found.cue.1;
            found.form = form::of(view, &found);
            drafts.push(found);
            continue;
        }
        let found = relay::at(view, at, &drafts)
            .or_else(|| cue_at(view, at, &drafts))
            .or_else(|| colon::at(view, at, &drafts));
        if let Some(mut found) = found {
            found.form = form::of(view, &found);
            at = at.max(found.cue.1.saturating_sub(1));
            drafts.push(found);
        }
        at += 1;
    }
    drafts.sort_by_key(|d| (d.cue.0, d.cue.1));
    according_to::wrap(view, &mut drafts);
    relay::link(&mut drafts);
    for draft in &mut drafts {
        draft.act = act::of(view, draft);
        draft.form = form::of(view, draft);
    }
    drafts
}

/// The best reading of the token at `at` as a cue.
fn cue_at(view: &View<'_>, at: usize, before: &[Draft]) -> Option<Draft> {
    let word = &view.words[at];
    let mut best: Option<(u32, Draft)> = None;
    let first_person = word.cues.iter().any(|c| {
        c.suffix.is_none() && c.features().person == Person::First && c.kind() == FormKind::Perfect
    });
    for reading in &word.cues {
        // وجهنا: "we directed" rather than "he directed us".
        if first_person && reading.suffix.is_some_and(|s| s.0 == "نا") {
            continue;
        }
        let draft = match reading.kind() {
            FormKind::ActiveParticiple | FormKind::PassiveParticiple => {
                nominal::participle(view, at, reading, before)
            }
            FormKind::Masdar => nominal::masdar(view, at, reading, before),
            _ => finite::read(view, at, reading, before),
        };
        let Some((score, draft)) = draft else {
            continue;
        };
        if best.as_ref().is_none_or(|(s, _)| score > *s) {
            best = Some((score, draft));
        }
    }
    best.map(|(_, draft)| draft)
}
