//! Two cities or two roles side by side: what the page around the widget named, and both answers on
//! one scale.

use crate::chart::Axis;
use crate::dataset::{Dataset, RoleId};
use crate::estimate::{Estimate, estimate};
use crate::finder::Place;
use crate::profile::{Profile, shown};
use crate::web::chart;
use crate::web::result::badge;
use crate::web::state::finder;
use crate::words::{self, embed as text, page};
use yew::prelude::*;

/// Ticks of the common scale at most.
const TICKS: i32 = 5;

/// What an answer stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Versus {
    /// Another role in the same place.
    Role(RoleId),
    /// Another place for the same role.
    Place(Place),
}

impl Versus {
    /// What a page named: a role by its id or its title, as `role=` takes it, or a place as visitors
    /// may type it.
    ///
    /// # Errors
    /// With what was named, fit to be shown, when it is neither, or what is asked about already.
    pub fn read(named: &str, profile: &Profile) -> Result<Self, String> {
        let role = finder().role(named).ok().map(Self::Role);
        let found = role.or_else(|| finder().place(named).ok().map(Self::Place));
        let other = found.filter(|found| found.of(profile) != *profile);
        other.ok_or_else(|| shown(named))
    }

    /// The question that it makes of another.
    pub fn of(self, profile: &Profile) -> Profile {
        match self {
            Self::Role(role) => Profile { role, ..*profile },
            Self::Place(place) => Profile { place, ..*profile },
        }
    }

    /// What the two questions differ in, for one of them.
    pub(super) fn name(self, profile: &Profile) -> &'static str {
        let dataset = Dataset::embedded();
        match self {
            Self::Role(_) => dataset.role(profile.role).title,
            Self::Place(_) => words::place(dataset, profile.place),
        }
    }
}

/// Both answers, and which middle is higher.
pub(super) fn beside(profile: &Profile, answer: &Estimate, versus: &Versus) -> Html {
    let other = versus.of(profile);
    let second = estimate(Dataset::embedded(), &other);
    let names = [versus.name(profile), versus.name(&other)];
    let (one, two) = (answer.wide(), second.wide());
    let axis = Axis::around(one.low.min(two.low), one.high.max(two.high), TICKS);
    html! {
        <>
            { side(names[0], answer, &axis, Some("median")) }
            { side(names[1], &second, &axis, None) }
            { chart::scale(&axis) }
            <p class="difference">{ text::difference(names, [answer.median(), second.median()]) }</p>
        </>
    }
}

fn side(name: &'static str, estimate: &Estimate, axis: &Axis, id: Option<&'static str>) -> Html {
    html! {
        <div class="side">
            <p class="side-name">{ name }{ " " }{ badge(estimate.evidence) }</p>
            <p class="middle"><strong {id}>{ words::about(estimate.median()) }</strong>{ " " }{ page::A_YEAR }</p>
            <p>{ page::half(estimate.likely()) }</p>
            { chart::strip(chart::bands(axis, estimate, 0)) }
        </div>
    }
}
