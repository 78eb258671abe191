//! The validated question: which job, where, with how much experience.
//!
//! Raw answers become a [`Profile`] or *all* the errors at once; nothing past this file sees text.

mod error;

pub use error::{Field, FieldError};

use crate::dataset::RoleId;
use crate::finder::{Finder, Miss, Place};
use crate::search::slug;

/// Most years of experience that can be asked about.
pub const MOST_YEARS: u8 = 50;

/// Whole years of work in the field, 0 to [`MOST_YEARS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Years(u8);

impl Years {
    /// No experience yet.
    pub const NONE: Self = Self(0);

    /// Years in range.
    pub const fn new(years: u8) -> Option<Self> {
        if years <= MOST_YEARS { Some(Self(years)) } else { None }
    }

    /// The number of years.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// Career level, as postings name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Entry (EN).
    Entry,
    /// Mid (MI).
    Mid,
    /// Senior (SE).
    Senior,
    /// Executive (EX).
    Executive,
}

impl Level {
    /// Lowest first.
    pub const ALL: [Self; 4] = [Self::Entry, Self::Mid, Self::Senior, Self::Executive];

    /// Position in [`Self::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The level of a postings code or an English name.
    pub fn parse(text: &str) -> Option<Self> {
        match slug(text).as_str() {
            "en" | "entry" | "entry-level" | "junior" => Some(Self::Entry),
            "mi" | "mid" | "mid-level" | "intermediate" => Some(Self::Mid),
            "se" | "senior" | "senior-level" => Some(Self::Senior),
            "ex" | "executive" | "director" => Some(Self::Executive),
            _ => None,
        }
    }
}

/// Highest education completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Education {
    /// Less than a bachelor's degree.
    None,
    /// Bachelor's degree.
    Bachelors,
    /// Master's degree.
    Masters,
    /// Doctorate.
    Doctorate,
}

impl Education {
    /// Lowest first.
    pub const ALL: [Self; 4] = [Self::None, Self::Bachelors, Self::Masters, Self::Doctorate];

    /// Position in [`Self::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The education of an English name.
    pub fn parse(text: &str) -> Option<Self> {
        match slug(text).as_str() {
            "none" | "no-degree" | "less" => Some(Self::None),
            "bachelor" | "bachelors" | "bachelors-degree" | "bs" | "ba" => Some(Self::Bachelors),
            "master" | "masters" | "masters-degree" | "ms" | "ma" => Some(Self::Masters),
            "doctorate" | "doctor" | "phd" | "doctoral-degree" => Some(Self::Doctorate),
            _ => None,
        }
    }
}

/// How experience was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Experience {
    /// In years.
    Years(Years),
    /// As a level.
    Level(Level),
}

/// A question that can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Profile {
    /// The job.
    pub role: RoleId,
    /// Where.
    pub place: Place,
    /// How experienced.
    pub experience: Experience,
    /// Education, where it was given.
    pub education: Option<Education>,
}

/// Answers as typed; an empty text is no answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers<'a> {
    /// Id, title or alias.
    pub role: &'a str,
    /// CBSA code, city, metro title or `US`.
    pub place: &'a str,
    /// A whole number of years.
    pub years: &'a str,
    /// A level instead of years.
    pub level: &'a str,
    /// Education, optional.
    pub education: &'a str,
}

/// Reads typed answers.
///
/// # Errors
/// Every answer that cannot be used, in the order of the fields.
pub fn parse(finder: &Finder, answers: &Answers<'_>) -> Result<Profile, Vec<FieldError>> {
    assemble(role(finder, answers.role), place(finder, answers.place), answers)
}

/// The same for a role and a place that were looked up before.
///
/// # Errors
/// Every answer that cannot be used, in the order of the fields.
pub fn assemble(
    role: Result<RoleId, FieldError>,
    place: Result<Place, FieldError>,
    answers: &Answers<'_>,
) -> Result<Profile, Vec<FieldError>> {
    let experience = experience(answers.years, answers.level);
    let education = education(answers.education);
    match (role, place, experience, education) {
        (Ok(role), Ok(place), Ok(experience), Ok(education)) => {
            Ok(Profile { role, place, experience, education })
        }
        (role, place, experience, education) => {
            let errors = [role.err(), place.err(), experience.err(), education.err()];
            Err(errors.into_iter().flatten().collect())
        }
    }
}

