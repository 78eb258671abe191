//! Pay of a role by experience, as a picture and a table, and by city.

use crate::chart::{Across, Axis, area, line};
use crate::dataset::{Dataset, RoleId};
use crate::estimate::{Estimate, Evidence, Step, estimate};
use crate::finder::Place;
use crate::money::{Money, Range};
use crate::profile::Profile;
use crate::site::{city, roles, shared};
use crate::web::explore::cities::rows::best_known;
use crate::web::plot::{self, Plot};
use crate::web::state::example;
use crate::words::{self, site as text};
use yew::prelude::*;

/// Years drawn: later ones change nothing that can be seen.
const DRAWN: u8 = 30;
/// Years in the table.
const SHOWN: [u8; 8] = [0, 1, 3, 5, 8, 12, 20, 30];
/// Best-paying metros shown.
const BEST: usize = 10;

pub(super) fn by_experience(role: RoleId) -> Html {
    let answers: Vec<Estimate> = (0..=DRAWN).map(|years| roles::country(role, years)).collect();
    let wide = |pick: fn(Range) -> Money| answers.iter().map(move |one| pick(one.wide()));
    let low = wide(|range| range.low).min().unwrap_or(Money::dollars(0));
    let high = wide(|range| range.high).max().unwrap_or(Money::dollars(0));
    let axis = Axis::around(low, high, 5);
    let x = |years: usize| Across((years * 1000 / usize::from(DRAWN)) as u16);
    let points = |pick: &dyn Fn(&Estimate) -> Money| -> Vec<(Across, Across)> {
        answers.iter().enumerate().map(|(at, one)| (x(at), axis.place(pick(one)))).collect()
    };
    let band = |range: fn(&Estimate) -> Range| {
        area(&points(&|one| range(one).high), &points(&|one| range(one).low))
    };
    let shapes = vec![
        ("area-wide", band(Estimate::wide)),
        ("area-likely", band(Estimate::likely)),
        ("line-one", line(&points(&Estimate::median))),
    ];
    let key = shapes.iter().zip(text::PAY_KEY).map(|((class, _), name)| (*class, name.to_owned()));
    let across = (0..=DRAWN).step_by(10).map(|years| {
        let label = if years == 0 { format!("0 {}", text::YEARS_AXIS) } else { years.to_string() };
        (x(usize::from(years)), label)
    });
    let plot = Plot {
        id: "experience",
        title: text::PAY,
        description: text::PAY_TEXT,
        axis: &axis,
        across: across.collect(),
        key: key.collect(),
        shapes,
    };
    let rows = SHOWN.map(|years| {
        let answer = &answers[usize::from(years)];
        let experience = words::experience(roles::experience(years));
        [
            html! { experience },
            html! { words::about(answer.median()) },
            html! { text::between(answer.likely()) },
            html! { text::between(answer.wide()) },
        ]
    });
    let posted = answers[0].steps.iter().find_map(|step| match step {
        Step::Posted { higher, .. } => Some(text::posted(*higher)),
        _ => None,
    });
    html! {
        <>
            { plot::draw(&plot) }
            { shared::table(text::PAY_CAPTION, text::PAY_HEADS, rows) }
            <p class="quiet">{ posted }</p>
        </>
    }
}

pub(super) fn by_city(role: RoleId) -> Html {
    let dataset = Dataset::embedded();
    let answer = |city| estimate(dataset, &Profile { role, place: Place::City(city), ..example() });
    let row = |(city, answer): (_, Estimate)| {
        [
            html! { <a href={city::path(city)}>{ dataset.city(city).name }</a> },
            html! { words::about(answer.median()) },
            html! { text::between(answer.likely()) },
            html! { words::evidence_name(answer.evidence) },
        ]
    };
    let listed = dataset.listed.iter().map(|&city| row((city, answer(city))));
    let mut best: Vec<_> = dataset
        .metro_ids()
        .map(best_known)
        .map(|city| (city, answer(city)))
        .filter(|(_, answer)| answer.evidence == Evidence::Published)
        .collect();
    best.sort_by_key(|(_, answer)| std::cmp::Reverse(answer.median()));
    let best = best.into_iter().take(BEST).map(row);
    html! {
        <>
            { shared::table(text::LISTED, text::CITY_HEADS, listed) }
            { shared::table(text::BEST, text::CITY_HEADS, best) }
            <p><a href={format!("/cities/?role={}", dataset.role(role).id)}>{ text::ALL_CITIES }</a></p>
        </>
    }
}
