//! Takes: a token. Gives: the cardinal number that begins there, in digits or in words.
//! Relies on: Arabic's order, units before tens and everything else from great to small, joined by و.

use super::Numeral;
use crate::amount::Amount;
use crate::language::arabic::words::Prefix;
use crate::text::token::Kind;
use crate::view::View;

/// A number, from its first token to one past its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cardinal {
    pub(crate) end: usize,
    pub(crate) min: Amount,
    /// None where it has no upper bound: عدة.
    pub(crate) max: Option<Amount>,
    /// The clitics before its first word.
    pub(crate) prefix: Prefix,
    /// The scale of its first part: 1000 in ثلاثة آلاف, 1 in ثلاثة.
    pub(crate) scale: i64,
    /// It is written in digits, as years and days of the month are.
    pub(crate) digits: bool,
}

impl Cardinal {
    /// The number, where it is told exactly and is whole.
    pub(crate) fn exact(&self) -> Option<i64> {
        (self.max == Some(self.min))
            .then(|| self.min.whole())
            .flatten()
    }
}

/// From what to what, in thousandths; the upper end may be open.
#[derive(Clone, Copy)]
struct Range {
    min: i64,
    max: Option<i64>,
}

impl Range {
    fn exactly(value: i64) -> Self {
        Self {
            min: value,
            max: Some(value),
        }
    }

    fn whole(value: i64) -> Self {
        Self::exactly(value.saturating_mul(1000))
    }

    fn times(self, scale: i64) -> Self {
        Self {
            min: self.min.saturating_mul(scale),
            max: self.max.map(|m| m.saturating_mul(scale)),
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            min: self.min.saturating_add(other.min),
            max: self.max.zip(other.max).map(|(a, b)| a.saturating_add(b)),
        }
    }
}

/// The number that begins at this token; its first word may carry clitics.
pub(crate) fn cardinal_at(view: &View<'_>, at: usize) -> Option<Cardinal> {
    let (prefix, digits) = match digits_prefix(view, at) {
        Some(prefix) => (prefix, true),
        None => (view.words.get(at)?.numeral?.1, false),
    };
    let mut total: Option<Range> = None;
    let mut first_scale = None;
    let mut last_scale = i64::MAX;
    let mut end = at;
    while let Some((next, value, scale)) = part(view, end) {
        if scale >= last_scale {
            break;
        }
        end = next;
        last_scale = scale;
        first_scale.get_or_insert(scale);
        total = Some(total.map_or(value, |t| t.plus(value)));
        if scale == 1 || !joined(view, end) {
            break;
        }
    }
    total.map(|range| Cardinal {
        end,
        min: Amount::thousandths(range.min),
        max: range.max.map(Amount::thousandths),
        prefix,
        scale: first_scale.unwrap_or(1),
        digits,
    })
}

/// A numeral with nothing before it: no و, no preposition.
fn bare(view: &View<'_>, at: usize) -> Option<Numeral> {
    let (numeral, prefix) = view.words.get(at)?.numeral?;
    (prefix.conjunction.is_none() && prefix.preposition.is_none()).then_some(numeral)
}

/// Is this token a numeral with و before it and nothing else?
fn joined(view: &View<'_>, at: usize) -> bool {
    let prefix = digits_prefix(view, at)
        .or_else(|| view.words.get(at).and_then(|w| w.numeral).map(|(_, p)| p));
    prefix.is_some_and(|p| p.conjunction == Some('و') && p.preposition.is_none())
}

/// Hundreds with their scale: the end, the value, the scale.
fn part(view: &View<'_>, at: usize) -> Option<(usize, Range, i64)> {
    let numeral = view.words.get(at).and_then(|w| w.numeral).map(|(n, _)| n);
    match numeral {
        Some(Numeral::Scale(scale)) => {
            let (end, more) = and_a_part(view, at + 1, scale);
            return Some((end, Range::whole(scale).plus(more), scale));
        }
        // ألفا وخمسمئة is one thousand and more, in the accusative.
        Some(Numeral::ScaleOrTwo(scale)) if joined(view, at + 1) => {
            return Some((at + 1, Range::whole(scale), scale));
        }
        Some(Numeral::TwoScales(scale) | Numeral::ScaleOrTwo(scale)) => {
            let (end, more) = and_a_part(view, at + 1, scale);
            return Some((end, Range::whole(scale * 2).plus(more), scale));
        }
        // Scales that nobody counts: at least two of them.
        Some(Numeral::Scales(scale)) => {
            let range = Range {
                min: scale * 2000,
                max: Some((scale * 10 - 1).saturating_mul(1000)),
            };
            return Some((at + 1, range, scale));
        }
        Some(Numeral::Fraction {
            parts,
            of,
            counted: false,
        }) => {
            // A part of a number: نصف مليون. Of anything else it is none.
            let Some(Numeral::Scale(scale)) = bare(view, at + 1) else {
                return None;
            };
            return Some((at + 2, Range::exactly(scale * 1000 * parts / of), scale));
        }
        _ => {}
    }
    let (mut end, mut value) = hundreds(view, at)?;
    let mut scale = 1;
    match bare(view, end) {
        Some(Numeral::Scale(s) | Numeral::ScaleOrTwo(s) | Numeral::Scales(s)) => {
            scale = s;
            value = value.times(s);
            let (after, more) = and_a_part(view, end + 1, s);
            end = after;
            value = value.plus(more);
        }
        Some(Numeral::Fraction {
            parts,
            of,
            counted: true,
        }) => {
            end += 1;
            value = Range::exactly(value.min * parts / of);
        }
        _ => {}
    }
    Some((end, value, scale))
}

