//! The wage that a take-home pay needs, against a search that tries every dollar.

use super::asking::{ask, locality, question, state, tables};
use paypath::money::{Cents, Money};
use paypath::tax::{Place, Question, Status, take_home, wage_for};
use proptest::prelude::*;

fn home(question: &Question, wage: i32) -> Cents {
    take_home(tables(), &Question { wage: Money::dollars(wage), ..*question })
}

proptest! {
    #[test]
    fn what_a_wage_leaves_needs_at_most_that_wage(question in question()) {
        let target = ask(&question).parts.take_home;
        let found = wage_for(tables(), &question, target).unwrap();
        prop_assert!(found <= question.wage, "{found:?} for {question:?}");
        prop_assert!(home(&question, found.whole()) >= target);
    }

    /// None of the wages below it would do.
    #[test]
    fn the_wage_found_is_the_lowest(question in question(), target in 0..90_000_000_i64) {
        let target = Cents::new(target);
        let found = wage_for(tables(), &question, target).unwrap().whole();
        prop_assert!(home(&question, found) >= target);
        for below in (0..found).rev().take(3_000) {
            prop_assert!(home(&question, below) < target, "{below} for {question:?}");
        }
    }
}

/// Around cliffs the same take-home pay is reached more than once: the lowest wage counts.
#[test]
fn at_cliffs_every_dollar_is_tried() {
    let cases = [
        (state("CO"), Status::Joint, 295_000..305_000),
        (state("AR"), Status::Single, 95_000..101_000),
        (state("OR"), Status::Single, 120_000..150_000),
        (locality("Frederick County, MD"), Status::Joint, 245_000..262_000),
        (state("CT"), Status::Single, 200_000..206_000),
    ];
    for (place, status, wages) in cases {
        let question = Question { place, status, ..Question::default() };
        let homes: Vec<(i32, Cents)> = wages.map(|wage| (wage, home(&question, wage))).collect();
        let (first, last) = (homes[0].1, homes[homes.len() - 1].1);
        for part in 1..60_i64 {
            let span = (last - first).whole();
            let target = Cents::new(first.whole() + span * part / 60);
            let wanted = homes.iter().find(|(_, home)| *home >= target).unwrap().0;
            let found = wage_for(tables(), &question, target).unwrap().whole();
            assert_eq!(found, wanted, "{place:?} for {target:?}");
        }
    }
}

#[test]
fn what_no_wage_leaves_is_not_found() {
    let question = Question { place: state("TX"), ..Question::default() };
    assert_eq!(wage_for(tables(), &question, Cents::new(i64::MAX / 4)), None);
    assert_eq!(wage_for(tables(), &question, Cents::new(10_000_000_000)), None);
    assert_eq!(wage_for(tables(), &question, Cents::new(0)), Some(Money::dollars(0)));
    assert_eq!(wage_for(tables(), &question, Cents::new(-1)), Some(Money::dollars(0)));
}

#[test]
fn moving_keeps_what_is_left_in_the_prices_there() {
    let here =
        Question { wage: Money::dollars(150_000), place: state("TX"), ..Question::default() };
    let there = here.moved(locality("New York City"));
    let same = tables().wage_to_live_as(&here, &there, 1.0).unwrap();
    assert!(same > here.wage);
    let kept = ask(&Question { wage: same, ..there }).parts.take_home;
    assert!(kept >= ask(&here).parts.take_home);
    let dearer = tables().wage_to_live_as(&here, &there, 1.2).unwrap();
    let kept = ask(&Question { wage: dearer, ..there }).parts.take_home.dollars();
    assert!(kept >= 1.2 * ask(&here).parts.take_home.dollars() - 0.01);
    assert_eq!(tables().wage_to_live_as(&here, &here.moved(Place::Country), 1.0), Some(here.wage));
}

/// What is given before tax cannot be taken home, whatever the wage: no dollar of it is tried.
#[test]
fn contributions_beyond_any_wage_need_no_search() {
    let most = Money::dollars(i32::MAX);
    for (contributions, target) in [([most; 3], 100), ([most, Money::default(), most], 9_000_000)] {
        let question = Question { contributions, ..Question::default() };
        assert_eq!(wage_for(tables(), &question, Cents::new(target)), None);
        assert_eq!(wage_for(tables(), &question, Cents::new(0)), Some(Money::default()));
    }
    let half = Money::dollars(50_000_000);
    let question =
        Question { contributions: [half, Money::dollars(-1), half], ..Question::default() };
    assert_eq!(wage_for(tables(), &question, Cents::new(1)), None);
    let question =
        Question { contributions: [half, Money::default(), Money::default()], ..question };
    let found = wage_for(tables(), &question, Cents::new(1)).unwrap().whole();
    assert!(home(&question, found) >= Cents::new(1) && home(&question, found - 1) < Cents::new(1));
}
