//! Takes: tokens. Gives: [`Quotation`]s, every opening mark paired with its closing mark by evidence.
//! Relies on: nothing but the marks and what stands around them. A stray mark hurts nothing: it is
//! left alone, and an opening mark without a closing one runs to the end of its paragraph.

use super::token::{Kind, Tokens};

/// Words between quotation marks, as token positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The opening mark.
    pub(crate) open: usize,
    /// The closing mark; where there is none, the token after the last one inside.
    pub(crate) close: usize,
    /// The closing mark is there.
    pub(crate) closed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

/// The family of a quotation mark: marks of one family may pair.
fn family(c: char) -> Option<(u8, Side)> {
    Some(match c {
        '«' | '‹' | '《' => (0, Side::Open),
        '»' | '›' | '》' => (0, Side::Close),
        '"' | '＂' => (1, Side::Either),
        // Arabic keyboards and careless typesetting use the curly marks for either side.
        '“' | '”' | '„' | '‟' | '″' => (1, Side::Either),
        '‘' | '’' => (2, Side::Either),
        _ => return None,
    })
}

/// Which side a mark is on, by what touches it: a mark leans on the word it belongs to.
fn leaning(tokens: &Tokens<'_>, at: usize) -> Side {
    let touches_before =
        at > 0 && tokens.touches_next(at - 1) && tokens.kind(at - 1) != Kind::Break;
    let touches_after = tokens.touches_next(at) && tokens.kind(at + 1) != Kind::Break;
    let word_before = touches_before && matches!(tokens.kind(at - 1), Kind::Word | Kind::Number);
    let word_after = touches_after && matches!(tokens.kind(at + 1), Kind::Word | Kind::Number);
    // `بـ"`, `لـ"`, `:"`, `("` open; `."`, `!"`, `")` close.
    let proclitic_before = word_before && tokens.folded(at - 1).chars().count() <= 2 && word_after;
    let opener_before = touches_before
        && matches!(
            tokens.kind(at - 1),
            Kind::Mark(':' | '(' | '[' | '-' | '–' | '—')
        );
    let closer_before = touches_before
        && matches!(
            tokens.kind(at - 1),
            Kind::Mark('.' | '!' | '?' | '؟' | '…' | ')' | ']')
        );
    let closer_after = !touches_after
        || matches!(
            tokens.kind(at + 1),
            Kind::Mark('.' | ',' | '،' | '؛' | ';' | ')' | ']' | ':' | '!' | '؟' | '?')
        );
    if proclitic_before || opener_before && !closer_after {
        Side::Open
    } else if word_before && word_after {
        Side::Either
    } else if word_before || closer_before && closer_after {
        Side::Close
    } else if word_after || touches_after && !closer_after {
        Side::Open
    } else {
        Side::Either
    }
}

/// Every quotation of a text, in the order of the opening marks.
pub(crate) fn pair(tokens: &Tokens<'_>) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    // Openings still waiting, innermost last: token and family.
    let mut waiting: Vec<(usize, u8)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match tokens.kind(at) {
            Kind::Mark(c) => {
                if let Some((family, side)) = family(c) {
                    // A single mark inside a word is an apostrophe.
                    let apostrophe = family == 2
                        && at > 0
                        && tokens.touches_next(at - 1)
                        && tokens.touches_next(at)
                        && tokens.kind(at - 1) == Kind::Word
                        && tokens.kind(at + 1) == Kind::Word;
                    if !apostrophe {
                        mark(tokens, at, family, side, &mut waiting, &mut found);
                    }
                }
            }
            Kind::Break if !continues_after(tokens, at, &waiting) => {
                close_all(at, &mut waiting, &mut found);
            }
            _ => {}
        }
        at += 1;
    }
    close_all(tokens.len(), &mut waiting, &mut found);
    found.sort_unstable_by_key(|q| (q.open, q.close));
    found
}

fn mark(
    tokens: &Tokens<'_>,
    at: usize,
    family: u8,
    side: Side,
    waiting: &mut Vec<(usize, u8)>,
    found: &mut Vec<Quotation>,
) {
    let opened = waiting.iter().rposition(|w| w.1 == family);
    let side = match side {
        Side::Either => match leaning(tokens, at) {
            Side::Either if opened.is_some() => Side::Close,
            Side::Either => Side::Open,
            // A straight mark that leans open while one of its family waits just before a nested name
            // is a nested opening only if two closings follow; the common case is a new quotation
            // after one whose end was forgotten.
            leaning => leaning,
        },
        side => side,
    };
    match (side, opened) {
        (Side::Open, Some(position)) if family == 1 => {
            if closings_ahead(tokens, at, family) >= 2 {
                waiting.push((at, family));
            } else {
                let (open, _) = waiting[position];
                found.push(Quotation {
                    open,
                    close: at,
                    closed: false,
                });
                waiting.truncate(position);
                waiting.push((at, family));
            }
        }
        (Side::Open, _) => {
            if waiting.len() == DEEPEST {
                let (open, _) = waiting.remove(0);
                found.push(Quotation {
                    open,
                    close: at,
                    closed: false,
                });
            }
            waiting.push((at, family));
        }
        (_, Some(position)) => {
            let (open, _) = waiting[position];
            // Inner openings that never closed end here too.
            for &(inner, _) in &waiting[position + 1..] {
                found.push(Quotation {
                    open: inner,
                    close: at,
                    closed: false,
                });
            }
            waiting.truncate(position);
            found.push(Quotation {
                open,
                close: at,
                closed: true,
            });
        }
        (_, None) => {}
    }
}

