//! Reads the wanted columns of one .csv, .tsv or .xlsx file as text, with row numbers for messages.
//! Knows nothing of what the columns mean.

use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::figure::{self, Figure, Kind};
use crate::tables::{Fault, Faults};

/// A column to read. A name that ends in `*` takes the one column that starts so.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Column {
    Required(&'static str),
    Optional(&'static str),
}

/// The wanted columns of a file, in the order asked for.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) file: String,
    /// The worksheet's name, when the file has worksheets.
    pub(crate) name: Option<String>,
    pub(crate) rows: Vec<Row>,
    headings: Vec<Option<String>>,
}

/// One row below the header.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) number: usize,
    cells: Vec<String>,
}

impl Row {
    /// The text of a wanted column; empty when an optional column is absent.
    pub(crate) fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

impl Sheet {
    /// Reads `file` under `root`: every missing column and unreadable row is a fault.
    pub(crate) fn read(root: &Path, file: &str, wanted: &[Column]) -> Result<Self, Vec<Fault>> {
        let path = root.join(file);
        let xlsx = path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("xlsx"));
        let sheet =
            if xlsx { from_xlsx(&path, file, wanted) } else { from_csv(&path, file, wanted) }?;
        if sheet.rows.is_empty() {
            return Err(vec![Fault::file(file, "has no rows; fetch the file again")]);
        }
        Ok(sheet)
    }

    /// True when an optional column is there.
    pub(crate) fn has(&self, column: usize) -> bool {
        self.heading(column).is_some()
    }

    /// The column's name as the file writes it.
    pub(crate) fn heading(&self, column: usize) -> Option<&str> {
        self.headings.get(column)?.as_deref()
    }

    /// A fault in one cell.
    pub(crate) fn fault(&self, row: &Row, column: usize, problem: impl Into<String>) -> Fault {
        Fault {
            column: self.heading(column).map(str::to_owned),
            ..Fault::row(&self.file, row.number, problem)
        }
    }

    /// A cell that may not be empty.
    pub(super) fn filled(&self, row: &Row, column: usize) -> Result<String, Fault> {
        match row.text(column) {
            "" => Err(self.fault(row, column, "is empty; fill it in")),
            text => Ok(text.to_owned()),
        }
    }

    /// A cell as a number within a range.
    pub(super) fn decimal(
        &self,
        row: &Row,
        column: usize,
        range: &RangeInclusive<f64>,
    ) -> Result<f64, Fault> {
        let text = row.text(column);
        figure::number(text).filter(|number| range.contains(number)).ok_or_else(|| {
            let (low, high) = (range.start(), range.end());
            let problem = format!("\"{text}\" is not a number between {low} and {high}");
            self.fault(row, column, problem)
        })
    }

    /// A cell as a published figure.
    pub(super) fn figure(&self, row: &Row, column: usize, kind: Kind) -> Result<Figure, Fault> {
        figure::read(row.text(column), kind).map_err(|problem| self.fault(row, column, problem))
    }
}

/// Where each wanted column stands in the header.
struct Layout {
    places: Vec<Option<usize>>,
    headings: Vec<Option<String>>,
}

impl Layout {
    fn find(file: &str, header: &[String], wanted: &[Column]) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let mut layout = Self { places: Vec::new(), headings: Vec::new() };
        for column in wanted {
            let (Column::Required(name) | Column::Optional(name)) = column;
            let found: Vec<usize> =
                (0..header.len()).filter(|&place| is_named(&header[place], name)).collect();
            if found.len() > 1 {
                faults.add(Fault::column(file, name, "is there more than once; keep one"));
            } else if found.is_empty() && matches!(column, Column::Required(_)) {
                let problem = "is missing; use the file as published, with its header row";
                faults.add(Fault { row: Some(1), ..Fault::column(file, name, problem) });
            }
            let place = found.first().copied();
            layout.places.push(place);
            layout.headings.push(place.map(|place| header[place].clone()));
        }
        faults.or(layout)
    }

    fn pick(&self, number: usize, cell: impl Fn(usize) -> String) -> Row {
        let cells = self.places.iter().map(|place| place.map_or_else(String::new, &cell)).collect();
        Row { number, cells }
    }
}

