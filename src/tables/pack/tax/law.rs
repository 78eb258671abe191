//! Rules of law as bytes: a number for each kind of rule, then what it holds.

use super::super::super::{
    AdjustRow, AmountRow, Basis, Boundary, Each, LawRow, PerStatus, Rounding, RuleRow, TableRow,
};
use super::Writer;

impl Writer<'_> {
    pub(super) fn rules(&mut self, rules: &[RuleRow]) {
        self.list(rules, |out, rule| out.law(&rule.law));
    }

    fn law(&mut self, law: &LawRow) {
        let rounding = |rounding: Rounding| u8::from(rounding == Rounding::Up);
        let by = |by: Basis| u8::from(by == Basis::Taxable);
        match law {
            LawRow::Deduct(amount) => {
                self.byte(0);
                self.amount(amount);
            }
            LawRow::DeductFederalTax { share, at_most } => {
                self.byte(1);
                self.table(share);
                let none =
                    TableRow { rows: PerStatus::All(vec![[0.0, 1e9]]), boundary: Boundary::From };
                self.table(at_most.as_ref().unwrap_or(&none));
            }
            LawRow::DeductFica { at_most } => {
                self.byte(2);
                self.number(*at_most);
            }
            LawRow::Rates(rates) => {
                self.byte(3);
                self.rates(rates);
            }
            LawRow::RatesOver { over, rates, less } => {
                self.byte(4);
                self.number(*over);
                self.rates(rates);
                self.table(less);
            }
            LawRow::Lump { by: basis, over, amount } => {
                self.byte(5);
                self.byte(by(*basis));
                self.dollars(over);
                self.number(*amount);
            }
            LawRow::AtLeast { from, rate } => {
                self.byte(6);
                self.number(*from);
                self.number(*rate);
            }
            LawRow::AddSteps { start, step, amount, at_most, rounding: whole } => {
                self.byte(7);
                self.all_numbers(&[start, step, amount, at_most]);
                self.byte(rounding(*whole));
            }
            LawRow::Recapture { over, width, rows } => {
                self.byte(8);
                self.number(*over);
                self.number(*width);
                self.per_status(rows, |out, rows| {
                    out.list(rows, |out, row| row.iter().for_each(|&number| out.number(number)));
                });
            }
            LawRow::Cut(table) => {
                self.byte(9);
                self.table(table);
            }
            LawRow::Credit { by: basis, takes } => {
                self.byte(10);
                self.byte(by(*basis));
                self.amount(takes);
            }
            LawRow::AtMostFederalTax(_) => self.byte(11),
        }
    }

    fn amount(&mut self, row: &AmountRow) {
        match (&row.amount, &row.by_income) {
            (Some(dollars), _) => {
                self.byte(0);
                self.dollars(dollars);
            }
            (None, Some(table)) => {
                self.byte(1);
                self.table(table);
            }
            (None, None) => unreachable!("checked: an amount is fixed or by income"),
        }
        self.number(row.per_dependent);
        self.byte(u8::from(row.each == Some(Each::Dependent)));
        self.list(&row.then, Writer::adjust);
    }

    fn adjust(&mut self, row: &AdjustRow) {
        let up = |rounding: Rounding| u8::from(rounding == Rounding::Up);
        match row {
            AdjustRow::ZeroAbove(limit) => {
                self.byte(0);
                self.numbers(limit);
            }
            AdjustRow::CapFrom { start, cap } => {
                self.byte(1);
                self.all_numbers(&[start, cap]);
            }
            AdjustRow::Linear { start, width, round_down_to } => {
                self.byte(2);
                self.all_numbers(&[start, width]);
                self.number(*round_down_to);
            }
            AdjustRow::Steps { start, step, reduce, rounding, min } => {
                self.byte(3);
                self.all_numbers(&[start, step, reduce, min]);
                self.byte(up(*rounding));
            }
            AdjustRow::StepFraction { start, step, fraction, rounding } => {
                self.byte(4);
                self.all_numbers(&[start, step]);
                self.number(*fraction);
                self.byte(up(*rounding));
            }
            AdjustRow::Marginal { rates, at_most } => {
                self.byte(5);
                self.rates(rates);
                self.number(*at_most);
            }
        }
    }
}
