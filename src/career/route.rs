//! A route followed month by month: its steps, what is learnt at each, what is earned, and how far
//! all of it may lie from the typical case. Looks for no route.
//!
//! The band is propagated, not drawn at random: low is a person whose pay stays at p25 of people
//! like them, for whom everything takes long; high one at p75, for whom everything goes quickly. Half
//! of people lie between p25 and p75, so the band is where a middle case lies, not a certainty.

use super::derive::{Derived, Kind, Standing, Support, certainty, each, hours_of};
use super::frontier::Found;
use super::network::{Curve, Living, Value};
use super::pay::{Curves, field_pay, thresholds};
use super::question::{Origin, Question};
use super::wages::{Wage, along, outside_wages};
use crate::dataset::{Assumption, premises, skills};
use crate::estimate::Percentile;
use crate::finder::Place;
use crate::money::Money;
use crate::profile::{Education, Level};

/// How well things go: slowly at p25, typically at p50, quickly at p75.
const CASES: [Percentile; 3] = [Percentile::P25, Percentile::P50, Percentile::P75];
const TYPICAL: usize = 1;

/// A step of a route.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is.
    pub kind: Kind,
    /// Where it starts.
    pub from: Standing,
    /// Where it leads.
    pub to: Standing,
    /// Months since the start of the route at which it begins.
    pub start: u32,
    /// Months that it takes: quickly, typically, slowly.
    pub months: [u32; 3],
    /// Numbers of the skills to learn, those that are usually learnt first in front.
    pub learn: Vec<usize>,
    /// Hours of learning.
    pub hours: u32,
    /// Dollars that it costs.
    pub cost: i64,
    /// How sure it is, 0 to 1.
    pub certainty: f32,
    /// Months of experience that count afterwards.
    pub experience: u32,
    /// Level that this is, in a role.
    pub level: Option<Level>,
    /// Pay a year afterwards: p25, p50, p75.
    pub pay: [Money; 3],
    /// Whether the job goes on meanwhile.
    pub works: bool,
}

/// A route with everything that there is to say about it.
#[derive(Clone, Debug)]
pub struct Route {
    /// What it is worth.
    pub value: Value,
    /// Its steps.
    pub steps: Vec<Step>,
    /// Months until the goal: quickly, typically, slowly.
    pub months: [u32; 3],
    /// Dollars over the horizon less costs: low, typical, high.
    pub net: [i64; 3],
    /// How sure the whole of it is, 0 to 1.
    pub certainty: f32,
    /// Dollars earned less costs after each whole year from 0: low, typical, high.
    pub years: Vec<[i64; 3]>,
    /// Wages before tax: of 0 low, of 1 typical, of 2 high.
    pub wages: Vec<Wage>,
    /// Months after which it has brought more than staying put, for good; `None`: not within the
    /// horizon.
    pub break_even: Option<u32>,
    /// Pay a year at the end of the horizon: p25, p50, p75.
    pub last: [Money; 3],
}

/// Staying where one is.
#[derive(Clone, Debug)]
pub struct Stay {
    /// Where.
    pub standing: Standing,
    /// Dollars over the horizon: low, typical, high.
    pub net: [i64; 3],
    /// Dollars after each whole year from 0: low, typical, high.
    pub years: Vec<[i64; 3]>,
    /// Wages before tax: of 0 low, of 1 typical, of 2 high.
    pub wages: Vec<Wage>,
    /// Pay a year now: p25, p50, p75.
    pub now: [Money; 3],
}

/// A stretch of time in one position.
pub(super) struct Stretch {
    pub(super) curve: Curve,
    pub(super) place: Place,
    pub(super) experience: u32,
    pub(super) months: u32,
    pub(super) living: Living,
    pub(super) cost: i64,
}

impl Stretch {
    /// Dollars earned in so many of its months.
    pub(super) fn earned(&self, from: u32, months: u32) -> i64 {
        match self.living {
            Living::Working => self.curve.pay(self.experience + from, months),
            Living::Fixed(pay) => pay * i64::from(months),
        }
    }
}

/// Dollars that students are taken to earn in so many months when they stay outside the field.
pub(super) fn outside(question: &Question, months: u32) -> i64 {
    i64::from(question.premise(Assumption::FieldPay)) * i64::from(months) / 12
}

/// Follows the routes of one question.
pub struct Follower<'a> {
    curves: &'a Curves,
    question: &'a Question,
    derived: &'a Derived,
    stay: Stay,
}

