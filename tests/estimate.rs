//! What every estimate must be: ordered, monotone, smooth, the same by either way of asking, and the
//! figure that a person reckons by hand from the published table.
//!
//! The questions are few enough to ask them all, so nothing here is left to chance.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use paypath::dataset::{Dataset, RoleId};
use paypath::estimate::{Estimate, Evidence, Percentile, Step, by_year, estimate, level_years};
use paypath::finder::Place;
use paypath::profile::{Education, Experience, Level, MOST_YEARS, Profile, Years};

/// Years up to which more experience never pays less.
const RISING: u8 = 30;
/// Most that one more year may move the middle.
const MOST_A_YEAR: f64 = 0.08;

fn years(years: u8) -> Experience {
    Experience::Years(Years::new(years).unwrap())
}

fn every_experience() -> impl Iterator<Item = Experience> {
    (0..=MOST_YEARS).map(years).chain(Level::ALL.map(Experience::Level))
}

/// The country, then every metro.
fn every_place(dataset: &'static Dataset) -> impl Iterator<Item = Place> {
    let cities = dataset.metros.iter().map(|metro| Place::City(metro.principal));
    std::iter::once(Place::Country).chain(cities)
}

fn ask(role: RoleId, place: Place, experience: Experience) -> Estimate {
    estimate(Dataset::embedded(), &Profile { role, place, experience, education: None })
}

fn median(role: RoleId, place: Place, experience: Experience) -> i32 {
    ask(role, place, experience).median().whole()
}

fn title(role: RoleId, place: Place) -> String {
    let dataset = Dataset::embedded();
    format!("{} in {}", dataset.role(role).id, paypath::words::place(dataset, place))
}

#[test]
fn every_question_has_an_ordered_answer_with_reasons() {
    let dataset = Dataset::embedded();
    for role in dataset.role_ids() {
        for place in every_place(dataset) {
            for experience in every_experience() {
                let answer = ask(role, place, experience);
                let pay = answer.percentiles();
                let what = || format!("{}, {experience:?}: {pay:?}", title(role, place));
                assert!(pay.is_sorted() && pay[0] < pay[4], "{}", what());
                assert!(pay[0].whole() > 10_000 && pay[4].whole() < 2_000_000, "{}", what());
                assert_eq!(answer.steps.len(), 4, "{}", what());
                assert!(answer.steps.iter().all(|step| !step.sources().is_empty()), "{}", what());
            }
        }
    }
}

#[test]
fn a_year_more_never_pays_less() {
    let dataset = Dataset::embedded();
    for role in dataset.role_ids() {
        for place in every_place(dataset) {
            let medians = (0..=RISING).map(|at| median(role, place, years(at)));
            assert!(medians.is_sorted(), "{}", title(role, place));
        }
    }
}

#[test]
fn a_year_more_never_moves_the_middle_far() {
    let dataset = Dataset::embedded();
    let mut worst = (0.0, String::new());
    for role in dataset.role_ids() {
        for place in every_place(dataset) {
            for at in 0..MOST_YEARS {
                let before = f64::from(median(role, place, years(at)));
                let moved = (f64::from(median(role, place, years(at + 1))) / before - 1.0).abs();
                if moved > worst.0 {
                    worst = (moved, format!("{}, {at} years", title(role, place)));
                }
            }
        }
    }
    assert!(worst.0 <= MOST_A_YEAR, "{:.1} %: {}", worst.0 * 100.0, worst.1);
}

#[test]
fn the_country_lies_within_its_metros() {
    let dataset = Dataset::embedded();
    for role in dataset.role_ids() {
        for experience in every_experience() {
            let metros =
                || every_place(dataset).skip(1).map(|place| median(role, place, experience));
            let country = median(role, Place::Country, experience);
            let (low, high) = (metros().min().unwrap(), metros().max().unwrap());
            let what = title(role, Place::Country);
            assert!((low..=high).contains(&country), "{what}: {low}, {country}, {high}");
        }
    }
}

/// A level is paid between the whole years around where it stands (`level_years`). A level that
/// stands at an end of the curve may lie beyond it.
#[test]
fn a_level_and_its_years_are_the_same_question() {
    let dataset = Dataset::embedded();
    for role in dataset.role_ids() {
        for (level, stands) in Level::ALL.into_iter().zip(level_years(dataset, role)) {
            let (below, above) = (stands.floor(), stands.ceil());
            for place in every_place(dataset) {
                let by_level = median(role, place, Experience::Level(level));
                let low = median(role, place, years(below as u8));
                let high = median(role, place, years(above as u8));
                let what = format!("{}, {level:?}: {low}, {by_level}, {high}", title(role, place));
                assert!(by_level >= low || below <= 0.0, "{what}");
                assert!(by_level <= high || above >= 40.0, "{what}");
            }
        }
    }
}

#[track_caller]
fn evidence(role: &str, cbsa: Option<u32>) -> Estimate {
    let dataset = Dataset::embedded();
    let place = cbsa.map_or(Place::Country, |cbsa| {
        Place::City(dataset.metro(dataset.metro_by_cbsa(cbsa).unwrap()).principal)
    });
    ask(dataset.role_by_id(role).unwrap(), place, Experience::Level(Level::Senior))
}

#[test]
fn evidence_says_what_is_published() {
    // Row 12420, 15-2051 of data/wages.csv holds five figures.
    assert_eq!(evidence("data-scientist", Some(12420)).evidence, Evidence::Published);
    // Row 12620, 15-2051 holds `*`; Aguadilla has no row of 15-2051 at all.
    assert_eq!(evidence("data-scientist", Some(12620)).evidence, Evidence::Modelled);
    assert_eq!(evidence("data-scientist", Some(10380)).evidence, Evidence::Modelled);
    assert_eq!(evidence("data-scientist", None).evidence, Evidence::National);
    let Step::Local { parts, .. } = &evidence("data-scientist", Some(12620)).steps[0] else {
        panic!("the first step of a metro is its own pay");
    };
    assert_eq!(parts.iter().map(|part| part.published).collect::<Vec<_>>(), [false]);
}

#[test]
fn pay_by_year_is_the_estimate_of_each_year() {
    let dataset = Dataset::embedded();
    let percentiles = [Percentile::P25, Percentile::P50, Percentile::P75];
    for role in dataset.role_ids() {
        for place in every_place(dataset).step_by(40) {
            for education in [None, Some(Education::Masters)] {
                let ask = |experience| Profile { role, place, experience, education };
                for percentile in percentiles {
                    let yearly = by_year(dataset, &ask(years(0)), MOST_YEARS, percentile);
                    for (year, pay) in (0..).zip(yearly) {
                        let asked = estimate(dataset, &ask(years(year))).percentiles();
                        assert_eq!(pay, asked[percentile as usize], "{}", title(role, place));
                    }
                }
            }
        }
    }
}
