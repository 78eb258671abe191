//! The routes: the named ones side by side, and the one that is shown step by step.

use super::state::{Action, SHOWN_FIRST, State};
use super::totals::taxed;
use super::{CURVES, Now, Outcome, export, figure};
use crate::career::question::{Fault, Question};
use crate::career::route::{Route, Stay, Step};
use crate::career::{Name, Plan};
use crate::dataset::{Dataset, skills};
use crate::web::browser;
use crate::web::doors;
use crate::web::fetched::Fetched;
use crate::web::pay;
use crate::words::{
    self as all, plan as words, plan_form, plan_page as text, plan_trouble as trouble,
};
use yew::prelude::*;

/// What the answers lead to: the named routes side by side, or why there is none. `last` is the last
/// question that could be answered.
pub(super) fn routes(now: &Now, last: &Now, absent: &Fetched, doors: &Fetched) -> Html {
    let answer = match &*now.outcome {
        Outcome::Faults(faults) => self::faults(faults, last, doors),
        Outcome::Waits(places) => pay::notice(absent, places[0]),
        Outcome::Trouble(trouble) => {
            html! { <p class="lead" role="status">{ trouble::trouble(trouble) }</p> }
        }
        Outcome::Plan(question, plan, totals) => {
            side_by_side(now, question, plan, totals.as_deref(), doors)
        }
    };
    html! {
        <section class="part" aria-labelledby="routes-heading">
            <h2 id="routes-heading">{ text::ROUTES }</h2>
            { answer }
        </section>
    }
}

/// What cannot be used, and the routes of the answers before that.
fn faults(faults: &[Fault], last: &Now, doors: &Fetched) -> Html {
    let wrong = |fault: &Fault| {
        let said = trouble::fault(Dataset::embedded(), fault);
        html! { <li>{ plan_form::label(fault.field()) }{ ": " }{ said }</li> }
    };
    // Two cities in one field may both be wrong.
    let mut fields: Vec<_> = faults.iter().map(Fault::field).collect();
    fields.dedup();
    html! {
        <>
            <p role="status">{ text::faults(faults.len()) }</p>
            <ul class="error">{ for faults.iter().map(wrong) }</ul>
            if let Outcome::Plan(question, plan, totals) = &*last.outcome {
                <p class="hint">{ text::last(&fields, |field| last.text(field)) }</p>
                { side_by_side(last, question, plan, totals.as_deref(), doors) }
            }
        </>
    }
}

/// The number of the route that is shown in full.
fn shown(state: &State, plan: &Plan) -> usize {
    let first = plan.named[SHOWN_FIRST as usize];
    state.chosen.filter(|&at| at < plan.routes.len()).unwrap_or(first)
}

fn side_by_side(
    now: &Now,
    question: &Question,
    plan: &Plan,
    totals: Option<&[i64]>,
    doors: &Fetched,
) -> Html {
    let shown = shown(now, plan);
    // Names that fall on one route share a row.
    let rows = (0..plan.routes.len()).filter(|at| plan.named.contains(at));
    let row = |at: usize| self::row(now, plan, at, at == shown, totals);
    let fastest = &plan.routes[plan.named[Name::Fastest as usize]].value;
    html! {
        <>
            <p role="status">{ text::found(plan.routes.len(), fastest.months) }</p>
            if totals.is_none() {
                if *doors == Fetched::Here {
                    <p class="error" role="alert">{ text::NO_TAXES }</p>
                } else {
                    { doors::notice(doors) }
                }
            }
            { table(now, text::NAMED, rows.map(row).collect(), totals, question.horizon) }
        </>
    }
}

/// The routes that bear no name, folded away.
pub(super) fn others(now: &Now) -> Html {
    let Outcome::Plan(question, plan, totals) = &*now.outcome else { return Html::default() };
    let (totals, shown) = (totals.as_deref(), shown(now, plan));
    let others: Vec<usize> = (0..plan.routes.len()).filter(|at| !plan.named.contains(at)).collect();
    if others.is_empty() {
        return Html::default();
    }
    let rows = others.iter().map(|&at| row(now, plan, at, at == shown, totals)).collect();
    html! {
        <details>
            <summary>{ text::others(others.len()) }</summary>
            <p class="hint">{ text::OTHERS_HINT }</p>
            { table(now, text::OTHERS, rows, totals, question.horizon) }
        </details>
    }
}

/// The chosen route in full, where there is one.
pub(super) fn chosen(now: &Now) -> Html {
    let Outcome::Plan(question, plan, _) = &*now.outcome else { return Html::default() };
    let at = shown(now, plan);
    let (mut route, mut stay) = CURVES.with(|curves| {
        let follower = plan.follower(curves, question);
        (follower.follow(&plan.routes[at]), follower.stay().clone())
    });
    let known = now.filing.is_none_or(|status| taxed(status, &mut route, &mut stay).is_some());
    one(now, plan, at, &route, known.then_some(&stay), question.horizon)
}

