//! Takes: tokens and the numerals of the lexicon. Gives: numbers in digits and in words ([`cardinal`],
//! [`ordinal`]) and quantities, a number with what bounds it ([`quantity`]). Relies on: the fold, which
//! makes one digit of ٣, ۳ and 3.

mod cardinal;
mod ordinal;
mod quantity;
#[cfg(test)]
mod tests;

pub(crate) use cardinal::{Cardinal, cardinal_at};
pub(crate) use ordinal::ordinal_at;
pub(crate) use quantity::{Quantity, bound_before, quantity_at};

/// What a word says of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// 1 to 9.
    Unit(i64),
    /// 1 or 2, only before عشر.
    Teen(i64),
    Ten,
    Tens(i64),
    /// 100, which a unit may stand before: ثلاث مئة.
    Hundred,
    /// 200 to 900 in one word.
    Hundreds(i64),
    Scale(i64),
    /// Two of a scale: ألفان.
    TwoScales(i64),
    /// A scale that is two of itself where nothing counts it: ألفا جندي, but عشرون ألفا.
    ScaleOrTwo(i64),
    /// Counted scales: آلاف.
    Scales(i64),
    Fraction {
        parts: i64,
        of: i64,
        counted: bool,
    },
    Vague {
        min: i64,
        max: Option<i64>,
    },
    /// 1st to 10th; a compound one only in greater numbers: حادي.
    Ordinal {
        value: i64,
        compound: bool,
    },
}

/// How a word beside a number bounds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Bound {
    /// نحو
    About,
    /// أكثر من
    Over,
    /// ما لا يقل عن
    AtLeast,
    /// أقل من
    Under,
    /// ما لا يزيد على
    AtMost,
}
