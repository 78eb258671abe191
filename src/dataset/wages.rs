//! The packed pay percentiles of every metro and occupation, read in place.
//!
//! They come in blocks of metros: the first, with the listed cities, is in every program; a page
//! asks for the others when somebody asks for a city in them. Loads nothing itself.
//!
//! Layout of a block's bytes, made by `tables::pack` and nowhere else, for O occupations, M metros
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

use super::{MetroId, OccupationId, Published, sign_first};
use crate::money::Money;
use std::sync::OnceLock;

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

/// What bytes add up to (FNV-1a, 32 bits): tells what was cut short or changed on its way.
pub(crate) fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Some metros' part of the packed table.
#[derive(Debug)]
pub struct Block {
    /// In the program from the start.
    held: Option<&'static [u8]>,
    /// Taken in later.
    taken: OnceLock<&'static [u8]>,
    /// What its bytes add up to ([`sum`]).
    sum: u32,
}

impl Block {
    /// A block whose bytes add up to `sum`, which the program has or not.
    pub(crate) const fn new(held: Option<&'static [u8]>, sum: u32) -> Self {
        Self { held, taken: OnceLock::new(), sum }
    }

    fn bytes(&self) -> Option<&'static [u8]> {
        self.held.or_else(|| self.taken.get().copied())
    }
}

/// What is common to all blocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// Tells one packing from another.
    pub(crate) id: &'static str,
    /// Metros in a block, but for the first and the last.
    pub(crate) a_block: usize,
}

/// The packed table: rows are occupations, columns metros.
#[derive(Clone, Copy, Debug)]
pub struct Wages {
    blocks: &'static [Block],
    form: Form,
    /// Metros of the first block, ascending; all others follow in their order.
    first: &'static [u16],
    /// Mean over metros of p10 to p90, by occupation, in hundreds of dollars.
    mean: &'static [[u16; 5]],
    metros: usize,
}

/// A metro's column of the block it is in.
#[derive(Clone, Copy)]
struct Column {
    bytes: &'static [u8],
    /// Metros in the block.
    metros: usize,
    at: usize,
}

impl Wages {
    /// Wraps blocks made for the occupations of these means, and this many metros.
    pub(crate) const fn new(
        blocks: &'static [Block],
        form: Form,
        first: &'static [u16],
        mean: &'static [[u16; 5]],
        metros: usize,
    ) -> Self {
        Self { blocks, form, first, mean, metros }
    }

    /// The blocks at hand, the first in front, with the names of their files.
    pub fn files(&self) -> impl Iterator<Item = (String, &'static [u8])> + use<'_> {
        let all = self.blocks.iter().enumerate();
        all.filter_map(|(block, bytes)| Some((self.file(block), bytes.bytes()?)))
    }

    /// The name of a block's file, which changes with the table.
    pub fn file(&self, block: usize) -> String {
        ["pay-", self.form.id, "-", &block.to_string(), ".bin"].concat()
    }

    /// Numbers of the blocks that are not at hand.
    pub fn absent(&self) -> impl Iterator<Item = usize> + use<'_> {
        (0..self.blocks.len()).filter(|&block| self.blocks[block].bytes().is_none())
    }

    /// The block that a metro is in.
    pub fn block(&self, metro: MetroId) -> usize {
        self.place(metro).0
    }

    /// Whether a metro's pay is at hand.
    pub fn holds(&self, metro: MetroId) -> bool {
        self.blocks[self.block(metro)].bytes().is_some()
    }

    /// Takes a block in. Whether it is the one: what was cut short or changed on its way is not.
    pub fn hold(&self, block: usize, bytes: &'static [u8]) -> bool {
        let Some(block) = self.blocks.get(block).filter(|block| block.sum == sum(bytes)) else {
            return false;
        };
        // Taken twice it is the same.
        let _known = block.taken.set(bytes);
        true
    }

    /// A metro's block, the number of its column there, and of all columns.
    fn place(&self, metro: MetroId) -> (usize, usize, usize) {
        match self.first.binary_search(&metro.0) {
            Ok(at) => (0, at, self.first.len()),
            Err(before) => {
                let (at, size) = (metro.index() - before, self.form.a_block);
                let others = self.metros - self.first.len();
                (1 + at / size, at % size, size.min(others - at / size * size))
            }
        }
    }

