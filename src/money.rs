//! Whole-dollar amounts and ranges of them. No floats are stored and no text is made here.

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

    /// The amount rounded to the nearest multiple of `step` dollars, halves upward.
    ///
    /// # Panics
    /// When `step` is not positive.
    #[must_use]
    pub const fn rounded(self, step: i32) -> Self {
        assert!(step > 0, "a rounding step is a positive amount");
        Self((self.0 + step / 2).div_euclid(step) * step)
    }
}

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
    fn rounds_to_the_nearest_step() {
        let rounded = |dollars| Money::dollars(dollars).rounded(1000).whole();
        assert_eq!(
            [rounded(1499), rounded(1500), rounded(-1499), rounded(0)],
            [1000, 2000, -1000, 0]
        );
    }
}
