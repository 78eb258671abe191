//! Headings, labels and standing sentences of the pages.

use super::{about, exact, experience, place};
use crate::dataset::{Dataset, MetroId};
use crate::money::{Money, Range};
use crate::profile::{Education, Field, Profile};

/// Title of the start page in the browser's tab.
pub const TITLE: &str = "Paypath: what machine-learning work pays in the USA";
/// Its description for search engines.
pub const DESCRIPTION: &str = "Base pay of machine-learning, data and software jobs in every US metro area by \
                      experience: the middle, the range, the evidence and the reasons.";
/// The product's name.
pub const NAME: &str = "Paypath";
/// Link past the header.
pub const SKIP: &str = "Skip to the content";
/// Name of the list of pages.
pub const PAGES: &str = "Pages";
/// Name of the way to a page.
pub const CRUMBS: &str = "You are here";
/// The pages in the header: address and name.
pub const NAVIGATION: [(&str, &str); 9] = [
    ("/", "Calculator"),
    ("/path/", "Path"),
    ("/offers/", "Offers"),
    ("/roles/", "Roles"),
    ("/cities/", "Cities"),
    ("/skills/", "Skills"),
    ("/guide/", "Guide"),
    ("/faq/", "Questions"),
    ("/method/", "Method"),
];
/// Footer: what happens to answers.
pub const PRIVATE: &str =
    "Everything is worked out on your device. Nothing you type leaves it, and no one is tracked.";
/// Footer: before the publisher of the wages.
pub const PAY_DATA: &str = "Pay by place: ";
/// Footer: before the publishers of postings and survey.
pub const EXPERIENCE_DATA: &str = "Pay by experience: ";
/// Between two sources.
pub const AND: &str = " and ";

/// Heading of the start page.
pub const HEADING: &str = "What does machine-learning work pay?";
/// Below it.
pub const LEAD: &str = "Base pay in the USA by job, city and experience, and how we know.";
/// Before the examples.
pub const TRY: &str = "Try";
/// Questions to click: what the address asks, and the link's words.
pub const EXAMPLES: [(&str, &str); 2] = [
    ("role=data-analyst&city=chicago-il&years=3", "data analyst in Chicago, 3 years"),
    ("role=ai-research-scientist&city=us&years=10", "AI researcher in the USA, 10 years"),
];
/// Name of the form.
pub const QUESTION: &str = "Your question";
/// Said where scripts are off.
pub const NO_SCRIPT: &str = "Scripts are off in this browser, so the form cannot answer. The figures below are real: they are for the example question.";
/// The same on every other page with fields.
pub const NO_SCRIPT_FIELDS: &str = "Scripts are off in this browser, so fields and buttons cannot answer. What stands below is real: \
     it is for what they hold.";

/// Label of the role.
pub const ROLE: &str = "Job";
/// Label of the city.
pub const CITY: &str = "City";
/// Hint of the city.
pub const CITY_HINT: &str = "Or US for the whole country";
/// Label of the years.
pub const YEARS: &str = "Years of experience";
/// Hint of the years.
pub const YEARS_HINT: &str = "Paid work in this field, 0 to 50";
/// Label of the education.
pub const EDUCATION: &str = "Education";
/// The first choice of education.
pub const NOT_SAID: &str = "Not said";
/// Name of the slider beside the years.
pub const YEARS_SLIDER: &str = "Years of experience, slider";
/// The button that opens the list of cities.
pub const SHOW_CITIES: &str = "Show cities";
/// No city matches.
pub const NO_CITY: &str = "No city found. Try the nearest larger one.";

/// Above the middle.
pub const MIDDLE: &str = "The middle";
/// Behind the middle.
pub const A_YEAR: &str = "a year";
/// Below the middle.
pub const MIDDLE_MEANS: &str =
    "Half earn less, half more. Base pay before tax, no bonus or equity.";
/// `$13,000 more than before. `: what a visitor's change did to the middle, between the two as shown.
pub fn change(before: Money, now: Money) -> String {
    let by = now.rounded(1000).whole() - before.rounded(1000).whole();
    let side = match by {
        0 => return "The same as before. ".to_owned(),
        ..0 => "less",
        _ => "more",
    };
    [&exact(Money::dollars(by.abs())), " ", side, " than before. "].concat()
}

/// Before the links to the pages of the role and the city.
pub const MORE_ABOUT: &str = "More about ";
/// Leads to the comparison, which begins with this answer.
pub const COMPARE: &str = "Compare, copy, save or print it";
/// In place of a city when the answer is for the whole country.
pub const EVERY_CITY: &str = "every city";
/// Heading of the reasoning.
pub const WHY: &str = "Why this number";
/// Before a list of sources.
pub const FROM: &str = "From ";
/// Heading of the articles' claims.
pub const CLAIMS: &str = "What articles say";
/// Below it.
pub const CLAIMS_LEAD: &str =
    "Figures from career articles, as they stand there. They are not part of our estimate.";
/// The first row of their chart.
pub const THIS_ESTIMATE: &str = "This estimate:";

/// Label of the offer.
pub const OFFER: &str = "Your offer";
/// Hint of the offer.
pub const OFFER_HINT: &str =
    "Base pay a year, if you have one. It is not kept and not in the address.";
