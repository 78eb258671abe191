//! `/roles/compare/`: two to four roles side by side.

use super::use_address;
use crate::dataset::{Dataset, Role, RoleId, growth, needs, skills};
use crate::estimate::estimate;
use crate::finder::Place;
use crate::link;
use crate::profile::{Experience, Profile, Years};
use crate::web::browser;
use crate::words::{self, compare as text};
use std::rc::Rc;
use yew::prelude::*;

/// Most roles at once.
const MOST: usize = 4;
/// Ids of the fields.
const IDS: [&str; MOST] = ["first", "second", "third", "fourth"];
/// Years of experience compared.
const YEARS: [u8; 4] = [0, 5, 10, 20];

/// What the page begins with.
#[derive(Clone, Debug, Properties, PartialEq, Eq)]
pub struct PageProps {
    /// The query string.
    pub query: AttrValue,
}

/// The roles compared, in the order of their fields; the first two are always there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared(pub [Option<RoleId>; MOST]);

impl Default for Compared {
    /// The first role and the first of another family.
    fn default() -> Self {
        let dataset = Dataset::embedded();
        let first = dataset.role_ids().next();
        let family = |id: RoleId| dataset.role(id).family;
        let other = dataset.role_ids().find(|&id| Some(family(id)) != first.map(family));
        Self([first, other, None, None])
    }
}

impl Compared {
    /// What an address asks: `roles=a.b.c`. Names that are no role are left out.
    pub fn read(query: &str) -> Self {
        let mut compared = Self::default();
        let asked = link::value(query, "roles").unwrap_or_default();
        let found = asked.split('.').filter_map(|id| Dataset::embedded().role_by_id(id));
        let found: Vec<RoleId> = found.take(MOST).collect();
        if found.len() > 1 {
            compared.0 = std::array::from_fn(|at| found.get(at).copied());
        }
        compared
    }

    /// The query string that leads back here.
    pub fn query(&self) -> String {
        let dataset = Dataset::embedded();
        let ids: Vec<&str> = self.roles().map(|id| dataset.role(id).id).collect();
        ["roles=", &ids.join(".")].concat()
    }

    fn roles(&self) -> impl Iterator<Item = RoleId> + use<> {
        self.0.into_iter().flatten()
    }
}

impl Reducible for Compared {
    /// A field and the role chosen there.
    type Action = (usize, Option<RoleId>);

    fn reduce(self: Rc<Self>, (field, role): Self::Action) -> Rc<Self> {
        let mut compared = (*self).clone();
        // Two roles are the least that can be compared.
        if role.is_some() || field >= 2 {
            compared.0[field] = role;
        }
        Rc::new(compared)
    }
}

/// The page's program: a field for each role, and the table.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| Compared::read(&props.query));
    use_address(state.query());
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <>
            <form class="filters" aria-label={text::FIELDS} autocomplete="off" {onsubmit}>
                { for (0..MOST).map(|at| field(&state, at)) }
            </form>
            { table(&state) }
        </>
    }
}

fn field(state: &UseReducerHandle<Compared>, at: usize) -> Html {
    let dataset = Dataset::embedded();
    let onchange = {
        let state = state.clone();
        Callback::from(move |event: Event| {
            state.dispatch((at, dataset.role_by_id(&browser::chosen(&event))));
        })
    };
    let option = |id: RoleId| {
        let role = dataset.role(id);
        html! { <option value={role.id} selected={state.0[at] == Some(id)}>{ role.title }</option> }
    };
    html! {
        <p class="field">
            <label for={IDS[at]}>{ text::LABELS[at] }</label>
            <select id={IDS[at]} {onchange}>
                if at >= 2 {
                    <option value="" selected={state.0[at].is_none()}>{ text::NONE }</option>
                }
                { for dataset.role_ids().map(option) }
            </select>
        </p>
    }
}

fn table(state: &Compared) -> Html {
    let dataset = Dataset::embedded();
    let roles: Vec<RoleId> = state.roles().collect();
    let head = |&id: &RoleId| {
        let role = dataset.role(id);
        html! { <th scope="col"><a href={format!("/roles/{}/", role.id)}>{ role.title }</a></th> }
    };
    let row = |name: String, cell: &dyn Fn(RoleId) -> Html| {
        html! {
            <tr>
                <th scope="row">{ name }</th>
                { for roles.iter().map(|&id| html! { <td>{ cell(id) }</td> }) }
            </tr>
        }
    };
    let listed = |ids: &[u8]| {
        let names = ids.iter().map(|&at| {
            let skill = &skills()[usize::from(at)];
            html! { <li><a href={format!("/skills/#{}", skill.id)}>{ skill.name }</a></li> }
        });
        html! { <ul>{ for names }</ul> }
    };
    html! {
        <div class="scroll" role="group" aria-label={text::CAPTION} tabindex="0">
            <table class="compared">
                <caption>{ text::CAPTION }</caption>
                <thead><tr><th scope="col">{ text::WHAT }</th>{ for roles.iter().map(head) }</tr></thead>
                <tbody>
                    { for YEARS.map(|years| {
                        let experience = Experience::Years(Years::new(years).unwrap_or(Years::NONE));
                        row(text::pay(experience), &|id| pay(id, experience))
                    }) }
                    { row(text::BLEND.to_owned(), &|id| html! { text::blend(dataset, dataset.role(id)) }) }
                    { row(text::GROWTH.to_owned(), &|id| html! { outlook(dataset.role(id)) }) }
                    { row(text::SUPPORT.to_owned(), &|id| html! { words::support(dataset, id) }) }
                    { row(text::MUST.to_owned(), &|id| listed(needs(id).must)) }
                    { row(text::HELPFUL.to_owned(), &|id| listed(needs(id).helpful)) }
                    { row(text::SHARED.to_owned(), &|id| html! { shared(&roles, id) }) }
                </tbody>
            </table>
        </div>
    }
}

fn pay(role: RoleId, experience: Experience) -> Html {
    let profile = Profile { role, place: Place::Country, experience, education: None };
    let answer = estimate(Dataset::embedded(), &profile);
    html! {
        <>
            <strong>{ words::about(answer.median()) }</strong>
            <span class="about">{ words::site::between(answer.likely()) }</span>
        </>
    }
}

/// Projected growth of a role's occupations, the least and the most.
fn outlook(role: &Role) -> String {
    let known = role.shares.iter().filter_map(|share| growth(share.occupation));
    let known: Vec<i16> = known.collect();
    match (known.iter().min(), known.iter().max()) {
        (Some(&low), Some(&high)) => text::growth(low, high),
        _ => text::UNKNOWN.to_owned(),
    }
}

/// How many of a role's skills the first role asks for too.
fn shared(roles: &[RoleId], role: RoleId) -> String {
    let all = |id: RoleId| needs(id).must.iter().chain(needs(id).helpful);
    let Some(&first) = roles.first().filter(|&&first| first != role) else {
        return text::UNKNOWN.to_owned();
    };
    let both = all(role).filter(|skill| all(first).any(|other| other == *skill)).count();
    text::shared(both, all(role).count())
}
