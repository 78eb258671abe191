//! Every page as it is made once at build from `data/`, the same for every visitor. Draws them;
//! `prerender` writes them to files.

mod accessibility;
mod calculator;
mod card;
mod city;
mod embed;
mod explore;
mod faq;
mod feed;
mod frame;
mod guide;
mod index;
mod machine;
mod method;
mod missing;
mod offers;
mod plan;
mod role;
mod roles;
mod shared;
mod sitemap;
mod text;

use crate::dataset::Dataset;
use crate::tables::Tables;
use crate::words::page;
use serde_json::Value;
use yew::prelude::*;

pub use card::Card;
pub use embed::oembed;
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
    /// Plans, which start when they are touched.
    Path,
    /// Offers side by side, which start when they are touched.
    Offers,
    /// Tables and choices of the other pages, which starts when they are touched.
    Explore,
    /// The filter of questions: a script alone.
    Questions,
    /// The widget, in a frame of its own, which starts when it is touched or asked.
    Widget,
    /// The snippets of the widget: a script alone.
    Build,
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
    /// Path that search engines shall list in its place, where it is a part of another page.
    pub canonical: Option<String>,
    /// The oEmbed file that tells how to embed its widget.
    pub oembed: Option<String>,
    /// The picture that stands for it where its link is shared.
    pub card: Card,
    /// What the visitor sees, as HTML.
    pub body: String,
}

impl Page {
    /// Whether it has an address of its own, which machines may list: the page for unknown
    /// addresses has none, and a frame is a part of another page.
    pub fn is_listed(&self) -> bool {
        self.path.ends_with('/') && self.canonical.is_none()
    }
}

/// Every page, in the order of the site map, and last what hosts show, with status 404, for a path
/// that is no page. `origin`, such as `https://example.org`, makes addresses in data absolute.
pub async fn pages(tables: &'static Tables, origin: Option<&str>) -> Vec<Page> {
    let towns = crate::web::explore::cities::rows::cities();
    let origin = origin.unwrap_or_default();
    let mut stills = vec![
        calculator::page().await,
        plan::page().await,
        offers::page().await,
        roles::page(tables),
    ];
    stills.extend(Dataset::embedded().role_ids().map(|role| role::page(tables, role)));
    stills.extend([explore::beside().await, explore::compare().await, explore::skills().await]);
    stills.push(explore::cities(tables, origin).await);
    stills.extend(towns.into_iter().map(|(city, _)| city::page(tables, city)));
    stills.extend([faq::page(tables), guide::page(tables), method::page(tables, origin)]);
    stills.extend([embed::build(origin), index::page(tables), accessibility::page()]);
    stills.extend(embed::frames().await);
    stills.push(missing::page());
    let mut pages = Vec::with_capacity(stills.len());
    for still in stills {
        pages.push(still.page(origin).await);
    }
    pages
}

/// A page before it is drawn in its frame.
struct Still {
    path: String,
    title: String,
    description: String,
    program: Program,
    data: Vec<Value>,
    canonical: Option<String>,
    oembed: Option<String>,
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
        let (canonical, oembed, draw) = (None, None, Box::new(draw));
        Self { path, title, description, program, data, canonical, oembed, card, crumbs, draw }
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
        let Self { path, title, description, program, mut data, card, crumbs, .. } = self;
        let (canonical, oembed, draw) = (self.canonical, self.oembed, self.draw);
        if !crumbs.is_empty() {
            data.push(machine::breadcrumbs(origin, &crumbs));
        }
        let own = path.clone();
        let bare = canonical.is_some();
        let props = move || FramedProps {
            page: if bare { draw() } else { frame::around(&own, &crumbs, draw()) },
        };
        let body = yew::ServerRenderer::<Framed>::with_props(props).hydratable(false).render();
        let body = body.await;
        Page { path, title, description, program, data, canonical, oembed, card, body }
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
