//! Takes: the word a scan stands at. Gives: the next step: a complement, a remark to step over, or the
//! end of the search. Relies on: the classes of closed words; the noun phrases are read elsewhere.

use super::frames::words_open;
use super::mention::{mention, past};
use super::{Opened, Scan, Step};
use crate::language::arabic::conjugator::FormKind;
use crate::language::arabic::noun_phrase::{self, Want, is_preposition, is_preposition_word};
use crate::language::arabic::words::CueReading;
use crate::lexicon::{Classes, Introducer, Meaning, Role};
use crate::statement::boundary;
use crate::statement::draft::Mention;

impl Scan<'_, '_, '_> {
    pub(super) fn word(&mut self) -> Step {
        self.word_of_clause()
            .or_else(|| self.word_of_remark())
            .unwrap_or_else(|| self.word_of_noun_phrase())
    }

    /// A word that opens a clause, or tells that another saying begins.
    fn word_of_clause(&mut self) -> Option<Step> {
        let view = self.view;
        let at = self.at;
        let classes = view.classes(at);
        let complementiser = classes.any(Classes::COMPLEMENTISER);
        // `دون أن`: no words of anybody's.
        if complementiser && at > 0 && view.is(at - 1, Classes::WITHOUT) {
            return Some(Step::Fail);
        }
        let conjunction = view.words[at].prefix.conjunction;
        if complementiser && conjunction.is_none() {
            return Some(self.complementiser(at));
        }
        // `اتهم الطيران بالقصف، مضيفا أن`: what follows is another saying.
        if self.commas > 0
            && self.participle_after_comma()
            && !view.is_mark(at + 1, &[':'])
            && view.opening(at + 1).is_none()
        {
            return Some(Step::Fail);
        }
        if let Some(clause) = self.clause_of_time() {
            return Some(self.past_clause_of_time(clause));
        }
        // `فإن` after a fronted phrase.
        if complementiser && conjunction == Some('ف') && self.commas > 0 {
            return Some(self.complementiser(at));
        }
        if self.says_again() {
            self.at += 1;
            return Some(Step::Go);
        }
        if self.said_to_whom() {
            let told = self.addressed();
            self.step_over(at + 1);
            self.found.addressees.extend(told);
            return Some(Step::Go);
        }
        // `سيختم أشغاله غدا، مضيفا أن`: another cue takes over.
        let another = at > self.start
            && self.participle_after_comma()
            && (view.is(at + 1, Classes::COMPLEMENTISER) || is_preposition(view, at + 1));
        another.then_some(Step::Fail)
    }

    /// `، مضيفا`: a participle behind a comma, with a complement of its own.
    fn participle_after_comma(&self) -> bool {
        let (view, at) = (self.view, self.at);
        at > 0 && view.is_comma(at - 1) && boundary::participle_with_complement(view, at)
    }

    /// Behind the connector of a clause of time: `قال بعد أن عرض الأرقام: «…»`.
    fn clause_of_time(&self) -> Option<usize> {
        let (view, at) = (self.view, self.at);
        view.run_of(at, Classes::CONNECTOR)
            .filter(|&end| end > at + 1 && view.is(end - 1, Classes::COMPLEMENTISER))
            .filter(|_| view.is(at, Classes::OPENER))
    }

    /// To the colon or the quotation that the words come after.
    fn past_clause_of_time(&mut self, clause: usize) -> Step {
        const LONGEST: usize = 25;
        let words =
            (clause..(clause + LONGEST).min(self.end)).find(|&i| words_open(self.view, i, 4));
        match words {
            Some(words) => {
                self.at = words;
                Step::Go
            }
            None => Step::Fail,
        }
    }

    /// `وقال مخاطبا الحضور: «…»`: a participle with its object tells how it is said.
    fn said_to_whom(&self) -> bool {
        let (view, at) = (self.view, self.at);
        noun_phrase::is_participle_of_manner(view, at)
            && noun_phrase::parse(view, at + 1, self.end, Want::Inner, &self.taken)
                .is_some_and(|object| words_open(view, object.end, 4))
    }

    /// Whom a participle here speaks to: `مخاطبا الحضور`.
    fn addressed(&self) -> Option<Mention> {
        let (view, at) = (self.view, self.at);
        let speaks_to = view.words[at].cues.iter().any(|c| {
            c.kind() == FormKind::ActiveParticiple
                && view.lexicon.entries[usize::from(c.form.entry)]
                    .frames
                    .iter()
                    .flat_map(|f| &f.slots)
                    .any(|s| s.introducer == Introducer::Object && s.role == Role::Addressee)
        });
        speaks_to
            .then(|| mention(view, at + 1, 0, self.end, Want::Addressee, &self.taken))
            .flatten()
            .filter(|_| self.found.addressees.is_empty())
    }

    /// `وتابع قائلا:`, `وأضاف موضحا: «…»`: a participle right before the words is part of one saying.
    fn says_again(&self) -> bool {
        let (view, at) = (self.view, self.at);
        let says = |c: &CueReading| {
            matches!(
                &*view.lexicon.entries[usize::from(c.form.entry)].lemma,
                "قال" | "تساءل" | "أضاف" | "خاطب"
            )
        };
        let words = view.is_mark(at + 1, &[':']) || view.opening(at + 1).is_some();
        let clause = view.is(at + 1, Classes::COMPLEMENTISER);
        let cues = &view.words[at].cues;
        let participle = cues.iter().any(|c| c.kind() == FormKind::ActiveParticiple)
            && view.folded(at).ends_with(['ا', 'ه'])
            && !view.words[at].prefix.definite
            && view.words[at].prefix.conjunction.is_none();
        words && participle
            || (words || clause)
                && cues.iter().any(says)
                && view.folded(at).ends_with(['ا', 'ه', 'ل', 'ن'])
    }

    /// A word that a complement or a side remark begins with.
    fn word_of_remark(&mut self) -> Option<Step> {
        let view = self.view;
        let at = self.at;
        let classes = view.classes(at);
        if classes.any(Classes::BETWEEN) {
            self.at += 1;
            return Some(Step::Go);
        }
        // `كشفت الصحيفة، نقلا عن مسؤولين، أن`
        let heard = view
            .hits_at(at)
            .find(|h| matches!(h.meaning, Meaning::AccordingTo(_)));
        if let Some(hit) = heard.filter(|_| !self.wanted.strict) {
            self.step_over(hit.end);
            return Some(Step::Go);
        }
        let opener = view
            .run_of(at, Classes::OPENER.or(Classes::TURN))
            .filter(|&end| end > at + 1);
        if let Some(role) = self.role_of(at)
            && (opener.is_none() || role == Role::Source && self.found.source.is_none())
        {
            return Some(self.preposition(role));
        }
        if let Some(step) = self.time_or_turn() {
            return Some(step);
        }
        if is_preposition(view, at) {
            if self.wanted.strict && self.stepped > 0 {
                return Some(Step::Fail);
            }
            let from = if is_preposition_word(view, at) {
                at + 1
            } else {
                at
            };
            self.step_over(from);
            return Some(Step::Go);
        }
        // `قال فلان وهو متحدث باسم الجيش إن`: what is said of him, up to what he says.
        if self.found.source.is_some()
            && classes.any(Classes::SUBJECT_PRONOUN)
            && view.folded(at).starts_with('و')
            && self.clause_is_ahead(at)
        {
            return Some(self.relative_remark());
        }
        if classes.any(
            Classes::PREPOSITION_SUFFIXED
                .or(Classes::PARTICLE)
                .or(Classes::PRONOUN),
        ) && !classes.any(Classes::QUANTIFIER)
        {
            self.at += 1;
            return Some(Step::Go);
        }
        // `طلبت رسميا من`: an adverb.
        if noun_phrase::is_adverb(view, at) {
            self.at += 1;
            return Some(Step::Go);
        }
        None
    }

    /// `هذا الأسبوع`, `في وقت سابق`: when, where and in which turn something was said.
    fn time_or_turn(&mut self) -> Option<Step> {
        let view = self.view;
        let at = self.at;
        let classes = view.classes(at);
        if classes.any(Classes::DEMONSTRATIVE) && view.is(at + 1, Classes::TIME) {
            self.at += 2;
            return Some(Step::Go);
        }
        let names_source = self.wanted.source.is_some()
            && self.found.source.is_none()
            && classes.any(Classes::GIVEN_NAME);
        if !names_source && let Some(end) = view.run_of(at, Classes::TIME) {
            self.at = end;
            return Some(Step::Go);
        }
        if let Some(end) = view
            .run_of(at, Classes::OPENER.or(Classes::TURN))
            .filter(|_| !classes.any(Classes::GIVEN_NAME))
        {
            if self.wanted.strict {
                return Some(Step::Fail);
            }
            // `أعلن في وقت سابق تحرير المدينة`: a turn of speech takes no noun.
            if view.run_of(at, Classes::TURN) == Some(end) {
                self.at = end;
            } else {
                self.step_over(end);
            }
            return Some(Step::Go);
        }
        None
    }

    /// A word that is none of these: the source, or an object.
    fn word_of_noun_phrase(&mut self) -> Step {
        let view = self.view;
        let at = self.at;
        let classes = view.classes(at);
        let sourced =
            self.found.source.is_some() || self.wanted.source.is_none() || at == self.start;
        if matches!(view.folded(at), "ما" | "من") && sourced && self.object_content_allowed() {
            return self.object();
        }
        // `مسؤول، لم تذكر اسمه، إن`, `نقلا عن مصادر لم تسمها أن`: told of whom it comes from.
        if self.found.source.is_some() && noun_phrase::leaves_unnamed(view, at) {
            return self.relative_remark();
        }
        if classes.any(
            Classes::CONNECTOR
                .or(Classes::NEGATION)
                .or(Classes::AUXILIARY)
                .or(Classes::CONJUNCTION),
        ) && !classes.any(Classes::GIVEN_NAME.or(Classes::QUANTIFIER))
        {
            return Step::Fail;
        }
        if classes.any(Classes::RELATIVE) && !view.words[at].prefix.definite {
            // A relative clause after the source, up to the comma.
            return self.relative_remark();
        }
        // `طلبت من الوزير رفع الأسعار`: behind an addressee comes what is asked.
        let asked = !self.found.addressees.is_empty()
            && classes.is_open()
            && !view.words[at].prefix.definite
            && self.object_content_allowed();
        if self.wanted.source.is_some() && self.found.source.is_none() && !asked {
            return self.source();
        }
        self.object()
    }

    fn complementiser(&mut self, at: usize) -> Step {
        let view = self.view;
        let with_ba = view
            .folded(at)
            .trim_start_matches(['و', 'ف'])
            .starts_with("با");
        let allowed = self.has(&Introducer::Clause).is_some()
            || with_ba && self.has(&Introducer::Preposition("ب".into())).is_some()
            || self
                .has(&Introducer::Object)
                .is_some_and(|r| r == Role::Content);
        if !allowed {
            return Step::Fail;
        }
        // `كما اتهم الحزب بأن`: a verb that needs an object has it in the only noun phrase there is.
        let needs_object = self.has(&Introducer::Clause).is_none()
            && self.has(&Introducer::Object) == Some(Role::Content)
            && self.wanted.source.is_some();
        if needs_object && let Some(object) = self.found.source.take_if(|m| past(view, *m) == at) {
            let opened = view.opening(object.phrase.start - 1).is_some();
            let start = object.phrase.start - usize::from(opened);
            let step = self.content(start, 0, Opened::Object);
            self.found.by = Some(Opened::Clause);
            return step;
        }
        self.clause_behind(at)
    }
}
