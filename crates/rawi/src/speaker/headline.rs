//! Takes: the cast of a whole report and who speaks in its body. Gives: for those whom only the headline
//! mentions, who they turn out to be. Relies on the body telling more: the same sort of source, the person
//! in that office, the ministry for which a capital stands.

use std::collections::BTreeSet;

use super::cast::{Cast, Member};
use super::likeness::{same_word, states_differ};
use crate::record::{EntityKind, SourceType};
use crate::text::token::Kind;
use crate::view::View;

/// Where the headline ends: after the title and a second line that has no full stop either.
pub(super) fn end(view: &View<'_>) -> Option<usize> {
    const LONGEST: usize = 60;
    let title = view.layout.title.filter(|t| t.end < view.len())?;
    let second = view
        .layout
        .paragraphs
        .get(1)
        .filter(|p| p.end < view.len() && p.end - p.start <= LONGEST)
        .filter(|p| matches!(view.tokens.kind(p.end - 1), Kind::Word));
    Some(second.map_or(title.end, |p| p.end))
}

impl Cast {
    /// Whom each member that stands in the headline only turns out to be, among those who speak in the
    /// body, in the order of their speaking.
    pub(super) fn told_by_body(&self, headline_end: u32, speaking: &[usize]) -> Vec<Option<usize>> {
        let only_in_headline =
            |m: &Member| !m.mentions.is_empty() && m.mentions.iter().all(|s| s.end <= headline_end);
        self.members
            .iter()
            .map(|hint| {
                if !only_in_headline(hint)
                    || !hint.name_words.is_empty()
                    || hint.source_type == SourceType::Document
                {
                    return None;
                }
                let told = |by: fn(&Member, &Member) -> bool| {
                    speaking
                        .iter()
                        .copied()
                        .filter(|&index| !only_in_headline(&self.members[index]))
                        .find(|&index| by(hint, &self.members[index]))
                };
                let lead = || {
                    let first = *speaking
                        .iter()
                        .find(|&&index| !only_in_headline(&self.members[index]))?;
                    may_be(hint, &self.members[first]).then_some(first)
                };
                told(tells_more)
                    .or_else(|| told(may_be_meant))
                    .or_else(lead)
            })
            .collect()
    }
}

/// `مسؤول كيني: …`: whom the title does not name, the lead does, right away.
fn may_be(hint: &Member, first: &Member) -> bool {
    hint.nameable
        && !first.name_words.is_empty()
        && hint.agreement.plural != Some(true)
        && hint.agreement.allows(first.agreement)
        && !states_differ(&hint.described, &first.described)
}

/// The same sort of source or the holder of the office, told better.
fn tells_more(hint: &Member, told: &Member) -> bool {
    let same_head = told.head == hint.head && told.kind == hint.kind;
    // `العشائر` are not the sheikh of the tribes.
    let office = is_person(hint)
        && hint.source_type != SourceType::Collective
        && !told.name_words.is_empty()
        && told.described.contains(&hint.head);
    let whole = hint.described.iter().all(|w| tells(&told.described, w));
    whole && (same_head || office || hint.kind == told.kind)
        || (same_head || office)
            && hint.described.intersection(&told.described).count() >= 1
            && hint.kind != EntityKind::Organisation
            && !states_differ(&hint.described, &told.described)
}

/// `مسؤول إسرائيلي`, `إعلام تركي`, `موسكو`: somebody of that state who speaks in the body.
fn may_be_meant(hint: &Member, told: &Member) -> bool {
    let shared = hint
        .described
        .iter()
        .any(|w| w.starts_with('@') && told.described.contains(w));
    let kind = match hint.kind {
        EntityKind::Person | EntityKind::Unnamed => !told.name_words.is_empty(),
        EntityKind::State => told.kind == EntityKind::Organisation,
        EntityKind::Media => told.kind == EntityKind::Media,
        _ => false,
    };
    let some_source = matches!(
        hint.source_type,
        SourceType::UnnamedBare | SourceType::Collective
    );
    shared && kind && !some_source
}

fn is_person(member: &Member) -> bool {
    matches!(member.kind, EntityKind::Person | EntityKind::Unnamed)
}

fn tells(described: &BTreeSet<String>, word: &str) -> bool {
    described.iter().any(|d| same_word(d, word))
}
