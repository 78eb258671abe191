//! The rows of the table of cities: which there are, what each says, the filter and the orders. Knows
//! no address and no visitor; draws nothing.

use crate::dataset::{CityId, Dataset, Labour, Market, MetroId};
use crate::estimate::{Evidence, estimate};
use crate::finder::Place;
use crate::money::{Money, Range};
use crate::paysheet;
use crate::profile::Profile;
use crate::search::slug;
use crate::tax::Status;
use crate::web::doors;
use crate::web::state::finder;
use std::cmp::Ordering;

/// A column that the table can be ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The listed cities in their order, then the others by jobs.
    #[default]
    Listed,
    /// By name.
    Name,
    /// By the middle of pay.
    Pay,
    /// By pay over prices.
    Real,
    /// By take-home pay.
    TakeHome,
    /// By take-home pay over prices.
    RealTakeHome,
    /// By jobs.
    Jobs,
    /// By how common the jobs are.
    Quotient,
    /// By prices.
    Prices,
    /// By how far pay has moved.
    Change,
}

impl Column {
    /// Every column with a head, in their order, and its name in links.
    pub const HEADS: [(Self, &'static str); 9] = [
        (Self::Name, "city"),
        (Self::Pay, "pay"),
        (Self::Real, "real"),
        (Self::TakeHome, "take-home"),
        (Self::RealTakeHome, "real-take-home"),
        (Self::Jobs, "jobs"),
        (Self::Quotient, "share"),
        (Self::Prices, "prices"),
        (Self::Change, "change"),
    ];

    pub(super) fn parse(text: &str) -> Self {
        let found = Self::HEADS.into_iter().find(|(_, name)| *name == text);
        found.map_or(Self::Listed, |(column, _)| column)
    }

    /// Names and prices read best from the lowest.
    const fn starts_low(self) -> bool {
        matches!(self, Self::Name | Self::Prices | Self::Listed)
    }
}

/// The order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub column: Column,
    /// Against the column's usual direction.
    pub reversed: bool,
}

impl Order {
    /// Whether the lowest comes first.
    pub const fn ascending(self) -> bool {
        self.column.starts_low() != self.reversed
    }
}

/// One row: a listed city, or a metro by its best-known city.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The city.
    pub city: CityId,
    /// Its place among the listed cities.
    pub listed: Option<usize>,
    /// Middle of pay.
    pub pay: Money,
    /// Half of people earn between.
    pub likely: Range,
    /// How the pay is known.
    pub evidence: Evidence,
    /// What taxes leave of the pay, where they are known.
    pub kept: Option<Money>,
    /// Price level, USA = 100.
    pub prices: Option<f32>,
    /// Jobs, how common they are, and how pay moved.
    pub market: Option<Market>,
}

impl Row {
    /// What the pay buys at the country's prices.
    pub fn real(&self) -> Option<Money> {
        self.worth(self.pay)
    }

    /// What the take-home pay buys at the country's prices.
    pub fn real_kept(&self) -> Option<Money> {
        self.worth(self.kept?)
    }

    fn worth(&self, pay: Money) -> Option<Money> {
        let dollars = pay.whole() as f32 * 100.0 / self.prices?;
        Some(Money::dollars(dollars.round() as i32))
    }
}

/// The listed cities in their order, then every metro whose best-known city is not among them.
pub fn cities() -> Vec<(CityId, Option<usize>)> {
    let dataset = Dataset::embedded();
    let listed = dataset.listed.iter().enumerate().map(|(at, &city)| (city, Some(at)));
    let others = dataset.metro_ids().map(best_known);
    let others = others.filter(|city| !dataset.listed.contains(city)).map(|city| (city, None));
    listed.chain(others).collect()
}

/// The city that a metro goes by: its best-known one, under its listed name if it has one (New York
/// is listed as New York City).
pub fn best_known(metro: MetroId) -> CityId {
    let dataset = Dataset::embedded();
    let principal = dataset.metro(metro).principal;
    let bare = dataset.city(principal).name.split(',').next().unwrap_or_default();
    let mut listed = dataset.listed.iter().copied();
    let same = |&city: &CityId| {
        let city = dataset.city(city);
        city.metro == metro && city.name.starts_with(bare)
    };
    listed.find(same).unwrap_or(principal)
}

/// The city whose page tells of this one: itself, if it has a page, or the city its metro goes by.
pub fn told_by(city: CityId) -> CityId {
    let dataset = Dataset::embedded();
    if dataset.listed.contains(&city) { city } else { best_known(dataset.city(city).metro) }
}

