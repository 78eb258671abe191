//! An offer, judged as it is typed. It stays in the page: not in the address, not on the device.

use crate::dataset::Dataset;
use crate::estimate::Estimate;
use crate::offer::{judge, parse};
use crate::web::browser;
use crate::web::state::{Action, State};
use crate::words::{self, page as text};
use yew::prelude::*;

const ID: &str = "offer";

/// The field, and its verdict below it.
pub(in crate::web) fn offer(state: &UseReducerHandle<State>, estimate: &Estimate) -> Html {
    let oninput = {
        let state = state.clone();
        Callback::from(move |event: InputEvent| {
            state.dispatch(Action::Offer(browser::typed(&event)));
        })
    };
    let typed = state.offer.trim();
    let judged = (!typed.is_empty()).then(|| parse(typed));
    let wrong = judged.and_then(Result::err).map(words::offer_error);
    let verdict = judged.and_then(Result::ok).map(|pay| judge(estimate, pay));
    let quote = || words::quote(Dataset::embedded(), &state.profile, estimate);
    html! {
        <section class="offer field">
            <label for={ID}>{ text::OFFER }</label>
            <span class="hint" id="offer-hint">{ text::OFFER_HINT }</span>
            <input id={ID} type="text" inputmode="decimal" maxlength="60" autocomplete="off"
                value={state.offer.clone()} {oninput} aria-describedby="offer-hint offer-error"
                aria-invalid={wrong.as_ref().map(|_| "true")} />
            <p class="error" id="offer-error" aria-live="polite">{ wrong.unwrap_or_default() }</p>
            <div aria-live="polite">
                if let Some(verdict) = verdict {
                    <p id="verdict">{ words::verdict(&verdict) }</p>
                    <p class="quote">{ text::TO_QUOTE }{ " " }{ quote() }</p>
                }
            </div>
        </section>
    }
}
