//! Take-home pay: federal, state and local taxes on a wage, to the cent. One door, [`takehome`].
//!
//! The law is data (`data/tax/`): rules that `law` works through. What the law has and the figures
//! leave out is data too: [`Texts::left_out`]. Only wages are known here: everybody takes the
//! standard deduction, and nothing is said in words.

mod amount;
mod area;
mod decode;
mod given;
mod law;
mod solve;
mod tables;
mod texts;
mod wages;

pub use area::area_id;
pub use given::{GivenError, given};
pub use solve::wage_for;
pub use tables::{LocalityId, SourceId, StateId, Tables};
pub use texts::{LeftOut, Limit, Reference, Texts};

use crate::money::{Cents, Money};
use tables::{LocalBase, Lowered};
use wages::Wages;

/// How somebody files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Single.
    #[default]
    Single,
    /// Married, filing jointly; the other has no income.
    Joint,
    /// Head of household.
    Household,
}

impl Status {
    /// All, in the order shown.
    pub const ALL: [Self; 3] = [Self::Single, Self::Joint, Self::Household];
}

/// Where somebody lives and works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// Nowhere in particular: federal taxes only.
    #[default]
    Country,
    /// A state, outside every locality.
    State(StateId),
    /// A locality, and so its state.
    Locality(LocalityId),
}

/// Something taken from wages before tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Contribution {
    /// To a 401(k).
    Retirement,
    /// A health premium under a cafeteria plan.
    Health,
    /// To a health savings account, through the employer.
    Hsa,
}

impl Contribution {
    /// All, in the order of `data/tax/pretax.json`.
    pub const ALL: [Self; 3] = [Self::Retirement, Self::Health, Self::Hsa];
}

/// What is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The year's wage; below 0 counts as 0.
    pub wage: Money,
    /// How somebody files.
    pub status: Status,
    /// People who depend on them.
    pub dependents: u8,
    /// Where they live and work.
    pub place: Place,
    /// Contributions of the year in the order of [`Contribution::ALL`]. Below 0 counts as 0, and
    /// together they count up to the wage; whether they keep to the law's limits
    /// ([`Texts::limits`]) is the caller's to ask.
    pub contributions: [Money; 3],
}

/// Where a year's wage goes. The parts add up to the wage exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// In the order of [`Contribution::ALL`].
    pub contributions: [Cents; 3],
    /// Federal income tax.
    pub federal_income: Cents,
    /// Social Security.
    pub social_security: Cents,
    /// Medicare, with the additional rate.
    pub medicare: Cents,
    /// State income tax.
    pub state_income: Cents,
    /// Payroll taxes of the state.
    pub state_payroll: Cents,
    /// City or county tax.
    pub local: Cents,
    /// What is left. Below 0 where contributions leave too little to pay the tax on them.
    pub take_home: Cents,
}

impl Parts {
    /// All taxes.
    pub fn taxes(&self) -> Cents {
        self.federal_income
            + self.social_security
            + self.medicare
            + self.state_income
            + self.state_payroll
            + self.local
    }
}

/// One line from the wage to take-home pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub what: What,
    /// Its amount: what is taken, save for the first and the last.
    pub amount: Cents,
    /// Where its rule is published; none for the first and the last.
    pub source: Option<SourceId>,
}

/// What a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The wage.
    Wage,
    /// A contribution before tax.
    Contribution(Contribution),
    /// Federal income tax.
    FederalIncome,
    /// Social Security.
    SocialSecurity,
    /// Medicare.
    Medicare,
    /// The additional rate of Medicare.
    AdditionalMedicare,
    /// A state's income tax.
    StateIncome(StateId),
    /// A state's payroll tax, by its number there.
    StatePayroll(StateId, u8),
    /// A local tax.
    Local(LocalityId),
    /// What is left.
    TakeHome,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Takehome {
    /// Where the wage goes.
    pub parts: Parts,
    /// The same line by line, from the wage to take-home pay; lines of nothing are left out.
    pub steps: Vec<Step>,
    /// Part of the next hundred dollars of wage that goes in taxes; at a cliff it can be above 1.
    pub marginal: f64,
    /// Part of the wage that goes in taxes; 0 of no wage.
    pub effective: f64,
    /// Federal deduction, in dollars.
    pub deduction: Cents,
    /// Whether what may be deducted of state and local income tax is more than that deduction, so
    /// that itemizing may lower federal tax below what is shown.
    pub itemizing_may_pay: bool,
}

