//! Where a base pay that somebody was offered stands among people with the same answers, and how
//! surely that can be said. Says nothing in words and keeps nothing.

use crate::estimate::{Estimate, score_of, share_below};
use crate::money::Money;

/// Offers below this are not a year's pay: the federal minimum wage is about 15,000 dollars a year
/// (29 U.S.C. 206: 7.25 an hour).
pub const LEAST: Money = Money::dollars(15_000);
/// Offers above this are beyond anything that official statistics publish.
pub const MOST: Money = Money::dollars(2_000_000);

/// Why a text is not an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferError {
    /// No amount of dollars.
    NotAnAmount,
    /// Too little for a year: an hourly or monthly figure, or thousands left out.
    TooLow,
    /// More than can be judged.
    TooHigh,
}

/// Reads a yearly base pay.
///
/// # Errors
/// When the text is no amount, or not a plausible one for a year.
pub fn parse(typed: &str) -> Result<Money, OfferError> {
    match Money::parse(typed) {
        Err(_) => Err(OfferError::NotAnAmount),
        Ok(pay) if pay < LEAST => Err(OfferError::TooLow),
        Ok(pay) if pay > MOST => Err(OfferError::TooHigh),
        Ok(pay) => Ok(pay),
    }
}

/// How an offer compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Below p10.
    FarBelow,
    /// p10 to p25.
    Below,
    /// p25 to p75.
    Within,
    /// p75 to p90.
    Above,
    /// Above p90.
    FarAbove,
}

/// An offer judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The offer.
    pub pay: Money,
    /// Percent of people with the same answers who earn less, 1 to 99.
    pub percentile: u8,
    /// The same if the middle itself lies at either end of where it lies eight times in ten.
    pub between: [u8; 2],
    /// How it compares.
    pub standing: Standing,
    /// Whether that holds all the way between: if not, the evidence does not carry it.
    pub sure: bool,
}

/// Judges an offer. The confidence is capped by how well the middle is known.
pub fn judge(estimate: &Estimate, pay: Money) -> Verdict {
    let middle = estimate.median().whole().max(1) as f32;
    let ends = estimate.middle_range();
    // If the true middle is higher, the same pay stands as a lower one does here.
    let moved = |end: Money| {
        let factor = middle / end.whole().max(1) as f32;
        percentile(estimate, Money::dollars((pay.whole() as f32 * factor) as i32))
    };
    let between = [moved(ends.high), moved(ends.low)];
    let percentile = percentile(estimate, pay);
    let sure = standing(between[0]) == standing(between[1]);
    Verdict { pay, percentile, between, standing: standing(percentile), sure }
}

/// Percent of people who earn less, by halving the scale of scores.
fn percentile(estimate: &Estimate, pay: Money) -> u8 {
    let (mut low, mut high) = (score_of(0.01), score_of(0.99));
    for _ in 0..16 {
        let middle = f32::midpoint(low, high);
        if estimate.people.at(middle) < pay { low = middle } else { high = middle }
    }
    (share_below(f32::midpoint(low, high)) * 100.0).round().max(1.0).min(99.0) as u8
}

const fn standing(percentile: u8) -> Standing {
    match percentile {
        ..10 => Standing::FarBelow,
        10..25 => Standing::Below,
        25..=75 => Standing::Within,
        76..=90 => Standing::Above,
        91.. => Standing::FarAbove,
    }
}
