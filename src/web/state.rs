//! The state of the calculator: the text in its fields and the last question that made sense.
//!
//! One action at a time goes through [`Reducible::reduce`]; nothing typed is lost, and a field that
//! cannot be read leaves the rest of the question as it was.

use super::browser::{CITY_ID, Typed};
use crate::dataset::{Dataset, RoleId};
use crate::estimate::level_years;
use crate::finder::{Finder, Place};
use crate::link::Asked;
use crate::profile::{self, Education, Experience, Field, FieldError, Profile, Years};
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
///
/// # Panics
/// Never with an embedded dataset: `check()` refuses one without roles.
pub fn example() -> Profile {
    let dataset = Dataset::embedded();
    let role = dataset.role_ids().next();
    Profile {
        role: role.expect("the dataset has roles"),
        place: dataset.listed.first().map_or(Place::Country, |&city| Place::City(city)),
        experience: Experience::Years(Years::new(EXAMPLE_YEARS).unwrap_or(Years::NONE)),
        education: None,
    }
}

/// What the list of the city's box shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Nothing.
    Closed,
    /// The listed cities and the country: the field was entered or the button pressed.
    Common,
    /// What matches the typed text.
    Matches,
}

/// What the page is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The last question that could be answered.
    pub profile: Profile,
    /// Text in the city's box.
    pub city: String,
    /// The list below it.
    pub list: List,
    /// The choice in the list that the keys have reached.
    pub active: Option<usize>,
    /// Text in the years' box.
    pub years: String,
    /// Text in the offer's box; never in the address.
    pub offer: String,
    /// Fields that cannot be read, as they stand.
    pub errors: Vec<FieldError>,
    /// What the back button should lead to.
    pub trail: Trail,
    /// The field changed last and not left: typing on in one field is one step of the history.
    last: Option<Field>,
}

/// How a visitor came to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trail {
    /// Steps that the back button should undo, made so far; going back does not lessen them.
    pub steps: u32,
    /// The question that the latest step left behind.
    pub left: Profile,
    /// Whether the visitor asks, and not the address alone.
    pub own: bool,
}

/// What a visitor or the address can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A role was chosen from the list.
    Role(RoleId),
    /// The text in the city's box changed.
    CityTyped(String),
    /// The list of the city's box opened or closed.
    List(List),
    /// The keys moved in the list.
    Active(Option<usize>),
    /// The city's box was left or Enter was pressed.
    CityDone,
    /// A place was chosen from the list.
    Place(Place),
    /// The text in the years' box changed, or the slider moved.
    Years(String),
    /// The years' box or its slider was left.
    YearsDone,
    /// An education was chosen, or none.
    Education(Option<Education>),
    /// The text in the offer's box changed.
    Offer(String),
    /// The address asks; what it does not mention is as in the example.
    Link(Asked),
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
            list: List::Closed,
            active: None,
            years: String::new(),
            offer: String::new(),
            errors: Vec::new(),
            trail: Trail { steps: 0, left: profile, own: false },
            last: None,
        };
        state.show_place();
        state.show_years();
        state
    }

    /// The state to begin with: what the address asks, and over it what was typed before the
    /// program started.
    pub fn start(asked: &Asked, typed: &Typed) -> Self {
        let mut state = Self::default();
        state.apply(asked);
        state.trail.left = state.profile;
        state.apply(&Asked { city: None, ..typed.asked.clone() });
        match &typed.asked.city {
            // Whoever is still typing a city has not chosen it yet.
            Some(city) if typed.is_in(CITY_ID) => state.city_typed(city.clone()),
            Some(city) => state.place(city),
            None => {}
        }
        state.trail.own = state.profile != state.trail.left;
        state
    }

    /// The error shown at a field, if it has one.
    pub fn error(&self, field: Field) -> Option<&FieldError> {
        self.errors.iter().find(|error| shown_at(error) == field)
    }

    fn close(&mut self) {
        (self.list, self.active) = (List::Closed, None);
    }

    fn show_place(&mut self) {
        self.city = shown_name(self.profile.place).into();
    }

    fn show_years(&mut self) {
        if let Experience::Years(years) = self.profile.experience {
            self.years = years.get().to_string();
        }
    }

    fn read<T>(&mut self, field: Field, read: Result<T, FieldError>) -> Option<T> {
        self.errors.retain(|error| shown_at(error) != field);
        read.map_err(|error| self.errors.push(error)).ok()
    }

    fn role(&mut self, typed: &str) {
        if let Some(role) = self.read(Field::Role, profile::role(finder(), typed)) {
            self.profile.role = role;
        }
    }

    fn place(&mut self, typed: &str) {
        self.city = typed.into();
        if let Some(place) = self.read(Field::Place, profile::place(finder(), typed)) {
            self.profile.place = place;
            self.show_place();
        }
    }

    fn city_typed(&mut self, typed: String) {
        self.errors.retain(|error| shown_at(error) != Field::Place);
        let place = finder().place(&typed).ok();
        self.city = typed;
        // A nickname may be the start of a longer name: only a full name answers at once.
        let full =
            |place: &Place| slug(words::place(Dataset::embedded(), *place)) == slug(&self.city);
        if let Some(place) = place.filter(full) {
            self.profile.place = place;
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
        } else if let Some(level) = &asked.level
            && let Some(level) = self.read(Field::Years, profile::level(level))
        {
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

    /// Notes that a field changed the question, if it did, and so whether the back button gets a
    /// new step.
    fn changed(&mut self, before: &Self, field: Field, typing: bool) {
        if self.profile == before.profile && (typing || self.errors == before.errors) {
            return;
        }
        self.trail.own = true;
        if !typing || self.last != Some(field) {
            self.trail.steps += 1;
            self.trail.left = before.profile;
        }
        self.last = Some(field);
    }
}

/// A place as it stands in the city's box.
pub(super) fn shown_name(place: Place) -> &'static str {
    match place {
        Place::Country => "United States",
        Place::City(_) => words::place(Dataset::embedded(), place),
    }
}

