//! The page for addresses that lead nowhere.

use crate::words::page as text;
use yew::prelude::*;

/// Says so, and shows the way on.
pub(crate) fn page() -> Html {
    html! {
        <main id="main" class="missing">
            <h1>{ text::MISSING }</h1>
            <p>{ text::MISSING_LEAD }</p>
            <p><a href="/">{ text::MISSING_LINK }</a></p>
        </main>
    }
}
