//! Takes: a noun phrase right behind a cue or its subject. Gives: the source, an addressee or the
//! content that it is. Relies on: agreement with the verb, and on the frames for what is still open.

use super::mention::{mention, past};
use super::{Opened, Scan, Step, Wanted, read};
use crate::language::arabic::agreement;
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{self, Want, is_finite_cue};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::{Classes, Introducer, Role};
use crate::statement::draft::Mention;
use crate::statement::source;
use crate::view::View;

impl Scan<'_, '_, '_> {
    pub(super) fn source(&mut self) -> Step {
        let limit = self.object.filter(|&o| o > self.at).unwrap_or(self.end);
        let Some(mention) = mention(self.view, self.at, 0, limit, Want::Source, &self.taken) else {
            return if is_finite_cue(self.view, self.at) {
                // `وأضاف في مقتطفات نشرت أمس: «…»`
                if self.stepped > 0 && self.has(&Introducer::Quotation).is_some() {
                    self.clause_of_noun()
                } else {
                    Step::Fail
                }
            } else {
                self.object()
            };
        };
        // `وطالب الحكومة بكذا`: what does not agree is spoken to.
        let agrees = self.wanted.source.is_none_or(|verb| {
            verb.may_precede(agreement::of_head(self.view, mention.phrase.head, None))
                || !noun_phrase::is_person_or_body(self.view, mention.phrase)
        });
        // `وطالب المتظاهرين بكذا`: in the oblique it is no subject either.
        let oblique = mention.phrase.head == mention.phrase.start
            && source::oblique_plural(self.view, mention.phrase.head)
            && self.has(&Introducer::Object).is_some();
        if !agrees || oblique || self.goes_on_with_object(mention) {
            return self.object();
        }
        // `أكد حصول …`: a verbal noun is what is said, not who says it.
        if cannot_speak(self.view, mention) && self.object_content_allowed() {
            return self.object();
        }
        // `أكد لهما ضرورة حماية …`: a plain noun with nothing said behind it is what is said.
        if is_a_thing(self.view, mention)
            && self.object_content_allowed()
            && !self.clause_is_ahead(mention.phrase.end)
        {
            return self.object();
        }
        // After a comma a noun phrase is no subject any more.
        if self.commas > 1 {
            return Step::Fail;
        }
        self.at = past(self.view, mention);
        self.found.source = Some(mention);
        Step::Go
    }

    /// `تراقب القضية وحذرت إسرائيل من`: in the middle of a sentence the verb keeps its subject, and the
    /// only noun phrase before what is said is spoken to.
    fn goes_on_with_object(&self, mention: Mention) -> bool {
        let view = self.view;
        let Some(before) = self.start.checked_sub(2) else {
            return false;
        };
        let joined = view.words[before + 1].prefix.conjunction == Some('و')
            && view.is_word(before)
            && self.at == self.start;
        joined
            && self.has(&Introducer::Object) == Some(Role::Addressee)
            && self.clause_is_ahead_strict(past(view, mention))
    }

    pub(super) fn object(&mut self) -> Step {
        let view = self.view;
        let at = self.at;
        if self.asks_for_saying()
            && is_noun_of_saying(view, at)
            && self.object_content_allowed()
            && self.found.by.is_none()
        {
            return self.saying(at, 0);
        }
        if self.addressee_as_object() {
            return Step::Go;
        }
        if view.tag(at) == Tag::Adverb && view.tokens.raw(at).contains('ً') {
            self.at += 1;
            return Step::Go;
        }
        if self.object_content_allowed() && self.found.by.is_none() {
            self.found.topic = self.takes_object(Role::Topic);
            return self.content(at, 0, Opened::Object);
        }
        self.unclaimed_object()
    }

    /// `أبلغ الوزير الصحفيين أن`: an addressee with no preposition, where the content has yet to come.
    fn addressee_as_object(&mut self) -> bool {
        let view = self.view;
        if self.wanted.suffix
            || !self.found.addressees.is_empty()
            || !self.takes_object(Role::Addressee)
        {
            return false;
        }
        let Some(found) = mention(view, self.at, 0, self.end, Want::Addressee, &self.taken) else {
            return false;
        };
        let after = past(view, found);
        let content_to_come =
            !self.takes_object(Role::Content) || self.clause_is_ahead_strict(after);
        if content_to_come {
            self.at = after;
            self.found.addressees.push(found);
        }
        content_to_come
    }

    /// A noun phrase that no frame asks for: part of a remark, or a sign that nothing is said.
    fn unclaimed_object(&mut self) -> Step {
        let view = self.view;
        let at = self.at;
        // After a comma the sentence may come back to the complement: step over one remark.
        if self.wanted.strict || self.stepped > 8 {
            return Step::Fail;
        }
        let sourced = self.found.source.is_some() || self.wanted.source.is_none();
        let speaks = self.has(&Introducer::Quotation).is_some() && sourced;
        if noun_phrase::is_verb(view, at) {
            // `في مقابلة بثتها القناة: «…»`: a clause inside the remark.
            if (speaks || self.commas > 0) && self.stepped > 0 {
                if is_finite_cue(view, at) {
                    return self.clause_of_noun();
                }
                self.at += 1;
                return Step::Go;
            }
            return Step::Fail;
        }
        // A plain object right behind the verb or its subject: the verb does something else here.
        let adverb = source::adverb(view, at) || view.folded(at).ends_with("يا");
        let person = view.is(at, Classes::TITLE) || noun_phrase::looks_like_name(view, at);
        // A verb that quotes may have a remark there.
        if self.commas == 0 && !adverb && !person && !speaks {
            return Step::Fail;
        }
        let object = !adverb && !person && self.stepped == 0 && !self.takes_object(Role::Addressee);
        self.objects += usize::from(object);
        self.stepped += 1;
        self.step_over(at);
        Step::Go
    }

    /// `عزمه`, `تمديد`: a verbal noun, as far as it shows.
    pub(super) fn verbal_noun(&self, at: usize) -> bool {
        let word = &self.view.words[at];
        noun_phrase::verbal_noun_like(self.view.folded(at))
            || !word.prefix.definite && word.enclitic
            || word
                .cues
                .iter()
                .any(|c| c.kind() == FormKind::Masdar && c.suffix.is_some())
    }

    /// `وجه رسالة إلى العمال: «…»`, `ألقى كلمة حول الأوضاع`: the words of the noun where they follow, else
    /// the noun with what it is about.
    pub(super) fn saying(&mut self, at: usize, letters: u8) -> Step {
        let view = self.view;
        let entry = view.words[at].cues.iter().find_map(|c| {
            let entry = usize::from(c.form.entry);
            let frames = &view.lexicon.entries[entry].masdar_frames;
            (c.kind() == FormKind::Masdar && !frames.is_empty()).then_some(entry)
        });
        let Some(entry) = entry else {
            return self.content(at, letters, Opened::Object);
        };
        let wanted = Wanted {
            frames: &view.lexicon.entries[entry].masdar_frames,
            source: None,
            suffix: true,
            strict: false,
            recalled: false,
            dropped: false,
            limit: self.wanted.limit,
        };
        self.found.saying = Some(entry);
        let words = read(view, at + 1, wanted)
            .filter(|f| matches!(f.by, Some(Opened::Clause | Opened::Quotation)));
        if let Some(words) = words {
            self.found.content = words.content;
            self.found.by = words.by;
            self.found.content_start = words.content_start;
            self.found.addressees.extend(words.addressees);
            return Step::Done;
        }
        self.found.topic = true;
        self.content(at, letters, Opened::Object)
    }
}

