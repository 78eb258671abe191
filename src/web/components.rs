//! The components of the site on one page, for those who work on it: `cargo xtask serve --dev`, then
//! `/components/`. In debug builds alone. Shows what others draw; draws nothing of its own but swatches.

use super::form::question;
use super::state::{State, example};
use super::{browser::Typed, chart, fetched, result};
use crate::chart::Axis;
use crate::dataset::Dataset;
use crate::estimate::{Evidence, estimate};
use crate::link;
use crate::money::Range;
use yew::prelude::*;

/// Where the page is.
pub const PATH: &str = "/components/";

const TOKENS: &str = include_str!("../../static/css/tokens.css");

/// Colours that stand on each other: what it is for, the two, and the least contrast (WCAG 2.2: text 4.5
/// by 1.4.3, marks and borders of controls 3 by 1.4.11).
pub const PAIRS: [(&str, &str, &str, f64); 16] = [
    ("Text", "ink", "paper", 4.5),
    ("Text on cards", "ink", "raised", 4.5),
    ("Hints and captions", "quiet", "paper", 4.5),
    ("Hints on cards", "quiet", "raised", 4.5),
    ("Links", "accent", "paper", 4.5),
    ("Links under the pointer", "accent-strong", "paper", 4.5),
    ("Chosen in a list", "on-accent", "accent", 4.5),
    ("Marked rows", "ink", "accent-soft", 4.5),
    ("Errors", "wrong", "paper", 4.5),
    ("Errors in their box", "wrong", "wrong-soft", 4.5),
    ("Borders of fields", "edge", "paper", 3.0),
    ("Borders of fields on cards", "edge", "raised", 3.0),
    ("Focus", "focus", "paper", 3.0),
    ("Focus on cards", "focus", "raised", 3.0),
    ("The middle in charts", "middle", "paper", 3.0),
    ("Half of people in charts", "dot-likely", "paper", 3.0),
];

/// Sizes of type: token and use.
const TYPE: [(&str, &str); 4] = [
    ("small", "hints, captions, sources"),
    ("text", "running text, fields"),
    ("large", "the lead below a heading"),
    ("title", "headings of pages"),
];

/// Names and values of the tokens, as they are written.
pub fn tokens() -> impl Iterator<Item = (&'static str, &'static str)> {
    let line = |line: &'static str| line.trim().strip_prefix("--")?.split_once(": ");
    TOKENS.lines().filter_map(line).map(|(name, value)| (name, value.trim_end_matches(';')))
}

/// A colour in light and in dark, each as red, green and blue.
///
/// # Panics
/// When it is none of [`tokens`].
pub fn colour(name: &str) -> [[u8; 3]; 2] {
    let (_, value) = tokens().find(|(token, _)| *token == name).expect("a token");
    let both = value.trim_start_matches("light-dark(").trim_end_matches(')');
    let (light, dark) = both.split_once(", ").unwrap_or((both, both));
    [light, dark].map(|hex| {
        [1, 3, 5].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits"))
    })
}

/// Contrast of two colours, 1 to 21 (WCAG 2.2, definitions of contrast ratio and relative luminance).
pub fn contrast(one: [u8; 3], two: [u8; 3]) -> f64 {
    let luminance = |colour: [u8; 3]| {
        let part = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2])
    };
    let (one, two) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

