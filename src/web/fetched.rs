//! What a page fetches when it first needs it: whether it is here, and asking for it again. What is
//! fetched, and from where, is its owners' business ([`super::pay`], [`super::doors`]).

use crate::words::page as text;
use std::rc::Rc;
use yew::prelude::*;

/// Whether what a part of the page needs is at hand.
#[derive(Clone, Debug, PartialEq)]
pub enum Fetched {
    /// It is.
    Here,
    /// It is on its way.
    Coming,
    /// It could not be had; calling this asks again.
    Failed(Callback<()>),
}

/// Called once what was asked for has come, or cannot be had.
pub(super) type Done = Rc<dyn Fn()>;

/// Has `fetch` called while something is missing, once and whenever the visitor asks again, and draws
/// again when it is done.
#[hook]
pub(super) fn use_fetched(missing: bool, fetch: fn(Done)) -> Fetched {
    // How often was asked, and how often it was answered.
    let asked = use_state(|| 0_u32);
    let answered = use_state(|| 0_u32);
    let setter = answered.setter();
    use_effect_with((missing, *asked), move |&(missing, asked)| {
        if missing {
            fetch(Rc::new(move || setter.set(asked + 1)));
        }
    });
    match (missing, *answered > *asked) {
        (false, _) => Fetched::Here,
        (true, false) => Fetched::Coming,
        (true, true) => {
            let (asked, next) = (asked.setter(), *asked + 1);
            Fetched::Failed(Callback::from(move |()| asked.set(next)))
        }
    }
}

/// Says that something could not be had, with a button that asks again.
pub(super) fn failed(said: String, again: &Callback<()>) -> Html {
    let onclick = again.reform(|_: MouseEvent| ());
    html! {
        <p class="error" role="alert">
            { said }{ " " }<button type="button" {onclick}>{ text::AGAIN }</button>
        </p>
    }
}

/// Says that something is on its way.
pub(super) fn coming(said: String) -> Html {
    html! { <p class="coming">{ said }</p> }
}