fn table(
    now: &Now,
    caption: &'static str,
    rows: Html,
    totals: Option<&[i64]>,
    horizon: u8,
) -> Html {
    let taxed = now.filing.is_some();
    html! {
        <div class="scroll" role="group" aria-label={caption} tabindex="0">
            <table class="routes">
                <caption>{ caption }</caption>
                <thead><tr>
                    { for text::route_heads(taxed).map(|head| html! { <th scope="col">{ head }</th> }) }
                </tr></thead>
                <tbody>
                    { rows }
                    <tr>
                        <th scope="row">{ text::STAY }</th>
                        <td>{ "–" }</td>
                        <td>
                            { totals.map_or_else(dash, |totals| words::sum(totals[0])) }
                            <span class="about">{ text::over(horizon, taxed) }</span>
                        </td>
                        <td>{ "0" }</td>
                        <td>{ "–" }</td>
                    </tr>
                </tbody>
            </table>
        </div>
    }
}

/// In place of a figure that is not known.
fn dash() -> String {
    "–".to_owned()
}

fn row(now: &Now, plan: &Plan, at: usize, shown: bool, totals: Option<&[i64]>) -> Html {
    let value = &plan.routes[at].value;
    let names: Vec<&str> = plan.names(at).map(words::name).collect();
    let name = if names.is_empty() { text::way(plan, at) } else { names.join(", ") };
    let onclick = {
        let now = now.clone();
        Callback::from(move |_: MouseEvent| now.dispatch(Action::Route(at)))
    };
    html! {
        <tr class={classes!(shown.then_some("shown"))}>
            <th scope="row">
                <button type="button" aria-pressed={shown.to_string()} {onclick}>{ name }</button>
            </th>
            <td>{ words::months(value.months) }</td>
            <td>
                { totals.map_or_else(dash, |totals| words::sum(totals[at + 1])) }
                if let Some(totals) = totals {
                    <span class="about">{ words::difference(totals[at + 1] - totals[0]) }</span>
                }
            </td>
            <td>{ all::grouped(value.hours) }</td>
            <td>{ words::certainty(crate::career::derive::certainty(value.doubt)) }</td>
        </tr>
    }
}

/// One route in full; without what it comes to while `stay` is not known after the taxes asked for.
fn one(now: &Now, plan: &Plan, at: usize, route: &Route, stay: Option<&Stay>, horizon: u8) -> Html {
    let taxed = now.filing.is_some();
    let dataset = Dataset::embedded();
    let names: Vec<&str> = plan.names(at).map(words::name).collect();
    let heading = if names.is_empty() { text::way(plan, at) } else { names.join(", ") };
    let json = stay.map(|_| browser::download(&export::json(dataset, now, route)));
    let csv = export::csv(dataset, route);
    let print = Callback::from(|_: MouseEvent| browser::print());
    html! {
        <section class="part" aria-labelledby="route-heading">
            <h2 id="route-heading">{ text::route(&heading) }</h2>
            <p class="lead">
                { stay.map_or_else(|| text::UNTAXED.to_owned(), |stay| text::summary(route, stay, horizon, taxed)) }
            </p>
            { figure::timeline(route) }
            <ol class="numbered">{ for route.steps.iter().map(|step| self::step(dataset, step)) }</ol>
            if let Some(stay) = stay { { figure::money(route, stay, horizon, taxed) } }
            { figure::learning(route) }
            <p class="actions">
                if let Some(href) = json {
                    <a {href} download="paypath-route.json">{ text::JSON }</a>
                }
                <a href={browser::file("text/csv", &csv)} download="paypath-route.csv">{ text::CSV }</a>
                <button type="button" onclick={print}>{ text::PRINT }</button>
            </p>
        </section>
    }
}

fn step(dataset: &Dataset, step: &Step) -> Html {
    let learn = step.learn.iter().map(|&at| {
        let skill = &skills()[at];
        html! { <li><a href={format!("/skills/#{}", skill.id)}>{ skill.name }</a>{ text::hours(skill.hours[1]) }</li> }
    });
    html! {
        <li>
            <h3>{ words::step(dataset, step) }</h3>
            <div>
                <p>{ words::time(step) }{ ". " }{ words::leads(dataset, step) }</p>
                <p class="quiet">
                    { words::grounds(step) }
                    if step.cost > 0 { { text::cost(step.cost) } }
                </p>
                if step.hours > 0 {
                    <p>{ text::learn(step) }</p>
                    <ul class="learn">
                        { for learn }
                        if let Some(besides) = text::besides(step) { <li>{ besides }</li> }
                    </ul>
                }
            </div>
        </li>
    }
}
