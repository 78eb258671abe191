//! The calculator's state without a browser: every action, nothing typed is lost, errors stay with
//! their fields, and the back button's steps.

#![cfg(all(feature = "web", not(target_arch = "wasm32")))]
#![allow(missing_docs)]

use paypath::dataset::{Dataset, RoleId};
use paypath::finder::Place;
use paypath::link::{self, Asked};
use paypath::profile::{Education, Experience, Field, Profile};
use paypath::web::browser::{CITY_ID, Spot, Typed, YEARS_ID};
use paypath::web::state::{Action, State, example, finder};
use std::rc::Rc;
use yew::Reducible;

fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::new(State::default()), Reducible::reduce)
}

fn typed(text: &str) -> Action {
    Action::CityTyped(text.to_owned())
}

fn years(text: &str) -> Action {
    Action::Years(text.to_owned())
}

fn follow(query: &str) -> Action {
    Action::Link(link::read(query))
}

fn role(id: &str) -> RoleId {
    Dataset::embedded().role_by_id(id).unwrap()
}

fn city(name: &str) -> Place {
    finder().place(name).unwrap()
}

fn asked_years(profile: &Profile) -> u8 {
    match profile.experience {
        Experience::Years(years) => years.get(),
        Experience::Level(level) => panic!("{level:?}"),
    }
}

#[test]
fn it_begins_with_the_example() {
    let state = State::default();
    assert_eq!(state.profile, example());
    assert_eq!((state.city.as_str(), state.years.as_str()), ("San Francisco, CA", "5"));
    assert_eq!((state.errors.len(), state.trail.steps, state.trail.own), (0, 0, false));
}

#[test]
fn a_chosen_role_or_place_answers_and_clears_its_own_error_only() {
    let state = after([
        follow("role=wizard&city=nowhere-at-all&years=x"),
        Action::Role(role("data-engineer")),
    ]);
    assert_eq!(state.profile.role, role("data-engineer"));
    assert!(state.error(Field::Role).is_none());
    assert!(state.error(Field::Place).is_some() && state.error(Field::Years).is_some());
    let state = state.reduce(Action::Place(Place::Country));
    assert_eq!((state.city.as_str(), state.profile.place), ("United States", Place::Country));
    assert!(state.error(Field::Place).is_none() && state.error(Field::Years).is_some());
    assert_eq!(state.years, "x");
}

#[test]
fn a_city_is_taken_when_it_is_done_or_named_in_full() {
    let state = after([typed("NYC")]);
    assert_eq!((state.profile, state.city.as_str()), (example(), "NYC"), "not yet");
    let state = state.reduce(Action::CityDone);
    assert_eq!(state.profile.place, city("NYC"));
    assert_eq!(state.city, "New York, NY");
    let state = state.reduce(typed("boston ma"));
    assert_eq!((state.profile.place, state.city.as_str()), (city("Boston, MA"), "boston ma"));

    let state = state.reduce(typed("portland")).reduce(Action::CityDone);
    assert_eq!((state.profile.place, state.city.as_str()), (city("Boston, MA"), "portland"));
    assert!(state.error(Field::Place).is_some());
    let again = Rc::clone(&state).reduce(Action::CityDone);
    assert_eq!(again, state, "leaving the field again changes nothing");
    let state = state.reduce(typed("portland,"));
    assert!(state.error(Field::Place).is_none(), "typing on takes the error away");
}

#[test]
fn years_answer_with_every_key_and_keep_what_cannot_be_read() {
    let mut state = after([]);
    for (text, answered, wrong) in [
        ("", 5, true),
        ("1", 1, false),
        ("12", 12, false),
        ("12x", 12, true),
        ("51", 12, true),
        ("50", 50, false),
    ] {
        state = state.reduce(years(text));
        assert_eq!((state.years.as_str(), asked_years(&state.profile)), (text, answered));
        assert_eq!(state.error(Field::Years).is_some(), wrong, "{text}");
        assert!(state.errors.len() <= 1, "one error a field");
    }
}

#[test]
fn a_link_replaces_everything_that_was_asked() {
    let state = after([
        Action::Role(role("statistician")),
        typed("portland"),
        Action::CityDone,
        follow("years=8"),
    ]);
    let wanted = Profile { experience: state.profile.experience, ..example() };
    assert_eq!((state.profile, asked_years(&state.profile)), (wanted, 8));
    assert_eq!((state.city.as_str(), state.errors.len()), ("San Francisco, CA", 0));
    assert!(!state.trail.own, "the address follows nothing");

    let level = after([follow("level=senior")]);
    assert!(asked_years(&level.profile) > 5 && level.errors.is_empty());
    let wrong = after([follow("level=wizard")]);
    assert!(wrong.error(Field::Years).is_some(), "the form has no field for levels");
    assert!(wrong.reduce(years("3")).errors.is_empty());
    assert_eq!(asked_years(&after([follow("level=senior&years=3")]).profile), 3);
}

