//! Takes: a mention without a name (`المصدر`, `الوزير`, `الوزارة`). Gives: the member of the cast that
//! it means. Relies on what the report says of each: entries of the lexicon, heads, offices, states.

use super::cast::{Cast, Member, name_end};
use super::likeness::{description, lemma, offices, owned, same_word, states_differ};
use super::mention_agreement;
use crate::language::arabic::agreement::Agreement;
use crate::lexicon::Classes;
use crate::record::{EntityKind, SourceType};
use crate::statement::draft::Mention;
use crate::view::View;

/// A mention and all that is asked of it.
struct Sought<'v, 'a> {
    view: &'v View<'a>,
    mention: Mention,
    source_type: SourceType,
    kind: EntityKind,
    words: Vec<String>,
    head: String,
    offices: Vec<String>,
    agreement: Agreement,
    here: u32,
}

impl Cast {
    /// Who was meant; nobody where nobody fits.
    pub(super) fn recall(
        &self,
        view: &View<'_>,
        mention: Mention,
        (source_type, kind): (SourceType, EntityKind),
        known: Option<u16>,
    ) -> Option<usize> {
        if let Some(known) = known
            && let Some(index) = self
                .members
                .iter()
                .position(|m| m.known == Some(known) && m.source_type == source_type)
        {
            return Some(index);
        }
        let sought = Sought {
            view,
            mention,
            source_type,
            kind,
            words: description(view, mention.phrase.start, told_until(view, mention, kind)),
            head: lemma(view, mention.phrase.head),
            offices: offices(view, mention.phrase.start, mention.phrase.end).collect(),
            agreement: mention_agreement(view, mention),
            here: mention.span.start,
        };
        let definite = known.is_some() || sought.definite();
        if !definite && source_type != SourceType::Media {
            return self
                .members
                .iter()
                .position(|m| m.kind == kind && m.name == mention.span.of(view.tokens.text));
        }
        self.described_so(&sought)
            .or_else(|| self.holder_of_office(&sought))
            .or_else(|| self.last_to_speak(&sought))
            .or_else(|| self.last_source(&sought))
    }

    /// Somebody of whom the report has said all that the mention says: the last speaker before it, else
    /// who was named nearest before, else first after.
    fn described_so(&self, sought: &Sought<'_, '_>) -> Option<usize> {
        // `الرئيس الفلاني` is not the prime minister (رئيس الوزراء), where there is a president.
        let fits = |m: &Member| sought.fits(m);
        let holds = |m: &Member| {
            !m.name_words.is_empty() && m.offices.iter().any(|o| sought.offices.contains(o))
        };
        let exact = sought.words.len() > 1 && self.members.iter().any(|m| fits(m) && holds(m));
        let fitting = || {
            self.members
                .iter()
                .enumerate()
                .filter(|(_, m)| fits(m) && (!exact || holds(m)))
        };
        let spoke = fitting()
            .filter(|(_, m)| m.last < sought.here && !m.mentions.is_empty())
            .max_by_key(|(_, m)| m.last);
        let found = spoke.or_else(|| {
            fitting().min_by_key(|(_, m)| {
                let told = m.told.partition_point(|&at| at <= sought.here);
                let met = told.checked_sub(1).map_or(m.met.start, |i| m.told[i]);
                if met <= sought.here {
                    (0, sought.here - met)
                } else {
                    (1, met - sought.here)
                }
            })
        });
        found.map(|(index, _)| index)
    }

    fn named(&self) -> impl Iterator<Item = (usize, &Member)> {
        self.members
            .iter()
            .enumerate()
            .filter(|(_, m)| !m.name_words.is_empty())
    }

    /// Somebody named whose office the mention tells in other words.
    fn holder_of_office(&self, sought: &Sought<'_, '_>) -> Option<usize> {
        if sought.source_type != SourceType::Role {
            return None;
        }
        let words = &sought.words;
        let title = words.first()?;
        self.named()
            .filter(|(_, m)| (m.described.contains(title) || m.counterpart) && sought.may_be(m))
            .map(|(index, m)| {
                // `زعيم المتمردين` leads the movement of تمرد.
                let told = |w: &String| {
                    m.counterpart && w == title || m.described.iter().any(|d| same_word(d, w))
                };
                let shared = words.iter().filter(|w| told(w)).count();
                (
                    shared,
                    m.last.max(m.met.start) <= sought.here,
                    m.last,
                    index,
                )
            })
            .filter(|(shared, ..)| 2 * shared >= words.len() && (words.len() == 1 || *shared >= 2))
            .max()
            .map(|(.., index)| index)
    }

