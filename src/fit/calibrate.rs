//! Calibration of the ranges on postings left out of the fit, so that p10 to p90 holds 80 %
//! (split conformal prediction: Vovk, Gammerman and Shafer, 2005). Whoever tests a calibrated range
//! hands in the training part alone: the folds here are parts of what they are given.

use super::levels::{Frame, Levels};
use super::postings::Posting;
use super::statistics::{FOLDS, rounded};

/// Share that p10 to p90 must hold.
const HELD: f64 = 0.8;

/// Fits that each leave out one fold.
struct Folds(Vec<Levels>);

impl Folds {
    fn new(frame: &Frame, postings: &[&Posting]) -> Self {
        let others = |out| postings.iter().copied().filter(move |p| u64::from(p.fold) != out);
        Self((0..FOLDS).map(|out| frame.fit(others(out))).collect())
    }

    /// Share of some left-out postings that p10 to p90 holds when spreads are multiplied.
    fn held(&self, frame: &Frame, chosen: &[&Posting], factor: f64) -> f64 {
        let cells = self.0.len() * frame.roles.len() * 4;
        let mut ends: Vec<Option<[f64; 2]>> = vec![None; cells];
        let mut inside = 0;
        for posting in chosen {
            let Some(role) = posting.role else { continue };
            let fit = &self.0[usize::from(posting.fold)];
            let cell = (usize::from(posting.fold) * frame.roles.len() + role) * 4 + posting.level;
            let [low, high] = *ends[cell].get_or_insert_with(|| {
                let levels = &fit.roles[role];
                let score = levels.scores[posting.level] + fit.posted;
                let spread = levels.spreads[posting.level] * factor;
                let five = frame.places[role].mixture.five(score, spread);
                [five[0].exp(), five[4].exp()]
            });
            inside += usize::from((low..=high).contains(&posting.pay));
        }
        inside as f64 / chosen.len().max(1) as f64
    }

    /// The least factor in hundredths that makes the range hold its share.
    fn factor(&self, frame: &Frame, chosen: &[&Posting], [least, most]: [i32; 2]) -> f64 {
        if chosen.is_empty() {
            return 1.0;
        }
        let mut factors = (least..=most).map(|hundredths| f64::from(hundredths) / 100.0);
        let widest = f64::from(most) / 100.0;
        factors.find(|&factor| self.held(frame, chosen, factor) >= HELD).unwrap_or(widest)
    }
}

/// Finds the corrections: one for each level, then one for each role with enough postings, drawn
/// to 1 by how few they are.
pub(super) fn calibrate<'a>(frame: &Frame<'a>, postings: &[&Posting]) -> Frame<'a> {
    let mut frame = frame.clone();
    let folds = Folds::new(&frame, postings);
    frame.by_level = std::array::from_fn(|level| {
        let known = |p: &&Posting| p.level == level && p.role.is_some();
        let chosen: Vec<&Posting> = postings.iter().copied().filter(known).collect();
        folds.factor(&frame, &chosen, [90, 129])
    });
    let folds = Folds::new(&frame, postings);
    frame.by_role = (0..frame.roles.len())
        .map(|role| {
            let known = |p: &&Posting| p.role == Some(role);
            let chosen: Vec<&Posting> = postings.iter().copied().filter(known).collect();
            let rows = chosen.len() as f64;
            if rows < *frame.settings.crowd_least {
                return 1.0;
            }
            let factor = folds.factor(&frame, &chosen, [85, 130]);
            rounded(1.0 + (factor - 1.0) * rows / (rows + *frame.settings.crowd_rows), 3)
        })
        .collect();
    frame
}
