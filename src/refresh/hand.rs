//! The list of occupations, kept by hand under `data/`. Refresh reads it and never writes it.
//! The other lists kept by hand are checked with everything else, by `tables::check`.

use std::collections::BTreeSet;
use std::path::Path;

use super::sheet::{Column, Sheet};
use super::table::Seen;
use crate::tables::{Fault, Faults};

/// The occupation list's name under `data/`.
pub(super) const OCCUPATIONS: &str = "occupations.csv";

/// The codes of the occupations to keep.
pub(super) fn occupations(data: &Path) -> Result<BTreeSet<String>, Vec<Fault>> {
    let sheet =
        Sheet::read(data, OCCUPATIONS, &[Column::Required("code"), Column::Required("title")])?;
    let mut faults = Faults::default();
    let mut seen = Seen::default();
    for row in &sheet.rows {
        if !is_occupation(row.text(0)) {
            faults.add(sheet.fault(row, 0, "is not a SOC code; write it like 15-2051"));
        }
        if row.text(1).is_empty() {
            faults.add(sheet.fault(row, 1, "is empty; write the occupation's title"));
        }
        faults.keep(seen.note(&sheet.file, row.number, &[row.text(0)]));
    }
    faults.or(sheet.rows.iter().map(|row| row.text(0).to_owned()).collect())
}

/// Whether a text is a SOC code.
pub(super) fn is_occupation(code: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(code.split_once('-'), Some((group, rest))
        if group.len() == 2 && rest.len() == 4 && digits(group) && digits(rest))
}
