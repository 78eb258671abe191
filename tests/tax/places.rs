//! States, localities and metros; what is carried from an earlier year; what is left out.

use super::asking::{ask, data, everywhere, locality, question, state, tables, texts};
use paypath::dataset::Dataset;
use paypath::money::Money;
use paypath::tax::{Contribution, Place, Question};
use paypath::words::tax as words;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn left_out(question: &Question) -> Vec<&'static str> {
    let answer = ask(question);
    texts().left_out(tables(), question, &answer).map(|row| row.id).collect()
}

#[test]
fn every_state_and_locality_has_a_name() {
    assert_eq!(tables().states().count(), 51);
    assert_eq!(tables().localities().count(), data().localities.len());
    for (id, row) in tables().localities().zip(&data().localities) {
        assert_eq!((texts().locality(id), texts().local_tax(id)), (&*row.name, &*row.tax));
        assert_eq!(texts().locality_named(&row.name.to_uppercase()), Some(id));
        assert_eq!(tables().code(tables().state_of(id)), row.state);
    }
    for (id, row) in tables().states().zip(&data().states) {
        assert_eq!(tables().code(id), row.code);
        assert_eq!(tables().taxes_income(id), !row.rules.is_empty());
        assert!(!words::state_name(tables(), id).is_empty());
        for (at, levy) in row.levies.iter().enumerate() {
            assert_eq!(texts().levy(id, at as u8), levy.name);
        }
    }
    assert_eq!(tables().state("XX"), None);
    assert_eq!(texts().locality_named("Atlantis"), None);
}

/// Every metro of the calculator lies in states that have taxes here, save Puerto Rico's.
#[test]
fn metros_have_states_and_localities() {
    for metro in Dataset::embedded().metros {
        let states = tables().states_in(metro.title);
        assert_eq!(states.is_empty(), metro.title.ends_with(", PR"), "{}", metro.title);
        for locality in tables().localities_in(metro.cbsa) {
            assert!(states.contains(&tables().state_of(locality)), "{}", metro.title);
        }
    }
    let names =
        |cbsa| tables().localities_in(cbsa).map(|id| texts().locality(id)).collect::<Vec<&str>>();
    assert_eq!(names(35620), ["New York City", "Yonkers"]);
    assert_eq!(names(12580).len(), 7);
    assert!(names(19100).is_empty());
    let codes = |title| tables().states_in(title).into_iter().map(|id| tables().code(id));
    let codes: Vec<&str> = codes("New York-Newark-Jersey City, NY-NJ").collect();
    assert_eq!(codes, ["NY", "NJ"]);
    assert!(tables().states_in("Nowhere").is_empty());
}

#[test]
fn amounts_of_an_earlier_year_are_told() {
    let told = |code: &str| {
        let wage = Money::dollars(100_000);
        left_out(&Question { wage, place: state(code), ..Question::default() }).contains(&"carried")
    };
    assert!(told("CA") && !told("TX"));
    for row in &data().states {
        let carried = row.rules.iter().any(|rule| rule.carried_from.is_some());
        assert_eq!(told(&row.code), carried, "{}", row.code);
    }
}

#[test]
fn what_is_left_out_is_told_where_it_matters() {
    let wage = Money::dollars(100_000);
    let at = |place| Question { wage, place, ..Question::default() };
    assert!(left_out(&at(state("MD"))).contains(&"maryland-county"));
    assert!(!left_out(&at(locality("Howard County, MD"))).contains(&"maryland-county"));
    assert!(left_out(&at(state("IN"))).contains(&"indiana-county"));
    assert!(left_out(&at(state("OH"))).contains(&"ohio-local"));
    assert!(left_out(&at(locality("New York City"))).contains(&"new-york-city-school"));
    assert!(!left_out(&at(locality("Yonkers"))).contains(&"new-york-city-school"));
    assert_eq!(left_out(&at(state("TX"))), ["wages-only", "credits", "one-state"]);
    let high = Question { wage: Money::dollars(500_000), ..at(state("OR")) };
    assert!(left_out(&high).contains(&"itemizing"));
    assert!(!left_out(&at(state("OR"))).contains(&"itemizing"));
    let low = Question { wage: Money::dollars(20_000), ..at(state("TX")) };
    assert!(left_out(&low).contains(&"low-wages"));
    // The limit of the deduction falls below the standard one where income is higher still.
    let higher = Question { wage: Money::dollars(700_000), ..at(state("OR")) };
    assert!(!left_out(&higher).contains(&"itemizing"));
    let giving = |dollars| Question {
        contributions: [Money::dollars(dollars), Money::default(), Money::default()],
        ..at(state("TX"))
    };
    assert!(!left_out(&giving(24_500)).contains(&"catch-up"));
    assert!(left_out(&giving(24_501)).contains(&"catch-up"));
}

