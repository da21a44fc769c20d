//! Takes: tokens and quotations. Gives: [`Layout`]: paragraphs and sentences, the title among them.
//! Relies on: paragraphs ending at line breaks, sentences at . ! ? ؟ and dots outside quotation marks.

use super::quotes::Quotation;
use super::token::{Kind, Tokens};

/// A run of tokens, start inclusive, end exclusive; the mark that ends a sentence belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

pub(crate) struct Layout {
    pub(crate) paragraphs: Vec<Run>,
    pub(crate) sentences: Vec<Run>,
    /// Sentence of each token.
    sentence_of: Vec<u32>,
    paragraph_of: Vec<u32>,
    /// The first paragraph reads as a headline.
    pub(crate) title: Option<Run>,
}

impl Layout {
    pub(crate) fn of(tokens: &Tokens<'_>, quotations: &[Quotation]) -> Self {
        let mut layout = Self {
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            sentence_of: Vec::with_capacity(tokens.len()),
            paragraph_of: Vec::with_capacity(tokens.len()),
            title: None,
        };
        let quoted = quoted(tokens, quotations);
        let mut paragraph = 0;
        let mut sentence = 0;
        for (at, &in_quotation) in quoted.iter().enumerate() {
            layout.sentence_of.push(layout.sentences.len() as u32);
            layout.paragraph_of.push(layout.paragraphs.len() as u32);
            let ends_paragraph = tokens.kind(at) == Kind::Break;
            if ends_paragraph || (!in_quotation && ends_sentence(tokens, at)) {
                if sentence < at {
                    layout.sentences.push(Run {
                        start: sentence,
                        end: if ends_paragraph { at } else { at + 1 },
                    });
                }
                sentence = at + 1;
            }
            if ends_paragraph {
                if paragraph < at {
                    layout.paragraphs.push(Run {
                        start: paragraph,
                        end: at,
                    });
                }
                paragraph = at + 1;
            }
        }
        if sentence < tokens.len() {
            layout.sentences.push(Run {
                start: sentence,
                end: tokens.len(),
            });
        }
        if paragraph < tokens.len() {
            layout.paragraphs.push(Run {
                start: paragraph,
                end: tokens.len(),
            });
        }
        layout.title = title(tokens, &layout.paragraphs);
        layout
    }

    /// The sentence that token `at` stands in, or the one after a break.
    pub(crate) fn sentence(&self, at: usize) -> Run {
        let index = self.sentence_of.get(at).map_or(0, |&i| i as usize);
        self.sentences
            .get(index)
            .or(self.sentences.last())
            .copied()
            .unwrap_or(Run { start: at, end: at })
    }

    pub(crate) fn sentence_index(&self, at: usize) -> usize {
        self.sentence_of.get(at).map_or(0, |&i| i as usize)
    }

    pub(crate) fn paragraph_index(&self, at: usize) -> usize {
        self.paragraph_of.get(at).map_or(0, |&i| i as usize)
    }

    pub(crate) fn paragraph(&self, at: usize) -> Run {
        self.paragraphs
            .get(self.paragraph_index(at))
            .or(self.paragraphs.last())
            .copied()
            .unwrap_or(Run { start: at, end: at })
    }

    pub(crate) fn in_title(&self, at: usize) -> bool {
        self.title.is_some_and(|t| t.start <= at && at < t.end)
    }

    /// The title, or a short paragraph that no mark ends: the heading of a section or of another report.
    pub(crate) fn in_heading(&self, tokens: &Tokens<'_>, at: usize) -> bool {
        const LONGEST: usize = 18;
        let paragraph = self.paragraph(at);
        let last = paragraph.end.saturating_sub(1);
        self.in_title(at)
            || paragraph.end - paragraph.start <= LONGEST
                && matches!(tokens.kind(last), Kind::Word | Kind::Number)
    }
}

/// For each token, whether it stands inside a closed quotation.
fn quoted(tokens: &Tokens<'_>, quotations: &[Quotation]) -> Vec<bool> {
    let mut quoted = vec![false; tokens.len()];
    let mut reached = 0;
    for quotation in quotations.iter().filter(|q| q.closed) {
        // In order of opening: each token is marked once, whatever the nesting.
        for inside in &mut quoted[quotation.open.max(reached).min(quotation.close)..quotation.close]
        {
            *inside = true;
        }
        reached = reached.max(quotation.close);
    }
    quoted
}

/// The mark at `at` ends a sentence, whatever quotation it stands in.
pub(crate) fn ends_sentence(tokens: &Tokens<'_>, at: usize) -> bool {
    match tokens.kind(at) {
        Kind::Mark('!' | '?' | '؟' | '…' | '۔') => true,
        Kind::Mark('.') => {
            // `د.`, `أ.ف.ب`: a point after a single letter abbreviates, as one between letters does.
            let letter_before = at > 0
                && tokens.touches_next(at - 1)
                && tokens.kind(at - 1) == Kind::Word
                && tokens.folded(at - 1).chars().count() == 1;
            let glued = tokens.touches_next(at);
            let latin_after = glued
                && tokens
                    .folded(at + 1)
                    .starts_with(|c: char| c.is_ascii_alphanumeric());
            // Only the last of several points ends the sentence.
            let more = tokens.kind(at + 1) == Kind::Mark('.') && glued;
            // A closing mark or bracket after the point still belongs to the sentence.
            !(letter_before || latin_after || more)
        }
        _ => false,
    }
}

/// The first paragraph is a title if it is short, does not end like a sentence, and others follow,
/// or if it is all there is.
fn title(tokens: &Tokens<'_>, paragraphs: &[Run]) -> Option<Run> {
    const LONGEST: usize = 40;
    let first = *paragraphs.first()?;
    let words = (first.start..first.end)
        .filter(|&i| tokens.kind(i) == Kind::Word)
        .count();
    let last = tokens.kind(first.end - 1);
    let ends_like_a_sentence = last == Kind::Mark('.')
        && !(first.end > 1 && tokens.kind(first.end - 2) == Kind::Mark('.'));
    (words <= LONGEST && !ends_like_a_sentence).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::super::quotes;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let tokens = Tokens::of(text);
        let layout = Layout::of(&tokens, &quotes::pair(&tokens));
        let found: Vec<_> = layout
            .sentences
            .iter()
            .map(|s| {
                &text[tokens.span(s.start).start as usize..tokens.span(s.end - 1).end as usize]
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences() {
        check(
            "عنوان\nجملة أولى. جملة ثانية! ثالثة؟",
            &["عنوان", "جملة أولى.", "جملة ثانية!", "ثالثة؟"],
        );
        check(
            "قال د. محمد: «لن نقبل. أبدا». ثم سكت.",
            &["قال د. محمد: «لن نقبل. أبدا».", "ثم سكت."],
        );
        check(
            "بلغت 18.4 مليار.. وهو كثير",
            &["بلغت 18.4 مليار..", "وهو كثير"],
        );
    }

    #[test]
    fn a_first_line_without_a_full_stop_is_the_title() {
        let titled = |text: &str| {
            let tokens = Tokens::of(text);
            Layout::of(&tokens, &quotes::pair(&tokens)).title.is_some()
        };
        assert!(titled("الوزير: لن نقبل\nقال الوزير إنه لن يقبل."));
        assert!(!titled("قال الوزير إنه لن يقبل.\nثم سكت."));
    }
}
