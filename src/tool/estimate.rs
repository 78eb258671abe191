//! Questions as CSV in, answers as CSV or JSON lines out: streamed, so memory stays constant.

use super::blank::Kept;
use crate::dataset::Dataset;
use crate::estimate::{Estimate, Step};
use crate::finder::Finder;
use crate::money::Money;
use crate::profile::{self, Answers, FieldError, Profile};
use crate::words;
use csv::ByteRecord;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::fmt;
use std::io::{self, Read, Write};

/// Columns added behind those of the input.
const ADDED: [&str; 7] = ["p10", "p25", "p50", "p75", "p90", "evidence", "error"];

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

/// How many names that were not found are kept with what is near them: looking for what is near
/// costs a thousand times as much as an answer, and a wrong name seldom comes alone.
const MISSES: usize = 4096;

/// Answers every row of `input`, in order, and gives the number of rows that could not be answered.
///
/// # Errors
/// When the header lacks a column or is ambiguous, or when reading or writing fails.
pub fn estimate(
    dataset: &'static Dataset,
    input: impl Read,
    output: impl Write,
    json: bool,
) -> Result<u64, Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(Kept::new(input));
    let header = reader.byte_headers()?.clone();
    let columns = Columns::of(&header)?;
    let mut finder = Known { finder: Finder::new(dataset), misses: HashMap::new() };
    let mut writer = Writer::new(dataset, &header, output, json)?;
    let mut record = ByteRecord::new();
    let mut bad = 0;
    while reader.read_byte_record(&mut record)? {
        let answer = columns.answer(&mut finder, &record, header.len());
        bad += u64::from(answer.is_err());
        writer.row(&record, answer)?;
    }
    writer.finish()?;
    Ok(bad)
}

/// Looks names up, and each unknown one only once in a while.
struct Known {
    finder: Finder,
    /// By what was typed, for a role or a place.
    misses: HashMap<(&'static str, String), FieldError>,
}

impl Known {
    fn find<T>(
        &mut self,
        kind: &'static str,
        typed: &str,
        find: fn(&Finder, &str) -> Result<T, FieldError>,
    ) -> Result<T, FieldError> {
        // Only a miss is worth the look: what is found is found fast.
        if !self.misses.is_empty()
            && let Some(error) = self.misses.get(&(kind, typed.to_owned()))
        {
            return Err(error.clone());
        }
        find(&self.finder, typed).inspect_err(|error| {
            if self.misses.len() >= MISSES {
                self.misses.clear();
            }
            self.misses.insert((kind, typed.to_owned()), error.clone());
        })
    }
}

/// Where the answers stand in a row.
struct Columns {
    role: usize,
    place: usize,
    years: Option<usize>,
    level: Option<usize>,
    education: Option<usize>,
}

impl Columns {
    fn of(header: &ByteRecord) -> Result<Self, Error> {
        let find = |name: &str| {
            let mut found = header.iter().enumerate().filter(|(_, cell)| {
                // A byte order mark is what some spreadsheets put before the first name.
                let cell = cell.strip_prefix("\u{feff}".as_bytes()).unwrap_or(cell);
                cell.trim_ascii().eq_ignore_ascii_case(name.as_bytes())
            });
            let first = found.next().map(|(at, _)| at);
            if found.next().is_some() {
                return Err(Error::Header(format!("The header has the column {name} twice.")));
            }
            Ok(first)
        };
        let missing = |name: &str| {
            Error::Header(format!(
                "The header has no column {name}. It needs role, place and years (or level), as in: \
                 role,place,years"
            ))
        };
        let columns = Self {
            role: find("role")?.ok_or_else(|| missing("role"))?,
            place: find("place")?.ok_or_else(|| missing("place"))?,
            years: find("years")?,
            level: find("level")?,
            education: find("education")?,
        };
        if columns.years.is_none() && columns.level.is_none() {
            return Err(missing("years"));
        }
        Ok(columns)
    }

