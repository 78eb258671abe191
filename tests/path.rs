//! The state of the page of plans: the address holds every answer, nothing typed is lost, no text
//! does harm.

#![cfg(feature = "prerender")]
#![allow(missing_docs)]

use paypath::career::question::{Field, question};
use paypath::dataset::{Dataset, premises, skills};
use paypath::finder::Finder;
use paypath::tax::Status;
use paypath::web::path::state::{Action, KEYS, MOST_KEPT, State};
use paypath::web::path::{Path, PathProps};
use proptest::prelude::*;
use std::rc::Rc;

fn done(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    let state = actions.into_iter().fold(Rc::new(state), yew::Reducible::reduce);
    (*state).clone()
}

#[test]
fn keys_and_assumptions_have_names_of_their_own() {
    for premise in premises() {
        assert!(KEYS.iter().all(|(key, _)| *key != premise.id), "{}", premise.id);
    }
}

#[test]
fn the_example_can_be_answered() {
    let state = State::start("", None);
    question(&Finder::new(Dataset::embedded()), &state.answers).unwrap();
    assert_eq!(State::start(&state.query(), None), state);
}

fn drawn(query: &'static str) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let props = move || PathProps { query: query.into(), ..PathProps::default() };
    let drawn = yew::ServerRenderer::<Path>::with_props(props).hydratable(false).render();
    runtime.block_on(drawn)
}

#[test]
fn what_others_put_into_an_address_is_no_question() {
    assert_eq!(State::start("?fbclid=abc&utm_source=x", None), State::start("", None));
}

#[test]
fn other_words_for_an_answer_become_the_ones_that_lists_offer() {
    let said = "?from=Data Analyst&to=Machine Learning Engineer&level=Senior&degree=false&keep=true\
                &have=python,sql&education=Master";
    let state = State::start(said, None);
    assert_eq!(state.text(Field::From), "data-analyst");
    assert_eq!(state.text(Field::Level), "senior");
    assert_eq!([state.text(Field::Degree), state.text(Field::Keep)], ["no", "yes"]);
    assert_eq!(state.text(Field::Have), "python.sql");
    assert_eq!(State::start("?from=data-analyst&degree=yes", None).text(Field::Degree), "");
    let page = drawn("?from=data-analyst&to=data-scientist&horizon=7");
    assert!(page.contains("<option value=\"7\" selected"), "a horizon of one's own is offered");
    let strange = drawn("?from=data-analyst&to=data-scientist&horizon=99&level=x&education=guru");
    for asked in ["99", "x", "guru"] {
        assert!(strange.contains(&format!("<option value=\"{asked}\" selected")), "{asked}");
    }
    let nothing = drawn("?from=wizard");
    assert_eq!(nothing.matches(">Choose one</option>").count(), 2, "no role stands for none");
}

#[test]
fn what_was_typed_before_the_program_is_taken_over() {
    let typed = [
        ("from", "software-engineer"),
        ("hours", "20"),
        ("city", "Austin, TX"),
        ("degree", "on"),
        ("keep", "on"),
        ("has-python", "on"),
        ("premise-search", "6"),
        ("elsewhere", "x"),
    ];
    let typed = typed.map(|(id, text)| (id.to_owned(), text.to_owned()));
    let query = State::start("", None).with_typed(&typed).query();
    for part in [
        "from=software-engineer",
        "hours=20",
        "city=Austin",
        "degree=no",
        "keep=yes",
        "have=python",
        "search=6",
    ] {
        assert!(query.contains(part), "{part}: {query}");
    }
    let once = [("degree".to_owned(), String::new())];
    let free = State::start("?from=student&to=best-pay&degree=no", None).with_typed(&once);
    assert_eq!(free.text(Field::Degree), "");
}

#[test]
fn the_table_and_the_sentence_agree_about_staying_put() {
    let page = drawn("?from=student&education=none&to=ai-research-scientist");
    let (_, row) = page.split_once("Staying put</th>").expect("the table has the row");
    let sum = row.split_once('$').expect("a sum").1.split('<').next().expect("its end");
    assert!(sum.len() > 5, "students are taken to earn something: {sum}");
    assert!(page.contains("less than staying put") == row.contains(" less<"), "{sum}");
}

