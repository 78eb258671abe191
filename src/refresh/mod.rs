//! `paypath refresh`: makes the tables under `data/` from the files as published.
//!
//! One door, [`run`]. It reads the BLS wage files, the metro list, the city names, O*NET, the
//! projections and the outlines of the states, checks them, and writes sorted tables with the checksums of their inputs; the same inputs give the same
//! bytes. What it would write is first checked together with everything else under `data/`, as the
//! build does. On any fault nothing is written. It fits no model, fetches nothing, reads no clock.

mod figure;
mod hand;
mod history;
mod inputs;
mod onet;
mod outlines;
mod places;
mod projections;
mod report;
pub(crate) mod sheet;
pub(crate) mod sources;
mod table;
mod wages;
pub(crate) mod write;

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

pub use report::{Change, Move, Report};

use inputs::Inputs;
use table::Table;
use write::Output;

use crate::tables::{self, Fault, Faults};

/// What the person at the keyboard knows and the files do not.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day the inputs were fetched, `YYYY-MM-DD`; needed when an input's checksum is new.
    pub retrieved: Option<String>,
}

/// Reads the published files under `raw` and brings the tables under `data` up to date.
///
/// # Errors
/// Every fault found, each with file, row and column where it has them; nothing is then written.
pub fn run(raw: &Path, data: &Path, options: &Options) -> Result<Report, Vec<Fault>> {
    let inputs = Inputs::find(raw)?;
    let mut faults = Faults::default();
    let made = faults.keep_all(make(raw, data, &inputs));
    let retrieved = options.retrieved.as_deref();
    let sources = faults.keep_all(sources::refresh(raw, data, &inputs.files(), retrieved));
    let (Some((tables, mut notes)), Some(sources)) = (made, sources) else {
        faults.or(())?;
        return Err(Vec::new());
    };

    let mut outputs = Vec::new();
    let mut changes = Vec::new();
    for table in &tables {
        if let Some((output, change)) = faults.keep_all(prepare(data, table)) {
            outputs.push(output);
            changes.push(change);
        }
    }
    faults.or(())?;
    let old = write::read(data, sources::SOURCES).map_err(|fault| vec![fault])?;
    outputs.push(Output { file: sources::SOURCES.to_owned(), new: sources.bytes, old });
    notes.extend(check(data, &outputs)?);
    write::replace(data, &outputs).map_err(|fault| vec![fault])?;
    notes.extend(sources.notes);
    Ok(Report { tables: changes, notes })
}

/// Checks everything under `data` as it would be after writing. Only what `fit` mends, and can mend
/// only after a refresh, is no fault but a note.
fn check(data: &Path, outputs: &[Output]) -> Result<Vec<String>, Vec<Fault>> {
    let text = |file: &str| match outputs.iter().find(|output| output.file == file) {
        Some(output) => String::from_utf8(output.new.clone()).map_err(io::Error::other),
        None => fs::read_to_string(data.join(file)),
    };
    let (unfitted, faults): (Vec<_>, Vec<_>) = tables::check(&tables::read_with(&text)?)
        .into_iter()
        .partition(|fault| [tables::MODEL, tables::SCORES].contains(&fault.file.as_str()));
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(unfitted.iter().map(|fault| format!("{fault}; now run `cargo paypath fit`")).collect())
}

/// All tables, checked against each other, and notes on what was left out.
fn make(raw: &Path, data: &Path, inputs: &Inputs) -> Result<(Vec<Table>, Vec<String>), Vec<Fault>> {
    let mut faults = Faults::default();
    let occupations = faults.keep_all(hand::occupations(data));
    let places = faults.keep_all(places::metros(raw, inputs));
    let (Some(occupations), Some(places)) = (occupations, places) else {
        faults.or(())?;
        return Err(Vec::new());
    };
    let metros: BTreeSet<String> = places.rows.keys().map(|key| key[0].clone()).collect();

    let national = faults.keep_all(wages::national(raw, inputs, &occupations));
    let cities = faults.keep_all(places::cities(raw, inputs, &metros));
    let metro = faults.keep_all(wages::metro(raw, inputs, &occupations, &metros));
    let history = metro.as_ref().and_then(|metro| {
        faults.keep_all(history::read(raw, inputs, &occupations, &metros, metro))
    });
    let work = faults.keep_all(onet::read(raw, &occupations));
    let projections = faults.keep_all(projections::read(raw, inputs, &occupations));
    let outlines = faults.keep_all(outlines::read(raw));
    let (Some(national), Some(cities), Some(metro), Some(history)) =
        (national, cities, metro, history)
    else {
        faults.or(())?;
        return Err(Vec::new());
    };
    check_complete(inputs, &occupations, &metros, &metro, &national, &mut faults);
    let mut notes: Vec<String> = metro.notes.into_iter().chain(history.notes).collect();
    let mut tables =
        vec![national, places, cities, metro.table, history.medians, history.employment];
    for (more, noted) in work.into_iter().chain(projections.map(|(table, n)| (vec![table], n))) {
        tables.extend(more);
        notes.extend(noted);
    }
    tables.extend(outlines);
    faults.or((tables, notes))
}

/// Every listed metro and occupation must be there in the latest year, which all files share.
fn check_complete(
    inputs: &Inputs,
    occupations: &BTreeSet<String>,
    metros: &BTreeSet<String>,
    metro: &wages::Metro,
    national: &Table,
    faults: &mut Faults,
) {
    let file = &inputs.metro.0;
    let (year, latest) = (metro.year, inputs.national.last());
    if latest.is_none_or(|(latest, _)| *latest != year) {
        let problem = format!("is for {year} but the latest national file is not; fetch both");
        faults.add(Fault::file(file, problem));
    }
    let has = |place: usize, wanted: &String| {
        metro.table.rows.keys().any(|key| key.get(place) == Some(wanted))
    };
    for area in metros.iter().filter(|area| !has(0, area)) {
        let problem = format!("has no row for {area}; add it or take {area} off the metro list");
        faults.add(Fault::column(file, "AREA", problem));
    }
    for code in occupations {
        if !has(1, code) {
            let problem =
                format!("has no row for {code}; add it or take it out of {}", hand::OCCUPATIONS);
            faults.add(Fault::column(file, "OCC_CODE", problem));
        }
        let nation = latest.map_or("", |(_, file)| file.as_str());
        if national.get(&[&year.to_string(), code]).is_none() {
            let problem = format!("has no row for {code} in {year}; fetch the file again");
            faults.add(Fault::column(nation, "OCC_CODE", problem));
        }
    }
}

/// A table's bytes, proved to read back, and how they differ from what is there.
fn prepare(data: &Path, table: &Table) -> Result<(Output, Change), Vec<Fault>> {
    let one = |fault: Fault| vec![fault];
    let new = table.bytes().map_err(one)?;
    if Table::parse(&table.file, table.keys, &new)? != *table {
        return Err(vec![Fault::file(&table.file, "reads back differently; do not use it")]);
    }
    let old = write::read(data, &table.file).map_err(one)?;
    let before = match &old {
        Some(bytes) => Some(Table::parse(&table.file, table.keys, bytes)?),
        None => None,
    };
    let change = Change::between(before.as_ref(), table);
    Ok((Output { file: table.file.clone(), new, old }, change))
}
