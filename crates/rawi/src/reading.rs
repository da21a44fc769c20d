//! Takes: a report. Gives: its [`Record`]. Relies on every step before; here they only follow each other.

use std::sync::LazyLock;

use crate::chain;
use crate::entity;
use crate::event;
use crate::knowledge::Knowledge;
use crate::language::arabic;
use crate::lexicon::Lexicon;
use crate::record::Record;
use crate::report::Report;
use crate::speaker;
use crate::statement;
use crate::view::View;
use crate::writing::{self, Found};

/// The lexicon that the program carries, compiled at the first reading.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // The tables are checked by a test of this crate: a fault never leaves the house.
    Lexicon::embedded().unwrap_or_else(|fault| panic!("lexicon/{fault}"))
});

/// Reads a report: who says what, to whom, on whose word.
///
/// Pure and deterministic: no clock, no files, no network; the same text always gives the same record.
/// It never fails: a text without statements gives a record without statements.
///
/// ```
/// use rawi::{Metadata, Report, read};
///
/// let report = Report::new("قال وزير النقل محمد خالد إن الطريق مفتوح.", Metadata::default());
/// let record = read(&report);
/// let statement = &record.statements[0];
/// assert_eq!(statement.source.name.as_deref(), Some("محمد خالد"));
/// assert_eq!(statement.content[0].text, "الطريق مفتوح");
/// ```
pub fn read(report: &Report) -> Record {
    read_with(report, &Knowledge::default())
}

/// Reads a report as [`read`] does, and finds the entities of [`Knowledge`] in it too.
pub fn read_with(report: &Report, own: &Knowledge) -> Record {
    let view = View::new(report.text(), &LEXICON);
    let mut drafts = statement::find(&view);
    let mut resolved = speaker::resolve(&view, &mut drafts);
    chain::link(&view, &mut drafts, &resolved);
    statement::settle_channels(&view, &mut drafts, &resolved);
    statement::settle_acts(&view, &mut drafts, &resolved);
    let expressions = arabic::time::find(&view);
    let events = event::find(&view, &drafts, &expressions);
    let parts = event::take_part(&view, &events, &mut resolved.cast);
    let entities = entity::gather(
        &view,
        &resolved.cast,
        report.metadata().published.as_deref(),
        own,
    );
    writing::write(
        report,
        &Found {
            view: &view,
            drafts: &drafts,
            resolved: &resolved,
            expressions: &expressions,
            events: &events,
            parts: &parts,
            entities: &entities,
            own,
        },
    )
}

/// The pieces of an Arabic word: conjunction, preposition or future particle, stem, pronoun. Together
/// they are the word as written. The article stays with its noun, as in UD's Arabic treebanks.
///
/// `previous` is the word before it in the sentence, which tells some nouns from verbs.
///
/// ```
/// assert_eq!(rawi::segment_word("وبمدينتهم", None), ["و", "ب", "مدينت", "هم"]);
/// ```
pub fn segment_word<'w>(word: &'w str, previous: Option<&str>) -> Vec<&'w str> {
    LEXICON.segmenter.pieces(word, previous)
}
