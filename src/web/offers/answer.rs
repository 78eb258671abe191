//! What the offers come to: one table, what lies behind it, and ways to keep and share it.

use super::state::{Action, Aside};
use super::{Now, notice};
use crate::money::Cents;
use crate::offers::{Offer, Worked};
use crate::paysheet::worked;
use crate::web::browser;
use crate::web::drawn::drawn;
use crate::web::fetched::Fetched;
use crate::words::tax::dollars;
use crate::words::{self, exact, offers as text};
use yew::prelude::*;

/// An offer that was worked out: its number, what it is, what it comes to.
type Row<'a> = (usize, &'a Offer, &'a Worked);

/// The table and what it says.
pub(super) fn answer(now: &Now, pay: &Fetched) -> Html {
    let all = now.read.iter().zip(&now.worked).enumerate();
    let rows: Vec<Row<'_>> = all
        .filter_map(|(at, (read, worked))| Some((at, read.as_ref().ok()?, worked.as_ref()?)))
        .collect();
    let waits = now.read.iter().enumerate().filter(|(_, read)| read.is_err());
    html! {
        <section class="part" aria-labelledby="results-heading">
            <h2 id="results-heading">{ text::RESULTS }</h2>
            if now.state.aside == Aside::Link {
                <p role="status">
                    { text::KEPT_SHOWN }{ " " }
                    <a id="show-link" href={["/offers/?", &now.state.link].concat()}>{ text::SHOW_LINK }</a>
                </p>
            }
            { notice(now, pay) }
            { for waits.map(|(at, _)| html! { <p class="waits">{ text::waits(&now.called(at), now.state.offers[at].is_blank()) }</p> }) }
            { best(now, &rows) }
            if !rows.is_empty() {
                { table(now, &rows) }
                if is_given(&rows) { <p class="quiet">{ text::GIVEN }</p> }
                <p class="quiet">{ text::MEANS }</p>
                <h3>{ text::BEHIND }</h3>
                { for rows.iter().map(|row| behind(now, row)) }
            }
        </section>
    }
}

/// Which offer leaves most, and which buys most.
fn best(now: &Now, rows: &[Row<'_>]) -> Html {
    let most = |kept: &dyn Fn(&Worked) -> Option<Cents>| {
        let all = rows.iter().filter_map(|row| Some((row.0, kept(row.2)?)));
        all.max_by_key(|&(at, kept)| (kept.whole(), std::cmp::Reverse(at)))
    };
    let usual = most(&|worked| Some(worked.usual.own()));
    let first = most(&|worked| Some(worked.first.own()));
    let real = most(&|worked| worked.usual.real)
        .filter(|_| rows.iter().all(|row| row.2.usual.real.is_some()) && !is_given(rows));
    let (Some(usual), Some(first), true) = (usual, first, rows.len() > 1) else {
        return Html::default();
    };
    let said =
        text::best(&now.called(usual.0), usual.1, &now.called(first.0), first.1, is_given(rows));
    html! {
        <p class="lead" id="best">
            { said }{ " " }
            { real.map(|(at, worth)| text::best_real(&now.called(at), worth)) }
        </p>
    }
}

/// Whether anything is given before tax.
fn is_given(rows: &[Row<'_>]) -> bool {
    rows.iter().any(|row| row.2.usual.given() != Cents::default())
}

fn table(now: &Now, rows: &[Row<'_>]) -> Html {
    let cells: Vec<[String; text::ROWS.len()]> = rows.iter().map(cells).collect();
    let line = |(at, name): (usize, &&'static str)| {
        html! {
            <tr class={text::SUMS.contains(name).then_some("total")}>
                <th scope="row">{ *name }</th>
                { for cells.iter().map(|cells| html! { <td>{ &cells[at] }</td> }) }
            </tr>
        }
    };
    html! {
        <div class="scroll" role="group" aria-label={text::CAPTION} tabindex="0">
            <table class="side-by-side">
                <caption>{ text::CAPTION }</caption>
                <thead><tr>
                    <th scope="col">{ text::WHAT }</th>
                    { for rows.iter().map(|row| html! { <th scope="col">{ now.called(row.0) }</th> }) }
                </tr></thead>
                <tbody>{ for text::ROWS.iter().enumerate().map(line) }</tbody>
            </table>
        </div>
    }
}

/// What stands below each other for an offer, in the order of [`text::ROWS`].
fn cells((_, offer, worked): &Row<'_>) -> [String; text::ROWS.len()] {
    let real = |worth: Option<Cents>| worth.map_or_else(|| text::NONE.to_owned(), dollars);
    let (usual, first) = (&worked.usual, &worked.first);
    let kept = usual.kept.parts.take_home;
    [
        exact(offer.base),
        text::above(worked.verdict.percentile),
        exact(offer.bonus),
        exact(offer.equity_counted()),
        exact(usual.total),
        dollars(usual.kept.parts.taxes()),
        dollars(usual.given()),
        dollars(kept),
        dollars(Cents::new(kept.whole() / 12)),
        dollars(Cents::new(kept.whole() / 26)),
        real(usual.real),
        exact(offer.sign_on),
        exact(first.total),
        dollars(first.kept.parts.taxes()),
        dollars(first.given()),
        dollars(first.kept.parts.take_home),
        real(first.real),
    ]
}

/// Every line of a usual year, and what is left out.
fn behind(now: &Now, (at, offer, computed): &Row<'_>) -> Html {
    let question = offer.question(now.status, computed.usual.total);
    let text = worked(now.tables, now.texts, &format!("offer-{}", at + 1), question);
    html! {
        <details>
            <summary>{ now.called(*at) }</summary>
            <p>{ words::verdict(&computed.verdict) }</p>
            { drawn(&text, "sheet") }
        </details>
    }
}

/// Ways to keep and share the offers.
pub(super) fn yours(now: &Now, refused: bool) -> Html {
    let import = {
        let dispatcher = now.state.dispatcher();
        Callback::from(move |event: Event| {
            let dispatcher = dispatcher.clone();
            browser::read_file(&event, move |text| dispatcher.dispatch(Action::Import(text)));
        })
    };
    let tick = |id: &'static str, checked: bool, label: &'static str| {
        html! {
            <p class="tick"><input {id} type="checkbox" {checked} /><label for={id}>{ label }</label></p>
        }
    };
    let state = &now.state;
    let said = match state.file {
        None => "",
        Some(true) => text::TAKEN,
        Some(false) => text::REFUSED,
    };
    let file = crate::offers::typed::file(&state.status, &state.offers);
    html! {
        <section class="part" aria-labelledby="yours-heading">
            <h2 id="yours-heading">{ text::YOURS }</h2>
            { tick("keep", state.keep, text::KEEP) }
            <p class="hint">
                { if state.aside == Aside::Kept { text::KEPT_ASIDE } else { text::KEEP_HINT } }
            </p>
            if refused { <p class="error" role="alert">{ text::NOT_KEPT }</p> }
            <p><a id="export" href={browser::download(&file)} download="paypath-offers.json">{ text::EXPORT }</a></p>
            <p class="field">
                <label for="import">{ text::IMPORT }</label>
                <input id="import" type="file" accept="application/json,.json" onchange={import}
                    aria-describedby="import-said" />
                <span class="hint" id="import-said" role="status">{ said }</span>
            </p>
            <p><a id="link" href={["/offers/?", &state.query(state.figures)].concat()}>{ text::LINK }</a></p>
            { tick("figures", state.figures, text::FIGURES) }
            <p class="hint">{ text::LINK_HINT }</p>
        </section>
    }
}
