//! Takes: tokens, numbers and the words of time of the lexicon. Gives: the expressions of time of a report,
//! in order, none inside another. Relies on: what each tells standing in the order day, part of day, which
//! one: `مساء الثلاثاء الماضي`, `الأيام الثلاثة المقبلة`, `30 يوليو/تموز 2024`.

mod calendar;
mod clock;
mod stretch;
#[cfg(test)]
mod tests;

use crate::lexicon::Meaning;
use crate::text::token::Kind;
use crate::time::{Calendar, Expression, Modifier, PartOfDay, Reference, Season, Step, Told, Unit};
use crate::view::View;

use super::words::Prefix;

/// What a word says of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeWord {
    Unit(Unit),
    /// Two of it: يومين.
    TwoUnits(Unit),
    /// A word that is one or, in the construct, two of it: يوما.
    UnitOrTwo(Unit),
    Units(Unit),
    Day {
        offset: i32,
        part: Option<PartOfDay>,
    },
    Toward(Step),
    Part(PartOfDay),
    Season(Season),
    Weekday(i8),
    Month(Calendar, i8),
    Phase(Modifier),
    Decade(i16),
    Reference(Reference),
    Every,
    Often(Unit),
    Offset(Step),
    Hour,
    Zone,
    Greenwich,
    Ahead,
    Era(Calendar),
    /// الموافق: the same day in another calendar follows.
    Equals,
}

impl TimeWord {
    /// One, two or more of this unit.
    fn is_of(self, unit: Unit) -> bool {
        matches!(self, Self::Unit(u) | Self::TwoUnits(u) | Self::UnitOrTwo(u) | Self::Units(u) if u == unit)
    }
}

/// A word of time, or a fixed run of them: what it says, one past its last token, the clitics before it.
pub(super) type Found = (TimeWord, usize, Prefix);

/// The expressions of time of a report, in order.
pub(crate) fn find(view: &View<'_>) -> Vec<Expression> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut ahead = false;
    while at < view.len() {
        if view.layout.sentence(at).start == at {
            ahead = false;
        }
        if !may_begin(view, at) {
            ahead |= view.words[at].prefix.future;
            at += 1;
            continue;
        }
        if let Some((TimeWord::Ahead, _, _)) = word_at(view, at) {
            ahead = true;
        }
        match expression_at(view, at, ahead) {
            Some(expression) if expression.end > at => {
                at = expression.end;
                found.push(expression);
            }
            _ => at += 1,
        }
    }
    found
}

/// Could an expression begin here? Few words pass, so that the rest costs nothing.
fn may_begin(view: &View<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else {
        return false;
    };
    view.tokens.kind(at) == Kind::Number
        || word.time.is_some()
        || word.numeral.is_some()
        || view
            .hits_at(at)
            .any(|h| matches!(h.meaning, Meaning::Time(_) | Meaning::Bound(..)))
        || starts_with_digit(view, at)
}

/// `و20`, `بـ20`.
fn starts_with_digit(view: &View<'_>, at: usize) -> bool {
    view.tokens.kind(at) == Kind::Word
        && view
            .folded(at)
            .trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك'])
            .starts_with(|c: char| c.is_ascii_digit())
}

/// What is said of time at this token, in one word or in a run of them.
pub(super) fn word_at(view: &View<'_>, at: usize) -> Option<Found> {
    let run = view
        .hits_at(at)
        .filter_map(|hit| match hit.meaning {
            Meaning::Time(word) => Some((word, hit.end, hit.prefix)),
            _ => None,
        })
        .max_by_key(|&(_, end, _)| end);
    run.or_else(|| {
        let (word, prefix) = view.words.get(at)?.time?;
        Some((word, at + 1, prefix))
    })
}

/// The same, of a word that nothing is joined to but, at most, the article.
pub(super) fn bare(view: &View<'_>, at: usize) -> Option<(TimeWord, usize)> {
    let (word, end, prefix) = word_at(view, at)?;
    (prefix.conjunction.is_none() && prefix.preposition.is_none()).then_some((word, end))
}

