//! Projections are about known occupations, and their change fits the jobs that it is a change of.

use super::super::{Fault, ProjectionRow, Tables};
use super::{ascending, listed};

const FILE: &str = "projections.csv";
/// Jobs are rounded to hundreds.
const JOBS: f64 = 50.0;
/// A percentage is rounded to whole ones.
const PERCENT: f64 = 0.5;

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    ascending(FILE, tables.projections.iter().map(|row| &row.occupation), faults);
    for (index, row) in tables.projections.iter().enumerate() {
        let at = index + 2;
        listed(tables, FILE, at, "occupation", &row.occupation, faults);
        if !row.covers.contains(&row.occupation) {
            faults.push(Fault::cell(FILE, at, "covers", "lacks the occupation itself"));
        }
        if row.employment.iter().any(|jobs| !(100..=100_000_000).contains(jobs)) {
            faults.push(Fault::row(FILE, at, "jobs are outside 100 to 100,000,000"));
        } else if !agrees(row) {
            let problem = "does not fit the jobs of the two years";
            faults.push(Fault::cell(FILE, at, "change_percent", problem));
        }
        if row.years[0] >= row.years[1] {
            faults.push(Fault::row(FILE, at, "the years are the wrong way round"));
        }
        if !row.url.starts_with("https://www.bls.gov/") {
            faults.push(Fault::cell(FILE, at, "url", "is not a page of BLS"));
        }
    }
}

/// Whether the change lies between the least and the most that the rounded jobs allow.
fn agrees(row: &ProjectionRow) -> bool {
    let [from, to] = row.employment.map(f64::from);
    let percent = |from: f64, to: f64| (to / from - 1.0) * 100.0;
    let least = percent(from + JOBS, to - JOBS) - PERCENT;
    let most = percent(from - JOBS, to + JOBS) + PERCENT;
    (least..=most).contains(&f64::from(row.change))
}
