//! The packed tables of posted pay in the whole country, one a role, read in place.
//!
//! Layout of the packed bytes, made by `tables::pack` and nowhere else: two planes, the low bytes
//! and then the high bytes of little-endian u16, for each role and row the pay at p2.5 and the
//! steps to p10, p25, p50, p75, p90 and p97.5, in hundreds of dollars.

use super::RoleId;

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

    /// Pay in hundreds of dollars at the kept percentiles, for a row below [`ROWS`].
    pub(crate) fn row(&self, role: RoleId, row: usize) -> [f32; 7] {
        let (low, high) = self.bytes.split_at(self.bytes.len() / 2);
        let first = (role.index() * ROWS + row) * 7;
        let mut sum = 0;
        std::array::from_fn(|at| {
            sum += u32::from(u16::from_le_bytes([low[first + at], high[first + at]]));
            sum as f32
        })
    }
}
