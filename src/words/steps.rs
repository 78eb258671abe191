//! The reasoning of an estimate as sentences.

use super::{about, grouped, list, ordinal};
use crate::dataset::{Dataset, MetroId, OccupationId, RoleId};
use crate::estimate::{Estimate, Evidence, Part, Step, level_years};
use crate::money::{Money, Range};
use crate::profile::{Education, Experience};

/// `published`, `modelled`, `national`: as the native tool and links write it.
pub const fn evidence_name(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Published => "published",
        Evidence::Modelled => "modelled",
        Evidence::National => "national",
    }
}

/// How well an estimate is supported, in sentences.
pub fn evidence(dataset: &Dataset, estimate: &Estimate) -> String {
    let period = dataset.period;
    let missing = estimate.steps.iter().find_map(|step| match step {
        Step::Local { parts, .. } => Some(missing(dataset, parts)),
        _ => None,
    });
    let missing = missing.unwrap_or_default();
    match estimate.evidence {
        Evidence::Published if missing.is_empty() => {
            format!("Official pay for this metro area is published for this work ({period}).")
        }
        Evidence::Published => format!(
            "Official pay for this metro area is published for most of this work ({period}), but \
             not for {missing}. For those we borrow from other pay here and elsewhere."
        ),
        Evidence::Modelled => format!(
            "Official pay is not published here for {missing}, so we borrow from other pay in this \
             metro area and from the country ({period}). The middle is less certain for it."
        ),
        Evidence::National => {
            "Pay that employers post, mixed over the places where these jobs are, \
                               so it is wider than any one city."
                .to_owned()
        }
    }
}

/// How well the middle itself is known, in a sentence.
pub fn known(estimate: &Estimate) -> String {
    let Range { low, high } = estimate.middle_range();
    format!(
        "The middle itself is not known exactly: we are 80% sure that it lies between {} and {}.",
        about(low),
        about(high)
    )
}

/// How much of a role's level of pay is its own, in a sentence.
pub fn support(dataset: &Dataset, role: RoleId) -> String {
    let role = dataset.role(role);
    let own = (role.fit.own * 100.0).round() as u32;
    match role.fit.rows {
        0 if role.shares.len() == 1 => "No job posting in our data has this title, so it stands \
                                        where official statistics count it."
            .to_owned(),
        0 => "No job posting in our data has this title, so its place is taken from similar jobs."
            .to_owned(),
        rows if own >= 95 => {
            format!("This rests on {} job postings of this role.", grouped(rows))
        }
        rows => {
            let rests = if own < 80 { "only" } else { "mostly" };
            format!(
                "This rests {rests} on {} job postings of this role: {} parts in 100 of its place \
                 are borrowed from similar jobs.",
                grouped(rows),
                100 - own
            )
        }
    }
}

fn missing(dataset: &Dataset, parts: &[Part]) -> String {
    let missing: Vec<String> = parts
        .iter()
        .filter(|part| !part.published)
        .map(|part| occupation(dataset, part.occupation))
        .collect();
    list(&missing, "or")
}

fn occupation(dataset: &Dataset, id: OccupationId) -> String {
    dataset.occupation(id).title.to_ascii_lowercase()
}

/// A step's short name.
pub const fn step_name(step: &Step) -> &'static str {
    match step {
        Step::Local { .. } => "Pay in this place",
        Step::Elsewhere { .. } => "Pay in other places",
        Step::Country { .. } => "Where the jobs are",
        Step::Experience { .. } => "Your experience",
        Step::Education { .. } => "Your education",
        Step::Spread { .. } => "People still differ",
        Step::Posted { .. } => "Posted pay",
    }
}

/// A step as sentences.
pub fn step(dataset: &Dataset, step: &Step) -> String {
    match step {
        Step::Local { metro, parts, middle, .. } => local(dataset, *metro, parts, *middle),
        Step::Elsewhere { drawn, role, middle, .. } => format!(
            "Part of what sets a city apart is who works there. So we move {drawn}% of the way to \
             the places where most {} jobs are. The middle is then {}.",
            dataset.role(*role).title,
            about(*middle)
        ),
        Step::Country { role, .. } => country(dataset, *role),
        Step::Experience { role, experience, rank, middle, .. } => {
            self::rank(dataset, *role, *experience, *rank, *middle)
        }
        Step::Education { education, change, middle, .. } => {
            self::education(*education, *change, *middle)
        }
        Step::Spread { likely, wide, .. } => format!(
            "People with the same answers are paid differently. Half of them earn between {} and \
             {}, and 8 in 10 between {} and {}.",
            about(likely.low),
            about(likely.high),
            about(wide.low),
            about(wide.high)
        ),
        Step::Posted { higher, .. } => format!(
            "This figure is for pay that employers post. Figures for a city are for wages paid, as \
             surveyed. At the same rank posted pay is about {higher}% higher, so most cities lie \
             below this figure."
        ),
    }
}

