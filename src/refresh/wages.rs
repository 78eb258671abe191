//! Wages as BLS publishes them: the national files and the metropolitan table.
//! Keeps the listed occupations and metros; a mark stays a mark.

use std::collections::BTreeSet;
use std::path::Path;

use super::figure::{Figure, Kind};
use super::inputs::{Inputs, year, year_after_m};
use super::places;
use super::sheet::{Column, Row, Sheet};
use super::table::{Seen, Table};
use crate::tables::{Fault, Faults};

/// Yearly wages from the tenth to the ninetieth percentile, in BLS's names and in ours.
const PAY: [&str; 5] = ["A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"];

/// The metropolitan table, its year, and what was left out of it.
pub(super) struct Metro {
    pub(super) table: Table,
    pub(super) year: u16,
    pub(super) notes: Vec<String>,
}

/// `national.csv`: each listed occupation in each year it was surveyed.
pub(super) fn national(
    raw: &Path,
    inputs: &Inputs,
    occupations: &BTreeSet<String>,
) -> Result<Table, Vec<Fault>> {
    let header = ["year", "occupation", "employment", "p10", "p25", "p50", "p75", "p90"];
    let mut table = Table::new("national.csv", 2, &header);
    let mut faults = Faults::default();
    for (year, file) in &inputs.national {
        faults.keep_all(national_year(raw, *year, file, occupations, &mut table));
    }
    faults.or(table)
}

fn national_year(
    raw: &Path,
    year: u16,
    file: &str,
    occupations: &BTreeSet<String>,
    table: &mut Table,
) -> Result<(), Vec<Fault>> {
    let mut wanted = vec![Column::Required("OCC_CODE"), Column::Required("TOT_EMP")];
    wanted.extend(PAY.map(Column::Required));
    wanted.extend(["O_GROUP", "AREA", "I_GROUP"].map(Column::Optional));
    let sheet = Sheet::read(raw, file, &wanted)?;
    let mut faults = Faults::default();
    faults.keep(check_worksheet(&sheet, year));
    let mut seen = Seen::default();
    for row in &sheet.rows {
        let elsewhere = sheet.has(8) && row.text(8) != "99";
        if elsewhere || !is_detailed(&sheet, row, 7, 9) || !occupations.contains(row.text(0)) {
            continue;
        }
        faults.keep(seen.note(file, row.number, &[row.text(0)]));
        let mut cells = vec![faults.keep(sheet.figure(row, 1, Kind::Employment))];
        cells.extend(pay(&sheet, row, 2, &mut faults));
        if let Some(cells) = written(&cells) {
            table.insert(&[&year.to_string(), row.text(0)], cells);
        }
    }
    faults.or(())
}

/// `wages.csv`: each listed occupation in each listed metro, in the latest year.
pub(super) fn metro(
    raw: &Path,
    inputs: &Inputs,
    occupations: &BTreeSet<String>,
    metros: &BTreeSet<String>,
) -> Result<Metro, Vec<Fault>> {
    let file = &inputs.metro.0;
    let mut wanted = ["AREA", "OCC_CODE", "TOT_EMP", "LOC_QUOTIENT"].map(Column::Required).to_vec();
    wanted.extend(PAY.map(Column::Required));
    wanted.extend(["O_GROUP", "YEAR", "I_GROUP"].map(Column::Optional));
    let sheet = Sheet::read(raw, file, &wanted)?;
    let mut faults = Faults::default();
    let year = faults.keep_all(metro_year(&sheet, inputs.metro.1, 10)).unwrap_or_default();
    let header = [
        "cbsa",
        "occupation",
        "employment",
        "location_quotient",
        "p10",
        "p25",
        "p50",
        "p75",
        "p90",
    ];
    let mut table = Table::new("wages.csv", 2, &header);
    let mut seen = Seen::default();
    let mut unlisted = BTreeSet::new();
    for row in &sheet.rows {
        let (area, occupation) = (row.text(0), row.text(1));
        faults.keep(places::area(&sheet, row, 0));
        if !is_detailed(&sheet, row, 9, 11) || !occupations.contains(occupation) {
            continue;
        }
        if !metros.contains(area) {
            unlisted.insert(area.to_owned());
            continue;
        }
        faults.keep(seen.note(file, row.number, &[area, occupation]));
        if let Some(cells) = metro_cells(&sheet, row, &mut faults) {
            table.insert(&[area, occupation], cells);
        }
    }
    faults.or(Metro { table, year, notes: left_out(file, &unlisted) })
}

