//! Beside the routes: what would change with another answer, what a degree alone is worth, and the
//! plans kept on the device.

use super::state::{Action, State};
use super::{CURVES, Now, Outcome};
use crate::career::degree::degrees;
use crate::career::question::{Answers, MOST_HOURS, Question};
use crate::career::{Name, Plan};
use crate::dataset::Dataset;
use crate::finder::Place;
use crate::link::place_id;
use crate::tax::Status;
use crate::words::{plan as words, plan_page as text};
use yew::prelude::*;

/// Another answer and what it changes.
pub(super) struct WhatIf {
    name: String,
    query: String,
    /// Months and dollars of the balanced route against now; `None`: no route.
    change: Option<(i64, i64)>,
}

/// Other answers that people think of, with what they change.
pub(super) fn what_ifs(now: &Now) -> Vec<WhatIf> {
    let dataset = Dataset::embedded();
    let Outcome::Plan(question, plan, Some(totals)) = &*now.outcome else { return Vec::new() };
    let (before, answers) = (balanced(plan, totals), &now.answers);
    let mut others: Vec<(String, Answers)> = Vec::new();
    let mut other = |name: String, set: &dyn Fn(&mut Answers)| {
        let mut changed = answers.clone();
        set(&mut changed);
        others.push((name, changed));
    };
    let hours = (question.weekly * 2).clamp(5, MOST_HOURS);
    if hours != question.weekly {
        other(text::if_hours(hours), &|answers| answers.hours = Some(hours.to_string()));
    }
    if question.degrees {
        other(text::IF_NO_DEGREE.to_owned(), &|answers| answers.degree = Some("no".to_owned()));
    } else {
        other(text::IF_DEGREE.to_owned(), &|answers| answers.degree = None);
    }
    // The country's figure is posted pay, a city's is surveyed wages: they do not compare.
    let cities = dataset.listed.iter().map(|&city| Place::City(city));
    let cities = cities.filter(|_| question.place != Place::Country);
    for city in cities.filter(|&city| city != question.place).take(2) {
        let name = text::if_city(crate::words::place(dataset, city));
        other(name, &|answers| answers.city = Some(place_id(dataset, city)));
    }
    others.into_iter().map(|(name, answers)| compare(name, answers, now.filing, before)).collect()
}

/// Months and dollars of the balanced route.
fn balanced(plan: &Plan, totals: &[i64]) -> (i64, i64) {
    let at = plan.named[Name::Balanced as usize];
    (i64::from(plan.routes[at].value.months), totals[at + 1])
}

fn compare(name: String, answers: Answers, filing: Option<Status>, before: (i64, i64)) -> WhatIf {
    let after = match Outcome::of(&answers, filing) {
        Outcome::Plan(_, plan, Some(totals)) => Some(balanced(&plan, &totals)),
        Outcome::Plan(..) | Outcome::Faults(_) | Outcome::Waits(_) | Outcome::Trouble(_) => None,
    };
    let change = after.map(|(months, net)| (months - before.0, net - before.1));
    let state = State { answers, filing, chosen: None, kept: Vec::new() };
    WhatIf { name, query: state.query(), change }
}

/// Other answers and degrees.
pub(super) fn more(now: &Now, question: &Question, what_ifs: &[WhatIf]) -> Html {
    let row = |one: &WhatIf| {
        let onclick = {
            let (now, query) = (now.clone(), one.query.clone());
            Callback::from(move |_: MouseEvent| now.dispatch(Action::Open(query.clone())))
        };
        let [time, money] = match one.change {
            Some((months, net)) => [text::months_change(months), words::difference(net)],
            None => [text::NO_ROUTE.to_owned(), String::new()],
        };
        html! {
            <tr>
                <th scope="row"><button type="button" {onclick}>{ &one.name }</button></th>
                <td>{ time }</td>
                <td>{ money }</td>
            </tr>
        }
    };
    let degrees = CURVES.with(|curves| degrees(curves, question));
    html! {
        <>
            if !what_ifs.is_empty() {
                <section class="part" aria-labelledby="ifs-heading">
                    <h2 id="ifs-heading">{ text::WHAT_IF }</h2>
                    <div class="scroll" role="group" aria-label={text::WHAT_IF} tabindex="0">
                        <table class="routes">
                            <caption>{ text::WHAT_IF_CAPTION }</caption>
                            <thead><tr>
                                { for text::what_if_heads(now.filing.is_some()).map(|head| html! { <th scope="col">{ head }</th> }) }
                            </tr></thead>
                            <tbody>{ for what_ifs.iter().map(row) }</tbody>
                        </table>
                    </div>
                </section>
            }
            if !degrees.is_empty() {
                <section class="part" aria-labelledby="degree-heading">
                    <h2 id="degree-heading">{ text::DEGREE }</h2>
                    { for degrees.iter().map(|degree| {
                        html! { <p>{ words::degree_value(Dataset::embedded(), degree) }</p> }
                    }) }
                    <p class="quiet">{ text::DEGREE_MEANS }</p>
                </section>
            }
        </>
    }
}

