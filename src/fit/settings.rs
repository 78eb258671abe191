//! `data/fit.json`: the constants that people chose, each with its reason. What the data decide is
//! not here but in `model.json`.

use crate::tables::Fault;
use serde::Deserialize;
use std::ops::Deref;
use std::path::Path;

/// The file's name under `data/`.
pub(super) const SETTINGS: &str = "fit.json";

/// A chosen constant. The file says why; the program only insists that it does.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Setting<T> {
    value: T,
    reason: String,
}

impl<T> Deref for Setting<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Every chosen constant; `data/fit.json` says what each is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settings {
    pub(super) noise: Setting<f64>,
    pub(super) noise_of: Setting<[f64; 5]>,
    pub(super) rounds: Setting<usize>,
    pub(super) cell_slope: Setting<[f64; 2]>,
    pub(super) tail: Setting<[f64; 2]>,
    pub(super) damp: Setting<f64>,
    pub(super) shared_error: Setting<f64>,
    pub(super) core: Setting<Vec<String>>,
    pub(super) filings_people: Setting<f64>,
    pub(super) filings_share: Setting<f64>,
    pub(super) posting_laws: Setting<f64>,
    pub(super) posting_law_states: Setting<Vec<String>>,
    pub(super) least_place: Setting<f64>,
    pub(super) first_year: Setting<u32>,
    pub(super) least_rows: Setting<usize>,
    pub(super) most_bands: Setting<f64>,
    pub(super) own_bands: Setting<f64>,
    pub(super) level_bands: Setting<f64>,
    pub(super) spread_bands: Setting<f64>,
    pub(super) level_gap: Setting<f64>,
    pub(super) spread_bounds: Setting<[f64; 2]>,
    pub(super) spread_slope: Setting<f64>,
    pub(super) spread_prior: Setting<f64>,
    pub(super) anchors: Setting<[String; 2]>,
    pub(super) fixed_pool: Setting<String>,
    pub(super) crowd_rows: Setting<f64>,
    pub(super) crowd_least: Setting<f64>,
    pub(super) spread: Setting<f64>,
    pub(super) senior_years: Setting<f64>,
    pub(super) study_years: Setting<f64>,
    pub(super) year_slope: Setting<f64>,
    pub(super) most_years: Setting<f64>,
    pub(super) straight_grid: Setting<Vec<f64>>,
    pub(super) bend_grid: Setting<Vec<f64>>,
    pub(super) scale_grid: Setting<[f64; 3]>,
    pub(super) survey_spreads: Setting<Vec<f64>>,
    pub(super) survey_role: Setting<String>,
    pub(super) survey_levels: Setting<Vec<f64>>,
    pub(super) resamples: Setting<usize>,
    pub(super) score_pay: Setting<f64>,
    pub(super) known_slope: Setting<f64>,
    pub(super) known_anchor: Setting<f64>,
    pub(super) known_family: Setting<f64>,
    pub(super) known_repeats: Setting<f64>,
    pub(super) known_spread: Setting<f64>,
    pub(super) known_drift: Setting<f64>,
    pub(super) known_years: Setting<[f64; 2]>,
    pub(super) country_ends: Setting<[f64; 2]>,
}

/// Reads the constants.
pub(super) fn read(data: &Path) -> Result<Settings, Fault> {
    let text = std::fs::read_to_string(data.join(SETTINGS))
        .map_err(|error| Fault::file(SETTINGS, format!("cannot be read ({error}); restore it")))?;
    let fault = |error: serde_json::Error| Fault::row(SETTINGS, error.line(), error.to_string());
    let settings = serde_json::from_str(&text).map_err(fault)?;
    let all: std::collections::BTreeMap<String, Setting<serde_json::Value>> =
        serde_json::from_str(&text).map_err(fault)?;
    match all.iter().find(|(_, setting)| setting.reason.trim().is_empty()) {
        Some((name, _)) => Err(Fault::file(SETTINGS, format!("{name} needs a reason"))),
        None => Ok(settings),
    }
}
