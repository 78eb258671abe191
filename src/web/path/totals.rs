//! What routes come to: pay less costs, or what taxes leave of it, asked of the program that knows
//! them. Draws nothing.

use crate::career::Plan;
use crate::career::question::Question;
use crate::career::route::{Route, Stay};
use crate::career::wages::Wage;
use crate::dataset::Dataset;
use crate::finder::Place;
use crate::money::Money;
use crate::paysheet::asking;
use crate::tax::Status;
use crate::web::doors;

/// Dollars over the horizon less costs: of staying put, and then of each route. `None` where taxes are
/// asked for and cannot be told.
pub(super) fn totals(plan: &Plan, question: &Question, filing: Option<Status>) -> Option<Vec<i64>> {
    let routes = plan.routes.iter().map(|found| found.value.net);
    let mut totals: Vec<i64> = [plan.staying(question)].into_iter().chain(routes).collect();
    if let Some(status) = filing {
        let wages = plan.wages(question);
        for (wage, kept) in wages.iter().zip(kept(status, &wages)?) {
            totals[wage.of] -= wage.tax(kept);
        }
    }
    Some(totals)
}

/// A route and staying put after taxes; `None` where they cannot be told.
pub(super) fn taxed(status: Status, route: &mut Route, stay: &mut Stay) -> Option<()> {
    stay.tax(&kept(status, &stay.wages)?);
    route.tax(&kept(status, &route.wages)?, stay);
    Some(())
}

/// What is left of the year of each wage, all asked at once.
fn kept(status: Status, wages: &[Wage]) -> Option<Vec<i64>> {
    let dataset = Dataset::embedded();
    let asked = wages.iter().map(|wage| {
        let (cbsa, title) = match wage.place {
            Place::Country => (0, ""),
            Place::City(city) => {
                let metro = dataset.metro(dataset.city(city).metro);
                (metro.cbsa, metro.title)
            }
        };
        (cbsa, title, Money::dollars(wage.total as i32))
    });
    let answer = doors::answer(&asking(status, asked))?;
    let kept: Option<Vec<i64>> = answer.lines().map(|line| line.parse().ok()).collect();
    kept.filter(|kept| kept.len() == wages.len())
}
