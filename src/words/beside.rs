//! Answers beside each other, in words.

use super::site::between;
use super::{about, evidence_name, exact, experience, place};
use crate::dataset::Dataset;
use crate::estimate::{Against, Estimate};
use crate::money::Money;
use crate::profile::Profile;

/// Title in the browser's tab.
pub const TITLE: &str = "Compare pay by job, city and experience - Paypath";
/// Description for search engines.
pub const DESCRIPTION: &str = "Up to four jobs, cities or years of experience on one scale and in one table, with how \
     sure each figure is, to copy, save or print.";
/// Heading.
pub const HEADING: &str = "Compare pay";
/// Below it.
pub const LEAD: &str =
    "Up to four jobs, cities or years of experience on one scale. Change any part of them.";
/// Name of the form.
pub const FORM: &str = "What to compare";
/// Heading of the answer.
pub const RESULTS: &str = "Side by side";
/// Above the drawing.
pub const KEY: &str = "Thick bar: half of such people. Thin bar: 8 in 10. Line: the middle.";
/// Adds a question.
pub const ADD: &str = "Add another";
/// Caption of the table.
pub const CAPTION: &str = "Base pay a year, side by side";
/// Head of its first column.
pub const WHAT: &str = "What";
/// Its rows.
pub const ROWS: [&str; 7] = [
    "The middle",
    "Half earn between",
    "8 in 10 earn between",
    "We are 80% sure that the middle lies between",
    "Middle beside the first",
    "Of 100 pairs with the first, it earns more in",
    "Evidence",
];
/// In place of what does not apply.
pub const NONE: &str = "–";
/// Said where a city stands beside the country.
pub const MIXED: &str = "Figures for the United States are pay that employers post; those for cities are wages that were \
     surveyed. What lies between the two is not the place alone, so we do not subtract them.";
/// Below the table.
pub const PAIRS_MEAN: &str =
    "Pairs: one person of each, drawn at random. 50 of 100 means that neither is ahead.";

/// Heading of the ways to take the answers along.
pub const TAKE: &str = "Take it along";
/// Above the text to copy.
pub const QUOTE: &str = "In sentences, with the source";
/// The button below it.
pub const COPY: &str = "Copy the text";
/// It is copied.
pub const COPIED: &str = "Copied.";
/// The browser refused.
pub const NOT_COPIED: &str =
    "Your browser does not let us copy: mark the text and copy it yourself.";
/// Saves a table.
pub const CSV: &str = "Save as CSV, for a spreadsheet";
/// Saves data.
pub const JSON: &str = "Save as JSON, for a program";
/// Saves the picture.
pub const PICTURE: &str = "Save as a picture, to share";
/// Prints the page.
pub const PRINT: &str = "Print";
/// Leads back here.
pub const LINK: &str = "Link to this comparison";
/// Heading of the picture.
pub const PICTURE_HEADING: &str = "Base pay a year in the USA";

/// On the page of roles: leads here.
pub const FROM_ROLES: &str = "Compare pay by city and experience";

/// Legend of a question.
pub fn legend(at: usize) -> String {
    format!("Question {}", at + 1)
}

/// Takes a question away.
pub fn remove(at: usize) -> String {
    format!("Remove question {}", at + 1)
}

/// Said of a question that cannot be read.
pub fn waits(at: usize) -> String {
    format!("Question {} is left out until the fields marked above are right.", at + 1)
}

/// `Data Analyst` and `Chicago, IL, 3 years of experience, a master’s degree`: a question in two lines.
pub fn called(dataset: &Dataset, profile: &Profile) -> [String; 2] {
    let mut detail = [place(dataset, profile.place), &experience(profile.experience)].join(", ");
    if let Some(education) = profile.education {
        detail.extend([", ", super::education(education)]);
    }
    [dataset.role(profile.role).title.to_owned(), detail]
}

