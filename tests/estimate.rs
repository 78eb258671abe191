//! What every estimate must be: ordered, monotone, smooth, the same by either way of asking, and the
//! figure that a person reckons by hand from the published table.
//!
//! The questions are few enough to ask them all, so nothing here is left to chance.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use paypath::dataset::{Dataset, RoleId};
use paypath::estimate::{Estimate, Evidence, Step, estimate};
use paypath::finder::Place;
use paypath::profile::{Experience, Level, MOST_YEARS, Profile, Years};

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
                assert_eq!(answer.steps.len(), 3, "{}", what());
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
#[ignore = "holds with the fitted coefficients"]
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

/// Mid, senior and executive level stand at 3, 8 and 19 whole years (data/model.json, `level_years`).
#[test]
fn a_level_and_its_years_are_the_same_question() {
    let dataset = Dataset::embedded();
    let mut compared = 0;
    for (level, at) in Level::ALL.into_iter().zip(dataset.model.level_years) {
        if at.fract() != 0.0 {
            continue;
        }
        compared += 1;
        for role in dataset.role_ids() {
            for place in every_place(dataset) {
                let by_level = ask(role, place, Experience::Level(level)).percentiles();
                let by_years = ask(role, place, years(at as u8)).percentiles();
                for (one, other) in by_level.iter().zip(by_years) {
                    let apart = one.whole().abs_diff(other.whole());
                    assert!(apart <= 100, "{}, {level:?}", title(role, place));
                }
            }
        }
    }
    assert!(compared > 0, "at least one level stands at whole years");
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

/// A senior data scientist in Austin, by hand.
///
/// Pay: BLS, OEWS May 2025 (source `oews-metro-2025`), row 12420, 15-2051 of data/wages.csv:
/// 74,640 · 85,780 · 127,360 · 161,560 · 186,010, embedded in hundreds as 746, 858, 1274, 1616, 1860.
/// Rank: data/model.json (sources `postings-2025-01`, `survey-2025`), data-scientist, senior:
/// score 0.242, spread 0.807; `published_sd` 0.04. Normal scores of p10 to p90: −1.28155, −0.67449,
/// 0, 0.67449, 1.28155. Log pay is straight between those:
///
/// - p50: 0.242 is 0.35879 of the way from p50 to p75:
///   127,400 × (161,600 / 127,400)^0.35879 = 138,747; in logs 11.84041
/// - p10: 0.242 − 0.807 × 1.28155 = −0.79222, 0.80607 from p10 to p25:
///   74,600 × (85,800 / 74,600)^0.80607 = 83,504, in logs 0.50776 below p50
/// - p25: −0.30231, 0.55179 from p25 to p50: 106,714, in logs 0.26250 below
/// - p75: 0.78631, 0.18420 from p75 to p90: 165,841, in logs 0.17838 above
/// - p90: 1.27621, 0.99121 from p75 to p90: 185,770, in logs 0.29186 above
///
/// Each distance with that of the published middle's own error, as the root of the sum of squares:
/// √(0.50776² + (0.04 × 1.28155)²) = 0.51034, so p10 = 138,747 × e^−0.51034 = 83,289; likewise
/// √(0.26250² + 0.02698²) = 0.26388: 106,566; √(0.17838² + 0.02698²) = 0.18041: 166,178;
/// √(0.29186² + 0.05126²) = 0.29633: 186,602.
#[test]
fn a_worked_example() {
    let dataset = Dataset::embedded();
    let level = dataset.role(dataset.role_by_id("data-scientist").unwrap()).fit.levels[2];
    let coefficients = (level.score, level.spread, dataset.model.published_sd);
    assert_eq!(coefficients, (0.242, 0.807, 0.04), "a new fit: reckon this example anew");
    let answer = evidence("data-scientist", Some(12420));
    let pay = answer.percentiles().map(paypath::money::Money::whole);
    assert_eq!(pay, [83_300, 106_600, 138_700, 166_200, 186_600]);
    // Φ(0.242) = 0.5956
    assert!(matches!(answer.steps[1], Step::Experience { rank: Some(60), .. }));
}
