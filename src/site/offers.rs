//! The page of offers as it is made at build: the example, what it comes to, and a move.

use super::{Program, Still, shared};
use crate::web::offers::{Offers, OffersProps};
use crate::words::offers as text;
use yew::prelude::*;

/// `/offers/`
pub(super) async fn page() -> Still {
    let drawn = yew::ServerRenderer::<Offers>::with_props(OffersProps::default).hydratable(false);
    let drawn = drawn.render().await;
    let draw = move || {
        html! {
            <main id="main" class="prose wide">
                <h1>{ text::HEADING }</h1>
                <p class="lead">{ text::LEAD }</p>
                { shared::no_script() }
                { shared::app(&drawn) }
            </main>
        }
    };
    let mut still = Still::new("/offers/", text::TITLE, text::DESCRIPTION, draw);
    still = still.card("offers", text::HEADING, text::CARD);
    still.program = Program::Offers;
    still.below(&[("/offers/", text::HEADING)])
}
