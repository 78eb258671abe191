//! Headings, tables and findings of the page of plans.

use super::plan::{difference, months, sum};
use super::plan_form::{BEST_PAY, OTHER, STUDENT, label};
use crate::career::Plan;
use crate::career::derive::{Kind, Support};
use crate::career::question::{Answers, Field};
use crate::career::route::{Route, Stay, Step};
use crate::dataset::{Dataset, skills};

/// Totals whose taxes are not known, or not yet.
pub const UNTAXED: &str = "Its total waits for the taxes.";
/// No taxes although their program is there.
pub const NO_TAXES: &str =
    "The taxes of one of these cities are not known. Choose other cities, or pay before tax.";
/// Below the page.
pub const MEANS: &str = "Pay is estimated for each year of experience, in today’s dollars, before tax. \
     Take-home totals tax each 12 months from today by this year’s law: study pay counts as wages, each of \
     two cities taxes its part, and without a city only federal taxes count. \
     Years of work count in a new role as far as O*NET rates the two jobs alike. A plan is no promise: \
     time, money and certainty rest on the assumptions above, most of which nobody has measured. Low to high goes \
     from lower-quarter pay and slow steps to upper-quarter pay and quick steps. All sums are for a route that \
     works out.";

/// Above routes that stay while answers in these fields cannot be used, and what stood there before.
pub fn last(fields: &[Field], before: impl Fn(Field) -> String) -> String {
    let each = fields.iter().map(|&field| {
        let text = before(field);
        format!("{}: {}", label(field), if text.is_empty() { "empty" } else { &text })
    });
    format!(
        "These routes are for your answers before that. {}.",
        each.collect::<Vec<_>>().join("; ")
    )
}
/// Headings.
pub const ROUTES: &str = "Routes";
/// Named routes.
pub const NAMED: &str = "Routes that stand out";
/// All others.
pub const OTHERS: &str = "Other routes";
/// Their hint.
pub const OTHERS_HINT: &str =
    "No other route beats any of these in time, pay, learning and certainty together.";
/// The baseline.
pub const STAY: &str = "Staying put";
/// Links.
pub const JSON: &str = "Save as JSON";
/// The same as a table.
pub const CSV: &str = "Save as CSV";
/// Button.
pub const PRINT: &str = "Print";
/// Time line.
pub const TIME_LINE: &str = "When each step is";
/// Its description.
pub const TIME_LINE_TEXT: &str =
    "A bar for each step, from left to right; the list below says the same.";
/// Description of the picture of money.
pub const MONEY_TEXT: &str =
    "Two lines over the years: the route and staying put; the table below says the same.";
/// Its key.
pub const MONEY_KEY: [&str; 3] = ["low to high", "staying put", "this route"];
/// Opens its table.
pub const MONEY_TABLE: &str = "The same as a table";
/// Its columns.
pub const MONEY_HEADS: [&str; 4] = ["After", "This route", "Low to high", "Staying put"];
/// The start of an axis of years.
pub const TODAY: &str = "today";
/// Skills.
pub const LEARNING: &str = "What to learn, and where";
/// Caption of its table.
pub const LEARNING_CAPTION: &str =
    "Skills of this route, the longest first. Hours are our assumption.";
/// Its columns.
pub const LEARNING_HEADS: [&str; 4] = ["Skill", "How long", "Hours", "Where"];
/// What-ifs.
pub const WHAT_IF: &str = "What if";
/// Caption.
pub const WHAT_IF_CAPTION: &str = "The balanced route with one answer changed";
/// An answer.
pub const IF_NO_DEGREE: &str = "No further degree";
/// The opposite.
pub const IF_DEGREE: &str = "A degree on the way";
/// Nothing found.
pub const NO_ROUTE: &str = "no route";
/// A kept plan whose cities' pay is on its way.
pub const WAITS: &str = "Getting its pay …";
/// Degrees.
pub const DEGREE: &str = "Is a degree worth it by itself?";
/// What that means.
pub const DEGREE_MEANS: &str = "Judged in one job, without the roles that it may open. The effect on pay comes from \
     a survey that cannot tell a degree from the people who choose it. It lies between the two ends in eight of ten cases.";
