//! The rules of taxes, each broken on purpose.

use super::{caught, data};
use paypath::tables::{self, AmountRow, Dollars, LawRow, Lowered, PerStatus, Tables, When};
use std::fs;

type Spoil<T> = fn(&mut T);

/// The rates of a state.
fn rates<'a>(t: &'a mut Tables, code: &str) -> &'a mut PerStatus<Vec<[f64; 2]>> {
    let state = t.tax.states.iter_mut().find(|row| row.code == code).unwrap();
    let law = state.rules.iter_mut().find_map(|rule| match &mut rule.law {
        LawRow::Rates(rates) => Some(rates),
        _ => None,
    });
    law.unwrap()
}

/// The rule of a state with this name.
fn rule<'a>(t: &'a mut Tables, code: &str, what: &str) -> &'a mut LawRow {
    let state = t.tax.states.iter_mut().find(|row| row.code == code).unwrap();
    &mut state.rules.iter_mut().find(|rule| rule.what == what).unwrap().law
}

const fn all<T>(value: T) -> PerStatus<T> {
    PerStatus::All(value)
}

#[test]
fn federal_law_is_whole() {
    caught("tax/federal.json: 26 is not a tax year", |t| t.tax.federal.year = 26);
    caught("tax/federal.json: says no unit", |t| t.tax.federal.unit = " ".into());
    caught("tax/federal.json: checked must be two wages, the lower first", |t| {
        t.tax.federal.checked = [2, 1];
    });
    let salt = "tax/federal.json: state_and_local_taxes: needs a part from 0 to 1, an income and two limits";
    caught(salt, |t| t.tax.federal.state_and_local_taxes.less = 1.5);
    caught(salt, |t| t.tax.federal.state_and_local_taxes.at_least = 50_000);
    caught("tax/federal.json: state_and_local_taxes: “soon” is no day", |t| {
        t.tax.federal.state_and_local_taxes.effective = "soon".into();
    });
    caught("tax/federal.json: needs a standard deduction that is the same at every income", |t| {
        t.tax.federal.income_tax.rules.remove(0);
    });
    caught(
        "tax/federal.json: needs the levies Social Security, Medicare, Additional Medicare in that order",
        |t| t.tax.federal.levies.swap(0, 1),
    );
    caught("tax/federal.json: levies: “Medicare” has a rate outside 0 to 1", |t| {
        t.tax.federal.levies[1].rate = 1.45;
    });
    caught(
        "tax/federal.json: levies: “Social Security” has a bound that is not above 0",
        |t| {
            t.tax.federal.levies[0].up_to = Some(0.0);
        },
    );
    caught("tax/federal.json: levies: “ ” is no name", |t| {
        t.tax.federal.levies[0].name = " ".into();
    });
    let day =
        "tax/federal.json: levies: “Medicare” needs the day from which it is in force, or undated";
    caught(day, |t| t.tax.federal.levies[1].effective = "soon".into());
    caught("tax/federal.json: income_tax: was confirmed on “undated”, which is no day", |t| {
        t.tax.federal.income_tax.confirmed = Some("undated".into());
    });
}

#[test]
fn every_state_is_there_once_and_in_order() {
    caught("tax/states.json: lacks WY", |t| {
        t.tax.states.pop();
    });
    caught("tax/states.json: lacks DC", |t| t.tax.states.retain(|row| row.code != "DC"));
    caught("tax/states.json: “AK” comes twice", |t| t.tax.states[1].code = "AK".into());
    caught("tax/states.json: must be in order of code", |t| t.tax.states.swap(0, 1));
    caught("tax/states.json: ZZ is not in states.csv", |t| t.tax.states[50].code = "ZZ".into());
    caught("tax/states.json: TX needs a source and rules, or neither", |t| {
        let texas = t.tax.states.iter_mut().find(|row| row.code == "TX").unwrap();
        texas.source = Some("ca-income-tax".into());
    });
    caught("tax/states.json: AL: its cliff or rebound is outside 0 to 10,000", |t| {
        t.tax.states[1].cliff = -1.0;
    });
    caught("tax/states.json: AL: was confirmed on “now”, which is no day", |t| {
        t.tax.states[1].confirmed = Some("now".into());
    });
}

