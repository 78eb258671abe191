//! The pay of every occupation in one metro, smoothed, with its gaps filled.
//!
//! A published figure of few people is noisy, and some are not published. For each percentile the
//! logarithms of pay of all occupations in a metro are taken as one draw from a normal distribution
//! over metros, and a published figure as that plus noise, less of it the more people are counted.
//! Here is the mean and error of that draw given the published figures (Gaussian process
//! regression: Rasmussen and Williams, 2006, equations 2.23 to 2.26, algorithm 2.1). `fit` learns
//! mean and covariance and uses the same function, so what is scored is what is served.

/// Normal scores of p10, p25, p50, p75 and p90: where official percentiles lie.
pub const OFFICIAL: [f32; 5] = [-1.281_551_6, -0.674_489_75, 0.0, 0.674_489_75, 1.281_551_6];

/// What smoothing has learnt.
#[derive(Clone, Copy, Debug)]
pub struct Smoothing<'a> {
    /// Mean over metros of p10 to p90, by occupation, in hundreds of dollars.
    pub mean: &'a [[u16; 5]],
    /// Covariance over metros for each percentile: rows of the lower triangle, in
    /// hundred-thousandths of squared log pay.
    pub covariance: [&'a [i16]; 5],
    /// Variance of a published median of one person, in log pay.
    pub noise: f32,
    /// The same for each percentile, as a multiple.
    pub noise_of: [f32; 5],
    /// Least and most slope of log pay between percentiles, per unit of score.
    pub slope: [f32; 2],
}

/// Published pay of one occupation in one metro.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// Logarithms of p10 to p90.
    pub log_pay: [f32; 5],
    /// Logarithm of the people counted.
    pub log_people: f32,
}

/// Smoothed pay of one occupation in one metro.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// Logarithms of p10 to p90.
    pub log_pay: [f32; 5],
    /// Standard error of the median, in log pay.
    pub error: f32,
    /// Whether it is published.
    pub published: bool,
}

const MEDIAN: usize = 2;

/// Smooths the pay of one metro: a cell for each occupation, in their order.
pub fn smooth(smoothing: &Smoothing, published: &[Option<Published>]) -> Vec<Cell> {
    let empty = |seen: &Option<Published>| Cell {
        log_pay: [0.0; 5],
        error: 0.0,
        published: seen.is_some(),
    };
    let mut cells: Vec<Cell> = published.iter().map(empty).collect();
    for percentile in 0..5 {
        Percentile::new(smoothing, percentile, published).fill(&mut cells);
    }
    for cell in &mut cells {
        order(&mut cell.log_pay, smoothing.slope);
    }
    cells
}

/// Variance of a published percentile's log pay, falling with the cube root of the people.
pub fn noise(smoothing: &Smoothing, percentile: usize, log_people: f32) -> f32 {
    smoothing.noise * smoothing.noise_of[percentile] * (log_people / -3.0).exp()
}

/// One percentile of one metro: the published occupations and the factor of their covariance.
struct Percentile<'a> {
    smoothing: &'a Smoothing<'a>,
    at: usize,
    /// Which occupations are published.
    seen: Vec<usize>,
    /// Cholesky factor of their covariance with noise, rows of the lower triangle.
    factor: Vec<f32>,
    /// That covariance's inverse times the distance from the mean.
    pull: Vec<f32>,
}

impl<'a> Percentile<'a> {
    fn new(smoothing: &'a Smoothing, at: usize, published: &[Option<Published>]) -> Self {
        let mut new = Self { smoothing, at, seen: vec![], factor: vec![], pull: vec![] };
        for (occupation, published) in published.iter().enumerate() {
            let Some(published) = published else { continue };
            for &other in &new.seen {
                new.factor.push(new.covariance(occupation, other));
            }
            let noise = noise(smoothing, at, published.log_people);
            new.factor.push(new.covariance(occupation, occupation) + noise);
            new.pull.push(published.log_pay[at] - new.mean(occupation));
            new.seen.push(occupation);
        }
        factor(&mut new.factor, new.seen.len());
        below(&new.factor, &mut new.pull);
        above(&new.factor, &mut new.pull);
        new
    }

