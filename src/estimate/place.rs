//! The pay of a role's occupations in one metro: published where it is, borrowed where it is not.

use super::Part;
use super::curve::{KEPT, Local, People};
use crate::dataset::{Dataset, MetroId, Model, Role};
use crate::money::Money;

/// A role's local pay and how it is known.
#[derive(Debug)]
pub(super) struct Pay {
    curve: Local,
    /// The occupations, in the role's order.
    pub(super) parts: Vec<Part>,
    /// Weight of the occupations whose pay is borrowed: 0 to 1.
    pub(super) borrowed: f32,
}

/// Blends the pay of a role's occupations in a metro.
///
/// An occupation without published pay borrows: its national percentiles, moved by how far this
/// metro's other pay lies from the country's.
pub(super) fn local(dataset: &Dataset, role: &Role, metro: MetroId) -> Pay {
    let effect = dataset.metro(metro).effect;
    let mut parts = Vec::with_capacity(role.shares.len());
    let curve = Local::blend(role.shares.iter().map(|share| {
        let published = dataset.wages.get(share.occupation, metro);
        parts.push(Part {
            occupation: share.occupation,
            weight: share.weight,
            published: published.is_some(),
        });
        let logs = match published {
            Some(pay) => pay.map(|pay| (pay.whole() as f32).ln()),
            None => {
                dataset.occupation(share.occupation).national.map(|pay| (pay as f32).ln() + effect)
            }
        };
        (share.weight, logs)
    }));
    let borrowed = parts.iter().filter(|part| !part.published).map(|part| part.weight).sum();
    Pay { curve, parts, borrowed }
}

impl Pay {
    /// Middle pay of everyone in these occupations, to the nearest hundred.
    pub(super) fn middle(&self) -> Money {
        self.people_at([0.0; 7]).at(0.0)
    }

    /// Pay of people around a normal score, with a spread in normal scores. The range is wider by
    /// what the published or the borrowed middle is known to miss: some small cells publish one
    /// figure for all percentiles, yet people there are not all paid the same.
    pub(super) fn people(&self, model: &Model, score: f32, spread: f32) -> People {
        let log = KEPT.map(|kept| self.curve.at(score + spread * kept, model.tail));
        let middle = log[3];
        let missed = self.borrowed * model.borrowed_sd + (1.0 - self.borrowed) * model.published_sd;
        People::new(std::array::from_fn(|at| {
            let from_people = log[at] - middle;
            let from_missing = KEPT[at] * missed;
            let both = from_people.hypot(from_missing).copysign(KEPT[at]);
            (middle + both).exp()
        }))
    }

    fn people_at(&self, scores: [f32; 7]) -> People {
        People::new(scores.map(|score| self.curve.at(score, [0.0, 0.0]).exp()))
    }
}
