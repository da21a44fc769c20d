//! Takes: a token. Gives: the stretch of time that begins there: a unit told from the report's (`الأسبوع
//! الماضي`), so long ago (`قبل ثلاثة أيام`), so long (`48 ساعة`), a year, a decade, a season, how often.
//! Relies on: adjectives telling which one, behind the noun and its number.

use super::{Piece, TimeWord, bare, calendar, toward_at, word_at};
use crate::amount::Amount;
use crate::language::arabic::number::{Bound, Numeral, bound_before, cardinal_at, ordinal_at};
use crate::language::arabic::tagger::Tag;
use crate::lexicon::Classes;
use crate::time::{CalendarDate, Count, Modifier, Told, Unit};
use crate::view::View;

pub(super) fn stretch_at(view: &View<'_>, at: usize) -> Option<Piece> {
    phase(view, at)
        .or_else(|| often(view, at))
        .or_else(|| offset(view, at))
        .or_else(|| year(view, at))
        .or_else(|| part_of_year(view, at))
        .or_else(|| season(view, at))
        .or_else(|| decade(view, at))
        .or_else(|| century(view, at))
        .or_else(|| unit_stepped(view, at))
        .or_else(|| counted(view, at))
        .or_else(|| reference(view, at))
}

/// `مطلع العام`, `نهاية الشهر الجاري`, `منتصف يوليو`, `أواخر 2013`.
fn phase(view: &View<'_>, at: usize) -> Option<Piece> {
    let (TimeWord::Phase(modifier), end, _) = word_at(view, at)? else {
        return None;
    };
    let piece = calendar::date_at(view, end)
        .or_else(|| year(view, end))
        .or_else(|| bare_year(view, end))
        .or_else(|| decade(view, end))
        .or_else(|| century(view, end))
        .or_else(|| season(view, end))
        .or_else(|| unit_stepped(view, end))
        .or_else(|| whole_unit(view, end))?;
    Some(Piece {
        modifier: Some(modifier),
        ..piece
    })
}

/// The unit alone, with its article, behind a phase: `نهاية العام` is this one's.
fn whole_unit(view: &View<'_>, at: usize) -> Option<Piece> {
    let (TimeWord::Unit(unit), end) = bare(view, at)? else {
        return None;
    };
    let definite = view.words[at].time.is_some_and(|(_, p)| p.definite);
    (definite && unit >= Unit::Week).then(|| Piece::telling(end, Told::Unit { unit, step: 0 }))
}

/// `يوميا`, `كل أسبوع`.
fn often(view: &View<'_>, at: usize) -> Option<Piece> {
    match word_at(view, at)? {
        (TimeWord::Often(unit), end, _) => Some(Piece::telling(end, Told::Often { unit })),
        (TimeWord::Every, end, _) => match bare(view, end)? {
            (TimeWord::Unit(unit), end) => Some(Piece::telling(end, Told::Often { unit })),
            _ => None,
        },
        _ => None,
    }
}

/// `قبل ثلاثة أيام`, `قبل عامين`, `بعد أسبوع`. What follows `من` is told from another time: `بعد يومين من`.
fn offset(view: &View<'_>, at: usize) -> Option<Piece> {
    let (TimeWord::Offset(step), from, _) = word_at(view, at)? else {
        return None;
    };
    let (count, unit, modifier, end) = long(view, from)?;
    let told = if view.folded(end) == "من" && step > 0 || view.folded(end) == "علي" {
        Told::Duration { count, unit }
    } else {
        Told::Offset { count, unit, step }
    };
    Some(Piece {
        modifier,
        ..Piece::telling(end, told)
    })
}

/// `عام 2014`, `سنة 1990`, `عامي 2012 و2013`, `العام 2010`; a bare number only behind a preposition of time.
fn year(view: &View<'_>, at: usize) -> Option<Piece> {
    match word_at(view, at) {
        Some((word, from, _)) if word.is_of(Unit::Year) => bare_year(view, from),
        _ => bare_year_behind(view, at),
    }
}

