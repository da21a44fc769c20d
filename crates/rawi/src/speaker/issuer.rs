//! Takes: a document that the report names by its kind alone (`البيان`). Gives: whose it is. Relies on the
//! nearest speaker before who is said to speak in a document of that kind: `قالت الوزارة في بيان`.

use super::cast::{Cast, Member};
use super::likeness::lemma;
use crate::lexicon::Classes;
use crate::record::EntityKind;
use crate::statement::draft::{self, Draft, Mention};
use crate::view::View;

/// A document without an issuer of its own, and who issued it.
pub(super) struct Issued {
    document: usize,
    pub(super) issuer: usize,
    /// What it is: `بيان`.
    word: String,
}

/// Who issued the document that the statement at `index` calls by one word.
pub(super) fn of(
    view: &View<'_>,
    drafts: &[Draft],
    speakers: &[Option<usize>],
    cast: &Cast,
    (document, mention): (usize, Mention),
) -> Option<Issued> {
    let head = mention.phrase.head;
    let bare = mention.phrase.end == mention.phrase.start + 1 && view.words[head].prefix.definite;
    if !bare || !lacks_issuer(&cast.members[document]) {
        return None;
    }
    let kind = lemma(view, head);
    let index = speakers.len();
    let issuer = (index.saturating_sub(draft::NEAR)..index)
        .rev()
        .filter(|&before| speaks_in(view, &drafts[before], &kind))
        .find_map(|before| speakers[before])
        .filter(|&s| cast.members[s].kind != EntityKind::Document)?;
    let from = view.cut(head, view.words[head].prefix.letters) as usize;
    let to = view.tokens.span(head).end as usize;
    Some(Issued {
        document,
        issuer,
        word: view.tokens.text[from..to].to_owned(),
    })
}

/// The sentence tells of such a document outside of what is said in it.
fn speaks_in(view: &View<'_>, draft: &Draft, kind: &str) -> bool {
    let sentence = view.layout.sentence(draft.cue.0);
    let said = |at: usize| draft.content.iter().any(|p| p.start <= at && at < p.end);
    (sentence.start..sentence.end)
        .any(|at| view.is(at, Classes::DOCUMENT) && !said(at) && lemma(view, at) == kind)
}

/// `البيان`, `تقرير سنوي`.
fn lacks_issuer(document: &Member) -> bool {
    let mut words = document.name.split_whitespace().skip(1);
    let second = words.next();
    document.kind == EntityKind::Document
        && words.next().is_none()
        && second.is_none_or(|w| !w.starts_with("ال"))
        && !document.described.iter().any(|w| w.starts_with('@'))
}

/// Names each document by its issuer, once all names are known.
pub(super) fn name(cast: &mut Cast, issued: &[Issued]) {
    for Issued {
        document,
        issuer,
        word,
    } in issued.iter().rev()
    {
        let name = format!("{word} {}", cast.members[*issuer].name);
        cast.members[*document].name = name;
    }
}
