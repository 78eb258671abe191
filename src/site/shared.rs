//! What several still pages draw alike: lists, tables, headed parts.

use yew::prelude::*;

/// A part of a page under its heading, which links lead to.
pub(super) fn part(id: &'static str, heading: &str, content: Html) -> Html {
    let heading_id = format!("{id}-heading");
    html! {
        <section {id} class="part" aria-labelledby={heading_id.clone()}>
            <h2 id={heading_id}>{ heading }</h2>
            { content }
        </section>
    }
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
    let row = |cells: [Html; N]| {
        let cells = cells.into_iter().enumerate().map(|(at, cell)| match at {
            0 => html! { <th scope="row">{ cell }</th> },
            _ => html! { <td>{ cell }</td> },
        });
        html! { <tr>{ for cells }</tr> }
    };
    html! {
        <section class="scroll" aria-label={caption.to_owned()} tabindex="0">
            <table>
                <caption>{ caption }</caption>
                <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for rows.into_iter().map(row) }</tbody>
            </table>
        </section>
    }
}
