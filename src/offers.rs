//! Offers beside each other: what each leaves after tax in its first year and in a usual one, and what
//! that buys; and the pay that a move needs. Whatever an offer is worth beyond wages is the visitor's
//! own figure: nothing is estimated here, and nothing is said in words.

pub mod json;
mod read;
pub mod typed;

pub use read::{AmountError, OfferError, moving, offer};
pub use typed::{Field, Moving, Part, Typed};

use crate::dataset::{Dataset, MetroId, prices};
use crate::estimate::estimate;
use crate::finder::Place;
use crate::money::{Cents, Money};
use crate::offer::{Verdict, judge};
use crate::profile::Profile;
use crate::tax::{self, Place as Area, Question, Status, Tables, Takehome, takehome};

/// Most offers that are compared.
pub const MOST: usize = 4;

/// An offer that can be worked out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer {
    /// The job, where one would live, and experience.
    pub profile: Profile,
    /// Whether it is remote: then its base is compared with the whole country's.
    pub remote: bool,
    /// Where its taxes are those of.
    pub area: Area,
    /// Base pay a year.
    pub base: Money,
    /// Target bonus of a year.
    pub bonus: Money,
    /// Paid once, in the first year.
    pub sign_on: Money,
    /// Equity of a year as the visitor values it, before their discount.
    pub equity: Money,
    /// Part of that value which they leave out for its risk, in hundredths of a percent, 0 to 10,000.
    pub discount: u16,
    /// Contributions before tax, in the order of [`tax::Contribution::ALL`].
    pub given: [Money; 3],
}

/// A year of an offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// All that is paid in it.
    pub total: Money,
    /// What taxes leave.
    pub kept: Takehome,
    /// The same at the country's average prices; none where no prices are known.
    pub real: Option<Cents>,
}

impl Year {
    /// What stays the visitor's own: what taxes leave, and what goes to a 401(k) and a health savings
    /// account.
    pub fn own(&self) -> Cents {
        let [retirement, _, hsa] = self.kept.parts.contributions;
        self.kept.parts.take_home + retirement + hsa
    }

    /// What is given before tax.
    pub fn given(&self) -> Cents {
        self.kept.parts.contributions.into_iter().sum()
    }
}

/// An offer worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Worked {
    /// A usual year: base, bonus and equity.
    pub usual: Year,
    /// The first one: the same and what is paid on signing.
    pub first: Year,
    /// Where its base stands among people with the same answers.
    pub verdict: Verdict,
}

impl Offer {
    /// Equity of a year less the discount, to the dollar below.
    pub fn equity_counted(&self) -> Money {
        let kept = i64::from(10_000 - self.discount.min(10_000));
        Money::dollars((i64::from(self.equity.whole()) * kept / 10_000) as i32)
    }

    /// What a usual year pays.
    pub fn usual_total(&self) -> Money {
        let parts = [self.base, self.bonus, self.equity_counted()];
        Money::dollars(parts.iter().fold(0, |sum: i32, part| sum.saturating_add(part.whole())))
    }

    /// What the first year pays.
    pub fn first_total(&self) -> Money {
        Money::dollars(self.usual_total().whole().saturating_add(self.sign_on.whole()))
    }

    /// The question about the taxes of a year that pays so much.
    pub const fn question(&self, status: Status, wage: Money) -> Question {
        Question { wage, status, dependents: 0, place: self.area, contributions: self.given }
    }

    /// Where its base is compared: remote ones nowhere in particular.
    pub fn compared(&self) -> Profile {
        let place = if self.remote { Place::Country } else { self.profile.place };
        Profile { place, ..self.profile }
    }

    /// What it comes to.
    pub fn worked(&self, dataset: &Dataset, tables: &Tables, status: Status) -> Worked {
        let prices = prices_in(dataset, self.profile.place);
        let year = |total: Money| {
            let kept = takehome(tables, &self.question(status, total));
            let real = prices.map(|prices| {
                Cents::of_dollars(kept.parts.take_home.dollars() * 100.0 / f64::from(prices))
            });
            Year { total, kept, real }
        };
        Worked {
            usual: year(self.usual_total()),
            first: year(self.first_total()),
            verdict: judge(&estimate(dataset, &self.compared()), self.base),
        }
    }
}

/// The metro of a place; none of the country.
pub fn metro_of(dataset: &Dataset, place: Place) -> Option<MetroId> {
    match place {
        Place::City(city) => Some(dataset.city(city).metro),
        Place::Country => None,
    }
}

/// Prices in a place, where the country's are 100; none where none are published.
pub fn prices_in(dataset: &Dataset, place: Place) -> Option<f32> {
    metro_of(dataset, place).map_or(Some(100.0), prices)
}

/// The places that taxes tell apart where somebody lives, the usual one first: those of a metro, none
/// where its law is not known, or no state and every state.
pub fn areas(dataset: &Dataset, tables: &Tables, place: Place) -> Vec<Area> {
    match metro_of(dataset, place) {
        Some(metro) => tables.areas(dataset.metro(metro).cbsa, dataset.metro(metro).title),
        None => [Area::Country].into_iter().chain(tables.states().map(Area::State)).collect(),
    }
}

/// A move from one place to another, on a wage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// The wage where somebody lives now.
    pub wage: Money,
    /// How they file.
    pub status: Status,
    /// Where they live now, and where its taxes are those of.
    pub here: (Place, Area),
    /// Where they would live.
    pub there: (Place, Area),
}

/// What a move needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Needed {
    /// The lowest whole-dollar wage that buys there what the wage buys here.
    pub wage: Money,
    /// Where the wage goes here.
    pub here: Takehome,
    /// Where the needed one goes there.
    pub there: Takehome,
    /// Prices here and there.
    pub prices: [f32; 2],
}

/// What a move needs; none where prices of either place are not published, or no wage reaches it.
pub fn needed(dataset: &Dataset, tables: &Tables, asked: &Move) -> Option<Needed> {
    let prices = [prices_in(dataset, asked.here.0)?, prices_in(dataset, asked.there.0)?];
    let ask =
        |wage, area| Question { wage, status: asked.status, place: area, ..Question::default() };
    let here = ask(asked.wage, asked.here.1);
    let dearer = f64::from(prices[1]) / f64::from(prices[0]);
    let wage = tables.wage_to_live_as(&here, &ask(Money::default(), asked.there.1), dearer)?;
    Some(Needed {
        wage,
        here: tax::takehome(tables, &here),
        there: tax::takehome(tables, &ask(wage, asked.there.1)),
        prices,
    })
}
