//! Sources with their licences and dates.

use crate::tables::SourceRow;
use crate::words::method as text;
use yew::prelude::*;

pub(super) fn sources(rows: &[SourceRow]) -> Html {
    let (data, articles): (Vec<_>, Vec<_>) = rows.iter().partition(|row| !row.files.is_empty());
    let list = |rows: Vec<&SourceRow>| html! { <ul class="cards">{ for rows.into_iter().map(source) }</ul> };
    html! {
        <>
            <p>{ text::SOURCES_LEAD }</p>
            <h3>{ text::DATA }</h3>
            { list(data) }
            <h3>{ text::ARTICLES }</h3>
            { list(articles) }
        </>
    }
}

fn source(row: &SourceRow) -> Html {
    let dates = text::source(&row.published, &row.retrieved, &row.confirmed, &row.licence);
    html! {
        <li id={format!("source-{}", row.id)}>
            <p><a href={row.url.clone()}>{ &row.title }</a>{ ", " }{ &row.publisher }</p>
            <p class="quiet">{ dates }</p>
            if let Some(attribution) = &row.attribution {
                <p class="quiet">{ attribution }</p>
            }
        </li>
    }
}
