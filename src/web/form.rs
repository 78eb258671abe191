//! The question: three fields, each with label, hint, control and error wired by id.

mod city;
mod years;

use super::browser;
use super::state::{Action, State};
use crate::dataset::{Dataset, RoleId};
use crate::profile::Field;
use crate::words::{self, page as text};
use yew::prelude::*;

/// The calculator's state and the way to change it.
#[derive(Properties, PartialEq)]
pub(super) struct FormProps {
    pub(super) state: UseReducerHandle<State>,
}

/// The form. It answers as its fields change, so it has no button.
#[component]
pub(super) fn Question(props: &FormProps) -> Html {
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="question" aria-label={text::QUESTION} autocomplete="off" {onsubmit}>
            <p class="no-script">{ text::NO_SCRIPT }</p>
            <Role state={props.state.clone()} />
            <city::City state={props.state.clone()} />
            <years::YearsField state={props.state.clone()} />
        </form>
    }
}

/// The parts around a control.
#[derive(Properties, PartialEq)]
struct FieldProps {
    id: &'static str,
    label: &'static str,
    #[prop_or_default]
    hint: Option<&'static str>,
    state: UseReducerHandle<State>,
    field: Field,
    children: Html,
}

/// Label, hint, control and error of one field.
#[component]
fn LabelledField(props: &FieldProps) -> Html {
    let FieldProps { id, label, hint, state, field, children } = props;
    let error = error_text(state, *field);
    html! {
        <div class={classes!("field", error.is_some().then_some("field-wrong"))}>
            <label for={*id}>{ *label }</label>
            if let Some(hint) = hint {
                <span class="hint" id={format!("{id}-hint")}>{ *hint }</span>
            }
            { children.clone() }
            <p class="error" id={format!("{id}-error")} aria-live="polite">
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

#[component]
fn Role(props: &FormProps) -> Html {
    let dataset = Dataset::embedded();
    let state = &props.state;
    let onchange = {
        let state = state.clone();
        Callback::from(move |event: Event| {
            if let Some(role) = dataset.role_by_id(&browser::chosen(&event)) {
                state.dispatch(Action::Role(role));
            }
        })
    };
    let family = |family: &'static str| {
        let roles = dataset.role_ids().filter(|&id| dataset.role(id).family == family);
        html! {
            <optgroup label={family}>
                { for roles.map(|id| role_option(dataset, id, state.profile.role)) }
            </optgroup>
        }
    };
    let mut families: Vec<&'static str> = dataset.roles.iter().map(|role| role.family).collect();
    families.dedup();
    let id = browser::ROLE_ID;
    html! {
        <LabelledField {id} label={text::ROLE} state={state.clone()} field={Field::Role}>
            <select {id} {onchange} aria-describedby={described(id, false)}
                aria-invalid={state.error(Field::Role).map(|_| "true")}>
                { for families.into_iter().map(family) }
            </select>
        </LabelledField>
    }
}

fn role_option(dataset: &Dataset, id: RoleId, chosen: RoleId) -> Html {
    let role = dataset.role(id);
    html! { <option value={role.id} selected={id == chosen}>{ role.title }</option> }
}
