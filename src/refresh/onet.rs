//! What O*NET says of the listed occupations, from its tab-separated files as published.
//!
//! O*NET's codes are finer than ours: 15-2051.00 and 15-2051.01 are both of 15-2051. Ratings and
//! shares are averaged over them, each code counting once; lists are joined. Adds nothing for
//! occupations that a file lacks, but says so.

mod lists;
mod ratings;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::sheet::{Column, Row, Sheet};
use super::table::Table;
use crate::tables::{Fault, Faults};

pub(super) const SKILLS: &str = "onet/skills.tsv";
pub(super) const KNOWLEDGE: &str = "onet/knowledge.tsv";
pub(super) const TECHNOLOGIES: &str = "onet/technology_skills.tsv";
pub(super) const EDUCATION: &str = "onet/education_training_and_experience.tsv";
pub(super) const CATEGORIES: &str = "onet/education_training_and_experience_categories.tsv";
pub(super) const RELATED: &str = "onet/related_occupations.tsv";
pub(super) const ALTERNATE: &str = "onet/alternate_titles.tsv";
pub(super) const REPORTED: &str = "onet/sample_of_reported_titles.tsv";

/// Every file that is read.
pub(super) const FILES: [&str; 8] =
    [SKILLS, KNOWLEDGE, TECHNOLOGIES, EDUCATION, CATEGORIES, RELATED, ALTERNATE, REPORTED];

/// The first column of each file.
const CODE: Column = Column::Required("O*NET-SOC Code");

/// The five tables, and notes on what they lack.
pub(super) fn read(
    raw: &Path,
    occupations: &BTreeSet<String>,
) -> Result<(Vec<Table>, Vec<String>), Vec<Fault>> {
    let mut faults = Faults::default();
    let made = [
        faults.keep_all(ratings::elements(raw, occupations)),
        faults.keep_all(lists::technologies(raw, occupations)),
        faults.keep_all(ratings::education(raw, occupations)),
        faults.keep_all(lists::related(raw, occupations)),
        faults.keep_all(lists::titles(raw, occupations)),
    ];
    let tables: Vec<Table> = made.into_iter().flatten().collect();
    let mut notes = Vec::new();
    for table in &tables {
        notes.extend(lacking(table, occupations));
        notes.extend(not_its_own(table));
    }
    faults.or((tables, notes))
}

/// One line on occupations without a row.
pub(super) fn lacking(table: &Table, occupations: &BTreeSet<String>) -> Option<String> {
    let there: BTreeSet<&String> = table.rows.keys().map(|key| &key[0]).collect();
    let lacking: Vec<&str> =
        occupations.iter().filter(|code| !there.contains(code)).map(String::as_str).collect();
    let (file, count, codes) = (&table.file, lacking.len(), lacking.join(" "));
    (count > 0).then(|| format!("{file}: the source has nothing on {count} occupations: {codes}"))
}

/// One line on occupations whose figures are all of finer codes, such as 15-2051.01.
fn not_its_own(table: &Table) -> Option<String> {
    let place = table.header.iter().position(|name| name == "codes")? - table.keys;
    let mut codes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (key, cells) in &table.rows {
        codes.entry(&key[0]).or_default().extend(cells[place].split(' '));
    }
    let finer: Vec<String> = codes
        .iter()
        .filter(|(_, codes)| codes.iter().all(|code| !code.ends_with(".00")))
        .map(|(soc, codes)| {
            format!("{soc} by {}", codes.iter().copied().collect::<Vec<_>>().join(" and "))
        })
        .collect();
    let (file, finer) = (&table.file, finer.join(", "));
    (!finer.is_empty()).then(|| format!("{file}: known by finer codes only: {finer}"))
}

/// The rows of a file that are of listed occupations, each with its SOC code. The first wanted
/// column is that of [`CODE`].
fn of_listed<'a>(
    sheet: &'a Sheet,
    occupations: &BTreeSet<String>,
    faults: &mut Faults,
) -> Vec<(&'a str, &'a Row)> {
    let mut rows = Vec::new();
    for row in &sheet.rows {
        if let Some(soc) = faults.keep(soc(sheet, row, 0))
            && occupations.contains(soc)
        {
            rows.push((soc, row));
        }
    }
    rows
}

/// The SOC part of an O*NET-SOC code.
fn soc<'a>(sheet: &Sheet, row: &'a Row, column: usize) -> Result<&'a str, Fault> {
    let code = row.text(column);
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    match code.split_once('.') {
        Some((soc, finer)) if digits(finer) && super::hand::is_occupation(soc) => Ok(soc),
        _ => {
            let problem = format!("\"{code}\" is not an O*NET-SOC code like 15-2051.01");
            Err(sheet.fault(row, column, problem))
        }
    }
}

/// A cell of Y or N.
fn flag(sheet: &Sheet, row: &Row, column: usize) -> Result<bool, Fault> {
    match row.text(column) {
        "Y" => Ok(true),
        "N" => Ok(false),
        other => Err(sheet.fault(row, column, format!("\"{other}\" is neither Y nor N"))),
    }
}

fn letter(flag: bool) -> String {
    (if flag { "Y" } else { "N" }).to_owned()
}
