//! Browser entry: hydrates `#app`. Holds no view and no rule.

use paypath::web::{App, AppProps, browser::Typed};

fn main() {
    let window = web_sys::window().expect("the entry runs in a page");
    let root = window
        .document()
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html holds #app");
    let path = window.location().pathname().unwrap_or_default();
    let prerendered = root.first_element_child().is_some();
    let renderer = yew::Renderer::<App>::with_root_and_props(root, AppProps { path: path.into(), typed: Typed::now() });
    // `serve --dev` skips the prerender, so there #app is empty and there is nothing to hydrate.
    if prerendered {
        renderer.hydrate();
    } else {
        renderer.render();
    }
}
