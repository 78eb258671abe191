//! `/compare/`: up to four answers on one axis and in one table, and ways to take them along.

mod files;
mod form;
mod picture;
pub mod state;
mod take;

use super::use_address_since;
use crate::chart::Axis;
use crate::dataset::Dataset;
use crate::estimate::{Against, Estimate, Evidence, against, estimate};
use crate::link;
use crate::profile::{FieldError, Profile};
use crate::web::browser;
use crate::web::chart::{bands, scale, strip};
use crate::web::said::{announced, use_said};
use crate::words::{self, beside as text};
use state::{Action, Beside};
use yew::prelude::*;

/// Ticks of the axis at most.
const TICKS: i32 = 5;

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

impl Answer {
    /// Whether it is pay as posted in the whole country.
    fn is_national(&self) -> bool {
        self.estimate.evidence == Evidence::National
    }

    /// The answer in a sentence.
    fn row(&self, dataset: &Dataset) -> String {
        text::row(&text::called(dataset, &self.profile), &self.estimate)
    }

    fn against(&self, dataset: &Dataset, other: &Self) -> Option<Against> {
        against(dataset, (&self.profile, &self.estimate), (&other.profile, &other.estimate))
    }
}

/// Whether posted and surveyed pay stand beside each other.
fn are_mixed(answers: &[Answer]) -> bool {
    answers.iter().any(Answer::is_national) && !answers.iter().all(Answer::is_national)
}

/// The page's program: the form, the drawing, the table, and ways to take them along.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| Beside::start(&props.query, &props.typed));
    use_address_since(|| Beside::start(&props.query, &[]).query(), state.query());
    // What adds and removes questions goes with them, or comes to stand for another.
    let count = use_mut_ref(|| state.asked.len());
    use_effect_with((state.asked.len(), state.at), move |&(now, at)| {
        if count.replace(now) != now {
            browser::focus(&state::id(state::Field::Role, at));
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
    let act = |done: bool| {
        let state = state.clone();
        Callback::from(move |event: Event| {
            let (id, value) = browser::field_of(&event);
            state.dispatch(Action::Set { id, value, done });
        })
    };
    let oninput = act(false).reform(|event: InputEvent| event.into());
    let onchange = act(true);
    use_said(".error, .waits, #summary");
    let taken = take::use_take(&answers, &state);
    html! {
        <div class="offers beside" {oninput} {onchange}>
            { form::form(&state, &read) }
            { results(dataset, &read, &answers) }
            { taken }
            { announced() }
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
    html! {
        <section class="part" aria-labelledby="results-heading">
            <h2 id="results-heading">{ text::RESULTS }</h2>
            { for waits.map(|(at, _)| html! { <p class="waits">{ text::waits(at) }</p> }) }
            if !answers.is_empty() {
                <p class="lead" id="summary">{ summary(dataset, answers) }</p>
                { drawn(dataset, answers) }
                { table(dataset, answers) }
                if are_mixed(answers) { <p class="quiet">{ text::MIXED }</p> }
                if answers.len() > 1 { <p class="quiet">{ text::PAIRS_MEAN }</p> }
            }
        </section>
    }
}

/// The highest beside the lowest of the kind of answers that there are more of, or what one says.
fn summary(dataset: &Dataset, answers: &[Answer]) -> String {
    let (national, local): (Vec<&Answer>, Vec<&Answer>) =
        answers.iter().partition(|answer| answer.is_national());
    let kind = if local.len() > 1 || national.len() < 2 { local } else { national };
    let by_middle = |answer: &&&Answer| answer.estimate.median();
    // The first of the highest, the last of the lowest: never one and the same.
    let highest = kind.iter().rev().max_by_key(by_middle);
    let lowest = kind.iter().rev().min_by_key(by_middle);
    let (Some(high), Some(low), true) = (highest, lowest, kind.len() > 1) else {
        let all: Vec<String> = answers.iter().map(|answer| answer.row(dataset)).collect();
        return all.join(" ");
    };
    let Some(against) = high.against(dataset, low) else { return String::new() };
    let [high, low] = [high, low].map(|answer| text::called(dataset, &answer.profile).join(", "));
    let highest = match are_mixed(answers) {
        false => text::HIGHEST,
        true if kind[0].is_national() => text::HIGHEST_COUNTRY,
        true => text::HIGHEST_CITY,
    };
    text::summary([highest, &high, &low], &against, kind.len())
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
    let first = answers.first();
    let cells: Vec<[String; text::ROWS.len()]> = answers
        .iter()
        .enumerate()
        .map(|(at, answer)| {
            let first = first.filter(|_| at > 0);
            let against = first.and_then(|first| answer.against(dataset, first));
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
