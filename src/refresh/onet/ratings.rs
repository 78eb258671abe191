//! What is averaged over the finer codes of an occupation: ratings of skills and knowledge, and
//! shares of required education.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::sheet::{Column, Row, Sheet};
use super::super::table::{Seen, Table};
use super::{CATEGORIES, CODE, EDUCATION, KNOWLEDGE, SKILLS, letter, of_listed};
use crate::tables::{Fault, Faults};

/// The scale of required education among O*NET's scales.
const REQUIRED: &str = "RL";

/// One figure by the finer codes that have it.
#[derive(Default)]
struct Mean(BTreeMap<String, f64>);

impl Mean {
    /// The average, as all tables write it; empty without a figure.
    fn text(&self) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        format!("{:.2}", self.0.values().sum::<f64>() / self.0.len() as f64)
    }

    fn codes(&self) -> String {
        self.0.keys().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// Importance and level of one element.
#[derive(Default)]
struct Element {
    importance: Mean,
    level: Mean,
}

/// `onet_elements.csv`. A level that O*NET calls not relevant or recommends to suppress is left
/// out of the average.
pub(super) fn elements(raw: &Path, occupations: &BTreeSet<String>) -> Result<Table, Vec<Fault>> {
    let header = ["occupation", "kind", "element", "importance", "level", "codes"];
    let mut table = Table::new("onet_elements.csv", 3, &header);
    let mut faults = Faults::default();
    for (file, kind) in [(KNOWLEDGE, "knowledge"), (SKILLS, "skill")] {
        let elements = faults.keep_all(rated(raw, file, occupations)).unwrap_or_default();
        for ((soc, name), element) in &elements {
            let (importance, level) = (&element.importance, &element.level);
            if importance.0.is_empty() {
                let problem = format!("has a level but no importance of {name} for {soc}");
                faults.add(Fault::column(file, "Scale ID", problem));
            }
            let cells = vec![importance.text(), level.text(), importance.codes()];
            table.insert(&[soc, kind, name], cells);
        }
    }
    faults.or(table)
}

type Elements = BTreeMap<(String, String), Element>;

fn rated(raw: &Path, file: &str, occupations: &BTreeSet<String>) -> Result<Elements, Vec<Fault>> {
    let mut wanted = vec![CODE];
    wanted.extend(
        ["Element Name", "Scale ID", "Data Value", "Recommend Suppress", "Not Relevant"]
            .map(Column::Required),
    );
    let sheet = Sheet::read(raw, file, &wanted)?;
    let mut faults = Faults::default();
    let mut seen = Seen::default();
    let mut elements = Elements::new();
    for (soc, row) in of_listed(&sheet, occupations, &mut faults) {
        let scale = row.text(2);
        let range = match scale {
            "IM" => 1.0..=5.0,
            "LV" => 0.0..=7.0,
            _ => {
                faults.add(sheet.fault(row, 2, format!("\"{scale}\" is neither IM nor LV")));
                continue;
            }
        };
        faults.keep(seen.note(file, row.number, &[row.text(0), row.text(1), scale]));
        let name = faults.keep(sheet.filled(row, 1));
        let value = faults.keep(sheet.decimal(row, 3, &range));
        let doubtful = [4, 5].map(|column| faults.keep(mark(&sheet, row, column)));
        if let (Some(name), Some(value)) = (name, value) {
            let element = elements.entry((soc.to_owned(), name)).or_default();
            let code = row.text(0).to_owned();
            if scale == "IM" {
                element.importance.0.insert(code, value);
            } else if !doubtful.contains(&Some(true)) {
                element.level.0.insert(code, value);
            }
        }
    }
    faults.or(elements)
}

/// One level of required education.
#[derive(Default)]
struct Share {
    mean: Mean,
    imprecise: bool,
}

/// `onet_education.csv`: the twelve shares of each occupation, those that O*NET calls imprecise too.
pub(super) fn education(raw: &Path, occupations: &BTreeSet<String>) -> Result<Table, Vec<Fault>> {
    let labels = labels(raw)?;
    let mut wanted = vec![CODE];
    wanted
        .extend(["Scale ID", "Category", "Data Value", "Recommend Suppress"].map(Column::Required));
    let sheet = Sheet::read(raw, EDUCATION, &wanted)?;
    let mut faults = Faults::default();
    let mut seen = Seen::default();
    let mut shares: BTreeMap<(String, String), Share> = BTreeMap::new();
    for (soc, row) in of_listed(&sheet, occupations, &mut faults) {
        if row.text(1) != REQUIRED {
            continue;
        }
        let category = row.text(2);
        faults.keep(seen.note(EDUCATION, row.number, &[row.text(0), category]));
        if !labels.contains_key(category) {
            let problem = format!("\"{category}\" is not a category of {CATEGORIES}");
            faults.add(sheet.fault(row, 2, problem));
        }
        let value = faults.keep(sheet.decimal(row, 3, &(0.0..=100.0)));
        let imprecise = faults.keep(mark(&sheet, row, 4));
        if let (Some(value), Some(imprecise)) = (value, imprecise) {
            let share = shares.entry((soc.to_owned(), category.to_owned())).or_default();
            share.mean.0.insert(row.text(0).to_owned(), value);
            share.imprecise |= imprecise;
        }
    }
    faults.or(())?;
    let header = ["occupation", "category", "label", "share", "imprecise", "codes"];
    let mut table = Table::new("onet_education.csv", 2, &header);
    for ((soc, category), Share { mean, imprecise }) in &shares {
        let cells = vec![labels[category].clone(), mean.text(), letter(*imprecise), mean.codes()];
        // Two digits, so that 02 comes before 10.
        table.insert(&[soc, &format!("{category:0>2}")], cells);
    }
    Ok(table)
}

/// Names of the levels of education; what explains them, after a dash, is left out.
fn labels(raw: &Path) -> Result<BTreeMap<String, String>, Vec<Fault>> {
    let wanted = ["Scale ID", "Category", "Category Description"].map(Column::Required);
    let sheet = Sheet::read(raw, CATEGORIES, &wanted)?;
    let mut faults = Faults::default();
    let mut labels = BTreeMap::new();
    for row in sheet.rows.iter().filter(|row| row.text(0) == REQUIRED) {
        let category = row.text(1);
        if !category.parse::<u8>().is_ok_and(|category| (1..=12).contains(&category)) {
            let problem = format!("\"{category}\" is not a category from 1 to 12");
            faults.add(sheet.fault(row, 1, problem));
        }
        if let Some(text) = faults.keep(sheet.filled(row, 2)) {
            let label = text.split(" - ").next().unwrap_or(&text);
            if labels.insert(category.to_owned(), label.to_owned()).is_some() {
                faults.add(sheet.fault(row, 1, "is there twice; keep one of them"));
            }
        }
    }
    faults.or(labels)
}

/// Y, N, or empty for N.
fn mark(sheet: &Sheet, row: &Row, column: usize) -> Result<bool, Fault> {
    if row.text(column).is_empty() { Ok(false) } else { super::flag(sheet, row, column) }
}
