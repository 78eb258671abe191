//! The page of plans as it is made at build: the example, its routes, and what they mean.

use super::{Program, Still, shared};
use crate::web::path::{Path, PathProps};
use crate::words::{plan as words, plan_page as text};
use yew::prelude::*;

/// `/path/`
pub(super) async fn page() -> Still {
    let props = || PathProps { whole: true, ..PathProps::default() };
    let drawn = yew::ServerRenderer::<Path>::with_props(props).hydratable(false);
    let drawn = drawn.render().await;
    let draw = move || {
        html! {
            <main id="main" class="prose wide">
                <h1>{ words::HEADING }</h1>
                <p class="lead">{ words::LEAD }</p>
                { shared::no_script() }
                { shared::app(&drawn) }
                <p class="quiet">{ text::MEANS }</p>
            </main>
        }
    };
    let mut still = Still::new("/path/", words::TITLE, words::DESCRIPTION, draw);
    still.program = Program::Path;
    still.below(&[("/path/", words::HEADING)]).card("path", words::HEADING, words::LEAD)
}
