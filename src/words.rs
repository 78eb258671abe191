//! Figures and findings to sentences. The one place to translate later; computes nothing.
//!
//! Amounts in sentences are rounded to a thousand dollars, as the evidence deserves; the tables and
//! the native tool give hundreds.

pub mod accessibility;
pub mod app;
pub mod beside;
pub mod cities;
mod claims;
pub mod compare;
pub mod embed;
mod errors;
pub mod find;
pub mod method;
mod offer;
pub mod offers;
pub mod page;
pub mod plan;
pub mod plan_form;
pub mod plan_page;
pub mod plan_trouble;
pub mod site;
pub mod skills;
mod steps;
pub mod takehome;
pub mod tax;

pub use claims::{claim_pay, claim_source};
pub use errors::{EMPTY_LINE, field_error, row_error};
pub use offer::{offer_error, quote, rests_on, verdict};
pub use steps::{evidence, evidence_name, known, step, step_name, support};

use crate::dataset::Dataset;
use crate::finder::Place;
use crate::money::Money;
use crate::profile::{Education, Experience, Level, Profile};

/// `$185,080`
pub fn exact(amount: Money) -> String {
    let sign = if amount.whole() < 0 { "−" } else { "" };
    format!("{sign}${}", grouped(amount.whole().unsigned_abs()))
}

/// `$185,000`: rounded to a thousand.
pub fn about(amount: Money) -> String {
    exact(amount.rounded(1000))
}

/// `$185k`: for axes.
pub fn short(amount: Money) -> String {
    let thousands = amount.rounded(1000).whole() / 1000;
    if amount.whole() == 0 { "$0".to_owned() } else { format!("${thousands}k") }
}

/// `$185k`, `$1.2m`: for axes that reach millions.
pub fn brief(amount: Money) -> String {
    if amount.whole().abs() < 1_000_000 {
        return short(amount);
    }
    let tenths = amount.rounded(100_000).whole() / 100_000;
    let (whole, tenth) = (tenths / 10, (tenths % 10).abs());
    if tenth == 0 { format!("${whole}m") } else { format!("${whole}.{tenth}m") }
}

/// `1,234,567`
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1st`, `22nd`, `58th`
pub fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `Palo Alto, CA`, `the United States`
pub fn place(dataset: &Dataset, place: Place) -> &'static str {
    match place {
        Place::Country => "the United States",
        Place::City(city) => dataset.city(city).name,
    }
}

/// `5 years of experience`, `senior level`
pub fn experience(experience: Experience) -> String {
    match experience {
        Experience::Years(years) => match years.get() {
            0 => "no experience yet".to_owned(),
            1 => "1 year of experience".to_owned(),
            years => format!("{years} years of experience"),
        },
        Experience::Level(level) => format!("{} level", self::level(level)),
    }
}

/// `a master’s degree`
pub const fn education(education: Education) -> &'static str {
    match education {
        Education::None => "no bachelor’s degree",
        Education::Bachelors => "a bachelor’s degree",
        Education::Masters => "a master’s degree",
        Education::Doctorate => "a doctorate",
    }
}

/// `entry`, `mid`, …
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::Entry => "entry",
        Level::Mid => "mid",
        Level::Senior => "senior",
        Level::Executive => "executive",
    }
}

/// `Machine Learning Engineer in Palo Alto, CA with 5 years of experience`, and `and a master’s degree`
/// where that was said.
pub fn question(dataset: &Dataset, profile: &Profile) -> String {
    let role = dataset.role(profile.role).title;
    let place = place(dataset, profile.place);
    let (at, and) = match profile.experience {
        Experience::Years(_) => (" with ", " and "),
        Experience::Level(_) => (" at ", " with "),
    };
    let mut said = [role, " in ", place, at, &experience(profile.experience)].concat();
    if let Some(education) = profile.education {
        said.extend([and, self::education(education)]);
    }
    said
}

/// `A`, `A and B`, `A, B and C`, joined by the last word given.
pub fn list(items: &[impl AsRef<str>], last: &str) -> String {
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        out.extend(match at {
            0 => [""; 3],
            _ if at + 1 == items.len() => [" ", last, " "],
            _ => [", ", "", ""],
        });
        out.push_str(item.as_ref());
    }
    out
}

/// `2025`, `July 2025`, `20 November 2026`: a date of `data/` in words; anything else as it is.
pub fn date(iso: &str) -> String {
    let mut parts = iso.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let Some(month) = month.and_then(|month| MONTHS.get(month.wrapping_sub(1))) else {
        return iso.to_owned();
    };
    match parts.next() {
        Some(day) => format!("{} {month} {year}", day.trim_start_matches('0')),
        None => format!("{month} {year}"),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_americans_write_them() {
        assert_eq!(exact(Money::dollars(1_085_080)), "$1,085,080");
        assert_eq!(exact(Money::dollars(-900)), "−$900");
        assert_eq!(about(Money::dollars(185_580)), "$186,000");
        assert_eq!(short(Money::dollars(185_580)), "$186k");
        assert_eq!(short(Money::dollars(0)), "$0");
    }

    #[test]
    fn ordinals() {
        let all = [1, 2, 3, 4, 11, 12, 13, 21, 22, 58].map(ordinal);
        assert_eq!(
            all,
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "58th"]
        );
    }

    #[test]
    fn lists_read_aloud() {
        assert_eq!(list(&["a"], "or"), "a");
        assert_eq!(list(&["a", "b", "c"], "or"), "a, b or c");
        assert_eq!(list(&[] as &[&str], "or"), "");
    }
}
