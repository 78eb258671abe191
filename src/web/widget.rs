//! The widget in its frame on other people's pages: the question without education, the figures with
//! their evidence, or two cities or roles side by side, and a way to the full page. Its look, its
//! height and what it tells the page around it are `static/frame.js`'s work.

mod versus;

use super::browser::{self, Typed};
use super::calculator::use_announcement;
use super::fetched::Fetched;
use super::form::brief;
use super::pay::{self, holds, use_ready};
use super::result::{badge, figures};
use super::said::announced;
use super::state::{Action, State};
use crate::dataset::Dataset;
use crate::estimate::{Estimate, estimate};
use crate::link;
use crate::profile::Profile;
use crate::words::{self, embed as text};
pub use versus::Versus;
use yew::prelude::*;

/// What the widget begins with.
#[derive(Clone, Debug, Default, Properties, PartialEq)]
pub struct WidgetProps {
    /// The question and the wishes of the page around it, as a query string.
    #[prop_or_default]
    pub query: AttrValue,
    /// What was typed before the program started.
    #[prop_or_default]
    pub typed: Typed,
}

/// What the page around it wishes, beside the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Level of the answer's heading, 2 to 4.
    pub heading: u8,
    /// What the answer stands beside, as written.
    pub versus: Option<String>,
}

impl Host {
    /// Reads a query string; what cannot be read is as if it were not there.
    pub fn read(query: &str) -> Self {
        let heading = link::value(query, "heading").and_then(|level| level.parse().ok());
        let heading = heading.filter(|level| (2..=4).contains(level)).unwrap_or(2);
        let versus = link::value(query, "versus").filter(|versus| !versus.trim().is_empty());
        Self { heading, versus }
    }
}

/// The widget, drawn in `#app` of its frame.
#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let state = use_reducer(|| State::start(&link::read(&props.query), &props.typed));
    let host = use_state(|| Host::read(&props.query));
    use_host(&state, &host);
    use_lists(state.profile);
    let versus = host.versus.as_deref().map(|named| Versus::read(named, &state.profile));
    let beside = match versus {
        Some(Ok(Versus::Place(place))) => place,
        _ => state.profile.place,
    };
    let (profile, pay) = use_ready(state.profile, beside);
    use_announcement(&state, profile);
    let answer = estimate(Dataset::embedded(), &profile);
    let absent = if holds(state.profile.place) { beside } else { state.profile.place };
    // Until both are at hand the last answer stands alone.
    let versus = versus.filter(|_| pay == Fetched::Here);
    let mut asked = words::question(Dataset::embedded(), &profile);
    if let Some(Ok(versus)) = &versus {
        asked = text::compared(&asked, versus.name(&versus.of(&profile)));
    }
    html! {
        <div class="widget">
            { brief(&state) }
            <section class="answer" aria-labelledby="answer-heading">
                { pay::notice(&pay, absent) }
                { heading(host.heading, asked) }
                { match versus {
                    Some(Ok(versus)) => versus::beside(&profile, &answer, &versus),
                    other => html! {
                        <>
                            if let Some(Err(named)) = other {
                                <p class="error">{ text::unknown(&named) }</p>
                            }
                            { figures(&answer, None) }
                            { evidence(&answer) }
                        </>
                    },
                } }
                { attribution(&state.profile) }
            </section>
            { announced() }
        </div>
    }
}

/// The page around the frame asks anew.
#[hook]
fn use_host(state: &UseReducerHandle<State>, host: &UseStateHandle<Host>) {
    let (dispatcher, setter) = (state.dispatcher(), host.setter());
    use_effect_with((), move |()| {
        let asking = browser::on_asked(move |query| {
            setter.set(Host::read(&query));
            dispatcher.dispatch(Action::Link(link::read(&query)));
        });
        move || drop(asking)
    });
}

/// The list shows the role that was asked, also where the visitor had chosen another.
#[hook]
fn use_lists(profile: Profile) {
    use_effect_with(profile.role, |&role| {
        browser::choose(browser::ROLE_ID, Dataset::embedded().role(role).id);
    });
}

/// The answer's heading, below the headings of the page around it.
fn heading(level: u8, asked: String) -> Html {
    match level {
        3 => html! { <h3 id="answer-heading" class="asked">{ asked }</h3> },
        4 => html! { <h4 id="answer-heading" class="asked">{ asked }</h4> },
        _ => html! { <h2 id="answer-heading" class="asked">{ asked }</h2> },
    }
}

fn evidence(estimate: &Estimate) -> Html {
    html! {
        <p class="evidence">{ badge(estimate.evidence) }<span id="known">{ words::known(estimate) }</span></p>
    }
}

/// Whose figures these are, and on the full page the question that was asked, also while its pay is
/// not at hand.
fn attribution(profile: &Profile) -> Html {
    let dataset = Dataset::embedded();
    let href = format!("/?{}", link::write(dataset, profile));
    html! {
        <p class="attribution">
            { text::source(dataset) }
            <a id="whole" {href} target="_blank" rel="noopener">{ text::WHOLE }</a>
        </p>
    }
}
