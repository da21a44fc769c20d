//! Takes: a token. Gives: the [`Quantity`] that begins there: a number with the words around that bound
//! it (`ما لا يقل عن 20`), a range (`بين 20 و30`), a share (`في المئة`). Relies on: `cardinal`, and the
//! lexicon's words of bounding, which are among the fixed runs of words.

use super::{Bound, Cardinal, cardinal_at};
use crate::amount::Amount;
use crate::lexicon::Meaning;
use crate::view::View;

/// A number as a report bounds it, from its first token to one past its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// None where only the upper end is told.
    pub(crate) min: Option<Amount>,
    /// None where only the lower end is told.
    pub(crate) max: Option<Amount>,
    /// The report says that it is not exact.
    pub(crate) about: bool,
    /// It is a share in a hundred.
    pub(crate) percent: bool,
}

/// The quantity that begins at this token, bounding words included.
pub(crate) fn quantity_at(view: &View<'_>, at: usize) -> Option<Quantity> {
    if let Some((bound, end)) = bound_at(view, at, true)
        && let Some(quantity) = plain(view, end)
    {
        return Some(within(
            Quantity {
                start: at,
                ..quantity
            },
            bound,
        ));
    }
    between(view, at).or_else(|| plain(view, at))
}

/// A number, and what stands behind it.
fn plain(view: &View<'_>, at: usize) -> Option<Quantity> {
    let first = cardinal_at(view, at)?;
    // الثلاثة are the three that were told of, المئة is what shares are of.
    if first.prefix.definite && !first.digits {
        return None;
    }
    let mut quantity = Quantity {
        start: at,
        end: first.end,
        min: Some(first.min),
        max: first.max,
        about: false,
        percent: false,
    };
    if let Some(high) = range_to(view, first.end)
        && high.max.is_none_or(|m| m > first.min)
    {
        quantity.end = high.end;
        quantity.min = Some(scaled_like(first, high));
        quantity.max = high.max;
    }
    Some(after(view, quantity))
}

/// `بين 20 و30`, `ما بين مئة ومئتين`.
fn between(view: &View<'_>, at: usize) -> Option<Quantity> {
    let start = at;
    let at = match view.folded(at) {
        "ما" => at + 1,
        _ => at,
    };
    if !matches!(view.folded(at), "بين" | "وبين" | "مابين") {
        return None;
    }
    let low = cardinal_at(view, at + 1)?;
    let high = cardinal_at(view, low.end)?;
    if high.prefix.conjunction != Some('و') || high.min < low.min {
        return None;
    }
    let min = scaled_like(low, high);
    Some(after(
        view,
        Quantity {
            start,
            end: high.end,
            min: Some(min),
            max: high.max,
            about: false,
            percent: false,
        },
    ))
}

/// The upper end of a range behind its lower: `20 إلى 30`, `20-30`, `ثلاثة أو أربعة`.
fn range_to(view: &View<'_>, at: usize) -> Option<Cardinal> {
    let joins = view.is_mark(at, &['-', '–', '—']) || matches!(view.folded(at), "الي" | "او");
    if !joins {
        return None;
    }
    cardinal_at(view, at + 1).filter(|high| high.prefix.letters == 0)
}

/// The lower end of a range whose scale only the upper end tells: `بين ثلاثة وأربعة ملايين`.
fn scaled_like(low: Cardinal, high: Cardinal) -> Amount {
    let scaled = low.min.times(high.scale);
    if low.scale == 1 && scaled <= high.min {
        scaled
    } else {
        low.min
    }
}

/// Takes in what stands behind a number: a share, a bound.
fn after(view: &View<'_>, mut quantity: Quantity) -> Quantity {
    if view.is_mark(quantity.end, &['%', '٪']) {
        quantity.percent = true;
        quantity.end += 1;
    } else if let Some(hit) = view
        .hits_at(quantity.end)
        .find(|h| h.meaning == Meaning::Percent)
    {
        quantity.percent = true;
        quantity.end = hit.end;
    }
    match bound_at(view, quantity.end, false) {
        Some((bound, end)) => within(Quantity { end, ..quantity }, bound),
        None => quantity,
    }
}

/// The bounding words at this token, before a number.
pub(crate) fn bound_before(view: &View<'_>, at: usize) -> Option<(Bound, usize)> {
    bound_at(view, at, true)
}

/// The bounding words at this token, which stand before a number or behind it.
fn bound_at(view: &View<'_>, at: usize, before: bool) -> Option<(Bound, usize)> {
    view.hits_at(at)
        .filter_map(|hit| match hit.meaning {
            Meaning::Bound(bound, side) if side == before => Some((bound, hit.end)),
            _ => None,
        })
        .max_by_key(|&(_, end)| end)
}

fn within(quantity: Quantity, bound: Bound) -> Quantity {
    match bound {
        Bound::About => Quantity {
            about: true,
            ..quantity
        },
        Bound::AtLeast => Quantity {
            max: None,
            ..quantity
        },
        Bound::Over => Quantity {
            min: quantity.min.map(|m| next_to(m, 1)),
            max: None,
            ..quantity
        },
        Bound::AtMost => Quantity {
            min: None,
            ..quantity
        },
        Bound::Under => Quantity {
            min: None,
            max: quantity.max.map(|m| next_to(m, -1)),
            ..quantity
        },
    }
}

/// The whole number beside a whole one; a fraction stays as it is.
fn next_to(amount: Amount, step: i64) -> Amount {
    amount.whole().map_or(amount, |_| amount.plus(step))
}
