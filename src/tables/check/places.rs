//! Metros lie in the USA, and every name of a place leads to one of them.

use super::super::{Fault, NameKind, Tables};
use super::{known_metro, known_source};
use std::collections::BTreeSet;

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    for (index, metro) in tables.metros.iter().enumerate() {
        let row = index + 2;
        // The United States with Puerto Rico, Alaska and Hawaii.
        if !(17.0..72.0).contains(&metro.lat) {
            faults.push(Fault::cell("metros.csv", row, "lat", "lies outside the United States"));
        }
        if !(-180.0..-60.0).contains(&metro.lng) {
            faults.push(Fault::cell("metros.csv", row, "lng", "lies outside the United States"));
        }
        match metro.rpp {
            Some(rpp) if !(50.0..200.0).contains(&rpp) => {
                faults.push(Fault::cell("metros.csv", row, "rpp", "is outside 50 to 200"));
            }
            None if metro.state != "PR" => {
                faults.push(Fault::cell("metros.csv", row, "rpp", "is missing"));
            }
            _ => {}
        }
        if !tables.states.iter().any(|state| state.code == metro.state) {
            faults.push(Fault::cell("metros.csv", row, "state", "is not in states.csv"));
        }
    }
    let principals = tables.place_names.iter().filter(|row| row.kind == NameKind::Principal);
    let mut known = BTreeSet::new();
    for name in principals.filter(|name| !known.insert(name.cbsa)) {
        let problem = format!("the metro {} has two principal cities", name.cbsa);
        faults.push(Fault::file("place_names.csv", problem));
    }
    for city in &tables.cities {
        known_metro(tables, "cities.csv", city.cbsa, faults);
    }
    for name in &tables.place_names {
        known_metro(tables, "place_names.csv", name.cbsa, faults);
        if name.kind != NameKind::Nickname && !name.name.contains(", ") {
            let message = format!("“{}” needs its state, as in “Nashville, TN”", name.name);
            faults.push(Fault::file("place_names.csv", message));
        }
    }
    known_source(tables, "listed_cities.json", &tables.listed.source, faults);
    for city in &tables.listed.cities {
        known_metro(tables, "listed_cities.json", city.cbsa, faults);
    }
}
