//! Packing the checked tables into what the program embeds: bytes for the pay percentiles (layout
//! in `dataset::Wages`) and Rust source for everything else, so that nothing is parsed at start.

mod labour;
mod model;
mod moves;
mod places;
mod skills;
mod source;
mod tax;

use super::{Figure, Tables};
use source::Source;
use std::collections::BTreeMap;

/// Dollars in one packed unit of a mean.
const UNIT: u32 = 100;
/// Dollars in one packed unit of a published percentile.
const CELL_UNIT: u32 = 200;

/// p50, then p25−p10, p50−p25, p75−p50 and p90−p75 of p10 to p90.
fn steps(pay: [i32; 5]) -> [i32; 5] {
    [pay[2], pay[1] - pay[0], pay[2] - pay[1], pay[3] - pay[2], pay[4] - pay[3]]
}

/// What `dataset::Wages` expects of a figure whose mean is in `UNIT`, in units of `CELL_UNIT`.
/// Whole numbers, so that the browser comes to the same.
fn foretold(mean: i32, factor: u8) -> i32 {
    mean * (i32::from(factor) + 64) / 256
}

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
    /// `labour.bin`
    pub labour: Vec<u8>,
    /// `dataset.rs`
    pub source: String,
    /// `tax.bin`
    pub tax: Vec<u8>,
    /// `tax.txt`
    pub tax_texts: String,
}

/// Packs tables that [`super::check()`] found no fault in. The other names of roles are left out
/// unless wanted: on the page a role is chosen from a list, and they weigh 1.3 KB.
///
/// # Panics
/// When the tables refer to rows that do not exist: check them first.
pub fn pack(tables: &Tables, aliases: bool) -> Packed {
    let source = Source::of(tables).write(aliases);
    Packed {
        wages: wages(tables),
        country: country(tables),
        labour: labour::labour(tables),
        source,
        tax: tax::figures(&tables.tax),
        tax_texts: tax::texts(&tables.tax),
    }
}

fn wages(tables: &Tables) -> Vec<u8> {
    let metros = tables.metros.len();
    let width = metros.div_ceil(8);
    let mut starts = vec![0u16];
    let mut present = vec![0u8; tables.occupations.len() * width];
    let mut cells: Vec<Cell> = Vec::new();
    for (o, occupation) in tables.occupations.iter().enumerate() {
        let mut row: BTreeMap<usize, Cell> = BTreeMap::new();
        for wage in tables.wages.iter().filter(|wage| wage.occupation == occupation.code) {
            if let (Some(cbsa), Some(pay)) = (wage.cbsa, wage.complete()) {
                let metro = metro_index(tables, cbsa);
                let people = people_code(wage.employment);
                row.insert(metro, Cell { occupation: o, metro, pay: pay.map(units), people });
            }
        }
        for (metro, cell) in row {
            present[o * width + metro / 8] |= 1 << (metro % 8);
            cells.push(cell);
        }
        starts.push(u16::try_from(cells.len()).expect("fewer than 65,536 cells"));
    }
    let mean = means(tables);
    let factors: Vec<u8> = (0..metros).map(|metro| factor(&mean, &cells, metro)).collect();
    let beyond: Vec<[u16; 5]> =
        cells.iter().map(|cell| cell.beyond(&mean, factors[cell.metro])).collect();
    let mut bytes: Vec<u8> = starts.into_iter().flat_map(u16::to_le_bytes).collect();
    bytes.extend(present);
    for plane in 0..5 {
        for byte in 0..2 {
            bytes.extend(beyond.iter().map(|cell| cell[plane].to_le_bytes()[byte]));
        }
    }
    bytes.extend(cells.iter().map(|cell| cell.people));
    bytes.extend(factors);
    bytes
}

/// A published cell: pay in packed units.
struct Cell {
    occupation: usize,
    metro: usize,
    pay: [u32; 5],
    people: u8,
}

impl Cell {
    /// The median and the four steps, less what mean and factor foretell, as `unsign` undoes it.
    fn beyond(&self, mean: &[[u16; 5]], factor: u8) -> [u16; 5] {
        let mut beyond = [0; 5];
        let (pay, mean) = (self.pay.map(u32::cast_signed), mean[self.occupation].map(i32::from));
        let (pay, mean) = (steps(pay), steps(mean));
        for ((beyond, pay), mean) in beyond.iter_mut().zip(pay).zip(mean) {
            let more = pay - foretold(mean, factor);
            *beyond = ((more << 1) ^ (more >> 31)).cast_unsigned() as u16;
        }
        beyond
    }
}

/// Means over metros by occupation, in `UNIT`, as `dataset::Smoothing` holds them.
fn means(tables: &Tables) -> Vec<[u16; 5]> {
    let packed = |pay: u32| u16::try_from((pay + UNIT / 2) / UNIT).expect("pay below $6,553,600");
    tables.model.smoothing.mean.iter().map(|row| row.map(packed)).collect()
}

/// A metro's pay against the means, in 128ths less 64.
fn factor(mean: &[[u16; 5]], cells: &[Cell], metro: usize) -> u8 {
    let cells = cells.iter().filter(|cell| cell.metro == metro);
    let logs: Vec<f64> = cells
        .map(|cell| f64::from(cell.pay[2] * CELL_UNIT / UNIT) / f64::from(mean[cell.occupation][2]))
        .map(f64::ln)
        .collect();
    let level = (logs.iter().sum::<f64>() / (logs.len() as f64 + 0.5)).exp();
    (level * 128.0 - 64.0).round().clamp(0.0, 255.0) as u8
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
