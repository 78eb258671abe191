//! Take-home pay in sentences: its lines, its limits, and what is wrong with a question about it.

use super::{exact, list, takehome};
use crate::dataset::states;
use crate::money::{Cents, Money};
use crate::tax::{Contribution, StateId, Status, Tables, Texts, What};

/// `single`, `joint`, `hoh`: as the native tool and links write it.
pub const fn status_id(status: Status) -> &'static str {
    match status {
        Status::Single => "single",
        Status::Joint => "joint",
        Status::Household => "hoh",
    }
}

/// `$1,234`: an amount of tax to the nearest dollar.
pub fn dollars(amount: Cents) -> String {
    exact(amount.rounded())
}

/// `35.4%`: a part in percent.
pub fn percent(part: f64) -> String {
    // Whole numbers: writing fractions would bring 6 KB to the browser.
    let tenths = (part * 1000.0).round() as i64;
    let sign = if tenths < 0 { "−" } else { "" };
    format!("{sign}{}.{}%", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
}

/// Name of a state in full.
pub fn state_name(tables: &Tables, id: StateId) -> &'static str {
    state_named(tables.code(id)).unwrap_or_default()
}

/// Name in full of the state with this postal code.
pub fn state_named(code: &str) -> Option<&'static str> {
    states().iter().find(|row| row.0 == code).map(|row| row.1)
}

/// A line's short name.
pub fn tax_name(tables: &Tables, texts: &Texts, what: What) -> String {
    match what {
        What::Wage => takehome::BASE.to_owned(),
        What::Contribution(kind) => contribution(texts, kind),
        What::FederalIncome => "Federal income tax".to_owned(),
        What::SocialSecurity => "Social Security".to_owned(),
        What::Medicare => "Medicare".to_owned(),
        What::AdditionalMedicare => "Additional Medicare".to_owned(),
        What::StateIncome(id) => format!("{} income tax", state_name(tables, id)),
        What::StatePayroll(id, at) => {
            format!("{}, {}", texts.levy(id, at), state_name(tables, id))
        }
        What::Local(id) => format!("{}, {}", texts.locality(id), texts.local_tax(id)),
        What::TakeHome => "Take-home pay".to_owned(),
    }
}

/// A contribution's name: `401(k)`.
pub fn contribution(texts: &Texts, kind: Contribution) -> String {
    texts.contribution(kind).to_owned()
}

/// The most that may be given: `$24,500 under 50, $8,000 more at 50 and over`.
pub fn limits(texts: &Texts, kind: Contribution) -> Option<String> {
    let limits: Vec<String> = texts
        .limits(kind)
        .iter()
        .map(|limit| match limit.on_top_of {
            "" => format!("{} ({})", exact(limit.amount), limit.who),
            _ => format!("{} more ({})", exact(limit.amount), limit.who),
        })
        .collect();
    (!limits.is_empty()).then(|| format!("At most {} a year.", list(&limits, "and")))
}

/// What is wrong with a question about taxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaxError<'a> {
    /// There is no state.
    NoState,
    /// No such state.
    State {
        /// What was typed.
        typed: &'a str,
    },
    /// No such locality in the state.
    Locality {
        /// What was typed.
        typed: &'a str,
        /// Those of the state.
        known: Vec<&'static str>,
    },
    /// No such status.
    Status {
        /// What was typed.
        typed: &'a str,
    },
    /// No whole dollars.
    Wage {
        /// What was typed.
        typed: &'a str,
    },
    /// More than is answered.
    WageTooHigh {
        /// The most.
        most: Money,
    },
    /// No number of people.
    Dependents {
        /// What was typed.
        typed: &'a str,
    },
    /// A year without tables.
    Year {
        /// What was typed.
        typed: &'a str,
        /// The year that has some.
        known: u16,
    },
}

/// How many localities are offered by name.
const OFFERED: usize = 6;

/// What is wrong, and what to do.
pub fn tax_error(error: &TaxError<'_>) -> String {
    match error {
        TaxError::NoState => "Enter a state, like CA, or none for federal tax only.".to_owned(),
        TaxError::State { typed } => format!(
            "“{typed}” is not a state. Use its two letters, like CA, or none for federal tax only."
        ),
        TaxError::Locality { typed, known } if known.is_empty() => {
            format!("“{typed}” is not a locality we have: leave it empty for this state.")
        }
        TaxError::Locality { typed, known } if known.len() <= OFFERED => {
            format!("“{typed}” is not a locality we have here. Use {}.", list(known, "or"))
        }
        TaxError::Locality { typed, known } => {
            format!("“{typed}” is not a locality we have here. Write it like “{}”.", known[0])
        }
        TaxError::Status { typed: "" } => "Enter a status: single, joint or hoh.".to_owned(),
        TaxError::Status { typed } => {
            format!("“{typed}” is not a status. Use single, joint or hoh.")
        }
        TaxError::Wage { typed: "" } => "Enter a wage in whole dollars, like 150000.".to_owned(),
        TaxError::Wage { typed } => {
            format!("“{typed}” is not a wage. Enter whole dollars, like 150000.")
        }
        TaxError::WageTooHigh { most } => format!("Enter a wage of at most {}.", exact(*most)),
        TaxError::Dependents { typed } => {
            format!("“{typed}” is not a number of dependents. Enter a whole number from 0 to 20.")
        }
        TaxError::Year { typed, known } => {
            format!("We have the taxes of {known} only, not of “{typed}”.")
        }
    }
}
