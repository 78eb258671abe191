//! Answers beside each other: the address holds every question, nothing typed is lost, figures are
//! those of the estimate, and files and picture are well formed.

#![cfg(all(feature = "prerender", not(target_arch = "wasm32")))]
#![allow(missing_docs)]

#[path = "render/markup.rs"]
mod markup;

use markup::{Element, dangling, elements, inline};
use paypath::dataset::Dataset;
use paypath::estimate::{against, estimate};
use paypath::finder::Place;
use paypath::profile::{Experience, Profile, Years};
use paypath::web::explore::beside::state::{Action, Beside, Field, MOST, beginning, id};
use paypath::web::explore::{Explore, ExploreProps};
use paypath::web::state::example;
use paypath::words::{self, beside as text};
use proptest::prelude::*;
use std::rc::Rc;

fn done(state: Beside, actions: impl IntoIterator<Item = Action>) -> Beside {
    let state = actions.into_iter().fold(Rc::new(state), yew::Reducible::reduce);
    (*state).clone()
}

fn drawn(query: &str) -> Vec<Element> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let query = query.to_owned();
    let props = move || ExploreProps {
        path: "/compare/".into(),
        query: query.into(),
        ..ExploreProps::default()
    };
    let drawn = yew::ServerRenderer::<Explore>::with_props(props).hydratable(false).render();
    elements(&runtime.block_on(drawn))
}

fn texts<'a>(all: &'a [Element], name: &str, class: &str) -> Vec<&'a str> {
    all.iter().filter(|one| one.is(name, class)).map(|one| one.text.as_str()).collect()
}

fn attribute<'a>(all: &'a [Element], id: &str, name: &str) -> &'a str {
    let found = all.iter().find(|one| one.attribute("id") == Some(id));
    found.and_then(|one| one.attribute(name)).unwrap_or_else(|| panic!("no {name} of #{id}"))
}

/// The text of a file that an address holds.
fn held(address: &str) -> String {
    let (_, encoded) = address.split_once(',').unwrap();
    let mut bytes = Vec::new();
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            other => other,
        });
    }
    String::from_utf8(bytes).unwrap()
}

/// Letters of a city on its way take no answer away and are not called wrong; leaving the field is.
#[test]
fn a_city_that_is_being_typed_is_still_the_one_before() {
    let set = |id: &str, value: &str, done| Action::Set {
        id: id.to_owned(),
        value: value.to_owned(),
        done,
    };
    let (typing, left) = (|text| set("city-1", text, false), |text| set("city-1", text, true));
    let start = Beside::start(TWO, &[]);
    let answers =
        |state: &Beside| state.asked.iter().map(|one| one.read().ok()).collect::<Vec<_>>();
    let before = answers(&start);
    for text in ["", "B", "Bos", "zzz"] {
        let state = done(start.clone(), [typing("Bo"), typing(text)]);
        assert_eq!(answers(&state), before, "{text}");
        assert_eq!(state.typing.shown("city-1", ""), text, "what was typed stands there");
        let state = done(state, [left(text)]);
        assert!(state.asked[0].read().is_err(), "{text}");
    }
    let there = done(start.clone(), [typing("Bos"), typing("Boston, MA")]);
    assert_ne!(answers(&there), before);
    // On from a city that was one on the way, and not from the one before it.
    assert_eq!(answers(&done(there.clone(), [typing("Boston, MAx")])), answers(&there));
    // What was wrong before somebody typed stays wrong until it is right.
    let wrong = done(start.clone(), [left("zzz"), typing("zz")]);
    assert!(wrong.asked[0].read().is_err());
    let years = done(start, [typing("Bos"), left("Bos"), set("years-1", "9", false)]);
    assert!(years.asked[0].read().is_err() && years.asked[0].get(Field::Years) == "9");
}

const TWO: &str = "?a=data-analyst.chicago-il.3&b=data-scientist.st-louis-mo.10.masters";

