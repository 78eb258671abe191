//! The calculator: the question, its answer, and the listed cities below it. Wiring only; what stands
//! above it never changes, so the site draws that.

use crate::dataset::Dataset;
use crate::estimate::{Estimate, estimate};
use crate::finder::Place;
use crate::link;
use crate::money::Money;
use crate::offer::parse;
use crate::paysheet::Known;
use crate::profile::Profile;
use crate::web::browser::{self, Remember};
use crate::web::form::{offer, question};
use crate::web::pay::{self, use_ready};
use crate::web::result;
use crate::web::said;
use crate::web::state::{Action, State, example};
use crate::web::takehome::{Sheet, Turn, use_takehome};
use crate::words::{self, page as text};
use yew::prelude::*;

/// How long typing rests before the address follows, in milliseconds.
const REST: u32 = 400;

/// When the answer to a key is on the screen, in milliseconds: three frames, also where nobody looks
/// and the browser paints none.
const PAINTED: u32 = 50;

/// The page, which shows `start` at first.
#[hook]
pub(super) fn use_calculator(start: &State, sheet: &Sheet) -> Html {
    let state = use_reducer(|| start.clone());
    let sheet = use_reducer_eq(|| sheet.clone());
    use_address_in(&state, &sheet);
    use_address_out(&state, &sheet);
    let dataset = Dataset::embedded();
    let (profile, pay) = use_ready(state.profile, state.profile.place);
    // Under a microsecond: keeping it would cost more than asking again.
    let answer = estimate(dataset, &profile);
    use_announcement(&state, profile);
    let kept = use_takehome(&known(&profile, &answer, &state.offer), &sheet);
    let below = use_painted(profile);
    html! {
        <>
            <div class="calculator">
                { question(&state) }
                <section class="answer" aria-labelledby="answer-heading">
                    { pay::notice(&pay, state.profile.place) }
                    { result::answer(&profile, &answer, middle_before(&state, &profile)) }
                    { offer(&state, &answer) }
                    { kept }
                    { result::below(&below) }
                </section>
            </div>
            { said::announced() }
            { result::cities(&below, &state) }
        </>
    }
}

/// The question that what stands below the first window shows, and the title: the one asked, once its
/// answer is on the screen, which is sooner when the rest waits for it.
#[hook]
fn use_painted(asked: Profile) -> Profile {
    let shown = use_mut_ref(|| asked);
    let (next, redraw) = (shown.clone(), use_force_update());
    use_effect_with(asked, move |&asked| {
        let later = browser::after(PAINTED, move || {
            if next.replace(asked) != asked {
                redraw.force_update();
            }
            browser::set_title(&if asked == example() {
                text::TITLE.to_owned()
            } else {
                text::titled(&words::question(Dataset::embedded(), &asked))
            });
        });
        move || drop(later)
    });
    *shown.borrow()
}

/// The middle that the visitor's last change left behind, for who compares it with what is `shown`.
fn middle_before(state: &State, shown: &Profile) -> Option<Money> {
    let left = state.trail.left;
    (left != *shown && pay::holds(left.place))
        .then(|| estimate(Dataset::embedded(), &left).median())
}

/// What the part about take-home pay is told of an answer.
fn known(profile: &Profile, answer: &Estimate, offer: &str) -> Known<'static> {
    let dataset = Dataset::embedded();
    let metro = match profile.place {
        Place::City(city) => Some(dataset.city(city).metro),
        Place::Country => None,
    };
    Known {
        middle: answer.median(),
        likely: Some(answer.likely()),
        offer: parse(offer).ok(),
        metro: metro.map(|id| (id, dataset.metro(id).cbsa, dataset.metro(id).title)),
    }
}

/// The address asks again whenever the visitor goes back or forward.
#[hook]
fn use_address_in(state: &UseReducerHandle<State>, sheet: &UseReducerHandle<Sheet>) {
    let (dispatcher, sheet) = (state.dispatcher(), sheet.dispatcher());
    use_effect_with((), move |()| {
        let going = browser::on_history(move |query| {
            sheet.dispatch(Turn::Address(Sheet::read(&query)));
            dispatcher.dispatch(Action::Link(link::read(&query)));
        });
        move || drop(going)
    });
}

/// The address and the chosen role follow the question. Several changes may come at once
/// when the browser is busy, so this goes by what the address holds, not by the last change.
#[hook]
fn use_address_out(state: &UseReducerHandle<State>, sheet: &UseReducerHandle<Sheet>) {
    let address = use_mut_ref(|| (state.trail.left, state.trail.steps, sheet.query()));
    let asked = (state.profile, state.trail, sheet.query());
    use_effect_with(asked, move |(profile, trail, tail)| {
        let (profile, trail, tail) = (*profile, *trail, tail.clone());
        let dataset = Dataset::embedded();
        browser::choose(browser::ROLE_ID, dataset.role(profile.role).id);
        let education = profile.education.map_or("", link::education_id);
        browser::choose(browser::EDUCATION_ID, education);
        let write = |profile: &Profile, tail: &str, remember| {
            browser::set_query(&["?", &link::write(dataset, profile), tail].concat(), remember);
        };
        let (held, steps, held_tail) = address.borrow().clone();
        let mut later = None;
        if !trail.own && tail == held_tail {
            address.replace((profile, trail.steps, tail));
        } else if trail.steps != steps {
            if trail.left != held {
                write(&trail.left, &held_tail, Remember::Replace);
            }
            write(&profile, &tail, Remember::Push);
            address.replace((profile, trail.steps, tail));
        } else if profile != held || tail != held_tail {
            later = Some(browser::after(REST, move || {
                write(&profile, &tail, Remember::Replace);
                address.replace((profile, steps, tail));
            }));
        }
        move || drop(later)
    });
}

/// The answer in a sentence for screen readers, or what is wrong with the question, once typing
/// rests; nothing for the first answer, which is read with the page.
#[hook]
pub(super) fn use_announcement(state: &UseReducerHandle<State>, shown: Profile) {
    let told = use_mut_ref(|| shown);
    let answered = state.trail.own;
    let parts = (shown, state.errors.clone(), answered);
    use_effect_with(parts, move |(profile, errors, answered)| {
        let (profile, errors) = (*profile, errors.clone());
        let later = (*answered || !errors.is_empty()).then(|| {
            browser::after(said::REST, move || {
                let dataset = Dataset::embedded();
                let wrong = errors.last().map(|error| words::field_error(dataset, error));
                let new = told.replace(profile) != profile;
                let answer = (new || wrong.is_none()).then(|| {
                    let estimate = estimate(dataset, &profile);
                    let middle = words::about(estimate.median());
                    text::announcement(dataset, &profile, &middle, estimate.likely())
                });
                let [wrong, answer] = [wrong, answer].map(Option::unwrap_or_default);
                said::say(&format!("{wrong} {answer}"));
            })
        });
        move || drop(later)
    });
}
