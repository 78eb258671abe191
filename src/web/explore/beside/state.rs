//! What the page of answers beside each other is drawn from: questions as typed. Estimates nothing.

use crate::dataset::Dataset;
use crate::finder::Place;
use crate::link::{self, Asked, place_id};
use crate::profile::{self, Answers, FieldError, Profile};
use crate::web::state::finder;
use crate::web::typing::Typing;
use crate::words;
use std::rc::Rc;
use yew::Reducible;

/// Most questions beside each other.
pub const MOST: usize = 4;

/// Keys of the questions in the address, whose values are [`Typed::packed`].
const KEYS: [&str; MOST] = ["a", "b", "c", "d"];

/// What stands between the parts of a question in the address, and what stands for it within a part. No
/// id holds either.
const BETWEEN: char = '.';
const WITHIN: &str = "~";
/// Longest part of a question in the address, in letters: four must come through a link.
const LONGEST: usize = 45;

/// A field of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The job.
    Role,
    /// Where.
    City,
    /// Years of experience.
    Years,
    /// Education.
    Education,
}

impl Field {
    /// In the order of the form and of the address.
    pub const ALL: [Self; 4] = [Self::Role, Self::City, Self::Years, Self::Education];

    /// Its name in ids.
    pub const fn key(self) -> &'static str {
        ["role", "city", "years", "education"][self as usize]
    }

    /// The field of this page at which an error stands.
    pub const fn of(error: &FieldError) -> Self {
        match error.field() {
            profile::Field::Role => Self::Role,
            profile::Field::Place => Self::City,
            profile::Field::Years | profile::Field::Level => Self::Years,
            profile::Field::Education => Self::Education,
        }
    }
}

/// A question as typed, in the order of [`Field::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed([String; 4]);

impl Typed {
    /// What was typed in a field.
    pub fn get(&self, field: Field) -> &str {
        &self.0[field as usize]
    }

    fn set(&mut self, field: Field, value: &str) {
        value.clone_into(&mut self.0[field as usize]);
    }

    /// The question.
    ///
    /// # Errors
    /// Every field that cannot be read.
    pub fn read(&self) -> Result<Profile, Vec<FieldError>> {
        let [role, place, years, education] = self.0.each_ref().map(String::as_str);
        profile::parse(finder(), &Answers { role, place, years, level: "", education })
    }

    /// What asks a question again.
    fn of(profile: &Profile) -> Self {
        let asked = link::read(&link::write(Dataset::embedded(), profile));
        let Asked { role, city, years, education, .. } = asked;
        let mut typed = Self([role, city, years, education].map(Option::unwrap_or_default));
        typed.settle();
        typed
    }

    /// `data-analyst.chicago-il.3` or `….3.masters`: the value of a key of the address. What cannot be
    /// read stands there as typed.
    fn packed(&self) -> String {
        let mut parts = self.0.clone();
        if let Ok(place) = profile::place(finder(), self.get(Field::City)) {
            parts[Field::City as usize] = place_id(Dataset::embedded(), place);
        }
        let parts = parts.map(|part| {
            let cut: String = part.chars().take(LONGEST).collect();
            cut.replace(BETWEEN, WITHIN)
        });
        let packed = parts.join(&String::from(BETWEEN));
        link::encoded(packed.trim_end_matches(BETWEEN))
    }

    fn unpacked(packed: &str) -> Self {
        let mut parts = packed.split(BETWEEN);
        let mut typed = Self([(); 4].map(|()| {
            let part = parts.next().unwrap_or_default();
            part.replace(WITHIN, &String::from(BETWEEN))
        }));
        typed.settle();
        typed
    }

    /// Roles by their ids and cities by their names, whatever the address calls them; what cannot be
    /// read stays as it is.
    fn settle(&mut self) {
        let dataset = Dataset::embedded();
        if let Ok(role) = profile::role(finder(), self.get(Field::Role)) {
            self.set(Field::Role, dataset.role(role).id);
        }
        match profile::place(finder(), self.get(Field::City)) {
            Ok(Place::Country) => self.set(Field::City, "US"),
            Ok(place) => self.set(Field::City, words::place(dataset, place)),
            Err(_) => {}
        }
    }
}

/// The state: one question at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The questions.
    pub asked: Vec<Typed>,
    /// The question that was added last, or that stands where one was taken away.
    pub at: usize,
    /// A city that is no part of its question yet.
    pub typing: Typing,
}

/// What a visitor can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Typed or chose in the field with this id; done with it or not.
    Set {
        /// The field's id.
        id: String,
        /// What stands there.
        value: String,
        /// Whether the field was left.
        done: bool,
    },
    /// Adds a question like the last one.
    Add,
    /// Takes a question away.
    Remove(usize),
}

/// The questions that the page begins with: the first role in the first three of the listed cities.
fn example() -> Vec<Typed> {
    let start = crate::web::state::example();
    let cities = Dataset::embedded().listed.iter().take(MOST - 1);
    cities.map(|&city| Typed::of(&Profile { place: Place::City(city), ..start })).collect()
}

/// The path and query of the comparison that begins with a question.
pub fn beginning(profile: &Profile) -> String {
    let asked = vec![Typed::of(profile)];
    ["/compare/?", &Beside { asked, at: 0, typing: Typing::default() }.query()].concat()
}

impl Beside {
    /// What the address asks, or the example; and over it what was typed before the program started.
    pub fn start(query: &str, typed: &[(String, String)]) -> Self {
        let asked = KEYS.iter().filter_map(|key| link::value(query, key));
        let asked: Vec<Typed> = asked.map(|packed| Typed::unpacked(&packed)).collect();
        let asked = if asked.is_empty() { example() } else { asked };
        let mut state = Self { asked, at: 0, typing: Typing::default() };
        for (id, value) in typed {
            state.set(id, value, true);
        }
        state
    }

    /// The query string that leads back here, without its question mark.
    pub fn query(&self) -> String {
        let all = KEYS.iter().zip(&self.asked);
        let all: Vec<String> =
            all.map(|(key, typed)| [key, "=", &typed.packed()].concat()).collect();
        all.join("&")
    }

    fn set(&mut self, id: &str, value: &str, done: bool) {
        self.typing = Typing::default();
        let Some((key, at)) = id.rsplit_once('-') else { return };
        let field = Field::ALL.into_iter().find(|field| field.key() == key);
        let at = at.parse().ok().and_then(|at: usize| at.checked_sub(1));
        let typed = at.and_then(|at| self.asked.get_mut(at));
        let (Some(typed), Some(field)) = (typed, field) else { return };
        if done || field != Field::City || !self.typing.waits(id, typed.get(field), value) {
            typed.set(field, value);
        }
    }
}

/// Id of a field: `role-1`.
pub fn id(field: Field, at: usize) -> String {
    format!("{}-{}", field.key(), at + 1)
}

impl Reducible for Beside {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Set { id, value, done } => state.set(&id, &value, done),
            Action::Add if state.asked.len() < MOST => {
                state.asked.extend(state.asked.last().cloned());
                state.at = state.asked.len() - 1;
            }
            Action::Remove(at) if at < state.asked.len() && state.asked.len() > 1 => {
                state.asked.remove(at);
                state.at = at.min(state.asked.len() - 1);
            }
            Action::Add | Action::Remove(_) => {}
        }
        Rc::new(state)
    }
}
