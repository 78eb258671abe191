//! Taxes: whole, of one year, in order, each with its source; what a rule may say is judged in
//! `tax/law.rs`.

mod law;

use super::super::{Fault, LevyRow, LocalBase, PerStatus, Tables, TaxTables, When};
use super::releases::is_date;
use super::{known_metro, unique};
use std::collections::BTreeSet;

const FEDERAL: &str = "tax/federal.json";
const STATES: &str = "tax/states.json";
const LOCALITIES: &str = "tax/localities.json";
const PRETAX: &str = "tax/pretax.json";
const LEFT_OUT: &str = "tax/left_out.json";
const REFERENCES: &str = "tax/references.json";
const METROS: &str = "tax/metro_localities.csv";

/// What federal law takes from wages beside income tax, in the order of `tax::What`.
const LEVIES: [&str; 3] = ["Social Security", "Medicare", "Additional Medicare"];
/// Contributions in the order of `tax::Contribution`.
const CONTRIBUTIONS: [&str; 3] = ["retirement", "health", "hsa"];
/// Has taxes of its own and no federal income tax on wages earned there.
const TERRITORY: &str = "PR";
/// Most that one byte numbers.
const NUMBERED: usize = 255;

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    let tax = &tables.tax;
    federal(tax, faults);
    states(tables, faults);
    localities(tax, faults);
    pretax(tax, faults);
    left_out(tax, faults);
    references(tax, faults);
    metros(tables, faults);
}

fn federal(tax: &TaxTables, faults: &mut Vec<Fault>) {
    let mut fault = |problem: String| faults.push(Fault::file(FEDERAL, problem));
    if !(2000..2100).contains(&tax.federal.year) {
        fault(format!("{} is not a tax year", tax.federal.year));
    }
    if tax.federal.unit.trim().is_empty() {
        fault("says no unit".into());
    }
    let [least, most] = tax.federal.checked;
    if least >= most {
        fault("checked must be two wages, the lower first".into());
    }
    let salt = &tax.federal.state_and_local_taxes;
    if !(salt.less > 0.0 && salt.less < 1.0) || salt.at_least > salt.at_most || salt.over == 0 {
        fault("state_and_local_taxes: needs a part from 0 to 1, an income and two limits".into());
    }
    if !is_date(&salt.effective) {
        fault(format!("state_and_local_taxes: “{}” is no day", salt.effective));
    }
    if tax.federal.standard_deduction().is_none() {
        fault("needs a standard deduction that is the same at every income".into());
    }
    if !tax.federal.levies.iter().map(|levy| levy.name.as_str()).eq(LEVIES) {
        fault(format!("needs the levies {} in that order", LEVIES.join(", ")));
    }
    confirmed(FEDERAL, "income_tax", tax.federal.income_tax.confirmed.as_deref(), faults);
    law::check(FEDERAL, "income_tax", &tax.federal.income_tax.rules, tax, faults);
    levies(FEDERAL, "levies", &tax.federal.levies, faults);
}

fn states(tables: &Tables, faults: &mut Vec<Fault>) {
    let tax = &tables.tax;
    unique(STATES, tax.states.iter().map(|row| row.code.as_str()), faults);
    if !tax.states.is_sorted_by(|one, next| one.code < next.code) {
        faults.push(Fault::file(STATES, "must be in order of code"));
    }
    for state in tables.states.iter().filter(|state| state.code != TERRITORY) {
        if !tax.states.iter().any(|row| row.code == state.code) {
            faults.push(Fault::file(STATES, format!("lacks {}", state.code)));
        }
    }
    for row in &tax.states {
        if !tables.states.iter().any(|state| state.code == row.code) {
            faults.push(Fault::file(STATES, format!("{} is not in states.csv", row.code)));
        }
        if row.source.is_some() == row.rules.is_empty() {
            let problem = format!("{} needs a source and rules, or neither", row.code);
            faults.push(Fault::file(STATES, problem));
        }
        if !(0.0..1e4).contains(&row.cliff) || !(0.0..1e4).contains(&row.rebound) {
            faults.push(Fault::file(
                STATES,
                format!("{}: its cliff or rebound is outside 0 to 10,000", row.code),
            ));
        }
        if !row.rules.is_empty() {
            law::check(STATES, &row.code, &row.rules, tax, faults);
        }
        levies(STATES, &row.code, &row.levies, faults);
        confirmed(STATES, &row.code, row.confirmed.as_deref(), faults);
    }
}

