//! What can be wrong with an answer, with what was typed and what is near it.

use crate::dataset::RoleId;
use crate::finder::{Miss, Place};

/// What a field error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The job.
    Role,
    /// The place.
    Place,
    /// Years of experience.
    Years,
    /// Career level.
    Level,
    /// Education.
    Education,
}

/// One answer that cannot be used, and what would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing was answered.
    Missing(Field),
    /// No role has this name; these are near it.
    Role {
        /// As typed.
        typed: String,
        /// The nearest roles, nearest first.
        near: Vec<RoleId>,
    },
    /// No place has this name, or several do.
    Place {
        /// As typed.
        typed: String,
        /// What was found instead.
        miss: Miss<Place>,
    },
    /// Not a number.
    NotANumber {
        /// As typed.
        typed: String,
    },
    /// A number of years outside 0 to [`MOST_YEARS`](super::MOST_YEARS), or with a fraction.
    YearsOutside {
        /// As typed.
        typed: String,
    },
    /// Years and level were both answered.
    YearsAndLevel,
    /// Not a level.
    Level {
        /// As typed.
        typed: String,
    },
    /// Not an education.
    Education {
        /// As typed.
        typed: String,
    },
}

impl FieldError {
    /// The field that the error is about.
    pub const fn field(&self) -> Field {
        match self {
            Self::Missing(field) => *field,
            Self::Role { .. } => Field::Role,
            Self::Place { .. } => Field::Place,
            Self::NotANumber { .. } | Self::YearsOutside { .. } => Field::Years,
            Self::Level { .. } | Self::YearsAndLevel => Field::Level,
            Self::Education { .. } => Field::Education,
        }
    }
}
