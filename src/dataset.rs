//! What `build.rs` embedded: typed look-ups into tables that are never parsed at run time.
//!
//! The tables themselves, their checks and their packing live in `tables` and in `data/`. An id is
//! made only here, from the dataset that holds its row, so a look-up by id cannot miss.

mod cells;
mod country;
mod labour;
mod model;
mod moves;
mod places;
mod prices;
mod skills;
mod wages;

pub use cells::{Cell, OFFICIAL, Published, Smoothing, noise, smooth};
pub use country::Country;
pub(crate) use country::ROWS as COUNTRY_ROWS;
pub use labour::{Labour, Market, Setting, outlines};
pub use model::{Known, LevelFit, Model, RoleFit, Shift, Years};
pub use moves::{
    Assumption, Change, Entry, Premise, Study, Unit, changes, entry, premises, promotion, studies,
};
pub use prices::prices;
pub use skills::{
    Needs, Skill, SkillGroup, SkillText, growth, needs, skill_groups, skill_texts, skills,
};
use wages::Form;
pub use wages::{Block, Percentiles, Wages, log_people};

use crate::money::{Money, Range};
use std::borrow::Cow;
use std::sync::OnceLock;

/// Makes an index type that only this crate can build.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($inner:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) $inner);

        impl $name {
            /// Position of the row in its table.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A role.
    RoleId(u8);
    /// A SOC occupation.
    OccupationId(u8);
    /// A metropolitan statistical area.
    MetroId(u16);
    /// A named city, inside a metro.
    CityId(u16);
    /// A source of figures.
    SourceId(u8);
}

/// A job as people name it.
#[derive(Debug)]
pub struct Role {
    /// Stable id: `machine-learning-engineer`.
    pub id: &'static str,
    /// Title in the singular.
    pub title: &'static str,
    /// Group in lists.
    pub family: &'static str,
    /// Other names people type; none in the browser, where a role is chosen from a list.
    pub aliases: &'static [&'static str],
    /// The occupations it is made of; weights add to 1.
    pub shares: &'static [Share],
    /// Fitted coefficients of the role.
    pub fit: RoleFit,
}

/// An occupation's part in a role.
#[derive(Debug)]
pub struct Share {
    /// Which occupation.
    pub occupation: OccupationId,
    /// Its part, between 0 and 1.
    pub weight: f32,
    /// Who says so.
    pub source: SourceId,
}

/// What official statistics measure.
#[derive(Debug)]
pub struct Occupation {
    /// SOC code; empty in the browser, which looks nothing up by it.
    pub code: &'static str,
    /// Official title.
    pub title: &'static str,
    /// National pay percentiles in dollars, latest year.
    pub national: [i32; 5],
}

/// A metropolitan statistical area.
#[derive(Debug)]
pub struct Metro {
    /// CBSA code.
    pub cbsa: u32,
    /// Census title.
    pub title: &'static str,
    /// Its best-known city.
    pub principal: CityId,
    /// People employed in the 21 occupations, where published: a weight for ranking names.
    pub jobs: u32,
}

/// A city people type; its pay is its metro's.
#[derive(Debug)]
pub struct City {
    /// `Palo Alto, CA`.
    pub name: &'static str,
    /// The metro it lies in.
    pub metro: MetroId,
}

/// Where figures come from.
#[derive(Debug)]
pub struct Source {
    /// Stable id: `oews-metro-2025`; empty in the browser.
    pub id: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Where it is published.
    pub url: &'static str,
    /// Year, year and month, or day of publication; `undated` where it says none.
    pub published: &'static str,
    /// Licence, or public domain; empty in the browser.
    pub licence: &'static str,
}

/// A figure of pay as an article means it, in dollars a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// One figure.
    Point(Money),
    /// From one figure to another.
    Range(Range),
    /// A figure and above.
    AtLeast(Money),
}

/// What an article says that a role is paid.
#[derive(Debug)]
pub struct Claim {
    /// The roles it is about.
    pub roles: &'static [RoleId],
    /// The article.
    pub source: SourceId,
    /// What the figure is.
    pub about: &'static str,
    /// The figure.
    pub pay: Claimed,
    /// The figure in cents an hour, where the article gives it so.
    pub hourly_cents: Option<u16>,
    /// Why it differs from an estimate.
    pub differs: &'static str,
}

/// The sources that the estimate's steps refer to.
#[derive(Debug)]
pub struct Cited {
    /// Metro pay percentiles.
    pub metro_wages: SourceId,
    /// National pay percentiles.
    pub national_wages: SourceId,
    /// Job postings with pay and level.
    pub postings: SourceId,
    /// Survey of pay by years.
    pub survey: SourceId,
    /// The article that lists cities.
    pub listed_cities: SourceId,
}

/// Everything the calculator knows.
#[derive(Debug)]
pub struct Dataset {
    /// In the order shown.
    pub roles: &'static [Role],
    /// By CBSA code.
    pub metros: &'static [Metro],
    /// By metro, its best-known city first.
    pub cities: &'static [City],
    /// The ten listed cities, in the article's order.
    pub listed: &'static [CityId],
    /// Further names: (name as typed, city meant).
    pub names: &'static [(&'static str, CityId)],
    /// Postal codes of states and their names in full.
    pub states: &'static [(&'static str, &'static str)],
    /// Published pay.
    pub wages: Wages,
    /// How published pay is smoothed.
    pub smoothing: Smoothing<'static>,
    /// Smoothed pay by metro, filled when first asked for.
    smoothed: Vec<OnceLock<Vec<Cell>>>,
    /// Posted pay in the whole country.
    pub country: Country,
    /// Fitted coefficients shared by all roles.
    pub model: Model,
    /// The sources that steps refer to.
    pub cited: Cited,
    /// Survey period of the pay tables, in words.
    pub period: &'static str,
    /// Who publishes the pay tables.
    pub publisher: &'static str,
}

