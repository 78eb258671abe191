//! Positions and moves as plain numbers: what the search for routes works on. Knows no dataset, no
//! role by name and no sentence; `career/derive.rs` makes one from a question.
//!
//! Time is in whole months, money in whole dollars, doubt in thousandths of −ln(certainty), so that
//! all of them add up exactly along a route.

use std::rc::Rc;

/// Pay by months of experience. A position's own; it never falls. Copies share their figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curve {
    /// Pay of the first 0, 1, 2 … months together.
    sums: Rc<[i64]>,
}

impl Curve {
    /// From pay in each month of experience; the last one stays.
    pub fn new(monthly: impl IntoIterator<Item = i64>) -> Self {
        let monthly = monthly.into_iter();
        let mut sums = Vec::with_capacity(1 + monthly.size_hint().0);
        let mut sum = 0;
        sums.push(sum);
        for pay in monthly {
            sum += pay;
            sums.push(sum);
        }
        Self { sums: sums.into() }
    }

    /// Pay in the month after this many.
    pub fn month(&self, at: u32) -> i64 {
        let last = self.sums.len() - 1;
        let at = (at as usize).min(last.saturating_sub(1));
        if last == 0 { 0 } else { self.sums[at + 1] - self.sums[at] }
    }

    /// Pay of `months` months that begin after `from` months of experience.
    pub fn pay(&self, from: u32, months: u32) -> i64 {
        self.first(from + months) - self.first(from)
    }

    fn first(&self, months: u32) -> i64 {
        let last = self.sums.len() - 1;
        let known = (months as usize).min(last);
        self.sums[known] + i64::from(months - known as u32) * self.month(months)
    }
}

/// What somebody lives on while a move is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Living {
    /// The position goes on: its pay, and a month of experience each month.
    Working,
    /// The position is left: this many dollars a month and no experience.
    Fixed(i64),
}

/// A step from one position to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The position that it leads to.
    pub to: usize,
    /// Months of experience that it asks for at the start.
    pub after: u32,
    /// For a promotion: months of experience that are waited for.
    pub until: Option<u32>,
    /// Hours of learning that it takes.
    pub hours: u32,
    /// Months that follow the learning, or pass beside it for a degree.
    pub months: u32,
    /// Dollars that it costs.
    pub cost: i64,
    /// Thousandths of −ln(certainty).
    pub doubt: u32,
    /// Percent of the months of experience that count afterwards.
    pub keeps: u32,
    /// What one lives on meanwhile.
    pub living: Living,
    /// Whether its hours are part of a course that takes its own time.
    pub course: bool,
}

impl Move {
    /// A move that takes nothing.
    pub(super) fn plain() -> Self {
        Self {
            to: 0,
            after: 0,
            until: None,
            hours: 0,
            months: 0,
            cost: 0,
            doubt: 0,
            keeps: 100,
            living: Living::Working,
            course: false,
        }
    }
}

/// A job in a place with an education, or life outside the field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Whose change counts as a change of role: positions of one role share it.
    pub role: usize,
    /// Its pay.
    pub curve: Curve,
    /// Months of experience at which it is what was asked for, if it can be.
    pub goal: Option<u32>,
    /// What leads on from it.
    pub moves: Vec<Move>,
}

/// Everything that a search works on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// Every position; moves name them by number.
    pub positions: Vec<Position>,
    /// Hours a week to learn in.
    pub weekly: u32,
    /// Months over which pay is added up; a route that takes longer does not count.
    pub horizon: u32,
    /// Most dollars that may be spent.
    pub budget: Option<i64>,
    /// Most changes of role on a route.
    pub changes: u8,
    /// Whether a route ends where it first meets its goal; otherwise it may go on to a better one.
    pub ends: bool,
    /// Where everybody starts.
    pub start: Start,
}

/// Where a search starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The position.
    pub position: usize,
    /// Months of experience.
    pub experience: u32,
}

/// Weeks a year and months a year: hours a week become months.
const WEEKS: u64 = 52;
const MONTHS: u64 = 12;

