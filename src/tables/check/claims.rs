//! Claims are about known roles, by known sources, with plausible figures and a reason.

use super::super::{ClaimKind, ClaimUnit, Fault, Tables};
use super::{known_source, unique};

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    const FILE: &str = "claims.json";
    unique(FILE, tables.claims.iter().map(|claim| claim.id.as_str()), faults);
    for claim in &tables.claims {
        let mut fault = |what: &str| faults.push(Fault::file(FILE, format!("{} {what}", claim.id)));
        let plausible = match claim.unit {
            ClaimUnit::Year => 15_000.0..=1_000_000.0,
            ClaimUnit::Hour => 7.25..=500.0,
        };
        let figures = [Some(claim.low), claim.high];
        if figures.into_iter().flatten().any(|figure| !plausible.contains(&figure)) {
            fault("has a figure that nobody is paid");
        }
        if claim.high.is_some() != (claim.kind == ClaimKind::Range) {
            fault("has an upper end, or is a range, but not both");
        }
        if claim.high.is_some_and(|high| high <= claim.low) {
            fault("has its ends the wrong way round");
        }
        if claim.about.trim().is_empty() || claim.differs.trim().is_empty() {
            fault("needs to say what it is about and why it differs");
        }
        if claim.roles.is_empty() {
            fault("is about no role");
        }
        for role in &claim.roles {
            if !tables.roles.iter().any(|row| row.id == *role) {
                fault(&format!("is about {role}, which is no role"));
            }
        }
        known_source(tables, FILE, &claim.source, faults);
    }
}
