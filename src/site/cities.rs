//! `/cities/`: every metro with the example's pay, which the explore program makes answer.

use super::{Program, Still, shared};
use crate::web::explore::{Explore, ExploreProps};
use crate::words::cities as text;
use yew::prelude::*;

/// The page.
pub(super) async fn page() -> Still {
    let props = || ExploreProps { path: "/cities/".into(), query: "".into() };
    let drawn = yew::ServerRenderer::<Explore>::with_props(props).hydratable(false).render().await;
    let mut still = Still::new("/cities/", text::TITLE, text::LIST_DESCRIPTION, move || {
        html! {
            <main id="main" class="prose wide">
                { shared::crumbs(&[("/cities/", text::CITIES)]) }
                <h1>{ text::LIST_HEADING }</h1>
                <p class="lead">{ text::LIST_LEAD }</p>
                { shared::app(&drawn) }
                <p class="quiet">{ text::REAL_MEANS }{ " " }{ text::LIST_MEANS }</p>
            </main>
        }
    });
    still.program = Program::Explore;
    still
}
