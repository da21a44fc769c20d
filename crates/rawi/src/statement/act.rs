//! Takes: statements with their speakers, chains and channels. Gives: what saying each one does, its
//! [`Act`]. Relies on the verb where it tells; a noun of saying that it governs tells more; and where the
//! verb only says that something is said, the signals of the content are weighed together.

use super::draft::{Draft, NEAR, Piece};
use crate::language::arabic::conjugator::{Features, FormKind, Person};
use crate::language::arabic::words;
use crate::lexicon::{Classes, Leaning, Meaning, Place, Signal, Speaking, Tense};
use crate::record::{Act, SourceType};
use crate::speaker::{Resolved, own_side};
use crate::text::fold::fold;
use crate::text::token::Kind;
use crate::view::View;

pub(crate) fn settle(view: &View<'_>, drafts: &mut [Draft], resolved: &Resolved) {
    let acts: Vec<Act> = (0..drafts.len())
        .map(|index| of(view, drafts, resolved, index))
        .collect();
    for (draft, act) in drafts.iter_mut().zip(acts) {
        draft.act = act;
    }
}

fn of(view: &View<'_>, drafts: &[Draft], resolved: &Resolved, index: usize) -> Act {
    let draft = &drafts[index];
    if draft.negated && matches!(draft.act, Act::Inform | Act::Announce | Act::Confirm) {
        return Act::Decline;
    }
    if draft.negated && draft.act == Act::Accept {
        return Act::Refuse;
    }
    let Some(&piece) = draft.content.first() else {
        return draft.act;
    };
    if draft.topic || draft.wraps.is_some() || draft.rule == "according_to" {
        return draft.act;
    }
    let weighing = Weighing {
        view,
        drafts,
        resolved,
        index,
    };
    match draft.act {
        Act::Inform | Act::Announce | Act::Express => {
            let noun = if clausal(view, piece) {
                None
            } else {
                noun_of_saying(view, piece).or_else(|| weighing.head())
            };
            if let Some(act) = noun {
                act
            } else if draft.act == Act::Inform && !weighing.passes_on()
                || draft.act == Act::Announce && weighing.of_others(piece)
            {
                weighing.all()
            } else {
                draft.act
            }
        }
        Act::Opine if evaluates(view, draft) => weighing.judgement(),
        act => act,
    }
}

/// A clause: its first noun is its subject (`قال إن الموافقة تأتي`) and does nothing.
fn clausal(view: &View<'_>, piece: Piece) -> bool {
    let Some(before) = piece.start.checked_sub(1) else {
        return true;
    };
    let quoted = view.opening(before).is_some()
        && before > 0
        && (view.is(before - 1, Classes::COMPLEMENTISER) || view.is_mark(before - 1, &[':']));
    quoted || view.is(before, Classes::COMPLEMENTISER) || view.is_mark(before, &[':'])
}

/// `أعلن رفضه`: the act is the noun's.
fn noun_of_saying(view: &View<'_>, piece: Piece) -> Option<Act> {
    let noun = view.words[piece.start]
        .cues
        .iter()
        .find(|c| c.kind() == FormKind::Masdar)?;
    let entry = &view.lexicon.entries[usize::from(noun.form.entry)];
    let takes = !entry.frames_of(FormKind::Masdar).is_empty()
        && (noun.suffix.is_some() || noun.prefix.definite);
    takes.then_some(entry.act)
}

/// `وصف الهجوم بأنه جبان`: a verb that passes judgement, harsh or kind.
fn evaluates(view: &View<'_>, draft: &Draft) -> bool {
    view.lexicon
        .entries
        .iter()
        .any(|e| e.evaluates && e.lemma == draft.lemma)
}

/// The weight of each act, in the order of [`Act::ALL`].
type Scores = [u32; Act::ALL.len()];

struct Weighing<'w, 'a> {
    view: &'w View<'a>,
    drafts: &'w [Draft],
    resolved: &'w Resolved,
    index: usize,
}

/// How far into a content signals are looked for.
const REACH: usize = 70;
/// How many words a relative clause takes, as a rule.
const ASIDE: usize = 2;
/// How soon after a word its `then` must follow.
const SOON: usize = 9;

impl Weighing<'_, '_> {
    fn draft(&self) -> &Draft {
        &self.drafts[self.index]
    }

