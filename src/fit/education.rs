//! What education moves: median regression of log pay on education, years of work and role.

use super::linear::{Square, dot};
use super::settings::Settings;
use super::statistics::rounded;
use super::survey::Respondent;
use crate::tables::EducationModel;
use std::collections::BTreeSet;
use std::thread;

/// As `profile::Education` and the model file name them.
const NAMES: [&str; 4] = ["none", "bachelors", "masters", "doctorate"];
/// Least years of work of each bin but the first.
const BINS: [f64; 9] = [1.0, 3.0, 5.0, 8.0, 11.0, 15.0, 20.0, 26.0, 36.0];
/// Rounds of reweighting, and the residual below which one more changes nothing.
const ROUNDS: usize = 25;
const LEAST_RESIDUAL: f64 = 0.03;

/// Fits the four educations; the errors are from bootstrap samples (Efron, 1979).
pub(super) fn fit(respondents: &[Respondent], settings: &Settings) -> Vec<EducationModel> {
    let rows = design(respondents, settings);
    let all: Vec<usize> = (0..rows.len()).collect();
    let found = regress(&rows, &all);
    let samples = bootstrap(&rows, *settings.resamples);
    let error = |at: usize| deviation(samples.iter().map(|sample| sample[at]));
    let further = found[2] - found[1];
    let further_error = deviation(samples.iter().map(|sample| sample[2] - sample[1]));
    // A doctorate is drawn to a master's degree by how little their difference is known.
    let trust = further.powi(2) / (further.powi(2) + further_error.powi(2));
    let moves = [found[0].min(0.0), 0.0, found[1].max(0.0)];
    let doctorate = moves[2] + further.max(0.0) * trust;
    let moves = [moves[0], moves[1], moves[2], doctorate];
    let errors = [error(0), 0.0, error(1), error(2)];
    (0..4)
        .map(|at| EducationModel {
            education: NAMES[at].into(),
            rows: respondents.iter().filter(|one| one.education == at).count() as u32,
            score: rounded(moves[at] / *settings.score_pay, 2),
            error: rounded(errors[at] / *settings.score_pay, 2),
        })
        .collect()
}

/// One respondent: the columns that are 1, and log pay.
struct Answer {
    ones: Vec<usize>,
    log_pay: f64,
}

const BIN: usize = 3;
const ROLE: usize = BIN + BINS.len() + 1;

fn design(respondents: &[Respondent], settings: &Settings) -> Vec<Answer> {
    let roles: BTreeSet<&str> = respondents.iter().map(|one| one.role.as_str()).collect();
    let roles: Vec<&str> = roles.into_iter().collect();
    let answer = |one: &Respondent| {
        let work = one.work(*settings.study_years);
        let mut ones = vec![BIN + BINS.iter().filter(|least| work >= **least).count()];
        match one.education {
            0 => ones.push(0),
            2 => ones.push(1),
            3 => ones.push(2),
            _ => {}
        }
        // The first role is what the others are compared with.
        if let Some(at) = roles.iter().position(|role| *role == one.role).filter(|at| *at > 0) {
            ones.push(ROLE + at - 1);
        }
        Answer { ones, log_pay: one.pay.ln() }
    };
    respondents.iter().map(answer).collect()
}

/// Medians by weighted least squares, the weights being one over the last residuals
/// (Schlossmacher, 1973). Gives the columns of education.
fn regress(rows: &[Answer], sample: &[usize]) -> [f64; 3] {
    let size = rows.iter().flat_map(|row| &row.ones).max().map_or(0, |last| last + 1);
    let mut weights = vec![1.0; sample.len()];
    let mut found = vec![0.0; size];
    for _ in 0..ROUNDS {
        let mut square = Square::new(size, |i, j| if i == j { 1e-6 } else { 0.0 });
        let mut right = vec![0.0; size];
        for (&at, weight) in sample.iter().zip(&weights) {
            for &i in &rows[at].ones {
                right[i] += weight * rows[at].log_pay;
                for &j in &rows[at].ones {
                    square.cells[i * size + j] += weight;
                }
            }
        }
        square.factor().solve(&mut right);
        found = right;
        for (&at, weight) in sample.iter().zip(&mut weights) {
            let fitted: f64 = rows[at].ones.iter().map(|&i| found[i]).sum();
            *weight = 1.0 / (rows[at].log_pay - fitted).abs().max(LEAST_RESIDUAL);
        }
    }
    [found[0], found[1], found[2]]
}

/// Regressions on samples drawn with replacement, each from a sequence of its own number.
fn bootstrap(rows: &[Answer], count: usize) -> Vec<[f64; 3]> {
    let one = |number: usize| {
        let mut random = SplitMix(number as u64 + 1);
        let sample: Vec<usize> =
            rows.iter().map(|_| (random.next() % rows.len() as u64) as usize).collect();
        regress(rows, &sample)
    };
    thread::scope(|scope| {
        let other = scope.spawn(|| (0..count / 2).map(one).collect::<Vec<_>>());
        let mut all: Vec<[f64; 3]> = (count / 2..count).map(one).collect();
        all.extend(other.join().expect("the regression does not panic"));
        all
    })
}

/// Steele, Lea and Flood's `SplitMix64` (2014): the same numbers on every machine.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

fn deviation(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let count = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / count;
    let off: Vec<f64> = values.map(|value| value - mean).collect();
    (dot(&off, &off) / count).sqrt()
}
