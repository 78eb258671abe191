//! Every metro as a mark on the map of the country: its size for jobs, its shade for pay. The table
//! below it holds the same figures, and is the way through them by keyboard.

use super::rows::Row;
use crate::dataset::{Dataset, Labour, outlines};
use crate::money::Money;
use crate::words::cities as text;
use yew::prelude::*;

/// Classes of pay, each with as many metros.
const CLASSES: usize = 5;
/// Class names by class of pay, the lowest first.
const SHADES: [&str; CLASSES] = ["pay-1", "pay-2", "pay-3", "pay-4", "pay-5"];
/// Jobs of a mark of one unit's radius; the area grows with jobs.
const JOBS: f32 = 250.0;
/// The least and the largest radius.
const RADII: [f32; 2] = [2.0, 22.0];

/// The map with its key.
pub(super) fn map(rows: &[Row]) -> Html {
    let (dataset, labour) = (Dataset::embedded(), Labour::embedded());
    let ends = ends(rows);
    let mut rows: Vec<&Row> = rows.iter().collect();
    let jobs = |row: &Row| row.market.map_or(0.0, |market| market.jobs);
    // Small marks are drawn over large ones.
    rows.sort_by(|one, other| jobs(other).total_cmp(&jobs(one)));
    let mark = |row: &&Row| {
        let [x, y] = labour.setting(dataset.city(row.city).metro).spot;
        let radius = (jobs(row) / JOBS).sqrt().max(RADII[0]).min(RADII[1]).round() as u16;
        html! {
            <circle key={dataset.city(row.city).name} class={SHADES[class(ends, row.pay)]}
                cx={x.to_string()} cy={y.to_string()} r={radius.to_string()} />
        }
    };
    let [land, borders] = outlines();
    let key = SHADES.into_iter().zip(text::map_key(ends)).map(|(shade, name)| {
        html! {
            <span class="key">
                <svg width="14" height="14" aria-hidden="true">
                    <circle class={shade} cx="7" cy="7" r="6" />
                </svg>
                { name }
            </span>
        }
    });
    html! {
        <figure class="chart map">
            <svg viewBox="0 0 975 610" role="img" aria-labelledby="map-title map-text">
                <title id="map-title">{ text::MAP }</title>
                <desc id="map-text">{ text::MAP_TEXT }</desc>
                <path class="land" d={land} />
                <path class="borders" d={borders} />
                { for rows.iter().map(mark) }
            </svg>
            <figcaption>{ text::MAP_TEXT }{ " " }<span class="keys">{ for key }</span></figcaption>
        </figure>
    }
}

/// Ends of the classes: the least pay, the fifths, the most.
fn ends(rows: &[Row]) -> [Money; CLASSES + 1] {
    let mut pay: Vec<Money> = rows.iter().map(|row| row.pay).collect();
    pay.sort_unstable();
    let last = pay.len().saturating_sub(1);
    std::array::from_fn(|at| pay.get(at * last / CLASSES).copied().unwrap_or(Money::dollars(0)))
}

fn class(ends: [Money; CLASSES + 1], pay: Money) -> usize {
    ends[1..CLASSES].iter().filter(|&&end| pay >= end).count()
}
