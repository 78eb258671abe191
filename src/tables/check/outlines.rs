//! The outlines are two paths that stay within the box of the map.

use super::super::{Fault, Tables};

const FILE: &str = "outlines.csv";
/// The paths there must be, in order.
const PARTS: [&str; 2] = ["borders", "land"];
/// The box of `map::WIDTH` by `map::HEIGHT`, which this layer does not use.
const BOX: [i32; 2] = [975, 610];

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    let parts: Vec<&str> = tables.outlines.iter().map(|row| row.part.as_str()).collect();
    if parts != PARTS {
        faults.push(Fault::file(FILE, "must hold borders and land, once each, in that order"));
    }
    for (index, row) in tables.outlines.iter().enumerate() {
        if let Err(problem) = walk(&row.d) {
            faults.push(Fault::cell(FILE, index + 2, "d", problem));
        }
    }
}

/// Follows a path of `M`, `l` and `z` with whole numbers.
fn walk(d: &str) -> Result<(), String> {
    let mut at = [0, 0];
    let mut rest = d;
    if !d.starts_with('M') {
        return Err("is no path: it begins with M".to_owned());
    }
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic()).map_or(rest.len(), |e| e + 1);
        // ASCII letters begin and end it, so that the cuts are between characters.
        let numbers = rest.get(1..end).and_then(numbers).filter(|n| n.len() % 2 == 0);
        let fits = numbers.as_ref().is_some_and(|numbers| match command {
            'M' => numbers.len() == 2,
            'l' => !numbers.is_empty(),
            'z' => numbers.is_empty(),
            _ => false,
        });
        let Some(numbers) = numbers.filter(|_| fits) else {
            return Err(format!("“{}” is not M, l or z with whole numbers", &rest[..end]));
        };
        if command == 'M' {
            at = [0, 0];
        }
        for step in numbers.chunks_exact(2) {
            at = [at[0] + step[0], at[1] + step[1]];
            if !(0..=BOX[0]).contains(&at[0]) || !(0..=BOX[1]).contains(&at[1]) {
                return Err(format!("leaves the box at {} {}", at[0], at[1]));
            }
        }
        rest = &rest[end..];
    }
    Ok(())
}

/// Numbers by a space or by the sign of the next.
fn numbers(text: &str) -> Option<Vec<i32>> {
    let apart = text.replace('-', " -");
    let number = |part: &str| part.parse().ok().filter(|n: &i32| n.unsigned_abs() < 10_000);
    apart.split_ascii_whitespace().map(number).collect()
}
