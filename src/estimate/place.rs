//! The pay of a role's occupations in one metro: smoothed, blended, and drawn a little towards the
//! places where the role's jobs are.

use super::Part;
use super::curve::{Local, money};
use crate::dataset::{Cell, Dataset, MetroId, Model, Role, RoleFit, Share};
use crate::money::Money;

/// A role's local pay and how it is known.
#[derive(Debug)]
pub(super) struct Pay {
    /// Pay of everyone counted in the role's occupations.
    pub(super) local: Local,
    /// Variance of that pay's own log pay: how well the place is known.
    pub(super) missed: f32,
    /// The occupations, in the role's order.
    pub(super) parts: Vec<Part>,
    /// Middle of the blend before it is drawn towards other places.
    pub(super) blended: Money,
}

/// Blends the pay of a role's occupations in a metro.
pub(super) fn local(dataset: &Dataset, role: &Role, metro: MetroId) -> Pay {
    let cells = &*dataset.cells(metro);
    let blended = blend(role.shares, cells);
    let part = |share: &Share| {
        let cell = &cells[share.occupation.index()];
        Part {
            occupation: share.occupation,
            weight: share.weight,
            published: cell.published,
            printed: dataset.wages.get(share.occupation, metro).map(|[_, _, middle, ..]| middle),
            middle: money(cell.log_pay[2].exp()),
        }
    };
    Pay {
        local: damped(&dataset.model, &role.fit, blended),
        missed: missed(&dataset.model, role.shares, cells),
        parts: role.shares.iter().map(part).collect(),
        blended: money(blended[2].exp()),
    }
}

/// The weighted mean, in log pay, of the occupations: a person at the same rank in each.
pub(super) fn blend(shares: &[Share], cells: &[Cell]) -> [f32; 5] {
    let mut blend = [0.0; 5];
    for share in shares {
        let logs = &cells[share.occupation.index()].log_pay;
        for (sum, log) in blend.iter_mut().zip(logs) {
            *sum += share.weight * log;
        }
    }
    blend
}

fn damped(model: &Model, fit: &RoleFit, blend: [f32; 5]) -> Local {
    let towards = |at: usize| fit.reference[at] + model.damp * (blend[at] - fit.reference[at]);
    Local::new(std::array::from_fn(towards), model.tail)
}

/// Variance of a blend's log pay: the errors of its occupations, which partly are the same error.
fn missed(model: &Model, shares: &[Share], cells: &[Cell]) -> f32 {
    let (mut sum, mut squares) = (0.0, 0.0);
    for share in shares {
        let error = model.damp * share.weight * cells[share.occupation.index()].error;
        sum += error;
        squares += error * error;
    }
    (1.0 - model.shared) * squares + model.shared * sum * sum
}
