//! Where a role's jobs are, and the pay of people mixed over those places.

use super::settings::Settings;
use super::statistics::between;
use crate::dataset::Cell;
use crate::estimate::{Local, share_below};
use crate::tables::{RoleRow, Tables};
use std::thread;

/// Shares of people at which mixtures are kept; those of the product are among them.
pub(super) const KEPT: [f64; 11] = [0.025, 0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 0.975];
/// Where p10 to p90 and the seven of the country tables stand in [`KEPT`].
pub(super) const FIVE: [usize; 5] = [2, 3, 5, 7, 8];
pub(super) const SEVEN: [usize; 7] = [0, 2, 3, 5, 7, 8, 10];

/// The grid of a mixture: scores from −3 and spreads from 0.4, in steps of 0.1.
const SCORES: usize = 61;
const SPREADS: usize = 13;
const FIRST: [f64; 2] = [-3.0, 0.4];
const STEP: f64 = 0.1;
/// Log pay from 15,000 dollars in steps of 2 %.
const PAYS: usize = 220;

/// A role in all its places.
pub(super) struct RolePlaces {
    /// Part of the role's jobs in each metro.
    pub(super) parts: Vec<f64>,
    /// Mean log pay over those places.
    pub(super) reference: [f64; 5],
    /// Pay of everyone counted, by metro.
    pub(super) locals: Vec<Local>,
    /// Blend of the cells, by metro, before it is drawn to the reference.
    shares: Vec<(usize, f64)>,
    pub(super) mixture: Mixture,
}

/// Quantiles of log pay over all places, by spread and score of people within their metro.
#[derive(Clone)]
pub(super) struct Mixture(Vec<[f64; 11]>);

impl Mixture {
    /// Straight in both directions; scores and spreads outside the grid are held at its edge.
    pub(super) fn at(&self, score: f64, spread: f64) -> [f64; 11] {
        let place = |value: f64, first: f64, count: usize| {
            let place = ((value - first) / STEP).clamp(0.0, (count - 1) as f64);
            let below = ((place + 1e-9) as usize).min(count - 2);
            (below, place - below as f64)
        };
        let (z, b) = place(score, FIRST[0], SCORES);
        let (s, a) = place(spread, FIRST[1], SPREADS);
        let row = |s: usize, z: usize| &self.0[s * SCORES + z];
        std::array::from_fn(|at| {
            (1.0 - a) * ((1.0 - b) * row(s, z)[at] + b * row(s, z + 1)[at])
                + a * ((1.0 - b) * row(s + 1, z)[at] + b * row(s + 1, z + 1)[at])
        })
    }

    /// p10 to p90.
    pub(super) fn five(&self, score: f64, spread: f64) -> [f64; 5] {
        let all = self.at(score, spread);
        FIVE.map(|at| all[at])
    }
}

/// Every role's places. Roles with the same shares have the same; two threads mix.
pub(super) fn places(tables: &Tables, settings: &Settings, cells: &[Vec<Cell>]) -> Vec<RolePlaces> {
    let country = Country::new(tables, settings);
    let mut all: Vec<RolePlaces> = Vec::new();
    for role in &tables.roles {
        let shares = shares(tables, role);
        let parts = country.parts(&shares, settings);
        let (reference, locals) = locals(&shares, &parts, cells, settings);
        all.push(RolePlaces { parts, reference, locals, shares, mixture: Mixture(Vec::new()) });
    }
    let first = |at: usize| all.iter().position(|other| other.shares == all[at].shares);
    let same: Vec<usize> = (0..all.len()).map(|at| first(at).unwrap_or(at)).collect();
    let mixed: Vec<Vec<[f64; 11]>> = thread::scope(|scope| {
        let mix_half = |half: usize| {
            let one = |at: usize| if same[at] == at { mix(&all[at]) } else { Vec::new() };
            (half..all.len()).step_by(2).map(one).collect::<Vec<_>>()
        };
        let odd = scope.spawn(move || mix_half(1));
        let even = mix_half(0);
        let mut odd = odd.join().expect("mixing does not panic").into_iter();
        even.into_iter().flat_map(|even| [Some(even), odd.next()]).flatten().collect()
    });
    for (at, role) in all.iter_mut().enumerate() {
        role.mixture = Mixture(mixed[same[at]].clone());
    }
    all
}

fn shares(tables: &Tables, role: &RoleRow) -> Vec<(usize, f64)> {
    let index = |code: &str| tables.occupations.iter().position(|row| row.code == code);
    role.occupations.iter().filter_map(|s| Some((index(&s.code)?, s.weight))).collect()
}

/// People and filings of every metro.
struct Country<'a> {
    tables: &'a Tables,
    /// By metro and occupation.
    people: Vec<Vec<f64>>,
    /// How much more a metro files and posts than its people suggest.
    intensity: Vec<f64>,
}

