//! The curve of years: how far each year of work moves a person, from the survey.

use super::places::Mixture;
use super::settings::Settings;
use super::statistics::{FOLDS, five, pinball};
use super::survey::Respondent;
use crate::tables::YearsModel;
use std::collections::BTreeMap;

/// The survey as one mixture sees it.
pub(super) struct Trial<'a> {
    pub(super) settings: &'a Settings,
    pub(super) respondents: &'a [Respondent],
    pub(super) mixture: &'a Mixture,
    /// Score of senior level in posted pay.
    pub(super) senior: f64,
}

/// How a curve does on respondents left out of its scale.
pub(super) struct Outcome {
    /// Loss of each respondent, in dollars.
    pub(super) losses: Vec<f64>,
    /// Share between p10 and p90.
    pub(super) held: f64,
}

/// Score gained by years of work.
pub(super) fn gained(curve: &YearsModel, years: f64) -> f64 {
    let years = years.clamp(0.0, curve.most);
    let bent = (years - curve.straight).max(0.0);
    let straight = years.min(curve.straight);
    curve.slope * (straight + curve.bend * (1.0 - (-bent / curve.bend).exp()))
}

/// Years after which this much is gained, to a tenth.
pub(super) fn years_to(curve: &YearsModel, score: f64) -> f64 {
    let tenths = (0..=(curve.most * 10.0) as u32).map(|tenth| f64::from(tenth) / 10.0);
    tenths.take_while(|&years| gained(curve, years) <= score + 1e-9).last().unwrap_or(0.0)
}

impl Trial<'_> {
    /// The plainest curve that does as well as the best within two standard errors: the one that
    /// gains least by 15 years.
    pub(super) fn choose(&self) -> YearsModel {
        let mut tried: Vec<(YearsModel, Vec<f64>)> = Vec::new();
        for &straight in self.settings.straight_grid.iter() {
            for &bend in self.settings.bend_grid.iter() {
                let curve = self.curve(straight, bend);
                let losses = self.test(&curve, &self.settings.survey_spreads).losses;
                tried.push((curve, losses));
            }
        }
        let by_loss = |a: &&(_, Vec<f64>), b: &&(_, Vec<f64>)| mean(&a.1).total_cmp(&mean(&b.1));
        let best = tried.iter().min_by(by_loss).map(|(_, losses)| losses.clone());
        let best = best.unwrap_or_default();
        let good = tried.into_iter().filter(|(_, losses)| as_good(losses, &best));
        let gain = |curve: &YearsModel| gained(curve, 15.0);
        let least = good.min_by(|(a, _), (b, _)| gain(a).total_cmp(&gain(b)));
        least.map_or_else(|| self.curve(5.0, 5.0), |(curve, _)| curve)
    }

    fn curve(&self, straight: f64, bend: f64) -> YearsModel {
        YearsModel {
            slope: *self.settings.year_slope,
            straight,
            bend,
            most: *self.settings.most_years,
            senior: *self.settings.senior_years,
        }
    }

    /// Cross-validates a curve: in each training part only a scale and one of the spreads are free.
    pub(super) fn test(&self, curve: &YearsModel, spreads: &[f64]) -> Outcome {
        let groups = self.groups(curve, spreads);
        let [low, high, step] = *self.settings.scale_grid;
        let count = ((high - low) / step).round() as i32;
        let mut outcome = Outcome { losses: vec![0.0; self.respondents.len()], held: 0.0 };
        let mut held = 0;
        for out in 0..FOLDS as u8 {
            let mut best = (f64::INFINITY, 1.0, 0);
            for spread in 0..spreads.len() {
                for at in 0..=count {
                    let scale = (low + step * f64::from(at)).exp();
                    let loss: f64 = groups.iter().map(|g| g.loss(self, out, spread, scale)).sum();
                    if loss < best.0 {
                        best = (loss, scale, spread);
                    }
                }
            }
            for group in &groups {
                let five = group.quantiles[best.2].map(|pay| pay * best.1);
                for &at in group.members.iter().filter(|&&at| self.respondents[at].fold == out) {
                    let pay = self.respondents[at].pay;
                    outcome.losses[at] = pinball(pay, &five);
                    held += usize::from((five[0]..=five[4]).contains(&pay));
                }
            }
        }
        outcome.held = held as f64 / self.respondents.len() as f64;
        outcome
    }

    /// Respondents with the same years of work, and the quantiles that the curve gives them.
    fn groups(&self, curve: &YearsModel, spreads: &[f64]) -> Vec<Group> {
        let mut members: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, respondent) in self.respondents.iter().enumerate() {
            let work = respondent.work(*self.settings.study_years);
            members.entry(work.to_bits()).or_default().push(at);
        }
        let group = |(bits, members): (u64, Vec<usize>)| {
            let gain = gained(curve, f64::from_bits(bits)) - gained(curve, curve.senior);
            let five = |&spread: &f64| self.mixture.five(self.senior + gain, spread).map(f64::exp);
            Group { members, quantiles: spreads.iter().map(five).collect() }
        };
        members.into_iter().map(group).collect()
    }

    /// Mean loss of the respondents' own quantiles, by bins of years of coding.
    pub(super) fn own_quantiles(&self) -> f64 {
        let bin =
            |years: f64| self.settings.survey_levels.iter().filter(|end| years >= **end).count();
        let mut groups: BTreeMap<(u8, usize), Vec<f64>> = BTreeMap::new();
        for respondent in self.respondents {
            let key = (respondent.fold, bin(respondent.coding));
            groups.entry(key).or_default().push(respondent.pay);
        }
        let loss = |mut pay: Vec<f64>| -> f64 {
            pay.sort_by(f64::total_cmp);
            let five = five(&pay);
            pay.iter().map(|&pay| pinball(pay, &five)).sum()
        };
        groups.into_values().map(loss).sum::<f64>() / self.respondents.len() as f64
    }
}

struct Group {
    members: Vec<usize>,
    /// For each spread.
    quantiles: Vec<[f64; 5]>,
}

impl Group {
    /// Loss of the members outside a fold.
    fn loss(&self, trial: &Trial, out: u8, spread: usize, scale: f64) -> f64 {
        let five = self.quantiles[spread].map(|pay| pay * scale);
        let members = self.members.iter().map(|&at| &trial.respondents[at]);
        members.filter(|one| one.fold != out).map(|one| pinball(one.pay, &five)).sum()
    }
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Whether the paired losses exceed the best ones by no more than two standard errors.
fn as_good(losses: &[f64], best: &[f64]) -> bool {
    let differences: Vec<f64> = losses.iter().zip(best).map(|(a, b)| a - b).collect();
    let middle = mean(&differences);
    let squares: Vec<f64> = differences.iter().map(|d| (d - middle).powi(2)).collect();
    middle <= 2.0 * (mean(&squares) / losses.len() as f64).sqrt()
}
