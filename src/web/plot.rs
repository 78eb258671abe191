//! Lines and bands over a horizontal scale, as SVG that fits every width. Geometry is
//! [`crate::chart`]'s; the table beside a plot is its page's.

use crate::chart::{Across, Axis};
use crate::words;
use yew::prelude::*;

/// Height of the drawing and of the labels below it, in pixels.
const HEIGHT: u16 = 200;
const LABELS: u16 = 24;

/// A plot.
pub struct Plot<'a> {
    /// Distinguishes its ids on the page.
    pub id: &'a str,
    /// What it shows.
    pub title: &'a str,
    /// The same in a sentence.
    pub description: &'a str,
    /// The vertical scale.
    pub axis: &'a Axis,
    /// Labels of the horizontal scale.
    pub across: Vec<(Across, String)>,
    /// Class and path data, in drawing order.
    pub shapes: Vec<(&'static str, String)>,
    /// Class and name of each shape, for the key.
    pub key: Vec<(&'static str, String)>,
}

/// The plot as a figure.
pub fn draw(plot: &Plot) -> Html {
    let (title, text) = (format!("{}-title", plot.id), format!("{}-text", plot.id));
    let level = |amount: &crate::money::Money| {
        let y = Across(1000 - plot.axis.place(*amount).0);
        let y = (u32::from(HEIGHT) * u32::from(y.0) / 1000).to_string();
        html! {
            <>
                <line class="tick" x1="0" x2="100%" y1={y.clone()} y2={y.clone()} />
                <text class="tick-label" x="-6" y={y} dy="4" text-anchor="end">
                    { words::brief(*amount) }
                </text>
            </>
        }
    };
    let label = |(x, label): &(Across, String)| {
        let anchor = match x.0 {
            ..60 => "start",
            940.. => "end",
            _ => "middle",
        };
        let y = (HEIGHT + 16).to_string();
        html! { <text class="tick-label" x={x.to_string()} {y} text-anchor={anchor}>{ label }</text> }
    };
    let shape =
        |(class, path): &(&'static str, String)| html! { <path class={*class} d={path.clone()} /> };
    let key = |(class, name): &(&'static str, String)| {
        html! {
            <span class="key">
                <svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">
                    <path class={*class} d={if class.starts_with("area") { "M0 2H20V12H0Z" } else { "M0 7H20" }} />
                </svg>
                { name }
            </span>
        }
    };
    html! {
        <figure class="chart">
            <svg class="plot plot-levels" width="100%" height={(HEIGHT + LABELS).to_string()} role="img"
                aria-labelledby={format!("{title} {text}")}>
                <title id={title.clone()}>{ plot.title }</title>
                <desc id={text.clone()}>{ plot.description }</desc>
                <svg width="100%" height={HEIGHT.to_string()} viewBox="0 0 1000 1000"
                    preserveAspectRatio="none">
                    { for plot.shapes.iter().map(shape) }
                </svg>
                <g aria-hidden="true">
                    { for plot.axis.ticks.iter().map(level) }
                    { for plot.across.iter().map(label) }
                </g>
            </svg>
            <figcaption><span class="keys">{ for plot.key.iter().map(key) }</span></figcaption>
        </figure>
    }
}