#[test]
fn a_link_to_the_question_shown_keeps_what_is_typed() {
    let before = after([years("8"), years("lots"), typed("portl")]);
    let after = Rc::clone(&before).reduce(follow("years=8"));
    let typed = |state: &State| {
        (state.profile, state.years.clone(), state.city.clone(), state.errors.clone(), state.trail)
    };
    assert_eq!(typed(&after), typed(&before));
}

#[test]
fn typing_in_one_field_is_one_step_and_everything_else_its_own() {
    let steps = |actions: Vec<Action>| after(actions).trail.steps;
    let [engineer, analyst] = ["data-engineer", "data-analyst"].map(role);
    assert_eq!(steps(vec![years("1"), years("12"), years("x"), years("13")]), 1);
    assert_eq!(steps(vec![Action::Role(engineer), Action::Role(analyst)]), 2);
    assert_eq!(steps(vec![years("1"), Action::Role(engineer), years("2"), years("23")]), 3);
    assert_eq!(steps(vec![typed("Boston, MA"), typed("Seattle, WA"), Action::CityDone]), 1);
    assert_eq!(steps(vec![typed("nyc"), Action::CityDone, Action::CityDone]), 1);
    // A field that was left and is typed into again: what stood there is what was before.
    assert_eq!(steps(vec![typed("Boston, MA"), Action::CityDone, typed("Seattle, WA")]), 2);
    let again = after([years("8"), Action::YearsDone, years("1"), years("12")]);
    assert_eq!((again.trail.steps, asked_years(&again.trail.left)), (2, 8));
    assert_eq!(steps(vec![years("5"), years("x"), typed("zzz"), Action::CityDone]), 0);
    assert_eq!(steps(vec![Action::Role(example().role), Action::Place(example().place)]), 0);
    assert_eq!(steps(vec![years("1"), follow("years=9"), years("2")]), 2, "after going back");
    assert_eq!(
        steps(vec![years("12"), years("5"), follow("years=5"), years("12")]),
        2,
        "to the same"
    );
}

#[test]
fn a_step_remembers_the_question_it_leaves() {
    let state = after([years("1"), years("12"), Action::Role(role("data-engineer"))]);
    assert_eq!(state.trail.left, Profile { role: example().role, ..state.profile });
    assert_eq!(asked_years(&state.trail.left), 12, "not 1: that was half a number");
}

#[test]
fn choosing_the_place_that_is_shown_repairs_a_wrong_link() {
    let wrong = after([follow("city=bostom")]);
    let state = wrong.reduce(Action::Place(example().place));
    assert_eq!((state.trail.steps, state.errors.len()), (1, 0), "the address must follow");
}

#[test]
fn what_was_typed_early_stands_above_the_link() {
    let some = |text: &str| Some(text.to_owned());
    let asked = link::read("role=data-scientist&city=palo-alto-ca&years=8");
    let in_field = |id: &str| Some((Spot::Id(id.to_owned()), Some((1, 1))));

    assert_eq!(State::start(&Asked::default(), &Typed::default()), State::default());
    let linked = State::start(&asked, &Typed::default());
    assert_eq!((linked.profile.role, linked.trail.own), (role("data-scientist"), false));

    let years = Typed {
        asked: Asked { years: some("1x"), role: some("nlp-engineer"), ..Asked::default() },
        focus: in_field(YEARS_ID),
        ..Typed::default()
    };
    let state = State::start(&asked, &years);
    assert_eq!((state.years.as_str(), asked_years(&state.profile)), ("1x", 8));
    assert_eq!((state.profile.role, state.trail.own), (role("nlp-engineer"), true));
    assert_eq!(state.trail.left, linked.profile);
    assert_eq!(state.trail.steps, 0, "the address follows in place");

    let half = Asked { city: some("bosto"), ..Asked::default() };
    let typing = Typed { asked: half.clone(), focus: in_field(CITY_ID), ..Typed::default() };
    let state = State::start(&asked, &typing);
    assert_eq!((state.city.as_str(), state.errors.len()), ("bosto", 0), "still typing");
    let left = Typed { asked: half, ..Typed::default() };
    let state = State::start(&asked, &left);
    assert_eq!((state.city.as_str(), state.errors.len()), ("bosto", 1), "left the field");
}

#[test]
fn education_is_part_of_the_question_and_an_offer_is_not() {
    let masters = Some(Education::Masters);
    let state = after([Action::Education(masters), Action::Offer("190k".into())]);
    assert_eq!((state.profile.education, state.trail.steps), (masters, 1));
    assert_eq!(state.offer, "190k");
    let linked = after([Action::Offer("190k".into()), follow("education=doctorate")]);
    assert_eq!(linked.profile.education, Some(Education::Doctorate));
    assert_eq!(linked.offer, "190k", "a link does not take the offer away");
    let wrong = after([Action::Education(masters), follow("education=wizardry&years=9")]);
    assert_eq!(wrong.errors.len(), 1);
    assert_eq!((wrong.profile.education, asked_years(&wrong.profile)), (None, 9));
    let mended = Rc::clone(&wrong).reduce(Action::Education(None));
    assert!(mended.errors.is_empty());
}
