//! Any text as a query: what is read back is what was written, and a valid question survives the way
//! into a link and back.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paypath::dataset::Dataset;
use paypath::estimate::estimate;
use paypath::finder::Finder;
use paypath::link::{Asked, encoded, read, value, write};
use paypath::profile::{self, Answers, Profile};
use std::sync::LazyLock;

/// Letters of an answer that are kept (`src/link.rs`).
const KEPT: usize = 200;
/// Bytes of a query that are read.
const READ: usize = 4096;

static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(Dataset::embedded()));

fuzz_target!(|bytes: &[u8]| {
    let text = &*String::from_utf8_lossy(bytes);
    values(text);
    let asked = read(text);
    for answer in each(&asked).into_iter().filter_map(|(_, answer)| answer) {
        assert!(answer.chars().count() <= KEPT);
    }
    if !text.starts_with('?') {
        // Within what is read: the mark itself takes no room.
        assert_eq!(read(&format!("?{text}")), asked);
    }
    again(&asked);
    if let Ok(profile) = judged(&asked) {
        valid(profile);
    }
});

/// A value is read as it was written, however long, up to the letters that are kept.
fn values(text: &str) {
    let kept: String = text.chars().take(KEPT).collect();
    let written = encoded(text);
    assert!(written.bytes().all(|byte| byte.is_ascii_graphic() && !b"&=?#<>\"'".contains(&byte)));
    assert_eq!(value(&format!("a=1&key={written}"), "key"), Some(kept.clone()));
    assert_eq!(read(&format!("?city={written}")).city, Some(kept));
}

fn each(asked: &Asked) -> [(&'static str, Option<&str>); 5] {
    [
        ("role", asked.role.as_deref()),
        ("city", asked.city.as_deref()),
        ("years", asked.years.as_deref()),
        ("level", asked.level.as_deref()),
        ("education", asked.education.as_deref()),
    ]
}

/// What was read, written out and read again, is the same.
fn again(asked: &Asked) {
    let pairs = each(asked).into_iter();
    let pairs = pairs.filter_map(|(key, answer)| Some(format!("{key}={}", encoded(answer?))));
    let query = pairs.collect::<Vec<_>>().join("&");
    if query.len() <= READ {
        assert_eq!(read(&query), *asked);
    }
}

fn judged(asked: &Asked) -> Result<Profile, Vec<profile::FieldError>> {
    let [role, place, years, level, education] =
        each(asked).map(|(_, answer)| answer.unwrap_or_default());
    profile::parse(&FINDER, &Answers { role, place, years, level, education })
}

/// A valid question comes back from its own link, and has an answer.
fn valid(profile: Profile) {
    let dataset = Dataset::embedded();
    assert_eq!(judged(&read(&write(dataset, &profile))), Ok(profile));
    let pay = estimate(dataset, &profile).percentiles();
    assert!(pay.is_sorted() && pay[0].whole() > 0, "{pay:?}");
}