/// Nothing stands in the data that nobody can be told.
#[test]
fn everything_left_out_can_be_told() {
    let mut told = BTreeSet::new();
    for place in everywhere() {
        // As pages ask: without dependents.
        for wage in [20_000, 100_000, 500_000, 700_000] {
            for given in [0, 25_000] {
                let question = Question {
                    wage: Money::dollars(wage),
                    place,
                    contributions: [Money::dollars(given); 3],
                    ..Question::default()
                };
                told.extend(left_out(&question));
            }
        }
    }
    let all: BTreeSet<&str> = data().left_out.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(told, all);
}

#[test]
fn contributions_lower_what_the_law_says() {
    use Contribution::{Health, Hsa, Retirement};
    let wage = Money::dollars(150_000);
    let plain = |place| Question { wage, place, ..Question::default() };
    let falls = |place, kind: Contribution| {
        let mut giving = plain(place);
        giving.contributions[kind as usize] = Money::dollars(4_000);
        let (before, after) = (ask(&plain(place)).parts, ask(&giving).parts);
        [
            after.federal_income < before.federal_income,
            after.social_security < before.social_security,
            after.medicare < before.medicare,
            after.state_income < before.state_income,
            after.state_payroll + after.local < before.state_payroll + before.local,
        ]
    };
    assert_eq!(falls(state("VA"), Retirement), [true, false, false, true, false]);
    assert_eq!(falls(state("VA"), Health), [true, true, true, true, false]);
    assert_eq!(falls(state("CA"), Hsa), [true, true, true, false, false]);
    assert_eq!(falls(state("NJ"), Hsa), [true, true, true, false, false]);
    assert_eq!(falls(state("NJ"), Health), [true, true, true, false, false]);
    assert_eq!(falls(state("NJ"), Retirement), [true, false, false, true, false]);
    assert_eq!(falls(locality("Philadelphia"), Retirement), [true, false, false, false, false]);
    assert_eq!(falls(locality("Philadelphia"), Health), [true, true, true, true, false]);
}

#[test]
fn limits_are_those_of_the_year() {
    let said = words::limits(texts(), Contribution::Retirement).unwrap();
    assert_eq!(
        said,
        "At most $24,500 (under 50), $8,000 more (50 and over) and $11,250 more (60 to 63) a year."
    );
    assert_eq!(words::limits(texts(), Contribution::Health), None);
    let hsa = texts().limits(Contribution::Hsa);
    let amounts: Vec<i32> = hsa.iter().map(|limit| limit.amount.whole()).collect();
    assert_eq!(amounts, [4_400, 8_750, 1_000]);
}

proptest! {
    /// Every line has a name, wherever it comes from.
    #[test]
    fn every_line_can_be_said(question in question()) {
        for step in &ask(&question).steps {
            let name = words::tax_name(tables(), texts(), step.what);
            prop_assert!(!name.is_empty() && !name.contains("  ") && !name.starts_with([' ', ',']));
        }
    }
}

#[test]
fn a_cliff_is_that_of_the_place() {
    assert_eq!(tables().cliff(Place::Country).whole(), 0);
    assert_eq!(tables().cliff(state("TX")).whole(), 0);
    assert!(tables().cliff(state("CO")).whole() > 100_000);
}