fn local(dataset: &Dataset, metro: MetroId, parts: &[Part], middle: Money) -> String {
    let title = dataset.metro(metro).title;
    let middle = about(middle);
    if let [only] = parts {
        let occupation = occupation(dataset, only.occupation);
        return match only.printed {
            Some(printed) => format!(
                "Half of the {occupation} in {title} earn {} or more. A survey can be off by \
                 luck, so we compare it with the other jobs there and use {middle}.",
                about(printed)
            ),
            None => format!(
                "Pay of {occupation} in {title} is not published. The other jobs there, and these \
                 jobs elsewhere, point to {middle}."
            ),
        };
    }
    let shares: Vec<String> = parts.iter().map(|part| share(dataset, part)).collect();
    format!(
        "Official statistics do not count this role by itself. In {title} we blend {}. A survey \
         can be off by luck, so we compare each figure with the other jobs there. The middle of \
         the blend is {middle}.",
        list(&shares, "and")
    )
}

/// `45% data scientists ($185,000 published, we use $183,000)`
fn share(dataset: &Dataset, part: &Part) -> String {
    let percent = (part.weight * 100.0).round() as u32;
    let occupation = occupation(dataset, part.occupation);
    let used = about(part.middle);
    match part.printed.map(about) {
        Some(printed) if printed == used => format!("{percent}% {occupation} ({used})"),
        Some(printed) => format!("{percent}% {occupation} ({printed} published, we use {used})"),
        None => format!("{percent}% {occupation} (not published, we use {used})"),
    }
}

fn country(dataset: &Dataset, role: RoleId) -> String {
    let role = dataset.role(role);
    let place = |(metro, part): &(MetroId, f32)| {
        let city = dataset.city(dataset.metro(*metro).principal).name;
        format!("{city} ({}%)", (part * 100.0).round() as u32)
    };
    let places: Vec<String> = role.fit.places.iter().map(place).collect();
    format!(
        "{} jobs are in many places. We mix the pay of all metro areas by how many of these jobs \
         each has. The largest are the areas of {}.",
        role.title,
        list(&places, "and")
    )
}

fn rank(
    dataset: &Dataset,
    role: RoleId,
    experience: Experience,
    rank: Option<u8>,
    middle: Money,
) -> String {
    let asked = asked(dataset, role, experience);
    let support = support(dataset, role);
    let middle = about(middle);
    match rank {
        Some(rank) => format!(
            "With {asked}, the middle person in this role earns more than about {rank} in 100 of \
             the people counted there, at every level of experience: the {} percentile. That is \
             paid {middle}. {support}",
            ordinal(u32::from(rank))
        ),
        None => format!("With {asked}, the middle of that mixture is {middle}. {support}"),
    }
}

/// `5 years of experience`, `senior level (about 8 years)`
fn asked(dataset: &Dataset, role: RoleId, experience: Experience) -> String {
    let asked = super::experience(experience);
    let Experience::Level(level) = experience else { return asked };
    match level_years(dataset, role)[level.index()].round() as u32 {
        0 => format!("{asked} (no experience yet)"),
        1 => format!("{asked} (about 1 year)"),
        years if years > LONG => format!("{asked} (more than {LONG} years)"),
        years => format!("{asked} (about {years} years)"),
    }
}

/// Years beyond which pay hardly moves, so that a level above them is not told in years.
const LONG: u32 = 25;

fn education(education: Education, [low, change, high]: [i8; 3], middle: Money) -> String {
    let (name, middle) = (super::education(education), about(middle));
    if [low, change, high] == [0; 3] {
        return format!(
            "The figures so far are for {name}, which most people in this work have. The middle \
             stays {middle}."
        );
    }
    let about = match change {
        0.. => format!("about {change}% more"),
        _ => format!("about {}% less", change.unsigned_abs()),
    };
    format!(
        "With {name}, people with as much experience report {about} pay than with a bachelor’s \
         degree ({low:+}% to {high:+}% is plausible). Part of that may be where they work. The \
         middle is then {middle}."
    )
}
