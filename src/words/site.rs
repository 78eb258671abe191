//! The pages of text in words: roles, skills, questions and the guide, save what `data/` says.

use crate::money::Range;
use crate::profile::Experience;

/// Before the sources of a text.
pub const FROM: &str = "From ";
/// In place of sources.
pub const OURS: &str = "Our own judgment.";
/// After sources.
pub const OURS_TOO: &str = "; and our own judgment.";

/// Title of the list of roles.
pub const ROLES_TITLE: &str = "Roles in machine learning, data and software - Paypath";
/// Its description.
pub const ROLES_DESCRIPTION: &str = "What each role in machine learning and data is, what it pays by \
     experience and city, the skills it asks for and where it leads.";
/// Its heading.
pub const ROLES: &str = "Roles";
/// Below it.
pub const ROLES_LEAD: &str = "What each job is, what it pays, what it asks for and where it leads.";
/// Link to the comparison.
pub const COMPARE_LINK: &str = "Compare two to four roles side by side";
/// Caption of the table of a family of roles.
pub fn roles_caption(family: &str) -> String {
    format!("{family}: base pay a year in the whole country")
}
/// Heads of the list of roles.
pub const ROLES_HEADS: [&str; 4] =
    ["Role", "The middle, no experience", "5 years", "Half with 5 years earn between"];
/// Said below the list of roles.
pub const ROLES_MEANS: &str = "For the whole country, as employers post it. A city’s figures are lower than \
     the country’s in most places: see the role’s page.";

/// Said of pay in the whole country on a role's page, above figures for cities.
pub fn posted(higher: u8) -> String {
    format!(
        "That is pay that employers post. Figures for a city are wages paid, as surveyed: at the same rank \
         posted pay is about {higher}% higher, so most cities lie below it."
    )
}

/// Headings of a role's page.
pub const DAY: &str = "A day’s work";
/// What the role answers for.
pub const RESPONSIBILITIES: &str = "Responsibilities";
/// Heading of pay.
pub const PAY: &str = "Pay by experience";
/// Heading of pay by city.
pub const CITIES: &str = "Pay by city";
/// Heading of skills.
pub const SKILLS: &str = "Skills";
/// Skills it cannot do without.
pub const MUST: &str = "Must have";
/// Skills that help.
pub const HELPFUL: &str = "Helpful";
/// Heading of education.
pub const EDUCATION: &str = "Education";
/// Heading of the outlook.
pub const OUTLOOK: &str = "Outlook to 2034";
/// Heading of next steps.
pub const NEXT: &str = "Neighbors and next steps";
/// Heading of claims.
pub const CLAIMS: &str = "What articles claim";
/// Heading of the blend.
pub const BLEND: &str = "Where our figures come from";
/// Heads of pay by experience.
pub const PAY_HEADS: [&str; 4] =
    ["Experience", "The middle", "Half earn between", "8 in 10 earn between"];
/// Heads of pay by city.
pub const CITY_HEADS: [&str; 4] = ["City", "The middle", "Half earn between", "Evidence"];
/// Caption of the ten listed cities.
pub const LISTED: &str = "Ten cities that career articles name, with 5 years of experience";
/// Caption of the ten best-paying metros.
pub const BEST: &str =
    "The ten best-paying areas with published figures, with 5 years of experience";
/// Heads of the blend.
pub const BLEND_HEADS: [&str; 3] = ["Occupation in official statistics", "Share", "Why"];
/// Heads of skills in O*NET.
pub const SKILL_HEADS: [&str; 3] = ["Skill", "Importance, 1 to 5", "Level, 0 to 7"];
/// Said of a technology that many employers ask for now.
pub const IN_DEMAND: &str = "in demand";
/// Said of a technology that is often in job postings.
pub const HOT: &str = "hot technology";
/// Link to the calculator.
pub const ASK: &str = "Ask for your own city and experience";

/// `Machine Learning Engineer: pay, skills and outlook - Paypath`
pub fn role_title(role: &str) -> String {
    format!("{role}: pay, skills and outlook - Paypath")
}

/// On the picture of a role: what half of people earn, as on its page.
pub fn role_card(with: Experience, likely: Range) -> String {
    let with = super::experience(with);
    format!("Half of people with {with} earn {} a year in the USA.", between(likely))
}