impl<'a> Country<'a> {
    fn new(tables: &'a Tables, settings: &Settings) -> Self {
        let index = |cbsa: Option<u32>| tables.metros.iter().position(|m| Some(m.cbsa) == cbsa);
        let mut people = vec![vec![0.0; tables.occupations.len()]; tables.metros.len()];
        for row in &tables.wages {
            let occupation = tables.occupations.iter().position(|o| o.code == row.occupation);
            if let (Some(metro), Some(occupation)) = (index(row.cbsa), occupation) {
                people[metro][occupation] = f64::from(row.employment.value().unwrap_or(0));
            }
        }
        let mut filings = vec![0.0; tables.metros.len()];
        for city in &tables.cities {
            if let Some(metro) = index(Some(city.cbsa)) {
                filings[metro] += f64::from(city.filings);
            }
        }
        let is_core: Vec<bool> =
            tables.occupations.iter().map(|o| settings.core.contains(&o.code)).collect();
        let core = |row: &Vec<f64>| -> f64 {
            row.iter().zip(&is_core).filter(|(_, core)| **core).map(|(people, _)| people).sum()
        };
        let core: Vec<f64> = people.iter().map(core).collect();
        let rate = (filings.iter().sum::<f64>() / core.iter().sum::<f64>().max(1.0)).max(1e-9);
        let some = *settings.filings_people;
        let intensity = (0..filings.len())
            .map(|m| {
                let files = filings[m] + some * *settings.filings_share * rate;
                let posts = settings.posting_law_states.contains(&tables.metros[m].state);
                let law = if posts { *settings.posting_laws } else { 1.0 };
                files / (core[m] + some) / rate * law
            })
            .collect();
        Self { tables, people, intensity }
    }

    /// Part of a role's jobs in each metro.
    fn parts(&self, shares: &[(usize, f64)], settings: &Settings) -> Vec<f64> {
        let mut parts = vec![0.0; self.tables.metros.len()];
        for &(occupation, weight) in shares {
            let all: f64 = self.people.iter().map(|row| row[occupation]).sum();
            for (part, row) in parts.iter_mut().zip(&self.people) {
                *part += weight * row[occupation] / all.max(1.0);
            }
        }
        for (part, intensity) in parts.iter_mut().zip(&self.intensity) {
            *part *= intensity;
        }
        whole(&mut parts);
        for part in parts.iter_mut().filter(|part| **part < *settings.least_place) {
            *part = 0.0;
        }
        whole(&mut parts);
        parts
    }
}

fn whole(parts: &mut [f64]) {
    let sum: f64 = parts.iter().sum();
    for part in parts {
        *part /= sum;
    }
}

/// The mean over a role's places and each metro's pay, drawn to it.
fn locals(
    shares: &[(usize, f64)],
    parts: &[f64],
    cells: &[Vec<Cell>],
    settings: &Settings,
) -> ([f64; 5], Vec<Local>) {
    let blends: Vec<[f64; 5]> = cells
        .iter()
        .map(|row| {
            std::array::from_fn(|at| {
                shares.iter().map(|&(o, w)| w * f64::from(row[o].log_pay[at])).sum()
            })
        })
        .collect();
    let reference: [f64; 5] =
        std::array::from_fn(|at| parts.iter().zip(&blends).map(|(p, blend)| p * blend[at]).sum());
    let tail = settings.tail.map(|slope| slope as f32);
    let local = |blend: &[f64; 5]| {
        let drawn = |at: usize| reference[at] + *settings.damp * (blend[at] - reference[at]);
        Local::new(std::array::from_fn(|at| drawn(at) as f32), tail)
    };
    (reference, blends.iter().map(local).collect())
}

/// Quantiles of the mixture over all metros, on the whole grid.
fn mix(role: &RolePlaces) -> Vec<[f64; 11]> {
    let log_pay = |at: usize| 15_000_f64.ln() + 0.02 * at as f64;
    let metros: Vec<(f64, Vec<f32>)> = role
        .parts
        .iter()
        .zip(&role.locals)
        .filter(|(part, _)| **part > 0.0)
        .map(|(&part, local)| (part, (0..PAYS).map(|at| local.score(log_pay(at) as f32)).collect()))
        .collect();
    let mut table = Vec::with_capacity(SPREADS * SCORES);
    for s in 0..SPREADS {
        let spread = (FIRST[1] + STEP * s as f64) as f32;
        for z in 0..SCORES {
            let score = (FIRST[0] + STEP * z as f64) as f32;
            let below: Vec<f64> = (0..PAYS)
                .map(|at| {
                    let share = |scores: &[f32]| share_below((scores[at] - score) / spread);
                    metros.iter().map(|(part, scores)| part * f64::from(share(scores))).sum()
                })
                .collect();
            let points = || below.iter().enumerate().map(|(at, &share)| (share, log_pay(at)));
            table.push(KEPT.map(|share| between(share, points())));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::super::{cells, settings};
    use super::*;

    /// Reckoned apart in another language and double precision: the ML engineer's mixture at score
    /// 0.5 and spread 0.9, and the largest parts of its jobs.
    #[test]
    fn a_mixture_agrees_with_an_independent_reckoning() {
        let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let mut tables = crate::tables::read(&data).unwrap();
        tables.roles.truncate(1);
        assert_eq!(tables.roles[0].id, "machine-learning-engineer");
        let cells = cells::cells(&tables.model.smoothing, &cells::published(&tables));
        let places = places(&tables, &settings::read(&data).unwrap(), &cells);
        let part = |cbsa: u32| {
            places[0].parts[tables.metros.iter().position(|metro| metro.cbsa == cbsa).unwrap()]
        };
        for (cbsa, wanted) in [(41940, 0.1895), (35620, 0.1851), (42660, 0.1181), (41860, 0.1025)] {
            assert!((part(cbsa) - wanted).abs() < 1e-3, "{cbsa}: {}", part(cbsa));
        }
        let five = places[0].mixture.five(0.5, 0.9);
        for (log, wanted) in five.into_iter().zip([11.6327, 11.8635, 12.0969, 12.3028, 12.4936]) {
            assert!((log - wanted).abs() < 2e-3, "{five:?}");
        }
    }
}
