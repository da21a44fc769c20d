//! Takes: a token. Gives: the hour that begins there: `الساعة 10:30 صباح الأحد`, `العاشرة والنصف مساء`.
//! Relies on: an hour in words being a feminine ordinal.

use super::{Piece, TimeWord, bare, calendar, part_of_day, word_at};
use crate::language::arabic::number::{Numeral, cardinal_at, ordinal_at};
use crate::text::token::Kind;
use crate::time::{Clock, PartOfDay};
use crate::view::View;

pub(super) fn clock_at(view: &View<'_>, at: usize) -> Option<Piece> {
    let said = match word_at(view, at) {
        Some((TimeWord::Hour, end, prefix))
            if prefix.definite || view.folded(at).contains("ال") =>
        {
            Some(end)
        }
        _ => None,
    };
    let from = said.unwrap_or(at);
    let (end, hour, minute) = figures(view, from).or_else(|| words(view, from, said.is_some()))?;
    let told_minutes = view.is_mark(from + 1, &[':']);
    let (end, greenwich) = zone(view, end);
    let mut piece = Piece {
        end,
        told: None,
        until: None,
        part: None,
        clock: Some(Clock {
            hour,
            minute,
            greenwich,
        }),
        modifier: None,
    };
    // The part of the day and the day: `من مساء الثلاثاء`, `صباحا`, `يوم الأحد`.
    let mut next = piece.end;
    if view.folded(next) == "من" {
        next += 1;
    }
    let day = |at: usize| {
        calendar::date_at(view, at)
            .or_else(|| calendar::weekday_at(view, at))
            .or_else(|| calendar::day_at(view, at))
    };
    let known = said.is_some() || told_minutes || greenwich;
    if let Some(part) = part_of_day(view, next).filter(|p| p.told.is_some() || p.part.is_some()) {
        piece.part = part.part;
        piece.told = part.told;
        piece.end = part.end;
        if piece.told.is_none()
            && let Some(day) = day(piece.end)
        {
            piece.told = day.told;
            piece.end = day.end;
        }
    } else if let Some(part) = part_word(view, next) {
        piece.part = Some(part);
        piece.end = next + 1;
        if let Some(day) = day(piece.end) {
            piece.told = day.told;
            piece.end = day.end;
        }
    } else if known && let Some(day) = day(next) {
        piece.told = day.told;
        piece.part = day.part;
        piece.end = day.end;
    }
    let (end, greenwich) = zone(view, piece.end);
    piece.end = end;
    if let Some(clock) = piece.clock.as_mut() {
        clock.greenwich |= greenwich;
    }
    // Without الساعة a number is an hour only beside a part of the day.
    (known || piece.part.is_some()).then_some(piece)
}

fn part_word(view: &View<'_>, at: usize) -> Option<PartOfDay> {
    match bare(view, at) {
        Some((TimeWord::Part(part), end)) if end == at + 1 => Some(part),
        _ => None,
    }
}

/// `10:30`, `15.00`, `10`: one past it, the hour, the minute.
fn figures(view: &View<'_>, at: usize) -> Option<(usize, i8, i8)> {
    if view.tokens.kind(at) != Kind::Number {
        return None;
    }
    let whole = |s: &str, below: i8| s.parse::<i8>().ok().filter(|&n| (0..below).contains(&n));
    if let Some((hour, minute)) = view.folded(at).split_once('.') {
        return Some((
            at + 1,
            whole(hour, 25)?,
            whole(minute, 60).filter(|_| minute.len() == 2)?,
        ));
    }
    let hour = whole(view.folded(at), 25)?;
    if view.is_mark(at + 1, &[':']) && view.tokens.touches_next(at) {
        let minutes = view.folded(at + 2);
        if minutes.len() == 2 && view.tokens.kind(at + 2) == Kind::Number {
            return Some((at + 3, hour, whole(minutes, 60)?));
        }
    }
    Some((at + 1, hour, 0))
}

/// `العاشرة والنصف`, `الثالثة إلا ربعا`, `الثامنة وعشرين دقيقة`.
fn words(view: &View<'_>, at: usize, said: bool) -> Option<(usize, i8, i8)> {
    let (end, hour) = ordinal_at(view, at).or_else(|| {
        // الواحدة, the first hour, is a cardinal.
        match view.words.get(at)?.numeral? {
            (Numeral::Unit(1), prefix) if prefix.definite => Some((at + 1, 1)),
            _ => None,
        }
    })?;
    let feminine = view.folded(at).ends_with('ه');
    if !(1..=12).contains(&hour) || !(feminine || said) {
        return None;
    }
    let hour = i8::try_from(hour).ok()?;
    let (end, minute) = minutes(view, end);
    if minute < 0 {
        return Some((end, if hour == 1 { 12 } else { hour - 1 }, 60 + minute));
    }
    Some((end, hour, minute))
}

/// The minutes behind the hour; those that are still wanted are less than none.
fn minutes(view: &View<'_>, at: usize) -> (usize, i8) {
    let less = view.folded(at) == "الا";
    let from = at + usize::from(less);
    let sign = if less { -1 } else { 1 };
    match view.words.get(from).and_then(|w| w.numeral) {
        Some((Numeral::Fraction { parts, of, .. }, prefix))
            if less || prefix.conjunction == Some('و') =>
        {
            let minute = i8::try_from(60 * parts / of).unwrap_or(0);
            return (from + 1, sign * minute);
        }
        _ => {}
    }
    let joined = view.folded(from).starts_with('و');
    if let Some(cardinal) = cardinal_at(view, from).filter(|_| less || joined)
        && let Some(minute) = cardinal.exact().filter(|m| (1..60).contains(m))
        && matches!(
            bare(view, cardinal.end),
            Some((
                TimeWord::Unit(crate::time::Unit::Minute)
                    | TimeWord::Units(crate::time::Unit::Minute),
                _
            ))
        )
    {
        return (cardinal.end + 1, sign * i8::try_from(minute).unwrap_or(0));
    }
    (at, 0)
}

/// `بتوقيت غرينتش`, `بالتوقيت المحلي`, `ت.غ`, `(12:00 ت غ)`: one past it, and whether it is Greenwich's.
fn zone(view: &View<'_>, at: usize) -> (usize, bool) {
    if let Some((TimeWord::Greenwich, end)) = bare(view, at) {
        return (end, true);
    }
    // ت.غ
    if view.folded(at) == "ت" && view.is_mark(at + 1, &['.']) && view.folded(at + 2) == "غ" {
        let dot = usize::from(view.is_mark(at + 3, &['.']));
        return (at + 3 + dot, true);
    }
    let Some((TimeWord::Zone, end, _)) = word_at(view, at) else {
        return (at, false);
    };
    match bare(view, end) {
        Some((TimeWord::Greenwich, after)) => (after, true),
        // بالتوقيت المحلي, بتوقيت القدس
        _ if view.is_word(end) => (end + 1, false),
        _ => (at, false),
    }
}