fn levies(file: &str, whose: &str, rows: &[LevyRow], faults: &mut Vec<Fault>) {
    for row in rows {
        let mut fault = |problem: &str| {
            faults.push(Fault::file(file, format!("{whose}: “{}” {problem}", row.name)));
        };
        if !law::says(&row.name) {
            fault("is no name");
        }
        if !(row.rate > 0.0 && row.rate < 1.0) {
            fault("has a rate outside 0 to 1");
        }
        let over = row.over.iter().flat_map(PerStatus::each);
        if over.chain(&row.up_to).chain(&row.at_most).any(|&bound| bound <= 0.0) {
            fault("has a bound that is not above 0");
        }
        if !is_date(&row.effective) {
            fault("needs the day from which it is in force, or undated");
        }
    }
}

fn localities(tax: &TaxTables, faults: &mut Vec<Fault>) {
    unique(LOCALITIES, tax.localities.iter().map(|row| row.name.as_str()), faults);
    if !tax.localities.is_sorted_by_key(|row| (&row.state, &row.name)) {
        faults.push(Fault::file(LOCALITIES, "must be in order of state and name"));
    }
    if tax.localities.len() > NUMBERED {
        faults.push(Fault::file(LOCALITIES, format!("has more than {NUMBERED} rows")));
    }
    for row in &tax.localities {
        let mut fault = |problem: &str| {
            faults.push(Fault::file(LOCALITIES, format!("{}: {problem}", row.name)));
        };
        let state = tax.states.iter().find(|state| state.code == row.state);
        if state.is_none() {
            fault("lies in a state that is not in tax/states.json");
        }
        if row.on != LocalBase::Wages && state.is_some_and(|state| state.rules.is_empty()) {
            fault("is levied on an income that its state does not tax");
        }
        if row.rates.is_some() == (row.flat > 0.0) {
            fault("needs rates or a flat amount");
        }
        if row.cliff.is_some_and(|cliff| !(0.0..1e4).contains(&cliff)) {
            fault("its cliff is outside 0 to 10,000");
        }
        if !law::says(&row.name) || !law::says(&row.tax) {
            fault("needs a name and the name of its tax");
        }
        if !is_date(&row.effective) {
            fault("needs the day from which it is in force, or undated");
        }
        for problem in row.rates.iter().flat_map(law::rates) {
            fault(&problem);
        }
    }
}

fn pretax(tax: &TaxTables, faults: &mut Vec<Fault>) {
    if !tax.pretax.iter().map(|row| row.id.as_str()).eq(CONTRIBUTIONS) {
        let problem = format!("needs {} in that order", CONTRIBUTIONS.join(", "));
        faults.push(Fault::file(PRETAX, problem));
    }
    for row in &tax.pretax {
        let mut fault =
            |problem: String| faults.push(Fault::file(PRETAX, format!("{}: {problem}", row.id)));
        if row.lowers.is_empty() || !law::says(&row.name) || !is_date(&row.effective) {
            fault("needs a name, what it lowers and since when".into());
        }
        for except in &row.except {
            if !tax.states.iter().any(|state| state.code == except.state) {
                fault(format!("{} is not in tax/states.json", except.state));
            }
        }
        for limit in &row.limits {
            let known = |on_top_of: &String| {
                on_top_of == "either" || row.limits.iter().any(|other| other.who == *on_top_of)
            };
            if limit.amount == 0 || !law::says(&limit.who) {
                fault(format!("the limit “{}” needs an amount and for whom", limit.who));
            }
            if limit.on_top_of.as_ref().is_some_and(|on_top_of| !known(on_top_of)) {
                fault(format!("“{}” is on top of no limit", limit.who));
            }
        }
        let days = row.except.iter().map(|except| &except.confirmed);
        let days: Vec<&Option<String>> =
            days.chain(row.limits.iter().map(|limit| &limit.confirmed)).collect();
        for day in days {
            confirmed(PRETAX, &row.id, day.as_deref(), faults);
        }
    }
}

fn confirmed(file: &str, whose: &str, day: Option<&str>, faults: &mut Vec<Fault>) {
    if let Some(day) = day
        && (day == "undated" || !is_date(day))
    {
        faults
            .push(Fault::file(file, format!("{whose}: was confirmed on “{day}”, which is no day")));
    }
}