#[test]
fn figures_are_those_of_the_estimate() {
    let all = drawn(TWO);
    let dataset = Dataset::embedded();
    let asked = Beside::start(TWO, &[]).asked;
    let profiles: Vec<Profile> = asked.iter().map(|one| one.read().unwrap()).collect();
    let [one, other] = [0, 1].map(|at| estimate(dataset, &profiles[at]));
    let cells = texts(&all, "td", "");
    assert_eq!(cells[..2], [words::about(one.median()), words::about(other.median())]);
    let against = against(dataset, (&profiles[1], &other), (&profiles[0], &one)).unwrap();
    assert_eq!(cells[8..10], [text::NONE.to_owned(), text::difference(&against)]);
    assert!(against.is_sure(2) && against.more.whole() > 0 && against.often > 0.5, "{against:?}");
    let [low, high] = [0, 1].map(|at| text::called(dataset, &profiles[at]));
    let said = text::summary([text::HIGHEST, &high.join(", "), &low.join(", ")], &against, 2);
    assert_eq!(texts(&all, "p", "lead"), [said]);
    let quote = texts(&all, "blockquote", "")[0];
    assert!(quote.contains(&text::row(&low, &one)) && quote.contains(&text::row(&high, &other)));
    let rests_on = words::rests_on(dataset, one.evidence);
    assert_eq!(quote.matches(&rests_on).count(), 1, "said once: {quote}");
    assert_eq!(inline(&all).len() + dangling(&all).len(), 0, "{:?}", dangling(&all));
}

#[test]
fn the_summary_says_whose_middle_is_highest_and_never_nothing_apart() {
    let said = |query: &str| texts(&drawn(query), "p", "lead")[0].to_owned();
    let role = "machine-learning-engineer";
    let mixed = said(&format!("?a={role}.us.5&b={role}.seattle-wa.5&c={role}.boise-id.5"));
    assert!(mixed.starts_with(text::HIGHEST_CITY), "{mixed}");
    let near = said(&format!("?a={role}.austin-tx.30&b={role}.austin-tx.31"));
    assert!(near.contains("less than $1,000") && !near.contains("$0"), "{near}");
    // What is said of two cities is not said of the country beside them.
    let two = said(&format!("?a={role}.us.5&b={role}.seattle-wa.5&c={role}.seattle-wa.5"));
    assert!(two.starts_with("The middles of the cities are the same"), "{two}");
}

#[test]
fn files_hold_every_figure() {
    let all = drawn(TWO);
    let csv = held(attribute(&all, "csv", "href"));
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let heads = rows.headers().unwrap().clone();
    assert_eq!(heads.iter().collect::<Vec<_>>().join(","), text::COLUMNS);
    let rows: Vec<_> = rows.records().map(Result::unwrap).collect();
    let json: serde_json::Value =
        serde_json::from_str(&held(attribute(&all, "json", "href"))).unwrap();
    assert_eq!((rows.len(), json["answers"].as_array().unwrap().len()), (2, 2));
    for (row, object) in rows.iter().zip(json["answers"].as_array().unwrap()) {
        for (name, cell) in heads.iter().zip(row) {
            let told = &object[name];
            let told = told.as_str().map_or_else(|| told.to_string(), str::to_owned);
            assert_eq!(if told == "null" { "" } else { &told }, cell, "{name}");
        }
    }
    assert!(rows.iter().all(|row| &row[13] == text::UNIT && row[12].contains("statistics of")));
    assert_eq!(&rows[1][1], "st-louis-mo");
    assert_eq!(&rows[1][3], "masters");
}

#[test]
fn the_picture_is_well_formed_and_holds_every_answer() {
    let all = drawn(TWO);
    let svg = held(attribute(&all, "picture", "href"));
    let mut reader = quick_xml::Reader::from_str(&svg);
    let mut said = String::new();
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Text(text) => said += &text,
            _ => {}
        }
    }
    let asked = Beside::start(TWO, &[]).asked;
    for profile in asked.iter().map(|one| one.read().unwrap()) {
        let dataset = Dataset::embedded();
        let middle = words::about(estimate(dataset, &profile).median());
        for part in text::called(dataset, &profile).iter().chain([&middle]) {
            assert!(said.contains(part.as_str()), "{part}: {said}");
        }
    }
}

/// A city beside the country: posted pay and surveyed wages are not subtracted.
#[test]
fn the_country_is_not_subtracted_from_a_city() {
    let all = drawn("?a=data-analyst.us.3&b=data-analyst.chicago-il.3");
    assert_eq!(texts(&all, "td", "")[8..12], [text::NONE; 4]);
    assert!(texts(&all, "p", "quiet").contains(&text::MIXED));
    assert!(texts(&all, "blockquote", "")[0].contains(text::MIXED), "also where it is copied to");
    assert!(held(attribute(&all, "picture", "href")).contains(text::POSTED));
    assert!(!texts(&all, "p", "lead")[0].is_empty());
    // Those of one kind are still set against each other.
    let all = drawn("?a=data-analyst.us.3&b=data-analyst.chicago-il.3&c=data-analyst.boise-id.30");
    let said = texts(&all, "p", "lead")[0];
    assert!(said.starts_with("Highest of the cities: Data Analyst, Boise, ID, 30 years"), "{said}");
}