/// Caption of pay by experience.
pub const PAY_CAPTION: &str = "Base pay a year in the whole country";
/// Key of the plot.
pub const PAY_KEY: [&str; 3] = ["8 in 10 people", "half of people", "the middle"];
/// The plot in a sentence.
pub const PAY_TEXT: &str = "Base pay by years of experience in the whole country: the middle, and the ranges \
     that hold half and 8 in 10 of people. The figures are in the table below.";
/// Label at the start of the scale of years.
pub const YEARS_AXIS: &str = "years";

/// `$147,000 and $215,000`, below “Half earn between”.
pub fn between(range: Range) -> String {
    format!("{} and {}", super::about(range.low), super::about(range.high))
}

/// `Article B: Global Tech Council`, `Career.Guide, 2024`: the articles that our texts call by a letter
/// have it in their ids.
pub fn source(id: &str, publisher: &str, date: &str) -> String {
    let letter = id.strip_prefix("article-").filter(|letter| letter.len() == 1);
    let called = letter.map(|letter| format!("Article {}: ", letter.to_ascii_uppercase()));
    let called = called.unwrap_or_default();
    match date {
        "undated" | "not recorded" => format!("{called}{publisher}"),
        date => format!("{called}{publisher}, {}", super::date(date)),
    }
}

/// `Data scientists: from 245,900 jobs in 2024 to 328,300 in 2034, +34%.`
pub fn outlook(occupation: &str, [before, after]: [u32; 2], percent: i32, several: bool) -> String {
    let sign = if percent < 0 { "−" } else { "+" };
    let with = if several { " (counted together with related occupations)" } else { "" };
    format!(
        "{occupation}{with}: from {} jobs in 2024 to {} in 2034, {sign}{}%.",
        super::grouped(before),
        super::grouped(after),
        percent.unsigned_abs()
    )
}

/// Below the outlook.
pub const OUTLOOK_MEANS: &str = "Projections of the Bureau of Labor Statistics for the occupations that the role is \
     a blend of. Growth is not the number of openings: many come from people who leave or retire.";
/// Link from a role to all cities.
pub const ALL_CITIES: &str = "This role in every metro area";
/// Caption of O*NET's elements.
pub const MEASURED: &str = "What people in these occupations say matters most";
/// Below it.
pub const MEASURED_MEANS: &str = "From O*NET, for the occupations that the role is a blend of and O*NET has asked about, \
     by their weights. For data scientists it has asked business intelligence analysts only.";

/// ` (importance 4.1 of 5)`
pub fn important(importance: f64) -> String {
    format!(" (importance {importance:.1} of 5)")
}

/// `Bachelor’s degree: 62% of those asked.`
pub fn degree(label: &str, share: f64) -> String {
    format!("{label}: {share:.0}%")
}

/// Above the shares of education.
pub fn degrees_lead(occupation: &str) -> String {
    format!("What people working as {occupation} told O*NET is required:")
}

/// Title of the list of questions.
pub const FAQ_TITLE: &str =
    "Questions and answers about machine-learning careers and pay - Paypath";
/// Its description.
pub const FAQ_DESCRIPTION: &str = "Answers about machine-learning jobs, skills, getting in, pay, and what our figures \
     mean, with live figures and sources.";
/// Its heading.
pub const FAQ: &str = "Questions and answers";
/// Below it.
pub const FAQ_LEAD: &str =
    "Figures in the answers are worked out from the same data as the calculator’s.";

/// Label of the field that filters the questions.
pub const ASK_QUESTIONS: &str = "Search the questions";
/// Its hint.
pub const ASK_HINT: &str = "Shows the questions that have every word in them or in their answers.";
/// How many questions are left: none, one, or % of them.
pub const QUESTIONS_FOUND: [&str; 3] = [
    "No question has all these words. Try fewer or shorter words, or the search at the top, which \
     looks everywhere and forgives typing errors.",
    "1 question",
    "% questions",
];

/// Title of the guide.
pub const GUIDE_TITLE: &str = "Guide to the machine learning engineer’s job - Paypath";
/// Its description.
pub const GUIDE_DESCRIPTION: &str = "The job, how it differs from its neighbors, education, seven steps, certificates, \
     industries, outlook, remote work and where to learn.";
/// Its heading.
pub const GUIDE: &str = "Guide to the job";
/// Below it.
pub const GUIDE_LEAD: &str =
    "What career articles and official sources say, in plain words, each part with its source.";
/// Said of what is no longer offered.
pub const RETIRED: &str = "no longer offered";
