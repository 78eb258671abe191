//! Pay ascends and is plausible, sums fit, and the history ends with the latest table.

use super::super::{Fault, Figure, History, PERCENTILES, Tables, WageRow};
use super::{known_metro, known_occupation};
use std::collections::BTreeMap;

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    for (file, rows) in [("wages.csv", &tables.wages), ("national.csv", &tables.national)] {
        pay(tables, file, rows, faults);
    }
    sums(tables, faults);
    history(tables, faults);
}

fn pay(tables: &Tables, file: &str, rows: &[WageRow], faults: &mut Vec<Fault>) {
    for row in rows {
        known_occupation(tables, file, &row.occupation, faults);
        if let Some(cbsa) = row.cbsa {
            known_metro(tables, file, cbsa, faults);
        }
        let published = PERCENTILES.into_iter().zip(&row.pay);
        let published: Vec<(&str, u32)> =
            published.filter_map(|(name, pay)| Some((name, pay.value()?))).collect();
        for (name, pay) in &published {
            // The federal minimum wage is about 15,000 a year; the top code of a metro 600,000.
            if !(15_000..=600_000).contains(pay) {
                faults.push(Fault::cell(file, row.row, name, "is outside 15,000 to 600,000"));
            }
        }
        for pair in published.windows(2) {
            let [(lower, least), (name, pay)] = [pair[0], pair[1]];
            if pay < least {
                let problem = format!("{pay} is below {lower}, {least}");
                faults.push(Fault::cell(file, row.row, name, problem));
            }
        }
        let first_top = row.pay.iter().position(|pay| *pay == Figure::TopCoded);
        let value_above =
            first_top.is_some_and(|at| row.pay[at..].iter().any(|p| p.value().is_some()));
        if value_above {
            faults.push(Fault::row(file, row.row, "a figure stands above a top-coded one"));
        }
    }
}

/// Employment of the metros adds to no more than the country's, and to most of it.
fn sums(tables: &Tables, faults: &mut Vec<Fault>) {
    let Some(year) = tables.wages.iter().map(|row| row.year).max() else { return };
    let mut metros: BTreeMap<&str, u64> = BTreeMap::new();
    for row in &tables.wages {
        *metros.entry(&row.occupation).or_default() +=
            u64::from(row.employment.value().unwrap_or(0));
    }
    for occupation in &tables.occupations {
        let code = occupation.code.as_str();
        let national =
            tables.national.iter().find(|row| row.year == year && row.occupation == code);
        let Some(national) = national else {
            let message = format!("{code} has no row for {year}");
            faults.push(Fault::file("national.csv", message));
            continue;
        };
        if national.complete().is_none() {
            let message = "the percentiles of the latest year must all be published";
            faults.push(Fault::row("national.csv", national.row, message));
        }
        let whole = u64::from(national.employment.value().unwrap_or(0));
        let part = metros.get(code).copied().unwrap_or(0);
        if part > whole || part * 2 < whole {
            let message =
                format!("{part} people in the metros against {whole} in the country for {code}");
            faults.push(Fault::file("wages.csv", message));
        }
    }
}

/// The last column of the history says what the latest table says.
fn history(tables: &Tables, faults: &mut Vec<Fault>) {
    for row in &tables.wages {
        let Some(cbsa) = row.cbsa else { continue };
        let key = (cbsa, row.occupation.clone());
        let kept =
            |table: &History| table.get(&key).and_then(|years| years.get(&row.year)).copied();
        if kept(&tables.medians) != Some(row.pay[2]) {
            faults.push(Fault::cell("wages.csv", row.row, "p50", "differs from medians.csv"));
        }
        if kept(&tables.employment) != Some(row.employment) {
            let problem = "differs from employment.csv";
            faults.push(Fault::cell("wages.csv", row.row, "employment", problem));
        }
    }
    for (file, history) in
        [("medians.csv", &tables.medians), ("employment.csv", &tables.employment)]
    {
        for (cbsa, occupation) in history.keys() {
            known_metro(tables, file, *cbsa, faults);
            known_occupation(tables, file, occupation, faults);
        }
    }
}
