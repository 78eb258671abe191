//! `/roles/`: every role with what it is and what it pays.

use super::{Still, role, shared};
use crate::dataset::Dataset;
use crate::estimate::{Estimate, estimate};
use crate::finder::Place;
use crate::profile::{Experience, Profile, Years};
use crate::tables::Tables;
use crate::words::{self, beside, site as text};
use yew::prelude::*;

/// The page.
pub(super) fn page(tables: &'static Tables) -> Still {
    let still =
        Still::new("/roles/", text::ROLES_TITLE, text::ROLES_DESCRIPTION, move || draw(tables));
    still.below(&[("/roles/", text::ROLES)]).card("roles", text::ROLES, text::ROLES_LEAD)
}

fn draw(tables: &Tables) -> Html {
    let dataset = Dataset::embedded();
    let mut families: Vec<&str> = dataset.roles.iter().map(|role| role.family).collect();
    families.dedup();
    let family = |(at, family): (usize, &str)| {
        let roles = dataset.role_ids().filter(|&id| dataset.role(id).family == family);
        let rows = roles.map(|id| {
            let [first, later] = [0, 5].map(|years| country(id, years));
            let summary = &tables.content.roles[id.index()].summary;
            [
                html! {
                    <>
                        <a href={role::path(id)}>{ dataset.role(id).title }</a>
                        <span class="about">{ summary }</span>
                    </>
                },
                html! { words::about(first.median()) },
                html! { words::about(later.median()) },
                html! { text::between(later.likely()) },
            ]
        });
        shared::part(
            &format!("family-{at}"),
            family,
            shared::table(&text::roles_caption(family), text::ROLES_HEADS, rows),
        )
    };
    html! {
        <main id="main" class="prose">
            <h1>{ text::ROLES }</h1>
            <p class="lead">{ text::ROLES_LEAD }</p>
            <p><a href="/roles/compare/">{ text::COMPARE_LINK }</a></p>
            <p><a href="/compare/">{ beside::FROM_ROLES }</a></p>
            { for families.into_iter().enumerate().map(family) }
            <p class="quiet">{ text::ROLES_MEANS }</p>
        </main>
    }
}

/// A role in the whole country.
///
/// # Panics
/// With years out of range.
pub(super) fn country(role: crate::dataset::RoleId, years: u8) -> Estimate {
    let experience = experience(years);
    let profile = Profile { role, place: Place::Country, experience, education: None };
    estimate(Dataset::embedded(), &profile)
}

/// Years of work as experience.
///
/// # Panics
/// With years out of range.
pub(super) fn experience(years: u8) -> Experience {
    Experience::Years(Years::new(years).expect("years in range"))
}
