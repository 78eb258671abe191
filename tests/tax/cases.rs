//! Worked examples, each from the official schedule that it cites, and a table of figures for every
//! state, status and locality that `cargo paypath takehome` wrote.

use super::asking::{ask, locality, state};
use paypath::dataset::Dataset;
use paypath::money::Money;
use paypath::tax::{Place, Question, Status};
use paypath::tool;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    title: String,
    publications: Vec<Publication>,
    question: Asked,
    steps: Vec<String>,
    expected: BTreeMap<String, f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Publication {
    title: String,
    #[serde(rename = "where")]
    place: String,
    url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    state: String,
    #[serde(default)]
    locality: Option<String>,
    status: String,
    wage: i32,
    #[serde(default)]
    retirement: i32,
    #[serde(default)]
    health: i32,
    #[serde(default)]
    hsa: i32,
}

impl Asked {
    fn question(&self) -> Question {
        let place: Place = match &self.locality {
            Some(name) => locality(name),
            None => state(&self.state),
        };
        let status = Status::ALL.into_iter();
        let named = |status: &Status| paypath::words::tax::status_id(*status) == self.status;
        Question {
            wage: Money::dollars(self.wage),
            status: status.clone().find(named).unwrap(),
            place,
            contributions: [self.retirement, self.health, self.hsa].map(Money::dollars),
            ..Question::default()
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/tax")
}

#[test]
fn worked_examples_come_out_to_the_cent() {
    let mut cases = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "json") {
            continue;
        }
        let case: Case = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        check(&case);
        cases += 1;
    }
    assert!(cases >= 8, "{cases} cases were found");
}

#[track_caller]
fn check(case: &Case) {
    assert!(!case.steps.is_empty() && !case.publications.is_empty(), "{}", case.title);
    for publication in &case.publications {
        let Publication { title, place, url } = publication;
        assert!(!title.is_empty() && !place.is_empty() && url.starts_with("https://"), "{title}");
    }
    let parts = ask(&case.question.question()).parts;
    for (name, wanted) in &case.expected {
        let got = match name.as_str() {
            "federal_income" => parts.federal_income,
            "social_security" => parts.social_security,
            "medicare" => parts.medicare,
            "state_income" => parts.state_income,
            "state_payroll" => parts.state_payroll,
            "local" => parts.local,
            "take_home" => parts.take_home,
            name => panic!("{}: “{name}” is no part", case.title),
        };
        assert_eq!(got.whole(), (wanted * 100.0).round() as i64, "{}: {name}", case.title);
    }
}

/// After a change of the law that is meant, write the figures anew and read the difference:
/// `cargo paypath takehome < tests/cases/tax/wages.csv > tests/cases/tax/takehome.csv`
#[test]
fn no_figure_moves_unseen() {
    let read = |file: &str| fs::read(folder().join(file)).unwrap();
    let mut got = Vec::new();
    let bad = tool::takehome(Dataset::embedded(), &read("wages.csv")[..], &mut got).unwrap();
    assert_eq!(bad, 0);
    let (got, wanted) = (String::from_utf8(got).unwrap(), read("takehome.csv"));
    let wanted = String::from_utf8(wanted).unwrap();
    assert!(wanted.lines().count() > 500);
    for (got, wanted) in got.lines().zip(wanted.lines()) {
        assert_eq!(got, wanted);
    }
    assert_eq!(got.lines().count(), wanted.lines().count());
}
