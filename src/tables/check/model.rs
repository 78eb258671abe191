//! The fitted coefficients cover every occupation and role and stay within what they can mean.

use super::super::{Fault, Model, RoleModel, Tables};

/// The file of fitted coefficients, which only `fit` can mend.
pub const MODEL: &str = "model.json";

/// Rows of a country table: two ends, four levels, and one between each two.
const COUNTRY_ROWS: usize = 11;
const EDUCATIONS: [&str; 4] = ["none", "bachelors", "masters", "doctorate"];

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    let mut problems = Vec::new();
    let model = &tables.model;
    smoothing(model, tables.occupations.len(), &mut problems);
    shared(model, &mut problems);
    education(model, &mut problems);
    for role in &tables.roles {
        let mut found = model.roles.iter().filter(|fit| fit.role == role.id);
        match (found.next(), found.count()) {
            (Some(fit), 0) => self::role(fit, model.country_ends, &mut problems),
            (fit, more) => {
                let count = usize::from(fit.is_some()) + more;
                problems.push(format!("{} has {count} fits, not one", role.id));
            }
        }
    }
    for input in &model.inputs {
        let listed = |file: &super::super::SourceFile| file.file == input.file;
        // Tables of this folder are their own source; the others stand in sources.json.
        if input.source != "data" && !tables.sources.iter().flat_map(|s| &s.files).any(listed) {
            problems.push(format!("the input {} is in no source", input.file));
        }
    }
    faults.extend(problems.into_iter().map(|problem| Fault::file(MODEL, problem)));
}

fn smoothing(model: &Model, occupations: usize, problems: &mut Vec<String>) {
    let smoothing = &model.smoothing;
    if smoothing.mean.len() != occupations {
        problems.push(format!("smoothing.mean must hold {occupations} occupations"));
    }
    let sound =
        |row: &[u32; 5]| row.is_sorted() && row.iter().all(|pay| (10_000..600_000).contains(pay));
    if !smoothing.mean.iter().all(sound) {
        problems.push("smoothing.mean must ascend, from 10,000 to 600,000".into());
    }
    let cells = occupations * (occupations + 1) / 2;
    if smoothing.covariance.iter().any(|triangle| triangle.len() != cells) {
        problems.push(format!("smoothing.covariance must hold {cells} numbers a percentile"));
    } else if smoothing.covariance.iter().any(|triangle| !is_covariance(triangle, occupations)) {
        problems.push("smoothing.covariance is none: a correlation is above 1".into());
    }
    let noise = smoothing.noise_of.iter().chain([&smoothing.noise]);
    if noise.into_iter().any(|noise| !(0.001..10.0).contains(noise)) {
        problems.push("smoothing.noise is outside 0.001 to 10".into());
    }
    ascending("smoothing.slope", smoothing.slope, problems);
    ascending("place.tail", model.place.tail, problems);
}

/// Each variance is positive and no covariance larger than its two variances allow.
fn is_covariance(triangle: &[i16], size: usize) -> bool {
    let at = |row: usize, column: usize| f64::from(triangle[row * (row + 1) / 2 + column]);
    (0..size).all(|row| {
        at(row, row) > 0.0
            && (0..row)
                .all(|column| at(row, column).powi(2) <= at(row, row) * at(column, column) * 1.001)
    })
}

fn ascending(name: &str, [low, high]: [f64; 2], problems: &mut Vec<String>) {
    if low > high || low < 0.0 || high > 2.0 {
        problems.push(format!("{name} must ascend, from 0 to 2"));
    }
}

fn shared(model: &Model, problems: &mut Vec<String>) {
    let (place, known) = (&model.place, &model.known);
    for (name, part) in [
        ("place.damp", place.damp),
        ("place.spread", place.spread),
        ("place.shared", place.shared),
        ("known.slope", known.slope),
        ("known.anchor", known.anchor),
        ("known.family", known.family),
        ("known.drift", known.drift),
    ] {
        if !(0.0..=1.0).contains(&part) {
            problems.push(format!("{name} is outside 0 to 1"));
        }
    }
    let years = &model.years;
    let lengths = [years.straight, years.bend, years.most, years.senior];
    if !(0.0..1.0).contains(&years.slope) || lengths.iter().any(|y| !(0.0..=50.0).contains(y)) {
        problems.push("years must have a slope of 0 to 1 and lengths of 0 to 50".into());
    }
    let [first, .., last] = model.levels.years;
    if !model.levels.years.is_sorted_by(|a, b| a < b) || first < 0.0 || last > years.most {
        problems.push("levels.years must ascend, from 0 to years.most".into());
    }
    if !model.levels.scores.is_sorted() {
        problems.push("levels.scores must ascend".into());
    }
    if model.country_ends[0] >= model.country_ends[1] {
        problems.push("country_ends must ascend".into());
    }
}

fn education(model: &Model, problems: &mut Vec<String>) {
    let names: Vec<&str> = model.education.iter().map(|row| row.education.as_str()).collect();
    if names != EDUCATIONS {
        problems.push(format!("education must hold {}", EDUCATIONS.join(", ")));
    }
    if !model.education.is_sorted_by(|a, b| a.score <= b.score) {
        problems.push("the scores of education must ascend".into());
    }
    if model.education.iter().any(|row| row.score.abs() > 1.0 || !(0.0..1.0).contains(&row.error)) {
        problems.push("education has a score outside −1 to 1 or an error outside 0 to 1".into());
    }
}

fn role(fit: &RoleModel, ends: [f64; 2], problems: &mut Vec<String>) {
    let (role, levels) = (&fit.role, &fit.levels);
    if !levels.is_sorted_by(|a, b| a.score <= b.score) {
        problems.push(format!("the levels of {role} do not ascend"));
    }
    if levels.iter().any(|level| level.score <= ends[0] || level.score >= ends[1]) {
        problems.push(format!("a score of {role} is outside country_ends"));
    }
    if levels.iter().any(|level| !(0.1..2.0).contains(&level.spread)) {
        problems.push(format!("a spread of {role} is outside 0.1 to 2"));
    }
    if !fit.reference.is_sorted() || fit.reference.iter().any(|log| !(9.0..14.0).contains(log)) {
        problems.push(format!("the reference of {role} must ascend, from 9 to 14"));
    }
    if fit.country.len() != COUNTRY_ROWS {
        problems.push(format!("the country table of {role} needs {COUNTRY_ROWS} rows"));
    }
    let falls = |pair: &[[u32; 7]]| pair[0].iter().zip(pair[1]).any(|(&low, high)| low > high);
    if fit.country.iter().any(|row| !row.is_sorted()) || fit.country.windows(2).any(falls) {
        problems.push(format!("the country's percentiles of {role} do not ascend"));
    }
    if fit.country.iter().flatten().any(|pay| !(15_000..5_000_000).contains(pay)) {
        problems.push(format!("the country's pay of {role} is outside 15,000 to 5,000,000"));
    }
    let parts = levels.iter().map(|level| level.own).chain([fit.own]);
    if parts.into_iter().any(|own| !(0.0..=1.0).contains(&own)) {
        problems.push(format!("an own part of {role} is outside 0 to 1"));
    }
}
