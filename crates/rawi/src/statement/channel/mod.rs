//! Takes: statements with their speakers and chains. Gives: by what means each was said, its
//! [`Channel`]. Relies on `words` for what tells one, beside a statement (`own`) or in the narration
//! (`aside`); then on `run`: what one speaker says goes on by the same means.

mod aside;
mod own;
mod run;
mod words;

use std::collections::BTreeMap;

use super::draft::Draft;
use crate::record::{Channel, SourceType};
use crate::speaker::Resolved;
use crate::text::fold::fold;
use crate::view::View;

/// A channel that words of the report tell, and the token they begin at.
#[derive(Debug, Clone, Copy)]
struct Told {
    /// None where the means has no name in the record: a run by other means ends there.
    channel: Option<Channel>,
    at: usize,
    /// It tells of what went before as well: the headline and the lead.
    backward: bool,
}

pub(crate) fn settle(view: &View<'_>, drafts: &mut [Draft], resolved: &Resolved) {
    let people = people(resolved);
    let mut told: Vec<Option<Told>> = (0..drafts.len())
        .map(|i| own::told(view, drafts, resolved, &people, i))
        .collect();
    run::hand_on(view, drafts, resolved, &mut told);
    let aside = aside::told(view, drafts, resolved, &people, &told);
    let channels = run::spread(view, drafts, resolved, &told, aside);
    for (draft, channel) in drafts.iter_mut().zip(channels) {
        draft.channel = channel.or_else(|| to_broadcaster(view, draft));
    }
}

/// `قال للقناة`: this once, no run goes on by it.
fn to_broadcaster(view: &View<'_>, draft: &Draft) -> Option<Channel> {
    let heads = draft
        .addressees
        .iter()
        .filter_map(|m| view.words[m.phrase.head].head);
    heads
        .filter_map(|h| h.channel)
        .find(|&c| c == Channel::Broadcast)
}

/// The last word of a person's name, folded.
fn surname(resolved: &Resolved, member: usize) -> Option<String> {
    let member = &resolved.cast.members[member];
    let person = matches!(member.source_type, SourceType::Person | SourceType::Role);
    person
        .then(|| member.name.split_whitespace().last().map(fold))
        .flatten()
}

/// Those who speak, by the last words of their names.
type People = BTreeMap<String, usize>;

fn people(resolved: &Resolved) -> People {
    let mut people = People::new();
    for &member in resolved.speakers.iter().flatten() {
        if let Some(name) = surname(resolved, member) {
            people.entry(name).or_insert(member);
        }
    }
    people
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use crate::record::Channel;
    use crate::{Metadata, Report, read};

    /// The table as those who edit it see it.
    #[derive(Deserialize)]
    struct Table {
        channel: Vec<Entry>,
    }

    #[derive(Deserialize)]
    struct Entry {
        channel: Option<Channel>,
        examples: Vec<String>,
        not: Vec<String>,
    }

    fn channels(text: &str) -> Vec<Option<Channel>> {
        let record = read(&Report::new(text, Metadata::default()));
        record.statements.iter().map(|s| s.channel).collect()
    }

    #[test]
    fn every_entry_tells_what_its_examples_show() {
        let text = crate::lexicon::table("ar/channels.toml");
        let table: Table = toml::from_str(text).unwrap_or_else(|e| panic!("{e}"));
        for entry in table.channel {
            for example in &entry.examples {
                let told = channels(example);
                assert!(told.contains(&entry.channel), "{example}: {told:?}");
            }
            for example in entry.not.iter().filter(|_| entry.channel.is_some()) {
                let told = channels(example);
                assert!(!told.contains(&entry.channel), "{example}: {told:?}");
            }
        }
    }
}
