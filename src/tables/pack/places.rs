//! The names of places as one text; its layout is described in `dataset/places.rs`.

use super::super::{NameKind, Tables};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Every name of every metro.
pub(super) struct Names {
    metros: Vec<MetroNames>,
}

struct MetroNames {
    title: String,
    /// The best-known city first, then those that the title names, then the others by name.
    cities: Vec<String>,
    /// How many of the cities the title tells, from the first.
    from_title: usize,
    /// Names that people type for the best-known city.
    further: Vec<String>,
}

impl Names {
    pub(super) fn of(tables: &Tables) -> Self {
        let mut extra: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        let listed = tables.listed.cities.iter().map(|row| (row.cbsa, row.name.as_str()));
        let kept = tables.place_names.iter().filter(|row| row.kind == NameKind::City);
        let kept = kept.map(|row| (row.cbsa, row.name.as_str()));
        // Of several spellings the one that is filed most comes first, in it the one with the most
        // capitals: `McLean` before `Mclean` before `Mc Lean`.
        let mut filings: BTreeMap<(u32, String), u32> = BTreeMap::new();
        for row in &tables.cities {
            *filings.entry((row.cbsa, spelt(&row.city))).or_default() += row.filings;
        }
        let mut filed: Vec<(u32, &str)> =
            tables.cities.iter().map(|row| (row.cbsa, row.city.as_str())).collect();
        filed.sort_by_key(|&(cbsa, name)| {
            let capitals = name.chars().filter(|letter| letter.is_uppercase()).count();
            Reverse((filings[&(cbsa, spelt(name))], capitals))
        });
        for (cbsa, name) in listed.chain(kept).chain(filed) {
            extra.entry(cbsa).or_default().push(name);
        }
        let metros = tables.metros.iter().map(|metro| {
            let extra = extra.get(&metro.cbsa).into_iter().flatten().copied();
            MetroNames::of(tables, metro.cbsa, &metro.title, extra)
        });
        Self { metros: metros.collect() }
    }

    /// The number of a city, counted through all metros.
    ///
    /// # Panics
    /// When no metro has a city of this name.
    pub(super) fn city(&self, name: &str) -> usize {
        let mut cities = self.metros.iter().flat_map(|metro| &metro.cities);
        let wanted = plain(name);
        cities.position(|city| plain(city) == wanted).expect("every listed city is a city")
    }

    /// One line a metro.
    pub(super) fn text(&self) -> String {
        self.metros.iter().map(MetroNames::line).collect::<Vec<_>>().join("\n")
    }
}

impl MetroNames {
    fn of<'a>(
        tables: &Tables,
        cbsa: u32,
        title: &str,
        extra: impl Iterator<Item = &'a str>,
    ) -> Self {
        let rows = || tables.place_names.iter().filter(|row| row.cbsa == cbsa);
        let kept = rows().find(|row| row.kind == NameKind::Principal);
        let (names, states) = title_parts(title);
        let principal =
            kept.map_or_else(|| format!("{}, {}", names[0], states[0]), |kept| kept.name.clone());
        let mut told = Vec::new();
        // By plain name, so that `St. Louis, MO` and `St Louis, MO` are one city: the spelling of
        // the title comes before what people file.
        let mut cities: BTreeMap<String, String> = BTreeMap::new();
        let mut further: BTreeSet<String> = rows()
            .filter(|row| row.kind == NameKind::Nickname)
            .map(|row| row.name.clone())
            .collect();
        // Where a title spans states, nobody can tell which city lies in which: those names are
        // made when the text is unfolded.
        if let ([state], true) = (states.as_slice(), principal != title) {
            let full = names.iter().map(|name| format!("{name}, {state}"));
            if kept.is_none() {
                told = full.clone().skip(1).collect();
                cities.extend(full.map(|full| (plain(&full), full)));
            } else {
                further.extend(full);
            }
        }
        let mut respelt: BTreeSet<String> = BTreeSet::new();
        for name in extra {
            let shown = cities.entry(plain(name)).or_insert_with(|| name.to_owned());
            if spelt(shown) != spelt(name) {
                respelt.insert(name.to_owned());
            }
        }
        cities.remove(&plain(&principal));
        further.retain(|name| *name != principal && !cities.contains_key(&plain(name)));
        further.extend(respelt);
        let mut others: BTreeSet<String> = cities.into_values().collect();
        others.retain(|city| !told.contains(city));
        // A single hyphen within a name is not told from one between two.
        let tells = kept.is_none() && !title.contains("--");
        let from_title = if tells { 1 + told.len() } else { 0 };
        let cities = std::iter::once(principal).chain(told).chain(others).collect();
        let further = further.into_iter().collect();
        Self { title: title.to_owned(), cities, from_title, further }
    }

    fn line(&self) -> String {
        let (_, states) = title_parts(&self.title);
        let state = format!(", {}", states[0]);
        let cities =
            self.cities.iter().map(|city| city.strip_suffix(&state).unwrap_or(city).to_owned());
        let title = (self.from_title > 0).then(String::new);
        let cities = title.into_iter().chain(cities.skip(self.from_title));
        let further = self.further.iter().map(|name| format!("~{name}"));
        let parts: Vec<String> =
            std::iter::once(self.title.clone()).chain(cities).chain(further).collect();
        parts.join("|").trim_end_matches('|').to_owned()
    }
}

/// Letters and digits only: what tells names apart however they are typed.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Small letters and digits, words parted by one space: names that are typed alike.
fn spelt(name: &str) -> String {
    let small = name.to_lowercase().replace(['\'', '’', '.'], "");
    let words = small.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Tens from one CBSA code to the next, from 10,000, as `dataset/places.rs` adds them up.
pub(super) fn cbsa_steps(codes: &[u32]) -> Vec<u8> {
    let before = std::iter::once(&10_000).chain(codes);
    let steps = before.zip(codes).map(|(before, code)| (code - before) / 10);
    let steps: Vec<u8> =
        steps.map(|step| u8::try_from(step).expect("codes at most 2,550 apart")).collect();
    let sum: u32 = steps.iter().map(|&step| u32::from(step) * 10).sum();
    assert_eq!(codes.last().copied(), Some(10_000 + sum), "CBSA codes end in 0");
    steps
}

/// Hundreds of jobs as a byte that `dataset/places.rs` reads: the largest number it can say that is no
/// larger, at most a sixteenth below.
pub(super) fn jobs_code(hundreds: u32) -> u8 {
    let shift = hundreds.max(1).ilog2().saturating_sub(4);
    if hundreds < 16 { hundreds as u8 } else { ((shift + 1) << 4 | hundreds >> shift & 15) as u8 }
}

/// City names and state codes of a title like `Portland-Vancouver-Hillsboro, OR-WA`. A double
/// hyphen parts cities whose own names hold a single one.
fn title_parts(title: &str) -> (Vec<&str>, Vec<&str>) {
    let (cities, states) = title.rsplit_once(", ").unwrap_or((title, ""));
    let cities = if cities.contains("--") {
        cities.split("--").collect()
    } else {
        cities.split(['-', '/']).collect()
    };
    (cities, states.split('-').collect())
}
