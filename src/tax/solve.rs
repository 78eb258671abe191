//! The wage that a take-home pay needs. Exact, whatever cliffs the law has.

use super::{Place, Question, Tables, parts};
use crate::money::{Cents, Money};

/// The most that is searched: above it nothing was ever compared.
const MOST: i32 = 100_000_000;

/// The lowest whole-dollar wage, up to a hundred million, whose take-home pay is at least `target`;
/// `question.wage` is not read. None when no such wage reaches it.
///
/// Where taxes never fall when a wage rises, a dollar more of wage is at most a dollar more to keep:
/// a wage that misses the target by d dollars cannot reach it before it is d dollars higher. Where
/// they do fall, they do so by the place's rebound at most, and so can a wage lower by that. Rising
/// by just as much, or by one dollar, the search passes over no wage that reaches the target, though
/// take-home pay may fall at cliffs in between. Both bounds are tested (tests/tax.rs).
pub fn wage_for(tables: &Tables, question: &Question, target: Cents) -> Option<Money> {
    let rebound = tables.rebound(question.place).whole();
    // What is given before tax is not taken home, so that a wage up to it leaves nothing.
    let given: i64 =
        question.contributions.iter().map(|given| i64::from(given.whole().max(0))).sum();
    let mut wage = if target.whole() > 0 { given } else { 0 };
    while wage <= i64::from(MOST) {
        let asked = Question { wage: Money::dollars(wage as i32), ..*question };
        let missing = (target - parts(tables, &asked, |_| ()).0.take_home).whole();
        if missing <= 0 {
            return Some(asked.wage);
        }
        // Whole dollars, a part of one counted as one.
        wage += ((missing - rebound + 99) / 100).max(1);
    }
    None
}

impl Tables {
    /// What must be earned in one place to take home as much as a wage leaves in another, where
    /// prices are `prices` times as high; `there` is the question without its wage.
    pub fn wage_to_live_as(&self, here: &Question, there: &Question, prices: f64) -> Option<Money> {
        let kept = parts(self, here, |_| ()).0.take_home.dollars();
        wage_for(self, there, Cents::of_dollars(kept * prices))
    }
}

impl Question {
    /// The same question in another place.
    #[must_use]
    pub const fn moved(self, place: Place) -> Self {
        Self { place, ..self }
    }
}
