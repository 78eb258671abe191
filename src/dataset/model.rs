//! The fitted coefficients, as embedded. `tables::Model` says what each is and where it is written.

use super::MetroId;

/// Coefficients that all roles share.
#[derive(Debug)]
pub struct Model {
    /// The latest day on which an input of the fit was fetched.
    pub date: &'static str,
    /// Part kept of a metro's distance from the places where the role's jobs are.
    pub damp: f32,
    /// Spread of people within a metro, as a part of the spread of postings.
    pub spread: f32,
    /// Least and most slope of log pay beyond the published percentiles.
    pub tail: [f32; 2],
    /// Part of the error of two occupations in a metro that is one and the same.
    pub shared: f32,
    /// The curve of experience.
    pub years: Years,
    /// Score of senior level in a role that stands where its occupations stand.
    pub senior: f32,
    /// How much higher, in scores, posted pay stands than surveyed wages.
    pub posted: f32,
    /// What each education moves, in the order of `profile::Education`.
    pub education: [Shift; 4],
    /// How well a middle is known.
    pub known: Known,
}

/// Score gained by years of work: straight, then bending to a ceiling.
#[derive(Clone, Copy, Debug)]
pub struct Years {
    /// Score gained by each of the first years.
    pub slope: f32,
    /// Years for which it is straight.
    pub straight: f32,
    /// Years in which the gain then falls to 1/e.
    pub bend: f32,
    /// Years after which nothing more is gained.
    pub most: f32,
    /// Years at which senior level stands.
    pub senior: f32,
}

impl Years {
    /// Score gained by this many years of work.
    pub fn gained(&self, years: f32) -> f32 {
        let years = years.max(0.0).min(self.most);
        let bent = (years - self.straight).max(0.0);
        self.slope * (years.min(self.straight) + self.bend * (1.0 - (-bent / self.bend).exp()))
    }
}

/// What an education moves against a bachelor's degree, in scores.
#[derive(Clone, Copy, Debug)]
pub struct Shift {
    /// Score gained.
    pub score: f32,
    /// Its standard error.
    pub error: f32,
}

/// Parts of the standard error of a middle.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Log pay per unit of score.
    pub slope: f32,
    /// Error of the scale of scores itself.
    pub anchor: f32,
    /// Standard deviation of a role's score within its family.
    pub family: f32,
    /// How many postings count as one.
    pub repeats: f32,
    /// Spread of postings around their level, in scores.
    pub spread: f32,
    /// Drift of posted pay since the postings.
    pub drift: f32,
    /// Error of a score given by years: at twice or none of the senior years, and at most.
    pub years: [f32; 2],
}

/// Coefficients of one role.
#[derive(Debug)]
pub struct RoleFit {
    /// Postings that it was fitted on.
    pub rows: u32,
    /// Part that is the role's own, the rest being its family's.
    pub own: f32,
    /// Where the role stands among its occupations.
    pub score: f32,
    /// Mean log pay at p10 to p90 over the places where its jobs are.
    pub reference: [f32; 5],
    /// The metros with most of its jobs, and their parts.
    pub places: &'static [(MetroId, f32)],
    /// Entry, mid, senior, executive.
    pub levels: [LevelFit; 4],
}

/// Where a level of a role stands.
#[derive(Clone, Copy, Debug)]
pub struct LevelFit {
    /// Postings of this level.
    pub rows: u32,
    /// Normal score of the middle person within local pay.
    pub score: f32,
    /// Standard deviation of posted pay around it, in normal scores.
    pub spread: f32,
}