/// `$23,000 more (12%)`, and whether we are sure.
pub fn difference(against: &Against) -> String {
    let dollars = about(Money::dollars(against.more.whole().abs()));
    let percent = (against.part.abs() * 100.0).round() as u32;
    let side = if against.more.whole() < 0 { "less" } else { "more" };
    if against.more.whole() == 0 {
        return "The same".to_owned();
    }
    let said = match against.more.rounded(1000).whole() {
        0 => "About the same".to_owned(),
        _ => format!("{dollars} {side} ({percent}%)"),
    };
    if against.is_sure(2) { said } else { format!("{said}; too close to be sure") }
}

/// `61`, `more than 99`: of 100 pairs.
pub fn often(against: &Against) -> String {
    match (against.often * 100.0).round() as u32 {
        0 => "less than 1".to_owned(),
        100.. => "more than 99".to_owned(),
        often => often.to_string(),
    }
}

/// Before the highest of all answers, or of those for cities or for the country where both stand there.
pub const HIGHEST: &str = "Highest";
/// The same for cities.
pub const HIGHEST_CITY: &str = "Highest of the cities";
/// The same for the country.
pub const HIGHEST_COUNTRY: &str = "Highest of those for the United States";

/// How the highest and the lowest of this many middles stand to each other, in a sentence or two, after
/// one of the words above.
pub fn summary([among, highest, lowest]: [&str; 3], against: &Against, of: usize) -> String {
    let dollars = match against.more.rounded(1000).whole() {
        0 => "less than $1,000".to_owned(),
        _ => about(against.more),
    };
    let middles = match among {
        HIGHEST_CITY => "The middles of the cities",
        HIGHEST_COUNTRY => "The middles for the United States",
        _ => "These middles",
    };
    if against.more.whole() == 0 {
        return format!("{middles} are the same: our figures do not tell them apart.");
    }
    if !against.is_sure(of) {
        return format!(
            "{middles} are too close to say which is higher: {dollars} a year apart at most, within what \
             we may be wrong by."
        );
    }
    format!(
        "{among}: {highest}. Lowest: {lowest}. Their middles are {dollars} a year apart. Of 100 pairs with \
         one person of each, the one with the higher middle earns more in {}.",
        often(against)
    )
}

/// `Data Analyst, Chicago, IL, …: the middle is $93,000, half earn between … and ….`
pub fn row(called: &[String; 2], estimate: &Estimate) -> String {
    let likely = estimate.likely();
    format!(
        "{}, {}: the middle is {}, half earn between {} and {}.",
        called[0],
        called[1],
        about(estimate.median()),
        about(likely.low),
        about(likely.high)
    )
}

/// The last sentence of what is copied.
pub fn at_address(address: &str) -> String {
    format!("Paypath, {address}")
}

/// Behind a place in a picture that shows surveyed wages too.
pub const POSTED: &str = ", pay as posted";

/// Below the picture: where its figures come from.
pub fn credit(dataset: &Dataset, posted: bool) -> String {
    let and = if posted { " and job postings" } else { "" };
    format!("Paypath, from official wage statistics of {}{and}", dataset.period)
}

/// Heads of the CSV: a row an answer; dollars a year, base pay before tax.
pub const COLUMNS: &str = "role,place,years,education,p10,p25,p50,p75,p90,middle_low_80,middle_high_80,evidence,source,unit,link";

/// What the figures of the files are.
pub const UNIT: &str = "US dollars a year, base pay before tax, without bonus or equity";

/// The cells of a row of the table, in the order of [`ROWS`].
pub fn cells(answer: &Estimate, against: Option<&Against>) -> [String; ROWS.len()] {
    let (likely, wide, middle) = (answer.likely(), answer.wide(), answer.middle_range());
    [
        about(answer.median()),
        between(likely),
        between(wide),
        between(middle),
        against.map_or_else(|| NONE.to_owned(), difference),
        against.map_or_else(|| NONE.to_owned(), often),
        evidence_name(answer.evidence).to_owned(),
    ]
}

/// An amount in a file, to the hundred: the data carry no more.
pub fn filed(amount: Money) -> String {
    exact(amount.rounded(100)).replace(['$', ','], "")
}
