//! What a visitor asked of the table of cities: the question, the filter, the order; from an address
//! and back. Draws nothing.

use super::rows::{Column, Order};
use crate::dataset::{Dataset, RoleId};
use crate::link::{self, Asked};
use crate::profile::{self, Experience, FieldError, Profile, Years};
use crate::search::slug;
use crate::tax::Status;
use crate::web::state::{example, finder};
use crate::words::tax::status_id;
use std::rc::Rc;
use yew::Reducible;

/// The state.
#[derive(Clone, Debug, PartialEq)]
pub struct Cities {
    /// Role and experience; the place does not count.
    pub profile: Profile,
    /// Text in the years' box.
    pub years: String,
    /// How the people asked about file their taxes.
    pub status: Status,
    /// Text in the filter.
    pub filter: String,
    /// Order of the rows.
    pub order: Order,
    /// What is wrong with the role or the years.
    pub errors: Vec<FieldError>,
}

/// What a visitor or the address can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Chose a role.
    Role(RoleId),
    /// Typed years.
    Years(String),
    /// Chose how to file, as links write it.
    Status(String),
    /// Typed into the filter.
    Filter(String),
    /// Pressed a head: orders by it, or turns the order around.
    Order(Column),
    /// The address asks.
    Link(String),
}

impl Default for Cities {
    fn default() -> Self {
        let profile = example();
        let Experience::Years(years) = profile.experience else {
            unreachable!("the example asks in years")
        };
        Self {
            profile,
            years: years.get().to_string(),
            status: Status::default(),
            filter: String::new(),
            order: Order::default(),
            errors: Vec::new(),
        }
    }
}

impl Cities {
    /// What the query string of an address asks.
    pub fn read(query: &str) -> Self {
        let mut state = Self::default();
        let Asked { role, years, .. } = link::read(query);
        if let Some(role) = role {
            match profile::role(finder(), &role) {
                Ok(role) => state.profile.role = role,
                Err(error) => state.errors.push(error),
            }
        }
        if let Some(years) = years {
            state.set_years(years);
        }
        if let Some(status) = link::value(query, "status") {
            state.set_status(&status);
        }
        if let Some(filter) = link::value(query, "find") {
            state.filter = filter;
        }
        if let Some(order) = link::value(query, "by") {
            let (name, reversed) = match order.strip_suffix("-reversed") {
                Some(name) => (name, true),
                None => (order.as_str(), false),
            };
            state.order = Order { column: Column::parse(name), reversed };
        }
        state
    }

    /// The query string that leads back here, without its question mark.
    pub fn query(&self) -> String {
        let dataset = Dataset::embedded();
        let mut query = format!("role={}", dataset.role(self.profile.role).id);
        if let Experience::Years(years) = self.profile.experience {
            query += "&years=";
            query += &years.get().to_string();
        }
        if self.status != Status::default() {
            query += "&status=";
            query += status_id(self.status);
        }
        let filter = slug(&self.filter);
        if !filter.is_empty() {
            query += "&find=";
            query += &filter;
        }
        let head = Column::HEADS.into_iter().find(|(column, _)| *column == self.order.column);
        if let Some((_, name)) = head {
            query += "&by=";
            query += name;
            if self.order.reversed {
                query += "-reversed";
            }
        }
        query
    }

    /// An unknown status stays as it was.
    fn set_status(&mut self, id: &str) {
        let found = Status::ALL.into_iter().find(|&status| status_id(status) == id);
        self.status = found.unwrap_or(self.status);
    }

    fn set_years(&mut self, typed: String) {
        self.errors.retain(|error| error.field() != profile::Field::Years);
        match profile::years(&typed) {
            Ok(years) => self.profile.experience = Experience::Years(years),
            Err(error) => self.errors.push(error),
        }
        self.years = typed;
    }

    /// Years that the table is for.
    pub fn asked_years(&self) -> Years {
        match self.profile.experience {
            Experience::Years(years) => years,
            Experience::Level(_) => Years::NONE,
        }
    }
}

impl Reducible for Cities {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Role(role) => {
                state.profile.role = role;
                state.errors.retain(|error| error.field() != profile::Field::Role);
            }
            Action::Years(typed) => state.set_years(typed),
            Action::Status(id) => state.set_status(&id),
            Action::Filter(typed) => state.filter = typed,
            Action::Order(column) if column == state.order.column => {
                state.order.reversed = !state.order.reversed;
            }
            Action::Order(column) => state.order = Order { column, reversed: false },
            Action::Link(query) => state = Self::read(&query),
        }
        Rc::new(state)
    }
}
