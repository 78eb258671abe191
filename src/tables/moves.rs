//! The rows of `moves.json`: what a step of a career takes, as figures and as our assumptions.

use serde::Deserialize;

/// `moves.json`
#[derive(Clone, Debug, Default, Deserialize)]
pub struct MovesTable {
    /// Figures that a visitor may change, in the order shown.
    pub settings: Vec<SettingRow>,
    /// One for each role, in the order of `roles.json`.
    pub roles: Vec<EntryRow>,
    /// Changes of role that an article names, beside those of `role_pages.json`.
    pub usual: Vec<UsualRow>,
    /// What a degree takes and teaches, beside its settings.
    pub studies: Vec<StudyRow>,
    /// What the next level asks for.
    pub promotions: Vec<PromotionRow>,
    /// Occupations that O*NET has not rated, and those that stand in for them.
    pub stand_ins: Vec<StandInRow>,
}

/// A figure that a visitor may change.
#[derive(Clone, Debug, Deserialize)]
pub struct SettingRow {
    /// Stable id, `search`.
    pub id: String,
    /// What it is.
    pub name: String,
    /// `months`, `hours`, `percent`, `dollars` or `dollars a year`.
    pub unit: String,
    /// The typical figure.
    pub value: u32,
    /// Where things go quickly or cost little.
    pub low: u32,
    /// Where they go slowly or cost much.
    pub high: u32,
    /// Least that a visitor may set.
    pub least: u32,
    /// Most that a visitor may set.
    pub most: u32,
    /// Whether somebody measured it; otherwise it is our assumption.
    pub measured: bool,
    /// Who measured it.
    pub source: Option<String>,
    /// What it means and why it is so.
    pub why: String,
}

/// How one gets into a role.
#[derive(Clone, Debug, Deserialize)]
pub struct EntryRow {
    /// Role id.
    pub role: String,
    /// Whether people are hired without work in the field.
    pub first: bool,
    /// Least education: `none`, `bachelors`, `masters` or `doctorate`.
    pub minimum: String,
    /// Level that one must have reached before, if any: `mid` or `senior`.
    pub from: Option<String>,
    /// Why.
    pub why: String,
    /// Who says so; none for our judgement.
    pub sources: Vec<String>,
}

/// A usual change of role.
#[derive(Clone, Debug, Deserialize)]
pub struct UsualRow {
    /// Role id.
    pub from: String,
    /// Role id.
    pub to: String,
    /// Why it is called usual.
    pub why: String,
    /// Who says so.
    pub source: String,
}

/// A degree.
#[derive(Clone, Debug, Deserialize)]
pub struct StudyRow {
    /// `bachelors`, `masters` or `doctorate`.
    pub education: String,
    /// Hours of study in all.
    pub hours: u32,
    /// Ids of skills that it teaches.
    pub teaches: Vec<String>,
    /// Why so.
    pub why: String,
}

/// What a level asks for, whatever the role.
#[derive(Clone, Debug, Deserialize)]
pub struct PromotionRow {
    /// `mid`, `senior` or `executive`.
    pub level: String,
    /// Ids of skills.
    pub learn: Vec<String>,
}

/// An occupation in the place of one that O*NET has not rated.
#[derive(Clone, Debug, Deserialize)]
pub struct StandInRow {
    /// SOC code without ratings.
    pub occupation: String,
    /// SOC code whose ratings are taken.
    #[serde(rename = "as")]
    pub other: String,
    /// Why that one.
    pub why: String,
}

/// Ids of the settings, in the order of `dataset::Assumption`.
pub const SETTINGS: [&str; 26] = [
    "search",
    "pace",
    "skill-hours",
    "credit",
    "projects",
    "projects-gain",
    "certificate-hours",
    "certificate-cost",
    "certificate-gain",
    "bachelors-time",
    "bachelors-cost",
    "bachelors-finish",
    "masters-time",
    "masters-cost",
    "masters-finish",
    "doctorate-time",
    "doctorate-pay",
    "doctorate-finish",
    "beside-work",
    "sure-promotion",
    "sure-usual",
    "sure-related",
    "sure-first",
    "city-move",
    "sure-city",
    "field-pay",
];

/// Names of educations, lowest first, as in `profile::Education`.
pub const EDUCATIONS: [&str; 4] = ["none", "bachelors", "masters", "doctorate"];

/// Names of levels, lowest first, as in `profile::Level`.
pub const LEVELS: [&str; 4] = ["entry", "mid", "senior", "executive"];

/// Units of settings, as in `dataset::Unit`.
pub const UNITS: [&str; 5] = ["months", "hours", "percent", "dollars", "dollars a year"];
