//! Takes: a report. Gives: what the first steps of the way see in it, token by token, for whoever debugs
//! a rule or edits the lexicon. Relies on the same view that the reading itself works on.

use crate::language::arabic::conjugator::Features;
use crate::language::arabic::noun_phrase::{self, Want};
use crate::lexicon::{Classes, Meaning};
use crate::reading::LEXICON;
use crate::record::Span;
use crate::report::Report;
use crate::span::{ByteSpan, CodePoints};
use crate::text::token::Kind;
use crate::view::View;

/// One token as the reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenView {
    /// Where it stands; offsets in code points of the report's text.
    pub span: Span,
    /// What it is before any language looks at it.
    pub kind: TokenKind,
    /// Its letters for matching.
    pub folded: String,
    /// Conjunction, particle, stem, pronoun: together the token as written.
    pub pieces: Vec<String>,
    /// Its part of speech in its sentence, as Universal Dependencies names it; a word has that of its stem.
    pub upos: &'static str,
    /// The classes that the lexicon gives it, as `lexicon/README.md` names them.
    pub classes: Vec<&'static str>,
    /// The ways it could be a cue: lemma and features.
    pub cues: Vec<String>,
    /// The fixed runs of words that begin here: how many tokens, and what the run is.
    pub runs: Vec<(usize, String)>,
    /// The noun phrase that would begin here, if one can.
    pub phrase: Option<Span>,
    /// Number of its sentence, from 0.
    pub sentence: usize,
    /// It stands in the title.
    pub in_title: bool,
    /// It stands inside a closed quotation.
    pub quoted: bool,
}

/// What a token is before any language looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A word.
    Word,
    /// A number in digits.
    Number,
    /// A mark of punctuation or another symbol.
    Mark,
    /// The end of one or more lines.
    Break,
}

/// What the reader sees in a report before it looks for statements.
///
/// ```
/// use rawi::{Metadata, Report, inspect};
///
/// let tokens = inspect(&Report::new("وقال الوزير", Metadata::default()));
/// assert_eq!(tokens[0].pieces, ["و", "قال"]);
/// assert!(tokens[0].cues[0].starts_with("قال"));
/// ```
pub fn inspect(report: &Report) -> Vec<TokenView> {
    let text = report.text();
    let view = View::new(text, &LEXICON);
    let points = CodePoints::new(text);
    let written = |span: ByteSpan| Span {
        start: points.before(span.start),
        end: points.before(span.end),
        text: span.of(text).to_owned(),
    };
    (0..view.len())
        .map(|at| {
            let span = view.tokens.span(at);
            let raw = view.tokens.raw(at);
            let kind = match view.tokens.kind(at) {
                Kind::Word => TokenKind::Word,
                Kind::Number => TokenKind::Number,
                Kind::Mark(_) => TokenKind::Mark,
                Kind::Break => TokenKind::Break,
            };
            let previous = (at > 0 && view.is_word(at - 1)).then(|| view.tokens.raw(at - 1));
            let pieces = match kind {
                TokenKind::Word => LEXICON
                    .segmenter
                    .pieces(raw, previous)
                    .into_iter()
                    .map(str::to_owned)
                    .collect(),
                _ => vec![raw.to_owned()],
            };
            let sentence = view.layout.sentence(at);
            let phrase = (kind == TokenKind::Word)
                .then(|| noun_phrase::parse_fused(&view, at, sentence.end, Want::Source, &[]))
                .flatten()
                .map(|p| written(view.span(p.start, p.end)));
            TokenView {
                span: written(span),
                kind,
                folded: view.folded(at).to_owned(),
                pieces,
                upos: view.tag(at).upos(),
                classes: names_of(view.classes(at)),
                cues: cues_of(&view, at),
                runs: view
                    .hits_at(at)
                    .map(|h| (h.end - h.start, meaning(h.meaning)))
                    .collect(),
                phrase,
                sentence: view.layout.sentence_index(at),
                in_title: view.layout.in_title(at),
                quoted: view.quotation(at).is_some(),
            }
        })
        .collect()
}

fn names_of(classes: Classes) -> Vec<&'static str> {
    Classes::NAMED
        .iter()
        .filter(|(_, c)| classes.any(*c))
        .map(|&(name, _)| name)
        .collect()
}

fn cues_of(view: &View<'_>, at: usize) -> Vec<String> {
    let mut cues: Vec<String> = view
        .words
        .get(at)
        .into_iter()
        .flat_map(|w| &w.cues)
        .map(|c| {
            let lemma = &view.lexicon.entries[usize::from(c.form.entry)].lemma;
            let suffix = c.suffix.map_or(String::new(), |s| format!("+{}", s.0));
            format!("{lemma}:{}{suffix}", features(c.features()))
        })
        .collect();
    cues.dedup();
    cues
}

/// `perfect.3ms`, `active_participle.f`, in the usual short forms.
fn features(f: Features) -> String {
    let lower = |d: &dyn std::fmt::Debug| format!("{d:?}").to_lowercase();
    let person = match lower(&f.person).as_str() {
        "first" => "1",
        "second" => "2",
        _ => "3",
    };
    let gender = if lower(&f.gender).starts_with('f') {
        "f"
    } else {
        "m"
    };
    let number = &lower(&f.number)[..1];
    let passive = if lower(&f.voice).starts_with('p') {
        ".passive"
    } else {
        ""
    };
    format!("{}.{person}{gender}{number}{passive}", lower(&f.kind))
}

fn meaning(meaning: Meaning) -> String {
    match meaning {
        Meaning::Name(name) => {
            format!("name:{:?}", LEXICON.names[usize::from(name)].kind).to_lowercase()
        }
        Meaning::Channel(index) => LEXICON.channels[usize::from(index)]
            .channel
            .map_or_else(|| "channel".to_owned(), |c| format!("channel:{c}")),
        Meaning::AccordingTo(index) => format!(
            "according_to:{}",
            LEXICON.according_to[usize::from(index)].lemma
        ),
        Meaning::Bound(bound, _) => format!("bound:{bound:?}").to_lowercase(),
        Meaning::Time(word) => format!("time:{word:?}").to_lowercase(),
        Meaning::Event(index) => {
            let entry = &LEXICON.events[usize::from(index)];
            format!("event:{}:{}", entry.kind, entry.lemma)
        }
        Meaning::Own(_) => "own".to_owned(),
        Meaning::Percent => "percent".to_owned(),
        Meaning::Person(index) => format!("person:{}", LEXICON.world.people[usize::from(index)].en),
        Meaning::Place { place, .. } => {
            format!("place:{}", LEXICON.world.places[usize::from(place)].en)
        }
        Meaning::Class(classes) => format!("class:{}", names_of(classes).join("+")),
        Meaning::Act(index) => {
            let signal = &LEXICON.acts.signals[usize::from(index)];
            format!("act:{}/{}", signal.act, signal.weight)
        }
    }
}
