//! The start page as it is made at build: what it is for, examples to click, and the calculator with
//! its example question.

use super::{Program, Still, shared};
use crate::web::App;
use crate::words::page as text;
use yew::prelude::*;

/// `/`
pub(super) async fn page() -> Still {
    let drawn = yew::ServerRenderer::<App>::new().hydratable(false).render().await;
    let draw = move || {
        html! {
            <main id="main">
                <div class="intro">
                    <h1>{ text::HEADING }</h1>
                    <p class="lead">{ text::LEAD }</p>
                    <p class="tries">
                        { text::TRY }
                        { for text::EXAMPLES.map(|(query, said)| html! { <a href={["/?", query].concat()}>{ said }</a> }) }
                    </p>
                </div>
                { shared::app(&drawn) }
            </main>
        }
    };
    let mut still = Still::new("/", text::TITLE, text::DESCRIPTION, draw);
    still.program = Program::Calculator;
    still
}
