//! Typed offers and moves to such as can be worked out, or everything that is wrong with them.

use super::{Field, Move, Moving, Offer, Part, Typed, areas};
use crate::dataset::Dataset;
use crate::finder::{Finder, Place};
use crate::money::Money;
use crate::offer::parse;
use crate::profile::{self, Experience, FieldError, Profile, Years};
use crate::tax::{Contribution, GivenError, Place as Area, Status, Tables, Texts, area_id, given};

/// More dollars than this in one part of an offer are not answered.
const MOST: Money = Money::dollars(10_000_000);

/// Why a text is no amount of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// No amount of dollars, nor a part of base where that is one.
    NotAnAmount,
    /// No bonus: neither dollars nor a part of base, or a number that could be either.
    NotABonus,
    /// More than is answered.
    TooMuch {
        /// The most.
        most: Money,
    },
    /// No percent from 0 to 100.
    NotAPercent,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferError {
    /// Job, city or years.
    Field(FieldError),
    /// Base pay.
    Base(crate::offer::OfferError),
    /// Another amount.
    Amount(AmountError),
    /// A contribution.
    Given(GivenError),
    /// Contributions are more than a usual year pays.
    GivenTooMuch,
    /// The taxes of the place are not known.
    NoTaxes,
}

/// Reads an offer.
///
/// # Errors
/// Everything that is wrong with it, in the order of its fields.
pub fn offer(
    finder: &Finder,
    tables: &Tables,
    texts: &Texts,
    typed: &Typed,
) -> Result<Offer, Vec<(Field, OfferError)>> {
    let mut errors = Vec::new();
    let mut keep = |field: Field, error: OfferError| errors.push((field, error));
    let role = profile::role(finder, typed.get(Field::Role))
        .map_err(|error| keep(Field::Role, OfferError::Field(error)));
    let place = profile::place(finder, typed.get(Field::City))
        .map_err(|error| keep(Field::City, OfferError::Field(error)));
    let years = match typed.get(Field::Years).trim() {
        "" => Ok(Years::NONE),
        years => {
            profile::years(years).map_err(|error| keep(Field::Years, OfferError::Field(error)))
        }
    };
    let base =
        parse(typed.get(Field::Base)).map_err(|error| keep(Field::Base, OfferError::Base(error)));
    // A percent is right or wrong whatever the base is.
    let whole = base.unwrap_or(Money::dollars(100));
    let bonus = bonus(typed.get(Field::Bonus), whole)
        .map_err(|error| keep(Field::Bonus, OfferError::Amount(error)))
        .unwrap_or_default();
    let amount = |field: Field| {
        let read = amount(typed.get(field), Money::default());
        read.map_err(|error| keep(field, OfferError::Amount(error))).unwrap_or_default()
    };
    let [sign_on, equity] = [Field::SignOn, Field::Equity].map(amount);
    let discount = percent(typed.get(Field::Discount));
    let discount = discount.map_err(|error| keep(Field::Discount, OfferError::Amount(error)));
    let fields = [Field::Retirement, Field::Health, Field::Hsa];
    let given = Contribution::ALL.map(|kind| {
        let field = fields[kind as usize];
        let read = given(texts, kind, typed.get(field));
        read.map_err(|error| keep(field, OfferError::Given(error))).unwrap_or_default()
    });
    let area = place.ok().map(|place| area(tables, texts, place, typed.get(Field::Area)));
    if area == Some(None) {
        errors.push((Field::City, OfferError::NoTaxes));
    }
    let (Ok(role), Ok(place), Some(Some(area)), Ok(years), Ok(base), Ok(discount), []) =
        (role, place, area, years, base, discount, &errors[..])
    else {
        return Err(errors);
    };
    let offer = Offer {
        profile: Profile { role, place, experience: Experience::Years(years), education: None },
        remote: typed.is_remote(),
        area,
        base,
        bonus,
        sign_on,
        equity,
        discount,
        given,
    };
    let sum: i64 = given.iter().map(|one| i64::from(one.whole())).sum();
    if sum > i64::from(offer.usual_total().whole()) {
        let first = given.iter().position(|one| one.whole() > 0).unwrap_or(0);
        return Err(vec![(fields[first], OfferError::GivenTooMuch)]);
    }
    Ok(offer)
}

