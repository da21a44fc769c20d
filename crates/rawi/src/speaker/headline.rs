//! Takes: the cast of a whole report. Gives: for those whom only the headline mentions, who they turn out
//! to be in the body. Relies on the body telling more: the same sort of source, or the person in that office.

use super::cast::{Cast, Member};
use super::likeness::states_differ;
use crate::record::{EntityKind, SourceType};

impl Cast {
    /// A mention in the title that the body tells better.
    pub(super) fn told_by_body(&self, title_end: u32) -> Vec<Option<usize>> {
        let mut body: Vec<(u32, usize)> = self
            .members
            .iter()
            .enumerate()
            .filter_map(|(index, b)| {
                let first = b
                    .mentions
                    .iter()
                    .map(|s| s.start)
                    .filter(|&s| s >= title_end)
                    .min()?;
                Some((first, index))
            })
            .collect();
        body.sort_unstable();
        let only_in_title =
            |m: &Member| !m.mentions.is_empty() && m.mentions.iter().all(|s| s.end <= title_end);
        self.members
            .iter()
            .map(|hint| {
                if !only_in_title(hint)
                    || !hint.name_words.is_empty()
                    || hint.source_type == SourceType::Document
                {
                    return None;
                }
                body.iter()
                    .map(|&(_, index)| index)
                    .find(|&index| tells_better(hint, &self.members[index]))
                    .or_else(|| {
                        let &(_, first) = body.first()?;
                        may_be(hint, &self.members[first]).then_some(first)
                    })
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

fn tells_better(hint: &Member, told: &Member) -> bool {
    let same_head = told.head == hint.head && told.kind == hint.kind;
    let office = matches!(hint.kind, EntityKind::Person | EntityKind::Unnamed)
        && !told.name_words.is_empty()
        && told.described.contains(&hint.head);
    let whole = hint.described.is_subset(&told.described);
    whole && (same_head || office || hint.kind == told.kind)
        || (same_head || office)
            && hint.described.intersection(&told.described).count() >= 1
            && hint.kind != EntityKind::Organisation
}
