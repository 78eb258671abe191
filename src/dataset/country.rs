//! The packed tables of posted pay in the whole country, one a role, read in place.
//!
//! Layout of the packed bytes, made by `tables::pack` and nowhere else: two planes, the low bytes
//! and then the high bytes of little-endian u16, for each role and row the pay at p2.5 and the
//! steps to p10, p25, p50, p75, p90 and p97.5, in units of two hundred dollars; of a role's rows after
//! the first, what each figure differs from the row before, with its sign in the lowest bit.

use super::{RoleId, sign_first};

/// Rows of a role: the two ends, the four levels, and one half-way between each two.
pub(crate) const ROWS: usize = 11;

/// The packed tables.
#[derive(Clone, Copy, Debug)]
pub struct Country {
    bytes: &'static [u8],
    /// Scores of the first and the last row.
    pub ends: [f32; 2],
}

impl Country {
    /// Wraps packed bytes.
    pub(crate) const fn new(bytes: &'static [u8], ends: [f32; 2]) -> Self {
        Self { bytes, ends }
    }

    /// Pay in hundreds of dollars at the kept percentiles: p2.5, p10, p25, p50, p75, p90 and p97.5.
    ///
    /// # Panics
    /// When a role has fewer rows: it has eleven.
    pub fn row(&self, role: RoleId, row: usize) -> [f32; 7] {
        let (low, high) = self.bytes.split_at(self.bytes.len() / 2);
        let first = role.index() * ROWS * 7;
        let mut sum = 0;
        std::array::from_fn(|at| {
            for cell in (first + at..).step_by(7).take(row + 1) {
                sum += sign_first(u16::from_le_bytes([low[cell], high[cell]]));
            }
            (2 * sum) as f32
        })
    }
}