impl<'a> Follower<'a> {
    /// A follower of the routes of one question.
    pub fn new(curves: &'a Curves, question: &'a Question, derived: &'a Derived) -> Self {
        let standing = derived.standings[0];
        let net = [0; 3];
        let stay = Stay {
            standing,
            net,
            years: Vec::new(),
            wages: Vec::new(),
            now: [Money::dollars(0); 3],
        };
        let mut follower = Self { curves, question, derived, stay };
        follower.stay = follower.staying();
        follower
    }

    /// Staying where one is; students are taken to live outside the field.
    pub fn stay(&self) -> &Stay {
        &self.stay
    }

    fn staying(&self) -> Stay {
        let (standing, network) = (self.stay.standing, &self.derived.network);
        let (experience, months) = (network.start.experience, network.horizon);
        if self.question.origin == Origin::Student {
            let after = |months: u32| [outside(self.question, months); 3];
            let years: Vec<[i64; 3]> = (0..=months / 12).map(|year| after(year * 12)).collect();
            let now = after(12).map(|pay| Money::dollars(pay as i32));
            let mut wages = Vec::new();
            (0..3).for_each(|case| outside_wages(&mut wages, case, self.question));
            return Stay { standing, net: after(months), years, wages, now };
        }
        let living = Living::Working;
        let cases = std::array::from_fn(|case| {
            let curve = self.curve(standing, case);
            vec![Stretch { curve, place: standing.place, experience, months, living, cost: 0 }]
        });
        let years = self.years(&cases);
        let net = *years.last().unwrap_or(&[0; 3]);
        let (wages, now) = (self.wages(&cases), self.pay(standing, experience));
        Stay { standing, net, years, wages, now }
    }

    /// A route in full.
    pub fn follow(&self, found: &Found) -> Route {
        let mut steps = Vec::new();
        let mut cases: [Vec<Stretch>; 3] = Default::default();
        let mut experience = [self.derived.network.start.experience; 3];
        for (at, (state, number)) in found.moves.iter().enumerate() {
            let next = found.moves.get(at + 1).map_or(&found.end, |(next, _)| next);
            let step = self.step(found, at, next.experience);
            let made = &self.derived.network.positions[state.position].moves[*number];
            for (case, stretches) in cases.iter_mut().enumerate() {
                // Slowly at low pay, quickly at high pay.
                let months = step.months[2 - case];
                stretches.push(Stretch {
                    curve: self.curve(step.from, case),
                    place: step.from.place,
                    experience: experience[case],
                    months,
                    living: made.living,
                    cost: made.cost,
                });
                let worked = if step.works { months } else { 0 };
                let gained = (experience[case] + worked) * made.keeps / 100;
                experience[case] = gained.max(made.until.unwrap_or(0));
            }
            experience[TYPICAL] = next.experience;
            steps.push(step);
        }
        let end = self.derived.standings[found.end.position];
        let horizon = self.derived.network.horizon;
        for (case, (stretches, experience)) in cases.iter_mut().zip(experience).enumerate() {
            let gone: u32 = stretches.iter().map(|stretch| stretch.months).sum();
            let months = horizon.saturating_sub(gone);
            let living = Living::Working;
            let curve = self.curve(end, case);
            let place = end.place;
            stretches.push(Stretch { curve, place, experience, months, living, cost: 0 });
        }
        let years = self.years(&cases);
        let months = std::array::from_fn(|case| steps.iter().map(|step| step.months[case]).sum());
        let last = found.end.experience + horizon - found.end.time;
        Route {
            value: found.value,
            months,
            net: *years.last().unwrap_or(&[0; 3]),
            certainty: certainty(found.value.doubt),
            break_even: self.break_even(&cases[TYPICAL]),
            last: self.pay(end, last),
            wages: self.wages(&cases),
            years,
            steps,
        }
    }

    fn step(&self, found: &Found, at: usize, experience: u32) -> Step {
        let (state, number) = &found.moves[at];
        let derived = self.derived;
        let made = &derived.network.positions[state.position].moves[*number];
        let kind = derived.kinds[state.position][*number];
        let (from, to) = (derived.standings[state.position], derived.standings[made.to]);
        let next = found.moves.get(at + 1).map_or(found.end.time, |(next, _)| next.time);
        let lacking = derived.lacking(self.question, &from, &kind);
        let mut learn: Vec<usize> = Vec::new();
        for skill in each(lacking) {
            let level = skills()[skill].level;
            learn.insert(learn.partition_point(|&known| skills()[known].level <= level), skill);
        }
        let typical = next - state.time;
        Step {
            kind,
            from,
            to,
            start: state.time,
            months: self.months(&kind, lacking, typical),
            learn,
            hours: made.hours,
            cost: made.cost,
            certainty: certainty(made.doubt),
            experience,
            level: to.role.map(|role| self.level(role, experience)),
            pay: self.pay(to, experience),
            works: made.living == Living::Working,
        }
    }

