//! The validated question of a plan: where somebody stands, where they want to be, and what they
//! will not do for it. Raw answers become a [`Question`] or all the errors at once.

mod read;

pub use read::{question, yes};

use crate::dataset::{Assumption, RoleId, premises};
use crate::finder::{Miss, Place};
use crate::money::Money;
use crate::profile::{Education, Level, Years};

/// Fewest and most years that pay is added up over.
pub const HORIZON: [u8; 2] = [5, 20];
/// Years that pay is added up over where nothing is said.
pub const USUAL_HORIZON: u8 = 10;
/// Highest education where nothing is said.
pub const USUAL_EDUCATION: Education = Education::Bachelors;
/// Most hours a week to learn in.
pub const MOST_HOURS: u8 = 60;
/// Hours a week where nothing is said.
pub const USUAL_HOURS: u8 = 8;
/// Most other cities that somebody may be willing to move to.
pub const MOST_CITIES: usize = 2;
/// Most dollars that may be typed.
pub const MOST_DOLLARS: i32 = 10_000_000;

/// Where somebody starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In a role.
    Role(RoleId),
    /// Studying, or just done with it: no pay until the first job.
    Student,
    /// In another field, with this pay a year; `None`: the median of all jobs.
    Other(Option<Money>),
}

/// Where somebody wants to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// In a role, at a level at least.
    Role(RoleId, Option<Level>),
    /// Wherever the pay over the horizon is best.
    BestPay,
}

/// A question that can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Where somebody starts.
    pub origin: Origin,
    /// Years of work in the field.
    pub years: Years,
    /// Highest education completed.
    pub education: Education,
    /// Skills held, as bits by number, beside those that the role itself takes.
    pub have: u128,
    /// Where somebody lives.
    pub place: Place,
    /// Where somebody wants to be.
    pub target: Target,
    /// Years that pay is added up over.
    pub horizon: u8,
    /// Hours a week to learn in.
    pub weekly: u8,
    /// Most money to spend.
    pub budget: Option<Money>,
    /// Other cities to move to.
    pub cities: Vec<Place>,
    /// Whether the job is kept while studying.
    pub keeps_job: bool,
    /// Whether another degree is thinkable.
    pub degrees: bool,
    /// The premises, in the order of [`Assumption`].
    pub premises: [u32; Assumption::COUNT],
}

impl Question {
    /// Every place that it names.
    pub fn places(&self) -> impl Iterator<Item = Place> + use<'_> {
        std::iter::once(self.place).chain(self.cities.iter().copied())
    }

    /// A premise as the visitor left or set it.
    pub fn premise(&self, which: Assumption) -> u32 {
        self.premises[which as usize]
    }
}

/// The premises as they are in the data.
pub fn usual_premises() -> [u32; Assumption::COUNT] {
    std::array::from_fn(|at| premises()[at].value)
}

/// Raw answers; `None` or empty means not given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// A role, `student` or `other`.
    pub from: Option<String>,
    /// Pay a year in another field.
    pub pay: Option<String>,
    /// Years of work in the field.
    pub years: Option<String>,
    /// Highest education completed.
    pub education: Option<String>,
    /// Ids of skills, between dots or commas.
    pub have: Option<String>,
    /// Where somebody lives.
    pub city: Option<String>,
    /// A role, or `best-pay`.
    pub to: Option<String>,
    /// A level of that role.
    pub level: Option<String>,
    /// Years that pay is added up over.
    pub horizon: Option<String>,
    /// Hours a week to learn in.
    pub hours: Option<String>,
    /// Most money to spend.
    pub budget: Option<String>,
    /// Other cities, one each.
    pub cities: Vec<String>,
    /// `yes` or `no`: whether the job is kept while studying.
    pub keep: Option<String>,
    /// `yes` or `no`: whether another degree is thinkable.
    pub degree: Option<String>,
    /// Premises that were set: id and figure.
    pub premises: Vec<(String, String)>,
}

/// The answer in a field, lent as asked; `None` for the fields that hold several.
macro_rules! slot {
    ($answers:ident, $field:ident, $($lent:tt)+) => {
        match $field {
            Field::From => Some($($lent)+ $answers.from),
            Field::Pay => Some($($lent)+ $answers.pay),
            Field::Years => Some($($lent)+ $answers.years),
            Field::Education => Some($($lent)+ $answers.education),
            Field::Have => Some($($lent)+ $answers.have),
            Field::City => Some($($lent)+ $answers.city),
            Field::To => Some($($lent)+ $answers.to),
            Field::Level => Some($($lent)+ $answers.level),
            Field::Horizon => Some($($lent)+ $answers.horizon),
            Field::Hours => Some($($lent)+ $answers.hours),
            Field::Budget => Some($($lent)+ $answers.budget),
            Field::Keep => Some($($lent)+ $answers.keep),
            Field::Degree => Some($($lent)+ $answers.degree),
            Field::Cities | Field::Premise(_) => None,
        }
    };
}

impl Answers {
    /// The answer in a field, to be changed; `None` for the fields that hold several.
    pub fn slot(&mut self, field: Field) -> Option<&mut Option<String>> {
        slot!(self, field, &mut)
    }

    /// What stands in a field.
    pub fn text(&self, field: Field) -> String {
        match field {
            Field::Cities => self.cities.join("; "),
            Field::Premise(at) => {
                let set = self.premises.iter().find(|(id, _)| id == premises()[at].id);
                set.map(|(_, figure)| figure.clone()).unwrap_or_default()
            }
            field => slot!(self, field, &).cloned().flatten().unwrap_or_default(),
        }
    }
}

/// An answer that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was said about where somebody starts or wants to be.
    Missing(Field),
    /// A name that is no role; what may be meant.
    NoRole(Field, String, Vec<&'static str>),
    /// A name that is no city, or that of several.
    NoCity(Field, String, Miss<Place>),
    /// Something that is no whole number between two.
    NoNumber(Field, String, [u32; 2]),
    /// A word that is none of the answers offered.
    NoChoice(Field, String),
    /// Ids that are no skills.
    NoSkill(String),
    /// An id that is no premise.
    NoPremise(String),
    /// Too many other cities.
    TooManyCities,
    /// The whole country among the cities.
    NoCountry,
    /// Other cities without the one that somebody lives in, which they are compared with.
    NoHome,
}

/// A field of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Where somebody starts.
    From,
    /// Pay in another field.
    Pay,
    /// Years of work.
    Years,
    /// Education.
    Education,
    /// Skills.
    Have,
    /// Where somebody lives.
    City,
    /// Where somebody wants to be.
    To,
    /// The level there.
    Level,
    /// Years added up over.
    Horizon,
    /// Hours a week.
    Hours,
    /// Money.
    Budget,
    /// Other cities.
    Cities,
    /// Whether the job is kept.
    Keep,
    /// Whether a degree is thinkable.
    Degree,
    /// A premise, by position.
    Premise(usize),
}

impl Fault {
    /// The field that it is about.
    pub fn field(&self) -> Field {
        match self {
            Self::Missing(field)
            | Self::NoRole(field, ..)
            | Self::NoCity(field, ..)
            | Self::NoNumber(field, ..)
            | Self::NoChoice(field, _) => *field,
            Self::NoSkill(_) => Field::Have,
            Self::NoPremise(_) => Field::Premise(0),
            Self::TooManyCities | Self::NoCountry | Self::NoHome => Field::Cities,
        }
    }
}
