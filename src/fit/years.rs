//! The curve of years: how far each year of work moves a person, from the survey.

use super::places::Mixture;
use super::settings::Settings;
use super::statistics::{FOLDS, by_two, five, pinball};
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

/// A curve that is tried, with its losses.
pub(super) struct Curve {
    pub(super) model: YearsModel,
    groups: Vec<Group>,
    /// Loss of each fold, for each spread and scale.
    sums: Vec<((usize, f64), [f64; FOLDS as usize])>,
}

/// How curves do on respondents left out of what was learnt; the respondents in their order.
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
    /// Every curve to be tried.
    pub(super) fn curves(&self) -> Vec<Curve> {
        let straights = self.settings.straight_grid.iter();
        let bends = self.settings.bend_grid.iter();
        let pairs =
            straights.flat_map(|&straight| bends.clone().map(move |&bend| (straight, bend)));
        by_two(&pairs.collect::<Vec<_>>(), |&(straight, bend)| {
            let model = self.curve(straight, bend);
            let groups = self.groups(&model, &self.settings.survey_spreads);
            let sums = self.sums(&groups);
            Curve { model, groups, sums }
        })
    }

    /// The plainest curve that does as well as the best within two standard errors: the one that
    /// gains least by 15 years. Respondents of a hidden fold have no say.
    pub(super) fn choose<'c>(&self, curves: &'c [Curve], hidden: Option<u8>) -> &'c Curve {
        let folds: Vec<u8> = (0..FOLDS as u8).filter(|&fold| Some(fold) != hidden).collect();
        let losses = |curve| self.outcome(folds.iter().map(|&fold| (fold, curve)), hidden).losses;
        let tried: Vec<_> = curves.iter().map(|curve| (curve, losses(curve))).collect();
        let by_loss = |a: &&(_, Vec<f64>), b: &&(_, Vec<f64>)| mean(&a.1).total_cmp(&mean(&b.1));
        let best = tried.iter().min_by(by_loss).map(|(_, losses)| losses.clone());
        let best = best.unwrap_or_default();
        let good = tried.into_iter().filter(|(_, losses)| as_good(losses, &best));
        let gain = |curve: &Curve| gained(&curve.model, 15.0);
        let least = good.min_by(|(a, _), (b, _)| gain(a).total_cmp(&gain(b)));
        least.map_or(&curves[0], |(curve, _)| curve)
    }

    /// Each fold by the curve that the others choose, with the scale and spread of the others.
    pub(super) fn nested(&self, curves: &[Curve]) -> Outcome {
        self.outcome((0..FOLDS as u8).map(|fold| (fold, self.choose(curves, Some(fold)))), None)
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

    /// The loss of every fold under each spread and scale.
    fn sums(&self, groups: &[Group]) -> Vec<((usize, f64), [f64; FOLDS as usize])> {
        let [low, high, step] = *self.settings.scale_grid;
        let count = ((high - low) / step).round() as i32;
        let spreads = 0..self.settings.survey_spreads.len();
        let scales =
            |spread| (0..=count).map(move |at| (spread, (low + step * f64::from(at)).exp()));
        let sum = |(spread, scale): (usize, f64)| {
            let mut sums = [0.0; FOLDS as usize];
            for group in groups {
                let five = group.quantiles[spread].map(|pay| pay * scale);
                for one in group.members.iter().map(|&at| &self.respondents[at]) {
                    sums[usize::from(one.fold)] += pinball(one.pay, &five);
                }
            }
            ((spread, scale), sums)
        };
        spreads.flat_map(scales).map(sum).collect()
    }

    /// Folds by a curve each, whose scale and spread are learnt from the other folds but a hidden
    /// one.
    fn outcome<'c>(
        &self,
        folds: impl Iterator<Item = (u8, &'c Curve)>,
        hidden: Option<u8>,
    ) -> Outcome {
        let mut losses = vec![f64::NAN; self.respondents.len()];
        let mut held = 0;
        for (out, curve) in folds {
            let others = |sums: &[f64; FOLDS as usize]| -> f64 {
                let known =
                    (0_u8..).zip(sums).filter(|&(fold, _)| fold != out && Some(fold) != hidden);
                known.map(|(_, sum)| sum).sum()
            };
            let by_loss = |a: &&(_, _), b: &&(_, _)| others(&a.1).total_cmp(&others(&b.1));
            let best = curve.sums.iter().min_by(by_loss);
            let (spread, scale) = best.map_or((0, 1.0), |&(best, _)| best);
            for group in &curve.groups {
                let five = group.quantiles[spread].map(|pay| pay * scale);
                for &at in group.members.iter().filter(|&&at| self.respondents[at].fold == out) {
                    let pay = self.respondents[at].pay;
                    losses[at] = pinball(pay, &five);
                    held += usize::from((five[0]..=five[4]).contains(&pay));
                }
            }
        }
        losses.retain(|loss| !loss.is_nan());
        let held = f64::from(held as u32) / losses.len().max(1) as f64;
        Outcome { losses, held }
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