/// Kept plans.
pub const KEPT: &str = "Your plans on this device";
/// Their hint.
pub const KEPT_HINT: &str = "Nothing is kept unless you ask. The address holds the plan too.";
/// Button.
pub const KEEP: &str = "Keep this plan here";
/// Button.
pub const FORGET: &str = "Forget";
/// Caption.
pub const KEPT_CAPTION: &str = "Plans side by side, each by its balanced route";
/// Columns.
pub const KEPT_HEADS: [&str; 4] = ["Plan", "Time", "Pay less costs", "Remove"];

/// `in 10 years`, `in 10 years, take-home`
pub fn over(years: u8, taxed: bool) -> String {
    format!("in {years} years{}", if taxed { ", take-home" } else { "" })
}

/// Head of the column of totals.
const fn total(taxed: bool) -> &'static str {
    if taxed { "Take-home less costs" } else { "Pay less costs" }
}

/// Columns of routes.
pub const fn route_heads(taxed: bool) -> [&'static str; 5] {
    ["Route", "Time", total(taxed), "Hours to learn", "Works out for"]
}

/// Columns of what-ifs.
pub const fn what_if_heads(taxed: bool) -> [&'static str; 3] {
    ["Change", "Time", total(taxed)]
}

/// Heading of the picture of money.
pub const fn money(taxed: bool) -> &'static str {
    if taxed { "Take-home pay added up, less costs" } else { "Pay added up, less costs" }
}

/// `1 year`, `3 years`
pub fn year(years: usize) -> String {
    if years == 1 { "1 year".to_owned() } else { format!("{years} years") }
}

/// How many answers cannot be used.
pub fn faults(count: usize) -> String {
    match count {
        1 => "One answer cannot be used yet:".to_owned(),
        count => format!("{count} answers cannot be used yet:"),
    }
}

/// How many routes there are.
pub fn found(routes: usize, fastest: u32) -> String {
    let fastest = months(fastest);
    match routes {
        1 => format!("One route, which takes {fastest}."),
        routes => format!(
            "{routes} routes that no other beats in everything. The fastest takes {fastest}."
        ),
    }
}

/// Opens the other routes.
pub fn others(count: usize) -> String {
    if count == 1 { "One more route".to_owned() } else { format!("{count} more routes") }
}

/// Heading of a route.
pub fn route(name: &str) -> String {
    format!("{name}: step by step")
}

/// A route without a name: the roles it passes.
pub fn way(plan: &Plan, at: usize) -> String {
    let dataset = Dataset::embedded();
    let moves = plan.routes[at].moves.iter();
    let kinds = moves.map(|(state, number)| plan.derived.kinds[state.position][*number]);
    let parts = kinds.filter_map(|kind| match kind {
        Kind::Change { to, .. } => Some(dataset.role(to).title.to_owned()),
        Kind::City(to) => Some(super::place(dataset, to).to_owned()),
        Kind::Study { degree, .. } => Some(super::education(degree).to_owned()),
        Kind::Promotion(_) => None,
    });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { STAY.to_owned() } else { format!("By way of {}", parts.join(", then ")) }
}

/// A route in two sentences.
pub fn summary(route: &Route, stay: &Stay, horizon: u8, taxed: bool) -> String {
    let [low, typical, high] = route.months;
    let between =
        if low == high { String::new() } else { format!(" ({} to {})", months(low), months(high)) };
    format!(
        "It takes about {}{between} and brings {} in {horizon} years after {}costs, {}. {}",
        months(typical),
        sum(route.net[1]),
        if taxed { "taxes and " } else { "" },
        against(route.net[1] - stay.net[1]),
        super::plan::break_even(route),
    )
}

