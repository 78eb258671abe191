//! Wages of routes year by year and place by place: what taxes are asked of. Knows no tax.
//!
//! A year is twelve months from today. A year worked in two places is taxed in each of them by the
//! part of its wages earned there, as most states tax who moves in or out (for example form IT-203
//! of New York), and at the rates of the whole year's wages.

use super::Plan;
use super::network::Living;
use super::question::{Origin, Question};
use super::route::{Route, Stay, Stretch, outside};
use crate::finder::Place;

const MONTHS: u32 = 12;

/// What is earned in one year in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wage {
    /// Whose it is: the case of a route, or for [`Plan::wages`] 0 for staying and one more than the
    /// route's number.
    pub of: usize,
    /// The year, from 0.
    pub year: usize,
    /// Where it is earned.
    pub place: Place,
    /// Dollars earned there.
    pub earned: i64,
    /// Dollars earned anywhere in that year.
    pub total: i64,
}

impl Wage {
    /// Its part of the year's taxes, where `kept` dollars would be left of all the year's wages here.
    pub fn tax(&self, kept: i64) -> i64 {
        (self.total - kept) * self.earned / self.total.max(1)
    }
}

/// Adds wages along stretches of time, for so many years.
pub(super) fn along(all: &mut Vec<Wage>, of: usize, stretches: &[Stretch], years: u32) {
    for year in 0..years {
        let first = all.len();
        let mut begin = 0;
        for stretch in stretches {
            let (from, end) = (begin.max(year * MONTHS), begin + stretch.months);
            let until = end.min((year + 1) * MONTHS);
            if from < until {
                let place = stretch.place;
                let earned = stretch.earned(from - begin, until - from);
                match all[first..].iter_mut().find(|wage| wage.place == place) {
                    Some(wage) => wage.earned += earned,
                    None => {
                        all.push(Wage { of, year: year as usize, place, earned, total: 0 });
                    }
                }
            }
            begin = end;
        }
        let total = all[first..].iter().map(|wage| wage.earned).sum();
        all[first..].iter_mut().for_each(|wage| wage.total = total);
    }
}

/// Adds wages of students who stay outside the field.
pub(super) fn outside_wages(all: &mut Vec<Wage>, of: usize, question: &Question) {
    let earned = outside(question, MONTHS);
    for year in 0..usize::from(question.horizon) {
        all.push(Wage { of, year, place: question.place, earned, total: earned });
    }
}

impl Plan {
    /// Typical wages of staying put and of every route; all that a route's [`super::Found`] is worth
    /// is their sum less what was spent.
    pub fn wages(&self, question: &Question) -> Vec<Wage> {
        let (network, years) = (&self.derived.network, self.derived.network.horizon / MONTHS);
        let stretch = |position: usize, experience, months, living| Stretch {
            curve: network.positions[position].curve.clone(),
            place: self.derived.standings[position].place,
            experience,
            months,
            living,
            cost: 0,
        };
        let mut all = Vec::new();
        if question.origin == Origin::Student {
            outside_wages(&mut all, 0, question);
        } else {
            let start = network.start;
            let months = network.horizon;
            let here = stretch(start.position, start.experience, months, Living::Working);
            along(&mut all, 0, &[here], years);
        }
        for (at, found) in self.routes.iter().enumerate() {
            let mut stretches = Vec::new();
            for (made, (state, number)) in found.moves.iter().enumerate() {
                let next = found.moves.get(made + 1).map_or(&found.end, |(next, _)| next);
                let living = network.positions[state.position].moves[*number].living;
                let months = next.time - state.time;
                stretches.push(stretch(state.position, state.experience, months, living));
            }
            let end = &found.end;
            let months = network.horizon - end.time;
            stretches.push(stretch(end.position, end.experience, months, Living::Working));
            along(&mut all, at + 1, &stretches, years);
        }
        all
    }
}

/// Takes taxes from sums after each whole year; `kept` is what is left of each wage's whole year.
fn taxed(years: &mut [[i64; 3]], wages: &[Wage], kept: &[i64]) -> [i64; 3] {
    for (wage, kept) in wages.iter().zip(kept) {
        let tax = wage.tax(*kept);
        years.iter_mut().skip(wage.year + 1).for_each(|sums| sums[wage.of] -= tax);
    }
    years.last().copied().unwrap_or_default()
}

impl Stay {
    /// Its sums after taxes, where `kept` is left of the year of each of its wages.
    pub fn tax(&mut self, kept: &[i64]) {
        self.net = taxed(&mut self.years, &self.wages, kept);
    }
}

impl Route {
    /// Its sums after taxes, where `kept` is left of the year of each of its wages, against those of
    /// staying, which are after taxes already. Within a year they are taken to rise evenly.
    pub fn tax(&mut self, kept: &[i64], stay: &Stay) {
        self.net = taxed(&mut self.years, &self.wages, kept);
        let ahead = |month: u32| {
            let (year, gone) = ((month / MONTHS) as usize, i64::from(month % MONTHS));
            let by = |year: usize| self.years[year][1] - stay.years[year][1];
            by(year) * (12 - gone) + by((year + 1).min(self.years.len() - 1)) * gone
        };
        let months = (1..=(self.years.len() as u32 * MONTHS - MONTHS)).rev();
        self.break_even = months.take_while(|&month| ahead(month) >= 0).last();
    }
}