/// Where in a subject its verb's object begins: `الوزارة | المجزرة`, `مصادر طبية | استشهاد الشاب`,
/// `الحاكم فلان | الرئيس`: behind a phrase that could end there, a noun that is no adjective of it; somebody
/// only where the verb is said to him or of him.
pub(super) fn swallowed(view: &View<'_>, source: Mention, wanted: Wanted<'_>) -> Option<usize> {
    const SOMEBODY: Classes = Classes::TITLE.or(Classes::HEAD);
    const NEVER: Classes = Classes::HONORIFIC
        .or(Classes::RANK)
        .or(Classes::TIME)
        .or(Classes::GIVEN_NAME);
    let slots = || wanted.frames.iter().flat_map(|f| &f.slots);
    let takes = |role| {
        slots().any(|s| s.introducer == Introducer::Object && s.role == role && s.must.is_none())
    };
    let (content, addressee) = (takes(Role::Content), takes(Role::Addressee));
    let of_somebody = addressee || slots().all(|s| s.introducer != Introducer::Clause);
    let phrase = source.phrase;
    let cut = |&i: &usize| {
        let word = &view.words[i];
        let before = &view.words[i - 1];
        let verbal = noun_phrase::verbal_noun_like(view.stem(i));
        let somebody = word.classes.any(SOMEBODY);
        // `فلان | الرئيس`; in `فلان رئيس اللجنة`, `جمال مفتاح` the phrase goes on.
        let named = view.tag(i - 1) == Tag::ProperNoun
            && !view.is(i - 1, Classes::NOUN.or(Classes::HEAD))
            && (word.prefix.definite || verbal || somebody && view.is(phrase.head, Classes::TITLE));
        let whole = before.prefix.definite
            || before.enclitic
            || view.name_at(i - 1).is_some_and(|(hit, _)| hit.end <= i)
            || named
            || i > phrase.head + 1
                && before.prefix.preposition.is_none()
                && (view.tag(i - 1) == Tag::Adjective || view.is(i - 1, Classes::NATIONALITY));
        let noun = if somebody {
            of_somebody
        } else {
            (content || word.prefix.definite) && word.classes.any(Classes::NOUN)
                || content && verbal
        };
        view.is_word(i)
            && view.is_word(i - 1)
            && word.prefix.conjunction.is_none()
            && word.prefix.preposition.is_none()
            && !word.classes.any(NEVER)
            && whole
            && noun
            && !noun_phrase::adjective_like(view, i)
            && view.name_at(i).is_none()
    };
    (phrase.head + 1..phrase.end)
        .filter(|_| content || addressee)
        .find(cut)
}

