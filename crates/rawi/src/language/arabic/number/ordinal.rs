//! Takes: a token. Gives: the ordinal number that begins there: الثالث، الحادي عشر، الثاني والعشرون.
//! Relies on: the tens being their own ordinals, with the article.

use super::Numeral;
use crate::view::View;

/// The end of the ordinal at this token, and its value.
pub(crate) fn ordinal_at(view: &View<'_>, at: usize) -> Option<(usize, i64)> {
    let numeral = |at: usize| view.words.get(at).and_then(|w| w.numeral);
    match numeral(at)? {
        (Numeral::Tens(tens), prefix) if prefix.definite => Some((at + 1, tens)),
        (Numeral::Ordinal { value, compound }, _) => match numeral(at + 1) {
            Some((Numeral::Ten, p)) if value < 10 && p.conjunction.is_none() => {
                Some((at + 2, 10 + value))
            }
            Some((Numeral::Tens(tens), p)) if value < 10 && p.conjunction == Some('و') => {
                Some((at + 2, tens + value))
            }
            _ => (!compound).then_some((at + 1, value)),
        },
        _ => None,
    }
}
