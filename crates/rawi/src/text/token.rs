//! Takes: a report's text. Gives: [`Token`]s in order: words, numbers, punctuation, line breaks, each
//! with its span and its folded letters. Relies on: `fold`. Every character that is no white space
//! lies in exactly one token.

use super::fold;
use crate::span::ByteSpan;

/// What a token is, before any language looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    /// One mark of punctuation or any other symbol, as written; quotation marks of two
    /// apostrophes count as `"`.
    Mark(char),
    /// One or more line ends.
    Break,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) span: ByteSpan,
    pub(crate) kind: Kind,
    folded: (u32, u32),
}

/// The tokens of a text, with the store of their folded letters.
pub(crate) struct Tokens<'t> {
    pub(crate) text: &'t str,
    list: Vec<Token>,
    folded: String,
}

impl<'t> Tokens<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let mut tokens = Self {
            text,
            list: Vec::with_capacity(text.len() / 8),
            folded: String::with_capacity(text.len()),
        };
        let mut rest = text.char_indices().peekable();
        while let Some((start, c)) = rest.next() {
            if c == '\n' || c == '\u{2028}' || c == '\u{2029}' {
                let mut end = start + c.len_utf8();
                while let Some(&(at, next)) = rest.peek() {
                    if !next.is_whitespace() {
                        break;
                    }
                    end = at + next.len_utf8();
                    rest.next();
                }
                tokens.push(start, end, Kind::Break);
            } else if c.is_whitespace() || fold::is_invisible(c) {
                continue;
            } else if is_word_char(c) {
                let numeric = c.is_numeric();
                let mut ended = false;
                let mut end = start + c.len_utf8();
                while let Some(&(at, next)) = rest.peek() {
                    let joins = is_word_char(next) || fold::is_dropped(next);
                    // A point or comma between digits belongs to the number.
                    let decimal = numeric
                        && matches!(next, '.' | ',' | '٫' | '٬')
                        && text[at + next.len_utf8()..].starts_with(char::is_numeric);
                    if !joins && !decimal {
                        break;
                    }
                    // A run of digits ends where letters begin, and the other way round only at a digit
                    // after letters of another script; «و20» and «F16» stay whole.
                    if numeric && next.is_alphabetic() && !next.is_numeric() {
                        break;
                    }
                    // ة ends every word that has it: what follows is another one, with no space between.
                    if ended && matches!(next, '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}') {
                        break;
                    }
                    ended |= next == 'ة';
                    end = at + next.len_utf8();
                    rest.next();
                }
                // A direction control at the end belongs to the space around the word.
                end = start + text[start..end].trim_end_matches(fold::is_invisible).len();
                tokens.push(start, end, if numeric { Kind::Number } else { Kind::Word });
            } else if c == '\'' && text[start + 1..].starts_with('\'') {
                rest.next();
                tokens.push(start, start + 2, Kind::Mark('"'));
            } else {
                tokens.push(start, start + c.len_utf8(), Kind::Mark(c));
            }
        }
        tokens
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind) {
        let from = self.folded.len() as u32;
        if matches!(kind, Kind::Word | Kind::Number) {
            fold::fold_into(&self.text[start..end], &mut self.folded);
        }
        let span = ByteSpan::new(start as u32, end as u32);
        self.list.push(Token {
            span,
            kind,
            folded: (from, self.folded.len() as u32),
        });
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Token> {
        self.list.iter()
    }

    pub(crate) fn kind(&self, at: usize) -> Kind {
        self.list.get(at).map_or(Kind::Break, |t| t.kind)
    }

    pub(crate) fn span(&self, at: usize) -> ByteSpan {
        self.list[at].span
    }

    /// The token that holds this byte, or the next one.
    pub(crate) fn at(&self, byte: u32) -> usize {
        self.list.partition_point(|t| t.span.end <= byte)
    }

    /// The token as written.
    pub(crate) fn raw(&self, at: usize) -> &'t str {
        self.list.get(at).map_or("", |t| t.span.of(self.text))
    }

    /// The token's letters for matching; empty for marks and breaks.
    pub(crate) fn folded(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |t| {
            &self.folded[t.folded.0 as usize..t.folded.1 as usize]
        })
    }

    pub(crate) fn mark(&self, at: usize) -> Option<char> {
        match self.kind(at) {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    /// Nothing stands between token `at` and the next.
    pub(crate) fn touches_next(&self, at: usize) -> bool {
        at + 1 < self.list.len() && self.list[at].span.end == self.list[at + 1].span.start
    }
}

fn is_word_char(c: char) -> bool {
    // The letters of most Arabic news, without a look into the Unicode tables.
    matches!(c, '\u{0620}'..='\u{064A}')
        || c.is_alphanumeric()
        || c == '_'
        || (fold::is_dropped(c) && !fold::is_invisible(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        let tokens = Tokens::of(text);
        let found: Vec<_> = (0..tokens.len())
            .map(|i| {
                if tokens.kind(i) == Kind::Break {
                    "⏎"
                } else {
                    tokens.raw(i)
                }
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_numbers_marks_and_breaks() {
        check("قال: «نعم»\n\n لا", &["قال", ":", "«", "نعم", "»", "⏎", "لا"]);
        check(
            "18.4 مليار و20 في ٣٫٥٪.",
            &["18.4", "مليار", "و20", "في", "٣٫٥", "٪", "."],
        );
        check(
            "بـ\"طمس\" لـ''العين''",
            &["بـ", "\"", "طمس", "\"", "لـ", "''", "العين", "''"],
        );
        check("(CNN)--", &["(", "CNN", ")", "-", "-"]);
        check("\u{200F}نعم\u{202C} ", &["نعم"]);
        check("2024م", &["2024", "م"]);
        check("الحكومةالجديدة مدرسةً", &["الحكومة", "الجديدة", "مدرسةً"]);
    }

    proptest! {
        #[test]
        fn tokens_cover_all_but_white_space(text in "(\\PC|\\s|[قوله«»\"'.،:\n]){0,60}") {
            let tokens = Tokens::of(&text);
            let mut end = 0;
            for token in tokens.iter() {
                let between = &text[end..token.span.start as usize];
                prop_assert!(between.chars().all(|c| c.is_whitespace() || fold::is_invisible(c)));
                prop_assert!(!token.span.is_empty());
                end = token.span.end as usize;
            }
        }
    }
}
