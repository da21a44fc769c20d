//! Takes: `rawi tokens` and its arguments. Gives: what the reader sees of each token, for eyes or as
//! CoNLL-U. Relies on: `rawi::inspect` for all of it.

use std::io::{self, Write};
use std::process::ExitCode;

use rawi::{Report, TokenKind, TokenView, inspect};
use rawi_intake::Intake;

use crate::cli::{TokensArgs, TokensFormat};
use crate::read;
use crate::visible::{END, ISOLATE, visible};

/// Runs the command.
///
/// # Errors
/// Wrong usage, and what keeps the output from being written; reports that cannot be read are told and
/// show in the exit code only.
pub(crate) fn run(args: &TokensArgs) -> anyhow::Result<ExitCode> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut failed = false;
    for item in Intake::new(read::inputs(args.paths.clone())?) {
        match item {
            Ok(report) => match args.format {
                TokensFormat::Text => text(&report, &mut out)?,
                TokensFormat::Conllu => conllu(&report, &mut out)?,
            },
            Err(error) => {
                failed = true;
                writeln!(io::stderr(), "rawi: {}", visible(&error.to_string())).ok();
            }
        }
    }
    out.flush()?;
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn text(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let mut sentence = None;
    for token in inspect(report) {
        if token.kind == TokenKind::Break {
            continue;
        }
        if sentence.replace(token.sentence) != Some(token.sentence) {
            let title = if token.in_title { " (title)" } else { "" };
            writeln!(out, "# sentence {}{title}", token.sentence + 1)?;
        }
        let pieces = token
            .pieces
            .iter()
            .map(|p| visible(p))
            .collect::<Vec<_>>()
            .join("+");
        write!(out, "{:>6} {ISOLATE}{pieces}{END}", token.span.start)?;
        for part in notes(&token) {
            write!(out, "  {part}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What is known of a token besides its letters.
fn notes(token: &TokenView) -> Vec<String> {
    let mut notes = Vec::new();
    if token.kind == TokenKind::Word {
        notes.push(token.upos.to_owned());
    }
    if !token.classes.is_empty() {
        notes.push(token.classes.join("+").to_lowercase());
    }
    if !token.cues.is_empty() {
        notes.push(format!("cue={ISOLATE}{}{END}", token.cues.join(",")));
    }
    for (length, what) in &token.runs {
        notes.push(format!("run[{length}]={ISOLATE}{what}{END}"));
    }
    if let Some(phrase) = token.phrase.as_ref().filter(|p| p.end > token.span.end) {
        notes.push(format!("phrase={ISOLATE}{}{END}", visible(&phrase.text)));
    }
    if token.quoted {
        notes.push("quoted".to_owned());
    }
    notes
}

/// CoNLL-U (universaldependencies.org/format.html): one sentence a block. A word of several pieces is a
/// multiword token; only columns that the reader knows are filled.
fn conllu(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let tokens = inspect(report);
    let mut at = 0;
    let mut number = 0;
    while at < tokens.len() {
        let end = (at..tokens.len())
            .find(|&i| tokens[i].sentence != tokens[at].sentence)
            .unwrap_or(tokens.len());
        let sentence: Vec<&TokenView> = tokens[at..end]
            .iter()
            .filter(|t| t.kind != TokenKind::Break)
            .collect();
        at = end;
        if sentence.is_empty() {
            continue;
        }
        number += 1;
        writeln!(out, "# sent_id = {number}")?;
        let spaced = |i: usize| {
            sentence
                .get(i + 1)
                .is_some_and(|next| next.span.start > sentence[i].span.end)
        };
        let whole: String = (0..sentence.len())
            .map(|i| {
                format!(
                    "{}{}",
                    field(&sentence[i].span.text),
                    if spaced(i) { " " } else { "" }
                )
            })
            .collect();
        writeln!(out, "# text = {whole}")?;
        let mut id = 1;
        for (i, token) in sentence.iter().enumerate() {
            let space = if spaced(i) || i + 1 == sentence.len() {
                "_"
            } else {
                "SpaceAfter=No"
            };
            if token.pieces.len() > 1 {
                let last = id + token.pieces.len() - 1;
                writeln!(
                    out,
                    "{id}-{last}\t{}\t_\t_\t_\t_\t_\t_\t_\t{space}",
                    field(&token.span.text)
                )?;
            }
            // The part of speech is that of the stem, the longest piece.
            let stem = (0..token.pieces.len()).max_by_key(|&i| (token.pieces[i].len(), i));
            for (index, piece) in token.pieces.iter().enumerate() {
                let upos = match token.kind {
                    TokenKind::Mark => "PUNCT",
                    TokenKind::Number => "NUM",
                    _ if Some(index) == stem => token.upos,
                    _ => "_",
                };
                let misc = if token.pieces.len() > 1 { "_" } else { space };
                let lexicon = if token.classes.is_empty() {
                    String::new()
                } else {
                    format!("Lexicon={}", token.classes.join(","))
                };
                let misc = match (misc, lexicon.as_str()) {
                    (misc, "") => misc.to_owned(),
                    ("_", lexicon) => lexicon.to_owned(),
                    (misc, lexicon) => format!("{lexicon}|{misc}"),
                };
                writeln!(
                    out,
                    "{id}\t{}\t_\t{upos}\t_\t_\t_\t_\t_\t{misc}",
                    field(piece)
                )?;
                id += 1;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A field may hold neither tabs nor line ends, nor be empty.
fn field(text: &str) -> String {
    let shown = visible(text).replace(['\t', '\n', '\r'], " ");
    if shown.is_empty() {
        "_".to_owned()
    } else {
        shown
    }
}
