//! Takes: two names of speakers. Gives: whether they count as the same. Relies on: a folding of its own,
//! part of the definition of the score, so that a change of the reader's folding changes no figure.

use rustc_hash::FxHashSet;

/// Words that tell little about who it is, folded.
const TITLES: &str = "السيد الدكتور د الرييس رييس الوزير وزير المتحدث باسم الناطق الامير الملك الشيخ اللواء الفريق \
                      العميد العقيد النايب السفير";

/// Whether the speaker `read` is the speaker in `gold`: all of gold's words are there and not drowned in
/// others, or the two share half of their words, or three fifths of those that are no titles. No name is
/// the same as no name only.
pub(super) fn same_name(gold: Option<&str>, read: Option<&str>) -> bool {
    let (gold, read) = (
        words(gold.unwrap_or_default()),
        words(read.unwrap_or_default()),
    );
    if gold.is_empty() || read.is_empty() {
        return gold.is_empty() && read.is_empty();
    }
    if gold.is_subset(&read) && read.len() <= 4 * gold.len() {
        return true;
    }
    if dice(&gold, &read) >= 0.5 {
        return true;
    }
    let titles: FxHashSet<&str> = TITLES.split_ascii_whitespace().collect();
    let untitled = |words: FxHashSet<String>| -> FxHashSet<String> {
        words
            .into_iter()
            .filter(|word| !titles.contains(word.as_str()))
            .collect()
    };
    let (gold, read) = (untitled(gold), untitled(read));
    !gold.is_empty() && !read.is_empty() && dice(&gold, &read) >= 0.6
}

fn dice(a: &FxHashSet<String>, b: &FxHashSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    (2 * shared) as f64 / (a.len() + b.len()) as f64
}

/// The words of a name: marks off, letters folded, lower case, the article off longer words.
fn words(name: &str) -> FxHashSet<String> {
    let folded: String = name
        .chars()
        .filter(|&c| !is_stripped(c))
        .map(fold)
        .collect();
    folded
        .to_lowercase()
        .split(|c| !(is_letter_or_digit(c) || c == '_'))
        .filter(|word| !word.is_empty())
        .map(|word| {
            let bare = word.strip_prefix("ال").or_else(|| word.strip_prefix("لل"));
            match bare {
                Some(bare) if word.chars().count() > 4 => bare.to_owned(),
                _ => word.to_owned(),
            }
        })
        .collect()
}

fn is_stripped(c: char) -> bool {
    matches!(c,
        '\u{064B}'..='\u{0652}' | '\u{0670}' | '\u{0640}'
        | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn fold(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        c => c,
    }
}

/// A letter (general category L) or a number (N): what counts in lengths and in words. Rust's own notion
/// also takes vowel marks and circled letters for letters.
pub(super) fn is_letter_or_digit(c: char) -> bool {
    c.is_alphanumeric()
        && !unicode_normalization::char::is_combining_mark(c)
        && !matches!(c,
            '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F149}'
            | '\u{1F150}'..='\u{1F169}' | '\u{1F170}'..='\u{1F189}')
}

#[cfg(test)]
mod tests {
    use super::{is_letter_or_digit, same_name};

    fn same(gold: &str, read: &str) -> bool {
        same_name(Some(gold), Some(read))
    }

    #[test]
    fn no_name_is_no_name_only() {
        assert!(same_name(None, None));
        assert!(same_name(None, Some(" ")));
        assert!(!same_name(None, Some("سلمى")));
        assert!(!same_name(Some("سلمى"), None));
    }

    #[test]
    fn spelling_and_article_do_not_matter() {
        assert!(same("أسامة الخطيب", "اسامه خطيب"));
        assert!(same("مُؤيَّد", "مويد"));
        assert!(same("سلمـى", "سلمى"));
        assert!(!same("سلمى حداد", "ليلى ناصر"));
    }

    #[test]
    fn more_words_are_right_up_to_four_times_as_many() {
        assert!(same("سلمى", "وزيرة النقل سلمى حداد"));
        assert!(!same("سلمى", "وزيرة النقل السابقة سلمى حداد"));
    }

    #[test]
    fn half_of_the_words_suffice_and_titles_do_not_count() {
        assert!(same("سلمى حداد", "سلمى ناصر"));
        assert!(!same("رئيس وزير سلمى", "رئيس وزير ليلى أحمد ناصر كريم"));
        assert!(same("وزير وزير رئيس باسم د سلمى حداد", "سلمى حداد ناصر"));
    }

    #[test]
    fn marks_are_no_letters() {
        for c in ['ا', 'ـ', '٣', '3', 'ⅷ', '²'] {
            assert!(is_letter_or_digit(c), "{c}");
        }
        for c in ['\u{064E}', '\u{0670}', '\u{0653}', '،', ' ', 'Ⓐ', '_'] {
            assert!(!is_letter_or_digit(c), "{c}");
        }
    }
}
