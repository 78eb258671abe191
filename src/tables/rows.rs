//! The rows of each data file. Units: dollars a year, whole people, SOC and CBSA codes as text.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A figure as the Bureau of Labor Statistics prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure<T> {
    /// A published number.
    Value(T),
    /// `*` or `**`: surveyed, not published.
    NotPublished,
    /// `#`: at or above the top code, so the number is not known.
    TopCoded,
    /// Empty: the row did not exist in that year.
    Absent,
}

impl<T: Copy> Figure<T> {
    /// The published number, if there is one.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }
}

/// A SOC occupation that official statistics measure.
#[derive(Clone, Debug, Deserialize)]
pub struct OccupationRow {
    /// SOC code, `15-2051`.
    pub code: String,
    /// Official title.
    pub title: String,
}

/// A metropolitan statistical area.
#[derive(Clone, Debug, Deserialize)]
pub struct MetroRow {
    /// CBSA code.
    pub cbsa: u32,
    /// Census title, `San Jose-Sunnyvale-Santa Clara, CA`.
    pub title: String,
    /// State of the first-named city.
    pub state: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east (negative in the USA).
    pub lng: f64,
    /// Regional price parity, US = 100; not computed for Puerto Rico.
    pub rpp: Option<f64>,
}

/// A city name that leads to a metro, with visa filings as a rough weight of tech hiring.
#[derive(Clone, Debug, Deserialize)]
pub struct CityRow {
    /// `Palo Alto, CA`.
    pub city: String,
    /// CBSA code of its metro.
    pub cbsa: u32,
    /// H-1B labour condition applications, FY2026 first half.
    #[serde(default)]
    pub filings: u32,
}

/// What a hand-kept place name is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// The metro's best-known city, where its title does not say it plainly.
    Principal,
    /// A city shown under its own name.
    City,
    /// A short name that people type, shown as the metro's best-known city.
    Nickname,
}

/// A hand-kept name of a place.
#[derive(Clone, Debug, Deserialize)]
pub struct PlaceNameRow {
    /// `Winston-Salem, NC`, `NYC`.
    pub name: String,
    /// CBSA code of the metro meant.
    pub cbsa: u32,
    /// What it is for.
    pub kind: NameKind,
}

/// A state, district or territory.
#[derive(Clone, Debug, Deserialize)]
pub struct StateRow {
    /// Postal code.
    pub code: String,
    /// Name in full.
    pub name: String,
}

/// One of the cities that an article lists.
#[derive(Clone, Debug, Deserialize)]
pub struct ListedCityRow {
    /// Name as the article gives it, with the state: `Palo Alto, CA`.
    pub name: String,
    /// CBSA code of its metro.
    pub cbsa: u32,
}

/// The ten cities with many machine-learning jobs, in the article's order.
#[derive(Clone, Debug, Deserialize)]
pub struct ListedCities {
    /// Source id of the article.
    pub source: String,
    /// In the article's order.
    pub cities: Vec<ListedCityRow>,
}

/// Pay of one occupation, somewhere: the five published percentiles.
#[derive(Clone, Debug)]
pub struct WageRow {
    /// CBSA code; `None` for the whole country.
    pub cbsa: Option<u32>,
    /// Survey year (May).
    pub year: u16,
    /// SOC code.
    pub occupation: String,
    /// People employed.
    pub employment: Figure<u32>,
    /// Share of local jobs over the country's share; of metros only.
    pub location_quotient: Figure<f64>,
    /// p10, p25, p50, p75, p90 in dollars a year.
    pub pay: [Figure<u32>; 5],
    /// Row of the file, for messages.
    pub row: usize,
}

impl WageRow {
    /// All five percentiles, when all are published.
    pub fn complete(&self) -> Option<[u32; 5]> {
        let mut all = [0; 5];
        for (slot, figure) in all.iter_mut().zip(self.pay) {
            *slot = figure.value()?;
        }
        Some(all)
    }
}

/// A part of a role: an occupation and its share.
#[derive(Clone, Debug, Deserialize)]
pub struct ShareRow {
    /// SOC code.
    pub code: String,
    /// Share of the role, the shares of a role adding to 1.
    pub weight: f64,
    /// Why this occupation, in a sentence.
    pub reason: String,
    /// Source id of the reason.
    pub source: String,
}

/// A job as people name it.
#[derive(Clone, Debug, Deserialize)]
pub struct RoleRow {
    /// Stable id, `machine-learning-engineer`.
    pub id: String,
    /// Title in the singular.
    pub title: String,
    /// Group in the list, `Machine learning`.
    pub family: String,
    /// Other names people type.
    pub aliases: Vec<String>,
    /// What it is made of.
    pub occupations: Vec<ShareRow>,
    /// Family that a role with few postings borrows from: `ml`, `research`, …
    pub pool: String,
    /// Titles of postings that are this role.
    pub postings: Vec<String>,
}

