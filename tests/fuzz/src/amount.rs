//! Any text as an amount of dollars, an offer and years: against long division by hand.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paypath::dataset::Dataset;
use paypath::estimate::estimate;
use paypath::finder::Place;
use paypath::money::Money;
use paypath::offer;
use paypath::profile::{self, Experience, Profile};
use paypath::words;

fuzz_target!(|bytes: &[u8]| {
    let typed = &*String::from_utf8_lossy(bytes);
    let read = Money::parse(typed).ok();
    assert_eq!(read.map(Money::whole), by_hand(typed), "{typed:?}");
    if let Some(amount) = read {
        assert_eq!(Money::parse(&words::exact(amount)), Ok(amount), "as it is shown");
        for shown in [words::about(amount), words::short(amount), words::brief(amount)] {
            assert!(shown.starts_with('$'), "{shown}");
        }
    }
    let five = profile::years("5").expect("a number of years");
    let years = profile::years(typed).unwrap_or(five);
    match offer::parse(typed) {
        Ok(pay) => judge(pay, years),
        Err(error) => assert!(!words::offer_error(error).is_empty()),
    }
});

/// The amount as a school child works it out, digit by digit: whole dollars, what is beyond cut.
fn by_hand(typed: &str) -> Option<i32> {
    let text = typed.trim();
    let text = text.strip_prefix('$').unwrap_or(text).trim();
    let (text, thousands) = match text.strip_suffix(['k', 'K']) {
        Some(text) => (text.trim_end(), true),
        None => (text, false),
    };
    let plain: String =
        text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    if whole.is_empty() || !whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let shifted = if thousands { part.bytes().chain([b'0'; 3]).take(3).collect() } else { vec![] };
    let digits = whole.bytes().chain(shifted);
    Some(
        digits.fold(0_i32, |sum, digit| {
            sum.saturating_mul(10).saturating_add(i32::from(digit - b'0'))
        }),
    )
}

fn judge(pay: Money, years: profile::Years) {
    let dataset = Dataset::embedded();
    let role = dataset.role_ids().nth(pay.whole().unsigned_abs() as usize % 22).expect("22 roles");
    let experience = Experience::Years(years);
    let profile = Profile { role, place: Place::Country, experience, education: None };
    let verdict = offer::judge(&estimate(dataset, &profile), pay);
    let [low, high] = verdict.between;
    assert!((1..=99).contains(&verdict.percentile), "{verdict:?}");
    assert!(low <= verdict.percentile && verdict.percentile <= high, "{verdict:?}");
    assert!(!words::verdict(&verdict).is_empty());
}