    /// The act of the noun that is the head of the content: `أكد ضرورة`, `أبدى استعداده`.
    fn head(&self) -> Option<Act> {
        let start = self.draft().content.first()?.start;
        self.hits(start)
            .filter_map(|(_, index)| {
                let signal = &self.view.lexicon.acts.signals[usize::from(index)];
                (signal.place == Some(Place::Head) && !signal.nouns.is_empty())
                    .then_some(signal.act)
            })
            .next()
    }

    /// Most of the content is what a third party is said to have said.
    fn passes_on(&self) -> bool {
        let Some(piece) = self.draft().content.first() else {
            return false;
        };
        self.inner().any(|inner| {
            let told: usize = inner.content.iter().map(|p| p.end - p.start).sum();
            inner.cue.0 <= piece.start + 6 && 2 * told >= piece.end - piece.start
        })
    }

    /// `أعلن أن روسيا أطلقت صاروخا`: a fact about others is nothing of one's own to announce.
    fn of_others(&self, piece: Piece) -> bool {
        let start = piece.start;
        clausal(self.view, piece)
            && !own(self, start, true)
            && !(start..piece.end.min(start + REACH)).any(|at| self.future_person(at).is_some())
    }

    /// Sayings of others inside this one, told with their source.
    fn inner(&self) -> impl Iterator<Item = &Draft> {
        let speaker = self.resolved.speakers[self.index];
        let end = self.draft().content.last().map_or(0, |p| p.end);
        (self.index + 1..(self.index + NEAR).min(self.drafts.len()))
            .take_while(move |&i| self.drafts[i].cue.0 < end)
            .filter(move |&i| {
                let inner = &self.drafts[i];
                let by = self.resolved.speakers[i];
                inner.parent == Some(self.index)
                    && inner.source.is_some()
                    && matches!(inner.rule, "verb" | "relay")
                    && by != speaker
                    && by.is_some_and(|m| {
                        self.resolved.cast.members[m].source_type != SourceType::Document
                    })
            })
            .map(|i| &self.drafts[i])
    }

    /// The heaviest act, all signals and leanings together.
    fn all(&self) -> Act {
        let mut scores: Scores = [0; Act::ALL.len()];
        for leaning in &self.view.lexicon.acts.leanings {
            if self.leans(leaning) {
                scores[leaning.act as usize] += u32::from(leaning.weight);
            }
        }
        self.weigh(&mut scores);
        let opinion = scores[Act::Opine as usize];
        let facts = scores[Act::Inform as usize];
        let (act, score) = Act::ALL
            .iter()
            .copied()
            .filter(|a| !matches!(a, Act::Inform | Act::Opine))
            .map(|a| (a, scores[a as usize]))
            .max_by_key(|&(a, score)| (score, std::cmp::Reverse(a as usize)))
            .unwrap_or((Act::Inform, 0));
        // Whoever warns or accuses judges as well.
        if score > facts && 2 * score >= opinion {
            act
        } else if opinion > facts {
            Act::Opine
        } else {
            Act::Inform
        }
    }

    /// A judgement is an opinion, unless its words are harsh or kind.
    fn judgement(&self) -> Act {
        let mut scores: Scores = [0; Act::ALL.len()];
        self.weigh(&mut scores);
        let [harsh, kind] = [Act::Condemn, Act::Praise].map(|a| scores[a as usize]);
        if harsh > kind {
            Act::Condemn
        } else if kind > 0 {
            Act::Praise
        } else {
            Act::Opine
        }
    }

    fn leans(&self, leaning: &Leaning) -> bool {
        let draft = self.draft();
        let source = self.resolved.speakers[self.index].map_or(SourceType::Implicit, |m| {
            self.resolved.cast.members[m].source_type
        });
        (leaning.source.is_empty() || leaning.source.contains(&source))
            && leaning.form.is_none_or(|f| f == draft.form)
            && leaning.stance.is_none_or(|s| s == draft.stance)
            && (leaning.channel.is_empty()
                || draft.channel.is_some_and(|c| leaning.channel.contains(&c)))
    }

    fn weigh(&self, scores: &mut Scores) {
        let view = self.view;
        let others: Vec<(usize, usize)> = self
            .inner()
            .flat_map(|d| d.content.iter().map(|p| (p.start, p.end)))
            .collect();
        let mut first = true;
        for piece in &self.draft().content {
            let mut clause = Clause::at(self, piece.start, first);
            let mut free = piece.start;
            let mut aside = 0;
            for at in piece.start..piece.end.min(piece.start + REACH) {
                match view.tokens.kind(at) {
                    Kind::Break | Kind::Mark('.' | '!' | '؟' | '؛') => {
                        clause = Clause::at(self, at + 1, false);
                    }
                    Kind::Mark('،' | ',') => clause.subordinate = false,
                    Kind::Word => {
                        let another = others.iter().any(|&(from, to)| from <= at && at < to);
                        if view.is(at, Classes::RELATIVE) && !view.is(at, Classes::PREPOSITION) {
                            clause.subordinate = true;
                            aside = at + ASIDE;
                        } else if at > aside {
                            clause.subordinate = false;
                        }
                        if at >= free && !another {
                            free = self.weigh_word(at, clause, scores).max(free);
                        }
                    }
                    Kind::Mark(_) => {}
                    _ => {}
                }
            }
            first = false;
        }
    }

