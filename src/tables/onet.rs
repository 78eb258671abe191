//! The rows of the tables on work itself: what O*NET and the projections say of an occupation, and
//! the outlines of the map. Read by the tool and the pages made at build; nothing is embedded.

use serde::{Deserialize, Deserializer, de::Error};

/// What kind of element O*NET rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ElementKind {
    /// What people know.
    Knowledge,
    /// What people can do.
    Skill,
}

/// A skill or a field of knowledge of an occupation.
#[derive(Clone, Debug, Deserialize)]
pub struct ElementRow {
    /// SOC code.
    pub occupation: String,
    /// Skill or knowledge.
    pub kind: ElementKind,
    /// O*NET's name, `Programming`.
    pub element: String,
    /// From 1, not important, to 5, extremely.
    pub importance: f64,
    /// From 0 to 7; `None` where O*NET calls it not relevant or too imprecise.
    pub level: Option<f64>,
    /// The O*NET-SOC codes that were averaged, `15-2051.01`, by a space.
    pub codes: String,
}

/// A technology of an occupation that employers ask for.
#[derive(Clone, Debug, Deserialize)]
pub struct TechnologyRow {
    /// SOC code.
    pub occupation: String,
    /// `Python`
    pub technology: String,
    /// O*NET's commodity, `Object or component oriented development software`.
    pub category: String,
    /// Often named in postings for all occupations.
    #[serde(deserialize_with = "yes")]
    pub hot: bool,
    /// Often named in postings for this occupation.
    #[serde(deserialize_with = "yes")]
    pub in_demand: bool,
}

/// How many people in an occupation say that a level of education is required.
#[derive(Clone, Debug, Deserialize)]
pub struct RequiredRow {
    /// SOC code.
    pub occupation: String,
    /// O*NET's number of the level, from 1, less than high school, to 12.
    pub category: u8,
    /// Its name, `Bachelor's Degree`.
    pub label: String,
    /// Percent of those asked; the shares of an occupation add to about 100.
    pub share: f64,
    /// O*NET recommends not to publish the share: few were asked.
    #[serde(deserialize_with = "yes")]
    pub imprecise: bool,
    /// The O*NET-SOC codes that were averaged, by a space.
    pub codes: String,
}

/// How close a related occupation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Tier {
    /// The five closest.
    #[serde(rename = "Primary-Short")]
    PrimaryShort,
    /// The next five.
    #[serde(rename = "Primary-Long")]
    PrimaryLong,
    /// The ten after those.
    Supplemental,
}

/// An occupation whose work is like another's.
#[derive(Clone, Debug, Deserialize)]
pub struct RelatedRow {
    /// SOC code.
    pub occupation: String,
    /// SOC code of the related one.
    pub related: String,
    /// How close.
    pub tier: Tier,
    /// O*NET's index, the closest being 1.
    pub rank: u8,
}

/// A title that people in an occupation bear.
#[derive(Clone, Debug, Deserialize)]
pub struct TitleRow {
    /// SOC code.
    pub occupation: String,
    /// `Artificial Intelligence Specialist`
    pub title: String,
}

/// How employment is projected to change over ten years.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectionRow {
    /// SOC code.
    pub occupation: String,
    /// The SOC codes that the figures are for: more than one where BLS publishes them together.
    pub covers: Vec<String>,
    /// First and last year.
    pub years: [u16; 2],
    /// Jobs in those years.
    pub employment: [u32; 2],
    /// Change in percent, rounded by BLS.
    pub change: i32,
    /// Education that BLS names as typical at entry, if it names one for all that is covered.
    pub entry_education: Option<String>,
    /// Page of the Occupational Outlook Handbook.
    pub url: String,
}

/// A path of the map.
#[derive(Clone, Debug, Deserialize)]
pub struct OutlineRow {
    /// `land`: the country to be filled. `borders`: lines between states.
    pub part: String,
    /// The SVG path in the box of `map`.
    pub d: String,
}

fn yes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    match String::deserialize(deserializer)?.as_str() {
        "Y" => Ok(true),
        "N" => Ok(false),
        other => Err(D::Error::custom(format!("“{other}” is neither Y nor N"))),
    }
}
