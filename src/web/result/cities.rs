//! The same question in the ten listed cities: links, so they work without script where the host
//! keeps the query, and with it change the question in place.

use crate::dataset::{CityId, Dataset};
use crate::estimate::estimate;
use crate::finder::Place;
use crate::link;
use crate::profile::Profile;
use crate::web::state::{Action, State};
use crate::words::{self, page as text};
use yew::prelude::*;

/// The table for a question's role and experience.
pub(crate) fn cities(profile: &Profile, state: &UseReducerHandle<State>) -> Html {
    let dataset = Dataset::embedded();
    html! {
        <section class="cities" aria-labelledby="cities-heading">
            <h2 id="cities-heading">{ text::cities_heading(dataset, profile) }</h2>
            <table>
                <caption>{ text::cities_caption(profile) }</caption>
                <thead>
                    <tr>{ for text::CITY_HEADS.map(|head| html! { <th scope="col">{ head }</th> }) }</tr>
                </thead>
                <tbody>{ for dataset.listed.iter().map(|&city| row(dataset, profile, city, state)) }</tbody>
            </table>
        </section>
    }
}

fn row(
    dataset: &'static Dataset,
    profile: &Profile,
    city: CityId,
    state: &UseReducerHandle<State>,
) -> Html {
    let place = Place::City(city);
    let here = Profile { place, ..*profile };
    let estimate = estimate(dataset, &here);
    let likely = estimate.likely();
    let evidence = words::evidence_name(estimate.evidence);
    let current = profile.place == place;
    let state = state.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        // A click with a modifier opens a new tab, as with any link.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            state.dispatch(Action::Place(place));
        }
    });
    html! {
        <tr class={current.then_some("current")}>
            <th scope="row">
                <a href={format!("/?{}", link::write(dataset, &here))} {onclick}
                    aria-current={current.then_some("true")}>{ dataset.city(city).name }</a>
                <span class="rests-on">{ evidence }</span>
            </th>
            <td>{ words::about(estimate.median()) }</td>
            <td>{ words::site::between(likely) }</td>
            <td>{ evidence }</td>
        </tr>
    }
}
