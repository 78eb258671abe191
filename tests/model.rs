//! The committed fit: it meets its goals, stands where its sources put it, and says how sure it is.

#![cfg(feature = "native")]
#![allow(missing_docs)]

use paypath::dataset::{Dataset, MetroId, OccupationId};
use paypath::estimate::{Estimate, Evidence, Step, estimate, level_years};
use paypath::finder::Place;
use paypath::profile::{Education, Experience, Level, Profile, Years};
use paypath::tables::{self, Tables};
use std::path::Path;

fn tables() -> Tables {
    tables::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap()
}

fn metro(cbsa: u32) -> MetroId {
    Dataset::embedded().metro_by_cbsa(cbsa).unwrap()
}

fn occupation(code: &str) -> OccupationId {
    let dataset = Dataset::embedded();
    dataset.occupation_ids().find(|&id| dataset.occupation(id).code == code).unwrap()
}

fn profile(role: &str, cbsa: Option<u32>, years: u8) -> Profile {
    let dataset = Dataset::embedded();
    let city = |cbsa| Place::City(dataset.metro(metro(cbsa)).principal);
    Profile {
        role: dataset.role_by_id(role).unwrap(),
        place: cbsa.map_or(Place::Country, city),
        experience: Experience::Years(Years::new(years).unwrap()),
        education: None,
    }
}

fn ask(profile: &Profile) -> Estimate {
    estimate(Dataset::embedded(), profile)
}

#[test]
fn the_fit_meets_its_goals() {
    let tables = tables();
    assert_eq!(tables.model.status, "fitted");
    let with_goal = tables.scores.iter().filter(|score| score.goal.is_some());
    for score in with_goal.clone() {
        let [least, most] = score.goal.unwrap();
        assert!((least..=most).contains(&score.value), "{}: {}", score.id, score.value);
        assert_eq!(score.goal, tables::goal(&score.id), "{}", score.id);
    }
    assert_eq!(with_goal.count(), 19, "nine scores and the ten most frequent titles");
}

#[test]
fn scores_come_with_words_units_and_counts() {
    for score in tables().scores {
        let said = score.what.ends_with('.') && !score.unit.is_empty() && score.n > 0;
        assert!(said, "{score:?}");
    }
}

/// Bands hold what they claim, to three in a hundred.
#[test]
fn ranges_are_calibrated() {
    let scores = tables().scores;
    for claimed in ["20", "50", "80", "90", "95"] {
        let id = format!("calibration.{claimed}");
        let held = scores.iter().find(|score| score.id == id).unwrap().value;
        let wanted = claimed.parse::<f64>().unwrap() / 100.0;
        assert!((held - wanted).abs() < 0.03, "{id}: {held}");
    }
}

#[track_caller]
fn smoothed(code: &str, cbsa: u32, pay: [f32; 5], error: f32) {
    let cell = Dataset::embedded().cells(metro(cbsa))[occupation(code).index()];
    for (log, pay) in cell.log_pay.into_iter().zip(pay) {
        assert!((log.exp() / pay - 1.0).abs() < 1e-2, "{code} in {cbsa}: {} {pay}", log.exp());
    }
    assert!((cell.error - error).abs() < 2e-3, "{code} in {cbsa}: {}", cell.error);
}

/// Reckoned apart in another language and double precision from data/wages.csv (BLS, OEWS May 2025),
/// with pay to ten dollars and people to ten: the embedded units, and people to a
/// factor of four, cost under 1 %.
#[test]
fn smoothing_agrees_with_an_independent_reckoning() {
    // Published: 138,420 173,650 213,110 226,080 289,150.
    let pay = [128_990.0, 166_232.0, 206_495.0, 231_228.0, 280_351.0];
    smoothed("15-1252", 41940, pay, 0.0267);
    // Published: 38,490 52,000 83,600 124,890 149,140.
    let pay = [52_014.0, 63_778.0, 86_996.0, 112_055.0, 136_151.0];
    smoothed("15-2051", 10180, pay, 0.0672);
}

#[test]
fn a_cell_of_many_people_stays_where_it_is_published() {
    let dataset = Dataset::embedded();
    // New York, software developers: more than 100,000 people.
    let published = dataset.wages.get(occupation("15-1252"), metro(35620)).unwrap()[2].whole();
    let cell = dataset.cells(metro(35620))[occupation("15-1252").index()];
    assert!((cell.log_pay[2].exp() / published as f32 - 1.0).abs() < 0.03);
    assert!(cell.published && cell.error < 0.03);
}

/// Where official pay is not published the middle is known less well.
#[test]
fn borrowed_pay_is_known_less_well() {
    let dataset = Dataset::embedded();
    let known = |evidence| {
        let ask = |cbsa| ask(&profile("data-scientist", Some(cbsa), 8));
        let all = dataset.metros.iter().map(|metro| ask(metro.cbsa));
        let known: Vec<f32> = all.filter(|a| a.evidence == evidence).map(|a| a.known).collect();
        known.iter().sum::<f32>() / known.len() as f32
    };
    let (published, modelled) = (known(Evidence::Published), known(Evidence::Modelled));
    assert!(modelled > 1.2 * published, "{published} {modelled}");
}

