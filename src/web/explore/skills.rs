//! `/skills/`: every skill, filtered and searched; tick what you have and see how far each role is.

pub mod state;

use super::use_address;
use crate::dataset::{Dataset, RoleId, needs, skill_groups, skill_texts, skills};
use crate::web::browser;
use crate::words::skills as text;
use state::{Action, Match, Skills, export, matches, shown};
use yew::prelude::*;

/// What the page begins with.
#[derive(Clone, Debug, Properties, PartialEq, Eq)]
pub struct PageProps {
    /// The query string.
    pub query: AttrValue,
    /// What was kept on the device.
    pub kept: Option<AttrValue>,
}

/// Where ticks are kept, if the visitor agrees.
pub const KEPT: &str = "paypath-skills";

/// The page's program: filters, skills, and the match with each role.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| Skills::start(&props.query, props.kept.as_deref()));
    use_address(state.query());
    use_effect_with((state.keep, state.have), |&(keep, have)| {
        browser::keep(KEPT, keep.then(|| export(have)).as_deref());
    });
    html! {
        <>
            { filters(&state) }
            <p class="found" role="status">{ text::found(shown(&state).len(), skills().len()) }</p>
            <div class="skills">
                <div>{ for (0..skill_groups().len()).map(|group| one_group(&state, group)) }</div>
                { mine(&state) }
            </div>
        </>
    }
}

/// Ids of the filters.
const ROLE_ID: &str = "for-role";
const GROUP_ID: &str = "group";
const FIND_ID: &str = "find";

fn filters(state: &UseReducerHandle<Skills>) -> Html {
    let dataset = Dataset::embedded();
    let choose = |action: fn(String) -> Action| {
        let state = state.clone();
        Callback::from(move |event: Event| state.dispatch(action(browser::chosen(&event))))
    };
    let find = {
        let state = state.clone();
        Callback::from(move |event: InputEvent| {
            state.dispatch(Action::Find(browser::typed(&event)));
        })
    };
    let role = |id: RoleId| {
        let role = dataset.role(id);
        html! { <option value={role.id} selected={state.role == Some(id)}>{ role.title }</option> }
    };
    let group = |(at, group): (usize, &crate::dataset::SkillGroup)| {
        html! { <option value={group.id} selected={state.group == Some(at)}>{ group.name }</option> }
    };
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="filters" aria-label={text::FILTERS} autocomplete="off" {onsubmit}>
            <p class="field">
                <label for={ROLE_ID}>{ text::FOR_ROLE }</label>
                <select id={ROLE_ID} onchange={choose(Action::Role)}>
                    <option value="" selected={state.role.is_none()}>{ text::ANY_ROLE }</option>
                    { for dataset.role_ids().map(role) }
                </select>
            </p>
            <p class="field">
                <label for={GROUP_ID}>{ text::GROUP }</label>
                <select id={GROUP_ID} onchange={choose(Action::Group)}>
                    <option value="" selected={state.group.is_none()}>{ text::ANY_GROUP }</option>
                    { for skill_groups().iter().enumerate().map(group) }
                </select>
            </p>
            <p class="field">
                <label for={FIND_ID}>{ text::FIND }</label>
                <input id={FIND_ID} type="text" maxlength="60" value={state.find.clone()} oninput={find} />
            </p>
        </form>
    }
}

fn one_group(state: &UseReducerHandle<Skills>, group: usize) -> Html {
    let shown = shown(state);
    let rows = shown.iter().filter(|&&at| usize::from(skills()[at].group) == group);
    let rows: Vec<Html> = rows.map(|&at| skill(state, at)).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let group = &skill_groups()[group];
    let heading = format!("group-{}", group.id);
    html! {
        <section aria-labelledby={heading.clone()} class="skill-group">
            <h2 id={heading}>{ group.name }</h2>
            <p class="quiet">{ group.about }</p>
            <ul class="ticks">{ for rows }</ul>
        </section>
    }
}

fn skill(state: &UseReducerHandle<Skills>, at: usize) -> Html {
    let dataset = Dataset::embedded();
    let skill = &skills()[at];
    let tick = {
        let state = state.clone();
        Callback::from(move |_: Event| state.dispatch(Action::Tick(at)))
    };
    let asking = |must: bool| {
        let asks = |&id: &RoleId| {
            let needs = needs(id);
            let list = if must { needs.must } else { needs.helpful };
            list.iter().any(|&skill| usize::from(skill) == at)
        };
        let roles = dataset.role_ids().filter(asks);
        roles.map(|id| dataset.role(id).title).collect::<Vec<_>>()
    };
    let told = &skill_texts()[at];
    let learn = skill.learn.iter().zip(told.why).map(|(&(name, url), why)| {
        html! { <li><a href={url}>{ name }</a>{ ": " }{ why }</li> }
    });
    let box_id = format!("have-{}", skill.id);
    html! {
        <li id={skill.id}>
            <p class="tick">
                <input type="checkbox" id={box_id.clone()} checked={state.has(at)} onchange={tick} />
                <label for={box_id}>{ skill.name }</label>
                <span class="quiet">{ text::level(skill.level) }</span>
            </p>
            <p>{ told.what }</p>
            <details>
                <summary>{ text::more(skill.name) }</summary>
                <p>{ text::asked(&asking(true), &asking(false)) }</p>
                <p>{ text::hours(skill.hours) }</p>
                <ul>{ for learn }</ul>
            </details>
        </li>
    }
}

/// What the visitor has, and how far each role is.
fn mine(state: &UseReducerHandle<Skills>) -> Html {
    let dataset = Dataset::embedded();
    let matches = matches(state.have);
    let row = |one: &Match| {
        let role = dataset.role(one.role);
        let missing: Vec<&str> = one.missing.iter().map(|&at| skills()[at].name).collect();
        html! {
            <li>
                <p>
                    <a href={format!("/roles/{}/", role.id)}>{ role.title }</a>{ ": " }
                    <strong>{ text::matched(one.must, one.helpful) }</strong>
                </p>
                <meter min="0" max="100" value={one.percent().to_string()} aria-label={role.title}>
                    { text::percent(one.percent()) }
                </meter>
                <p class="quiet">{ text::gap(&missing) }</p>
            </li>
        }
    };
    let keep = {
        let state = state.clone();
        Callback::from(move |_: Event| state.dispatch(Action::Keep))
    };
    let import = {
        let dispatcher = state.dispatcher();
        Callback::from(move |event: Event| {
            let dispatcher = dispatcher.clone();
            browser::read_file(&event, move |text| dispatcher.dispatch(Action::Import(text)));
        })
    };
    html! {
        <section class="mine" aria-labelledby="mine-heading">
            <h2 id="mine-heading">{ text::MINE }</h2>
            <p>{ text::mine(state.have.count_ones()) }</p>
            <p class="tick">
                <input type="checkbox" id="keep" checked={state.keep} onchange={keep} />
                <label for="keep">{ text::KEEP }</label>
            </p>
            <p>
                <a href={browser::download(&export(state.have))} download="paypath-skills.json">{ text::EXPORT }</a>
            </p>
            <p class="field">
                <label for="import">{ text::IMPORT }</label>
                <input id="import" type="file" accept="application/json,.json" onchange={import}
                    aria-describedby="import-said" />
                <span class="error" id="import-said" role="status">
                    { if state.refused { text::REFUSED } else { "" } }
                </span>
            </p>
            if state.have != 0 {
                <h3>{ text::MATCHES }</h3>
                <ol class="matches">{ for matches.iter().map(row) }</ol>
            }
        </section>
    }
}
