//! Tests that need a browser: run as Wasm in headless Chromium by `cargo xtask test`.
#![cfg(target_arch = "wasm32")]

use paypath::web::{App, AppProps};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_app_draws_a_heading_for_a_known_and_an_unknown_path() {
    for (path, heading) in [("/", "Paypath"), ("/nowhere/", "Page not found")] {
        assert_eq!(heading_at(path).await, heading, "{path}");
    }
}

/// The text of `<h1>` after the app has drawn a path from nothing.
async fn heading_at(path: &'static str) -> String {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    let props = AppProps { path: path.into() };
    yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
    gloo::timers::future::sleep(std::time::Duration::ZERO).await;
    root.query_selector("h1").unwrap().unwrap().text_content().unwrap()
}
