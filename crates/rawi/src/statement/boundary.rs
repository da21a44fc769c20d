//! Takes: a word inside a content. Gives: whether the narrator takes the sentence back there. Relies on
//! signs on both sides of the word: each sign has a weight, a pause before the word and a content that
//! is a mere phrase add to it, and the content ends where there is [`ENOUGH`].

use super::slots;
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{self, Want, is_finite_cue};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, Frame, Introducer, Meaning, Role, SourceKind, Speaker};
use crate::text::token::Kind;
use crate::view::View;

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
            (4, |p| new_saying(p.view, p.at)),
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

    /// `بحسب المصدر`, `كما قال`; وفق is a plain preposition too often to be trusted without a pause.
    fn on_the_word_of_another(&self) -> bool {
        according_to(self.view, self.at) && (self.paused || self.folded() != "وفق")
    }

    /// `، مشيرا إلى`: the speaker goes on, and where his saying is passed on as a whole, within it.
    fn goes_on_by_participle(&self) -> bool {
        self.shape != Shape::Relayed && participle_with_complement(self.view, self.at)
    }

    /// `لكنه قال`, `لكنه لم يذكر`, `فيما تحدث شهود عن`.
    fn but_said(&self) -> bool {
        let view = self.view;
        let Some(mut next) = self.run(Classes::ADVERSATIVE.or(Classes::CONTRAST)) else {
            return false;
        };
        if view.is(next, Classes::NEGATION.or(Classes::BEFORE_VERB)) {
            next += 1;
        }
        // `فيما وصفته بانتهاك`: in what she called so.
        let described = !self.paused
            && view
                .words
                .get(next)
                .is_some_and(|w| w.cues.iter().any(|c| c.suffix.is_some()));
        is_third_person_cue(view, next) && !described && slots::any_after(view, next)
    }

    /// `، وأعلن`, `، وجاء`: any verb of saying in the perfect with و.
    fn goes_on_telling(&self) -> bool {
        let word = &self.view.words[self.at];
        let noun = word.cues.iter().any(|c| c.kind() == FormKind::Masdar)
            || word.classes.any(
                Classes::TITLE
                    .or(Classes::HEAD)
                    .or(Classes::GIVEN_NAME)
                    .or(Classes::PREPOSITION),
            );
        !noun
            && (!self.quoted || self.phrase)
            && word.cues.iter().any(|c| {
                c.kind() == FormKind::Perfect
                    && c.prefix.conjunction == Some('و')
                    && (c.suffix.is_none() || self.phrase)
                    && self.could_speak(c.form.entry)
                    && (self.phrase || self.complement_ahead(c.form.entry))
            })
            && !self.view.is(self.at.saturating_sub(1), Classes::RELATIVE)
    }

    /// Something that the verb takes stands in the next words.
    fn complement_ahead(&self, entry: u16) -> bool {
        let view = self.view;
        let frames = &view.lexicon.entries[usize::from(entry)].frames;
        let object = frames
            .iter()
            .flat_map(|f| &f.slots)
            .any(|s| s.introducer == Introducer::Object);
        object
            || slots::clause_ahead(view, self.at + 1)
            || (self.at + 1..self.at + 4).any(|i| slots::follows(view, i, frames, false))
    }

    /// A verb that only some can be the subject of has no other behind it.
    fn could_speak(&self, entry: u16) -> bool {
        let view = self.view;
        let entry = &view.lexicon.entries[usize::from(entry)];
        entry.speaker != Speaker::Needed
            || !view.is_word(self.at + 1)
            || !view.words[self.at + 1].prefix.definite
            || speaks(view, self.at + 1)
    }

    /// In a headline the present tense tells: `الوزير يدعو إلى الحوار ويرفض الحرب`.
    fn headline_goes_on(&self) -> bool {
        let view = self.view;
        view.layout.in_title(self.at)
            && !self.quoted
            && (self.phrase || self.paused)
            && (self.new_subject()
                || self.another_in_the_headline()
                || self.phrase
                    && view.words[self.at].cues.iter().any(|c| {
                        c.kind() == FormKind::Imperfect && c.prefix.conjunction == Some('و')
                    })
                    && is_finite_cue(view, self.at))
    }

    /// `ومجموعة السبع تقرر`, `وعمليات الإجلاء تتواصل`: a noun with its verb in the present.
    fn another_in_the_headline(&self) -> bool {
        const LONGEST: usize = 10;
        let (view, at) = (self.view, self.at);
        let noun = view.is(at, Classes::NOUN.or(Classes::HEAD).or(Classes::TITLE))
            || view.tag(at) == Tag::Noun
            || view.words[at].prefix.definite
            || view.name_at(at).is_some();
        noun && self.folded().starts_with('و')
            && !noun_phrase::is_verb(view, at)
            && (at + 1..at + LONGEST)
                .take_while(|&i| view.is_word(i) && !view.is(i, Classes::COMPLEMENTISER))
                .any(|i| {
                    view.folded(i).starts_with(['ي', 'ت'])
                        && !view.words[i].prefix.definite
                        && view.words[i].prefix.conjunction.is_none()
                        && !view.is(i, Classes::NOUN)
                        && !view.is(i - 1, Classes::RELATIVE)
                        && noun_phrase::is_verb(view, i)
                })
    }

    /// A relative clause that cannot tell which one is meant, for that is known: `هذا الهجوم الذي وقع أمس`,
    /// `قرية «سوسيا» التي تقع …`, `جيش بلادهم الذي وصفهم بأنه …`. It is the narrator's remark.
    fn remark_on_the_known(&self) -> bool {
        let view = self.view;
        if !self.phrase || !view.is(self.at, Classes::RELATIVE_PRONOUN) {
            return false;
        }
        let conjunction = view.words[self.at].prefix.conjunction.is_some();
        let mut last = self.at - 1;
        while last > 0 && matches!(view.tokens.kind(last), Kind::Mark(_)) {
            last -= 1;
        }
        let pointed = (last.saturating_sub(2)..last)
            .any(|i| view.is(i, Classes::DEMONSTRATIVE) && (i + 1..=last).all(|j| view.is_word(j)));
        let named = view.closing(self.at - 1).is_some()
            || view.tokens.kind(last) == Kind::Number
            || view.is(last, Classes::GIVEN_NAME);
        conjunction || self.paused || pointed || named
    }

    /// `حكومة الإقليم التي اتهمها بأنها …`: what the pronoun goes back to is described in another saying.
    fn described_elsewhere(&self) -> bool {
        let view = self.view;
        self.phrase
            && view.is(self.at, Classes::RELATIVE_PRONOUN)
            && view
                .words
                .get(self.at + 1)
                .is_some_and(|w| w.cues.iter().any(|c| c.is_finite() && c.suffix.is_some()))
            && (slots::introduces(view, self.at + 2, "ب") || view.opening(self.at + 2).is_some())
    }

    /// `رفضوا الإخلاء فتجنبوا الضوء`.
    fn so_it_happened(&self) -> bool {
        let plural = self.view.classes(self.at).is_none()
            && self.folded().starts_with('ف')
            && self.folded().ends_with("وا");
        let joined = self.view.words[self.at].prefix.conjunction == Some('ف');
        self.phrase && (plural || joined && noun_phrase::is_verb(self.view, self.at))
    }

    /// `حذر من الائتلافات وعدد مزايا الحكم`: a verb in the perfect that no noun is joined to.
    fn joined_verb(&self) -> bool {
        let view = self.view;
        self.phrase
            && view.words[self.at].prefix.conjunction == Some('و')
            && view.tag(self.at) == Tag::Verb
            && view.classes(self.at).is_open()
            && !view.is(self.at, Classes::NOUN)
            && !self
                .folded()
                .trim_start_matches('و')
                .starts_with(['ي', 'ت', 'ن'])
            && !view.is(self.at + 1, Classes::PREPOSITION_SUFFIXED)
    }

    /// `التقارير التي تحدثت عن المنع هي مجرد دعاية`: the predicate of the clause around the saying.
    fn predicate(&self) -> bool {
        self.phrase
            && matches!(self.folded(), "هو" | "هي")
            && self.view.is_word(self.at + 1)
            && !self.view.is(self.at + 1, Classes::RELATIVE)
            && !self
                .view
                .is(self.at - 1, Classes::RELATIVE.or(Classes::CONJUNCTION))
    }

    /// `قال إن ثمنا سيدفع في إشارة إلى العقوبات`: whom or what he means, as the narrator has it.
    fn allusion(&self) -> bool {
        !self.quoted && self.run(Classes::ALLUSION).is_some()
    }

    /// `، وفي تلك الأثناء`: another story.
    fn turn(&self) -> bool {
        self.folded().starts_with('و')
            && !self.quoted
            && self.run(Classes::TURN).is_some_and(|end| end > self.at + 1)
    }

    /// `، والمكتب السياسي يحمّل`: another subject with its own verb of saying.
    fn new_subject(&self) -> bool {
        let (view, at) = (self.view, self.at);
        let word = &view.words[at];
        let named = word.prefix.definite
            || word.classes.any(Classes::HEAD.or(Classes::TITLE))
            || view
                .name_at(at)
                .is_some_and(|(h, _)| h.prefix.conjunction.is_some());
        named
            && self.folded().starts_with('و')
            && !self.quoted
            && !noun_phrase::is_preposition(view, at)
            && noun_phrase::parse_fused(view, at, at + 14, Want::Source, &[])
                .is_some_and(|p| is_finite_cue(view, p.end))
    }

    /// `، حيث قال`, `، إذ أكد`, `، وهو ما وصفه`.
    fn where_he_said(&self) -> bool {
        let view = self.view;
        !self.quoted
            && self
                .run(Classes::CONTINUATION)
                .is_some_and(|next| is_third_person_cue(view, next))
    }

    /// `، فيما سقط`, `، بينما`, `، في حين`.
    fn contrast(&self) -> bool {
        self.run(Classes::CONTRAST).is_some()
    }

    /// `، بينما التقى الرئيس`, `، وبينما`: what was done meanwhile is the narrator's to tell.
    fn meanwhile_done(&self) -> bool {
        let view = self.view;
        self.run(Classes::CONTRAST).is_some_and(|next| {
            let joined = view.words[self.at].prefix.conjunction == Some('و');
            let perfect = next < view.tokens.len()
                && view.tag(next) == Tag::Verb
                && !view.folded(next).starts_with(['ي', 'ت', 'ن']);
            joined || perfect
        })
    }

    /// `«…»، إلا أنه`, `«…» فيما`: the words themselves are over, and so is the saying.
    fn against_the_quoted(&self) -> bool {
        let before = self.at - 1 - usize::from(self.at > 1 && self.view.is_comma(self.at - 1));
        self.view.closing(before).is_some_and(|q| q.closed) && (self.contrast() || self.exception())
    }

    /// `، إلا أن`, `، غير أنه`.
    fn exception(&self) -> bool {
        self.run(Classes::ADVERSATIVE)
            .is_some_and(|end| end > self.at + 1)
    }

    /// `، في خطوة`, `، في مؤشر على`, `، وذلك خلال لقاء`: the narrator's remark on the saying.
    fn aside(&self) -> bool {
        let view = self.view;
        if self.run(Classes::ASIDE).is_some() {
            return true;
        }
        // The occasion on which it was said.
        let occasion = self.at + 1;
        self.folded() == "وذلك"
            && (view.run_of(occasion, Classes::REPLY).is_some()
                || view.is(occasion, Classes::OPENER.or(Classes::PREPOSITION))
                    && (occasion..occasion + 4).any(|i| {
                        view.hits_at(i)
                            .any(|h| matches!(h.meaning, Meaning::Channel(_)))
                    }))
    }

    /// `، دون أن يذكر`, `، ولم يوضح`: what the speaker leaves unsaid is the narrator's to tell.
    fn left_unsaid(&self) -> bool {
        let view = self.view;
        let runs = self.run(Classes::NEGATION);
        runs.is_some_and(|next| {
            let denied = next > self.at + 1 || view.is(self.at, Classes::BEFORE_VERB);
            denied && is_third_person_cue(view, next)
        })
    }

    /// `، دون أن تصدر تعليقات`, `، بدون تفاصيل`: what did not come with the saying.
    fn lacking(&self) -> bool {
        !self.quoted
            && self.paused
            && self.view.is(self.at, Classes::WITHOUT)
            && self.view.words[self.at].prefix.conjunction.is_none()
    }

    /// `، ما أثار غضب الحلف`: behind a phrase the narrator tells what came of it.
    fn what_came_of_it(&self) -> bool {
        let (view, at) = (self.view, self.at);
        self.phrase
            && view.is(at, Classes::RELATIVE)
            && !view.is(at, Classes::RELATIVE_PRONOUN)
            && view.words[at].prefix.preposition.is_none()
            && view.words.get(at + 1).is_some_and(|w| !w.prefix.definite)
            && noun_phrase::is_verb(view, at + 1)
    }

    /// `طلب الإلغاء وهو ما رفضته الجماعة`, `سخر من تصريحاته لكن هذا لم يحل`: no comma is needed behind a phrase.
    fn narrator_objects(&self) -> bool {
        let (view, at) = (self.view, self.at);
        let judged = |i: usize| {
            view.run_of(i, Classes::CONTINUATION)
                .is_some_and(|end| end > i + 1)
        };
        let pronoun = |i: usize| view.is(i, Classes::SUBJECT_PRONOUN);
        self.phrase
            && !self.quoted
            && !view.is(at - 1, Classes::CONJUNCTION)
            && (self.run(Classes::ADVERSATIVE).is_some()
                || judged(at) && !pronoun(at - 1)
                || pronoun(at) && judged(at + 1))
    }

    /// `، حيث`, `، لكن`, `، كما`: behind a phrase they open a clause of the narrator's.
    fn connector(&self) -> bool {
        self.run(Classes::CONNECTOR).is_some() && self.folded() != "وذلك" || self.occasion()
    }

    /// `، وذلك بعد استهداف منزله`, `، وذلك في إطار`: when and around what it was said; `وذلك بهدف` may be said.
    fn occasion(&self) -> bool {
        let (view, next) = (self.view, self.at + 1);
        self.folded() == "وذلك"
            && (view.is(next, Classes::AFTER)
                || view.is(next, Classes::PREPOSITION)
                    && view.run_of(next, Classes::OPENER).is_some())
    }

    /// `، بعد ساعات على تصريحات`: when it was said, not what.
    fn afterwards(&self) -> bool {
        self.view.is(self.at, Classes::AFTER)
    }

    /// `، وتبعت ذلك حرب`, `، هو إجراء …`: a verb that the phrase is no object of.
    fn another_verb(&self) -> bool {
        let view = self.view;
        let at = self.at;
        // `، جاء فيها`, `وتم خلالها` describe the noun before; `ردا على` is no verb.
        let fixed = self
            .run(Classes::OPENER.or(Classes::TURN).or(Classes::REPLY))
            .is_some_and(|end| end > at + 1);
        if fixed
            || view.is(at + 1, Classes::PREPOSITION_SUFFIXED)
            || view.words[at].prefix.preposition.is_some()
        {
            return false;
        }
        let copula = matches!(self.folded(), "هو" | "هي") && view.is_word(at + 1);
        // `، هذه المؤسسات تقف`.
        let pointed = view.is(at, Classes::DEMONSTRATIVE)
            && view.words.get(at + 1).is_some_and(|w| w.prefix.definite)
            && noun_phrase::is_verb(view, at + 2);
        copula
            || pointed
            || is_finite_cue(view, at)
            || noun_phrase::is_verb(view, at) && !view.is(at, Classes::NOUN)
            || view.is(at, Classes::AUXILIARY) && !view.is(at, Classes::NOUN)
    }
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

