//! Takes: a token. Gives: the calendar date, weekday or day told from the report's that begins there.
//! Relies on: years having four digits, and months standing behind their days.

use super::{Piece, TimeWord, bare, toward_at, word_at};
use crate::language::arabic::number::{cardinal_at, ordinal_at};
use crate::text::token::Kind;
use crate::time::{Calendar, CalendarDate, Step, Told, Unit};
use crate::view::View;

const NONE: CalendarDate = CalendarDate {
    calendar: Calendar::Gregorian,
    year: None,
    month: None,
    day: None,
    toward: None,
    year_step: None,
};

/// A date: in figures, with the month's name, or a month alone.
pub(super) fn date_at(view: &View<'_>, at: usize) -> Option<Piece> {
    let piece = figures(view, at)
        .or_else(|| days_of_month(view, at))
        .or_else(|| month_alone(view, at))?;
    Some(other_calendar(view, piece))
}

/// `2024-07-30`, `30/7/2024`, `30.7.2024`.
fn figures(view: &View<'_>, at: usize) -> Option<Piece> {
    if view.tokens.kind(at) != Kind::Number {
        return None;
    }
    let (end, numbers): (usize, Vec<i16>) = if view.folded(at).contains('.') {
        let numbers = view.folded(at).split('.').map(|n| n.parse().ok());
        (at + 1, numbers.collect::<Option<_>>()?)
    } else {
        let mark = view
            .tokens
            .mark(at + 1)
            .filter(|c| matches!(c, '/' | '-'))?;
        let number = |i: usize| view.folded(i).parse::<i16>().ok();
        let same = view.tokens.mark(at + 3) == Some(mark);
        if !same || !(at..at + 4).all(|i| view.tokens.touches_next(i)) {
            return None;
        }
        (at + 5, vec![number(at)?, number(at + 2)?, number(at + 4)?])
    };
    let [a, month, b] = numbers[..] else {
        return None;
    };
    let (year, day) = if a > 31 { (a, b) } else { (b, a) };
    if (1300..1500).contains(&year) {
        return hijri_figures(view, end, year, month, day);
    }
    // Two figures of a year are of this century as far as news is of it.
    let year = if year < 100 { year + 2000 } else { year };
    let date = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    date.ok()?;
    Some(Piece::telling(
        end,
        Told::Date(CalendarDate {
            year: Some(year),
            month: i8::try_from(month).ok(),
            day: i8::try_from(day).ok(),
            ..NONE
        }),
    ))
}

/// `1/3/1419 هـ`.
fn hijri_figures(view: &View<'_>, end: usize, year: i16, month: i16, day: i16) -> Option<Piece> {
    let end = match bare(view, end) {
        Some((TimeWord::Era(Calendar::Hijri), after)) => after,
        _ => end,
    };
    let within = (1..=12).contains(&month) && (1..=30).contains(&day);
    within.then(|| {
        Piece::telling(
            end,
            Told::Date(CalendarDate {
                calendar: Calendar::Hijri,
                year: Some(year),
                month: i8::try_from(month).ok(),
                day: i8::try_from(day).ok(),
                ..NONE
            }),
        )
    })
}

/// `30 يوليو/تموز 2024`, `الثلاثين من يوليو الماضي`, `3 و5 مايو`, `من 3 إلى 7 يوليو`, `الخامس من الشهر الجاري`.
fn days_of_month(view: &View<'_>, at: usize) -> Option<Piece> {
    let (mut end, day) = day_number(view, at)?;
    let mut until = None;
    let joins = view.is_mark(end, &['-', '–']) || matches!(view.folded(end), "الي" | "حتي" | "و");
    if joins && let Some((after, last)) = day_number(view, end + 1) {
        until = Some(last);
        end = after;
    } else if view.folded(end).starts_with('و')
        && let Some((after, last)) = day_number(view, end)
    {
        until = Some(last);
        end = after;
    }
    if view.folded(end) == "من" {
        end += 1;
    }
    let month = month_at(view, end);
    let told = match month {
        Some((calendar, month, after)) => {
            end = after;
            CalendarDate {
                calendar,
                month: Some(month),
                day: Some(day),
                ..NONE
            }
        }
        // الخامس من الشهر الجاري
        None => {
            let (TimeWord::Unit(Unit::Month), after) = bare(view, end)? else {
                return None;
            };
            let (step, after) = toward_at(view, after)?;
            let told = Told::Date(CalendarDate {
                day: Some(day),
                toward: Some(step),
                ..NONE
            });
            return Some(Piece::telling(after, told));
        }
    };
    let (end, told) = year_of(view, end, told);
    let last = |day| {
        Told::Date(CalendarDate {
            day: Some(day),
            ..told
        })
    };
    Some(Piece {
        until: until.filter(|&l| l > day).map(last),
        ..Piece::telling(end, Told::Date(told))
    })
}

