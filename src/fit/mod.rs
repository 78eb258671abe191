//! `paypath fit`: learns from the tables under `data/`, the postings and the survey what a person's
//! role, level, years, education and place move, and how far people then still differ.
//!
//! One door, [`run`]. It writes `model.json`, what was learnt, and `scores.json`, how well that does
//! on data left out. The same inputs give the same bytes; on any fault nothing is written. What
//! people chose stands with its reasons in `data/fit.json`. It fetches nothing and reads no clock.

mod calibrate;
mod cells;
mod country;
mod education;
mod inputs;
mod levels;
mod linear;
mod places;
mod postings;
mod scores;
mod settings;
mod statistics;
mod survey;
mod work_mode;
mod write;
mod years;

use crate::refresh::write::{Output, read, replace};
use crate::tables::{self, Fault, Model, ScoreRow, Tables, YearsModel};
use levels::{Frame, Levels};
use places::RolePlaces;
use settings::Settings;
use std::fmt;
use std::path::Path;

/// What a fit found.
#[derive(Debug)]
pub struct Fit {
    /// The coefficients, as written.
    pub model: Model,
    /// The scores, as written.
    pub scores: Vec<ScoreRow>,
    /// Whether the files under `data/` differ from what they were.
    pub changed: bool,
}

/// Everything learnt, before it is written.
struct Learnt<'a> {
    tables: &'a Tables,
    settings: &'a Settings,
    smoothing: tables::SmoothingModel,
    places: &'a [RolePlaces],
    levels: Levels,
    years: YearsModel,
    education: Vec<tables::EducationModel>,
    /// Postings of each role and level.
    rows: Vec<[u32; 4]>,
}

/// Fits on the files under `raw` and the tables under `data`, and writes what was learnt to `data`.
///
/// # Errors
/// Every fault found, each with file, row and column where it has them; nothing is then written.
pub fn run(raw: &Path, data: &Path) -> Result<Fit, Vec<Fault>> {
    let settings = settings::read(data).map_err(|fault| vec![fault])?;
    let tables = inputs::tables(data)?;
    let inputs = inputs::read(raw, data, &tables, &settings)?;
    let (model, scores) = fit(&tables, &settings, &inputs);
    let outputs = outputs(data, &model, &scores)?;
    let changed = outputs.iter().any(|output| output.old.as_ref() != Some(&output.new));
    let fitted = Tables { model: model.clone(), scores: scores.clone(), ..tables };
    let faults = tables::check(&fitted);
    if !faults.is_empty() {
        return Err(faults);
    }
    replace(data, &outputs).map_err(|fault| vec![fault])?;
    Ok(Fit { model, scores, changed })
}

fn fit(tables: &Tables, settings: &Settings, inputs: &inputs::Inputs) -> (Model, Vec<ScoreRow>) {
    let grid = cells::published(tables);
    let smoothing = cells::learn(&grid, settings);
    let places = places::places(tables, settings, &cells::cells(&smoothing, &grid));
    let frame = Frame {
        settings,
        roles: &tables.roles,
        places: &places,
        by_level: [1.0; 4],
        by_role: vec![1.0; tables.roles.len()],
    };
    let postings: Vec<&postings::Posting> = inputs.postings.iter().collect();
    let calibrated = calibrate::calibrate(&frame, &postings);
    let levels = calibrated.fit(postings.iter().copied());
    let trial = scores::trial(&calibrated, &levels, &inputs.respondents);
    let curves = trial.curves();
    let years = trial.choose(&curves, None).model.clone();
    let mut scores = scores::of_cells(tables, &cells::left_out(&grid, settings));
    scores.extend(scores::of_postings(&frame, &postings));
    scores.extend(scores::of_survey(&trial, &curves));
    scores.extend(work_mode::scores(&inputs.postings));
    let learnt = Learnt {
        tables,
        settings,
        smoothing,
        places: &places,
        levels,
        years,
        education: education::fit(&inputs.respondents, settings),
        rows: rows(tables.roles.len(), &inputs.postings),
    };
    let model = write::model(&learnt, inputs);
    scores.extend(country::scores(&learnt, &model));
    (model, scores)
}

fn rows(roles: usize, postings: &[postings::Posting]) -> Vec<[u32; 4]> {
    let mut rows = vec![[0; 4]; roles];
    for posting in postings {
        if let Some(role) = posting.role {
            rows[role][posting.level] += 1;
        }
    }
    rows
}

fn outputs(data: &Path, model: &Model, scores: &[ScoreRow]) -> Result<Vec<Output>, Vec<Fault>> {
    let files = [(tables::MODEL, write::json(model)), (tables::SCORES, write::json(&scores))];
    let mut outputs = Vec::new();
    for (file, new) in files {
        let new = new.map_err(|error| vec![Fault::file(file, error.to_string())])?;
        let old = read(data, file).map_err(|fault| vec![fault])?;
        outputs.push(Output { file: file.to_owned(), new: new.into_bytes(), old });
    }
    Ok(outputs)
}

impl fmt::Display for Fit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for score in &self.scores {
            let ScoreRow { id, value, unit, n, goal, .. } = score;
            write!(out, "{id:<44} {value:>10} {unit:<8} n = {n}")?;
            if let Some([least, most]) = goal {
                write!(out, " (goal {least} to {most})")?;
            }
            writeln!(out)?;
        }
        writeln!(
            out,
            "{}",
            if self.changed { "model.json and scores.json are new" } else { "nothing moved" }
        )
    }
}
