//! One thing wrong with a file, said so that a person can mend it: file, row, column, what to do.
//! Faults are gathered, so that one run tells them all; nothing here decides about them.

use std::fmt;

/// One fault of one file: where it is and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, as named under the folder that was read.
    pub file: String,
    /// The row as an editor or a spreadsheet counts it, the header being row 1; `None` when the
    /// whole file is at fault.
    pub row: Option<usize>,
    /// The column's name in the header, where one column is at fault.
    pub column: Option<String>,
    /// What is wrong and what was expected.
    pub problem: String,
}

impl Fault {
    /// A fault of a whole file.
    pub fn file(file: &str, problem: impl Into<String>) -> Self {
        Self { file: file.to_owned(), row: None, column: None, problem: problem.into() }
    }

    /// A fault of one row.
    pub fn row(file: &str, row: usize, problem: impl Into<String>) -> Self {
        Self { row: Some(row), ..Self::file(file, problem) }
    }

    /// A fault of one column.
    pub fn column(file: &str, column: &str, problem: impl Into<String>) -> Self {
        Self { column: Some(column.to_owned()), ..Self::file(file, problem) }
    }

    /// A fault of one cell.
    pub fn cell(file: &str, row: usize, column: &str, problem: impl Into<String>) -> Self {
        Self { row: Some(row), ..Self::column(file, column, problem) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.file)?;
        if let Some(row) = self.row {
            write!(out, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(out, ", column {column}")?;
        }
        write!(out, ": {}", self.problem)
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
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// The value, or nothing with the fault kept.
    pub(crate) fn keep<T>(&mut self, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }

    /// The value, or nothing with all its faults kept.
    pub(crate) fn keep_all<T>(&mut self, read: Result<T, Vec<Fault>>) -> Option<T> {
        read.map_err(|faults| self.0.extend(faults)).ok()
    }

    /// `value` when nothing was wrong.
    pub(crate) fn or<T>(self, value: T) -> Result<T, Vec<Fault>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}
