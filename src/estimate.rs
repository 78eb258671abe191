//! The one door: a question in, an answer out, with its evidence and its reasons.
//!
//! A person's experience is a rank within the pay of the same occupations in the same metro, so the
//! official percentiles of that metro say what the rank is paid. Formulas and their tests stand in
//! ARCHITECTURE.md under "How a number is made". Nothing here reads a clock, a file or a screen.

mod against;
mod curve;
mod experience;
mod known;
mod normal;
mod place;
mod step;

pub use against::{Against, against};
#[cfg(feature = "native")]
pub(crate) use curve::Local;
pub use curve::People;
pub use normal::{score_of, share_below};
pub use step::{Part, Step};

use crate::dataset::{Dataset, MetroId, Model, Role, RoleFit, RoleId};
use crate::finder::Place;
use crate::money::{Money, Range};
use crate::profile::{Education, Experience, Profile, Years};

/// How an estimate is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// Official percentiles of this metro for at least half of the role.
    Published,
    /// Most of the role is borrowed from the metro's other pay and from other metros.
    Modelled,
    /// The whole country, as a mixture of the places where the jobs are.
    National,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// Base pay of people with the same answers.
    pub people: People,
    /// How it is supported.
    pub evidence: Evidence,
    /// Standard error of the middle, in log pay: how well the middle itself is known, whatever the
    /// range of people.
    pub known: f32,
    /// Job postings of this role that its level of pay was fitted on.
    pub rows: u32,
    /// Part of that level which is the role's own; the rest is borrowed from its family. 0 to 1.
    pub own: f32,
    /// Why this number, in order.
    pub steps: Vec<Step>,
}

/// Normal score that eight in ten lie within, on both sides.
const EIGHT_IN_TEN: f32 = 1.281_551_6;

impl Estimate {
    /// p10, p25, p50, p75 and p90.
    pub fn percentiles(&self) -> [Money; 5] {
        self.people.percentiles()
    }

    /// Half earn less, half more.
    pub fn median(&self) -> Money {
        self.percentiles()[2]
    }

    /// p25 to p75: half of the people.
    pub fn likely(&self) -> Range {
        let [_, low, _, high, _] = self.percentiles();
        Range { low, high }
    }

    /// p10 to p90: eight in ten people.
    pub fn wide(&self) -> Range {
        let [low, .., high] = self.percentiles();
        Range { low, high }
    }

    /// Where the middle itself lies, eight times in ten.
    pub fn middle_range(&self) -> Range {
        let factor = (EIGHT_IN_TEN * self.known).exp();
        let middle = self.median().whole() as f32;
        Range { low: curve::money(middle / factor), high: curve::money(middle * factor) }
    }
}

/// Answers a question.
pub fn estimate(dataset: &Dataset, profile: &Profile) -> Estimate {
    match profile.place {
        Place::Country => country(dataset, profile),
        Place::City(city) => metro(dataset, profile, dataset.city(city).metro),
    }
}

fn metro(dataset: &Dataset, profile: &Profile, metro: MetroId) -> Estimate {
    let (model, role) = (&dataset.model, dataset.role(profile.role));
    let pay = place::local(dataset, role, metro);
    let before = experience::score(model, &role.fit, profile.experience);
    let score = before + experience::shift(model, profile.education);
    let people = around(model, &role.fit, &pay, score);
    let place::Pay { local, missed, parts, blended } = pay;
    let known = known::metro(model, &role.fit, missed, profile.experience, profile.education);
    let published: f32 = parts.iter().filter(|part| part.published).map(|part| part.weight).sum();
    let evidence = if published >= 0.5 { Evidence::Published } else { Evidence::Modelled };
    let mut steps = Vec::with_capacity(6);
    let middle = |score| curve::money(local.at(score).exp());
    let cited = &dataset.cited;
    steps.push(Step::Local { metro, parts, middle: blended, source: cited.metro_wages });
    let drawn = ((1.0 - model.damp) * 100.0).round() as u8;
    let source = cited.metro_wages;
    steps.push(Step::Elsewhere { drawn, role: profile.role, middle: middle(0.0), source });
    let rank = Some((share_below(before) * 100.0).round() as u8);
    steps.push(step::experience(dataset, profile, rank, middle(before)));
    steps.extend(step::education(dataset, profile, middle(score)));
    steps.push(step::spread(dataset, &people));
    answer(role, people, evidence, known, steps)
}

