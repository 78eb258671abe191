//! The method page in words. What stands here are explanations; every figure comes as an argument.

use super::exact;
use crate::money::Money;

mod tested;

pub use tested::*;

/// Title in the browser's tab.
pub const TITLE: &str = "How we work out pay: method, tests and sources - Paypath";
/// Description for search engines.
pub const DESCRIPTION: &str = "How Paypath estimates pay in machine learning: the data, the formula, \
     how well it did when tested, what it cannot know, and how to check all of it yourself.";
/// Name of the data as a whole.
pub const DATASET: &str = "Pay in machine learning, data and software in US metropolitan areas";
/// What the data measure.
pub const MEASURED: &str = "base pay a year in US dollars";
/// Said on the page's picture.
pub const MEASURED_CARD: &str =
    "The data, the formula, how well it did when tested, and what it cannot know.";
/// What the table of wages holds.
pub const WAGES_FILE: &str = "Published wages by metro area and occupation, as CSV";
/// What the table of medians holds.
pub const MEDIANS_FILE: &str = "Published median wages by metro area, occupation and year, as CSV";
/// Before the tables to download.
pub const FILES_LEAD: &str = "The official figures of every metro area, as we use them. * stands where \
     none is published, # where the wage is at or above the highest that is.";
/// Heading.
pub const HEADING: &str = "How we work out pay";
/// Below it.
pub const LEAD: &str = "Every figure here is worked out from public data, by a method that anyone can \
     run again. This page says what the method is, how well it did when we tested it, and what it \
     cannot know.";

/// Name of the list of parts.
pub const PARTS: &str = "On this page";
/// Id and heading of each part, in order.
pub const HEADINGS: [(&str, &str); 9] = [
    ("steps", "The method in five steps"),
    ("formula", "The formula"),
    ("tested", "How well it does when tested"),
    ("ranges", "What the ranges mean"),
    ("take-home", "Take-home pay"),
    ("limits", "What it cannot know"),
    ("sources", "Sources"),
    ("again", "Run it yourself"),
    ("releases", "Data releases"),
];

/// Heads of the table of what taxes leave out.
pub const TAXES_HEADS: [&str; 2] = ["Where", "What is left out"];
/// Left out everywhere.
pub const EVERYWHERE: &str = "Everywhere";
/// What is done with take-home pay.
pub const TAXES_MOVE: &str = "Real take-home pay is take-home pay divided by local prices (regional price \
     parities). What a move must pay is found without rounding: the lowest whole-dollar wage that leaves as \
     much after the taxes there, at the prices there. Where it is used:";

/// Where the law comes from.
pub fn taxes(year: u16, states: usize, localities: usize) -> String {
    format!(
        "Taxes are worked out on your device from the law of {year} as data: federal income tax with the \
         standard deduction, Social Security, Medicare, income and payroll taxes of {states} states (with \
         the District of Columbia), and {localities} taxes of cities and counties. Every line of a result \
         names the official text that its amounts are from. What follows from an estimate is rounded as the \
         estimate is; what follows from an amount that you type is to the dollar."
    )
}

/// How far it was compared.
pub fn taxes_checked(wages: [Money; 2], confirmed: usize, states: usize) -> String {
    let confirmed = match confirmed {
        0 => "no state’s were".to_owned(),
        _ => format!("so were those of {confirmed} of {states} states"),
    };
    format!(
        "Figures for wages from {} to {} were compared with a second calculation, which has its amounts from \
         the same collection: that shows that the rules are applied rightly, not that every amount is right. \
         Federal amounts were compared with a second publication; {confirmed}.",
        exact(wages[0]),
        exact(wages[1])
    )
}

/// Whose amounts are of the year before.
pub fn taxes_carried([before, year]: [u16; 2], states: &[String]) -> String {
    format!(
        "Some amounts of {} are those of {before}: the ones of {year} were not published when these \
         tables were made.",
        super::list(states, "and")
    )
}

