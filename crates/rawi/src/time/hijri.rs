//! Takes: dates of the Hijri calendar. Gives: the days they are in the Gregorian one. Relies on: the tabular
//! calendar, which may be a day off the sighting of the moon that a country went by.

use calendrical_calculations::islamic::{ISLAMIC_EPOCH_FRIDAY, fixed_from_tabular_islamic};
use calendrical_calculations::rata_die::RataDie;
use jiff::civil::Date;

/// The Gregorian day of a Hijri date.
pub(super) fn to_gregorian(year: i16, month: i8, day: i8) -> Option<Date> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let fixed = fixed_from_tabular_islamic(i32::from(year), month, day, ISLAMIC_EPOCH_FRIDAY);
    let (year, month, day) =
        calendrical_calculations::gregorian::gregorian_from_fixed(fixed).ok()?;
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// The Hijri year and month of a Gregorian day.
pub(super) fn of(date: Date) -> (i16, i8) {
    let fixed: RataDie = calendrical_calculations::gregorian::fixed_from_gregorian(
        i32::from(date.year()),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
    );
    let (year, month, _) =
        calendrical_calculations::islamic::tabular_islamic_from_fixed(fixed, ISLAMIC_EPOCH_FRIDAY);
    (year as i16, month as i8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        // 1 Muharram 1445 and 1 Ramadan 1440 in the tabular calendar.
        for (hijri, gregorian) in [((1445, 1, 1), "2023-07-19"), ((1440, 9, 1), "2019-05-06")] {
            let (year, month, day) = hijri;
            let date = to_gregorian(year, month, day).map(|d| d.to_string());
            assert_eq!(date.as_deref(), Some(gregorian));
        }
        assert_eq!(of(jiff::civil::date(2023, 8, 1)), (1445, 1));
    }
}
