//! A question and the dataset to positions and moves: which steps there are, what each takes, and
//! where every position is. Finds no route.

use super::course::Course;
use super::network::{Living, Move, Network, Position, Start};
use super::pay::{Curves, field_pay, thresholds};
use super::question::{Origin, Question, Target};
use crate::dataset::{Assumption, Change, Dataset, RoleId, changes, entry, needs, skills, studies};
use crate::estimate::Percentile;
use crate::finder::Place;
use crate::profile::{Education, Level};

/// Most changes of role on a route: more are no plan.
pub const MOST_CHANGES: u8 = 2;
const MONTHS: u32 = 12;

/// What makes a change of role surer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// Nothing beside the skills.
    None,
    /// Own projects.
    Projects,
    /// A certificate.
    Certificate,
}

/// What a move is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To the next level of the role.
    Promotion(Level),
    /// To another role, or to a first job.
    Change {
        /// The new role.
        to: RoleId,
        /// What makes it surer.
        support: Support,
        /// The row of the data; `None` for a first job.
        change: Option<&'static Change>,
    },
    /// To the same job elsewhere.
    City(Place),
    /// To a degree.
    Study {
        /// The degree.
        degree: Education,
        /// Whether the job goes on beside it.
        beside: bool,
    },
}

/// Where a position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The role, or none outside the field.
    pub role: Option<RoleId>,
    /// Highest education.
    pub education: Education,
    /// The place.
    pub place: Place,
}

/// The network of a question, and what its numbers mean.
#[derive(Clone, Debug)]
pub struct Derived {
    /// What the search works on.
    pub network: Network,
    /// What each move is, by position and number.
    pub kinds: Vec<Vec<Kind>>,
    /// Where each position is.
    pub standings: Vec<Standing>,
}

/// The skills of a role that it cannot do without, as bits.
pub fn musts(role: RoleId) -> u128 {
    bits(needs(role).must)
}

fn bits(skills: &[u8]) -> u128 {
    skills.iter().fold(0, |bits, &at| bits | 1 << at)
}

/// The network of a question.
pub fn derive(curves: &Curves, question: &Question) -> Derived {
    let dataset = curves.dataset();
    let mut places = vec![question.place];
    places.extend(question.cities.iter().filter(|&&place| place != question.place));
    let pace = question.premise(Assumption::Pace);
    let role = match question.origin {
        Origin::Role(role) => Some(role),
        Origin::Student | Origin::Other(_) => None,
    };
    let mut builder = Builder {
        dataset,
        curves,
        levels: dataset.role_ids().map(|role| thresholds(dataset, role, pace)).collect(),
        musts: dataset.role_ids().map(musts).collect(),
        question,
        places,
        derived: Derived {
            network: Network {
                positions: Vec::new(),
                weekly: question.weekly.into(),
                horizon: u32::from(question.horizon) * MONTHS,
                budget: question.budget.map(|money| money.whole().into()),
                changes: MOST_CHANGES,
                ends: question.target != Target::BestPay,
                start: Start {
                    position: 0,
                    experience: if role.is_some() {
                        u32::from(question.years.get()) * MONTHS
                    } else {
                        0
                    },
                },
            },
            kinds: Vec::new(),
            standings: Vec::new(),
        },
    };
    builder.position(Standing { role, education: question.education, place: question.place });
    // Following moves adds positions, until none is new.
    let mut at = 0;
    while at < builder.derived.standings.len() {
        builder.lead_on(at);
        at += 1;
    }
    builder.derived
}

impl Derived {
    /// Skills that somebody in a position holds, as bits: those ticked, those that the role at the
    /// start and the one here cannot do without, and what degrees on the way taught.
    pub fn held(&self, question: &Question, standing: &Standing) -> u128 {
        let begun = self.standings[0];
        let roles = [begun.role, standing.role].into_iter().flatten();
        // A student's degrees are taken to be in computing, mathematics or data.
        let first = match question.origin {
            Origin::Student => 0,
            Origin::Role(_) | Origin::Other(_) => begun.education.index(),
        };
        let degrees = first..standing.education.index();
        let taught = degrees.map(|degree| bits(studies()[degree].teaches));
        roles.map(musts).chain(taught).fold(question.have, |all, more| all | more)
    }

