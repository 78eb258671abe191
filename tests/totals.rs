//! Totals of plans as take-home pay: what taxes leave of each year where it is worked, less costs,
//! exactly, and the same on the page.

#![cfg(feature = "prerender")]
#![allow(missing_docs)]

use paypath::career::network::Living;
use paypath::career::pay::Curves;
use paypath::career::question::{Answers, Origin, Question, question};
use paypath::career::wages::Wage;
use paypath::career::{Found, Plan, plan};
use paypath::dataset::Dataset;
use paypath::finder::{Finder, Place};
use paypath::money::Money;
use paypath::tax::{self, Status, Tables, takehome};
use paypath::web::path::{Path, PathProps};
use paypath::words::plan::sum;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Somebody who moves from Austin to New York City or San Francisco on the way.
const MOVES: [(&str, &str); 5] = [
    ("from", "data-analyst"),
    ("to", "machine-learning-engineer"),
    ("years", "2"),
    ("city", "austin-tx"),
    ("also", "new-york-ny; san-francisco-ca"),
];

fn asked(pairs: &[(&str, &str)]) -> Question {
    static FINDER: OnceLock<Finder> = OnceLock::new();
    let finder = FINDER.get_or_init(|| Finder::new(Dataset::embedded()));
    let mut answers = Answers::default();
    for (key, value) in pairs {
        let text = (*value).to_owned();
        let value = Some(text.clone());
        match *key {
            "from" => answers.from = value,
            "to" => answers.to = value,
            "years" => answers.years = value,
            "city" => answers.city = value,
            "also" => answers.cities = text.split(';').map(str::to_owned).collect(),
            "horizon" => answers.horizon = value,
            "pay" => answers.pay = value,
            other => panic!("no such answer: {other}"),
        }
    }
    question(finder, &answers).unwrap()
}

/// What is left of a year's wage somewhere.
fn left(status: Status, place: Place, wage: i64) -> i64 {
    let (dataset, tables) = (Dataset::embedded(), Tables::embedded());
    let place = match place {
        Place::Country => tax::Place::Country,
        Place::City(city) => {
            let metro = dataset.metro(dataset.city(city).metro);
            tables.usual_area(metro.cbsa, metro.title)
        }
    };
    let wage = Money::dollars(i32::try_from(wage).unwrap());
    let asked = tax::Question { wage, status, place, ..tax::Question::default() };
    takehome(tables, &asked).parts.take_home.rounded().whole().into()
}

/// Dollars earned in each year and place, month by month, and what was spent.
fn walked(plan: &Plan, question: &Question, found: &Found) -> (Vec<Vec<(Place, i64)>>, i64) {
    let network = &plan.derived.network;
    let mut years: Vec<Vec<(Place, i64)>> = vec![Vec::new(); usize::from(question.horizon)];
    for month in 0..network.horizon {
        let at = found.moves.iter().rposition(|(state, _)| state.time <= month);
        let step = at.map(|at| &found.moves[at]);
        let state = if month >= found.end.time { &found.end } else { &step.unwrap().0 };
        let position = &network.positions[state.position];
        let living = if month >= found.end.time {
            Living::Working
        } else {
            position.moves[step.unwrap().1].living
        };
        let pay = match living {
            Living::Working => position.curve.month(state.experience + month - state.time),
            Living::Fixed(pay) => pay,
        };
        let place = plan.derived.standings[state.position].place;
        let year = &mut years[month as usize / 12];
        match year.iter_mut().find(|(known, _)| *known == place) {
            Some((_, sum)) => *sum += pay,
            None => year.push((place, pay)),
        }
    }
    (years, found.end.spent)
}

/// A route's total after taxes, and the most that rounding each place's part of a year may change.
fn expected(plan: &Plan, question: &Question, found: &Found, status: Status) -> (f64, f64) {
    let (years, spent) = walked(plan, question, found);
    let mut total = -spent as f64;
    for places in &years {
        let all: i64 = places.iter().map(|(_, pay)| pay).sum();
        for &(place, pay) in places.iter().filter(|(_, pay)| *pay > 0) {
            total += left(status, place, all) as f64 * pay as f64 / all as f64;
        }
    }
    (total, years.iter().map(Vec::len).sum::<usize>() as f64)
}