/// Before the figures to quote.
pub const TO_QUOTE: &str = "To quote:";

/// Below the reasons: where the method is.
pub const METHOD_LINK: &str = "How the method works, and how well it did when tested";
/// Below the reasons: what was looked at and left out.
pub const NO_WORK_MODE: &str = "We do not ask whether you work remotely. At the same title and level, remote postings paid less in 2024, with no clear difference in 2023 and 2025.";

/// Caption of the table of percentiles.
pub const PERCENTILE_CAPTION: &str = "The same figures as a table";
/// Its column heads.
pub const PERCENTILE_HEADS: [&str; 2] = ["Of 100 such people", "Base pay a year"];
/// Its rows.
pub const PERCENTILE_ROWS: [&str; 5] = [
    "10 earn less than",
    "25 earn less than",
    "50 earn less than (the middle)",
    "75 earn less than",
    "90 earn less than",
];

/// Heads of the table of cities.
pub const CITY_HEADS: [&str; 4] = ["City", "The middle", "Half earn between", "Evidence"];

/// Title in the tab for unknown addresses.
pub const MISSING_TITLE: &str = "Page not found - Paypath";
/// Its description.
pub const MISSING_DESCRIPTION: &str = "There is no page at this address.";
/// Heading of the page for unknown addresses.
pub const MISSING: &str = "Page not found";
/// Its sentence.
pub const MISSING_LEAD: &str =
    "There is no page at this address. It may have moved, or the link may be cut short.";
/// Its way on.
pub const MISSING_LINK: &str = "Go to the calculator";

/// `Half of such people earn between $176,000 and $241,000.`
pub fn half(range: Range) -> String {
    format!("Half of people like this earn between {} and {}.", about(range.low), about(range.high))
}

/// `8 in 10 earn between $143,000 and $289,000.`
pub fn eight_in_ten(range: Range) -> String {
    format!("8 in 10 earn between {} and {}.", about(range.low), about(range.high))
}

/// Which metro a city's figures are for.
pub fn counted_in(dataset: &Dataset, metro: MetroId) -> String {
    format!("Figures are for the {} metro area.", dataset.metro(metro).title)
}

/// Heading of the table of listed cities.
pub fn cities_heading(dataset: &Dataset, profile: &Profile) -> String {
    format!("{} in ten cities that career articles name", dataset.role(profile.role).title)
}

/// Caption of the table of listed cities.
pub fn cities_caption(profile: &Profile) -> String {
    let and = profile.education.map_or(["", ""], |one| [" and ", super::education(one)]).concat();
    format!("With {}{and}. Choose a city to see its figures.", experience(profile.experience))
}

/// `Master’s`: an education in a list below its label, which half a phone's width must hold.
pub const fn degree(education: Education) -> &'static str {
    match education {
        Education::None => "No bachelor’s",
        Education::Bachelors => "Bachelor’s",
        Education::Masters => "Master’s",
        Education::Doctorate => "Doctorate",
    }
}

/// Said beside a field whose error leaves the answer as it was.
pub fn still(dataset: &Dataset, profile: &Profile, field: Field) -> String {
    match field {
        Field::Role => format!("Showing {}.", dataset.role(profile.role).title),
        Field::Place => format!("Still showing {}.", place(dataset, profile.place)),
        Field::Education => match profile.education {
            Some(education) => format!("Still showing {}.", super::education(education)),
            None => "The answer is for any education.".to_owned(),
        },
        _ => format!("Still showing {}.", experience(profile.experience)),
    }
}

/// The title of a page that shows one question.
pub fn titled(question: &str) -> String {
    format!("{question} - {NAME}")
}

/// What a screen reader hears when the answer changes.
pub fn announcement(dataset: &Dataset, profile: &Profile, middle: &str, likely: Range) -> String {
    format!("{}: {middle} a year. {}", super::question(dataset, profile), half(likely))
}

/// What a screen reader hears while choosing a city.
pub fn cities_found(count: usize) -> String {
    match count {
        0 => NO_CITY.to_owned(),
        1 => "1 city found.".to_owned(),
        count => format!("{count} cities found."),
    }
}

/// Title and description of the dot plot.
pub fn dots(middle: &str, likely: Range, wide: Range) -> [String; 2] {
    [
        "How pay spreads among 20 people with the same answers".to_owned(),
        format!(
            "Each dot is one of 20 people. The middle is {middle}. {} {}",
            half(likely),
            eight_in_ten(wide)
        ),
    ]
}

/// Key of the dot plot.
pub const DOT_KEY: [&str; 3] = ["the middle half", "the rest of 8 in 10", "the other 2 in 10"];
/// Key of the line at the middle.
pub const MIDDLE_KEY: &str = "the middle";
/// Beside the mark of the middle before the last change.
pub const BEFORE_KEY: &str = "the middle before";
/// Says what a dot is.
pub const DOT_MEANS: &str = "Each dot is 1 of 20 people with the same answers.";

/// While the pay of a place is on its way.
pub fn pay_coming(place: &str) -> String {
    format!("Getting the pay of {place} …")
}

/// When it could not be had.
pub fn pay_failed(place: &str) -> String {
    format!(
        "The pay of {place} could not be loaded. Check your connection. The figures are as their heading says."
    )
}

/// Asks for it again.
pub const AGAIN: &str = "Try again";