#[test]
fn bands_ascend_from_nothing_at_rates_below_one() {
    caught("tax/states.json: CA, rates: its bands must begin at 0", |t| {
        *rates(t, "CA") = all(vec![[1.0, 0.1]]);
    });
    caught("tax/states.json: CA, rates: its bands must begin at 0", |t| {
        *rates(t, "CA") = all(Vec::new());
    });
    caught("tax/states.json: CA, rates: its bands must ascend", |t| {
        *rates(t, "CA") = all(vec![[0.0, 0.1], [10.0, 0.2], [10.0, 0.3]]);
    });
    caught("tax/states.json: CA, rates: the rate 9.3 is outside 0 to 1", |t| {
        *rates(t, "CA") = all(vec![[0.0, 9.3]]);
    });
    caught("tax/states.json: CA, rates: the rate -0.1 is outside 0 to 1", |t| {
        *rates(t, "CA") = all(vec![[0.0, -0.1]]);
    });
    caught("tax/states.json: CA, rates: a bound is no plain amount", |t| {
        *rates(t, "CA") = all(vec![[0.0, 0.1], [2e9, 0.2]]);
    });
    caught("tax/localities.json: Yonkers: the rate 16.75 is outside 0 to 1", |t| {
        let yonkers = t.tax.localities.iter_mut().find(|row| row.name == "Yonkers");
        yonkers.unwrap().rates = Some(all(vec![[0.0, 16.75]]));
    });
}

#[test]
fn rules_stand_in_an_order_that_makes_sense() {
    caught("tax/states.json: CA: needs rates once", |t| {
        let state = t.tax.states.iter_mut().find(|row| row.code == "CA").unwrap();
        state.rules.retain(|rule| rule.what != "rates");
    });
    caught("tax/states.json: CA: deducts after its rates", |t| {
        let state = t.tax.states.iter_mut().find(|row| row.code == "CA").unwrap();
        state.rules.rotate_left(1);
    });
    caught("tax/states.json: CA: changes a tax before its rates", |t| {
        let state = t.tax.states.iter_mut().find(|row| row.code == "CA").unwrap();
        state.rules.rotate_right(1);
    });
    let california = |t: &mut Tables| t.tax.states.iter().position(|row| row.code == "CA").unwrap();
    caught("tax/states.json: CA, : needs a name", |t| {
        let at = california(t);
        t.tax.states[at].rules[0].what = String::new();
    });
    let day = "needs the day from which it is in force, or undated";
    caught(&format!("tax/states.json: CA, standard deduction: {day}"), |t| {
        let at = california(t);
        t.tax.states[at].rules[0].effective = "2026".into();
    });
    caught(
        "tax/states.json: CA, standard deduction: can be carried from the year before only",
        |t| {
            let at = california(t);
            t.tax.states[at].rules[0].carried_from = Some(2024);
        },
    );
}