fn is_named(heading: &str, name: &str) -> bool {
    match name.strip_suffix('*') {
        Some(start) => heading.get(..start.len()).is_some_and(|s| s.eq_ignore_ascii_case(start)),
        None => heading.eq_ignore_ascii_case(name),
    }
}

fn from_csv(path: &Path, file: &str, wanted: &[Column]) -> Result<Sheet, Vec<Fault>> {
    let bytes = fs::read(path).map_err(|error| vec![cannot_read(file, &error)])?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let mut builder = csv::ReaderBuilder::new();
    if path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("tsv")) {
        // Quotes in a tab-separated file are part of the text.
        builder.delimiter(b'\t').quoting(false);
    }
    let lines = Lines(bytes);
    let mut reader = builder.trim(csv::Trim::All).from_reader(bytes);
    let header = reader.headers().map_err(|error| vec![csv_fault(file, &lines, &error)])?;
    let header: Vec<String> = header.iter().map(str::to_owned).collect();
    let layout = Layout::find(file, &header, wanted)?;
    let mut faults = Faults::default();
    let mut rows = Vec::new();
    for record in reader.records() {
        if let Some(record) = faults.keep(record.map_err(|error| csv_fault(file, &lines, &error))) {
            let number = record.position().map_or(0, |position| lines.row(position));
            let cell = |place| record.get(place).unwrap_or_default().to_owned();
            rows.push(layout.pick(number, cell));
        }
    }
    faults.or(Sheet { file: file.to_owned(), name: None, rows, headings: layout.headings })
}

/// The bytes of a file, to count rows in: the reader says that a record begins where the last one
/// ended, before the LF of a line that ends in CR and LF and before empty lines.
struct Lines<'b>(&'b [u8]);

impl Lines<'_> {
    fn row(&self, start: &csv::Position) -> usize {
        let rest = self.0.get(start.byte() as usize..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| b"\r\n".contains(byte));
        start.line() as usize + ends.filter(|&&byte| byte == b'\n').count()
    }
}

fn csv_fault(file: &str, lines: &Lines, error: &csv::Error) -> Fault {
    let problem = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("has {len} cells where the header has {expected_len}; mend the row")
        }
        csv::ErrorKind::Utf8 { .. } => "is not UTF-8 text; save the file as UTF-8".to_owned(),
        _ => format!("cannot be read: {error}"),
    };
    let row = error.position().map(|position| lines.row(position));
    Fault { row, ..Fault::file(file, problem) }
}

fn from_xlsx(path: &Path, file: &str, wanted: &[Column]) -> Result<Sheet, Vec<Fault>> {
    let fault = |error: &dyn std::fmt::Display| vec![cannot_read(file, error)];
    let mut book: Xlsx<_> = open_workbook(path).map_err(|error| fault(&error))?;
    let name = book.sheet_names().first().cloned();
    let name = name.ok_or_else(|| fault(&"it has no worksheet"))?;
    let range = book.worksheet_range(&name).map_err(|error| fault(&error))?;
    let first = range.start().map_or(0, |(row, _)| row as usize);
    let mut rows = range.rows();
    let header = rows.next().ok_or_else(|| fault(&"its first worksheet is empty"))?;
    let header: Vec<String> = header.iter().map(text).collect();
    let layout = Layout::find(file, &header, wanted)?;
    let rows = rows
        .enumerate()
        .filter(|(_, cells)| cells.iter().any(|cell| *cell != Data::Empty))
        .map(|(place, cells)| {
            layout.pick(first + place + 2, |place| cells.get(place).map_or_else(String::new, text))
        })
        .collect();
    Ok(Sheet { file: file.to_owned(), name: Some(name), rows, headings: layout.headings })
}

fn text(cell: &Data) -> String {
    cell.to_string().trim().to_owned()
}

fn cannot_read(file: &str, error: &(impl std::fmt::Display + ?Sized)) -> Fault {
    Fault::file(file, format!("cannot be read ({error}); fetch the file again"))
}