/// Years in figures, one or from one to another: `2010-2012`, `2012 و2013`.
fn bare_year(view: &View<'_>, at: usize) -> Option<Piece> {
    let said = at > 0 && word_at(view, at - 1).is_some_and(|(word, _, _)| word.is_of(Unit::Year));
    let (end, first, calendar) = calendar::year_at(view, if said { at - 1 } else { at }, false)
        .or_else(|| calendar::year_at(view, at, false))?;
    let date = |year| {
        Told::Date(CalendarDate {
            calendar,
            year: Some(year),
            month: None,
            day: None,
            toward: None,
            year_step: None,
        })
    };
    let mut piece = Piece::telling(end, date(first));
    let joined = view.is_mark(end, &['-', '–', '/']) || matches!(view.folded(end), "الي" | "حتي");
    let second = if joined {
        calendar::year_at(view, end + 1, false)
    } else {
        // و2013 is one token.
        view.folded(end).strip_prefix('و').and_then(|rest| {
            let year: i16 = rest.parse().ok()?;
            (1500..2200)
                .contains(&year)
                .then_some((end + 1, year, calendar))
        })
    };
    if let Some((after, last, _)) = second.filter(|&(_, last, _)| last > first) {
        piece.end = after;
        piece.until = Some(date(last));
    }
    Some(piece)
}

/// A number of a year behind a preposition: `في 2011`, `منذ 2003`.
fn bare_year_behind(view: &View<'_>, at: usize) -> Option<Piece> {
    let before = at.checked_sub(1)?;
    let stem = view.folded(before).trim_start_matches('و');
    let leads = matches!(
        stem,
        "في" | "منذ" | "حتي" | "بين" | "من" | "خلال" | "قبل" | "بعد" | "الي"
    );
    let piece = bare_year(view, at).filter(|_| leads)?;
    // 2000 شخص is a number.
    let counts = view.is_word(piece.end)
        && !view.is(piece.end, Classes::PREPOSITION.or(Classes::CONJUNCTION))
        && view.tag(piece.end) == Tag::Noun
        && !view.is(piece.end, Classes::VERB)
        && !view.words[piece.end].prefix.definite
        && view.words[piece.end].prefix.letters == 0;
    (!counts).then_some(piece)
}

/// `الربع الأول من 2013`, `النصف الثاني من العام الجاري`.
fn part_of_year(view: &View<'_>, at: usize) -> Option<Piece> {
    let parts = match view.words.get(at)?.numeral? {
        (Numeral::Fraction { parts: 1, of, .. }, prefix)
            if prefix.definite && matches!(of, 2 | 4) =>
        {
            of
        }
        _ => return None,
    };
    let (end, number) = ordinal_at(view, at + 1)?;
    if !(1..=parts).contains(&number) || view.folded(end) != "من" {
        return None;
    }
    let of = year(view, end + 1)
        .or_else(|| bare_year(view, end + 1))
        .or_else(|| unit_stepped(view, end + 1))
        .or_else(|| whole_unit(view, end + 1))?;
    let (year, toward) = match of.told? {
        Told::Date(date) => (date.year, None),
        Told::Unit {
            unit: Unit::Year,
            step,
        } => (None, Some(step)),
        _ => return None,
    };
    Some(Piece::telling(
        of.end,
        Told::PartOfYear {
            parts: u8::try_from(parts).ok()?,
            number: u8::try_from(number).ok()?,
            year,
            toward,
        },
    ))
}

/// `الصيف الماضي`, `صيف 2014`, `شتاء العام المقبل`; the name alone only with its article.
fn season(view: &View<'_>, at: usize) -> Option<Piece> {
    let (TimeWord::Season(season), end, prefix) = word_at(view, at)? else {
        return None;
    };
    let of = bare_year(view, end).or_else(|| year(view, end));
    if let Some(of) = of
        && let Some(Told::Date(date)) = of.told
    {
        return Some(Piece::telling(
            of.end,
            Told::Season {
                season,
                year: date.year,
                toward: None,
            },
        ));
    }
    let (step, end) = toward_at(view, end)?;
    prefix.definite.then(|| {
        Piece::telling(
            end,
            Told::Season {
                season,
                year: None,
                toward: Some(step),
            },
        )
    })
}

