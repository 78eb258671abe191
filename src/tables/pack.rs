//! Packing the checked tables into what the program embeds: bytes for the pay percentiles (layout
//! in `dataset::Wages`) and Rust source for everything else, so that nothing is parsed at start.

mod model;
mod places;
mod source;

use super::{Figure, Tables};
use source::Source;
use std::collections::BTreeMap;

/// Dollars in one packed unit of a mean.
const UNIT: u32 = 100;
/// Dollars in one packed unit of a published percentile.
const CELL_UNIT: u32 = 200;

/// A published percentile in packed units, to the nearest.
fn units(pay: u32) -> u32 {
    (pay + CELL_UNIT / 2) / CELL_UNIT
}

/// A published percentile as the packed one will read, in dollars.
pub fn packed_pay(pay: u32) -> u32 {
    units(pay) * CELL_UNIT
}

/// People that the lowest packed code stands for; the fewest that BLS publishes.
const FEWEST_PEOPLE: f64 = 30.0;

/// Source ids that code refers to by name, in the order of `dataset::Cited`.
pub const CITED: [&str; 5] =
    ["oews-metro-2025", "oews-national", "postings-2025-01", "survey-2025", "article-a"];

/// What `build.rs` writes.
#[derive(Debug)]
pub struct Packed {
    /// `wages.bin`
    pub wages: Vec<u8>,
    /// `country.bin`
    pub country: Vec<u8>,
    /// `dataset.rs`
    pub source: String,
}

/// Packs tables that [`super::check()`] found no fault in.
///
/// # Panics
/// When the tables refer to rows that do not exist: check them first.
pub fn pack(tables: &Tables) -> Packed {
    let source = Source { tables, out: String::new() }.write();
    Packed { wages: wages(tables), country: country(tables), source }
}

fn wages(tables: &Tables) -> Vec<u8> {
    let metros = tables.metros.len();
    let width = metros.div_ceil(8);
    let mut starts = vec![0u16];
    let mut present = vec![0u8; tables.occupations.len() * width];
    let mut cells: Vec<[u32; 5]> = Vec::new();
    let mut people: Vec<u8> = Vec::new();
    for (o, occupation) in tables.occupations.iter().enumerate() {
        let mut row: BTreeMap<usize, ([u32; 5], u8)> = BTreeMap::new();
        for wage in tables.wages.iter().filter(|wage| wage.occupation == occupation.code) {
            if let (Some(cbsa), Some(pay)) = (wage.cbsa, wage.complete()) {
                let cell = (pay.map(units), people_code(wage.employment));
                row.insert(metro_index(tables, cbsa), cell);
            }
        }
        for (metro, (pay, code)) in row {
            present[o * width + metro / 8] |= 1 << (metro % 8);
            cells.push(pay);
            people.push(code);
        }
        starts.push(u16::try_from(cells.len()).expect("fewer than 65,536 cells"));
    }
    let mut bytes: Vec<u8> = starts.into_iter().flat_map(u16::to_le_bytes).collect();
    bytes.extend(present);
    let planes: [fn(&[u32; 5]) -> u32; 5] = [
        |cell| cell[2],
        |cell| cell[1] - cell[0],
        |cell| cell[2] - cell[1],
        |cell| cell[3] - cell[2],
        |cell| cell[4] - cell[3],
    ];
    for plane in planes {
        for byte in 0..2 {
            bytes.extend(cells.iter().map(|cell| (plane(cell) >> (8 * byte)) as u8));
        }
    }
    bytes.extend(people);
    bytes
}

/// Fourfold steps that a number of people lies above 30, to the nearest; 0 where it is not published.
/// All that smoothing needs: a step moves the error it expects by no more than a quarter.
pub fn people_code(people: Figure<u32>) -> u8 {
    let people = f64::from(people.value().unwrap_or(0)).max(FEWEST_PEOPLE);
    (0.5 * (people / FEWEST_PEOPLE).log2()).round() as u8
}

fn country(tables: &Tables) -> Vec<u8> {
    let mut steps = Vec::new();
    for role in &tables.roles {
        let fit = tables.model.roles.iter().find(|fit| fit.role == role.id);
        for row in &fit.expect("checked: one fit a role").country {
            let units = row.map(|pay| (pay + UNIT / 2) / UNIT);
            steps.push(units[0]);
            steps.extend(units.windows(2).map(|pair| pair[1] - pair[0]));
        }
    }
    (0..2).flat_map(|byte| steps.iter().map(move |step| (step >> (8 * byte)) as u8)).collect()
}

fn metro_index(tables: &Tables, cbsa: u32) -> usize {
    tables.metros.binary_search_by_key(&cbsa, |metro| metro.cbsa).expect("checked: a known metro")
}
