//! Takes: words of a report or of an input's name. Gives: the same, fit for a terminal: nothing in them
//! is obeyed. Relies on: nothing about where they come from; news text is hostile input.

use std::borrow::Cow;
use std::fmt::Write as _;

/// First strong isolate: what follows finds its own direction and does not disturb what is around it.
pub(crate) const ISOLATE: char = '\u{2068}';
/// Pop directional isolate: the end of it.
pub(crate) const END: char = '\u{2069}';

/// `text` with every control, direction and invisible format character written out instead of obeyed:
/// C0 and delete as their control pictures (`␛`), others as `⟨U+202E⟩`. The joiners and variation
/// selectors stay, which scripts and emoji need and which change nothing but their neighbours' shape.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\0'..='\u{1F}' => out.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7F}' => out.push('\u{2421}'),
            c if is_hidden(c) => {
                write!(out, "⟨U+{:04X}⟩", u32::from(c)).ok();
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' // C0, delete, C1
        | '\u{AD}' // soft hyphen
        | '\u{061C}' | '\u{200E}' | '\u{200F}' // marks of direction
        | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' // embeddings, overrides, isolates
        | '\u{180E}' | '\u{200B}' | '\u{2028}' | '\u{2029}'
        | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' // tags
    )
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn nothing_is_obeyed() {
        assert_eq!(visible("قال\u{1B}[31m\0\n\t\u{7F}"), "قال␛[31m␀␊␉␡");
        assert_eq!(
            visible("ا\u{202E}ب\u{2068}\u{9B}"),
            "ا⟨U+202E⟩ب⟨U+2068⟩⟨U+009B⟩"
        );
        assert_eq!(visible("\u{E0041}"), "⟨U+E0041⟩");
    }

    #[test]
    fn ordinary_words_stay() {
        for text in ["مُحَمَّد", "می\u{200C}خواهم", "❤\u{FE0F}", "plain «text»"]
        {
            assert!(matches!(visible(text), std::borrow::Cow::Borrowed(same) if same == text));
        }
    }
}
