//! What people type as a contribution before tax, judged by the limits of the law.

use super::{Contribution, Limit, Texts};
use crate::money::Money;

/// Why a text is no contribution of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenError {
    /// No amount of dollars.
    NotAnAmount,
    /// More than the law lets anybody give.
    TooMuch {
        /// The most that somebody may give.
        most: Money,
    },
}

/// Reads a contribution of a year; nothing typed is nothing given.
///
/// # Errors
/// When the text is no amount, or more than the law lets anybody give.
pub fn given(texts: &Texts, kind: Contribution, typed: &str) -> Result<Money, GivenError> {
    if typed.trim().is_empty() {
        return Ok(Money::default());
    }
    let amount = Money::parse(typed).map_err(|_| GivenError::NotAnAmount)?;
    match most(texts.limits(kind)) {
        Some(most) if amount > most => Err(GivenError::TooMuch { most }),
        _ => Ok(amount),
    }
}

/// The highest limit, with the highest that comes on top of one; none where the law has none.
fn most(limits: &[Limit]) -> Option<Money> {
    let highest = |alone: bool| {
        let those = limits.iter().filter(|limit| limit.on_top_of.is_empty() == alone);
        those.map(|limit| limit.amount.whole()).max()
    };
    Some(Money::dollars(highest(true)? + highest(false).unwrap_or(0)))
}
