//! Takes: a noun of saying that names nobody (`رغم اعترافه`, `حرصت الصحف على الإشارة إلى`). Gives: whose
//! saying it is: for a pronoun whoever agrees with it in the sentence, subjects first; for a noun that
//! hangs on a verb that verb's subject. Relies on the sentence alone; beyond it a pronoun goes back as a
//! dropped subject does, and a bare noun to nobody.

use super::dropped::{Place, Who};
use crate::language::arabic::agreement;
use crate::language::arabic::noun_phrase::{self, Want};
use crate::lexicon::Classes;
use crate::statement::draft::{self, Mention};

/// How far back in its sentence an owner is looked for.
const NEAR: usize = 60;

impl Place<'_, '_> {
    /// The subject of the verb that the noun hangs on.
    pub(super) fn governor(&self) -> Option<Who> {
        let cue = self.draft().cue.0;
        self.verbs_before(cue, true)
            .next()
            .or_else(|| self.verbs_before(cue, false).next())
    }

    /// Whom the noun's pronoun stands for.
    pub(super) fn owner(&self) -> Option<Who> {
        let cue = self.draft().cue.0;
        let agrees = |who: &Who| self.agreement.allows(self.agreement_of(*who));
        // A plural goes back to the nearest plural of its own clause.
        let several = self.agreement.plural == Some(true);
        several
            .then(|| self.named_before(cue, self.clause(cue)))
            .flatten()
            .or_else(|| self.verbs_before(cue, true).find(agrees))
            .or_else(|| self.verbs_before(cue, false).find(agrees))
            .or_else(|| self.named_before(cue, self.sentence(cue)))
            .or_else(|| self.subject())
    }

    /// The subjects of the sentence's verbs before token `at`, the last first; on the same level only, or on
    /// any.
    fn verbs_before(&self, at: usize, level: bool) -> impl Iterator<Item = Who> {
        let drafts = self.drafts;
        (self.sentence(at)..at).rev().filter_map(move |i| {
            let spoken = draft::with_cue(drafts, i)
                .take_while(|&d| d < self.index)
                .find(|&d| drafts[d].wraps.is_none() && drafts[d].rule != "noun");
            if let Some(index) = spoken {
                if level && !self.of_level(index, self.inside) {
                    return None;
                }
                return self.speakers[index].map(Who::Member);
            }
            let actor = self.actors.within(i, i + 1).next()?;
            if level && self.level_of(actor.verb) != self.inside {
                return None;
            }
            self.recognise(actor.mention)
        })
    }

    /// Where the sentence of token `at` begins, or what of it is near.
    fn sentence(&self, at: usize) -> usize {
        let start = self.view.layout.sentence(at).start;
        start.max(at.saturating_sub(NEAR))
    }

    /// The verb or the comma before token `at`.
    fn clause(&self, at: usize) -> usize {
        let ends = |&i: &usize| self.view.is_comma(i) || noun_phrase::is_verb(self.view, i);
        let floor = self.sentence(at);
        (floor..at).rev().find(ends).unwrap_or(floor)
    }

    /// Whoever is named nearest before token `at`, not before `floor`, and agrees.
    fn named_before(&self, at: usize, floor: usize) -> Option<Who> {
        const SPEAKS: Classes = Classes::TITLE.or(Classes::HEAD);
        let view = self.view;
        (floor..at)
            .rev()
            .filter(|&i| view.is_word(i) && view.is(i, SPEAKS))
            .filter(|&i| i == 0 || !view.is(i - 1, Classes::TITLE))
            .filter(|&i| self.agreement.allows(agreement::of_head(view, i, None)))
            .find_map(|i| {
                let phrase = noun_phrase::parse(view, i, at, Want::Inner, &[])?;
                self.recognise(Mention {
                    phrase,
                    span: view.span(phrase.start, phrase.end),
                })
            })
    }
}
