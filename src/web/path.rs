//! `/path/`: the page of plans. Answers on one side, routes on the other; the address holds the
//! question. Plans with [`crate::career`], says it with [`crate::words::plan`].

mod answer;
mod export;
mod figure;
mod form;
mod more;
pub mod state;

use super::explore::use_address;
use crate::career::question::{Fault, Question, question};
use crate::career::{Plan, Trouble, plan};
use crate::dataset::Dataset;
use crate::finder::Finder;
use crate::web::browser;
use state::State;
use yew::prelude::*;

/// Where plans are kept on the device, if the visitor keeps one.
pub const KEPT: &str = "paypath-plans";

/// What the page begins with.
#[derive(Clone, Debug, Default, Properties, PartialEq, Eq)]
pub struct PathProps {
    /// The query string.
    #[prop_or_default]
    pub query: AttrValue,
    /// Plans that were kept on the device.
    #[prop_or_default]
    pub kept: Option<AttrValue>,
}

/// What the answers lead to.
enum Outcome {
    /// Answers that cannot be used.
    Faults(Vec<Fault>),
    /// Nothing to plan, or no route.
    Trouble(Trouble),
    /// Routes.
    Plan(Box<Question>, Plan),
}

impl Outcome {
    fn of(finder: &Finder, state: &State) -> Self {
        match question(finder, &state.answers) {
            Err(faults) => Self::Faults(faults),
            Ok(question) => match plan(Dataset::embedded(), &question) {
                Err(trouble) => Self::Trouble(trouble),
                Ok(plan) => Self::Plan(Box::new(question), plan),
            },
        }
    }
}

/// The page's program, drawn in `#app`.
#[component]
pub fn Path(props: &PathProps) -> Html {
    let state = use_reducer(|| State::start(&props.query, props.kept.as_deref()));
    let finder = use_memo((), |()| Finder::new(Dataset::embedded()));
    let outcome = use_memo(state.answers.clone(), |_| Outcome::of(&finder, &state));
    use_address(state.query());
    use_effect_with(state.kept.clone(), |kept| {
        browser::keep(KEPT, (!kept.is_empty()).then(|| kept.join("\n")).as_deref());
    });
    // Other questions are answered a moment later, so that this one is shown at once.
    let asked = use_state(|| None);
    {
        let asked = asked.clone();
        use_effect_with(state.answers.clone(), move |answers| {
            let answers = answers.clone();
            let later = browser::after(more::REST, move || asked.set(Some(answers)));
            move || drop(later)
        });
    }
    let what_ifs = use_memo((*asked).clone(), |asked| {
        asked.as_ref().map(|answers| more::what_ifs(&finder, answers))
    });
    let kept = use_memo(state.kept.clone(), |kept| more::plans(&finder, kept));
    html! {
        <div class="planner">
            { form::form(&state, &outcome) }
            <div class="planned">
                { answer::answer(&state, &outcome) }
                if let (Outcome::Plan(question, _), Some(what_ifs)) = (&*outcome, &*what_ifs) {
                    { more::more(&state, question, what_ifs) }
                }
                { more::kept(&state, &kept) }
            </div>
        </div>
    }
}
