//! One thing wrong with a data file, said so that a person can mend it.

use std::fmt;

/// One fault of one file: where it is and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// File name, relative to the folder that was read.
    pub file: String,
    /// Row of the file, the header being row 1; `None` when the whole file is at fault.
    pub row: Option<usize>,
    /// Column name, where one column is at fault.
    pub column: Option<String>,
    /// What is wrong and what was expected.
    pub message: String,
}

impl Fault {
    /// A fault of a whole file.
    pub fn file(file: &str, message: impl Into<String>) -> Self {
        Self { file: file.into(), row: None, column: None, message: message.into() }
    }

    /// A fault of one row, and of one column when `column` is not empty.
    pub fn at(file: &str, row: usize, column: &str, message: impl Into<String>) -> Self {
        let column = (!column.is_empty()).then(|| column.to_owned());
        Self { file: file.into(), row: Some(row), column, message: message.into() }
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
        write!(out, ": {}", self.message)
    }
}
