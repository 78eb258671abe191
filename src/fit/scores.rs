//! How well the fit does on data left out of it, in numbers with words.

use super::calibrate::calibrate;
use super::cells::LeftOut;
use super::levels::{Frame, Levels};
use super::postings::{LEVELS, Posting};
use super::statistics::{FOLDS, by_two, five, median, pinball, rounded};
use super::survey::Respondent;
use super::years::{Curve, Trial, mean};
use crate::tables::{ScoreRow, TITLE, Tables, goal};
use std::collections::BTreeMap;

/// Claimed shares of a band and where its ends stand among the kept quantiles.
const BANDS: [(&str, usize, usize); 5] =
    [("20", 4, 6), ("50", 3, 7), ("80", 2, 8), ("90", 1, 9), ("95", 0, 10)];
/// Index of the 80 % band.
const WIDE: usize = 2;
/// How many of the most frequent titles are scored by themselves.
const TITLES: usize = 10;
/// Fewest postings of a title and level whose own quantiles are a comparison.
const LEAST: usize = 5;

pub(super) fn score(id: &str, what: &str, value: f64, unit: &str, n: usize) -> ScoreRow {
    ScoreRow {
        id: id.into(),
        what: what.into(),
        value,
        unit: unit.into(),
        n: n as u32,
        error: None,
        goal: goal(id),
    }
}

/// Published medians predicted from the rest of their metro.
pub(super) fn of_cells(tables: &Tables, left_out: &[LeftOut]) -> Vec<ScoreRow> {
    let error = |chosen: &mut dyn Iterator<Item = &LeftOut>| {
        let mut off: Vec<f64> = chosen.map(|cell| cell.off.exp_m1().abs()).collect();
        let n = off.len();
        (if n == 0 { 0.0 } else { rounded(median(&mut off), 4) }, n)
    };
    let (all, n) = error(&mut left_out.iter());
    let within = left_out.iter().filter(|c| c.off.abs() < 1.281_551_6 * c.expected).count();
    let held = rounded(within as f64 / n.max(1) as f64, 3);
    let mut scores = vec![
        score(
            "cells.error",
            "Median absolute error of a published metro median predicted from the metro's other occupations.",
            all,
            "share",
            n,
        ),
        score(
            "cells.held",
            "Published medians within the 80 % range of that prediction.",
            held,
            "share",
            n,
        ),
    ];
    for (at, occupation) in tables.occupations.iter().enumerate() {
        let (value, n) = error(&mut left_out.iter().filter(|cell| cell.occupation == at));
        let what = format!("The same error for {}.", occupation.title.to_lowercase());
        scores.push(score(&format!("cells.error.{}", occupation.code), &what, value, "share", n));
    }
    scores
}

/// One posting that was left out of the fit that answers for it.
struct Tested<'p> {
    posting: &'p Posting,
    /// Loss of the answer.
    loss: f64,
    /// Loss of the quantiles of its own title and level in the training part.
    own: f64,
    /// Whether each of [`BANDS`] holds it.
    held: [bool; 5],
    below: bool,
}

/// Cross-validated scores of the postings, and those of the last year from the years before. The
/// corrections of the ranges, too, are learnt from each training part alone.
pub(super) fn of_postings(frame: &Frame, postings: &[&Posting]) -> Vec<ScoreRow> {
    let last = postings.iter().map(|posting| posting.year).max();
    let mut splits: Vec<(Vec<&Posting>, Vec<&Posting>)> = (0..FOLDS)
        .map(|fold| postings.iter().partition(|p| u64::from(p.fold) == fold))
        .chain([postings.iter().partition(|p| Some(p.year) == last)])
        .collect();
    splits.retain(|(_, training)| !training.is_empty());
    let mut tested = by_two(&splits, |(test, training)| {
        let frame = calibrate(frame, training);
        test_on(&frame, &frame.fit(training.iter().copied()), test, training)
    });
    let recent = (tested.len() > FOLDS as usize).then(|| tested.pop()).flatten();
    let tested: Vec<Tested> = tested.into_iter().flatten().collect();
    let mut scores = overall("postings", "left-out postings", &tested);
    for (at, level) in LEVELS.iter().enumerate() {
        let id = format!("postings.held.{}", level.to_lowercase());
        let what = format!("Left-out postings of level {level} between p10 and p90.");
        scores.push(held(&id, &what, WIDE, tested.iter().filter(|t| t.posting.level == at)));
    }
    for title in frequent(&tested) {
        let id = format!("{TITLE}{}", title.to_lowercase().replace(' ', "-"));
        let what = format!("Left-out postings named {title} between p10 and p90.");
        scores.push(held(&id, &what, WIDE, tested.iter().filter(|t| t.posting.title == title)));
    }
    for (at, (claimed, ..)) in BANDS.iter().enumerate() {
        let what = format!("Left-out postings in the band that should hold {claimed} %.");
        scores.push(held(&format!("calibration.{claimed}"), &what, at, tested.iter()));
    }
    if let Some(recent) = recent {
        scores.extend(overall(
            "recent",
            "postings of the last year, fitted on the years before",
            &recent,
        ));
    }
    scores
}

