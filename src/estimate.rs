//! The one door: a question in, an answer out, with its evidence and its reasons.
//!
//! A person's experience is a rank within the pay of the same occupations in the same metro, so the
//! official percentiles of that metro say what the rank is paid. Formulas and their tests stand in
//! ARCHITECTURE.md under "How a number is made". Nothing here reads a clock, a file or a screen.

mod curve;
mod experience;
mod normal;
mod place;

pub use curve::People;
pub use normal::{score_of, share_below};

use crate::dataset::{Dataset, MetroId, OccupationId, RoleId, SourceId};
use crate::finder::Place;
use crate::money::{Money, Range};
use crate::profile::{Experience, Profile};

/// How an estimate is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// Official percentiles of this metro for every occupation of the role.
    Published,
    /// Some or all of the role's occupations are borrowed from the metro's other pay.
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
    /// Why this number, in order.
    pub steps: Vec<Step>,
}

/// One part of a role's pay in a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The occupation.
    pub occupation: OccupationId,
    /// Its share of the role.
    pub weight: f32,
    /// Whether its pay is published in this metro.
    pub published: bool,
}

/// One step of the reasoning: what was done, on which source, and the middle it led to.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The middle pay of the role's occupations in the metro.
    Local {
        /// The metro.
        metro: MetroId,
        /// The occupations, in the role's order.
        parts: Vec<Part>,
        /// Middle pay of the blend, whatever the experience.
        middle: Money,
        /// Where the percentiles are from.
        source: SourceId,
    },
    /// The role in the whole country.
    Country {
        /// The role.
        role: RoleId,
        /// Where the mixture is from.
        sources: [SourceId; 2],
    },
    /// The rank that experience brings.
    Experience {
        /// As asked.
        experience: Experience,
        /// Share of people in these occupations who earn less, in percent; `None` for the country.
        rank: Option<u8>,
        /// Middle pay at that rank.
        middle: Money,
        /// Where levels and years are from.
        sources: [SourceId; 2],
    },
    /// People with the same answers still differ.
    Spread {
        /// Half of them.
        likely: Range,
        /// Eight in ten of them.
        wide: Range,
        /// Where the spread is from.
        source: SourceId,
    },
}

impl Step {
    /// The sources that the step rests on.
    pub fn sources(&self) -> Vec<SourceId> {
        match self {
            Self::Local { source, .. } | Self::Spread { source, .. } => vec![*source],
            Self::Country { sources, .. } | Self::Experience { sources, .. } => sources.to_vec(),
        }
    }
}

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
}

/// Answers a question.
pub fn estimate(dataset: &Dataset, profile: &Profile) -> Estimate {
    match profile.place {
        Place::Country => country(dataset, profile),
        Place::City(city) => metro(dataset, profile, dataset.city(city).metro),
    }
}

fn metro(dataset: &Dataset, profile: &Profile, metro: MetroId) -> Estimate {
    let role = dataset.role(profile.role);
    let at = experience::position(&dataset.model, &role.fit, profile.experience);
    let local = place::local(dataset, role, metro);
    let people = local.people(&dataset.model, at.score, at.spread);
    let [_, _, middle, ..] = people.percentiles();
    let steps = vec![
        Step::Local {
            metro,
            middle: local.middle(),
            parts: local.parts,
            source: dataset.cited.metro_wages,
        },
        Step::Experience {
            experience: profile.experience,
            rank: Some((share_below(at.score) * 100.0).round() as u8),
            middle,
            sources: [dataset.cited.postings, dataset.cited.survey],
        },
        spread(dataset, &people),
    ];
    let evidence = if local.borrowed > 0.0 { Evidence::Modelled } else { Evidence::Published };
    Estimate { people, evidence, steps }
}

fn country(dataset: &Dataset, profile: &Profile) -> Estimate {
    let role = dataset.role(profile.role);
    let people = experience::country(&dataset.model, &role.fit, profile.experience);
    let [_, _, middle, ..] = people.percentiles();
    let steps = vec![
        Step::Country {
            role: profile.role,
            sources: [dataset.cited.metro_wages, dataset.cited.postings],
        },
        Step::Experience {
            experience: profile.experience,
            rank: None,
            middle,
            sources: [dataset.cited.postings, dataset.cited.survey],
        },
        spread(dataset, &people),
    ];
    Estimate { people, evidence: Evidence::National, steps }
}

fn spread(dataset: &Dataset, people: &People) -> Step {
    let [p10, p25, _, p75, p90] = people.percentiles();
    Step::Spread {
        likely: Range { low: p25, high: p75 },
        wide: Range { low: p10, high: p90 },
        source: dataset.cited.postings,
    }
}
