//! Every rule that `data/` must obey, as faults rather than panics, so that all are told at once.
//!
//! Run by `build.rs`, by `cargo paypath check`, and by tests that break each rule on purpose.

use super::{Fault, Figure, NameKind, Tables, WageRow};
use std::collections::{BTreeMap, BTreeSet};

/// Every fault of the tables; empty when they may be built from.
pub fn check(tables: &Tables) -> Vec<Fault> {
    let mut faults = Vec::new();
    keys(tables, &mut faults);
    sources(tables, &mut faults);
    places(tables, &mut faults);
    for (file, rows) in [("wages.csv", &tables.wages), ("national.csv", &tables.national)] {
        wages(tables, file, rows, &mut faults);
    }
    sums(tables, &mut faults);
    history(tables, &mut faults);
    roles(tables, &mut faults);
    model(tables, &mut faults);
    faults
}

fn keys(tables: &Tables, faults: &mut Vec<Fault>) {
    ascending("occupations.csv", tables.occupations.iter().map(|row| &row.code), faults);
    ascending("metros.csv", tables.metros.iter().map(|row| row.cbsa), faults);
    ascending("cities.csv", tables.cities.iter().map(|row| &row.city), faults);
    let wage_key = |row: &WageRow| (row.cbsa, row.year, row.occupation.clone());
    ascending("wages.csv", tables.wages.iter().map(wage_key), faults);
    ascending("national.csv", tables.national.iter().map(wage_key), faults);
    unique("roles.json", tables.roles.iter().map(|row| row.id.as_str()), faults);
    unique("sources.json", tables.sources.iter().map(|row| row.id.as_str()), faults);
    unique("states.csv", tables.states.iter().map(|row| row.code.as_str()), faults);
}

/// Sorted without repeats: the order that makes two refreshes give the same bytes.
fn ascending<K: Ord + std::fmt::Debug>(
    file: &str,
    keys: impl Iterator<Item = K>,
    faults: &mut Vec<Fault>,
) {
    let mut last: Option<K> = None;
    for (index, key) in keys.enumerate() {
        if let Some(last) = &last
            && *last >= key
        {
            let what = if *last == key { "comes twice" } else { "is out of order" };
            faults.push(Fault::at(file, index + 2, "", format!("the key {key:?} {what}")));
        }
        last = Some(key);
    }
    if last.is_none() {
        faults.push(Fault::file(file, "has no rows"));
    }
}

fn unique<'a>(file: &str, keys: impl Iterator<Item = &'a str>, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for key in keys {
        if !seen.insert(key) {
            faults.push(Fault::file(file, format!("“{key}” comes twice")));
        }
    }
    if seen.is_empty() {
        faults.push(Fault::file(file, "has no rows"));
    }
}

fn sources(tables: &Tables, faults: &mut Vec<Fault>) {
    const FILE: &str = "sources.json";
    for source in &tables.sources {
        let texts = [
            ("publisher", &source.publisher),
            ("title", &source.title),
            ("url", &source.url),
            ("published", &source.published),
            ("retrieved", &source.retrieved),
            ("confirmed", &source.confirmed),
            ("licence", &source.licence),
        ];
        for (name, text) in texts {
            if text.trim().is_empty() {
                faults.push(Fault::file(FILE, format!("“{}” has no {name}", source.id)));
            }
        }
        if !source.url.starts_with("https://") {
            faults.push(Fault::file(FILE, format!("the url of “{}” is not https", source.id)));
        }
        for file in &source.files {
            if file.sha256.len() != 64 || !file.sha256.bytes().all(|b| b.is_ascii_hexdigit()) {
                let message = format!("{} of “{}” has no SHA-256", file.file, source.id);
                faults.push(Fault::file(FILE, message));
            }
        }
    }
}

fn known_source(tables: &Tables, file: &str, id: &str, faults: &mut Vec<Fault>) {
    if !tables.sources.iter().any(|source| source.id == id) {
        faults.push(Fault::file(file, format!("the source “{id}” is not in sources.json")));
    }
}

fn known_metro(tables: &Tables, file: &str, cbsa: u32, faults: &mut Vec<Fault>) {
    if tables.metros.binary_search_by_key(&cbsa, |metro| metro.cbsa).is_err() {
        faults.push(Fault::file(file, format!("the metro {cbsa} is not in metros.csv")));
    }
}

