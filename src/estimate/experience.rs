//! Years or a level, and education, to a position on one scale, so that both ways of asking agree.
//!
//! The scale is the normal score. A role's levels stand where its postings put them; years move a
//! person from senior level along one curve for all roles, whose senior years are the same senior.

use super::curve::People;
use crate::dataset::{COUNTRY_ROWS, Dataset, LevelFit, Model, RoleFit, RoleId};
use crate::profile::{Education, Experience};

/// Normal score of the middle person of a role with this experience, before education.
pub(super) fn score(model: &Model, fit: &RoleFit, experience: Experience) -> f32 {
    match experience {
        Experience::Level(level) => fit.levels[level.index()].score,
        Experience::Years(years) => by_years(model, fit, f32::from(years.get())),
    }
}

fn by_years(model: &Model, fit: &RoleFit, years: f32) -> f32 {
    let years = model.years.gained(years) - model.years.gained(model.years.senior);
    fit.score + model.senior + years
}

/// Years of work at which each level of a role stands, by bisection of [`by_years`].
pub(super) fn level_years(model: &Model, fit: &RoleFit) -> [f32; 4] {
    fit.levels.map(|level| {
        let (mut low, mut high) = (0.0, model.years.most);
        for _ in 0..16 {
            let middle = f32::midpoint(low, high);
            if by_years(model, fit, middle) < level.score { low = middle } else { high = middle }
        }
        f32::midpoint(low, high)
    })
}

/// Normal score that an education adds.
pub(super) fn shift(model: &Model, education: Option<Education>) -> f32 {
    education.map_or(0.0, |education| model.education[education.index()].score)
}

/// Standard deviation of posted pay around a score: straight between the role's levels, level
/// beyond them.
pub(super) fn spread(levels: &[LevelFit; 4], score: f32) -> f32 {
    let segment = levels[1..3].iter().filter(|level| score >= level.score).count();
    let (low, high) = (&levels[segment], &levels[segment + 1]);
    low.spread + part(score, low.score, high.score) * (high.spread - low.spread)
}

/// Posted pay in the whole country around a score; log pay straight between the table's rows.
pub(super) fn country(dataset: &Dataset, role: RoleId, score: f32) -> People {
    let between = Between::new(dataset, role, score);
    People::new(std::array::from_fn(|at| between.dollars(at)))
}

/// One kept percentile of [`country`]: rows never fall, so nothing has to be raised.
pub(super) fn country_at(dataset: &Dataset, role: RoleId, score: f32, kept: usize) -> f32 {
    Between::new(dataset, role, score).dollars(kept)
}

/// A score between two rows of the table of the country.
struct Between {
    rows: [[f32; 7]; 2],
    part: f32,
}

impl Between {
    fn new(dataset: &Dataset, role: RoleId, score: f32) -> Self {
        let [first, last] = dataset.country.ends;
        let [entry, mid, senior, executive] =
            dataset.role(role).fit.levels.map(|level| level.score);
        let ends = [first, entry, mid, senior, executive, last];
        let segment = ends[1..5].iter().filter(|&&end| score >= end).count();
        let halves = 2.0 * part(score, ends[segment], ends[segment + 1]);
        let row = (2 * segment + halves as usize).min(COUNTRY_ROWS - 2);
        let rows = [row, row + 1].map(|row| dataset.country.row(role, row));
        Self { rows, part: halves - (row - 2 * segment) as f32 }
    }

    fn dollars(&self, kept: usize) -> f32 {
        let [low, high] = self.rows.map(|row| row[kept].ln());
        (low + self.part * (high - low)).exp() * 100.0
    }
}

/// How far between two scores, from 0 to 1.
fn part(score: f32, low: f32, high: f32) -> f32 {
    ((score - low) / (high - low)).max(0.0).min(1.0)
}
