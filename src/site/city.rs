//! `/cities/<city>/`: what each role is paid in one metro, how pay there has moved, and its
//! neighbours. A listed city has a page under its own name with its metro's figures.

use super::{Still, shared};
use crate::chart::{Across, Axis, line};
use crate::dataset::{CityId, Dataset, Labour, MetroId};
use crate::estimate::estimate;
use crate::finder::Place;
use crate::link::{self, place_id};
use crate::money::Money;
use crate::profile::Profile;
use crate::tables::Tables;
use crate::web::explore::cities::rows::best_known;
use crate::web::plot::{self, Plot};
use crate::web::state::example;
use crate::words::{self, cities as text, page};
use yew::prelude::*;

/// How many neighbours are shown.
const NEIGHBOURS: usize = 6;
/// Occupations whose median is drawn over the years, with the class of their line.
const DRAWN: [(&str, &str); 3] =
    [("15-1252", "line-one"), ("15-2051", "line-two"), ("15-1211", "line-three")];

/// The path of a city's page.
pub(super) fn path(city: CityId) -> String {
    format!("/cities/{}/", place_id(Dataset::embedded(), Place::City(city)))
}

/// The page of one city.
pub(super) fn page(tables: &'static Tables, city: CityId) -> Still {
    let dataset = Dataset::embedded();
    let name = dataset.city(city).name;
    let draw = move || draw(tables, city);
    let still = Still::new(&path(city), &text::title(name), &text::description(name), draw);
    let still = still.below(&[("/cities/", text::CITIES), (&path(city), name)]);
    still.card("cities", text::LIST_HEADING, text::LIST_LEAD)
}

fn draw(tables: &'static Tables, city: CityId) -> Html {
    let dataset = Dataset::embedded();
    let metro = dataset.city(city).metro;
    let name = dataset.city(city).name;
    let principal = best_known(metro);
    html! {
        <main id="main" class="prose">
            <h1>{ text::heading(name) }</h1>
            <p class="lead">{ text::city_lead(dataset, metro) }</p>
            if principal != city {
                <p>
                    { text::counted_with(name, dataset.city(principal).name) }{ " " }
                    <a href={path(principal)}>{ dataset.city(principal).name }</a>{ "." }
                </p>
            }
            { facts(metro) }
            { shared::part("roles", text::ROLES_HERE, roles(city)) }
            { shared::part("years", text::TREND, trend(tables, metro)) }
            { shared::part("near", text::NEAR, near(tables, city)) }
        </main>
    }
}

/// Prices, and jobs of the drawn occupations.
fn facts(metro: MetroId) -> Html {
    let (dataset, labour) = (Dataset::embedded(), Labour::embedded());
    let prices = match labour.setting(metro).prices {
        Some(prices) => text::price_level(prices),
        None => text::NO_PRICES.to_owned(),
    };
    let jobs = DRAWN.iter().filter_map(|(code, _)| {
        let occupation =
            dataset.occupation_ids().find(|&id| dataset.occupation(id).code == *code)?;
        let jobs = labour.jobs(occupation, metro)?;
        let title = dataset.occupation(occupation).title;
        Some(text::jobs_here(title, jobs, labour.quotient(occupation, metro)))
    });
    html! { <ul><li>{ prices }</li>{ for jobs.map(|jobs| html! { <li>{ jobs }</li> }) }</ul> }
}

/// Every role here, with the experience of the example.
fn roles(city: CityId) -> Html {
    let dataset = Dataset::embedded();
    let labour = Labour::embedded();
    let prices = labour.setting(dataset.city(city).metro).prices;
    let rows = dataset.role_ids().map(|role| {
        let profile = Profile { role, place: Place::City(city), ..example() };
        let answer = estimate(dataset, &profile);
        let href = format!("/?{}", link::write(dataset, &profile));
        let likely = answer.likely();
        let real = prices.map(|prices| answer.median().whole() as f32 * 100.0 / prices);
        let real = real.map(|real| words::about(Money::dollars(real.round() as i32)));
        [
            html! { <a {href}>{ dataset.role(role).title }</a> },
            html! { words::about(answer.median()) },
            html! { words::site::between(likely) },
            html! { real.unwrap_or_else(|| text::UNKNOWN.to_owned()) },
            html! { words::evidence_name(answer.evidence) },
        ]
    });
    let caption = text::roles_caption(example().experience);
    html! {
        <>
            { shared::table(&caption, text::ROLE_HEADS, rows) }
            <p class="quiet">{ text::REAL_MEANS }</p>
        </>
    }
}

