//! Takes: what expressions of time tell, as a language pack reads them. Gives: TIMEX3 types and values
//! (ISO-TimeML, <https://www.timeml.org>), relative to the day of the report. Relies on: nothing of the text.

mod hijri;
mod resolve;
mod value;

pub(crate) use crate::record::TimeModifier as Modifier;
pub(crate) use resolve::resolve;

/// The day a report was published, as far as its metadata tell.
pub(crate) type ReportDay = Option<jiff::civil::Date>;

/// The day in a report's `published`: ISO 8601, a date alone or with a time behind it.
pub(crate) fn report_day(published: Option<&str>) -> ReportDay {
    published?.trim().get(..10)?.parse().ok()
}

/// A stretch of time that calendars count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// A part of the day, as TIMEX3 writes it; `DW`, dawn, is ours: news tells dawn from morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub(crate) enum PartOfDay {
    #[serde(rename = "DW")]
    Dawn,
    #[serde(rename = "MO")]
    Morning,
    #[serde(rename = "MI")]
    Midday,
    #[serde(rename = "AF")]
    Afternoon,
    #[serde(rename = "EV")]
    Evening,
    #[serde(rename = "NI")]
    Night,
    #[serde(rename = "DT")]
    Daytime,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub(crate) enum Season {
    #[serde(rename = "SP")]
    Spring,
    #[serde(rename = "SU")]
    Summer,
    #[serde(rename = "FA")]
    Autumn,
    #[serde(rename = "WI")]
    Winter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Calendar {
    Gregorian,
    Hijri,
}

/// A time that stands against another and not on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Reference {
    Past,
    Present,
    Future,
    /// The time told last: حينها.
    Same,
}

/// The report's own (0), the one before (-1), the one after (1).
pub(crate) type Step = i8;

/// A calendar date, of which any part may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CalendarDate {
    pub(crate) calendar: Calendar,
    pub(crate) year: Option<i16>,
    pub(crate) month: Option<i8>,
    pub(crate) day: Option<i8>,
    /// Which of the years it may be in: يوليو الماضي.
    pub(crate) toward: Option<Step>,
    /// Its year, told from the report's: يوليو من العام الماضي.
    pub(crate) year_step: Option<Step>,
}

/// How many units; none where the text does not say.
pub(crate) type Count = Option<crate::amount::Amount>;

/// What an expression of time tells, whatever the day of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    Date(CalendarDate),
    /// Monday is 1.
    Weekday {
        day: i8,
        toward: Option<Step>,
    },
    /// Days after the report's.
    Day(i32),
    /// The report's week, the year before.
    Unit {
        unit: Unit,
        step: Step,
    },
    Season {
        season: Season,
        year: Option<i16>,
        toward: Option<Step>,
    },
    /// Three months (4) or six (2) of a year, the first of them 1.
    PartOfYear {
        parts: u8,
        number: u8,
        year: Option<i16>,
        toward: Option<Step>,
    },
    /// By the years of its century, and the century's first two digits.
    Decade {
        from: i16,
        century: Option<i16>,
    },
    /// By its first two digits: 19 is the twentieth.
    Century(i16),
    /// So long before (-1) or after (1) the report.
    Offset {
        count: Count,
        unit: Unit,
        step: Step,
    },
    /// So long.
    Duration {
        count: Count,
        unit: Unit,
    },
    /// Every so long.
    Often {
        unit: Unit,
    },
    /// Every weekday of that name.
    EveryWeekday(i8),
    Reference(Reference),
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: i8,
    pub(crate) minute: i8,
    /// It is told in Greenwich time.
    pub(crate) greenwich: bool,
}

/// An expression of time, from its first token to one past its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Expression {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// None where only a part of the day or an hour is told.
    pub(crate) told: Option<Told>,
    /// The other end of a range.
    pub(crate) until: Option<Told>,
    pub(crate) part: Option<PartOfDay>,
    pub(crate) clock: Option<Clock>,
    pub(crate) modifier: Option<Modifier>,
    /// What is told of lies ahead of the report.
    pub(crate) ahead: bool,
}

/// The type of a TIMEX3, and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timex {
    pub(crate) kind: crate::record::TimeType,
    pub(crate) value: String,
}
