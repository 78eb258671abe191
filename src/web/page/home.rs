//! The calculator: the question, its answer, and the listed cities beside it. Wiring only.

use crate::dataset::Dataset;
use crate::estimate::estimate;
use crate::web::browser::{self, Remember, Typed};
use crate::web::form::{offer, question};
use crate::web::result;
use crate::web::state::{Action, State, example};
use crate::words::{self, page as text};
use crate::{link, web::route};
use yew::prelude::*;

/// How long typing rests before the address and the announcement follow, in milliseconds.
const REST: u32 = 400;

/// What stood in the form before the program started.
#[derive(Properties, PartialEq)]
pub(crate) struct HomeProps {
    pub(crate) typed: Typed,
}

/// The page.
#[component]
pub(crate) fn Home(props: &HomeProps) -> Html {
    let state = use_reducer(State::default);
    use_address_in(&state, &props.typed);
    use_address_out(&state);
    let dataset = Dataset::embedded();
    let profile = state.profile;
    let answer = use_memo(profile, |profile| estimate(dataset, profile));
    let announcement = use_announcement(&state);
    html! {
        <main id="main">
            <div class="intro">
                <h1>{ text::HEADING }</h1>
                <p class="lead">{ text::LEAD }</p>
            </div>
            <div class="calculator">
                { question(&state) }
                { result::answer(&profile, &answer, offer(&state, &answer)) }
            </div>
            <p class="unseen" role="status">{ announcement }</p>
            { result::cities(&profile, &state) }
        </main>
    }
}

/// The address and what was typed early are read once, after the first drawing, and the address
/// again whenever the visitor goes back or forward.
#[hook]
fn use_address_in(state: &UseReducerHandle<State>, typed: &Typed) {
    let dispatcher = state.dispatcher();
    let typed = typed.clone();
    use_effect_with((), move |()| {
        let asked = link::read(&browser::query());
        if asked != link::Asked::default() {
            dispatcher.dispatch(Action::Link(asked));
        }
        typed.refocus();
        if typed.asked != link::Asked::default() {
            dispatcher.dispatch(Action::Typed(typed.asked));
        }
        let going =
            browser::on_history(move |query| dispatcher.dispatch(Action::Link(link::read(&query))));
        move || drop(going)
    });
}

/// The address and the title follow what the visitor changes.
#[hook]
fn use_address_out(state: &UseReducerHandle<State>) {
    use_effect_with((state.profile, state.remember), |&(profile, remember)| {
        let dataset = Dataset::embedded();
        browser::set_title(&if remember.is_none() && profile == example() {
            route::start().title.to_owned()
        } else {
            route::titled(&words::question(dataset, &profile))
        });
        let query = format!("?{}", link::write(dataset, &profile));
        let later = match remember {
            None => None,
            Some(Remember::Push) => {
                browser::set_query(&query, Remember::Push);
                None
            }
            Some(Remember::Replace) => {
                Some(browser::after(REST, move || browser::set_query(&query, Remember::Replace)))
            }
        };
        move || drop(later)
    });
}

/// The answer in a sentence for screen readers, once typing rests; nothing for the first answer,
/// which is read with the page.
#[hook]
fn use_announcement(state: &UseReducerHandle<State>) -> String {
    let said = use_state(String::new);
    let setter = said.setter();
    let answered = state.remember.is_some();
    use_effect_with((state.profile, answered), move |&(profile, answered)| {
        let later = answered.then(|| {
            browser::after(2 * REST, move || {
                let dataset = Dataset::embedded();
                let estimate = estimate(dataset, &profile);
                let middle = words::about(estimate.median());
                setter.set(text::announcement(dataset, &profile, &middle, estimate.likely()));
            })
        });
        move || drop(later)
    });
    (*said).clone()
}
