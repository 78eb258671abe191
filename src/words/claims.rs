//! What articles claim, as sentences.

use super::{about, exact};
use crate::dataset::{Claim, Claimed, Dataset};

/// `$126,000 to $194,000`, `$200,000 or more`, `$41.21 an hour (about $86,000 a year)`
pub fn claim_pay(claim: &Claim) -> String {
    match (claim.pay, claim.hourly_cents) {
        (Claimed::Point(pay), Some(cents)) => {
            format!("${}.{:02} an hour (about {} a year)", cents / 100, cents % 100, about(pay))
        }
        (Claimed::Point(pay), None) => exact(pay),
        (Claimed::Range(pay), _) => format!("{} to {}", exact(pay.low), exact(pay.high)),
        (Claimed::AtLeast(pay), _) => format!("{} or more", exact(pay)),
    }
}

/// `Global Tech Council, undated`
pub fn claim_source(dataset: &Dataset, claim: &Claim) -> String {
    let source = dataset.source(claim.source);
    format!("{}, {}", source.publisher, source.published)
}
