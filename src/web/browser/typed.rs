//! What a visitor did to the prerendered page before the program took it over, and putting it in
//! again. Judges nothing.

use super::{CITY_ID, EDUCATION_ID, ROLE_ID, SLIDER_ID, YEARS_ID, all, by_id, document};
use crate::link::Asked;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// What can have the focus without having an id.
const UNNAMED: &str = "#app a, #app button, #app summary, #app [tabindex]";
/// Tables that are opened by hand.
const FOLDED: &str = "#app details";

/// What the visitor did to the prerendered page before this program took it over: drawing makes
/// every field anew, so it is read first and put in again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Fields that no longer hold what was prerendered.
    pub asked: Asked,
    /// The element that has the focus, and the part of its text that is marked.
    pub focus: Option<(Spot, Option<(u32, u32)>)>,
    /// Which of the folded tables are open.
    pub open: Vec<bool>,
}

/// Where an element stands, so that it is found again when it was made anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Its id.
    Id(String),
    /// Its number among the links, buttons and the like.
    Unnamed(u32),
}

impl Typed {
    /// Reads the fields and the focus.
    pub fn now() -> Self {
        let text = |id: &str| {
            let input: HtmlInputElement = by_id(id)?;
            (input.value() != input.default_value()).then(|| input.value())
        };
        let select = |id: &str| now_in(&by_id(id)?);
        let years = text(YEARS_ID).or_else(|| text(SLIDER_ID));
        let asked = Asked {
            role: select(ROLE_ID),
            city: text(CITY_ID),
            years,
            level: None,
            education: select(EDUCATION_ID),
        };
        let active = document().and_then(|document| document.active_element());
        let focus = active.and_then(|element| {
            let spot = match element.id() {
                id if id.is_empty() => {
                    let at = all(UNNAMED).position(|other| other == element)?;
                    Spot::Unnamed(at as u32)
                }
                id => Spot::Id(id),
            };
            Some((spot, selection(&element)))
        });
        let open = all(FOLDED).map(|table| table.has_attribute("open")).collect();
        Self { asked, focus, open }
    }

    /// Whether the focus is in the element with this id.
    pub fn is_in(&self, id: &str) -> bool {
        matches!(&self.focus, Some((Spot::Id(focus), _)) if focus == id)
    }

    /// Opens what was open, gives the focus back, and marks the page as one that answers.
    pub fn restore(&self) {
        if let Some(root) = document().and_then(|document| document.document_element()) {
            let _refused = root.set_attribute("data-ready", "");
        }
        for (table, _) in all(FOLDED).zip(&self.open).filter(|(_, open)| **open) {
            let _refused = table.set_attribute("open", "");
        }
        let Some((spot, selection)) = &self.focus else { return };
        let found = match spot {
            Spot::Id(id) => by_id(id),
            Spot::Unnamed(at) => all(UNNAMED).nth(*at as usize),
        };
        let Some(Ok(element)) = found.map(Element::dyn_into::<HtmlElement>) else { return };
        let _refused = element.focus();
        if let (Some(input), Some((start, end))) =
            (element.dyn_ref::<HtmlInputElement>(), selection)
        {
            let _refused = input.set_selection_range(*start, *end);
        }
    }
}

/// Fields of the prerendered page that no longer hold what was prerendered: id and what they hold,
/// where a ticked box holds `on` and one that is no longer ticked nothing.
pub fn changed() -> Vec<(String, String)> {
    all("#app input, #app select").filter_map(|field| Some((field.id(), now_in(&field)?))).collect()
}

fn now_in(field: &Element) -> Option<String> {
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        let marked = select.query_selector("option[selected]").ok()??;
        let value = select.value();
        return (marked.get_attribute("value")? != value).then_some(value);
    }
    let input: &HtmlInputElement = field.dyn_ref()?;
    if input.type_() == "checkbox" {
        let on = input.checked();
        let before = input.has_attribute("checked");
        return (on != before).then(|| if on { "on".to_owned() } else { String::new() });
    }
    (input.value() != input.default_value()).then(|| input.value())
}

fn selection(element: &Element) -> Option<(u32, u32)> {
    let input = element.dyn_ref::<HtmlInputElement>()?;
    Some((input.selection_start().ok()??, input.selection_end().ok()??))
}
