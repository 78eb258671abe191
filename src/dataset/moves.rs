//! What a step of a career takes: figures that a visitor may change, ways into a role, and what each
//! change of role lacks. A table of its own, for the programs that plan. Rows come from
//! `data/moves.json` and O*NET; nothing here chooses a route.

use super::{RoleId, embedded};

/// Unit of a premise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Months.
    Months,
    /// Hours.
    Hours,
    /// Percent.
    Percent,
    /// Dollars, once.
    Dollars,
    /// Dollars a year.
    DollarsAYear,
}

impl Unit {
    /// In the order of `tables::UNITS`.
    pub(super) const ALL: [Self; 5] =
        [Self::Months, Self::Hours, Self::Percent, Self::Dollars, Self::DollarsAYear];
}

/// A figure that plans rest on and a visitor may change.
#[derive(Debug)]
pub struct Premise {
    /// Stable id: `search`.
    pub id: &'static str,
    /// What it is.
    pub name: &'static str,
    /// Its unit.
    pub unit: Unit,
    /// The typical figure.
    pub value: u32,
    /// Where things go quickly or cost little.
    pub low: u32,
    /// Where they go slowly or cost much.
    pub high: u32,
    /// Least that may be set.
    pub least: u32,
    /// Most that may be set.
    pub most: u32,
    /// Who measured it: publisher, title, address, date. `None`: our assumption.
    pub source: Option<(&'static str, &'static str, &'static str, &'static str)>,
    /// What it means and why it is so.
    pub why: &'static str,
}

/// Names the premises, in the order of [`premises`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// Months from the first application to the first day.
    Search,
    /// Percent of the fitted time to the next level.
    Pace,
    /// Percent of a skill's hours.
    Hours,
    /// Percent of shared years that count in a new role.
    Credit,
    /// Hours of own projects.
    Projects,
    /// Percent of doubt that projects take away.
    ProjectsGain,
    /// Hours of a certificate.
    CertificateHours,
    /// Dollars of a certificate.
    CertificateCost,
    /// Percent of doubt that a certificate takes away.
    CertificateGain,
    /// Months.
    BachelorsTime,
    /// Dollars a year.
    BachelorsCost,
    /// Percent who finish.
    BachelorsFinish,
    /// Months.
    MastersTime,
    /// Dollars a year.
    MastersCost,
    /// Percent who finish.
    MastersFinish,
    /// Months.
    DoctorateTime,
    /// Dollars a year that are paid.
    DoctoratePay,
    /// Percent who finish.
    DoctorateFinish,
    /// Percent of the time of full-time study.
    BesideWork,
    /// Percent who are promoted.
    SurePromotion,
    /// Percent who manage a usual change.
    SureUsual,
    /// Percent who manage a related change.
    SureRelated,
    /// Percent who find a first job.
    SureFirst,
    /// Dollars.
    CityMove,
    /// Percent who find the same job elsewhere.
    SureCity,
    /// Dollars a year.
    FieldPay,
}

impl Assumption {
    /// How many there are.
    pub const COUNT: usize = Self::FieldPay as usize + 1;
}

/// How one gets into a role.
#[derive(Debug)]
pub struct Entry {
    /// Whether people are hired without work in the field.
    pub first: bool,
    /// Least education, as a position in `profile::Education`.
    pub minimum: u8,
    /// Level that one must have reached before, as a position in `profile::Level`.
    pub from: Option<u8>,
    /// Percent of jobs that ask for no more than each education (O*NET).
    pub holding: [u8; 4],
    /// Why.
    pub why: &'static str,
}

/// A change of role.
#[derive(Debug, PartialEq, Eq)]
pub struct Change {
    /// The new role.
    pub to: RoleId,
    /// What makes it usual; `None`: only related.
    pub usual: Option<&'static str>,
    /// The article that calls it usual, if one does.
    pub source: Option<&'static str>,
    /// Percent of the new role's skills, knowledge and technologies that the old one lacks.
    pub lacks: [u8; 3],
}

impl Change {
    /// Percent of the new role that the old one has: the mean of the three parts.
    pub fn shared(&self) -> u32 {
        let lacks: u32 = self.lacks.iter().map(|&part| u32::from(part)).sum();
        100 - lacks.min(300) / 3
    }
}

/// What a degree takes and teaches, beside its premises.
#[derive(Debug)]
pub struct Study {
    /// Hours of study in all.
    pub hours: u32,
    /// Numbers of the skills that it teaches.
    pub teaches: &'static [u8],
    /// Why so.
    pub why: &'static str,
}

/// The bachelor's degree, the master's degree and the doctorate.
pub fn studies() -> &'static [Study; 3] {
    &embedded::STUDIES
}

/// Every figure that may be changed, in the order of [`Assumption`].
pub fn premises() -> &'static [Premise; Assumption::COUNT] {
    &embedded::PREMISES
}

/// How one gets into a role.
pub fn entry(role: RoleId) -> &'static Entry {
    &embedded::ENTRIES[role.index()]
}

/// The usual and the related changes of role from one role.
pub fn changes(from: RoleId) -> &'static [Change] {
    embedded::CHANGES[from.index()]
}

/// Numbers of the skills that reaching a level asks for, by position in `profile::Level`.
pub fn promotion(level: usize) -> &'static [u8] {
    embedded::PROMOTIONS[level]
}
