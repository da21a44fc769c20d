//! Takes: the words of an office. Gives: who held it when the report was published. Relies on: the table of offices.

use crate::view::View;

/// A word beside the office leaves open who holds it: `السابق`, `المنتخب`.
pub(super) fn is_open(view: &View<'_>, start: usize, end: usize) -> bool {
    let open = &view.lexicon.callings.open;
    (start..=end).any(|i| view.is_word(i) && open.contains(view.stem(i)))
}
