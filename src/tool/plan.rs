//! One plan, as text or JSON: the same routes as the page finds, each followed month by month.

use crate::career::degree::degrees;
use crate::career::pay::Curves;
use crate::career::question::{Answers, question};
use crate::career::route::{Route, Stay, Step};
use crate::career::wages::Wage;
use crate::career::{self, Plan};
use crate::dataset::{Dataset, premises, skills};
use crate::finder::{Finder, Place};
use crate::money::Money;
use crate::tax::{self, Status, Tables, take_home};
use crate::words::tax::status_id;
use crate::words::{self, plan as text, plan_page, plan_trouble};
use serde_json::{Value, json};

/// What was asked on the command line.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The answers.
    pub answers: Answers,
    /// Assumptions as `id=figure`.
    pub set: Vec<String>,
    /// How somebody files whose totals are take-home pay; `None`: they are before tax.
    pub takehome: Option<String>,
}

/// The assumptions that may be set, a line each.
pub fn assumptions() -> String {
    let lines = premises().iter().map(|premise| {
        format!(
            "  {}={}  {} ({})",
            premise.id,
            premise.value,
            premise.name,
            text::unit(premise.unit)
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Answers one question.
///
/// # Errors
/// A sentence for each answer that cannot be used, or why there is no route and what would open one.
pub fn plan(dataset: &'static Dataset, asked: Asked, json: bool) -> Result<String, String> {
    let Asked { mut answers, set, takehome } = asked;
    for pair in set {
        let (id, figure) = pair.split_once('=').unwrap_or((&pair, ""));
        answers.premises.push((id.trim().to_owned(), figure.trim().to_owned()));
    }
    let question = question(&Finder::new(dataset), &answers).map_err(|faults| {
        let sentences: Vec<String> =
            faults.iter().map(|one| plan_trouble::fault(dataset, one)).collect();
        sentences.join("\n")
    })?;
    let curves = Curves::new(dataset);
    let plan =
        career::plan(&curves, &question).map_err(|trouble| plan_trouble::trouble(&trouble))?;
    let follower = plan.follower(&curves, &question);
    let mut routes: Vec<Route> = plan.routes.iter().map(|found| follower.follow(found)).collect();
    let mut stay = follower.stay().clone();
    if let Some(filing) = &takehome {
        tax(dataset, filing, &mut routes, &mut stay)?;
    }
    if json {
        let net = if takehome.is_some() { "net_take_home" } else { "net_pay" };
        let range = format!("{net}_range");
        let object = |(at, route)| object(dataset, &plan, at, route, [net, &range]);
        let routes = routes.iter().enumerate().map(object);
        let degrees = degrees(&curves, &question);
        let degrees: Vec<String> =
            degrees.iter().map(|degree| text::degree_value(dataset, degree)).collect();
        let all = json!({
            "routes": routes.collect::<Vec<_>>(),
            "staying": { net: stay.net[1], (&range): [stay.net[0], stay.net[2]] },
            "degrees": degrees,
        });
        return Ok(all.to_string());
    }
    let mut out = String::new();
    if takehome.is_some() {
        out.push_str(plan_page::TAKE_HOME);
        out.push('\n');
    }
    for (at, route) in routes.iter().enumerate() {
        let names: Vec<&str> = plan.names(at).map(text::name).collect();
        if !names.is_empty() {
            told(&mut out, dataset, &names, route);
        }
    }
    let others = routes.len() - (0..routes.len()).filter(|&at| plan.names(at).count() > 0).count();
    if others > 0 {
        out.push_str(&text::others(others));
        out.push('\n');
    }
    out.push_str(&text::staying(&stay));
    Ok(out)
}

/// Takes taxes from staying put and from routes.
fn tax(
    dataset: &Dataset,
    filing: &str,
    routes: &mut [Route],
    stay: &mut Stay,
) -> Result<(), String> {
    let tables = Tables::embedded();
    let status = Status::ALL.into_iter().find(|&one| status_id(one) == filing.trim());
    let status = status.ok_or_else(|| plan_page::no_filing(filing))?;
    let left = |wage: &Wage| {
        let mut place = tax::Place::Country;
        if let Place::City(city) = wage.place {
            let metro = dataset.metro(dataset.city(city).metro);
            place = tables.usual_area(metro.cbsa, metro.title);
            tables.state_at(place).ok_or(plan_page::NO_TAXES)?;
        }
        let wage = Money::dollars(wage.total as i32);
        let asked = tax::Question { wage, status, place, ..tax::Question::default() };
        Ok(i64::from(take_home(tables, &asked).rounded().whole()))
    };
    let kept = |wages: &[Wage]| wages.iter().map(left).collect::<Result<Vec<i64>, String>>();
    stay.tax(&kept(&stay.wages)?);
    routes.iter_mut().try_for_each(|route| {
        route.tax(&kept(&route.wages)?, stay);
        Ok(())
    })
}

/// A route as text.
fn told(out: &mut String, dataset: &Dataset, names: &[&str], route: &Route) {
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    line(format!("{}: {}", names.join(", "), text::months(route.value.months)));
    line(format!("  {}", text::route(route)));
    for (at, step) in route.steps.iter().enumerate() {
        line(format!("  {}. {}. {}.", at + 1, text::step(dataset, step), text::time(step)));
        line(format!("     {} {}", text::learning(step), text::leads(dataset, step)));
    }
    line(String::new());
}

/// A route as JSON.
fn object(dataset: &Dataset, plan: &Plan, at: usize, route: &Route, names: [&str; 2]) -> Value {
    let [net, range] = names;
    json!({
        "names": plan.names(at).map(text::name).collect::<Vec<_>>(),
        "steps": route.steps.iter().map(|step| one(dataset, step)).collect::<Vec<_>>(),
        "months": route.value.months,
        "months_range": [route.months[0], route.months[2]],
        net: route.net[1],
        range: [route.net[0], route.net[2]],
        "learning_hours": route.value.hours,
        "certainty": tenth_of_percent(route.certainty),
        "break_even_months": route.break_even,
        "last_pay": route.last.map(Money::whole),
        "years": route.years,
    })
}

fn one(dataset: &Dataset, step: &Step) -> Value {
    json!({
        "step": text::step(dataset, step),
        "role": step.to.role.map(|role| dataset.role(role).id),
        "level": step.level.map(words::level),
        "place": words::place(dataset, step.to.place),
        "education": words::education(step.to.education),
        "start_month": step.start,
        "months": step.months[1],
        "months_range": [step.months[0], step.months[2]],
        "learn": step.learn.iter().map(|&at| skills()[at].id).collect::<Vec<_>>(),
        "learning_hours": step.hours,
        "cost": step.cost,
        "certainty": tenth_of_percent(step.certainty),
        "pay": step.pay.map(Money::whole),
        "why": text::grounds(step),
    })
}

fn tenth_of_percent(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}
