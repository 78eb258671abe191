//! The answers: where somebody stands, where they want to be, what they can give, and what the plan
//! takes for granted.

use super::state::{Action, FILING};
use super::{Now, Outcome};
use crate::career::question::{
    Field, HORIZON, MOST_HOURS, USUAL_EDUCATION, USUAL_HORIZON, USUAL_HOURS,
};
use crate::dataset::{Dataset, RoleId, needs, premises, skills};
use crate::link::education_id;
use crate::tax::Status;
use crate::web::browser;
use crate::words::plan as words;
use crate::words::plan_form as text;
use crate::words::plan_trouble as trouble;
use crate::words::takehome;
use crate::words::tax::status_id;
use yew::prelude::*;

/// The form.
pub(super) fn form(now: &Now) -> Html {
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let form = Form { now };
    let other = now.text(Field::From) == "other";
    html! {
        <form class="answers" aria-label={text::QUESTION} autocomplete="off" {onsubmit}>
            <fieldset>
                <legend>{ text::HERE }</legend>
                { form.select("from", text::FROM, Field::From, origins(now)) }
                if now.text(Field::From) == "student" { <p class="hint">{ text::STUDENT_HINT }</p> }
                if other { { form.typed("pay", text::PAY, text::PAY_HINT, Field::Pay) } }
                // Years elsewhere do not count.
                if !other && now.text(Field::From) != "student" {
                    { form.typed("years", text::YEARS, text::YEARS_HINT, Field::Years) }
                }
                { form.select("education", text::EDUCATION, Field::Education, educations(now)) }
                { form.typed("city", text::CITY, text::CITY_HINT, Field::City) }
                { form.skills() }
            </fieldset>
            <fieldset>
                <legend>{ text::THERE }</legend>
                { form.select("to", text::TO, Field::To, targets(now)) }
                if now.text(Field::To) != "best-pay" {
                    { form.select("level", text::LEVEL, Field::Level, levels(now)) }
                }
                { form.select("horizon", text::HORIZON, Field::Horizon, horizons(now)) }
                { filing(now) }
            </fieldset>
            <fieldset>
                <legend>{ text::GIVE }</legend>
                { form.typed("hours", text::HOURS, &text::hours_hint(USUAL_HOURS, MOST_HOURS), Field::Hours) }
                { form.typed("budget", text::BUDGET, text::BUDGET_HINT, Field::Budget) }
                { form.typed("also", text::CITIES, text::CITIES_HINT, Field::Cities) }
                { form.tick("degree", text::NO_DEGREE, Field::Degree, "no") }
                { form.tick("keep", text::KEEP_JOB, Field::Keep, "yes") }
            </fieldset>
            { form.premises() }
        </form>
    }
}

fn option(value: &str, name: &str, chosen: &str) -> Html {
    html! { <option value={value.to_owned()} selected={value == chosen}>{ name.to_owned() }</option> }
}

/// Every role, by family.
fn roles(chosen: &str) -> Html {
    let dataset = Dataset::embedded();
    let mut families: Vec<&'static str> = dataset.roles.iter().map(|role| role.family).collect();
    families.dedup();
    let family = |family: &'static str| {
        let roles = dataset.roles.iter().filter(|role| role.family == family);
        let options = roles.map(|role| option(role.id, role.title, chosen));
        html! { <optgroup label={family}>{ for options }</optgroup> }
    };
    html! { { for families.into_iter().map(family) } }
}

/// Stands in a list while nothing in it is chosen.
fn none(chosen: &str, known: bool) -> Html {
    let asked = known || Dataset::embedded().role_by_id(chosen).is_some();
    html! { if !asked { <option value="" selected={true}>{ text::CHOOSE }</option> } }
}

fn origins(now: &Now) -> Html {
    let chosen = now.text(Field::From);
    html! {
        <>
            { none(&chosen, ["student", "other"].contains(&chosen.as_str())) }
            { option("student", text::STUDENT, &chosen) }
            { option("other", text::OTHER, &chosen) }
            { roles(&chosen) }
        </>
    }
}

fn targets(now: &Now) -> Html {
    let chosen = now.text(Field::To);
    html! {
        <>
            { none(&chosen, chosen == "best-pay") }
            { option("best-pay", text::BEST_PAY, &chosen) }
            { roles(&chosen) }
        </>
    }
}

