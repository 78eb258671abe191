//! A question's wage as each tax sees it: less the contributions that lower that tax.

use super::law::{Facts, Worked, work};
use super::tables::Lowered;
use super::{Contribution, Place, Question, StateId, Status, Tables};
use crate::money::Cents;

/// A question's wage, and what each tax reaches of it.
pub(super) struct Wages<'a> {
    tables: &'a Tables,
    status: Status,
    dependents: f64,
    pub(super) state: Option<StateId>,
    pub(super) gross: f64,
    pub(super) contributions: [Cents; 3],
}

impl<'a> Wages<'a> {
    pub(super) fn of(tables: &'a Tables, question: &Question) -> Self {
        let gross = Cents::from(question.wage).max(Cents::default());
        let mut left = gross;
        let contributions = question.contributions.map(|amount| {
            let amount = Cents::from(amount).max(Cents::default()).min(left);
            left = left - amount;
            amount
        });
        Self {
            tables,
            status: question.status,
            dependents: f64::from(question.dependents),
            state: match question.place {
                Place::Country => None,
                Place::State(id) => Some(id),
                Place::Locality(id) => Some(tables.state_of(id)),
            },
            gross: gross.dollars(),
            contributions,
        }
    }

    /// The wage less the contributions that lower a tax.
    pub(super) fn reached(&self, tax: Lowered) -> f64 {
        let lowering = Contribution::ALL.into_iter().zip(self.contributions);
        let lowering = lowering.filter(|(_, amount)| amount.whole() > 0);
        let lowering = lowering.filter(|(kind, _)| self.tables.lowers(*kind, tax, self.state));
        self.gross - lowering.map(|(_, amount)| amount).sum::<Cents>().dollars()
    }

    /// Social Security, Medicare and its additional rate, by number.
    pub(super) fn fica(&self, at: usize) -> Cents {
        let tax = if at == 0 { Lowered::SocialSecurity } else { Lowered::Medicare };
        let levy = self.tables.levies.get(at);
        levy.map_or(Cents::default(), |levy| levy.tax(self.status, self.reached(tax)))
    }

    pub(super) fn federal(&self) -> Worked {
        let income = self.reached(Lowered::Federal);
        work(&self.tables.federal.rules, &self.facts(income, 0.0, 0.0))
    }

    pub(super) fn state_tax(&self, federal_tax: f64, fica: f64) -> Worked {
        let Some(state) = self.state else { return Worked::default() };
        let income = self.reached(Lowered::State);
        let rules = &self.tables.states[state.0 as usize].tax.rules;
        work(rules, &self.facts(income, federal_tax, fica))
    }

    const fn facts(&self, income: f64, federal_tax: f64, fica: f64) -> Facts {
        let status = self.status as usize;
        Facts { status, dependents: self.dependents, income, federal_tax, fica }
    }
}
