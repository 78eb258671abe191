//! The reasoning of an estimate as sentences.

use super::{about, experience, list, ordinal};
use crate::dataset::Dataset;
use crate::estimate::{Estimate, Evidence, Part, Step};

/// `published`, `modelled`, `national`: as the native tool and links write it.
pub const fn evidence_name(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Published => "published",
        Evidence::Modelled => "modelled",
        Evidence::National => "national",
    }
}

/// How well an estimate is supported, in a sentence.
pub fn evidence(dataset: &Dataset, estimate: &Estimate) -> String {
    let period = dataset.period;
    match estimate.evidence {
        Evidence::Published => {
            format!("Official pay for this metro area is published for this work ({period}).")
        }
        Evidence::Modelled => {
            let borrowed = estimate.steps.iter().find_map(|step| match step {
                Step::Local { parts, .. } => Some(borrowed(dataset, parts)),
                _ => None,
            });
            format!(
                "Official pay is not published here for {}, so we borrow from other pay in this \
                 metro area and from the country ({period}). The ranges are wider for it.",
                borrowed.unwrap_or_default()
            )
        }
        Evidence::National => format!(
            "A mixture of the places where these jobs are, so it is wider than any one city ({period})."
        ),
    }
}

fn borrowed(dataset: &Dataset, parts: &[Part]) -> String {
    let missing: Vec<String> =
        parts.iter().filter(|part| !part.published).map(|part| occupation(dataset, part)).collect();
    list(&missing, "or")
}

fn occupation(dataset: &Dataset, part: &Part) -> String {
    dataset.occupation(part.occupation).title.to_ascii_lowercase()
}

/// A step's short name.
pub const fn step_name(step: &Step) -> &'static str {
    match step {
        Step::Local { .. } => "Pay in this place",
        Step::Country { .. } => "Where the jobs are",
        Step::Experience { .. } => "Your experience",
        Step::Spread { .. } => "People still differ",
    }
}

/// A step as sentences.
pub fn step(dataset: &Dataset, step: &Step) -> String {
    match step {
        Step::Local { metro, parts, middle, .. } => local(dataset, *metro, parts, &about(*middle)),
        Step::Country { role, .. } => format!(
            "A {} can work in many places. We mix the pay of all metro areas by how many of these \
             jobs each has.",
            dataset.role(*role).title
        ),
        Step::Experience { experience: asked, rank: Some(rank), middle, .. } => format!(
            "With {}, the middle person in this role earns more than about {rank} in 100 of the \
             people counted there, at every level of experience: the {} percentile. That is paid {}.",
            experience(*asked),
            ordinal(u32::from(*rank)),
            about(*middle)
        ),
        Step::Experience { experience: asked, rank: None, middle, .. } => {
            format!(
                "With {}, the middle of that mixture is {}.",
                experience(*asked),
                about(*middle)
            )
        }
        Step::Spread { likely, wide, .. } => format!(
            "People with the same answers are paid differently. Half of them earn between {} and \
             {}, and 8 in 10 between {} and {}.",
            about(likely.low),
            about(likely.high),
            about(wide.low),
            about(wide.high)
        ),
    }
}

fn local(
    dataset: &Dataset,
    metro: crate::dataset::MetroId,
    parts: &[Part],
    middle: &str,
) -> String {
    let title = dataset.metro(metro).title;
    if let [only] = parts {
        let occupation = occupation(dataset, only);
        return format!("Half of the {occupation} in {title} earn {middle} or more.");
    }
    let shares: Vec<String> = parts
        .iter()
        .map(|part| {
            format!("{}% {}", (part.weight * 100.0).round() as u32, occupation(dataset, part))
        })
        .collect();
    format!(
        "Official statistics do not count this role by itself. We blend {} in {title}: the middle \
         of that blend is {middle}.",
        list(&shares, "and")
    )
}
