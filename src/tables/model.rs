//! `data/model.json`: the fitted coefficients, written by `cargo paypath fit` and by nothing else.

use super::SourceFile;
use serde::{Deserialize, Serialize};

/// All coefficients, with what they were made from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Model {
    /// `provisional` or `fitted`.
    pub status: String,
    /// The command that wrote the file.
    pub command: String,
    /// What was read.
    pub inputs: Vec<SourceFile>,
    /// Years of work at which each level stands on the scale of experience: EN, MI, SE, EX.
    pub level_years: [f64; 4],
    /// Normal score gained by work experience, one entry a year from 0 to 50.
    pub years: Vec<f64>,
    /// Least and most slope of log pay beyond the published percentiles, per unit of normal score.
    pub tail: [f64; 2],
    /// Standard error of the middle, in log pay, where the cell is published.
    pub published_sd: f64,
    /// The same where it is borrowed from the metro's other occupations.
    pub borrowed_sd: f64,
    /// Pay of each metro relative to the country, in log pay.
    pub metros: Vec<MetroEffect>,
    /// Coefficients of each role.
    pub roles: Vec<RoleModel>,
}

/// How far a metro's pay lies from the country's over all its published occupations.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MetroEffect {
    /// CBSA code.
    pub cbsa: u32,
    /// Log pay, partially pooled.
    pub effect: f64,
}

/// Coefficients of one role.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RoleModel {
    /// Role id.
    pub role: String,
    /// Full-time US postings that it was fitted on.
    pub rows: u32,
    /// Part of the coefficients that is the role's own, the rest being its family's: 0 to 1.
    pub own: f64,
    /// EN, MI, SE, EX.
    pub levels: [LevelModel; 4],
}

/// Where a level of a role stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LevelModel {
    /// Normal score of the middle person within the pay of the occupations in their metro.
    pub score: f64,
    /// Standard deviation of people with the same answers, in normal scores.
    pub spread: f64,
    /// Pay in the whole country at p2.5, p10, p25, p50, p75, p90 and p97.5, in dollars.
    pub country: [u32; 7],
}
