//! Takes: a mention. Gives: what kind of source it is. Relies on the head of the phrase first: a
//! spokesman's statement is a document, a ministry's source is an unnamed one.

use super::names;
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::record::{EntityKind, SourceType};
use crate::statement::draft::Mention;
use crate::view::View;

pub(super) fn kind_of(view: &View<'_>, mention: Mention) -> (SourceType, EntityKind) {
    let head = mention.phrase.head;
    let (start, end) = (mention.phrase.start, mention.phrase.end);
    let classes = view.classes(head);
    if let Some((hit, index)) = view.name_at(head)
        && (hit.end > head + 1 || !classes.any(Classes::TITLE.or(Classes::HEAD)))
    {
        let kind = view.lexicon.names[usize::from(index)].kind;
        let people = hit.end == head + 1
            && view.is(head, Classes::NATIONALITY)
            && view.is(head, Classes::PLURAL);
        if !people {
            return match kind {
                EntityKind::Media => (SourceType::Media, kind),
                EntityKind::Person => (SourceType::Person, kind),
                _ => (SourceType::Organisation, kind),
            };
        }
    }
    // `وسائل الإعلام`, `استطلاعات الرأي`: heads of two words.
    let headed = |kind: Classes| classes.any(kind) || view.run_of(head, kind).is_some();
    if headed(Classes::DOCUMENT) {
        return (SourceType::Document, EntityKind::Document);
    }
    if headed(Classes::MEDIA) {
        return (SourceType::Media, EntityKind::Media);
    }
    let named = names::name_of(view, start, end).is_some();
    if classes.any(Classes::UNNAMED) && !named {
        return (unnamed(view, start, end), EntityKind::Unnamed);
    }
    if classes.any(Classes::ORGANISATION) {
        return (SourceType::Organisation, EntityKind::Organisation);
    }
    if classes.any(Classes::COLLECTIVE) && !named {
        return (SourceType::Collective, EntityKind::Unnamed);
    }
    if classes.any(Classes::TITLE) {
        return (
            if named {
                SourceType::Person
            } else {
                SourceType::Role
            },
            EntityKind::Person,
        );
    }
    if named {
        return (SourceType::Person, EntityKind::Person);
    }
    if view.is(head, Classes::NATIONALITY)
        || view.is(start, Classes::QUANTIFIER)
        || view.folded(head).ends_with("ون")
        || view.folded(head).ends_with("ين")
        || view.folded(start) == "البعض"
    {
        return (SourceType::Collective, EntityKind::Unnamed);
    }
    if end - start <= 2 && view.words[start].prefix.definite && view.stem(start).ends_with('ي')
        || end - start == 1 && only_a_name(view, start)
    {
        return (SourceType::Person, EntityKind::Person);
    }
    (SourceType::Organisation, EntityKind::Organisation)
}

/// `بلاتيني`: a word of no table, without article or pronoun, that stands as a name does.
fn only_a_name(view: &View<'_>, at: usize) -> bool {
    let folded = view.folded(at);
    let prefix = &view.words[at].prefix;
    view.tag(at) == Tag::ProperNoun
        && view.classes(at).without(Classes::NOUN).is_none()
        && view.name_at(at).is_none()
        && !view.words[at].enclitic
        && !prefix.definite
        && prefix.preposition.is_none()
        && folded.starts_with(char::is_alphabetic)
        && !["ها", "هم"].iter().any(|pronoun| folded.ends_with(pronoun))
}

/// A description tells more than that the source knows.
fn unnamed(view: &View<'_>, start: usize, end: usize) -> SourceType {
    let bare = (start..end).all(|i| view.is(i, Classes::ANONYMOUS.or(Classes::VAGUE)));
    if bare && view.is(start, Classes::ANONYMOUS) && !view.is(start, Classes::TITLE) {
        SourceType::UnnamedBare
    } else {
        SourceType::UnnamedDescribed
    }
}
