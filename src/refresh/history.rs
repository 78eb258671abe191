//! Medians and employment of each metro over the years, one column a year.
//! Areas that the current metro list no longer has are left out, never merged.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::figure::Kind;
use super::inputs::{Inputs, year};
use super::sheet::{Column, Row, Sheet};
use super::table::{Seen, Table};
use super::wages::{Metro, left_out};
use crate::tables::{Fault, Faults};

/// Where the median stands among the cells of `wages.csv` after its key.
const MEDIAN: usize = 4;

/// `medians.csv` and `employment.csv`.
pub(super) struct History {
    pub(super) medians: Table,
    pub(super) employment: Table,
    pub(super) notes: Vec<String>,
}

/// Reads the history and joins the latest year from the metropolitan table.
pub(super) fn read(
    raw: &Path,
    inputs: &Inputs,
    occupations: &BTreeSet<String>,
    metros: &BTreeSet<String>,
    latest: &Metro,
) -> Result<History, Vec<Fault>> {
    let (file, first, last) = &inputs.history;
    check_last(file, *last, latest.year).map_err(|fault| vec![fault])?;
    let wanted = ["YEAR", "AREA", "OCC_CODE", "TOT_EMP", "A_MEDIAN"].map(Column::Required);
    let sheet = Sheet::read(raw, file, &wanted)?;
    let mut wide = Wide::new(*first, latest.year);
    let mut faults = Faults::default();
    let mut seen = Seen::default();
    let mut unlisted = BTreeSet::new();
    for row in &sheet.rows {
        let Some(place) = faults.keep(year_place(&sheet, row, *first, *last)) else { continue };
        if !occupations.contains(row.text(2)) {
            continue;
        }
        faults.keep(seen.note(file, row.number, &[row.text(0), row.text(1), row.text(2)]));
        let employment = faults.keep(sheet.figure(row, 3, Kind::Employment));
        let median = faults.keep(sheet.figure(row, 4, Kind::Pay));
        if !metros.contains(row.text(1)) {
            unlisted.insert(row.text(1).to_owned());
        } else if let (Some(employment), Some(median)) = (employment, median) {
            let key = [row.text(1), row.text(2)];
            wide.put(&key, place, &employment.to_string(), &median.to_string());
            wide.read_from(&key, place, row.number);
        }
    }
    wide.check_years(file, *first, *last, &mut faults);
    faults.or(())?;
    if *last == latest.year {
        wide.compare(file, latest, &inputs.metro.0)?;
    } else {
        wide.join(latest);
    }
    let notes = left_out(file, &unlisted);
    Ok(History { medians: wide.medians, employment: wide.employment, notes })
}

/// The history may end in the latest year or the year before, not earlier or later.
fn check_last(file: &str, last: u16, latest: u16) -> Result<(), Fault> {
    if last == latest || last + 1 == latest {
        return Ok(());
    }
    let problem = format!(
        "ends in {last} but the metropolitan table is for {latest}; \
         take both from releases that follow each other"
    );
    Err(Fault::file(file, problem))
}

fn year_place(sheet: &Sheet, row: &Row, first: u16, last: u16) -> Result<usize, Fault> {
    match year(row.text(0)) {
        Some(year) if (first..=last).contains(&year) => Ok(usize::from(year - first)),
        _ => {
            let text = row.text(0);
            let problem =
                format!("\"{text}\" is not a year from {first} to {last}, as the name says");
            Err(sheet.fault(row, 0, problem))
        }
    }
}

/// The two tables while they fill.
struct Wide {
    medians: Table,
    employment: Table,
    /// The input row of each key in its latest year, for messages.
    read_from: BTreeMap<Vec<String>, (usize, usize)>,
}

impl Wide {
    fn new(first: u16, last: u16) -> Self {
        let years: Vec<String> = (first..=last).map(|year| year.to_string()).collect();
        let mut header = vec!["cbsa", "occupation"];
        header.extend(years.iter().map(String::as_str));
        Self {
            medians: Table::new("medians.csv", 2, &header),
            employment: Table::new("employment.csv", 2, &header),
            read_from: BTreeMap::new(),
        }
    }

    fn read_from(&mut self, key: &[&str], place: usize, row: usize) {
        let key = key.iter().map(|&part| part.to_owned()).collect();
        let kept = self.read_from.entry(key).or_insert((place, row));
        *kept = (*kept).max((place, row));
    }

    /// Each year that the file's name promises must be there.
    fn check_years(&self, file: &str, first: u16, last: u16, faults: &mut Faults) {
        for (place, year) in (first..=last).enumerate() {
            if self.medians.rows.values().all(|cells| cells[place].is_empty()) {
                let problem = format!("has no row for {year}; add the year or rename the file");
                faults.add(Fault::column(file, "YEAR", problem));
            }
        }
    }

    fn put(&mut self, key: &[&str], place: usize, employment: &str, median: &str) {
        let set = |table: &mut Table, text: &str| {
            if let Some(cell) = table.entry(key).get_mut(place) {
                text.clone_into(cell);
            }
        };
        set(&mut self.medians, median);
        set(&mut self.employment, employment);
    }

    /// Fills the last year from the metropolitan table.
    fn join(&mut self, latest: &Metro) {
        let place = self.medians.header.len() - 3;
        for (key, cells) in &latest.table.rows {
            let key: Vec<&str> = key.iter().map(String::as_str).collect();
            self.put(&key, place, &cells[0], &cells[MEDIAN]);
        }
    }

    /// The last year must be the metropolitan table's.
    fn compare(&self, file: &str, latest: &Metro, metro: &str) -> Result<(), Vec<Fault>> {
        let mut faults = Faults::default();
        let columns = [(&self.medians, MEDIAN, "A_MEDIAN"), (&self.employment, 0, "TOT_EMP")];
        for (table, place, column) in columns {
            let keys: BTreeSet<&Vec<String>> =
                table.rows.keys().chain(latest.table.rows.keys()).collect();
            for key in keys {
                let here = table.rows.get(key).and_then(|cells| cells.last());
                let here = here.map_or("", String::as_str);
                let there = latest.table.rows.get(key).map_or("", |cells| cells[place].as_str());
                if here != there {
                    let problem = format!(
                        "{} in {} is \"{here}\" here and \"{there}\" in {metro}; \
                         take both files from the same release",
                        key.join(" "),
                        latest.year
                    );
                    let row = self.read_from.get(key).map(|(_, row)| *row);
                    faults.add(Fault { row, ..Fault::column(file, column, problem) });
                }
            }
        }
        faults.or(())
    }
}
