//! The answer: the middle and the ranges, their picture and table, the evidence and the reasons.

mod cities;
mod claims;
mod reasons;

pub(super) use cities::cities;

use super::chart;
use crate::dataset::Dataset;
use crate::estimate::{Estimate, Evidence, estimate};
use crate::finder::Place;
use crate::link::place_id;
use crate::money::Money;
use crate::profile::Profile;
use crate::web::explore::beside::state::beginning;
use crate::web::explore::cities::rows::told_by;
use crate::words::{self, page as text};
use yew::prelude::*;

/// The answer to a question: its heading, its figures, their evidence, and ways on. `before`: the
/// middle that the visitor's last change left behind.
pub(super) fn answer(profile: &Profile, estimate: &Estimate, before: Option<Money>) -> Html {
    let dataset = Dataset::embedded();
    html! {
        <>
            <h2 id="answer-heading">{ words::question(dataset, profile) }</h2>
            { figures(estimate, before) }
            { evidence(dataset, profile, estimate) }
            { more(dataset, profile) }
        </>
    }
}

/// Why the answer is what it is, and what others claim.
pub(super) fn below(profile: &Profile) -> Html {
    let estimate = estimate(Dataset::embedded(), profile);
    html! {
        <>
            { reasons::reasons(&estimate) }
            { claims::claims(profile, &estimate) }
        </>
    }
}

/// The middle, the ranges and their picture, beside the middle `before`.
pub(super) fn figures(estimate: &Estimate, before: Option<Money>) -> Html {
    let middle = estimate.median();
    let change = before.map(|before| text::change(before, middle));
    html! {
        <>
            <p class="middle">
                <span class="unseen">{ text::MIDDLE }{ " " }</span>
                <strong id="median">{ words::about(middle) }</strong>{ " " }{ text::A_YEAR }
            </p>
            <p class="middle-means"><strong>{ change }</strong>{ text::MIDDLE_MEANS }</p>
            <p class="likely">{ text::half(estimate.likely()) }</p>
            <p class="wide">{ text::eight_in_ten(estimate.wide()) }</p>
            { chart::dots(estimate, before) }
        </>
    }
}

fn evidence(dataset: &'static Dataset, profile: &Profile, estimate: &Estimate) -> Html {
    let name = words::evidence_name(estimate.evidence);
    let metro = match profile.place {
        Place::City(city) => Some(text::counted_in(dataset, dataset.city(city).metro)),
        Place::Country => None,
    };
    html! {
        <p class="evidence">
            { badge(estimate.evidence) }
            { metro.map(|metro| format!("{metro} ")) }
            <span id="evidence" data-evidence={name}>{ words::evidence(dataset, estimate) }</span>
            { " " }
            <span id="known">{ words::known(estimate) }</span>
        </p>
    }
}

/// Ways to the pages of the role and the city.
fn more(dataset: &'static Dataset, profile: &Profile) -> Html {
    let role = dataset.role(profile.role);
    let (href, place) = match profile.place {
        Place::City(city) => {
            let city = told_by(city);
            (place_id(dataset, Place::City(city)) + "/", dataset.city(city).name)
        }
        Place::Country => (String::new(), text::EVERY_CITY),
    };
    html! {
        <p class="more">
            { text::MORE_ABOUT }
            <a href={format!("/roles/{}/", role.id)}>{ role.title }</a>
            { text::AND }
            <a href={format!("/cities/{href}")}>{ place }</a>
            <br />
            <a id="compare" href={beginning(profile)}>{ text::COMPARE }</a>
        </p>
    }
}

/// The kind of evidence as a word in a frame; the frame's line differs too, not only its colour.
pub(super) fn badge(evidence: Evidence) -> Html {
    let name = words::evidence_name(evidence);
    html! { <span class={["badge badge-", name].concat()}>{ name }</span> }
}
