//! Packing the checked tables into what the program embeds: bytes for the pay percentiles (layout
//! in `dataset::Wages`) and Rust source for everything else, so that nothing is parsed at start.

mod labour;
mod model;
mod moves;
mod places;
mod skills;
mod source;
mod tax;
mod wages;

use super::{Figure, Tables};
use source::Source;

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
    /// `pay-0.bin` and on: the published pay, a block of metros each.
    pub pay: Vec<Vec<u8>>,
    /// `country.bin`
    pub country: Vec<u8>,
    /// `labour.bin`
    pub labour: Vec<u8>,
    /// `prices.bin`
    pub prices: Vec<u8>,
    /// `dataset.rs`
    pub source: String,
    /// `tax.bin`
    pub tax: Vec<u8>,
    /// `tax.txt`
    pub tax_texts: String,
}

/// Packs tables that [`super::check()`] found no fault in. For the browser what it never reads is left out:
/// the other names of roles, which it chooses from a list (1.3 KB), the licences of sources, and codes.
///
/// # Panics
/// When the tables refer to rows that do not exist: check them first.
pub fn pack(tables: &Tables, browser: bool) -> Packed {
    let pay = wages::blocks(tables);
    Packed {
        source: Source::of(tables).write(browser, &pay),
        pay,
        country: country(tables),
        labour: labour::labour(tables),
        prices: labour::prices(tables),
        tax: tax::figures(&tables.tax),
        tax_texts: tax::texts(&tables.tax),
    }
}

/// Means over metros by occupation, in `UNIT`, as `dataset::Smoothing` holds them.
fn means(tables: &Tables) -> Vec<[u16; 5]> {
    let packed = |pay: u32| u16::try_from((pay + UNIT / 2) / UNIT).expect("pay below $6,553,600");
    tables.model.smoothing.mean.iter().map(|row| row.map(packed)).collect()
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
        let mut before = [0; 7];
        for row in &fit.expect("checked: one fit a role").country {
            let mut last = 0;
            let now = row.map(units).map(|pay| {
                let step = pay.cast_signed() - last;
                last = pay.cast_signed();
                step
            });
            steps.extend(now.iter().zip(before).map(|(now, before)| sign_last(now - before)));
            before = now;
        }
    }
    (0..2).flat_map(|byte| steps.iter().map(move |step| (step >> (8 * byte)) as u8)).collect()
}

/// A number with its sign in the lowest bit, so that small ones of either sign have few bits set;
/// `dataset::sign_first` undoes it.
fn sign_last(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)).cast_unsigned()
}

fn metro_index(tables: &Tables, cbsa: u32) -> usize {
    tables.metros.binary_search_by_key(&cbsa, |metro| metro.cbsa).expect("checked: a known metro")
}