/// `التسعينيات`, `تسعينيات القرن الماضي`.
fn decade(view: &View<'_>, at: usize) -> Option<Piece> {
    let (TimeWord::Decade(from), end, _) = word_at(view, at)? else {
        return None;
    };
    let behind = usize::from(view.folded(end) == "من") + end;
    let (end, century) = match century(view, behind) {
        Some(Piece {
            end,
            told: Some(Told::Century(digits)),
            ..
        }) => (end, Some(digits)),
        // News of now: the last century is the twentieth.
        Some(Piece {
            end,
            told: Some(Told::Unit { step, .. }),
            ..
        }) => (end, Some(20 + i16::from(step))),
        _ => (end, None),
    };
    Some(Piece::telling(end, Told::Decade { from, century }))
}

/// `القرن الماضي`, `القرن الحادي والعشرين`.
fn century(view: &View<'_>, at: usize) -> Option<Piece> {
    let (TimeWord::Unit(Unit::Century), end, _) = word_at(view, at)? else {
        return None;
    };
    if let Some((end, number)) = ordinal_at(view, end) {
        let digits = i16::try_from(number).ok()? - 1;
        return Some(Piece::telling(end, Told::Century(digits)));
    }
    let (step, end) = toward_at(view, end)?;
    Some(Piece::telling(
        end,
        Told::Unit {
            unit: Unit::Century,
            step,
        },
    ))
}

/// `الأسبوع الماضي`, `هذا العام`, `اليومين الماضيين`, `السنوات الخمس المقبلة`, `الأيام القليلة الماضية`.
fn unit_stepped(view: &View<'_>, at: usize) -> Option<Piece> {
    let (word, end, prefix) = word_at(view, at)?;
    let definite = prefix.definite || word == TimeWord::Unit(Unit::Weekend);
    let this = at > 0
        && matches!(
            view.folded(at - 1).trim_start_matches(['و', 'ب', 'ل']),
            "هذا" | "هذه"
        );
    let told = |count: i64, unit| Told::Duration {
        count: Some(Amount::thousandths(count * 1000)),
        unit,
    };
    match word {
        TimeWord::Unit(unit) => {
            if let Some((step, end)) = toward_at(view, end).filter(|_| definite) {
                // الساعات الماضية are told in the plural; an hour has no number on the calendar.
                return (unit >= Unit::Day).then(|| Piece::telling(end, Told::Unit { unit, step }));
            }
            (this && definite && unit >= Unit::Week)
                .then(|| Piece::telling(end, Told::Unit { unit, step: 0 }))
        }
        TimeWord::TwoUnits(unit) if definite => {
            let (_, end) = toward_at(view, end)?;
            Some(Piece::telling(end, told(2, unit)))
        }
        TimeWord::Units(unit) if definite => {
            let (count, next) = match cardinal_at(view, end) {
                Some(cardinal) => (cardinal.exact(), cardinal.end),
                None => (None, end + usize::from(few(view, end))),
            };
            let (_, end) = toward_at(view, next)?;
            Some(Piece::telling(
                end,
                match count {
                    Some(count) => told(count, unit),
                    None => Told::Duration { count: None, unit },
                },
            ))
        }
        _ => None,
    }
}

/// `القليلة`, between the units and which ones they are.
fn few(view: &View<'_>, at: usize) -> bool {
    view.is_word(at)
        && view.words[at].prefix.definite
        && toward_at(view, at).is_none()
        && toward_at(view, at + 1).is_some()
}

/// So long: `ثلاثة أيام`, `48 ساعة`, `يومين`, `ساعة ونصف الساعة`; not a unit alone.
fn counted(view: &View<'_>, at: usize) -> Option<Piece> {
    let (count, unit, modifier, end) = long(view, at)?;
    let from = bound_before(view, at).map_or(at, |(_, from)| from);
    let alone = matches!(
        word_at(view, from),
        Some((TimeWord::Unit(_) | TimeWord::Units(_), after, _)) if after == end
    );
    // يوم alone tells nothing, سنوات behind منذ or خلال a length.
    let led = at > 0
        && matches!(
            view.folded(at - 1).trim_start_matches('و'),
            "منذ" | "خلال" | "طوال" | "مدي" | "لمده" | "مده" | "مدار" | "طيله"
        );
    // حتى يوم is no length, أقل من أسبوع is one.
    let bounded = modifier.is_some_and(|m| m != Modifier::EqualOrLess);
    (!alone || led || bounded).then(|| Piece {
        modifier,
        ..Piece::telling(end, Told::Duration { count, unit })
    })
}

