//! What a rule of law may say: bands that ascend from 0, rates between 0 and 1, bounds and steps
//! above 0.

use super::super::super::{
    AdjustRow, AmountRow, Dollars, Fault, LawRow, PerStatus, RuleRow, TableRow, TaxTables,
};
use super::super::releases::is_date;

/// Whether a text says something that fits in a cell of the packed texts.
pub(super) fn says(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains(['\t', '\n', '\r'])
}

pub(super) fn check(
    file: &str,
    whose: &str,
    rules: &[RuleRow],
    tax: &TaxTables,
    faults: &mut Vec<Fault>,
) {
    let rates = |rule: &RuleRow| matches!(rule.law, LawRow::Rates(_));
    if rules.iter().filter(|rule| rates(rule)).count() != 1 {
        faults.push(Fault::file(file, format!("{whose}: needs rates once")));
    }
    let deducts = |rule: &RuleRow| {
        matches!(
            rule.law,
            LawRow::Deduct(_) | LawRow::DeductFederalTax { .. } | LawRow::DeductFica { .. }
        )
    };
    if rules.iter().skip_while(|rule| !rates(rule)).any(deducts) {
        faults.push(Fault::file(file, format!("{whose}: deducts after its rates")));
    }
    if rules.iter().find(|rule| !deducts(rule)).is_some_and(|rule| !rates(rule)) {
        faults.push(Fault::file(file, format!("{whose}: changes a tax before its rates")));
    }
    for rule in rules {
        let mut fault = |problem: String| {
            faults.push(Fault::file(file, format!("{whose}, {}: {problem}", rule.what)));
        };
        if !says(&rule.what) {
            fault("needs a name".into());
        }
        if !is_date(&rule.effective) {
            fault("needs the day from which it is in force, or undated".into());
        }
        if rule.carried_from.is_some_and(|year| year + 1 != tax.federal.year) {
            fault("can be carried from the year before only".into());
        }
        law(&rule.law).into_iter().for_each(fault);
    }
}

/// What is wrong with what a rule does.
fn law(law: &LawRow) -> Vec<String> {
    let mut wrong = Vec::new();
    match law {
        LawRow::Deduct(row) | LawRow::Credit { takes: row, .. } => amount(row, &mut wrong),
        LawRow::DeductFederalTax { share, at_most } => {
            table(share, &mut wrong);
            parts(share, &mut wrong);
            if let Some(most) = at_most {
                table(most, &mut wrong);
            }
        }
        LawRow::DeductFica { at_most } => above_zero(&[&PerStatus::All(*at_most)], &mut wrong),
        LawRow::Rates(bands) => wrong.extend(rates(bands)),
        LawRow::RatesOver { over, rates: bands, less } => {
            above_zero(&[&PerStatus::All(*over)], &mut wrong);
            wrong.extend(rates(bands));
            table(less, &mut wrong);
        }
        LawRow::Lump { over, amount, .. } => {
            dollars(over, &mut wrong);
            above_zero(&[&PerStatus::All(*amount)], &mut wrong);
        }
        LawRow::AtLeast { from, rate } => {
            above_zero(&[&PerStatus::All(*from)], &mut wrong);
            part(*rate, &mut wrong);
        }
        LawRow::AddSteps { start, step, amount, at_most, .. } => {
            above_zero(&[start, step, amount, at_most], &mut wrong);
        }
        LawRow::Recapture { over, width, rows } => {
            above_zero(&[&PerStatus::All(*over), &PerStatus::All(*width)], &mut wrong);
            for rows in rows.each() {
                let first = rows.first().is_some_and(|row| row[0] == 0.0);
                let up = rows.is_sorted_by(|one, next| one[0] < next[0] && one[1] <= next[1]);
                if !first || !up || rows.iter().flatten().any(|&number| !plain(number)) {
                    wrong.push("its rows must ascend from 0".into());
                }
            }
        }
        LawRow::Cut(row) => {
            table(row, &mut wrong);
            parts(row, &mut wrong);
        }
        LawRow::AtMostFederalTax(yes) => {
            if !yes {
                wrong.push("must be true, or not there".into());
            }
        }
    }
    wrong
}

