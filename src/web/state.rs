//! The state of the calculator: the text in its fields and the last question that made sense.
//!
//! One action at a time goes through [`Reducible::reduce`]; nothing typed is lost, and a field that
//! cannot be read leaves the rest of the question as it was.

use super::browser::Remember;
use crate::dataset::{Dataset, RoleId};
use crate::estimate::level_years;
use crate::finder::{Finder, Place};
use crate::link::Asked;
use crate::profile::{self, Education, Experience, Field, FieldError, Level, Profile, Years};
use crate::search::slug;
use crate::words;
use std::rc::Rc;
use std::sync::OnceLock;
use yew::Reducible;

/// Years of the example question: enough to be past the first jobs.
const EXAMPLE_YEARS: u8 = 5;

/// The indexes over all names, built when first needed.
pub fn finder() -> &'static Finder {
    static FINDER: OnceLock<Finder> = OnceLock::new();
    FINDER.get_or_init(|| Finder::new(Dataset::embedded()))
}

/// The example question: the first role in the first of the listed cities.
pub fn example() -> Profile {
    let dataset = Dataset::embedded();
    let role = dataset.role_ids().next();
    Profile {
        role: role.expect("check() refuses a dataset without roles"),
        place: dataset.listed.first().map_or(Place::Country, |&city| Place::City(city)),
        experience: Experience::Years(Years::new(EXAMPLE_YEARS).unwrap_or(Years::NONE)),
        education: None,
    }
}

/// What the page is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The last question that could be answered.
    pub profile: Profile,
    /// Text in the city's box.
    pub city: String,
    /// Text in the years' box.
    pub years: String,
    /// Text in the offer's box; never in the address.
    pub offer: String,
    /// Fields that cannot be read, as they stand.
    pub errors: Vec<FieldError>,
    /// How the address should follow; `None` when the address is where the state came from.
    pub remember: Option<Remember>,
    /// The field changed last: typing on in one field is one step of the history.
    last: Option<Field>,
}

/// What a visitor or the address can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A role was chosen from the list.
    Role(RoleId),
    /// The text in the city's box changed.
    CityTyped(String),
    /// The city's box was left or Enter was pressed.
    CityDone,
    /// A place was chosen from the list.
    Place(Place),
    /// The text in the years' box changed, or the slider moved.
    Years(String),
    /// An education was chosen, or none.
    Education(Option<Education>),
    /// The text in the offer's box changed.
    Offer(String),
    /// The address asks; what it does not mention is as in the example.
    Link(Asked),
    /// Typed before the program started; what it does not mention stays.
    Typed(Asked),
}

impl Default for State {
    fn default() -> Self {
        Self::of(example())
    }
}

impl State {
    fn of(profile: Profile) -> Self {
        let mut state = Self {
            profile,
            city: String::new(),
            years: String::new(),
            offer: String::new(),
            errors: Vec::new(),
            remember: None,
            last: None,
        };
        state.show_place();
        state.show_years();
        state
    }

    /// The error of a field, if it has one.
    pub fn error(&self, field: Field) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field() == field)
    }

    fn show_place(&mut self) {
        self.city = match self.profile.place {
            Place::Country => "United States".to_owned(),
            place @ Place::City(_) => words::place(Dataset::embedded(), place).to_owned(),
        };
    }

    fn show_years(&mut self) {
        if let Experience::Years(years) = self.profile.experience {
            self.years = years.get().to_string();
        }
    }

    fn read<T>(&mut self, field: Field, read: Result<T, FieldError>) -> Option<T> {
        self.errors.retain(|error| error.field() != field);
        read.map_err(|error| self.errors.push(error)).ok()
    }

    fn role(&mut self, typed: &str) {
        if let Some(role) = self.read(Field::Role, profile::role(finder(), typed)) {
            self.profile.role = role;
        }
    }

    fn place(&mut self, typed: &str) {
        self.city = typed.to_owned();
        if let Some(place) = self.read(Field::Place, profile::place(finder(), typed)) {
            self.profile.place = place;
            self.show_place();
        }
    }

    fn years(&mut self, typed: String) {
        if let Some(years) = self.read(Field::Years, profile::years(&typed)) {
            self.profile.experience = Experience::Years(years);
        }
        self.years = typed;
    }

    fn apply(&mut self, asked: &Asked) {
        if let Some(role) = &asked.role {
            self.role(role);
        }
        if let Some(city) = &asked.city {
            self.place(city);
        }
        if let Some(education) = &asked.education {
            self.education(education);
        }
        if let Some(years) = &asked.years {
            self.years(years.clone());
        } else if let Some(level) = asked.level.as_deref().and_then(Level::parse) {
            // The form asks in years; both ways stand on one scale.
            let stands = level_years(Dataset::embedded(), self.profile.role);
            self.years((stands[level.index()].round() as u8).to_string());
        }
    }

    fn education(&mut self, typed: &str) {
        if let Some(education) = self.read(Field::Education, profile::education(typed)) {
            self.profile.education = education;
        }
    }

    /// Notes which field changed, and so whether the back button gets a new step.
    fn changed(&mut self, field: Field, typing: bool) {
        let same = self.last == Some(field) && typing;
        self.remember = Some(if same { Remember::Replace } else { Remember::Push });
        self.last = Some(field);
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Role(role) => {
                state.profile.role = role;
                state.errors.retain(|error| error.field() != Field::Role);
                state.changed(Field::Role, false);
            }
            Action::CityTyped(text) => {
                state.errors.retain(|error| error.field() != Field::Place);
                let place = finder().place(&text).ok();
                state.city = text;
                // A nickname may be the start of a longer name: only a full name answers at once.
                if let Some(place) = place
                    && slug(words::place(Dataset::embedded(), place)) == slug(&state.city)
                    && place != state.profile.place
                {
                    state.profile.place = place;
                    state.changed(Field::Place, true);
                }
            }
            Action::CityDone => {
                let before = state.profile.place;
                let text = std::mem::take(&mut state.city);
                state.place(&text);
                if state.profile.place != before {
                    state.changed(Field::Place, false);
                }
            }
            Action::Place(place) => {
                state.profile.place = place;
                state.errors.retain(|error| error.field() != Field::Place);
                state.show_place();
                state.changed(Field::Place, false);
            }
            Action::Years(text) => {
                let before = state.profile.experience;
                state.years(text);
                if state.profile.experience != before {
                    state.changed(Field::Years, true);
                }
            }
            Action::Education(education) => {
                state.profile.education = education;
                state.errors.retain(|error| error.field() != Field::Education);
                state.changed(Field::Education, false);
            }
            Action::Offer(text) => state.offer = text,
            Action::Link(asked) => {
                let offer = std::mem::take(&mut state.offer);
                state = Self { offer, ..Self::default() };
                state.apply(&asked);
            }
            Action::Typed(asked) => {
                let before = state.profile;
                state.apply(&asked);
                if state.profile != before {
                    state.remember = Some(Remember::Replace);
                }
            }
        }
        Rc::new(state)
    }
}
