//! A route as files to keep: CSV and JSON, written by hand since a library for it would weigh more in
//! the browser than the page of plans.

use super::state::State;
use crate::career::route::Route;
use crate::dataset::{Dataset, skills};
use crate::money::Money;
use crate::words::plan as words;

/// A route as CSV: a row a step.
pub(super) fn csv(dataset: &Dataset, route: &Route) -> String {
    let mut out = String::from(
        "step,start_month,months,months_low,months_high,learning_hours,cost,certainty_percent,pay_p25,pay_p50,pay_p75,skills\n",
    );
    for step in &route.steps {
        let [low, typical, high] = step.months;
        let [p25, p50, p75] = step.pay.map(Money::whole);
        let skills: Vec<&str> = step.learn.iter().map(|&at| skills()[at].id).collect();
        let certainty = (step.certainty * 100.0).round() as u32;
        let row = format!(
            "\"{}\",{},{typical},{low},{high},{},{},{certainty},{p25},{p50},{p75},{}\n",
            words::step(dataset, step),
            step.start,
            step.hours,
            step.cost,
            skills.join(" "),
        );
        out.push_str(&row);
    }
    out
}

/// A route as JSON, with the query that asks for it; sums after taxes bear another name. Neither names nor a query hold anything that
/// JSON escapes.
pub(super) fn json(dataset: &Dataset, state: &State, route: &Route) -> String {
    let steps = route.steps.iter().map(|step| {
        let [low, typical, high] = step.months;
        let [p25, p50, p75] = step.pay.map(Money::whole);
        let skills = step.learn.iter().map(|&at| format!("\"{}\"", skills()[at].id));
        format!(
            "{{\"step\":\"{}\",\"start_month\":{},\"months\":{typical},\"months_range\":[{low},{high}],\
             \"learning_hours\":{},\"cost\":{},\"pay\":[{p25},{p50},{p75}],\"learn\":[{}]}}",
            words::step(dataset, step),
            step.start,
            step.hours,
            step.cost,
            skills.collect::<Vec<_>>().join(","),
        )
    });
    let [low, typical, high] = route.net;
    let (query, net) = (state.query(), if state.filing.is_some() { "take_home" } else { "pay" });
    format!(
        "{{\"asked\":\"{query}\",\"months\":{},\"net_{net}\":{typical},\
         \"net_{net}_range\":[{low},{high}],\"learning_hours\":{},\
         \"certainty_percent\":{},\"steps\":[{}]}}",
        route.value.months,
        route.value.hours,
        (route.certainty * 100.0).round() as u32,
        steps.collect::<Vec<_>>().join(","),
    )
}
