//! The page for addresses that lead nowhere.

use super::Still;
use crate::words::page as text;
use yew::prelude::*;

/// Says so, and shows the way on.
pub(super) fn page() -> Still {
    Still::new("/404.html", text::MISSING_TITLE, text::MISSING_DESCRIPTION, || {
        html! {
            <main id="main" class="prose">
                <h1>{ text::MISSING }</h1>
                <p>{ text::MISSING_LEAD }</p>
                <p><a href="/">{ text::MISSING_LINK }</a></p>
            </main>
        }
    })
}
