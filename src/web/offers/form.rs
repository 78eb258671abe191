//! The form of the offers: a column each. Events go up to the page, which knows fields by their ids.

use super::Now;
use super::state::{Action, id};
use crate::finder::Place;
use crate::offers::{Field, MOST, areas};
use crate::tax::{Place as Area, Status, area_id};
use crate::web::fields::{families, listed, select, typed};
use crate::words::{offers as text, takehome, tax::status_id};
use yew::prelude::*;

/// The form.
pub(super) fn form(now: &Now) -> Html {
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let add = {
        let state = now.state.clone();
        Callback::from(move |_: MouseEvent| state.dispatch(Action::Add))
    };
    let options =
        Status::ALL.map(|one| (status_id(one).to_owned(), takehome::filing(one).to_owned()));
    html! {
        <form class="answers" aria-label={text::FORM} autocomplete="off" {onsubmit}>
            <p class="field filing">
                <label for="status">{ text::STATUS }</label>
                { select("status", &options, status_id(now.status), None) }
            </p>
            <div class="offer-columns">
                { for (0..now.state.offers.len()).map(|at| column(now, at)) }
            </div>
            if now.state.offers.len() < MOST {
                <p><button type="button" onclick={add}>{ text::ADD }</button></p>
            }
        </form>
    }
}

/// Every list of the form by its id, with what is chosen in it.
pub(super) fn lists(now: &Now) -> Vec<(String, String)> {
    let mut lists = vec![("status".to_owned(), status_id(now.status).to_owned())];
    for (at, (typed, read)) in now.state.offers.iter().zip(&now.read).enumerate() {
        lists.push((id(Field::Role, at), typed.get(Field::Role).to_owned()));
        if let Ok(offer) = read {
            lists.push((id(Field::Area, at), area_id(now.tables, now.texts, offer.area)));
        }
    }
    lists
}

fn column(now: &Now, at: usize) -> Html {
    let remove = {
        let state = now.state.clone();
        Callback::from(move |_: MouseEvent| state.dispatch(Action::Remove(at)))
    };
    let typed = |field| input(now, at, field);
    let more = [Field::Retirement, Field::Health, Field::Hsa];
    let wrong = more.iter().any(|&field| wrong(now, at, field).is_some());
    html! {
        <fieldset>
            <legend>{ now.called(at) }</legend>
            { typed(Field::Name) }
            { role(now, at) }
            { typed(Field::City) }
            { area(now, at) }
            { typed(Field::Years) }
            { remote(now, at) }
            { for [Field::Base, Field::Bonus, Field::SignOn, Field::Equity, Field::Discount].map(typed) }
            <details open={wrong}>
                <summary>{ text::more(now.texts) }</summary>
                { for more.map(typed) }
            </details>
            if now.state.offers.len() > 1 {
                <p><button type="button" onclick={remove}>{ text::remove(&now.called(at)) }</button></p>
            }
        </fieldset>
    }
}

/// What is wrong with a field.
fn wrong(now: &Now, at: usize, field: Field) -> Option<String> {
    let errors = now.read[at].as_ref().err().filter(|_| !now.state.offers[at].is_blank())?;
    let (_, error) = errors.iter().find(|(known, _)| *known == field)?;
    Some(text::wrong(now.dataset, error))
}

fn input(now: &Now, at: usize, field: Field) -> Html {
    let (id, wrong) = (id(field, at), wrong(now, at, field));
    let label = text::label(now.texts, field);
    let value = now.state.typing.shown(&id, now.state.offers[at].get(field)).to_owned();
    typed(&id, &label, &text::hint(now.texts, field), value, wrong)
}

fn role(now: &Now, at: usize) -> Html {
    let (id, chosen) = (id(Field::Role, at), now.state.offers[at].get(Field::Role));
    let wrong = wrong(now, at, Field::Role);
    listed(&id, &text::label(now.texts, Field::Role), families(&id, chosen, wrong.is_some()), wrong)
}

/// The places that taxes tell apart in an offer's city, where there are several.
fn area(now: &Now, at: usize) -> Html {
    let typed = &now.state.offers[at];
    let place = crate::profile::place(super::finder(), typed.get(Field::City)).ok();
    places(
        now,
        &id(Field::Area, at),
        &text::label(now.texts, Field::Area),
        place,
        typed.get(Field::Area),
    )
}

/// A list of the places that taxes tell apart, where there are several.
pub(super) fn places(now: &Now, id: &str, label: &str, place: Option<Place>, chosen: &str) -> Html {
    let Some(place) = place else { return Html::default() };
    let areas = areas(now.dataset, now.tables, place);
    if areas.len() < 2 {
        return Html::default();
    }
    let metro = crate::offers::metro_of(now.dataset, place);
    let cbsa = metro.map_or(0, |metro| now.dataset.metro(metro).cbsa);
    let option = |&area: &Area| {
        let name = takehome::area(now.tables, now.texts, area, cbsa);
        (area_id(now.tables, now.texts, area), name)
    };
    let options: Vec<(String, String)> = areas.iter().map(option).collect();
    let chosen = options.iter().find(|option| option.0 == chosen).unwrap_or(&options[0]).0.clone();
    html! {
        <p class="field">
            <label for={id.to_owned()}>{ label }</label>
            { select(id, &options, &chosen, None) }
        </p>
    }
}

fn remote(now: &Now, at: usize) -> Html {
    let id = id(Field::Remote, at);
    html! {
        <p class="tick">
            <input id={id.clone()} type="checkbox"
                checked={now.state.offers[at].is_remote()} />
            <label for={id}>{ text::label(now.texts, Field::Remote) }</label>
        </p>
    }
}