/// What is wrong with bands.
pub(super) fn rates(bands: &PerStatus<Vec<[f64; 2]>>) -> Vec<String> {
    let mut wrong = Vec::new();
    for rows in bands.each() {
        if rows.first().is_none_or(|row| row[0] != 0.0) {
            wrong.push("its bands must begin at 0".into());
        }
        if !rows.is_sorted_by(|one, next| one[0] < next[0]) {
            wrong.push("its bands must ascend".into());
        }
        if rows.iter().any(|row| !plain(row[0])) {
            wrong.push("a bound is no plain amount".into());
        }
        for row in rows {
            part(row[1], &mut wrong);
        }
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

/// An amount that packing can hold: not below 0, below a billion, at most nine decimals.
fn plain(number: f64) -> bool {
    let decimals = number.to_string().split_once('.').map_or(0, |(_, part)| part.len());
    (0.0..=1e9).contains(&number) && decimals <= 9
}

fn part(rate: f64, wrong: &mut Vec<String>) {
    if !plain(rate) || rate > 1.0 {
        wrong.push(format!("the rate {rate} is outside 0 to 1"));
    }
}

fn parts(row: &TableRow, wrong: &mut Vec<String>) {
    for row in row.rows.each().into_iter().flatten() {
        part(row[1], wrong);
    }
}

fn above_zero(amounts: &[&PerStatus<f64>], wrong: &mut Vec<String>) {
    let mut numbers = amounts.iter().flat_map(|per| per.each());
    if numbers.any(|&number| number <= 0.0 || !plain(number)) {
        wrong.push("a bound or step is not above 0".into());
    }
}

fn not_below_zero(per: &PerStatus<f64>, wrong: &mut Vec<String>) {
    if per.each().into_iter().any(|&number| !plain(number)) {
        wrong.push("an amount is below 0 or no plain amount".into());
    }
}

fn dollars(dollars: &Dollars, wrong: &mut Vec<String>) {
    if let Dollars::Fixed(per) = dollars {
        not_below_zero(per, wrong);
    }
}

fn table(row: &TableRow, wrong: &mut Vec<String>) {
    for rows in row.rows.each() {
        if rows.is_empty() || !rows.is_sorted_by(|one, next| one[0] < next[0]) {
            wrong.push("its table must have rows that ascend".into());
        }
        if rows.iter().flatten().any(|&number| !plain(number)) {
            wrong.push("its table has an amount below 0 or no plain amount".into());
        }
    }
}

fn amount(row: &AmountRow, wrong: &mut Vec<String>) {
    if row.amount.is_some() == row.by_income.is_some() {
        wrong.push("needs an amount, fixed or by income".into());
    }
    if let Some(fixed) = &row.amount {
        dollars(fixed, wrong);
    }
    if let Some(by_income) = &row.by_income {
        table(by_income, wrong);
    }
    not_below_zero(&PerStatus::All(row.per_dependent), wrong);
    for adjust in &row.then {
        match adjust {
            AdjustRow::ZeroAbove(limit) => above_zero(&[limit], wrong),
            AdjustRow::CapFrom { start, cap } => {
                above_zero(&[start], wrong);
                not_below_zero(cap, wrong);
            }
            AdjustRow::Linear { start, width, round_down_to } => {
                above_zero(&[start, width], wrong);
                not_below_zero(&PerStatus::All(*round_down_to), wrong);
            }
            AdjustRow::Steps { start, step, reduce, min, .. } => {
                above_zero(&[start, step, reduce], wrong);
                not_below_zero(min, wrong);
            }
            AdjustRow::StepFraction { start, step, fraction, .. } => {
                above_zero(&[start, step], wrong);
                part(*fraction, wrong);
            }
            AdjustRow::Marginal { rates: bands, at_most } => {
                part(*at_most, wrong);
                // These may begin above 0: below them nothing falls.
                for rows in bands.each() {
                    if rows.is_empty() || !rows.is_sorted_by(|one, next| one[0] < next[0]) {
                        wrong.push("its bands must ascend".into());
                    }
                    for row in rows {
                        part(row[1], wrong);
                    }
                }
            }
        }
    }
}