/// Works out take-home pay.
pub fn takehome(tables: &Tables, question: &Question) -> Takehome {
    let mut steps = Vec::with_capacity(16);
    let (parts, deduction) = parts(tables, question, |step| steps.push(step));
    let next = Question {
        wage: Money::dollars(question.wage.whole().max(0).saturating_add(NEXT)),
        ..*question
    };
    let more = self::parts(tables, &next, |_| ()).0.taxes() - parts.taxes();
    let wage = Cents::from(question.wage).dollars().max(0.0);
    let effective = if wage > 0.0 { parts.taxes().dollars() / wage } else { 0.0 };
    let given: Cents = parts.contributions.into_iter().sum();
    let taxes = (parts.state_income + parts.local).dollars();
    let salt = tables.salt.deductible(taxes, wage - given.dollars());
    Takehome {
        parts,
        steps,
        marginal: more.dollars() / f64::from(NEXT),
        effective,
        deduction,
        itemizing_may_pay: salt > deduction.dollars(),
    }
}

/// Dollars of wage over which the marginal rate is taken.
const NEXT: i32 = 100;

/// Take-home pay alone.
pub fn take_home(tables: &Tables, question: &Question) -> Cents {
    parts(tables, question, |_| ()).0.take_home
}

/// Parts and federal deduction; each line is told in order.
fn parts(tables: &Tables, question: &Question, mut tell: impl FnMut(Step)) -> (Parts, Cents) {
    let wages = Wages::of(tables, question);
    let mut line = |what, amount: Cents, source| {
        if amount.whole() != 0 {
            tell(Step { what, amount, source });
        }
        amount
    };
    let gross = Cents::of_dollars(wages.gross);
    let mut parts = Parts { contributions: wages.contributions, ..Parts::default() };
    line(What::Wage, gross, None);
    for (kind, amount) in Contribution::ALL.into_iter().zip(wages.contributions) {
        let source = tables.contributions[kind as usize].source;
        line(What::Contribution(kind), amount, Some(source));
    }
    let federal = wages.federal();
    parts.federal_income =
        line(What::FederalIncome, Cents::of_dollars(federal.tax), Some(tables.federal.source));
    let kinds = [What::SocialSecurity, What::Medicare, What::AdditionalMedicare];
    let [security, medicare, additional] = std::array::from_fn(|at| {
        let tax = wages.fica(at);
        line(kinds[at], tax, tables.levies.get(at).map(|levy| levy.source))
    });
    parts.social_security = security;
    parts.medicare = medicare + additional;
    if let Some(state) = wages.state {
        let row = &tables.states[state.0 as usize];
        let fica = (wages.fica(0) + wages.fica(1)).dollars();
        let worked = wages.state_tax(federal.tax, fica);
        let tax = Cents::of_dollars(worked.tax);
        parts.state_income = line(What::StateIncome(state), tax, Some(row.tax.source));
        for (at, levy) in row.levies.iter().enumerate() {
            let tax = levy.tax(question.status, wages.gross);
            let what = What::StatePayroll(state, at as u8);
            parts.state_payroll = parts.state_payroll + line(what, tax, Some(levy.source));
        }
        if let Place::Locality(id) = question.place {
            let row = &tables.localities[id.0 as usize];
            let base = match row.on {
                LocalBase::Wages => wages.gross,
                LocalBase::StateTaxableIncome => worked.taxable,
                LocalBase::StateIncomeTax => worked.tax,
            };
            let tax = Cents::of_dollars(row.tax(question.status, base));
            parts.local = line(What::Local(id), tax, Some(row.source));
        }
    }
    let given: Cents = parts.contributions.into_iter().sum();
    parts.take_home = gross - given - parts.taxes();
    line(What::TakeHome, parts.take_home, None);
    (parts, Cents::of_dollars(wages.reached(Lowered::Federal) - federal.taxable))
}
