//! Reads the packed figures, which `tables::pack` alone makes, from checked tables. No byte is
//! judged here: past the end of the bytes every number is 0.
//!
//! Layout: a *count* is seven bits a byte, the lowest first; a *number* is a count, its low four
//! bits telling where the digits above them stand: 0 to 9 behind the point, 10 and more one place
//! further before it. A *list* is a count and so many rows. *By status* is one byte, 0 and one value
//! for all, or 1 and three. The order of everything is that of the functions below.

use super::SourceId;
use super::amount::{Adjust, Amount, Bands, Base, Each, Steps, Table};
use super::law::{Basis, Recapture, Rule};

pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl Bytes<'_> {
    pub(super) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    pub(super) fn count(&mut self) -> usize {
        self.packed() as usize
    }

    fn packed(&mut self) -> u64 {
        let (mut packed, mut place) = (0, 0);
        loop {
            let byte = self.byte();
            packed |= u64::from(byte & 127) << place;
            place += 7;
            if byte < 128 || place > 56 {
                return packed;
            }
        }
    }

    pub(super) fn number(&mut self) -> f64 {
        let packed = self.packed();
        let digits = (packed >> 4) as f64;
        match (packed & 15) as i32 {
            // A power of ten up to 10⁹ and these digits are exact, so the quotient is the nearest
            // number to the decimal, as if it had been parsed.
            behind @ 0..10 => digits / 10_f64.powi(behind),
            before => digits * 10_f64.powi(before - 9),
        }
    }

    pub(super) fn source(&mut self) -> SourceId {
        SourceId(self.count() as u8)
    }

    pub(super) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.count()).map(|_| read(self)).collect()
    }

    fn by_status<T: Clone>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Each<T> {
        if self.byte() == 1 {
            return [read(self), read(self), read(self)];
        }
        let one = read(self);
        [one.clone(), one.clone(), one]
    }

    pub(super) fn numbers(&mut self) -> Each<f64> {
        self.by_status(Self::number)
    }

    fn pairs(&mut self) -> Vec<[f64; 2]> {
        self.list(|bytes| [bytes.number(), bytes.number()])
    }

    pub(super) fn bands(&mut self) -> Each<Bands> {
        self.by_status(|bytes| Bands::of(bytes.pairs()))
    }

    fn table(&mut self) -> Table {
        Table { above: self.byte() == 1, rows: self.by_status(Self::pairs) }
    }

    fn basis(&mut self) -> Basis {
        if self.byte() == 1 { Basis::Taxable } else { Basis::Income }
    }

    pub(super) fn rules(&mut self) -> Vec<Rule> {
        self.list(Self::rule)
    }

    fn rule(&mut self) -> Rule {
        match self.byte() {
            0 => Rule::Deduct(self.amount()),
            1 => Rule::DeductFederalTax { share: self.table(), at_most: self.table() },
            2 => Rule::DeductFica { at_most: self.number() },
            3 => Rule::Rates(self.bands()),
            4 => {
                let over = self.number();
                Rule::RatesOver { over, bands: self.bands(), less: self.table() }
            }
            5 => {
                let by = self.basis();
                Rule::Lump { by, over: self.numbers(), amount: self.number() }
            }
            6 => Rule::AtLeast { from: self.number(), rate: self.number() },
            7 => {
                let (start, step) = (self.numbers(), self.numbers());
                let (amount, at_most) = (self.numbers(), self.numbers());
                let up = self.byte() == 1;
                Rule::AddSteps { steps: Steps { start, step, up }, amount, at_most }
            }
            8 => {
                let (over, width) = (self.number(), self.number());
                let row = |bytes: &mut Self| [bytes.number(), bytes.number(), bytes.number()];
                let rows = self.by_status(|bytes| bytes.list(row));
                Rule::Recapture(Recapture { over, width, rows })
            }
            9 => Rule::Cut(self.table()),
            10 => Rule::Credit { by: self.basis(), takes: self.amount() },
            _ => Rule::AtMostFederalTax,
        }
    }

    fn amount(&mut self) -> Amount {
        let base = match self.byte() {
            0 => Base::Fixed(self.numbers()),
            _ => Base::ByIncome(self.table()),
        };
        let (per_dependent, each_dependent) = (self.number(), self.byte() == 1);
        Amount { base, per_dependent, each_dependent, then: self.list(Self::adjust) }
    }

    fn adjust(&mut self) -> Adjust {
        match self.byte() {
            0 => Adjust::ZeroAbove(self.numbers()),
            1 => Adjust::CapFrom { start: self.numbers(), cap: self.numbers() },
            2 => {
                let (start, width) = (self.numbers(), self.numbers());
                Adjust::Linear { start, width, round_down_to: self.number() }
            }
            3 => {
                let (start, step) = (self.numbers(), self.numbers());
                let (reduce, min) = (self.numbers(), self.numbers());
                let up = self.byte() == 1;
                Adjust::Steps { steps: Steps { start, step, up }, reduce, min }
            }
            4 => {
                let (start, step) = (self.numbers(), self.numbers());
                let fraction = self.number();
                let up = self.byte() == 1;
                Adjust::StepFraction { steps: Steps { start, step, up }, fraction }
            }
            _ => Adjust::Marginal { bands: self.bands(), at_most: self.number() },
        }
    }
}