fn test_on<'p>(
    frame: &Frame,
    fit: &Levels,
    test: &[&'p Posting],
    training: &[&Posting],
) -> Vec<Tested<'p>> {
    let mut groups: BTreeMap<(&str, usize), Vec<&Posting>> = BTreeMap::new();
    for &posting in test.iter().filter(|posting| posting.role.is_some()) {
        groups.entry((&posting.title, posting.level)).or_default().push(posting);
    }
    let mut tested = Vec::new();
    for ((title, level), group) in groups {
        let Some(role) = group[0].role else { continue };
        let Some(own) = own_quantiles(training, title, level, role) else { continue };
        let levels = &fit.roles[role];
        let at = levels.scores[level] + fit.posted;
        let all = frame.places[role].mixture.at(at, levels.spreads[level]).map(f64::exp);
        let five = super::places::FIVE.map(|at| all[at]);
        tested.extend(group.into_iter().map(|posting| Tested {
            posting,
            loss: pinball(posting.pay, &five),
            own: pinball(posting.pay, &own),
            held: BANDS.map(|(_, low, high)| (all[low]..=all[high]).contains(&posting.pay)),
            below: posting.pay < five[2],
        }));
    }
    tested
}

/// Quantiles of a title and level; of its role where too few, of the role at all levels where
/// those are too few.
fn own_quantiles(
    training: &[&Posting],
    title: &str,
    level: usize,
    role: usize,
) -> Option<[f64; 5]> {
    let pay = |wanted: &dyn Fn(&Posting) -> bool| {
        let chosen = training.iter().filter(|posting| wanted(posting));
        let mut pay: Vec<f64> = chosen.map(|posting| posting.pay).collect();
        pay.sort_by(f64::total_cmp);
        pay
    };
    let mut own = pay(&|p| p.title == title && p.level == level);
    if own.len() < LEAST {
        own = pay(&|p| p.role == Some(role) && p.level == level);
    }
    if own.len() < LEAST {
        own = pay(&|p| p.role == Some(role));
    }
    (!own.is_empty()).then(|| five(&own))
}

fn overall(id: &str, what: &str, tested: &[Tested]) -> Vec<ScoreRow> {
    let n = tested.len();
    let mean_of =
        |value: &dyn Fn(&Tested) -> f64| tested.iter().map(value).sum::<f64>() / n.max(1) as f64;
    let (loss, own) = (mean_of(&|t| t.loss), mean_of(&|t| t.own));
    let ratio = if own > 0.0 { loss / own } else { 1.0 };
    let below = mean_of(&|t| f64::from(u8::from(t.below)));
    let row = |end: &str, words: &str, value: f64, unit: &str| {
        score(&format!("{id}.{end}"), &format!("{words} {what}."), value, unit, n)
    };
    vec![
        row(
            "loss",
            "Mean pinball loss over p10, p25, p50, p75 and p90 on",
            rounded(loss, 1),
            "dollars",
        ),
        row(
            "own",
            "The same loss of the training part's own quantiles by title and level, on",
            rounded(own, 1),
            "dollars",
        ),
        row("ratio", "The first as a part of the second, on", rounded(ratio, 4), "ratio"),
        held(
            &format!("{id}.held"),
            &format!("Share between p10 and p90 of {what}."),
            WIDE,
            tested.iter(),
        ),
        row("below", "Share below the middle of", rounded(below, 4), "share"),
    ]
}

fn held<'t, 'p: 't>(
    id: &str,
    what: &str,
    band: usize,
    tested: impl Iterator<Item = &'t Tested<'p>>,
) -> ScoreRow {
    let (mut inside, mut n) = (0, 0);
    for one in tested {
        inside += usize::from(one.held[band]);
        n += 1;
    }
    score(id, what, rounded(inside as f64 / f64::from(n.max(1)), 4), "share", n as usize)
}

fn frequent<'p>(tested: &[Tested<'p>]) -> Vec<&'p str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in tested {
        *counts.entry(one.posting.title.as_str()).or_default() += 1;
    }
    let mut titles: Vec<(&str, usize)> = counts.into_iter().collect();
    titles.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    titles.into_iter().take(TITLES).map(|(title, _)| title).collect()
}

/// The survey against the mixture of the role that most respondents have.
pub(super) fn trial<'a>(
    frame: &Frame<'a>,
    levels: &Levels,
    respondents: &'a [Respondent],
) -> Trial<'a> {
    let settings = frame.settings;
    let role = frame.roles.iter().position(|role| role.id == *settings.survey_role).unwrap_or(0);
    let senior = levels.general[2] + levels.posted;
    Trial { settings, respondents, mixture: &frame.places[role].mixture, senior }
}

/// How a curve does on respondents who were left out when it was chosen.
pub(super) fn of_survey(trial: &Trial, curves: &[Curve]) -> Vec<ScoreRow> {
    let outcome = trial.nested(curves);
    let (loss, own) = (mean(&outcome.losses), trial.own_quantiles());
    let n = outcome.losses.len();
    vec![
        score(
            "survey.loss",
            "Mean pinball loss on left-out respondents by years of coding, with curve, scale and spread of the others.",
            rounded(loss, 1),
            "dollars",
            n,
        ),
        score(
            "survey.own",
            "The same loss of the left-out respondents' own quantiles in ten bins of years.",
            rounded(own, 1),
            "dollars",
            n,
        ),
        score(
            "survey.ratio",
            "The first as a part of the second.",
            rounded(loss / own, 4),
            "ratio",
            n,
        ),
        score(
            "survey.held",
            "Left-out respondents between p10 and p90.",
            rounded(outcome.held, 4),
            "share",
            n,
        ),
    ]
}
