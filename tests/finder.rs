//! Every name in the data leads where it should, typing errors bring the right offer, and no text,
//! however hostile, does harm.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use paypath::dataset::{Dataset, MetroId, RoleId};
use paypath::finder::{Finder, Miss, Place};
use paypath::search::slug;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

fn finder() -> &'static Finder {
    static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(Dataset::embedded()));
    &FINDER
}

#[track_caller]
fn metro(finder: &Finder, typed: &str) -> u32 {
    match finder.place(typed) {
        Ok(place) => finder.metro(place).map_or(0, |id| finder.dataset().metro(id).cbsa),
        Err(miss) => panic!("“{typed}”: {:?}", names(finder, &miss)),
    }
}

fn names(finder: &Finder, miss: &Miss<Place>) -> Vec<&'static str> {
    let (Miss::Unknown(places) | Miss::Ambiguous(places)) = miss;
    places.iter().map(|&place| paypath::words::place(finder.dataset(), place)).collect()
}

#[test]
fn every_id_title_and_alias_is_its_role() {
    let (dataset, finder) = (Dataset::embedded(), finder());
    for id in dataset.role_ids() {
        let role = dataset.role(id);
        for name in [role.id, role.title].iter().chain(role.aliases) {
            assert_eq!(finder.role(name), Ok(id), "{name}");
            assert_eq!(finder.role(&format!("  {} ", name.to_uppercase())), Ok(id), "{name}");
        }
    }
}

/// One slug, one metro: the same words must not mean two places.
#[test]
fn no_two_metros_share_a_full_name() {
    let dataset = Dataset::embedded();
    let cities = dataset.cities.iter().map(|city| (city.name, city.metro));
    let further = dataset.names.iter().map(|&(name, city)| (name, dataset.city(city).metro));
    let mut seen: BTreeMap<String, (&str, MetroId)> = BTreeMap::new();
    for (name, metro) in cities.chain(further) {
        let (other, known) = *seen.entry(slug(name)).or_insert((name, metro));
        assert_eq!(dataset.metro(known).title, dataset.metro(metro).title, "{other}, {name}");
    }
}

#[test]
fn every_city_metro_code_and_nickname_is_its_metro() {
    let (dataset, finder) = (Dataset::embedded(), finder());
    for id in dataset.city_ids() {
        let city = dataset.city(id);
        assert_eq!(finder.place(city.name), Ok(Place::City(id)), "{}", city.name);
    }
    for row in dataset.metros {
        assert_eq!(metro(finder, row.title), row.cbsa, "{}", row.title);
        let code = row.cbsa.to_string();
        assert_eq!(metro(finder, &code), row.cbsa);
        assert_eq!(finder.places(&code, 8), [Place::City(row.principal)], "{code}");
    }
    for (name, city) in dataset.names {
        let wanted = dataset.metro(dataset.city(*city).metro).cbsa;
        assert_eq!(metro(finder, name), wanted, "{name}");
    }
    for (code, name) in dataset.states {
        for city in dataset.cities.iter().filter(|city| city.name.ends_with(&format!(", {code}"))) {
            let full = city.name.replace(&format!(", {code}"), &format!(", {name}"));
            assert_eq!(metro(finder, &full), dataset.metro(city.metro).cbsa, "{full}");
        }
    }
}

/// Cities as employers file them: each is its metro. (Two metros that share a name would be fine to
/// ask about; with their states no two do.)
#[cfg(feature = "native")]
#[test]
fn every_city_of_the_filings_is_its_metro() {
    let mut rows = csv::Reader::from_path("data/cities.csv").unwrap();
    let mut seen = 0;
    for row in rows.records() {
        let row = row.unwrap();
        assert_eq!(metro(finder(), &row[0]).to_string(), row[1], "{}", &row[0]);
        seen += 1;
    }
    assert!(seen > 300, "{seen}");
    for typed in ["McLean, VA", "Mclean", "Mc Lean, VA"] {
        assert_eq!(metro(finder(), typed), 47900, "{typed}");
    }
    let shown = finder().place("mclean, va").unwrap();
    assert_eq!(paypath::words::place(finder().dataset(), shown), "McLean, VA");
}

