//! The packed tables of posted pay in the whole country, one a role, read in place.
//!
//! Layout of the packed bytes, made by `tables::pack` and nowhere else: two planes, the low bytes
//! and then the high bytes of little-endian u16, for each role and row the pay at p2.5 and the
//! steps to p10, p25, p50, p75, p90 and p97.5, in units of two hundred dollars; of a role's rows after
//! the first, what each figure differs from the row before, with its sign in the lowest bit.

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
        let first = role.index() * ROWS * 7;
        let mut sum = 0;
        std::array::from_fn(|at| {
            for cell in (first + at..).step_by(7).take(row + 1) {
                let more = i32::from(u16::from_le_bytes([low[cell], high[cell]]));
                sum += (more >> 1) ^ -(more & 1);
            }
            (2 * sum) as f32
        })
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::dataset::Dataset;
    use crate::tables;
    use std::path::Path;

    #[test]
    fn every_figure_of_the_country_is_embedded_to_a_hundred_dollars() {
        let tables = tables::read(Path::new("data")).unwrap();
        let dataset = Dataset::embedded();
        for id in dataset.role_ids() {
            let role = dataset.role(id).id;
            let fit = tables.model.roles.iter().find(|fit| fit.role == role).unwrap();
            assert_eq!(fit.country.len(), ROWS);
            for (at, published) in fit.country.iter().enumerate() {
                for (packed, published) in dataset.country.row(id, at).iter().zip(published) {
                    let off = (packed * 100.0 - *published as f32).abs();
                    assert!(off <= 100.0, "{role}, row {at}: {packed} for {published}");
                }
            }
        }
    }
}