#[test]
fn the_lists_show_what_is_answered_with() {
    let page = drawn("?from=student&to=best-pay");
    for chosen in ["bachelors", "10", "student", "best-pay"] {
        let shown = page.split("<option ").any(|option| {
            let tag = option.split('>').next().unwrap_or_default();
            tag.contains(&format!("value=\"{chosen}\"")) && tag.contains("selected")
        });
        assert!(shown, "{chosen}");
    }
}

#[test]
fn ticks_and_premises_come_and_go() {
    let state = State::start("", None);
    let ticked = done(state.clone(), [Action::Tick(3), Action::Tick(0), Action::Tick(3)]);
    assert!(ticked.has(0) && !ticked.has(3));
    assert!(ticked.query().contains(&format!("have={}", skills()[0].id)));
    let set = done(state.clone(), [Action::Set(Field::Premise(0), "6".into())]);
    assert!(set.query().ends_with("search=6"));
    assert_eq!(done(set, [Action::Usual]), state);
}

#[test]
fn how_totals_are_taken_stands_in_the_address_and_changes_no_route() {
    let state = done(State::start("", None), [Action::Route(2), Action::Totals("joint".into())]);
    assert_eq!((state.filing, state.chosen), (Some(Status::Joint), Some(2)));
    assert!(state.query().ends_with("&takehome=joint"));
    assert_eq!(State::start(&state.query(), None).filing, state.filing);
    assert_eq!(
        done(state, [Action::Totals(String::new())]).query(),
        State::start("", None).query()
    );
    assert_eq!(State::start("takehome=nonsense", None).filing, Some(Status::Single));
    assert_eq!(State::start("takehome=", None).filing, None);
    // Chosen before the program came, or put back then.
    let typed = |text: &str| [("takehome".to_owned(), text.to_owned())];
    let chosen = State::start("", None).with_typed(&typed("hoh"));
    assert_eq!(chosen.filing, Some(Status::Household));
    assert_eq!(chosen.with_typed(&typed("")).filing, None);
    assert!(premises().iter().all(|premise| premise.id != "takehome"));
    assert!(KEYS.iter().all(|(key, _)| *key != "takehome"));
}

#[test]
fn plans_are_kept_once_and_not_without_end() {
    let mut state = State::start("", None);
    for hours in 0..10 {
        let set = Action::Set(Field::Hours, hours.to_string());
        state = done(state, [set, Action::Keep, Action::Keep]);
    }
    assert_eq!(state.kept.len(), MOST_KEPT);
    let again = State::start("", Some(&state.kept.join("\n")));
    assert_eq!(again.kept, state.kept);
    assert_eq!(done(again, [Action::Forget(0), Action::Forget(99)]).kept, state.kept[1..]);
}

proptest! {
    #[test]
    fn the_address_holds_what_was_typed(
        texts in proptest::collection::vec("[^\\p{C};]{1,30}", KEYS.len()),
        premise in 0..premises().len(),
    ) {
        let mut state = State::start("x=1", None);
        for ((_, field), text) in KEYS.iter().zip(&texts) {
            state = done(state, [Action::Set(*field, text.trim().to_owned())]);
        }
        state = done(state, [Action::Set(Field::Premise(premise), "7".into())]);
        let again = State::start(&format!("?{}", state.query()), None);
        for (_, field) in KEYS {
            // Fields with a list or a box hold what those offer.
            let listed = [Field::From, Field::To, Field::Education, Field::Level, Field::Keep];
            if !listed.contains(&field) && ![Field::Degree, Field::Have].contains(&field) {
                prop_assert_eq!(again.text(field), state.text(field));
            }
        }
        prop_assert_eq!(State::start(&again.query(), None).query(), again.query());
    }

    #[test]
    fn no_address_and_no_kept_text_does_harm(query in ".{0,200}", kept in ".{0,200}") {
        let state = State::start(&query, Some(&kept));
        let _ = question(&Finder::new(Dataset::embedded()), &state.answers);
        prop_assert!(state.kept.len() <= MOST_KEPT);
    }
}
