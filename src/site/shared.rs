//! What several still pages draw alike: lists, tables, headed parts.

use crate::words::page;
use yew::prelude::*;

/// A part of a page under its heading, which links lead to.
pub(super) fn part(id: &str, heading: &str, content: Html) -> Html {
    let heading_id = format!("{id}-heading");
    html! {
        <section id={id.to_owned()} class="part" aria-labelledby={heading_id.clone()}>
            <h2 id={heading_id}>{ heading }</h2>
            { content }
        </section>
    }
}

/// A list.
pub(super) fn list(items: impl IntoIterator<Item = Html>) -> Html {
    html! { <ul>{ for items.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul> }
}

/// Says that fields and buttons do nothing where scripts are off. A page's program draws none of it.
pub(super) fn no_script() -> Html {
    html! { <p class="no-script">{ page::NO_SCRIPT_FIELDS }</p> }
}

/// Where a program draws, holding what it drew at build.
pub(super) fn app(drawn: &str) -> Html {
    html! { <div id="app">{ Html::from_html_unchecked(drawn.to_owned().into()) }</div> }
}

/// Terms and what they mean.
pub(super) fn terms<'a>(rows: impl IntoIterator<Item = (&'a str, &'a str)>) -> Html {
    let row = |(term, meaning): (&str, &str)| html! { <><dt>{ term }</dt><dd>{ meaning }</dd></> };
    html! { <dl>{ for rows.into_iter().map(row) }</dl> }
}

/// A table whose first column names its rows. It scrolls within itself on a narrow screen.
pub(super) fn table<const N: usize>(
    caption: &str,
    heads: [&str; N],
    rows: impl IntoIterator<Item = [Html; N]>,
) -> Html {
    let heads = heads.map(str::to_owned);
    let [first, rest @ ..] = &heads[..] else { return Html::default() };
    wide_table(caption, first, rest, rows.into_iter().map(Vec::from))
}

/// The same with as many columns as there are heads.
pub(super) fn wide_table(
    caption: &str,
    first: &str,
    rest: &[String],
    rows: impl IntoIterator<Item = Vec<Html>>,
) -> Html {
    let row = |cells: Vec<Html>| {
        let cells = cells.into_iter().enumerate().map(|(at, cell)| match at {
            0 => html! { <th scope="row">{ cell }</th> },
            _ => html! { <td>{ cell }</td> },
        });
        html! { <tr>{ for cells }</tr> }
    };
    html! {
        <div class="scroll" role="group" aria-label={caption.to_owned()} tabindex="0">
            <table>
                <caption>{ caption }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ first }</th>
                        { for rest.iter().map(|head| html! { <th scope="col">{ head }</th> }) }
                    </tr>
                </thead>
                <tbody>{ for rows.into_iter().map(row) }</tbody>
            </table>
        </div>
    }
}
