//! What a degree takes when studied full time. Knows the question's premises, no route.

use super::network::months_of;
use super::question::Question;
use crate::dataset::{Assumption, studies};
use crate::profile::Education;

/// What a degree takes when studied full time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Course {
    /// Months.
    pub(super) months: u32,
    /// Dollars in all.
    pub(super) cost: i64,
    /// Dollars a month that are paid meanwhile.
    pub(super) pay: i64,
    /// Percent who finish.
    pub(super) finish: u32,
}

impl Course {
    /// Months of the course beside a job: longer than full time, and no shorter than its hours fit
    /// into the week; `None` when there is no time to learn at all.
    pub(super) fn beside(&self, question: &Question, degree: Education) -> Option<u32> {
        let hours = studies()[degree.index() - 1].hours;
        let learning = months_of(question.weekly.into(), hours)?;
        Some(learning.max(self.months * question.premise(Assumption::BesideWork) / 100))
    }

    /// The course from an education to a degree; `None` where there is none.
    pub(super) fn to(question: &Question, from: Education, degree: Education) -> Option<Self> {
        let of = |which| question.premise(which);
        let yearly = |months: u32, cost: u32| i64::from(months) * i64::from(cost) / 12;
        match (from, degree) {
            (Education::None, Education::Bachelors) => {
                let months = of(Assumption::BachelorsTime);
                Some(Self {
                    months,
                    cost: yearly(months, of(Assumption::BachelorsCost)),
                    pay: 0,
                    finish: of(Assumption::BachelorsFinish),
                })
            }
            (Education::Bachelors, Education::Masters) => {
                let months = of(Assumption::MastersTime);
                Some(Self {
                    months,
                    cost: yearly(months, of(Assumption::MastersCost)),
                    pay: 0,
                    finish: of(Assumption::MastersFinish),
                })
            }
            (Education::Bachelors | Education::Masters, Education::Doctorate) => {
                // The time to a doctorate is counted from the bachelor's degree.
                let before =
                    if from == Education::Masters { of(Assumption::MastersTime) } else { 0 };
                Some(Self {
                    months: of(Assumption::DoctorateTime).saturating_sub(before).max(1),
                    cost: 0,
                    pay: i64::from(of(Assumption::DoctoratePay)) / 12,
                    finish: of(Assumption::DoctorateFinish),
                })
            }
            _ => None,
        }
    }
}
