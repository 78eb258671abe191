//! Every question survives the way into a link and back, and no query does harm.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use paypath::dataset::Dataset;
use paypath::finder::{Finder, Place};
use paypath::link::{self, Asked};
use paypath::profile::{self, Answers, Experience, Level, MOST_YEARS, Profile, Years};
use proptest::prelude::*;

/// What the page does with a link: the answers in it, judged as if they were typed.
fn follow(finder: &Finder, query: &str) -> Profile {
    let asked = link::read(query);
    let text = |answer: &'static str, given: &Option<String>| {
        given.clone().unwrap_or_else(|| answer.to_owned())
    };
    let (role, place) = (text("", &asked.role), text("", &asked.city));
    let (years, level) = (text("", &asked.years), text("", &asked.level));
    let answers =
        Answers { role: &role, place: &place, years: &years, level: &level, education: "" };
    profile::parse(finder, &answers).unwrap_or_else(|errors| panic!("{query}: {errors:?}"))
}

#[test]
fn every_role_place_and_experience_comes_back() {
    let dataset = Dataset::embedded();
    let finder = Finder::new(dataset);
    let first = dataset.role_ids().next().unwrap();
    let five = Experience::Years(Years::new(5).unwrap());
    let base = Profile { role: first, place: Place::Country, experience: five, education: None };
    let roles = dataset.role_ids().map(|role| Profile { role, ..base });
    let places = dataset.city_ids().map(|city| Profile { place: Place::City(city), ..base });
    let years = (0..=MOST_YEARS).map(|at| Experience::Years(Years::new(at).unwrap()));
    let levels = Level::ALL.map(Experience::Level);
    let experiences = years.chain(levels).map(|experience| Profile { experience, ..base });
    for profile in roles.chain(places).chain(experiences) {
        let query = link::write(dataset, &profile);
        assert_eq!(follow(&finder, &query), profile, "{query}");
        assert_eq!(follow(&finder, &format!("?{query}&utm_source=x")), profile, "{query}");
    }
}

#[test]
fn a_link_reads_as_people_write_it() {
    let all = link::read("?role=ML+Engineer&city=Palo%20Alto%2C+CA&years=5&level=senior");
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        all,
        Asked {
            role: some("ML Engineer"),
            city: some("Palo Alto, CA"),
            years: some("5"),
            level: some("senior"),
            education: None,
        }
    );
    assert_eq!(link::read("years=1&years=2").years, some("1"), "the first counts");
    assert_eq!(link::read("years=").years, some(""));
    assert_eq!(link::read(""), Asked::default());
    assert_eq!(link::read("?ROLE=x&=y&&&"), Asked::default());
    let long = link::read(&format!("city={}", "é".repeat(100_000))).city.unwrap();
    assert!(long.chars().count() <= 200);
    for text in ["é".repeat(5_000), "€".repeat(5_000), "x😀".repeat(2_000)] {
        let kept: String = text.chars().take(200).collect();
        let link = format!("city={}", link::encoded(&text));
        assert_eq!(link::read(&link).city.as_deref(), Some(&*kept), "cut, not lost");
        assert_eq!(link::value(&link, "city"), Some(kept));
    }
    assert_eq!(link::read("city=Austin%ff%ff+TX").city, some("Austin\u{fffd}"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_query_does_harm(query in prop_oneof![".*", "[?&=%+a-z0-9]{0,200}", "(role|city|years|level|=|&|%|%f|%ff|é){0,30}"]) {
        let asked = link::read(&query);
        for answer in [asked.role, asked.city, asked.years, asked.level].into_iter().flatten() {
            prop_assert!(answer.chars().count() <= 200);
        }
    }
}
