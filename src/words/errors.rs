//! Field errors to sentences that say what to do.

use super::{list, place};
use crate::dataset::Dataset;
use crate::finder::{Miss, Place};
use crate::profile::{Field, FieldError, MOST_YEARS};

/// What is wrong with an answer and what would do.
pub fn field_error(dataset: &Dataset, error: &FieldError) -> String {
    match error {
        FieldError::Missing(field) => missing(*field).to_owned(),
        FieldError::Role { typed, near } => {
            let near: Vec<&str> = near.iter().map(|&role| dataset.role(role).title).collect();
            format!("We have no job named “{typed}”. {}", offer(&near, "Choose one from the list."))
        }
        FieldError::Place { typed, miss } => no_place(
            dataset,
            typed,
            miss,
            "Try the nearest larger city, or US for the whole country.",
        ),
        FieldError::NotANumber { typed } => {
            format!("“{typed}” is not a number. Enter years of experience as digits, like 5.")
        }
        FieldError::YearsOutside { typed } => {
            format!("Enter whole years of experience from 0 to {MOST_YEARS}, not “{typed}”.")
        }
        FieldError::YearsAndLevel => "Give years or a level, not both.".to_owned(),
        FieldError::Level { typed } => {
            format!("“{typed}” is not a level. Use entry, mid, senior or executive.")
        }
        FieldError::Education { typed } => {
            format!("“{typed}” is not an education. Use none, bachelors, masters or doctorate.")
        }
    }
}

/// A name that is no single place: `otherwise` where none is like it.
pub(super) fn no_place(
    dataset: &Dataset,
    typed: &str,
    miss: &Miss<Place>,
    otherwise: &str,
) -> String {
    let (Miss::Unknown(near) | Miss::Ambiguous(near)) = miss;
    let near: Vec<&str> = near.iter().map(|&one| place(dataset, one)).collect();
    match miss {
        Miss::Unknown(_) => {
            format!("We know no city named “{typed}”. {}", offer(&near, otherwise))
        }
        Miss::Ambiguous(_) => {
            format!("More than one city is named “{typed}”. Say which: {}.", list(&near, "or"))
        }
    }
}

/// Said of an empty line among rows.
pub const EMPTY_LINE: &str = "The line is empty.";

/// The same where a row has columns for years and level, and no list of roles is at hand.
pub fn row_error(dataset: &Dataset, error: &FieldError) -> String {
    match error {
        FieldError::Role { typed, near } if near.is_empty() => {
            format!("We have no role named “{typed}”. “paypath estimate --help” lists them.")
        }
        FieldError::Missing(Field::Years) => {
            format!("Enter years of experience from 0 to {MOST_YEARS}, or a level.")
        }
        error => field_error(dataset, error),
    }
}

const fn missing(field: Field) -> &'static str {
    match field {
        Field::Role => "Choose a job.",
        Field::Place => "Enter a city, or US for the whole country.",
        Field::Years => "Enter your years of experience.",
        Field::Level => "Choose a level.",
        Field::Education => "Choose an education.",
    }
}

fn offer(near: &[&str], otherwise: &str) -> String {
    if near.is_empty() {
        otherwise.to_owned()
    } else {
        format!("Did you mean {}?", list(near, "or"))
    }
}
