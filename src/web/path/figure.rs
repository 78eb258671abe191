//! A route as pictures, each with its table: when its steps are, what it earns, what it takes to
//! learn.

use crate::career::route::{Route, Stay};
use crate::chart::{Across, Axis, area, line};
use crate::dataset::{Dataset, skills};
use crate::money::Money;
use crate::web::plot::{self, Plot};
use crate::words::{plan as words, plan_page as text};
use yew::prelude::*;

/// Height of a row of the time line, in pixels.
const ROW: u32 = 28;

/// Steps as bars over time; the list below says the same.
pub(super) fn timeline(route: &Route) -> Html {
    let all = route.value.months.max(1);
    let place = |months: u32| Across((months * 1000 / all).min(1000) as u16);
    let bar = |(at, step): (usize, &crate::career::route::Step)| {
        let y = at as u32 * ROW;
        let width = Across(place(step.start + step.months[1]).0 - place(step.start).0);
        let (x, early) = (place(step.start), place(step.start).0 < 500);
        let (text_x, anchor) =
            if early { (x, "start") } else { (place(step.start + step.months[1]), "end") };
        html! {
            <>
                <rect class={if step.works { "bar-work" } else { "bar-study" }} x={x.to_string()}
                    y={(y + 15).to_string()} width={width.to_string()} height="9" rx="3" />
                <text class="tick-label" x={text_x.to_string()} y={(y + 10).to_string()}
                    text-anchor={anchor}>
                    { format!("{}. {}", at + 1, words::brief(Dataset::embedded(), step)) }
                </text>
            </>
        }
    };
    let height = (route.steps.len() as u32 * ROW + 4).to_string();
    html! {
        <figure class="chart">
            <svg class="plot" width="100%" {height} role="img" aria-labelledby="time-title time-text">
                <title id="time-title">{ text::TIME_LINE }</title>
                <desc id="time-text">{ text::TIME_LINE_TEXT }</desc>
                <g aria-hidden="true">{ for route.steps.iter().enumerate().map(bar) }</g>
            </svg>
            <figcaption>{ text::time_line(route) }</figcaption>
        </figure>
    }
}

/// Money earned less costs, year by year, beside staying put.
pub(super) fn money(route: &Route, stay: &Stay, horizon: u8, taxed: bool) -> Html {
    let title = text::money(taxed);
    let dollars =
        |sum: i64| Money::dollars(sum.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32);
    let sums = || route.years.iter().chain(&stay.years).flatten().copied();
    let low = dollars(sums().min().unwrap_or(0).min(0));
    let axis = Axis::around(low, dollars(sums().max().unwrap_or(0)), 5);
    let last = usize::from(horizon).max(1);
    let x = |year: usize| Across((year * 1000 / last) as u16);
    let points = |years: &[[i64; 3]], case: usize| -> Vec<(Across, Across)> {
        let each = years.iter().enumerate();
        each.map(|(year, sums)| (x(year), axis.place(dollars(sums[case])))).collect()
    };
    let shapes = vec![
        ("area-likely", area(&points(&route.years, 2), &points(&route.years, 0))),
        ("line-two", line(&points(&stay.years, 1))),
        ("line-one", line(&points(&route.years, 1))),
    ];
    let key =
        shapes.iter().zip(text::MONEY_KEY).map(|((class, _), name)| (*class, name.to_owned()));
    let step = if last > 5 { 5 } else { 1 };
    let across = (0..=last)
        .step_by(step)
        .map(|year| (x(year), if year == 0 { text::TODAY.to_owned() } else { text::year(year) }));
    let plot = Plot {
        id: "money",
        title,
        description: text::MONEY_TEXT,
        axis: &axis,
        across: across.collect(),
        key: key.collect(),
        shapes,
    };
    let row = |year: usize| {
        let ([low, middle, high], [_, stays, _]) = (route.years[year], stay.years[year]);
        html! {
            <tr>
                <th scope="row">{ text::year(year) }</th>
                <td>{ words::sum(middle) }</td>
                <td>{ words::sum(low) }{ " – " }{ words::sum(high) }</td>
                <td>{ words::sum(stays) }</td>
            </tr>
        }
    };
    html! {
        <>
            <h3>{ title }</h3>
            { plot::draw(&plot) }
            <details>
                <summary>{ text::MONEY_TABLE }</summary>
                <div class="scroll" role="group" aria-label={title} tabindex="0">
                    <table>
                        <caption>{ title }</caption>
                        <thead><tr>
                            { for text::MONEY_HEADS.map(|head| html! { <th scope="col">{ head }</th> }) }
                        </tr></thead>
                        <tbody>{ for (1..route.years.len()).map(row) }</tbody>
                    </table>
                </div>
            </details>
        </>
    }
}

/// Hours of each skill as bars in a table.
pub(super) fn learning(route: &Route) -> Html {
    let mut learn: Vec<usize> = Vec::new();
    let rank = |at: usize| (skills()[at].hours[1], at);
    for &at in route.steps.iter().flat_map(|step| &step.learn) {
        let place = learn.partition_point(|&known| rank(known) > rank(at));
        if learn.get(place) != Some(&at) {
            learn.insert(place, at);
        }
    }
    if learn.is_empty() {
        return Html::default();
    }
    let most = learn.iter().map(|&at| skills()[at].hours[1]).max().unwrap_or(1);
    let row = |&at: &usize| {
        let skill = &skills()[at];
        let width = Across((u32::from(skill.hours[1]) * 1000 / u32::from(most)) as u16);
        let [low, typical, high] = skill.hours;
        html! {
            <tr>
                <th scope="row"><a href={format!("/skills/#{}", skill.id)}>{ skill.name }</a></th>
                <td>
                    <svg class="bar" width="100%" height="10" aria-hidden="true">
                        <rect class="bar-work" width={width.to_string()} height="10" rx="3" />
                    </svg>
                </td>
                <td>{ typical.to_string() }<span class="about">{ text::from_to(low, high) }</span></td>
                <td>
                    { for skill.learn.iter().take(2).map(|&(name, url)| {
                        html! { <a href={url}>{ name }</a> }
                    }) }
                </td>
            </tr>
        }
    };
    html! {
        <>
            <h3>{ text::LEARNING }</h3>
            <div class="scroll" role="group" aria-label={text::LEARNING} tabindex="0">
                <table class="to-learn">
                    <caption>{ text::LEARNING_CAPTION }</caption>
                    <thead><tr>
                        { for text::LEARNING_HEADS.map(|head| html! { <th scope="col">{ head }</th> }) }
                    </tr></thead>
                    <tbody>{ for learn.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}
