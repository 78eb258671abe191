//! The lists kept by hand under `data/`: occupations and the ten listed cities.
//! Refresh reads and checks them and never writes them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::fault::{Fault, Faults};
use super::sheet::{Column, Sheet};
use super::table::Seen;

/// The occupation list's name under `data/`.
pub(super) const OCCUPATIONS: &str = "occupations.csv";
const LISTED_CITIES: &str = "listed_cities.json";

/// The codes of the occupations to keep.
pub(super) fn occupations(data: &Path) -> Result<BTreeSet<String>, Vec<Fault>> {
    let sheet =
        Sheet::read(data, OCCUPATIONS, &[Column::Required("code"), Column::Required("title")])?;
    let mut faults = Faults::default();
    let mut seen = Seen::default();
    for row in &sheet.rows {
        if !is_occupation(row.text(0)) {
            faults.add(sheet.fault(row, 0, "is not a SOC code; write it like 15-2051"));
        }
        if row.text(1).is_empty() {
            faults.add(sheet.fault(row, 1, "is empty; write the occupation's title"));
        }
        faults.keep(seen.note(&sheet.file, row.number, &[row.text(0)]));
    }
    faults.or(sheet.rows.iter().map(|row| row.text(0).to_owned()).collect())
}

#[derive(Deserialize)]
struct ListedCity {
    name: String,
    cbsa: String,
}

/// Faults of the listed cities: each must lie in a metro of the list.
pub(super) fn check_listed_cities(data: &Path, metros: &BTreeSet<String>) -> Vec<Fault> {
    let fault = |problem: String| Fault::file(LISTED_CITIES, problem);
    let bytes = match fs::read(data.join(LISTED_CITIES)) {
        Ok(bytes) => bytes,
        Err(error) => return vec![fault(format!("cannot be read ({error}); restore it"))],
    };
    match serde_json::from_slice::<Vec<ListedCity>>(&bytes) {
        Err(error) => vec![fault(format!("is not a list of names and cbsa codes: {error}"))],
        Ok(cities) => cities
            .iter()
            .filter(|city| !metros.contains(&city.cbsa))
            .map(|city| fault(format!("{}: {} is not in the metro list", city.name, city.cbsa)))
            .collect(),
    }
}

fn is_occupation(code: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(code.split_once('-'), Some((group, rest))
        if group.len() == 2 && rest.len() == 4 && digits(group) && digits(rest))
}
