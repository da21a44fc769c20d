//! Takes: an expression, the report's day, the time told before it. Gives: its TIMEX3 type and value. Relies
//! on: news telling of what was, unless it says otherwise: يوليو is the last one, الثلاثاء the nearest past.
//!
//! Where the report's day is not known, what depends on it stays relative and says so: `UNDEF-last-tuesday`,
//! `UNDEF-this-day-minus-3` (as HeidelTime writes it). What is not told is X: `XXXX-XX-XXTEV`.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use super::value::{self, MONTHS, WEEKDAYS};
use super::{
    Calendar, CalendarDate, Clock, Count, Expression, PartOfDay, Reference, ReportDay, Season,
    Step, Timex, Told, Unit, hijri,
};
use crate::record::TimeType;

/// The type and value of an expression. `before` is the date that was told last, for حينها.
pub(crate) fn resolve(expression: &Expression, report: ReportDay, before: Option<&str>) -> Timex {
    let context = Context {
        report,
        before,
        ahead: expression.ahead,
    };
    let (mut kind, mut value) = match expression.told {
        Some(told) => context.told(told),
        None => (TimeType::Date, "XXXX-XX-XX".to_owned()),
    };
    if let Some(until) = expression.until {
        value = format!("{value}/{}", context.told(until).1);
    }
    if let Some(clock) = expression.clock {
        kind = TimeType::Time;
        value.push_str(&clock_code(clock, expression.part));
    } else if let Some(part) = expression.part
        && kind != TimeType::Duration
    {
        kind = TimeType::Time;
        value.push('T');
        value.push_str(part.code());
    }
    Timex { kind, value }
}

/// `T10:30`, in the half of the day that its part tells, and Z for Greenwich.
fn clock_code(clock: Clock, part: Option<PartOfDay>) -> String {
    let after_noon = match part {
        Some(PartOfDay::Evening | PartOfDay::Afternoon) => true,
        Some(PartOfDay::Midday) => clock.hour <= 3,
        Some(PartOfDay::Night) => (6..12).contains(&clock.hour),
        _ => false,
    };
    let midnight = clock.hour == 12 && matches!(part, Some(PartOfDay::Night));
    let hour = match clock.hour {
        _ if midnight => 0,
        hour if after_noon && hour < 12 => hour + 12,
        hour => hour,
    };
    let zone = if clock.greenwich { "Z" } else { "" };
    format!("T{hour:02}:{:02}{zone}", clock.minute)
}

struct Context<'a> {
    report: ReportDay,
    before: Option<&'a str>,
    ahead: bool,
}

