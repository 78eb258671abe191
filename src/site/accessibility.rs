//! The statement on accessibility: what is tested, and what is not.

use super::{Still, shared};
use crate::words::accessibility as text;
use yew::prelude::*;

/// `/accessibility/`
pub(super) fn page() -> Still {
    let draw = || {
        html! {
            <main id="main" class="prose">
                <h1>{ text::HEADING }</h1>
                <p class="lead">{ text::LEAD }</p>
                { shared::part("tested", text::TESTED, html! {
                    <>
                        <p>{ text::TESTED_LEAD }</p>
                        { shared::terms(text::CHECKS) }
                    </>
                }) }
                { shared::part("unknown", text::UNKNOWN, shared::list(text::GAPS.map(|gap| html! { gap }))) }
                { shared::part("help", text::HELP, html! {
                    <p>{ text::HELP_LEAD }{ " " }<a href="/method/">{ text::METHOD }</a>{ "." }</p>
                }) }
            </main>
        }
    };
    let still = Still::new("/accessibility/", text::TITLE, text::DESCRIPTION, draw);
    still
        .card("accessibility", text::HEADING, text::LEAD)
        .below(&[("/accessibility/", text::HEADING)])
}
