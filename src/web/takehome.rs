//! Take-home pay below the estimate. What is chosen and typed, kept in the address; the rest is
//! written by the program that knows the taxes, which nobody loads before this part is opened.

use super::browser;
use super::doors::{self, answer, use_doors};
use super::drawn::drawn;
use super::fetched::Fetched;
use super::fields::no_script;
use crate::link;
use crate::paysheet::{ID, KEYS, Known};
use crate::words::takehome as text;
use std::rc::Rc;
use yew::prelude::*;

/// Id of the part.
pub(super) const PART: &str = "take-home-pay";

/// What is chosen and typed, in the order of [`KEYS`]; closed while how somebody files is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    texts: [String; KEYS.len()],
}

impl Sheet {
    /// What an address asks for.
    pub fn read(query: &str) -> Self {
        Self { texts: KEYS.map(|key| link::value(query, key).unwrap_or_default()) }
    }

    /// Whether the part is open.
    pub fn is_open(&self) -> bool {
        !self.texts[0].is_empty()
    }

    /// The part of an address that leads back here, to be put behind others.
    pub fn query(&self) -> String {
        let mut out = String::new();
        for (key, text) in KEYS.iter().zip(&self.texts).filter(|(_, text)| !text.is_empty()) {
            if self.is_open() {
                out.extend(["&", key, "=", &link::encoded(text)]);
            }
        }
        out
    }
}

/// What a visitor or the address can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Chose or typed in the field with this id.
    Field((String, String)),
    /// Opened the part, or closed it; what was typed stays.
    Open(bool),
    /// The address asks.
    Address(Sheet),
}

impl Reducible for Sheet {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut new = (*self).clone();
        match turn {
            Turn::Field((id, value)) => {
                let key = id.strip_prefix(ID).unwrap_or_default();
                if let Some(at) = KEYS.iter().position(|known| *known == key) {
                    new.texts[at] = value;
                }
            }
            Turn::Open(open) if open != self.is_open() => {
                (if open { USUAL } else { "" }).clone_into(&mut new.texts[0]);
            }
            Turn::Open(_) => {}
            Turn::Address(sheet) => new = sheet,
        }
        Rc::new(new)
    }
}

/// How somebody files who has not said.
const USUAL: &str = "single";

/// The part; `known` is what the page knows of pay and place.
#[hook]
pub(super) fn use_takehome(known: &Known<'_>, sheet: &UseReducerHandle<Sheet>) -> Html {
    let doors = use_doors(sheet.is_open());
    let turn = {
        let sheet = sheet.clone();
        Callback::from(move |turn| sheet.dispatch(turn))
    };
    let oninput = turn.reform(|event: InputEvent| Turn::Field(browser::field_of(&event)));
    let onchange = turn.reform(|event: Event| Turn::Field(browser::field_of(&event)));
    let ontoggle = turn.reform(|event: Event| Turn::Open(browser::is_open(&event)));
    // Lists that a visitor chose from follow the address by their value alone.
    let lists = [0, 1].map(|at| (KEYS[at], sheet.texts[at].clone()));
    use_effect_with(lists, |lists| {
        for (key, chosen) in lists.iter().filter(|(_, chosen)| !chosen.is_empty()) {
            browser::choose(&[ID, key].concat(), chosen);
        }
    });
    html! {
        <details class="take-home" id={PART} open={sheet.is_open()} {ontoggle}>
            <summary><h3>{ text::HEADING }</h3>{ " " }<span class="hint">{ text::SUMMARY }</span></summary>
            { no_script(text::NO_SCRIPT) }
            if sheet.is_open() {
                <div {oninput} {onchange}>{ body(&doors, &(known.query() + &sheet.query())) }</div>
            }
        </details>
    }
}

fn body(doors: &Fetched, question: &str) -> Html {
    if *doors != Fetched::Here {
        return doors::notice(doors);
    }
    match answer(question) {
        Some(text) => drawn(&text, "sheet"),
        None => html! { <p class="error" role="alert">{ text::FAILED }</p> },
    }
}
