//! The tests in words: what each is, its result, its goal.

use crate::words::{grouped, list};

/// Above the table of tests.
pub const TESTED_LEAD: &str = "Nothing is fitted on what it is tested on. Postings are split into five parts so \
     that the two ends of one advertised range never fall on both sides; each part is left out once \
     and predicted, ranges included, from the rest. The latest postings are predicted from earlier \
     years only. A metro area’s own figure is hidden and predicted from its other occupations, by \
     what other metro areas teach. Survey answers are predicted by a curve chosen without them. \
     What people chose by judgment was chosen with all data in view. Ranges are tested for the \
     whole country alone, since postings name no city.";
/// Caption of the table of tests.
pub const TESTED_CAPTION: &str = "Results of the latest fit";
/// Heads of the table of tests.
pub const TESTED_HEADS: [&str; 4] = ["Test", "Result", "Goal", "Tested on"];
/// Said of a result within its goal.
pub const MET: &str = "met";
/// Said of a result outside its goal.
pub const NOT_MET: &str = "not met";
/// A test without a goal.
pub const NO_GOAL: &str = "–";
/// Caption of the table of titles.
pub const TITLES: &str = "The same for the ten most frequent job titles";
/// Its heads.
pub const TITLE_HEADS: [&str; 3] = ["Title", "Inside the wide range", "Postings"];

/// The tests shown: id in `data/scores.json`, what it is, what it was tested on.
pub const TESTS: [(&str, &str, &str); 13] = [
    (
        "postings.ratio",
        "Error on unseen postings, against a table of each title and level",
        "postings",
    ),
    ("postings.held", "Unseen postings inside the wide range, which should hold 80%", "postings"),
    ("postings.held.en", "The same for entry level", "postings"),
    ("postings.held.mi", "The same for mid level", "postings"),
    ("postings.held.se", "The same for senior level", "postings"),
    ("postings.held.ex", "The same for executive level", "postings"),
    ("recent.ratio", "Error on the latest postings, from a fit on earlier years only", "postings"),
    ("recent.held", "Those postings inside the wide range", "postings"),
    (
        "survey.ratio",
        "Error on unseen survey answers by years, against their own percentiles",
        "respondents",
    ),
    (
        "cells.error",
        "Typical miss of a metro area’s middle when its own figure is hidden",
        "figures",
    ),
    ("cells.held", "Hidden figures inside the range we gave, which should hold 80%", "figures"),
    ("growth.most", "Most that one more year of work adds to a middle", "questions"),
    ("country.outside", "Country figures outside those of all metro areas", "figures"),
];

/// A score as people read it: `80.3%`, `0.999 ×`, `$16,303`, `0`.
pub fn score(value: f64, unit: &str) -> String {
    match unit {
        "log pay" => change(value),
        "dollars" => format!("${}", grouped(value.round() as u32)),
        "share" => format!("{:.1}%", 100.0 * value),
        "ratio" => format!("{value:.3} ×"),
        _ => format!("{value}"),
    }
}

/// A change of log pay: `+0.6%`, `−5.0%`
fn change(log: f64) -> String {
    let sign = if log < 0.0 { "−" } else { "+" };
    format!("{sign}{:.1}%", 100.0 * log.exp_m1().abs())
}

/// A score with its standard error: `−5.0% ± 0.6`
pub fn with_error(value: f64, unit: &str, error: Option<f64>) -> String {
    let value = score(value, unit);
    match error {
        Some(error) => format!("{value} ± {:.1}", 100.0 * error.exp_m1()),
        None => value,
    }
}

/// Heading of the comparison by place of work.
pub const REMOTE: &str = "Remote work";
/// Below it.
pub const REMOTE_LEAD: &str = "Pay of wholly remote postings above that of postings on site, at the same title \
     and level, with its standard error. Where the employer is differs too and cannot be told apart \
     from it, and only one year shows a clear difference. So we do not use it.";
/// Heads of its table.
pub const REMOTE_HEADS: [&str; 3] = ["Year", "Remote above on site", "Postings"];

/// Opens the table of all scores.
pub const ALL_SCORES: &str = "Every score of the latest fit";
/// Heads of that table.
pub const ALL_HEADS: [&str; 4] = ["Score", "Result", "Goal", "Tested on"];

/// `at most 1.03 ×`, `78% to 82%`
pub fn goal([least, most]: [f64; 2], unit: &str) -> String {
    let figure = |value: f64| match unit {
        "share" => format!("{:.0}%", 100.0 * value),
        "ratio" => format!("{value} ×"),
        _ => format!("{value}"),
    };
    if least == 0.0 {
        format!("at most {}", figure(most))
    } else {
        format!("{} to {}", figure(least), figure(most))
    }
}

/// Heading of the calibration picture.
pub const CALIBRATION: &str = "Do the ranges hold what they claim?";
/// Below it.
pub const CALIBRATION_LEAD: &str = "Each point is one range. Across: how many in 100 it should hold. \
     Up: how many unseen postings it held. On the line both are the same.";
/// Heads of its table.
pub const CALIBRATION_HEADS: [&str; 2] = ["Should hold", "Held"];
/// Names of its axes.
pub const CALIBRATION_AXES: [&str; 2] = ["should hold", "held"];

/// Description of the calibration picture: `Ranges that should hold 20% held 19.6%, …`
pub fn calibration(points: &[(f64, f64)]) -> String {
    let points: Vec<String> = points
        .iter()
        .map(|(claimed, held)| format!("{:.0}% held {:.1}%", 100.0 * claimed, 100.0 * held))
        .collect();
    format!("Ranges that should hold {}.", list(&points, "and"))
}
