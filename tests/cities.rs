//! The table of cities without a browser: its rows, its orders, its filter and its links.

#![cfg(all(feature = "web", not(target_arch = "wasm32")))]
#![allow(missing_docs)]

use paypath::dataset::{Dataset, Labour};
use paypath::tax::{Question, Status, Tables, take_home};
use paypath::web::explore::cities::rows::{Column, Order, Row, cities, rows, shown, taxed};
use paypath::web::explore::cities::state::{Action, Cities};
use proptest::prelude::*;
use std::collections::HashSet;
use std::rc::Rc;
use yew::Reducible;

fn all() -> Vec<Row> {
    taxed(rows(&Cities::default().profile), Status::Single)
}

fn name(row: &Row) -> &'static str {
    Dataset::embedded().city(row.city).name
}

fn after(actions: impl IntoIterator<Item = Action>) -> Rc<Cities> {
    actions.into_iter().fold(Rc::new(Cities::default()), Reducible::reduce)
}

#[test]
fn every_metro_has_a_row_and_the_listed_cities_come_first() {
    let dataset = Dataset::embedded();
    let metros: HashSet<_> = cities().iter().map(|(city, _)| dataset.city(*city).metro).collect();
    assert_eq!(metros.len(), dataset.metros.len());
    let shown = shown(&all(), "", Order::default());
    assert_eq!(shown.len(), 395, "393 metros, and two cities that share San Jose’s");
    let listed: Vec<_> = shown.iter().take(10).map(|row| row.city).collect();
    assert_eq!(listed, dataset.listed);
    let jobs: Vec<_> = shown[10..].iter().map(|row| row.market.map(|market| market.jobs)).collect();
    assert!(jobs.windows(2).all(|pair| pair[0] >= pair[1]), "then by jobs");
}

#[test]
fn each_column_orders_both_ways_and_what_is_unknown_comes_last() {
    let rows = all();
    let value = |column, row: &Row| match column {
        Column::Pay => Some(row.pay.whole() as f32),
        Column::Real => row.real().map(|pay| pay.whole() as f32),
        Column::TakeHome => row.kept.map(|pay| pay.whole() as f32),
        Column::RealTakeHome => row.real_kept().map(|pay| pay.whole() as f32),
        Column::Jobs => row.market.map(|market| market.jobs),
        Column::Quotient => row.market.map(|market| market.quotient),
        Column::Prices => row.prices,
        Column::Change => row.market.and_then(|market| market.change),
        Column::Name | Column::Listed => None,
    };
    for (column, _) in &Column::HEADS[1..] {
        for reversed in [false, true] {
            let order = Order { column: *column, reversed };
            let values: Vec<_> =
                shown(&rows, "", order).iter().map(|row| value(*column, row)).collect();
            let known: Vec<f32> = values.iter().map_while(|value| *value).collect();
            assert!(values[known.len()..].iter().all(Option::is_none), "{order:?}");
            assert!(known.len() > 150, "{order:?}: {}", known.len());
            let rising = known.is_sorted();
            assert_eq!(rising, order.ascending(), "{order:?}");
            assert!(rising || known.is_sorted_by(|one, next| one >= next), "{order:?}");
        }
    }
    let names = shown(&rows, "", Order { column: Column::Name, reversed: false });
    assert!(names.iter().map(name).is_sorted());
}

#[test]
fn the_filter_finds_by_city_title_and_state() {
    let rows = all();
    let found =
        |text| -> Vec<_> { shown(&rows, text, Order::default()).iter().map(name).collect() };
    assert_eq!(found("palo alto"), ["Palo Alto, CA"]);
    assert!(found("sunnyvale").contains(&"San Jose, CA"), "by the area’s title");
    assert_eq!(found("zzzz").len(), 0);
    assert!(found("nyc").contains(&"New York City, NY"), "by a nickname");
    assert_eq!(found("hawaii").len(), 2);
    assert!(found("hawaii").iter().all(|name| name.ends_with(", HI")));
    assert!(found("ca").len() > 20, "the beginning of a word or a state’s code");
}

