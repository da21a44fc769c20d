//! Takes: a [`View`]. Gives: the [`Draft`]s of its statements, in the order of the text.
//! Relies on: one rule a file; each rule says in the draft that it fired.

mod according_to;
mod act;
mod boundary;
mod channel;
mod colon;
mod complements;
mod content;
pub(crate) mod draft;
mod finite;
mod form;
mod nominal;
mod noun;
mod occasion;
mod relay;
mod scope;
mod slots;
mod source;
mod subject;
mod when;

use crate::language::arabic::conjugator::{FormKind, Person};
use crate::language::arabic::noun_phrase;
use crate::lexicon::{Classes, Introducer, Must, Role};
use crate::view::View;
use draft::Draft;

pub(crate) use act::settle as settle_acts;
pub(crate) use channel::settle as settle_channels;
pub(crate) use complements::{mention, past};
pub(crate) use subject::{before as subject_before, of_clause as subject_of_clause};
pub(crate) use when::settle as settle_times;

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
            let rival = drafts
                .iter()
                .enumerate()
                .rev()
                .take(draft::NEAR)
                .find_map(|(i, d)| claim(view, &found, d).map(|c| (i, c)));
            match rival {
                Some((_, Claim::Earlier)) => {
                    at += 1;
                    continue;
                }
                Some((i, Claim::Passes)) => {
                    found.wraps = Some(drafts[i].cue.0);
                    found.content.clear();
                }
                Some((i, Claim::Later)) => {
                    let gone = drafts.remove(i).cue.0;
                    for draft in drafts.iter_mut().rev().take(draft::NEAR) {
                        draft.follow(gone, found.cue.0);
                    }
                }
                None => {}
            }
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
        draft.form = form::of(view, draft);
    }
    drafts
}

/// Which of two sayings the same words belong to, where one cue stands between the other and them.
#[derive(PartialEq)]
enum Claim {
    /// `قال في تصريح للصحيفة إن`, `أضاف في مقتطفات نشرت أمس: «…»`: the later only tells how it was said.
    Earlier,
    /// `قال في بيان نقلته الوكالة إن`: the later passes the whole of the earlier on.
    Passes,
    /// `ختم كلمته بالقول إن`, `وجه رسالة … وقال إن`: the earlier has reached too far.
    Later,
}

fn claim(view: &View<'_>, found: &Draft, earlier: &Draft) -> Option<Claim> {
    let (start, theirs) = (found.content.first()?.start, earlier.content.first()?.start);
    let between =
        earlier.cue.1 <= found.cue.0 && theirs > found.cue.0 && theirs.abs_diff(start) <= 1;
    let plain = |d: &Draft| d.relays.is_none() && d.wraps.is_none() && d.rule != "relay";
    if !between || !plain(found) || !plain(earlier) || earlier.rule == "according_to" {
        return None;
    }
    let at = found.cue.0;
    let named = earlier
        .source
        .iter()
        .chain(&earlier.addressees)
        .any(|m| (m.phrase.start..m.phrase.end).contains(&at));
    let right_behind = found.source.is_some_and(|m| m.phrase.start == at + 1);
    if found.rule == "verb" && right_behind && passes_on(view, at) {
        return Some(Claim::Passes);
    }
    let described = named
        && found.rule == "verb"
        && view.words[earlier.cue.0]
            .cues
            .iter()
            .any(|c| c.is_finite() && c.suffix.is_none())
        && (view.is(theirs - 1, Classes::COMPLEMENTISER) || view.is_mark(theirs - 1, &[':']));
    if described {
        // `قال المصدر الذي تحدث للصحيفة إن`
        return Some(Claim::Earlier);
    }
    let aside = match found.rule {
        "noun" if named || earlier.cue.1 == at => true,
        "noun" => {
            earlier.rule != "noun"
                && (noun_phrase::is_preposition_word(view, at - 1)
                    || view.words[at].prefix.preposition == Some('ل')
                    || says_by(view, earlier, at))
        }
        "verb" => {
            earlier.rule != "noun"
                && view.words[at].prefix.conjunction.is_none()
                && (remark_between_commas(view, at, start)
                    || commented_on(view, at)
                    || !view.is(
                        at - 1,
                        Classes::RELATIVE.or(Classes::CONNECTOR).or(Classes::TIME),
                    ) && !view.is_comma(at - 1)
                        // `تغريدة قال فيها: «…»`: said there, and there only.
                        && !view.is(at + 1, Classes::PREPOSITION_SUFFIXED)
                        && found.source.is_none_or(|m| m.phrase.start > at))
        }
        _ => false,
    };
    Some(if aside { Claim::Earlier } else { Claim::Later })
}

/// `نقلته`, `أوردتها`: a verb that passes words on, with the words as its suffix.
fn passes_on(view: &View<'_>, at: usize) -> bool {
    view.words[at].cues.iter().any(|c| {
        c.suffix.is_some()
            && c.is_finite()
            && view.lexicon.entries[usize::from(c.form.entry)]
                .frames
                .iter()
                .flat_map(|f| &f.slots)
                .any(|s| {
                    s.role == Role::Source && s.introducer == Introducer::Preposition("عن".into())
                })
    })
}

/// `رد بالقول إن`: a verb of saying that takes `بالقول`; after `ختم` or `توجه` it is the word that says.
/// `وجه رسالة: «…»`: a verb that says with the noun it carries out.
fn says_by(view: &View<'_>, earlier: &Draft, at: usize) -> bool {
    view.words[earlier.cue.0]
        .cues
        .iter()
        .map(|c| &view.lexicon.entries[usize::from(c.form.entry)])
        .filter(|e| e.lemma == earlier.lemma)
        .flat_map(|e| &e.frames)
        .flat_map(|f| &f.slots)
        .any(|s| {
            s.must == Some(Must::Saying)
                || matches!(&s.introducer, Introducer::Preposition(p) if **p == *view.folded(at))
        })
}

/// `قال الوزير تعليقا على ما أعلنه الحزب: «…»`: what the verb says is what is commented on.
fn commented_on(view: &View<'_>, at: usize) -> bool {
    at >= 2
        && view.is(at - 1, Classes::RELATIVE)
        && !view.is(at - 1, Classes::RELATIVE_PRONOUN)
        && noun_phrase::is_preposition_word(view, at - 2)
}

/// `قال الاستطلاع، الذي نشر أمس، إن`: a relative clause between commas.
fn remark_between_commas(view: &View<'_>, at: usize, start: usize) -> bool {
    at >= 2
        && view.is(at - 1, Classes::RELATIVE)
        && view.is_comma(at - 2)
        && (at..start).any(|i| view.is_comma(i))
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
            FormKind::Masdar => noun::read(view, at, reading, before),
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