fn metro_cells(sheet: &Sheet, row: &Row, faults: &mut Faults) -> Option<Vec<String>> {
    let mut cells = vec![
        faults.keep(sheet.figure(row, 2, Kind::Employment)),
        faults.keep(sheet.figure(row, 3, Kind::Quotient)),
    ];
    cells.extend(pay(sheet, row, 4, faults));
    written(&cells)
}

/// One line on areas that are not in the metro list.
pub(super) fn left_out(file: &str, areas: &BTreeSet<String>) -> Vec<String> {
    if areas.is_empty() {
        return Vec::new();
    }
    let codes: Vec<&str> = areas.iter().map(String::as_str).collect();
    let (count, codes) = (codes.len(), codes.join(" "));
    vec![format!("{file}: left out {count} areas that are not in the metro list: {codes}")]
}

fn is_detailed(sheet: &Sheet, row: &Row, group: usize, industry: usize) -> bool {
    let is =
        |column, value: &str| !sheet.has(column) || row.text(column).eq_ignore_ascii_case(value);
    is(group, "detailed") && is(industry, "cross-industry")
}

/// The five percentiles from `first` on; they may not fall.
fn pay(sheet: &Sheet, row: &Row, first: usize, faults: &mut Faults) -> Vec<Option<Figure>> {
    let mut highest = 0.0;
    let mut figures = Vec::new();
    for column in first..first + PAY.len() {
        let figure = faults.keep(sheet.figure(row, column, Kind::Pay));
        if let Some(rank) = figure.and_then(Figure::rank) {
            if rank < highest {
                let problem = "is below a lower percentile of the row; check both cells";
                faults.add(sheet.fault(row, column, problem));
            }
            highest = rank;
        }
        figures.push(figure);
    }
    figures
}

fn written(figures: &[Option<Figure>]) -> Option<Vec<String>> {
    figures.iter().map(|figure| figure.map(|figure| figure.to_string())).collect()
}

/// The worksheet of a renamed file still bears its own year.
fn check_worksheet(sheet: &Sheet, year: u16) -> Result<(), Fault> {
    match sheet.name.as_deref().and_then(year_after_m) {
        Some(inside) if inside != year => {
            let problem =
                format!("is named for {year} but its worksheet is for {inside}; rename it");
            Err(Fault::file(&sheet.file, problem))
        }
        _ => Ok(()),
    }
}

/// The year from the file's name or from its YEAR column; both must agree.
fn metro_year(sheet: &Sheet, named: Option<u16>, column: usize) -> Result<u16, Vec<Fault>> {
    let first = sheet.rows.first().and_then(|row| year(row.text(column)));
    let Some(wanted) = named.or(first) else {
        let problem = "has no year; name it as BLS does (MSA_M2025_dl.xlsx) or add a YEAR column";
        return Err(vec![Fault::column(&sheet.file, "YEAR", problem)]);
    };
    let mut faults = Faults::default();
    faults.keep(check_worksheet(sheet, wanted));
    if sheet.has(column) {
        for row in &sheet.rows {
            if year(row.text(column)) != Some(wanted) {
                let problem = format!("\"{}\" is not {wanted}; one year a file", row.text(column));
                faults.add(sheet.fault(row, column, problem));
            }
        }
    }
    faults.or(wanted)
}
