//! Any lines `key=answer` as the question of a plan: bad answers are told, and every route of a good
//! question keeps to what was asked.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paypath::career::pay::Curves;
use paypath::career::question::{Answers, Field, Question, Target, question};
use paypath::career::route::Route;
use paypath::career::{Found, Plan, Trouble, plan};
use paypath::dataset::{Dataset, premises};
use paypath::finder::Finder;
use paypath::words::plan_trouble;
use std::sync::LazyLock;

static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(Dataset::embedded()));

thread_local! {
    static CURVES: Curves = Curves::new(Dataset::embedded());
}

fuzz_target!(|bytes: &[u8]| {
    let answers = answers(&String::from_utf8_lossy(bytes));
    let question = match question(&FINDER, &answers) {
        Ok(question) => question,
        Err(faults) => {
            assert!(!faults.is_empty(), "{answers:?}");
            for fault in &faults {
                let said = plan_trouble::fault(Dataset::embedded(), fault);
                assert!(said.ends_with(['.', '?']) && !said.contains(char::is_control), "{said:?}");
            }
            return;
        }
    };
    CURVES.with(|curves| match plan(curves, &question) {
        Ok(plan) => kept(curves, &question, &plan),
        Err(trouble) => told(curves, &question, &trouble),
    });
});

fn answers(text: &str) -> Answers {
    let mut answers = Answers::default();
    for (key, answer) in text.lines().filter_map(|line| line.split_once('=')) {
        let field = match key {
            "from" => Field::From,
            "pay" => Field::Pay,
            "years" => Field::Years,
            "education" => Field::Education,
            "have" => Field::Have,
            "city" => Field::City,
            "to" => Field::To,
            "level" => Field::Level,
            "horizon" => Field::Horizon,
            "hours" => Field::Hours,
            "budget" => Field::Budget,
            "keep" => Field::Keep,
            "degree" => Field::Degree,
            "cities" => {
                answers.cities.push(answer.to_owned());
                continue;
            }
            premise => {
                answers.premises.push((premise.to_owned(), answer.to_owned()));
                continue;
            }
        };
        *answers.slot(field).expect("a field of one answer") = Some(answer.to_owned());
    }
    answers
}

fn kept(curves: &Curves, question: &Question, plan: &Plan) {
    for (premise, figure) in premises().iter().zip(question.premises) {
        assert!((premise.least..=premise.most).contains(&figure), "{}", premise.id);
    }
    assert!(plan.named.iter().all(|&at| at < plan.routes.len()));
    assert!(plan.routes.is_sorted_by_key(|found| found.value.months));
    for (at, found) in plan.routes.iter().enumerate() {
        let beaten = |other: &Found| other.value.covers(&found.value);
        let better = plan.routes.iter().enumerate().find(|(b, other)| *b != at && beaten(other));
        assert!(better.is_none(), "{:?} is beaten by {better:?}", found.value);
    }
    let follower = plan.follower(curves, question);
    assert_eq!(follower.stay().net[1], plan.staying(question));
    for found in &plan.routes {
        route(question, found, &follower.follow(found));
    }
}

fn route(question: &Question, found: &Found, route: &Route) {
    assert!(route.months[1] <= u32::from(question.horizon) * 12);
    assert_eq!((route.months[1], route.net[1]), (found.value.months, found.value.net));
    assert!(route.months.is_sorted() && route.net.is_sorted(), "{route:?}");
    assert_eq!(route.years.len(), usize::from(question.horizon) + 1);
    assert!((0.0..=1.0).contains(&route.certainty));
    assert!(route.last.is_sorted() && route.last[0].whole() >= 0, "{:?}", route.last);
    let cost: i64 = route.steps.iter().map(|step| step.cost).sum();
    assert!(question.budget.is_none_or(|budget| cost <= i64::from(budget.whole())), "{cost}");
    let hours: u32 = route.steps.iter().map(|step| step.hours).sum();
    assert_eq!(hours, found.value.hours);
    for step in &route.steps {
        assert!(step.works || !question.keeps_job, "{step:?}");
        assert!(question.degrees || step.to.education == question.education, "{step:?}");
        assert!(question.places().any(|place| place == step.to.place), "{step:?}");
    }
    if let (Target::Role(role, level), Some(last)) = (question.target, route.steps.last()) {
        assert_eq!(last.to.role, Some(role));
        assert!(level.is_none_or(|least| last.level.is_some_and(|level| level >= least)));
    }
}

/// What is said to open a way, opens one.
fn told(curves: &Curves, question: &Question, trouble: &Trouble) {
    assert!(!plan_trouble::trouble(trouble).is_empty());
    if let Trouble::NoRoute { alone, together } = trouble {
        assert!(alone.is_empty() || together.is_empty());
        if together.contains(&paypath::career::Relax::Horizon) {
            let longer = Question { horizon: 20, ..question.clone() };
            assert!(plan(curves, &longer).is_err(), "that alone would be enough");
        }
    }
}
