//! The city: an editable combobox with a list, as the ARIA Authoring Practices describe it
//! ("Editable Combobox With List Autocomplete"). Without script it is a plain text box.

use super::{Around, described, labelled};
use crate::dataset::Dataset;
use crate::finder::Place;
use crate::profile::Field;
use crate::web::browser;
use crate::web::state::{Action, List, State, finder, shown_name};
use crate::words::{self, page as text};
use yew::prelude::*;

const LIST_ID: &str = "city-list";
/// How many matches are offered.
const OFFERS: usize = 8;

/// The combobox.
pub(super) fn city(state: &UseReducerHandle<State>) -> Html {
    let State { list, active, .. } = **state;
    let places = offers(list, &state.city);
    let chosen = active.and_then(|at| places.get(at).copied());
    let choose = {
        let state = state.clone();
        Callback::from(move |place: Place| state.dispatch(Action::Place(place)))
    };
    let oninput = {
        let state = state.clone();
        Callback::from(move |event: InputEvent| {
            state.dispatch(Action::CityTyped(browser::typed(&event)));
        })
    };
    let done = move || chosen.map_or(Action::CityDone, Action::Place);
    let onblur = {
        let state = state.clone();
        Callback::from(move |_: FocusEvent| state.dispatch(done()))
    };
    // A text that is not the place's name asks for what matches it.
    let typing = state.city != shown_name(state.profile.place) && !state.city.trim().is_empty();
    let opened = if typing { List::Matches } else { List::Common };
    let onkeydown = {
        let (state, count) = (state.clone(), places.len());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            key @ ("ArrowDown" | "ArrowUp") => {
                event.prevent_default();
                if list == List::Closed {
                    state.dispatch(Action::List(opened));
                } else {
                    let next = stepped(active, key == "ArrowDown", count);
                    state.dispatch(Action::Active(next));
                    if let Some(at) = next {
                        browser::show(&option_id(at));
                    }
                }
            }
            "Enter" => {
                event.prevent_default();
                state.dispatch(done());
            }
            "Escape" => state.dispatch(Action::List(List::Closed)),
            _ => {}
        })
    };
    let onfocus = Callback::from(|event: FocusEvent| browser::select_all(&event));
    let onclick = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| {
            if list == List::Closed {
                state.dispatch(Action::List(opened));
            }
        })
    };
    let toggle = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| {
            state.dispatch(Action::List(if list == List::Closed { opened } else { List::Closed }));
            // The keys belong to the field, and leaving it closes the list.
            browser::focus(browser::CITY_ID);
        })
    };

    let open = list != List::Closed;
    let id = browser::CITY_ID;
    let status =
        if list == List::Matches { text::cities_found(places.len()) } else { String::new() };
    let around = Around { id, label: text::CITY, hint: Some(text::CITY_HINT), field: Field::Place };
    let control = html! {
        <div class="combobox">
            <input {id} type="text" role="combobox" aria-autocomplete="list" maxlength="200"
                spellcheck="false" autocapitalize="words"
                aria-expanded={if open { "true" } else { "false" }} aria-controls={LIST_ID}
                aria-activedescendant={active.map(option_id)}
                aria-describedby={described(id, true)}
                aria-invalid={state.error(Field::Place).map(|_| "true")}
                value={state.city.clone()} {oninput} {onblur} {onkeydown} {onfocus} {onclick} />
            <button type="button" class="combobox-open" tabindex="-1" aria-label={text::SHOW_CITIES}
                aria-expanded={if open { "true" } else { "false" }} aria-controls={LIST_ID}
                onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}
                onclick={toggle}>
                <svg viewBox="0 0 12 8" width="12" height="8" aria-hidden="true">
                    <path d="M1 1.5 6 6.5 11 1.5" />
                </svg>
            </button>
            <ul id={LIST_ID} role="listbox" class="combobox-list" aria-label={text::CITY} hidden={!open}
                onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}>
                { for places.iter().enumerate().map(|(at, &place)| {
                    option(at, place, active == Some(at), &choose)
                }) }
                if open && places.is_empty() {
                    <li class="combobox-none" role="option" aria-disabled="true" aria-selected="false">
                        { text::NO_CITY }
                    </li>
                }
            </ul>
            <p class="unseen" role="status">{ status }</p>
        </div>
    };
    labelled(&around, state, control)
}

/// The places that a list offers.
fn offers(list: List, typed: &str) -> Vec<Place> {
    let dataset = Dataset::embedded();
    match list {
        List::Closed => Vec::new(),
        List::Common => {
            let listed = dataset.listed.iter().map(|&city| Place::City(city));
            listed.chain([Place::Country]).collect()
        }
        List::Matches => finder().places(typed, OFFERS),
    }
}

/// The next active option, going round through none.
fn stepped(active: Option<usize>, down: bool, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match (active, down) {
        (None, true) => Some(0),
        (None, false) => Some(last),
        (Some(at), true) => (at < last).then_some(at + 1),
        (Some(at), false) => at.checked_sub(1),
    }
}

fn option_id(at: usize) -> String {
    format!("city-option-{at}")
}

fn option(at: usize, place: Place, active: bool, choose: &Callback<Place>) -> Html {
    let dataset = Dataset::embedded();
    let onclick = choose.reform(move |_: MouseEvent| place);
    let metro = finder().metro(place).map(|metro| dataset.metro(metro).title);
    let name = words::place(dataset, place);
    html! {
        <li id={option_id(at)} role="option" aria-selected={if active { "true" } else { "false" }} {onclick}>
            { name }
            if let Some(metro) = metro.filter(|&metro| metro != name) {
                <span class="combobox-metro">{ metro }</span>
            }
        </li>
    }
}
