//! The question: three fields, each with label, hint, control and error wired by id.

mod city;
mod education;
mod offer;
mod years;

pub(super) use offer::offer;

use super::browser;
use super::fields::no_script;
use super::state::{Action, State};
use crate::dataset::{Dataset, RoleId};
use crate::profile::Field;
use crate::words::{self, page as text};
use yew::prelude::*;

/// The form. It answers as its fields change, so it has no button.
pub(super) fn question(state: &UseReducerHandle<State>) -> Html {
    form(state, education::education(state))
}

/// The same without education, as the widget has it.
pub(super) fn brief(state: &UseReducerHandle<State>) -> Html {
    form(state, Html::default())
}

fn form(state: &UseReducerHandle<State>, last: Html) -> Html {
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="question" aria-label={text::QUESTION} autocomplete="off" {onsubmit}>
            { no_script(text::NO_SCRIPT) }
            { role(state) }
            { city::city(state) }
            { years::years(state) }
            { last }
        </form>
    }
}

/// What stands around a control.
struct Around {
    id: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    field: Field,
}

/// Label, hint, control and error of one field.
fn labelled(around: &Around, state: &State, control: Html) -> Html {
    let Around { id, label, hint, field } = around;
    let error = error_text(state, *field);
    html! {
        <div class="field">
            <label for={*id}>{ *label }</label>
            if let Some(hint) = hint {
                <span class="hint" id={format!("{id}-hint")}>{ *hint }</span>
            }
            { control }
            <p class="error" id={format!("{id}-error")}>
                { error.unwrap_or_default() }
            </p>
        </div>
    }
}

/// What is wrong with a field, and what is shown instead.
fn error_text(state: &State, field: Field) -> Option<String> {
    let dataset = Dataset::embedded();
    let error = state.error(field)?;
    let still = text::still(dataset, &state.profile, field);
    Some(format!("{} {still}", words::field_error(dataset, error)))
}

/// Ids of a field's hint and error, for `aria-describedby`.
fn described(id: &str, hint: bool) -> String {
    if hint { format!("{id}-hint {id}-error") } else { format!("{id}-error") }
}

fn role(state: &UseReducerHandle<State>) -> Html {
    let id = browser::ROLE_ID;
    let around = Around { id, label: text::ROLE, hint: None, field: Field::Role };
    let chosen = {
        let state = state.clone();
        Callback::from(move |role| state.dispatch(Action::Role(role)))
    };
    let wrong = state.error(Field::Role).is_some();
    labelled(&around, state, roles(id, state.profile.role, chosen, wrong))
}

/// A select of all roles, grouped by family, described by the error of its field.
pub(super) fn roles(
    id: &'static str,
    chosen: RoleId,
    choose: Callback<RoleId>,
    wrong: bool,
) -> Html {
    let dataset = Dataset::embedded();
    let onchange = Callback::from(move |event: Event| {
        if let Some(role) = dataset.role_by_id(&browser::chosen(&event)) {
            choose.emit(role);
        }
    });
    let family = |family: &'static str| {
        let roles = dataset.role_ids().filter(|&id| dataset.role(id).family == family);
        html! {
            <optgroup label={family}>
                { for roles.map(|id| role_option(dataset, id, chosen)) }
            </optgroup>
        }
    };
    let mut families: Vec<&'static str> = dataset.roles.iter().map(|role| role.family).collect();
    families.dedup();
    html! {
        <select {id} {onchange} aria-describedby={described(id, false)}
            aria-invalid={wrong.then_some("true")}>
            { for families.into_iter().map(family) }
        </select>
    }
}

fn role_option(dataset: &Dataset, id: RoleId, chosen: RoleId) -> Html {
    let role = dataset.role(id);
    html! { <option value={role.id} selected={id == chosen}>{ role.title }</option> }
}