/// Published medians over the years.
fn trend(tables: &Tables, metro: MetroId) -> Html {
    let dataset = Dataset::embedded();
    let cbsa = dataset.metro(metro).cbsa;
    let years: Vec<u16> =
        tables.medians.values().next().into_iter().flat_map(|row| row.keys()).copied().collect();
    let medians = |code: &str| -> Vec<(u16, Option<u32>)> {
        let row = tables.medians.get(&(cbsa, code.to_owned()));
        let median =
            |year: &u16| row.and_then(|row| row.get(year)).and_then(|median| median.value());
        years.iter().map(|year| (*year, median(year))).collect()
    };
    let drawn: Vec<_> = DRAWN
        .iter()
        .filter_map(|(code, class)| {
            let title = &tables.occupations.iter().find(|row| row.code == *code)?.title;
            Some((*class, title.as_str(), medians(code)))
        })
        .collect();
    let known = |medians: &[(u16, Option<u32>)]| -> Vec<(u16, Money)> {
        let known = medians.iter().filter_map(|(year, median)| Some((*year, (*median)?)));
        known.map(|(year, median)| (year, Money::dollars(median.cast_signed()))).collect()
    };
    let all: Vec<Money> =
        drawn.iter().flat_map(|(.., medians)| known(medians)).map(|(_, pay)| pay).collect();
    let (Some(&low), Some(&high)) = (all.iter().min(), all.iter().max()) else {
        return html! { <p>{ text::NO_TREND }</p> };
    };
    let axis = Axis::around(low, high, 5);
    let (first, last) = (years[0], years[years.len() - 1]);
    let x = |year: u16| Across((year - first) * 1000 / (last - first).max(1));
    let shapes = drawn.iter().map(|(class, _, medians)| {
        let points: Vec<_> =
            known(medians).into_iter().map(|(year, pay)| (x(year), axis.place(pay))).collect();
        (*class, line(&points))
    });
    let heads: Vec<String> = years.iter().map(ToString::to_string).collect();
    let rows = drawn.iter().map(|(_, title, medians)| {
        let mut cells = vec![html! { *title }];
        cells.extend(medians.iter().map(|(_, median)| match median {
            Some(median) => html! { words::about(Money::dollars(median.cast_signed())) },
            None => html! { text::UNKNOWN },
        }));
        cells
    });
    html! {
        <>
            <p>{ text::TREND_LEAD }</p>
            { plot::draw(&Plot {
                id: "trend",
                title: text::TREND,
                description: &text::trend_text(first, last),
                axis: &axis,
                across: years.iter().rev().step_by(2).map(|year| (x(*year), year.to_string())).collect(),
                shapes: shapes.collect(),
                key: drawn.iter().map(|(class, title, _)| (*class, (*title).to_owned())).collect(),
            }) }
            { shared::wide_table(text::TREND, text::OCCUPATION, &heads, rows) }
        </>
    }
}

/// The nearest metros, with the example role's pay.
fn near(tables: &Tables, city: CityId) -> Html {
    let dataset = Dataset::embedded();
    let metro = dataset.city(city).metro;
    let at = |metro: MetroId| {
        let row = &tables.metros[metro.index()];
        [row.lat, row.lng]
    };
    let mut others: Vec<(f64, MetroId)> = dataset
        .metro_ids()
        .filter(|&other| other != metro)
        .map(|other| (miles(at(metro), at(other)), other))
        .collect();
    others.sort_by(|one, other| one.0.total_cmp(&other.0));
    let rows = others.into_iter().take(NEIGHBOURS).map(|(miles, other)| {
        let principal = best_known(other);
        let answer = estimate(dataset, &Profile { place: Place::City(principal), ..example() });
        [
            html! { <a href={path(principal)}>{ dataset.city(principal).name }</a> },
            html! { text::miles(miles) },
            html! { words::about(answer.median()) },
            html! { words::evidence_name(answer.evidence) },
        ]
    });
    let caption = text::caption(dataset, &example());
    shared::table(
        &caption,
        [page::CITY_HEADS[0], text::DISTANCE, page::CITY_HEADS[1], text::EVIDENCE],
        rows,
    )
}

/// Great-circle distance between two points in degrees north and east, in miles (haversine).
fn miles([north, east]: [f64; 2], [to_north, to_east]: [f64; 2]) -> f64 {
    const EARTH: f64 = 3958.8;
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let along = north.to_radians().cos() * to_north.to_radians().cos() * half(east, to_east);
    2.0 * EARTH * (half(north, to_north) + along).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::miles;

    #[test]
    fn san_jose_lies_forty_two_miles_from_san_francisco() {
        let distance = miles([37.3382, -121.8863], [37.7749, -122.4194]);
        assert!((distance - 42.0).abs() < 1.0, "{distance}");
    }
}
