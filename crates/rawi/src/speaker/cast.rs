//! Takes: the mentions of a report. Gives: the [`Cast`]: everybody and everything that speaks or is
//! spoken to, each once. Relies on names first (whole, then by surname, spelling variants allowed);
//! what a mention without a name means is for [`super::recall`] to find.

use std::collections::BTreeSet;

use super::likeness::{
    description, lemma, offices, same_person, same_word, state, states_differ, without_article,
    without_ending,
};
use super::{classify, mention_agreement, names};
use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::conjugator::Gender;
use crate::language::arabic::noun_phrase::{self, Want};
use crate::lexicon::Classes;
use crate::record::{Access, Count, EntityKind, SourceType};
use crate::span::ByteSpan;
use crate::statement::draft::{Draft, Mention};
use crate::view::View;

#[derive(Debug)]
pub(crate) struct Member {
    /// The clearest name.
    pub(crate) name: String,
    pub(crate) source_type: SourceType,
    pub(crate) kind: EntityKind,
    pub(crate) agreement: Agreement,
    pub(crate) mentions: Vec<ByteSpan>,
    pub(crate) count: Option<Count>,
    pub(crate) access: Option<Access>,
    /// Folded words of the personal name.
    pub(crate) name_words: Vec<String>,
    /// All that mentions say of it.
    pub(crate) described: BTreeSet<String>,
    /// Offices of which mentions tell.
    pub(super) offices: BTreeSet<String>,
    /// Some mention calls it by an office or a rank.
    pub(super) titled: bool,
    /// It is one person, of whom the report may tell the name elsewhere.
    pub(super) nameable: bool,
    /// `نظيره`: holds the office of somebody told before.
    pub(super) counterpart: bool,
    /// The name begins with an article.
    definite: bool,
    /// Entry of the lexicon's names.
    pub(crate) known: Option<u16>,
    /// Lemma of the head of the first full mention, for `المصدر`, `الوزارة`.
    pub(super) head: String,
    /// Where last mentioned as a source or an addressee.
    pub(super) last: u32,
    /// Where first met.
    pub(crate) met: ByteSpan,
    /// Everywhere that a body of the lexicon's names is told of, in order.
    pub(super) told: Vec<u32>,
}

impl Member {
    /// Known by an office alone, not by a name.
    pub(crate) fn is_role(&self) -> bool {
        self.source_type == SourceType::Role
    }

