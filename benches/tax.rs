//! What take-home pay costs: `cargo bench --no-default-features --features native --bench tax`.
//!
//! An answer takes a microsecond at most, so that a page may draw on any number of them at once.

#![allow(missing_docs)]

use divan::Bencher;
use divan::counter::ItemsCount;
use paypath::dataset::Dataset;
use paypath::money::{Cents, Money};
use paypath::tax::{Place, Question, Tables, Texts, takehome, wage_for};
use paypath::tool;
use std::hint::black_box;
use std::io;

fn main() {
    divan::main();
}

fn question(place: &str) -> Question {
    let place = match place.len() {
        2 => Place::State(Tables::embedded().state(place).unwrap()),
        _ => Place::Locality(Texts::embedded().locality_named(place).unwrap()),
    };
    Question { wage: Money::dollars(150_000), place, ..Question::default() }
}

const PLACES: [&str; 6] = ["TX", "CA", "CT", "AR", "OR", "New York City"];

#[divan::bench(args = PLACES)]
fn answers(bencher: Bencher<'_, '_>, place: &str) {
    let (tables, question) = (Tables::embedded(), question(place));
    bencher.bench_local(|| takehome(tables, black_box(&question)));
}

#[divan::bench(args = PLACES)]
fn solves(bencher: Bencher<'_, '_>, place: &str) {
    let (tables, question) = (Tables::embedded(), question(place));
    bencher.bench_local(|| wage_for(tables, black_box(&question), Cents::new(12_000_000)));
}

/// Rows a second, CSV in and out.
#[divan::bench]
fn tool_rows(bencher: Bencher<'_, '_>) {
    const ROWS: usize = 10_000;
    let input = format!("state,status,wage\n{}", "NY,joint,150000\n".repeat(ROWS));
    bencher
        .counter(ItemsCount::new(ROWS))
        .bench_local(|| tool::takehome(Dataset::embedded(), input.as_bytes(), io::sink()).unwrap());
}