/// The method in plain words: short name and explanation.
pub const STEPS: [(&str, &str); 5] = [
    (
        "Official pay by place",
        "The Bureau of Labor Statistics publishes what people in an occupation earn in a metro \
         area: what 10, 25, 50, 75 and 90 in 100 earn less than. Small counts jump by luck, so we \
         compare each figure with the other occupations there, and lean on those more where few \
         people were counted. Where a figure is not published, that comparison stands in for it, \
         and we say so.",
    ),
    (
        "A role is a blend",
        "Official statistics do not count machine-learning engineers by themselves. Each role is a \
         blend of occupations that they do count. The shares and the reasons for them are in our \
         data.",
    ),
    (
        "Places differ in who works there",
        "Part of what sets a dear city apart is that it has other kinds of jobs and people. So we \
         move each city a little towards the places where most jobs of the role are.",
    ),
    (
        "Experience is a position",
        "People with more experience earn more than others in the same occupation and the same \
         place. From job postings and a survey we learn how many in 100 they stand above, and read \
         off what that position is paid in the metro area. Education moves the position too, as \
         far as the survey shows it.",
    ),
    (
        "People still differ",
        "Two people with the same answers are not paid the same. The answer is therefore a range, \
         made so that it holds as many as it says on postings of the whole country that it has not \
         seen. Postings name no city, so the narrower range of one metro area rests on a judgment \
         that we cannot test.",
    ),
];

/// The formula itself.
pub const FORMULA: &str = "pay(p) = exp( L( r + f(t) + e + s × q(p) ) )";
/// What stands for what, but for the fitted values.
pub const SYMBOLS: [(&str, &str); 7] = [
    ("p", "a part of people, such as 0.5 for the middle"),
    (
        "q(p)",
        "the normal score of p: 0 for the middle, 0.67 for three quarters, 1.28 for nine tenths",
    ),
    (
        "L(z)",
        "the logarithm of pay at the normal score z among everyone counted in the role’s occupations \
         in the metro area: a straight line between the five official percentiles, smoothed and \
         blended as above",
    ),
    (
        "r",
        "where the role stands among its occupations, from postings; for roles with few postings \
          partly from similar roles",
    ),
    ("f(t)", "what t years of work add, or a level in place of years; both lie on one scale"),
    ("e", "what education adds"),
    ("s", "how far people with the same answers spread around their position"),
];
/// Below the symbols.
pub const COUNTRY_FORMULA: &str = "For the whole country there is no single L. We mix all metro areas by \
     how many of the role’s jobs each has, and read off the mixture.";
/// Heading of the table of fitted values.
pub const FITTED: &str = "Fitted values";

/// What the survey says of years.
pub fn years(straight: f64, bend: f64) -> String {
    format!(
        "Each of the first {straight} years adds the same to the score. After that each year adds \
         less than the one before: in {bend} years the gain falls to about a third. Both numbers \
         are from the survey: the plainest pair that does as well as the best. Roles and levels are \
         from postings."
    )
}

/// Heading of the values that people chose.
pub const JUDGED: &str = "Values set by judgment";
/// Before their list.
pub const JUDGED_LEAD: &str = "No data we have can settle these five. They are chosen by hand; data/fit.json has \
     the reasons, and smaller choices with theirs.";

/// What was chosen, in the order of its effect.
pub fn judged(slope: f64, senior: f64, most: f64, damp: f64, spread: f64) -> [String; 5] {
    [
        format!(
            "Each of the first years adds {slope} to the score. It is the most that keeps the gain \
             of every year below 8%, so that limit, listed among the tests, is met by construction."
        ),
        format!("Senior level stands at {senior} years."),
        format!("After {most} years nothing is added."),
        format!(
            "A city keeps {:.0}% of its distance from the places where the role’s jobs are.",
            100.0 * damp
        ),
        format!(
            "People in one place spread {spread} times as far as postings of the whole country do, \
             once the place is taken out."
        ),
    ]
}

/// What an education moves.
pub fn education(name: &str, rows: u32, score: f64, error: f64) -> String {
    if error == 0.0 {
        return format!("{name}: the yardstick ({} respondents).", super::grouped(rows));
    }
    let sign = if score < 0.0 { "−" } else { "+" };
    format!("{name}: {sign}{:.2} ± {error:.2} ({} respondents).", score.abs(), super::grouped(rows))
}

/// Before the list of education.
pub const EDUCATION: &str = "Education adds to the score, with its standard error:";

