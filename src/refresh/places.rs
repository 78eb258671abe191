//! The metro list with positions and price levels, and the city names people type.
//! Does not judge which city belongs to which metro.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;

use super::inputs::Inputs;
use super::sheet::{Column, Row, Sheet};
use super::table::{Seen, Table};
use crate::tables::{Fault, Faults};

/// Positions that can lie in the USA or Puerto Rico, and price levels that can be real.
const LATITUDES: RangeInclusive<f64> = 13.0..=72.0;
const LONGITUDES: RangeInclusive<f64> = -180.0..=-60.0;
const PRICES: RangeInclusive<f64> = 50.0..=200.0;

/// `metros.csv`: every metro of the list. A metro without a price level keeps an empty cell.
pub(super) fn metros(raw: &Path, inputs: &Inputs) -> Result<Table, Vec<Fault>> {
    let wanted = ["cbsa", "name", "state", "lat", "lng", "rpp_*"].map(Column::Required);
    let sheet = Sheet::read(raw, &inputs.metros, &wanted)?;
    let mut table = Table::new("metros.csv", 1, &["cbsa", "title", "state", "lat", "lng", "rpp"]);
    let mut faults = Faults::default();
    let mut seen = Seen::default();
    for row in &sheet.rows {
        faults.keep(area(&sheet, row, 0));
        faults.keep(seen.note(&sheet.file, row.number, &[row.text(0)]));
        let title = faults.keep(sheet.filled(row, 1));
        let state = faults.keep(state(&sheet, row, 2));
        let lat = faults.keep(sheet.decimal(row, 3, &LATITUDES).map(|number| number.to_string()));
        let lng = faults.keep(sheet.decimal(row, 4, &LONGITUDES).map(|number| number.to_string()));
        let rpp = match row.text(5) {
            "" => Some(String::new()),
            _ => faults.keep(sheet.decimal(row, 5, &PRICES).map(|number| number.to_string())),
        };
        if let Some(cells) = [title, state, lat, lng, rpp].into_iter().collect() {
            table.insert(&[row.text(0)], cells);
        }
    }
    faults.or(table)
}

/// `cities.csv`: each city name and its metro, which must be in the list.
pub(super) fn cities(
    raw: &Path,
    inputs: &Inputs,
    metros: &BTreeSet<String>,
) -> Result<Table, Vec<Fault>> {
    let wanted = ["city", "cbsa", "lca_filings_*"].map(Column::Required);
    let sheet = Sheet::read(raw, &inputs.cities, &wanted)?;
    let mut table = Table::new("cities.csv", 1, &["city", "cbsa", "filings"]);
    let mut faults = Faults::default();
    let mut seen = Seen::default();
    for row in &sheet.rows {
        faults.keep(sheet.filled(row, 0));
        if !metros.contains(row.text(1)) {
            let problem = format!("\"{}\" is not in the metro list; correct it", row.text(1));
            faults.add(sheet.fault(row, 1, problem));
        }
        if row.text(2).parse::<u32>().is_err() {
            let problem = format!("\"{}\" is not a whole number; correct it", row.text(2));
            faults.add(sheet.fault(row, 2, problem));
        }
        faults.keep(seen.note(&sheet.file, row.number, &[row.text(0)]));
        table.insert(&[row.text(0)], vec![row.text(1).to_owned(), row.text(2).to_owned()]);
    }
    faults.or(table)
}

/// A CBSA code: five digits.
pub(super) fn area(sheet: &Sheet, row: &Row, column: usize) -> Result<(), Fault> {
    let code = row.text(column);
    if code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    Err(sheet.fault(row, column, format!("\"{code}\" is not an area code of five digits")))
}

fn state(sheet: &Sheet, row: &Row, column: usize) -> Result<String, Fault> {
    let state = row.text(column);
    if state.len() == 2 && state.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(state.to_owned());
    }
    Err(sheet.fault(row, column, format!("\"{state}\" is not a state; write it like CA")))
}
