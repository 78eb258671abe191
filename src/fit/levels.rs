//! Where each role and level stands: scores and spreads from postings, with few postings leaning on
//! the role's family and on the level in general.

use super::places::RolePlaces;
use super::postings::Posting;
use super::settings::Settings;
use super::statistics::{ascending, five};
use crate::tables::RoleRow;

/// How the ends and the middle of a sample weigh when it is read as score and spread.
const WEIGHTS: [f64; 5] = [0.5, 1.0, 1.0, 1.0, 0.5];
/// Rounds of the two-way means; they settle within ten.
const ROUNDS: usize = 50;

/// What postings are read against, and the corrections of their ranges so far.
#[derive(Clone)]
pub(super) struct Frame<'a> {
    pub(super) settings: &'a Settings,
    pub(super) roles: &'a [RoleRow],
    pub(super) places: &'a [RolePlaces],
    /// Factor of the spread of each level.
    pub(super) by_level: [f64; 4],
    /// Factor of the spread of each role.
    pub(super) by_role: Vec<f64>,
}

/// The fitted roles.
#[derive(Debug)]
pub(super) struct Levels {
    pub(super) roles: Vec<RoleLevels>,
    /// Score of each level in general.
    pub(super) general: [f64; 4],
    /// How much higher posted pay stands than surveyed wages.
    pub(super) posted: f64,
}

/// One role.
#[derive(Clone, Debug, Default)]
pub(super) struct RoleLevels {
    /// Bands of each level: pairs of postings.
    pub(super) bands: [f64; 4],
    /// Score and spread as the postings alone say; nothing where they are too few.
    pub(super) raw: [Option<(f64, f64)>; 4],
    /// Part of `score` that is the role's own.
    pub(super) own: f64,
    /// Where the role stands.
    pub(super) score: f64,
    pub(super) scores: [f64; 4],
    pub(super) spreads: [f64; 4],
}

impl RoleLevels {
    /// Spread at a score: straight between levels, level beyond them.
    pub(super) fn spread(&self, score: f64) -> f64 {
        super::statistics::between(score, self.scores.into_iter().zip(self.spreads))
    }

    fn weights(&self, most: f64) -> [f64; 4] {
        self.bands.map(|bands| bands.min(most))
    }
}