fn left_out(tax: &TaxTables, faults: &mut Vec<Fault>) {
    unique(LEFT_OUT, tax.left_out.iter().map(|row| row.id.as_str()), faults);
    for row in &tax.left_out {
        let mut fault =
            |problem: String| faults.push(Fault::file(LEFT_OUT, format!("{}: {problem}", row.id)));
        if !law::says(&row.text) {
            fault("says nothing, or holds a tab or a line's end".into());
        }
        let state = |code: &&String| !tax.states.iter().any(|state| state.code == **code);
        for code in row.states.iter().filter(state) {
            fault(format!("{code} is not in tax/states.json"));
        }
        let locality = |name: &&String| !tax.localities.iter().any(|row| row.name == **name);
        for name in row.localities.iter().filter(locality) {
            fault(format!("{name} is not in tax/localities.json"));
        }
    }
    // These two would otherwise be told too little: their residents always owe a county tax.
    for code in ["MD", "IN"] {
        let told = |row: &super::super::LeftOutRow| {
            row.when == When::NoLocality && row.states.iter().any(|state| state == code)
        };
        let there = tax.states.iter().any(|state| state.code == code);
        if there && !tax.left_out.iter().any(told) {
            let problem = format!("must tell that everybody in {code} owes a county tax");
            faults.push(Fault::file(LEFT_OUT, problem));
        }
    }
}

fn references(tax: &TaxTables, faults: &mut Vec<Fault>) {
    let federal = tax.federal.levies.iter().map(|row| &row.source);
    let states = tax.states.iter();
    let states =
        states.flat_map(|row| row.source.iter().chain(row.levies.iter().map(|l| &l.source)));
    let except = tax.pretax.iter().flat_map(|row| row.except.iter().map(|except| &except.source));
    let own = [&tax.federal.income_tax.source, &tax.federal.state_and_local_taxes.source];
    let used: BTreeSet<&String> = own
        .into_iter()
        .chain(federal)
        .chain(states)
        .chain(tax.localities.iter().map(|row| &row.source))
        .chain(tax.pretax.iter().map(|row| &row.source))
        .chain(except)
        .collect();
    for id in used.iter().filter(|id| !tax.references.contains_key(**id)) {
        faults.push(Fault::file(REFERENCES, format!("lacks “{id}”, which a tax names")));
    }
    if tax.references.len() >= NUMBERED {
        faults.push(Fault::file(REFERENCES, format!("has {NUMBERED} sources or more")));
    }
    for (id, rows) in &tax.references {
        let mut fault =
            |problem: &str| faults.push(Fault::file(REFERENCES, format!("“{id}” {problem}")));
        if !used.contains(id) {
            fault("is named by no tax");
        }
        if rows.is_empty() {
            fault("has no reference");
        }
        for row in rows {
            if !law::says(&row.title) || !law::says(&row.url) || !row.url.starts_with("https://") {
                fault("needs a title and an https address in each reference");
            }
        }
    }
}

fn metros(tables: &Tables, faults: &mut Vec<Fault>) {
    let tax = &tables.tax;
    let key = |row: &super::super::MetroLocalityRow| (row.cbsa, row.locality.clone());
    super::ascending(METROS, tax.metros.iter().map(key), faults);
    for (at, row) in tax.metros.iter().enumerate() {
        known_metro(tables, METROS, row.cbsa, faults);
        let mut fault =
            |column, problem: String| faults.push(Fault::cell(METROS, at + 2, column, problem));
        let locality = tax.localities.iter().find(|known| known.name == row.locality);
        let Some(locality) = locality else {
            fault("locality", "is not in tax/localities.json".into());
            continue;
        };
        let metro = tables.metros.iter().find(|metro| metro.cbsa == row.cbsa);
        let codes = metro.and_then(|metro| metro.title.rsplit_once(", ")).map(|title| title.1);
        if codes.is_some_and(|codes| !codes.split('-').any(|code| code == locality.state)) {
            fault("locality", "lies in a state that the metro's title does not name".into());
        }
        if !["", "yes"].contains(&row.first_city.as_str()) {
            fault("first_city", "is neither yes nor empty".into());
        }
        let twice = |other: &super::super::MetroLocalityRow| {
            other.cbsa == row.cbsa && other.first_city == "yes"
        };
        if row.first_city == "yes" && tax.metros[..at].iter().any(twice) {
            fault("first_city", "is yes for two localities of one metro".into());
        }
        if !row.confirmed.is_empty() && (row.confirmed == "undated" || !is_date(&row.confirmed)) {
            fault("confirmed", "is not a day like 2026-11-20, nor empty".into());
        }
    }
}
