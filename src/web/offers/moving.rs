//! What a move must pay.

use super::form::places;
use super::state::moving_id;
use super::{Now, finder};
use crate::money::Cents;
use crate::offers::{Move, Needed, Part, metro_of, moving as read, needed};
use crate::profile;
use crate::web::fields::typed;
use crate::words::tax::dollars;
use crate::words::{exact, offers as text, place, takehome};
use yew::prelude::*;

/// The part: its fields and the answer.
pub(super) fn moving(now: &Now) -> Html {
    let asked = read(finder(), now.tables, now.texts, now.status, &now.state.moving);
    let wrong = |part: Part| {
        let errors = asked.as_ref().err()?;
        let (_, error) = errors.iter().find(|(known, _)| *known == part)?;
        Some(text::wrong(now.dataset, error))
    };
    let field = |part: Part| {
        let value = now.state.moving.get(part).to_owned();
        match part {
            Part::FromArea | Part::ToArea => {
                let of = if part == Part::FromArea { Part::From } else { Part::To };
                let place = profile::place(finder(), now.state.moving.get(of)).ok();
                places(now, &moving_id(part), text::moving_label(part), place, &value)
            }
            _ => {
                let id = moving_id(part);
                let value = now.state.typing.shown(&id, &value).to_owned();
                typed(&id, text::moving_label(part), "", value, wrong(part))
            }
        }
    };
    html! {
        <section class="part" id="moving" aria-labelledby="moving-heading">
            <h2 id="moving-heading">{ text::MOVING }</h2>
            <p>{ text::MOVING_LEAD }</p>
            <div class="answers tax-fields">{ for Part::ALL.map(field) }</div>
            { match &asked {
                Err(_) => html! { <p class="waits">{ text::MOVING_WRONG }</p> },
                Ok(asked) => match needed(now.dataset, now.tables, asked) {
                    None => html! { <p class="waits">{ text::NO_PRICES }</p> },
                    Some(found) => answer(now, asked, &found),
                },
            } }
        </section>
    }
}

fn answer(now: &Now, asked: &Move, found: &Needed) -> Html {
    let chosen = [Part::FromArea, Part::ToArea].map(|part| now.state.moving.get(part));
    let both = [asked.here, asked.there];
    let names: [String; 2] = std::array::from_fn(|at| {
        let (of, area) = both[at];
        let name = place(now.dataset, of);
        let metro = metro_of(now.dataset, of).map_or(0, |metro| now.dataset.metro(metro).cbsa);
        let area = || takehome::area(now.tables, now.texts, area, metro);
        if chosen[at].is_empty() { name.to_owned() } else { text::taxed_in(name, &area()) }
    });
    let [here, there] = [&*names[0], &*names[1]];
    let real = |at: usize| {
        let kept = [&found.here, &found.there][at].parts.take_home.dollars();
        Cents::of_dollars(kept * 100.0 / f64::from(found.prices[at]))
    };
    let both = [&found.here, &found.there];
    let rows: [[String; 2]; 5] = [
        [exact(asked.wage), exact(found.wage)],
        both.map(|answer| dollars(answer.parts.taxes())),
        both.map(|answer| dollars(answer.parts.take_home)),
        found.prices.map(text::prices),
        [dollars(real(0)), dollars(real(1))],
    ];
    let row = |(name, cells): (&&'static str, &[String; 2])| {
        html! {
            <tr><th scope="row">{ *name }</th>{ for cells.iter().map(|cell| html! { <td>{ cell }</td> }) }</tr>
        }
    };
    html! {
        <>
            <p class="lead" id="needed">{ text::needed(found, here, asked.wage, there) }</p>
            <div class="scroll" role="group" aria-label={text::MOVING_CAPTION} tabindex="0">
                <table class="side-by-side">
                    <caption>{ text::MOVING_CAPTION }</caption>
                    <thead><tr>
                        <th scope="col">{ text::WHAT }</th>
                        { for names.iter().map(|name| html! { <th scope="col">{ name }</th> }) }
                    </tr></thead>
                    <tbody>{ for text::MOVING_ROWS.iter().zip(&rows).map(row) }</tbody>
                </table>
            </div>
        </>
    }
}
