//! Take-home pay on the method page: where the law comes from, how far it was compared, and all that
//! is left out of it.

use crate::site::shared;
use crate::tables::TaxTables;
use crate::words::{self, method as text};
use yew::prelude::*;

/// The part.
pub(super) fn taxes(tax: &TaxTables) -> Html {
    let confirmed = tax.states.iter().filter(|row| row.confirmed.is_some()).count();
    let old = |row: &&crate::tables::StateTaxRow| {
        row.rules.iter().any(|rule| rule.carried_from.is_some())
    };
    let name = |code: &str| words::tax::state_named(code).unwrap_or_default().to_owned();
    let rules = tax.states.iter().flat_map(|row| &row.rules);
    let before = rules.filter_map(|rule| rule.carried_from).min().unwrap_or(tax.federal.year);
    let old: Vec<String> = tax.states.iter().filter(old).map(|row| name(&row.code)).collect();
    let checked = tax.federal.checked.map(|wage| crate::money::Money::dollars(wage.cast_signed()));
    let row = |row: &crate::tables::LeftOutRow| {
        let states = row.states.iter().map(|code| name(code));
        let places: Vec<String> = states.chain(row.localities.iter().cloned()).collect();
        let place = if places.is_empty() { text::EVERYWHERE.to_owned() } else { places.join(", ") };
        [html! { { place } }, html! { { &row.text } }]
    };
    html! {
        <>
            <p>{ text::taxes(tax.federal.year, tax.states.len(), tax.localities.len()) }</p>
            <p>{ text::taxes_checked(checked, confirmed, tax.states.len()) }</p>
            <p>{ text::taxes_carried([before, tax.federal.year], &old) }</p>
            <p>{ text::TAXES_MOVE }{ " " }<a href="/offers/">{ words::offers::HEADING }</a>{ "." }</p>
            { shared::table(words::takehome::LEFT_OUT, text::TAXES_HEADS, tax.left_out.iter().map(row)) }
        </>
    }
}
