//! The pages of cities in words.

use crate::dataset::{Dataset, MetroId};
use crate::profile::{Experience, Profile};

/// Title of the list of cities.
pub const TITLE: &str = "Pay in every US metro area, compared - Paypath";
/// Name of the form above the table.
pub const QUESTION: &str = "Pay for whom";
/// Label of the filter.
pub const FILTER: &str = "Find a city or state";
/// Head of the last column.
pub const EVIDENCE: &str = "Evidence";
/// In place of a figure that is not published.
pub const UNKNOWN: &str = "–";

/// Heads of the columns that the table can be ordered by.
pub fn heads([first, _]: [u16; 2]) -> [String; 9] {
    [
        "City".to_owned(),
        "Pay, the middle".to_owned(),
        "Real value".to_owned(),
        "Take-home".to_owned(),
        "Real take-home".to_owned(),
        "Jobs".to_owned(),
        "Share of jobs".to_owned(),
        "Prices".to_owned(),
        format!("Pay since {first}"),
    ]
}

/// `Machine Learning Engineer with 5 years of experience`
pub fn caption(dataset: &Dataset, profile: &Profile) -> String {
    format!("{} with {}", dataset.role(profile.role).title, super::experience(profile.experience))
}

/// Description of the list for search engines.
pub const LIST_DESCRIPTION: &str = "What machine-learning, data and software jobs pay in every US metro area, \
     with prices, jobs and how pay has moved. Sort and filter by role and experience.";
/// Heading of the list.
pub const LIST_HEADING: &str = "Pay by city";
/// Below it.
pub const LIST_LEAD: &str = "Every metro area of the USA, for the role and experience you choose. First the ten \
     cities that career articles name, then the others by jobs.";
/// Below the table.
pub const LIST_MEANS: &str = "Jobs are people employed in the occupations that the role is a blend of, each by \
     its weight. Share of jobs says how many times as common they are as in the country. Prices: USA = 100.";
/// What real value is.
pub const REAL_MEANS: &str = "Real value is pay divided by local prices (regional price parities of 2024): \
     what it would buy in a place with average prices. It is before tax.";
/// What take-home pay is.
pub const TAKE_HOME_MEANS: &str = "Take-home is what federal, state and local taxes leave of the middle, with \
     the standard deduction and nothing given before tax, where the city that the area is named after lies; \
     real take-home is the same divided by local prices. What is left out of the law stands beside each \
     figure in the calculator. For Puerto Rico, which has a law of its own, we have none.";
/// Label of how somebody files.
pub const STATUS: &str = "Take-home for";
/// Name of the list in the way to a page.
pub const CITIES: &str = "Cities";
/// Heading of the roles of a city.
pub const ROLES_HERE: &str = "Pay by role";
/// Heads of the table of roles.
pub const ROLE_HEADS: [&str; 5] =
    ["Role", "The middle", "Half earn between", "Real value", "Evidence"];
/// Heading of the years.
pub const TREND: &str = "How pay has moved";
/// Above the plot.
pub const TREND_LEAD: &str = "Official medians of three occupations, as published each May. Each release pools three \
     years of surveys, so a single step up or down may be luck.";
/// In place of a plot.
pub const NO_TREND: &str = "No earlier medians are published for this area.";
/// Head of the first column of the years.
pub const OCCUPATION: &str = "Occupation";
/// Heading of the neighbours.
pub const NEAR: &str = "Nearby";
/// Head of a distance.
pub const DISTANCE: &str = "Distance";
/// In place of a price level.
pub const NO_PRICES: &str = "No price level is published for this area.";

/// Title of a city's page.
pub fn title(city: &str) -> String {
    format!("Machine-learning pay in {city} - Paypath")
}

/// Its description.
pub fn description(city: &str) -> String {
    format!(
        "What machine-learning, data and software jobs pay in {city}: the middle, the range and \
         the evidence for every role, local prices, jobs and how pay has moved."
    )
}

/// Its heading.
pub fn heading(city: &str) -> String {
    format!("Machine-learning pay in {city}")
}

/// Below it.
pub fn city_lead(dataset: &Dataset, metro: MetroId) -> String {
    format!(
        "Figures are for the {} metro area, from official wages of {}.",
        dataset.metro(metro).title,
        dataset.period
    )
}

/// Said on the page of a city that is not its area's best-known one; a link follows.
pub fn counted_with(city: &str, principal: &str) -> String {
    format!(
        "{city} lies in the same metro area as {principal}, and official statistics count them \
         together. All figures here are those of"
    )
}

/// `Prices are 11% above the country’s average.`
pub fn price_level(prices: f32) -> String {
    let percent = (prices - 100.0).round() as i32;
    match percent {
        0 => "Prices are about the country’s average.".to_owned(),
        1.. => format!("Prices are {percent}% above the country’s average."),
        _ => format!("Prices are {}% below the country’s average.", percent.unsigned_abs()),
    }
}

/// `12,000 software developers, 2.1 × as common as in the country.`
pub fn jobs_here(occupation: &str, people: u32, share: Option<f32>) -> String {
    let people = format!("{} {}", jobs(people as f32), occupation.to_ascii_lowercase());
    match share {
        Some(share) => format!("{people}, {} as common as in the country.", quotient(share)),
        None => format!("{people}."),
    }
}

/// Caption of the roles of a city.
pub fn roles_caption(asked: Experience) -> String {
    format!("With {}", super::experience(asked))
}

/// The plot of the years in a sentence.
pub fn trend_text(first: u16, last: u16) -> String {
    format!("Medians from May {first} to May {last}; the same figures are in the table below.")
}

/// `42 miles`
pub fn miles(miles: f64) -> String {
    format!("{} miles", miles.round() as u32)
}

/// Title of the map.
pub const MAP: &str = "Map of pay and jobs";
/// What the map shows, and where the same figures are.
pub const MAP_TEXT: &str = "One mark for each metro area: the more jobs, the larger; its shade says the pay, as in the key. \
     Alaska, Hawaii and Puerto Rico are drawn below, not to scale. Every figure is in the table.";

/// Key of the map: the ends of its five classes of pay.
pub fn map_key(ends: [crate::money::Money; 6]) -> [String; 5] {
    std::array::from_fn(|at| {
        format!("{} to {}", super::short(ends[at]), super::short(ends[at + 1]))
    })
}

/// How many rows the filter leaves.
pub fn found(shown: usize, all: usize) -> String {
    match shown {
        0 => "No city matches. Try fewer letters, or the two letters of a state.".to_owned(),
        shown if shown == all => format!("{all} cities."),
        1 => format!("1 of {all} cities."),
        shown => format!("{shown} of {all} cities."),
    }
}

/// Jobs to two figures: they are a weighted blend of survey estimates.
pub fn jobs(jobs: f32) -> String {
    let step = match jobs {
        ..1000.0 => 10.0,
        ..10_000.0 => 100.0,
        _ => 1000.0,
    };
    super::grouped(((jobs / step).round() * step) as u32)
}

/// `2.4 ×`: times as common as in the country.
pub fn quotient(quotient: f32) -> String {
    let tenths = (quotient * 10.0).round() as u32;
    format!("{}.{} ×", tenths / 10, tenths % 10)
}

/// `112`: price level, USA = 100.
pub fn prices(prices: f32) -> String {
    (prices.round() as u32).to_string()
}

/// `+19%`
pub fn change(change: f32) -> String {
    let percent = (change * 100.0).round() as i32;
    let sign = if percent < 0 { "−" } else { "+" };
    format!("{sign}{}%", percent.unsigned_abs())
}