impl Context<'_> {
    fn told(&self, told: Told) -> (TimeType, String) {
        let date = |value: String| (TimeType::Date, value);
        match told {
            Told::Date(told) => date(self.date(told)),
            Told::Weekday { day, toward } => date(self.weekday(day, toward)),
            Told::Day(offset) => date(self.day(offset)),
            Told::Unit { unit, step } => date(self.unit(unit, step)),
            Told::Season {
                season,
                year,
                toward,
            } => date(self.season(season, year, toward)),
            Told::PartOfYear {
                parts,
                number,
                year,
                toward,
            } => {
                let letter = if parts == 4 { 'Q' } else { 'H' };
                let year = year.map_or_else(
                    || self.unit(Unit::Year, toward.unwrap_or(0)),
                    |y| value::date(Some(y), None, None),
                );
                date(format!("{year}-{letter}{number}"))
            }
            Told::Decade { from, century } => date(self.decade(from, century)),
            Told::Century(digits) => date(format!("{digits:02}")),
            Told::Offset { count, unit, step } => date(self.offset(count, unit, step)),
            Told::Duration { count, unit } => (TimeType::Duration, value::duration(count, unit)),
            Told::Often { unit } => (
                TimeType::Set,
                value::duration(Some(crate::amount::Amount::thousandths(1000)), unit),
            ),
            Told::EveryWeekday(day) => (TimeType::Set, format!("XXXX-WXX-{day}")),
            Told::Reference(reference) => date(match reference {
                Reference::Past => "PAST_REF".to_owned(),
                Reference::Present => "PRESENT_REF".to_owned(),
                Reference::Future => "FUTURE_REF".to_owned(),
                Reference::Same => self.before.unwrap_or("PAST_REF").to_owned(),
            }),
        }
    }

    fn day(&self, offset: i32) -> String {
        match self.report {
            Some(report) => shifted(report, i64::from(offset).days())
                .map_or_else(|| "XXXX-XX-XX".to_owned(), |d| d.to_string()),
            None => undefined_offset(Unit::Day, offset),
        }
    }

    fn weekday(&self, day: i8, toward: Option<Step>) -> String {
        let name = WEEKDAYS[usize::from(day.unsigned_abs() - 1) % 7];
        let toward = toward.or_else(|| self.ahead.then_some(1));
        let Some(report) = self.report else {
            return format!("UNDEF-{}-{name}", step_name(toward.unwrap_or(-1)));
        };
        // Days back to the last of that name, the report's own being 0.
        let back = i64::from((report.weekday().to_monday_one_offset() - day).rem_euclid(7));
        let days = match toward {
            None => -back,
            Some(-1) => {
                if back == 0 {
                    -7
                } else {
                    -back
                }
            }
            // Of the report's own week, Saturday to Friday or not: the nearest.
            Some(0) => {
                if back <= 3 {
                    -back
                } else {
                    7 - back
                }
            }
            Some(_) if self.ahead && back == 0 => 0,
            Some(_) => 7 - back,
        };
        shifted(report, days.days()).map_or_else(|| "XXXX-XX-XX".to_owned(), |d| d.to_string())
    }

    fn date(&self, told: CalendarDate) -> String {
        match told.calendar {
            Calendar::Gregorian => self.gregorian(told),
            Calendar::Hijri => self.hijri(told),
        }
    }

    fn gregorian(&self, told: CalendarDate) -> String {
        let CalendarDate {
            year: None,
            month,
            day,
            toward,
            ..
        } = told
        else {
            return value::date(told.year, told.month, told.day);
        };
        let Some(report) = self.report else {
            return match (month, toward) {
                (Some(month), Some(step)) if day.is_none() => {
                    let name = MONTHS[usize::from(month.unsigned_abs() - 1) % 12];
                    format!("UNDEF-{}-{name}", step_name(step))
                }
                _ => value::date(None, month, day),
            };
        };
        match month {
            Some(month) if let Some(step) = told.year_step => {
                let year = report.year().saturating_add(i16::from(step));
                value::date(Some(year), Some(month), day)
            }
            Some(month) => {
                let year = year_of(report, month, day, toward, self.ahead);
                value::date(Some(year), Some(month), day)
            }
            // A day of the report's month, or of the one beside it: الخامس من الشهر الجاري.
            None => {
                let beside = shifted(
                    report.first_of_month(),
                    i64::from(toward.unwrap_or(0)).months(),
                )
                .unwrap_or(report);
                value::date(Some(beside.year()), Some(beside.month()), day)
            }
        }
    }

    fn hijri(&self, told: CalendarDate) -> String {
        let year = told.year.or_else(|| {
            let month = told.month?;
            let (year, now) = hijri::of(self.report?);
            let year = match told.toward {
                Some(0) => year,
                Some(-1) => {
                    if month < now {
                        year
                    } else {
                        year - 1
                    }
                }
                Some(_) => {
                    if month > now {
                        year
                    } else {
                        year + 1
                    }
                }
                None if self.ahead && month < now => year + 1,
                None if !self.ahead && month > now => year - 1,
                None => year,
            };
            Some(year)
        });
        let Some(year) = year else {
            return "XXXX-XX-XX".to_owned();
        };
        // A month or a year of the one calendar is a stretch of days of the other.
        let (first, next) = match (told.month, told.day) {
            (Some(month), Some(day)) => {
                return hijri::to_gregorian(year, month, day)
                    .map_or_else(|| "XXXX-XX-XX".to_owned(), |d| d.to_string());
            }
            (Some(12), None) => ((year, 12), (year + 1, 1)),
            (Some(month), None) => ((year, month), (year, month + 1)),
            (None, _) => ((year, 1), (year + 1, 1)),
        };
        let first = hijri::to_gregorian(first.0, first.1, 1);
        let last = hijri::to_gregorian(next.0, next.1, 1).and_then(|d| shifted(d, (-1).days()));
        match first.zip(last) {
            Some((first, last)) => format!("{first}/{last}"),
            None => "XXXX-XX-XX".to_owned(),
        }
    }

    fn unit(&self, unit: Unit, step: Step) -> String {
        let Some(report) = self.report else {
            return format!("UNDEF-{}-{}", step_name(step), unit.name());
        };
        let step = i64::from(step);
        let year = i64::from(report.year());
        match unit {
            Unit::Week => shifted(report, step.weeks()).map(value::week),
            Unit::Weekend => shifted(report, step.weeks()).map(|d| value::week(d) + "-WE"),
            Unit::Month => shifted(report.first_of_month(), step.months())
                .map(|d| value::date(Some(d.year()), Some(d.month()), None)),
            Unit::Year => Some(format!("{:04}", year + step)),
            Unit::Decade => Some(format!("{:03}", year.div_euclid(10) + step)),
            Unit::Century => Some(format!("{:02}", year.div_euclid(100) + step)),
            Unit::Day => shifted(report, step.days()).map(|d| d.to_string()),
            Unit::Hour | Unit::Minute | Unit::Second => None,
        }
        .unwrap_or_else(|| format!("UNDEF-{}-{}", step_name(step as Step), unit.name()))
    }

    fn season(&self, season: Season, year: Option<i16>, toward: Option<Step>) -> String {
        let code = season.code();
        let year = match (year, self.report) {
            (Some(year), _) => year,
            (None, None) => {
                return match toward {
                    Some(step) => format!("UNDEF-{}-{code}", step_name(step)),
                    None => format!("XXXX-{code}"),
                };
            }
            (None, Some(report)) => {
                let past = (report.month() - season.opens()).rem_euclid(12);
                // The year in which the season that is on, or was last, opened.
                let last = if report.month() >= season.opens() {
                    report.year()
                } else {
                    report.year() - 1
                };
                let on = past < 3;
                match toward {
                    Some(-1) if on => last - 1,
                    Some(1..) => last + 1,
                    None if self.ahead && !on => last + 1,
                    _ => last,
                }
            }
        };
        format!("{year:04}-{code}")
    }

    fn decade(&self, from: i16, century: Option<i16>) -> String {
        let tens = from / 10;
        match (century, self.report) {
            (Some(century), _) => format!("{century:02}{tens}"),
            // The decade of that name that ended last.
            (None, Some(report)) => {
                let now = report.year();
                let this = now - now.rem_euclid(100) + from;
                let decade = if this <= now { this } else { this - 100 };
                format!("{:03}", decade / 10)
            }
            (None, None) => format!("XX{tens}"),
        }
    }

    fn offset(&self, count: Count, unit: Unit, step: Step) -> String {
        let Some(whole) = count.and_then(crate::amount::Amount::whole) else {
            return match step {
                -1 => "PAST_REF",
                _ => "FUTURE_REF",
            }
            .to_owned();
        };
        let by = whole.saturating_mul(i64::from(step));
        let Some(report) = self.report else {
            return undefined_offset(unit, i32::try_from(by).unwrap_or(0));
        };
        // What is told in years or months is not meant to the day.
        let unresolved = || "XXXX-XX-XX".to_owned();
        match unit {
            Unit::Day => Span::new()
                .try_days(by)
                .ok()
                .and_then(|s| shifted(report, s))
                .map(|d| d.to_string()),
            Unit::Week | Unit::Weekend => Span::new()
                .try_weeks(by)
                .ok()
                .and_then(|s| shifted(report, s))
                .map(value::week),
            Unit::Month => Span::new()
                .try_months(by)
                .ok()
                .and_then(|s| shifted(report.first_of_month(), s))
                .map(|d| value::date(Some(d.year()), Some(d.month()), None)),
            Unit::Year | Unit::Decade | Unit::Century => {
                let years = match unit {
                    Unit::Year => by,
                    Unit::Decade => by.saturating_mul(10),
                    _ => by.saturating_mul(100),
                };
                let year = i64::from(report.year()).saturating_add(years);
                (0..=9999).contains(&year).then(|| format!("{year:04}"))
            }
            // An hour ago is the report's day, as far as a day tells.
            Unit::Hour | Unit::Minute | Unit::Second => {
                Some(undefined_offset(unit, i32::try_from(by).unwrap_or(0)))
            }
        }
        .unwrap_or_else(unresolved)
    }
}

