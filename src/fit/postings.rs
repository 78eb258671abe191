//! Job postings: reading, and dealing them into folds so that the two ends of one pay band, and
//! repeats of it, never stand on both sides of a test.

use super::settings::Settings;
use super::statistics::fold;
use crate::refresh::sheet::{Column, Row, Sheet};
use crate::tables::{Fault, Faults, Tables};
use std::collections::HashMap;
use std::path::Path;

/// The levels as postings write them, lowest first.
pub(super) const LEVELS: [&str; 4] = ["EN", "MI", "SE", "EX"];

/// Columns that are read; those after the first three say who posts what and where.
const COLUMNS: [&str; 11] = [
    "salary_in_usd",
    "salary",
    "salary_currency",
    "work_year",
    "experience_level",
    "employment_type",
    "job_title",
    "employee_residence",
    "remote_ratio",
    "company_location",
    "company_size",
];
const SAME: std::ops::Range<usize> = 3..11;

/// A full-time posting in the USA.
#[derive(Debug)]
pub(super) struct Posting {
    pub(super) year: u32,
    /// Index in [`LEVELS`].
    pub(super) level: usize,
    pub(super) title: String,
    /// Index of the role that the title means.
    pub(super) role: Option<usize>,
    /// Dollars a year.
    pub(super) pay: f64,
    /// Whether the work is wholly remote, where it is not partly so.
    pub(super) remote: Option<bool>,
    pub(super) fold: u8,
}

/// Reads the postings to be used.
pub(super) fn read(
    raw: &Path,
    file: &str,
    tables: &Tables,
    settings: &Settings,
) -> Result<Vec<Posting>, Vec<Fault>> {
    let sheet = Sheet::read(raw, file, &COLUMNS.map(Column::Required))?;
    let mut faults = Faults::default();
    let mut roles: HashMap<&str, usize> = HashMap::new();
    for (at, role) in tables.roles.iter().enumerate() {
        roles.extend(role.postings.iter().map(|title| (title.as_str(), at)));
    }
    let mut postings = Vec::new();
    for band in bands(&sheet.rows) {
        let read = |row| faults.keep(posting(&sheet, row, &roles));
        let mut band: Vec<Posting> = band.iter().filter_map(read).flatten().collect();
        deal(&mut band);
        postings.extend(band.into_iter().filter(|posting| posting.year >= *settings.first_year));
    }
    if postings.is_empty() {
        faults.add(Fault::file(file, "has no full-time posting in the USA to fit on"));
    }
    faults.or(postings)
}

/// Rows one or two at a time. Two rows that follow each other and differ in their pay alone are the
/// two ends of one band.
fn bands(rows: &[Row]) -> Vec<&[Row]> {
    let same = |a: &Row, b: &Row| SAME.into_iter().all(|at| a.text(at) == b.text(at));
    rows.chunk_by(same).flat_map(|run| run.chunks(2)).collect()
}

/// One posting; nothing when it is not full-time work in the USA.
fn posting(
    sheet: &Sheet,
    row: &Row,
    roles: &HashMap<&str, usize>,
) -> Result<Option<Posting>, Fault> {
    let [pay, _, _, year, level, kind, title, lives, remote, works, _] =
        std::array::from_fn(|at| row.text(at));
    let number = |at: usize, text: &str| {
        let fault = || sheet.fault(row, at, format!("\"{text}\" is not a whole number"));
        text.parse::<u32>().map_err(|_| fault())
    };
    let (pay, year) = (number(0, pay)?, number(3, year)?);
    let Some(level) = LEVELS.iter().position(|known| *known == level) else {
        return Err(sheet.fault(row, 4, format!("\"{level}\" is not EN, MI, SE or EX")));
    };
    if kind != "FT" || lives != "US" || works != "US" {
        return Ok(None);
    }
    if !(5_000..5_000_000).contains(&pay) {
        return Err(sheet.fault(row, 0, format!("{pay} is not a yearly pay in dollars")));
    }
    let remote = match remote {
        "100" => Some(true),
        "0" => Some(false),
        _ => None,
    };
    let (title, pay) = (title.to_owned(), f64::from(pay));
    let role = roles.get(title.as_str()).copied();
    Ok(Some(Posting { year, level, title, role, pay, remote, fold: 0 }))
}

/// Sets the fold of the ends of one band, by what the band says.
fn deal(band: &mut [Posting]) {
    let low = band.iter().map(|posting| posting.pay).fold(f64::INFINITY, f64::min);
    let high = band.iter().map(|posting| posting.pay).fold(0.0, f64::max);
    for posting in band {
        let level = LEVELS[posting.level];
        posting.fold = fold(&format!("{}|{level}|{low}|{high}", posting.title));
    }
}