/// How long: the count, its unit, how the count is bounded, one past the last token.
fn long(view: &View<'_>, at: usize) -> Option<(Count, Unit, Option<Modifier>, usize)> {
    let whole = |n: i64| Some(Amount::thousandths(n * 1000));
    let (modifier, from) = match bound_before(view, at) {
        Some((bound, end)) => (Some(modifier(bound)), end),
        None => (None, at),
    };
    match word_at(view, from) {
        // اليومي is no two days.
        Some((TimeWord::TwoUnits(unit), end, prefix)) if !prefix.definite => {
            return Some((whole(2), unit, modifier, end));
        }
        Some((TimeWord::Unit(unit), end, prefix)) if !prefix.definite => {
            let (count, end) = and_a_half(view, end, unit, 1000);
            let one = usize::from(view.folded(end) == "واحد" || view.folded(end) == "واحده");
            return Some((Some(Amount::thousandths(count)), unit, modifier, end + one));
        }
        Some((TimeWord::Units(unit), end, prefix)) if !prefix.definite => {
            return Some((None, unit, modifier, end));
        }
        _ => {}
    }
    // نصف ساعة
    if let Some((
        Numeral::Fraction {
            parts,
            of,
            counted: false,
        },
        _,
    )) = view.words.get(from).and_then(|w| w.numeral)
        && let Some((TimeWord::Unit(unit), end)) = bare(view, from + 1)
    {
        return Some(match unit {
            Unit::Hour => (whole(60 * parts / of), Unit::Minute, modifier, end),
            Unit::Year => (whole(12 * parts / of), Unit::Month, modifier, end),
            _ => (
                Some(Amount::thousandths(1000 * parts / of)),
                unit,
                modifier,
                end,
            ),
        });
    }
    let cardinal = cardinal_at(view, from).filter(|c| !c.prefix.definite)?;
    let (TimeWord::Unit(unit) | TimeWord::Units(unit) | TimeWord::UnitOrTwo(unit), end) =
        bare(view, cardinal.end)?
    else {
        return None;
    };
    let count = (cardinal.max == Some(cardinal.min)).then_some(cardinal.min);
    if let Some(count) = count.and_then(Amount::whole) {
        let (count, end) = and_a_half(view, end, unit, count.saturating_mul(1000));
        return Some((Some(Amount::thousandths(count)), unit, modifier, end));
    }
    Some((count, unit, modifier, end))
}

/// `ساعة ونصف`, `ثلاث سنوات ونصف السنة`: thousandths, one past the last token.
fn and_a_half(view: &View<'_>, at: usize, unit: Unit, count: i64) -> (i64, usize) {
    match view.words.get(at).and_then(|w| w.numeral) {
        Some((Numeral::Fraction { parts, of, .. }, prefix)) if prefix.conjunction == Some('و') => {
            let again = match bare(view, at + 1) {
                Some((TimeWord::Hour, _)) => unit == Unit::Hour,
                Some((TimeWord::Unit(u), _)) => u == unit,
                _ => false,
            };
            (count + 1000 * parts / of, at + 1 + usize::from(again))
        }
        _ => (count, at),
    }
}

fn modifier(bound: Bound) -> Modifier {
    match bound {
        Bound::About => Modifier::Approx,
        Bound::Over => Modifier::MoreThan,
        Bound::AtLeast => Modifier::EqualOrMore,
        Bound::Under => Modifier::LessThan,
        Bound::AtMost => Modifier::EqualOrLess,
    }
}

fn reference(view: &View<'_>, at: usize) -> Option<Piece> {
    let (TimeWord::Reference(reference), end, _) = word_at(view, at)? else {
        return None;
    };
    Some(Piece::telling(end, Told::Reference(reference)))
}
