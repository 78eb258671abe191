//! Any numbers as a question about taxes: `place status wage dependents contributions target`. Parts add up to the
//! cent, nobody keeps more than the wage, and the wage that a target needs is the lowest.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paypath::money::{Cents, Money};
use paypath::tax::{
    Parts, Place, Question, Status, Tables, Takehome, Texts, take_home, takehome, wage_for,
};

/// Cents that adding up rounded parts may lose or gain (`tests/tax.rs`).
const ROUNDED: i64 = 8;
/// Above it no figure was ever compared, and none is searched.
const MOST: i32 = 100_000_000;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut words = text.split_ascii_whitespace();
    let tables = Tables::embedded();
    let place = place(tables, words.next().unwrap_or_default());
    let status = match words.next() {
        Some("joint") => Status::Joint,
        Some("hoh") => Status::Household,
        _ => Status::Single,
    };
    let mut number = || words.next().and_then(|word| word.parse::<i32>().ok()).unwrap_or(0);
    let wage = Money::dollars(number());
    let dependents = u8::try_from(number()).unwrap_or(u8::MAX);
    let contributions = [number(), number(), number()].map(Money::dollars);
    let target = number();
    let question = Question { wage, status, dependents, place, contributions };
    let answer = takehome(tables, &question);
    adds_up(&question, &answer);
    let given: Cents = answer.parts.contributions.into_iter().sum();
    // Where all is given before tax, so is the next dollar, and taxes on it come out of nothing.
    if (0..MOST).contains(&wage.whole()) && given < Cents::from(wage) {
        a_dollar_more(tables, &question, &answer.parts);
    }
    // What is searched takes as many steps as dollars are missing.
    if (0..2_000_000).contains(&target) {
        lowest(tables, &question, Cents::from(Money::dollars(target)));
    }
});

/// A state's code, a locality's name with hyphens for spaces, or the country.
fn place(tables: &Tables, word: &str) -> Place {
    if let Some(state) = tables.state(word) {
        return Place::State(state);
    }
    let named = Texts::embedded().locality_named(&word.replace('-', " "));
    named.map_or(Place::Country, Place::Locality)
}

fn adds_up(question: &Question, answer: &Takehome) {
    let parts = &answer.parts;
    let given: Cents = parts.contributions.into_iter().sum();
    let wage = Cents::from(question.wage).max(Cents::default());
    assert_eq!(given + parts.taxes() + parts.take_home, wage, "{question:?}");
    assert!(parts.take_home <= wage && given <= wage, "{question:?}: {parts:?}");
    let lines: i64 = answer.steps.iter().skip(1).map(|step| step.amount.whole()).sum();
    assert_eq!(lines, answer.steps.first().map_or(0, |step| step.amount.whole()), "{question:?}");
    let taxes = [
        parts.federal_income,
        parts.social_security,
        parts.medicare,
        parts.state_income,
        parts.state_payroll,
        parts.local,
    ];
    assert!(taxes.into_iter().all(|tax| (Cents::default()..=wage).contains(&tax)), "{parts:?}");
    assert!((0.0..1.0).contains(&answer.effective) && answer.marginal.is_finite());
    assert!((Cents::default()..=wage).contains(&answer.deduction), "{:?}", answer.deduction);
}

/// It leaves at most a dollar more, and less only by a cliff that the data tells.
fn a_dollar_more(tables: &Tables, question: &Question, parts: &Parts) {
    let more = Question { wage: Money::dollars(question.wage.whole() + 1), ..*question };
    let gained = (take_home(tables, &more) - parts.take_home).whole();
    let (cliff, rebound) = (tables.cliff(question.place), tables.rebound(question.place));
    assert!(gained >= -cliff.whole() - ROUNDED, "{gained} at {question:?}");
    assert!(gained <= 100 + rebound.whole() + ROUNDED, "{gained} at {question:?}");
}

fn lowest(tables: &Tables, question: &Question, target: Cents) {
    let at = |wage| take_home(tables, &Question { wage: Money::dollars(wage), ..*question });
    match wage_for(tables, question, target) {
        Some(wage) => {
            assert!(at(wage.whole()) >= target, "{question:?}");
            let lower = wage.whole() - 1;
            assert!(lower < 0 || at(lower) < target, "{lower} is enough: {question:?}");
        }
        None => assert!(at(MOST) < target, "{question:?}"),
    }
}
