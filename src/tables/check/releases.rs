//! Releases: the latest first, each on its own day, with something to say.

use super::super::{Fault, Tables};

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    const FILE: &str = "releases.json";
    if tables.releases.is_empty() {
        faults.push(Fault::file(FILE, "has no release"));
    }
    for release in &tables.releases {
        if !is_day(&release.date) {
            let message = format!("“{}” is not a day like 2026-11-20", release.date);
            faults.push(Fault::file(FILE, message));
        }
        let says = |text: &String| !text.trim().is_empty();
        if !says(&release.title) || release.changes.is_empty() || !release.changes.iter().all(says)
        {
            let message = format!("{} needs a title and what changed", release.date);
            faults.push(Fault::file(FILE, message));
        }
    }
    if !tables.releases.is_sorted_by(|one, next| one.date > next.date) {
        faults.push(Fault::file(FILE, "must be in order, the latest first, one a day"));
    }
}

/// Whether a text is a day like 2026-11-20, of this century.
pub fn is_day(text: &str) -> bool {
    text.starts_with("20") && is_date(text)
}

/// Whether a text is a day since 1900, as laws have, or `undated`.
pub(super) fn is_date(text: &str) -> bool {
    if text == "undated" {
        return true;
    }
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, length: usize| {
        let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| digits)
    };
    let [year, month, day] = parts[..] else { return false };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1900..2100).contains(&year) && (1..=last).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_day};

    #[test]
    fn days() {
        for day in ["2026-11-20", "2024-02-29", "2026-01-31"] {
            assert!(is_day(day), "{day}");
        }
        for day in ["2026-02-29", "2026-11-31", "2026-13-01", "2026-1-1", "20 Nov 2026", ""] {
            assert!(!is_day(day) && !is_date(day), "{day}");
        }
        for date in ["1983-01-01", "2026-07-01", "undated"] {
            assert!(is_date(date), "{date}");
        }
        assert!(!is_day("1983-01-01") && !is_day("undated") && !is_date("1899-12-31"));
    }
}
