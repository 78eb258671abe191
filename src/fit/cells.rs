//! Learning how pay varies over metros: mean and covariance of the occupations' log pay for each
//! percentile, by expectation and maximisation (Dempster, Laird and Rubin, 1977), and the error of
//! each published median when it is hidden, with mean and covariance learnt without its metro.
//! Smoothing itself is `dataset::smooth`.

use super::linear::{Square, dot};
use super::settings::Settings;
use super::statistics::by_two;
use crate::dataset::{Cell, Published, Smoothing, log_people, smooth};
use crate::tables::{SmoothingModel, Tables, packed_pay, people_code};

/// Published pay by metro and occupation, as the program embeds it.
pub(super) type Grid = Vec<Vec<Option<Published>>>;

const MEDIAN: usize = 2;
/// Parts of the metros that are left out in turn.
const PARTS: usize = 10;
/// The embedded covariance is in units of this.
const UNIT: f64 = 1e-5;
/// Covariance before anything is learnt: a metro moves all occupations, and each by itself.
const START: [f64; 2] = [0.02, 0.01];

/// Published pay, rounded as it is when embedded.
pub(super) fn published(tables: &Tables) -> Grid {
    let mut grid = vec![vec![None; tables.occupations.len()]; tables.metros.len()];
    for row in &tables.wages {
        let metro = tables.metros.binary_search_by_key(&row.cbsa, |metro| Some(metro.cbsa));
        let occupation = tables.occupations.iter().position(|o| o.code == row.occupation);
        if let (Ok(metro), Some(occupation), Some(pay)) = (metro, occupation, row.complete()) {
            let log_pay = pay.map(|pay| (packed_pay(pay) as f32).ln());
            let log_people = log_people(people_code(row.employment));
            grid[metro][occupation] = Some(Published { log_pay, log_people });
        }
    }
    grid
}

/// Learns from the published pay.
pub(super) fn learn(grid: &Grid, settings: &Settings) -> SmoothingModel {
    let one = |&percentile: &usize| Learning::new(grid, settings, percentile).run(*settings.rounds);
    let learnt = by_two(&[0, 1, 2, 3, 4], one);
    let occupations = learnt[0].mean.len();
    let hundreds = |log: f64| (log.exp() / 100.0).round() as u32 * 100;
    SmoothingModel {
        noise: *settings.noise,
        noise_of: *settings.noise_of,
        slope: *settings.cell_slope,
        mean: (0..occupations)
            .map(|o| std::array::from_fn(|percentile| hundreds(learnt[percentile].mean[o])))
            .collect(),
        covariance: std::array::from_fn(|percentile| {
            let square = &learnt[percentile].covariance;
            let cells = (0..occupations).flat_map(|i| (0..=i).map(move |j| (i, j)));
            cells.map(|(i, j)| (square.at(i, j) / UNIT).round() as i16).collect()
        }),
    }
}

struct Learnt {
    mean: Vec<f64>,
    covariance: Square,
}

struct Learning {
    /// By metro: occupation, log pay, noise.
    seen: Vec<Vec<(usize, f64, f64)>>,
    learnt: Learnt,
}

impl Learning {
    fn new(grid: &Grid, settings: &Settings, at: usize) -> Self {
        let noise_of = *settings.noise * settings.noise_of[at];
        let seen: Vec<Vec<_>> = grid
            .iter()
            .map(|row| {
                let seen = row.iter().enumerate().filter_map(|(o, cell)| Some((o, (*cell)?)));
                let noise = |p: Published| noise_of * (f64::from(p.log_people) / -3.0).exp();
                seen.map(|(o, p)| (o, f64::from(p.log_pay[at]), noise(p))).collect()
            })
            .collect();
        Self::of(seen, grid.first().map_or(0, Vec::len))
    }

    /// Before the first round.
    fn of(seen: Vec<Vec<(usize, f64, f64)>>, size: usize) -> Self {
        let mean = (0..size).map(|o| mean(seen.iter().flatten().filter(|c| c.0 == o).map(|c| c.1)));
        let mean = mean.collect();
        let covariance = Square::new(size, |i, j| START[0] + if i == j { START[1] } else { 0.0 });
        Self { seen, learnt: Learnt { mean, covariance } }
    }

    fn run(mut self, rounds: usize) -> Learnt {
        for _ in 0..rounds {
            self.round();
        }
        self.learnt
    }

    fn round(&mut self) {
        let Learnt { mean, covariance } = &self.learnt;
        let size = covariance.size;
        let metros = self.seen.len() as f64;
        let mut moved = vec![0.0; size];
        let mut sum = vec![0.0; size * size];
        for seen in &self.seen {
            let (given, left) = given(covariance, mean, seen);
            for i in 0..size {
                moved[i] += given[i];
                for j in 0..size {
                    sum[i * size + j] += left.at(i, j) + given[i] * given[j];
                }
            }
        }
        self.learnt.covariance = Square::new(size, |i, j| sum[i * size + j] / metros);
        for (mean, moved) in self.learnt.mean.iter_mut().zip(moved) {
            *mean += moved / metros;
        }
    }
}