    fn column(&self, metro: MetroId) -> Option<Column> {
        let (block, at, metros) = self.place(metro);
        Some(Column { bytes: self.blocks.get(block)?.bytes()?, metros, at })
    }

    /// Published pay of an occupation in a metro; `None` where it is not published, or not at hand.
    pub fn get(&self, occupation: OccupationId, metro: MetroId) -> Option<Percentiles> {
        let column = self.column(metro)?;
        self.pay(column, self.cell(column, occupation)?, occupation)
    }

    /// Published pay and people in logarithms, as smoothing takes them.
    pub(super) fn logs(&self, occupation: OccupationId, metro: MetroId) -> Option<Published> {
        let column = self.column(metro)?;
        let cell = self.cell(column, occupation)?;
        let log_pay = self.pay(column, cell, occupation)?.map(|pay| (pay.whole() as f32).ln());
        let people =
            column.bytes.len().checked_sub(column.metros + column.start(self.mean.len())?)? + cell;
        Some(Published { log_pay, log_people: log_people(*column.bytes.get(people)?) })
    }

    /// Number of a published cell.
    fn cell(&self, column: Column, occupation: OccupationId) -> Option<usize> {
        let (o, m) = (occupation.index(), column.at);
        let width = column.metros.div_ceil(8);
        let bitmaps = 2 * (self.mean.len() + 1);
        let row = column.bytes.get(bitmaps + o * width..bitmaps + (o + 1) * width)?;
        if row.get(m / 8)? >> (m % 8) & 1 == 0 {
            return None;
        }
        let before: u32 = row[..m / 8].iter().map(|byte| byte.count_ones()).sum();
        let partial = row[m / 8] & ((1u16 << (m % 8)) - 1) as u8;
        Some(column.start(o)? + (before + partial.count_ones()) as usize)
    }

    fn pay(&self, column: Column, cell: usize, occupation: OccupationId) -> Option<Percentiles> {
        let Column { bytes, metros, at } = column;
        let count = column.start(self.mean.len())?;
        let planes = 2 * (self.mean.len() + 1) + self.mean.len() * metros.div_ceil(8);
        let factor = i32::from(*bytes.get(planes + 11 * count + at)?) + 64;
        let mean = self.mean.get(occupation.index())?.map(i32::from);
        let at = |plane: usize, mean: i32| -> Option<i32> {
            let low = *bytes.get(planes + 2 * plane * count + cell)?;
            let high = *bytes.get(planes + (2 * plane + 1) * count + cell)?;
            Some(mean * factor / 256 + sign_first(u16::from_le_bytes([low, high])))
        };
        let p50 = at(0, mean[2])?;
        let p25 = p50 - at(2, mean[2] - mean[1])?;
        let p10 = p25 - at(1, mean[1] - mean[0])?;
        let p75 = p50 + at(3, mean[3] - mean[2])?;
        let p90 = p75 + at(4, mean[4] - mean[3])?;
        Some([p10, p25, p50, p75, p90].map(|units| Money::dollars(units * UNIT)))
    }
}

impl Column {
    fn start(&self, occupation: usize) -> Option<usize> {
        let pair = self.bytes.get(2 * occupation..2 * occupation + 2)?;
        Some(usize::from(u16::from_le_bytes([pair[0], pair[1]])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_that_was_cut_short_or_changed_is_not_taken() {
        static BLOCKS: [Block; 1] = [Block::new(None, 0xabee_15aa)];
        let form = Form { id: "", a_block: 1 };
        let wages = Wages::new(&BLOCKS, form, &[], &[], 1);
        assert!(!wages.hold(0, b"four byte") && !wages.hold(0, b"four bites"));
        assert!(!wages.hold(1, b"four bytes"), "there is no such block");
        assert!(wages.absent().eq([0]));
        let right = sum(b"four bytes");
        assert_eq!(right, 0xabee_15aa, "{right:#x}");
        assert!(wages.hold(0, b"four bytes"));
        assert!(wages.absent().next().is_none());
    }
}
