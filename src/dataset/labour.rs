//! Jobs, their density, pay five surveys ago, price levels and positions of every metro, read in
//! place. A table of its own, so that a program which shows none of it does not carry it.
//!
//! Layout of the packed bytes, made by `tables::pack` and nowhere else, for O occupations and M
//! metros: six planes of O × M bytes in order of occupation then metro, the low and the high bytes
//! of jobs in tens (0: not published), of the location quotient in hundredths (0: not published)
//! and of the change of the median in tenths of a percent (`NO_CHANGE`: one of the ends is not
//! published); then for each metro, as little-endian u16, the price level in tenths (0: none) and
//! its place on the map from the left and from the top, in whole units of `map`.

use super::{Dataset, MetroId, OccupationId, Role, embedded, occupations};

/// Marks a change that is not known.
const NO_CHANGE: i16 = i16::MIN;

/// The packed table.
#[derive(Clone, Copy, Debug)]
pub struct Labour {
    bytes: &'static [u8],
    occupations: usize,
    metros: usize,
}

/// A metro's price level and place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// Regional price parity, USA = 100; none for Puerto Rico.
    pub prices: Option<f32>,
    /// From the left and from the top of the map.
    pub spot: [u16; 2],
}

/// The land and the borders between states, as SVG path data in the units of the map.
pub fn outlines() -> [&'static str; 2] {
    embedded::OUTLINES
}

/// A role's labour market in one metro: its occupations by their weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Market {
    /// People employed in the role's occupations, each by its weight.
    pub jobs: f32,
    /// How many times as common these jobs are here as in the country.
    pub quotient: f32,
    /// How far the median has moved from the first year of the table to the last, as a part.
    pub change: Option<f32>,
}

impl Labour {
    /// The embedded table.
    pub fn embedded() -> Self {
        let dataset = Dataset::embedded();
        Self {
            bytes: embedded::LABOUR,
            occupations: occupations().len(),
            metros: dataset.metros.len(),
        }
    }

    /// First and last survey year of [`Market::change`].
    pub const fn years() -> [u16; 2] {
        embedded::LABOUR_YEARS
    }

    /// People employed in an occupation.
    pub fn jobs(&self, occupation: OccupationId, metro: MetroId) -> Option<u32> {
        match self.cell(0, occupation, metro) {
            0 => None,
            tens => Some(u32::from(tens) * 10),
        }
    }

    /// How many times as common an occupation's jobs are here as in the country.
    pub fn quotient(&self, occupation: OccupationId, metro: MetroId) -> Option<f32> {
        match self.cell(1, occupation, metro) {
            0 => None,
            hundredths => Some(f32::from(hundredths) / 100.0),
        }
    }

    /// How far an occupation's median has moved, as a part.
    pub fn change(&self, occupation: OccupationId, metro: MetroId) -> Option<f32> {
        match self.cell(2, occupation, metro).cast_signed() {
            NO_CHANGE => None,
            tenths => Some(f32::from(tenths) / 1000.0),
        }
    }

    /// A role's market: what is published of its occupations, if that is at least half of it.
    pub fn market(&self, role: &Role, metro: MetroId) -> Option<Market> {
        let mean = |value: &dyn Fn(OccupationId) -> Option<f32>| {
            let (mut sum, mut weights) = (0.0, 0.0);
            for share in role.shares {
                if let Some(value) = value(share.occupation) {
                    sum += share.weight * value;
                    weights += share.weight;
                }
            }
            (weights >= 0.5).then(|| sum / weights)
        };
        Some(Market {
            jobs: mean(&|occupation| self.jobs(occupation, metro).map(|jobs| jobs as f32))?,
            quotient: mean(&|occupation| self.quotient(occupation, metro))?,
            change: mean(&|occupation| self.change(occupation, metro)),
        })
    }

    /// A metro's price level and place on the map.
    pub fn setting(&self, metro: MetroId) -> Setting {
        let start = 6 * self.occupations * self.metros + 4 * metro.index();
        let read =
            |at: usize| u16::from_le_bytes([self.bytes[start + at], self.bytes[start + at + 1]]);
        Setting { prices: super::prices(metro), spot: [read(0), read(2)] }
    }

    fn cell(&self, plane: usize, occupation: OccupationId, metro: MetroId) -> u16 {
        let size = self.occupations * self.metros;
        let at = 2 * plane * size + occupation.index() * self.metros + metro.index();
        u16::from_le_bytes([self.bytes[at], self.bytes[at + size]])
    }
}
