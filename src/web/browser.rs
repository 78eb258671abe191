//! What touches the browser: address, history, title, and values of events; `program` beside it what is
//! called without script. Every call survives a browser that refuses it.

mod files;
mod program;
mod share;
mod typed;

pub use files::{download, file, keep, kept, read_file};
pub use program::Program;
pub use share::{address, copy, picture, print};
pub use typed::{Spot, Typed, changed};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Promise, Uint8Array};
use web_sys::{
    Document, Element, HtmlDetailsElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    NodeList, Response, Window,
};
use yew::{Event, FocusEvent, InputEvent, TargetCast};

/// Ids of the fields, shared by the form and by [`Typed::now`].
pub const ROLE_ID: &str = "role";
/// The city's text box.
pub const CITY_ID: &str = "city";
/// The select of education.
pub const EDUCATION_ID: &str = "education";
/// The years' text box.
pub const YEARS_ID: &str = "years";
/// The years' slider.
pub const SLIDER_ID: &str = "years-slider";

fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Every element of a selector, in the order of the page.
fn all(selector: &str) -> impl Iterator<Item = Element> + use<> {
    let list = document().and_then(|document| document.query_selector_all(selector).ok());
    let count = list.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |at| list.as_ref()?.item(at)?.dyn_into().ok())
}

/// The element that the app is drawn in.
pub fn root() -> Option<Element> {
    by_id("app")
}

/// How a change of the address is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remember {
    /// As a step that the back button undoes.
    Push,
    /// In place of the present step.
    Replace,
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The query string of the address, with its question mark; empty where there is none.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The path of the page: that of the address, unless the page names it, as in the edition of one file.
pub fn path() -> String {
    let told =
        document().and_then(|document| document.document_element()?.get_attribute("data-path"));
    told.or_else(path_of_address).unwrap_or_default()
}

fn path_of_address() -> Option<String> {
    window()?.location().pathname().ok()
}

/// Puts a query string into the address. A browser that refuses loses nothing but the address.
pub fn set_query(query: &str, remember: Remember) {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    let address = Some(query);
    let _refused = match remember {
        Remember::Push => history.push_state_with_url(&JsValue::NULL, "", address),
        Remember::Replace => history.replace_state_with_url(&JsValue::NULL, "", address),
    };
}

/// Whether the box that an event is about is ticked.
pub fn ticked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Calls back with the query string whenever the visitor goes back or forward; stops when dropped.
pub fn on_history(call: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "popstate", move |_| call(query())))
}

/// The question that the widget's frame was asked, which its script keeps on `<html>`: what the
/// host asks later is no address, and some frames may not change theirs.
pub fn asked() -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("data-query")).unwrap_or_default()
}

/// Calls back with the question whenever the host asks anew; stops when dropped.
pub fn on_asked(call: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "paypath", move |_| call(asked())))
}

/// Calls once after some milliseconds; never when dropped before.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timeout {
    // Boxed, so that a program holds what waits once for all calls, not for each.
    Timeout::new::<Box<dyn FnOnce()>>(milliseconds, Box::new(call))
}

/// The text of the input that an event is about.
pub fn typed(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// The value of the select that an event is about.
pub fn chosen(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default()
}

/// Marks the whole text of a field that took focus, so that typing replaces it.
pub fn select_all(event: &FocusEvent) {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        input.select();
    }
}

/// Makes a list show its choice. The browser ignores `selected` on an option once a visitor has
/// chosen it, so the attribute alone would not follow the back button.
pub fn choose(id: &str, value: &str) {
    // Setting what is already there costs as much as setting another.
    if let Some(list) = by_id::<HtmlSelectElement>(id).filter(|list| list.value() != value) {
        list.set_value(value);
    }
}

/// What the elements of a selector say, one after the other.
pub fn text_of(selector: &str) -> String {
    let mut texts = String::new();
    for text in all(selector).filter_map(|element| element.text_content()) {
        texts.push_str(&text);
        texts.push(' ');
    }
    texts
}

/// Writes into an element that is drawn empty.
pub fn say(id: &str, text: &str) {
    if let Some(element) = by_id::<Element>(id) {
        element.set_text_content(Some(text));
    }
}

/// Gives the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = by_id::<HtmlElement>(id) {
        let _refused = element.focus();
    }
}

/// Gives the focus to the element with this id where what had it is gone.
pub fn refocus(id: &str) {
    let lost = document().and_then(|document| document.active_element());
    if lost.is_none_or(|element| element.tag_name() == "BODY") {
        focus(id);
    }
}

/// Brings an element of a scrolling list into view.
pub fn show(id: &str) {
    if let Some(element) = by_id::<Element>(id) {
        element.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

fn nearest() -> web_sys::ScrollIntoViewOptions {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options
}

/// Goes to an address of the site.
pub fn go(href: &str) {
    if let Some(window) = window() {
        let _refused = window.location().set_href(href);
    }
}

/// The element that the site's search is drawn in.
pub fn search_root() -> Option<Element> {
    by_id("search")
}

/// The text of a field and whether it has the focus.
pub fn field(id: &str) -> (String, bool) {
    let Some(input) = by_id::<HtmlInputElement>(id) else { return Default::default() };
    let active = document().and_then(|document| document.active_element());
    (input.value(), active.is_some_and(|active| active.id() == id))
}

/// Gives the focus to a field, with the caret behind its text.
pub fn focus_end(id: &str) {
    if let Some(input) = by_id::<HtmlInputElement>(id) {
        let _refused = input.focus();
        let end = input.value().encode_utf16().count() as u32;
        let _refused = input.set_selection_range(end, end);
    }
}

/// The index of the site's search, whose address is on its script's tag.
pub async fn search_index() -> Option<String> {
    let script = document()?.query_selector("script[data-index]").ok()??;
    let answer = answer(&script.get_attribute("data-index")?).await?;
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// A file of the site; `None` where it cannot be had.
pub async fn bytes(address: &str) -> Option<Vec<u8>> {
    content(answer(address).await?).await
}

async fn answer(address: &str) -> Option<Response> {
    received(window()?.fetch_with_str(address)).await
}

async fn received(asked: Promise) -> Option<Response> {
    let answer: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    answer.ok().then_some(answer)
}

async fn content(answer: Response) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Id of the field that an event is about, and what it holds; a ticked box holds `yes`.
pub fn field_of(event: &web_sys::Event) -> (String, String) {
    let Some(field) = event.target_dyn_into::<Element>() else { return Default::default() };
    let value = match field.dyn_ref::<HtmlSelectElement>() {
        Some(list) => list.value(),
        None => match field.dyn_ref::<HtmlInputElement>() {
            Some(input) if input.type_() != "checkbox" => input.value(),
            Some(input) if input.checked() => "yes".to_owned(),
            _ => String::new(),
        },
    };
    (field.id(), value)
}

/// Whether the part that was opened or closed is open now.
pub fn is_open(event: &Event) -> bool {
    event.target_dyn_into::<HtmlDetailsElement>().is_some_and(|part| part.open())
}
