//! Takes: a word inside a content. Gives: whether the narrator takes the sentence back there. Relies on
//! signs on both sides of the word: each sign has a weight, a pause before the word and a content that
//! is a mere phrase add to it, and the content ends where there is [`ENOUGH`].

mod participles;
mod remarks;
mod sayings;
mod verbs;

use crate::lexicon::Classes;
use crate::view::View;

pub(crate) use participles::with_complement as participle_with_complement;
pub(crate) use sayings::speaks;

/// What a content is: how much of the sentence may belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A clause after a complementiser: others may be joined to it.
    Clause,
    /// The words themselves, after a colon or in quotation marks.
    Words,
    /// A noun phrase: no verb goes on with it.
    Phrase,
    /// The whole saying of somebody else, with all that he goes on to say.
    Relayed,
    /// What the narrator himself recalls: only somebody else's word for it takes it from him.
    Recalled,
}

/// So much ends a content.
const ENOUGH: u8 = 4;
/// A comma, or the mark that closes a quotation.
const PAUSE: u8 = 2;
/// Only a phrase is under way.
const PHRASE: u8 = 1;

/// Does a content of this shape end before the word at `at`?
pub(super) fn ends_before(view: &View<'_>, at: usize, shape: Shape) -> bool {
    ends(view, at, shape, at > 0 && view.is_comma(at - 1))
}

/// The same where the content is a quotation that has just been closed.
pub(super) fn ends_after_quotation(view: &View<'_>, at: usize, shape: Shape) -> bool {
    ends(view, at, shape, true)
}

fn ends(view: &View<'_>, at: usize, shape: Shape, paused: bool) -> bool {
    // `الخبراء الذين | فحصوا`: nothing ends behind a word that opens a clause.
    if at > 0
        && view.is(
            at - 1,
            Classes::RELATIVE_PRONOUN.or(Classes::COMPLEMENTISER),
        )
    {
        return false;
    }
    let phrase = shape == Shape::Phrase;
    let given = if paused { PAUSE } else { 0 } + if phrase { PHRASE } else { 0 };
    let place = Place {
        view,
        at,
        paused,
        phrase,
        shape,
        quoted: view.quotation(at).is_some(),
    };
    if shape == Shape::Recalled {
        return place.on_the_word_of_another();
    }
    place.weight(ENOUGH - given) + given >= ENOUGH
}

struct Place<'v, 'a> {
    view: &'v View<'a>,
    at: usize,
    paused: bool,
    phrase: bool,
    shape: Shape,
    /// The speaker's own words: what is told inside them is the speaker's to tell.
    quoted: bool,
}

impl Place<'_, '_> {
    /// The weight of the strongest sign; signs lighter than `needed` are not looked for.
    fn weight(&self, needed: u8) -> u8 {
        type Sign = fn(&Place<'_, '_>) -> bool;
        const SIGNS: [(u8, Sign); 27] = [
            (4, |p| p.goes_on_by_participle()),
            (4, |p| p.on_the_word_of_another()),
            (4, |p| sayings::new_saying(p.view, p.at)),
            (4, |p| p.but_said()),
            (4, |p| p.allusion()),
            (4, |p| p.described_elsewhere()),
            (3, |p| p.goes_on_telling()),
            (3, |p| p.headline_goes_on()),
            (3, |p| p.remark_on_the_known()),
            (3, |p| p.so_it_happened()),
            (3, |p| p.predicate()),
            (3, |p| p.joined_verb()),
            (3, |p| p.narrator_objects()),
            (2, |p| p.new_subject()),
            (2, |p| p.where_he_said()),
            (2, |p| p.aside()),
            (2, |p| p.left_unsaid()),
            (2, |p| p.turn()),
            (2, |p| p.lacking()),
            (2, |p| p.meanwhile_done()),
            (2, |p| p.against_the_quoted()),
            (1, |p| p.contrast()),
            (1, |p| p.exception()),
            (1, |p| p.what_came_of_it()),
            (1, |p| p.connector()),
            (1, |p| p.another_verb()),
            (1, |p| p.afterwards()),
        ];
        SIGNS
            .iter()
            .take_while(|(weight, _)| *weight >= needed)
            .find(|(_, sign)| sign(self))
            .map_or(0, |(weight, _)| *weight)
    }

    fn folded(&self) -> &str {
        self.view.folded(self.at)
    }

    fn run(&self, classes: Classes) -> Option<usize> {
        self.view.run_of(self.at, classes)
    }
}
