//! Labels and hints of the form of plans.

use crate::career::question::Field;
use crate::dataset;

/// Name of the form.
pub const QUESTION: &str = "Your question";
/// Legends.
pub const HERE: &str = "Where you are";
/// The second one.
pub const THERE: &str = "Where you want to be";
/// The third one.
pub const GIVE: &str = "What you can give";
/// Labels and hints.
pub const FROM: &str = "Your role now";
/// Nothing chosen yet.
pub const CHOOSE: &str = "Choose one";
/// No role yet.
pub const STUDENT: &str = "Student or new graduate";
/// Another field.
pub const OTHER: &str = "Another field";
/// Pay there.
pub const PAY: &str = "Your pay a year";
/// Its hint.
pub const PAY_HINT: &str = "In dollars. Empty: the median of all jobs.";
/// Experience.
pub const YEARS: &str = "Years of work in this field";
/// Its hint.
pub const YEARS_HINT: &str = "Whole years, 0 if none.";
/// Said to students.
pub const STUDENT_HINT: &str = "We take your degree to be in computing, mathematics or data.";
/// Education.
pub const EDUCATION: &str = "Highest education completed";
/// Its choices.
pub const EDUCATIONS: [(&str, &str); 4] = [
    ("none", "Less than a bachelor’s degree"),
    ("bachelors", "Bachelor’s degree"),
    ("masters", "Master’s degree"),
    ("doctorate", "Doctorate"),
];
/// City.
pub const CITY: &str = "City";
/// Its hint.
pub const CITY_HINT: &str = "Empty: the whole country.";
/// Target.
pub const TO: &str = "Role you want";
/// No role in mind.
pub const BEST_PAY: &str = "Wherever pay is best";
/// Level.
pub const LEVEL: &str = "Level";
/// Its choices.
pub const LEVELS: [(&str, &str); 5] = [
    ("", "Any level"),
    ("entry", "Entry"),
    ("mid", "Mid"),
    ("senior", "Senior"),
    ("executive", "Executive"),
];
/// Horizon.
pub const HORIZON: &str = "Add up pay over";
/// Whether totals are after tax.
pub const FILING: &str = "Totals as take-home pay";
/// Its hint.
pub const FILING_HINT: &str = "Routes are found and named by pay before tax either way.";
/// Its first choice.
pub const BEFORE_TAX: &str = "No, pay before tax";
/// Hours.
pub const HOURS: &str = "Hours a week to learn";
/// Money.
pub const BUDGET: &str = "Most money to spend";
/// Its hint.
pub const BUDGET_HINT: &str = "On fees and moving, in dollars. Empty: no limit.";
/// Other cities.
pub const CITIES: &str = "Cities you would move to";
/// Their hint.
pub const CITIES_HINT: &str = "At most two, with a semicolon between.";
/// No degree.
pub const NO_DEGREE: &str = "No further degree";
/// The job is kept.
pub const KEEP_JOB: &str = "Keep my job while studying";
/// Skills.
pub const SKILLS_HINT: &str =
    "Tick what you have. The must-have skills of your role now count as yours. ";
/// Link to all.
pub const SKILLS_ALL: &str = "All skills";
/// Premises.
pub const PREMISES_HINT: &str =
    "Every figure behind the plan. Type your own where you know better; an empty field takes ours.";
/// Puts premises back.
pub const USUAL: &str = "Put all back";

/// Hint of the hours.
pub fn hours_hint(usual: u8, most: u8) -> String {
    format!("0 to {most}. Empty: {usual}.")
}

/// `10 years`
pub fn years(years: u8) -> String {
    format!("{years} years")
}

/// Summary of the skills.
pub fn skills_ticked(ticked: usize) -> String {
    match ticked {
        0 => "Skills you have".to_owned(),
        ticked => format!("Skills you have ({ticked} ticked)"),
    }
}

/// Summary of the premises.
pub fn premises(set: usize) -> String {
    match set {
        0 => "Assumptions".to_owned(),
        set => format!("Assumptions ({set} changed)"),
    }
}

/// The label of a field.
pub fn label(field: Field) -> &'static str {
    match field {
        Field::From => FROM,
        Field::Pay => PAY,
        Field::Years => YEARS,
        Field::Education => EDUCATION,
        Field::Have => "Skills you have",
        Field::City => CITY,
        Field::To => TO,
        Field::Level => LEVEL,
        Field::Horizon => HORIZON,
        Field::Hours => HOURS,
        Field::Budget => BUDGET,
        Field::Cities => CITIES,
        Field::Keep => KEEP_JOB,
        Field::Degree => NO_DEGREE,
        Field::Premise(at) => dataset::premises()[at].name,
    }
}
