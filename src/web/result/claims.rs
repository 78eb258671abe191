//! What articles claim about a role, beside the estimate on one axis. Never averaged in.

use crate::chart::{Across, Axis};
use crate::dataset::{Claim, Claimed, Dataset};
use crate::estimate::Estimate;
use crate::money::Money;
use crate::profile::Profile;
use crate::web::chart;
use crate::words::{self, page as text};
use yew::prelude::*;

/// Ticks of the axis at most.
const TICKS: i32 = 4;

/// The claims about a question's role; nothing where there are none.
pub(super) fn claims(profile: &Profile, estimate: &Estimate) -> Html {
    let dataset = Dataset::embedded();
    let claims: Vec<&'static Claim> = crate::dataset::claims()
        .iter()
        .filter(|claim| claim.roles.contains(&profile.role))
        .collect();
    if claims.is_empty() {
        return Html::default();
    }
    let wide = estimate.wide();
    let ends = claims.iter().flat_map(|claim| match claim.pay {
        Claimed::Point(pay) | Claimed::AtLeast(pay) => [pay, pay],
        Claimed::Range(pay) => [pay.low, pay.high],
    });
    let ends: Vec<Money> = ends.chain([wide.low, wide.high]).collect();
    let (low, high) = (ends.iter().min(), ends.iter().max());
    let axis = Axis::around(*low.unwrap_or(&wide.low), *high.unwrap_or(&wide.high), TICKS);
    html! {
        <section class="claims" aria-labelledby="claims-heading">
            <h3 id="claims-heading">{ text::CLAIMS }</h3>
            <p>{ text::CLAIMS_LEAD }</p>
            <ul>
                <li>
                    <p><strong>{ text::THIS_ESTIMATE }</strong>{ " " }{ text::eight_in_ten(wide) }</p>
                    { chart::strip(chart::bands(&axis, estimate, 0)) }
                </li>
                { for claims.into_iter().map(|claim| one(dataset, &axis, claim)) }
            </ul>
            { chart::scale(&axis) }
        </section>
    }
}

fn one(dataset: &'static Dataset, axis: &Axis, claim: &'static Claim) -> Html {
    html! {
        <li>
            <p>
                <strong>{ words::claim_pay(claim) }</strong>{ ": " }{ claim.about }{ " (" }
                <a href={dataset.source(claim.source).url}>{ words::claim_source(dataset, claim) }</a>
                { "). " }
                <span class="differs">{ claim.differs }</span>
            </p>
            { chart::strip(mark(axis, claim.pay)) }
        </li>
    }
}

fn mark(axis: &Axis, pay: Claimed) -> Html {
    let bar = |from: Across, to: Across| {
        let width = Across(to.0.saturating_sub(from.0));
        html! {
            <rect class="claim" x={from.to_string()} width={width.to_string()} y="4" height="10" />
        }
    };
    match pay {
        Claimed::Range(pay) => bar(axis.place(pay.low), axis.place(pay.high)),
        Claimed::Point(pay) => {
            let x = axis.place(pay).to_string();
            html! { <circle class="claim" cx={x} cy="9" r="6" /> }
        }
        Claimed::AtLeast(pay) => {
            let from = axis.place(pay);
            html! {
                <>
                    <circle class="claim" cx={from.to_string()} cy="9" r="6" />
                    <line class="claim-on" x1={from.to_string()} x2="100%" y1="9" y2="9" />
                </>
            }
        }
    }
}