    /// Takes the name that the lexicon puts before the one it has.
    fn called_better(&mut self, view: &View<'_>, written: &str) {
        let forms = self
            .known
            .map(|n| &view.lexicon.names[usize::from(n)].forms);
        let rank = |name: &str| {
            let folded = crate::text::fold::fold(name);
            forms
                .and_then(|f| f.iter().position(|f| **f == *folded))
                .unwrap_or(usize::MAX)
        };
        if rank(written) < rank(&self.name) {
            self.name = written.to_owned();
        }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Cast {
    pub(crate) members: Vec<Member>,
}

/// How many bodies are met beforehand; a report names fewer, a list of names stays linear.
const MOST_INTRODUCED: usize = 400;

impl Cast {
    /// Meets everybody whom the report names in full, so that a surname or an office before or after
    /// can find them.
    pub(crate) fn introduce(view: &View<'_>, drafts: &[Draft]) -> Self {
        let mut cast = Self::default();
        let mut people: Vec<Mention> = drafts
            .iter()
            .flat_map(|d| d.source.iter().chain(&d.addressees))
            .copied()
            .collect();
        let mut bodies: Vec<Mention> = Vec::new();
        let mut at = 0;
        // Inside of a person's phrase only bodies begin: `كاتب عام نقابة الميناء`.
        let mut person_end = 0;
        while at < view.len() {
            if at >= person_end && begins_person(view, at) {
                if let Some(phrase) = phrase_at(view, at) {
                    people.push(Mention {
                        phrase,
                        span: view.span(phrase.start, phrase.end),
                    });
                    // Behind the name another person may follow.
                    person_end = names::name_of(view, phrase.start, phrase.end)
                        .map_or(phrase.end, |(_, to)| to.min(phrase.end))
                        .max(at + 1);
                }
            } else if let Some((body, known)) = known_body(view, at) {
                cast.tell(view, body, known);
                at = body.phrase.end - 1;
            } else if begins_body(view, at)
                && let Some(phrase) = phrase_at(view, at)
                && phrase.end - phrase.start >= 2
            {
                let letters = view.words[at].prefix.letters;
                let span =
                    ByteSpan::new(view.cut(at, letters), view.tokens.span(phrase.end - 1).end);
                bodies.push(Mention { phrase, span });
            }
            at += 1;
        }
        people.sort_by_key(|m| m.phrase.start);
        for mention in people {
            if let Some((from, to)) = names::name_of(view, mention.phrase.start, mention.phrase.end)
                && classify::kind_of(view, mention).1 == EntityKind::Person
                && to - from >= 2
            {
                cast.person(view, mention, (from, to));
            }
        }
        for mention in bodies {
            let (source_type, kind) = classify::kind_of(view, mention);
            let known = view
                .name_at(mention.phrase.start)
                .filter(|(h, _)| h.end >= mention.phrase.end)
                .map(|(_, n)| n);
            let words = description(view, mention.phrase.start, mention.phrase.end);
            let there = cast
                .members
                .iter()
                .any(|m| m.kind == kind && words.iter().all(|s| m.described.contains(s)));
            if kind != EntityKind::Person && !there && cast.members.len() < MOST_INTRODUCED {
                cast.add(view, mention, source_type, kind, known);
            }
        }
        for member in &mut cast.members {
            member.mentions.clear();
            member.last = 0;
        }
        cast
    }

    /// The narrator tells of a body that the lexicon knows.
    fn tell(&mut self, view: &View<'_>, body: Mention, known: u16) {
        let found = self.members.iter().position(|m| m.known == Some(known));
        let index = match found {
            Some(index) => index,
            None if self.members.len() >= MOST_INTRODUCED => return,
            None => {
                let kind = view.lexicon.names[usize::from(known)].kind;
                self.add(view, body, SourceType::Organisation, kind, Some(known))
            }
        };
        let member = &mut self.members[index];
        member.told.push(body.span.start);
        member.called_better(view, body.span.of(view.tokens.text));
    }

    /// The member that a mention means; a new one where nobody fits.
    pub(crate) fn resolve(&mut self, view: &View<'_>, mention: Mention) -> usize {
        let (start, end) = (mention.phrase.start, mention.phrase.end);
        let (source_type, kind) = classify::kind_of(view, mention);
        let index = if let Some(index) = self.by_surname(view, mention) {
            index
        } else if kind == EntityKind::Person
            && let Some(name) = names::name_of(view, start, end)
        {
            self.person(view, mention, name)
        } else {
            let known = view
                .name_at(start)
                .filter(|(h, _)| h.end >= end || kind != EntityKind::Person)
                .filter(|_| !coordinated(view, mention))
                .map(|(_, n)| n);
            match self.recall(view, mention, (source_type, kind), known) {
                Some(index) => index,
                None => self.add(view, mention, source_type, kind, known),
            }
        };
        self.mentioned(view, index, mention, kind);
        index
    }

    /// `قالت فلانة`: the verb tells what the name does not.
    pub(super) fn shown_by_verb(&mut self, index: usize, gender: Option<Gender>) {
        let member = &mut self.members[index];
        if member.kind == EntityKind::Person && !member.name_words.is_empty() {
            member.agreement.gender = member.agreement.gender.or(gender);
        }
    }

    /// Somebody speaks whom so far only the narrator has told of.
    pub(super) fn speaks(&mut self, index: usize) {
        let member = &mut self.members[index];
        if member.mentions.is_empty() {
            member.mentions.push(member.met);
            member.last = member.last.max(member.met.start);
        }
    }

    /// Keeps what a mention adds to what is known of a member.
    fn mentioned(&mut self, view: &View<'_>, index: usize, mention: Mention, kind: EntityKind) {
        let (start, end) = (mention.phrase.start, mention.phrase.end);
        let written = named_as(view, mention, kind).of(view.tokens.text);
        let member = &mut self.members[index];
        member.last = mention.span.start.max(member.last);
        if member.mentions.last() != Some(&mention.span) {
            member.mentions.push(mention.span);
        }
        member.described.extend(description(view, start, end));
        match member.kind {
            EntityKind::Person => {}
            // The name that news uses most, not an epithet.
            EntityKind::State => member.called_better(view, written),
            // The fullest mention names a body, a document or an unnamed source.
            _ => {
                // `المصدر الذي طلب عدم ذكر اسمه` tells less of an unnamed source than what it was first called.
                let definite = view.words[mention.phrase.head].prefix.definite;
                let points_back = kind == EntityKind::Unnamed && definite && !member.definite;
                if kind == member.kind
                    && !points_back
                    && end - start <= 9
                    && written.chars().count() > member.name.chars().count()
                    && !view.is(start, Classes::QUANTIFIER)
                {
                    member.name = written.to_owned();
                    member.definite = definite;
                }
            }
        }
    }

    /// The person with the name at these tokens.
    pub(super) fn known_person(&self, view: &View<'_>, name: (usize, usize)) -> Option<usize> {
        let words = name_words(view, name);
        self.members
            .iter()
            .position(|m| m.kind == EntityKind::Person && same_person(&m.name_words, &words))
    }

    fn person(&mut self, view: &View<'_>, mention: Mention, (from, to): (usize, usize)) -> usize {
        let words = name_words(view, (from, to));
        let found = self.known_person(view, (from, to));
        let and = view.words[from].prefix.conjunction_letters;
        let name = ByteSpan::new(view.cut(from, and), view.span(from, to).end)
            .of(view.tokens.text)
            .to_owned();
        // `فلان نظيره الياباني`: another begins.
        let mut mention = mention;
        if counterpart(view, to) {
            mention.phrase.end = mention.phrase.end.min(to);
        }
        let index = found.unwrap_or_else(|| {
            self.add(view, mention, SourceType::Person, EntityKind::Person, None)
        });
        let member = &mut self.members[index];
        if found.is_none() || words.len() > member.name_words.len() {
            member.name = name;
            member.name_words = words;
        }
        member.source_type = SourceType::Person;
        let merged = mention_agreement(view, mention);
        member.agreement.gender = member.agreement.gender.or(merged.gender);
        member.agreement.plural = Some(false);
        for (start, end) in [
            (mention.phrase.start, mention.phrase.end),
            office_before(view, from),
            office_behind(view, to),
        ] {
            member.described.extend(description(view, start, end));
            member.offices.extend(offices(view, start, end));
            member.titled |= titled(view, start, end);
            member.counterpart |= (start..end).any(|i| counterpart(view, i));
        }
        index
    }

    /// The surname of somebody named in full, alone or after a title, whatever else the word may mean.
    pub(super) fn by_surname(&self, view: &View<'_>, mention: Mention) -> Option<usize> {
        const BEFORE: Classes = Classes::TITLE.or(Classes::NATIONALITY);
        let at = mention.phrase.end - 1;
        let before = mention.phrase.start..at;
        // `محمد` of `محمد الفلاني` is not another محمد.
        let cut_short = view.is(at, Classes::GIVEN_NAME)
            && (noun_phrase::looks_like_name(view, at + 1)
                || noun_phrase::surname_after_given(view, at + 1));
        if !view.is_word(at) || !before.clone().all(|i| view.is(i, BEFORE)) || cut_short {
            return None;
        }
        let word = without_article(view.folded(at));
        let stem = view.stem(at);
        let unknown = view
            .classes(at)
            .without(
                Classes::GIVEN_NAME
                    .or(Classes::SURNAME)
                    .or(Classes::NAME_PARTICLE),
            )
            .is_none();
        let alone = before.clone().all(|i| view.is(i, Classes::HONORIFIC));
        // `الرئيس العام`: after an office, only what is a name and nothing else.
        if !alone && !unknown {
            return None;
        }
        let is_word = |name: &String| {
            **name == *word
                || **name == *stem
                || unknown && (same_word(name, word) || same_word(name, stem))
        };
        let given = view.is(at, Classes::GIVEN_NAME) || unknown;
        let described = description(view, mention.phrase.start, at);
        self.members.iter().rposition(|m| {
            let words = if given {
                &m.name_words[..]
            } else {
                m.name_words.get(1..).unwrap_or_default()
            };
            words.iter().any(is_word) && !states_differ(&described, &m.described)
        })
    }

    fn add(
        &mut self,
        view: &View<'_>,
        mention: Mention,
        source_type: SourceType,
        kind: EntityKind,
        known: Option<u16>,
    ) -> usize {
        let (start, end) = (mention.phrase.start, mention.phrase.end);
        let head = mention.phrase.head;
        let shown = mention_agreement(view, mention);
        let mut described: BTreeSet<String> = description(view, start, end).into_iter().collect();
        if let Some(known) = known {
            let name = &view.lexicon.names[usize::from(known)];
            described.extend(name.nouns.iter().map(|n| without_ending(n)));
            described.extend(name.state.as_deref().map(state));
        }
        self.members.push(Member {
            name: named_as(view, mention, kind)
                .of(view.tokens.text)
                .to_owned(),
            source_type,
            kind,
            agreement: Agreement {
                plural: if coordinated(view, mention) {
                    Some(true)
                } else {
                    shown.plural
                },
                ..shown
            },
            mentions: Vec::new(),
            count: view
                .words
                .get(head)
                .and_then(|w| w.head)
                .and_then(|h| h.count)
                .filter(|_| kind == EntityKind::Unnamed),
            access: (start..end)
                .find_map(|i| view.words[i].access)
                .filter(|_| kind == EntityKind::Unnamed),
            name_words: Vec::new(),
            described,
            offices: offices(view, start, end).collect(),
            titled: titled(view, start, end),
            counterpart: false,
            definite: view.words.get(head).is_some_and(|w| w.prefix.definite),
            nameable: view.is(head, Classes::TITLE.or(Classes::UNNAMED))
                && !view.is(head, Classes::ANONYMOUS.or(Classes::PLURAL)),
            known,
            head: lemma(view, head),
            last: mention.span.start,
            met: mention.span,
            told: Vec::new(),
        });
        self.members.len() - 1
    }
}

pub(crate) fn name_words(view: &View<'_>, (from, to): (usize, usize)) -> Vec<String> {
    (from..to)
        .filter(|&i| view.is_word(i))
        .map(|i| {
            let and = usize::from(view.words[i].prefix.conjunction_letters);
            let word = view.folded(i);
            let cut = if i == from { and } else { 0 };
            let start = word.char_indices().nth(cut).map_or(0, |(at, _)| at);
            without_article(&word[start..]).to_owned()
        })
        .collect()
}

/// `مصر وتونس`: a known name and another, who are not one of the two.
fn coordinated(view: &View<'_>, mention: Mention) -> bool {
    view.name_at(mention.phrase.start).is_some_and(|(hit, _)| {
        hit.end < mention.phrase.end && view.words[hit.end].prefix.conjunction.is_some()
    })
}

/// The words that name a mention.
fn named_as(view: &View<'_>, mention: Mention, kind: EntityKind) -> ByteSpan {
    let end = name_end(view, mention, kind);
    // The mention's own words may go on with a clause that tells of it.
    let end = view.tokens.span(end - 1).end;
    ByteSpan::new(
        mention.span.start,
        end.clamp(mention.span.start, mention.span.end),
    )
}

/// A body's name ends where a clause goes on to tell of it: `الحكومة المقالة التي تدير القطاع`, `الإدارة
/// المدنية التابعة للوزارة`.
pub(super) fn name_end(view: &View<'_>, mention: Mention, kind: EntityKind) -> usize {
    let (start, end) = (mention.phrase.start, mention.phrase.end);
    let body = matches!(
        kind,
        EntityKind::Organisation | EntityKind::ArmedGroup | EntityKind::State
    );
    let clause = (start + 1..end).filter(|_| body).find(|&i| {
        view.is(i, Classes::RELATIVE_PRONOUN)
            || i > start + 1
                && !view.is(start, Classes::QUANTIFIER)
                && view.words[i].prefix.definite
                && belongs(view, i)
    });
    match clause {
        Some(at) if at > start + 1 && view.is_comma(at - 1) => at - 1,
        Some(at) => at,
        None => end,
    }
}

/// An adjective that says what a body belongs to: `التابعة ل`, `المنضوية في`.
fn belongs(view: &View<'_>, at: usize) -> bool {
    let stem = view.stem(at);
    let to = view.words.get(at + 1).and_then(|w| w.prefix.preposition);
    to == Some('ل') && view.lexicon.governs(stem, "ل")
        || view.is_word(at + 1) && view.folded(at + 1) == "في" && view.lexicon.governs(stem, "في")
}

fn titled(view: &View<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|i| view.is(i, Classes::OFFICE.or(Classes::RANK)))
}

/// `نظيره`.
fn counterpart(view: &View<'_>, at: usize) -> bool {
    view.is(at, Classes::AUDIENCE) && view.is(at, Classes::OFFICE)
}

/// The office that stands before a name, at most a comma between them: `وزير الدفاع، فلان`.
fn office_before(view: &View<'_>, name: usize) -> (usize, usize) {
    const FARTHEST: usize = 12;
    // A clause or another name ends it.
    const CLOSED: Classes = Classes::COMPLEMENTISER
        .or(Classes::RELATIVE_PRONOUN)
        .or(Classes::GIVEN_NAME);
    let comma = name > 0 && view.is_comma(name - 1);
    let end = if comma { name - 1 } else { name };
    let clause = (end.saturating_sub(FARTHEST)..end)
        .rev()
        .take_while(|&i| {
            view.is_word(i)
                && !noun_phrase::is_verb(view, i)
                && !view.is(i, CLOSED)
                && (comma || !noun_phrase::is_preposition_word(view, i))
        })
        .filter(|&i| view.is(i, Classes::TITLE.or(Classes::NATIONALITY)));
    (clause.last().unwrap_or(end), end)
}

/// The office told behind a name and a comma: `فلان، وزير الدفاع`.
fn office_behind(view: &View<'_>, name_end: usize) -> (usize, usize) {
    let at = name_end + 1;
    if view.is_comma(name_end)
        && view.is(at, Classes::TITLE)
        && view.words[at].prefix.conjunction.is_none()
        && let Some(phrase) = phrase_at(view, at)
    {
        return (at, phrase.end);
    }
    (name_end, name_end)
}

pub(crate) fn begins_person(view: &View<'_>, at: usize) -> bool {
    view.is(at, Classes::TITLE)
        || view.is(at, Classes::GIVEN_NAME)
            && (noun_phrase::looks_like_name(view, at + 1)
                || noun_phrase::surname_after_given(view, at + 1))
}

/// A body of the lexicon's names that news also calls by a noun, and which one.
fn known_body(view: &View<'_>, at: usize) -> Option<(Mention, u16)> {
    let (hit, index) = view.name_at(at)?;
    let name = &view.lexicon.names[usize::from(index)];
    let body = matches!(name.kind, EntityKind::Organisation | EntityKind::ArmedGroup);
    // Of `للحركة` the article cannot be cut.
    let prefix = &view.words[at].prefix;
    let fused = prefix.definite && prefix.preposition == Some('ل');
    if !body || name.nouns.is_empty() || fused {
        return None;
    }
    let phrase = noun_phrase::NounPhrase {
        start: at,
        end: hit.end,
        head: at,
    };
    let before = prefix.letters - if prefix.definite { 2 } else { 0 };
    let start = view.cut(at, before);
    let span = ByteSpan::new(start, view.tokens.span(hit.end - 1).end);
    Some((Mention { phrase, span }, index))
}

fn begins_body(view: &View<'_>, at: usize) -> bool {
    const BODY: Classes = Classes::ORGANISATION
        .or(Classes::MEDIA)
        .or(Classes::UNNAMED)
        .or(Classes::DOCUMENT);
    view.is(at, BODY) && !view.words[at].prefix.definite
}

pub(crate) fn phrase_at(view: &View<'_>, at: usize) -> Option<noun_phrase::NounPhrase> {
    noun_phrase::parse_fused(view, at, view.layout.sentence(at).end, Want::Addressee, &[])
}
