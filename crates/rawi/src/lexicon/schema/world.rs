//! The tables of offices and of places.

use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Offices {
    #[serde(default)]
    pub(crate) office: Vec<Office>,
}

/// An office of a state or of a body, and who held it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Office {
    pub(crate) state: Option<Spanned<String>>,
    pub(crate) body: Option<Spanned<String>>,
    pub(crate) title: Spanned<Vec<String>>,
    pub(crate) en: String,
    /// Several hold it at the same time.
    #[serde(default)]
    pub(crate) several: bool,
    pub(crate) holder: Vec<Holder>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Holder {
    /// Left out where an office above has named the same person.
    #[serde(default)]
    pub(crate) ar: Vec<String>,
    pub(crate) en: Spanned<String>,
    pub(crate) from: Option<Spanned<String>>,
    pub(crate) to: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Places {
    #[serde(default)]
    pub(crate) called: Vec<PlacesCalled>,
    /// What `rawi-words places` makes the other table by.
    #[serde(default)]
    near: Vec<String>,
    #[serde(default)]
    divided: Vec<String>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    pub(crate) place: Vec<PlaceWritten>,
    /// What the package names and news does not mean: by GeoNames id.
    #[serde(default)]
    pub(crate) left_out: Vec<u32>,
    /// Names in the other table that mean something else more often than the place.
    #[serde(default)]
    pub(crate) introduced: Vec<String>,
}

/// The nouns that news puts before the names of places of a kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlacesCalled {
    pub(crate) kind: PlaceKind,
    pub(crate) nouns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceWritten {
    pub(crate) ar: Spanned<Vec<String>>,
    pub(crate) en: String,
    pub(crate) kind: PlaceKind,
    pub(crate) state: Option<Spanned<String>>,
    /// The English name of the place that holds it.
    pub(crate) within: Option<Spanned<String>>,
    pub(crate) lat: Option<f32>,
    pub(crate) lon: Option<f32>,
    pub(crate) geonames: Option<u32>,
}

/// What a place is.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PlaceKind {
    /// A city, town or village.
    City,
    /// The first division of a state: governorate, province, wilaya, federal state.
    Province,
    /// A division of a province.
    District,
    /// A part of a city.
    Quarter,
    /// A stretch of land that is no division of a state, or of several.
    Region,
    Continent,
    Sea,
    /// A strait or a canal.
    Strait,
    River,
    Lake,
    Island,
    Mountain,
    Valley,
    Desert,
    /// Where one passes from one state or side to another.
    Crossing,
    Camp,
    Airport,
    Port,
    Base,
    Dam,
    /// An oil or gas field.
    Field,
    /// A building, a square, a plant.
    Site,
}
