//! The fitted coefficients, as embedded.

/// Coefficients that all roles share.
#[derive(Debug)]
pub struct Model {
    /// Whether a full fit has yet to replace these coefficients.
    pub provisional: bool,
    /// Years of work at which entry, mid, senior and executive level stand.
    pub level_years: [f32; 4],
    /// Normal score gained by experience, by years of work from 0 to 50.
    pub years: [f32; 51],
    /// Least and most slope of log pay beyond the published percentiles.
    pub tail: [f32; 2],
    /// Standard error of a published middle, in log pay.
    pub published_sd: f32,
    /// Standard error of a borrowed middle, in log pay.
    pub borrowed_sd: f32,
}

/// Coefficients of one role.
#[derive(Debug)]
pub struct RoleFit {
    /// Postings that it was fitted on.
    pub rows: u32,
    /// Part that is the role's own, the rest being its family's.
    pub own: f32,
    /// Entry, mid, senior, executive.
    pub levels: [LevelFit; 4],
}

/// Where a level of a role stands.
#[derive(Clone, Copy, Debug)]
pub struct LevelFit {
    /// Normal score of the middle person within local pay.
    pub score: f32,
    /// Standard deviation of people with the same answers, in normal scores.
    pub spread: f32,
    /// Pay in the whole country at the kept percentiles, in hundreds of dollars.
    pub country: [u16; 7],
}
