//! Wages as CSV in, taxes and take-home pay as CSV out: streamed, so memory stays constant.

use super::rows::{Csv, Error, Header, Row, Rows};
use crate::dataset::Dataset;
use crate::money::{Cents, Money};
use crate::tax::{self, Parts, Place, Question, Status, Tables, Texts};
use crate::words::tax::{TaxError, status_id, tax_error};
use std::io::{Read, Write};

/// Columns added behind those of the input.
pub const ADDED: [&str; 8] = [
    "federal_income_tax",
    "social_security",
    "medicare",
    "state_income_tax",
    "state_payroll",
    "local_tax",
    "take_home",
    "error",
];

/// Works out taxes for every row of `input`, in order, and gives the number of rows that could not
/// be answered. Amounts are dollars with two decimals.
///
/// # Errors
/// When the header lacks a column or is ambiguous, or when reading or writing fails.
pub fn takehome(
    dataset: &'static Dataset,
    input: impl Read,
    output: impl Write,
) -> Result<u64, Error> {
    let law = Law { dataset, tables: Tables::embedded(), texts: Texts::embedded() };
    let mut rows = Rows::new(input)?;
    let columns = Columns::of(rows.header())?;
    let mut csv = Csv::new(rows.header(), &ADDED, output)?;
    let mut bad = 0;
    while let Some(row) = rows.next()? {
        let answer = columns.question(&law, row);
        bad += u64::from(answer.is_err());
        let answer = answer.map(|question| {
            let parts = tax::takehome(law.tables, &question).parts;
            move |csv: &mut _| fill(csv, &parts)
        });
        csv.row(row, answer)?;
    }
    csv.finish()?;
    Ok(bad)
}

/// What names are looked up in.
struct Law {
    dataset: &'static Dataset,
    tables: &'static Tables,
    texts: &'static Texts,
}

/// Where the answers stand in a row.
struct Columns {
    state: usize,
    status: usize,
    wage: usize,
    locality: Option<usize>,
    dependents: Option<usize>,
    year: Option<usize>,
}

impl Columns {
    fn of(header: &Header) -> Result<Self, Error> {
        let needed = |name: &str| {
            header.find(name)?.ok_or_else(|| {
                Error::Header(format!(
                    "The header has no column {name}. It needs state, status and wage, as in: \
                     state,status,wage"
                ))
            })
        };
        Ok(Self {
            state: needed("state")?,
            status: needed("status")?,
            wage: needed("wage")?,
            locality: header.find("locality")?,
            dependents: header.find("dependents")?,
            year: header.find("year")?,
        })
    }

    /// The question of a row, or all that is wrong with it in words.
    fn question(&self, law: &Law, row: Row<'_>) -> Result<Question, String> {
        row.judge()?;
        let text = |at| row.text(at).map(str::trim);
        let (state, locality) = (text(Some(self.state))?, text(self.locality)?);
        let (status, wage) = (text(Some(self.status))?, text(Some(self.wage))?);
        let (dependents, year) = (text(self.dependents)?, text(self.year)?);
        let mut errors = Vec::new();
        let mut keep = |error| errors.push(error);
        let place = law.place(state, locality).map_err(&mut keep);
        let status = read_status(status).map_err(&mut keep);
        let wage = read_wage(wage).map_err(&mut keep);
        let dependents = read_dependents(dependents).map_err(&mut keep);
        if !year.is_empty() && year.parse() != Ok(law.tables.year) {
            keep(TaxError::Year { typed: year, known: law.tables.year });
        }
        let (Ok(place), Ok(status), Ok(wage), Ok(dependents), []) =
            (place, status, wage, dependents, &errors[..])
        else {
            let sentences: Vec<String> = errors.iter().map(tax_error).collect();
            return Err(sentences.join(" "));
        };
        Ok(Question { wage, status, dependents, place, ..Question::default() })
    }
}

impl Law {
    /// A state by its code or name, or `none`, and a locality that lies in it.
    fn place<'a>(&self, state: &'a str, locality: &'a str) -> Result<Place, TaxError<'a>> {
        if state.eq_ignore_ascii_case("none") && locality.is_empty() {
            return Ok(Place::Country);
        }
        let named = |row: &&(&'static str, &'static str)| {
            row.0.eq_ignore_ascii_case(state) || row.1.eq_ignore_ascii_case(state)
        };
        let found = self.dataset.states.iter().find(named);
        let Some(id) = found.and_then(|row| self.tables.state(row.0)) else {
            return Err(match state {
                "" => TaxError::NoState,
                state => TaxError::State { typed: state },
            });
        };
        if locality.is_empty() {
            return Ok(Place::State(id));
        }
        match self.texts.locality_named(locality) {
            Some(found) if self.tables.state_of(found) == id => Ok(Place::Locality(found)),
            _ => {
                let known = self.tables.localities_of(id).map(|id| self.texts.locality(id));
                Err(TaxError::Locality { typed: locality, known: known.collect() })
            }
        }
    }
}

fn read_status(typed: &str) -> Result<Status, TaxError<'_>> {
    let named = |status: &Status| status_id(*status).eq_ignore_ascii_case(typed);
    Status::ALL.into_iter().find(named).ok_or(TaxError::Status { typed })
}

/// Whole dollars; cents would be lost silently.
fn read_wage(typed: &str) -> Result<Money, TaxError<'_>> {
    let wrong = TaxError::Wage { typed };
    if typed.trim_end_matches('0').trim_end_matches('.').contains('.')
        && !typed.ends_with(['k', 'K'])
    {
        return Err(wrong);
    }
    let wage = Money::parse(typed).map_err(|_| wrong)?;
    if wage > MOST { Err(TaxError::WageTooHigh { most: MOST }) } else { Ok(wage) }
}

/// The highest wage that is answered: a hundred million dollars.
const MOST: Money = Money::dollars(100_000_000);

fn read_dependents(typed: &str) -> Result<u8, TaxError<'_>> {
    if typed.is_empty() {
        return Ok(0);
    }
    typed.parse().ok().filter(|&number| number <= 20).ok_or(TaxError::Dependents { typed })
}

/// The cells of an answer, without that of the error.
fn fill<W: Write>(csv: &mut csv::Writer<W>, parts: &Parts) -> csv::Result<()> {
    let mut digits = itoa::Buffer::new();
    let amounts = [
        parts.federal_income,
        parts.social_security,
        parts.medicare,
        parts.state_income,
        parts.state_payroll,
        parts.local,
        parts.take_home,
    ];
    amounts.into_iter().try_for_each(|amount| csv.write_field(decimal(amount, &mut digits)))
}

/// `-12.05`
fn decimal(amount: Cents, digits: &mut itoa::Buffer) -> Vec<u8> {
    let cents = amount.whole().unsigned_abs();
    let mut text = Vec::with_capacity(16);
    if amount.whole() < 0 {
        text.push(b'-');
    }
    text.extend(digits.format(cents / 100).bytes());
    text.extend([b'.', b'0' + (cents / 10 % 10) as u8, b'0' + (cents % 10) as u8]);
    text
}