/// How deep quotations nest. Whoever opens more has forgotten to close the outermost, which ends there: no
/// word stands in more quotations than this, so that all of them together stay linear in the text.
const DEEPEST: usize = 8;

/// How far ahead closings are looked for: enough for a long sentence, so that the work stays linear.
const AHEAD: usize = 120;

/// Marks of `family` that lean closed before the next that leans open, in the same paragraph.
fn closings_ahead(tokens: &Tokens<'_>, at: usize, wanted: u8) -> usize {
    let mut closings = 0;
    for ahead in at + 1..(at + AHEAD).min(tokens.len()) {
        match tokens.kind(ahead) {
            Kind::Break => break,
            Kind::Mark(c) if family(c).is_some_and(|(f, _)| f == wanted) => {
                match leaning(tokens, ahead) {
                    Side::Open => break,
                    _ => closings += 1,
                }
            }
            _ => {}
        }
    }
    closings
}

/// A quotation still open at a paragraph's end goes on if the next paragraph has the closing mark
/// with no opening one before it, or opens again with the same mark (the old way of printing).
fn continues_after(tokens: &Tokens<'_>, at: usize, waiting: &[(usize, u8)]) -> bool {
    let Some(&(_, wanted)) = waiting.last() else {
        return false;
    };
    if wanted == 2 {
        return false;
    }
    for ahead in at + 1..(at + 4 * AHEAD).min(tokens.len()) {
        match tokens.kind(ahead) {
            Kind::Break => return false,
            Kind::Mark(c) => {
                if let Some((f, side)) = family(c)
                    && f == wanted
                {
                    let side = if side == Side::Either {
                        leaning(tokens, ahead)
                    } else {
                        side
                    };
                    return side == Side::Close;
                }
            }
            _ => {}
        }
    }
    false
}

fn close_all(end: usize, waiting: &mut Vec<(usize, u8)>, found: &mut Vec<Quotation>) {
    found.extend(waiting.drain(..).map(|(open, _)| Quotation {
        open,
        close: end,
        closed: false,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quotations as written, `|` after one whose closing mark is missing.
    fn check(text: &str, expected: &[&str]) {
        let tokens = Tokens::of(text);
        let found: Vec<String> = pair(&tokens)
            .iter()
            .filter(|q| q.open + 1 < q.close)
            .map(|q| {
                let inner = &text
                    [tokens.span(q.open + 1).start as usize..tokens.span(q.close - 1).end as usize];
                format!("{inner}{}", if q.closed { "" } else { "|" })
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn every_style_pairs() {
        check(
            "قال: «نعم» ثم \"لا\" ثم “ربما” ثم ''كلا''",
            &["نعم", "لا", "ربما", "كلا"],
        );
        check("اتهمه بـ\"الكذب\".", &["الكذب"]);
        check("وصفه ب”الخطأ” وب”العيب”.", &["الخطأ", "العيب"]);
        check(
            "قال:\"الأمر واضح.\" وأضاف:\"لا شك.\"",
            &["الأمر واضح.", "لا شك."],
        );
        check("قال \" الأمر واضح \" ثم انصرف", &["الأمر واضح"]);
    }

    #[test]
    fn quotations_nest() {
        check("قال: «سمعنا «نعم» منهم»", &["سمعنا «نعم» منهم", "نعم"]);
        check(
            "قال: \"سمعنا \"نعم\" منهم\"",
            &["سمعنا \"نعم\" منهم", "نعم"],
        );
        check("قال: «هي \"نعم\" إذا»", &["هي \"نعم\" إذا", "نعم"]);
    }

    #[test]
    fn a_stray_mark_hurts_nothing() {
        check("قال إن الأمر واضح\". ثم قال \"نعم\".", &["نعم"]);
        check("قال: \"الأمر واضح.\nوقال: \"نعم\".", &["الأمر واضح.|", "نعم"]);
        check("قال: «الأمر واضح.\nوقال: «نعم».", &["الأمر واضح.|", "نعم"]);
    }

    #[test]
    fn openings_never_closed_end_where_too_many_wait() {
        let tokens = "قال: «نعم ".repeat(50);
        let tokens = Tokens::of(&tokens);
        let found = pair(&tokens);
        assert_eq!(found.len(), 50);
        assert!(
            found
                .iter()
                .all(|q| !q.closed && q.close - q.open <= 4 * DEEPEST)
        );
    }

    #[test]
    fn a_quotation_runs_over_paragraphs() {
        check("قال: «الأمر واضح.\nولا شك فيه».", &["الأمر واضح.\nولا شك فيه"]);
        check(
            "قال: \"الأمر واضح.\nولا شك فيه\".",
            &["الأمر واضح.\nولا شك فيه"],
        );
    }
}
