//! Years of experience: a number and a slider that move together.

use super::{Around, described, labelled};
use crate::profile::{Experience, Field, MOST_YEARS};
use crate::web::browser;
use crate::web::state::{Action, State};
use crate::words::page as text;
use yew::prelude::*;

/// Both controls. The number is a text box, so that whatever is typed can be kept and explained;
/// browsers hide what they cannot read in a number box.
pub(super) fn years(state: &UseReducerHandle<State>) -> Html {
    let oninput = {
        let state = state.clone();
        Callback::from(move |event: InputEvent| {
            state.dispatch(Action::Years(browser::typed(&event)));
        })
    };
    let onfocus = Callback::from(|event: FocusEvent| browser::select_all(&event));
    let onblur = {
        let state = state.clone();
        Callback::from(move |_: FocusEvent| state.dispatch(Action::YearsDone))
    };
    let years = match state.profile.experience {
        Experience::Years(years) => years.get(),
        Experience::Level(_) => 0,
    };
    let id = browser::YEARS_ID;
    let around =
        Around { id, label: text::YEARS, hint: Some(text::YEARS_HINT), field: Field::Years };
    let control = html! {
        <div class="years">
            <input {id} type="text" inputmode="numeric" maxlength="60" value={state.years.clone()}
                oninput={&oninput} {onfocus} onblur={&onblur} aria-describedby={described(id, true)}
                aria-invalid={state.error(Field::Years).map(|_| "true")} />
            <input id={browser::SLIDER_ID} type="range" min="0" max={MOST_YEARS.to_string()} step="1"
                value={years.to_string()} {oninput} {onblur} aria-label={text::YEARS_SLIDER} />
        </div>
    };
    labelled(&around, state, control)
}