    /// The fixed runs of words at `at` that signal something: the longest ones, with their ends.
    fn hits(&self, at: usize) -> impl Iterator<Item = (usize, u16)> {
        let view = self.view;
        let name = !view.is(at, Classes::PREPOSITION)
            && view
                .lexicon
                .word(view.folded(at))
                .is_some_and(|w| w.classes.any(Classes::PREPOSITION));
        let acts = move || {
            view.hits_at(at)
                // كامل is not أمل, nor علي على.
                .filter(move |h| !name && h.prefix.preposition != Some('ك'))
                .filter_map(|h| match h.meaning {
                    Meaning::Act(index) => Some((h.end, index)),
                    _ => None,
                })
        };
        let end = acts().map(|(end, _)| end).max();
        acts().filter(move |&(e, _)| Some(e) == end)
    }

    /// Adds what the word at `at` signals; gives where the next signal may begin.
    fn weigh_word(&self, at: usize, clause: Clause, scores: &mut Scores) -> usize {
        let acts = &self.view.lexicon.acts;
        let mut add = |signal: &Signal| {
            let weight = u32::from(signal.weight);
            scores[signal.act as usize] += if clause.main() { 2 * weight } else { weight };
        };
        let mut free = at + 1;
        for (end, index) in self.hits(at) {
            let signal = &acts.signals[usize::from(index)];
            free = free.max(end);
            if self.stands(signal, at, end, clause) {
                add(signal);
            }
        }
        let mut told: Option<u16> = None;
        for (features, prefix_future, index) in self.verbs(at) {
            let signal = &acts.signals[usize::from(index)];
            if told != Some(index)
                && self.stands(signal, at, at + 1, clause)
                && self.verb_fits(signal, at, features, prefix_future, clause)
            {
                told = Some(index);
                add(signal);
            }
        }
        if told.is_none()
            && let Some(person) = self.future_person(at)
        {
            for &index in &acts.any_verb {
                let signal = &acts.signals[usize::from(index)];
                let future = signal.tense == Some(Tense::Future);
                if future && self.fits(signal, at, person, clause) {
                    add(signal);
                }
            }
        }
        free
    }

    /// The verbs of signals that the word may be.
    fn verbs(&self, at: usize) -> Vec<(Features, bool, u16)> {
        let view = self.view;
        let mut found = Vec::new();
        for (prefix, core, suffixed) in words::cores(view.folded(at)) {
            if prefix.definite || prefix.preposition.is_some() {
                continue;
            }
            // A word written with ة carries no pronoun.
            if suffixed && view.tokens.raw(at).ends_with(['ة', 'ى']) {
                continue;
            }
            for verb in view.lexicon.acts.verbs(core) {
                let perfect = verb.features.kind == FormKind::Perfect;
                let imperfect = verb.features.kind == FormKind::Imperfect;
                if verb.before_suffix && !suffixed || prefix.future && !imperfect {
                    continue;
                }
                // دعم, قتل: noun or verb by the word before.
                if perfect
                    && view.is(at, Classes::NOUN)
                    && !(at > 0 && view.is(at - 1, Classes::AUXILIARY.or(Classes::RELATIVE)))
                {
                    continue;
                }
                found.push((verb.features, prefix.future, verb.signal));
            }
        }
        found
    }

    fn verb_fits(
        &self,
        signal: &Signal,
        at: usize,
        features: Features,
        future: bool,
        clause: Clause,
    ) -> bool {
        let before = self.particle(at);
        let tense = if future || matches!(before, "سوف" | "لن") {
            Tense::Future
        } else if features.kind == FormKind::Perfect || before == "لم" {
            Tense::Past
        } else {
            Tense::Present
        };
        signal.tense.is_none_or(|t| t == tense) && self.fits(signal, at, features.person, clause)
    }

