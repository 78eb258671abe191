//! An offer against the estimate: percentile, verdict and its confidence, over every role and kind
//! of evidence.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use paypath::dataset::Dataset;
use paypath::estimate::{Estimate, estimate};
use paypath::finder::Place;
use paypath::money::Money;
use paypath::offer::{LEAST, MOST, OfferError, Standing, judge, parse};
use paypath::profile::{Experience, Profile, Years};
use paypath::words;
use proptest::prelude::*;

fn of(role: usize, place: Place, years: u8) -> (Profile, Estimate) {
    let dataset = Dataset::embedded();
    let role = dataset.role_ids().nth(role % dataset.roles.len()).unwrap();
    let experience = Experience::Years(Years::new(years).unwrap());
    let profile = Profile { role, place, experience, education: None };
    (profile, estimate(dataset, &profile))
}

fn city(at: usize) -> Place {
    let dataset = Dataset::embedded();
    Place::City(dataset.city_ids().nth(at % dataset.cities.len()).unwrap())
}

#[test]
fn the_published_points_stand_where_they_say() {
    for role in 0..22 {
        let (_, answer) = of(role, Place::Country, 5);
        for (pay, percentile) in answer.percentiles().into_iter().zip([10_u8, 25, 50, 75, 90]) {
            let judged = judge(&answer, pay);
            assert!(judged.percentile.abs_diff(percentile) <= 1, "{role}: {judged:?}");
        }
        let middle = judge(&answer, answer.median());
        assert_eq!((middle.standing, middle.sure), (Standing::Within, true), "{role}");
        assert_eq!(judge(&answer, LEAST).standing, Standing::FarBelow);
        assert_eq!(judge(&answer, MOST).standing, Standing::FarAbove);
    }
}

#[test]
fn an_offer_is_read_as_people_write_it_or_refused_with_the_reason() {
    for text in ["185000", "185,000", "$185,000", "185k", " 185K ", "$185k"] {
        assert_eq!(parse(text), Ok(Money::dollars(185_000)), "{text}");
    }
    for text in ["185 000", "$185 000", "185\u{202f}000"] {
        assert_eq!(parse(text), Ok(Money::dollars(185_000)), "{text}");
    }
    assert_eq!(parse("90"), Err(OfferError::TooLow));
    assert_eq!(parse("99999999999"), Err(OfferError::TooHigh));
    assert_eq!(parse("5m"), parse("lots"));
    assert_eq!(parse("3000000"), Err(OfferError::TooHigh));
    for error in [OfferError::NotAnAmount, OfferError::TooLow, OfferError::TooHigh] {
        let said = words::offer_error(error);
        assert!(said.contains("Enter") || said.contains("at most"), "{said}");
    }
}

/// The same offer among the same people is judged less surely where the middle is known less well.
#[test]
fn confidence_is_capped_by_the_evidence() {
    for at in 0..40 {
        let answer = of(at, city(at * 31), 5).1;
        let vague = Estimate { known: 4.0 * answer.known, ..answer.clone() };
        let near = Money::dollars(answer.likely().high.whole() + 1_000);
        let (firm, loose) = (judge(&answer, near), judge(&vague, near));
        assert_eq!(firm.percentile, loose.percentile);
        assert!(loose.between[0] < firm.between[0] && loose.between[1] > firm.between[1]);
        assert!(!loose.sure, "{loose:?}");
        assert!(words::verdict(&loose).contains("not sure enough"));
    }
}

/// Nothing lies between a percentile and itself, and the ends are not told finer than they are known.
#[test]
fn the_ends_are_said_as_ends() {
    let (profile, answer) = of(0, Place::Country, 5);
    for (pay, wanted) in [
        (LEAST, "the 1st percentile or below: at most 1 in 100"),
        (MOST, "the 99th percentile or above: at least 99 in 100"),
    ] {
        let said = words::verdict(&judge(&answer, pay));
        assert!(said.contains(wanted) && !said.contains("between"), "{said}");
    }
    let quote = words::quote(Dataset::embedded(), &profile, &answer);
    assert!(quote.contains("Base pay that employers post"), "{quote}");
    let evidence = words::evidence(Dataset::embedded(), &answer);
    assert!(!evidence.contains(Dataset::embedded().period), "{evidence}");
    let (profile, answer) = of(0, city(0), 5);
    let quote = words::quote(Dataset::embedded(), &profile, &answer);
    assert!(!quote.contains("post"), "{quote}");
}

/// “Only” where much is borrowed, “mostly” where little is.
#[test]
fn support_is_said_as_strong_as_it_is() {
    let dataset = Dataset::embedded();
    for id in dataset.role_ids() {
        let (said, fit) = (words::support(dataset, id), &dataset.role(id).fit);
        assert_eq!(said.contains("only on"), fit.rows > 0 && fit.own < 0.795, "{said}");
        assert!(!said.contains("mostly") || fit.own >= 0.795, "{said}");
    }
}

proptest! {
    #[test]
    fn more_pay_never_stands_lower(role in 0_usize..22, at in 0_usize..2000, years in 0_u8..=50,
            pay in 15_000_i32..700_000, more in 0_i32..100_000) {
        let (profile, answer) = of(role, city(at), years);
        let [low, high] = [pay, pay + more].map(|pay| judge(&answer, Money::dollars(pay)));
        prop_assert!(low.percentile <= high.percentile && low.standing <= high.standing);
        for judged in [low, high] {
            let [from, to] = judged.between;
            prop_assert!(from <= judged.percentile && judged.percentile <= to, "{:?}", judged);
            prop_assert!(words::verdict(&judged).contains(&words::exact(judged.pay)));
        }
        let quote = words::quote(Dataset::embedded(), &profile, &answer);
        prop_assert!(quote.contains(&words::about(answer.median())), "{}", quote);
    }

    #[test]
    fn no_text_panics(text in ".{0,80}") {
        let _ = parse(&text);
    }
}
