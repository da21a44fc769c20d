//! Takes: a statement whose subject is dropped (`وأضاف`, `مؤكدا`). Gives: who it goes on with: somebody
//! who has spoken, or who has meanwhile become the subject of a sentence. Relies on signs, each with a
//! weight: agreement, distance, and levels (inside somebody's words the subject is looked for there).

use super::actors::{Actor, Actors};
use super::cast::Cast;
use super::{classify, names};
use crate::language::arabic::agreement::Agreement;
use crate::lexicon::Classes;
use crate::record::{EntityKind, SourceType};
use crate::statement::draft::{self, Draft, Mention, Subject};
use crate::view::View;

/// How many statements back a speaker is looked for.
const FARTHEST: usize = 25;
/// How many subjects of other verbs are looked at.
const ACTORS: usize = 12;

/// Who is meant: somebody of the cast, or somebody whom only this mention names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Who {
    Member(usize),
    New(Mention),
}

/// The statement that seeks its speaker, and what is around it.
pub(super) struct Place<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) drafts: &'v [Draft],
    pub(super) speakers: &'v [Option<usize>],
    pub(super) cast: &'v Cast,
    pub(super) actors: &'v Actors,
    pub(super) index: usize,
    /// The statement whose content holds it.
    pub(super) inside: Option<usize>,
    pub(super) agreement: Agreement,
}

/// Somebody who may be meant.
struct Candidate {
    who: Who,
    agreement: Agreement,
    /// The token by which he comes in: his last cue, or his verb.
    at: usize,
    /// How many speakers stand between.
    turns: usize,
    /// The statement that he spoke.
    spoke: Option<usize>,
    /// The verb of the sentence that he is the subject of.
    acts: Option<Actor>,
    /// Only in the words of somebody in this sentence, which have come to their end.
    closed: bool,
    /// Nearer to a participle, but on another level.
    inner: bool,
}

