//! Education: a select whose first choice is not to say.

use super::{Around, described, labelled};
use crate::link::education_id;
use crate::profile::{Education, Field};
use crate::web::browser;
use crate::web::state::{Action, State};
use crate::words::page as text;
use yew::prelude::*;

/// The select.
pub(super) fn education(state: &UseReducerHandle<State>) -> Html {
    let onchange = {
        let state = state.clone();
        Callback::from(move |event: Event| {
            state.dispatch(Action::Education(Education::parse(&browser::chosen(&event))));
        })
    };
    let chosen = state.profile.education;
    let option = |education: Education| {
        html! {
            <option value={education_id(education)} selected={chosen == Some(education)}>
                { text::degree(education) }
            </option>
        }
    };
    let id = browser::EDUCATION_ID;
    let around = Around { id, label: text::EDUCATION, hint: None, field: Field::Education };
    let control = html! {
        <select {id} {onchange} aria-describedby={described(id, false)}
            aria-invalid={state.error(Field::Education).map(|_| "true")}>
            <option value="" selected={chosen.is_none()}>{ text::NOT_SAID }</option>
            { for Education::ALL.map(option) }
        </select>
    };
    labelled(&around, state, control)
}