/// A day of a month, in figures or as an ordinal.
fn day_number(view: &View<'_>, at: usize) -> Option<(usize, i8)> {
    let (end, number) = match cardinal_at(view, at) {
        Some(cardinal) if cardinal.digits => (cardinal.end, cardinal.exact()?),
        _ => ordinal_at(view, at)?,
    };
    (1..=31)
        .contains(&number)
        .then_some((end, i8::try_from(number).ok()?))
}

/// A month's name, in one tradition or in two with a slash between: `أكتوبر/تشرين الأول`.
fn month_at(view: &View<'_>, at: usize) -> Option<(Calendar, i8, usize)> {
    let mut at = at;
    if let Some((TimeWord::Unit(Unit::Month), end)) = bare(view, at) {
        at = end;
    }
    // The slash may stand before the first: 30/ تموز.
    if view.is_mark(at, &['/']) {
        at += 1;
    }
    let (TimeWord::Month(calendar, month), mut end) = bare(view, at)? else {
        return None;
    };
    let mut next = end;
    let bracket = view.is_mark(next, &['(']);
    if bracket || view.is_mark(next, &['/', '-', '\\']) {
        next += 1;
    }
    if let Some((TimeWord::Month(_, second), after)) = bare(view, next)
        && second == month
    {
        end = after + usize::from(bracket && view.is_mark(after, &[')']));
    }
    Some((calendar, month, end))
}

/// Names of months that are common words or names want a sign beside them.
fn month_alone(view: &View<'_>, at: usize) -> Option<Piece> {
    let (_, _, prefix) = word_at(view, at)?;
    let said_month = matches!(word_at(view, at), Some((TimeWord::Unit(Unit::Month), _, _)));
    let (calendar, month, end) = match word_at(view, at)? {
        (TimeWord::Month(..), _, _) => month_joined(view, at)?,
        _ => month_at(view, at)?,
    };
    let told = CalendarDate {
        calendar,
        month: Some(month),
        ..NONE
    };
    let (end, told) = year_of(view, end, told);
    let signed = said_month || told.year.is_some() || told.toward.is_some();
    let common = calendar == Calendar::Hijri || view.folded(at).chars().count() <= 3;
    (signed || !common || prefix.preposition.is_some() && view.folded(at).chars().count() > 3)
        .then(|| Piece::telling(end, Told::Date(told)))
}

/// A month whose name carries a clitic: `ومايو`, `بيوليو`.
fn month_joined(view: &View<'_>, at: usize) -> Option<(Calendar, i8, usize)> {
    let (TimeWord::Month(calendar, month), mut end, _) = word_at(view, at)? else {
        return None;
    };
    if view.is_mark(end, &['/', '-', '\\'])
        && let Some((TimeWord::Month(_, second), after)) = bare(view, end + 1)
        && second == month
    {
        end = after;
    }
    Some((calendar, month, end))
}

/// The year behind a month: `2024`, `عام 2024`, `من العام الماضي`, `الماضي`.
fn year_of(view: &View<'_>, at: usize, told: CalendarDate) -> (usize, CalendarDate) {
    let mut from = at;
    if view.is_comma(from) || view.is_mark(from, &['/']) {
        from += 1;
    }
    if matches!(view.folded(from), "من" | "في") {
        from += 1;
    }
    let hijri = told.calendar == Calendar::Hijri;
    if let Some((end, year, calendar)) = year_at(view, from, hijri) {
        let told = CalendarDate {
            year: Some(year),
            calendar: if hijri { Calendar::Hijri } else { calendar },
            ..told
        };
        return (end, told);
    }
    if let Some((TimeWord::Unit(Unit::Year), end)) = bare(view, from)
        && let Some((step, end)) = toward_at(view, end).or_else(|| own(view, from, end))
    {
        let told = CalendarDate {
            year_step: Some(step),
            ..told
        };
        return (end, told);
    }
    match toward_at(view, at) {
        Some((step, end)) => (
            end,
            CalendarDate {
                toward: Some(step),
                ..told
            },
        ),
        None => (at, told),
    }
}

/// `هذا العام`, `العام نفسه` not: a unit with هذا before it or behind it.
fn own(view: &View<'_>, at: usize, end: usize) -> Option<(Step, usize)> {
    let this = |i: usize| matches!(view.folded(i), "هذا" | "هذه");
    (at > 0 && this(at - 1)).then_some((0, end))
}