/// A noun of saying, and no verb.
pub(super) fn is_noun_of_saying(view: &View<'_>, at: usize) -> bool {
    view.words.get(at).is_some_and(|w| {
        !w.classes.any(Classes::GIVEN_NAME)
            && w.cues.iter().any(|c| {
                c.kind() == FormKind::Masdar
                    && !view.lexicon.entries[usize::from(c.form.entry)]
                        .masdar_frames
                        .is_empty()
            })
    })
}

/// An indefinite verbal noun, or an adverb.
fn cannot_speak(view: &View<'_>, mention: Mention) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUANTIFIER)
        .or(Classes::NATIONALITY);
    let head = mention.phrase.head;
    let word = &view.words[head];
    !word.prefix.definite
        && !word.classes.any(SPEAKS)
        && view.name_at(head).is_none()
        && (noun_phrase::verbal_noun_like(view.folded(head))
            || word.cues.iter().any(|c| c.kind() == FormKind::Masdar)
            || word.enclitic
                // `أكد مكتبه أن`: behind it comes the clause, so it speaks.
                && !view.is(mention.phrase.end, Classes::COMPLEMENTISER)
                && (word.classes.any(Classes::NOUN)
                    || word.classes.is_open() && view.tag(head) == Tag::Noun))
}

/// An indefinite noun of the language, and nobody in the phrase who could speak.
fn is_a_thing(view: &View<'_>, mention: Mention) -> bool {
    const SPEAKS: Classes = Classes::TITLE
        .or(Classes::HEAD)
        .or(Classes::GIVEN_NAME)
        .or(Classes::QUANTIFIER)
        .or(Classes::QUALITY)
        .or(Classes::NATIONALITY);
    let head = &view.words[mention.phrase.head];
    mention.phrase.end > mention.phrase.start + 1
        && head.classes.any(Classes::NOUN)
        && !head.prefix.definite
        && (mention.phrase.start..mention.phrase.end).all(|i| {
            !view.is(i, SPEAKS)
                && view.name_at(i).is_none()
                && !noun_phrase::looks_like_name(view, i)
        })
}
