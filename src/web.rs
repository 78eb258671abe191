//! The page: Yew components, the same on the server side and in the browser. Does not calculate:
//! it asks [`crate::estimate`] and shows what [`crate::words`] and [`crate::chart`] make of it.
//!
//! The calculator is one component; everything else is a function to [`Html`], which costs about a
//! kilobyte less each once compressed. Pages without state are not in the browser's program at all.

pub mod browser;
mod chart;
mod form;
mod frame;
mod page;
mod result;
pub mod route;
pub mod state;

use yew::prelude::*;

/// What the calculator is drawn from.
#[derive(Default, Properties, PartialEq)]
pub struct AppProps {
    /// What the calculator shows first.
    pub start: state::State,
}

/// The root component, drawn in `#app` in place of what was prerendered there.
#[component]
pub fn App(props: &AppProps) -> Html {
    frame::around(page::home::use_home(&props.start))
}

/// A page that needs no program: its path chooses it.
#[cfg(feature = "prerender")]
#[derive(Properties, PartialEq)]
pub struct StillProps {
    /// Path of the page, such as `/method/`.
    pub path: AttrValue,
}

/// Pages that are prerendered and never drawn in the browser.
#[cfg(feature = "prerender")]
#[component]
pub fn Still(_props: &StillProps) -> Html {
    frame::around(page::missing::page())
}