/// The field of the form that shows an error: it has none for levels.
fn shown_at(error: &FieldError) -> Field {
    match error.field() {
        Field::Level => Field::Years,
        field => field,
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        if !matches!(action, Action::Offer(_) | Action::Active(_)) {
            state.close();
        }
        match action {
            Action::Role(role) => {
                state.profile.role = role;
                state.errors.retain(|error| shown_at(error) != Field::Role);
                state.changed(&self, Field::Role, false);
            }
            Action::List(list) => state.list = list,
            Action::Active(active) => state.active = active,
            Action::CityTyped(text) => {
                state.city_typed(text);
                state.list =
                    if state.city.trim().is_empty() { List::Common } else { List::Matches };
                state.changed(&self, Field::Place, true);
            }
            Action::CityDone => {
                let text = std::mem::take(&mut state.city);
                state.place(&text);
                // Errors come and go with the text, not with the question.
                state.changed(&self, Field::Place, state.profile.place == self.profile.place);
                state.last = None;
            }
            Action::Place(place) => {
                state.profile.place = place;
                state.errors.retain(|error| shown_at(error) != Field::Place);
                state.show_place();
                state.changed(&self, Field::Place, false);
            }
            Action::Years(text) => {
                state.years(text);
                state.changed(&self, Field::Years, true);
            }
            Action::YearsDone => state.last = None,
            Action::Education(education) => {
                state.profile.education = education;
                state.errors.retain(|error| error.field() != Field::Education);
                state.changed(&self, Field::Education, false);
            }
            Action::Offer(text) => state.offer = text,
            Action::Link(asked) => {
                let offer = std::mem::take(&mut state.offer);
                state = Self { offer, ..Self::default() };
                state.apply(&asked);
                if state.profile == self.profile && state.errors.is_empty() {
                    // A step within the page, to one of its headings, or back to the same question: what
                    // is typed stays, and what is typed next is a step of its own.
                    return Rc::new(Self { last: None, ..(*self).clone() });
                }
                state.trail = Trail { steps: self.trail.steps, ..state.trail };
                state.trail.left = state.profile;
            }
        }
        Rc::new(state)
    }
}
