//! What the page of plans is drawn from: the answers as typed, which route is shown, and what was
//! kept. Draws nothing; plans nothing.

use crate::career::Name;
use crate::career::question::{Answers, Field, yes};
use crate::dataset::{premises, skills};
use crate::link;
use crate::profile::{Education, Level};
use crate::tax::Status;
use crate::web::state::finder;
use crate::words::tax::status_id;
use std::rc::Rc;
use yew::Reducible;

/// Most plans that are kept on the device.
pub const MOST_KEPT: usize = 6;
/// The longest text of kept plans that is read, in bytes.
const LONGEST: usize = 20_000;

/// The state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The answers as typed.
    pub answers: Answers,
    /// How somebody files whose totals are take-home pay; `None`: they are before tax.
    pub filing: Option<Status>,
    /// The route shown, by number; `None`: the balanced one.
    pub chosen: Option<usize>,
    /// Plans kept on the device: queries without their question mark.
    pub kept: Vec<String>,
}

/// What a visitor can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Typed into a field or chose there.
    Set(Field, String),
    /// Chose what totals are: how somebody files, or nothing for pay before tax.
    Totals(String),
    /// Ticked or unticked a skill.
    Tick(usize),
    /// Chose a route.
    Route(usize),
    /// Took the answers of a query.
    Open(String),
    /// Kept this plan on the device.
    Keep,
    /// Forgot a plan.
    Forget(usize),
    /// Put every premise back.
    Usual,
}

/// Answers that stand in the address, by key; premises stand there by their own ids.
pub const KEYS: [(&str, Field); 14] = [
    ("from", Field::From),
    ("pay", Field::Pay),
    ("years", Field::Years),
    ("education", Field::Education),
    ("have", Field::Have),
    ("city", Field::City),
    ("to", Field::To),
    ("level", Field::Level),
    ("horizon", Field::Horizon),
    ("hours", Field::Hours),
    ("budget", Field::Budget),
    ("also", Field::Cities),
    ("keep", Field::Keep),
    ("degree", Field::Degree),
];

/// How somebody files, in the address and as the id of its list.
pub const FILING: &str = "takehome";

/// What is said about filing; other words than ours stand for the first way, as on the calculator.
fn filing(text: &str) -> Option<Status> {
    let known = Status::ALL.into_iter().find(|&one| status_id(one) == text);
    known.or_else(|| (!text.is_empty()).then(Status::default))
}

/// The example that the page begins with.
const EXAMPLE: &str =
    "from=data-analyst&years=2&education=bachelors&to=machine-learning-engineer&hours=8";

impl State {
    /// What the address asks, or the example.
    pub fn start(query: &str, kept: Option<&str>) -> Self {
        let query = query.trim_start_matches('?');
        let asked = read(query);
        // An address may hold what others put there: only answers of ours are a question.
        let answers = if asked == Answers::default() { read(EXAMPLE) } else { asked };
        let kept = kept.unwrap_or_default();
        let kept = &kept[..kept.floor_char_boundary(LONGEST)];
        let kept = kept.lines().filter(|line| !line.is_empty()).take(MOST_KEPT);
        let kept = kept.map(str::to_owned).collect();
        Self { answers, filing: asked_filing(query), chosen: None, kept }
    }

    /// With what was typed into the prerendered page, by the ids of its fields.
    #[must_use]
    pub fn with_typed(mut self, typed: &[(String, String)]) -> Self {
        for (id, text) in typed {
            if let Some(skill) = id.strip_prefix("has-") {
                if let Some(at) = skills().iter().position(|known| known.id == skill) {
                    self.tick(at);
                }
            } else if let Some(premise) = id.strip_prefix("premise-") {
                if let Some(at) = premises().iter().position(|known| known.id == premise) {
                    self.set(Field::Premise(at), text.clone());
                }
            } else if id == FILING {
                self.filing = filing(text);
            } else if let Some((_, field)) = KEYS.iter().find(|(key, _)| key == id) {
                let word = match (field, text.as_str()) {
                    (Field::Keep, "on") => "yes",
                    (Field::Degree, "on") => "no",
                    (_, text) => text,
                };
                self.set(*field, word.to_owned());
            }
        }
        self
    }

    /// The query string that leads back here, without its question mark.
    pub fn query(&self) -> String {
        let mut parts = Vec::new();
        for (key, field) in KEYS {
            let value = self.text(field);
            if !value.is_empty() {
                parts.push([key, "=", &link::encoded(&value)].concat());
            }
        }
        for (id, figure) in &self.answers.premises {
            parts.push([id, "=", &link::encoded(figure)].concat());
        }
        if let Some(status) = self.filing {
            parts.push([FILING, "=", status_id(status)].concat());
        }
        parts.join("&")
    }

