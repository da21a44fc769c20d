//! Takes: a preposition of a frame and its role. Gives: the content, addressee or source behind it, or
//! the way past it. Relies on: the frames for the role; a preposition behind a remark belongs to that.

use super::frames::words_open;
use super::mention::{mention, past};
use super::{Opened, Scan, Step};
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{self, Want, is_preposition_word};
use crate::lexicon::{Classes, Introducer, Role};
use crate::statement::{occasion, slots};

/// What a preposition governs: its first token, how many letters before it, and whether the
/// preposition is a word of its own.
struct Governed {
    object: usize,
    letters: u8,
    own_word: bool,
}

impl Scan<'_, '_, '_> {
    pub(super) fn preposition(&mut self, role: Role) -> Step {
        let view = self.view;
        let at = self.at;
        let Governed {
            object,
            letters,
            own_word,
        } = self.governed();
        match role {
            // `رد على الوزير قائلا: «…»`: what it is about gives way to what is said.
            Role::Topic if self.words_follow(object) => {
                self.step_over(object);
                Step::Go
            }
            // `علقت الفصائل هجماتها على القواعد`: what was done to the object is told.
            Role::Topic if self.objects > 0 && !view.is(object, Classes::COMPLEMENTISER) => {
                Step::Fail
            }
            Role::Topic if self.asks_for_saying() => self.saying(object, letters),
            Role::Content | Role::Topic => {
                self.found.topic = role == Role::Topic && !view.is(object, Classes::COMPLEMENTISER);
                if view.is(object, Classes::COMPLEMENTISER)
                    && (own_word || view.folded(object).starts_with("با"))
                {
                    return self.clause_behind(object);
                }
                self.content(object, letters, Opened::Preposition)
            }
            // Behind a remark it belongs to the remark, unless it is somebody who listens.
            Role::Addressee if !self.may_be_told(object, letters) => {
                self.step_over(object);
                Step::Go
            }
            Role::Addressee => {
                let Some(mention) = mention(
                    view,
                    object,
                    letters,
                    self.end,
                    Want::Addressee,
                    &self.taken,
                ) else {
                    self.at += 1;
                    return Step::Go;
                };
                self.at = past(view, mention);
                self.found.addressees.push(mention);
                Step::Go
            }
            Role::Source if matches!(view.folded(at), "عن" | "الي") => {
                self.relayed(object, letters)
            }
            // `جاء في بيان أن`, `سؤال لأحد الطلاب عن`: what speaks is the document, the student.
            Role::Source => {
                let Some(mention) =
                    mention(view, object, letters, self.end, Want::Source, &self.taken)
                else {
                    return Step::Fail;
                };
                self.at = past(view, mention);
                self.found.source = Some(mention);
                Step::Go
            }
        }
    }

    /// Where the object of the preposition here begins.
    fn governed(&self) -> Governed {
        let view = self.view;
        let at = self.at;
        let letter = self.slots().any(|s| match &s.introducer {
            Introducer::Preposition(p) => {
                p.chars().count() == 1 && slots::introduces(view, at, p) && view.folded(at) != &**p
            }
            _ => false,
        });
        let own_word =
            is_preposition_word(view, at) && !letter || view.folded(at).chars().count() == 1;
        let (object, letters) = if own_word {
            (at + 1, 0)
        } else {
            (at, view.words[at].prefix.conjunction_letters + 1)
        };
        // The letter is cut off where it can be: `للصحفيين` stays whole.
        let letters = if letters > 0
            && view.words[at].prefix.preposition == Some('ل')
            && view.words[at].prefix.definite
            && !view.folded(at).starts_with("لال")
        {
            0
        } else {
            letters
        };
        Governed {
            object,
            letters,
            own_word,
        }
    }

    /// `نقلت الوكالة عن الوزير أن`: what is passed on is the other's saying, source and all.
    fn relayed(&mut self, object: usize, letters: u8) -> Step {
        let view = self.view;
        // Something must be told in the other's words; else it is a load that is carried.
        let told = (object..(object + 30).min(self.end)).any(|i| {
            view.is(i, Classes::COMPLEMENTISER)
                || words_open(view, i, 3)
                || view.words[i]
                    .cues
                    .iter()
                    .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_some())
        });
        if !told {
            return Step::Fail;
        }
        self.found.relays = Some(self.at);
        self.content(object, letters, Opened::Preposition)
    }

    fn may_be_told(&self, object: usize, letters: u8) -> bool {
        let view = self.view;
        if self.stepped == 0 || !self.found.addressees.is_empty() {
            return self.stepped == 0;
        }
        // `أكد … لأهالي القرى أن`: whoever stands right before what is said is told it.
        let told = occasion::somebody(view, object, letters, self.end).is_some_and(|m| {
            let after = past(view, m);
            let people = Classes::TITLE.or(Classes::COLLECTIVE).or(Classes::AUDIENCE);
            view.is(m.phrase.head, people)
                && (view.is(after, Classes::COMPLEMENTISER) || view.is_mark(after, &[':']))
        });
        if told {
            return true;
        }
        // `زيارته لمصنع`: right behind a noun only those are spoken to who always are.
        let attached = view.is_word(self.at - 1) && !view.is(self.at - 1, Classes::TIME);
        if attached {
            noun_phrase::is_audience(view, object)
        } else {
            occasion::somebody(view, object, letters, self.end).is_some()
        }
    }
}
