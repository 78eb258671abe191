//! "Why this number": the steps of an estimate with their sources.

use crate::dataset::{Dataset, SourceId};
use crate::estimate::{Estimate, Step};
use crate::words::{self, page as text};
use yew::prelude::*;

/// The steps of an estimate, in order.
pub(super) fn reasons(estimate: &Estimate) -> Html {
    let dataset = Dataset::embedded();
    html! {
        <section class="reasons" aria-labelledby="why">
            <h3 id="why">{ text::WHY }</h3>
            <ol>{ for estimate.steps.iter().map(|step| reason(dataset, step)) }</ol>
            <p class="left-out">{ text::NO_WORK_MODE }</p>
            <p class="more"><a href="/method/">{ text::METHOD_LINK }</a></p>
        </section>
    }
}

fn reason(dataset: &'static Dataset, step: &Step) -> Html {
    let sources = step.sources();
    let count = sources.len();
    let links = sources.into_iter().enumerate().map(|(at, id)| {
        let between = if at == 0 { text::FROM } else { text::AND };
        let end = if at + 1 == count { "." } else { "" };
        html! { <>{ between }{ source(dataset, id) }{ end }</> }
    });
    html! {
        <li>
            <h4>{ words::step_name(step) }</h4>
            <p>{ words::step(dataset, step) }</p>
            <p class="source">{ for links }</p>
        </li>
    }
}

fn source(dataset: &'static Dataset, id: SourceId) -> Html {
    let source = dataset.source(id);
    html! { <a href={source.url}>{ format!("{}, {}", source.publisher, source.title) }</a> }
}
