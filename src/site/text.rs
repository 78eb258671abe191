//! Texts of `data/` to HTML: links within the site and live figures. How they are written is told
//! in `tables/content.rs`.

use crate::dataset::Dataset;
use crate::estimate::{Estimate, estimate};
use crate::finder::Place;
use crate::link::place_id;
use crate::profile::{Experience, Profile, Years};
use crate::tables::{Said, Tables};
use crate::words::{self, site as words_of};
use yew::prelude::*;

/// A part of a text.
enum Piece<'a> {
    Text(&'a str),
    Link { text: &'a str, href: &'a str },
    Figure(&'a str),
}

/// A text as HTML.
///
/// # Panics
/// When a figure cannot be made: tests make every one.
pub(super) fn rich(tables: &Tables, text: &str) -> Html {
    let piece = |piece: Piece| match piece {
        Piece::Text(text) => html! { text },
        Piece::Link { text, href } => html! { <a href={href.to_owned()}>{ text }</a> },
        Piece::Figure(asked) => html! { figure(tables, asked) },
    };
    html! { <>{ for pieces(text).into_iter().map(piece) }</> }
}

/// A text without its links, for machines.
pub(super) fn plain(tables: &Tables, text: &str) -> String {
    let piece = |piece: Piece| match piece {
        Piece::Text(text) | Piece::Link { text, .. } => text.to_owned(),
        Piece::Figure(asked) => figure(tables, asked),
    };
    pieces(text).into_iter().map(piece).collect()
}

/// Paragraphs, one each.
pub(super) fn paragraphs(tables: &Tables, texts: &[String]) -> Html {
    html! { <>{ for texts.iter().map(|text| html! { <p>{ rich(tables, text) }</p> }) }</> }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '[']) {
        let (before, from) = rest.split_at(at);
        let found = match from.as_bytes()[0] {
            b'{' => from[1..].split_once('}').map(|(asked, after)| (Piece::Figure(asked), after)),
            _ => from[1..].split_once("](").and_then(|(text, after)| {
                let (href, after) = after.split_once(')')?;
                Some((Piece::Link { text, href }, after))
            }),
        };
        let Some((piece, after)) = found else { break };
        pieces.extend([Piece::Text(before), piece]);
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// What stands for a figure in braces.
fn figure(tables: &Tables, asked: &str) -> String {
    made(tables, asked).unwrap_or_else(|| panic!("no figure is called {{{asked}}}"))
}

fn made(tables: &Tables, asked: &str) -> Option<String> {
    let dataset = Dataset::embedded();
    let words: Vec<&str> = asked.split(' ').collect();
    match words[..] {
        ["pay", role, place, years] => Some(words::about(answer(role, place, years)?.median())),
        ["range", role, place, years] => {
            let likely = answer(role, place, years)?.likely();
            Some(words_of::between(likely))
        }
        ["period"] => Some(dataset.period.to_owned()),
        ["metros"] => Some(dataset.metros.len().to_string()),
        ["roles"] => Some(dataset.roles.len().to_string()),
        ["growth", code] => {
            let row = tables.projections.iter().find(|row| row.occupation == code)?;
            Some(format!("{}%", row.change))
        }
        ["jobs", code] => {
            let row = tables.projections.iter().find(|row| row.occupation == code)?;
            Some(words::grouped(row.employment[0]))
        }
        _ => None,
    }
}

fn answer(role: &str, place: &str, years: &str) -> Option<Estimate> {
    let dataset = Dataset::embedded();
    let city = || {
        let mut cities = dataset.city_ids().map(Place::City);
        cities.find(|&city| place_id(dataset, city) == place)
    };
    let profile = Profile {
        role: dataset.role_by_id(role)?,
        place: if place == "us" { Place::Country } else { city()? },
        experience: Experience::Years(Years::new(years.parse().ok()?)?),
        education: None,
    };
    Some(estimate(dataset, &profile))
}

/// Who says what stands above, with the claims that it carries.
pub(super) fn said(tables: &Tables, said: &Said) -> Html {
    let rows = said.sources.iter().filter_map(|id| tables.sources.iter().find(|row| row.id == *id));
    let links = rows.map(|row| {
        html! { <a href={row.url.clone()}>{ words_of::source(&row.id, &row.publisher, &row.published) }</a> }
    });
    let links: Vec<Html> = links.collect();
    let between = |(at, link): (usize, Html)| {
        let before = if at == 0 { words_of::FROM } else { "; " };
        html! { <>{ before }{ link }</> }
    };
    let claims = said.facts.join(" ");
    html! {
        <p class="source" data-claims={(!claims.is_empty()).then_some(claims)}>
            { for links.into_iter().enumerate().map(between) }
            if said.ours {
                { if said.sources.is_empty() { words_of::OURS } else { words_of::OURS_TOO } }
            }
        </p>
    }
}
