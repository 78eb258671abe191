//! What was learnt as the model file: numbers rounded, so that files stay small and the same.

use super::inputs::Inputs;
use super::levels::RoleLevels;
use super::statistics::rounded;
use super::years::{gained, years_to};
use super::{Learnt, country};
use crate::tables::{
    KnownModel, LevelModel, LevelsModel, Model, PlaceModel, RoleModel, SmoothingModel, YearsModel,
};
use serde::Serialize;

const COMMAND: &str = "cargo paypath fit --raw DIR";
/// Metros that are named for each role.
const PLACES: usize = 5;
/// Widest line of numbers in a file.
const WIDTH: usize = 100;

/// The model file.
pub(super) fn model(learnt: &Learnt, inputs: &Inputs) -> Model {
    let settings = learnt.settings;
    Model {
        status: "fitted".into(),
        command: COMMAND.into(),
        date: inputs.date.clone(),
        inputs: inputs.files.clone(),
        smoothing: SmoothingModel { ..learnt.smoothing.clone() },
        place: PlaceModel {
            damp: *settings.damp,
            spread: *settings.spread,
            tail: *settings.tail,
            shared: *settings.shared_error,
        },
        years: YearsModel { ..learnt.years.clone() },
        levels: levels(learnt),
        education: learnt.education.clone(),
        known: KnownModel {
            slope: *settings.known_slope,
            anchor: *settings.known_anchor,
            family: *settings.known_family,
            repeats: *settings.known_repeats,
            spread: *settings.known_spread,
            drift: *settings.known_drift,
            years: *settings.known_years,
        },
        country_ends: *settings.country_ends,
        roles: (0..learnt.tables.roles.len()).map(|at| role(learnt, at)).collect(),
    }
}

fn levels(learnt: &Learnt) -> LevelsModel {
    let (curve, general) = (&learnt.years, learnt.levels.general);
    let senior = gained(curve, curve.senior);
    LevelsModel {
        scores: general.map(|score| rounded(score, 4)),
        years: general.map(|score| years_to(curve, score - general[2] + senior)),
        posted: rounded(learnt.levels.posted, 4),
    }
}

fn role(learnt: &Learnt, at: usize) -> RoleModel {
    let fitted = &learnt.levels.roles[at];
    // The country's rows stand at the levels as they are written.
    let levels = RoleLevels {
        scores: fitted.scores.map(|score| rounded(score, 4)),
        spreads: fitted.spreads.map(|spread| rounded(spread, 4)),
        ..fitted.clone()
    };
    let places = &learnt.places[at];
    let mut largest: Vec<(u32, f64)> =
        learnt.tables.metros.iter().map(|metro| metro.cbsa).zip(places.parts.clone()).collect();
    largest.sort_by(|a, b| b.1.total_cmp(&a.1));
    let prior = *learnt.settings.level_bands;
    RoleModel {
        role: learnt.tables.roles[at].id.clone(),
        rows: learnt.rows[at].iter().sum(),
        own: rounded(fitted.own, 4),
        score: rounded(fitted.score, 4),
        reference: places.reference.map(|log| rounded(log, 4)),
        places: largest.into_iter().take(PLACES).map(|(m, part)| (m, rounded(part, 3))).collect(),
        levels: std::array::from_fn(|level| LevelModel {
            rows: learnt.rows[at][level],
            own: rounded(fitted.bands[level] / (fitted.bands[level] + prior), 3),
            score: levels.scores[level],
            spread: levels.spreads[level],
        }),
        country: country::table(learnt, at, &levels),
    }
}

/// Indented JSON in which lists of numbers run on along the line.
pub(super) fn json(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let pretty = serde_json::to_string_pretty(value)?;
    let mut out = String::with_capacity(pretty.len());
    let mut rest = pretty.as_str();
    while let Some(open) = rest.find('[') {
        let (before, list) = rest.split_at(open);
        out.push_str(before);
        let end = list.find(']').unwrap_or(list.len() - 1);
        let inside = &list[1..end];
        if inside.contains(['[', '{', '"']) {
            out.push('[');
            rest = &list[1..];
        } else {
            run_on(inside, &mut out);
            rest = &list[end + 1..];
        }
    }
    out.push_str(rest);
    out.push('\n');
    Ok(out)
}

fn run_on(numbers: &str, out: &mut String) {
    let indent = out.rsplit('\n').next().map_or(0, |line| line.len() - line.trim_start().len());
    out.push('[');
    let mut line = 0;
    for (at, number) in numbers.split(',').map(str::trim).enumerate() {
        if line + number.len() > WIDTH - indent {
            out.push_str(",\n");
            out.push_str(&" ".repeat(indent + 2));
            line = 0;
        } else if at > 0 {
            out.push_str(", ");
        }
        out.push_str(number);
        line += number.len() + 2;
    }
    out.push(']');
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_run_on() {
        let value = serde_json::json!({"a": [[1, 2], [3]], "b": ["x"], "c": []});
        let text = super::json(&value).unwrap();
        assert!(text.contains("[1, 2],\n    [3]"), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    }
}
