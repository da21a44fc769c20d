//! Takes: a word. Gives: whether it is a participle of saying that goes on with the speaker. Relies on: its
//! ending, its frame, and that it qualifies no noun before it.

use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, Frame, Introducer};
use crate::statement::slots;
use crate::view::View;

/// `مشيرا إلى`, `مؤكدة أن`: a participle of saying with its complement goes on with the speaker.
pub(crate) fn with_complement(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else {
        return false;
    };
    if word.prefix.definite || word.classes.any(Classes::TITLE.or(Classes::HEAD)) {
        return false;
    }
    let folded = view.folded(at);
    let plural = folded.ends_with("ين");
    if !folded.ends_with(['ا', 'ه']) && !plural {
        return false;
    }
    if at > 0 && qualifies(view, at) {
        return false;
    }
    word.cues.iter().any(|c| {
        let joined = c.prefix.conjunction.is_none() || at > 0 && view.is_comma(at - 1);
        c.kind() == FormKind::ActiveParticiple && joined && {
            let entry = &view.lexicon.entries[usize::from(c.form.entry)];
            entry.participle
                && (slots::follows(view, at + 1, &entry.frames, takes_object(view, at))
                    || behind_its_object(view, at, &entry.frames)
                    || past_turn(view, at + 1)
                        .is_some_and(|next| slots::follows(view, next, &entry.frames, false)))
        }
    })
}

/// `لافتا الانتباه إلى`: an object that belongs to the participle, and then its preposition.
fn behind_its_object(view: &View<'_>, at: usize, frames: &[Frame]) -> bool {
    view.folded(at).ends_with('ا')
        && view.words.get(at + 1).is_some_and(|w| w.prefix.definite)
        && frames.iter().flat_map(|f| &f.slots).any(|s| {
            matches!(&s.introducer, Introducer::Preposition(p)
                if p.chars().count() > 1 && slots::introduces(view, at + 2, p))
        })
}

/// `مستنكرا القرار`; `، مستنكرين القرار`, `، مثمنة الجهود`, where the ending alone could be a noun's.
fn takes_object(view: &View<'_>, at: usize) -> bool {
    view.folded(at).ends_with('ا')
        || at > 0
            && view.is_comma(at - 1)
            && view
                .words
                .get(at + 1)
                .is_some_and(|w| w.prefix.definite || w.enclitic)
}

/// `مشيرا في هذا الصدد إلى`, `مؤكدا، في الوقت نفسه، أن`: past a turn of speech that stands between.
fn past_turn(view: &View<'_>, at: usize) -> Option<usize> {
    let comma = view.is_comma(at);
    let end = view.run_of(at + usize::from(comma), Classes::TURN)?;
    Some(end + usize::from(comma && view.is_comma(end)))
}

/// `غير مقتنعين`, `قيودا مشددة على`: no more than an adjective of the noun before.
fn qualifies(view: &View<'_>, at: usize) -> bool {
    let before = &view.words[at - 1];
    let noun = before.classes.any(Classes::NOUN)
        && before.classes.is_open()
        && !before.prefix.definite
        && !before.enclitic
        && view.is_word(at - 1);
    let clause = (at + 1..at + 3).any(|i| view.is(i, Classes::COMPLEMENTISER))
        || view.is_mark(at + 1, &[':'])
        || view.opening(at + 1).is_some();
    let feminine = view.folded(at).ends_with('ه');
    view.folded(at - 1) == "غير" || feminine && !clause && (noun || is_predicate(view, at))
}

/// `أن الحكومة ملتزمة بالاتفاق`: all that the clause says of its subject.
fn is_predicate(view: &View<'_>, at: usize) -> bool {
    const LONGEST: usize = 6;
    (at.saturating_sub(LONGEST)..at)
        .rev()
        .take_while(|&i| view.is_word(i) && view.tag(i) != Tag::Verb)
        .any(|i| view.is(i, Classes::COMPLEMENTISER))
}
