//! The way from one job to another: which routes there are, how long they take, and what they bring.
//!
//! One door: [`plan()`]. The network of moves is derived from the dataset, the routes that nothing
//! beats are found exactly, and each is followed month by month. Says nothing in words.

mod course;
pub mod degree;
pub mod derive;
mod frontier;
pub mod network;
pub mod pay;
pub mod question;
pub mod route;
pub mod wages;

pub use frontier::{Found, frontier};

use derive::{Derived, derive};
use pay::Curves;
use question::{HORIZON, MOST_HOURS, Origin, Question, Target};
use route::Follower;

/// What a route is picked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Fewest months.
    Fastest,
    /// Most dollars over the horizon.
    BestPaying,
    /// Fewest hours of learning.
    LeastStudy,
    /// Near the best in everything.
    Balanced,
}

impl Name {
    /// In the order shown.
    pub const ALL: [Self; 4] = [Self::Fastest, Self::BestPaying, Self::LeastStudy, Self::Balanced];
}

/// The answer to a question.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The network that was searched.
    pub derived: Derived,
    /// Every route that no other one beats or equals in everything, by months.
    pub routes: Vec<Found>,
    /// Which of them has each name, in the order of [`Name::ALL`].
    pub named: [usize; 4],
}

impl Plan {
    /// What a route is called; a route may have several names or none.
    pub fn names(&self, route: usize) -> impl Iterator<Item = Name> + use<'_> {
        let named = self.named.iter().zip(Name::ALL);
        named.filter(move |(at, _)| **at == route).map(|(_, name)| name)
    }

    /// Dollars over the horizon when staying put, typically; the middle of [`route::Stay::net`].
    pub fn staying(&self, question: &Question) -> i64 {
        match question.origin {
            Origin::Student => route::outside(question, self.derived.network.horizon),
            Origin::Role(_) | Origin::Other(_) => self.derived.network.staying(),
        }
    }

    /// Follows routes month by month.
    pub fn follower<'a>(&'a self, curves: &'a Curves, question: &'a Question) -> Follower<'a> {
        Follower::new(curves, question, &self.derived)
    }
}

/// What stands in the way, and would not if it were let go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relax {
    /// More hours a week to learn in.
    Hours,
    /// More money.
    Budget,
    /// More years.
    Horizon,
    /// Another degree.
    Degrees,
    /// Leaving the job to study.
    KeepsJob,
    /// A lower level.
    Level,
}

impl Relax {
    /// In the order told.
    pub const ALL: [Self; 6] =
        [Self::Hours, Self::Budget, Self::Horizon, Self::Degrees, Self::KeepsJob, Self::Level];

    /// The question without this constraint; `None` where it has none.
    fn without(self, question: &Question) -> Option<Question> {
        let mut other = question.clone();
        match self {
            Self::Hours => other.weekly = MOST_HOURS,
            Self::Budget => other.budget = None,
            Self::Horizon => other.horizon = HORIZON[1],
            Self::Degrees => other.degrees = true,
            Self::KeepsJob => other.keeps_job = false,
            Self::Level => {
                if let Target::Role(role, _) = other.target {
                    other.target = Target::Role(role, None);
                }
            }
        }
        (other != *question).then_some(other)
    }
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// What is asked for is where one is.
    AlreadyThere,
    /// No route keeps to everything. Each of these alone would open one; none: all of `together`
    /// would, and if that is empty too, nothing would.
    NoRoute {
        /// Constraints of which one is enough.
        alone: Vec<Relax>,
        /// Constraints that must go together.
        together: Vec<Relax>,
    },
}

/// Answers a question, with the pay curves of earlier ones.
///
/// # Errors
/// [`Trouble`] where there is nothing to plan or no route.
pub fn plan(curves: &Curves, question: &Question) -> Result<Plan, Trouble> {
    let derived = derive(curves, question);
    let start = derived.network.begin();
    if derived.network.ends && derived.network.value(&start).is_some() {
        return Err(Trouble::AlreadyThere);
    }
    let routes = frontier(&derived.network);
    if routes.is_empty() {
        return Err(no_route(curves, question));
    }
    let named = named(&routes);
    Ok(Plan { derived, routes, named })
}

fn no_route(curves: &Curves, question: &Question) -> Trouble {
    let opens = |question: &Question| !frontier(&derive(curves, question).network).is_empty();
    let mut all = question.clone();
    let (mut alone, mut together) = (Vec::new(), Vec::new());
    for relax in Relax::ALL {
        if relax.without(question).is_some_and(|other| opens(&other)) {
            alone.push(relax);
        }
        if let Some(other) = relax.without(&all) {
            all = other;
            together.push(relax);
        }
    }
    if !alone.is_empty() || !opens(&all) {
        together.clear();
    }
    // None that is not needed: each is put back, and left there if a route stays open.
    let mut at = 0;
    while at < together.len() {
        let mut fewer = together.clone();
        fewer.remove(at);
        let without = |question, relax: &Relax| relax.without(&question).unwrap_or(question);
        if opens(&fewer.iter().fold(question.clone(), without)) {
            together = fewer;
        } else {
            at += 1;
        }
    }
    Trouble::NoRoute { alone, together }
}

/// Which route is the best in each way; among equals the one that comes first. Staying put has a name
/// of its own and bears none of these, unless there is nothing else.
fn named(routes: &[Found]) -> [usize; 4] {
    let moving = |&at: &usize| !routes[at].moves.is_empty();
    let mut open: Vec<usize> = (0..routes.len()).filter(moving).collect();
    if open.is_empty() {
        open = (0..routes.len()).collect();
    }
    let counts: [&dyn Fn(&Found) -> i64; 4] = [
        &|found| i64::from(found.value.months),
        &|found| -found.value.net,
        &|found| i64::from(found.value.hours),
        &|found| i64::from(found.value.doubt),
    ];
    let best = |worth: &dyn Fn(&Found) -> i64| {
        open.iter().copied().min_by_key(|&at| (worth(&routes[at]), at)).unwrap_or(0)
    };
    // How much worse a route is than the best in each way, in thousandths of that best; what it is
    // worst at counts, and among equals all together.
    let least = counts.map(|count| count(&routes[best(count)]));
    let regret = |found: &Found| {
        let parts = counts
            .iter()
            .zip(least)
            .map(|(count, least)| (count(found) - least) * 1000 / least.abs().max(1));
        let parts: Vec<i64> = parts.collect();
        parts.iter().max().unwrap_or(&0) * 10_000 + parts.iter().sum::<i64>()
    };
    [best(counts[0]), best(counts[1]), best(counts[2]), best(&regret)]
}