fn educations(now: &Now) -> Html {
    // What is shown is what is answered with.
    let asked = now.text(Field::Education);
    let chosen = if asked.is_empty() { education_id(USUAL_EDUCATION) } else { &asked };
    html! {
        <>
            { for text::EDUCATIONS.map(|(value, name)| option(value, name, chosen)) }
            { strange(text::EDUCATIONS.iter().any(|one| one.0 == chosen), chosen) }
        </>
    }
}

/// What was asked where it is none of the choices: a list that showed another would answer nothing when
/// that one is chosen.
fn strange(known: bool, asked: &str) -> Html {
    if known { Html::default() } else { option(asked, asked, asked) }
}

fn levels(now: &Now) -> Html {
    let chosen = now.text(Field::Level);
    html! {
        <>
            { for text::LEVELS.map(|(value, name)| option(value, name, &chosen)) }
            { strange(text::LEVELS.iter().any(|one| one.0 == chosen), &chosen) }
        </>
    }
}

fn horizons(now: &Now) -> Html {
    let asked = now.text(Field::Horizon);
    let usual = USUAL_HORIZON.to_string();
    let chosen = if asked.is_empty() { &usual } else { &asked };
    let own = chosen.parse().ok();
    let offered = (HORIZON[0]..=HORIZON[1]).filter(|years| years % 5 == 0 || own == Some(*years));
    let years = offered.map(|years| {
        let value = years.to_string();
        html! { <option selected={value == *chosen} value={value.clone()}>{ text::years(years) }</option> }
    });
    let known = own.is_some_and(|own| (HORIZON[0]..=HORIZON[1]).contains(&own));
    html! { <>{ for years }{ strange(known, chosen) }</> }
}

/// Whether totals are take-home pay, and how somebody files then.
fn filing(now: &Now) -> Html {
    let chosen = now.filing.map_or("", status_id);
    let set = now.clone();
    let onchange =
        Callback::from(move |event| set.dispatch(Action::Totals(browser::chosen(&event))));
    html! {
        <p class="field">
            <label for={FILING}>{ text::FILING }</label>
            <span class="hint" id="takehome-hint">{ text::FILING_HINT }</span>
            <select id={FILING} {onchange} aria-describedby="takehome-hint">
                { option("", text::BEFORE_TAX, chosen) }
                { for Status::ALL.map(|one| option(status_id(one), takehome::filing(one), chosen)) }
            </select>
        </p>
    }
}

struct Form<'a> {
    now: &'a Now,
}

