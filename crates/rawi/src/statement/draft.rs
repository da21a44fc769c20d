//! Takes: nothing; these are the types. Gives: [`Draft`], a statement being read, in tokens and bytes.
//! Relies on: `record` for its vocabularies; ids and code points come when the record is written.

use crate::language::arabic::agreement::Agreement;
use crate::language::arabic::noun_phrase::NounPhrase;
use crate::record::{Act, Channel, Form, Stance};
use crate::span::ByteSpan;

/// Words of the report that name a source or an addressee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mention {
    /// As tokens.
    pub(crate) phrase: NounPhrase,
    /// As bytes: without a preposition's letter and without outer quotation marks.
    pub(crate) span: ByteSpan,
}

/// Whom a statement without a named source goes back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The statement names its source.
    Named,
    /// Dropped: somebody before, who agrees.
    Dropped(Agreement),
    /// A noun's owner, told by a pronoun that agrees with him.
    Owned(Agreement),
    /// A noun's owner, told by the verb that it hangs on.
    Governed,
    /// The speaker of the statement whose cue stands at that token.
    SameAs(usize),
    /// Nobody is said to be the source.
    Nobody,
}

/// A piece of content: its tokens, end exclusive, and its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) span: ByteSpan,
}

#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// First and one past the last token of the cue; the place of a statement without one.
    pub(crate) cue: (usize, usize),
    /// The cue's bytes; none for bare quotation marks.
    pub(crate) cue_span: Option<ByteSpan>,
    pub(crate) lemma: Box<str>,
    pub(crate) act: Act,
    pub(crate) stance: Stance,
    /// The channel that the cue itself or its phrases tell.
    pub(crate) channel: Option<Channel>,
    pub(crate) source: Option<Mention>,
    pub(crate) subject: Subject,
    pub(crate) addressees: Vec<Mention>,
    pub(crate) content: Vec<Piece>,
    /// Only what was talked about is told.
    pub(crate) topic: bool,
    pub(crate) form: Form,
    pub(crate) negated: bool,
    /// A participle or a noun: it stands inside another's sentence.
    pub(crate) dependent: bool,
    /// For an according-to phrase, the cue's token of the statement that its content repeats.
    pub(crate) wraps: Option<usize>,
    /// For a verb that passes on another's words, the token of the preposition before that other.
    pub(crate) relays: Option<usize>,
    pub(crate) parent: Option<usize>,
    pub(crate) rule: &'static str,
}

impl Draft {
    /// The bytes from the first to the last piece of content.
    pub(crate) fn content_span(&self) -> Option<ByteSpan> {
        let first = self.content.first()?;
        let last = self.content.last()?;
        Some(ByteSpan::new(first.span.start, last.span.end))
    }

    /// What pointed to the statement whose cue was at `gone` now points to the one at `cue`.
    pub(crate) fn follow(&mut self, gone: usize, cue: usize) {
        if self.wraps == Some(gone) {
            self.wraps = Some(cue);
        }
        if self.subject == Subject::SameAs(gone) {
            self.subject = Subject::SameAs(cue);
        }
    }

    /// One of the pieces holds all of `span`.
    pub(crate) fn holds(&self, span: ByteSpan) -> bool {
        self.content.iter().any(|p| p.span.contains(span))
    }
}

/// How many statements back a rule looks: more than a long paragraph holds, so that the work stays linear.
pub(crate) const NEAR: usize = 80;

/// The statements before, the nearest first.
pub(crate) fn recent(before: &[Draft]) -> impl Iterator<Item = &Draft> {
    before.iter().rev().take(NEAR)
}

/// Those whose cue begins at that token, among statements sorted by their cues.
pub(crate) fn with_cue(drafts: &[Draft], cue: usize) -> impl Iterator<Item = usize> {
    let from = drafts.partition_point(|d| d.cue.0 < cue);
    (from..drafts.len()).take_while(move |&i| drafts[i].cue.0 == cue)
}
