//! The survey of pay by years of coding: reading, and dealing into folds.

use super::statistics::fold;
use crate::refresh::sheet::{Column, Sheet};
use crate::tables::{Fault, Faults};
use std::path::Path;

const COLUMNS: [&str; 4] = ["salary", "YearsCode", "EdLevel", "PrimaryRole"];
/// Pay below this is not a year's.
const LEAST_PAY: f64 = 1000.0;

/// Someone who answered.
#[derive(Clone, Debug)]
pub(super) struct Respondent {
    /// Dollars a year.
    pub(super) pay: f64,
    /// Years of coding, study and work together.
    pub(super) coding: f64,
    /// Index in the order of `profile::Education`.
    pub(super) education: usize,
    /// What they call themselves.
    pub(super) role: String,
    pub(super) fold: u8,
}

impl Respondent {
    /// Years of work, when so many years of coding were study.
    pub(super) fn work(&self, study: f64) -> f64 {
        (self.coding - study).max(0.0)
    }
}

/// Reads those who work.
pub(super) fn read(raw: &Path, file: &str) -> Result<Vec<Respondent>, Vec<Fault>> {
    let sheet = Sheet::read(raw, file, &COLUMNS.map(Column::Required))?;
    let mut faults = Faults::default();
    let mut respondents = Vec::new();
    for (index, row) in sheet.rows.iter().enumerate() {
        let number = |at: usize| {
            let text = row.text(at);
            let number = text.parse::<f64>().ok().filter(|number| (0.0..1e9).contains(number));
            number.ok_or_else(|| sheet.fault(row, at, format!("\"{text}\" is not a number")))
        };
        let (Some(pay), Some(coding)) = (faults.keep(number(0)), faults.keep(number(1))) else {
            continue;
        };
        let fold = fold(&format!("{index}|{}|{}", pay.trunc(), coding.trunc()));
        let (education, role) = (education(row.text(2)), row.text(3).to_owned());
        if pay >= LEAST_PAY && !["Student", "Retired"].contains(&role.as_str()) {
            respondents.push(Respondent { pay, coding, education, role, fold });
        }
    }
    if respondents.is_empty() {
        faults.add(Fault::file(file, "has no respondent to fit on"));
    }
    faults.or(respondents)
}

/// The survey's names of degrees; its professional degrees are mostly doctorates.
fn education(text: &str) -> usize {
    match text.split(' ').next() {
        Some("Bachelor’s") => 1,
        Some("Master’s") => 2,
        Some("Professional") => 3,
        _ => 0,
    }
}