    fn fill(&self, cells: &mut [Cell]) {
        let mut with = Vec::with_capacity(self.seen.len());
        for (occupation, cell) in cells.iter_mut().enumerate() {
            with.clear();
            with.extend(self.seen.iter().map(|&other| self.covariance(occupation, other)));
            cell.log_pay[self.at] = self.mean(occupation) + dot(&with, &self.pull);
            if self.at == MEDIAN {
                below(&self.factor, &mut with);
                let left = self.covariance(occupation, occupation) - dot(&with, &with);
                cell.error = left.max(0.0).sqrt();
            }
        }
    }

    fn mean(&self, occupation: usize) -> f32 {
        (f32::from(self.smoothing.mean[occupation][self.at]) * 100.0).ln()
    }

    fn covariance(&self, one: usize, other: usize) -> f32 {
        let (row, column) = (one.max(other), one.min(other));
        f32::from(self.smoothing.covariance[self.at][row * (row + 1) / 2 + column]) * 1e-5
    }
}

/// From the median outwards, each step between percentiles keeps a plausible slope.
fn order(log_pay: &mut [f32; 5], [least, most]: [f32; 2]) {
    for (from, to) in [(2, 3), (3, 4), (2, 1), (1, 0)] {
        let apart = OFFICIAL[to] - OFFICIAL[from];
        let slope = (log_pay[to] - log_pay[from]) / apart;
        log_pay[to] = log_pay[from] + slope.max(least).min(most) * apart;
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Cholesky's factor of a symmetric matrix, in place; both as rows of the lower triangle.
fn factor(rows: &mut [f32], size: usize) {
    for i in 0..size {
        let (above, row) = rows.split_at_mut(i * (i + 1) / 2);
        for j in 0..i {
            let start = j * (j + 1) / 2;
            let upper = &above[start..=start + j];
            row[j] = (row[j] - dot(&row[..j], upper)) / upper[j];
        }
        row[i] = (row[i] - dot(&row[..i], &row[..i])).max(1e-6).sqrt();
    }
}

/// Solves `L x = v` in place.
fn below(factor: &[f32], v: &mut [f32]) {
    for i in 0..v.len() {
        let row = &factor[i * (i + 1) / 2..];
        v[i] = (v[i] - dot(&v[..i], row)) / row[i];
    }
}

/// Solves `L' x = v` in place.
fn above(factor: &[f32], v: &mut [f32]) {
    for i in (0..v.len()).rev() {
        let row = &factor[i * (i + 1) / 2..];
        v[i] /= row[i];
        let x = v[i];
        for (v, l) in v[..i].iter_mut().zip(row) {
            *v -= l * x;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked by hand: one occupation, so mean and variance are those of two readings of one value.
    #[test]
    fn a_single_reading_is_averaged_with_the_mean() {
        let mean = [[1000; 5]];
        let covariance = [4000_i16];
        let smoothing = Smoothing {
            mean: &mean,
            covariance: [&covariance; 5],
            noise: 0.04,
            noise_of: [1.0; 5],
            slope: [0.0, 1.0],
        };
        let log_pay = [110_000_f32.ln(); 5];
        let cells = smooth(&smoothing, &[Some(Published { log_pay, log_people: 0.0 })]);
        let half_way = f32::midpoint(100_000_f32.ln(), 110_000_f32.ln());
        assert!((cells[0].log_pay[2] - half_way).abs() < 1e-5);
        assert!((cells[0].error - 0.02_f32.sqrt()).abs() < 1e-5);
        assert!((smooth(&smoothing, &[None])[0].error - 0.2).abs() < 1e-5);
    }
}
