//! Pages that the explore program makes answer, as it draws them at build: answers compared, all
//! cities, all skills, and roles compared.

use super::{Program, Still, machine, shared};
use crate::tables::Tables;
use crate::web::explore::{Explore, ExploreProps};
use crate::words::{beside, cities, compare, page, site, skills};
use yew::prelude::*;

/// What stands around the program.
struct Around {
    path: &'static str,
    title: &'static str,
    description: &'static str,
    heading: &'static str,
    lead: &'static str,
    /// Below the program.
    means: Vec<&'static str>,
}

/// `/cities/`
pub(super) async fn cities(tables: &Tables, origin: &str) -> Still {
    let around = Around {
        path: "/cities/",
        title: cities::TITLE,
        description: cities::LIST_DESCRIPTION,
        heading: cities::LIST_HEADING,
        lead: cities::LIST_LEAD,
        means: vec![cities::REAL_MEANS, cities::TAKE_HOME_MEANS, cities::LIST_MEANS],
    };
    let mut still = draw(around).await.below(&[("/cities/", cities::CITIES)]);
    still.data.push(machine::dataset(tables, origin));
    still
}

/// `/skills/`
pub(super) async fn skills() -> Still {
    let around = Around {
        path: "/skills/",
        title: skills::TITLE,
        description: skills::DESCRIPTION,
        heading: skills::HEADING,
        lead: skills::LEAD,
        means: vec![skills::MEANS],
    };
    draw(around).await.below(&[("/skills/", skills::HEADING)])
}

/// `/compare/`
pub(super) async fn beside() -> Still {
    let around = Around {
        path: "/compare/",
        title: beside::TITLE,
        description: beside::DESCRIPTION,
        heading: beside::HEADING,
        lead: beside::LEAD,
        means: vec![page::MIDDLE_MEANS],
    };
    draw(around).await.below(&[("/compare/", beside::HEADING)])
}

/// `/roles/compare/`
pub(super) async fn compare() -> Still {
    let around = Around {
        path: "/roles/compare/",
        title: compare::TITLE,
        description: compare::DESCRIPTION,
        heading: compare::HEADING,
        lead: compare::LEAD,
        means: vec![site::OUTLOOK_MEANS],
    };
    draw(around).await.below(&[("/roles/", site::ROLES), ("/roles/compare/", compare::HEADING)])
}

async fn draw(around: Around) -> Still {
    let path = around.path;
    let props = move || ExploreProps { path: path.into(), ..ExploreProps::default() };
    let drawn = yew::ServerRenderer::<Explore>::with_props(props).hydratable(false).render().await;
    let whole = move || {
        html! {
            <main id="main" class="prose wide">
                <h1>{ around.heading }</h1>
                <p class="lead">{ around.lead }</p>
                { shared::no_script() }
                { shared::app(&drawn) }
                { for around.means.iter().map(|text| html! { <p class="quiet">{ *text }</p> }) }
            </main>
        }
    };
    let name = path.trim_matches('/').replace('/', "-");
    let still = Still::new(path, around.title, around.description, whole);
    let mut still = still.card(&name, around.heading, around.lead);
    still.program = Program::Explore;
    still
}
