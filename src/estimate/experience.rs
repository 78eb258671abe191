//! Years or a level to a position on one scale, so that both ways of asking agree.
//!
//! The scale is the normal score gained by years of work (`Model::years`). Each level stands at its
//! own years on that scale; a role's coefficients are known at the four levels and are straight
//! between them on the scale, which is concave in years.

use super::curve::People;
use crate::dataset::{LevelFit, Model, RoleFit};
use crate::profile::Experience;

/// Where people with this experience stand among those of their occupations and metro.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    /// Normal score of the middle one.
    pub(super) score: f32,
    /// Their own standard deviation, in normal scores.
    pub(super) spread: f32,
}

/// The position of a role at an experience.
pub(super) fn position(model: &Model, fit: &RoleFit, experience: Experience) -> Position {
    let between = between(model, experience);
    let (low, high) = between.levels(fit);
    Position {
        score: low.score + between.part * (high.score - low.score) + between.beyond,
        spread: low.spread + between.part * (high.spread - low.spread),
    }
}

/// Pay in the whole country, log pay straight between levels.
pub(super) fn country(model: &Model, fit: &RoleFit, experience: Experience) -> People {
    let between = between(model, experience);
    let (low, high) = between.levels(fit);
    People::new(std::array::from_fn(|at| {
        let [low, high] = [low, high].map(|level| f32::from(level.country[at]) * 100.0);
        low * (high / low).powf(between.part)
    }))
}

/// Two neighbouring levels and how far between them.
#[derive(Clone, Copy, Debug)]
struct Between {
    lower: usize,
    part: f32,
    /// What is gained below the first level or above the last, in normal scores.
    beyond: f32,
}

impl Between {
    fn levels(self, fit: &RoleFit) -> (&LevelFit, &LevelFit) {
        (&fit.levels[self.lower], &fit.levels[self.lower + 1])
    }
}

fn between(model: &Model, experience: Experience) -> Between {
    let years = match experience {
        Experience::Level(level) => {
            let at = level.index();
            let lower = at.min(2);
            return Between { lower, part: (at - lower) as f32, beyond: 0.0 };
        }
        Experience::Years(years) => f32::from(years.get()),
    };
    let stands = model.level_years.map(|years| gained(model, years));
    let here = gained(model, years);
    if here <= stands[0] {
        return Between { lower: 0, part: 0.0, beyond: here - stands[0] };
    }
    if here >= stands[3] {
        return Between { lower: 2, part: 1.0, beyond: here - stands[3] };
    }
    let lower = stands[1..3].iter().filter(|&&stand| here >= stand).count();
    let part = (here - stands[lower]) / (stands[lower + 1] - stands[lower]);
    Between { lower, part, beyond: 0.0 }
}

/// Normal score gained by years of work, straight between whole years.
fn gained(model: &Model, years: f32) -> f32 {
    let years = years.max(0.0).min(50.0);
    let whole = (years as usize).min(49);
    let [low, high] = [model.years[whole], model.years[whole + 1]];
    low + (years - whole as f32) * (high - low)
}
