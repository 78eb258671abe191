//! The comparison of roles in words.

use crate::dataset::{Dataset, Role};
use crate::profile::Experience;

/// Title in the browser's tab.
pub const TITLE: &str = "Compare roles in machine learning and data - Paypath";
/// Description for search engines.
pub const DESCRIPTION: &str = "Two to four roles side by side: pay by experience, outlook, the skills they ask for \
     and what they have in common.";
/// Heading.
pub const HEADING: &str = "Compare roles";
/// Below it.
pub const LEAD: &str =
    "Two to four roles side by side. Pay is for the whole country, as employers post it.";
/// Name of the fields.
pub const FIELDS: &str = "Roles to compare";
/// Labels of the fields.
pub const LABELS: [&str; 4] = ["First role", "Second role", "Third role", "Fourth role"];
/// No role chosen.
pub const NONE: &str = "None";
/// Caption of the table.
pub const CAPTION: &str = "Roles side by side";
/// Head of the first column.
pub const WHAT: &str = "What";
/// The blend.
pub const BLEND: &str = "Counted in official statistics as";
/// The outlook.
pub const GROWTH: &str = "Jobs, 2024 to 2034";
/// How its figures are supported.
pub const SUPPORT: &str = "How well we know its pay";
/// Skills.
pub const MUST: &str = "Must-have skills";
/// Skills.
pub const HELPFUL: &str = "Helpful skills";
/// Skills in common.
pub const SHARED: &str = "Shared with the first role";
/// In place of what is not known.
pub const UNKNOWN: &str = "–";

/// `Pay with 5 years of experience`
pub fn pay(experience: Experience) -> String {
    format!("Pay with {}", super::experience(experience))
}

/// `45% Data Scientists, 40% Software Developers`
pub fn blend(dataset: &Dataset, role: &Role) -> String {
    let part = |share: &crate::dataset::Share| {
        let percent = (share.weight * 100.0).round() as u32;
        format!("{percent}% {}", dataset.occupation(share.occupation).title)
    };
    role.shares.iter().map(part).collect::<Vec<_>>().join(", ")
}

/// `+15% to +34%, by occupation`
pub fn growth(low: i16, high: i16) -> String {
    if low == high { format!("{low:+}%") } else { format!("{low:+}% to {high:+}%, by occupation") }
}

/// `6 of 18 skills`
pub fn shared(both: usize, all: usize) -> String {
    format!("{both} of {all} skills")
}
