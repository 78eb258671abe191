//! `/guide/`: the job, how to get into it, and where it is going.

use super::{Still, shared, text};
use crate::tables::{BlockKind, BlockRow, SectionRow, Tables, TermRow};
use crate::words::{method, site as words};
use yew::prelude::*;

/// The page.
pub(super) fn page(tables: &'static Tables) -> Still {
    let still =
        Still::new("/guide/", words::GUIDE_TITLE, words::GUIDE_DESCRIPTION, move || draw(tables));
    still.below(&[("/guide/", words::GUIDE)]).card("guide", words::GUIDE, words::GUIDE_LEAD)
}

fn draw(tables: &Tables) -> Html {
    let sections = &tables.content.guide.sections;
    let link = |row: &SectionRow| {
        html! { <li><a href={format!("#{}", row.id)}>{ &row.title }</a></li> }
    };
    let section = |row: &SectionRow| {
        let blocks = html! { <>{ for row.blocks.iter().map(|row| block(tables, row)) }</> };
        shared::part(&row.id, &row.title, blocks)
    };
    html! {
        <main id="main" class="prose">
            <h1>{ words::GUIDE }</h1>
            <p class="lead">{ words::GUIDE_LEAD }</p>
            <nav class="parts" aria-label={method::PARTS}><ul>{ for sections.iter().map(link) }</ul></nav>
            { for sections.iter().map(section) }
        </main>
    }
}

fn block(tables: &Tables, row: &BlockRow) -> Html {
    let content = match &row.kind {
        BlockKind::Text { text } => html! { <p>{ text::rich(tables, text) }</p> },
        BlockKind::List { items } => {
            shared::list(items.iter().map(|item| text::rich(tables, item)))
        }
        BlockKind::Terms { items } => {
            html! { <dl>{ for items.iter().map(|item| term(tables, item)) }</dl> }
        }
    };
    html! { <>{ content }{ text::said(tables, &row.said) }</> }
}

fn term(tables: &Tables, row: &TermRow) -> Html {
    let name = match &row.url {
        Some(url) => html! { <a href={url.clone()}>{ &row.term }</a> },
        None => html! { &row.term },
    };
    html! {
        <>
            <dt>
                { name }
                if row.retired {
                    { " " }<span class="badge">{ words::RETIRED }</span>
                }
            </dt>
            <dd>{ text::rich(tables, &row.text) }</dd>
        </>
    }
}