impl Place<'_, '_> {
    /// Who a verb or participle without subject goes on with.
    pub(super) fn subject(&self) -> Option<Who> {
        let inside = self.inside;
        let mut best: Option<(i32, Candidate)> = None;
        for candidate in self.speakers(inside).into_iter().chain(self.actors(inside)) {
            let score = self.score(&candidate);
            if best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, candidate));
            }
        }
        best.map(|(_, candidate)| candidate.who)
    }

    fn score(&self, candidate: &Candidate) -> i32 {
        type Sign = fn(&Place<'_, '_>, &Candidate) -> bool;
        const SIGNS: [(i32, Sign); 14] = [
            (-40, |p, c| !p.agreement.allows(c.agreement)),
            (1, |p, c| {
                p.agreement.gender.is_some() && p.agreement.gender == c.agreement.gender
            }),
            (-12, |p, c| {
                p.agreement.plural == Some(true) && c.agreement.plural != Some(true)
            }),
            // He has spoken last, and on the same level.
            (8, |_, c| c.spoke.is_some() && c.turns == 0),
            // The verb says that a speaker goes on.
            (20, |p, c| {
                c.spoke.is_some() && p.goes_on() && !p.dependent()
            }),
            // After the last speaker somebody else has become the subject of a sentence.
            (12, |_, c| c.acts.is_some_and(|a| a.main)),
            (9, |p, c| c.acts.is_some() && p.same_sentence(c.at)),
            (-6, |p, c| {
                c.acts.is_some() && !p.same_sentence(c.at) && p.dependent()
            }),
            (-9, |_, c| matches!(c.who, Who::New(_))),
            // Inside somebody's words rather another than himself.
            (-10, |p, c| c.spoke.is_some() && c.spoke == p.inside),
            // `قالت الصحيفة إن الوزير رفض، وحذر`: who speaks inside goes on only where the outer cannot.
            (-24, |_, c| c.closed),
            (-12, |_, c| c.inner),
            // `ونقلت عن شهود`: who has passed on words goes on with it.
            (24, |p, c| p.draft().relays.is_some() && p.has_relayed(c)),
            // `البيان أشار إلى أن الرئيس شدد على كذا، محذرا`.
            (-4, |p, c| p.dependent() && p.passes_on(c)),
        ];
        let signs: i32 = SIGNS
            .iter()
            .filter(|(_, sign)| sign(self, candidate))
            .map(|(weight, _)| weight)
            .sum();
        signs - 3 * candidate.turns as i32
    }

    pub(super) fn draft(&self) -> &Draft {
        &self.drafts[self.index]
    }

    fn dependent(&self) -> bool {
        self.draft().dependent
    }

    fn same_sentence(&self, at: usize) -> bool {
        let layout = &self.view.layout;
        layout.sentence_index(at) == layout.sentence_index(self.draft().cue.0)
    }

    /// A document or an outlet, which tells what others have said.
    fn passes_on(&self, candidate: &Candidate) -> bool {
        matches!(candidate.who, Who::Member(m) if matches!(
            self.cast.members[m].source_type,
            SourceType::Document | SourceType::Media
        ))
    }

    /// He has told what another said, or is an outlet, which does.
    fn has_relayed(&self, candidate: &Candidate) -> bool {
        let outlet = matches!(candidate.who, Who::Member(m)
            if self.cast.members[m].source_type == SourceType::Media);
        outlet
            || candidate
                .spoke
                .is_some_and(|i| self.drafts[i].relays.is_some())
    }

    /// `وأضاف`, `وتابع`.
    fn goes_on(&self) -> bool {
        let draft = self.draft();
        self.view.words[draft.cue.0].cues.iter().any(|c| {
            let entry = &self.view.lexicon.entries[usize::from(c.form.entry)];
            entry.goes_on && entry.lemma == draft.lemma
        })
    }

    /// Who has spoken before on the same level, the last first, each once.
    fn speakers(&self, inside: Option<usize>) -> Vec<Candidate> {
        let drafts = self.drafts;
        let mut found: Vec<Candidate> = Vec::new();
        let from = self.index.saturating_sub(draft::NEAR);
        for before in (from..self.index).rev() {
            let other = &drafts[before];
            let Some(member) = self.speakers[before] else {
                continue;
            };
            let closed = !self.reachable(before, inside);
            let inner = !closed && !self.of_level(before, inside);
            if other.wraps.is_some() || closed && !self.just_closed(other.cue.0, inside) {
                continue;
            }
            let known = found
                .iter()
                .any(|c| c.closed <= closed && matches!(c.who, Who::Member(m) if m == member));
            if !known {
                found.push(Candidate {
                    who: Who::Member(member),
                    agreement: self.cast.members[member].agreement,
                    at: other.cue.0,
                    turns: found.iter().filter(|c| !c.closed).count(),
                    spoke: Some(before),
                    acts: None,
                    closed,
                    inner,
                });
            }
            if self.index - before > FARTHEST {
                break;
            }
        }
        found
    }

    /// Inside somebody's words the subject is looked for in those words, then with their speaker.
    fn reachable(&self, before: usize, inside: Option<usize>) -> bool {
        let drafts = self.drafts;
        let other = &drafts[before];
        let same_sentence = self.same_sentence(other.cue.0);
        if self.dependent() && same_sentence {
            return true;
        }
        let left_behind = other.source.is_none()
            && other.dependent
            && !same_sentence
            && matches!(other.subject, Subject::Nobody);
        self.of_level(before, inside) && !left_behind
    }

    /// A statement in the same words, or the one whose words they are. What somebody only passes on
    /// (`نقلت الوكالة عن الوزير قوله`) stands where he himself does.
    pub(super) fn of_level(&self, before: usize, inside: Option<usize>) -> bool {
        let drafts = self.drafts;
        let outwards = |&of: &usize| {
            let parent = || drafts[of].parent.filter(|&p| drafts[p].wraps.is_none());
            holder(drafts, of).or_else(parent).filter(|&h| h < of)
        };
        let level = std::iter::successors(outwards(&before), outwards)
            .find(|&holder| drafts[holder].relays.is_none());
        level == inside || Some(before) == inside
    }

    /// The statement whose words the token at `at` stands in.
    pub(super) fn level_of(&self, at: usize) -> Option<usize> {
        innermost(self.drafts, self.index, self.view.tokens.span(at))
    }

    /// Inside somebody's words in the narrator's own sentence.
    fn just_closed(&self, at: usize, inside: Option<usize>) -> bool {
        inside.is_none() && self.same_sentence(at)
    }

    /// Who has become the subject of a sentence on the same level, after the last speaker of it.
    fn actors(&self, inside: Option<usize>) -> Vec<Candidate> {
        let (view, drafts) = (self.view, self.drafts);
        let cue = self.draft().cue.0;
        let layout = &view.layout;
        let here = layout.sentence_index(cue);
        let start = layout.sentences[here.saturating_sub(1)].start;
        let last = (self.index.saturating_sub(draft::NEAR)..self.index)
            .rev()
            .find(|&i| {
                self.speakers[i].is_some() && drafts[i].wraps.is_none() && self.reachable(i, inside)
            });
        let since = last.map_or(0, |i| {
            let content = drafts[i].content.last().map_or(0, |p| p.end);
            if Some(i) == inside {
                drafts[i].cue.1
            } else {
                content.max(drafts[i].cue.1)
            }
        });
        self.actors
            .within(start, cue)
            .take(ACTORS)
            .filter(|a| {
                a.mention.phrase.end <= cue && layout.in_title(a.verb) == layout.in_title(cue)
            })
            .filter_map(|a| {
                let level = self.level_of(a.verb);
                let closed = level != inside;
                if closed && !self.just_closed(a.verb, inside)
                    || !closed && a.mention.phrase.start < since
                {
                    return None;
                }
                let who = self.recognise(a.mention)?;
                Some(Candidate {
                    who,
                    agreement: self.agreement_of(who),
                    at: a.verb,
                    turns: 0,
                    spoke: None,
                    acts: Some(*a),
                    closed,
                    inner: false,
                })
            })
            .collect()
    }

    pub(super) fn agreement_of(&self, who: Who) -> Agreement {
        match who {
            Who::Member(member) => self.cast.members[member].agreement,
            Who::New(mention) => super::mention_agreement(self.view, mention),
        }
    }

    /// The person or body of the cast that a phrase names, or somebody new who can speak.
    pub(super) fn recognise(&self, mention: Mention) -> Option<Who> {
        let (view, cast) = (self.view, self.cast);
        let (start, end) = (mention.phrase.start, mention.phrase.end);
        let (source_type, kind) = classify::kind_of(view, mention);
        if let Some(index) = cast.by_surname(view, mention) {
            return Some(Who::Member(index));
        }
        if kind == EntityKind::Person
            && let Some(name) = names::name_of(view, start, end)
        {
            return cast.known_person(view, name).map(Who::Member);
        }
        let known = view
            .name_at(start)
            .filter(|(h, _)| h.end >= end || kind != EntityKind::Person)
            .map(|(_, n)| n);
        if (kind != EntityKind::Unnamed || view.words[mention.phrase.head].prefix.definite)
            && let Some(member) = cast.recall(view, mention, (source_type, kind), known)
        {
            return Some(Who::Member(member));
        }
        let head = mention.phrase.head;
        let people = view.is(head, Classes::NATIONALITY) && view.is(head, Classes::PLURAL);
        let speaks = view.is(head, Classes::TITLE.or(Classes::HEAD))
            || known.is_some() && kind != EntityKind::Person
            || people;
        let speaks = speaks && !view.is(head, Classes::DOCUMENT);
        speaks.then_some(Who::New(mention))
    }
}

/// The innermost statement before `index` whose content holds its cue.
pub(super) fn holder(drafts: &[Draft], index: usize) -> Option<usize> {
    innermost(drafts, index, drafts[index].cue_span?)
}

/// The innermost statement before `index` whose content holds that place.
fn innermost(drafts: &[Draft], index: usize, place: crate::span::ByteSpan) -> Option<usize> {
    (index.saturating_sub(draft::NEAR)..index)
        .rev()
        .find(|&i| drafts[i].wraps.is_none() && drafts[i].holds(place))
}
