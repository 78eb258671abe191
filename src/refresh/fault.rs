//! What is wrong with an input, and where: file, row, column, and what to do.
//! Collects faults so that one run shows them all; decides nothing about them.

use std::fmt;

/// One thing wrong with an input or with the tables made from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, as named under the raw or the data directory.
    pub file: String,
    /// The row as an editor or a spreadsheet counts it; the header is row 1.
    pub row: Option<usize>,
    /// The column's name in the header.
    pub column: Option<String>,
    /// What is wrong and what to do, in one sentence.
    pub problem: String,
}

impl Fault {
    pub(super) fn file(file: &str, problem: impl Into<String>) -> Self {
        Self { file: file.to_owned(), row: None, column: None, problem: problem.into() }
    }

    pub(super) fn row(file: &str, row: usize, problem: impl Into<String>) -> Self {
        Self { row: Some(row), ..Self::file(file, problem) }
    }

    pub(super) fn column(file: &str, column: &str, problem: impl Into<String>) -> Self {
        Self { column: Some(column.to_owned()), ..Self::file(file, problem) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.problem)
    }
}

/// The first `shown` faults, one a line, and how many more there are.
pub fn list(faults: &[Fault], shown: usize) -> String {
    let mut lines: Vec<String> = faults.iter().take(shown).map(Fault::to_string).collect();
    if faults.len() > shown {
        lines.push(format!("and {} more", faults.len() - shown));
    }
    lines.join("\n")
}

/// Faults gathered while reading goes on.
#[derive(Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// The value, or nothing with the fault kept.
    pub(super) fn keep<T>(&mut self, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }

    /// The value, or nothing with all its faults kept.
    pub(super) fn keep_all<T>(&mut self, read: Result<T, Vec<Fault>>) -> Option<T> {
        read.map_err(|faults| self.0.extend(faults)).ok()
    }

    /// `value` when nothing was wrong.
    pub(super) fn or<T>(self, value: T) -> Result<T, Vec<Fault>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}
