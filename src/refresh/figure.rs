//! One published cell: a number or one of the marks that BLS prints in its place.
//! A mark is never read as a number; a cell that is neither is an error.

use std::fmt;

/// What a cell holds, which settles its range and the marks it may bear.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Jobs: whole, or `**`.
    Employment,
    /// Location quotient: a decimal, or `**`.
    Quotient,
    /// Dollars a year: whole, or `*`, or `#`.
    Pay,
}

/// A published figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Figure {
    Number(f64),
    /// `*`: the wage is not published.
    PayNotPublished,
    /// `**`: employment is not published.
    EmploymentNotPublished,
    /// `#`: at or above the highest wage that is published.
    TopCoded,
}

impl Figure {
    /// A number to compare with; a top-coded wage is above all others.
    pub(super) fn rank(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::TopCoded => Some(f64::INFINITY),
            Self::PayNotPublished | Self::EmploymentNotPublished => None,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::PayNotPublished => f.write_str("*"),
            Self::EmploymentNotPublished => f.write_str("**"),
            Self::TopCoded => f.write_str("#"),
        }
    }
}

/// Reads a cell; the error says what is wrong and what to do.
pub(super) fn read(text: &str, kind: Kind) -> Result<Figure, String> {
    let figure = match (text, kind) {
        ("", _) => return Err("is empty; write the figure or BLS's mark for it".to_owned()),
        ("*", Kind::Pay) => Figure::PayNotPublished,
        ("#", Kind::Pay) => Figure::TopCoded,
        ("**", Kind::Employment | Kind::Quotient) => Figure::EmploymentNotPublished,
        ("*" | "**" | "#", _) => return Err(format!("the mark {text} does not belong here")),
        _ => Figure::Number(number(text).ok_or_else(|| unreadable(text))?),
    };
    match figure {
        Figure::Number(number) if !fits(number, kind) => Err(unlikely(text, kind)),
        _ => Ok(figure),
    }
}

fn unreadable(text: &str) -> String {
    format!("\"{text}\" is not a number nor a mark (*, **, #); copy the cell from the source again")
}

fn unlikely(text: &str, kind: Kind) -> String {
    let wanted = match kind {
        Kind::Employment => "a whole number of jobs",
        Kind::Quotient => "a location quotient between 0 and 1,000",
        Kind::Pay => "a whole yearly wage between 5,000 and 2,000,000 dollars",
    };
    format!("{text} is not {wanted}; check that the column is the right one")
}

fn fits(number: f64, kind: Kind) -> bool {
    let (range, whole) = match kind {
        Kind::Employment => (0.0..=400_000_000.0, true),
        Kind::Quotient => (0.0..=1_000.0, false),
        Kind::Pay => (5_000.0..=2_000_000.0, true),
    };
    range.contains(&number) && (!whole || number.fract() == 0.0)
}

/// A plain decimal, with or without thousands separators in the right places.
pub(super) fn number(text: &str) -> Option<f64> {
    let whole = text.split('.').next()?.trim_start_matches('-');
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    let right =
        groups.all(|group| group.len() == 3) && (!grouped || (1..=3).contains(&first.len()));
    let plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b'-'));
    if !right || !plain {
        return None;
    }
    text.replace(',', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Figure, Kind, number, read};

    #[test]
    fn numbers_with_and_without_separators() {
        assert_eq!(number("1,234,560"), Some(1_234_560.0));
        assert_eq!(number("0.38"), Some(0.38));
        for bad in ["12,34", "1,2345", ",100", "1e5", "inf", "NaN", "12k", "1.2.3", "$5", ""] {
            assert_eq!(number(bad), None, "{bad}");
        }
    }

    #[test]
    fn marks_belong_to_their_columns() {
        assert_eq!(read("*", Kind::Pay), Ok(Figure::PayNotPublished));
        assert_eq!(read("#", Kind::Pay), Ok(Figure::TopCoded));
        assert_eq!(read("**", Kind::Quotient), Ok(Figure::EmploymentNotPublished));
        assert!(read("**", Kind::Pay).is_err());
        assert!(read("#", Kind::Employment).is_err());
    }

    #[test]
    fn a_wage_by_the_hour_is_refused() {
        assert!(read("57.8", Kind::Pay).is_err());
        assert!(read("-100000", Kind::Pay).is_err());
    }
}
