//! What screen readers hear of a page whose answer changes while somebody types: what it
//! comes to, once typing rests. Knows no page and words nothing: what is said stands in the page.

use super::browser;
use yew::prelude::*;

/// How long typing rests before anything is said, in milliseconds.
pub(super) const REST: u32 = 800;

/// Where it stands.
const SAID: &str = "said";

/// Where screen readers hear it from.
pub(super) fn announced() -> Html {
    html! { <p class="unseen" role="status" id={SAID}></p> }
}

/// Says a sentence. Written past the drawing: the page need not be drawn again for it.
pub(super) fn say(text: &str) {
    browser::say(SAID, text);
}

/// Says what these parts hold whenever it is something else than before; nothing of what they hold at
/// first, which is read with the page.
#[hook]
pub(super) fn use_said(parts: &'static str) {
    let told = use_mut_ref(String::new);
    use_effect(move || {
        if told.borrow().is_empty() {
            told.replace(browser::text_of(parts));
        }
        let later = browser::after(REST, move || {
            let now = browser::text_of(parts);
            if *told.borrow() != now {
                say(&now);
                told.replace(now);
            }
        });
        move || drop(later)
    });
}
