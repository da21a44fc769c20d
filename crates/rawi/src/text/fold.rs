//! Takes: words as written. Gives: their letters for matching, with spelling differences folded away,
//! and the way back from a folded letter to the word as written. Relies on: nothing; the text itself
//! is never changed. One fold serves lexicon, reader and search.
//!
//! Folded: harakat, shadda, tanwin, Quranic marks, tatweel and invisible controls are dropped;
//! أ إ آ ٱ → ا, ى ی → ي, ة → ه, ؤ → و, ئ → ي; Persian and Urdu letters to their Arabic neighbours;
//! presentation forms to their letters; Arabic-Indic digits to 0–9; upper case to lower case.

use unicode_normalization::char::decompose_compatible;

/// The letters of `word` for matching, appended to `out`.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    for c in word.chars() {
        fold_char(c, |folded| out.push(folded));
    }
}

/// The letters of `word` for matching.
pub(crate) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// Byte offset in `word` as written at which its first `letters` folded letters end; marks that
/// follow the last of them still belong to it.
pub(crate) fn unfold(word: &str, letters: usize) -> usize {
    let mut seen = 0;
    for (at, c) in word.char_indices() {
        let before = seen;
        fold_char(c, |_| seen += 1);
        if before >= letters && seen > before {
            return at;
        }
    }
    word.len()
}

/// Is `c` dropped by the fold: a mark, a tatweel, an invisible control?
pub(crate) fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0610}'..='\u{061A}' | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{08D3}'..='\u{08FF}')
        || is_invisible(c)
}

/// Is `c` an invisible control: zero width, direction, soft hyphen, byte order mark?
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn fold_char(c: char, mut push: impl FnMut(char)) {
    let folded = match c {
        'ا' | 'ب' | 'ت' | 'ل' | 'م' | 'ن' | 'و' | 'ي' | 'ه' | 'ر' => c,
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ی' | 'ئ' | 'ې' | 'ے' | 'ۍ' => 'ي',
        'ة' | 'ە' | 'ۀ' | 'ہ' | 'ھ' | 'ۃ' => 'ه',
        'ؤ' | 'ۆ' | 'ۇ' => 'و',
        'ک' | 'ڪ' => 'ك',
        'گ' | 'ڭ' => 'ك',
        'چ' => 'ج',
        'پ' => 'ب',
        'ژ' | 'ڑ' => 'ز',
        'ڤ' => 'ف',
        'ٹ' => 'ت',
        'ڈ' => 'د',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
            // No presentation form decomposes to another one, so this ends.
            return decompose_compatible(c, |d| {
                if !is_dropped(d) && d != c {
                    fold_char(d, &mut push as &mut dyn FnMut(char));
                }
            });
        }
        c if is_dropped(c) => return,
        c if c.is_uppercase() => return c.to_lowercase().for_each(push),
        c => c,
    };
    push(folded);
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_differences_fold_away() {
        for (written, folded) in [
            ("أكّدَ", "اكد"),
            ("إيران", "ايران"),
            ("القدسـ", "القدس"),
            ("على", "علي"),
            ("حكومة", "حكومه"),
            ("مسؤول", "مسوول"),
            ("رئيس", "رييس"),
            ("٤٥", "45"),
            ("ﻻ", "لا"),
            ("گورباتشوف", "كورباتشوف"),
            ("CNN", "cnn"),
            ("\u{200F}نعم\u{202C}", "نعم"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }

    #[test]
    fn folded_letters_lead_back_to_the_word_as_written() {
        let word = "وَأَكَّدَ";
        assert_eq!(&word[unfold(word, 1)..], "أَكَّدَ");
        assert_eq!(unfold(word, 9), word.len());
        assert_eq!(&"بـتأجيل"[unfold("بـتأجيل", 1)..], "تأجيل");
    }
}
