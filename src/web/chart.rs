//! Shapes to SVG, each chart followed by its figures as a table. Geometry is [`crate::chart`]'s.

use crate::chart::{Axis, Band, Dot, dot_plot};
use crate::estimate::{Estimate, score_of};
use crate::money::Money;
use crate::words::{self, page as text};
use yew::prelude::*;

/// People drawn as dots.
const PEOPLE: u16 = 20;
/// Columns that dots stack in.
const COLUMNS: u16 = 18;
/// Ticks of the axis at most: five labels fit a narrow screen.
const TICKS: i32 = 5;
/// Radius of a dot and height of its row, in pixels.
const RADIUS: i32 = 7;
const ROW: i32 = 16;
/// Height of the bands below the dots, and of the axis below them.
const BANDS: i32 = 22;
const AXIS: i32 = 24;
/// Rows that always have room, so that the page does not jump.
const ROWS: u8 = 4;

/// Twenty people as dots over an axis of pay, with the likely and the wide range below them, and a mark
/// where the middle was `before`: a dot that moves under an axis that moves too would show nothing.
pub(super) fn dots(estimate: &Estimate, before: Option<Money>) -> Html {
    let people = people(estimate);
    let (low, high) = (people[0].0, people[people.len() - 1].0);
    let was = before.unwrap_or(low);
    let axis = Axis::around(low.min(was), high.max(was), TICKS);
    let plot = dot_plot(&axis, &people, COLUMNS);
    let floor = i32::from(plot.rows.max(ROWS)) * ROW + 4;
    let height = floor + BANDS + AXIS;
    let [title, description] =
        text::dots(&words::about(estimate.median()), estimate.likely(), estimate.wide());
    html! {
        <>
            <figure class="chart">
                <svg class="dots" width="100%" height={height.to_string()} role="img"
                    aria-labelledby="dots-title dots-text">
                    <title id="dots-title">{ title }</title>
                    <desc id="dots-text">{ description }</desc>
                    { ticks(&axis, floor + BANDS) }
                    { for plot.dots.iter().map(|dot| circle(dot, floor)) }
                    { bands(&axis, estimate, floor) }
                    { before.map(|before| upright("band-before", axis.place(before).to_string(), 0, floor + 18)) }
                </svg>
                <figcaption>{ text::DOT_MEANS }{ " " }{ key(before.is_some()) }</figcaption>
            </figure>
            { table(estimate) }
        </>
    }
}

/// The pay of equal shares of people, each in the middle of its share, with the band it lies in.
fn people(estimate: &Estimate) -> Vec<(Money, Band)> {
    (0..PEOPLE)
        .map(|at| {
            let share = (f32::from(at) + 0.5) / f32::from(PEOPLE);
            let band = match share {
                share if (0.25..0.75).contains(&share) => Band::Likely,
                share if (0.10..0.90).contains(&share) => Band::Wide,
                _ => Band::Tail,
            };
            (estimate.people.at(score_of(share)), band)
        })
        .collect()
}

const fn class(band: Band) -> &'static str {
    match band {
        Band::Likely => "dot-likely",
        Band::Wide => "dot-wide",
        Band::Tail => "dot-tail",
    }
}

fn circle(dot: &Dot, floor: i32) -> Html {
    let y = floor - ROW / 2 - i32::from(dot.row) * ROW;
    html! {
        <circle class={class(dot.band)} cx={dot.x.to_string()} cy={y.to_string()} r={RADIUS.to_string()} />
    }
}

/// Each mark is placed by its own percentage, so the drawing needs no knowledge of its width.
pub(super) fn bands(axis: &Axis, estimate: &Estimate, floor: i32) -> Html {
    let bar = |class, low, high, y: i32, height: i32| {
        let (from, to) = (axis.place(low), axis.place(high));
        let width = crate::chart::Across(to.0.saturating_sub(from.0));
        html! {
            <rect {class} x={from.to_string()} width={width.to_string()} y={y.to_string()}
                height={height.to_string()} rx="2" />
        }
    };
    let (likely, wide) = (estimate.likely(), estimate.wide());
    let middle = axis.place(estimate.median()).to_string();
    html! {
        <>
            { bar("band-wide", wide.low, wide.high, floor + 7, 4) }
            { bar("band-likely", likely.low, likely.high, floor + 4, 10) }
            { upright("band-middle", middle, floor, floor + 18) }
        </>
    }
}

/// A line from one height to another.
fn upright(class: &'static str, x: String, from: i32, to: i32) -> Html {
    html! { <line {class} x1={x.clone()} x2={x} y1={from.to_string()} y2={to.to_string()} /> }
}

/// One row of a chart of bars.
pub(super) fn strip(marks: Html) -> Html {
    html! { <svg class="strip" width="100%" height="18" aria-hidden="true">{ marks }</svg> }
}

/// The axis below rows of bars.
pub(super) fn scale(axis: &Axis) -> Html {
    html! {
        <svg class="strip" width="100%" height={AXIS.to_string()} aria-hidden="true">
            { ticks(axis, 4) }
        </svg>
    }
}

fn ticks(axis: &Axis, floor: i32) -> Html {
    let tick = |&amount: &Money| {
        let x = axis.place(amount);
        // Near an end the label turns inward, so that none is cut off.
        let anchor = match x.0 {
            ..60 => "start",
            940.. => "end",
            _ => "middle",
        };
        let x = x.to_string();
        html! {
            <>
                { upright("tick", x.clone(), 0, floor) }
                <text class="tick-label" {x} y={(floor + 16).to_string()} text-anchor={anchor}>
                    { words::short(amount) }
                </text>
            </>
        }
    };
    html! { <g aria-hidden="true">{ for axis.ticks.iter().map(tick) }</g> }
}

/// What the marks are, with that of the middle `before` where there is one.
fn key(before: bool) -> Html {
    let part = |mark: Html, name: &'static str| {
        html! {
            <span class="key">
                <svg width="14" height="14" aria-hidden="true">{ mark }</svg>
                { name }
            </span>
        }
    };
    let line = |class| upright(class, "7".to_owned(), 0, 14);
    let dot = |band| html! { <circle class={class(band)} cx="7" cy="7" r="6" /> };
    let bands = [Band::Likely, Band::Wide, Band::Tail].into_iter().zip(text::DOT_KEY);
    html! {
        <span class="keys">
            { part(line("band-middle"), text::MIDDLE_KEY) }
            { for bands.map(|(band, name)| part(dot(band), name)) }
            if before {
                { part(line("band-before"), text::BEFORE_KEY) }
            }
        </span>
    }
}

fn table(estimate: &Estimate) -> Html {
    let rows = text::PERCENTILE_ROWS.into_iter().zip(estimate.percentiles());
    html! {
        <details class="figures">
            <summary>{ text::PERCENTILE_CAPTION }</summary>
            <table>
                <thead>
                    <tr>{ for text::PERCENTILE_HEADS.map(|head| html! { <th scope="col">{ head }</th> }) }</tr>
                </thead>
                <tbody>
                    { for rows.map(|(name, amount)| html! {
                        <tr><th scope="row">{ name }</th><td>{ words::exact(amount) }</td></tr>
                    }) }
                </tbody>
            </table>
        </details>
    }
}