#[test]
fn amounts_are_amounts() {
    let bad = "an amount is below 0 or no plain amount";
    caught(&format!("tax/states.json: CA, standard deduction: {bad}"), |t| {
        let LawRow::Deduct(row) = rule(t, "CA", "standard deduction") else { panic!() };
        row.amount = Some(Dollars::Fixed(all(-1.0)));
    });
    caught(&format!("tax/states.json: UT, taxpayer tax credit: {bad}"), |t| {
        let LawRow::Credit { takes, .. } = rule(t, "UT", "taxpayer tax credit") else { panic!() };
        takes.per_dependent = 0.000_000_000_1;
    });
    let either = "needs an amount, fixed or by income";
    caught(&format!("tax/states.json: CA, standard deduction: {either}"), |t| {
        let LawRow::Deduct(row) = rule(t, "CA", "standard deduction") else { panic!() };
        *row = AmountRow { amount: None, ..row.clone() };
    });
    let ascend = "its table must have rows that ascend";
    caught(&format!("tax/states.json: MD, personal exemption: {ascend}"), |t| {
        let LawRow::Deduct(row) = rule(t, "MD", "personal exemption") else { panic!() };
        row.by_income.as_mut().unwrap().rows = all(vec![[5.0, 1.0], [4.0, 2.0]]);
    });
    caught("tax/states.json: OR, federal income tax paid: the rate 2 is outside 0 to 1", |t| {
        let LawRow::DeductFederalTax { share, .. } = rule(t, "OR", "federal income tax paid")
        else {
            panic!()
        };
        share.rows = all(vec![[0.0, 2.0]]);
    });
}

#[test]
fn mechanisms_have_bounds_above_nothing() {
    let bound = "a bound or step is not above 0";
    let cases: [(&str, &str, Spoil<LawRow>); 6] = [
        ("MA", "Social Security and Medicare tax paid", |law| {
            *law = LawRow::DeductFica { at_most: 0.0 };
        }),
        ("OH", "fixed amount", |law| {
            let LawRow::Lump { amount, .. } = law else { panic!() };
            *amount = 0.0;
        }),
        ("VT", "minimum tax", |law| {
            let LawRow::AtLeast { from, .. } = law else { panic!() };
            *from = -1.0;
        }),
        ("AR", "rates of high incomes", |law| {
            let LawRow::RatesOver { over, .. } = law else { panic!() };
            *over = 0.0;
        }),
        ("CT", "recapture 1", |law| {
            let LawRow::AddSteps { step, .. } = law else { panic!() };
            *step = all(0.0);
        }),
        ("NY", "recapture of lower rates", |law| {
            let LawRow::Recapture { width, .. } = law else { panic!() };
            *width = 0.0;
        }),
    ];
    for (code, what, spoil) in cases {
        caught(&format!("tax/states.json: {code}, {what}: {bound}"), |t| {
            spoil(rule(t, code, what));
        });
    }
    caught("tax/states.json: NY, recapture of lower rates: its rows must ascend from 0", |t| {
        let LawRow::Recapture { rows, .. } = rule(t, "NY", "recapture of lower rates") else {
            panic!()
        };
        *rows = all(vec![[1.0, 0.0, 5.0]]);
    });
    caught("tax/states.json: CT, personal tax credit: the rate 1.5 is outside 0 to 1", |t| {
        let LawRow::Cut(table) = rule(t, "CT", "personal tax credit") else { panic!() };
        table.rows = all(vec![[0.0, 1.5]]);
    });
    caught("tax/states.json: NE, limit: must be true, or not there", |t| {
        *rule(t, "NE", "limit") = LawRow::AtMostFederalTax(false);
    });
}

#[test]
fn adjustments_have_bounds_above_nothing() {
    use paypath::tables::AdjustRow;
    let bound = "a bound or step is not above 0";
    let cases: [(&str, &str, Spoil<AdjustRow>); 5] = [
        ("IL", "personal exemption", |row| *row = AdjustRow::ZeroAbove(all(0.0))),
        ("CO", "standard deduction", |row| {
            let AdjustRow::CapFrom { start, .. } = row else { panic!() };
            *start = all(0.0);
        }),
        ("SC", "standard deduction", |row| {
            let AdjustRow::Linear { width, .. } = row else { panic!() };
            *width = all(0.0);
        }),
        ("AL", "standard deduction", |row| {
            let AdjustRow::Steps { step, .. } = row else { panic!() };
            *step = all(0.0);
        }),
        ("RI", "standard deduction", |row| {
            let AdjustRow::StepFraction { step, .. } = row else { panic!() };
            *step = all(0.0);
        }),
    ];
    for (code, what, spoil) in cases {
        caught(&format!("tax/states.json: {code}, {what}: {bound}"), |t| {
            let LawRow::Deduct(row) = rule(t, code, what) else { panic!() };
            spoil(&mut row.then[0]);
        });
    }
    caught("tax/states.json: WI, standard deduction: its bands must ascend", |t| {
        let LawRow::Deduct(row) = rule(t, "WI", "standard deduction") else { panic!() };
        let AdjustRow::Marginal { rates, .. } = &mut row.then[0] else { panic!() };
        *rates = all(vec![[5.0, 0.1], [5.0, 0.2]]);
    });
}

