//! Whole-dollar amounts and ranges of them, and cents where taxes need them. No floats are stored and
//! no text is made here.

use std::iter::Sum;
use std::ops::{Add, Sub};

/// US dollars, whole. Everywhere in this crate an amount of pay is a year's base pay before tax.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i32);

impl Money {
    /// An amount of whole dollars.
    pub const fn dollars(dollars: i32) -> Self {
        Self(dollars)
    }

    /// The amount in whole dollars.
    pub const fn whole(self) -> i32 {
        self.0
    }

    /// Reads an amount as people type it: `185000`, `$185,000`, `185 000`, `185k`, `185.5 K`. What
    /// is more than two billion dollars is read as the most that can be held.
    ///
    /// # Errors
    /// When the text is no such amount.
    pub fn parse(typed: &str) -> Result<Self, NotAnAmount> {
        let text = typed.trim();
        let text = text.strip_prefix('$').unwrap_or(text).trim();
        let (digits, unit) = match text.strip_suffix(['k', 'K']) {
            Some(digits) => (digits.trim_end(), 1000),
            None => (text, 1),
        };
        let between = |letter: &char| matches!(letter, ',' | ' ' | '\u{a0}' | '\u{202f}');
        let plain: String = digits.chars().filter(|letter| !between(letter)).collect();
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_number(whole) || !is_number(part) {
            return Err(NotAnAmount);
        }
        let whole = whole.parse().unwrap_or(i64::MAX).min(1 << 40) * unit;
        let part = &part[..part.len().min(9)];
        let part = part.parse().unwrap_or(0) * unit / 10_i64.pow(part.len() as u32);
        Ok(Self(i32::try_from(whole + part).unwrap_or(i32::MAX)))
    }

    /// The amount rounded to the nearest multiple of `step` dollars, halves upward.
    ///
    /// # Panics
    /// When `step` is not positive.
    #[must_use]
    pub const fn rounded(self, step: i32) -> Self {
        assert!(step > 0, "a rounding step is a positive amount");
        Self(self.0.saturating_add(step / 2).div_euclid(step) * step)
    }
}

/// US dollars and cents, for what is worked out to the cent: taxes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(i64);

impl Cents {
    /// An amount of cents.
    pub const fn new(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount in cents.
    pub const fn whole(self) -> i64 {
        self.0
    }

    /// The nearest cent to an amount of dollars.
    pub fn of_dollars(dollars: f64) -> Self {
        Self((dollars * 100.0).round() as i64)
    }

    /// The amount in dollars.
    pub fn dollars(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The nearest whole dollar, halves upward.
    pub const fn rounded(self) -> Money {
        let dollars = (self.0 + 50).div_euclid(100);
        Money(if dollars > i32::MAX as i64 { i32::MAX } else { dollars as i32 })
    }
}

impl From<Money> for Cents {
    fn from(money: Money) -> Self {
        Self(i64::from(money.0) * 100)
    }
}

impl Add for Cents {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Cents {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), Add::add)
    }
}

/// A text that is no amount of dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAmount;

/// Two amounts, the lower first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Lower end.
    pub low: Money,
    /// Upper end.
    pub high: Money,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (typed, dollars) in [
            ("185000", 185_000),
            (" $185,000 ", 185_000),
            ("185k", 185_000),
            ("$ 185.5 K", 185_500),
            ("99.99", 99),
            ("0", 0),
            ("$185 000", 185_000),
            ("185\u{a0}000", 185_000),
            ("3000000000", i32::MAX),
            ("99999999999999999999999k", i32::MAX),
            ("1.5 0k", 1_500),
            ("1.5,00 k", 1_500),
            ("1.12345678\u{a0}9123k", 1_123),
            ("0.99999999999999999999k", 999),
        ] {
            assert_eq!(Money::parse(typed), Ok(Money::dollars(dollars)), "{typed}");
        }
        for typed in ["", "$", "k", "-5", "1e5", "12a", "1.2.3", "½", "1.123456789a"] {
            assert_eq!(Money::parse(typed), Err(NotAnAmount), "{typed}");
        }
    }

    #[test]
    fn rounds_to_the_nearest_step() {
        let rounded = |dollars| Money::dollars(dollars).rounded(1000).whole();
        assert_eq!(
            [rounded(1499), rounded(1500), rounded(-1499), rounded(0)],
            [1000, 2000, -1000, 0]
        );
        assert_eq!(rounded(i32::MAX), 2_147_483_000, "the most that can be typed");
    }
}
