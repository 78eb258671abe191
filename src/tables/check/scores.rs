//! The cross-validated scores meet the goals that the product set itself.

use super::super::{Fault, Tables};
use std::collections::BTreeSet;

/// The file of scores, which only `fit` can mend.
pub const SCORES: &str = "scores.json";

/// Least and most of each score that must be there.
const GOALS: [(&str, [f64; 2]); 9] = [
    ("postings.ratio", [0.0, 1.03]),
    ("postings.held", [0.78, 0.82]),
    ("postings.held.en", [0.75, 0.85]),
    ("postings.held.mi", [0.75, 0.85]),
    ("postings.held.se", [0.75, 0.85]),
    ("postings.held.ex", [0.75, 0.85]),
    ("cells.error", [0.0, 0.08]),
    ("survey.ratio", [0.0, 1.08]),
    ("growth.most", [0.0, 0.08]),
];

/// Goal of the share held for each of the most frequent titles.
const TITLE_GOAL: [f64; 2] = [0.75, 0.85];
/// Ids of those scores begin so.
pub const TITLE: &str = "postings.held.title.";

/// The goal of a score, if it has one.
pub fn goal(id: &str) -> Option<[f64; 2]> {
    if id.starts_with(TITLE) {
        return Some(TITLE_GOAL);
    }
    GOALS.iter().find(|(name, _)| *name == id).map(|(_, goal)| *goal)
}

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    // Coefficients that were never scored need no scores.
    if tables.model.status != "fitted" {
        return;
    }
    let mut seen = BTreeSet::new();
    for score in &tables.scores {
        let id = &score.id;
        if !seen.insert(id.as_str()) {
            faults.push(Fault::file(SCORES, format!("“{id}” comes twice")));
        }
        if score.what.is_empty() || score.unit.is_empty() || !score.value.is_finite() {
            faults.push(Fault::file(SCORES, format!("“{id}” needs words, a unit and a number")));
        }
        if let Some([least, most]) = goal(id)
            && !(least..=most).contains(&score.value)
        {
            let problem = format!("“{id}” is {}, outside its goal, {least} to {most}", score.value);
            faults.push(Fault::file(SCORES, problem));
        }
    }
    for (id, _) in GOALS {
        if !seen.contains(id) {
            faults.push(Fault::file(SCORES, format!("“{id}” is missing")));
        }
    }
}
