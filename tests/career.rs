//! Routes: exact on random small networks, never better for a tighter question, and sensible on the
//! worked examples of tests/cases/plan.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

#[path = "career/brute.rs"]
mod brute;

use paypath::career::derive::{Kind, derive};
use paypath::career::network::{Network, Value};
use paypath::career::pay::Curves;
use paypath::career::question::{Answers, Question, question};
use paypath::career::{Relax, Trouble, frontier, plan};
use paypath::dataset::Dataset;
use paypath::finder::Finder;
use proptest::prelude::*;
use std::sync::OnceLock;

fn values(network: &Network) -> Vec<Value> {
    frontier(network).into_iter().map(|found| found.value).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_frontier_is_what_trying_everything_finds(network in brute::network()) {
        prop_assert_eq!(values(&network), brute::frontier(&network));
    }

    #[test]
    fn a_route_is_worth_what_its_moves_add_up_to(network in brute::network()) {
        for found in frontier(&network) {
            let mut state = network.begin();
            for (before, number) in &found.moves {
                prop_assert_eq!(before, &state);
                let step = &network.positions[state.position].moves[*number];
                state = network.step(&state, step).unwrap();
            }
            prop_assert_eq!(state, found.end);
            prop_assert_eq!(network.value(&state), Some(found.value));
        }
    }

    #[test]
    fn less_money_never_makes_a_route_better(
        network in brute::network(),
        budget in 0i64..40,
        changes in 0u8..3,
    ) {
        let free = values(&network);
        let tighter = [
            Network { budget: Some(network.budget.map_or(budget, |b| b.min(budget))), ..network.clone() },
            Network { changes: network.changes.min(changes), ..network.clone() },
        ];
        for value in tighter.iter().flat_map(values) {
            prop_assert!(free.iter().any(|other| other.covers(&value)), "{:?}", value);
        }
    }

    #[test]
    fn more_cost_or_doubt_never_makes_a_route_better(
        network in brute::network(),
        (doubt, cost) in (0u32..6, 0i64..30),
    ) {
        let free = values(&network);
        let mut dearer = network;
        for step in dearer.positions.iter_mut().flat_map(|position| &mut position.moves) {
            step.cost += cost;
            step.doubt += doubt;
        }
        for value in values(&dearer) {
            prop_assert!(free.iter().any(|other| other.covers(&value)), "{:?}", value);
        }
    }

    /// Whoever takes longer may earn more on the way, where the old job pays better: a route is no
    /// better for it, since it is later at its goal.
    #[test]
    fn more_time_never_makes_a_route_quicker(
        network in brute::network(),
        (months, weekly) in (0u32..6, 1u32..20),
    ) {
        let mut slower = Network { weekly: network.weekly.min(weekly), ..network.clone() };
        for step in slower.positions.iter_mut().flat_map(|position| &mut position.moves) {
            if step.until.is_none() {
                step.months += months;
            }
        }
        for found in frontier(&network) {
            let mut state = slower.begin();
            let walked = found.moves.iter().try_for_each(|(before, number)| {
                state = slower.step(&state, &slower.positions[before.position].moves[*number])?;
                Some(())
            });
            if walked.is_some() {
                prop_assert!(state.time >= found.value.months);
            }
        }
    }
}

fn asked(pairs: &[(&str, &str)]) -> Question {
    static FINDER: OnceLock<Finder> = OnceLock::new();
    let finder = FINDER.get_or_init(|| Finder::new(Dataset::embedded()));
    let mut answers = Answers::default();
    for &(key, value) in pairs {
        let value = value.to_owned();
        match key {
            "from" => answers.from = Some(value),
            "years" => answers.years = Some(value),
            "education" => answers.education = Some(value),
            "have" => answers.have = Some(value),
            "city" => answers.city = Some(value),
            "to" => answers.to = Some(value),
            "level" => answers.level = Some(value),
            "hours" => answers.hours = Some(value),
            "budget" => answers.budget = Some(value),
            "cities" => answers.cities.push(value),
            "keep" => answers.keep = Some(value),
            "degree" => answers.degree = Some(value),
            "horizon" => answers.horizon = Some(value),
            "pay" => answers.pay = Some(value),
            other => answers.premises.push((other.to_owned(), value)),
        }
    }
    question(finder, &answers).unwrap()
}

