//! The reasoning as data: what each step did, on which source, and the middle it led to.

use super::People;
use crate::dataset::{Dataset, MetroId, OccupationId, RoleId, SourceId};
use crate::money::{Money, Range};
use crate::profile::{Education, Experience, Profile};

/// One part of a role's pay in a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The occupation.
    pub occupation: OccupationId,
    /// Its share of the role.
    pub weight: f32,
    /// Whether its pay is published in this metro.
    pub published: bool,
    /// Its published middle.
    pub printed: Option<Money>,
    /// Its middle as used: the published one smoothed, or one borrowed from other pay.
    pub middle: Money,
}

/// One step of the reasoning.
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
    /// That pay, drawn a little towards the places where the role's jobs are.
    Elsewhere {
        /// How far it is drawn, in percent of the way.
        drawn: u8,
        /// The role.
        role: RoleId,
        /// Middle pay after it, whatever the experience.
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
        /// The role, whose postings say where it stands.
        role: RoleId,
        /// As asked.
        experience: Experience,
        /// Share of people in these occupations who earn less, in percent; `None` for the country.
        rank: Option<u8>,
        /// Middle pay at that rank.
        middle: Money,
        /// Where levels and years are from.
        sources: [SourceId; 2],
    },
    /// What education adds or takes.
    Education {
        /// As asked.
        education: Education,
        /// Change of pay in percent, with the two ends of eight times in ten.
        change: [i8; 3],
        /// Middle pay after it.
        middle: Money,
        /// Where it is from.
        source: SourceId,
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
    /// The country's figures are posted pay, which is not the same as wages paid.
    Posted {
        /// How much higher posted pay is at the same rank, in percent.
        higher: u8,
        /// Where the postings are from.
        source: SourceId,
    },
}

impl Step {
    /// The sources that the step rests on.
    pub fn sources(&self) -> Vec<SourceId> {
        match self {
            Self::Local { source, .. }
            | Self::Elsewhere { source, .. }
            | Self::Education { source, .. }
            | Self::Spread { source, .. }
            | Self::Posted { source, .. } => vec![*source],
            Self::Country { sources, .. } | Self::Experience { sources, .. } => sources.to_vec(),
        }
    }
}

pub(super) fn experience(
    dataset: &Dataset,
    profile: &Profile,
    rank: Option<u8>,
    middle: Money,
) -> Step {
    let cited = &dataset.cited;
    Step::Experience {
        role: profile.role,
        experience: profile.experience,
        rank,
        middle,
        sources: [cited.postings, cited.survey],
    }
}

/// The step of an education, where one was given.
pub(super) fn education(dataset: &Dataset, profile: &Profile, middle: Money) -> Option<Step> {
    let education = profile.education?;
    let shift = dataset.model.education[education.index()];
    let eight_in_ten = super::EIGHT_IN_TEN * shift.error;
    let change = [shift.score - eight_in_ten, shift.score, shift.score + eight_in_ten];
    Some(Step::Education {
        education,
        change: change.map(|score| percent(dataset, score)),
        middle,
        source: dataset.cited.survey,
    })
}

pub(super) fn posted(dataset: &Dataset) -> Step {
    let higher = percent(dataset, dataset.model.posted).unsigned_abs();
    Step::Posted { higher, source: dataset.cited.postings }
}

/// What so much score adds to pay, in percent.
fn percent(dataset: &Dataset, score: f32) -> i8 {
    (((score * dataset.model.known.slope).exp() - 1.0) * 100.0).round() as i8
}

pub(super) fn spread(dataset: &Dataset, people: &People) -> Step {
    let [p10, p25, _, p75, p90] = people.percentiles();
    Step::Spread {
        likely: Range { low: p25, high: p75 },
        wide: Range { low: p10, high: p90 },
        source: dataset.cited.postings,
    }
}