    /// Skills that a move asks for and that are not held before it, as bits.
    pub fn lacking(&self, question: &Question, standing: &Standing, kind: &Kind) -> u128 {
        match kind {
            Kind::Change { to, .. } => musts(*to) & !self.held(question, standing),
            Kind::Promotion(_) | Kind::City(_) | Kind::Study { .. } => 0,
        }
    }
}

/// Hours to learn these skills: 0 quickly, 1 typically, 2 slowly.
pub fn hours_of(question: &Question, lacking: u128, pace: usize) -> u32 {
    let scale = question.premise(Assumption::Hours);
    each(lacking).map(|at| u32::from(skills()[at].hours[pace]) * scale / 100).sum()
}

/// The numbers of bits that are set.
pub(super) fn each(mut bits: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = bits.trailing_zeros() as usize;
        // Takes the lowest bit away, and nothing from nothing.
        bits &= bits.checked_sub(1)?;
        Some(at)
    })
}

struct Builder<'a> {
    dataset: &'static Dataset,
    curves: &'a Curves,
    /// Months to each level, by role.
    levels: Vec<[u32; 4]>,
    /// Skills that a role cannot do without, as bits, by role.
    musts: Vec<u128>,
    question: &'a Question,
    places: Vec<Place>,
    derived: Derived,
}

