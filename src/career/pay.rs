//! What a position pays by months of experience, and when each level is reached: the estimate, asked
//! once for every year and kept for the next question.

use super::derive::Standing;
use super::network::Curve;
use super::question::{Origin, Question};
use crate::dataset::{Assumption, Dataset, RoleId};
use crate::estimate::{Percentile, by_year, level_years};
use crate::profile::{Experience, Profile, Years};
use std::cell::RefCell;

const MONTHS: u32 = 12;

/// Months of experience at which each level of a role is reached, at a pace in percent.
pub fn thresholds(dataset: &Dataset, role: RoleId, pace: u32) -> [u32; 4] {
    let mut months =
        level_years(dataset, role).map(|years| (years * (MONTHS * pace) as f32 / 100.0) as u32);
    // Everybody begins at entry level.
    months[0] = 0;
    months
}

/// Most curves that are kept: positions of some five places. Beyond it all are forgotten.
const MOST_CURVES: usize = 400;

/// Pay curves of positions. They depend on nothing but the position, so that one question after
/// another shares them: making them is a third of a plan.
#[derive(Debug)]
pub struct Curves {
    dataset: &'static Dataset,
    known: RefCell<Vec<(Standing, Percentile, Curve)>>,
}

impl Curves {
    /// None yet.
    pub const fn new(dataset: &'static Dataset) -> Self {
        Self { dataset, known: RefCell::new(Vec::new()) }
    }

    /// The dataset that they are made from.
    pub const fn dataset(&self) -> &'static Dataset {
        self.dataset
    }

    /// Monthly pay by months of experience, at a percentile: straight between whole years. Outside
    /// the field it is `field` dollars a year. The place's pay must be at hand
    /// ([`crate::dataset::Wages::holds`]).
    pub fn of(&self, standing: &Standing, field: i64, percentile: Percentile) -> Curve {
        let Some(role) = standing.role else {
            return Curve::new([(field + 6) / 12]);
        };
        let mut known = self.known.borrow_mut();
        let found = known.iter().find(|(at, of, _)| at == standing && *of == percentile);
        if let Some((.., curve)) = found {
            return curve.clone();
        }
        if known.len() == MOST_CURVES {
            known.clear();
        }
        let curve = curve(self.dataset, role, standing, percentile);
        known.push((*standing, percentile, curve.clone()));
        curve
    }
}

fn curve(dataset: &Dataset, role: RoleId, standing: &Standing, percentile: Percentile) -> Curve {
    let Standing { education, place, .. } = *standing;
    let experience = Experience::Years(Years::NONE);
    let profile = Profile { role, place, experience, education: Some(education) };
    let yearly = by_year(dataset, &profile, dataset.model.years.most as u8, percentile);
    let yearly: Vec<i64> = yearly.iter().map(|pay| pay.whole().into()).collect();
    let (last, twelve) = (yearly.len() - 1, i64::from(MONTHS));
    let mut highest = 0;
    let rising = (0..=last as u32 * MONTHS).map(|month| {
        let (year, gone) = ((month / MONTHS) as usize, i64::from(month % MONTHS));
        let (from, to) = (yearly[year], yearly[(year + 1).min(last)].max(yearly[year]));
        highest = ((from * (twelve - gone) + to * gone) / (twelve * twelve)).max(highest);
        highest
    });
    Curve::new(rising)
}

/// Pay a year outside the field: what was typed, nothing for students, else the median of all jobs.
pub fn field_pay(question: &Question) -> i64 {
    match question.origin {
        Origin::Student => 0,
        Origin::Other(Some(pay)) => pay.whole().into(),
        Origin::Role(_) | Origin::Other(None) => question.premise(Assumption::FieldPay).into(),
    }
}
