//! The taxes embedded in this program, read once, and typed look-ups that cannot miss. They are a
//! table of their own: a program that asks for none of it does not carry it.

use super::amount::{Bands, Each};
use super::decode::Bytes;
use super::law::Rule;
use super::{Contribution, Status};
use crate::money::{Cents, Money};
use std::sync::OnceLock;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tax.bin"));

/// A state or the District of Columbia.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateId(pub(super) u8);

/// A city or county with a tax on wages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalityId(pub(super) u8);

/// Official texts that a figure comes from: see `Texts::references`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub(super) u8);

/// Every tax that can be worked out.
#[derive(Debug)]
pub struct Tables {
    /// The tax year.
    pub year: u16,
    /// Wages for which the figures were compared with a second calculation: least and most.
    pub checked: [Money; 2],
    pub(super) federal: IncomeTax,
    pub(super) salt: Salt,
    /// Social Security, Medicare, Additional Medicare.
    pub(super) levies: Vec<Levy>,
    pub(super) contributions: Vec<Pretax>,
    pub(super) states: Vec<State>,
    pub(super) localities: Vec<Locality>,
    /// CBSA code, locality, and whether the metro's first-named city lies in it; by code.
    pub(super) metros: Vec<(u32, LocalityId, bool)>,
}

/// How much of state and local taxes those who itemize may deduct, in dollars.
#[derive(Debug)]
pub(super) struct Salt {
    at_most: f64,
    less: f64,
    over: f64,
    at_least: f64,
}

impl Salt {
    /// The part of these taxes that may be deducted from such an income (26 USC 164(b)(6) and (7)).
    pub(super) fn deductible(&self, taxes: f64, income: f64) -> f64 {
        let fallen = self.at_most - self.less * (income - self.over).max(0.0);
        taxes.min(fallen.max(self.at_least))
    }
}

/// An income tax.
#[derive(Debug)]
pub(super) struct IncomeTax {
    pub(super) source: SourceId,
    pub(super) rules: Vec<Rule>,
}

/// A tax on wages at one rate between two bounds.
#[derive(Debug)]
pub(super) struct Levy {
    pub(super) source: SourceId,
    rate: f64,
    over: Each<f64>,
    up_to: f64,
    at_most: f64,
}

impl Levy {
    /// The tax on wages, to the cent.
    pub(super) fn tax(&self, status: Status, wages: f64) -> Cents {
        let taxed = (wages.min(self.up_to) - self.over[status as usize]).max(0.0);
        Cents::of_dollars((self.rate * taxed).min(self.at_most))
    }

    fn of(bytes: &mut Bytes<'_>) -> Self {
        let source = bytes.source();
        let (rate, over) = (bytes.number(), bytes.numbers());
        // 0 stands for no bound.
        let bound = |number: f64| if number > 0.0 { number } else { f64::INFINITY };
        Self { source, rate, over, up_to: bound(bytes.number()), at_most: bound(bytes.number()) }
    }
}

/// What a contribution lowers.
#[derive(Debug)]
pub(super) struct Pretax {
    lowers: u8,
    except: Vec<u8>,
    pub(super) source: SourceId,
}

/// A tax that contributions can lower.
#[derive(Clone, Copy)]
pub(super) enum Lowered {
    Federal,
    SocialSecurity,
    Medicare,
    State,
}

#[derive(Debug)]
pub(super) struct State {
    code: [u8; 2],
    carried: u16,
    cliff: f64,
    rebound: f64,
    pub(super) tax: IncomeTax,
    pub(super) levies: Vec<Levy>,
}

/// What a local tax is levied on.
#[derive(Clone, Copy, Debug)]
pub(super) enum LocalBase {
    Wages,
    StateTaxableIncome,
    StateIncomeTax,
}

#[derive(Debug)]
pub(super) struct Locality {
    pub(super) state: StateId,
    pub(super) source: SourceId,
    pub(super) on: LocalBase,
    whole: bool,
    flat: f64,
    cliff: f64,
    bands: Each<Bands>,
}

impl Locality {
    /// The tax on an amount of what it is levied on; a flat tax on any wage.
    pub(super) fn tax(&self, status: Status, base: f64) -> f64 {
        let bands = &self.bands[status as usize];
        let tax = if self.whole { bands.tax_of_whole(base) } else { bands.tax(base) };
        tax + if base > 0.0 { self.flat } else { 0.0 }
    }
}