    /// Answers one row, or says in words why not.
    fn answer(
        &self,
        known: &mut Known,
        record: &ByteRecord,
        width: usize,
    ) -> Result<(Profile, Estimate), String> {
        if record.len() == 1 && record[0].is_empty() {
            return Err(words::EMPTY_LINE.to_owned());
        }
        if record.len() > width {
            return Err(format!("The row has {} cells, the header {width}.", record.len()));
        }
        let text = |at: Option<usize>| {
            let cell = at.and_then(|at| record.get(at)).unwrap_or_default();
            std::str::from_utf8(cell).map_err(|_| "The row is not UTF-8 text.".to_owned())
        };
        let answers = Answers {
            role: text(Some(self.role))?,
            place: text(Some(self.place))?,
            years: text(self.years)?,
            level: text(self.level)?,
            education: text(self.education)?,
        };
        let dataset = known.finder.dataset();
        let role = known.find("role", answers.role, profile::role);
        let place = known.find("place", answers.place, profile::place);
        let profile = profile::assemble(role, place, &answers).map_err(|errors| {
            let sentences: Vec<String> =
                errors.iter().map(|error| words::row_error(dataset, error)).collect();
            sentences.join(" ")
        })?;
        Ok((profile, crate::estimate::estimate(dataset, &profile)))
    }
}

type Answer = Result<(Profile, Estimate), String>;

enum Writer<W: Write> {
    Csv { csv: Box<csv::Writer<W>>, width: usize },
    Json { out: W, header: Vec<String>, dataset: &'static Dataset },
}

impl<W: Write> Writer<W> {
    fn new(
        dataset: &'static Dataset,
        header: &ByteRecord,
        out: W,
        json: bool,
    ) -> Result<Self, Error> {
        if json {
            let header = header.iter().map(|cell| String::from_utf8_lossy(cell).into()).collect();
            return Ok(Self::Json { out, header, dataset });
        }
        let mut csv = Box::new(csv::Writer::from_writer(out));
        csv.write_record(header.iter().chain(ADDED.iter().map(|name| name.as_bytes())))?;
        Ok(Self::Csv { csv, width: header.len() })
    }

    fn row(&mut self, record: &ByteRecord, answer: Answer) -> Result<(), Error> {
        match self {
            Self::Csv { csv, width } => csv_row(csv, *width, record, answer),
            Self::Json { out, header, dataset } => {
                let row = json_row(dataset, header, record, answer);
                serde_json::to_writer(&mut *out, &row).map_err(io::Error::from)?;
                Ok(out.write_all(b"\n")?)
            }
        }
    }

    fn finish(self) -> Result<(), Error> {
        match self {
            Self::Csv { mut csv, .. } => Ok(csv.flush()?),
            Self::Json { mut out, .. } => Ok(out.flush()?),
        }
    }
}

fn csv_row<W: Write>(
    csv: &mut csv::Writer<W>,
    width: usize,
    record: &ByteRecord,
    answer: Answer,
) -> Result<(), Error> {
    for at in 0..width {
        csv.write_field(record.get(at).unwrap_or_default())?;
    }
    match answer {
        Ok((_, estimate)) => {
            let mut digits = itoa::Buffer::new();
            for amount in estimate.percentiles() {
                csv.write_field(digits.format(amount.whole()))?;
            }
            csv.write_field(words::evidence_name(estimate.evidence))?;
            csv.write_field("")?;
        }
        Err(message) => {
            for _ in 0..ADDED.len() - 1 {
                csv.write_field("")?;
            }
            csv.write_field(message)?;
        }
    }
    Ok(csv.write_record(None::<&[u8]>)?)
}

fn json_row(
    dataset: &'static Dataset,
    header: &[String],
    record: &ByteRecord,
    answer: Answer,
) -> Value {
    let cell = |at| String::from_utf8_lossy(record.get(at).unwrap_or_default()).into_owned();
    let input: Map<String, Value> =
        header.iter().enumerate().map(|(at, name)| (name.clone(), cell(at).into())).collect();
    match answer {
        Err(message) => json!({ "input": input, "error": message }),
        Ok((_, estimate)) => {
            let [p10, p25, p50, p75, p90] = estimate.percentiles().map(Money::whole);
            let middle = estimate.middle_range();
            let steps: Vec<Value> =
                estimate.steps.iter().map(|step| step_json(dataset, step)).collect();
            json!({
                "input": input, "p10": p10, "p25": p25, "p50": p50, "p75": p75, "p90": p90,
                "evidence": words::evidence_name(estimate.evidence),
                "middle": { "low": middle.low.whole(), "high": middle.high.whole() },
                "postings": estimate.rows, "own": f64::from((estimate.own * 1000.0).round()) / 1000.0,
                "steps": steps,
            })
        }
    }
}

fn step_json(dataset: &'static Dataset, step: &Step) -> Value {
    let sources: Vec<&str> = step.sources().iter().map(|&id| dataset.source(id).id).collect();
    json!({ "name": words::step_name(step), "text": words::step(dataset, step), "sources": sources })
}
