//! Takes: days, units and parts. Gives: how TIMEX3 writes them. Relies on: ISO 8601, with X for what is
//! not told.

use jiff::civil::Date;

use super::{Count, PartOfDay, Season, Unit};

impl PartOfDay {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Dawn => "DW",
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }
}

impl Season {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month it opens in, north of the equator.
    pub(super) const fn opens(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl Unit {
    /// Its letter in a duration, and whether it stands behind T.
    const fn letter(self) -> (&'static str, bool) {
        match self {
            Self::Second => ("S", true),
            Self::Minute => ("M", true),
            Self::Hour => ("H", true),
            Self::Day => ("D", false),
            Self::Weekend => ("WE", false),
            Self::Week => ("W", false),
            Self::Month => ("M", false),
            Self::Year => ("Y", false),
            Self::Decade => ("DE", false),
            Self::Century => ("CE", false),
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

/// `P3D`, `PT24H`, `PXY`.
pub(super) fn duration(count: Count, unit: Unit) -> String {
    let count = count.map_or_else(|| "X".to_owned(), |c| c.to_string());
    let (letter, clock) = unit.letter();
    let clock = if clock { "T" } else { "" };
    format!("P{clock}{count}{letter}")
}

/// `2024-W31`.
pub(super) fn week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// A date with X for the parts that are not told.
pub(super) fn date(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> String {
    let part = |p: Option<i8>| p.map_or_else(|| "XX".to_owned(), |p| format!("{p:02}"));
    let year = year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"));
    match (month, day) {
        (None, None) => year,
        (month, None) => format!("{year}-{}", part(month)),
        (month, day) => format!("{year}-{}-{}", part(month), part(day)),
    }
}

pub(super) const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

pub(super) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