#[test]
fn localities_lie_in_states_that_tax_what_they_tax() {
    let adams = "tax/localities.json: Adams County, IN:";
    let locality = |t: &mut Tables, spoil: fn(&mut tables::LocalityRow)| {
        spoil(t.tax.localities.iter_mut().find(|row| row.name == "Adams County, IN").unwrap());
    };
    caught(&format!("{adams} lies in a state that is not in tax/states.json"), |t| {
        locality(t, |row| row.state = "PR".into());
    });
    caught(&format!("{adams} is levied on an income that its state does not tax"), |t| {
        locality(t, |row| row.state = "TX".into());
    });
    caught(&format!("{adams} needs rates or a flat amount"), |t| {
        locality(t, |row| row.flat = 5.0);
    });
    caught(&format!("{adams} needs a name and the name of its tax"), |t| {
        locality(t, |row| row.tax = "a\tb".into());
    });
    caught(&format!("{adams} its cliff is outside 0 to 10,000"), |t| {
        locality(t, |row| row.cliff = Some(f64::NAN));
    });
    caught(&format!("{adams} needs the day from which it is in force, or undated"), |t| {
        locality(t, |row| row.effective.clear());
    });
    caught("tax/localities.json: must be in order of state and name", |t| {
        t.tax.localities.swap(0, 1);
    });
    caught("tax/localities.json: “Denver, CO” comes twice", |t| {
        t.tax.localities[1].name = "Denver, CO".into();
    });
    caught("tax/localities.json: has more than 255 rows", |t| {
        let rows = t.tax.localities.clone();
        t.tax.localities.extend(rows);
    });
}

#[test]
fn contributions_have_limits_and_taxes_that_they_lower() {
    caught("tax/pretax.json: needs retirement, health, hsa in that order", |t| {
        t.tax.pretax.swap(0, 1);
    });
    caught("tax/pretax.json: health: needs a name, what it lowers and since when", |t| {
        t.tax.pretax[1].lowers.retain(|tax| *tax == Lowered::Medicare);
        t.tax.pretax[1].lowers.clear();
    });
    caught("tax/pretax.json: retirement: XX is not in tax/states.json", |t| {
        t.tax.pretax[0].except[0].state = "XX".into();
    });
    caught(
        "tax/pretax.json: retirement: the limit “under 50” needs an amount and for whom",
        |t| t.tax.pretax[0].limits[0].amount = 0,
    );
    caught("tax/pretax.json: retirement: “60 to 63” is on top of no limit", |t| {
        t.tax.pretax[0].limits[2].on_top_of = Some("nothing".into());
    });
    caught("tax/pretax.json: hsa: was confirmed on “yes”, which is no day", |t| {
        t.tax.pretax[2].limits[0].confirmed = Some("yes".into());
    });
}