/// A year: `2024`, `عام 2024`, `1434هـ`, and its calendar; behind a Hijri month one of that calendar.
pub(super) fn year_at(
    view: &View<'_>,
    at: usize,
    hijri_month: bool,
) -> Option<(usize, i16, Calendar)> {
    let said = matches!(word_at(view, at), Some((TimeWord::Unit(Unit::Year), _, _)));
    let at = if said { at + 1 } else { at };
    if view.tokens.kind(at) != Kind::Number || view.folded(at).contains(['.', ',']) {
        return None;
    }
    let year: i16 = view.folded(at).parse().ok()?;
    let era = match bare(view, at + 1) {
        Some((TimeWord::Era(calendar), end)) => Some((calendar, end)),
        _ => None,
    };
    let hijri = matches!(era, Some((Calendar::Hijri, _)));
    let plausible = if hijri || (1300..1500).contains(&year) && (said || hijri_month) {
        (1..1600).contains(&year)
    } else {
        (1500..2200).contains(&year) || said && (100..2200).contains(&year)
    };
    if !plausible || view.is_mark(at + 1, &['%', '٪']) {
        return None;
    }
    let calendar = match era {
        Some((calendar, _)) => calendar,
        None if (1300..1500).contains(&year) => Calendar::Hijri,
        None => Calendar::Gregorian,
    };
    Some((era.map_or(at + 1, |(_, end)| end), year, calendar))
}

/// `الموافق 4 يوليو`: the Gregorian of two dates tells the day.
fn other_calendar(view: &View<'_>, piece: Piece) -> Piece {
    let mut at = piece.end;
    if view.is_comma(at) || view.is_mark(at, &['(']) {
        at += 1;
    }
    let Some((TimeWord::Equals, next)) = bare(view, at) else {
        return piece;
    };
    let next = next + usize::from(view.folded(next) == "ل");
    let Some(other) = figures(view, next).or_else(|| days_of_month(view, next)) else {
        return piece;
    };
    match (piece.told, other.told) {
        (Some(Told::Date(first)), Some(Told::Date(_))) if first.calendar == Calendar::Gregorian => {
            Piece {
                end: other.end,
                ..piece
            }
        }
        _ => other,
    }
}

/// `الثلاثاء`, `يوم الثلاثاء الماضي`, `الثلاثاء 30 يوليو`, `كل ثلاثاء`.
pub(super) fn weekday_at(view: &View<'_>, at: usize) -> Option<Piece> {
    let (first, next, prefix) = word_at(view, at)?;
    let (day, end) = match first {
        TimeWord::Every => {
            let next = match bare(view, next) {
                Some((TimeWord::Unit(Unit::Day), after)) => after,
                _ => next,
            };
            let (TimeWord::Weekday(day), end) = bare(view, next)? else {
                return None;
            };
            return Some(Piece::telling(end, Told::EveryWeekday(day)));
        }
        TimeWord::Unit(Unit::Day) | TimeWord::UnitOrTwo(Unit::Day) => match bare(view, next)? {
            (TimeWord::Weekday(day), end) => (day, end),
            _ => return None,
        },
        // Without its article it is another word: أحد, جمعة.
        TimeWord::Weekday(day) if prefix.definite => (day, next),
        _ => return None,
    };
    // A date behind it tells the day.
    let mut next = end;
    if view.is_comma(next) {
        next += 1;
    }
    if view.is_mark(next, &['(']) {
        if let Some(date) = days_of_month(view, next + 1).or_else(|| figures(view, next + 1)) {
            let close = usize::from(view.is_mark(date.end, &[')']));
            return Some(Piece {
                end: date.end + close,
                ..date
            });
        }
    } else if let Some(date) = days_of_month(view, next).or_else(|| figures(view, next)) {
        return Some(other_calendar(view, date));
    } else if let Some((TimeWord::Equals, after)) = bare(view, next)
        && let Some(date) = days_of_month(view, after).or_else(|| figures(view, after))
    {
        return Some(date);
    }
    let toward = toward_at(view, end);
    let end = toward.map_or(end, |(_, e)| e);
    Some(Piece::telling(
        end,
        Told::Weekday {
            day,
            toward: toward.map(|(s, _)| s),
        },
    ))
}

/// `أمس`, `أمس الاثنين`, `اليوم الأحد`, `غدا`.
pub(super) fn day_at(view: &View<'_>, at: usize) -> Option<Piece> {
    let (TimeWord::Day { offset, part }, end, _) = word_at(view, at)? else {
        return None;
    };
    // اليوم التالي is told from another day.
    if offset == 0 && toward_at(view, end).is_some() {
        return None;
    }
    // The name of the day behind it says the same again.
    let mut after = end;
    let bracket = view.is_mark(after, &['(']);
    if bracket || view.is_comma(after) {
        after += 1;
    }
    let end = match bare(view, after) {
        Some((TimeWord::Weekday(_), next)) if view.folded(after).starts_with("ال") => {
            next + usize::from(bracket && view.is_mark(next, &[')']))
        }
        _ => end,
    };
    Some(Piece {
        part,
        ..Piece::telling(end, Told::Day(offset))
    })
}
