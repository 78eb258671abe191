//! How well the fit did on data left out of it, from `data/scores.json`.

use crate::site::shared;
use crate::tables::{ScoreRow, TITLE, Tables};
use crate::words::{self, method as text};
use yew::prelude::*;

/// Ids of the calibration's scores end in the part that a range should hold, in hundredths.
const CALIBRATION: &str = "calibration.";
/// Those of remote work end in the year of the postings.
const REMOTE: &str = "work_mode.";

pub(super) fn tested(tables: &Tables) -> Html {
    let scores = &tables.scores;
    let tests = text::TESTS.into_iter().filter_map(|(id, what, on)| {
        let row = scores.iter().find(|row| row.id == id)?;
        let on = format!("{} {on}", words::grouped(row.n));
        let value = text::score(row.value, &row.unit);
        Some([html! { what }, html! { value }, goal(row), html! { on }])
    });
    let titles = scores.iter().filter_map(|row| {
        let title = title(tables, row.id.strip_prefix(TITLE)?);
        let value = text::score(row.value, &row.unit);
        Some([html! { title }, html! { value }, html! { words::grouped(row.n) }])
    });
    let remote = scores.iter().filter_map(|row| {
        let year = row.id.strip_prefix(REMOTE)?;
        Some([html! { year }, html! { result(row) }, html! { words::grouped(row.n) }])
    });
    let all = scores.iter().map(|row| {
        [html! { &row.what }, html! { result(row) }, goal(row), html! { words::grouped(row.n) }]
    });
    html! {
        <>
            <p>{ text::TESTED_LEAD }</p>
            { shared::table(text::TESTED_CAPTION, text::TESTED_HEADS, tests) }
            { shared::table(text::TITLES, text::TITLE_HEADS, titles) }
            <h3>{ text::CALIBRATION }</h3>
            <p>{ text::CALIBRATION_LEAD }</p>
            { calibration(scores) }
            <h3>{ text::REMOTE }</h3>
            <p>{ text::REMOTE_LEAD }</p>
            { shared::table(text::REMOTE, text::REMOTE_HEADS, remote) }
            <details>
                <summary>{ text::ALL_SCORES }</summary>
                { shared::table(text::ALL_SCORES, text::ALL_HEADS, all) }
            </details>
        </>
    }
}

/// A score with its standard error, if it has one.
fn result(row: &ScoreRow) -> String {
    text::with_error(row.value, &row.unit, row.error)
}

/// The goal of a score and whether it is met.
fn goal(row: &ScoreRow) -> Html {
    let Some(goal) = row.goal else { return html! { text::NO_GOAL } };
    let met = (goal[0]..=goal[1]).contains(&row.value);
    let met = if met { text::MET } else { text::NOT_MET };
    html! { format!("{}: {met}", text::goal(goal, &row.unit)) }
}

/// The title of postings whose slug a score's id ends in.
fn title(tables: &Tables, slug: &str) -> String {
    let titles = tables.roles.iter().flat_map(|role| &role.postings);
    let found = titles.into_iter().find(|title| crate::search::slug(title) == slug);
    found.map_or_else(|| slug.to_owned(), Clone::clone)
}

/// Side of the picture's square and the room around it for labels, in its own units.
const SIDE: f64 = 240.0;
const EDGE: f64 = 44.0;

/// Claimed against held as a picture, with its table.
fn calibration(scores: &[ScoreRow]) -> Html {
    let points: Vec<(f64, f64)> = scores
        .iter()
        .filter_map(|row| {
            let claimed: f64 = row.id.strip_prefix(CALIBRATION)?.parse().ok()?;
            Some((claimed / 100.0, row.value))
        })
        .collect();
    let x = |part: f64| format!("{:.1}", EDGE + part * SIDE);
    let y = |part: f64| format!("{:.1}", EDGE / 4.0 + (1.0 - part) * SIDE);
    // On the right there is room for half of the last label.
    let size = format!("0 0 {} {}", SIDE + EDGE * 1.5, SIDE + EDGE * 1.25);
    let tick = |part: f64| {
        let label = format!("{:.0}%", 100.0 * part);
        html! {
            <>
                <line class="tick" x1={x(part)} x2={x(part)} y1={y(0.0)} y2={y(1.0)} />
                <line class="tick" x1={x(0.0)} x2={x(1.0)} y1={y(part)} y2={y(part)} />
                <text class="tick-label" x={x(part)} y={y(-0.07)} text-anchor="middle">{ &label }</text>
                <text class="tick-label" x={x(-0.02)} y={y(part - 0.02)} text-anchor="end">{ label }</text>
            </>
        }
    };
    let dot = |&(claimed, held): &(f64, f64)| {
        html! { <circle class="dot-likely" cx={x(claimed)} cy={y(held)} r="5" /> }
    };
    let [across, up] = text::CALIBRATION_AXES;
    let rows = points.iter().map(|&(claimed, held)| {
        [html! { format!("{:.0}%", 100.0 * claimed) }, html! { text::score(held, "share") }]
    });
    html! {
        <>
            <figure class="chart square">
                <svg viewBox={size} role="img" aria-labelledby="calibration-title calibration-text">
                    <title id="calibration-title">{ text::CALIBRATION }</title>
                    <desc id="calibration-text">{ text::calibration(&points) }</desc>
                    <g aria-hidden="true">
                        { for [0.0, 0.2, 0.4, 0.6, 0.8, 1.0].map(tick) }
                        <text class="tick-label" x={x(0.5)} y={y(-0.15)} text-anchor="middle">{ across }</text>
                        <text class="tick-label" x={x(0.03)} y={y(0.93)}>{ up }</text>
                    </g>
                    <line class="diagonal" x1={x(0.0)} y1={y(0.0)} x2={x(1.0)} y2={y(1.0)} />
                    { for points.iter().map(dot) }
                </svg>
            </figure>
            { shared::table(text::CALIBRATION, text::CALIBRATION_HEADS, rows) }
        </>
    }
}