const ANALYST: [(&str, &str); 4] = [
    ("from", "data-analyst"),
    ("years", "2"),
    ("to", "machine-learning-engineer"),
    ("city", "Austin, TX"),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Question {
    asked(&[&ANALYST[..], more].concat())
}

#[test]
fn tighter_questions_have_no_better_routes() {
    let curves = Curves::new(Dataset::embedded());
    let routes = |question: &Question| values(&derive(&curves, question).network);
    let first = |hours| routes(&with(&[("hours", hours)]))[0].months;
    assert!(first("5") > first("10") && first("10") > first("20"));
    let free = routes(&with(&[("hours", "20")]));
    for tighter in [
        with(&[("hours", "20"), ("budget", "0")]),
        with(&[("hours", "20"), ("degree", "no")]),
        with(&[("hours", "20"), ("keep", "yes")]),
        with(&[("hours", "20"), ("city-move", "9000"), ("masters-cost", "30000")]),
    ] {
        let tight = routes(&tighter);
        assert!(!tight.is_empty());
        for value in tight {
            assert!(free.iter().any(|other| other.covers(&value)), "{value:?}");
        }
    }
}

#[test]
fn pay_never_falls_with_experience_and_moves_lead_to_positions() {
    let curves = Curves::new(Dataset::embedded());
    for (from, to) in [("student", "best-pay"), ("software-engineer", "ai-research-scientist")] {
        let derived = derive(&curves, &asked(&[("from", from), ("to", to), ("education", "none")]));
        for position in &derived.network.positions {
            let pay: Vec<i64> = (0..600).map(|month| position.curve.month(month)).collect();
            assert!(pay.is_sorted());
            let added: i64 = pay[30..200].iter().sum();
            assert_eq!(position.curve.pay(30, 170), added);
            assert!(position.moves.iter().all(|step| step.to < derived.standings.len()));
        }
    }
}

#[test]
fn the_estimate_pays_what_the_plan_says() {
    use paypath::estimate::estimate;
    use paypath::profile::{Experience, Profile, Years};
    let question = asked(&[("from", "data-scientist"), ("years", "3"), ("to", "best-pay")]);
    let derived = derive(&Curves::new(Dataset::embedded()), &question);
    for (position, standing) in derived.network.positions.iter().zip(&derived.standings) {
        for years in [0, 1, 7, 22] {
            let profile = Profile {
                role: standing.role.unwrap(),
                place: standing.place,
                experience: Experience::Years(Years::new(years).unwrap()),
                education: Some(standing.education),
            };
            let yearly = estimate(Dataset::embedded(), &profile).median().whole();
            let monthly = position.curve.month(u32::from(years) * 12);
            assert!((monthly - i64::from(yearly / 12)).abs() <= 1, "{standing:?} {years}");
        }
    }
}

#[test]
fn staying_put_is_always_offered() {
    let curves = Curves::new(Dataset::embedded());
    for from in ["student", "other", "data-analyst", "engineering-manager"] {
        let question = asked(&[("from", from), ("to", "data-scientist"), ("years", "6")]);
        let plan = plan(&curves, &question).unwrap();
        let follower = plan.follower(&curves, &question);
        let stay = follower.stay().clone();
        assert!(stay.net[0] <= stay.net[1] && stay.net[1] <= stay.net[2]);
        assert_eq!(stay.years.len(), 11);
        assert_eq!(stay.net[1], plan.staying(&question));
        for found in &plan.routes {
            let route = follower.follow(found);
            assert_eq!(route.net[1], found.value.net, "typical money");
            assert_eq!(route.months[1], found.value.months, "typical time");
            assert!(route.net[0] <= route.net[1] && route.net[1] <= route.net[2]);
            assert!(route.months.is_sorted());
            assert_eq!(route.years.len(), 11);
            let hours: u32 = route.steps.iter().map(|step| step.hours).sum();
            assert_eq!(hours, found.value.hours);
        }
    }
    let best = plan(&curves, &asked(&[("from", "data-analyst"), ("to", "best-pay")])).unwrap();
    assert!(best.routes[0].moves.is_empty(), "staying is a route of its own");
    assert!(best.named.iter().all(|&at| at != 0), "and has no other name");
}

#[test]
fn what_cannot_be_says_what_to_let_go() {
    let curves = Curves::new(Dataset::embedded());
    let there = plan(&curves, &asked(&[("from", "data-analyst"), ("to", "data-analyst")]));
    assert_eq!(there.unwrap_err(), Trouble::AlreadyThere);
    let alone = |question: &Question| match plan(&curves, question) {
        Err(Trouble::NoRoute { alone, together }) => (alone, together),
        other => panic!("{other:?}"),
    };
    let (hours, _) = alone(&with(&[("hours", "0")]));
    assert_eq!(hours, [Relax::Hours]);
    let (degrees, _) = alone(&with(&[("education", "none"), ("degree", "no")]));
    assert_eq!(degrees, [Relax::Degrees]);
    let (both, together) =
        alone(&with(&[("education", "none"), ("degree", "no"), ("budget", "0")]));
    assert!(both.is_empty());
    assert_eq!(together, [Relax::Budget, Relax::Degrees], "and none that is not needed");
    let (level, _) = alone(&with(&[("level", "executive"), ("horizon", "5")]));
    assert_eq!(level, [Relax::Horizon, Relax::Level]);
}

#[test]
fn nobody_returns_to_a_role_that_they_left() {
    let curves = Curves::new(Dataset::embedded());
    let question = with(&[("to", "best-pay"), ("cities", "Seattle, WA")]);
    let plan = plan(&curves, &question).unwrap();
    for found in &plan.routes {
        let roles = found.moves.iter().filter_map(|(state, number)| {
            match plan.derived.kinds[state.position][*number] {
                Kind::Change { to, .. } => Some(to),
                _ => None,
            }
        });
        let mut roles: Vec<_> = roles.collect();
        let changes = roles.len();
        roles.sort_unstable();
        roles.dedup();
        assert_eq!(roles.len(), changes);
    }
}

proptest! {
    #[test]
    fn no_answer_panics(
        texts in proptest::collection::vec(".{0,30}", 14),
        premise in ("[a-z-]{0,12}", ".{0,6}"),
    ) {
        static FINDER: OnceLock<Finder> = OnceLock::new();
        let finder = FINDER.get_or_init(|| Finder::new(Dataset::embedded()));
        let mut texts = texts.into_iter();
        let mut next = || texts.next();
        let answers = Answers {
            from: next(), pay: next(), years: next(), education: next(), have: next(),
            city: next(), to: next(), level: next(), horizon: next(), hours: next(),
            budget: next(), keep: next(), degree: next(),
            cities: next().into_iter().collect(), premises: vec![premise],
        };
        if let Err(faults) = question(finder, &answers) {
            prop_assert!(!faults.is_empty());
        }
    }
}

#[test]
fn questions_asked_before_change_no_answer() {
    let shared = Curves::new(Dataset::embedded());
    // More places than curves are kept for.
    for city in ["Austin, TX", "Boise, ID", "Chicago, IL", "Denver, CO", "Miami, FL", "Tampa, FL"] {
        for (from, to) in [("student", "best-pay"), ("data-analyst", "data-scientist")] {
            let question =
                asked(&[("from", from), ("to", to), ("city", city), ("cities", "Reno, NV")]);
            let fresh = Curves::new(Dataset::embedded());
            let (before, now) =
                (plan(&shared, &question).unwrap(), plan(&fresh, &question).unwrap());
            assert_eq!(before.routes, now.routes, "{from} to {to} in {city}");
            let (one, other) =
                (before.follower(&shared, &question), now.follower(&fresh, &question));
            for (a, b) in before.routes.iter().zip(&now.routes) {
                assert_eq!(one.follow(a).years, other.follow(b).years);
            }
        }
    }
}
