//! The rules of what the fit learnt and of its scores.

use super::caught;
use paypath::tables::{self, Tables};

/// The fault that is expected, and what makes it.
type Spoilt<T> = (&'static str, fn(&mut T));

#[test]
fn what_roles_share_stays_within_bounds() {
    let shared: [Spoilt<tables::Model>; 14] = [
        ("smoothing.mean must hold 21 occupations", |m| m.smoothing.mean.truncate(20)),
        ("smoothing.mean must ascend, from 10,000 to 600,000", |m| m.smoothing.mean[0].reverse()),
        ("smoothing.covariance must hold 231 numbers a percentile", |m| {
            m.smoothing.covariance[4].push(1);
        }),
        ("smoothing.covariance is none: a correlation is above 1", |m| {
            m.smoothing.covariance[0][1] = i16::MAX;
        }),
        ("smoothing.noise is outside 0.001 to 10", |m| m.smoothing.noise_of[2] = 0.0),
        ("smoothing.slope must ascend, from 0 to 2", |m| m.smoothing.slope.reverse()),
        ("place.tail must ascend, from 0 to 2", |m| m.place.tail = [0.0, 3.0]),
        ("place.damp is outside 0 to 1", |m| m.place.damp = 1.1),
        ("years must have a slope of 0 to 1 and lengths of 0 to 50", |m| m.years.bend = -1.0),
        ("levels.years must ascend, from 0 to years.most", |m| m.levels.years[3] = 41.0),
        ("levels.scores must ascend", |m| m.levels.scores.reverse()),
        ("country_ends must ascend", |m| m.country_ends.reverse()),
        ("education must hold none, bachelors, masters, doctorate", |m| m.education.reverse()),
        ("the scores of education must ascend", |m| m.education[0].score = 0.9),
    ];
    for (wanted, spoil) in shared {
        caught(&format!("model.json: {wanted}"), |t| spoil(&mut t.model));
    }
    let bounds = "model.json: education has a score outside −1 to 1 or an error outside 0 to 1";
    caught(bounds, |t| t.model.education[3].error = 1.0);
    caught("model.json: the input lost.csv is in no source", |t| {
        t.model.inputs[0].file = "lost.csv".into();
    });
}

#[test]
fn every_role_is_fitted_once_within_bounds() {
    let first = "machine-learning-engineer";
    caught(&format!("model.json: {first} has 0 fits, not one"), |t| {
        t.model.roles.retain(|fit| fit.role != first);
    });
    caught(&format!("model.json: {first} has 2 fits, not one"), |t| {
        let fit = t.model.roles.iter().find(|fit| fit.role == first).cloned().unwrap();
        t.model.roles.push(fit);
    });
    let spoilt: [Spoilt<tables::RoleModel>; 9] = [
        ("the levels of {} do not ascend", |fit| fit.levels[3].score = -2.0),
        ("a score of {} is outside country_ends", |fit| fit.levels[3].score = 9.0),
        ("a spread of {} is outside 0.1 to 2", |fit| fit.levels[0].spread = 0.0),
        ("the reference of {} must ascend, from 9 to 14", |fit| fit.reference.reverse()),
        ("the country table of {} needs 11 rows", |fit| fit.country.truncate(10)),
        ("the country's percentiles of {} do not ascend", |fit| fit.country[0].reverse()),
        ("the country's percentiles of {} do not ascend", |fit| fit.country.reverse()),
        ("the country's pay of {} is outside 15,000 to 5,000,000", |fit| fit.country[0][0] = 0),
        ("an own part of {} is outside 0 to 1", |fit| fit.levels[1].own = 1.5),
    ];
    for (wanted, spoil) in spoilt {
        caught(&format!("model.json: {}", wanted.replace("{}", first)), |t| {
            spoil(t.model.roles.iter_mut().find(|fit| fit.role == first).unwrap());
        });
    }
    caught("roles.json: postings named “Data Scientist” are of x and of data-scientist", |t| {
        t.roles[0].id = "x".into();
        t.roles[0].postings.push("Data Scientist".into());
    });
}

/// The goals that the product set itself are rules like any other.
#[test]
fn scores_meet_their_goals() {
    let score = |t: &mut Tables, id: &str, value: f64| {
        t.scores.iter_mut().find(|score| score.id == id).unwrap().value = value;
    };
    let missed = [
        ("postings.ratio", 1.04, "0 to 1.03"),
        ("postings.held", 0.77, "0.78 to 0.82"),
        ("postings.held.ex", 0.86, "0.75 to 0.85"),
        ("postings.held.title.data-scientist", 0.74, "0.75 to 0.85"),
        ("cells.error", 0.09, "0 to 0.08"),
        ("survey.ratio", 1.09, "0 to 1.08"),
        ("growth.most", 0.09, "0 to 0.08"),
    ];
    for (id, value, goal) in missed {
        let wanted = format!("scores.json: “{id}” is {value}, outside its goal, {goal}");
        caught(&wanted, |t| score(t, id, value));
    }
    caught("scores.json: “cells.error” is missing", |t| t.scores.clear());
    caught("scores.json: “cells.error” comes twice", |t| {
        let again = t.scores[0].clone();
        t.scores.push(again);
    });
    caught("scores.json: “cells.error” needs words, a unit and a number", |t| {
        t.scores[0].what.clear();
    });
}
