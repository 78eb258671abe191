//! `/path/`: the page of plans. Answers on one side, routes on the other; the address holds the
//! question. Plans with [`crate::career`], says it with [`crate::words::plan`].

mod answer;
mod export;
mod figure;
mod form;
mod more;
pub mod state;
mod totals;

use super::explore::use_address;
use crate::career::pay::Curves;
use crate::career::question::{Answers, Fault, Question, question};
use crate::career::{Plan, Trouble, plan};
use crate::dataset::Dataset;
use crate::finder::Place;
use crate::tax::Status;
use crate::web::browser;
use crate::web::doors::use_doors;
use crate::web::fetched::Fetched;
use crate::web::pay::{self, use_pay};
use crate::web::state::finder;
use state::{Action, State};
use std::ops::Deref;
use std::rc::Rc;
use totals::totals;
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
    /// Whether everything is drawn at once, also what else follows when answers rest.
    #[prop_or_default]
    pub whole: bool,
}

thread_local! {
    /// Pay curves of the positions that were asked about.
    static CURVES: Curves = Curves::new(Dataset::embedded());
}

/// What the answers lead to.
enum Outcome {
    /// Answers that cannot be used.
    Faults(Vec<Fault>),
    /// Places whose pay is not at hand.
    Waits(Vec<Place>),
    /// Nothing to plan, or no route.
    Trouble(Trouble),
    /// Routes, and what staying put and each of them comes to; `None` where taxes are asked for and
    /// not known.
    Plan(Box<Question>, Plan, Option<Vec<i64>>),
}

impl Outcome {
    fn of(answers: &Answers, filing: Option<Status>) -> Self {
        let question = match question(finder(), answers) {
            Err(faults) => return Self::Faults(faults),
            Ok(question) => question,
        };
        let absent: Vec<Place> = question.places().filter(|&place| !pay::holds(place)).collect();
        if !absent.is_empty() {
            return Self::Waits(absent);
        }
        match CURVES.with(|curves| plan(curves, &question)) {
            Err(trouble) => Self::Trouble(trouble),
            Ok(plan) => {
                let totals = totals(&plan, &question, filing);
                Self::Plan(Box::new(question), plan, totals)
            }
        }
    }
}

/// The places whose pay is needed to answer a query.
pub fn places(query: &str) -> Vec<Place> {
    let asked = question(finder(), &State::start(query, None).answers);
    asked.map(|question| question.places().collect()).unwrap_or_default()
}

/// The answers as they stand, what they lead to, and a way to change them.
#[derive(Clone)]
pub(crate) struct Now {
    state: Rc<State>,
    outcome: Rc<Outcome>,
    dispatcher: UseReducerDispatcher<State>,
}

impl Now {
    fn dispatch(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }
}

impl Now {
    /// The same with this route chosen.
    fn choosing(&self, chosen: Option<usize>) -> Self {
        let state = State { chosen, ..(*self.state).clone() };
        Self { state: Rc::new(state), ..self.clone() }
    }
}

impl PartialEq for Now {
    fn eq(&self, other: &Self) -> bool {
        // Equal answers have one outcome.
        Rc::ptr_eq(&self.outcome, &other.outcome) && self.state == other.state
    }
}