fn kept(status: Status, wages: &[Wage]) -> Vec<i64> {
    wages.iter().map(|wage| left(status, wage.place, wage.total)).collect()
}

/// Totals after taxes of staying put and of every route.
fn totals(plan: &Plan, question: &Question, status: Status) -> Vec<i64> {
    let nets = plan.routes.iter().map(|found| found.value.net);
    let mut totals: Vec<i64> = [plan.staying(question)].into_iter().chain(nets).collect();
    let wages = plan.wages(question);
    for (wage, kept) in wages.iter().zip(kept(status, &wages)) {
        totals[wage.of] -= wage.tax(kept);
    }
    totals
}

fn drawn(pairs: &[(&str, &str)], filing: &str) -> String {
    let mut query: Vec<String> =
        pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
    query.push(format!("takehome={filing}"));
    let query = query.join("&").replace("; ", "%3B+");
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let props = move || PathProps { query: query.into(), whole: true, ..PathProps::default() };
    runtime.block_on(yew::ServerRenderer::<Path>::with_props(props).hydratable(false).render())
}

#[test]
fn the_total_of_two_cities_is_what_taxes_leave_of_each_year_less_costs() {
    let question = asked(&MOVES);
    let plan = plan(&Curves::new(Dataset::embedded()), &question).unwrap();
    for status in Status::ALL {
        let totals = totals(&plan, &question, status);
        let mut halves = 0;
        for (found, total) in plan.routes.iter().zip(&totals[1..]) {
            let (expected, rounding) = expected(&plan, &question, found, status);
            assert!((*total as f64 - expected).abs() <= rounding, "{total} for {expected}");
            let (years, _) = walked(&plan, &question, found);
            halves += years.iter().filter(|places| places.len() > 1).count();
        }
        assert!(halves > 0, "some year is worked in two cities");
    }
}

#[test]
fn a_year_in_two_cities_is_taxed_as_one() {
    let wage = |place, earned| Wage { of: 1, year: 0, place, earned, total: 150_000 };
    let place = Place::Country;
    // Of $150,000 the first place would leave 100,000, the second one 120,000.
    assert_eq!(wage(place, 50_000).tax(100_000), 16_666);
    assert_eq!(wage(place, 100_000).tax(120_000), 20_000);
    let nothing = Wage { of: 0, year: 0, place, earned: 0, total: 0 };
    assert_eq!(nothing.tax(0), 0);
}

#[test]
fn the_page_shows_these_totals_in_every_place() {
    let (question, curves) = (asked(&MOVES), Curves::new(Dataset::embedded()));
    let plan = plan(&curves, &question).unwrap();
    let totals = totals(&plan, &question, Status::Joint);
    let page = drawn(&MOVES, "joint");
    let before = drawn(&MOVES, "");
    for (at, total) in totals.iter().enumerate() {
        let cell = format!("<td>{}", sum(*total));
        assert!(page.contains(&cell), "{at}: {cell}");
        let gross = match at {
            0 => plan.staying(&question),
            at => plan.routes[at - 1].value.net,
        };
        assert!(before.contains(&format!("<td>{}", sum(gross))), "{at} before tax");
    }
    let balanced = sum(totals[plan.named[3] + 1]);
    assert!(page.contains(&format!("brings {balanced} in 10 years after taxes and costs")));
    assert_eq!(
        page.matches("Take-home less costs").count(),
        2 + usize::from(plan.routes.len() > 4)
    );
    assert!(page.contains("Take-home pay added up, less costs"));
    assert!(page.contains("net_take_home") && before.contains("net_pay"));
    assert!(page.contains("<option value=\"joint\" selected"));
    assert!(!before.contains("take-home</span>") && !before.contains("Take-home less"));
    // Taxes of which nothing is known are not taken for none.
    let nowhere = drawn(&[("from", "student"), ("to", "best-pay"), ("city", "san-juan-pr")], "hoh");
    assert!(nowhere.contains("are not known") && nowhere.contains("Its total waits"));
    assert!(!nowhere.contains("net_take_home"), "no file without its total");
}

