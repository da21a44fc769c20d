//! Takes: some tokens. Gives: the first channel that they name. Relies on the lexicon's words for
//! channels, behind a preposition that brings them in or a verb that brings them forth.

use crate::language::arabic::noun_phrase;
use crate::language::arabic::words::Hit;
use crate::lexicon::{ChannelWords, Classes, Meaning};
use crate::record::Channel;
use crate::view::View;

/// The first channel named in these tokens, and where.
pub(super) fn named(view: &View<'_>, from: usize, to: usize) -> Option<(Option<Channel>, usize)> {
    (from..to).find_map(|at| {
        let (hit, words) = hit(view, at)?;
        let counts = brought(view, words, hit, from) || pointed_to(view, hit, to);
        counts.then(|| (channel(view, words, hit, to), at))
    })
}

/// The channel that the narration names at a token of a sentence.
pub(super) fn told_at(
    view: &View<'_>,
    at: usize,
    from: usize,
    to: usize,
) -> Option<Option<Channel>> {
    let (hit, words) = hit(view, at)?;
    brought(view, words, hit, from).then(|| channel(view, words, hit, to))
}

fn hit<'v>(view: &'v View<'_>, at: usize) -> Option<(&'v Hit, &'v ChannelWords)> {
    view.hits_at(at)
        .filter_map(|hit| match hit.meaning {
            Meaning::Channel(index) => Some((hit, &view.lexicon.channels[usize::from(index)])),
            _ => None,
        })
        .max_by_key(|(hit, _)| hit.end)
}

fn channel(view: &View<'_>, words: &ChannelWords, hit: &Hit, to: usize) -> Option<Channel> {
    words
        .with_media
        .filter(|_| with_media(view, hit.end, to))
        .or(words.channel)
}

fn brought(view: &View<'_>, words: &ChannelWords, hit: &Hit, floor: usize) -> bool {
    words.after.is_empty()
        || brought_in(view, words, hit, floor)
        || brought_forth(view, words, hit, floor)
}

/// `في ختام كلمته`, not `ردا على كلمته`: the nearest preposition must bring the channel in.
fn brought_in(view: &View<'_>, words: &ChannelWords, hit: &Hit, floor: usize) -> bool {
    let brings = |word: &str| words.after.iter().any(|p| **p == *word);
    if let Some(letter) = hit.prefix.preposition {
        return brings(letter.encode_utf8(&mut [0; 4]));
    }
    let mut at = hit.start;
    while at > floor && hit.start - at < BETWEEN {
        at -= 1;
        let word = view.folded(at);
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        if brings(word) || brings(bare) {
            return true;
        }
        if let Some(letter) = view.words[at].prefix.preposition {
            return view.lexicon.leads_to_channel(view.stem(at))
                && brings(letter.encode_utf8(&mut [0; 4]));
        }
        let quoted = view.opening(at).is_some();
        let leads = view.lexicon.leads_to_channel(view.stem(at)) || view.is(at, Classes::TIME);
        if !quoted && !leads {
            return false;
        }
    }
    false
}

/// How many words may stand between a preposition and the channel.
const BETWEEN: usize = 5;

/// `أصدرت الوزارة بيانا`, not `أصدرت قرارا بعد بيان`.
fn brought_forth(view: &View<'_>, words: &ChannelWords, hit: &Hit, floor: usize) -> bool {
    let governed = hit.prefix.preposition.is_some()
        || hit.start > floor && noun_phrase::is_preposition_word(view, hit.start - 1);
    !governed
        && !view.words[hit.start].prefix.definite
        && (floor.max(hit.start.saturating_sub(SUBJECT))..hit.start)
            .rev()
            .take_while(|&at| !view.is_mark(at, &['.', '؛']))
            .any(|at| {
                let word = view.folded(at);
                let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
                words.given.iter().any(|v| **v == *word || **v == *bare)
            })
}

/// How many words the subject between such a verb and its object has.
const SUBJECT: usize = 12;

/// `بيانا نددت فيه بالهجوم`: the verb says by what it was said.
fn pointed_to(view: &View<'_>, hit: &Hit, to: usize) -> bool {
    (hit.end..to.min(hit.end + REMARK)).any(|at| {
        noun_phrase::is_finite_cue(view, at)
            // `الجلسة التي سيعلن فيها القرار` is still to come.
            && !view.words[at].cues.iter().any(|c| c.prefix.future)
            && at + 1 < to
            && view.lexicon.points_to_channel(view.folded(at + 1))
    })
}

/// How many words stand between a channel and the verb that points to it.
const REMARK: usize = 16;

/// `مع بعض وسائل الإعلام`, not `مع محرري الصحف`.
fn with_media(view: &View<'_>, from: usize, to: usize) -> bool {
    let Some(with) = (from..to.min(from + BETWEEN + 2)).find(|&at| view.folded(at) == "مع")
    else {
        return false;
    };
    (with + 1..to.min(with + BETWEEN))
        .find(|&at| !view.lexicon.leads_to_channel(view.stem(at)))
        .is_some_and(|at| view.is(at, Classes::MEDIA) || view.run_of(at, Classes::MEDIA).is_some())
}
