//! An offer's verdict as sentences, no surer than the evidence.

use super::{about, exact, ordinal};
use crate::dataset::Dataset;
use crate::estimate::{Estimate, Evidence};
use crate::offer::{LEAST, MOST, OfferError, Standing, Verdict};
use crate::profile::Profile;

/// What is wrong with a typed offer and what would do.
pub fn offer_error(error: OfferError) -> String {
    match error {
        OfferError::NotAnAmount => {
            "Enter base pay a year in dollars, like 185,000 or 185k.".to_owned()
        }
        OfferError::TooLow => format!(
            "That is less than {} a year. Enter base pay for a whole year: an hourly wage times \
             2,080, or a monthly one times 12.",
            exact(LEAST)
        ),
        OfferError::TooHigh => format!("Enter base pay of at most {} a year.", exact(MOST)),
    }
}

/// Where an offer stands, and how surely.
pub fn verdict(verdict: &Verdict) -> String {
    let [low, high] = verdict.between;
    let standing = match verdict.standing {
        Standing::FarBelow => "far below the middle, under what 9 in 10 earn",
        Standing::Below => "below the likely range",
        Standing::Within => "within the likely range",
        Standing::Above => "above the likely range",
        Standing::FarAbove => "far above the middle, over what 9 in 10 earn",
    };
    // Beyond the 1st and the 99th nothing is told apart.
    let (end, bound) = match verdict.percentile {
        ..=1 => (" or below", "at most "),
        99.. => (" or above", "at least "),
        _ => ("", ""),
    };
    let first = format!(
        "{} is about the {} percentile{end}: {bound}{} in 100 people with the same answers earn \
         less. That is {standing}.",
        exact(verdict.pay),
        ordinal(u32::from(verdict.percentile)),
        verdict.percentile
    );
    if low == high {
        format!("{first} Our figures are sure enough to say so.")
    } else if verdict.sure {
        format!(
            "{first} Our figures are sure enough to say so: it lies between the {} and the {} percentile.",
            ordinal(u32::from(low)),
            ordinal(u32::from(high))
        )
    } else {
        format!(
            "{first} Our figures are not sure enough for a firm verdict: it may be anywhere from the {} to \
             the {} percentile.",
            ordinal(u32::from(low)),
            ordinal(u32::from(high))
        )
    }
}

/// A sentence to quote when talking about an offer, and what it rests on.
pub fn quote(dataset: &Dataset, profile: &Profile, estimate: &Estimate) -> String {
    let (likely, middle) = (estimate.likely(), estimate.median());
    format!(
        "{}: the middle is {} a year and half earn between {} and {}. {}",
        super::question(dataset, profile),
        about(middle),
        about(likely.low),
        about(likely.high),
        rests_on(dataset, estimate.evidence)
    )
}

/// What answers of this evidence rest on.
pub fn rests_on(dataset: &Dataset, evidence: Evidence) -> String {
    let (kind, and) = match evidence {
        Evidence::National => ("Base pay that employers post", " and job postings"),
        _ => ("Base pay", ""),
    };
    format!("{kind}; official wage statistics of {}{and}, by Paypath.", dataset.period)
}
