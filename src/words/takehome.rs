//! Take-home pay on the pages: headings, labels, and its findings as sentences. Amounts that follow
//! from an estimate are rounded as the estimate is; what follows from a typed amount is to the dollar.

use super::tax::{contribution, limits, percent, state_name};
use super::{about, exact};
use crate::money::{Cents, Money, Range};
use crate::tax::{Contribution, GivenError, Place, Status, Tables, Takehome, Texts};

/// Heading of the part.
pub const HEADING: &str = "Take-home pay";
/// Beside the heading, while it is closed.
pub const SUMMARY: &str = "What taxes leave of it";
/// While its program is on its way.
pub const COMING: &str = "Getting the taxes …";
/// Where its program cannot be had.
pub const FAILED: &str = "The taxes could not be loaded. Check your connection.";
/// Where scripts are off.
pub const NO_SCRIPT: &str =
    "Taxes are worked out by a program on your device, and scripts are off in this browser.";
/// Label of how somebody files.
pub const STATUS: &str = "You file as";
/// Label of the place.
pub const AREA: &str = "You live and work in";
/// Hint of the place.
pub const AREA_HINT: &str = "Taxes differ within this metro area";
/// Heading of the lines.
pub const LINES: &str = "Line by line";
/// Heads of the columns.
pub const HEADS: [&str; 3] = ["Line", "A year", "Of pay"];
/// Heading of what is left out.
pub const LEFT_OUT: &str = "What counts, and what is left out";
/// The choice of no state.
pub const NO_STATE: &str = "Federal taxes only";
/// Said with no state's taxes.
pub const FEDERAL_ONLY: &str =
    "Only federal taxes are counted here: those of states and cities come on top.";
/// Before a source.
pub const FROM: &str = "From ";
/// Contributions are more than the pay.
pub const GIVEN_TOO_MUCH: &str = "Together you give more than you earn, so it counts up to the pay. Enter less to see what is left.";
/// What is taxed in the calculator: the first line, and what the bar shows.
pub const BASE: &str = "Base pay";
/// What is taxed in an offer.
pub const ALL_PAY: &str = "All pay of a usual year";
/// In place of figures where the law is another.
pub const NO_TAXES: &str = "We have no taxes for Puerto Rico, which has a law of its own: no federal income tax falls on wages earned there.";

/// How somebody files, as a choice.
pub const fn filing(status: Status) -> &'static str {
    match status {
        Status::Single => "Single",
        Status::Joint => "Married, filing jointly, one income",
        Status::Household => "Head of household",
    }
}

/// Label of a contribution.
pub fn given(texts: &Texts, kind: Contribution) -> String {
    let name = contribution(texts, kind);
    match kind {
        Contribution::Retirement => format!("{name} contribution"),
        Contribution::Health => "Health insurance premium".to_owned(),
        Contribution::Hsa => format!("{}{} (HSA)", name[..1].to_uppercase(), &name[1..]),
    }
}

/// Hint of a contribution: its limits.
pub fn given_hint(texts: &Texts, kind: Contribution) -> String {
    limits(texts, kind).unwrap_or_else(|| "What your employer takes from pay for it.".to_owned())
}

/// What is wrong with a contribution, and what to do.
pub fn given_error(error: GivenError) -> String {
    match error {
        GivenError::NotAnAmount => {
            "Enter dollars a year, like 6,000 or 6k, or leave it empty. It counts as nothing."
                .to_owned()
        }
        GivenError::TooMuch { most } => {
            format!(
                "The law lets nobody give more than {} a year. Enter less. It counts as nothing.",
                exact(most)
            )
        }
    }
}

/// A place that taxes tell apart: `New York City`, `Elsewhere in New York`, `New Jersey`.
pub fn area(tables: &Tables, texts: &Texts, place: Place, cbsa: u32) -> String {
    match place {
        Place::Country => NO_STATE.to_owned(),
        Place::State(id) if tables.has_localities(cbsa, id) => {
            format!("Elsewhere in {}", state_name(tables, id))
        }
        Place::State(id) => state_name(tables, id).to_owned(),
        Place::Locality(id) => texts.locality(id).to_owned(),
    }
}

/// What is left of an estimate's middle: `about $104,000`.
pub fn middle(kept: Cents) -> String {
    about(kept.rounded())
}

/// Of what: `of the middle, $150,000, filing as: single, in New York City`.
pub fn middle_of(wage: Money, area: &str, status: Status) -> String {
    format!("a year is left of the middle, {}. {}, {area}.", exact(wage), filing(status))
}

/// A month and two weeks of what is left of an estimate.
pub fn often(kept: Cents) -> String {
    let part = |parts: i64| exact(Cents::new(kept.whole() / parts).rounded().rounded(100));
    format!("About {} a month, or {} every two weeks.", part(12), part(26))
}

/// What is left of the likely range.
pub fn likely(kept: Range) -> String {
    format!("Of the likely range, {} to {} is left.", about(kept.low), about(kept.high))
}

/// What is left, at the country's average prices.
pub fn real(worth: Money) -> String {
    format!("At the country’s average prices that would be worth {}.", about(worth))
}

/// What is left of an offer, to the dollar.
pub fn offer(pay: Money, kept: Cents) -> String {
    let part = |parts: i64| exact(Cents::new(kept.whole() / parts).rounded());
    format!(
        "Your offer of {} leaves {} a year: {} a month, or {} every two weeks.",
        exact(pay),
        exact(kept.rounded()),
        part(12),
        part(26)
    )
}

/// Rates: of all pay, and of the next dollars.
pub fn rates(answer: &Takehome) -> String {
    format!(
        "Taxes take {} of all pay (the effective rate) and {} of the next $100 (the marginal rate).",
        percent(answer.effective),
        percent(answer.marginal)
    )
}

/// Caption of the lines.
pub fn caption(pay: &str, wage: Money) -> String {
    format!("{LINES}. {pay}: {}", exact(wage))
}

/// What the bar shows.
pub fn goes(pay: &str) -> String {
    format!("{pay}, and where it goes")
}

/// What the bar shows, in a sentence.
pub fn bar(wage: Money, kept: Cents, taxes: Cents) -> String {
    format!(
        "Of {}, {} goes in taxes and {} is left. The table below has every part.",
        exact(wage),
        exact(taxes.rounded()),
        exact(kept.rounded())
    )
}

/// Who published a tax year's amounts is told line by line; this says which year it is.
pub fn year(tables: &Tables) -> String {
    format!("Taxes of {}, for wages alone, with the standard deduction.", tables.year)
}
