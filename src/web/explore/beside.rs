//! `/compare/`: up to four answers on one axis and in one table, and ways to take them along.

mod files;
mod form;
mod picture;
pub mod state;
mod take;

use super::use_address;
use crate::chart::Axis;
use crate::dataset::Dataset;
use crate::estimate::{Against, Estimate, Evidence, against, estimate};
use crate::link;
use crate::profile::{FieldError, Profile};
use crate::web::browser;
use crate::web::chart::{bands, scale, strip};
use crate::words::{self, beside as text};
use state::{Action, Beside};
use yew::prelude::*;

/// Ticks of the axis at most.
const TICKS: i32 = 6;

/// What the page begins with.
#[derive(Clone, Debug, Properties, PartialEq, Eq)]
pub struct PageProps {
    /// The query string.
    pub query: AttrValue,
    /// Fields that were changed before the program came: id and what they hold.
    pub typed: Vec<(String, String)>,
}

/// A question and its answer.
struct Answer {
    profile: Profile,
    estimate: Estimate,
}

/// The page's program: the form, the drawing, the table, and ways to take them along.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| Beside::start(&props.query, &props.typed));
    use_address(state.query());
    // What adds and removes questions goes with them.
    let count = use_mut_ref(|| state.asked.len());
    use_effect_with(state.asked.len(), move |&now| {
        if count.replace(now) != now {
            browser::refocus(&state::id(state::Field::Role, now - 1));
        }
    });
    // Lists that a visitor chose from follow removals by their value alone.
    use_effect_with(form::lists(&state), |lists| {
        for (id, chosen) in lists {
            browser::choose(id, chosen);
        }
    });
    let read: Vec<_> = state.asked.iter().map(state::Typed::read).collect();
    let dataset = Dataset::embedded();
    let answers: Vec<Answer> = read
        .iter()
        .flatten()
        .map(|&profile| Answer { profile, estimate: estimate(dataset, &profile) })
        .collect();
    let act = {
        let state = state.clone();
        Callback::from(move |(id, value): (String, String)| state.dispatch(Action::Set(id, value)))
    };
    let oninput = act.reform(|event: InputEvent| browser::field_of(&event));
    let onchange = act.reform(|event: Event| browser::field_of(&event));
    let taken = take::use_take(&answers, &state);
    html! {
        <div class="offers beside" {oninput} {onchange}>
            { form::form(&state, &read) }
            { results(dataset, &read, &answers) }
            { taken }
        </div>
    }
}

/// The axis that holds all that is drawn.
fn axis(answers: &[Answer]) -> Axis {
    let wide = answers.iter().map(|answer| answer.estimate.wide());
    let (lows, highs): (Vec<_>, Vec<_>) = wide.map(|wide| (wide.low, wide.high)).unzip();
    let (low, high) = (lows.into_iter().min(), highs.into_iter().max());
    Axis::around(low.unwrap_or_default(), high.unwrap_or_default(), TICKS)
}

fn results(
    dataset: &'static Dataset,
    read: &[Result<Profile, Vec<FieldError>>],
    answers: &[Answer],
) -> Html {
    let waits = read.iter().enumerate().filter(|(_, read)| read.is_err());
    let national = |answer: &Answer| answer.estimate.evidence == Evidence::National;
    let mixed = answers.iter().any(national) && !answers.iter().all(national);
    html! {
        <section class="part" aria-labelledby="results-heading">
            <h2 id="results-heading">{ text::RESULTS }</h2>
            { for waits.map(|(at, _)| html! { <p role="status">{ text::waits(at) }</p> }) }
            if !answers.is_empty() {
                <p class="lead" id="summary" aria-live="polite">{ summary(dataset, answers) }</p>
                { drawn(dataset, answers) }
                { table(dataset, answers) }
                if mixed { <p class="quiet">{ text::MIXED }</p> }
                if answers.len() > 1 { <p class="quiet">{ text::PAIRS_MEAN }</p> }
            }
        </section>
    }
}

/// The highest beside the lowest of the answers that can be subtracted, or what one says.
fn summary(dataset: &Dataset, answers: &[Answer]) -> String {
    let by_middle = |answer: &&Answer| answer.estimate.median();
    let highest = answers.iter().max_by_key(by_middle);
    let lowest = answers.iter().min_by_key(by_middle);
    let both = highest.zip(lowest).filter(|(high, low)| high.profile != low.profile);
    let Some((high, low)) = both else {
        return answers
            .first()
            .map_or_else(String::new, |answer| words::page::half(answer.estimate.likely()));
    };
    let Some(against) = against(&high.estimate, &low.estimate) else { return String::new() };
    let [high, low] = [high, low].map(|answer| words::question(dataset, &answer.profile));
    text::summary(&high, &low, &against)
}

/// Every answer as bars over one axis, below its name and its figures.
fn drawn(dataset: &'static Dataset, answers: &[Answer]) -> Html {
    let axis = axis(answers);
    let row = |answer: &Answer| {
        let Answer { profile, estimate } = answer;
        let [role, detail] = text::called(dataset, profile);
        let href = format!("/?{}", link::write(dataset, profile));
        html! {
            <li>
                <p>
                    <a {href}>{ role }</a>{ ", " }{ detail }{ ": " }
                    <strong>{ words::about(estimate.median()) }</strong>
                </p>
                { strip(bands(&axis, estimate, 0)) }
            </li>
        }
    };
    html! {
        <figure class="chart">
            <ul class="bars">{ for answers.iter().map(row) }</ul>
            { scale(&axis) }
            <figcaption>{ text::KEY }</figcaption>
        </figure>
    }
}

fn table(dataset: &'static Dataset, answers: &[Answer]) -> Html {
    let first = answers.first().map(|answer| &answer.estimate);
    let cells: Vec<[String; text::ROWS.len()]> = answers
        .iter()
        .enumerate()
        .map(|(at, answer)| {
            let against: Option<Against> =
                first.filter(|_| at > 0).and_then(|first| against(&answer.estimate, first));
            text::cells(&answer.estimate, against.as_ref())
        })
        .collect();
    let head = |answer: &Answer| {
        let [role, detail] = text::called(dataset, &answer.profile);
        html! { <th scope="col">{ role }<span class="about">{ detail }</span></th> }
    };
    let line = |(at, name): (usize, &&'static str)| {
        html! {
            <tr>
                <th scope="row">{ *name }</th>
                { for cells.iter().map(|cells| html! { <td>{ &cells[at] }</td> }) }
            </tr>
        }
    };
    html! {
        <div class="scroll" role="group" aria-label={text::CAPTION} tabindex="0">
            <table class="side-by-side">
                <caption>{ text::CAPTION }</caption>
                <thead><tr>
                    <th scope="col">{ text::WHAT }</th>
                    { for answers.iter().map(head) }
                </tr></thead>
                <tbody>{ for text::ROWS.iter().enumerate().map(line) }</tbody>
            </table>
        </div>
    }
}