impl Tables {
    /// The tables embedded in this program, read by the first call.
    pub fn embedded() -> &'static Self {
        static TABLES: OnceLock<Tables> = OnceLock::new();
        TABLES.get_or_init(|| Self::of(&mut Bytes(PACKED)))
    }

    /// The packed tables, for measuring.
    pub const fn bytes() -> &'static [u8] {
        PACKED
    }

    fn of(bytes: &mut Bytes<'_>) -> Self {
        let year = bytes.count() as u16;
        let checked = [bytes.number(), bytes.number()];
        let tax = |bytes: &mut Bytes<'_>, source| IncomeTax { source, rules: bytes.rules() };
        let source = bytes.source();
        let federal = tax(bytes, source);
        let [at_most, less, over, at_least] = std::array::from_fn(|_| bytes.number());
        let salt = Salt { at_most, less, over, at_least };
        let levies = bytes.list(Levy::of);
        let contributions = Contribution::ALL.map(|_| Pretax {
            lowers: bytes.byte(),
            except: bytes.list(Bytes::byte),
            source: bytes.source(),
        });
        let states = bytes.list(|bytes| {
            let (code, source) = ([bytes.byte(), bytes.byte()], bytes.source());
            let carried = bytes.count() as u16;
            let [cliff, rebound] = [bytes.number(), bytes.number()];
            let (tax, levies) = (tax(bytes, source), bytes.list(Levy::of));
            State { code, carried, cliff, rebound, tax, levies }
        });
        let localities = bytes.list(|bytes| Locality {
            state: StateId(bytes.byte()),
            source: bytes.source(),
            on: match bytes.byte() {
                0 => LocalBase::Wages,
                1 => LocalBase::StateTaxableIncome,
                _ => LocalBase::StateIncomeTax,
            },
            whole: bytes.byte() == 1,
            flat: bytes.number(),
            cliff: bytes.number(),
            bands: bytes.bands(),
        });
        let metros = bytes.list(|bytes| {
            (bytes.count() as u32, LocalityId(bytes.count() as u8), bytes.byte() == 1)
        });
        Self {
            year,
            checked: checked.map(|wage| Money::dollars(wage as i32)),
            federal,
            salt,
            levies,
            contributions: contributions.into(),
            states,
            localities,
            metros,
        }
    }

    /// All states, by code.
    pub fn states(&self) -> impl Iterator<Item = StateId> + use<> {
        (0..self.states.len()).map(|at| StateId(at as u8))
    }

    /// All localities, by state and name.
    pub fn localities(&self) -> impl Iterator<Item = LocalityId> + use<> {
        (0..self.localities.len()).map(|at| LocalityId(at as u8))
    }

    /// The state with this postal code, in capitals.
    pub fn state(&self, code: &str) -> Option<StateId> {
        self.states().find(|&id| self.code(id) == code)
    }

    /// A state's postal code.
    pub fn code(&self, id: StateId) -> &str {
        std::str::from_utf8(&self.states[id.0 as usize].code).unwrap_or_default()
    }

    /// The state that a locality lies in.
    pub fn state_of(&self, id: LocalityId) -> StateId {
        self.localities[id.0 as usize].state
    }

    /// A state's localities, by name.
    pub fn localities_of(&self, state: StateId) -> impl Iterator<Item = LocalityId> + use<'_> {
        self.localities().filter(move |&id| self.state_of(id) == state)
    }

    /// The localities known to lie in a metro, by CBSA code. Outlying ones may be missing.
    pub fn localities_in(&self, cbsa: u32) -> impl Iterator<Item = LocalityId> + use<'_> {
        self.metros.iter().filter(move |row| row.0 == cbsa).map(|row| row.1)
    }

    /// The states of a metro by its title, `New York-Newark-Jersey City, NY-NJ`, in its order.
    pub fn states_in(&self, title: &str) -> Vec<StateId> {
        let (_, codes) = title.rsplit_once(", ").unwrap_or_default();
        codes.split('-').filter_map(|code| self.state(code)).collect()
    }

    /// The year whose amounts stand in a state's tables where it has published none for theirs.
    pub fn carried(&self, id: StateId) -> Option<u16> {
        Some(self.states[id.0 as usize].carried).filter(|&year| year > 0)
    }

    /// Whether a state taxes wages as income.
    pub fn taxes_income(&self, id: StateId) -> bool {
        !self.states[id.0 as usize].tax.rules.is_empty()
    }

    /// How far take-home pay falls at most when the wage rises by one dollar, in a place; up to a
    /// wage of 1.3 million and with up to three dependents.
    pub fn cliff(&self, place: super::Place) -> Cents {
        Cents::of_dollars(match place {
            super::Place::Country => 0.0,
            super::Place::State(id) => self.states[id.0 as usize].cliff,
            super::Place::Locality(id) => self.localities[id.0 as usize].cliff,
        })
    }

    /// How far taxes fall back at most when the wage rises, in a place.
    pub fn rebound(&self, place: super::Place) -> Cents {
        let state = match place {
            super::Place::Country => return Cents::default(),
            super::Place::State(id) => id,
            super::Place::Locality(id) => self.state_of(id),
        };
        Cents::of_dollars(self.states[state.0 as usize].rebound)
    }

    /// Whether a contribution lowers a tax, in a state or in the country.
    pub(super) fn lowers(
        &self,
        contribution: Contribution,
        tax: Lowered,
        state: Option<StateId>,
    ) -> bool {
        let row = &self.contributions[contribution as usize];
        let except = matches!(tax, Lowered::State)
            && state.is_some_and(|state| row.except.contains(&state.0));
        row.lowers >> tax as u8 & 1 == 1 && !except
    }
}
