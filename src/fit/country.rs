//! Posted pay in the whole country, role by role, and what must hold between it and the metros.

use super::Learnt;
use super::levels::RoleLevels;
use super::places::SEVEN;
use super::scores::score;
use super::statistics::{between, rounded};
use super::years::gained;
use crate::tables::{Model, RoleModel, ScoreRow};

/// The table of one role: pay at seven percentiles, at the ends, the levels, and half-way between.
pub(super) fn table(learnt: &Learnt, role: usize, levels: &RoleLevels) -> Vec<[u32; 7]> {
    let mut highest = [0; 7];
    let row = |at: f64| {
        let mixture = &learnt.places[role].mixture;
        let all = mixture.at(at + learnt.levels.posted, levels.spread(at));
        for (highest, at) in highest.iter_mut().zip(SEVEN) {
            *highest = (*highest).max((all[at].exp() / 100.0).round() as u32 * 100);
        }
        highest
    };
    stands(*learnt.settings.country_ends, levels.scores).into_iter().map(row).collect()
}

/// Scores of the rows.
fn stands([first, last]: [f64; 2], levels: [f64; 4]) -> Vec<f64> {
    let [entry, mid, senior, executive] = levels;
    let ends = [first, entry, mid, senior, executive, last];
    let halves = ends.windows(2).flat_map(|pair| [pair[0], f64::midpoint(pair[0], pair[1])]);
    halves.chain([last]).collect()
}

/// Middle of a role in the country, in log pay.
fn middle(model: &Model, role: &RoleModel, at: f64) -> f64 {
    let levels = std::array::from_fn(|level| role.levels[level].score);
    let rows = role.country.iter().map(|row| f64::from(row[3]).ln());
    between(at, stands(model.country_ends, levels).into_iter().zip(rows))
}

/// Growth with years, and the country's middles against the metros'.
pub(super) fn scores(learnt: &Learnt, model: &Model) -> Vec<ScoreRow> {
    let (mut most, mut most_country, mut outside) = (0.0_f64, 0.0_f64, 0);
    for (role, places) in model.roles.iter().zip(learnt.places) {
        let at = |years: u32| {
            role.score + model.levels.scores[2] + gained(&model.years, f64::from(years))
                - gained(&model.years, model.years.senior)
        };
        for years in 0..40 {
            let (from, to) = (at(years), at(years + 1));
            let growth = places.locals.iter().map(|l| l.at(to as f32) - l.at(from as f32));
            most = growth.fold(most, |most, growth| most.max(f64::from(growth)));
            most_country = most_country.max(middle(model, role, to) - middle(model, role, from));
        }
        for level in &role.levels {
            let metros = || places.locals.iter().map(|l| f64::from(l.at(level.score as f32)));
            let (low, high) = (metros().reduce(f64::min), metros().reduce(f64::max));
            let here = middle(model, role, level.score);
            outside += usize::from(low.is_some_and(|low| here < low));
            outside += usize::from(high.is_some_and(|high| here > high));
        }
    }
    let roles = model.roles.len();
    let n = roles * 40 * learnt.tables.metros.len();
    let share = |log: f64| rounded(log.exp_m1(), 4);
    vec![
        score(
            "growth.most",
            "Most that one more year of work adds to the middle, in any role, metro and year.",
            share(most),
            "share",
            n,
        ),
        score(
            "growth.country",
            "The same in the country's figures.",
            share(most_country),
            "share",
            roles * 40,
        ),
        score(
            "country.outside",
            "Roles and levels whose country middle lies outside all metros' middles.",
            outside as f64,
            "count",
            roles * 4,
        ),
    ]
}
