//! Take-home pay: what must hold for every question, worked examples from official schedules, and
//! figures that no change of a table moves unseen.

#![cfg(feature = "native")]
#![allow(missing_docs)]

#[path = "tax/asking.rs"]
mod asking;
#[path = "tax/cases.rs"]
mod cases;
#[path = "tax/places.rs"]
mod places;
#[path = "tax/solving.rs"]
mod solving;

use asking::{ask, data, everywhere, question, tables, texts};
use paypath::money::{Cents, Money};
use paypath::tables::{LawRow, PerStatus};
use paypath::tax::{Place, Question, Status, Takehome, What, takehome};
use proptest::prelude::*;

/// Cents that adding up rounded parts may lose or gain.
const ROUNDED: i64 = 8;

/// All that is withheld that must never fall: taxes.
fn taxes(question: &Question) -> i64 {
    ask(question).parts.taxes().whole()
}

fn adds_up(question: &Question, answer: &Takehome) {
    let parts = answer.parts;
    let given: Cents = parts.contributions.into_iter().sum();
    let wage = Cents::from(question.wage);
    assert_eq!(given + parts.taxes() + parts.take_home, wage, "{question:?}");
    let lines: i64 = answer.steps.iter().skip(1).map(|step| step.amount.whole()).sum();
    assert_eq!(lines, answer.steps.first().map_or(0, |step| step.amount.whole()), "{question:?}");
}

proptest! {
    #[test]
    fn parts_and_lines_add_up_to_the_wage(question in question()) {
        let answer = ask(&question);
        adds_up(&question, &answer);
        let parts = answer.parts;
        let taxes = [parts.federal_income, parts.social_security, parts.medicare,
            parts.state_income, parts.state_payroll, parts.local];
        prop_assert!(taxes.iter().all(|tax| tax.whole() >= 0), "{:?}", parts);
        prop_assert!((0.0..1.0).contains(&answer.effective), "{}", answer.effective);
    }

    /// A dollar more leaves at most a dollar more; it may leave less only by a cliff of the law.
    #[test]
    fn a_dollar_more_costs_no_more_than_the_known_cliff(question in question()) {
        let more = Question { wage: Money::dollars(question.wage.whole() + 1), ..question };
        let gained = ask(&more).parts.take_home - ask(&question).parts.take_home;
        let cliff = tables().cliff(question.place).whole();
        let rebound = tables().rebound(question.place).whole();
        prop_assert!(gained.whole() >= -cliff - ROUNDED, "{gained:?} at {question:?}");
        prop_assert!(gained.whole() <= 100 + rebound + ROUNDED, "{gained:?} at {question:?}");
    }

    #[test]
    fn who_gives_more_before_tax_pays_no_more_income_tax(
        question in question(), kind in 0..3_usize, more in 1..40_000,
    ) {
        let mut giving = question;
        giving.contributions[kind] = Money::dollars(giving.contributions[kind].whole() + more);
        let given: i32 = giving.contributions.iter().map(|given| given.whole()).sum();
        prop_assume!(given <= question.wage.whole());
        let (before, after) = (ask(&question).parts, ask(&giving).parts);
        prop_assert!(after.federal_income <= before.federal_income);
        let rebound = tables().rebound(question.place);
        prop_assert!(after.state_income <= before.state_income + rebound, "{question:?}");
        prop_assert!(after.social_security <= before.social_security);
    }

    #[test]
    fn one_earner_pays_no_more_federal_tax_when_married(question in question()) {
        let by = |status| ask(&Question { status, ..question }).parts;
        let (single, joint, hoh) = (by(Status::Single), by(Status::Joint), by(Status::Household));
        prop_assert!(joint.federal_income <= hoh.federal_income);
        prop_assert!(hoh.federal_income <= single.federal_income);
        prop_assert!(joint.medicare <= single.medicare);
        prop_assert_eq!(joint.social_security, single.social_security);
    }

    #[test]
    fn dependents_raise_no_tax(question in question()) {
        let more = Question { dependents: question.dependents + 1, ..question };
        prop_assert!(taxes(&more) <= taxes(&question), "{question:?}");
    }
}

#[test]
fn no_wage_no_tax() {
    for place in everywhere() {
        for status in Status::ALL {
            for wage in [0, -5, i32::MIN] {
                let question =
                    Question { wage: Money::dollars(wage), status, place, ..Question::default() };
                let answer = ask(&question);
                assert_eq!(answer.parts, paypath::tax::Parts::default(), "{question:?}");
                assert!(answer.steps.is_empty());
                assert!(answer.effective.abs() < f64::EPSILON);
            }
        }
    }
}

/// The most that can be asked does not overflow.
#[test]
fn the_highest_wage_is_answered() {
    for place in everywhere() {
        let wage = Money::dollars(i32::MAX);
        let contributions = [wage; 3];
        let question = Question { wage, place, dependents: 255, ..Question::default() };
        adds_up(&question, &ask(&question));
        let giving = Question { contributions, ..question };
        adds_up(&giving, &ask(&giving));
    }
}

