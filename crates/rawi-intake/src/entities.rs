//! Takes: a file of entities that a user knows: our TOML, or FollowTheMoney JSON lines as OpenSanctions publishes them.
//! Gives: [`Knowledge`]. Relies on: only names in Arabic script being of use; what has none is left out.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use rawi::{EntityKind, Knowledge, KnownEntity, KnownPosition};
use serde_json::Value;

use crate::IntakeError;

/// Reads a file of entities: `.toml` as TOML, anything else as FollowTheMoney JSON lines.
///
/// # Errors
/// What keeps the file from being read, with the line and the remedy.
pub fn read_entities(path: &Path) -> Result<Knowledge, IntakeError> {
    let input = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => IntakeError::NotFound {
            input: input.clone(),
        },
        _ => IntakeError::Io {
            input: input.clone(),
            source,
        },
    })?;
    let fault = |line: usize, reason: String| IntakeError::BadEntities {
        input: input.clone(),
        line: line as u64,
        reason,
    };
    if path.extension().is_some_and(|ending| ending == "toml") {
        return Knowledge::from_toml(&text).map_err(|e| fault(e.line, e.message));
    }
    let mut things = Vec::new();
    for (line, json) in (1..)
        .zip(text.lines())
        .filter(|(_, json)| !json.trim().is_empty())
    {
        let thing: Value = serde_json::from_str(json).map_err(|e| {
            fault(line, format!("not JSON ({e}); give FollowTheMoney entities, one JSON object a line, or a table that ends in .toml"))
        })?;
        if thing["schema"].as_str().is_none() || thing["id"].as_str().is_none() {
            let reason = "no FollowTheMoney entity: it needs `id` and `schema`".to_owned();
            return Err(fault(line, reason));
        }
        things.push((line, thing));
    }
    let positions = positions(things.iter().map(|(_, thing)| thing));
    let mut known = Knowledge::default();
    for (line, thing) in &things {
        if let Some(entity) = entity(thing, &positions) {
            known.add(entity).map_err(|reason| fault(*line, reason))?;
        }
    }
    Ok(known)
}

/// The values of a property.
fn values<'v>(thing: &'v Value, property: &str) -> impl Iterator<Item = &'v str> {
    let values = thing["properties"][property].as_array();
    // A property that holds another entity may hold it whole.
    let text = |v: &'v Value| v.as_str().or_else(|| v["id"].as_str());
    values.into_iter().flatten().filter_map(text)
}

fn entity(thing: &Value, positions: &HashMap<&str, Vec<KnownPosition>>) -> Option<KnownEntity> {
    let kind = match thing["schema"].as_str()? {
        "Person" => EntityKind::Person,
        "Organization" | "Company" | "PublicBody" | "LegalEntity" => EntityKind::Organisation,
        _ => return None,
    };
    let id = thing["id"].as_str()?;
    // A weak alias of one word may be anybody's.
    let strong = values(thing, "name").chain(values(thing, "alias"));
    let several = |name: &&str| name.trim().contains(' ');
    let mut ar: Vec<String> = Vec::new();
    let names = strong
        .filter(|name| kind != EntityKind::Person || several(name))
        .chain(values(thing, "weakAlias").filter(several));
    for name in names.filter(|name| is_arabic(name)) {
        if !ar.iter().any(|other| other == name) {
            ar.push(name.to_owned());
        }
    }
    if ar.is_empty() {
        return None;
    }
    let latin = |name: &&str| name.chars().any(|c| c.is_ascii_alphabetic());
    let caption = thing["caption"].as_str().filter(latin);
    let mut identifiers = BTreeMap::from([("followthemoney".to_owned(), id.to_owned())]);
    if let Some(wikidata) = values(thing, "wikidataId").next() {
        identifiers.insert("wikidata".to_owned(), wikidata.to_owned());
    }
    Some(KnownEntity {
        kind,
        ar,
        en: caption
            .or_else(|| values(thing, "name").find(latin))
            .map(str::to_owned),
        state: ["country", "nationality", "jurisdiction"]
            .iter()
            .find_map(|property| state(thing, property)),
        sector: None,
        identifiers,
        position: positions.get(id).cloned().unwrap_or_default(),
    })
}

/// The positions that each person has held, by the person's id: an Occupancy joins a Person and a Position.
fn positions<'v>(
    things: impl Iterator<Item = &'v Value> + Clone,
) -> HashMap<&'v str, Vec<KnownPosition>> {
    let of = |schema: &'static str| things.clone().filter(move |t| t["schema"] == schema);
    let posts: HashMap<&str, &Value> = of("Position")
        .filter_map(|post| Some((post["id"].as_str()?, post)))
        .collect();
    let mut held: HashMap<&str, Vec<KnownPosition>> = HashMap::new();
    for occupancy in of("Occupancy") {
        let post = values(occupancy, "post")
            .next()
            .and_then(|id| posts.get(id));
        let (Some(holder), Some(post)) = (values(occupancy, "holder").next(), post) else {
            continue;
        };
        let title: Vec<String> = values(post, "name")
            .filter(|n| is_arabic(n))
            .map(str::to_owned)
            .collect();
        let state = state(post, "country");
        let date = |property| {
            values(occupancy, property)
                .next()
                .map(|date| date.chars().take(10).collect())
        };
        if !title.is_empty() && state.is_some() {
            held.entry(holder).or_default().push(KnownPosition {
                title,
                state,
                body: None,
                from: date("startDate"),
                to: date("endDate"),
            });
        }
    }
    held
}

/// The first ISO code of a state.
fn state(thing: &Value, property: &str) -> Option<String> {
    values(thing, property)
        .find(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_alphabetic()))
        .map(str::to_uppercase)
}

fn is_arabic(name: &str) -> bool {
    let letter = |c: char| matches!(c, '\u{0620}'..='\u{064A}');
    name.chars().any(letter) && !name.chars().any(|c| c.is_ascii_alphabetic())
}
