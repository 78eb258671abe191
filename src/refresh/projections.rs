//! Employment projections of the listed occupations, from the Occupational Outlook Handbook.
//! A row of the handbook may be for several occupations; each then gets the figures of all of them
//! together, and says so in `covers`.

use std::collections::BTreeSet;
use std::path::Path;

use super::inputs::{Inputs, year};
use super::onet::lacking;
use super::sheet::{Column, Row, Sheet};
use super::table::{Seen, Table};
use crate::tables::{Fault, Faults};

/// Rows of the handbook that name no code because they are for several, and the codes that their
/// titles are the SOC titles of.
const TOGETHER: [(&str, [&str; 2]); 4] = [
    ("Database administrators and architects", ["15-1242", "15-1243"]),
    ("Mathematicians and statisticians", ["15-2021", "15-2041"]),
    ("Software developers, quality assurance analysts, and testers", ["15-1252", "15-1253"]),
    ("Web developers and digital designers", ["15-1254", "15-1255"]),
];

/// What the handbook writes where it names no single typical education.
const NO_EDUCATION: &str = "See How to Become One";

/// `projections.csv`, and notes on what it lacks.
pub(super) fn read(
    raw: &Path,
    inputs: &Inputs,
    occupations: &BTreeSet<String>,
) -> Result<(Table, Vec<String>), Vec<Fault>> {
    let wanted = [
        "title",
        "soc_code",
        "num_jobs_*",
        "projected_employment_*",
        "outlook_pct",
        "entry_education",
        "url",
    ];
    let sheet = Sheet::read(raw, &inputs.projections, &wanted.map(Column::Required))?;
    let mut faults = Faults::default();
    let [first, last] =
        [2, 3].map(|column| faults.keep(heading_year(&sheet, column)).unwrap_or_default());
    let header = [
        "occupation",
        "covers",
        &format!("employment_{first}"),
        &format!("employment_{last}"),
        "change_percent",
        "entry_education",
        "url",
    ];
    let mut table = Table::new("projections.csv", 1, &header);
    let mut seen = Seen::default();
    for row in &sheet.rows {
        let covers = faults.keep(covers(&sheet, row, occupations)).unwrap_or_default();
        let listed: Vec<&String> =
            covers.iter().filter(|code| occupations.contains(*code)).collect();
        if listed.is_empty() {
            continue;
        }
        let whole = |column, range: std::ops::RangeInclusive<f64>| {
            let number = sheet.decimal(row, column, &range)?;
            if number.fract() == 0.0 {
                return Ok(number.to_string());
            }
            Err(sheet.fault(row, column, format!("{number} is not a whole number")))
        };
        let cells = [
            Some(covers.join(" ")),
            faults.keep(whole(2, 100.0..=100_000_000.0)),
            faults.keep(whole(3, 100.0..=100_000_000.0)),
            faults.keep(whole(4, -100.0..=1000.0)),
            Some(row.text(5)).map(|text| text.replace(NO_EDUCATION, "")),
            faults.keep(sheet.filled(row, 6)),
        ];
        let cells: Option<Vec<String>> = cells.into_iter().collect();
        for code in listed {
            faults.keep(seen.note(&sheet.file, row.number, &[code]));
            table.insert(&[code], cells.clone().unwrap_or_default());
        }
    }
    let notes = lacking(&table, occupations).into_iter().collect();
    faults.or((table, notes))
}

/// The codes that a row is for, those of a broad group (15-1230) as far as they are listed; none
/// for rows without a code that are not known to hold one of ours.
fn covers(sheet: &Sheet, row: &Row, occupations: &BTreeSet<String>) -> Result<Vec<String>, Fault> {
    let (title, code) = (row.text(0), row.text(1));
    if code.is_empty() {
        let known = TOGETHER.iter().find(|(together, _)| *together == title);
        let codes = known.map(|(_, codes)| codes.map(str::to_owned).to_vec());
        return Ok(codes.unwrap_or_default());
    }
    if !super::hand::is_occupation(code) {
        return Err(sheet.fault(row, 1, format!("\"{code}\" is not a SOC code like 15-2051")));
    }
    Ok(match code.strip_suffix('0') {
        Some(group) => occupations.iter().filter(|code| code.starts_with(group)).cloned().collect(),
        None => vec![code.to_owned()],
    })
}

/// The year that ends a column's name.
fn heading_year(sheet: &Sheet, column: usize) -> Result<u16, Fault> {
    let heading = sheet.heading(column).unwrap_or_default();
    heading.rsplit('_').next().and_then(year).ok_or_else(|| {
        let problem = "must end in a year, as in num_jobs_2024";
        Fault { row: Some(1), ..Fault::column(&sheet.file, heading, problem) }
    })
}