/// What one reading of a token tells: one past its last token, and the rest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) end: usize,
    pub(super) told: Option<Told>,
    pub(super) until: Option<Told>,
    pub(super) part: Option<PartOfDay>,
    pub(super) clock: Option<crate::time::Clock>,
    pub(super) modifier: Option<Modifier>,
}

impl Piece {
    pub(super) fn telling(end: usize, told: Told) -> Self {
        Self {
            end,
            told: Some(told),
            until: None,
            part: None,
            clock: None,
            modifier: None,
        }
    }
}

fn expression_at(view: &View<'_>, at: usize, ahead: bool) -> Option<Expression> {
    let piece = clock::clock_at(view, at)
        .or_else(|| part_of_day(view, at))
        .or_else(|| day_or_stretch(view, at))?;
    Some(Expression {
        start: at,
        end: piece.end,
        told: piece.told,
        until: piece.until,
        part: piece.part,
        clock: piece.clock,
        modifier: piece.modifier,
        ahead,
    })
}

/// Anything but an hour or a part of the day.
fn day_or_stretch(view: &View<'_>, at: usize) -> Option<Piece> {
    let piece = calendar::date_at(view, at)
        .or_else(|| calendar::weekday_at(view, at))
        .or_else(|| calendar::day_at(view, at))
        .or_else(|| stretch::stretch_at(view, at))?;
    Some(with_part_behind(view, piece))
}

/// `مساء الثلاثاء`, `فجر اليوم`, `صباحا`; `ليل الأحد الاثنين` is the night between.
pub(super) fn part_of_day(view: &View<'_>, at: usize) -> Option<Piece> {
    let (TimeWord::Part(part), end, prefix) = word_at(view, at)? else {
        return None;
    };
    let mut of = end;
    // مساء يوم الثلاثاء, صباح من صباحات no.
    if view.folded(of) == "من" {
        of += 1;
    }
    let day = calendar::date_at(view, of)
        .or_else(|| calendar::weekday_at(view, of))
        .or_else(|| calendar::day_at(view, of));
    if let Some(day) = day {
        return Some(Piece {
            part: Some(part),
            ..day
        });
    }
    // Alone it counts as an adverb or with its article: صباحا, في المساء.
    let alone = view
        .tokens
        .raw(at)
        .trim_end_matches('\u{64B}')
        .ends_with('ا')
        || prefix.definite;
    let toward = toward_at(view, end);
    if let Some((step, end)) = toward {
        return Some(Piece {
            part: Some(part),
            ..Piece::telling(
                end,
                Told::Unit {
                    unit: Unit::Day,
                    step,
                },
            )
        });
    }
    (alone && !matches!(part, PartOfDay::Midday if !prefix.definite && !view.folded(at).ends_with('ا')))
        .then_some(Piece {
            end,
            told: None,
            until: None,
            part: Some(part),
            clock: None,
            modifier: None,
        })
}

/// `الثلاثاء الماضي مساء`, `أمس صباحا`.
fn with_part_behind(view: &View<'_>, piece: Piece) -> Piece {
    if piece.part.is_some()
        || matches!(piece.told, Some(Told::Duration { .. } | Told::Often { .. }))
    {
        return piece;
    }
    match bare(view, piece.end) {
        Some((TimeWord::Part(part), end)) if !view.words[piece.end].prefix.definite => Piece {
            end,
            part: Some(part),
            ..piece
        },
        _ => piece,
    }
}

/// Which one is meant: `الماضي`, `من العام الماضي` not.
pub(super) fn toward_at(view: &View<'_>, at: usize) -> Option<(Step, usize)> {
    match word_at(view, at)? {
        (TimeWord::Toward(step), end, prefix)
            if prefix.conjunction.is_none()
                && prefix.preposition.is_none()
                // The words that are verbs stand without article: العام مضى no.
                && (prefix.definite || view.folded(at - 1).starts_with("ال") == prefix.definite) =>
        {
            Some((step, end))
        }
        _ => None,
    }
}
