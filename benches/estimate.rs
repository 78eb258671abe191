//! What an answer costs: `cargo bench --no-default-features --features native`.
//!
//! An estimate takes a microsecond at most, so that a page may draw on any number of them at once.

#![allow(missing_docs)]

use divan::Bencher;
use divan::counter::ItemsCount;
use paypath::dataset::Dataset;
use paypath::estimate::{Estimate, Evidence, estimate};
use paypath::finder::{Finder, Place};
use paypath::profile::{Answers, Experience, Profile, Years, parse};
use paypath::{tool, words};
use std::hint::black_box;
use std::io;

fn main() {
    divan::main();
}

/// A question with this evidence.
fn question(evidence: Evidence) -> (Profile, Estimate) {
    let dataset = Dataset::embedded();
    let role = dataset.role_by_id("machine-learning-engineer").unwrap();
    let experience = Experience::Years(Years::new(5).unwrap());
    let cities = dataset.metros.iter().map(|metro| Place::City(metro.principal));
    std::iter::once(Place::Country)
        .chain(cities)
        .map(|place| Profile { role, place, experience, education: None })
        .map(|profile| (profile, estimate(dataset, &profile)))
        .find(|(_, answer)| answer.evidence == evidence)
        .unwrap()
}

#[divan::bench(args = [Evidence::Published, Evidence::Modelled, Evidence::National])]
fn estimates(bencher: Bencher<'_, '_>, evidence: Evidence) {
    let (profile, _) = question(evidence);
    bencher.bench_local(|| estimate(Dataset::embedded(), black_box(&profile)));
}

#[divan::bench]
fn finder_new() -> Finder {
    Finder::new(Dataset::embedded())
}

#[divan::bench(args = ["Palo Alto, CA", "portland", "San Fransisco"])]
fn finder_place(bencher: Bencher<'_, '_>, typed: &str) {
    let finder = Finder::new(Dataset::embedded());
    bencher.bench_local(|| finder.place(black_box(typed)));
}

#[divan::bench]
fn profile_parse(bencher: Bencher<'_, '_>) {
    let finder = Finder::new(Dataset::embedded());
    let answers =
        Answers { role: "ML Engineer", place: "Austin, TX", years: "5", ..Answers::default() };
    bencher.bench_local(|| parse(&finder, black_box(&answers)));
}

#[divan::bench]
fn words_of_an_answer(bencher: Bencher<'_, '_>) {
    let dataset = Dataset::embedded();
    let (profile, answer) = question(Evidence::Published);
    bencher.bench_local(|| {
        let steps = answer.steps.iter().map(|step| words::step(dataset, step));
        (words::question(dataset, black_box(&profile)), steps.collect::<Vec<_>>())
    });
}

/// Rows a second, CSV in and CSV or JSON out.
#[divan::bench(args = [false, true])]
fn tool_rows(bencher: Bencher<'_, '_>, json: bool) {
    const ROWS: usize = 10_000;
    let row = "Machine Learning Engineer,\"Austin, TX\",5\n";
    let input = format!("role,place,years\n{}", row.repeat(ROWS));
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| {
        tool::estimate(Dataset::embedded(), input.as_bytes(), io::sink(), json).unwrap()
    });
}
