//! The program of the pages beside the calculator: tables that are asked, ordered and compared. One
//! component a page; the address chooses it.

pub mod beside;
pub mod cities;
pub mod compare;
pub mod skills;

use crate::web::browser;
use yew::prelude::*;

/// Where the program is.
#[derive(Clone, Debug, Default, Properties, PartialEq, Eq)]
pub struct ExploreProps {
    /// Path of the page.
    pub path: AttrValue,
    /// Its query string.
    pub query: AttrValue,
    /// The skills that were kept on the device.
    #[prop_or_default]
    pub kept: Option<AttrValue>,
    /// Fields that were changed before the program came: id and what they hold.
    #[prop_or_default]
    pub typed: Vec<(String, String)>,
}

/// The page at an address, drawn in `#app`.
#[component]
pub fn Explore(props: &ExploreProps) -> Html {
    match &*props.path {
        "/cities/" => html! { <cities::Page query={&props.query} /> },
        "/compare/" => html! { <beside::Page query={&props.query} typed={props.typed.clone()} /> },
        "/roles/compare/" => html! { <compare::Page query={&props.query} /> },
        "/skills/" => html! { <skills::Page query={&props.query} kept={props.kept.clone()} /> },
        _ => Html::default(),
    }
}

/// Milliseconds that typing rests before the address follows.
const REST: u32 = 400;

/// The address holds `query`, a moment after it last changed; the first one is already there.
#[hook]
pub(super) fn use_address(query: String) {
    let first = query.clone();
    use_address_since(|| first, query);
}

/// The address holds `query`, a moment after it changed from what `known` says that it already holds:
/// what was typed before the program came is not in it.
#[hook]
pub(super) fn use_address_since(known: impl FnOnce() -> String, query: String) {
    let first = use_mut_ref(known);
    use_effect_with(query, move |query| {
        let changed = *first.borrow() != *query;
        let query = query.clone();
        let later = changed.then(|| {
            browser::after(REST, move || {
                first.replace(query.clone());
                browser::set_query(&format!("?{query}"), browser::Remember::Replace);
            })
        });
        move || drop(later)
    });
}
