//! How well the middle itself is known, apart from how far people differ.
//!
//! Variances in log pay add up: of the place, of the role's position (its own postings, or its
//! family's where it has few), of the scale, of education, and of a position given by years.

use crate::dataset::{Model, RoleFit};
use crate::profile::{Education, Experience};

/// Variance of a median over that of a mean, for a normal distribution: π / 2.
const MEDIAN: f32 = std::f32::consts::FRAC_PI_2;

/// Standard error of the middle in a metro, in log pay; `missed` is the variance of the place.
pub(super) fn metro(
    model: &Model,
    fit: &RoleFit,
    missed: f32,
    experience: Experience,
    education: Option<Education>,
) -> f32 {
    let known = &model.known;
    let years = match experience {
        Experience::Level(_) => 0.0,
        Experience::Years(years) => {
            let off = (f32::from(years.get()) - model.years.senior).abs() / model.years.senior;
            (known.years[0] * off).min(known.years[1])
        }
    };
    let scores = role(model, fit) + known.anchor * known.anchor + years * years;
    (missed + known.slope * known.slope * (scores + learnt(model, education))).sqrt()
}

/// Standard error of the middle of posted pay in the whole country, in log pay.
pub(super) fn country(model: &Model, fit: &RoleFit, education: Option<Education>) -> f32 {
    let known = &model.known;
    let scores = role(model, fit) + learnt(model, education);
    (known.slope * known.slope * scores + known.drift * known.drift).sqrt()
}

/// Variance of a role's score: the median of its own postings, counted in pairs of band ends, and
/// the family's spread, each by its part.
fn role(model: &Model, fit: &RoleFit) -> f32 {
    let known = &model.known;
    let rows = (fit.rows as f32).max(1.0);
    let own = fit.own * fit.own * known.repeats * MEDIAN * known.spread * known.spread / rows;
    let family = (1.0 - fit.own) * known.family;
    own + family * family
}

fn learnt(model: &Model, education: Option<Education>) -> f32 {
    education.map_or(0.0, |education| model.education[education.index()].error.powi(2))
}
