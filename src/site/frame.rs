//! What every page has around it: the way past the header, the header, the footer. None of it
//! changes, so none of it is in the browser's program.

use crate::dataset::Dataset;
use crate::web::find::FIELD;
use crate::words::{accessibility, app, find, page as text};
use yew::prelude::*;

/// Header and footer around a page's `<main>`; `path` is the page's own, `crumbs` the way to it.
pub(super) fn around(path: &str, crumbs: &[(String, String)], page: Html) -> Html {
    let dataset = Dataset::embedded();
    let wages = dataset.source(dataset.cited.metro_wages);
    html! {
        <>
            <a class="skip" href="#main">{ text::SKIP }</a>
            <header class="masthead">
                <a class="brand" href="/">
                    <svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
                        <path class="mark-road" d="M3 27 C12 27 10 16 16 16 S20 5 29 5" />
                        <circle class="mark-here" cx="16" cy="16" r="4.5" />
                    </svg>
                    { text::NAME }
                </a>
                <nav aria-label={text::PAGES}>{ for text::NAVIGATION.map(|to| link(path, to)) }</nav>
                <form id="search" class="find" role="search" action="/search/">
                    <label class="unseen" for={FIELD}>{ find::LABEL }</label>
                    <input id={FIELD} name="q" type="text" maxlength="80" autocomplete="off"
                        placeholder={find::HINT} aria-keyshortcuts="/" />
                    <p class="combobox-list" role="status" hidden={true}>
                        { find::FAILED }{ " " }<a href="/search/">{ find::HEADING }</a>
                    </p>
                </form>
            </header>
            { self::crumbs(crumbs) }
            <p id="failed" class="error" role="alert" hidden={true}>
                <span data-when="load">{ app::NO_PROGRAM }{ " " }<button type="button">{ app::AGAIN }</button></span>
                <span data-when="broken">{ app::BROKEN }{ " " }<button type="button">{ app::AGAIN }</button></span>
                <span data-when="wasm">{ app::NO_WASM }</span>
            </p>
            { page }
            <footer class="colophon">
                <p id="site-offline" role="status" hidden={true}>
                    <span data-when="ready" hidden={true}>{ app::READY }</span>
                    <span data-when="new" hidden={true}>
                        { app::NEW }{ " " }<button type="button">{ app::TAKE }</button>
                    </span>
                </p>
                <p>
                    { text::PRIVATE }
                    { " " }<a href="/search/">{ find::HEADING }</a>{ ". " }
                    <a href="/accessibility/">{ accessibility::HEADING }</a>{ "." }
                </p>
                <p>
                    { text::PAY_DATA }
                    <a href={wages.url}>{ wages.publisher }</a>
                    { format!(", {}. ", dataset.period) }
                    { text::EXPERIENCE_DATA }
                    { source_links(dataset) }
                    { "." }
                </p>
            </footer>
        </>
    }
}

/// Each page above with its name, the last being this one.
fn crumbs(way: &[(String, String)]) -> Html {
    let last = way.len().saturating_sub(1);
    let step = |(at, (href, name)): (usize, &(String, String))| {
        let current = (at == last).then_some("page");
        html! { <li><a href={href.clone()} aria-current={current}>{ name }</a></li> }
    };
    let steps = way.iter().enumerate().map(step);
    html! {
        if way.len() > 1 {
            <nav class="crumbs" aria-label={text::CRUMBS}><ol>{ for steps }</ol></nav>
        }
    }
}

fn link(path: &str, (href, name): (&'static str, &'static str)) -> Html {
    html! { <a {href} aria-current={(href == path).then_some("page")}>{ name }</a> }
}

fn source_links(dataset: &'static Dataset) -> Html {
    let [postings, survey] =
        [dataset.cited.postings, dataset.cited.survey].map(|id| dataset.source(id));
    html! {
        <>
            <a href={postings.url}>{ postings.publisher }</a>
            { format!(" ({})", postings.licence) }
            { text::AND }
            <a href={survey.url}>{ survey.publisher }</a>
            { format!(" ({})", survey.licence) }
        </>
    }
}