/// What differs by education alone is told apart by name; what is the same is called so.
#[test]
fn answers_bear_their_whole_names() {
    let all = drawn("?a=data-scientist.chicago-il.5.none&b=data-scientist.chicago-il.5.doctorate");
    let said = texts(&all, "p", "lead")[0];
    for education in ["no bachelor’s degree", "a doctorate"] {
        assert!(said.contains(education), "{said}");
        assert!(texts(&all, "blockquote", "")[0].contains(education));
    }
    // Two cities of one metro.
    let all = drawn("?a=data-scientist.palo-alto-ca.5&b=data-scientist.mountain-view-ca.5");
    assert!(texts(&all, "p", "lead")[0].contains("the same"));
    assert_eq!(texts(&all, "td", "")[9], "The same");
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_answers() {
    let all = drawn("?a=wizard.nowhere.99.x&b=data-analyst.chicago-il.3");
    let errors = texts(&all, "span", "error");
    assert!(errors[..4].iter().all(|said| !said.is_empty()), "{errors:?}");
    assert!(errors[4..].iter().all(|said| said.is_empty()), "{errors:?}");
    let named = |name: &str| {
        all.iter()
            .filter(|one| one.name == name)
            .filter_map(|one| one.attribute("aria-invalid"))
            .count()
    };
    assert_eq!(
        (named("select"), named("input")),
        (2, 2),
        "fields say it, too, lists as well as boxes"
    );
    assert_eq!(attribute(&all, "city-1", "value"), "nowhere");
    assert!(all.iter().any(|one| one.text == text::waits(0)));
    assert_eq!(texts(&all, "td", "").len(), text::ROWS.len(), "one answer");
    let none = drawn("?a=wizard");
    assert!(texts(&none, "table", "").is_empty() && texts(&none, "blockquote", "").is_empty());
}

#[test]
fn the_calculator_leads_to_its_own_answer() {
    let profile = Profile { experience: Experience::Years(Years::NONE), ..example() };
    let query = beginning(&profile).replace("/compare/", "");
    let state = Beside::start(&query, &[]);
    assert_eq!(state.asked[0].read(), Ok(profile));
    assert_eq!(state.asked.len(), 1);
    let country = Profile { place: Place::Country, ..profile };
    let query = beginning(&country).replace("/compare/", "");
    assert_eq!(Beside::start(&query, &[]).asked[0].read(), Ok(country));
}

#[test]
fn four_are_the_most_and_one_is_the_least() {
    let start = Beside::start("", &[]);
    let full = done(start.clone(), [(); 9].map(|()| Action::Add));
    assert_eq!(full.asked.len(), MOST);
    assert_eq!(full.asked[MOST - 1], start.asked[start.asked.len() - 1], "like the last");
    let one = done(full, [(); 9].map(|()| Action::Remove(0)));
    assert_eq!(one.asked.len(), 1);
    assert_eq!(done(one.clone(), [Action::Remove(7)]), one);
    let typed = [("years-1".to_owned(), "8".to_owned())];
    assert!(Beside::start("", &typed).query().contains(".8&"), "typed before the program came");
}

proptest! {
    /// Whatever is typed stands in the address and comes back as it was, or as the name of what it is.
    #[test]
    fn nothing_typed_is_lost(at in 1_usize..4, field in 0_usize..4, said in "[^~]{0,40}") {
        let field = Field::ALL[field];
        let set = Action::Set { id: id(field, at - 1), value: said, done: true };
        let state = done(Beside::start("", &[]), [set]);
        let again = Beside::start(&state.query(), &[]);
        prop_assert_eq!(again.asked.len(), state.asked.len());
        for (one, other) in again.asked.iter().zip(&state.asked) {
            prop_assert_eq!(one.read().is_ok(), other.read().is_ok());
            if other.read().is_ok() {
                prop_assert_eq!(one.read(), other.read());
            } else {
                prop_assert_eq!(one.get(field), other.get(field));
            }
        }
    }

    /// No address does harm.
    #[test]
    fn any_address_is_drawn(query in "[a-d]=.{0,80}(&[a-d]=.{0,40}){0,3}") {
        let _ = drawn(&query);
    }
}