/// An input file of a source and its checksum.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct SourceFile {
    /// Name of the file as published or as kept.
    pub file: String,
    /// SHA-256 of its bytes in hexadecimal.
    pub sha256: String,
}

/// Where figures come from.
#[derive(Clone, Debug, Deserialize)]
pub struct SourceRow {
    /// Stable id, `oews-metro-2025`.
    pub id: String,
    /// Who publishes it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Where it is published.
    pub url: String,
    /// Year, year-month or date of publication.
    pub published: String,
    /// Date it was fetched.
    pub retrieved: String,
    /// Date a person last compared it with the publisher's page.
    pub confirmed: String,
    /// Licence or public domain.
    pub licence: String,
    /// What its licence asks us to say, word for word.
    pub attribution: Option<String>,
    /// Inputs read from it; empty for texts.
    #[serde(default)]
    pub files: Vec<SourceFile>,
}

/// How a claim's figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// One figure.
    Point,
    /// From one figure to another.
    Range,
    /// A figure and above.
    AtLeast,
}

/// The time that a claim's pay is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimUnit {
    /// A year.
    Year,
    /// An hour.
    Hour,
}

/// What an article says that a role is paid, kept as it stands there.
#[derive(Clone, Debug, Deserialize)]
pub struct ClaimRow {
    /// `P1`
    pub id: String,
    /// Source id of the article.
    pub source: String,
    /// Ids of the roles it is about.
    pub roles: Vec<String>,
    /// What the figure is, in our words.
    pub about: String,
    /// How the figure is meant.
    pub kind: ClaimKind,
    /// The figure, or the lower end, in dollars.
    pub low: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// What the dollars are for.
    pub unit: ClaimUnit,
    /// Why it differs from an estimate, in a sentence.
    pub differs: String,
}

/// One release of the data.
#[derive(Clone, Debug, Deserialize)]
pub struct ReleaseRow {
    /// Day of the release.
    pub date: String,
    /// Its name.
    pub title: String,
    /// What changed for readers, a sentence each.
    pub changes: Vec<String>,
}

/// Everything in `data/` that the product is built from.
#[derive(Clone, Debug)]
pub struct Tables {
    /// The 21 occupations, by code.
    pub occupations: Vec<OccupationRow>,
    /// The metros, by CBSA code.
    pub metros: Vec<MetroRow>,
    /// City names, by name.
    pub cities: Vec<CityRow>,
    /// Hand-kept names of places.
    pub place_names: Vec<PlaceNameRow>,
    /// States by code.
    pub states: Vec<StateRow>,
    /// The ten listed cities.
    pub listed: ListedCities,
    /// National pay, every year kept.
    pub national: Vec<WageRow>,
    /// Metro pay, latest year.
    pub wages: Vec<WageRow>,
    /// Median pay by year: (cbsa, occupation) -> year -> figure.
    pub medians: History,
    /// Employment by year, likewise.
    pub employment: History,
    /// The roles, in the order shown.
    pub roles: Vec<RoleRow>,
    /// The sources, in the order listed.
    pub sources: Vec<SourceRow>,
    /// What articles claim about pay.
    pub claims: Vec<ClaimRow>,
    /// Steps of a career.
    pub moves: super::MovesTable,
    /// Fitted coefficients.
    pub model: super::Model,
    /// The words of the pages.
    pub content: super::Content,
    /// Releases of the data, the latest first.
    pub releases: Vec<ReleaseRow>,
    /// Scores of the fit on data left out of it.
    pub scores: Vec<super::ScoreRow>,
    /// Skills and knowledge of occupations.
    pub elements: Vec<super::ElementRow>,
    /// Technologies that employers ask for.
    pub technologies: Vec<super::TechnologyRow>,
    /// Education that people say is required.
    pub required: Vec<super::RequiredRow>,
    /// Occupations alike.
    pub related: Vec<super::RelatedRow>,
    /// Titles that people bear.
    pub titles: Vec<super::TitleRow>,
    /// Employment in ten years.
    pub projections: Vec<super::ProjectionRow>,
    /// Paths of the map.
    pub outlines: Vec<super::OutlineRow>,
    /// Taxes on wages.
    pub tax: super::TaxTables,
}

/// (CBSA code, SOC code) -> survey year -> figure.
pub type History = BTreeMap<(u32, String), BTreeMap<u16, Figure<u32>>>;
