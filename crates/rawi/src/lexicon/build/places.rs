//! Takes: the tables of places, that written by hand and that made from GeoNames. Gives: the places of the world,
//! and their names among the fixed runs of words. Relies on: what is written by hand winning over what is made.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::Error;

use super::offices::Owners;
use super::{LexiconError, Table};
use crate::lexicon::schema::{self, PlaceKind};
use crate::lexicon::world::Place;
use crate::lexicon::{Lexicon, Meaning};
use crate::text::fold::fold;

/// A place as either table tells it.
struct Row<'a> {
    names: Vec<&'a str>,
    en: &'a str,
    kind: PlaceKind,
    state: Option<&'a str>,
    within: Option<&'a str>,
    at: Option<(f32, f32)>,
    inhabitants: u32,
    geonames: Option<u32>,
    table: Table<'a>,
    /// Where it stands there, for faults.
    written: Range<usize>,
}

impl Row<'_> {
    fn fault(&self, message: String) -> LexiconError {
        self.table.fault(self.written.start, message)
    }
}

impl Lexicon {
    pub(super) fn places(
        &mut self,
        by_hand: Table<'_>,
        made: Table<'_>,
        owners: &Owners,
    ) -> Result<(), LexiconError> {
        let hand: schema::Places = by_hand.parse()?;
        for called in &hand.called {
            for noun in &called.nouns {
                let kinds = self.world.place_nouns.entry(fold(noun).into()).or_default();
                kinds.push(called.kind);
            }
        }
        let mut rows: Vec<Row<'_>> = hand.place.iter().map(|p| written(by_hand, p)).collect();
        let first_made = rows.len();
        let settled: FxHashSet<u32> = rows
            .iter()
            .filter_map(|r| r.geonames)
            .chain(hand.left_out)
            .collect();
        let named: FxHashSet<_> = rows
            .iter()
            .flat_map(|r| r.names.iter().map(|n| (r.state, r.kind, fold(bare(n)))))
            .collect();
        let mut line_start = 0;
        for line in made.text.split_inclusive('\n') {
            if !line.starts_with('#') && !line.trim().is_empty() {
                let row = row(made, line, line_start)?;
                let by_hand = row.geonames.is_some_and(|id| settled.contains(&id))
                    || row
                        .names
                        .iter()
                        .any(|n| named.contains(&(row.state, row.kind, fold(bare(n)))));
                if !by_hand {
                    rows.push(row);
                }
            }
            line_start += line.len();
        }
        rows[first_made..].sort_by_key(|r| std::cmp::Reverse(r.inhabitants));
        let introduced: FxHashSet<String> = hand.introduced.iter().map(|n| fold(n)).collect();
        self.enter(&rows, first_made, &introduced, owners)
    }

    fn enter(
        &mut self,
        rows: &[Row<'_>],
        first_made: usize,
        introduced: &FxHashSet<String>,
        owners: &Owners,
    ) -> Result<(), LexiconError> {
        // What may hold another place, by state and English name.
        let mut holders: FxHashMap<(Option<&str>, &str), u16> = FxHashMap::default();
        for (index, row) in rows.iter().enumerate() {
            let key = (row.state, row.en);
            if row.kind == PlaceKind::Province {
                holders.insert(key, index as u16);
            } else {
                holders.entry(key).or_insert(index as u16);
            }
        }
        let mut taken = FxHashSet::default();
        for (index, row) in rows.iter().enumerate() {
            if let Some(iso) = row.state
                && !owners.states.contains_key(iso)
            {
                return Err(row.fault(format!("no state `{iso}` in world/states.toml")));
            }
            if row
                .at
                .is_some_and(|(lat, lon)| lat.abs() > 90.0 || lon.abs() > 180.0)
            {
                return Err(row.fault(format!("{} lies nowhere on earth", row.en)));
            }
            let within = match row.within {
                None => None,
                Some(en) => Some(*holders.get(&(row.state, en)).ok_or_else(|| {
                    row.fault(format!(
                        "no place `{en}` in that state that could hold {}",
                        row.en
                    ))
                })?),
            };
            if within == Some(index as u16) {
                return Err(row.fault(format!("{} cannot hold itself", row.en)));
            }
            let Some(ar) = row.names.first() else {
                return Err(row.fault(format!("{} has no name in Arabic", row.en)));
            };
            for name in &row.names {
                let folded = fold(bare(name));
                let introduced =
                    bare(name) != *name || index >= first_made && introduced.contains(&folded);
                self.phrase(
                    bare(name),
                    Meaning::Place {
                        place: index as u16,
                        introduced,
                    },
                );
                if !taken.insert((row.state, row.kind, folded)) {
                    return Err(row.fault(format!(
                        "`{name}` is given twice to places of that kind in that state"
                    )));
                }
            }
            self.world.places.push(Place {
                ar: bare(ar).into(),
                en: row.en.into(),
                kind: row.kind,
                state: row.state.map(Into::into),
                within,
                at: row.at,
                inhabitants: row.inhabitants,
                geonames: row.geonames,
            });
        }
        Ok(())
    }
}

/// A name without the mark of one that counts only behind a noun.
fn bare(name: &str) -> &str {
    name.strip_suffix('*').unwrap_or(name)
}

fn written<'a>(table: Table<'a>, place: &'a schema::PlaceWritten) -> Row<'a> {
    let text = |s: &'a Option<toml::Spanned<String>>| s.as_ref().map(|s| s.get_ref().as_str());
    Row {
        names: place.ar.get_ref().iter().map(String::as_str).collect(),
        en: &place.en,
        kind: place.kind,
        state: text(&place.state),
        within: text(&place.within),
        at: place.lat.zip(place.lon),
        inhabitants: 0,
        geonames: place.geonames,
        table,
        written: place.ar.span(),
    }
}

/// A line of the table made from GeoNames.
fn row<'a>(table: Table<'a>, line: &'a str, start: usize) -> Result<Row<'a>, LexiconError> {
    let fault = |what: &str| table.fault(start, format!("{what}: {}", line.trim_end()));
    let fields: Vec<&str> = line.trim_end_matches(['\n', '\r']).split('\t').collect();
    let &[en, kind, state, within, lat, lon, inhabitants, geonames, ar] = &fields[..] else {
        return Err(fault("nine fields, parted by tabulators, make a place"));
    };
    let kind = PlaceKind::deserialize(kind.into_deserializer())
        .map_err(|e: Error| table.fault(start, e.to_string()))?;
    let degrees = |field: &str| field.parse::<f32>().map_err(|_| fault("no degrees"));
    let number = |field: &str| field.parse::<u32>().map_err(|_| fault("no number"));
    Ok(Row {
        names: ar.split('|').filter(|n| !n.is_empty()).collect(),
        en,
        kind,
        state: Some(state).filter(|s| !s.is_empty()),
        within: Some(within).filter(|w| !w.is_empty()),
        at: if lat.is_empty() {
            None
        } else {
            Some((degrees(lat)?, degrees(lon)?))
        },
        inhabitants: if inhabitants.is_empty() {
            0
        } else {
            number(inhabitants)?
        },
        geonames: if geonames.is_empty() {
            None
        } else {
            Some(number(geonames)?)
        },
        table,
        written: start..start,
    })
}
