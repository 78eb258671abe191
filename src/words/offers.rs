//! The page of offers: headings, labels, hints, and its findings as sentences. Amounts that visitors
//! typed, and what follows from them, are to the dollar.

use super::tax::{contribution, dollars, limits};
use super::{exact, field_error, offer_error, takehome};
use crate::dataset::Dataset;
use crate::money::{Cents, Money};
use crate::offers::{AmountError, Field, Needed, OfferError, Part};
use crate::tax::{Contribution, Texts};

/// Title in the tab.
pub const TITLE: &str = "Compare job offers after tax - Paypath";
/// For search engines.
pub const DESCRIPTION: &str = "Up to four offers side by side: base, bonus, sign-on and equity as you value it, \
     what taxes leave in the first year and after, what that buys in each city, and what a move must pay.";
/// Heading of the page.
pub const HEADING: &str = "Compare offers";
/// Below it.
pub const LEAD: &str = "What up to four offers leave after tax, in the first year and in a usual one, and what \
     that buys where you would live. It begins with an example: type over it. Nothing you type leaves your \
     device.";
/// On the picture that stands for the page.
pub const CARD: &str =
    "What up to four offers leave after tax, and what that buys where you would live.";
/// Name of the form.
pub const FORM: &str = "Your offers";
/// Label of how somebody files.
pub const STATUS: &str = takehome::STATUS;
/// Adds an offer.
pub const ADD: &str = "Add an offer";
/// Heading of the results.
pub const RESULTS: &str = "Side by side";
/// Caption of the table.
pub const CAPTION: &str = "Offers a year, to the dollar. A usual year has base, bonus and equity; the first \
     one has the sign-on as well.";
/// Head of its first column.
pub const WHAT: &str = "What";
/// Its rows.
pub const ROWS: [&str; 17] = [
    "Base pay",
    "Base is above",
    "Target bonus",
    "Equity, less your discount",
    "All pay, usual year",
    "Taxes, usual year",
    "Given before tax, usual year",
    "Take-home pay, usual year",
    "A month of it",
    "Every two weeks",
    "Real take-home pay, usual year",
    "Sign-on",
    "All pay, first year",
    "Taxes, first year",
    "Given before tax, first year",
    "Take-home pay, first year",
    "Real take-home pay, first year",
];
/// Its rows that are sums of those above them.
pub const SUMS: [&str; 2] = ["All pay, usual year", "All pay, first year"];
/// Nothing is known or to be told.
pub const NONE: &str = "–";
/// Below a table with contributions.
pub const GIVEN: &str = "What goes to a 401(k) or a health savings account is still yours, so the comparison \
     above counts it. Health premiums are spent.";
/// Below the table.
pub const MEANS: &str = "Real take-home pay is take-home pay divided by local prices (regional price parities \
     of 2024): what it would buy in a place with average prices. Bonus, sign-on and equity are taxed as wages \
     of their year, as shares are when they vest; options are not. Employers withhold flat rates from bonuses \
     and shares first: the tax return settles it.";
/// Heading of what lies behind the figures.
pub const BEHIND: &str = "Line by line, a usual year";
/// Heading of what is kept and shared.
pub const YOURS: &str = "Keep and share";
/// Keeps offers.
pub const KEEP: &str = "Keep my offers on this device";
/// What happens otherwise.
pub const KEEP_HINT: &str = "If not, figures are gone when the page is loaded again: its address has jobs, cities and years alone.";
/// Where the address asks for other offers than those kept.
pub const KEPT_SHOWN: &str =
    "These are the offers kept on this device. The link that you came by asks for others:";
/// Shows those of the link.
pub const SHOW_LINK: &str = "show the offers of the link";
/// Where offers kept on the device are not shown.
pub const KEPT_ASIDE: &str =
    "Other offers are kept on this device. Ticking the box puts these in their place.";
/// A browser that refuses.
pub const NOT_KEPT: &str = "This browser keeps nothing: save them as a file.";
/// Saves a file.
pub const EXPORT: &str = "Save my offers as a file (JSON)";
/// Takes a file.
pub const IMPORT: &str = "Take offers from such a file";
/// A file that cannot be read.
pub const REFUSED: &str =
    "That is no file of offers from this page. Choose one that you saved here.";
/// A file that was read.
pub const TAKEN: &str = "The offers of the file are above.";
/// Puts figures into the link.
pub const FIGURES: &str = "With names and figures";
/// The link.
pub const LINK: &str = "Link to this comparison";
/// What the link tells.
pub const LINK_HINT: &str = "It holds jobs, cities and years. Names and figures only if you tick the box: whoever \
     has the link then sees them.";

/// Heading of the move.
pub const MOVING: &str = "What must a move pay?";
/// Below it.
pub const MOVING_LEAD: &str = "The base pay that leaves as much to live on in another city, after its taxes and at \
     its prices, to the next whole dollar. No contributions are counted.";
/// Caption of its table.
pub const MOVING_CAPTION: &str = "The same life in both places, a year";
/// Its rows.
pub const MOVING_ROWS: [&str; 5] =
    ["Base pay", "Taxes", "Take-home pay", "Prices (USA = 100)", "Real take-home pay"];
/// Prices are not published.
pub const NO_PRICES: &str =
    "No prices are published for one of these places, so they cannot be compared. Choose others.";
/// Something is wrong with the move.
pub const MOVING_WRONG: &str = "Correct what is marked to see what the move must pay.";

/// `Offer 1`
pub fn number(at: usize) -> String {
    format!("Offer {}", at + 1)
}

/// What an offer is called: its name, or its number.
pub fn called(at: usize, name: &str) -> String {
    let name = name.trim();
    if name.is_empty() { number(at) } else { name.to_owned() }
}

