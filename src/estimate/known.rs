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
    let years = scale(model, experience);
    let scores = role(model, fit) + known.anchor * known.anchor + years * years;
    (missed + known.slope * known.slope * (scores + learnt(model, education))).sqrt()
}

/// Error of a position given by years, signed: what is too high below senior is too low above it.
fn scale(model: &Model, experience: Experience) -> f32 {
    let known = &model.known;
    match experience {
        Experience::Level(_) => 0.0,
        Experience::Years(years) => {
            let off = (f32::from(years.get()) - model.years.senior) / model.years.senior;
            (known.years[0] * off).max(-known.years[1]).min(known.years[1])
        }
    }
}

/// Standard error of the difference of two middles of one kind, in log pay; `missed` is what their
/// places add to its variance. What is the same error in both is none of the difference: the anchor and
/// the drift of posted pay always, the role where it is one, education where it is one; years are off
/// along one scale.
pub(super) fn between(
    model: &Model,
    [one, other]: [(&RoleFit, Experience, Option<Education>); 2],
    missed: f32,
    national: bool,
) -> f32 {
    let same = std::ptr::eq(one.0, other.0);
    let roles = if same { 0.0 } else { role(model, one.0) + role(model, other.0) };
    let learnt = if one.2 == other.2 { 0.0 } else { learnt(model, one.2) + learnt(model, other.2) };
    // The error of posted pay knows none of years.
    let years = if national { 0.0 } else { scale(model, one.1) - scale(model, other.1) };
    let slope = model.known.slope;
    (missed + slope * slope * (roles + learnt + years * years)).sqrt()
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