/// `$120,000 more than staying put`
fn against(dollars: i64) -> String {
    match dollars {
        -499..=499 => "about as much as staying put".to_owned(),
        dollars => format!("{} than staying put", difference(dollars)),
    }
}

/// Caption of the time line.
pub fn time_line(route: &Route) -> String {
    format!(
        "From today to {}. Dark bars: you work meanwhile. Light bars: you study full time.",
        months(route.value.months)
    )
}

/// ` (about 50 hours)`
pub fn hours(hours: u16) -> String {
    format!(" (about {hours} hours)")
}

/// ` (50–90)`
pub fn from_to(low: u16, high: u16) -> String {
    format!("{low} to {high}")
}

/// What a step costs.
pub fn cost(dollars: i64) -> String {
    format!(" It costs about {}.", sum(dollars))
}

/// Hours of a step.
pub fn learn(step: &Step) -> String {
    let hours = super::grouped(step.hours);
    if step.learn.is_empty() {
        format!("{hours} hours of study.")
    } else {
        format!("Learn first, {hours} hours in all:")
    }
}

/// `5 months sooner`
pub fn months_change(change: i64) -> String {
    let size = u32::try_from(change.abs()).unwrap_or(0);
    match change {
        0 => "the same".to_owned(),
        later if later > 0 => format!("{} later", months(size)),
        _ => format!("{} sooner", months(size)),
    }
}

/// `16 hours a week to learn`
pub fn if_hours(hours: u8) -> String {
    format!("{hours} hours a week to learn")
}

/// `Living in Seattle, WA`
pub fn if_city(city: &str) -> String {
    format!("Living in {city}")
}

/// `Data Analyst to Machine Learning Engineer, senior level, 2 years so far, 8 hours a week`
pub fn plan_name(answers: &Answers) -> String {
    let dataset = Dataset::embedded();
    let title = |answer: &Option<String>| match answer.as_deref() {
        Some("student") => STUDENT.to_owned(),
        Some("other") => OTHER.to_owned(),
        Some("best-pay") => BEST_PAY.to_owned(),
        Some(id) => dataset.role_by_id(id).map_or(id, |role| dataset.role(role).title).to_owned(),
        None => "?".to_owned(),
    };
    let said =
        |text: &Option<String>, after: &str| text.as_ref().map(|text| format!("{text}{after}"));
    let more = [
        said(&answers.level, " level"),
        said(&answers.years, " years so far"),
        answers.city.clone(),
        said(&answers.hours, " hours a week"),
        answers.degree.as_ref().map(|_| "no further degree".to_owned()),
    ];
    let name = format!("{} to {}", title(&answers.from), title(&answers.to));
    std::iter::once(name).chain(more.into_iter().flatten()).collect::<Vec<_>>().join(", ")
}

/// Said by the tool above totals after tax.
pub const TAKE_HOME: &str =
    "All totals are take-home pay less costs; routes are named by pay before tax.";

/// A way to file that is none.
pub fn no_filing(typed: &str) -> String {
    format!("“{typed}” is no way to file taxes. Use single, joint or hoh.")
}

/// Hours of a step beside those of its skills: ` Projects of your own (about 100 hours)`
pub fn besides(step: &Step) -> Option<String> {
    let known: u32 = step.learn.iter().map(|&at| u32::from(skills()[at].hours[1])).sum();
    let name = match step.kind {
        Kind::Change { support: Support::Projects, .. } => "Projects of your own",
        Kind::Change { support: Support::Certificate, .. } => "The certificate",
        _ => return None,
    };
    let rest = step.hours.checked_sub(known).filter(|&rest| rest > 0 && !step.learn.is_empty())?;
    Some(format!("{name} (about {rest} hours)"))
}

/// Said where the browser keeps nothing.
pub const REFUSED: &str =
    "This browser keeps nothing for pages. The address of this page holds the plan.";

/// `Forget “Data Analyst to …”`
pub fn forget(name: &str) -> String {
    format!("Forget “{name}”")
}