#[test]
fn every_figure_has_a_reference_and_every_reference_a_figure() {
    caught("tax/references.json: lacks “ca-income-tax”, which a tax names", |t| {
        t.tax.references.remove("ca-income-tax");
    });
    caught("tax/references.json: “more” is named by no tax", |t| {
        let rows = t.tax.references["ca-income-tax"].clone();
        t.tax.references.insert("more".into(), rows);
    });
    caught("tax/references.json: “ca-income-tax” has no reference", |t| {
        t.tax.references.get_mut("ca-income-tax").unwrap().clear();
    });
    let needs = "needs a title and an https address in each reference";
    caught(&format!("tax/references.json: “ca-income-tax” {needs}"), |t| {
        t.tax.references.get_mut("ca-income-tax").unwrap()[0].url = "http://ftb.ca.gov/".into();
    });
    caught("tax/references.json: has 255 sources or more", |t| {
        let rows = t.tax.references["ca-income-tax"].clone();
        t.tax.references.extend((0..255).map(|at| (at.to_string(), rows.clone())));
    });
}

#[test]
fn what_is_left_out_is_said_of_what_exists() {
    caught("tax/left_out.json: “credits” comes twice", |t| {
        t.tax.left_out[0].id = "credits".into();
    });
    caught("tax/left_out.json: credits: says nothing, or holds a tab or a line's end", |t| {
        t.tax.left_out[1].text = "a\nb".into();
    });
    caught("tax/left_out.json: wages-only: XX is not in tax/states.json", |t| {
        t.tax.left_out[0].states.push("XX".into());
    });
    caught("tax/left_out.json: wages-only: Atlantis is not in tax/localities.json", |t| {
        t.tax.left_out[0].localities.push("Atlantis".into());
    });
    caught("tax/left_out.json: must tell that everybody in MD owes a county tax", |t| {
        t.tax.left_out.retain(|row| row.when != When::NoLocality);
    });
}

#[test]
fn localities_of_metros_lie_there() {
    let row = "tax/metro_localities.csv, row 2, column";
    caught("tax/metro_localities.csv: the metro 1 is not in metros.csv", |t| {
        t.tax.metros[0].cbsa = 1;
    });
    caught(&format!("{row} locality: is not in tax/localities.json"), |t| {
        t.tax.metros[0].locality = "Atlantis".into();
    });
    caught(&format!("{row} locality: lies in a state that the metro's title does not name"), |t| {
        t.tax.metros[0].cbsa = 10180;
    });
    caught(&format!("{row} confirmed: is not a day like 2026-11-20, nor empty"), |t| {
        t.tax.metros[0].confirmed = "yes".into();
    });
    caught(&format!("{row} first_city: is neither yes nor empty"), |t| {
        t.tax.metros[0].first_city = "no".into();
    });
    caught(
        "tax/metro_localities.csv, row 3, column first_city: is yes for two localities of one metro",
        |t| t.tax.metros[0].first_city = "yes".into(),
    );
    caught(
        "tax/metro_localities.csv, row 3: the key (12580, \"Anne Arundel County, MD\") comes twice",
        |t| t.tax.metros[1].locality = t.tax.metros[0].locality.clone(),
    );
}

/// A status that is missing, a name that is misspelt and an unknown rule are told when read.
#[test]
fn laws_that_cannot_be_read_are_told() {
    let data = data();
    let swaps = [
        ("tax/states.json", "\"joint\"", "\"couple\""),
        ("tax/states.json", "\"deduct\"", "\"subtract\""),
        ("tax/states.json", "\"rounding\": \"up\"", "\"rounding\": \"away\""),
        ("tax/states.json", "\"per_dependent\"", "\"per_child\""),
        ("tax/federal.json", "\"up_to\"", "\"upto\""),
        ("tax/localities.json", "\"state_taxable_income\"", "\"income\""),
        ("tax/metro_localities.csv", "12580", "Baltimore"),
    ];
    for (spoilt, from, to) in swaps {
        let read = |file: &str| {
            let text = fs::read_to_string(data.join(file))?;
            assert!(file != spoilt || text.contains(from), "{from}");
            Ok(if file == spoilt { text.replacen(from, to, 1) } else { text })
        };
        let faults = tables::read_with(&read).unwrap_err();
        assert!(faults.iter().all(|fault| fault.file == spoilt), "{faults:?}");
        assert!(faults[0].row.is_some(), "{faults:?}");
    }
}
