//! A distribution of pay as a function of the normal score: log pay, straight between knots.
//!
//! Knows nothing of roles or places.

use crate::money::Money;

/// Normal scores of p10, p25, p50, p75 and p90: where official percentiles lie.
pub(super) const OFFICIAL: [f32; 5] = [-1.281_551_6, -0.674_489_75, 0.0, 0.674_489_75, 1.281_551_6];

/// Normal scores of p2.5, p10, p25, p50, p75, p90 and p97.5: where answers are kept.
pub(super) const KEPT: [f32; 7] =
    [-1.959_964, -1.281_551_6, -0.674_489_75, 0.0, 0.674_489_75, 1.281_551_6, 1.959_964];

/// Log pay at the official percentiles of a local distribution.
#[derive(Clone, Copy, Debug)]
pub(super) struct Local {
    log_pay: [f32; 5],
}

impl Local {
    /// The weighted mean, in log pay, of percentiles in dollars: a blend of occupations in the same
    /// place, person at the same rank in each.
    pub(super) fn blend(parts: impl Iterator<Item = (f32, [f32; 5])>) -> Self {
        let mut log_pay = [0.0; 5];
        for (weight, logs) in parts {
            for (sum, log) in log_pay.iter_mut().zip(logs) {
                *sum += weight * log;
            }
        }
        Self { log_pay }
    }

    /// Log pay at a normal score, straight between the percentiles. Beyond p10 and p90, where
    /// nothing is published, the line from the middle goes on, its slope held within `tail`.
    pub(super) fn at(&self, score: f32, tail: [f32; 2]) -> f32 {
        let knots = &self.log_pay;
        let beyond = |end: usize| {
            let slope = (knots[end] - knots[2]) / OFFICIAL[end];
            knots[end] + (score - OFFICIAL[end]) * slope.max(tail[0]).min(tail[1])
        };
        if score <= OFFICIAL[0] {
            return beyond(0);
        }
        if score >= OFFICIAL[4] {
            return beyond(4);
        }
        let segment = OFFICIAL[1..4].iter().filter(|&&knot| score >= knot).count();
        let part = (score - OFFICIAL[segment]) / (OFFICIAL[segment + 1] - OFFICIAL[segment]);
        knots[segment] + part * (knots[segment + 1] - knots[segment])
    }
}

/// Pay of people with the same answers: dollars at the [`KEPT`] scores, never falling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct People {
    pay: [f32; 7],
}

impl People {
    /// From dollars at the kept scores; a value below its lower neighbour is raised to it.
    pub fn new(mut pay: [f32; 7]) -> Self {
        for at in 1..pay.len() {
            pay[at] = pay[at].max(pay[at - 1]);
        }
        Self { pay }
    }

    /// p10, p25, p50, p75 and p90 in dollars, to the nearest hundred.
    pub fn percentiles(&self) -> [Money; 5] {
        std::array::from_fn(|at| money(self.pay[at + 1]))
    }

    /// Pay at a normal score, straight in dollars between kept scores and level beyond them.
    pub fn at(&self, score: f32) -> Money {
        let segment = KEPT[1..6].iter().filter(|&&knot| score >= knot).count();
        let part = (score - KEPT[segment]) / (KEPT[segment + 1] - KEPT[segment]);
        let (low, high) = (self.pay[segment], self.pay[segment + 1]);
        money(low + part.max(0.0).min(1.0) * (high - low))
    }
}

/// The data are exact to a hundred dollars, so answers are too.
fn money(dollars: f32) -> Money {
    Money::dollars((dollars / 100.0).round() as i32 * 100)
}
