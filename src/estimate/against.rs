//! One answer against another: how far apart their middles are, whether the evidence carries that,
//! and how often a person of the one earns more than a person of the other.

use super::curve::People;
use super::{EIGHT_IN_TEN, Estimate, Evidence, score_of};
use crate::money::Money;

/// Equal shares of people that each answer is cut into.
const SHARES: u8 = 100;

/// How an answer stands against another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Against {
    /// Its middle less the other's.
    pub more: Money,
    /// The same as a part of the other's middle.
    pub part: f32,
    /// Whether the evidence tells which middle is higher: eight in ten such differences are at least
    /// so large by more than chance. Errors are taken as independent, which errs towards no.
    pub sure: bool,
    /// Of pairs of one person each, the part in which its person earns more, 0 to 1. Ties are halved.
    /// `McGraw` and Wong 1992, "A common language effect size statistic",
    /// doi:10.1037/0033-2909.111.2.361.
    pub often: f32,
}

/// Sets an answer against another. `None` where one counts pay as posted in the whole country and the
/// other as surveyed in a metro: what lies between them is not the place alone.
pub fn against(answer: &Estimate, other: &Estimate) -> Option<Against> {
    if (answer.evidence == Evidence::National) != (other.evidence == Evidence::National) {
        return None;
    }
    let [here, there] = [answer, other].map(|one| one.median().whole().max(1));
    let ratio = here as f32 / there as f32;
    let sure = ratio.ln().abs() > EIGHT_IN_TEN * answer.known.hypot(other.known);
    let often = often(&answer.people, &other.people);
    Some(Against { more: Money::dollars(here - there), part: ratio - 1.0, sure, often })
}

/// The part of all pairs in which the first person earns more.
fn often(first: &People, second: &People) -> f32 {
    let scores = (0..SHARES).map(|at| score_of((f32::from(at) + 0.5) / f32::from(SHARES)));
    let pay: Vec<(Money, Money)> =
        scores.map(|score| (first.at(score), second.at(score))).collect();
    let mut halves = 0_u32;
    for (one, _) in &pay {
        for (_, other) in &pay {
            halves += match one.cmp(other) {
                std::cmp::Ordering::Greater => 2,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Less => 0,
            };
        }
    }
    halves as f32 / (2.0 * f32::from(SHARES) * f32::from(SHARES))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Log-normal pay: the chance that one exceeds the other is known in closed form, the normal
    /// distribution at the distance of the means over the root of the summed variances.
    #[test]
    fn pairs_agree_with_the_closed_form() {
        let people = |middle: f32, spread: f32| {
            People::new(super::super::curve::KEPT.map(|score| (middle + spread * score).exp()))
        };
        for (one, other) in [((11.9_f32, 0.3_f32), (11.7, 0.3)), ((12.0, 0.25), (11.5, 0.4))] {
            let chance = super::super::share_below((one.0 - other.0) / one.1.hypot(other.1));
            let (one, other) = (people(one.0, one.1), people(other.0, other.1));
            assert!((often(&one, &other) - chance).abs() < 0.015, "{chance}");
            assert!((often(&one, &other) + often(&other, &one) - 1.0).abs() < 1e-6);
            assert!((often(&one, &one) - 0.5).abs() < 1e-6);
        }
    }
}
