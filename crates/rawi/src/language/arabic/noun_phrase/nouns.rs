//! Takes: a noun or adjective after the first word. Gives: whether it belongs to the phrase. Relies on:
//! an open construct taking any noun, the article closing it, and agreement after that.

use super::names::{looks_like_name, name_goes_on, surname_after_given};
use super::verbs::verbal_noun_like;
use super::{OBJECT, Parser, Want};
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::record::Count;
use crate::view::View;

impl Parser<'_, '_> {
    /// `منظمات يمينية المسلحين`: nothing with the article depends on an adjective of nationality or kind.
    pub(super) fn behind_kind(&self, at: usize) -> bool {
        let view = self.view;
        !self.closed
            && view.words[at].prefix.definite
            && self.words > 1
            && view.tag(at) != Tag::Adjective
            && nisba(view, at - 1)
            && !view.words[at - 1].prefix.definite
            // `وزارة خارجية الصين`: a ministry's matter is a noun.
            && !view.is(at - 1, Classes::HEAD)
            && !view.is(at - 2, Classes::TITLE)
    }

    pub(super) fn noun(&mut self) -> bool {
        let view = self.view;
        let at = self.at;
        let classes = view.classes(at);
        let definite = view.words[at].prefix.definite;
        let previous = at - 1;
        let told = view.words[at]
            .cues
            .iter()
            .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_some());
        // `الوزير التأكيد على`: the object of a verb that says it again.
        let again = self.closed
            && definite
            && view.is(at + 1, Classes::PREPOSITION)
            && view.words[at]
                .cues
                .iter()
                .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_none())
            && !classes.any(Classes::TITLE.or(Classes::HEAD).or(Classes::GIVEN_NAME));
        let begins = if self.want == Want::Source {
            told || self.closed && view.words[at].enclitic
        } else {
            told && self.words > 0
                && view.tag(previous) == Tag::ProperNoun
                && view.tag(at) == Tag::Noun
        };
        if again || begins {
            // `مصدر عسكري قوله`, `الوزير رفضه`, `مصدر في كردستان قوله`: what is said begins.
            return false;
        }
        // `دعا ميشو المجتمع الدولي`: an unknown word is a name, and the noun behind it the object.
        let unknown = previous == self.head
            && definite
            && classes.any(Classes::NOUN)
            && self.want == Want::Source
            && view.tag(previous) == Tag::ProperNoun
            && view.classes(previous).is_none()
            && looks_like_name(view, previous);
        if unknown || self.behind_kind(at) {
            return false;
        }
        if !self.closed {
            // An open construct takes any noun; the article or a name closes it.
            self.take(1);
            // `أديب الشيشكلي`, where the first is a trade as well.
            let surname = classes.is_none() && view.is(previous, Classes::GIVEN_NAME);
            let name = classes.any(Classes::GIVEN_NAME) && !classes.any(Classes::TITLE) || surname;
            self.closed = definite || name;
            self.named |= name;
            self.name_last |= name;
            return true;
        }
        if definite {
            // `الأمير الدكتور تركي`: any title before a name.
            let title = classes.any(Classes::HONORIFIC.or(Classes::RANK))
                || classes.any(Classes::TITLE)
                    && (self.named
                        || view.is(at + 1, Classes::GIVEN_NAME)
                        || view.tag(at + 1) == Tag::ProperNoun && looks_like_name(view, at + 1));
            // `نفى الوزير الخبر`: right behind a bare office, a noun that no adjective is shaped like is the object.
            let bare = self.want == Want::Source
                && previous == self.head
                && view.is(previous, Classes::TITLE)
                && view.words[previous].prefix.definite;
            // `المسؤول الصحي`: a short relative adjective is told by its sentence.
            let adjective = adjective_like(view, at) || nisba(view, at);
            if bare
                && !title
                && !view.is(at, Classes::TIME)
                && !adjective
                && (!adjective_shaped(view.stem(at)) || verbal_noun_like(view.stem(at)))
            {
                return false;
            }
            // `رئيس المجلس القائد العام`: two offices are one person's, where the verb has no use for a second.
            let second = self.want == Want::Source
                && classes.any(Classes::OFFICE)
                && view.is(self.head, Classes::OFFICE)
                && !view.words[self.head].prefix.definite
                && !self.takes(OBJECT);
            // `دعا المعارض السوري المعارضين`: people are no adjective of one of them.
            let people = plural_people(view, at) && !(self.start..at).any(|i| many(view, i));
            let other = classes.any(Classes::HEAD.or(Classes::OFFICE).or(Classes::NATIONALITY))
                && !title
                && !second
                && (people || !adjective_like(view, at) && !view.is(at, Classes::QUALITY));
            if other {
                return false;
            }
            // `دعا فلان المجتمع`: behind a name that is whole a common noun is the object.
            let whole = self.name_last
                && (view.is(previous, Classes::SURNAME)
                    || !(previous.saturating_sub(1)..at)
                        .any(|i| view.is(i, Classes::GIVEN_NAME.or(Classes::NAME_PARTICLE)))
                    || view.is(previous - 1, Classes::GIVEN_NAME)
                        && !view.is(previous, Classes::GIVEN_NAME.or(Classes::NAME_PARTICLE)))
                && classes.any(Classes::NOUN.or(Classes::HEAD))
                && !adjective_like(view, at);
            let whole = whole
                || self.words == 1
                    && at == self.name_end
                    && classes.any(Classes::NOUN)
                    && !adjective_like(view, at);
            if whole && !title || !title && !self.agrees(previous, at) && !self.named {
                return false;
            }
            if self.want == Want::Addressee && !title && !self.named && !adjective_like(view, at) {
                return false;
            }
            let surname = classes.is_none() && view.is(previous, Classes::GIVEN_NAME);
            self.named |= surname;
            self.name_last = !title && (self.name_last || surname);
            self.take(1);
            return true;
        }
        if classes.any(Classes::TITLE) && !classes.any(Classes::GIVEN_NAME) {
            // `فلان نائب رئيس …`, `الوزير السيد`, `رئيس الوزراء وزير الدفاع`.
            let office = classes.any(Classes::HONORIFIC.or(Classes::RANK).or(Classes::SPOKESMAN));
            // Two offices in a row are one person's, unless the second may be spoken to.
            let second = classes.any(Classes::OFFICE.or(Classes::KIN))
                && view.is(self.head, Classes::TITLE)
                && self.want == Want::Source;
            // `طالب رئيس المجلس فلان رئيس الوزراء`: whoever has an office already is not in another.
            let other = classes.any(Classes::OFFICE)
                && view.is(self.head, Classes::OFFICE)
                && self.takes(OBJECT);
            let takes = self.named && !other || office || second && !self.takes(OBJECT);
            if takes {
                self.take(1);
                self.closed = false;
                self.name_last = false;
            }
            return takes;
        }
        // `النائبة عالية نصيف`: two bare words behind an office are a name, whatever the first is.
        let pair = view.is(self.head, Classes::TITLE)
            && !self.named
            && view.words[previous].prefix.definite
            && classes.is_open()
            && !view.words[at].enclitic
            && view.words[at].prefix.letters == 0
            && looks_like_name(view, at + 1);
        // `علي اكبر صالحي`.
        let tribe = self.name_last
            && classes.is_open()
            && view.folded(at).ends_with('ي')
            && view.words[at].prefix.letters == 0;
        if pair
            || tribe
            || surname_after_given(view, at) && self.named
            || looks_like_name(view, at)
                && (self.named
                    || self.may_be_named()
                        && (classes.any(Classes::GIVEN_NAME) || name_goes_on(view, at + 1)))
        {
            self.take(1);
            self.named = true;
            self.name_last = true;
            return true;
        }
        if classes.any(Classes::NAME_PARTICLE) && (self.named || self.may_be_named()) {
            self.take(1);
            self.named = true;
            self.name_last = true;
            return true;
        }
        // `زعيم الحزب أكبر أحزاب المعارضة`.
        if classes.any(Classes::SUPERLATIVE)
            && self.want == Want::Source
            && !view.words[at].enclitic
        {
            self.take(1);
            self.closed = false;
            return true;
        }
        // Indefinite adjective after an indefinite phrase closed by a preposition: `مصدر في الوزارة مطلع`.
        false
    }

    /// `المتمردين الحوثيين`: a people's name that stands as an adjective behind a plural with the article.
    pub(super) fn peoples_adjective(&self, at: usize, end: usize) -> bool {
        let view = self.view;
        self.closed
            && !self.named
            && end == at + 1
            && view.words[at].prefix.definite
            && view.words[at].prefix.letters <= 2
            && view.is_word(at - 1)
            && view.words[at - 1].prefix.definite
            && view.tag(at) == Tag::Adjective
            && ["يين", "يون"].iter().any(|e| view.stem(at).ends_with(e))
            && plural_people(view, at - 1)
    }

    /// Does the phrase so far have the article?
    pub(super) fn definite(&self) -> bool {
        (self.head..self.at).any(|i| self.view.words[i].prefix.definite)
    }

    /// A name may follow: the phrase so far is an office, a rank, a profession or a kind of person.
    pub(super) fn may_be_named(&self) -> bool {
        let view = self.view;
        (self.start..self.at).any(|i| {
            view.is(
                i,
                Classes::TITLE.or(Classes::UNNAMED).or(Classes::COLLECTIVE),
            ) || view.is(i, Classes::NATIONALITY)
        })
    }

    /// Does the definite word at `at` agree with some noun of the phrase as its adjective would?
    pub(super) fn agrees(&self, previous: usize, at: usize) -> bool {
        let view = self.view;
        let feminine = |i: usize| {
            let f = view.folded(i);
            f.ends_with('ه') || f.ends_with("اء") || f.ends_with("يا")
        };
        let sound_plural = |i: usize| view.folded(i).ends_with("ات");
        if view.is(at, Classes::NATIONALITY) || adjective_like(view, at) {
            return true;
        }
        if feminine(at) {
            return true;
        }
        if sound_plural(at) {
            return (self.start..=previous).any(sound_plural);
        }
        // A masculine adjective needs a masculine noun somewhere in the chain.
        (self.start..=previous).any(|i| view.is_word(i) && !feminine(i))
    }
}

