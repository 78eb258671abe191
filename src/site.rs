//! Every page as it is made once at build from `data/`, the same for every visitor. Draws them;
//! `prerender` writes them to files.

mod cities;
mod city;
mod feed;
mod frame;
mod method;
mod missing;
mod plot;
mod shared;

use crate::tables::Tables;
use crate::web::App;
use crate::words::page as text;
use yew::prelude::*;

pub use feed::feed;

/// A program of the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Program {
    /// None.
    #[default]
    None,
    /// The calculator, which starts at once.
    Calculator,
    /// Tables and choices of the other pages, which starts when they are touched.
    Explore,
}

/// A page of the site.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Path from the root of the site: `/`, `/method/`, `/404.html`.
    pub path: String,
    /// Text of `<title>`.
    pub title: String,
    /// Text of the description that search engines show.
    pub description: String,
    /// Which program draws what is in `#app`; a page without stays as it is.
    pub program: Program,
    /// What the page tells machines, as JSON-LD.
    pub data: Vec<serde_json::Value>,
    /// What the visitor sees, as HTML.
    pub body: String,
}

/// Every page, in the order of the site map, and last what hosts show, with status 404, for a path
/// that is no page.
pub async fn pages(tables: &'static Tables) -> Vec<Page> {
    let towns = crate::web::explore::cities::state::cities();
    let towns = towns.into_iter().map(|(city, _)| city::page(tables, city));
    let mut stills = vec![cities::page().await];
    stills.extend(towns);
    stills.extend([method::page(tables), missing::page()]);
    let mut pages = vec![calculator().await];
    for still in stills {
        pages.push(still.page().await);
    }
    pages
}

/// The calculator with its example question.
async fn calculator() -> Page {
    let drawn = yew::ServerRenderer::<App>::new().hydratable(false).render().await;
    let app = move || shared::app(&drawn);
    let mut still = Still::new("/", text::TITLE, text::DESCRIPTION, app);
    still.program = Program::Calculator;
    still.page().await
}

/// A page before it is drawn in its frame.
struct Still {
    path: String,
    title: String,
    description: String,
    program: Program,
    draw: Box<dyn FnOnce() -> Html + Send>,
}

impl Still {
    fn new(
        path: &str,
        title: &str,
        description: &str,
        draw: impl FnOnce() -> Html + Send + 'static,
    ) -> Self {
        let [path, title, description] = [path, title, description].map(str::to_owned);
        Self { path, title, description, program: Program::None, draw: Box::new(draw) }
    }

    async fn page(self) -> Page {
        let Self { path, title, description, program, draw } = self;
        let own = path.clone();
        let props = move || FramedProps { page: frame::around(&own, draw()) };
        let body = yew::ServerRenderer::<Framed>::with_props(props).hydratable(false).render();
        Page { path, title, description, program, data: Vec::new(), body: body.await }
    }
}

#[derive(Properties, PartialEq)]
struct FramedProps {
    page: Html,
}

/// Yew renders components only.
#[component]
fn Framed(props: &FramedProps) -> Html {
    props.page.clone()
}
