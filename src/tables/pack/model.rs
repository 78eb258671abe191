//! The fitted coefficients as Rust source.

use super::super::{Model, RoleModel, Tables};
use super::metro_index;

/// Statics that hold the covariance of each percentile.
pub(super) fn covariance(model: &Model) -> String {
    let triangles = model.smoothing.covariance.iter().enumerate();
    let one = |(at, triangle): (usize, &Vec<i16>)| {
        format!("static COVARIANCE_{at}: [i16; {}] = {triangle:?};\n", triangle.len())
    };
    triangles.map(one).collect()
}

/// A `dataset::Smoothing`.
pub(super) fn smoothing(model: &Model) -> String {
    let smoothing = &model.smoothing;
    format!(
        "Smoothing {{ mean: &MEAN, covariance: [&COVARIANCE_0, &COVARIANCE_1, &COVARIANCE_2, \
         &COVARIANCE_3, &COVARIANCE_4], noise: {:?}, noise_of: {:?}, slope: {:?} }}",
        smoothing.noise, smoothing.noise_of, smoothing.slope
    )
}

/// A `dataset::Model`.
pub(super) fn shared(model: &Model) -> String {
    let (place, years, known) = (&model.place, &model.years, &model.known);
    let shifts: Vec<String> = model
        .education
        .iter()
        .map(|row| format!("Shift {{ score: {:?}, error: {:?} }}", row.score, row.error))
        .collect();
    let years = format!(
        "Years {{ slope: {:?}, straight: {:?}, bend: {:?}, most: {:?}, senior: {:?} }}",
        years.slope, years.straight, years.bend, years.most, years.senior
    );
    let known = format!(
        "Known {{ slope: {:?}, anchor: {:?}, family: {:?}, repeats: {:?}, spread: {:?}, drift: {:?}, years: {:?} }}",
        known.slope,
        known.anchor,
        known.family,
        known.repeats,
        known.spread,
        known.drift,
        known.years
    );
    format!(
        "Model {{ date: {:?}, damp: {:?}, spread: {:?}, tail: {:?}, shared: {:?}, \
         years: {years}, senior: {:?}, posted: {:?}, education: [{}], known: {known} }}",
        model.date,
        place.damp,
        place.spread,
        place.tail,
        place.shared,
        model.levels.scores[2],
        model.levels.posted,
        shifts.join(", ")
    )
}

/// A `dataset::RoleFit`.
pub(super) fn role(tables: &Tables, fit: &RoleModel) -> String {
    let levels: Vec<String> = fit
        .levels
        .iter()
        .map(|level| {
            let (rows, score, spread) = (level.rows, level.score, level.spread);
            format!("LevelFit {{ rows: {rows}, score: {score:?}, spread: {spread:?} }}")
        })
        .collect();
    let place =
        |(cbsa, part): &(u32, f64)| format!("(MetroId({}), {part:?})", metro_index(tables, *cbsa));
    let places: Vec<String> = fit.places.iter().take(3).map(place).collect();
    format!(
        "RoleFit {{ rows: {}, own: {:?}, score: {:?}, reference: {:?}, places: &[{}], levels: [{}] }}",
        fit.rows,
        fit.own,
        fit.score,
        fit.reference,
        places.join(", "),
        levels.join(", ")
    )
}