/// Every row, in no order.
pub fn rows(profile: &Profile) -> Vec<Row> {
    let (dataset, labour) = (Dataset::embedded(), Labour::embedded());
    let role = dataset.role(profile.role);
    let row = |(city, listed): (CityId, Option<usize>)| {
        let metro = dataset.city(city).metro;
        let answer = estimate(dataset, &Profile { place: Place::City(city), ..*profile });
        Row {
            city,
            listed,
            pay: answer.median(),
            likely: answer.likely(),
            evidence: answer.evidence,
            kept: None,
            prices: labour.setting(metro).prices,
            market: labour.market(role, metro),
        }
    };
    cities().into_iter().map(row).collect()
}

/// The rows with what taxes leave of their pay, once the program that knows them can be asked.
pub fn taxed(mut rows: Vec<Row>, status: Status) -> Vec<Row> {
    let dataset = Dataset::embedded();
    let metro = |row: &Row| dataset.metro(dataset.city(row.city).metro);
    let asked = rows.iter().map(|row| (metro(row).cbsa, metro(row).title, row.pay));
    let answer = doors::answer(&paysheet::asking(status, asked)).unwrap_or_default();
    for (row, line) in rows.iter_mut().zip(answer.lines()) {
        row.kept = line.parse().ok().map(Money::dollars);
    }
    rows
}

/// The rows that the filter leaves, in their order. What is not known comes last either way.
pub fn shown(rows: &[Row], filter: &str, order: Order) -> Vec<Row> {
    let wanted = slug(filter);
    let fits = |row: &&Row| {
        let names = names(row.city);
        wanted.split('-').all(|word| names.split('-').any(|name| name.starts_with(word)))
    };
    let mut shown: Vec<Row> = rows.iter().filter(fits).copied().collect();
    // A nickname is part of no name.
    if shown.is_empty()
        && let Ok(Place::City(named)) = finder().place(filter)
    {
        let metro = |city| Dataset::embedded().city(city).metro;
        shown = rows.iter().filter(|row| metro(row.city) == metro(named)).copied().collect();
    }
    shown.sort_by(|one, other| compare(one, other, order));
    shown
}

/// A city's name, its area's title and its states in full, as one slug.
fn names(city: CityId) -> String {
    let dataset = Dataset::embedded();
    let city = dataset.city(city);
    let title = dataset.metro(city.metro).title;
    let codes = title.rsplit_once(", ").map_or("", |(_, codes)| codes);
    let states = dataset.states.iter().filter(|(code, _)| codes.split('-').any(|own| own == *code));
    let states: Vec<&str> = states.map(|(_, name)| *name).collect();
    slug(&[city.name, title, &states.join(" ")].join(" "))
}

fn compare(one: &Row, other: &Row, order: Order) -> Ordering {
    let dataset = Dataset::embedded();
    let jobs = |row: &Row| row.market.map(|market| market.jobs);
    let value = |row: &Row| -> Option<f32> {
        match order.column {
            Column::Name | Column::Listed => None,
            Column::Pay => Some(row.pay.whole() as f32),
            Column::Real => row.real().map(|pay| pay.whole() as f32),
            Column::TakeHome => row.kept.map(|pay| pay.whole() as f32),
            Column::RealTakeHome => row.real_kept().map(|pay| pay.whole() as f32),
            Column::Jobs => jobs(row),
            Column::Quotient => row.market.map(|market| market.quotient),
            Column::Prices => row.prices,
            Column::Change => row.market?.change,
        }
    };
    let turned = |ordering: Ordering| if order.ascending() { ordering } else { ordering.reverse() };
    let by_jobs = || known(jobs(one), jobs(other), Ordering::reverse);
    let by_name = || dataset.city(one.city).name.cmp(dataset.city(other.city).name);
    let first = match order.column {
        Column::Listed => {
            let rank = |row: &Row| row.listed.unwrap_or(usize::MAX);
            rank(one).cmp(&rank(other)).then_with(by_jobs)
        }
        Column::Name => turned(by_name()),
        _ => known(value(one), value(other), turned),
    };
    first.then_with(by_name)
}

/// Known values in the direction wanted, unknown ones behind them.
fn known(one: Option<f32>, other: Option<f32>, turned: impl Fn(Ordering) -> Ordering) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => turned(one.total_cmp(&other)),
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}
