//! Roles have names of their own and are made of known occupations whose weights add to 1.

use super::super::{Fault, Tables};
use super::{known_occupation, known_source};
use std::collections::BTreeMap;

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    const FILE: &str = "roles.json";
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    let mut titles: BTreeMap<&str, &str> = BTreeMap::new();
    for role in &tables.roles {
        for name in role.aliases.iter().chain([&role.id, &role.title]) {
            let other = names.insert(name.to_lowercase(), &role.id);
            if other.is_some_and(|other| other != role.id) {
                let message =
                    format!("“{name}” names both {} and {}", other.unwrap_or(""), role.id);
                faults.push(Fault::file(FILE, message));
            }
        }
        let sum: f64 = role.occupations.iter().map(|share| share.weight).sum();
        if (sum - 1.0).abs() > 1e-9 {
            faults.push(Fault::file(FILE, format!("the weights of {} add to {sum}", role.id)));
        }
        for share in &role.occupations {
            known_occupation(tables, FILE, &share.code, faults);
            known_source(tables, FILE, &share.source, faults);
            if share.reason.trim().is_empty() || share.weight <= 0.0 {
                let message = format!("{} of {} needs a weight and a reason", share.code, role.id);
                faults.push(Fault::file(FILE, message));
            }
        }
        for title in &role.postings {
            if let Some(other) = titles.insert(title, &role.id) {
                let message = format!("postings named “{title}” are of {other} and of {}", role.id);
                faults.push(Fault::file(FILE, message));
            }
        }
        if role.family.is_empty() || role.title.is_empty() || role.pool.is_empty() {
            let message = format!("{} needs a title, a family and a pool", role.id);
            faults.push(Fault::file(FILE, message));
        }
    }
}