/// A plan kept on the device.
pub(super) struct Kept {
    query: String,
    name: String,
    found: Found,
}

/// What a kept plan comes to with the data of today.
enum Found {
    /// Months and dollars of its balanced route, and over which years they are.
    Route(i64, i64, String),
    /// No route any more.
    Nothing,
    /// Taxes that are not known, or not yet.
    Untaxed,
    /// Places whose pay is not at hand.
    Waits(Vec<Place>),
}

impl Kept {
    /// The places whose pay it waits for.
    pub(super) fn absent(&self) -> &[Place] {
        if let Found::Waits(places) = &self.found { places } else { &[] }
    }
}

/// Kept plans as they come out with the data of today.
pub(super) fn plans(kept: &[String]) -> Vec<Kept> {
    let one = |query: &String| {
        let State { answers, filing, .. } = State::start(query, None);
        let found = match Outcome::of(&answers, filing) {
            Outcome::Plan(question, plan, Some(totals)) => {
                let (months, net) = balanced(&plan, &totals);
                Found::Route(months, net, text::over(question.horizon, filing.is_some()))
            }
            Outcome::Plan(..) => Found::Untaxed,
            Outcome::Waits(places) => Found::Waits(places),
            Outcome::Faults(_) | Outcome::Trouble(_) => Found::Nothing,
        };
        Kept { query: query.clone(), name: text::plan_name(&answers), found }
    };
    kept.iter().map(one).collect()
}

/// Plans on the device, side by side.
pub(super) fn kept(now: &Now, plans: &[Kept], refused: bool) -> Html {
    let keep = {
        let now = now.clone();
        Callback::from(move |_: MouseEvent| now.dispatch(Action::Keep))
    };
    let row = |(at, Kept { query, name, found }): (usize, &Kept)| {
        let forget = {
            let now = now.clone();
            Callback::from(move |_: MouseEvent| now.dispatch(Action::Forget(at)))
        };
        html! {
            <tr>
                <th scope="row"><a href={format!("/path/?{query}")}>{ name }</a></th>
                if let Found::Route(months, net, over) = found {
                    <td>{ words::months(u32::try_from(*months).unwrap_or(0)) }</td>
                    <td>{ words::sum(*net) }<span class="about">{ over }</span></td>
                } else {
                    <td>{ match found {
                        Found::Nothing => text::NO_ROUTE,
                        Found::Untaxed => text::UNTAXED,
                        _ => text::WAITS,
                    } }</td>
                    <td></td>
                }
                <td><button type="button" onclick={forget} aria-label={text::forget(name)}>{ text::FORGET }</button></td>
            </tr>
        }
    };
    html! {
        <section class="part" aria-labelledby="kept-heading">
            <h2 id="kept-heading">{ text::KEPT }</h2>
            <p>{ text::KEPT_HINT }</p>
            <p class="actions"><button type="button" onclick={keep}>{ text::KEEP }</button></p>
            if refused { <p class="error" role="alert">{ text::REFUSED }</p> }
            if !plans.is_empty() {
                <div class="scroll" role="group" aria-label={text::KEPT} tabindex="0">
                    <table class="routes">
                        <caption>{ text::KEPT_CAPTION }</caption>
                        <thead><tr>
                            { for text::KEPT_HEADS.map(|head| html! { <th scope="col">{ head }</th> }) }
                        </tr></thead>
                        <tbody>{ for plans.iter().enumerate().map(row) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}