fn known_occupation(tables: &Tables, file: &str, code: &str, faults: &mut Vec<Fault>) {
    if !tables.occupations.iter().any(|row| row.code == code) {
        faults.push(Fault::file(file, format!("the occupation {code} is not in occupations.csv")));
    }
}

fn places(tables: &Tables, faults: &mut Vec<Fault>) {
    for (index, metro) in tables.metros.iter().enumerate() {
        let row = index + 2;
        // The United States with Puerto Rico, Alaska and Hawaii.
        if !(17.0..72.0).contains(&metro.lat) {
            faults.push(Fault::at("metros.csv", row, "lat", "lies outside the United States"));
        }
        if !(-180.0..-60.0).contains(&metro.lng) {
            faults.push(Fault::at("metros.csv", row, "lng", "lies outside the United States"));
        }
        match metro.rpp {
            Some(rpp) if !(50.0..200.0).contains(&rpp) => {
                faults.push(Fault::at("metros.csv", row, "rpp", "is outside 50 to 200"));
            }
            None if metro.state != "PR" => {
                faults.push(Fault::at("metros.csv", row, "rpp", "is missing"));
            }
            _ => {}
        }
        if !tables.states.iter().any(|state| state.code == metro.state) {
            faults.push(Fault::at("metros.csv", row, "state", "is not in states.csv"));
        }
    }
    for city in &tables.cities {
        known_metro(tables, "cities.csv", city.cbsa, faults);
    }
    for name in &tables.place_names {
        known_metro(tables, "place_names.csv", name.cbsa, faults);
        if name.kind != NameKind::Nickname && !name.name.contains(", ") {
            let message = format!("“{}” needs its state, as in “Nashville, TN”", name.name);
            faults.push(Fault::file("place_names.csv", message));
        }
    }
    known_source(tables, "listed_cities.json", &tables.listed.source, faults);
    for city in &tables.listed.cities {
        known_metro(tables, "listed_cities.json", city.cbsa, faults);
    }
}

fn wages(tables: &Tables, file: &str, rows: &[WageRow], faults: &mut Vec<Fault>) {
    for row in rows {
        known_occupation(tables, file, &row.occupation, faults);
        if let Some(cbsa) = row.cbsa {
            known_metro(tables, file, cbsa, faults);
        }
        let published: Vec<u32> = row.pay.iter().filter_map(|pay| pay.value()).collect();
        if published.is_sorted() {
            // The federal minimum wage is about 15,000 a year; the top code of a metro 600,000.
            if published.iter().any(|pay| !(15_000..=600_000).contains(pay)) {
                faults.push(Fault::at(file, row.row, "", "pay is outside 15,000 to 600,000"));
            }
        } else {
            faults.push(Fault::at(file, row.row, "", "the percentiles do not ascend"));
        }
        let first_top = row.pay.iter().position(|pay| *pay == Figure::TopCoded);
        let value_above = first_top.is_some_and(|at| row.pay[at..].iter().any(|p| p.value().is_some()));
        if value_above {
            faults.push(Fault::at(file, row.row, "", "a figure stands above a top-coded one"));
        }
    }
}

/// Employment of the metros adds to no more than the country's, and to most of it.
fn sums(tables: &Tables, faults: &mut Vec<Fault>) {
    let Some(year) = tables.wages.iter().map(|row| row.year).max() else { return };
    let mut metros: BTreeMap<&str, u64> = BTreeMap::new();
    for row in &tables.wages {
        *metros.entry(&row.occupation).or_default() += u64::from(row.employment.value().unwrap_or(0));
    }
    for occupation in &tables.occupations {
        let code = occupation.code.as_str();
        let national =
            tables.national.iter().find(|row| row.year == year && row.occupation == code);
        let Some(national) = national else {
            let message = format!("{code} has no row for {year}");
            faults.push(Fault::file("national.csv", message));
            continue;
        };
        if national.complete().is_none() {
            let message = "the percentiles of the latest year must all be published";
            faults.push(Fault::at("national.csv", national.row, "", message));
        }
        let whole = u64::from(national.employment.value().unwrap_or(0));
        let part = metros.get(code).copied().unwrap_or(0);
        if part > whole || part * 2 < whole {
            let message =
                format!("{part} people in the metros against {whole} in the country for {code}");
            faults.push(Fault::file("wages.csv", message));
        }
    }
}

