//! The packed pay percentiles of every metro and occupation, read in place.
//!
//! Layout of the packed bytes, made by `tables::pack` and nowhere else, for O occupations, M metros
//! and C cells with all five percentiles published:
//!
//! 1. `starts`: O + 1 little-endian u16, the number of cells before each occupation;
//! 2. `present`: O bitmaps of ceil(M / 8) bytes, bit m set when metro m has a cell;
//! 3. ten planes of C bytes: low then high bytes of p50, then of the four steps p25−p10, p50−p25,
//!    p75−p50, p90−p75, all in units of two hundred dollars, cells in order of occupation then
//!    metro. Of each the part is kept that the mean over metros times the metro's factor does not
//!    foretell, with its sign in the lowest bit;
//! 4. a plane of C bytes: how many fourfold steps the people employed lie above 30, and 0 where
//!    employment is not published;
//! 5. M bytes: the metros' factors, in 128ths less 64.
//!
//! Planes of like bytes compress better than rows, and one cell costs ten loads and a popcount.

use super::{MetroId, OccupationId, Published};
use crate::money::Money;

/// Dollars in one packed unit: a figure is exact to a hundred, which is far finer than the survey's
/// own error and weighs 4 KB less in the browser than fifty would.
pub(crate) const UNIT: i32 = 200;

/// People in a cell whose packed byte is 0: the fewest that are published.
const FEWEST_PEOPLE: f32 = 30.0;

/// Logarithm of the people that a packed byte stands for.
pub fn log_people(byte: u8) -> f32 {
    FEWEST_PEOPLE.ln() + f32::from(byte) * (2.0 * std::f32::consts::LN_2)
}

/// p10, p25, p50, p75 and p90 of base pay.
pub type Percentiles = [Money; 5];

/// The packed table: rows are occupations, columns metros.
#[derive(Clone, Copy, Debug)]
pub struct Wages {
    bytes: &'static [u8],
    /// Mean over metros of p10 to p90, by occupation, in hundreds of dollars.
    mean: &'static [[u16; 5]],
    metros: usize,
}

impl Wages {
    /// Wraps packed bytes made for the occupations of these means, and this many metros.
    pub(crate) const fn new(
        bytes: &'static [u8],
        mean: &'static [[u16; 5]],
        metros: usize,
    ) -> Self {
        Self { bytes, mean, metros }
    }

    /// The packed bytes themselves, for measuring.
    pub const fn bytes(&self) -> &'static [u8] {
        self.bytes
    }

    /// Published pay of an occupation in a metro; `None` where it is not published.
    pub fn get(&self, occupation: OccupationId, metro: MetroId) -> Option<Percentiles> {
        self.pay(self.cell(occupation, metro)?, occupation, metro)
    }

    /// Published pay and people in logarithms, as smoothing takes them.
    pub(super) fn logs(&self, occupation: OccupationId, metro: MetroId) -> Option<Published> {
        let cell = self.cell(occupation, metro)?;
        let log_pay = self.pay(cell, occupation, metro)?.map(|pay| (pay.whole() as f32).ln());
        let people =
            self.bytes.len().checked_sub(self.metros + self.start(self.mean.len())?)? + cell;
        Some(Published { log_pay, log_people: log_people(*self.bytes.get(people)?) })
    }

    /// Number of a published cell.
    fn cell(&self, occupation: OccupationId, metro: MetroId) -> Option<usize> {
        let (o, m) = (occupation.index(), metro.index());
        let width = self.metros.div_ceil(8);
        let bitmaps = 2 * (self.mean.len() + 1);
        let row = self.bytes.get(bitmaps + o * width..bitmaps + (o + 1) * width)?;
        if row.get(m / 8)? >> (m % 8) & 1 == 0 {
            return None;
        }
        let before: u32 = row[..m / 8].iter().map(|byte| byte.count_ones()).sum();
        let partial = row[m / 8] & ((1u16 << (m % 8)) - 1) as u8;
        Some(self.start(o)? + (before + partial.count_ones()) as usize)
    }

    fn pay(&self, cell: usize, occupation: OccupationId, metro: MetroId) -> Option<Percentiles> {
        let count = self.start(self.mean.len())?;
        let planes = 2 * (self.mean.len() + 1) + self.mean.len() * self.metros.div_ceil(8);
        let factor = i32::from(*self.bytes.get(planes + 11 * count + metro.index())?) + 64;
        let mean = self.mean.get(occupation.index())?.map(i32::from);
        let at = |plane: usize, mean: i32| -> Option<i32> {
            let low = *self.bytes.get(planes + 2 * plane * count + cell)?;
            let high = *self.bytes.get(planes + (2 * plane + 1) * count + cell)?;
            let beyond = i32::from(u16::from_le_bytes([low, high]));
            Some(mean * factor / 256 + ((beyond >> 1) ^ -(beyond & 1)))
        };
        let p50 = at(0, mean[2])?;
        let p25 = p50 - at(2, mean[2] - mean[1])?;
        let p10 = p25 - at(1, mean[1] - mean[0])?;
        let p75 = p50 + at(3, mean[3] - mean[2])?;
        let p90 = p75 + at(4, mean[4] - mean[3])?;
        Some([p10, p25, p50, p75, p90].map(|units| Money::dollars(units * UNIT)))
    }

    fn start(&self, occupation: usize) -> Option<usize> {
        let pair = self.bytes.get(2 * occupation..2 * occupation + 2)?;
        Some(usize::from(u16::from_le_bytes([pair[0], pair[1]])))
    }
}
