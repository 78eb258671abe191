//! Fields that several forms draw alike. They hold no listeners: events go up to their page, which
//! knows fields by their ids.

use crate::dataset::{Dataset, Role};
use yew::prelude::*;

/// What stands for a form where scripts do not run; the program, which then runs, draws nothing of it.
pub(super) fn no_script(text: &'static str) -> Html {
    if cfg!(target_arch = "wasm32") {
        return Html::default();
    }
    html! { <p class="no-script">{ text }</p> }
}

/// A text field with its label, hint and error.
pub(super) fn typed(
    id: &str,
    label: &str,
    hint: &str,
    value: String,
    wrong: Option<String>,
) -> Html {
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described =
        if hint.is_empty() { error_id.clone() } else { format!("{hint_id} {error_id}") };
    html! {
        <p class="field">
            <label for={id.to_owned()}>{ label }</label>
            if !hint.is_empty() { <span class="hint" id={hint_id}>{ hint }</span> }
            <input id={id.to_owned()} type="text" maxlength="120" {value} aria-describedby={described}
                aria-invalid={wrong.as_ref().map(|_| "true")} />
            <span class="error" id={error_id}>{ wrong.unwrap_or_default() }</span>
        </p>
    }
}

/// A list with its label and error.
pub(super) fn listed(id: &str, label: &str, list: Html, wrong: Option<String>) -> Html {
    html! {
        <p class="field">
            <label for={id.to_owned()}>{ label }</label>
            { list }
            <span class="error" id={format!("{id}-error")}>{ wrong.unwrap_or_default() }</span>
        </p>
    }
}

/// A list: value and name of each choice; `wrong`: whether what it holds is, where there is an error
/// to say so.
pub(super) fn select(
    id: &str,
    options: &[(String, String)],
    chosen: &str,
    wrong: Option<bool>,
) -> Html {
    let option = |(value, name): &(String, String)| {
        html! { <option value={value.clone()} selected={value == chosen}>{ name }</option> }
    };
    html! {
        <select id={id.to_owned()} aria-describedby={wrong.map(|_| format!("{id}-error"))}
            aria-invalid={(wrong == Some(true)).then_some("true")}>
            { for options.iter().map(option) }
        </select>
    }
}

/// A list of all roles, grouped by family, by id; what is chosen stands in it though it is none.
pub(super) fn families(id: &str, chosen: &str, wrong: bool) -> Html {
    let dataset = Dataset::embedded();
    let mut families: Vec<&'static str> = dataset.roles.iter().map(|role| role.family).collect();
    families.dedup();
    let family = |family: &'static str| {
        let roles = dataset.roles.iter().filter(|role| role.family == family);
        let option = |role: &Role| {
            html! { <option value={role.id} selected={role.id == chosen}>{ role.title }</option> }
        };
        html! { <optgroup label={family}>{ for roles.map(option) }</optgroup> }
    };
    let known = dataset.role_by_id(chosen).is_some();
    html! {
        <select id={id.to_owned()} aria-describedby={format!("{id}-error")}
            aria-invalid={wrong.then_some("true")}>
            if !known { <option value={chosen.to_owned()} selected={true}>{ chosen }</option> }
            { for families.into_iter().map(family) }
        </select>
    }
}