/// Months in which these hours fit at so many a week; `None` when there is no time to learn at all.
pub fn months_of(weekly: u32, hours: u32) -> Option<u32> {
    if hours == 0 {
        return Some(0);
    }
    let yearly = u64::from(weekly) * WEEKS;
    (yearly > 0).then(|| (u64::from(hours) * MONTHS).div_ceil(yearly) as u32)
}

impl Network {
    /// Months in which these hours fit; `None` when there is no time to learn at all.
    pub fn months_of(&self, hours: u32) -> Option<u32> {
        months_of(self.weekly, hours)
    }
}

/// Somebody on the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Position.
    pub position: usize,
    /// Months since the start.
    pub time: u32,
    /// Months of experience that count here.
    pub experience: u32,
    /// Dollars earned less those spent.
    pub net: i64,
    /// Dollars spent.
    pub spent: i64,
    /// Hours learnt.
    pub hours: u32,
    /// Thousandths of −ln(certainty).
    pub doubt: u32,
    /// Changes of role so far.
    pub changes: u8,
    /// The role before this one, or this one.
    pub before: usize,
}

/// What a route is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value {
    /// Months until the goal; fewer are better.
    pub months: u32,
    /// Dollars over the horizon less costs; more are better.
    pub net: i64,
    /// Hours of learning; fewer are better.
    pub hours: u32,
    /// Thousandths of −ln(certainty); fewer are better.
    pub doubt: u32,
}

impl Value {
    /// Whether this is at least as good in everything.
    pub fn covers(&self, other: &Self) -> bool {
        self.months <= other.months
            && self.net >= other.net
            && self.hours <= other.hours
            && self.doubt <= other.doubt
    }
}

impl Network {
    /// Everybody's state at the start.
    pub fn begin(&self) -> State {
        let Start { position, experience } = self.start;
        let before = self.positions[position].role;
        State { position, experience, before, ..State::default() }
    }

    /// The state after a move, or `None` where it is not open: too little experience, time, money or
    /// hours, a role that was left, or one change too many.
    pub fn step(&self, state: &State, step: &Move) -> Option<State> {
        let here = &self.positions[state.position];
        let there = &self.positions[step.to];
        let changed = there.role != here.role;
        let left = there.role == state.before || there.role == self.begin().before;
        if state.experience < step.after
            || (changed && (left || state.changes >= self.changes))
            || step.until.is_some_and(|until| state.experience >= until)
        {
            return None;
        }
        let learning = if step.course { 0 } else { self.months_of(step.hours)? };
        let wait = step.until.map_or(0, |until| until - state.experience);
        let months = learning.max(wait) + step.months;
        let time = state.time + months;
        let spent = state.spent + step.cost;
        if time > self.horizon || self.budget.is_some_and(|budget| spent > budget) {
            return None;
        }
        let (pay, experience) = match step.living {
            Living::Working => {
                (here.curve.pay(state.experience, months), state.experience + months)
            }
            Living::Fixed(pay) => (pay * i64::from(months), state.experience),
        };
        Some(State {
            position: step.to,
            time,
            experience: experience * step.keeps / 100,
            net: state.net + pay - step.cost,
            spent,
            hours: state.hours + step.hours,
            doubt: state.doubt + step.doubt,
            changes: state.changes + u8::from(changed),
            before: if changed { here.role } else { state.before },
        })
    }

    /// What a state is worth if it is the end, or `None` where it is not what was asked for.
    pub fn value(&self, state: &State) -> Option<Value> {
        let here = &self.positions[state.position];
        let reached = here.goal.is_some_and(|goal| state.experience >= goal);
        reached.then(|| Value {
            months: state.time,
            net: state.net + here.curve.pay(state.experience, self.horizon - state.time),
            hours: state.hours,
            doubt: state.doubt,
        })
    }

    /// Dollars over the horizon without any move.
    pub fn staying(&self) -> i64 {
        self.positions[self.start.position].curve.pay(self.start.experience, self.horizon)
    }
}
