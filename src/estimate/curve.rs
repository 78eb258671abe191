//! A distribution of pay as a function of the normal score: log pay, straight between knots.
//!
//! Knows nothing of roles or places.

use crate::dataset::OFFICIAL;
use crate::money::Money;

/// Normal scores of p2.5, p10, p25, p50, p75, p90 and p97.5: where answers are kept.
pub(crate) const KEPT: [f32; 7] =
    [-1.959_964, -1.281_551_6, -0.674_489_75, 0.0, 0.674_489_75, 1.281_551_6, 1.959_964];

/// Where the middle half of a normal distribution ends.
const QUARTILE: f32 = KEPT[4];

/// The pay of everyone counted in a place: log pay at the official percentiles and beyond them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Local {
    log_pay: [f32; 5],
    /// Slopes below p10 and above p90.
    tails: [f32; 2],
}

impl Local {
    /// From log pay at the official percentiles. Beyond p10 and p90, where nothing is published,
    /// the line from the middle goes on, its slope held within `tail`.
    pub(crate) fn new(log_pay: [f32; 5], tail: [f32; 2]) -> Self {
        let slope =
            |end: usize| ((log_pay[end] - log_pay[2]) / OFFICIAL[end]).max(tail[0]).min(tail[1]);
        Self { log_pay, tails: [slope(0), slope(4)] }
    }

    /// Log pay at a normal score, straight between the percentiles.
    pub(crate) fn at(&self, score: f32) -> f32 {
        let knots = &self.log_pay;
        if score <= OFFICIAL[0] {
            return knots[0] + (score - OFFICIAL[0]) * self.tails[0];
        }
        if score >= OFFICIAL[4] {
            return knots[4] + (score - OFFICIAL[4]) * self.tails[1];
        }
        let segment = OFFICIAL[1..4].iter().filter(|&&knot| score >= knot).count();
        let part = (score - OFFICIAL[segment]) / (OFFICIAL[segment + 1] - OFFICIAL[segment]);
        knots[segment] + part * (knots[segment + 1] - knots[segment])
    }

    /// The normal score at which this is the log pay: the inverse of [`Self::at`].
    #[cfg(feature = "native")]
    pub(crate) fn score(&self, log_pay: f32) -> f32 {
        let knots = &self.log_pay;
        if log_pay <= knots[0] {
            return OFFICIAL[0] + (log_pay - knots[0]) / self.tails[0];
        }
        if log_pay >= knots[4] {
            return OFFICIAL[4] + (log_pay - knots[4]) / self.tails[1];
        }
        let segment = knots[1..4].iter().filter(|&&knot| log_pay >= knot).count();
        let part = (log_pay - knots[segment]) / (knots[segment + 1] - knots[segment]);
        OFFICIAL[segment] + part * (OFFICIAL[segment + 1] - OFFICIAL[segment])
    }

    /// Log pay at the kept percentiles of people around a score. `missed`, the variance of the
    /// place's own log pay, widens the range: both add up as variances do.
    pub(crate) fn people(&self, score: f32, spread: f32, missed: f32) -> [f32; 7] {
        let middle = self.at(score);
        let half = self.at(score + QUARTILE * spread) - self.at(score - QUARTILE * spread);
        let own = (half / (2.0 * QUARTILE)).max(LEAST_SPREAD);
        let wider = (1.0 + missed / (own * own)).sqrt();
        KEPT.map(|kept| middle + (self.at(score + spread * kept) - middle) * wider)
    }
}

/// Keeps the division by a range of pay from failing where there is none.
const LEAST_SPREAD: f32 = 1e-3;

/// Pay of people with the same answers: dollars at the kept scores, never falling.
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
pub(super) fn money(dollars: f32) -> Money {
    Money::dollars((dollars / 100.0).round() as i32 * 100)
}