/// Reads a role.
///
/// # Errors
/// When it is missing or unknown.
pub fn role(finder: &Finder, typed: &str) -> Result<RoleId, FieldError> {
    if typed.trim().is_empty() {
        return Err(FieldError::Missing(Field::Role));
    }
    finder.role(typed).map_err(|miss| {
        let (Miss::Unknown(near) | Miss::Ambiguous(near)) = miss;
        FieldError::Role { typed: shown(typed), near }
    })
}

/// Reads a place.
///
/// # Errors
/// When it is missing, unknown or shared by several places.
pub fn place(finder: &Finder, typed: &str) -> Result<Place, FieldError> {
    if typed.trim().is_empty() {
        return Err(FieldError::Missing(Field::Place));
    }
    finder.place(typed).map_err(|miss| FieldError::Place { typed: shown(typed), miss })
}

/// Reads years of experience.
///
/// # Errors
/// When it is missing, not a number, or not a whole number from 0 to [`MOST_YEARS`].
pub fn years(typed: &str) -> Result<Years, FieldError> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(FieldError::Missing(Field::Years));
    }
    if let Some(years) = text.parse().ok().and_then(Years::new) {
        return Ok(years);
    }
    let typed = shown(text);
    Err(if is_number(text) {
        FieldError::YearsOutside { typed }
    } else {
        FieldError::NotANumber { typed }
    })
}

/// Whether a text is a number as people write it: digits, one point at most, perhaps a sign. The
/// library's own reader of fractions would weigh 10 KB in the browser.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '−', '+']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    digits.len() > usize::from(digits.contains('.')) && all_digits(whole) && all_digits(part)
}

/// Reads a level.
///
/// # Errors
/// When it is not one.
pub fn level(typed: &str) -> Result<Level, FieldError> {
    Level::parse(typed).ok_or_else(|| FieldError::Level { typed: shown(typed) })
}

fn experience(years_typed: &str, level_typed: &str) -> Result<Experience, FieldError> {
    match (years_typed.trim(), level_typed.trim()) {
        (_, "") => years(years_typed).map(Experience::Years),
        ("", typed) => level(typed).map(Experience::Level),
        _ => Err(FieldError::YearsAndLevel),
    }
}

/// Reads an education; an empty text is none given.
///
/// # Errors
/// When it is unknown.
pub fn education(typed: &str) -> Result<Option<Education>, FieldError> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let education = Education::parse(typed);
    education.map(Some).ok_or_else(|| FieldError::Education { typed: shown(typed) })
}

/// What was typed, without control characters and cut to a length that can be shown back.
pub fn shown(typed: &str) -> String {
    typed.trim().chars().filter(|letter| !letter.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_years_are_read_with_a_sign_or_spaces() {
        for (typed, read) in [("5", 5), (" 5 ", 5), ("+5", 5), ("0", 0), ("007", 7), ("50", 50)] {
            assert_eq!(years(typed), Ok(Years(read)), "{typed}");
        }
    }

    #[test]
    fn numbers_outside_are_told_from_what_is_no_number() {
        for typed in ["51", "256", "-3", "−3", "5.5", "5,5", "1,000", "99999999999999999999", ".5"]
        {
            let outside = FieldError::YearsOutside { typed: typed.into() };
            assert_eq!(years(typed), Err(outside), "{typed}");
        }
        for typed in ["five", "1e3", "5 years", "NaN", "inf", "-", ".", "+", "5-10", "0x5", "５"] {
            let error = FieldError::NotANumber { typed: typed.into() };
            assert_eq!(years(typed), Err(error), "{typed}");
        }
        assert_eq!(years(" \t"), Err(FieldError::Missing(Field::Years)));
    }

    #[test]
    fn what_is_shown_back_is_short_and_plain() {
        assert_eq!(shown(" a\u{1b}[31m\nb "), "a[31mb");
        assert_eq!(shown(&"x".repeat(1000)).len(), 60);
    }
}
