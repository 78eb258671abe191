//! The rules of an income tax as they are written. What each does is said here in short; `tax::law`
//! works it out.

use serde::Deserialize;

/// A rule of an income tax.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleRow {
    /// Its name.
    pub what: String,
    /// Day from which its amounts are in force, or `undated`.
    pub effective: String,
    /// The year whose amounts stand here because those of the tables' year are not published.
    #[serde(default)]
    pub carried_from: Option<u16>,
    /// What it does.
    pub law: LawRow,
}

/// What a rule does.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LawRow {
    /// Takes an amount from income.
    Deduct(AmountRow),
    /// Takes federal income tax from income: a share by income, at most an amount by income.
    DeductFederalTax {
        /// The share.
        share: TableRow,
        /// The most.
        #[serde(default)]
        at_most: Option<TableRow>,
    },
    /// Takes Social Security and Medicare tax from income, up to an amount.
    DeductFica {
        /// The most.
        at_most: f64,
    },
    /// Taxes taxable income by bands.
    Rates(PerStatus<Vec<[f64; 2]>>),
    /// Taxes by other bands, less an amount by taxable income, where taxable income is over `over`.
    RatesOver {
        /// Where it begins.
        over: f64,
        /// The bands.
        rates: PerStatus<Vec<[f64; 2]>>,
        /// What is taken off.
        less: TableRow,
    },
    /// Adds an amount where income is over a bound.
    Lump {
        /// Which income.
        by: Basis,
        /// The bound.
        over: Dollars,
        /// The amount.
        amount: f64,
    },
    /// Makes the tax at least a share of income, from an income on.
    AtLeast {
        /// That income.
        from: f64,
        /// The share.
        rate: f64,
    },
    /// Adds an amount for each step of income above a start, up to a most.
    AddSteps {
        /// The start.
        start: PerStatus<f64>,
        /// The step.
        step: PerStatus<f64>,
        /// The amount.
        amount: PerStatus<f64>,
        /// The most.
        at_most: PerStatus<f64>,
        /// How a part of a step counts.
        rounding: Rounding,
    },
    /// Adds a base and, over `width` of income, a benefit: rows are of taxable income from, base,
    /// benefit.
    Recapture {
        /// Income above which it begins.
        over: f64,
        /// Income over which a benefit is taken back.
        width: f64,
        /// The rows.
        rows: PerStatus<Vec<[f64; 3]>>,
    },
    /// Cuts the tax by a share by income.
    Cut(TableRow),
    /// Takes an amount from the tax, down to nothing.
    Credit {
        /// The income that the amount goes by.
        by: Basis,
        /// The amount.
        takes: AmountRow,
    },
    /// Makes the tax at most the federal income tax.
    AtMostFederalTax(bool),
}

/// Which income an amount goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Wages less what counts before tax.
    Income,
    /// What deductions leave of it.
    Taxable,
}

/// An amount: fixed or by income, then adjusted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmountRow {
    /// The amount, where it is fixed.
    #[serde(default)]
    pub amount: Option<Dollars>,
    /// The amount by income, where it is not.
    #[serde(default)]
    pub by_income: Option<TableRow>,
    /// More for each dependent, before it is adjusted.
    #[serde(default)]
    pub per_dependent: f64,
    /// Once for each dependent, after it is adjusted.
    #[serde(default)]
    pub each: Option<Each>,
    /// How income changes it, in order.
    #[serde(default)]
    pub then: Vec<AdjustRow>,
}

/// For whom an amount counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Each {
    /// For each dependent.
    Dependent,
}

/// How income changes an amount.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AdjustRow {
    /// Nothing above a limit.
    ZeroAbove(PerStatus<f64>),
    /// At most `cap` from `start` on.
    CapFrom {
        /// Where it begins.
        start: PerStatus<f64>,
        /// The most.
        cap: PerStatus<f64>,
    },
    /// Falls evenly to nothing over `width` above `start`.
    Linear {
        /// Where it begins.
        start: PerStatus<f64>,
        /// Income over which it falls.
        width: PerStatus<f64>,
        /// The fall is rounded down to multiples of this.
        #[serde(default)]
        round_down_to: f64,
    },
    /// Falls by `reduce` for each step above `start`, down to `min`.
    Steps {
        /// Where it begins.
        start: PerStatus<f64>,
        /// The step.
        step: PerStatus<f64>,
        /// The fall.
        reduce: PerStatus<f64>,
        /// How a part of a step counts.
        rounding: Rounding,
        /// The least.
        min: PerStatus<f64>,
    },
    /// Falls by a fraction of itself for each step above `start`.
    StepFraction {
        /// Where it begins.
        start: PerStatus<f64>,
        /// The step.
        step: PerStatus<f64>,
        /// The fraction.
        fraction: f64,
        /// How a part of a step counts.
        rounding: Rounding,
    },
    /// Falls by what bands make of income, at most by a fraction of itself.
    Marginal {
        /// The bands.
        rates: PerStatus<Vec<[f64; 2]>>,
        /// The fraction.
        at_most: f64,
    },
}

/// How a part of a step counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// As a whole one.
    Up,
    /// Not at all.
    Down,
}

/// A value by income: the row with the highest bound that income has reached.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRow {
    /// Bound and value.
    pub rows: PerStatus<Vec<[f64; 2]>>,
    /// Whether income must reach a bound or be above it.
    pub boundary: Boundary,
}

/// Where a row of a table begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Boundary {
    /// At its bound.
    From,
    /// Above its bound, save 0.
    Above,
}

/// Dollars by status, or the federal standard deduction.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Dollars {
    /// These.
    Fixed(PerStatus<f64>),
    /// Those of federal law.
    Named(Named),
}

/// An amount that another table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Named {
    /// `federal.json`
    FederalStandardDeduction,
}

/// One value for all, or one for each status.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum PerStatus<T> {
    /// The same for all.
    All(T),
    /// One for each.
    Each(EachStatus<T>),
}

/// One value for each status.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EachStatus<T> {
    /// Single.
    pub single: T,
    /// Married, filing jointly.
    pub joint: T,
    /// Head of household.
    pub hoh: T,
}

impl<T> PerStatus<T> {
    /// In the order single, joint, head of household.
    pub const fn each(&self) -> [&T; 3] {
        match self {
            Self::All(one) => [one, one, one],
            Self::Each(each) => [&each.single, &each.joint, &each.hoh],
        }
    }
}