impl Deref for Now {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

/// Milliseconds after a change until what stands around the routes follows: the next frame is theirs
/// alone, so that they answer within one on a slow phone too.
const FOLLOWS: u32 = 20;
/// Milliseconds that answers rest before other questions are answered too.
const RESTS: u32 = 250;

/// The page's program, drawn in `#app`.
#[component]
pub fn Path(props: &PathProps) -> Html {
    let state = use_reducer(|| State::start(&props.query, props.kept.as_deref()));
    let held = Dataset::embedded().wages.absent().count();
    let taxed = state.kept.iter().any(|query| State::start(query, None).filing.is_some());
    let doors = use_doors(state.filing.is_some() || taxed);
    let at_hand = (held, doors == Fetched::Here);
    let asked = (state.answers.clone(), state.filing, at_hand);
    let outcome = use_memo(asked, |(answers, filing, _)| Outcome::of(answers, *filing));
    let kept = use_memo((state.kept.clone(), at_hand), |(kept, _)| more::plans(kept));
    let mut absent: Vec<Place> = kept.iter().flat_map(more::Kept::absent).copied().collect();
    if let Outcome::Waits(places) = &*outcome {
        absent.extend(places);
    }
    let pay = use_pay(&absent);
    let dispatcher = state.dispatcher();
    let now = Now { state: Rc::new((*state).clone()), outcome, dispatcher };
    // While an answer cannot be used, as in the middle of a word, the last routes stay; pay that is on
    // its way for half a word is not theirs.
    let last = use_mut_ref(|| now.clone());
    let shown = match *now.outcome {
        Outcome::Faults(_) => last.borrow().choosing(now.chosen),
        _ => now.clone(),
    };
    if !matches!(*now.outcome, Outcome::Faults(_) | Outcome::Waits(_)) {
        last.replace(now.clone());
    }
    let settled = use_later(FOLLOWS, &now).unwrap_or_else(|| now.clone());
    let around = use_later(FOLLOWS, &shown).unwrap_or_else(|| shown.clone());
    let rested = use_later(RESTS, &now).or_else(|| props.whole.then(|| now.clone()));
    let refused = use_state_eq(|| false);
    let setter = refused.setter();
    use_effect_with(state.kept.clone(), move |kept| {
        let plans = (!kept.is_empty()).then(|| kept.join("\n"));
        setter.set(!browser::keep(KEPT, plans.as_deref()) && plans.is_some());
    });
    html! {
        <div class="planner">
            <Asked {settled} newest={state.clone()} />
            <div class="planned">
                { answer::routes(&now, &shown, &pay, &doors) }
                <Around settled={around} {rested} {kept} refused={*refused} />
            </div>
        </div>
    }
}

/// What something is once it has not changed for some milliseconds.
#[hook]
fn use_later<T: Clone + PartialEq + 'static>(milliseconds: u32, now: &T) -> Option<T> {
    let late = use_state_eq(|| None);
    let setter = late.setter();
    use_effect_with(now.clone(), move |now| {
        let now = Some(now.clone());
        let later = browser::after(milliseconds, move || setter.set(now));
        move || drop(later)
    });
    (*late).clone()
}

#[derive(Properties)]
struct AskedProps {
    /// What asks for a new drawing.
    settled: Now,
    /// What is drawn: Yew may let an event pass between a parent's drawing and its child's, and fields
    /// drawn from older answers would lose what was typed since.
    newest: UseReducerHandle<State>,
}

impl PartialEq for AskedProps {
    fn eq(&self, other: &Self) -> bool {
        self.settled == other.settled
    }
}

/// The form.
#[component]
fn Asked(AskedProps { settled, newest }: &AskedProps) -> Html {
    form::form(&Now { state: Rc::new((**newest).clone()), ..settled.clone() })
}

#[derive(Properties)]
struct AroundProps {
    settled: Now,
    /// Answers that rest; `None` at the start.
    rested: Option<Now>,
    kept: Rc<Vec<more::Kept>>,
    /// Whether the browser keeps nothing.
    refused: bool,
}

impl PartialEq for AroundProps {
    fn eq(&self, other: &Self) -> bool {
        self.settled == other.settled
            && self.rested == other.rested
            && Rc::ptr_eq(&self.kept, &other.kept)
            && self.refused == other.refused
    }
}

/// What stands below the routes: one of them in full, other questions, and what was kept.
#[component]
fn Around(AroundProps { settled, rested, kept, refused }: &AroundProps) -> Html {
    use_address(rested.as_ref().unwrap_or(settled).query());
    let what_ifs = use_memo(rested.clone(), |rested| rested.as_ref().map(more::what_ifs));
    html! {
        <>
            { answer::others(settled) }
            { answer::chosen(settled) }
            if let (Outcome::Plan(question, ..), Some(what_ifs)) = (&*settled.outcome, &*what_ifs) {
                { more::more(settled, question, what_ifs) }
            }
            { more::kept(settled, kept, *refused) }
        </>
    }
}