/// A relative adjective or another that ends like one.
pub(crate) fn adjective_like(view: &View<'_>, at: usize) -> bool {
    let stem = view.stem(at);
    view.is(
        at,
        Classes::NATIONALITY
            .or(Classes::QUALITY)
            .or(Classes::TIME_ADJECTIVE),
    ) || stem.ends_with("يه") && stem.chars().count() >= 4
        || stem.ends_with('ي') && stem.chars().count() >= 4
        || stem.ends_with("يين")
        || stem.ends_with("يون")
        || view.is(at, Classes::ADJECTIVE)
}

/// Its head is sure to be somebody, whose gender shows: a title, or a body.
pub(crate) fn is_person_or_body(view: &View<'_>, phrase: super::NounPhrase) -> bool {
    const UNSURE: Classes = Classes::PLURAL
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUANTIFIER)
        .or(Classes::COLLECTIVE);
    view.is(phrase.head, Classes::TITLE.or(Classes::ORGANISATION))
        && !view.is(phrase.head, UNSURE)
        && !view.is(phrase.start, UNSURE)
        && (phrase.start..phrase.end).all(|i| view.words[i].prefix.conjunction.is_none())
}

/// A sound plural that means people: المعارضين، الفلسطينيون.
fn plural_people(view: &View<'_>, at: usize) -> bool {
    let folded = view.folded(at);
    (folded.ends_with("ين") || folded.ends_with("ون"))
        && view.is(
            at,
            Classes::PLURAL
                .or(Classes::COLLECTIVE)
                .or(Classes::AUDIENCE)
                .or(Classes::UNNAMED),
        )
}

