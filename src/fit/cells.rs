//! Learning how pay varies over metros: mean and covariance of the occupations' log pay for each
//! percentile, by expectation and maximisation (Dempster, Laird and Rubin, 1977), and the error of
//! each published median when it is left out. Smoothing itself is `dataset::smooth`.

use super::linear::{Square, dot};
use super::settings::Settings;
use crate::dataset::{Cell, Published, Smoothing, log_people, noise, smooth};
use crate::tables::{SmoothingModel, Tables, packed_pay, people_code};
use std::thread;

/// Published pay by metro and occupation, as the program embeds it.
pub(super) type Grid = Vec<Vec<Option<Published>>>;

const MEDIAN: usize = 2;
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

/// Learns from the published pay; the percentiles are shared out between two threads.
pub(super) fn learn(grid: &Grid, settings: &Settings) -> SmoothingModel {
    let one = |percentile| Learning::new(grid, settings, percentile).run(*settings.rounds);
    let learnt: Vec<Learnt> = thread::scope(|scope| {
        let other = scope.spawn(|| [3, 4].map(one));
        let mut first = Vec::from([0, 1, 2].map(one));
        first.extend(other.join().expect("learning does not panic"));
        first
    });
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
        let size = grid.first().map_or(0, Vec::len);
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

/// Every published median predicted from the others (Rasmussen and Williams, 2006, equation 5.12).
pub(super) fn left_out(model: &SmoothingModel, grid: &Grid) -> Vec<LeftOut> {
    with_smoothing(model, |smoothing| {
        grid.iter().flat_map(|row| left_out_of(smoothing, row)).collect()
    })
}

fn left_out_of(smoothing: &Smoothing, row: &[Option<Published>]) -> Vec<LeftOut> {
    let covariance = Square::new(row.len(), |i, j| {
        let (i, j) = (i.max(j), i.min(j));
        f64::from(smoothing.covariance[MEDIAN][i * (i + 1) / 2 + j]) * UNIT
    });
    let published = row.iter().enumerate().filter_map(|(o, cell)| Some((o, (*cell)?)));
    let seen: Vec<(usize, f64, f64)> = published
        .map(|(o, p)| {
            let noise = f64::from(noise(smoothing, MEDIAN, p.log_people));
            (o, f64::from(p.log_pay[MEDIAN]), noise)
        })
        .collect();
    let factor = factor(&covariance, &seen);
    let mean = |o: usize| (f64::from(smoothing.mean[o][MEDIAN]) * 100.0).ln();
    let mut pull: Vec<f64> = seen.iter().map(|&(o, y, _)| y - mean(o)).collect();
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
