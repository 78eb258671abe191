//! Remote work against work on site: measured, and not used.

use super::postings::Posting;
use super::scores::score;
use super::statistics::rounded;
use super::years::mean;
use crate::tables::ScoreRow;
use std::collections::BTreeMap;

/// Fewest remote and fewest other postings of a title and level that are compared.
const LEAST: usize = 20;

/// Log pay on site and wholly remote, by title and level.
type Cells<'p> = BTreeMap<(&'p str, usize), [Vec<f64>; 2]>;

/// Pay of wholly remote work against work on site, within title and level, year by year. It is not
/// stable and not apart from place, so nothing is made of it; the numbers say so.
pub(super) fn scores(postings: &[Posting]) -> Vec<ScoreRow> {
    let mut years: BTreeMap<u32, Cells> = BTreeMap::new();
    for posting in postings {
        if let (Some(remote), Some(_)) = (posting.remote, posting.role) {
            let cells = years.entry(posting.year).or_default();
            let cell = cells.entry((&posting.title, posting.level)).or_default();
            cell[usize::from(remote)].push(posting.pay.ln());
        }
    }
    let mut scores = Vec::new();
    for (year, cells) in years {
        let (mut sum, mut weight, mut variance, mut n) = (0.0, 0.0, 0.0, 0);
        for [site, remote] in cells.values() {
            if site.len().min(remote.len()) < LEAST {
                continue;
            }
            // Two postings are the ends of one band: they count as one.
            let noise =
                2.0 * (spread(site) / site.len() as f64 + spread(remote) / remote.len() as f64);
            sum += (mean(remote) - mean(site)) / noise;
            weight += 1.0 / noise;
            variance += 1.0 / noise;
            n += site.len() + remote.len();
        }
        if weight > 0.0 {
            let what = format!(
                "Log pay of wholly remote postings above those on site, within title and level, {year}. Not used."
            );
            let mut row =
                score(&format!("work_mode.{year}"), &what, rounded(sum / weight, 3), "log pay", n);
            row.error = Some(rounded(f64::sqrt(1.0 / variance), 3));
            scores.push(row);
        }
    }
    scores
}

fn spread(values: &[f64]) -> f64 {
    let middle = mean(values);
    values.iter().map(|value| (value - middle).powi(2)).sum::<f64>() / values.len() as f64
}