#[test]
fn figures_are_those_of_the_tables() {
    let (dataset, labour) = (Dataset::embedded(), Labour::embedded());
    let developers =
        dataset.occupation_ids().find(|&id| dataset.occupation(id).code == "15-1252").unwrap();
    let san_jose = dataset.metro_by_cbsa(41940).unwrap();
    let row = std::fs::read_to_string("data/wages.csv").unwrap();
    let row = row.lines().find(|line| line.starts_with("41940,15-1252,")).unwrap();
    let mut cells = row.split(',').skip(2);
    let jobs: u32 = cells.next().unwrap().parse().unwrap();
    let quotient: f32 = cells.next().unwrap().parse().unwrap();
    assert_eq!(labour.jobs(developers, san_jose), Some(jobs));
    assert!((labour.quotient(developers, san_jose).unwrap() - quotient).abs() < 0.006);
    let medians = std::fs::read_to_string("data/medians.csv").unwrap();
    let medians = medians.lines().find(|line| line.starts_with("41940,15-1252,")).unwrap();
    let pay: Vec<&str> = medians.split(',').collect();
    let [first, last] = [pay[4], pay[8]].map(|pay| pay.parse::<f32>().unwrap());
    assert_eq!(Labour::years(), [2021, 2025]);
    assert!((labour.change(developers, san_jose).unwrap() - (last / first - 1.0)).abs() < 0.001);
}

#[test]
fn pressing_a_head_orders_and_pressing_again_turns_around() {
    let pay = after([Action::Order(Column::Pay)]);
    assert!(!pay.order.ascending());
    let turned = after([Action::Order(Column::Pay), Action::Order(Column::Pay)]);
    assert!(turned.order.ascending());
    assert_eq!(turned.query(), "role=machine-learning-engineer&years=5&by=pay-reversed");
    assert_eq!(Cities::read(&turned.query()), *turned);
}

#[test]
fn bad_links_and_bad_typing_say_so_and_lose_nothing() {
    let state = Cities::read("?role=wizard&years=many&by=magic&find=%ff");
    assert_eq!((state.errors.len(), state.years.as_str()), (2, "many"));
    assert_eq!(state.profile, Cities::default().profile);
    let typed = after([Action::Years("51".into()), Action::Filter("austin".into())]);
    assert_eq!((typed.years.as_str(), typed.errors.len()), ("51", 1));
    assert_eq!(after([Action::Years("51".into()), Action::Years("5".into())]).errors.len(), 0);
}

proptest! {
    #[test]
    fn no_query_panics_and_every_state_has_a_link(query in ".{0,200}", filter in ".{0,40}") {
        let state = Cities::read(&query);
        let typed = Rc::new(state).reduce(Action::Filter(filter.clone()));
        let again = Cities::read(&typed.query());
        prop_assert_eq!(again.order, typed.order);
        prop_assert_eq!(again.profile, typed.profile);
        let rows = all();
        prop_assert_eq!(
            shown(&rows, &again.filter, again.order).len(),
            shown(&rows, &filter, typed.order).len()
        );
    }
}

/// What is left is what the law says where the city lies that a metro is named after; Puerto Rico has
/// a law of its own.
#[test]
fn take_home_pay_is_that_of_the_place() {
    let (dataset, tables) = (Dataset::embedded(), Tables::embedded());
    for status in Status::ALL {
        for row in taxed(rows(&Cities::default().profile), status) {
            let metro = dataset.metro(dataset.city(row.city).metro);
            let place = tables.usual_area(metro.cbsa, metro.title);
            let question = Question { wage: row.pay, status, place, ..Question::default() };
            let kept = tables.state_at(place).map(|_| take_home(tables, &question).rounded());
            assert_eq!(row.kept, kept, "{}", metro.title);
            assert_eq!(row.kept.is_none(), metro.title.ends_with(", PR"));
        }
    }
    let joint = after([Action::Status("joint".to_owned()), Action::Status("x".to_owned())]);
    assert_eq!(joint.status, Status::Joint);
    assert!(joint.query().contains("&status=joint"));
    assert_eq!(Cities::read(&joint.query()).status, Status::Joint);
}
