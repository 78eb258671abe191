//! What a degree is worth by itself, in the job that one has: its cost, the pay that is lost
//! meanwhile, and what it brings, with how surely that is known.

use super::course::Course;
use super::derive::Standing;
use super::pay::Curves;
use super::question::{Origin, Question};
use crate::dataset::RoleId;
use crate::estimate::{Percentile, education_effect};
use crate::profile::{Education, Experience, Profile};

/// A degree against none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degree {
    /// The role that it is judged in: the one at the start.
    pub role: RoleId,
    /// The degree.
    pub degree: Education,
    /// Whether the job goes on beside it.
    pub beside: bool,
    /// Months that it takes.
    pub months: u32,
    /// Dollars that it costs.
    pub cost: i64,
    /// Dollars of pay that are lost meanwhile.
    pub lost: i64,
    /// Change of pay in percent: eight in ten times it lies between the ends.
    pub effect: [f32; 3],
    /// Dollars over the horizon against no degree: low, typical, high.
    pub net: [i64; 3],
    /// Months after which it has paid for itself; `None`: not within the horizon.
    pub break_even: [Option<u32>; 3],
}

/// The next degree, beside the job and instead of it, for somebody in a role who thinks of one.
pub fn degrees(curves: &Curves, question: &Question) -> Vec<Degree> {
    let Origin::Role(role) = question.origin else { return Vec::new() };
    if !question.degrees {
        return Vec::new();
    }
    let next = match question.education {
        Education::None => Education::Bachelors,
        Education::Bachelors => Education::Masters,
        Education::Masters => Education::Doctorate,
        Education::Doctorate => return Vec::new(),
    };
    let Some(course) = Course::to(question, question.education, next) else { return Vec::new() };
    let beside = course.beside(question, next).filter(|_| next != Education::Doctorate);
    let instead = (!question.keeps_job).then_some(course.months);
    let ways = [(true, beside), (false, instead)];
    let ways = ways.into_iter().filter_map(|(beside, months)| Some((beside, months?)));
    ways.map(|way| value(curves, question, role, next, course, way)).collect()
}

fn value(
    curves: &Curves,
    question: &Question,
    role: RoleId,
    degree: Education,
    course: Course,
    (beside, months): (bool, u32),
) -> Degree {
    let (place, education) = (question.place, question.education);
    let profile = Profile {
        role,
        place,
        experience: Experience::Years(question.years),
        education: Some(education),
    };
    let effect = education_effect(curves.dataset(), &profile, degree);
    let standing = Standing { role: Some(role), education, place };
    let pay = curves.of(&standing, 0, Percentile::P50);
    let start = u32::from(question.years.get()) * 12;
    let horizon = u32::from(question.horizon) * 12;
    let lost = if beside { 0 } else { pay.pay(start, months) - course.pay * i64::from(months) };
    let ahead = |effect: f32| {
        let mut sum = -course.cost as f64;
        let mut even = None;
        for month in 0..horizon {
            let without = pay.month(start + month) as f64;
            sum += match (month < months, beside) {
                (true, true) => 0.0,
                (true, false) => course.pay as f64 - without,
                (false, true) => without * f64::from(effect),
                // Full-time study brings no experience.
                (false, false) => {
                    pay.month(start + month - months) as f64 * f64::from(1.0 + effect) - without
                }
            };
            even = if sum < 0.0 { None } else { even.or(Some(month + 1)) };
        }
        (sum.round() as i64, even)
    };
    let cases = effect.map(ahead);
    Degree {
        role,
        degree,
        beside,
        months,
        cost: course.cost,
        lost,
        effect: effect.map(|effect| effect * 100.0),
        net: cases.map(|(sum, _)| sum),
        break_even: cases.map(|(_, even)| even),
    }
}
