//! Tests that need a browser: run as Wasm in headless Chromium by `cargo xtask test`. The drawn app
//! is used through real events of the page.
#![cfg(target_arch = "wasm32")]

use gloo::timers::future::sleep;
use paypath::link;
use paypath::money::Money;
use paypath::web::browser::{self, Remember, Spot, Typed};
use paypath::web::state::State;
use paypath::web::{App, AppProps};
use paypath::words;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::js_sys::{Array, Function, Intl, Object, Reflect};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// The app in an element of its own, which goes when this is dropped.
struct Drawn(Element);

impl Drawn {
    async fn new(query: &'static str) -> Self {
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        Self::on(root, query).await
    }

    async fn on(root: Element, query: &'static str) -> Self {
        let start = State::start(&link::read(query), &Typed::default());
        let props = AppProps { start, ..AppProps::default() };
        yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
        rest().await;
        Self(root)
    }

    fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.0.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("no {selector}")).dyn_into().ok().unwrap()
    }

    fn text(&self, selector: &str) -> String {
        self.find::<Element>(selector).text_content().unwrap()
    }

    async fn type_in(&self, selector: &str, text: &str) {
        self.find::<HtmlInputElement>(selector).set_value(text);
        self.send(selector, "new Event('input', { bubbles: true })").await;
    }

    async fn press(&self, selector: &str, key: &str) {
        let event = format!("new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }})");
        self.send(selector, &event).await;
    }

    async fn send(&self, selector: &str, event: &str) {
        let event = Function::new_no_args(&format!("return {event}"));
        let event = event.call0(&wasm_bindgen::JsValue::NULL).unwrap();
        self.find::<Element>(selector).dispatch_event(event.unchecked_ref()).unwrap();
        rest().await;
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Lets the app draw.
async fn rest() {
    sleep(Duration::from_millis(30)).await;
}

#[wasm_bindgen_test]
async fn the_calculator_is_drawn() {
    assert!(Drawn::new("").await.text("#answer-heading").ends_with("with 5 years of experience"));
}

#[wasm_bindgen_test]
async fn events_of_the_page_change_the_answer() {
    let app = Drawn::new("?role=data-engineer&city=boston-ma&years=3").await;
    let heading = "#answer-heading";
    assert_eq!(app.text(heading), "Data Engineer in Boston, MA with 3 years of experience");

    let role: HtmlSelectElement = app.find("#role");
    assert_eq!(role.value(), "data-engineer");
    role.set_value("statistician");
    app.send("#role", "new Event('change', { bubbles: true })").await;
    assert!(app.text(heading).starts_with("Statistician in Boston, MA"));

    app.type_in("#years", "30").await;
    assert_eq!(app.find::<HtmlInputElement>("#years-slider").value(), "30");
    app.type_in("#years-slider", "31").await;
    assert_eq!(app.find::<HtmlInputElement>("#years").value(), "31");
    app.type_in("#years", "x").await;
    assert!(app.text("#years-error").contains("“x”"));
    assert!(app.text(heading).ends_with("with 31 years of experience"));

    app.type_in("#city", "chica").await;
    app.press("#city", "ArrowDown").await;
    let city: HtmlInputElement = app.find("#city");
    assert_eq!(city.get_attribute("aria-activedescendant").as_deref(), Some("city-option-0"));
    app.press("#city", "Enter").await;
    assert_eq!(city.value(), "Chicago, IL");
    assert_eq!(city.get_attribute("aria-expanded").as_deref(), Some("false"));
}

#[wasm_bindgen_test]
fn amounts_read_as_the_browser_writes_them() {
    let options = Object::new();
    for (key, value) in [("style", "currency"), ("currency", "USD")] {
        Reflect::set(&options, &key.into(), &value.into()).unwrap();
    }
    Reflect::set(&options, &"maximumFractionDigits".into(), &0.into()).unwrap();
    let format = Intl::NumberFormat::new(&Array::of1(&"en-US".into()), &options).format();
    let powers = (0..10).map(|power| 10i32.pow(power));
    let edges = powers.flat_map(|power| [power - 1, power, power + 1]);
    for amount in edges.chain((0..2_000_000).step_by(997)).chain([i32::MAX]) {
        let wanted = format.call1(&wasm_bindgen::JsValue::NULL, &amount.into()).unwrap();
        assert_eq!(words::exact(Money::dollars(amount)), wanted.as_string().unwrap());
    }
}

#[wasm_bindgen_test]
async fn a_history_that_refuses_is_survived() {
    let refuse = Function::new_no_args(
        "const kept = [history.pushState, history.replaceState];
         const no = () => { throw new DOMException('no', 'SecurityError') };
         history.pushState = history.replaceState = no;
         return () => { [history.pushState, history.replaceState] = kept };",
    );
    let allow: Function = refuse.call0(&wasm_bindgen::JsValue::NULL).unwrap().dyn_into().unwrap();
    browser::set_query("?years=1", Remember::Push);
    browser::set_query("?years=1", Remember::Replace);
    let app = Drawn::new("").await;
    app.type_in("#years", "9").await;
    assert!(app.text("#answer-heading").ends_with("with 9 years of experience"));
    // Typing rests long enough for the address to be tried again.
    app.type_in("#years", "90").await;
    sleep(Duration::from_millis(500)).await;
    assert!(app.text("#years-error").contains("“90”"));
    allow.call0(&wasm_bindgen::JsValue::NULL).unwrap();
}

#[wasm_bindgen_test]
async fn what_stood_in_the_root_makes_way() {
    let root = document().create_element("div").unwrap();
    root.set_inner_html(
        "<extension-bar><p>Save $$$</p></extension-bar>text<!-- x --><section><h2 id=answer-heading>Old</h2>",
    );
    document().body().unwrap().append_child(&root).unwrap();
    let app = Drawn::on(root, "").await;
    assert!(app.text("#answer-heading").ends_with("with 5 years of experience"));
    assert!(app.0.query_selector("extension-bar").unwrap().is_none());
    app.type_in("#years", "1").await;
    assert!(app.text("#answer-heading").ends_with("with 1 year of experience"));
}

#[wasm_bindgen_test]
async fn what_a_visitor_did_early_is_read_and_put_back() {
    let nothing = Typed::now();
    assert_eq!(nothing.asked, Typed::default().asked, "no page, nothing typed");

    // As prerendered: values are attributes, so that what is typed can be told from them.
    let early = document().create_element("div").unwrap();
    early.set_id("app");
    early.set_inner_html(
        "<select id=role><option value=a selected>A<option value=b>B</select>
         <input id=city value=X><input id=years value=5><a href='#'>link</a>
         <details><summary>More</summary></details>",
    );
    document().body().unwrap().append_child(&early).unwrap();
    let app = Drawn(early);
    assert_eq!(Typed::now().asked, Typed::default().asked);

    app.find::<HtmlSelectElement>("#role").set_value("b");
    let years: HtmlInputElement = app.find("#years");
    years.set_value("12");
    years.focus().unwrap();
    years.set_selection_range(1, 2).unwrap();
    app.find::<Element>("details").set_attribute("open", "").unwrap();
    let typed = Typed::now();
    assert_eq!(typed.asked.role.as_deref(), Some("b"));
    assert_eq!((typed.asked.city.as_deref(), typed.asked.years.as_deref()), (None, Some("12")));
    assert_eq!(typed.focus, Some((Spot::Id("years".into()), Some((1, 2)))));
    assert!(typed.is_in("years"));

    years.blur().unwrap();
    app.find::<Element>("details").remove_attribute("open").unwrap();
    typed.restore();
    assert_eq!(document().active_element().unwrap().id(), "years");
    assert_eq!(years.selection_start().unwrap(), Some(1));
    assert!(app.find::<Element>("details").has_attribute("open"));

    app.find::<HtmlElement>("a").focus().unwrap();
    let typed = Typed::now();
    assert_eq!(typed.focus, Some((Spot::Unnamed(0), None)));
    app.find::<Element>("a").remove();
    typed.restore();
}