/// Distance from the mean and covariance of a metro's occupations, given what is published there.
fn given(covariance: &Square, mean: &[f64], seen: &[(usize, f64, f64)]) -> (Vec<f64>, Square) {
    let size = covariance.size;
    let factor = factor(covariance, seen);
    let mut pull: Vec<f64> = seen.iter().map(|&(o, y, _)| y - mean[o]).collect();
    factor.below(&mut pull);
    let with: Vec<Vec<f64>> = (0..size)
        .map(|i| {
            let mut with: Vec<f64> = seen.iter().map(|&(o, ..)| covariance.at(i, o)).collect();
            factor.below(&mut with);
            with
        })
        .collect();
    let given = with.iter().map(|with| dot(with, &pull)).collect();
    (given, Square::new(size, |i, j| covariance.at(i, j) - dot(&with[i], &with[j])))
}

fn factor(covariance: &Square, seen: &[(usize, f64, f64)]) -> Square {
    let with_noise = |i: usize, j: usize| {
        covariance.at(seen[i].0, seen[j].0) + if i == j { seen[i].2 } else { 0.0 }
    };
    Square::new(seen.len(), with_noise).factor()
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for value in values {
        sum += value;
        count += 1.0;
    }
    // An occupation that no metro publishes has no mean; that of pay in general will do.
    if count > 0.0 { sum / count } else { 11.0 }
}

/// Smoothed pay by metro and occupation, with what was learnt as it is written.
pub(super) fn cells(model: &SmoothingModel, grid: &Grid) -> Vec<Vec<Cell>> {
    with_smoothing(model, |smoothing| grid.iter().map(|row| smooth(smoothing, row)).collect())
}

/// A published median and what the rest of its metro says it is.
pub(super) struct LeftOut {
    pub(super) occupation: usize,
    /// Error of the prediction, in log pay.
    pub(super) off: f64,
    /// What its standard deviation should be.
    pub(super) expected: f64,
}

/// Every published median predicted from the others of its metro (Rasmussen and Williams, 2006,
/// equation 5.12), by what the metros of the other parts teach.
pub(super) fn left_out(grid: &Grid, settings: &Settings) -> Vec<LeftOut> {
    let parts: Vec<usize> = (0..PARTS).collect();
    let hidden = by_two(&parts, |&part| {
        let mut learning = Learning::new(grid, settings, MEDIAN);
        let (mut hidden, mut seen) = (Vec::new(), Vec::new());
        for (at, row) in learning.seen.into_iter().enumerate() {
            if at % PARTS == part { hidden.push(row) } else { seen.push(row) }
        }
        learning = Learning::of(seen, learning.learnt.mean.len());
        let learnt = learning.run(*settings.rounds);
        hidden.iter().flat_map(|row| left_out_of(&learnt, row)).collect::<Vec<_>>()
    });
    hidden.into_iter().flatten().collect()
}

fn left_out_of(learnt: &Learnt, seen: &[(usize, f64, f64)]) -> Vec<LeftOut> {
    let factor = factor(&learnt.covariance, seen);
    let mut pull: Vec<f64> = seen.iter().map(|&(o, y, _)| y - learnt.mean[o]).collect();
    factor.solve(&mut pull);
    let one = |(at, &(occupation, ..)): (usize, &(usize, f64, f64))| {
        let mut unit = vec![0.0; seen.len()];
        unit[at] = 1.0;
        factor.solve(&mut unit);
        LeftOut { occupation, off: -pull[at] / unit[at], expected: unit[at].recip().sqrt() }
    };
    seen.iter().enumerate().map(one).collect()
}

/// What was learnt, as the program embeds it.
fn with_smoothing<T>(model: &SmoothingModel, use_it: impl FnOnce(&Smoothing) -> T) -> T {
    let mean: Vec<[u16; 5]> =
        model.mean.iter().map(|row| row.map(|pay| ((pay + 50) / 100) as u16)).collect();
    use_it(&Smoothing {
        mean: &mean,
        covariance: std::array::from_fn(|at| model.covariance[at].as_slice()),
        noise: model.noise as f32,
        noise_of: model.noise_of.map(|noise| noise as f32),
        slope: model.slope.map(|slope| slope as f32),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a metro pays teaches nothing about the metros that are hidden with it, itself among
    /// them.
    #[test]
    fn a_hidden_part_teaches_nothing() {
        let settings = crate::fit::settings::read(std::path::Path::new("data")).unwrap();
        let pay = |metro: usize, occupation: usize| {
            let log_pay = 11.0 + 0.02 * ((metro * 7 + occupation * 3) % 11) as f32;
            Some(Published { log_pay: [log_pay; 5], log_people: 6.0 })
        };
        let mut grid: Grid = (0..2 * PARTS).map(|m| (0..3).map(|o| pay(m, o)).collect()).collect();
        let of_metro = |grid: &Grid, at: usize| -> Vec<f64> {
            // Part by part: two metros a part, three occupations a metro.
            let place = (at % PARTS) * 6 + (at / PARTS) * 3;
            left_out(grid, &settings)[place..place + 3].iter().map(|one| one.off).collect()
        };
        let [same, other] = [PARTS, 1].map(|at| of_metro(&grid, at));
        for cell in grid[0].iter_mut().flatten() {
            cell.log_pay = [13.0; 5];
        }
        assert_eq!(of_metro(&grid, PARTS), same);
        assert_ne!(of_metro(&grid, 1), other);
    }
}
