//! More metros and roles than there are, made of those that are: for `cargo xtask growth`, which
//! measures what more data would cost, and for nothing that visitors get. A copy differs from its
//! model as two true ones differ: its name is spelt with other letters, and its pay is up to a tenth
//! higher or lower, so that it compresses no better.

use super::{CityRow, MetroRow, PlaceNameRow, RoleModel, RolePageRow, RoleRow, Tables, WageRow};
use std::collections::BTreeMap;

/// Most copies: letters differ in each.
pub const MOST: u32 = 20;

/// New CBSA codes by the true one: of itself, then of its copies.
type Codes = BTreeMap<u32, Vec<u32>>;

/// Makes every metro and every role this many, itself among them. Occupations, skills and the words of
/// pages stay; what other tables say of a metro or a role they say of each copy.
///
/// # Panics
/// Where there are none or more than [`MOST`] to make, and with tables in which
/// [`super::check()`] finds a fault.
pub fn grow(tables: &mut Tables, times: u32) {
    assert!((1..=MOST).contains(&times), "from 1 to {MOST} times");
    let codes = metros(tables, times);
    places(tables, times, &codes);
    pay(tables, times, &codes);
    roles(tables, times, &codes);
}

fn metros(tables: &mut Tables, times: u32) -> Codes {
    let mut code = 10_000;
    let mut codes = Codes::new();
    let mut metros = Vec::new();
    for row in &tables.metros {
        for copy in 0..times {
            // As far apart as codes may be packed, and not evenly.
            code += 10 * (1 + (mixed(&[row.cbsa, copy]) % 12) as u32);
            codes.entry(row.cbsa).or_default().push(code);
            metros.push(MetroRow { cbsa: code, title: respelt(&row.title, copy), ..row.clone() });
        }
    }
    tables.metros = metros;
    codes
}

fn places(tables: &mut Tables, times: u32, codes: &Codes) {
    tables.cities = each(&tables.cities, times, |row, copy| CityRow {
        city: respelt(&row.city, copy),
        cbsa: codes[&row.cbsa][copy as usize],
        ..row.clone()
    });
    tables.place_names = each(&tables.place_names, times, |row, copy| PlaceNameRow {
        name: respelt(&row.name, copy),
        cbsa: codes[&row.cbsa][copy as usize],
        ..row.clone()
    });
    for row in &mut tables.listed.cities {
        row.cbsa = codes[&row.cbsa][0];
    }
    for row in &mut tables.tax.metros {
        row.cbsa = codes[&row.cbsa][0];
    }
}

fn pay(tables: &mut Tables, times: u32, codes: &Codes) {
    tables.wages = each(&tables.wages, times, |row, copy| {
        let cbsa = row.cbsa.expect("every row of the metro table is of a metro");
        let part = near_one(&[cbsa, copy, row.row as u32]);
        WageRow {
            cbsa: Some(codes[&cbsa][copy as usize]),
            pay: row.pay.map(|pay| match pay {
                super::Figure::Value(pay) => super::Figure::Value(scaled(pay, part)),
                other => other,
            }),
            ..row.clone()
        }
    });
    for history in [&mut tables.medians, &mut tables.employment] {
        let old = std::mem::take(history);
        for ((cbsa, occupation), years) in old {
            for &code in &codes[&cbsa] {
                history.insert((code, occupation.clone()), years.clone());
            }
        }
    }
}

fn roles(tables: &mut Tables, times: u32, codes: &Codes) {
    tables.roles = each(&tables.roles, times, |row, copy| RoleRow {
        id: respelt(&row.id, copy),
        title: respelt(&row.title, copy),
        aliases: row.aliases.iter().map(|alias| respelt(alias, copy)).collect(),
        ..row.clone()
    });
    tables.content.roles = each(&tables.content.roles, times, |row, copy| RolePageRow {
        role: respelt(&row.role, copy),
        ..row.clone()
    });
    tables.model.roles = each(&tables.model.roles, times, |row, copy| {
        let part = near_one(&[row.rows, copy]);
        RoleModel {
            role: respelt(&row.role, copy),
            score: row.score * part,
            places: row
                .places
                .iter()
                .map(|(cbsa, share)| (codes[cbsa][copy as usize], *share))
                .collect(),
            country: row.country.iter().map(|pay| pay.map(|pay| scaled(pay, part))).collect(),
            ..row.clone()
        }
    });
}

/// Every row and its copies, beside each other.
fn each<T>(rows: &[T], times: u32, copy: impl Fn(&T, u32) -> T) -> Vec<T> {
    rows.iter().flat_map(|row| (0..times).map(|at| copy(row, at)).collect::<Vec<_>>()).collect()
}

fn scaled(pay: u32, part: f64) -> u32 {
    (f64::from(pay) * part / 10.0).round() as u32 * 10
}

/// From 0.9 to 1.1, always the same for the same numbers; 1 for what is no copy.
fn near_one(numbers: &[u32]) -> f64 {
    if numbers[1] == 0 { 1.0 } else { 0.9 + (mixed(numbers) % 2001) as f64 / 10_000.0 }
}

/// Numbers mixed to one (FNV-1a, and the end of `SplitMix64`).
fn mixed(numbers: &[u32]) -> u64 {
    let bytes = numbers.iter().flat_map(|number| number.to_le_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash ^ (hash >> 31)
}

/// The name of a copy: vowels and consonants stand for others, states as they are.
fn respelt(name: &str, copy: u32) -> String {
    let (name, state) =
        name.rsplit_once(", ").map_or((name, None), |(name, state)| (name, Some(state)));
    let other = |letter: char| {
        let small = letter.to_ascii_lowercase();
        let of = ["aeiou", "bcdfghjklmnpqrstvwxyz"].into_iter().find(|of| of.contains(small));
        let Some((of, at)) = of.and_then(|of| Some((of, of.find(small)?))) else { return letter };
        let new = char::from(of.as_bytes()[(at + copy as usize) % of.len()]);
        if letter.is_ascii_uppercase() { new.to_ascii_uppercase() } else { new }
    };
    let name: String = name.chars().map(other).collect();
    match state {
        Some(state) => format!("{name}, {state}"),
        None => name,
    }
}