/// Takes an offer away.
pub fn remove(called: &str) -> String {
    format!("Remove {called}")
}

/// Label of a field.
pub fn label(texts: &Texts, field: Field) -> String {
    match field {
        Field::Name => "Name".to_owned(),
        Field::Role => "Job".to_owned(),
        Field::City => "City".to_owned(),
        Field::Area => takehome::AREA.to_owned(),
        Field::Years => "Years of experience".to_owned(),
        Field::Remote => "Remote: compare base with the whole country’s".to_owned(),
        Field::Base => "Base pay a year".to_owned(),
        Field::Bonus => "Target bonus a year".to_owned(),
        Field::SignOn => "Sign-on, once".to_owned(),
        Field::Equity => "Equity a year".to_owned(),
        Field::Discount => "Discount for its risk".to_owned(),
        Field::Retirement => takehome::given(texts, Contribution::Retirement),
        Field::Health => takehome::given(texts, Contribution::Health),
        Field::Hsa => takehome::given(texts, Contribution::Hsa),
    }
}

/// Hint of a field; empty where none is needed.
pub fn hint(texts: &Texts, field: Field) -> String {
    match field {
        Field::Name => "As you like, such as the employer".to_owned(),
        Field::City => "Where you would live, or US".to_owned(),
        Field::Bonus => "Dollars, or percent of base like 15%".to_owned(),
        Field::Equity => "What a year of it is worth to you".to_owned(),
        Field::Discount => "Percent of it that you do not count on. Yours to judge".to_owned(),
        Field::Retirement => limits(texts, Contribution::Retirement).unwrap_or_default(),
        Field::Health => "What is taken from pay a year".to_owned(),
        Field::Hsa => limits(texts, Contribution::Hsa).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Name of the fields that few need.
pub fn more(texts: &Texts) -> String {
    format!("Before tax: {}, health", contribution(texts, Contribution::Retirement))
}

/// What is wrong with a field, and what to do.
pub fn wrong(dataset: &Dataset, error: &OfferError) -> String {
    match error {
        OfferError::Field(error) => field_error(dataset, error),
        OfferError::Base(error) => offer_error(*error),
        OfferError::Given(error) => takehome::given_error(*error),
        OfferError::Amount(AmountError::NotAnAmount) => {
            "Enter dollars a year, like 20,000 or 20k, or leave it empty.".to_owned()
        }
        OfferError::Amount(AmountError::NotABonus) => {
            "Enter dollars a year, like 20,000 or 20k, or percent of base with its sign, like 15%."
                .to_owned()
        }
        OfferError::Amount(AmountError::TooMuch { most }) => {
            format!("Enter at most {}.", exact(*most))
        }
        OfferError::Amount(AmountError::NotAPercent) => {
            "Enter a percent from 0 to 100, like 30 or 12.5.".to_owned()
        }
        OfferError::GivenTooMuch => {
            "Together you give more than the offer pays. Enter less.".to_owned()
        }
        OfferError::NoTaxes => format!("{} Choose another city.", takehome::NO_TAXES),
    }
}

/// An offer waits for corrections, or for the first words about it.
pub fn waits(called: &str, blank: bool) -> String {
    if blank {
        format!("{called} joins in once it has a city and base pay.")
    } else {
        format!("{called} is left out until what is marked in it is corrected.")
    }
}

/// `58 of 100`
pub fn above(percentile: u8) -> String {
    match percentile {
        ..=1 => "at most 1 of 100".to_owned(),
        99.. => "at least 99 of 100".to_owned(),
        _ => format!("{percentile} of 100"),
    }
}

/// The best offers in a sentence: of a usual year, and of the first where that is another. With what
/// is given before tax, if something is.
pub fn best(usual: &str, kept: Cents, first: &str, first_kept: Cents, given: bool) -> String {
    let given = if given { ", 401(k) and HSA counted" } else { "" };
    let first = if first == usual {
        "So it does in the first.".to_owned()
    } else {
        format!("In the first year {first} leaves most: {}.", dollars(first_kept))
    };
    format!("{usual} leaves most in a usual year{given}: {}. {first}", dollars(kept))
}

/// The offer that buys most in a sentence.
pub fn best_real(called: &str, worth: Cents) -> String {
    format!(
        "At local prices {called} buys most: as much as {} in a place with average prices.",
        dollars(worth)
    )
}

/// Label of a field of a move.
pub const fn moving_label(part: Part) -> &'static str {
    match part {
        Part::Wage => "Base pay now, a year",
        Part::From => "You live in",
        Part::FromArea | Part::ToArea => "Taxed in",
        Part::To => "You would live in",
    }
}

/// `New York, NY (taxed in New Jersey)`
pub fn taxed_in(city: &str, area: &str) -> String {
    format!("{city} (taxed in {area})")
}

/// What a move needs, in a sentence.
pub fn needed(needed: &Needed, here: &str, wage: Money, there: &str) -> String {
    let (before, after) = (wage.whole(), needed.wage.whole());
    let difference = exact(Money::dollars((after - before).abs()));
    let compared = match after.cmp(&before) {
        std::cmp::Ordering::Greater => format!("{difference} more"),
        std::cmp::Ordering::Less => format!("{difference} less"),
        std::cmp::Ordering::Equal => "the same".to_owned(),
    };
    format!(
        "To live in {there} as on {} in {here}, you must earn {}: {compared}.",
        exact(wage),
        exact(needed.wage)
    )
}

/// `104.3`: prices in tenths, without writing a fraction.
pub fn prices(prices: f32) -> String {
    let tenths = (prices * 10.0).round() as u32;
    format!("{}.{}", tenths / 10, tenths % 10)
}
