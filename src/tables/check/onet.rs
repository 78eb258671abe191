//! What O*NET says is about known occupations, on its own scales, once for each thing.

use super::super::{Fault, Tables, Tier};
use super::{ascending, listed};
use std::collections::BTreeMap;

const ELEMENTS: &str = "onet_elements.csv";
const TECHNOLOGIES: &str = "onet_technologies.csv";
const EDUCATION: &str = "onet_education.csv";
const RELATED: &str = "onet_related.csv";
const TITLES: &str = "onet_titles.csv";

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    keys(tables, faults);
    elements(tables, faults);
    technologies(tables, faults);
    education(tables, faults);
    related(tables, faults);
    for (index, row) in tables.titles.iter().enumerate() {
        listed(tables, TITLES, index + 2, "occupation", &row.occupation, faults);
        if row.title.trim().is_empty() {
            faults.push(Fault::cell(TITLES, index + 2, "title", "is empty"));
        }
    }
}

fn keys(tables: &Tables, faults: &mut Vec<Fault>) {
    let elements = tables.elements.iter();
    ascending(ELEMENTS, elements.map(|r| (&r.occupation, r.kind, &r.element)), faults);
    let technologies = tables.technologies.iter();
    ascending(TECHNOLOGIES, technologies.map(|r| (&r.occupation, &r.technology)), faults);
    ascending(EDUCATION, tables.required.iter().map(|r| (&r.occupation, r.category)), faults);
    ascending(RELATED, tables.related.iter().map(|r| (&r.occupation, &r.related)), faults);
    ascending(TITLES, tables.titles.iter().map(|r| (&r.occupation, &r.title)), faults);
}

fn elements(tables: &Tables, faults: &mut Vec<Fault>) {
    for (index, row) in tables.elements.iter().enumerate() {
        let mut fault = |column: &str, problem: &str| {
            faults.push(Fault::cell(ELEMENTS, index + 2, column, problem));
        };
        if !(1.0..=5.0).contains(&row.importance) {
            fault("importance", "is outside 1 to 5");
        }
        if row.level.is_some_and(|level| !(0.0..=7.0).contains(&level)) {
            fault("level", "is outside 0 to 7");
        }
        if !are_of(&row.codes, &row.occupation) {
            fault("codes", "are not of the occupation");
        }
        listed(tables, ELEMENTS, index + 2, "occupation", &row.occupation, faults);
    }
}

fn technologies(tables: &Tables, faults: &mut Vec<Fault>) {
    for (index, row) in tables.technologies.iter().enumerate() {
        listed(tables, TECHNOLOGIES, index + 2, "occupation", &row.occupation, faults);
        if !row.hot && !row.in_demand {
            let problem = "is neither hot nor in demand: such rows are left out";
            faults.push(Fault::row(TECHNOLOGIES, index + 2, problem));
        }
        if row.category.trim().is_empty() {
            faults.push(Fault::cell(TECHNOLOGIES, index + 2, "category", "is empty"));
        }
    }
}

/// Shares are rounded by O*NET, so their sum is allowed a percent.
fn education(tables: &Tables, faults: &mut Vec<Fault>) {
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    for (index, row) in tables.required.iter().enumerate() {
        let mut fault = |column: &str, problem: &str| {
            faults.push(Fault::cell(EDUCATION, index + 2, column, problem));
        };
        if !(1..=12).contains(&row.category) || row.label.trim().is_empty() {
            fault("category", "needs a number from 1 to 12 and a label");
        }
        if !(0.0..=100.0).contains(&row.share) {
            fault("share", "is outside 0 to 100");
        }
        if !are_of(&row.codes, &row.occupation) {
            fault("codes", "are not of the occupation");
        }
        listed(tables, EDUCATION, index + 2, "occupation", &row.occupation, faults);
        *sums.entry(&row.occupation).or_default() += row.share;
    }
    for (occupation, sum) in sums {
        if !(99.0..=101.0).contains(&sum) {
            let problem = format!("the shares of {occupation} add to {sum:.2}, not to about 100");
            faults.push(Fault::file(EDUCATION, problem));
        }
    }
}

fn related(tables: &Tables, faults: &mut Vec<Fault>) {
    for (index, row) in tables.related.iter().enumerate() {
        let ranks = match row.tier {
            Tier::PrimaryShort => 1..=5,
            Tier::PrimaryLong => 6..=10,
            Tier::Supplemental => 11..=20,
        };
        if !ranks.contains(&row.rank) {
            faults.push(Fault::cell(RELATED, index + 2, "rank", "is not of its tier"));
        }
        if row.related == row.occupation {
            faults.push(Fault::cell(RELATED, index + 2, "related", "is the occupation itself"));
        }
        listed(tables, RELATED, index + 2, "occupation", &row.occupation, faults);
        listed(tables, RELATED, index + 2, "related", &row.related, faults);
    }
}

/// Whether O*NET-SOC codes, at least one, are all of a SOC occupation.
fn are_of(codes: &str, occupation: &str) -> bool {
    let mut codes = codes.split(' ');
    codes.all(|code| code.split_once('.').is_some_and(|(soc, _)| soc == occupation))
}