/// The page.
#[component]
pub fn Components() -> Html {
    let asked = |query: &str| State::start(&link::read(query), &Typed::default());
    let state = use_reducer(|| asked("?role=wizard&city=atlantis&years=99"));
    let answer = estimate(Dataset::embedded(), &example());
    let Range { low, high } = answer.wide();
    let axis = Axis::around(low, high, 4);
    html! {
        <main id="main">
            <h1>{ "Components" }</h1>
            <p class="lead">{ "Everything that pages are made of, once, as it is drawn today." }</p>
            { part("Colours", "By meaning. No colour stands anywhere but in tokens.css.", colours()) }
            { part("Type", "Four sizes, two families: serif for headings and figures.", type_scale()) }
            { part("Space", "Six steps; nothing else keeps things apart.", space()) }
            { part("A question", "Label, hint, field and error belong together by id. It answers as it \
                changes, so it has no button. Here nothing can be read yet: each error says what to do.",
                question(&state)) }
            { part("Figures and dots", "The middle, then who earns what. A dot is one of twenty people; \
                dashes stand where the middle was before the last change.",
                result::figures(&answer, Some(low))) }
            { part("Bands", "Half of people, eight in ten, and the middle, on an axis that others share.",
                chart::strip(chart::bands(&axis, &answer, 0))) }
            { part("Evidence", "How we know: a word and a line, never colour alone.", badges()) }
            { part("What could not be had", "Says what, and offers to ask again.",
                fetched::failed("The pay of Boise, ID could not be loaded.".to_owned(), &Callback::noop())) }
        </main>
    }
}

fn part(name: &str, about: &str, shown: Html) -> Html {
    html! {
        <section class="part">
            <h2>{ name.to_owned() }</h2>
            <p>{ about.to_owned() }</p>
            { shown }
        </section>
    }
}

fn colours() -> Html {
    let row = |(what, front, back, least): (&str, &str, &str, f64)| {
        let ([light, dark], [light_back, dark_back]) = (colour(front), colour(back));
        let [light, dark] = [contrast(light, light_back), contrast(dark, dark_back)];
        html! {
            <tr>
                <th scope="row">{ what.to_owned() }</th>
                <td>
                    <svg width="4rem" height="1.5rem" role="img" aria-label={format!("{front} on {back}")}>
                        <rect width="100%" height="100%" fill={format!("var(--{back})")} />
                        <circle cx="50%" cy="50%" r="8" fill={format!("var(--{front})")} />
                    </svg>
                </td>
                <td>{ format!("{front} on {back}") }</td>
                <td>{ format!("{light:.1}") }</td>
                <td>{ format!("{dark:.1}") }</td>
                <td>{ least }</td>
            </tr>
        }
    };
    html! {
        <div class="scroll" role="group" aria-label="Pairs and their contrast" tabindex="0">
            <table>
                <caption>{ "Pairs and their contrast" }</caption>
                <thead><tr>
                    { for ["For", "Seen", "Tokens", "Light", "Dark", "At least"].map(|head| html! { <th scope="col">{ head }</th> }) }
                </tr></thead>
                <tbody>{ for PAIRS.map(row) }</tbody>
            </table>
        </div>
    }
}

fn type_scale() -> Html {
    let row = |(token, used): (&str, &str)| {
        html! {
            <p>
                <svg width="100%" height="3rem" role="img" aria-label={token.to_owned()}>
                    <text y="2rem" fill="var(--ink)" font-size={format!("var(--{token})")}>
                        { format!("{token}: {used}") }
                    </text>
                </svg>
            </p>
        }
    };
    html! { <>{ for TYPE.map(row) }</> }
}

fn space() -> Html {
    let steps = tokens().filter(|(name, _)| name.starts_with("gap-"));
    let row = |(name, value): (&'static str, &'static str)| {
        html! {
            <tr>
                <th scope="row">{ name }</th>
                <td>{ value }</td>
                <td><svg width="3rem" height="0.75rem" aria-hidden="true">
                    <rect width={value} height="100%" fill="var(--accent)" />
                </svg></td>
            </tr>
        }
    };
    html! {
        <div class="scroll" role="group" aria-label="Steps of space" tabindex="0">
            <table>
                <caption>{ "Steps of space" }</caption>
                <thead><tr>{ for ["Token", "Size", "Seen"].map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for steps.map(row) }</tbody>
            </table>
        </div>
    }
}

fn badges() -> Html {
    let all = [Evidence::Published, Evidence::Modelled, Evidence::National];
    html! { <p>{ for all.map(|one| html! { <>{ result::badge(one) }{ " " }</> }) }</p> }
}
