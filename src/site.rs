//! Every page as it is made once at build from `data/`, the same for every visitor. Draws them;
//! `prerender` writes them to files.

mod card;
mod city;
mod explore;
mod faq;
mod feed;
mod frame;
mod guide;
mod index;
mod machine;
mod method;
mod missing;
mod plot;
mod role;
mod roles;
mod shared;
mod sitemap;
mod text;

use crate::dataset::Dataset;
use crate::tables::Tables;
use crate::web::App;
use crate::words::page;
use serde_json::Value;
use yew::prelude::*;

pub use card::Card;
pub use feed::feed;
pub use index::index;
pub use machine::FILES;
pub use sitemap::{robots, sitemap};

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
    /// The filter of questions: a script alone.
    Questions,
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
    pub data: Vec<Value>,
    /// The picture that stands for it where its link is shared.
    pub card: Card,
    /// What the visitor sees, as HTML.
    pub body: String,
}

impl Page {
    /// Whether it has an address of its own, which machines may list: the page for unknown
    /// addresses has none.
    pub fn is_listed(&self) -> bool {
        self.path.ends_with('/')
    }
}

/// Every page, in the order of the site map, and last what hosts show, with status 404, for a path
/// that is no page. `origin`, such as `https://example.org`, makes addresses in data absolute.
pub async fn pages(tables: &'static Tables, origin: Option<&str>) -> Vec<Page> {
    let towns = crate::web::explore::cities::state::cities();
    let origin = origin.unwrap_or_default();
    let mut stills = vec![calculator().await, roles::page(tables)];
    stills.extend(Dataset::embedded().role_ids().map(|role| role::page(tables, role)));
    stills.extend([explore::compare().await, explore::skills().await]);
    stills.push(explore::cities(tables, origin).await);
    stills.extend(towns.into_iter().map(|(city, _)| city::page(tables, city)));
    stills.extend([faq::page(tables), guide::page(tables), method::page(tables, origin)]);
    stills.extend([index::page(tables), missing::page()]);
    let mut pages = Vec::with_capacity(stills.len());
    for still in stills {
        pages.push(still.page(origin).await);
    }
    pages
}

/// The calculator with its example question.
async fn calculator() -> Still {
    let drawn = yew::ServerRenderer::<App>::new().hydratable(false).render().await;
    let app = move || shared::app(&drawn);
    let mut still = Still::new("/", page::TITLE, page::DESCRIPTION, app);
    still.program = Program::Calculator;
    still
}

/// A page before it is drawn in its frame.
struct Still {
    path: String,
    title: String,
    description: String,
    program: Program,
    data: Vec<Value>,
    card: Card,
    /// The way to the page: path and name of each page above it and of its own.
    crumbs: Vec<(String, String)>,
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
        let (program, data, crumbs) = (Program::None, Vec::new(), Vec::new());
        let card = Card::new("start", page::HEADING, page::LEAD);
        Self { path, title, description, program, data, card, crumbs, draw: Box::new(draw) }
    }

    /// The same page below others.
    fn below(mut self, way: &[(&str, &str)]) -> Self {
        self.crumbs = way.iter().map(|&(path, name)| (path.to_owned(), name.to_owned())).collect();
        self
    }

    /// The same page with a picture of its own.
    fn card(mut self, name: &str, heading: &str, detail: &str) -> Self {
        self.card = Card::new(name, heading, detail);
        self
    }

    async fn page(self, origin: &str) -> Page {
        let Self { path, title, description, program, mut data, card, crumbs, draw } = self;
        if !crumbs.is_empty() {
            data.push(machine::breadcrumbs(origin, &crumbs));
        }
        let own = path.clone();
        let props = move || FramedProps { page: frame::around(&own, &crumbs, draw()) };
        let body = yew::ServerRenderer::<Framed>::with_props(props).hydratable(false).render();
        Page { path, title, description, program, data, card, body: body.await }
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