#[test]
fn people_type_places_in_many_ways() {
    let finder = finder();
    for typed in ["Austin, TX", "austin, texas", "AUSTIN TX", " austin ", "Austin", "12420"] {
        assert_eq!(metro(finder, typed), 12420, "{typed}");
    }
    for (typed, cbsa) in [
        ("NYC", 35620),
        ("new york", 35620),
        ("New York, New York", 35620),
        ("San Jose", 41940),
        ("san josé, ca", 41940),
        // The same é as two characters, as some keyboards and file systems write it.
        ("San Jose\u{301}, CA", 41940),
        ("Silicon Valley", 41940),
        ("Coeur d’Alene, ID", 17660),
        ("Honolulu, Hawaiʻi", 46520),
        ("St. Louis", 41180),
        ("Saint Louis, MO", 41180),
        ("Fort Worth", 19100),
        ("Ft. Worth, TX", 19100),
        ("Washington, D.C.", 47900),
        ("Washington D.C.", 47900),
        ("L.A.", 31080),
        ("charleston, west virginia", 16620),
        ("Austin, TX, USA", 12420),
        ("Austin, Texas, United States", 12420),
    ] {
        assert_eq!(metro(finder, typed), cbsa, "{typed}");
    }
    for typed in ["US", "usa", "U.S.", "U.S.A.", "United States", "the United States", "national"] {
        assert_eq!(finder.place(typed), Ok(Place::Country), "{typed}");
    }
}

#[test]
fn a_shared_name_is_asked_about() {
    let finder = finder();
    let miss = finder.place("portland").unwrap_err();
    assert!(matches!(miss, Miss::Ambiguous(_)));
    assert_eq!(names(finder, &miss), ["Portland, OR", "Portland, ME"]);
    assert_eq!(metro(finder, "portland me"), 38860);
}

#[test]
fn typing_errors_bring_the_right_offer() {
    let finder = finder();
    for (typed, first) in [
        ("San Fransisco", "San Francisco, CA"),
        ("Seatle", "Seattle, WA"),
        ("Pittsburg, PA", "Pittsburgh, PA"),
        ("Bostn, MA", "Boston, MA"),
        ("Los Angles", "Los Angeles, CA"),
    ] {
        let miss = finder.place(typed).unwrap_err();
        assert_eq!(names(finder, &miss).first(), Some(&first), "{typed}");
    }
    for (typed, first) in [
        ("machine lerning engineer", "Machine Learning Engineer"),
        ("data scientst", "Data Scientist"),
        ("data scientists", "Data Scientist"),
    ] {
        let miss = finder.role(typed).unwrap_err();
        let (Miss::Unknown(near) | Miss::Ambiguous(near)) = miss;
        let titles: Vec<&str> =
            near.iter().map(|&id: &RoleId| finder.dataset().role(id).title).collect();
        assert_eq!(titles.first(), Some(&first), "{typed}");
    }
    assert_eq!(finder.place("zzzzzz"), Err(Miss::Unknown(vec![])));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn no_text_does_harm(typed in hostile()) {
        let finder = finder();
        let _ = finder.role(&typed);
        let _ = finder.place(&typed);
        prop_assert!(finder.places(&typed, 8).len() <= 8);
        prop_assert!(finder.places(&typed, 0).is_empty());
        let once = slug(&typed);
        prop_assert_eq!(slug(&once), once.clone(), "a slug is its own slug");
        prop_assert!(once.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
    }
}

/// Any text, also long, with control characters, other scripts and near-names in it.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        ".*",
        "\\PC{0,400}",
        "[a-z ,&'\u{301}\u{0}\u{7f}-]{0,80}",
        "(san|port|new|st|&|İ|ß|é|🙂| |-|,){0,40}",
        Just("a ".repeat(100_000)),
        Just("&".repeat(10_000)),
    ]
}
