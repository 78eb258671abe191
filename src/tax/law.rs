//! The rules of an income tax and the interpreter that works through them in their order. What a
//! state does is a list of rules in `data/tax/`; nothing here knows a state.

use super::amount::{Amount, Bands, Each, Steps, Table};

/// What an income tax is worked out from, in dollars.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// Single, joint, head of household.
    pub(super) status: usize,
    pub(super) dependents: f64,
    /// Wages less the contributions that this tax does not reach.
    pub(super) income: f64,
    /// Federal income tax, for states that go by it.
    pub(super) federal_tax: f64,
    /// Social Security and Medicare without the additional rate, likewise.
    pub(super) fica: f64,
}

/// What the rules come to, in dollars.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Worked {
    /// Income that the rates were applied to.
    pub(super) taxable: f64,
    pub(super) tax: f64,
}

/// Which income an amount goes by.
#[derive(Clone, Copy, Debug)]
pub(super) enum Basis {
    Income,
    Taxable,
}

/// Income above a bound is taken back evenly over a width.
#[derive(Clone, Debug)]
pub(super) struct Recapture {
    pub(super) over: f64,
    pub(super) width: f64,
    /// Taxable income from which a row holds, what was taken back before it, and its own benefit.
    pub(super) rows: Each<Vec<[f64; 3]>>,
}

/// One rule. `tables::LawRow` says how each is written.
#[derive(Clone, Debug)]
pub(super) enum Rule {
    /// Takes an amount from income.
    Deduct(Amount),
    /// Takes a share of federal income tax from income, at most an amount.
    DeductFederalTax { share: Table, at_most: Table },
    /// Takes Social Security and Medicare tax from income, up to an amount.
    DeductFica { at_most: f64 },
    /// Taxes taxable income.
    Rates(Each<Bands>),
    /// Taxes it by other bands, less an amount, where it is over a bound.
    RatesOver { over: f64, bands: Each<Bands>, less: Table },
    /// Adds an amount where income is over a bound.
    Lump { by: Basis, over: Each<f64>, amount: f64 },
    /// Makes the tax at least a share of income, from an income on.
    AtLeast { from: f64, rate: f64 },
    /// Adds an amount for each step of income, up to a most.
    AddSteps { steps: Steps, amount: Each<f64>, at_most: Each<f64> },
    /// Takes back the benefit of lower bands.
    Recapture(Recapture),
    /// Cuts the tax by a share by income.
    Cut(Table),
    /// Takes an amount from the tax, down to nothing.
    Credit { by: Basis, takes: Amount },
    /// Makes the tax at most the federal income tax.
    AtMostFederalTax,
}

/// Works through the rules in their order.
pub(super) fn work(rules: &[Rule], facts: &Facts) -> Worked {
    let Facts { status, dependents, income, .. } = *facts;
    let (mut net, mut tax) = (income, 0.0_f64);
    for rule in rules {
        let taxable = net.max(0.0);
        let basis = |by: &Basis| match by {
            Basis::Income => income,
            Basis::Taxable => taxable,
        };
        match rule {
            Rule::Deduct(amount) => net -= amount.of(status, dependents, income),
            Rule::DeductFederalTax { share, at_most } => {
                let deducted = share.value(status, income) * facts.federal_tax;
                net -= deducted.min(at_most.value(status, income));
            }
            Rule::DeductFica { at_most } => net -= facts.fica.min(*at_most),
            Rule::Rates(bands) => tax = bands[status].tax(taxable),
            Rule::RatesOver { over, bands, less } => {
                if taxable > *over {
                    tax = bands[status].tax(taxable) - less.value(status, taxable);
                }
            }
            Rule::Lump { by, over, amount } => {
                if basis(by) > over[status] {
                    tax += amount;
                }
            }
            Rule::AtLeast { from, rate } => {
                if income >= *from {
                    tax = tax.max(rate * income);
                }
            }
            Rule::AddSteps { steps, amount, at_most } => {
                tax += (steps.count(status, income) * amount[status]).min(at_most[status]);
            }
            Rule::Recapture(recapture) => tax += recapture.tax(status, income, taxable),
            Rule::Cut(table) => tax *= 1.0 - table.value(status, income),
            Rule::Credit { by, takes } => {
                tax = (tax - takes.of(status, dependents, basis(by))).max(0.0);
            }
            Rule::AtMostFederalTax => tax = tax.min(facts.federal_tax),
        }
    }
    Worked { taxable: net.max(0.0), tax }
}

impl Recapture {
    fn tax(&self, status: usize, income: f64, taxable: f64) -> f64 {
        let row = self.rows[status].iter().rev().find(|[from, ..]| *from <= taxable);
        let Some([from, base, benefit]) = row.filter(|_| income > self.over) else { return 0.0 };
        let above = income - self.over.max(*from);
        base + benefit * (above.max(0.0) / self.width).min(1.0)
    }
}
