//! Amounts of law by status and income: bands, tables, and how income changes an amount. Knows no
//! state and no tax.

/// A value for each status: single, joint, head of household.
pub(super) type Each<T> = [T; 3];

/// A rate on what lies in a band of income.
#[derive(Clone, Copy, Debug)]
pub(super) struct Band {
    pub(super) from: f64,
    pub(super) rate: f64,
    /// The tax on everything below the band.
    pub(super) below: f64,
}

/// Bands, ascending.
#[derive(Clone, Debug, Default)]
pub(super) struct Bands(Vec<Band>);

impl Bands {
    /// Of rows of bound and rate.
    pub(super) fn of(rows: Vec<[f64; 2]>) -> Self {
        let mut bands: Vec<Band> = Vec::with_capacity(rows.len());
        for [from, rate] in rows {
            let below =
                bands.last().map_or(0.0, |last| last.below + last.rate * (from - last.from));
            bands.push(Band { from, rate, below });
        }
        Self(bands)
    }

    /// The tax on an income, band by band.
    pub(super) fn tax(&self, income: f64) -> f64 {
        let reached = self.0.iter().rev().find(|band| income > band.from);
        reached.map_or(0.0, |band| band.below + band.rate * (income - band.from))
    }

    /// The rate of the band that an income reaches, on all of it. A band begins above its bound.
    pub(super) fn tax_of_whole(&self, income: f64) -> f64 {
        let reached = self.0.iter().rev().find(|band| income > band.from);
        reached.map_or(0.0, |band| band.rate * income)
    }
}

/// A value by income.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Rows begin above their bound instead of at it, save one at 0.
    pub(super) above: bool,
    pub(super) rows: Each<Vec<[f64; 2]>>,
}

impl Table {
    /// The value of the last row that an income has reached; 0 below the first.
    pub(super) fn value(&self, status: usize, income: f64) -> f64 {
        let above = |bound: f64| self.above && bound > 0.0;
        let mut rows = self.rows[status].iter().rev();
        let reached =
            rows.find(|[bound, _]| if above(*bound) { income > *bound } else { income >= *bound });
        reached.map_or(0.0, |[_, value]| *value)
    }
}

/// Steps of income above a start.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    pub(super) start: Each<f64>,
    pub(super) step: Each<f64>,
    /// A part of a step counts as a whole one.
    pub(super) up: bool,
}

impl Steps {
    /// How many steps an income lies above the start.
    pub(super) fn count(&self, status: usize, income: f64) -> f64 {
        let steps = (income - self.start[status]).max(0.0) / self.step[status];
        if self.up { steps.ceil() } else { steps.floor() }
    }
}

/// How income changes an amount.
#[derive(Clone, Debug)]
pub(super) enum Adjust {
    /// Nothing above a limit.
    ZeroAbove(Each<f64>),
    /// At most a cap from a start on.
    CapFrom { start: Each<f64>, cap: Each<f64> },
    /// Falls evenly to nothing over a width; the fall is rounded down to multiples, if not of 0.
    Linear { start: Each<f64>, width: Each<f64>, round_down_to: f64 },
    /// Falls for each step, down to a least.
    Steps { steps: Steps, reduce: Each<f64>, min: Each<f64> },
    /// Falls by a fraction of itself for each step.
    StepFraction { steps: Steps, fraction: f64 },
    /// Falls by what bands make of income, at most by a fraction of itself.
    Marginal { bands: Each<Bands>, at_most: f64 },
}

impl Adjust {
    fn apply(&self, amount: f64, status: usize, income: f64) -> f64 {
        match self {
            Self::ZeroAbove(limit) if income > limit[status] => 0.0,
            Self::CapFrom { start, cap } if income >= start[status] => amount.min(cap[status]),
            Self::ZeroAbove(_) | Self::CapFrom { .. } => amount,
            Self::Linear { start, width, round_down_to } => {
                let part = (income - start[status]).max(0.0) / width[status];
                let mut fall = amount * part.min(1.0);
                if *round_down_to > 0.0 {
                    fall = (fall / round_down_to).floor() * round_down_to;
                }
                (amount - fall).max(0.0)
            }
            Self::Steps { steps, reduce, min } => {
                (amount - steps.count(status, income) * reduce[status]).max(min[status])
            }
            Self::StepFraction { steps, fraction } => {
                amount * (1.0 - steps.count(status, income) * fraction).max(0.0)
            }
            Self::Marginal { bands, at_most } => {
                amount - bands[status].tax(income).min(at_most * amount)
            }
        }
    }
}

/// Where an amount begins, before it is adjusted.
#[derive(Clone, Debug)]
pub(super) enum Base {
    Fixed(Each<f64>),
    ByIncome(Table),
}

/// An amount: fixed or by income, then adjusted.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    pub(super) base: Base,
    /// More for each dependent, before it is adjusted.
    pub(super) per_dependent: f64,
    /// Once for each dependent, after it is adjusted.
    pub(super) each_dependent: bool,
    pub(super) then: Vec<Adjust>,
}

impl Amount {
    pub(super) fn of(&self, status: usize, dependents: f64, income: f64) -> f64 {
        let base = match &self.base {
            Base::Fixed(fixed) => fixed[status],
            Base::ByIncome(table) => table.value(status, income),
        };
        let base = base + self.per_dependent * dependents;
        let adjusted =
            self.then.iter().fold(base, |amount, adjust| adjust.apply(amount, status, income));
        if self.each_dependent { adjusted * dependents } else { adjusted }
    }
}
