//! Ways to take an answer along: copied, as a picture, on paper.

use super::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Function, Promise, Reflect};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// Prints the page.
pub fn print() {
    let _refused = window().map(|window| window.print());
}

/// The whole address of a path of this site; `None` where the page has none, as when it is made at
/// build and in the edition of one file.
pub fn address(path: &str) -> Option<String> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    // The edition of one file names its page.
    let one_file = document()?.document_element()?.has_attribute("data-path");
    let origin = window()?.location().origin().ok()?;
    (!one_file).then(|| [&origin, path].concat())
}

/// Copies a text, and calls with whether the browser did: some refuse, and some cannot.
pub fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    yew::platform::spawn_local(async move { done(copied(&text).await.is_some()) });
}

async fn copied(text: &str) -> Option<()> {
    // Not there where the page came over an open connection: asking by name finds out.
    let navigator = window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    // Whatever it is that promises: what extensions put there need not be of this page.
    let copied = Promise::resolve(&write.call1(&clipboard, &text.into()).ok()?);
    JsFuture::from(copied).await.ok().map(|_: JsValue| ())
}

/// Turns a picture that an address holds as SVG into one of this size that holds it as PNG; calls with
/// its address, or not at all where the browser refuses.
pub fn picture(svg: String, [width, height]: [u32; 2], done: impl FnOnce(String) + 'static) {
    yew::platform::spawn_local(async move {
        if let Some(png) = painted(&svg, width, height).await {
            done(png);
        }
    });
}

async fn painted(svg: &str, width: u32, height: u32) -> Option<String> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(svg);
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let paper: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    paper.draw_image_with_html_image_element(&image, 0.0, 0.0).ok()?;
    canvas.to_data_url().ok()
}
