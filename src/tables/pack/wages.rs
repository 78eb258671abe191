//! The published pay as blocks of bytes, a few metros each; their layout is described in
//! `dataset/wages.rs`.

use super::{CELL_UNIT, UNIT, means, metro_index, people_code, sign_last, units};
use crate::tables::Tables;
use std::collections::BTreeMap;

/// Metros in a block. A program holds the first block, with the listed cities, and asks for the
/// others when it needs one: about 2 KB each once compressed.
pub(super) const A_BLOCK: usize = 32;

/// Numbers of the metros in the first block, ascending: those of the listed cities.
pub(super) fn first(tables: &Tables) -> Vec<usize> {
    let listed = tables.listed.cities.iter().map(|city| metro_index(tables, city.cbsa));
    let mut first: Vec<usize> = listed.collect();
    first.sort_unstable();
    first.dedup();
    first
}

/// Every block: the first one, then all other metros in their order.
pub(super) fn blocks(tables: &Tables) -> Vec<Vec<u8>> {
    let first = first(tables);
    let others: Vec<usize> =
        (0..tables.metros.len()).filter(|metro| !first.contains(metro)).collect();
    let cells = cells(tables);
    let mean = means(tables);
    let of = |metros: &[usize]| block(tables.occupations.len(), &mean, &cells, metros);
    std::iter::once(&first[..]).chain(others.chunks(A_BLOCK)).map(of).collect()
}

/// What tells one set of blocks from another (FNV-1a, 64 bits).
pub(super) fn id(blocks: &[Vec<u8>]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in blocks.iter().flatten() {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// What a block adds up to, as `dataset/wages.rs` adds it (FNV-1a, 32 bits).
pub(super) fn sum(block: &[u8]) -> u32 {
    block.iter().fold(0x811c_9dc5, |sum, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn block(occupations: usize, mean: &[[u16; 5]], cells: &[Cell], metros: &[usize]) -> Vec<u8> {
    let width = metros.len().div_ceil(8);
    let mut starts = vec![0u16];
    let mut present = vec![0u8; occupations * width];
    let mut held: Vec<&Cell> = Vec::new();
    for occupation in 0..occupations {
        for cell in cells.iter().filter(|cell| cell.occupation == occupation) {
            if let Ok(column) = metros.binary_search(&cell.metro) {
                present[occupation * width + column / 8] |= 1 << (column % 8);
                held.push(cell);
            }
        }
        starts.push(u16::try_from(held.len()).expect("fewer than 65,536 cells"));
    }
    let factors: Vec<u8> = metros.iter().map(|&metro| factor(mean, cells, metro)).collect();
    let factor = |cell: &Cell| factors[metros.binary_search(&cell.metro).expect("held above")];
    let beyond: Vec<[u16; 5]> = held.iter().map(|cell| cell.beyond(mean, factor(cell))).collect();
    let mut bytes: Vec<u8> = starts.into_iter().flat_map(u16::to_le_bytes).collect();
    bytes.extend(present);
    for plane in 0..5 {
        for byte in 0..2 {
            bytes.extend(beyond.iter().map(|cell| cell[plane].to_le_bytes()[byte]));
        }
    }
    bytes.extend(held.iter().map(|cell| cell.people));
    bytes.extend(factors);
    bytes
}

/// Every cell with all its percentiles, by occupation, then metro.
fn cells(tables: &Tables) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (o, occupation) in tables.occupations.iter().enumerate() {
        let mut row: BTreeMap<usize, Cell> = BTreeMap::new();
        for wage in tables.wages.iter().filter(|wage| wage.occupation == occupation.code) {
            if let (Some(cbsa), Some(pay)) = (wage.cbsa, wage.complete()) {
                let metro = metro_index(tables, cbsa);
                let people = people_code(wage.employment);
                row.insert(metro, Cell { occupation: o, metro, pay: pay.map(units), people });
            }
        }
        cells.extend(row.into_values());
    }
    cells
}

/// A published cell: pay in packed units.
struct Cell {
    occupation: usize,
    metro: usize,
    pay: [u32; 5],
    people: u8,
}

impl Cell {
    /// The median and the four steps, less what mean and factor foretell, signs last.
    fn beyond(&self, mean: &[[u16; 5]], factor: u8) -> [u16; 5] {
        let mut beyond = [0; 5];
        let (pay, mean) = (self.pay.map(u32::cast_signed), mean[self.occupation].map(i32::from));
        let (pay, mean) = (steps(pay), steps(mean));
        for ((beyond, pay), mean) in beyond.iter_mut().zip(pay).zip(mean) {
            *beyond = sign_last(pay - foretold(mean, factor)) as u16;
        }
        beyond
    }
}

/// p50, then p25−p10, p50−p25, p75−p50 and p90−p75 of p10 to p90.
fn steps(pay: [i32; 5]) -> [i32; 5] {
    [pay[2], pay[1] - pay[0], pay[2] - pay[1], pay[3] - pay[2], pay[4] - pay[3]]
}

/// What `dataset::Wages` expects of a figure whose mean is in `UNIT`, in units of `CELL_UNIT`.
/// Whole numbers, so that the browser comes to the same.
fn foretold(mean: i32, factor: u8) -> i32 {
    mean * (i32::from(factor) + 64) / 256
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
