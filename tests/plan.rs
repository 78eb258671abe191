//! The tool's plans: worked examples with a reader's reason, JSON as promised, faults in words.

#![cfg(feature = "native")]
#![allow(missing_docs)]

use paypath::dataset::Dataset;
use paypath::tool::{Asked, plan};
use serde_json::Value;
use std::path::Path;

fn asked(pairs: &[(&str, &str)]) -> Asked {
    let mut asked = Asked::default();
    let answers = &mut asked.answers;
    for &(key, value) in pairs {
        let value = Some(value.to_owned());
        match key {
            "from" => answers.from = value,
            "to" => answers.to = value,
            "years" => answers.years = value,
            "level" => answers.level = value,
            "place" => answers.city = value,
            "education" => answers.education = value,
            "have" => answers.have = value,
            "hours" => answers.hours = value,
            "horizon" => answers.horizon = value,
            "pay" => answers.pay = value,
            "budget" => answers.budget = value,
            "set" => asked.set.extend(value),
            "takehome" => asked.takehome = value,
            other => panic!("no such answer: {other}"),
        }
    }
    asked
}

fn json(pairs: &[(&str, &str)]) -> Value {
    let text = plan(Dataset::embedded(), asked(pairs), true).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn worked_examples_come_out_as_a_reader_expects() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/plan");
    let mut seen = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap().path();
        let case: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        assert!(case["why"].as_str().unwrap().len() > 100, "{file:?} gives a reason");
        let pairs: Vec<(&str, &str)> = case["asked"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str().unwrap()))
            .collect();
        let answer = json(&pairs);
        for (name, wanted) in case["routes"].as_object().unwrap() {
            let routes = answer["routes"].as_array().unwrap();
            let named = |route: &&Value| {
                route["names"].as_array().unwrap().contains(&Value::from(name.as_str()))
            };
            let route = routes.iter().find(named).unwrap();
            let steps = route["steps"].as_array().unwrap().iter().map(|step| &step["step"]);
            let wanted_steps = wanted["steps"].as_array().unwrap();
            assert!(steps.eq(wanted_steps), "{file:?} {name}: {route:#}");
            // The data move a little with each release; a route moves with them.
            let months = route["months"].as_i64().unwrap();
            assert!((months - wanted["months"].as_i64().unwrap()).abs() <= 3, "{file:?} {name}");
        }
        seen += 1;
    }
    assert_eq!(seen, 5);
}

#[test]
fn every_route_has_what_is_promised() {
    let pairs = [
        ("from", "Data Analyst"),
        ("years", "2"),
        ("to", "Machine Learning Engineer"),
        ("level", "senior"),
        ("place", "Austin, TX"),
        ("hours", "8"),
    ];
    let answer = json(&pairs);
    let routes = answer["routes"].as_array().unwrap();
    assert!(routes.len() > 1);
    for route in routes {
        for key in ["months", "net_pay", "learning_hours"] {
            assert!(route[key].is_i64(), "{key}: {route}");
        }
        let certainty = route["certainty"].as_f64().unwrap();
        assert!(certainty > 0.0 && certainty <= 1.0);
        let steps = route["steps"].as_array().unwrap();
        let months: i64 = steps.iter().map(|step| step["months"].as_i64().unwrap()).sum();
        assert_eq!(months, route["months"].as_i64().unwrap());
        let range = route["net_pay_range"].as_array().unwrap();
        assert!(range[0].as_i64() <= route["net_pay"].as_i64());
        assert!(route["net_pay"].as_i64() <= range[1].as_i64());
    }
    let text = plan(Dataset::embedded(), asked(&pairs), false).unwrap();
    assert!(text.contains("Fastest") && text.contains("Staying put"), "{text}");
}

#[test]
fn faults_come_together_and_say_what_to_do() {
    let wrong = [
        ("from", "astronaut"),
        ("to", "wizard"),
        ("years", "ninety"),
        ("hours", "200"),
        ("place", "Atlantis"),
        ("level", "boss"),
        ("set", "serch=3"),
        ("set", "search=999"),
    ];
    let said = plan(Dataset::embedded(), asked(&wrong), false).unwrap_err();
    for part in ["astronaut", "wizard", "ninety", "200", "Atlantis", "boss", "serch", "999"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(said.lines().count(), wrong.len(), "{said}");
    let nothing = plan(Dataset::embedded(), asked(&[]), true).unwrap_err();
    assert_eq!(nothing.lines().count(), 2, "{nothing}");
}

#[test]
fn what_cannot_be_is_said_in_words() {
    let said = |pairs: &[(&str, &str)]| plan(Dataset::embedded(), asked(pairs), false).unwrap_err();
    let there = said(&[("from", "data-analyst"), ("to", "data-analyst")]);
    assert!(there.contains("already there"), "{there}");
    let hours = said(&[("from", "data-analyst"), ("to", "data-scientist"), ("hours", "0")]);
    assert!(hours.contains("hours a week"), "{hours}");
}

#[test]
fn an_assumption_that_is_set_counts() {
    let pairs = [("from", "student"), ("to", "data-analyst")];
    let usual = json(&pairs)["routes"][0]["months"].as_i64().unwrap();
    let longer = json(&[&pairs[..], &[("set", "search=10")]].concat());
    assert_eq!(longer["routes"][0]["months"].as_i64().unwrap(), usual + 6);
}

#[test]
fn totals_are_take_home_pay_when_asked() {
    let moves = [("from", "data-analyst"), ("to", "data-scientist"), ("place", "Austin, TX")];
    let filing = |filing| [&moves[..], &[("takehome", filing)]].concat();
    let (before, after) = (json(&moves), json(&filing("joint")));
    let routes = |all: &Value| all["routes"].as_array().unwrap().clone();
    assert_eq!(routes(&before).len(), routes(&after).len());
    for (gross, net) in routes(&before).iter().zip(&routes(&after)) {
        assert_eq!(gross["steps"], net["steps"], "the same routes");
        assert_eq!(gross["names"], net["names"]);
        let (gross, net) = (&gross["net_pay"], &net["net_take_home"]);
        assert!(net.as_i64().unwrap() < gross.as_i64().unwrap(), "{net} of {gross}");
        assert!(net.as_i64().unwrap() > gross.as_i64().unwrap() / 2, "{net} of {gross}");
    }
    assert!(after["staying"]["net_take_home"].is_i64() && after["staying"]["net_pay"].is_null());
    let text = plan(Dataset::embedded(), asked(&filing("hoh")), false).unwrap();
    assert!(text.starts_with("All totals are take-home pay"), "{text}");
    let wrong = |pairs: &[(&str, &str)]| plan(Dataset::embedded(), asked(pairs), true).unwrap_err();
    assert!(wrong(&filing("alone")).contains("single, joint or hoh"));
    let nowhere =
        [("from", "student"), ("to", "best-pay"), ("place", "San Juan, PR"), ("takehome", "joint")];
    assert!(wrong(&nowhere).contains("taxes of one of these cities are not known"));
}
