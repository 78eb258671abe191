//! The form: a row of fields for each question. Events go up to the page, which knows fields by ids.

use super::state::{Action, Beside, Field, MOST, Typed, id};
use crate::dataset::Dataset;
use crate::link::education_id;
use crate::profile::{Education, FieldError, Profile};
use crate::web::fields::{families, listed, select, typed};
use crate::words::{self, beside as text, page};
use yew::prelude::*;

/// The form.
pub(super) fn form(
    state: &UseReducerHandle<Beside>,
    read: &[Result<Profile, Vec<FieldError>>],
) -> Html {
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let add = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.dispatch(Action::Add))
    };
    html! {
        <form class="answers" aria-label={text::FORM} autocomplete="off" {onsubmit}>
            { for read.iter().enumerate().map(|(at, read)| one(state, at, read.as_ref().err())) }
            if state.asked.len() < MOST {
                <p><button type="button" onclick={add}>{ text::ADD }</button></p>
            }
        </form>
    }
}

/// Every list of the form by its id, with what is chosen in it.
pub(super) fn lists(state: &Beside) -> Vec<(String, String)> {
    let all = state.asked.iter().enumerate();
    let lists = all.flat_map(|(at, typed)| {
        [Field::Role, Field::Education].map(|field| (id(field, at), typed.get(field).to_owned()))
    });
    lists.collect()
}

fn one(state: &UseReducerHandle<Beside>, at: usize, errors: Option<&Vec<FieldError>>) -> Html {
    let asked = &state.asked[at];
    let remove = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.dispatch(Action::Remove(at)))
    };
    let wrong = |field: Field| {
        let error = errors?.iter().find(|error| Field::of(error) == field)?;
        Some(words::field_error(Dataset::embedded(), error))
    };
    let text_field = |kind: Field, label: &str| {
        let id = id(kind, at);
        let value = state.typing.shown(&id, asked.get(kind)).to_owned();
        typed(&id, label, "", value, wrong(kind))
    };
    let list = |kind: Field, label: &str, list: &dyn Fn(&str, bool) -> Html| {
        let (id, wrong) = (id(kind, at), wrong(kind));
        listed(&id, label, list(&id, wrong.is_some()), wrong)
    };
    html! {
        <fieldset>
            <legend>{ text::legend(at) }</legend>
            { list(Field::Role, page::ROLE, &|id, wrong| families(id, asked.get(Field::Role), wrong)) }
            { text_field(Field::City, page::CITY) }
            { text_field(Field::Years, page::YEARS) }
            { list(Field::Education, page::EDUCATION, &|id, wrong| education(id, asked, wrong)) }
            if state.asked.len() > 1 {
                <p class="field"><button type="button" onclick={remove}>{ text::remove(at) }</button></p>
            }
        </fieldset>
    }
}

fn education(id: &str, typed: &Typed, wrong: bool) -> Html {
    let chosen = typed.get(Field::Education);
    let mut options = vec![(String::new(), page::NOT_SAID.to_owned())];
    options.extend(
        Education::ALL.map(|one| (education_id(one).to_owned(), page::degree(one).to_owned())),
    );
    if !options.iter().any(|(value, _)| value == chosen) {
        options.push((chosen.to_owned(), chosen.to_owned()));
    }
    select(id, &options, chosen, Some(wrong))
}