/// The two kinds of uncertainty.
pub const RANGES: [&str; 3] = [
    "The range of people says how far pay differs between people with the same answers. It would \
     stay as wide if we knew everything about pay in that place. Half of people are inside the \
     likely range, 8 in 10 inside the wide range.",
    "How well the middle is known is another matter. It depends on how many people the survey \
     counted there, how many postings the role has, and how sure the effect of education is. It \
     is given in a sentence of its own below each answer.",
    "Evidence is one of three words. Published: official percentiles of that metro area for at \
     least half of the role. Modelled: most of it is borrowed. National: the whole country, as a \
     mixture of places.",
];

/// What the method cannot know.
pub const LIMITS: [(&str, &str); 9] = [
    (
        "Plans rest on assumptions",
        "Pay in a plan is this estimate, year by year. How long steps take, what they cost and for how \
         many they work out are partly published figures and mostly our judgment. The path page shows \
         each of them, says which it is, and lets you change it.",
    ),
    (
        "Base pay only",
        "Bonus and shares are in none of the sources in a form we trust. At large technology firms \
         they can be worth as much as base pay.",
    ),
    (
        "Wages are not aged",
        "Official wages are for May 2025 and gathered over three years. Postings end in January \
         2025. We state the date rather than guess what has happened since.",
    ),
    (
        "Postings are not people",
        "They say what employers offer, mostly in states whose law demands it, and mostly for new \
         jobs. Level is as one site filed it. Each posting appears with both ends of its range.",
    ),
    (
        "The survey is of those who answered",
        "Developers who took part in one survey, in their own words about pay, mostly software \
         work. We use it for the shape of experience and for education, not for the level of pay.",
    ),
    (
        "Who is missing",
        "Wage statistics count employees. Contractors, founders and the self-employed are not in \
         them; nor are people who look for work.",
    ),
    (
        "Very high pay is hidden",
        "In older years the Bureau printed no wage above a limit and a mark in its place. We keep \
         the mark and never read it as a number.",
    ),
    (
        "Rare roles lean on others",
        "Some titles have few postings. They take part of their position from similar roles, and \
         the answer says how much.",
    ),
    (
        "The shares of a role are a judgment",
        "How much of a role is which occupation rests on how employers file such jobs and on \
         official lists of titles. Other shares would move some answers by several percent.",
    ),
];

/// Above the list of sources.
pub const SOURCES_LEAD: &str = "The data behind the calculator and the pages of roles, cities and skills, each with \
     its licence and dates. “Fetched” is when we took it, “confirmed” when we last looked that nothing \
     newer had come out.";

/// `Published 2025-07. Fetched 2026-11-20, confirmed 2026-11-21. Licence: ODbL 1.0.`
pub fn source(published: &str, retrieved: &str, confirmed: &str, licence: &str) -> String {
    let published = match published {
        "undated" => "No date of publication.".to_owned(),
        "not recorded" => "Date of publication not recorded.".to_owned(),
        date => format!("Published {}.", super::date(date)),
    };
    format!(
        "{published} Fetched {}, confirmed {}. License: {licence}.",
        super::date(retrieved),
        super::date(confirmed)
    )
}

/// Before the articles.
pub const ARTICLES: &str = "Articles whose claims we show beside the estimate";
/// Before the data.
pub const DATA: &str = "Data";

/// Above the commands.
pub const AGAIN_LEAD: &str = "With a clone of the code, and the published files in a folder DIR \
     (data/README.md lists them):";
/// The commands, each with what it does.
pub const COMMANDS: [(&str, &str); 4] = [
    ("cargo paypath refresh --raw DIR", "tables from the published files"),
    (
        "cargo paypath fit --raw DIR",
        "fitted values and scores from the tables, postings and survey",
    ),
    ("cargo paypath check", "every rule that the tables must obey"),
    ("cargo xtask test", "every test of the program"),
];
/// Below them.
pub const AGAIN_SAME: &str = "The same files give the same figures, byte for byte.";

/// `The fit of 20 November 2026 read these files:`
pub fn inputs(date: &str) -> String {
    format!("The fit used files fetched by {}, with these SHA-256 sums:", super::date(date))
}

/// Title of the feed.
pub const FEED_TITLE: &str = "Paypath: data releases";
/// Before the link to the feed.
pub const FEED: &str = "Follow releases with a feed reader:";
/// Its link.
pub const FEED_LINK: &str = "Atom feed";
