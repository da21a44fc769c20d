//! Takes: a word or phrase that stands behind what it covers (`…، بحسب المصدر`, `«…»، قال الوزير`,
//! `… كما أعلن الجيش`). Gives: what that is, a saying or a plain clause. Relies on quotation marks, and on
//! the marks and connectors at which a clause begins.

use super::boundary;
use super::content;
use super::draft::{Draft, Piece, recent};
use crate::lexicon::{Classes, Meaning, SourceKind};
use crate::view::View;

/// What stands before a phrase that tells on whose word we have it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Covered {
    /// A saying, known by the token of its cue.
    Saying(usize),
    Clause(Piece),
}

/// The token that begins `حسبما`, `وفق ما`, `كما` right before the verb at `verb`.
pub(super) fn as_word(view: &View<'_>, verb: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    (verb.saturating_sub(LONGEST)..verb).find(|&i| {
        view.hits_at(i).any(|h| {
            h.end == verb
                && matches!(h.meaning, Meaning::AccordingTo(index)
                    if view.lexicon.according_to[usize::from(index)].source == SourceKind::Clause)
        })
    })
}

/// What the phrase that begins at `phrase` covers, where it stands behind it.
pub(super) fn before(view: &View<'_>, phrase: usize, drafts: &[Draft]) -> Option<Covered> {
    let sentence = view.layout.sentence(phrase);
    let close = without_pause(view, phrase);
    let floor = view
        .quotation(phrase)
        .map_or(sentence.start, |q| sentence.start.max(q.open + 1));
    let saying = recent(drafts).find(|d| {
        d.wraps.is_none()
            && d.parent.is_none()
            && !d.dependent
            && d.content
                .last()
                .is_some_and(|p| p.end + 2 >= close && p.end <= phrase)
            && d.cue.0 >= floor
            && !describes(view, d, floor)
    });
    match saying {
        // `قال كذا، وأكد كذا، بحسب المصدر`: the whole sentence is covered, not its last member.
        Some(saying) if !goes_on(view, saying, floor, drafts) => {
            Some(Covered::Saying(saying.cue.0))
        }
        _ => clause(view, close, floor).map(Covered::Clause),
    }
}

/// `خلفا لفلان الذي أعلن كذا، بحسب الصحيفة`: the saying belongs to a noun of the clause that is covered.
fn describes(view: &View<'_>, saying: &Draft, floor: usize) -> bool {
    let before = (floor..saying.cue.0)
        .rev()
        .find(|&i| !view.is(i, Classes::AUXILIARY.or(Classes::NEGATION)));
    before.is_some_and(|i| view.is(i, Classes::RELATIVE_PRONOUN))
}

/// The saying is joined to what stands before it in its sentence.
fn goes_on(view: &View<'_>, saying: &Draft, floor: usize, drafts: &[Draft]) -> bool {
    let joined = saying.cue.0 > floor + 1
        && view.words[saying.cue.0].prefix.conjunction.is_some()
        && saying.source.is_none();
    joined
        || recent(drafts).any(|d| {
            d.cue.0 >= floor
                && d.cue.0 < saying.cue.0
                && d.content.last().is_some_and(|p| p.end < saying.cue.0)
                && d.wraps.is_none()
        })
}

/// The quotation that ends right before `phrase`.
pub(super) fn quotation_before(view: &View<'_>, phrase: usize) -> Option<Piece> {
    let close = without_pause(view, phrase);
    let quotation = close
        .checked_sub(1)
        .and_then(|last| view.closing(last).or_else(|| view.closing(close)))?;
    (quotation.close - quotation.open >= 3)
        .then(|| content::piece(view, quotation.open + 1, 0, quotation.close))?
}

fn without_pause(view: &View<'_>, phrase: usize) -> usize {
    let paused = phrase > 0 && (view.is_comma(phrase - 1) || view.is_mark(phrase - 1, &['-', '–']));
    if paused { phrase - 1 } else { phrase }
}

/// The clause that ends before token `close`, or the quotation where it is all of it.
fn clause(view: &View<'_>, close: usize, floor: usize) -> Option<Piece> {
    let start = clause_start(view, close, floor);
    let quoted = close
        .checked_sub(1)
        .and_then(|at| view.closing(at))
        .filter(|q| q.open <= start + 1);
    match quoted {
        Some(q) => content::piece(view, q.open + 1, 0, q.close),
        None => content::piece(view, start, 0, close),
    }
}

/// Where the clause that ends before `end` begins: the sentence, past what opens it.
fn clause_start(view: &View<'_>, end: usize, floor: usize) -> usize {
    const FARTHEST: usize = 300;
    let floor = floor.max(end.saturating_sub(FARTHEST));
    let mut at = end;
    while at > floor {
        let previous = at - 1;
        if view.is_mark(previous, &['؛', ';', ':']) {
            break;
        }
        let paused = previous > 0 && view.is_comma(previous - 1);
        if paused && boundary::participle_with_complement(view, previous) {
            break;
        }
        // `…، فيما سقط عشرات، وفق الجيش`: the narrator's other clause is not covered.
        if paused
            && let Some(run) = view.run_of(previous, Classes::CONTRAST)
            && run <= end
        {
            return run;
        }
        at = previous;
    }
    at
}