/// More than one, as far as its form or the lexicon shows.
fn many(view: &View<'_>, at: usize) -> bool {
    let folded = view.folded(at);
    view.is(
        at,
        Classes::PLURAL
            .or(Classes::COLLECTIVE)
            .or(Classes::QUANTIFIER),
    ) || ["ون", "ين", "ان", "ات", "و"]
        .iter()
        .any(|e| folded.ends_with(e))
        || view.words[at]
            .head
            .is_some_and(|h| h.count == Some(Count::Several))
        || view.words[at].prefix.conjunction.is_some()
}

/// Ends as adjectives of nationality and kind do: يمينية، حكومي.
fn nisba(view: &View<'_>, at: usize) -> bool {
    let stem = view.stem(at);
    view.tag(at) == Tag::Adjective && (stem.ends_with("يه") || stem.ends_with('ي'))
}

/// Shaped like فعيل، فاعل، مفعول، أفعل, as most adjectives that do not end in ي are.
pub(super) fn adjective_shaped(stem: &str) -> bool {
    let letters: Vec<char> = stem.trim_end_matches('ه').chars().collect();
    letters.first().is_some_and(|c| matches!(c, 'م' | 'ا')) && letters.len() >= 4
        || letters.len() == 4 && (letters[2] == 'ي' || letters[1] == 'ا')
}

/// Written with the ending of the indefinite accusative, as no subject is: مصيبًا.
pub(super) fn is_accusative(view: &View<'_>, at: usize) -> bool {
    let raw = view.tokens.raw(at);
    raw.ends_with("اً") || raw.ends_with("ًا") || is_adverb(view, at)
}

/// `وقال مخاطبا الحضور`: a participle with the accusative's alif tells how it is said, not who says it.
pub(crate) fn is_participle_of_manner(view: &View<'_>, at: usize) -> bool {
    let word = &view.words[at];
    let cue = word
        .cues
        .iter()
        .any(|c| c.kind() == FormKind::ActiveParticiple);
    let letters = view.folded(at).chars().count();
    view.folded(at).ends_with('ا')
        && !word.prefix.definite
        && view.name_at(at).is_none()
        && (cue
            || letters >= 5
                && view.folded(at).starts_with('م')
                && matches!(view.tag(at), Tag::Adjective | Tag::Noun | Tag::Adverb))
}

/// A relative adjective as an adverb: رسميا.
pub(crate) fn is_adverb(view: &View<'_>, at: usize) -> bool {
    view.folded(at).strip_suffix('ا').is_some_and(|stem| {
        stem.ends_with('ي')
            && view
                .lexicon
                .word(stem)
                .is_some_and(|w| !w.classes.is_none())
    }) && view.classes(at).is_open()
        && view.name_at(at).is_none()
}