fn country(dataset: &Dataset, profile: &Profile) -> Estimate {
    let (model, role) = (&dataset.model, dataset.role(profile.role));
    let before = experience::score(model, &role.fit, profile.experience);
    let score = before + experience::shift(model, profile.education);
    let people = experience::country(dataset, profile.role, score);
    let known = known::country(model, &role.fit, profile.education);
    let middle = |score| experience::country(dataset, profile.role, score).percentiles()[2];
    let mut steps = Vec::with_capacity(5);
    let cited = &dataset.cited;
    let sources = [cited.metro_wages, cited.postings];
    steps.push(Step::Country { role: profile.role, sources });
    steps.push(step::experience(dataset, profile, None, middle(before)));
    steps.extend(step::education(dataset, profile, middle(score)));
    steps.push(step::spread(dataset, &people));
    steps.push(step::posted(dataset));
    answer(role, people, Evidence::National, known, steps)
}

/// Pay with no, one, two … years of experience up to `last`, each as [`estimate`] has it; the
/// experience in `profile` does not count. The middle alone is a tenth of the work.
pub fn by_year(
    dataset: &Dataset,
    profile: &Profile,
    last: u8,
    percentile: Percentile,
) -> Vec<Money> {
    let role = dataset.role(profile.role);
    let (model, fit) = (&dataset.model, &role.fit);
    let local = match profile.place {
        Place::Country => None,
        Place::City(city) => Some(place::local(dataset, role, dataset.city(city).metro)),
    };
    let shift = experience::shift(model, profile.education);
    let pay = |years| {
        let score = experience::score(model, fit, Experience::Years(years)) + shift;
        match (&local, percentile) {
            (Some(pay), Percentile::P50) => curve::money(pay.local.at(score).exp()),
            (Some(pay), _) => around(model, fit, pay, score).percentiles()[percentile as usize],
            (None, _) => {
                let kept = percentile as usize + 1;
                curve::money(experience::country_at(dataset, profile.role, score, kept))
            }
        }
    };
    (0..=last).filter_map(Years::new).map(pay).collect()
}

/// What another education changes of the middle, as a part of it: where it lies in the lowest of ten
/// cases, in the middle, and in the highest of ten (normal errors of both educations).
pub fn education_effect(dataset: &Dataset, profile: &Profile, other: Education) -> [f32; 3] {
    let role = dataset.role(profile.role);
    let model = &dataset.model;
    let before = experience::score(model, &role.fit, profile.experience);
    let here = experience::shift(model, profile.education);
    let there = &model.education[other.index()];
    let own = profile.education.map_or(0.0, |own| model.education[own.index()].error);
    let error = EIGHT_IN_TEN * own.hypot(there.error);
    let local = match profile.place {
        Place::Country => None,
        Place::City(city) => Some(place::local(dataset, role, dataset.city(city).metro).local),
    };
    let middle = |score: f32| match &local {
        Some(local) => local.at(score).exp(),
        None => experience::country(dataset, profile.role, score).percentiles()[2].whole() as f32,
    };
    let now = middle(before + here);
    [-error, 0.0, error].map(|error| middle(before + there.score + error) / now - 1.0)
}

/// A percentile of people with the same answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percentile {
    /// One in ten earns less.
    P10,
    /// One in four earns less.
    P25,
    /// Half earn less.
    P50,
    /// Three in four earn less.
    P75,
    /// Nine in ten earn less.
    P90,
}

/// The people around a score in a place.
fn around(model: &Model, fit: &RoleFit, pay: &place::Pay, score: f32) -> People {
    let spread = model.spread * experience::spread(&fit.levels, score).min(1.0);
    People::new(pay.local.people(score, spread, pay.missed).map(f32::exp))
}

/// Years of work at which entry, mid, senior and executive level of a role stand: where asking by
/// years gives the same middle. Levels below no years and above the last are held there.
pub fn level_years(dataset: &Dataset, role: RoleId) -> [f32; 4] {
    experience::level_years(&dataset.model, &dataset.role(role).fit)
}

fn answer(
    role: &Role,
    people: People,
    evidence: Evidence,
    known: f32,
    steps: Vec<Step>,
) -> Estimate {
    Estimate { people, evidence, known, rows: role.fit.rows, own: role.fit.own, steps }
}
