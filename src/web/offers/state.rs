//! What the page of offers is drawn from: texts as typed, and what is kept and shared. Works nothing
//! out.

use super::OffersProps;
use crate::dataset::Dataset;
use crate::finder::Place;
use crate::link::value;
use crate::offers::{Field, MOST, Moving, Part, Typed, typed};
use crate::profile;
use crate::tax::Status;
use crate::web::state::finder;
use crate::web::typing::Typing;
use crate::words::{self, tax::status_id};
use std::rc::Rc;
use yew::Reducible;

/// The longest text of kept offers that is read, in bytes.
const LONGEST: usize = 20_000;

/// The state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// How the visitor files, as links write it.
    pub status: String,
    /// The offers, one at least.
    pub offers: Vec<Typed>,
    /// The move.
    pub moving: Moving,
    /// Whether the offers are kept on the device.
    pub keep: bool,
    /// Whether the link tells names and figures.
    pub figures: bool,
    /// Whether a file was taken, or refused.
    pub file: Option<bool>,
    /// What the page could have begun with instead.
    pub aside: Aside,
    /// The query that shows the offers of the link, where those kept are shown.
    pub link: String,
    /// A city that is no part of its offer, or of the move, yet.
    pub typing: Typing,
}

/// Offers that the page did not begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aside {
    /// There are none.
    #[default]
    None,
    /// Those of the link: one without figures must not hide what was kept.
    Link,
    /// Those kept on the device: a link with figures, or one that says so, changes nothing of them.
    Kept,
}

/// In a link: its offers are shown, whatever is kept.
const SHOWN: &str = "shown";

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
    /// Adds an offer like the last one.
    Add,
    /// Takes an offer away.
    Remove(usize),
    /// Chose a file with this text.
    Import(String),
}

/// The offers that the page begins with.
fn example() -> Vec<Typed> {
    let offer = |name: &str, city: &str, base: &str| {
        Typed::default()
            .with(Field::Name, name)
            .with(Field::Role, "machine-learning-engineer")
            .with(Field::City, city)
            .with(Field::Years, "5")
            .with(Field::Base, base)
            .with(Field::Discount, "30")
    };
    vec![
        offer("Seattle", "Seattle, WA", "190,000")
            .with(Field::Bonus, "10%")
            .with(Field::SignOn, "20,000")
            .with(Field::Equity, "40,000"),
        offer("Austin", "Austin, TX", "175,000")
            .with(Field::Bonus, "15%")
            .with(Field::Equity, "20,000"),
    ]
}

fn usual_move() -> Moving {
    Moving::default()
        .with(Part::Wage, "150,000")
        .with(Part::From, "Austin, TX")
        .with(Part::To, "Seattle, WA")
}

impl State {
    /// What the address asks, or what was kept on the device, or the example; and over it what was
    /// typed before the program started.
    pub fn start(props: &OffersProps) -> Self {
        let (status, offers, moving) = typed::from_query(&props.query);
        let kept = props.kept.as_deref().filter(|kept| kept.len() <= LONGEST);
        let kept = kept.and_then(typed::from_file);
        let keep = kept.is_some();
        let shown = has_figures(&offers) || value(&props.query, SHOWN).is_some();
        let (status, offers, aside) = match (offers.is_empty(), kept) {
            (true, None) => (status, example(), Aside::None),
            (false, None) => (status, offers, Aside::None),
            (false, Some(_)) if shown => (status, offers, Aside::Kept),
            (none, Some((status, kept))) => {
                let same = none || bare(&kept) == bare(&offers);
                (status, kept, if same { Aside::None } else { Aside::Link })
            }
        };
        let mut state = Self {
            status: if status.is_empty() { status_id(Status::Single).to_owned() } else { status },
            offers,
            // A wage alone is no move.
            moving: if moving == Moving::default() { usual_move() } else { moving },
            keep: keep && aside != Aside::Kept,
            figures: false,
            file: None,
            aside,
            link: [&props.query, "&", SHOWN, "=link"].concat(),
            typing: Typing::default(),
        };
        state.settle();
        for (id, value) in &props.typed {
            state.set(id, value, true);
        }
        state
    }

    /// The query string that leads back here, without its question mark.
    pub fn query(&self, figures: bool) -> String {
        typed::query(&self.status, &self.offers, &self.moving, figures)
    }

    /// What is kept on the device.
    pub fn kept(&self) -> Option<String> {
        self.keep.then(|| typed::file(&self.status, &self.offers))
    }

    /// Cities by their names, whatever links call them; what cannot be read stays as it is.
    fn settle(&mut self) {
        let name = |typed: &str| {
            let place = profile::place(finder(), typed).ok()?;
            Some(words::place(Dataset::embedded(), place).to_owned())
                .filter(|_| place != Place::Country)
        };
        for offer in &mut self.offers {
            if let Some(city) = name(offer.get(Field::City)) {
                offer.set(Field::City, city);
            }
        }
        for part in [Part::From, Part::To] {
            if let Some(city) = name(self.moving.get(part)) {
                self.moving.set(part, city);
            }
        }
    }

    fn set(&mut self, id: &str, value: &str, done: bool) {
        self.typing = Typing::default();
        match id {
            "status" => value.clone_into(&mut self.status),
            "keep" => self.keep = !value.is_empty(),
            "figures" => self.figures = !value.is_empty(),
            _ => {}
        }
        if let Some(part) = Part::ALL.into_iter().find(|part| moving_id(*part) == id) {
            let is_city = matches!(part, Part::From | Part::To);
            if done || !is_city || !self.typing.waits(id, self.moving.get(part), value) {
                self.moving.set(part, value.to_owned());
            }
        }
        let Some((key, at)) = id.rsplit_once('-') else { return };
        let offer = at.parse().ok().and_then(|at: usize| self.offers.get_mut(at.checked_sub(1)?));
        let field = Field::ALL.into_iter().find(|field| field.key() == key);
        let (Some(offer), Some(field)) = (offer, field) else { return };
        if done || field != Field::City || !self.typing.waits(id, offer.get(field), value) {
            offer.set(field, value.to_owned());
        }
    }
}

/// What a link without figures tells of offers.
fn bare(offers: &[Typed]) -> String {
    typed::query("", offers, &Moving::default(), false)
}

fn has_figures(offers: &[Typed]) -> bool {
    offers.iter().any(|offer| !offer.get(Field::Base).is_empty())
}

/// Id of a field: `base-1`.
pub(super) fn id(field: Field, at: usize) -> String {
    format!("{}-{}", field.key(), at + 1)
}

/// Id of a field of the move.
pub(super) fn moving_id(part: Part) -> String {
    ["moving-", part.key()].concat()
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Set { id, value, done } => state.set(&id, &value, done),
            Action::Add if state.offers.len() < MOST => {
                // The same job and years: an offer is compared with one for the same person.
                let last = state.offers.last().cloned().unwrap_or_default();
                let same =
                    [Field::Role, Field::Years, Field::Retirement, Field::Health, Field::Hsa];
                let mut new = Typed::default();
                for field in same {
                    new.set(field, last.get(field).to_owned());
                }
                state.offers.push(new);
            }
            Action::Remove(at) if at < state.offers.len() && state.offers.len() > 1 => {
                state.offers.remove(at);
            }
            Action::Add | Action::Remove(_) => {}
            Action::Import(text) => {
                let read = typed::from_file(&text);
                state.file = Some(read.is_some());
                if let Some((status, offers)) = read {
                    (state.status, state.offers) = (status, offers);
                }
            }
        }
        Rc::new(state)
    }
}