#[test]
fn a_kept_plan_says_that_its_total_is_take_home_pay() {
    let drawn = |kept: &'static str| {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let props = move || PathProps { kept: Some(kept.into()), ..PathProps::default() };
        runtime.block_on(yew::ServerRenderer::<Path>::with_props(props).hydratable(false).render())
    };
    let query = "from=data-analyst&to=data-scientist&city=denver-co&takehome=single";
    let page = drawn(query);
    let (_, kept) = page.split_once("kept-heading").unwrap();
    assert!(kept.contains("in 10 years, take-home</span>"), "{kept}");
    let mut sums = page.matches("in 10 years, take-home").count();
    assert_eq!(sums, 1, "the plan on the page stays before tax");
    sums = drawn("from=data-analyst&to=data-scientist&city=denver-co")
        .matches("in 10 years, take-home")
        .count();
    assert_eq!(sums, 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn taxes_leave_no_more_than_there_was(
        from in prop::sample::select(vec!["student", "other", "data-analyst", "statistician"]),
        to in prop::sample::select(vec!["best-pay", "data-scientist", "ai-research-scientist"]),
        city in prop::sample::select(vec!["us", "austin-tx", "new-york-ny", "indianapolis-in"]),
        also in prop::sample::select(vec!["", "seattle-wa", "san-francisco-ca; boise-id"]),
        horizon in prop::sample::select(vec!["5", "10", "20"]),
        status in prop::sample::select(Status::ALL.to_vec()),
    ) {
        let also = if city == "us" { "" } else { also };
        let pairs = [("from", from), ("to", to), ("city", city), ("also", also), ("horizon", horizon)];
        let pairs: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let (question, curves) = (asked(&pairs), Curves::new(Dataset::embedded()));
        let Ok(plan) = plan(&curves, &question) else { return Ok(()) };
        let wages = plan.wages(&question);
        let after = totals(&plan, &question, status);
        prop_assert!(after[0] <= plan.staying(&question));
        let follower = plan.follower(&curves, &question);
        let mut stay = follower.stay().clone();
        let years: BTreeMap<usize, i64> = wages.iter().filter(|wage| wage.of == 0)
            .map(|wage| (wage.year, wage.total)).collect();
        prop_assert_eq!(years.values().sum::<i64>(), plan.staying(&question));
        stay.tax(&kept(status, &stay.wages));
        prop_assert_eq!(stay.net[1], after[0]);
        for (at, found) in plan.routes.iter().enumerate() {
            let earned: i64 =
                wages.iter().filter(|wage| wage.of == at + 1).map(|wage| wage.earned).sum();
            prop_assert_eq!(earned - found.end.spent, found.value.net, "wages are all there is");
            prop_assert!(after[at + 1] <= found.value.net);
            let before = follower.follow(found);
            let mut route = before.clone();
            route.tax(&kept(status, &route.wages), &stay);
            prop_assert_eq!(route.net[1], after[at + 1], "the chosen route and its row agree");
            for case in 0..3 {
                prop_assert!(route.net[case] <= before.net[case]);
                for (year, sums) in route.years.iter().enumerate() {
                    prop_assert!(sums[case] <= before.years[year][case]);
                }
            }
            if question.origin != Origin::Student && let Some(month) = route.break_even {
                prop_assert!(month >= 1 && month <= u32::from(question.horizon) * 12);
                for year in (month as usize).div_ceil(12)..route.years.len() {
                    prop_assert!(route.years[year][1] >= stay.years[year][1]);
                }
            }
        }
    }
}