#[test]
fn the_middle_is_known_better_than_people_differ() {
    for role in ["machine-learning-engineer", "statistician", "software-engineer"] {
        for place in [Some(41940), Some(10180), None] {
            let answer = ask(&profile(role, place, 5));
            let (middle, likely) = (answer.middle_range(), answer.likely());
            assert!(middle.low < answer.median() && answer.median() < middle.high);
            assert!(answer.known > 0.01 && answer.known < 0.2, "{role}: {}", answer.known);
            let wide = likely.high.whole() - likely.low.whole();
            assert!(middle.high.whole() - middle.low.whole() < wide, "{role} {place:?}");
        }
    }
}

/// A role without postings borrows its place; one with thousands does not.
#[test]
fn what_is_borrowed_from_the_family_is_said() {
    let none = ask(&profile("operations-research-analyst", Some(41940), 5));
    assert_eq!((none.rows, none.own), (0, 0.0));
    let few = ask(&profile("nlp-engineer", Some(41940), 5));
    assert!(few.rows < 30 && few.own < 0.5, "{} {}", few.rows, few.own);
    let many = ask(&profile("machine-learning-engineer", Some(41940), 5));
    assert!(many.rows > 5_000 && many.own > 0.95);
    assert!(few.known > many.known);
}

#[test]
fn education_moves_the_middle_in_order_and_by_little() {
    for place in [Some(41940), Some(10180), None] {
        let with = |education| ask(&Profile { education, ..profile("data-scientist", place, 5) });
        let medians = Education::ALL.map(|education| with(Some(education)).median());
        assert!(medians.is_sorted(), "{medians:?}");
        assert_eq!(with(None).median(), medians[Education::Bachelors.index()]);
        let change = f64::from(medians[3].whole()) / f64::from(medians[1].whole());
        assert!((1.02..1.15).contains(&change), "{change}");
        let told = with(Some(Education::Masters)).steps;
        assert!(told.iter().any(|step| matches!(step,
            Step::Education { change: [low, middle, high], .. } if low < middle && middle < high)));
        assert!(!with(None).steps.iter().any(|step| matches!(step, Step::Education { .. })));
    }
}

/// Senior level ties years and levels: it stands near the years that data/fit.json sets, 8, in
/// every role, and the levels follow each other.
#[test]
fn levels_stand_in_order_on_the_scale_of_years() {
    let dataset = Dataset::embedded();
    for role in dataset.role_ids() {
        let years = level_years(dataset, role);
        assert!(years.is_sorted(), "{}: {years:?}", dataset.role(role).id);
        assert!((5.0..15.0).contains(&years[2]), "{}: {years:?}", dataset.role(role).id);
        for level in Level::ALL.windows(2) {
            let at = |level| {
                let experience = Experience::Level(level);
                ask(&Profile { experience, ..profile(dataset.role(role).id, Some(41940), 0) })
            };
            let (low, high) = (at(level[0]).percentiles(), at(level[1]).percentiles());
            assert!(low.iter().zip(high).all(|(low, high)| *low <= high));
        }
    }
}

/// A data scientist in Austin with 8 years, by hand.
///
/// Pay: smoothed percentiles of 12420, 15-2051 (from BLS, OEWS May 2025) in log pay, see below;
/// data/model.json: `reference` of data-scientist, `place.damp` 0.9, `place.spread` 0.87, `score`
/// and `levels` of data-scientist, `levels.scores`. At the senior years nothing is gained or lost:
/// the position is `score` + senior. All that follows is done here in plain steps.
#[test]
fn a_worked_example() {
    let dataset = Dataset::embedded();
    let fit = &dataset.role(dataset.role_by_id("data-scientist").unwrap()).fit;
    let cell = dataset.cells(metro(12420))[occupation("15-2051").index()];
    let drawn: Vec<f32> = cell
        .log_pay
        .iter()
        .zip(fit.reference)
        .map(|(own, mean)| mean + 0.9 * (own - mean))
        .collect();
    let at = fit.score + dataset.model.senior;
    assert!(at > 0.0 && at < 0.674_49, "between the median and p75");
    let middle = drawn[2] + at / 0.674_49 * (drawn[3] - drawn[2]);
    let answer = ask(&profile("data-scientist", Some(12420), 8));
    assert!((middle.exp() - answer.median().whole() as f32).abs() <= 51.0, "{}", middle.exp());
    // p75 before widening: the same place, one quartile of 0.87 times the spread higher.
    let [_, mid, senior, _] = fit.levels;
    let part = (at - mid.score) / (senior.score - mid.score);
    let spread = 0.87 * (mid.spread + part * (senior.spread - mid.spread)).min(1.0);
    let high = at + 0.674_49 * spread;
    assert!(high > 0.674_49 && high < 1.281_55, "between p75 and p90");
    let p75 = drawn[3] + (high - 0.674_49) / (1.281_55 - 0.674_49) * (drawn[4] - drawn[3]);
    let low = at - 0.674_49 * spread;
    assert!(low > -0.674_49 && low < 0.0, "between p25 and the median");
    let p25 = drawn[2] + low / 0.674_49 * (drawn[2] - drawn[1]);
    let own = (p75 - p25) / (2.0 * 0.674_49);
    let missed = 0.9 * cell.error;
    let wider = (1.0 + missed * missed / (own * own)).sqrt();
    let expected = (middle + (p75 - middle) * wider).exp();
    let likely = answer.likely().high.whole() as f32;
    assert!((expected - likely).abs() <= 51.0, "{expected} {likely}");
}
