//! Plans in words: routes, their steps, degrees and assumptions. What stands in the way of a plan is
//! said in `words/plan_trouble.rs`.

use super::{exact, grouped, level, list, place};
use crate::career::Name;
use crate::career::degree::Degree;
use crate::career::derive::{Kind, Standing, Support};
use crate::career::route::{Route, Stay, Step};
use crate::dataset::{Dataset, Premise, Unit, promotion, skills};
use crate::money::Money;
use crate::profile::Education;

/// Title in the browser's tab.
pub const TITLE: &str = "Plan a career path in machine learning - Paypath";
/// Description for search engines.
pub const DESCRIPTION: &str = "From the job you have to the one you want: every route worth taking, how long each \
     takes, what it costs and brings, what to learn, and how sure that is.";
/// Heading.
pub const HEADING: &str = "Plan your path";
/// Below it.
pub const LEAD: &str = "Say where you are and where you want to be. You see how to get there, how long it takes and \
     what it brings.";

/// `1 year 4 months`
pub fn months(months: u32) -> String {
    let years = match months / 12 {
        0 => String::new(),
        1 => "1 year".to_owned(),
        years => format!("{years} years"),
    };
    let rest = match months % 12 {
        0 if months > 0 => String::new(),
        1 => "1 month".to_owned(),
        rest => format!("{rest} months"),
    };
    [years, rest].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `about 1 to 2 years`, from quickly to slowly.
pub fn months_between([low, _, high]: [u32; 3]) -> String {
    if low == high { months(low) } else { format!("{} to {}", months(low), months(high)) }
}

/// `$1.24 million`, `$870,000`, `−$40,000`
pub fn sum(dollars: i64) -> String {
    let size = dollars.unsigned_abs();
    let sign = if dollars < 0 { "−" } else { "" };
    if size >= 1_000_000 {
        let hundredths = (size + 5_000) / 10_000;
        format!("{sign}${}.{:02} million", hundredths / 100, hundredths % 100)
    } else if size >= 1000 {
        format!("{sign}${}", grouped(((size + 500) / 1000 * 1000) as u32))
    } else {
        format!("{sign}${size}")
    }
}

/// `$120,000 more`, `$40,000 less`, `the same`
pub fn difference(dollars: i64) -> String {
    match dollars {
        -499..=499 => "about the same".to_owned(),
        more if more > 0 => format!("{} more", sum(more)),
        less => format!("{} less", sum(-less)),
    }
}

/// `about 5 in 10`
pub fn certainty(certainty: f32) -> String {
    match (certainty * 10.0).round() as u8 {
        0 => "under 1 in 10".to_owned(),
        10.. => "nearly all".to_owned(),
        tenths => format!("about {tenths} in 10"),
    }
}

/// `$98,000 to $131,000, middle $113,000`
pub fn pay([low, middle, high]: [Money; 3]) -> String {
    let [low, middle, high] = [low, middle, high].map(super::about);
    if low == high { middle } else { format!("{low} to {high}, middle {middle}") }
}

/// What a route is called.
pub const fn name(name: Name) -> &'static str {
    match name {
        Name::Fastest => "Fastest",
        Name::BestPaying => "Best-paying",
        Name::LeastStudy => "Least study",
        Name::Balanced => "Balanced",
    }
}

/// `Data Analyst in Austin, TX`, `Outside the field`
pub fn standing(dataset: &Dataset, standing: &Standing) -> String {
    match standing.role {
        Some(role) => format!("{} in {}", dataset.role(role).title, place(dataset, standing.place)),
        None => format!("Outside the field, in {}", place(dataset, standing.place)),
    }
}

/// `a master’s degree`
fn degree(degree: Education) -> &'static str {
    super::education(degree)
}

/// What a step is, as a heading.
pub fn step(dataset: &Dataset, step: &Step) -> String {
    match step.kind {
        Kind::Promotion(to) => {
            let role = step.to.role.map_or("", |role| dataset.role(role).title);
            format!("Reach {} level as {role}", level(to))
        }
        Kind::Change { to, support, .. } => {
            let title = dataset.role(to).title;
            let with = match support {
                Support::None => "",
                Support::Projects => ", with projects of your own to show",
                Support::Certificate => ", with a certificate",
            };
            let first = if step.from.role.is_none() { "First job: " } else { "Become " };
            format!("{first}{title}{with}")
        }
        Kind::City(to) => format!("Move to {}", place(dataset, to)),
        Kind::Study { degree: to, beside: true } => {
            format!("Study for {} beside work", degree(to))
        }
        Kind::Study { degree: to, beside: false } => {
            format!("Study full time for {}", degree(to))
        }
    }
}

/// A step in a word or two, for a picture.
pub fn brief(dataset: &Dataset, step: &Step) -> String {
    match step.kind {
        Kind::Promotion(to) => format!("{} level", capital(level(to))),
        Kind::Change { to, .. } => dataset.role(to).title.to_owned(),
        Kind::City(to) => place(dataset, to).to_owned(),
        Kind::Study { degree: to, .. } => capital(degree(to)),
    }
}

/// Where a step leads, and what it pays.
pub fn leads(dataset: &Dataset, step: &Step) -> String {
    let Some(role) = step.to.role else {
        return match step.kind {
            Kind::City(to) => format!("Then: living in {}.", place(dataset, to)),
            _ => format!("Then: {}.", degree(step.to.education)),
        };
    };
    let at = step.level.map_or(String::new(), |at| format!(", {} level", level(at)));
    let title = dataset.role(role).title;
    format!("Then: {title}{at}, paid {} a year.", pay(step.pay))
}