impl Frame<'_> {
    /// Fits all roles on some postings.
    pub(super) fn fit<'p>(&self, postings: impl Iterator<Item = &'p Posting>) -> Levels {
        let mut pay: Vec<[Vec<f64>; 4]> = vec![Default::default(); self.roles.len()];
        let mut levels = [0.0; 4];
        for posting in postings {
            levels[posting.level] += 1.0;
            if let Some(role) = posting.role {
                pay[role][posting.level].push(posting.pay);
            }
        }
        let read = |(role, mut pay): (usize, [Vec<f64>; 4])| self.read(role, &mut pay);
        let mut roles: Vec<RoleLevels> = pay.into_iter().enumerate().map(read).collect();
        let posted = self.anchor(&mut roles, levels);
        let general = self.two_way(&mut roles);
        self.pool(&mut roles);
        self.place(&mut roles, general);
        self.widen(&mut roles);
        Levels { roles, general, posted }
    }

    /// Reads each level's sample as score and spread.
    fn read(&self, role: usize, pay: &mut [Vec<f64>; 4]) -> RoleLevels {
        let mut levels = RoleLevels::default();
        for (at, pay) in pay.iter_mut().enumerate() {
            if pay.len() >= *self.settings.least_rows {
                pay.sort_by(f64::total_cmp);
                levels.bands[at] = pay.len() as f64 / 2.0;
                levels.raw[at] = Some(self.stands(role, five(pay).map(f64::ln)));
            }
        }
        levels
    }

    /// Score and spread whose quantiles over the role's places come nearest to the sample's: for
    /// each spread the score that leaves no mean distance, then the spread with the least squares.
    fn stands(&self, role: usize, sample: [f64; 5]) -> (f64, f64) {
        let mixture = &self.places[role].mixture;
        let off = |score: f64, spread: f64| {
            let model = mixture.five(score, spread);
            std::array::from_fn::<f64, 5, _>(|at| model[at] - sample[at])
        };
        let sum = |off: [f64; 5], power: i32| -> f64 {
            off.iter().zip(WEIGHTS).map(|(off, weight)| weight * off.powi(power)).sum()
        };
        let mut best = (f64::INFINITY, 0.0, 0.0);
        for step in 0..22 {
            let spread = 0.45 + 0.05 * f64::from(step);
            let (mut low, mut high) = (-3.0, 3.0);
            for _ in 0..30 {
                let middle = f64::midpoint(low, high);
                if sum(off(middle, spread), 1) < 0.0 { low = middle } else { high = middle }
            }
            let score = f64::midpoint(low, high);
            let prior = *self.settings.spread_prior * (spread / 0.9).ln().powi(2);
            let loss = sum(off(score, spread), 2) + prior;
            if loss < best.0 {
                best = (loss, score, spread);
            }
        }
        (best.1, best.2)
    }

    /// Shifts all scores so that the people of the anchor roles, over all levels, stand in the
    /// middle of their occupations.
    fn anchor(&self, roles: &mut [RoleLevels], levels: [f64; 4]) -> f64 {
        let mean = |role: &RoleLevels| -> Option<f64> {
            let (mut sum, mut weight) = (0.0, 0.0);
            for (raw, share) in role.raw.iter().zip(levels) {
                if let Some((score, _)) = raw {
                    sum += share * score;
                    weight += share;
                }
            }
            (weight > 0.0).then(|| sum / weight)
        };
        let means: Vec<f64> = self.anchors().filter_map(|at| mean(&roles[at])).collect();
        let posted = means.iter().sum::<f64>() / means.len().max(1) as f64;
        for raw in roles.iter_mut().flat_map(|role| role.raw.iter_mut().flatten()) {
            raw.0 -= posted;
        }
        posted
    }

    fn anchors(&self) -> impl Iterator<Item = usize> {
        self.settings.anchors.iter().filter_map(|id| self.roles.iter().position(|r| r.id == *id))
    }

    /// Splits scores into role and level, alternating weighted means; the anchors' mean role is 0.
    fn two_way(&self, roles: &mut [RoleLevels]) -> [f64; 4] {
        let most = *self.settings.most_bands;
        let mut general = [-1.0, -0.3, 0.25, 0.7];
        for _ in 0..ROUNDS {
            let mut sums = [(0.0, 1e-9); 4];
            for role in roles.iter_mut() {
                let weights = role.weights(most);
                let scores = role.raw.map(|raw| raw.map_or(0.0, |(score, _)| score));
                let weight: f64 = weights.iter().sum::<f64>().max(1e-9);
                role.score =
                    (0..4).map(|l| weights[l] * (scores[l] - general[l])).sum::<f64>() / weight;
                for level in 0..4 {
                    sums[level].0 += weights[level] * (scores[level] - role.score);
                    sums[level].1 += weights[level];
                }
            }
            general = sums.map(|(sum, weight)| sum / weight);
        }
        let anchors: Vec<f64> = self.anchors().map(|at| roles[at].score).collect();
        let shift = anchors.iter().sum::<f64>() / anchors.len().max(1) as f64;
        for role in roles {
            role.score -= shift;
        }
        let mut highest = f64::NEG_INFINITY;
        general.map(|score| {
            highest = highest.max(score + shift);
            highest
        })
    }

    /// Partial pooling: each role's score is partly its family's, the more the fewer its bands.
    fn pool(&self, roles: &mut [RoleLevels]) {
        let most = *self.settings.most_bands;
        let families: Vec<f64> = self
            .roles
            .iter()
            .map(|row| {
                if row.pool == *self.settings.fixed_pool {
                    return 0.0;
                }
                let (mut sum, mut weight) = (0.0, 1e-9);
                for (other, role) in self.roles.iter().zip(&*roles) {
                    if other.pool == row.pool {
                        let bands = role.bands.iter().sum::<f64>().min(most);
                        sum += bands * role.score;
                        weight += bands;
                    }
                }
                sum / weight
            })
            .collect();
        for (role, family) in roles.iter_mut().zip(families) {
            let bands: f64 = role.bands.iter().sum();
            role.own = bands / (bands + *self.settings.own_bands);
            role.score = role.own * role.score + (1.0 - role.own) * family;
        }
    }

    /// Each level partly by its own sample, partly by role and level in general, never falling.
    fn place(&self, roles: &mut [RoleLevels], general: [f64; 4]) {
        let (prior, gap) = (*self.settings.level_bands, *self.settings.level_gap);
        for role in roles {
            let drawn: [f64; 4] = std::array::from_fn(|l| {
                let own = role.raw[l].map_or(0.0, |(score, _)| score);
                let bands = role.bands[l];
                (bands * own + prior * (role.score + general[l])) / (bands + prior) - gap * l as f64
            });
            let drawn = ascending(drawn, role.bands.map(|bands| bands + prior));
            role.scores = std::array::from_fn(|l| drawn[l] + gap * l as f64);
        }
    }

    /// The spread of each level, drawn to that of the level in general, corrected, and never so
    /// different from its neighbour's that a percentile falls.
    fn widen(&self, roles: &mut [RoleLevels]) {
        let [least, most] = *self.settings.spread_bounds;
        let log = |raw: Option<(f64, f64)>| raw.map_or(0.0, |(_, s)| s.clamp(least, most).ln());
        let mut sums = [(0.0, 1e-9); 4];
        for role in &*roles {
            let weights = role.weights(*self.settings.most_bands);
            for level in 0..4 {
                sums[level].0 += weights[level] * log(role.raw[level]);
                sums[level].1 += weights[level];
            }
        }
        let general = sums.map(|(sum, weight)| sum / weight);
        let prior = *self.settings.spread_bands;
        for (role, factor) in roles.iter_mut().zip(&self.by_role) {
            role.spreads = std::array::from_fn(|l| {
                let bands = role.bands[l];
                let drawn = (bands * log(role.raw[l]) + prior * general[l]) / (bands + prior);
                drawn.exp() * self.by_level[l] * factor
            });
            self.keep_order(role);
        }
    }

    fn keep_order(&self, role: &mut RoleLevels) {
        let mut first = 0;
        for level in 1..4 {
            if role.bands[level] > role.bands[first] {
                first = level;
            }
        }
        let outwards =
            (first + 1..4).map(|l| (l - 1, l)).chain((0..first).rev().map(|l| (l + 1, l)));
        for (from, to) in outwards {
            let most = *self.settings.spread_slope * (role.scores[to] - role.scores[from]).abs();
            let near = role.spreads[from];
            role.spreads[to] = role.spreads[to].clamp(near - most, near + most);
        }
    }
}
