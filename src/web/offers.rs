//! `/offers/`: up to four offers side by side after tax, and what a move must pay. The address holds
//! what is no figure; what visitors typed is kept on the device only where they ask for it.

mod answer;
mod form;
mod moving;
pub mod state;

use super::explore::use_address_since;
use super::fetched::Fetched;
use super::pay::{self, use_pay};
use super::said::{announced, use_said};
use super::state::finder;
use crate::dataset::Dataset;
use crate::finder::Place;
use crate::offers::{Field, Offer, OfferError, Worked, offer};
use crate::tax::{Status, Tables, Texts};
use crate::web::browser;
use crate::words::{offers as text, tax::status_id};
use state::{Action, State};
use yew::prelude::*;

/// Where offers are kept on the device, if the visitor keeps them.
pub const KEPT: &str = "paypath-offers";

/// What the page begins with.
#[derive(Clone, Debug, Default, Properties, PartialEq, Eq)]
pub struct OffersProps {
    /// The query string.
    #[prop_or_default]
    pub query: AttrValue,
    /// Offers that were kept on the device.
    #[prop_or_default]
    pub kept: Option<AttrValue>,
    /// Fields that were changed before the program came: id and what they hold.
    #[prop_or_default]
    pub typed: Vec<(String, String)>,
}

/// An offer as it was read.
type Read = Result<Offer, Vec<(Field, OfferError)>>;

/// What the page is drawn from.
struct Now {
    state: UseReducerHandle<State>,
    dataset: &'static Dataset,
    tables: &'static Tables,
    texts: &'static Texts,
    status: Status,
    read: Vec<Read>,
    /// Offers whose pay is at hand, worked out.
    worked: Vec<Option<Worked>>,
}

impl Now {
    fn of(state: UseReducerHandle<State>) -> Self {
        let (dataset, tables, texts) = (Dataset::embedded(), Tables::embedded(), Texts::embedded());
        let status = Status::ALL.into_iter().find(|&one| status_id(one) == state.status);
        let status = status.unwrap_or_default();
        let read: Vec<Read> =
            state.offers.iter().map(|typed| offer(finder(), tables, texts, typed)).collect();
        let here = |offer: &&Offer| pay::holds(offer.compared().place);
        let worked = read
            .iter()
            .map(|read| {
                let offer = read.as_ref().ok().filter(here)?;
                Some(offer.worked(dataset, tables, status))
            })
            .collect();
        Self { state, dataset, tables, texts, status, read, worked }
    }

    /// What an offer is called.
    fn called(&self, at: usize) -> String {
        text::called(at, self.state.offers[at].get(Field::Name))
    }

    /// The places whose pay is needed.
    fn places(&self) -> Vec<Place> {
        self.read.iter().flatten().map(|offer| offer.compared().place).collect()
    }
}

/// The places whose pay is needed to answer a query.
pub fn places(props: &OffersProps) -> Vec<Place> {
    let (tables, texts) = (Tables::embedded(), Texts::embedded());
    let state = State::start(props);
    let read = state.offers.iter().map(|typed| offer(finder(), tables, texts, typed));
    read.flatten().map(|offer| offer.compared().place).collect()
}

/// The page's program, drawn in `#app`.
#[component]
pub fn Offers(props: &OffersProps) -> Html {
    let state = use_reducer(|| State::start(props));
    let untouched = || State::start(&OffersProps { typed: Vec::new(), ..props.clone() });
    use_address_since(|| untouched().query(false), state.query(false));
    let refused = use_state_eq(|| false);
    let setter = refused.setter();
    use_effect_with(state.kept(), move |kept| {
        setter.set(!browser::keep(KEPT, kept.as_deref()) && kept.is_some());
    });
    // What adds and removes offers goes with them.
    let count = use_mut_ref(|| state.offers.len());
    use_effect_with(state.offers.len(), move |&now| {
        if count.replace(now) != now {
            browser::refocus(&state::id(Field::Name, now - 1));
        }
    });
    let now = Now::of(state.clone());
    // Lists that a visitor chose from follow files and removals by their value alone.
    use_effect_with(form::lists(&now), |lists| {
        for (id, chosen) in lists {
            browser::choose(id, chosen);
        }
    });
    use_said(".error:not([role]), .waits, #best, #needed");
    let pay = use_pay(&now.places());
    let act = |done: bool| {
        let state = state.clone();
        Callback::from(move |event: Event| {
            let (id, value) = browser::field_of(&event);
            state.dispatch(Action::Set { id, value, done });
        })
    };
    let oninput = act(false).reform(|event: InputEvent| event.into());
    let onchange = act(true);
    html! {
        <div class="offers" {oninput} {onchange}>
            { form::form(&now) }
            { answer::answer(&now, &pay) }
            { answer::yours(&now, *refused) }
            { moving::moving(&now) }
            { announced() }
        </div>
    }
}

/// Says what is the matter with the pay of the offers' cities.
fn notice(now: &Now, pay: &Fetched) -> Html {
    let missing = now.places().into_iter().find(|&place| !pay::holds(place));
    missing.map(|place| pay::notice(pay, place)).unwrap_or_default()
}