    fn fits(&self, signal: &Signal, at: usize, person: Person, clause: Clause) -> bool {
        let negated = matches!(self.particle(at), "لا" | "لم" | "لن" | "ما");
        let own = person == Person::First || clause.own;
        signal.negated.is_none_or(|n| n == negated)
            && signal.own.is_none_or(|o| o == own)
            && signal
                .person
                .is_none_or(|p| (p == Speaking::First) == (person == Person::First))
    }

    /// The word before, its conjunction aside.
    fn particle(&self, at: usize) -> &str {
        let word = if at == 0 {
            ""
        } else {
            self.view.folded(at - 1)
        };
        word.strip_prefix(['و', 'ف'])
            .filter(|w| w.chars().count() >= 2)
            .unwrap_or(word)
    }

    /// The person of a verb in the future, told by its first letters alone.
    fn future_person(&self, at: usize) -> Option<Person> {
        let view = self.view;
        let word = &view.words[at];
        let folded = view.folded(at);
        let bare = folded.strip_prefix(['و', 'ف']).unwrap_or(folded);
        let stem = if matches!(self.particle(at), "سوف" | "لن") {
            bare
        } else if word.prefix.future || word.cues.iter().any(|c| c.prefix.future) {
            bare.strip_prefix('س')?
        } else {
            return None;
        };
        match stem.chars().next()? {
            'ن' | 'ا' => Some(Person::First),
            'ي' | 'ت' => Some(Person::Third),
            _ => None,
        }
    }

    /// The place and the words around that a signal asks for.
    fn stands(&self, signal: &Signal, at: usize, end: usize, clause: Clause) -> bool {
        let view = self.view;
        let place = signal.place.is_none_or(|_| at == clause.start);
        let then = signal.then.as_ref().is_none_or(|word| {
            let word = fold(word);
            (end..(end + SOON).min(view.len()))
                .take_while(|&i| !view.is_mark(i, &['.', '،', ',']))
                .any(|i| view.folded(i) == word && !view.tokens.raw(i).starts_with('إ'))
        });
        let next = signal.next.is_empty()
            || end < view.len()
                && signal
                    .next
                    .iter()
                    .any(|letters| view.folded(end).starts_with(&**letters));
        place && then && next
    }
}

/// The sentence of a content that a word stands in.
#[derive(Debug, Clone, Copy)]
struct Clause {
    start: usize,
    /// Behind a relative pronoun.
    subordinate: bool,
    /// It is about the speaker's own side.
    own: bool,
}

impl Clause {
    fn at(weighing: &Weighing<'_, '_>, start: usize, first: bool) -> Self {
        Self {
            start,
            subordinate: false,
            own: own(weighing, start, first),
        }
    }

    fn main(self) -> bool {
        !self.subordinate
    }
}

/// How many words the subject of a clause is looked for in.
const SUBJECT: usize = 5;

/// `إنها ستساهم`, `أن بلاده ستبدأ`, `إن الولايات المتحدة ستنسحب` of her president.
fn own(weighing: &Weighing<'_, '_>, start: usize, first: bool) -> bool {
    let view = weighing.view;
    let pronoun = first
        && start > 0
        && view.is(start - 1, Classes::COMPLEMENTISER)
        && view.folded(start - 1).ends_with(['ه', 'ا', 'م', 'ي'])
        && !view.folded(start - 1).ends_with("لا")
        // `إنه من المهم`: nobody is meant.
        && !view.is(start, Classes::PREPOSITION);
    if pronoun {
        return true;
    }
    let end = (start + SUBJECT).min(view.len());
    let subject = (start..end).take_while(|&i| view.is_word(i) || view.opening(i).is_some());
    let owned = subject.clone().take(3).any(|i| {
        let folded = view.folded(i);
        let noun = !view.is(
            i,
            Classes::PRONOUN
                .or(Classes::DEMONSTRATIVE)
                .or(Classes::PREPOSITION_SUFFIXED)
                .or(Classes::COMPLEMENTISER)
                .or(Classes::PREPOSITION),
        );
        noun && !view.words[i].prefix.definite
            && !view.words[i].prefix.future
            && !view.is(i, Classes::VERB)
            && folded.chars().count() >= 5
            && (folded.ends_with("ها") || folded.ends_with("هم") || folded.ends_with('ه'))
            && !view.tokens.raw(i).ends_with('ة')
    });
    let end = subject.last().map_or(start, |i| i + 1);
    owned
        || weighing.resolved.speakers[weighing.index].is_some_and(|m| {
            own_side(
                view,
                &weighing.resolved.cast.members[m],
                start,
                end.min(start + 3),
            )
        })
}