/// `ونصف` or `ونصف المليون` behind a scale: the end, and what it adds.
fn and_a_part(view: &View<'_>, at: usize, scale: i64) -> (usize, Range) {
    let none = (at, Range::exactly(0));
    let Some((Numeral::Fraction { parts, of, .. }, prefix)) =
        view.words.get(at).and_then(|w| w.numeral)
    else {
        return none;
    };
    if prefix.conjunction != Some('و') {
        return none;
    }
    let again = matches!(
        view.words.get(at + 1).and_then(|w| w.numeral),
        Some((Numeral::Scale(s), p)) if s == scale && p.definite
    );
    (
        at + 1 + usize::from(again),
        Range::exactly(scale * 1000 * parts / of),
    )
}

/// A number of less than a thousand, or one in digits.
fn hundreds(view: &View<'_>, at: usize) -> Option<(usize, Range)> {
    if let Some(prefix) = digits_prefix(view, at) {
        let scaled = matches!(
            bare(view, at + 1),
            Some(Numeral::Scale(_) | Numeral::ScaleOrTwo(_))
        );
        let value = digits_value(view.stem_of(at, prefix), scaled)?;
        return Some((at + 1, Range::exactly(value)));
    }
    let (numeral, _) = view.words.get(at)?.numeral?;
    let (end, value) = match numeral {
        Numeral::Hundred => tail(view, at + 1, 100),
        Numeral::Hundreds(h) => tail(view, at + 1, h),
        Numeral::Unit(u) if bare(view, at + 1) == Some(Numeral::Hundred) => {
            tail(view, at + 2, u * 100)
        }
        Numeral::Vague { min, max } => {
            let range = Range {
                min: min * 1000,
                max: max.map(|m| m * 1000),
            };
            return Some((at + 1, range));
        }
        _ => tens(view, at)?,
    };
    Some((end, Range::whole(value)))
}

/// Hundreds with the tens and units that و joins to them.
fn tail(view: &View<'_>, at: usize, hundreds: i64) -> (usize, i64) {
    if joined(view, at)
        && let Some((end, rest)) = tens(view, at)
    {
        return (end, hundreds + rest);
    }
    (at, hundreds)
}

/// A number in words of less than a hundred.
fn tens(view: &View<'_>, at: usize) -> Option<(usize, i64)> {
    let (numeral, _) = view.words.get(at)?.numeral?;
    let then = bare(view, at + 1);
    match numeral {
        Numeral::Unit(u) | Numeral::Teen(u) if then == Some(Numeral::Ten) => Some((at + 2, 10 + u)),
        Numeral::Unit(u) => match view.words.get(at + 1).and_then(|w| w.numeral) {
            Some((Numeral::Tens(t), p)) if p.conjunction == Some('و') => Some((at + 2, t + u)),
            _ => Some((at + 1, u)),
        },
        Numeral::Ten => Some((at + 1, 10)),
        Numeral::Tens(t) => Some((at + 1, t)),
        _ => None,
    }
}

/// The clitics before digits: `و20`, `بـ20`; none where the token is no number.
fn digits_prefix(view: &View<'_>, at: usize) -> Option<Prefix> {
    let folded = view.folded(at);
    match view.tokens.kind(at) {
        Kind::Number => Some(Prefix::default()),
        Kind::Word => {
            let mut chars = folded.chars();
            let mut prefix = Prefix::default();
            let mut rest = folded;
            for _ in 0..3 {
                let c = chars.next()?;
                match c {
                    'و' | 'ف' if prefix.letters == 0 => {
                        prefix.conjunction = Some(c);
                        prefix.conjunction_letters = 1;
                    }
                    'ب' | 'ل' | 'ك' if prefix.preposition.is_none() => {
                        prefix.preposition = Some(c);
                    }
                    'ا' if chars.as_str().starts_with('ل') => {
                        prefix.definite = true;
                        prefix.letters += 1;
                        chars.next();
                    }
                    _ => break,
                }
                prefix.letters += 1;
                rest = chars.as_str();
            }
            (prefix.letters > 0
                && rest.starts_with(|c: char| c.is_ascii_digit())
                && rest
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '٫' | '٬')))
            .then_some(prefix)
        }
        _ => None,
    }
}

/// Thousandths of a number in digits. A point before exactly three digits parts thousands, as the Arabic
/// press writes them, unless a word of scale follows: 18.400 is eighteen thousand, 2.345 مليار is not.
fn digits_value(digits: &str, scaled: bool) -> Option<i64> {
    let mut groups = digits.split(['.', ',', '٫', '٬']);
    let mark = digits.chars().find(|c| !c.is_ascii_digit());
    let first = groups.next()?;
    let rest: smallvec::SmallVec<[&str; 4]> = groups.collect();
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(first) || !rest.iter().all(|g| all_digits(g)) {
        return None;
    }
    let parse = |s: &str| s.parse::<i64>().ok();
    let thousands = !rest.is_empty()
        && first.len() <= 3
        && !first.starts_with('0')
        && rest.iter().all(|g| g.len() == 3)
        && mark != Some('٫')
        && !(scaled && rest.len() == 1 && mark == Some('.'));
    if rest.is_empty() {
        parse(first)?.checked_mul(1000)
    } else if thousands {
        let joined: String = std::iter::once(first).chain(rest.iter().copied()).collect();
        parse(&joined)?.checked_mul(1000)
    } else if let [fraction] = rest[..] {
        let mut places: String = fraction.chars().take(3).collect();
        while places.len() < 3 {
            places.push('0');
        }
        parse(first)?
            .checked_mul(1000)?
            .checked_add(parse(&places)?)
    } else {
        None
    }
}
