//! Every rule that `data/` must obey, as faults rather than panics, so that all are told at once.
//!
//! Run by `build.rs`, by `cargo paypath check`, by `cargo paypath refresh` before it writes, and by
//! tests that break each rule on purpose (tests/check.rs). One file a subject.

mod claims;
mod content;
mod model;
mod moves;
mod onet;
mod outlines;
mod places;
mod projections;
mod releases;
mod roles;
mod scores;
mod sources;
mod tax;
mod wages;

use super::{Fault, Tables, WageRow};
use std::collections::BTreeSet;

pub use model::MODEL;
pub use releases::is_day;
pub use scores::{SCORES, TITLE, goal};

/// Every fault of the tables; empty when they may be built from.
pub fn check(tables: &Tables) -> Vec<Fault> {
    let mut faults = Vec::new();
    keys(tables, &mut faults);
    sources::check(tables, &mut faults);
    places::check(tables, &mut faults);
    wages::check(tables, &mut faults);
    roles::check(tables, &mut faults);
    model::check(tables, &mut faults);
    claims::check(tables, &mut faults);
    releases::check(tables, &mut faults);
    content::check(tables, &mut faults);
    moves::check(tables, &mut faults);
    scores::check(tables, &mut faults);
    onet::check(tables, &mut faults);
    projections::check(tables, &mut faults);
    outlines::check(tables, &mut faults);
    tax::check(tables, &mut faults);
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
    unique("place_names.csv", tables.place_names.iter().map(|row| row.name.as_str()), faults);
    unique("states.csv", tables.states.iter().map(|row| row.code.as_str()), faults);
    for (file, history) in
        [("medians.csv", &tables.medians), ("employment.csv", &tables.employment)]
    {
        if history.is_empty() {
            faults.push(Fault::file(file, "has no rows"));
        }
    }
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
            faults.push(Fault::row(file, index + 2, format!("the key {key:?} {what}")));
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

/// The same for one cell of a long table.
fn listed(
    tables: &Tables,
    file: &str,
    row: usize,
    column: &str,
    code: &str,
    faults: &mut Vec<Fault>,
) {
    if tables.occupations.binary_search_by(|known| known.code.as_str().cmp(code)).is_err() {
        let problem = format!("the occupation {code} is not in occupations.csv");
        faults.push(Fault::cell(file, row, column, problem));
    }
}
