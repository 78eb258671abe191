//! Questions to and from the query string. Reading is tolerant and never fails; writing is stable:
//! the same question always gives the same text. Judging what was read is [`crate::profile`]'s work.

use crate::dataset::Dataset;
use crate::finder::Place;
use crate::profile::{Education, Experience, Level, Profile};
use crate::search::slug;

/// Longest query that is read, in bytes; the rest is ignored.
const LONGEST_QUERY: usize = 4096;
/// Longest answer that is kept, in letters.
const LONGEST_ANSWER: usize = 200;

/// The answers found in a query string, as written there. `None` means not mentioned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// `role=`
    pub role: Option<String>,
    /// `city=`
    pub city: Option<String>,
    /// `years=`
    pub years: Option<String>,
    /// `level=`, instead of years
    pub level: Option<String>,
    /// `education=`
    pub education: Option<String>,
}

/// Reads a query string, with or without its question mark. Unknown keys are ignored, and of a key
/// given twice the first counts.
pub fn read(query: &str) -> Asked {
    let query = query.strip_prefix('?').unwrap_or(query);
    let end = query.floor_char_boundary(LONGEST_QUERY);
    let mut asked = Asked::default();
    for pair in query[..end].split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let slot = match key {
            "role" => &mut asked.role,
            "city" => &mut asked.city,
            "years" => &mut asked.years,
            "level" => &mut asked.level,
            "education" => &mut asked.education,
            _ => continue,
        };
        slot.get_or_insert_with(|| decoded(value).chars().take(LONGEST_ANSWER).collect());
    }
    asked
}

/// The value of a key, as typed; `None` where the query does not mention it.
pub fn value(query: &str, wanted: &str) -> Option<String> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let mut pairs = query[..query.floor_char_boundary(LONGEST_QUERY)].split('&');
    let value = pairs.find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == wanted))?.1;
    Some(decoded(value).chars().take(LONGEST_ANSWER).collect())
}

/// A value as `application/x-www-form-urlencoded` has it: `+` is a space, `%41` a byte, and from
/// the first byte that is no UTF-8 on there is a mark alone (WHATWG URL standard, section 5.1, marks
/// each and goes on). The library for it would weigh a kilobyte more in the browser.
fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        bytes.push(match (first, after) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    16 * high + low
                }
                _ => b'%',
            },
            _ => *first,
        });
    }
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let valid = error.utf8_error().valid_up_to();
        let mut bytes = error.into_bytes();
        bytes.truncate(valid);
        bytes.extend("\u{fffd}".as_bytes());
        String::from_utf8(bytes).unwrap_or_default()
    })
}

const fn digit(letter: u8) -> Option<u8> {
    match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        b'a'..=b'f' => Some(letter - b'a' + 10),
        b'A'..=b'F' => Some(letter - b'A' + 10),
        _ => None,
    }
}

/// A value as it stands in a query string: the inverse of what [`value`] reads.
pub fn encoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            other => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                let digits = [other >> 4, other & 15].map(|digit| HEX[usize::from(digit)]);
                out.extend(['%', char::from(digits[0]), char::from(digits[1])]);
            }
        }
    }
    out
}

/// Writes a question as a query string without its question mark.
pub fn write(dataset: &Dataset, profile: &Profile) -> String {
    let role = dataset.role(profile.role).id;
    let city = place_id(dataset, profile.place);
    let mut query = match profile.experience {
        Experience::Years(years) => format!("role={role}&city={city}&years={}", years.get()),
        Experience::Level(level) => format!("role={role}&city={city}&level={}", level_id(level)),
    };
    if let Some(education) = profile.education {
        query.push_str("&education=");
        query.push_str(education_id(education));
    }
    query
}

/// The stable name of a place in links: `palo-alto-ca`, `us`.
pub fn place_id(dataset: &Dataset, place: Place) -> String {
    match place {
        Place::Country => "us".to_owned(),
        Place::City(city) => slug(dataset.city(city).name),
    }
}

/// The stable name of an education in links.
pub const fn education_id(education: Education) -> &'static str {
    match education {
        Education::None => "none",
        Education::Bachelors => "bachelors",
        Education::Masters => "masters",
        Education::Doctorate => "doctorate",
    }
}

/// The word for a level in addresses.
pub const fn level_id(level: Level) -> &'static str {
    match level {
        Level::Entry => "entry",
        Level::Mid => "mid",
        Level::Senior => "senior",
        Level::Executive => "executive",
    }
}
