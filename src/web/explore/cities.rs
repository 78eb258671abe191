//! `/cities/`: every metro as a table that answers a role and years, filtered and ordered, with a
//! map above it.

mod map;
pub mod rows;
pub mod state;

use super::use_address;
use crate::dataset::{Dataset, Labour};
use crate::finder::Place;
use crate::link::place_id;
use crate::profile::{Field, MOST_YEARS};
use crate::tax::Status;
use crate::web::browser;
use crate::web::doors::{self, use_doors};
use crate::web::fetched::Fetched;
use crate::web::form::roles;
use crate::words::{self, cities as text, page, takehome, tax::status_id};
use rows::{Column, Order, Row, rows, shown, taxed};
use state::{Action, Cities};
use yew::prelude::*;

/// What the page begins with.
#[derive(Clone, Debug, Properties, PartialEq, Eq)]
pub struct PageProps {
    /// The query string.
    pub query: AttrValue,
}

/// The page's program: the form, the map and the table.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| Cities::read(&props.query));
    use_address(state.query());
    let fetched = use_doors(true);
    let open = fetched == Fetched::Here;
    let asked = (state.profile, state.status, open);
    let rows = use_memo(asked, |&(profile, status, open)| {
        let rows = rows(&profile);
        if open { taxed(rows, status) } else { rows }
    });
    let shown = shown(&rows, &state.filter, state.order);
    html! {
        <>
            { form(&state) }
            { map::map(&rows) }
            <p class="found" role="status">{ text::found(shown.len(), rows.len()) }</p>
            { doors::notice(&fetched) }
            { table(&state, &shown) }
        </>
    }
}

/// Id of the list of ways to file.
const STATUS_ID: &str = "status";
/// Id of the filter.
const FILTER_ID: &str = "find";

fn form(state: &UseReducerHandle<Cities>) -> Html {
    let act = |action: fn(String) -> Action| {
        let state = state.clone();
        Callback::from(move |event: InputEvent| state.dispatch(action(browser::typed(&event))))
    };
    let choose = {
        let state = state.clone();
        Callback::from(move |role| state.dispatch(Action::Role(role)))
    };
    let status = {
        let state = state.clone();
        Callback::from(move |event: Event| state.dispatch(Action::Status(browser::chosen(&event))))
    };
    let error = |field: Field| {
        let found = state.errors.iter().find(|error| error.field() == field);
        found.map(|error| words::field_error(Dataset::embedded(), error))
    };
    let [role_wrong, years_wrong] = [Field::Role, Field::Years].map(error);
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="filters" aria-label={text::QUESTION} autocomplete="off" {onsubmit}>
            <p class="field">
                <label for={browser::ROLE_ID}>{ page::ROLE }</label>
                { roles(browser::ROLE_ID, state.profile.role, choose, role_wrong.is_some()) }
                <span class="error" id="role-error">{ role_wrong.unwrap_or_default() }</span>
            </p>
            <p class="field">
                <label for={browser::YEARS_ID}>{ page::YEARS }</label>
                <span class="years">
                    <input id={browser::YEARS_ID} type="text" inputmode="numeric" maxlength="60"
                        value={state.years.clone()} oninput={act(Action::Years)}
                        aria-describedby="years-error"
                        aria-invalid={years_wrong.as_ref().map(|_| "true")} />
                    <input id={browser::SLIDER_ID} type="range" min="0"
                        max={MOST_YEARS.to_string()}
                        value={state.asked_years().get().to_string()}
                        oninput={act(Action::Years)} aria-label={page::YEARS_SLIDER} />
                </span>
                <span class="error" id="years-error">{ years_wrong.unwrap_or_default() }</span>
            </p>
            <p class="field">
                <label for={STATUS_ID}>{ text::STATUS }</label>
                <select id={STATUS_ID} onchange={status}>
                    { for Status::ALL.map(|one| html! {
                        <option value={status_id(one)} selected={one == state.status}>
                            { takehome::filing(one) }
                        </option>
                    }) }
                </select>
            </p>
            <p class="field">
                <label for={FILTER_ID}>{ text::FILTER }</label>
                <input id={FILTER_ID} type="text" maxlength="60" value={state.filter.clone()}
                    oninput={act(Action::Filter)} />
            </p>
        </form>
    }
}

fn table(state: &UseReducerHandle<Cities>, rows: &[Row]) -> Html {
    let head = |(column, name): (Column, &'static str)| {
        let order = state.order;
        let sort = (order.column == column)
            .then(|| if order.ascending() { "ascending" } else { "descending" });
        let onclick = {
            let state = state.clone();
            Callback::from(move |_: MouseEvent| state.dispatch(Action::Order(column)))
        };
        let label = text::heads(Labour::years())[column as usize - 1].clone();
        html! {
            <th scope="col" aria-sort={sort}>
                <button type="button" value={name} {onclick}>{ label }{ arrow(order, column) }</button>
            </th>
        }
    };
    let caption = text::caption(Dataset::embedded(), &state.profile);
    html! {
        <div class="scroll" role="group" aria-label={caption.clone()} tabindex="0">
            <table class="metros">
                <caption>{ caption }</caption>
                <thead>
                    <tr>
                        { for Column::HEADS.map(head) }
                        <th scope="col">{ text::EVIDENCE }</th>
                    </tr>
                </thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// Which way a column is ordered, drawn beside its name.
fn arrow(order: Order, column: Column) -> Html {
    let arrow = match order.ascending() {
        _ if order.column != column => "↕",
        true => "↑",
        false => "↓",
    };
    html! { <span class="arrow" aria-hidden="true">{ arrow }</span> }
}

fn row(row: &Row) -> Html {
    let dataset = Dataset::embedded();
    let city = dataset.city(row.city).name;
    let href = format!("/cities/{}/", place_id(dataset, Place::City(row.city)));
    let market = |value: fn(&crate::dataset::Market) -> Option<String>| {
        let known = row.market.as_ref().and_then(value);
        known.unwrap_or_else(|| text::UNKNOWN.to_owned())
    };
    html! {
        <tr key={city} class={row.listed.map(|_| "listed")}>
            <th scope="row"><a {href}>{ city }</a></th>
            <td>{ words::about(row.pay) }</td>
            { for [row.real(), row.kept, row.real_kept()].map(|pay| html! {
                <td>{ pay.map_or_else(|| text::UNKNOWN.to_owned(), words::about) }</td>
            }) }
            <td>{ market(|market| Some(text::jobs(market.jobs))) }</td>
            <td>{ market(|market| Some(text::quotient(market.quotient))) }</td>
            <td>{ row.prices.map_or_else(|| text::UNKNOWN.to_owned(), text::prices) }</td>
            <td>{ market(|market| market.change.map(text::change)) }</td>
            <td>{ words::evidence_name(row.evidence) }</td>
        </tr>
    }
}
