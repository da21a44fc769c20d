//! Takes: the name of a capital. Gives: whether it stands for its government. Relies on: the words around; where a
//! city is due (`في واشنطن`, `جنوب بغداد`) it is the city, elsewhere its government acts or is spoken of.

use crate::language::arabic::words::Hit;
use crate::text::token::Kind;
use crate::view::View;

pub(super) fn is_government(view: &View<'_>, hit: &Hit) -> bool {
    if hit.prefix.preposition == Some('ب') {
        return false;
    }
    let at = hit.start;
    let end = hit.end;
    let opens = at == view.layout.paragraph(at).start;
    // `بغداد - وكالات`, `القاهرة (رويترز)`: where the report was written.
    if opens
        && (view.is_mark(end, &['-', '–', '—', '(', ':', '/', '،'])
            || view.tokens.kind(end) == Kind::Number)
    {
        return false;
    }
    let Some(before) = (0..at)
        .rev()
        .take(2)
        .find(|&i| !view.is_mark(i, &['"', '«', '“', '(']))
    else {
        return true;
    };
    if !view.is_word(before) {
        return true;
    }
    let bare = view.folded(before).trim_start_matches('و');
    if hit.prefix.preposition.is_some() {
        return true;
    }
    let callings = &view.lexicon.callings;
    if callings.cities.contains(bare) || callings.cities.contains(view.stem(before)) {
        return false;
    }
    // `في بيروت ودمشق`: as the one before it.
    if hit.prefix.conjunction.is_some()
        && let Some(first) = (before.saturating_sub(3)..=before).find_map(|i| {
            view.name_at(i)
                .filter(|(h, n)| h.end == before + 1 && view.lexicon.names[usize::from(*n)].capital)
        })
    {
        return is_government(view, first.0);
    }
    true
}
