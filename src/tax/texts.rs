//! Names, references and what is left out, as text: apart from the figures, so that a program can
//! carry one without the other.
//!
//! Layout of the packed text: sections end with an empty line, a row is a line, cells are parted by
//! tabs. Localities (name, tax); levies of each state (names; a full stop where there are none);
//! sources (id, then title and address of each reference); contributions (name, then for whom,
//! dollars and on top of which, of each limit); what is left out (id, when, states, localities,
//! text).

use super::{Contribution, LocalityId, Place, Question, SourceId, StateId, Tables, Takehome};
use crate::money::{Cents, Money};
use std::sync::OnceLock;

static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/tax.txt"));

/// All texts.
#[derive(Debug)]
pub struct Texts {
    localities: Vec<[&'static str; 2]>,
    levies: Vec<Vec<&'static str>>,
    sources: Vec<(&'static str, Vec<Reference>)>,
    contributions: Vec<(&'static str, Vec<Limit>)>,
    left_out: Vec<LeftOut>,
}

/// An official text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its title.
    pub title: &'static str,
    /// Where it is published.
    pub url: &'static str,
}

/// The most that may be given before tax in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// For whom.
    pub who: &'static str,
    /// How much.
    pub amount: Money,
    /// The limit that it comes on top of; empty if it stands alone.
    pub on_top_of: &'static str,
}

/// Something that the law has and the figures leave out.
#[derive(Clone, Copy, Debug)]
pub struct LeftOut {
    /// Stable id.
    pub id: &'static str,
    when: u8,
    /// Codes of the states concerned, with commas; all if empty.
    states: &'static str,
    /// Names of the localities concerned, with semicolons; all if empty.
    localities: &'static str,
    /// What is left out, in sentences.
    pub text: &'static str,
}

impl Texts {
    /// The texts embedded in this program, read by the first call.
    pub fn embedded() -> &'static Self {
        static TEXTS: OnceLock<Texts> = OnceLock::new();
        TEXTS.get_or_init(|| Self::of(PACKED))
    }

    /// The packed text, for measuring.
    pub const fn bytes() -> &'static [u8] {
        PACKED.as_bytes()
    }

    fn of(text: &'static str) -> Self {
        let mut lines = text.lines();
        let mut section = || -> Vec<Vec<&'static str>> {
            let rows = lines.by_ref().take_while(|line| !line.is_empty());
            rows.map(|line| line.split('\t').collect()).collect()
        };
        let localities = section().iter().map(|row| [cell(row, 0), cell(row, 1)]).collect();
        let levies = section();
        let sources = section();
        let sources = sources.iter().map(|row| {
            let references = row.get(1..).unwrap_or_default().chunks(2);
            let reference = |pair: &[_]| Reference { title: cell(pair, 0), url: cell(pair, 1) };
            (cell(row, 0), references.map(reference).collect())
        });
        let contributions = section();
        let contributions = contributions.iter().map(|row| {
            let limits = row.get(1..).unwrap_or_default().chunks(3);
            let limit = |cells: &[_]| Limit {
                who: cell(cells, 0),
                amount: Money::dollars(cell(cells, 1).parse().unwrap_or(0)),
                on_top_of: cell(cells, 2),
            };
            (cell(row, 0), limits.map(limit).collect())
        });
        let left_out = section();
        let left_out = left_out.iter().map(|row| LeftOut {
            id: cell(row, 0),
            when: cell(row, 1).parse().unwrap_or(0),
            states: cell(row, 2),
            localities: cell(row, 3),
            text: cell(row, 4),
        });
        Self {
            localities,
            levies,
            sources: sources.collect(),
            contributions: contributions.collect(),
            left_out: left_out.collect(),
        }
    }

    /// `New York City`, `Adams County, IN`
    pub fn locality(&self, id: LocalityId) -> &'static str {
        self.localities[id.0 as usize][0]
    }

    /// `county income tax`
    pub fn local_tax(&self, id: LocalityId) -> &'static str {
        self.localities[id.0 as usize][1]
    }

    /// The locality of this name, in capitals or not.
    pub fn locality_named(&self, name: &str) -> Option<LocalityId> {
        let at = self.localities.iter().position(|row| row[0].eq_ignore_ascii_case(name))?;
        Some(LocalityId(at as u8))
    }

    /// Name of a state's payroll tax, by its number.
    pub fn levy(&self, state: StateId, at: u8) -> &'static str {
        self.levies[state.0 as usize].get(at as usize).copied().unwrap_or_default()
    }

    /// `401(k)`
    pub fn contribution(&self, kind: Contribution) -> &'static str {
        self.contributions[kind as usize].0
    }

    /// The most that may be given in a year.
    pub fn limits(&self, kind: Contribution) -> &[Limit] {
        &self.contributions[kind as usize].1
    }

    /// Stable id of a source: `ca-income-tax`; empty for no source.
    pub fn source(&self, id: SourceId) -> &'static str {
        self.sources.get(id.0 as usize).map_or("", |row| row.0)
    }

    /// The official texts of a source, the first of those in `data/tax/references.json`.
    pub fn references(&self, id: SourceId) -> &[Reference] {
        self.sources.get(id.0 as usize).map_or(&[], |row| &row.1)
    }

    /// What an answer leaves out of the law.
    pub fn left_out(
        &self,
        tables: &Tables,
        question: &Question,
        answer: &Takehome,
    ) -> impl Iterator<Item = &LeftOut> {
        let (state, locality) = match question.place {
            Place::Country => (None, None),
            Place::State(state) => (Some(state), None),
            Place::Locality(id) => (Some(tables.state_of(id)), Some(id)),
        };
        let code = state.map_or("", |state| tables.code(state));
        let name = locality.map_or("", |id| self.locality(id));
        let holds = [
            true,
            locality.is_none() && state.is_some(),
            state.is_some_and(|state| tables.carried(state).is_some()),
            answer.itemizing_may_pay,
            question.wage < tables.checked[0],
            question.wage > tables.checked[1],
            answer.parts.contributions.into_iter().sum::<Cents>().whole() > 0,
            self.limits(Contribution::Retirement).first().is_some_and(|under_50| {
                question.contributions[Contribution::Retirement as usize] > under_50.amount
            }),
        ];
        self.left_out.iter().filter(move |row| {
            holds.get(row.when as usize) == Some(&true)
                && (row.states.is_empty() || row.states.split(',').any(|one| one == code))
                && (row.localities.is_empty() || row.localities.split(';').any(|one| one == name))
        })
    }
}

/// A cell of a row; empty where there is none.
fn cell(row: &[&'static str], at: usize) -> &'static str {
    row.get(at).copied().unwrap_or_default()
}
