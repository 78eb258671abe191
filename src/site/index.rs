//! What the search of the site finds, as the text that [`crate::catalog`] reads, and `/search/`,
//! where the same stands as a list for browsers without scripts.

use super::{Page, Still, city, embed, shared};
use crate::catalog::{Catalog, Entry, Kind};
use crate::dataset::{Dataset, RoleId};
use crate::tables::Tables;
use crate::web::explore::cities::rows::{best_known, cities};
use crate::words::{find as text, method};
use std::collections::BTreeMap;
use yew::prelude::*;

/// Weights of entries that are equally near to what was typed, by kind.
const ROLE: u32 = 1_000_000;
const PAGE: u32 = 800_000;
const SKILL: u32 = 600_000;
const QUESTION: u32 = 400_000;
/// A title that O*NET has seen weighs little: it must not hide a thing's own name.
const TITLE: u32 = 1;

/// The text, from the titles of the pages and the tables.
pub fn index(tables: &Tables, pages: &[Page]) -> String {
    let mut lines = Vec::new();
    let mut add = |kind: Kind, weight: u32, href: &str, label: &str, names: &[&str]| {
        lines.push(format!("{}\t{weight}\t{href}\t{label}\t{}", kind.letter(), names.join("|")));
    };
    let dataset = Dataset::embedded();
    for id in dataset.role_ids() {
        let role = dataset.role(id);
        let href = format!("/roles/{}/", role.id);
        add(Kind::Role, ROLE - u32::from(id.0), &href, role.title, role.aliases);
    }
    for (id, titles) in titles(tables) {
        let href = format!("/roles/{}/", dataset.role(id).id);
        add(Kind::Role, TITLE, &href, dataset.role(id).title, &titles);
    }
    for (city, _) in cities() {
        let (name, metro) = (dataset.city(city).name, dataset.metro(dataset.city(city).metro));
        add(Kind::City, metro.jobs, &city::path(city), name, &[metro.title]);
    }
    let pages_of_cities: Vec<_> = cities().into_iter().map(|(city, _)| city).collect();
    for id in dataset.city_ids().filter(|id| !pages_of_cities.contains(id)) {
        let (name, metro) = (dataset.city(id).name, dataset.city(id).metro);
        let href = city::path(best_known(metro));
        add(Kind::City, dataset.metro(metro).jobs / 10, &href, name, &[]);
    }
    for &(name, id) in dataset.names {
        let href = city::path(best_known(dataset.city(id).metro));
        add(Kind::City, 1, &href, name, &[]);
    }
    for skill in &tables.content.skills.skills {
        let names: Vec<&str> = skill.aliases.iter().map(String::as_str).collect();
        add(Kind::Skill, SKILL, &format!("/skills/#{}", skill.id), &skill.name, &names);
    }
    for row in &tables.content.faq.questions {
        let names: Vec<&str> = row.aliases.iter().map(String::as_str).collect();
        add(Kind::Question, QUESTION, &format!("/faq/#{}", row.id), &row.question, &names);
    }
    for section in &tables.content.guide.sections {
        let href = format!("/guide/#{}", section.id);
        add(Kind::Page, PAGE / 2, &href, &text::in_guide(&section.title), &[&section.title]);
    }
    for (id, heading) in method::HEADINGS {
        add(Kind::Page, PAGE / 2, &format!("/method/#{id}"), &text::in_method(heading), &[heading]);
    }
    for page in pages.iter().filter(|page| page.is_listed() && is_of_the_site(&page.path)) {
        let label = page.title.trim_end_matches(text::TAIL);
        add(Kind::Page, PAGE, &page.path, label, &[]);
    }
    lines.join("\n")
}

/// Whether a page is none of many of its kind, which are listed by their own names.
fn is_of_the_site(path: &str) -> bool {
    path.matches('/').count() == 2 || path == embed::BUILD
}

/// O*NET's titles by the role with the largest share of their occupation, less the roles' own.
fn titles(tables: &Tables) -> BTreeMap<RoleId, Vec<&str>> {
    let dataset = Dataset::embedded();
    let mut titles: BTreeMap<RoleId, Vec<&str>> = BTreeMap::new();
    for row in &tables.titles {
        let part = |id: &RoleId| {
            let shares = dataset.role(*id).shares.iter();
            let mut shares =
                shares.filter(|share| dataset.occupation(share.occupation).code == row.occupation);
            shares.next().map(|share| share.weight)
        };
        let roles = dataset.role_ids().filter_map(|id| Some((id, part(&id)?)));
        // The first of equals: max_by would take the last.
        let larger = |best: Option<(RoleId, f32)>, next: (RoleId, f32)| match best {
            Some(best) if best.1 >= next.1 => Some(best),
            _ => Some(next),
        };
        if let Some((id, _)) = roles.fold(None, larger) {
            titles.entry(id).or_default().push(&row.title);
        }
    }
    titles
}

/// `/search/`: everything that can be found.
pub(super) fn page(tables: &'static Tables) -> Still {
    let still = Still::new("/search/", text::TITLE, text::DESCRIPTION, move || {
        let catalog = Catalog::parse(&index(tables, &[]));
        let section = |kind: Kind| {
            let mut seen = Vec::new();
            let mut first = |entry: &&Entry| {
                let new = !seen.contains(&entry.href);
                seen.push(entry.href.clone());
                new
            };
            let entries = catalog.entries().iter().filter(|entry| entry.kind == kind);
            let entries: Vec<&Entry> = entries.filter(|entry| first(entry)).collect();
            let links = entries.into_iter().map(|entry| {
                html! { <a href={entry.href.clone()}>{ &entry.label }</a> }
            });
            shared::part(text::id(kind), text::name(kind), shared::list(links))
        };
        html! {
            <main id="main" class="prose everything">
                <h1>{ text::HEADING }</h1>
                <p class="lead">{ text::LEAD }</p>
                { for Kind::ALL.map(section) }
            </main>
        }
    });
    still.below(&[("/search/", text::HEADING)])
}