/// Why a step is there and how sure it is.
pub fn grounds(step: &Step) -> String {
    let sure = format!("Works out for {} who try.", certainty(step.certainty));
    match step.kind {
        Kind::Promotion(to) => {
            let asked: Vec<&str> =
                promotion(to as usize).iter().map(|&at| skills()[usize::from(at)].name).collect();
            format!("The level asks for {}, learned at work. {sure}", list(&asked, "and"))
        }
        Kind::Change { change: Some(change), .. } => {
            let shared = change.shared();
            let why = change.usual.unwrap_or("O*NET lists the work as closely related.");
            format!(
                "{why} The two jobs share {shared}% of what O*NET rates in them, so that part of \
                 your years counts. {sure}"
            )
        }
        Kind::Change { change: None, .. } => format!("A first job in the field. {sure}"),
        Kind::City(_) if step.to.role.is_none() => sure,
        Kind::City(_) => format!("The same job in another city. {sure}"),
        Kind::Study { .. } => format!("{sure} That is the part of students who finish."),
    }
}

/// Hours and skills of a step.
pub fn learning(step: &Step) -> String {
    if step.hours == 0 {
        return "Nothing to learn first.".to_owned();
    }
    let names: Vec<&str> = step.learn.iter().map(|&at| skills()[at].name).collect();
    let hours = grouped(step.hours);
    if names.is_empty() {
        format!("{hours} hours of study.")
    } else {
        format!("{hours} hours: {}.", list(&names, "and"))
    }
}

/// When a step begins and how long it takes.
pub fn time(step: &Step) -> String {
    let start = if step.start == 0 {
        "From today".to_owned()
    } else {
        format!("After {}", months(step.start))
    };
    let [low, typical, high] = step.months;
    if low == high {
        format!("{start}, for {}", months(typical))
    } else if low == 0 {
        format!("{start}, for about {} (up to {})", months(typical), months(high))
    } else {
        format!("{start}, for about {} ({} to {})", months(typical), months(low), months(high))
    }
}

/// When a route pays off against staying.
pub fn break_even(route: &Route) -> String {
    match route.break_even {
        Some(at) if at <= 1 => "Never behind staying put.".to_owned(),
        Some(at) => format!("Ahead of staying put after {}.", months(at)),
        None => "Not ahead of staying put within these years.".to_owned(),
    }
}

/// What a route brings, takes and how sure it is.
pub fn route(route: &Route) -> String {
    format!(
        "{} less costs ({} to {}). {} hours of learning. Works out for {}. {}",
        sum(route.net[1]),
        sum(route.net[0]),
        sum(route.net[2]),
        grouped(route.value.hours),
        certainty(route.certainty),
        break_even(route),
    )
}

/// Routes that have no name.
pub fn others(count: usize) -> String {
    let routes = if count == 1 { "route" } else { "routes" };
    format!("{count} more {routes} that no other beats in everything: see --json.")
}

/// What staying brings.
pub fn staying(stay: &Stay) -> String {
    format!("Staying put: {} over these years.", sum(stay.net[1]))
}

/// What a degree alone is worth, in sentences.
pub fn degree_value(dataset: &Dataset, value: &Degree) -> String {
    let Degree { effect: [low, middle, high], .. } = *value;
    let how = if value.beside { "beside work" } else { "full time" };
    let lost = match value.lost {
        ..=0 => "no pay is lost".to_owned(),
        lost => format!("{} of pay is lost", sum(lost)),
    };
    let even = |case: Option<u32>| {
        case.map_or_else(
            || "not within these years".to_owned(),
            |at| format!("after {}", months(at)),
        )
    };
    let [least, typical, most] = value.break_even.map(even);
    let paid = match value.break_even {
        [None, None, None] => "In no case is it paid back within these years.".to_owned(),
        _ if least == most => format!("In every case it is paid back {typical}."),
        _ => format!(
            "Paid back: {typical} in the middle case, {least} at the low end, {most} at the high end."
        ),
    };
    format!(
        "{} {how}, as {}: {} and {} in fees; {lost}. Pay afterwards changes by {} to {} (middle \
         {}). {paid}",
        capital(degree(value.degree)),
        dataset.role(value.role).title,
        months(value.months),
        sum(value.cost),
        percent(low),
        percent(high),
        percent(middle),
    )
}

fn percent(percent: f32) -> String {
    let whole = percent.round() as i32;
    match whole {
        0 => "0%".to_owned(),
        more if more > 0 => format!("+{more}%"),
        less => format!("−{}%", -less),
    }
}

/// With a capital in front. Our sentences begin with plain letters; the tables for all others weigh
/// more in the browser than the sentences.
fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Unit of a premise, behind its figure.
pub const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Months => "months",
        Unit::Hours => "hours",
        Unit::Percent => "%",
        Unit::Dollars => "dollars",
        Unit::DollarsAYear => "dollars a year",
    }
}

/// How far a premise may lie from its figure: `Low 3, high 9 months.`
pub fn between(premise: &Premise) -> String {
    if premise.low == premise.high {
        return String::new();
    }
    format!("Low {}, high {} {}.", grouped(premise.low), grouped(premise.high), unit(premise.unit))
}

/// Whether a premise was measured, and by whom.
pub fn provenance(premise: &Premise) -> String {
    match premise.source {
        Some((publisher, ..)) => format!("Measured by the {publisher}."),
        None => "Our assumption.".to_owned(),
    }
}

/// `$12,410`, for a premise or an answer.
pub fn figure(premise: &Premise, figure: u32) -> String {
    match premise.unit {
        Unit::Dollars | Unit::DollarsAYear => exact(Money::dollars(figure.cast_signed())),
        Unit::Months | Unit::Hours | Unit::Percent => {
            format!("{} {}", grouped(figure), unit(premise.unit))
        }
    }
}
