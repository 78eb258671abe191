//! The page: Yew components, the same on the server side and in the browser. Does not calculate:
//! it asks [`crate::estimate`] and shows what [`crate::words`] and [`crate::chart`] make of it.
//!
//! The calculator is one component; everything else is a function to [`Html`], which costs about a
//! kilobyte less each once compressed. Pages without state are not in the browser's program at all.

pub mod browser;
mod calculator;
mod chart;
#[cfg(debug_assertions)]
pub mod components;
pub mod doors;
mod drawn;
pub mod explore;
mod fetched;
mod fields;
pub mod find;
mod form;
pub mod offers;
pub mod path;
pub mod pay;
pub mod plot;
mod result;
mod said;
pub mod state;
pub mod takehome;
pub mod typing;
pub mod widget;

use yew::prelude::*;

/// What the calculator is drawn from.
#[derive(Default, Properties, PartialEq)]
pub struct AppProps {
    /// What the calculator shows first.
    pub start: state::State,
    /// What it shows of take-home pay first.
    pub sheet: takehome::Sheet,
}

/// The root component, drawn in `#app` in place of what was prerendered there.
#[component]
pub fn App(props: &AppProps) -> Html {
    calculator::use_calculator(&props.start, &props.sheet)
}