/// The last column of the history says what the latest table says.
fn history(tables: &Tables, faults: &mut Vec<Fault>) {
    for row in &tables.wages {
        let Some(cbsa) = row.cbsa else { continue };
        let key = (cbsa, row.occupation.clone());
        let median = tables.medians.get(&key).and_then(|years| years.get(&row.year));
        let kept = median.copied().and_then(Figure::value);
        if kept.is_some() && kept != row.pay[2].value() {
            faults.push(Fault::at("wages.csv", row.row, "p50", "differs from medians.csv"));
        }
    }
    for (file, history) in [("medians.csv", &tables.medians), ("employment.csv", &tables.employment)] {
        for (cbsa, occupation) in history.keys() {
            known_metro(tables, file, *cbsa, faults);
            known_occupation(tables, file, occupation, faults);
        }
    }
}

fn roles(tables: &Tables, faults: &mut Vec<Fault>) {
    const FILE: &str = "roles.json";
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for role in &tables.roles {
        for name in role.aliases.iter().chain([&role.id, &role.title]) {
            let other = names.insert(name.to_lowercase(), &role.id);
            if other.is_some_and(|other| other != role.id) {
                let message = format!("“{name}” names both {} and {}", other.unwrap_or(""), role.id);
                faults.push(Fault::file(FILE, message));
            }
        }
        let sum: f64 = role.occupations.iter().map(|share| share.weight).sum();
        if (sum - 1.0).abs() > 1e-9 {
            faults.push(Fault::file(FILE, format!("the weights of {} add to {sum}", role.id)));
        }
        for share in &role.occupations {
            known_occupation(tables, FILE, &share.code, faults);
            known_source(tables, FILE, &share.source, faults);
            if share.reason.trim().is_empty() || share.weight <= 0.0 {
                let message = format!("{} of {} needs a weight and a reason", share.code, role.id);
                faults.push(Fault::file(FILE, message));
            }
        }
        if role.family.is_empty() || role.title.is_empty() {
            faults.push(Fault::file(FILE, format!("{} needs a title and a family", role.id)));
        }
    }
}

fn model(tables: &Tables, faults: &mut Vec<Fault>) {
    const FILE: &str = "model.json";
    let model = &tables.model;
    let mut fault = |message: String| faults.push(Fault::file(FILE, message));
    if model.years.len() != 51 || !model.years[..31.min(model.years.len())].is_sorted() {
        fault("years must hold 51 scores, never falling up to 30".into());
    }
    if !model.level_years.is_sorted() {
        fault("level_years must ascend".into());
    }
    for metro in &tables.metros {
        let count = model.metros.iter().filter(|effect| effect.cbsa == metro.cbsa).count();
        if count != 1 {
            fault(format!("metro {} has {count} effects, not one", metro.cbsa));
        }
    }
    if model.metros.iter().any(|metro| !(-1.0..1.0).contains(&metro.effect)) {
        fault("an effect of a metro is outside −1 to 1".into());
    }
    for role in &tables.roles {
        let found: Vec<_> = model.roles.iter().filter(|fit| fit.role == role.id).collect();
        let [fit] = found.as_slice() else {
            fault(format!("{} has {} fits, not one", role.id, found.len()));
            continue;
        };
        if !fit.levels.is_sorted_by(|a, b| a.score <= b.score) {
            fault(format!("the levels of {} do not ascend", role.id));
        }
        if fit.levels.iter().any(|level| !(0.1..2.0).contains(&level.spread)) {
            fault(format!("a spread of {} is outside 0.1 to 2", role.id));
        }
        if fit.levels.iter().any(|level| !level.country.is_sorted()) {
            fault(format!("the country's percentiles of {} do not ascend", role.id));
        }
    }
    for input in &model.inputs {
        let known = tables.sources.iter().flat_map(|s| &s.files).any(|f| f.file == input.file);
        if !known {
            fault(format!("the input {} is in no source", input.file));
        }
    }
}
