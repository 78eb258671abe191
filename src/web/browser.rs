//! What touches the browser: address, history, title, and values of events; `program` beside it what is
//! called without script. Every call survives a browser that refuses it.

mod program;

pub use program::Program;

use crate::link::Asked;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Promise, Uint8Array};
use web_sys::{
    Document, Element, HtmlDetailsElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    NodeList, Response, Storage, Window,
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
/// What can have the focus without having an id.
const UNNAMED: &str = "#app a, #app summary";
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
    /// Its number among the links and the like.
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

/// Prints the page.
pub fn print() {
    let _refused = web_sys::window().map(|window| window.print());
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
    Timeout::new(milliseconds, call)
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
    if let Some(list) = by_id::<HtmlSelectElement>(id) {
        list.set_value(value);
    }
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

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What was kept on the device under a name; nothing where the browser refuses to keep.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text on the device, or forgets it. Whether the browser did: some refuse.
pub fn keep(name: &str, text: Option<&str>) -> bool {
    let Some(storage) = storage() else { return false };
    let done = match text {
        Some(text) => storage.set_item(name, text),
        None => storage.remove_item(name),
    };
    done.is_ok()
}

/// An address that holds a JSON file itself.
pub fn download(json: &str) -> String {
    file("application/json", json)
}

/// An address that holds a file of this type itself.
pub fn file(kind: &str, text: &str) -> String {
    let mut address = ["data:", kind, ","].concat();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                address.push(char::from(byte));
            }
            other => {
                address.extend(["%", HEX[usize::from(other >> 4)], HEX[usize::from(other & 15)]]);
            }
        }
    }
    address
}

const HEX: [&str; 16] =
    ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C", "D", "E", "F"];

/// Reads the file that was chosen in a field, and calls with its text.
pub fn read_file(event: &Event, call: impl FnOnce(String) + 'static) {
    let input = event.target_dyn_into::<HtmlInputElement>();
    let file = input.and_then(|input| input.files()).and_then(|files| files.get(0));
    let Some(file) = file else { return };
    yew::platform::spawn_local(async move {
        let blob = gloo::file::Blob::from(file);
        call(gloo::file::futures::read_as_text(&blob).await.unwrap_or_default());
    });
}
