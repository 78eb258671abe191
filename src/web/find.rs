//! The search of the site: a field in the header of every page with what it finds below it (ARIA
//! Authoring Practices: editable combobox with list autocomplete). A program of its own, which is
//! fetched when somebody is about to search.

use crate::catalog::{Catalog, Entry};
use crate::web::browser;
use crate::words::find as text;
use std::rc::Rc;
use yew::prelude::*;

/// Most that is shown.
const MOST: usize = 8;
/// Id of the field, as in the prerendered page.
pub const FIELD: &str = "site-search";
const LIST: &str = "site-found";

/// What the search begins with.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct FindProps {
    /// Everything that can be found.
    pub catalog: Same,
    /// What was typed before the program started.
    #[prop_or_default]
    pub typed: AttrValue,
}

/// A catalog that never changes.
#[derive(Clone, Debug)]
pub struct Same(pub Rc<Catalog>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The field and its list.
#[component]
pub fn Find(props: &FindProps) -> Html {
    let typed = use_state(|| props.typed.to_string());
    let active = use_state(|| None::<usize>);
    let open = use_state(|| true);
    let found: Vec<Entry> = props.catalog.0.find(&typed, MOST).into_iter().cloned().collect();
    let shown = *open && !typed.trim().is_empty();
    let oninput = {
        let (typed, active, open) = (typed.clone(), active.clone(), open.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(browser::typed(&event));
            active.set(None);
            open.set(true);
        })
    };
    let onkeydown = keys(&found, &active, &open);
    let close = {
        let open = open.clone();
        Callback::from(move |_: FocusEvent| open.set(false))
    };
    let option = |(at, entry): (usize, &Entry)| {
        let href = entry.href.clone();
        // Before the field loses the focus, which closes the list.
        let onmousedown = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            browser::go(&href);
        });
        let chosen = *active == Some(at);
        html! {
            <li id={format!("{LIST}-{at}")} role="option" aria-selected={chosen.to_string()} {onmousedown}>
                { &entry.label }<span class="combobox-metro">{ text::one(entry.kind) }</span>
            </li>
        }
    };
    html! {
        <>
            <label class="unseen" for={FIELD}>{ text::LABEL }</label>
            <input id={FIELD} name="q" type="text" role="combobox" maxlength="80" autocomplete="off"
                placeholder={text::HINT} value={(*typed).clone()} aria-autocomplete="list"
                aria-expanded={(shown && !found.is_empty()).to_string()} aria-controls={LIST}
                aria-activedescendant={active.map(|at| format!("{LIST}-{at}"))}
                aria-keyshortcuts="/" {oninput} {onkeydown} onblur={close} />
            <ul id={LIST} class="combobox-list" role="listbox" aria-label={text::FOUND} hidden={!shown || found.is_empty()}>
                { for found.iter().enumerate().map(option) }
            </ul>
            <p class={if shown && found.is_empty() { "combobox-list" } else { "unseen" }} role="status">
                { if shown { text::found(found.len()) } else { String::new() } }
            </p>
        </>
    }
}

fn keys(
    found: &[Entry],
    active: &UseStateHandle<Option<usize>>,
    open: &UseStateHandle<bool>,
) -> Callback<KeyboardEvent> {
    let links: Vec<String> = found.iter().map(|entry| entry.href.clone()).collect();
    let (active, open) = (active.clone(), open.clone());
    Callback::from(move |event: KeyboardEvent| {
        let last = links.len().saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => active.set(Some(next(*active, last))),
            "ArrowUp" => active.set(Some(before(*active, last))),
            "Enter" => {
                if let Some(href) = links.get(active.unwrap_or(0)) {
                    browser::go(href);
                }
            }
            "Escape" => {
                open.set(false);
                active.set(None);
            }
            _ => return,
        }
        if event.key() != "Escape" {
            open.set(true);
        }
        event.prevent_default();
    })
}

/// The choice below, round to the first.
fn next(active: Option<usize>, last: usize) -> usize {
    active.map_or(0, |at| if at >= last { 0 } else { at + 1 })
}

/// The choice above, round to the last.
fn before(active: Option<usize>, last: usize) -> usize {
    active.map_or(last, |at| at.checked_sub(1).unwrap_or(last))
}