impl Form<'_> {
    /// What is wrong with a field.
    fn wrong(&self, field: Field) -> Option<String> {
        let Outcome::Faults(faults) = &*self.now.outcome else { return None };
        let fault = faults.iter().find(|fault| fault.field() == field)?;
        Some(trouble::fault(Dataset::embedded(), fault))
    }

    fn set(&self, field: Field) -> Callback<String> {
        let now = self.now.clone();
        Callback::from(move |text| now.dispatch(Action::Set(field, text)))
    }

    fn select(&self, id: &'static str, label: &'static str, field: Field, options: Html) -> Html {
        let set = self.set(field);
        let onchange = Callback::from(move |event: Event| set.emit(browser::chosen(&event)));
        let wrong = self.wrong(field);
        let error = format!("{id}-error");
        html! {
            <p class="field">
                <label for={id}>{ label }</label>
                <select {id} {onchange} aria-describedby={error.clone()}
                    aria-invalid={wrong.as_ref().map(|_| "true")}>{ options }</select>
                <span class="error" id={error}>{ wrong.unwrap_or_default() }</span>
            </p>
        }
    }

    fn typed(&self, id: &'static str, label: &'static str, hint: &str, field: Field) -> Html {
        let set = self.set(field);
        let oninput = Callback::from(move |event: InputEvent| set.emit(browser::typed(&event)));
        let wrong = self.wrong(field);
        let described = format!("{id}-hint {id}-error");
        html! {
            <p class="field">
                <label for={id}>{ label }</label>
                <span class="hint" id={format!("{id}-hint")}>{ hint }</span>
                <input {id} type="text" maxlength="120" value={self.now.text(field)} {oninput}
                    aria-describedby={described} aria-invalid={wrong.as_ref().map(|_| "true")} />
                <span class="error" id={format!("{id}-error")}>{ wrong.unwrap_or_default() }</span>
            </p>
        }
    }

    /// A box that sets a field to a word while it is ticked.
    fn tick(
        &self,
        id: &'static str,
        label: &'static str,
        field: Field,
        word: &'static str,
    ) -> Html {
        let set = self.set(field);
        let onchange = Callback::from(move |event: Event| {
            set.emit(if browser::ticked(&event) { word } else { "" }.to_owned());
        });
        html! {
            <p class="tick">
                <input {id} type="checkbox" checked={self.now.text(field) == word} {onchange} />
                <label for={id}>{ label }</label>
            </p>
        }
    }

    /// The skills that the role aimed at asks for, to be ticked.
    fn skills(&self) -> Html {
        let to = Dataset::embedded().role_by_id(&self.now.text(Field::To));
        let of = |role: RoleId| needs(role).must.iter().chain(needs(role).helpful);
        let mut shown: Vec<usize> = to.into_iter().flat_map(of).map(|&at| at.into()).collect();
        // What was ticked elsewhere stays in sight.
        shown.extend((0..skills().len()).filter(|at| self.now.has(*at)));
        let mut seen = 0u128;
        shown.retain(|at| {
            seen & (1 << at) == 0 && {
                seen |= 1 << at;
                true
            }
        });
        let box_of = |&at: &usize| {
            let now = self.now.clone();
            let onchange = Callback::from(move |_: Event| now.dispatch(Action::Tick(at)));
            let id = format!("has-{}", skills()[at].id);
            html! {
                <li class="tick">
                    <input id={id.clone()} type="checkbox" checked={self.now.has(at)} {onchange} />
                    <label for={id}>{ skills()[at].name }</label>
                </li>
            }
        };
        let ticked = shown.iter().filter(|&&at| self.now.has(at)).count();
        html! {
            <details>
                <summary>{ text::skills_ticked(ticked) }</summary>
                <p class="hint">{ text::SKILLS_HINT }<a href="/skills/">{ text::SKILLS_ALL }</a>{ "." }</p>
                <ul class="boxes">{ for shown.iter().map(box_of) }</ul>
                <span class="error">{ self.wrong(Field::Have).unwrap_or_default() }</span>
            </details>
        }
    }

    /// What the plan takes for granted, to be changed.
    fn premises(&self) -> Html {
        let row = |(at, premise): (usize, &crate::dataset::Premise)| {
            let field = Field::Premise(at);
            let set = self.set(field);
            let oninput = Callback::from(move |event: InputEvent| set.emit(browser::typed(&event)));
            let (id, wrong) = (format!("premise-{}", premise.id), self.wrong(field));
            let (hint, error) = (format!("{id}-hint"), format!("{id}-error"));
            html! {
                <li class="field">
                    <label for={id.clone()}>{ premise.name }</label>
                    <span class="hint" id={hint.clone()}>
                        { premise.why }{ " " }{ words::between(premise) }{ " " }
                        if let Some((_, title, url, _)) = premise.source {
                            <a href={url}>{ title }</a>{ "." }
                        } else {
                            <strong>{ words::provenance(premise) }</strong>
                        }
                    </span>
                    <span class="figure-in">
                        <input id={id.clone()} type="text" inputmode="numeric" maxlength="12"
                            value={self.now.text(field)} placeholder={premise.value.to_string()}
                            {oninput} aria-describedby={format!("{hint} {error}")}
                            aria-invalid={wrong.as_ref().map(|_| "true")} />
                        { " " }{ words::unit(premise.unit) }
                    </span>
                    <span class="error" id={error}>{ wrong.unwrap_or_default() }</span>
                </li>
            }
        };
        let usual = {
            let now = self.now.clone();
            Callback::from(move |_: MouseEvent| now.dispatch(Action::Usual))
        };
        let set = self.now.answers.premises.len();
        let wrong = (0..premises().len()).any(|at| self.wrong(Field::Premise(at)).is_some());
        html! {
            <details class="premises" open={wrong}>
                <summary>{ text::premises(set) }</summary>
                <p class="hint">{ text::PREMISES_HINT }</p>
                <ul>{ for premises().iter().enumerate().map(row) }</ul>
                if set > 0 {
                    <p><button type="button" onclick={usual}>{ text::USUAL }</button></p>
                }
            </details>
        }
    }
}
