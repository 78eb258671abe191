//! Questions as CSV in, answers as CSV or JSON lines out: streamed, so memory stays constant.

use super::rows::{Csv, Error, Header, Row, Rows};
use crate::dataset::Dataset;
use crate::estimate::{Estimate, Step};
use crate::finder::Finder;
use crate::money::Money;
use crate::profile::{self, Answers, FieldError, Profile};
use crate::words;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::io::{self, Read, Write};

/// Columns added behind those of the input.
const ADDED: [&str; 7] = ["p10", "p25", "p50", "p75", "p90", "evidence", "error"];

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
    let mut rows = Rows::new(input)?;
    let columns = Columns::of(rows.header())?;
    let mut finder = Known { finder: Finder::new(dataset), misses: HashMap::new() };
    let mut writer = Writer::new(dataset, rows.header(), output, json)?;
    let mut bad = 0;
    while let Some(row) = rows.next()? {
        let answer = columns.answer(&mut finder, row);
        bad += u64::from(answer.is_err());
        writer.row(row, answer)?;
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
    fn of(header: &Header) -> Result<Self, Error> {
        let missing = |name: &str| {
            Error::Header(format!(
                "The header has no column {name}. It needs role, place and years (or level), as in: \
                 role,place,years"
            ))
        };
        let columns = Self {
            role: header.find("role")?.ok_or_else(|| missing("role"))?,
            place: header.find("place")?.ok_or_else(|| missing("place"))?,
            years: header.find("years")?,
            level: header.find("level")?,
            education: header.find("education")?,
        };
        if columns.years.is_none() && columns.level.is_none() {
            return Err(missing("years"));
        }
        Ok(columns)
    }

    /// Answers one row, or says in words why not.
    fn answer(&self, known: &mut Known, row: Row<'_>) -> Result<(Profile, Estimate), String> {
        row.judge()?;
        let answers = Answers {
            role: row.text(Some(self.role))?,
            place: row.text(Some(self.place))?,
            years: row.text(self.years)?,
            level: row.text(self.level)?,
            education: row.text(self.education)?,
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
    Csv(Csv<W>),
    Json { out: W, header: Vec<String>, dataset: &'static Dataset },
}

impl<W: Write> Writer<W> {
    fn new(dataset: &'static Dataset, header: &Header, out: W, json: bool) -> Result<Self, Error> {
        if json {
            return Ok(Self::Json { out, header: header.names(), dataset });
        }
        Ok(Self::Csv(Csv::new(header, &ADDED, out)?))
    }

    fn row(&mut self, row: Row<'_>, answer: Answer) -> Result<(), Error> {
        match self {
            Self::Csv(csv) => {
                csv.row(row, answer.map(|(_, estimate)| move |csv: &mut _| fill(csv, &estimate)))
            }
            Self::Json { out, header, dataset } => {
                let row = json_row(dataset, header, row, answer);
                serde_json::to_writer(&mut *out, &row).map_err(io::Error::from)?;
                Ok(out.write_all(b"\n")?)
            }
        }
    }

    fn finish(self) -> Result<(), Error> {
        match self {
            Self::Csv(csv) => csv.finish(),
            Self::Json { mut out, .. } => Ok(out.flush()?),
        }
    }
}

/// The cells of an answer, without that of the error.
fn fill<W: Write>(csv: &mut csv::Writer<W>, estimate: &Estimate) -> csv::Result<()> {
    let mut digits = itoa::Buffer::new();
    for amount in estimate.percentiles() {
        csv.write_field(digits.format(amount.whole()))?;
    }
    csv.write_field(words::evidence_name(estimate.evidence))
}

fn json_row(dataset: &'static Dataset, header: &[String], row: Row<'_>, answer: Answer) -> Value {
    let text = |cell| Value::from(String::from_utf8_lossy(cell).into_owned());
    let input: Map<String, Value> = header.iter().cloned().zip(row.cells().map(text)).collect();
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