/// Postal codes of states and their names in full, by code. No part of [`Dataset`], as [`claims`].
pub fn states() -> &'static [(&'static str, &'static str)] {
    &embedded::STATES
}

/// The occupations, by SOC code. No part of [`Dataset`], as [`claims`].
pub fn occupations() -> &'static [Occupation] {
    &embedded::OCCUPATIONS
}

/// The sources that the dataset refers to, in the order listed. No part of [`Dataset`], as
/// [`claims`].
pub fn sources() -> &'static [Source] {
    &embedded::SOURCES
}

/// What articles claim, in their order. No part of [`Dataset`], so that a program which shows none of
/// it does not carry it.
pub fn claims() -> &'static [Claim] {
    &embedded::CLAIMS
}

/// A number whose sign is in the lowest bit of the packed one.
fn sign_first(packed: u16) -> i32 {
    let packed = i32::from(packed);
    (packed >> 1) ^ -(packed & 1)
}

// Written by build.rs, not by a person.
#[allow(clippy::approx_constant, clippy::unreadable_literal, clippy::wildcard_imports)]
mod embedded {
    use super::places::{Folded, Places};
    use super::*;

    macro_rules! bytes {
        ($file:literal) => {
            include_bytes!(concat!(env!("OUT_DIR"), "/", $file))
        };
    }
    /// A block of pay that every program has.
    macro_rules! held {
        ($file:literal) => {
            Some(bytes!($file))
        };
    }
    /// One that a page's program asks for when it needs it.
    #[cfg(any(feature = "native", debug_assertions))]
    macro_rules! rest {
        ($file:literal) => {
            Some(bytes!($file))
        };
    }
    #[cfg(not(any(feature = "native", debug_assertions)))]
    macro_rules! rest {
        ($file:literal) => {
            None
        };
    }
    include!(concat!(env!("OUT_DIR"), "/dataset.rs"));
}

impl Dataset {
    /// The dataset embedded in this program. The names of places are unfolded by the first call.
    pub fn embedded() -> &'static Self {
        static DATASET: OnceLock<Dataset> = OnceLock::new();
        DATASET.get_or_init(|| embedded::dataset(embedded::PLACES.unfold()))
    }

    /// The row of a role.
    pub fn role(&self, id: RoleId) -> &'static Role {
        &self.roles[id.index()]
    }

    /// The row of an occupation.
    pub fn occupation(&self, id: OccupationId) -> &'static Occupation {
        &occupations()[id.index()]
    }

    /// The row of a metro.
    pub fn metro(&self, id: MetroId) -> &'static Metro {
        &self.metros[id.index()]
    }

    /// Smoothed pay of every occupation in a metro, by occupation. Where the metro's pay is not at
    /// hand every cell is as one that is not published: ask [`Wages::holds`] first.
    pub fn cells(&self, metro: MetroId) -> Cow<'_, [Cell]> {
        let cells = || {
            let published =
                self.occupation_ids().map(|occupation| self.wages.logs(occupation, metro));
            smooth(&self.smoothing, &published.collect::<Vec<_>>())
        };
        if self.wages.holds(metro) {
            Cow::Borrowed(self.smoothed[metro.index()].get_or_init(cells))
        } else {
            Cow::Owned(cells())
        }
    }

    /// Takes all pay into this program: only one that calls this carries it.
    pub fn hold_all(&self) {
        for (block, bytes) in embedded::WHOLE_PAY.iter().enumerate() {
            self.wages.hold(block, bytes);
        }
    }

    /// The row of a city.
    pub fn city(&self, id: CityId) -> &'static City {
        &self.cities[id.index()]
    }

    /// The row of a source.
    pub fn source(&self, id: SourceId) -> &'static Source {
        &sources()[id.index()]
    }

    /// All role ids, in the order shown.
    pub fn role_ids(&self) -> impl Iterator<Item = RoleId> + use<> {
        (0..self.roles.len()).map(|at| RoleId(at as u8))
    }

    /// All occupation ids, by SOC code.
    pub fn occupation_ids(&self) -> impl Iterator<Item = OccupationId> + use<> {
        (0..occupations().len()).map(|at| OccupationId(at as u8))
    }

    /// All metro ids, by CBSA code.
    pub fn metro_ids(&self) -> impl Iterator<Item = MetroId> + use<> {
        (0..self.metros.len()).map(|at| MetroId(at as u16))
    }

    /// All city ids, by metro.
    pub fn city_ids(&self) -> impl Iterator<Item = CityId> + use<> {
        (0..self.cities.len()).map(|at| CityId(at as u16))
    }

    /// The role with this stable id.
    pub fn role_by_id(&self, id: &str) -> Option<RoleId> {
        self.roles.iter().position(|role| role.id == id).map(|at| RoleId(at as u8))
    }

    /// The metro with this CBSA code.
    pub fn metro_by_cbsa(&self, cbsa: u32) -> Option<MetroId> {
        let at = self.metros.binary_search_by_key(&cbsa, |metro| metro.cbsa).ok()?;
        Some(MetroId(at as u16))
    }

    /// The source with this stable id.
    pub fn source_by_id(&self, id: &str) -> Option<SourceId> {
        sources().iter().position(|source| source.id == id).map(|at| SourceId(at as u8))
    }
}