/// The place with this id among those that taxes tell apart, or the usual one; none where no taxes are
/// known.
fn area(tables: &Tables, texts: &Texts, place: Place, chosen: &str) -> Option<Area> {
    let areas = areas(Dataset::embedded(), tables, place);
    let found = areas.iter().find(|&&area| area_id(tables, texts, area) == chosen);
    found.or(areas.first()).copied()
}

/// Dollars; nothing typed is none. A percent is a part of `whole`, where that is more than nothing.
fn amount(typed: &str, whole: Money) -> Result<Money, AmountError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Money::default());
    }
    let read = match typed.strip_suffix('%') {
        Some(part) if whole.whole() > 0 => {
            let part = hundredths(part).ok_or(AmountError::NotAnAmount)?;
            let dollars = i64::from(whole.whole()).saturating_mul(part) / 10_000;
            Money::dollars(i32::try_from(dollars).unwrap_or(i32::MAX))
        }
        _ => Money::parse(typed).map_err(|_| AmountError::NotAnAmount)?,
    };
    if read > MOST { Err(AmountError::TooMuch { most: MOST }) } else { Ok(read) }
}

/// A bonus. A bare number that could be a percent is refused: as dollars nobody would name it.
fn bonus(typed: &str, whole: Money) -> Result<Money, AmountError> {
    match amount(typed, whole) {
        Err(AmountError::NotAnAmount) => Err(AmountError::NotABonus),
        Ok(read) if !typed.contains('%') && (1..=100).contains(&read.whole()) => {
            Err(AmountError::NotABonus)
        }
        read => read,
    }
}

/// A percent up to 100 as hundredths of it, with its sign or without; nothing typed is none.
fn percent(typed: &str) -> Result<u16, AmountError> {
    let typed = typed.trim().trim_end_matches('%').trim_end();
    if typed.is_empty() {
        return Ok(0);
    }
    let part = hundredths(typed).filter(|&part| part <= 10_000);
    part.and_then(|part| part.try_into().ok()).ok_or(AmountError::NotAPercent)
}

/// A plain number with up to two digits behind its point, in hundredths: `12.5` is 1,250.
fn hundredths(typed: &str) -> Option<i64> {
    let (whole, part) = typed.trim().split_once('.').unwrap_or((typed.trim(), ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 2 || whole.len() + part.len() == 0 {
        return None;
    }
    [whole, part, &"00"[part.len()..]].concat().parse().ok()
}

/// Reads a move.
///
/// # Errors
/// Everything that is wrong with it, in the order of its fields.
pub fn moving(
    finder: &Finder,
    tables: &Tables,
    texts: &Texts,
    status: Status,
    typed: &Moving,
) -> Result<Move, Vec<(Part, OfferError)>> {
    let mut errors = Vec::new();
    let wage = parse(typed.get(Part::Wage));
    let wage = wage.map_err(|error| errors.push((Part::Wage, OfferError::Base(error))));
    let mut place = |part: Part| {
        let read = profile::place(finder, typed.get(part));
        read.map_err(|error| errors.push((part, OfferError::Field(error))))
    };
    let (here, there) = (place(Part::From), place(Part::To));
    let (Ok(wage), Ok(here), Ok(there)) = (wage, here, there) else { return Err(errors) };
    let mut at = |place, part, of| {
        let area = area(tables, texts, place, typed.get(of));
        area.ok_or_else(|| errors.push((part, OfferError::NoTaxes))).map(|area| (place, area))
    };
    let here = at(here, Part::From, Part::FromArea);
    let there = at(there, Part::To, Part::ToArea);
    let (Ok(here), Ok(there)) = (here, there) else { return Err(errors) };
    Ok(Move { wage, status, here, there })
}
