//! Offers and a move as they are typed: fields by name, to and from queries and files. Judges nothing.

use super::MOST;
use super::json::{Json, escaped};
use crate::link::{encoded, value};

/// A field of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Whose offer it is.
    Name,
    /// The job.
    Role,
    /// Where one would live.
    City,
    /// Which of its places that taxes tell apart.
    Area,
    /// Years of experience.
    Years,
    /// Whether it is remote: nothing, or a word for it ([`Typed::is_remote`]).
    Remote,
    /// Base pay.
    Base,
    /// Target bonus, in dollars or percent of base.
    Bonus,
    /// Paid on signing.
    SignOn,
    /// Equity of a year.
    Equity,
    /// Percent left out for its risk.
    Discount,
    /// To a 401(k).
    Retirement,
    /// Health premium.
    Health,
    /// Health savings account.
    Hsa,
}

impl Field {
    /// All, as they are shown.
    pub const ALL: [Self; 14] = [
        Self::Name,
        Self::Role,
        Self::City,
        Self::Area,
        Self::Years,
        Self::Remote,
        Self::Base,
        Self::Bonus,
        Self::SignOn,
        Self::Equity,
        Self::Discount,
        Self::Retirement,
        Self::Health,
        Self::Hsa,
    ];

    /// Its name in ids, addresses and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Role => "role",
            Self::City => "city",
            Self::Area => "area",
            Self::Years => "years",
            Self::Remote => "remote",
            Self::Base => "base",
            Self::Bonus => "bonus",
            Self::SignOn => "signon",
            Self::Equity => "equity",
            Self::Discount => "discount",
            Self::Retirement => "retirement",
            Self::Health => "health",
            Self::Hsa => "hsa",
        }
    }

    /// Whether only the visitor knows it, so that no link tells it unasked.
    pub const fn is_own(self) -> bool {
        !matches!(self, Self::Role | Self::City | Self::Area | Self::Years | Self::Remote)
    }
}

/// An offer as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    texts: [String; Field::ALL.len()],
}

impl Typed {
    /// What stands in a field.
    pub fn get(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    /// Whether it is remote: any word but those for no.
    pub fn is_remote(&self) -> bool {
        !["", "no", "false", "off", "0"].contains(&self.get(Field::Remote))
    }

    /// Whether nothing was said yet of where and for how much.
    pub fn is_blank(&self) -> bool {
        [Field::City, Field::Base].iter().all(|&field| self.get(field).trim().is_empty())
    }

    /// Writes into a field.
    pub fn set(&mut self, field: Field, text: String) {
        self.texts[field as usize] = text;
    }

    /// The same with this in a field.
    #[must_use]
    pub fn with(mut self, field: Field, text: &str) -> Self {
        self.set(field, text.to_owned());
        self
    }
}

/// A field of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The wage now.
    Wage,
    /// Where somebody lives.
    From,
    /// Which of its places.
    FromArea,
    /// Where they would live.
    To,
    /// Which of its places.
    ToArea,
}

impl Part {
    /// All, as they are shown.
    pub const ALL: [Self; 5] = [Self::Wage, Self::From, Self::FromArea, Self::To, Self::ToArea];

    /// Its name in ids and addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Wage => "wage",
            Self::From => "from",
            Self::FromArea => "fromarea",
            Self::To => "to",
            Self::ToArea => "toarea",
        }
    }
}

/// A move as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moving {
    texts: [String; Part::ALL.len()],
}

impl Moving {
    /// What stands in a field.
    pub fn get(&self, part: Part) -> &str {
        &self.texts[part as usize]
    }

    /// Writes into a field.
    pub fn set(&mut self, part: Part, text: String) {
        self.texts[part as usize] = text;
    }

    /// The same with this in a field.
    #[must_use]
    pub fn with(mut self, part: Part, text: &str) -> Self {
        self.set(part, text.to_owned());
        self
    }
}

/// Writes a query string without its question mark; what only the visitor knows is in it when
/// `figures` says so.
pub fn query(status: &str, offers: &[Typed], moving: &Moving, figures: bool) -> String {
    let mut out = ["status=", &encoded(status)].concat();
    let mut add = |key: &str, at: &str, text: &str| {
        if !text.is_empty() {
            out.extend(["&", key, at, "=", &encoded(text)]);
        }
    };
    for (at, offer) in offers.iter().enumerate() {
        let at = (at + 1).to_string();
        for field in Field::ALL.into_iter().filter(|field| figures || !field.is_own()) {
            add(field.key(), &at, offer.get(field));
        }
    }
    for part in Part::ALL.into_iter().filter(|&part| figures || part != Part::Wage) {
        add(part.key(), "", moving.get(part));
    }
    out
}

/// Reads what [`query`] writes: status, offers, move. No offers where a query has none.
pub fn from_query(query: &str) -> (String, Vec<Typed>, Moving) {
    let mut offers = Vec::new();
    for at in 1..=MOST {
        let mut offer = Typed::default();
        for field in Field::ALL {
            offer.set(field, value(query, &format!("{}{at}", field.key())).unwrap_or_default());
        }
        if offer != Typed::default() {
            offers.push(offer);
        }
    }
    let mut moving = Moving::default();
    for part in Part::ALL {
        moving.set(part, value(query, part.key()).unwrap_or_default());
    }
    (value(query, "status").unwrap_or_default(), offers, moving)
}

/// Offers as a file.
pub fn file(status: &str, offers: &[Typed]) -> String {
    let one = |offer: &Typed| {
        let filled = Field::ALL.into_iter().filter(|&field| !offer.get(field).is_empty());
        let cells =
            filled.map(|field| format!("\"{}\":{}", field.key(), escaped(offer.get(field))));
        format!("{{{}}}", cells.collect::<Vec<_>>().join(","))
    };
    let offers: Vec<String> = offers.iter().map(one).collect();
    format!(
        "{{\"paypath\":\"offers\",\"status\":{},\"offers\":[{}]}}",
        escaped(status),
        offers.join(",")
    )
}

/// Reads what [`file()`] writes; none where a text is no such file.
pub fn from_file(text: &str) -> Option<(String, Vec<Typed>)> {
    let file = Json::parse(text)?;
    if file.get("paypath")?.text()? != "offers" {
        return None;
    }
    let (mut offers, mut known) = (Vec::new(), false);
    for row in file.get("offers")?.list()?.iter().take(MOST) {
        let mut offer = Typed::default();
        for field in Field::ALL {
            if let Some(text) = row.get(field.key()).and_then(Json::text) {
                offer.set(field, text.chars().take(LONGEST).collect());
                known = true;
            }
        }
        offers.push(offer);
    }
    let status = file.get("status").and_then(Json::text).unwrap_or_default();
    // A file of something else must not take the place of what was typed.
    known.then(|| (status.to_owned(), offers))
}

/// Longest text of a field that is read, in letters.
const LONGEST: usize = 200;
