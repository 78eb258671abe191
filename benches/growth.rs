//! How many metros and roles there are, and what they cost on the machine itself, as one line of JSON:
//! read by `cargo xtask growth`. Times in microseconds.

#![allow(missing_docs)]

use paypath::dataset::Dataset;
use paypath::estimate::estimate;
use paypath::finder::{Finder, Place};
use paypath::profile::{Experience, Profile, Years};
use std::hint::black_box;
use std::time::Instant;

/// What is typed: names, a name that several places have, and one that is misspelt.
const TYPED: [&str; 5] = ["Palo Alto, CA", "portland", "San Fransisco", "new", "b"];
/// How many matches are asked for, as the calculator does.
const OFFERS: usize = 8;
/// How often everything is asked.
const ROUNDS: u32 = 20;

fn main() {
    let start = Instant::now();
    let dataset = Dataset::embedded();
    let finder = Finder::new(dataset);
    let open = micros(start);

    let experience = Experience::Years(Years::new(5).expect("five years"));
    let places = || dataset.metros.iter().map(|metro| Place::City(metro.principal));
    let asked: Vec<Profile> = dataset
        .role_ids()
        .flat_map(|role| places().map(move |place| (role, place)))
        // Every seventh and its like: all of them would take seconds.
        .step_by(7 * (dataset.roles.len() / 20).max(1))
        .map(|(role, place)| Profile { role, place, experience, education: None })
        .collect();
    let ask = || asked.iter().for_each(|profile| drop(black_box(estimate(dataset, profile))));
    // What an estimate smooths it keeps.
    ask();
    let start = Instant::now();
    (0..ROUNDS).for_each(|_| ask());
    let estimate = micros(start) / (f64::from(ROUNDS) * asked.len() as f64);

    let start = Instant::now();
    for typed in TYPED.iter().cycle().take(TYPED.len() * ROUNDS as usize) {
        black_box(finder.places(black_box(typed), OFFERS));
    }
    let find = micros(start) / (f64::from(ROUNDS) * TYPED.len() as f64);

    println!(
        "{{\"metros\":{},\"cities\":{},\"roles\":{},\"blocks\":{},\"open\":{open},\"estimate\":{estimate},\"find\":{find}}}",
        dataset.metros.len(),
        dataset.cities.len(),
        dataset.roles.len(),
        dataset.wages.files().count(),
    );
}

fn micros(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e6
}
