//! How long a plan takes, from the answers to the routes that nothing beats.

use paypath::career::pay::Curves;
use paypath::career::question::{Answers, Question, question};
use paypath::career::{frontier, plan};
use paypath::dataset::Dataset;
use paypath::finder::Finder;

fn main() {
    divan::main();
}

fn asked(from: &str, to: &str, city: Option<&str>) -> Question {
    let answers = Answers {
        from: Some(from.into()),
        to: Some(to.into()),
        years: Some("2".into()),
        city: Some("Austin, TX".into()),
        cities: city.into_iter().map(str::to_owned).collect(),
        ..Answers::default()
    };
    question(&Finder::new(Dataset::embedded()), &answers).expect("a sound question")
}

const ASKED: [(&str, &str, Option<&str>); 4] = [
    ("data-analyst", "machine-learning-engineer", None),
    ("student", "data-scientist", None),
    ("software-engineer", "ai-research-scientist", Some("Seattle, WA")),
    ("data-analyst", "best-pay", None),
];

#[divan::bench(args = 0..ASKED.len())]
fn whole_plan(bencher: divan::Bencher, at: usize) {
    let (from, to, city) = ASKED[at];
    let question = asked(from, to, city);
    bencher.bench(|| plan(&Curves::new(Dataset::embedded()), &question));
}

/// After another question about the same roles and places.
#[divan::bench(args = 0..ASKED.len())]
fn next_plan(bencher: divan::Bencher, at: usize) {
    let (from, to, city) = ASKED[at];
    let question = asked(from, to, city);
    let curves = Curves::new(Dataset::embedded());
    let _first = plan(&curves, &question);
    bencher.bench_local(|| plan(&curves, &question));
}

#[divan::bench(args = 0..ASKED.len())]
fn search_alone(bencher: divan::Bencher, at: usize) {
    let (from, to, city) = ASKED[at];
    let derived =
        paypath::career::derive::derive(&Curves::new(Dataset::embedded()), &asked(from, to, city));
    bencher.bench_local(|| frontier(&derived.network));
}