impl Builder<'_> {
    /// The number of a position, which is added if it is new.
    fn position(&mut self, standing: Standing) -> usize {
        let known = self.derived.standings.iter().position(|known| *known == standing);
        known.unwrap_or_else(|| {
            let outside = self.dataset.role_ids().count();
            let goal = match (self.question.target, standing.role) {
                (Target::BestPay, _) => Some(0),
                (Target::Role(wanted, level), Some(role)) if wanted == role => {
                    let months = &self.levels[role.index()];
                    Some(level.map_or(0, |level| months[level.index()]))
                }
                _ => None,
            };
            self.derived.network.positions.push(Position {
                role: standing.role.map_or(outside, RoleId::index),
                curve: self.curves.of(&standing, field_pay(self.question), Percentile::P50),
                goal,
                moves: Vec::new(),
            });
            self.derived.kinds.push(Vec::new());
            self.derived.standings.push(standing);
            self.derived.standings.len() - 1
        })
    }

    fn premise(&self, which: Assumption) -> u32 {
        self.question.premise(which)
    }

    fn add(&mut self, from: usize, to: Standing, kind: Kind, step: Move) {
        let to = self.position(to);
        self.derived.network.positions[from].moves.push(Move { to, ..step });
        self.derived.kinds[from].push(kind);
    }

    /// Every move from a position.
    fn lead_on(&mut self, from: usize) {
        let standing = self.derived.standings[from];
        let held = self.derived.held(self.question, &standing);
        if let Some(role) = standing.role {
            self.promotions(from, role);
            for change in changes(role) {
                self.change(from, held, change.to, Some(change));
            }
        } else {
            for role in self.dataset.role_ids().filter(|&role| entry(role).first) {
                self.change(from, held, role, None);
            }
        }
        self.cities(from);
        if self.question.degrees {
            for degree in Education::ALL {
                self.study(from, degree);
            }
        }
    }

    fn promotions(&mut self, from: usize, role: RoleId) {
        let months = self.levels[role.index()];
        let gates = changes(role).iter().filter_map(|change| entry(change.to).from);
        let highest = match self.question.target {
            Target::Role(wanted, level) if wanted == role => level.map(|level| level as u8),
            // The role aimed at may ask for a level reached before.
            Target::Role(wanted, _) => entry(wanted).from,
            Target::BestPay => gates.max(),
        };
        let highest = usize::from(highest.unwrap_or(0));
        // Nobody waits in a job for longer than a step needs.
        for level in [Level::Mid, Level::Senior, Level::Executive] {
            let at = level.index();
            if at > highest {
                break;
            }
            let step = Move {
                after: months[at - 1],
                until: Some(months[at]),
                doubt: doubt(self.premise(Assumption::SurePromotion)),
                ..Move::plain()
            };
            let standing = self.derived.standings[from];
            self.add(from, standing, Kind::Promotion(level), step);
        }
    }

    /// To a role from a position where these skills are held.
    fn change(&mut self, from: usize, held: u128, to: RoleId, change: Option<&'static Change>) {
        let standing = self.derived.standings[from];
        let into = entry(to);
        if standing.education.index() < usize::from(into.minimum) {
            return;
        }
        let after = match (standing.role, into.from) {
            (Some(role), Some(level)) => self.levels[role.index()][usize::from(level)],
            _ => 0,
        };
        let sure = match change {
            None => Assumption::SureFirst,
            Some(change) if change.usual.is_some() => Assumption::SureUsual,
            Some(_) => Assumption::SureRelated,
        };
        let holding = u32::from(into.holding[standing.education.index()]);
        let certainty = self.premise(sure) * holding / 100;
        let keeps =
            change.map_or(0, |change| change.shared() * self.premise(Assumption::Credit) / 100);
        let learning = hours_of(self.question, self.musts[to.index()] & !held, 1);
        let supports = self.supports();
        let supports = if change.is_some() { &supports[..2] } else { &supports[..] };
        for &(support, hours, cost, gain) in supports {
            let step = Move {
                after,
                hours: hours + learning,
                months: self.premise(Assumption::Search),
                cost,
                doubt: doubt(certainty + (100 - certainty) * gain / 100),
                keeps,
                ..Move::plain()
            };
            let standing = Standing { role: Some(to), ..standing };
            self.add(from, standing, Kind::Change { to, support, change }, step);
        }
    }

    /// What may make a change surer: hours, dollars, and percent of the doubt that it takes away.
    fn supports(&self) -> [(Support, u32, i64, u32); 3] {
        let of = |which| self.premise(which);
        let certificate = i64::from(of(Assumption::CertificateCost));
        [
            (Support::None, 0, 0, 0),
            (Support::Projects, of(Assumption::Projects), 0, of(Assumption::ProjectsGain)),
            (
                Support::Certificate,
                of(Assumption::CertificateHours),
                certificate,
                of(Assumption::CertificateGain),
            ),
        ]
    }

    fn cities(&mut self, from: usize) {
        let standing = self.derived.standings[from];
        if standing.place != self.places[0] {
            return;
        }
        for at in 1..self.places.len() {
            let place = self.places[at];
            let working = standing.role.is_some();
            let step = Move {
                months: if working { self.premise(Assumption::Search) } else { 1 },
                cost: self.premise(Assumption::CityMove).into(),
                doubt: if working { doubt(self.premise(Assumption::SureCity)) } else { 0 },
                ..Move::plain()
            };
            self.add(from, Standing { place, ..standing }, Kind::City(place), step);
        }
    }

    fn study(&mut self, from: usize, degree: Education) {
        let standing = self.derived.standings[from];
        let Some(course) = Course::to(self.question, standing.education, degree) else { return };
        let study = &studies()[degree.index() - 1];
        let step = Move {
            hours: study.hours,
            cost: course.cost,
            doubt: doubt(course.finish),
            course: true,
            ..Move::plain()
        };
        let to = Standing { education: degree, ..standing };
        let working = standing.role.is_some();
        // A doctorate is a full-time job of its own.
        let earning = working || matches!(self.question.origin, Origin::Other(_));
        let beside = course.beside(self.question, degree);
        if let Some(months) = beside.filter(|_| earning && degree != Education::Doctorate) {
            let kind = Kind::Study { degree, beside: true };
            self.add(from, to, kind, Move { months, ..step });
        }
        if !self.question.keeps_job || !earning {
            let back = if working { self.premise(Assumption::Search) } else { 0 };
            let months = course.months + back;
            let kind = Kind::Study { degree, beside: false };
            self.add(from, to, kind, Move { months, living: Living::Fixed(course.pay), ..step });
        }
    }
}

/// Thousandths of −ln of a certainty in percent, which is at least one.
pub fn doubt(percent: u32) -> u32 {
    (-1000.0 * (percent.clamp(1, 100) as f32 / 100.0).ln()).round() as u32
}

/// The certainty of a doubt, 0 to 1.
pub fn certainty(doubt: u32) -> f32 {
    (-(doubt as f32) / 1000.0).exp()
}