    /// The level that months of experience are in a role.
    fn level(&self, role: crate::dataset::RoleId, experience: u32) -> Level {
        let pace = self.question.premise(Assumption::Pace);
        let months = thresholds(self.curves.dataset(), role, pace);
        let reached = months.iter().filter(|&&months| experience >= months).count();
        Level::ALL[reached.saturating_sub(1)]
    }

    /// Months of a move when it goes quickly, typically and slowly.
    fn months(&self, kind: &Kind, lacking: u128, typical: u32) -> [u32; 3] {
        let scaled = |which: Assumption, months: u32| {
            let premise = &premises()[which as usize];
            let part =
                |end: u32| u64::from(months) * u64::from(end) / u64::from(premise.value.max(1));
            [part(premise.low) as u32, months, part(premise.high) as u32]
        };
        let search = scaled(Assumption::Search, self.question.premise(Assumption::Search));
        let [low, _, high] = match kind {
            Kind::Promotion(_) => scaled(Assumption::Pace, typical),
            Kind::City(_) => scaled(Assumption::Search, typical),
            Kind::Study { degree, beside } => {
                let which = match degree {
                    Education::Doctorate => Assumption::DoctorateTime,
                    Education::Masters => Assumption::MastersTime,
                    Education::None | Education::Bachelors => Assumption::BachelorsTime,
                };
                let which = if *beside { Assumption::BesideWork } else { which };
                scaled(which, typical)
            }
            Kind::Change { support, .. } => {
                let extra = match support {
                    Support::None => [0; 3],
                    Support::Projects => self.hours(Assumption::Projects),
                    Support::Certificate => self.hours(Assumption::CertificateHours),
                };
                std::array::from_fn(|pace| {
                    let hours = hours_of(self.question, lacking, pace) + extra[pace];
                    self.derived.network.months_of(hours).unwrap_or(0) + search[pace]
                })
            }
        };
        [low.min(typical), typical, high.max(typical)]
    }

    /// Hours of a premise: few, typical, many.
    fn hours(&self, which: Assumption) -> [u32; 3] {
        let (premise, set) = (&premises()[which as usize], self.question.premise(which));
        [premise.low, premise.value, premise.high].map(|end| set * end / premise.value.max(1))
    }

    /// Pay a year at p25, p50 and p75 after months of experience.
    fn pay(&self, standing: Standing, experience: u32) -> [Money; 3] {
        std::array::from_fn(|case| {
            Money::dollars((self.curve(standing, case).month(experience) * 12) as i32)
        })
    }

    fn curve(&self, standing: Standing, case: usize) -> Curve {
        self.curves.of(&standing, field_pay(self.question), CASES[case])
    }

    /// Dollars earned less costs after each whole year, in each case.
    fn years(&self, cases: &[Vec<Stretch>; 3]) -> Vec<[i64; 3]> {
        let years = self.derived.network.horizon / 12;
        let each = |year: u32| std::array::from_fn(|case| earned(&cases[case], year * 12));
        (0..=years).map(each).collect()
    }

    /// Wages of each year, case by case.
    fn wages(&self, cases: &[Vec<Stretch>; 3]) -> Vec<Wage> {
        let years = self.derived.network.horizon / 12;
        let mut all = Vec::new();
        for (case, stretches) in cases.iter().enumerate() {
            along(&mut all, case, stretches, years);
        }
        all
    }

    /// The month after which the typical case stays ahead of staying put.
    fn break_even(&self, stretches: &[Stretch]) -> Option<u32> {
        let horizon = self.derived.network.horizon;
        let mut ahead = None;
        for month in (1..=horizon).rev() {
            let stays = match self.question.origin {
                Origin::Student => outside(self.question, month),
                Origin::Role(_) | Origin::Other(_) => {
                    let start = self.derived.network.start.experience;
                    self.curve(self.stay.standing, TYPICAL).pay(start, month)
                }
            };
            if earned(stretches, month) < stays {
                break;
            }
            ahead = Some(month);
        }
        ahead
    }
}

/// Dollars earned less costs in the first months.
fn earned(stretches: &[Stretch], until: u32) -> i64 {
    let mut left = until;
    let mut sum = 0;
    for stretch in stretches {
        let months = stretch.months.min(left);
        sum += stretch.earned(0, months);
        // Costs are spread over the time that they buy.
        sum -= match stretch.months {
            0 => stretch.cost,
            all => stretch.cost * i64::from(months) / i64::from(all),
        };
        left -= months;
    }
    sum
}
