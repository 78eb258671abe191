//! The places within a metro that taxes tell apart. Where somebody lives is theirs to say: what
//! comes first is only where the city that the metro is named after lies.

use super::{LocalityId, Place, StateId, Tables, Texts};
use crate::search::slug;

impl Tables {
    /// Every place of a metro that has taxes of its own, by CBSA code and title: where its
    /// first-named city lies, and then, state by state in the title's order, its localities and the
    /// rest of the state. None where the title names no state of the tables: Puerto Rico has a law of
    /// its own.
    pub fn areas(&self, cbsa: u32, title: &str) -> Vec<Place> {
        let usual = self.usual_area(cbsa, title);
        if usual == Place::Country {
            return Vec::new();
        }
        let mut areas = vec![usual];
        for state in self.states_in(title) {
            let localities = self.localities_in(cbsa).filter(|&id| self.state_of(id) == state);
            let all = localities.map(Place::Locality).chain([Place::State(state)]);
            areas.extend(all.filter(|&area| area != usual));
        }
        areas
    }

    /// The first of [`Self::areas`], if there is one.
    pub fn usual_area(&self, cbsa: u32, title: &str) -> Place {
        let first = self.metros.iter().find(|row| row.0 == cbsa && row.2);
        let states = || self.states_in(title).first().copied();
        first
            .map(|row| Place::Locality(row.1))
            .or_else(|| states().map(Place::State))
            .unwrap_or_default()
    }

    /// The state that a place lies in.
    pub fn state_at(&self, place: Place) -> Option<StateId> {
        match place {
            Place::Country => None,
            Place::State(id) => Some(id),
            Place::Locality(id) => Some(self.state_of(id)),
        }
    }

    /// Whether localities of a metro lie in a state, so that the state stands for the rest of it.
    pub fn has_localities(&self, cbsa: u32, state: StateId) -> bool {
        self.localities_in(cbsa).any(|id: LocalityId| self.state_of(id) == state)
    }
}

/// The short name of a place in addresses: `new-york-city`, `nj`, `none`.
pub fn area_id(tables: &Tables, texts: &Texts, place: Place) -> String {
    match place {
        Place::Country => "none".to_owned(),
        Place::State(id) => slug(tables.code(id)),
        Place::Locality(id) => slug(texts.locality(id)),
    }
}