/// The year of a month, and of a day in it, that is told without one.
fn year_of(report: Date, month: i8, day: Option<i8>, toward: Option<Step>, ahead: bool) -> i16 {
    let (year, now) = (report.year(), report.month());
    let past_in_month = day.is_none_or(|d| d <= report.day());
    match toward {
        Some(0) => year,
        Some(-1) => match month {
            _ if month < now => year,
            // The fifth of this month, last: this one, where it is behind us.
            _ if month == now && day.is_some_and(|d| d < report.day()) => year,
            _ => year - 1,
        },
        Some(_) => match month {
            _ if month > now => year,
            _ if month == now && day.is_some_and(|d| d > report.day()) => year,
            _ => year + 1,
        },
        None if ahead => {
            if month < now || month == now && day.is_some_and(|d| d < report.day()) {
                year + 1
            } else {
                year
            }
        }
        None => {
            let past = month < now || month == now && past_in_month;
            // A date shortly ahead is more likely this year's than one long past.
            if past || month - now <= 1 {
                year
            } else {
                year - 1
            }
        }
    }
}

fn shifted(date: Date, span: Span) -> Option<Date> {
    date.checked_add(span).ok()
}

fn step_name(step: Step) -> &'static str {
    match step {
        i8::MIN..=-1 => "last",
        0 => "this",
        _ => "next",
    }
}

fn undefined_offset(unit: Unit, by: i32) -> String {
    let unit = unit.name();
    match by {
        0 => format!("UNDEF-this-{unit}"),
        by if by < 0 => format!("UNDEF-this-{unit}-minus-{}", by.unsigned_abs()),
        by => format!("UNDEF-this-{unit}-plus-{by}"),
    }
}
