//! Jobs, density, change and positions as bytes, and prices as others; the layouts are described in
//! `dataset/labour.rs` and `dataset/prices.rs`.

use super::super::Tables;
use super::metro_index;
use crate::map::project;

/// First year of the change of medians: all occupations have one since the SOC of 2018.
const FIRST: u16 = 2021;
/// Marks a change that is not known.
const NO_CHANGE: i16 = i16::MIN;

/// First and last year of the change.
pub(super) fn years(tables: &Tables) -> [u16; 2] {
    [FIRST, tables.wages.iter().map(|row| row.year).max().unwrap_or(FIRST)]
}

/// Path data of the land and of the borders between states.
pub(super) fn outlines(tables: &Tables) -> [&str; 2] {
    ["land", "borders"].map(|part| {
        let row = tables.outlines.iter().find(|row| row.part == part);
        row.map_or("", |row| row.d.as_str())
    })
}

/// Price levels in tenths of a percent of the country's, by metro; 0 for none.
pub(super) fn prices(tables: &Tables) -> Vec<u8> {
    let tenths = |rpp: f64| (rpp * 10.0).round() as u16;
    tables.metros.iter().flat_map(|metro| metro.rpp.map_or(0, tenths).to_le_bytes()).collect()
}

/// The packed table.
pub(super) fn labour(tables: &Tables) -> Vec<u8> {
    let metros = tables.metros.len();
    let size = tables.occupations.len() * metros;
    let mut cells = vec![[0_u16, 0, NO_CHANGE.cast_unsigned()]; size];
    let at = |occupation: &str, cbsa: u32| {
        let o = tables.occupations.iter().position(|row| row.code == occupation);
        o.expect("checked: a known occupation") * metros + metro_index(tables, cbsa)
    };
    for row in &tables.wages {
        let Some(cbsa) = row.cbsa else { continue };
        let cell = &mut cells[at(&row.occupation, cbsa)];
        cell[0] = row.employment.value().map_or(0, |jobs| (jobs / 10) as u16);
        cell[1] = row.location_quotient.value().map_or(0, |part| (part * 100.0).round() as u16);
    }
    let [first, last] = years(tables);
    for ((cbsa, occupation), medians) in &tables.medians {
        let pay = |year| medians.get(&year).and_then(|pay| pay.value()).map(f64::from);
        if let (Some(before), Some(now)) = (pay(first), pay(last)) {
            let tenths = ((now / before - 1.0) * 1000.0).round() as i16;
            cells[at(occupation, *cbsa)][2] = tenths.cast_unsigned();
        }
    }
    let mut bytes = Vec::with_capacity(6 * (size + metros));
    for plane in 0..3 {
        for byte in 0..2 {
            bytes.extend(cells.iter().map(|cell| cell[plane].to_le_bytes()[byte]));
        }
    }
    for metro in &tables.metros {
        let spot = project(metro.lat, metro.lng).expect("checked: on the map");
        for value in [spot.x, spot.y] {
            bytes.extend((value.round() as u16).to_le_bytes());
        }
    }
    bytes
}
