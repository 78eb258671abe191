//! One answer against another: how far apart their middles are, whether the evidence carries that,
//! and how often a person of the one earns more than a person of the other.

use super::curve::People;
use super::{Estimate, Evidence, known, place, score_of};
use crate::dataset::Dataset;
use crate::finder::Place;
use crate::money::Money;
use crate::profile::Profile;

/// Equal shares of people that each answer is cut into.
const SHARES: u8 = 100;

/// Standard errors that the largest difference between two, three and four equal middles stays below
/// eight times in ten: upper fifth of the studentized range with any number of observations (Harter 1960,
/// doi:10.1214/aoms/1177705684), over the root of two.
const SURE: [f32; 3] = [1.2816, 1.714, 1.968];

/// How an answer stands against another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Against {
    /// Its middle less the other's.
    pub more: Money,
    /// The same as a part of the other's middle.
    pub part: f32,
    /// The distance of the middles in standard errors of their difference.
    errors: f32,
    /// Of pairs of one person each, the part in which its person earns more, 0 to 1. Ties are halved.
    /// `McGraw` and Wong 1992, "A common language effect size statistic",
    /// doi:10.1037/0033-2909.111.2.361.
    pub often: f32,
}

impl Against {
    /// Whether we are 80% sure which middle is higher, where the two are the ends of this many answers.
    pub fn is_sure(&self, of: usize) -> bool {
        self.errors > SURE[of.max(2).min(SURE.len() + 1) - 2]
    }
}

/// Sets an answer against another. `None` where one counts pay as posted in the whole country and the
/// other as surveyed in a metro: what lies between them is not the place alone.
pub fn against(
    dataset: &Dataset,
    answer: (&Profile, &Estimate),
    other: (&Profile, &Estimate),
) -> Option<Against> {
    let national = answer.1.evidence == Evidence::National;
    if national != (other.1.evidence == Evidence::National) {
        return None;
    }
    let [here, there] = [answer, other].map(|one| one.1.median().whole().max(1));
    let ratio = here as f32 / there as f32;
    let error = error(dataset, [answer.0, other.0], national);
    let errors = if here == there { 0.0 } else { ratio.ln().abs() / error };
    let often = often(&answer.1.people, &other.1.people);
    Some(Against { more: Money::dollars(here - there), part: ratio - 1.0, errors, often })
}

/// Standard error of the difference of two middles, in log pay.
fn error(dataset: &Dataset, both: [&Profile; 2], national: bool) -> f32 {
    let metro = |profile: &Profile| match profile.place {
        Place::Country => None,
        Place::City(city) => Some(dataset.city(city).metro),
    };
    // One role in one metro is off by the same; else places are taken as independent.
    let same = both[0].role == both[1].role && metro(both[0]) == metro(both[1]);
    let missed = both.map(|one| {
        let metro = metro(one).filter(|_| !same);
        metro.map_or(0.0, |metro| place::local(dataset, dataset.role(one.role), metro).missed)
    });
    let fits = both.map(|one| (&dataset.role(one.role).fit, one.experience, one.education));
    known::between(&dataset.model, fits, missed[0] + missed[1], national)
}

/// The part of all pairs in which the first person earns more.
fn often(first: &People, second: &People) -> f32 {
    let scores = (0..SHARES).map(|at| score_of((f32::from(at) + 0.5) / f32::from(SHARES)));
    let pay: Vec<(Money, Money)> =
        scores.map(|score| (first.at(score), second.at(score))).collect();
    let mut halves = 0_u32;
    for (one, _) in &pay {
        for (_, other) in &pay {
            halves += match one.cmp(other) {
                std::cmp::Ordering::Greater => 2,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Less => 0,
            };
        }
    }
    halves as f32 / (2.0 * f32::from(SHARES) * f32::from(SHARES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::{estimate, share_below};
    use crate::profile::{Education, Experience, Years};

    /// The distribution of the range of normal values, by its integral: k ∫ φ(x) (Φ(x) − Φ(x − q))^(k−1).
    #[test]
    fn the_largest_of_equal_middles_stays_below_eight_times_in_ten() {
        for (sure, count) in SURE.into_iter().zip(2..) {
            let range = sure * std::f32::consts::SQRT_2;
            let step = 0.01_f32;
            let below: f32 = (-600..900_i16)
                .map(|at| {
                    let x = f32::from(at) * step;
                    let density = (-0.5 * x * x).exp() * 0.398_942_3;
                    let within: f32 = share_below(x) - share_below(x - range);
                    f32::from(count as u8) * density * within.powi(count - 1) * step
                })
                .sum();
            assert!((below - 0.8).abs() < 2e-3, "{count}: {below}");
        }
    }

    fn asked(
        role: &str,
        place: Place,
        years: u8,
        education: Option<Education>,
    ) -> (Profile, Estimate) {
        let dataset = Dataset::embedded();
        let experience = Experience::Years(Years::new(years).unwrap());
        let role = dataset.role_by_id(role).unwrap();
        let profile = Profile { role, place, experience, education };
        let answer = estimate(dataset, &profile);
        (profile, answer)
    }

    /// What is the same error in both is none of their difference.
    #[test]
    fn the_same_job_in_the_same_city_differs_surely_by_years_and_education() {
        let dataset = Dataset::embedded();
        let city = Place::City(dataset.listed[0]);
        let other = Place::City(dataset.listed[1]);
        let least = asked("data-scientist", city, 5, None);
        let sure = |one: &(Profile, Estimate)| {
            against(dataset, (&one.0, &one.1), (&least.0, &least.1)).unwrap().is_sure(2)
        };
        assert!(sure(&asked("data-scientist", city, 8, None)));
        assert!(sure(&asked("data-scientist", city, 5, Some(Education::Masters))));
        assert!(!sure(&least.clone()), "it is the same");
        let pair = |place| {
            let one = asked("data-scientist", place, 12, None);
            against(dataset, (&one.0, &one.1), (&least.0, &least.1)).unwrap().errors
        };
        assert!(pair(city) > pair(other), "another city is another error");
        let country = asked("data-scientist", Place::Country, 5, None);
        assert_eq!(against(dataset, (&country.0, &country.1), (&least.0, &least.1)), None);
    }

    /// Log-normal pay: the chance that one exceeds the other is known in closed form, the normal
    /// distribution at the distance of the means over the root of the summed variances.
    #[test]
    fn pairs_agree_with_the_closed_form() {
        let people = |middle: f32, spread: f32| {
            People::new(super::super::curve::KEPT.map(|score| (middle + spread * score).exp()))
        };
        for (one, other) in [((11.9_f32, 0.3_f32), (11.7, 0.3)), ((12.0, 0.25), (11.5, 0.4))] {
            let chance = share_below((one.0 - other.0) / one.1.hypot(other.1));
            let (one, other) = (people(one.0, one.1), people(other.0, other.1));
            assert!((often(&one, &other) - chance).abs() < 0.015, "{chance}");
            assert!((often(&one, &other) + often(&other, &one) - 1.0).abs() < 1e-6);
            assert!((often(&one, &one) - 0.5).abs() < 1e-6);
        }
    }
}