/// A finite form of a verb of saying that is neither `we` nor `I`.
fn is_third_person_cue(view: &View<'_>, at: usize) -> bool {
    use crate::language::arabic::conjugator::Person;
    view.words.get(at).is_some_and(|w| {
        w.cues
            .iter()
            .any(|c| c.is_finite() && c.features().person == Person::Third)
    })
}

/// `مشيرا إلى`, `مؤكدة أن`: a participle of saying with its complement goes on with the speaker.
pub(crate) fn participle_with_complement(view: &View<'_>, at: usize) -> bool {
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

/// A phrase like `بحسب المصدر`.
fn according_to(view: &View<'_>, at: usize) -> bool {
    view.hits_at(at).any(|h| match h.meaning {
        Meaning::AccordingTo(index) => {
            h.prefix.conjunction.is_none() && {
                let kind = view.lexicon.according_to[usize::from(index)].source;
                match kind {
                    SourceKind::Clause => is_finite_cue(view, h.end),
                    SourceKind::Itself => true,
                    SourceKind::Noun | SourceKind::Lam => speaks(view, h.end),
                }
            }
        }
        _ => false,
    })
}

/// The noun at `at` can be a source: `وفق المصدر`, not `وفق القانون`.
pub(crate) fn speaks(view: &View<'_>, at: usize) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUALITY)
        .or(Classes::NATIONALITY);
    view.is(at, SPEAKS)
        || view.name_at(at).is_some()
        || noun_phrase::looks_like_name(view, at)
        || view.opening(at).is_some()
}

/// `وقال`, `وأضافت`: a new saying in the perfect, with its complement or its subject after it.
fn new_saying(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else {
        return false;
    };
    if word.prefix.definite
        || word
            .classes
            .any(Classes::TITLE.or(Classes::HEAD).or(Classes::GIVEN_NAME))
        || word.classes.any(Classes::PREPOSITION) && !complementiser_soon(view, at)
        || at > 0 && view.is(at - 1, Classes::RELATIVE)
    {
        return false;
    }
    word.cues.iter().any(|c| {
        let described = c.suffix.is_some()
            && (view.opening(at + 1).is_some() || slots::introduces(view, at + 1, "ب"));
        c.kind() == FormKind::Perfect
            && c.prefix.conjunction == Some('و')
            && (c.suffix.is_none() || described)
            && {
                let entry = &view.lexicon.entries[usize::from(c.form.entry)];
                entry.frames.iter().flat_map(|f| &f.slots).any(|s| {
                    matches!(s.introducer, Introducer::Clause | Introducer::Quotation)
                        || s.role == Role::Content
                }) && (slots::follows(view, at + 1, &entry.frames, false)
                    || slots::clause_ahead(view, at + 1))
            }
    })
}

/// `وبين الوزير أن`, where the word by itself is a preposition.
fn complementiser_soon(view: &View<'_>, at: usize) -> bool {
    const SOON: usize = 7;
    (at + 1..at + SOON)
        .take_while(|&i| view.is_word(i))
        .any(|i| view.is(i, Classes::COMPLEMENTISER))
}
