//! The frame of a tool that answers rows: CSV in, the same columns and more out, streamed so that
//! memory stays constant. A row that cannot be answered keeps its place and says why. Knows no
//! question.

use super::blank::Kept;
use crate::words;
use csv::ByteRecord;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::io::{self, Read, Write};

/// Why nothing more could be read or written.
#[derive(Debug)]
pub enum Error {
    /// The header does not hold what is needed; the sentence says what to do.
    Header(String),
    /// Reading or writing failed.
    Io(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header(message) => out.write_str(message),
            Self::Io(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for Error {}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<csv::Error> for Error {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Self::Io(error),
            kind => Self::Io(io::Error::other(format!("{kind:?}"))),
        }
    }
}

/// The rows of the input.
pub(super) struct Rows<R> {
    reader: csv::Reader<Kept<R>>,
    header: Header,
    record: ByteRecord,
}

impl<R: Read> Rows<R> {
    pub(super) fn new(input: R) -> Result<Self, Error> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(Kept::new(input));
        let header = Header(reader.byte_headers()?.clone());
        Ok(Self { reader, header, record: ByteRecord::new() })
    }

    pub(super) const fn header(&self) -> &Header {
        &self.header
    }

    /// The next row; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Row<'_>>, Error> {
        let read = self.reader.read_byte_record(&mut self.record)?;
        Ok(read.then_some(Row { record: &self.record, width: self.header.0.len() }))
    }
}

/// The names of the columns.
#[derive(Clone)]
pub(super) struct Header(ByteRecord);

impl Header {
    /// Where a column stands, if it is there.
    pub(super) fn find(&self, name: &str) -> Result<Option<usize>, Error> {
        let mut found =
            self.0.iter().enumerate().filter(|(_, cell)| {
                unmarked(cell).trim_ascii().eq_ignore_ascii_case(name.as_bytes())
            });
        let first = found.next().map(|(at, _)| at);
        if found.next().is_some() {
            return Err(Error::Header(format!("The header has the column {name} twice.")));
        }
        Ok(first)
    }

    /// The names as text, each once: of several like `note` the second is `note 2`, or the next
    /// number that is free.
    pub(super) fn names(&self) -> Vec<String> {
        let text = |cell| String::from_utf8_lossy(unmarked(cell)).into_owned();
        let given: Vec<String> = self.0.iter().map(text).collect();
        let mut taken: HashSet<String> = given.iter().cloned().collect();
        let mut seen: HashMap<String, usize> = HashMap::new();
        let once = |name: String| {
            let times = seen.entry(name.clone()).or_default();
            *times += 1;
            if *times == 1 {
                return name;
            }
            loop {
                let other = format!("{name} {times}");
                if taken.insert(other.clone()) {
                    return other;
                }
                *times += 1;
            }
        };
        given.into_iter().map(once).collect()
    }
}

/// A cell without the byte order mark that some spreadsheets put before the first name.
fn unmarked(cell: &[u8]) -> &[u8] {
    cell.strip_prefix("\u{feff}".as_bytes()).unwrap_or(cell)
}

/// One row, as it came.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    record: &'a ByteRecord,
    width: usize,
}

impl<'a> Row<'a> {
    /// Says why a row cannot be a question, whatever is asked.
    pub(super) fn judge(&self) -> Result<(), String> {
        if self.record.len() == 1 && self.record[0].is_empty() {
            return Err(words::EMPTY_LINE.to_owned());
        }
        if self.record.len() > self.width {
            return Err(format!(
                "The row has {} cells, the header {}.",
                self.record.len(),
                self.width
            ));
        }
        Ok(())
    }

    /// A cell as text; empty where the column is not there.
    pub(super) fn text(&self, at: Option<usize>) -> Result<&'a str, String> {
        let cell = at.and_then(|at| self.record.get(at)).unwrap_or_default();
        std::str::from_utf8(cell).map_err(|_| "The row is not UTF-8 text.".to_owned())
    }

    /// The cells under the header, whatever they hold.
    pub(super) fn cells(&self) -> impl Iterator<Item = &'a [u8]> {
        let record = self.record;
        (0..self.width).map(move |at| record.get(at).unwrap_or_default())
    }
}

/// Writes rows with what was added.
pub(super) struct Csv<W: Write> {
    csv: Box<csv::Writer<W>>,
    added: usize,
}

impl<W: Write> Csv<W> {
    /// `added` ends in the column of errors.
    pub(super) fn new(header: &Header, added: &[&str], out: W) -> Result<Self, Error> {
        let mut csv = Box::new(csv::Writer::from_writer(out));
        csv.write_record(header.0.iter().chain(added.iter().map(|name| name.as_bytes())))?;
        Ok(Self { csv, added: added.len() })
    }

    /// A row and what `fill` writes behind it, one cell fewer than were added; or the error.
    pub(super) fn row<F>(&mut self, row: Row<'_>, answer: Result<F, String>) -> Result<(), Error>
    where
        F: FnOnce(&mut csv::Writer<W>) -> csv::Result<()>,
    {
        row.cells().try_for_each(|cell| self.csv.write_field(cell))?;
        match answer {
            Ok(fill) => {
                fill(&mut self.csv)?;
                self.csv.write_field("")?;
            }
            Err(message) => {
                for _ in 0..self.added - 1 {
                    self.csv.write_field("")?;
                }
                self.csv.write_field(message)?;
            }
        }
        Ok(self.csv.write_record(None::<&[u8]>)?)
    }

    pub(super) fn finish(mut self) -> Result<(), Error> {
        Ok(self.csv.flush()?)
    }
}