/// At the edge of every band the tax is the sum of the bands below, worked out in whole cents.
#[test]
fn edges_of_federal_bands_are_exact() {
    let federal = &data().federal;
    let deduction = federal.standard_deduction().unwrap();
    let rates = federal.income_tax.rules.iter().find_map(|rule| match &rule.law {
        LawRow::Rates(rates) => Some(rates.each()),
        _ => None,
    });
    for (at, (rows, deduction)) in rates.unwrap().iter().zip(deduction.each()).enumerate() {
        let mut below = 0_i64;
        for (row, next) in rows.iter().zip(&rows[1..]) {
            let (width, percent) = ((next[0] - row[0]) as i64, (row[1] * 100.0).round() as i64);
            below += width * percent;
            let wage = Money::dollars((deduction + next[0]) as i32);
            let question = Question { wage, status: Status::ALL[at], ..Question::default() };
            assert_eq!(ask(&question).parts.federal_income.whole(), below, "{question:?}");
            let dollar = Question { wage: Money::dollars(wage.whole() + 1), ..question };
            let more = ask(&dollar).parts.federal_income.whole() - below;
            assert_eq!(more, (next[1] * 100.0).round() as i64, "{question:?}");
        }
        let free = Money::dollars(*deduction as i32);
        let question = Question { wage: free, status: Status::ALL[at], ..Question::default() };
        assert_eq!(ask(&question).parts.federal_income.whole(), 0);
    }
}

#[test]
fn social_security_ends_at_its_base_and_medicare_does_not() {
    let parts = |wage| {
        let wage = Money::dollars(wage);
        ask(&Question { wage, ..Question::default() }).parts
    };
    let base = data().federal.levies[0].up_to.unwrap() as i32;
    assert_eq!(parts(base).social_security, parts(base + 50_000).social_security);
    assert!(parts(base - 100).social_security < parts(base).social_security);
    let Some(PerStatus::Each(over)) = &data().federal.levies[2].over else { panic!("by status") };
    let threshold = over.single as i32;
    let more = parts(threshold + 1000).medicare - parts(threshold).medicare;
    assert_eq!(more.whole(), 1450 + 900);
}

/// Falls over two hundred dollars of wage, everywhere: none beyond the cliff, and what the data calls
/// one is found, dollar by dollar, where less is gained
/// than just below.
#[test]
fn cliffs_are_where_the_data_says_and_nowhere_else() {
    const STEP: i64 = 200;
    for place in everywhere() {
        let (cliff, rebound) = (tables().cliff(place).whole(), tables().rebound(place).whole());
        let (mut most, mut back, mut found) = (0, 0, 0);
        for status in Status::ALL {
            let home = |wage: i32| {
                let wage = Money::dollars(wage);
                let question =
                    Question { wage, status, dependents: 3, place, ..Question::default() };
                paypath::tax::take_home(tables(), &question)
            };
            let (mut last, mut before) = (Cents::default(), 0);
            let mut steps = Vec::new();
            for wage in (0..1_300_000).step_by(STEP as usize) {
                let now = home(wage);
                let gained = (now - last).whole();
                most = most.max(-gained);
                back = back.max(gained - 100 * STEP);
                if wage > 0 {
                    steps.push((gained - before, wage));
                }
                (last, before) = (now, gained);
            }
            steps.sort_unstable();
            for &(_, wage) in &steps[..12] {
                let dollars = (wage - STEP as i32)..wage;
                let falls = dollars.map(|wage| (home(wage) - home(wage + 1)).whole());
                found = found.max(falls.max().unwrap_or_default());
            }
        }
        assert!(most <= cliff + ROUNDED, "{place:?}: {most} against {cliff}");
        assert!(back <= rebound + ROUNDED, "{place:?}: {back} against {rebound}");
        // The data names whole dollars, rounded up.
        assert!(cliff == 0 || found + 200 >= cliff, "{place:?}: {found} against {cliff}");
    }
}

#[test]
fn the_marginal_rate_is_that_of_the_next_hundred_dollars() {
    let question = Question { wage: Money::dollars(150_000), ..Question::default() };
    let marginal = takehome(tables(), &question).marginal;
    assert!((marginal - (0.24 + 0.062 + 0.0145)).abs() < 1e-9, "{marginal}");
    let high = Question { wage: Money::dollars(300_000), ..question };
    let marginal = takehome(tables(), &high).marginal;
    assert!((marginal - (0.35 + 0.0145 + 0.009)).abs() < 1e-9, "{marginal}");
}

#[test]
fn lines_go_from_the_wage_to_what_is_left_and_say_who_says_so() {
    let city = texts().locality_named("new york city").unwrap();
    let question = Question {
        wage: Money::dollars(300_000),
        place: Place::Locality(city),
        contributions: [24_500, 3_000, 4_400].map(Money::dollars),
        ..Question::default()
    };
    let answer = ask(&question);
    let what: Vec<What> = answer.steps.iter().map(|step| step.what).collect();
    assert_eq!((what[0], what[what.len() - 1]), (What::Wage, What::TakeHome));
    assert_eq!(what.len(), 13, "{what:?}");
    for step in &answer.steps[1..what.len() - 1] {
        let source = step.source.unwrap();
        assert!(!texts().source(source).is_empty(), "{step:?}");
        let references = texts().references(source);
        assert!(references.iter().all(|one| one.url.starts_with("https://")), "{step:?}");
        assert!(!references.is_empty(), "{step:?}");
    }
}

/// Who wants to give more than there is gives all of it, and the parts still add up.
#[test]
fn contributions_count_up_to_the_wage() {
    let given = [24_500, 6_000, 4_400].map(Money::dollars);
    for wage in [0, 1, 20_000, 25_000, 34_899, 34_900, 34_901, 60_000] {
        let question =
            Question { wage: Money::dollars(wage), contributions: given, ..Question::default() };
        let answer = ask(&question);
        adds_up(&question, &answer);
        let counted: i64 = answer.parts.contributions.iter().map(|part| part.whole()).sum();
        assert_eq!(counted, 100 * i64::from(wage.min(34_900)));
        let below_zero = Question {
            contributions: given.map(|given| Money::dollars(-given.whole())),
            ..question
        };
        assert_eq!(
            ask(&below_zero),
            ask(&Question { contributions: [Money::default(); 3], ..question })
        );
    }
}