    /// What stands in a field.
    pub fn text(&self, field: Field) -> String {
        self.answers.text(field)
    }

    /// Whether a skill is ticked.
    pub fn has(&self, skill: usize) -> bool {
        let have = self.answers.have.as_deref().unwrap_or_default();
        have.split('.').any(|id| id == skills()[skill].id)
    }

    fn set(&mut self, field: Field, text: String) {
        let answers = &mut self.answers;
        let text = Some(text).filter(|text| !text.is_empty());
        match field {
            Field::Cities => {
                answers.cities = text.map(|text| parts(&text)).unwrap_or_default();
            }
            Field::Premise(at) => {
                let id = premises()[at].id;
                answers.premises.retain(|(known, _)| known != id);
                answers.premises.extend(text.map(|text| (id.to_owned(), text)));
            }
            field => {
                if let Some(slot) = answers.slot(field) {
                    *slot = text;
                }
            }
        }
    }

    fn tick(&mut self, skill: usize) {
        let id = skills()[skill].id;
        let have = self.text(Field::Have);
        let mut ids: Vec<&str> = have.split('.').filter(|id| !id.is_empty()).collect();
        match ids.iter().position(|known| *known == id) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(id),
        }
        let have = ids.join(".");
        self.set(Field::Have, have);
    }
}

/// Cities between semicolons; what is typed keeps its last, unfinished part.
fn parts(text: &str) -> Vec<String> {
    text.split(';').map(|part| part.trim_start().to_owned()).collect()
}

fn asked_filing(query: &str) -> Option<Status> {
    filing(&link::value(query, FILING).unwrap_or_default())
}

fn read(query: &str) -> Answers {
    let mut state =
        State { answers: Answers::default(), filing: None, chosen: None, kept: Vec::new() };
    for (key, field) in KEYS {
        state.set(field, link::value(query, key).unwrap_or_default());
    }
    for (at, premise) in premises().iter().enumerate() {
        state.set(Field::Premise(at), link::value(query, premise.id).unwrap_or_default());
    }
    settled(state.answers)
}

/// The same answers as lists and boxes offer them: ids for other names, `yes` or `no` where they say
/// something, points between skills. What cannot be read stays as it is.
fn settled(mut answers: Answers) -> Answers {
    let finder = finder();
    let role = |text: &str| Some(finder.dataset().role(finder.role(text).ok()?).id.to_owned());
    let word = |text: &str| yes(text).map(|yes| if yes { "yes" } else { "no" }.to_owned());
    let settle = |slot: &mut Option<String>, of: &dyn Fn(&str) -> Option<String>| {
        if let Some(known) = slot.as_deref().and_then(of) {
            *slot = Some(known);
        }
    };
    settle(&mut answers.from, &role);
    settle(&mut answers.to, &role);
    settle(&mut answers.education, &|text| {
        Some(link::education_id(Education::parse(text)?).to_owned())
    });
    settle(&mut answers.level, &|text| Some(link::level_id(Level::parse(text)?).to_owned()));
    settle(&mut answers.keep, &word);
    settle(&mut answers.degree, &word);
    settle(&mut answers.have, &|text| {
        let ids: Vec<&str> = text.split(['.', ',', ' ']).filter(|id| !id.is_empty()).collect();
        let known = |id: &&str| skills().iter().any(|skill| skill.id == *id);
        ids.iter().all(known).then(|| ids.join("."))
    });
    // What is usual need not be said.
    answers.keep = answers.keep.filter(|keep| keep != "no");
    answers.degree = answers.degree.filter(|degree| degree != "yes");
    answers
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Route(route) => state.chosen = Some(route),
            Action::Totals(text) => state.filing = filing(&text),
            Action::Keep => {
                let query = state.query();
                state.kept.retain(|kept| *kept != query);
                state.kept.insert(0, query);
                state.kept.truncate(MOST_KEPT);
            }
            Action::Forget(at) => {
                if at < state.kept.len() {
                    state.kept.remove(at);
                }
            }
            asked => {
                // Another question has other routes.
                state.chosen = None;
                match asked {
                    Action::Set(field, text) => state.set(field, text),
                    Action::Tick(skill) => state.tick(skill),
                    Action::Open(query) => state.answers = read(&query),
                    _ => state.answers.premises.clear(),
                }
            }
        }
        Rc::new(state)
    }
}

/// Which route is shown when none was chosen.
pub const SHOWN_FIRST: Name = Name::Balanced;