    /// `المسؤول`, `النائب`: the last person who spoke, where the mention only says that it is the same one.
    fn last_to_speak(&self, sought: &Sought<'_, '_>) -> Option<usize> {
        let view = sought.view;
        let head = sought.mention.phrase.head;
        let classes = view.classes(head);
        let person = classes.any(Classes::TITLE)
            || classes.any(Classes::UNNAMED) && !classes.any(Classes::ANONYMOUS);
        let definite = view.words[head].prefix.definite
            || classes.any(Classes::HONORIFIC) && owned(view, head).is_some();
        if !person || !definite || sought.agreement.plural == Some(true) {
            return None;
        }
        // `الوزير الألماني`: an office, and at most whose.
        let office =
            classes.any(Classes::OFFICE.or(Classes::RANK)) && !classes.any(Classes::UNNAMED);
        let (states, words): (Vec<_>, Vec<_>) =
            sought.words.iter().partition(|w| w.starts_with('@'));
        if words.len() > if office { 1 } else { 2 } {
            return None;
        }
        self.named()
            .filter(|(_, m)| !m.mentions.is_empty() && m.last < sought.here && sought.may_be(m))
            .filter(|(_, m)| {
                !office || !m.titled || states.iter().any(|s| m.described.contains(*s))
            })
            .max_by_key(|(_, m)| m.last)
            .map(|(index, _)| index)
    }
}

impl Cast {
    /// `المصدر ذاته`, `المصادر`, where nobody is called so before: the last unnamed source, as many.
    fn last_source(&self, sought: &Sought<'_, '_>) -> Option<usize> {
        let view = sought.view;
        let head = sought.mention.phrase.head;
        if !view.is(head, Classes::ANONYMOUS)
            || !view.words[head].prefix.definite
            || sought.words.len() > 1
        {
            return None;
        }
        self.members
            .iter()
            .enumerate()
            .filter(|(_, m)| m.kind == EntityKind::Unnamed && !m.mentions.is_empty())
            .filter(|(_, m)| m.last < sought.here && sought.same_number(m))
            .max_by_key(|(_, m)| m.last)
            .map(|(index, _)| index)
    }
}

impl Sought<'_, '_> {
    fn definite(&self) -> bool {
        let view = self.view;
        let head = self.mention.phrase.head;
        view.words[head].prefix.definite
            || owned(view, head).is_some()
            || (self.mention.phrase.start..self.mention.phrase.end)
                .any(|i| view.words[i].prefix.definite || view.name_at(i).is_some())
    }

    /// Neither gender nor number nor state speaks against it.
    fn may_be(&self, member: &Member) -> bool {
        self.agreement.allows(member.agreement)
            && !states_differ(&self.words, &member.described)
            && (self.agreement.plural != Some(true) || member.name_words.is_empty())
    }

    /// `الجانبان` is not `الجانب`.
    fn same_number(&self, member: &Member) -> bool {
        let plural = |a: Agreement| a.plural == Some(true);
        plural(self.agreement) == plural(member.agreement)
    }

    /// `الحركة` of a body that has حركة in one of its names.
    fn called(&self, member: &Member) -> bool {
        let name = member
            .known
            .map(|known| &self.view.lexicon.names[usize::from(known)]);
        let noun = self.view.stem(self.mention.phrase.head);
        self.kind == EntityKind::Organisation
            && matches!(
                member.kind,
                EntityKind::Organisation | EntityKind::ArmedGroup
            )
            && name.is_some_and(|n| n.nouns.iter().any(|n| **n == *noun))
    }

    fn fits(&self, member: &Member) -> bool {
        let person = member.kind == EntityKind::Person;
        let called = self.called(member);
        let family =
            member.kind == self.kind || self.source_type == SourceType::Role && person || called;
        let head = person && self.kind == EntityKind::Person
            || member.head == self.head
            || called
            || self.kind == EntityKind::Media && member.described.contains(&self.head);
        family
            && head
            && self.words.iter().all(|s| member.described.contains(s))
            && if person {
                self.may_be(member)
            } else {
                self.kind == EntityKind::Unnamed || self.same_number(member)
            }
    }
}

/// Where the words end that tell who is meant; a clause tells what it does: `الرئيس اليمني الذي يزور الجوار`.
fn told_until(view: &View<'_>, mention: Mention, kind: EntityKind) -> usize {
    let end = name_end(view, mention, kind);
    let start = mention.phrase.start;
    (start + 1..end)
        .find(|&i| {
            matches!(kind, EntityKind::Person | EntityKind::Unnamed)
                && view.is(i, Classes::RELATIVE_PRONOUN)
        })
        .unwrap_or(end)
}
