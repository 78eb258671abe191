//! The page: Yew components, the same on the server side and in the browser. Does not calculate:
//! it asks [`crate::estimate`] and shows what [`crate::words`] and [`crate::chart`] make of it.
//!
//! What has state of its own is a component; everything else is a function to [`Html`], which costs
//! about a kilobyte less each once compressed.

pub mod browser;
mod chart;
mod form;
mod frame;
mod page;
mod result;
pub mod route;
pub mod state;

use yew::prelude::*;

/// What the whole page is drawn from.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// Path of the address, such as `/`. A path that is no route shows the "not found" page.
    pub path: AttrValue,
    /// Query string of the address, which may ask a question.
    #[prop_or_default]
    pub query: AttrValue,
    /// What the visitor typed into the prerendered page before this program started.
    #[prop_or_default]
    pub typed: browser::Typed,
}

/// The root component, drawn in `#app` in place of what was prerendered there.
#[component]
pub fn App(props: &AppProps) -> Html {
    frame::around(match route::find(&props.path) {
        Some(_) => {
            html! { <page::home::Home query={props.query.clone()} typed={props.typed.clone()} /> }
        }
        None => page::missing::page(),
    })
}
