//! Offers side by side: totals, what cannot be read, files and links; and moves, there and back.

#![cfg(all(feature = "native", not(target_arch = "wasm32")))]
#![allow(missing_docs)]

use paypath::dataset::Dataset;
use paypath::finder::{Finder, Place};
use paypath::money::{Cents, Money};
use paypath::offers::typed::{file, from_file, from_query, query};
use paypath::offers::{
    AmountError, Field, Move, Moving, Offer, OfferError, Part, Typed, areas, moving, needed, offer,
};
use paypath::tax::{Question, Status, Tables, Texts, area_id, take_home};
use paypath::words::offers as words;
use proptest::prelude::*;
use std::sync::OnceLock;

fn finder() -> &'static Finder {
    static FINDER: OnceLock<Finder> = OnceLock::new();
    FINDER.get_or_init(|| Finder::new(Dataset::embedded()))
}

fn read(typed: &Typed) -> Result<Offer, Vec<(Field, OfferError)>> {
    offer(finder(), Tables::embedded(), Texts::embedded(), typed)
}

fn seattle() -> Typed {
    Typed::default()
        .with(Field::Role, "machine-learning-engineer")
        .with(Field::City, "Seattle, WA")
        .with(Field::Years, "5")
        .with(Field::Base, "$190,000")
        .with(Field::Bonus, "10%")
        .with(Field::SignOn, "20k")
        .with(Field::Equity, "40,001")
        .with(Field::Discount, "30%")
}

#[test]
fn totals_are_what_was_typed() {
    let offer = read(&seattle()).unwrap();
    let dollars = Money::dollars;
    assert_eq!((offer.base, offer.bonus), (dollars(190_000), dollars(19_000)));
    assert_eq!(offer.equity_counted(), dollars(28_000), "30% less, to the dollar below");
    assert_eq!(offer.usual_total(), dollars(237_000));
    assert_eq!(offer.first_total(), dollars(257_000));
    let worked = offer.worked(Dataset::embedded(), Tables::embedded(), Status::Single);
    for (year, total) in [(&worked.usual, 237_000), (&worked.first, 257_000)] {
        let parts = year.kept.parts;
        assert_eq!(parts.take_home + parts.taxes(), Cents::from(dollars(total)));
        let prices = paypath::offers::prices_in(Dataset::embedded(), offer.profile.place).unwrap();
        let real = parts.take_home.dollars() * 100.0 / f64::from(prices);
        assert!((year.real.unwrap().dollars() - real).abs() < 0.01);
    }
    assert_eq!(worked.verdict.pay, offer.base, "the base alone is compared");
    let remote = read(&seattle().with(Field::Remote, "yes")).unwrap();
    assert_eq!(remote.compared().place, Place::Country);
    assert_eq!(remote.profile.place, offer.profile.place, "taxes and prices are those of the city");
    for no in ["no", "false"] {
        assert!(!read(&seattle().with(Field::Remote, no)).unwrap().remote, "{no}");
    }
}

#[test]
fn parts_of_a_percent_count() {
    let offer = read(&seattle().with(Field::Bonus, "12.5%").with(Field::Discount, "0.25")).unwrap();
    assert_eq!(offer.bonus, Money::dollars(23_750));
    assert_eq!(
        offer.equity_counted(),
        Money::dollars(39_900),
        "40,001 less a quarter of a percent"
    );
    for (field, typed) in [(Field::Bonus, "1.234%"), (Field::Bonus, ".%"), (Field::Bonus, "-5%")] {
        assert!(read(&seattle().with(field, typed)).is_err(), "{typed}");
    }
    // Fifteen what?
    for (typed, right) in [("15", false), ("100", false), ("0", true), ("101", true), ("15%", true)]
    {
        let read = read(&seattle().with(Field::Bonus, typed));
        assert_eq!(read.is_ok(), right, "{typed}");
        let error = (Field::Bonus, OfferError::Amount(AmountError::NotABonus));
        assert!(right || read.unwrap_err() == [error], "{typed}");
    }
    for typed in ["100.01", "1.234", "-1", "many"] {
        let errors = read(&seattle().with(Field::Discount, typed)).unwrap_err();
        assert_eq!(
            errors,
            [(Field::Discount, OfferError::Amount(AmountError::NotAPercent))],
            "{typed}"
        );
    }
}

#[test]
fn nobody_gives_more_than_is_paid() {
    let errors = read(&seattle().with(Field::Health, "500,000")).unwrap_err();
    assert_eq!(errors, [(Field::Health, OfferError::GivenTooMuch)]);
    assert!(words::wrong(Dataset::embedded(), &errors[0].1).contains("Enter less"));
    // What is put aside is still one's own; a premium is not.
    let giving = read(&seattle().with(Field::Retirement, "10k").with(Field::Health, "5k")).unwrap();
    let year = giving.worked(Dataset::embedded(), Tables::embedded(), Status::Single).usual;
    assert_eq!(year.given(), Cents::from(Money::dollars(15_000)));
    assert_eq!(year.own(), year.kept.parts.take_home + Cents::from(Money::dollars(10_000)));
}

#[test]
fn taxes_of_puerto_rico_are_not_made_up() {
    let errors = read(&seattle().with(Field::City, "San Juan, PR")).unwrap_err();
    assert_eq!(errors, [(Field::City, OfferError::NoTaxes)]);
    assert!(words::wrong(Dataset::embedded(), &errors[0].1).contains("Puerto Rico"));
    let typed = Moving::default()
        .with(Part::Wage, "100k")
        .with(Part::From, "Austin, TX")
        .with(Part::To, "San Juan, PR");
    let read = moving(finder(), Tables::embedded(), Texts::embedded(), Status::Single, &typed);
    assert_eq!(read.unwrap_err(), [(Part::To, OfferError::NoTaxes)]);
}

#[test]
fn letters_written_as_pairs_are_read() {
    let text = "{\"paypath\":\"offers\",\"offers\":[{\"name\":\"\\ud83d\\ude00!\",\"base\":null,\"remote\":false},\
         {\"name\":\"\\ud83dx\\ude00\"},{\"name\":\"\\ud83d\\u0041\"}]}";
    let (_, offers) = from_file(text).unwrap();
    assert_eq!(offers[0].get(Field::Name), "\u{1f600}!");
    assert_eq!(offers[0].get(Field::Base), "");
    assert!(!offers[0].is_remote());
    assert_eq!(offers[1].get(Field::Name), "\u{fffd}x\u{fffd}");
    assert_eq!(offers[2].get(Field::Name), "\u{fffd}A");
    for none in ["[{}]", "[[],1,\"x\"]", "[{\"salary\":1}]"] {
        let text = format!("{{\"paypath\":\"offers\",\"offers\":{none}}}");
        assert_eq!(from_file(&text), None, "{none}");
    }
}

#[test]
fn a_city_with_a_tax_is_the_usual_place_and_can_be_changed() {
    let (tables, texts) = (Tables::embedded(), Texts::embedded());
    let new_york = seattle().with(Field::City, "New York, NY");
    let id = |typed: &Typed| area_id(tables, texts, read(typed).unwrap().area);
    assert_eq!(id(&new_york), "new-york-city");
    assert_eq!(id(&new_york.clone().with(Field::Area, "nj")), "nj");
    assert_eq!(id(&new_york.with(Field::Area, "tx")), "new-york-city", "no place of this metro");
    assert_eq!(id(&seattle().with(Field::City, "US").with(Field::Area, "ca")), "ca");
}

/// A percent of base is no error of its own where it is base that cannot be read.
#[test]
fn a_wrong_base_marks_nothing_else() {
    for base in ["abc", ""] {
        let errors = read(&seattle().with(Field::Base, base)).unwrap_err();
        let fields: Vec<Field> = errors.iter().map(|error| error.0).collect();
        assert_eq!(fields, [Field::Base], "{base}");
    }
}

/// Every error at once, each with words that say what to do.
#[test]
fn everything_that_is_wrong_is_told() {
    let typed = seattle()
        .with(Field::City, "Atlantis")
        .with(Field::Years, "many")
        .with(Field::Base, "12")
        .with(Field::Bonus, "some")
        .with(Field::SignOn, "11000000")
        .with(Field::Equity, "-1")
        .with(Field::Discount, "101")
        .with(Field::Retirement, "90k");
    let errors = read(&typed).unwrap_err();
    let fields: Vec<Field> = errors.iter().map(|error| error.0).collect();
    let expected = [
        Field::City,
        Field::Years,
        Field::Base,
        Field::Bonus,
        Field::SignOn,
        Field::Equity,
        Field::Discount,
        Field::Retirement,
    ];
    assert_eq!(fields, expected);
    for (field, error) in &errors {
        let said = words::wrong(Dataset::embedded(), error);
        assert!(said.ends_with(['.', '?']) && said.len() > 20, "{field:?}: {said}");
    }
    assert!(errors.contains(&(Field::Discount, OfferError::Amount(AmountError::NotAPercent))));
    let percent = seattle().with(Field::Equity, "10%");
    assert!(read(&percent).is_err(), "equity is no part of base");
}

#[test]
fn a_link_tells_no_figures_unless_it_shall() {
    let offers = [seattle().with(Field::Name, "Acme & Sons"), seattle()];
    let own = Moving::default().with(Part::Wage, "150,000").with(Part::To, "Boise, ID");
    let bare = query("joint", &offers, &own, false);
    for figure in ["190", "20k", "Acme", "150", "30"] {
        assert!(!bare.contains(figure), "{figure} in {bare}");
    }
    let (status, read, moving) = from_query(&bare);
    assert_eq!((status.as_str(), read.len()), ("joint", 2));
    assert_eq!(read[0].get(Field::City), "Seattle, WA");
    assert_eq!((moving.get(Part::Wage), moving.get(Part::To)), ("", "Boise, ID"));
    let told = query("joint", &offers, &own, true);
    assert_eq!(from_query(&told), ("joint".to_owned(), offers.to_vec(), own));
}

#[test]
fn what_is_no_file_of_offers_is_refused() {
    for text in [
        "",
        "{}",
        "[]",
        "{\"paypath\":\"skills\",\"offers\":[{}]}",
        "{\"paypath\":\"offers\",\"offers\":[]}",
        "{\"paypath\":\"offers\",\"offers\":[{\"base\":\"1\"}]",
        "{\"paypath\":\"offers\",\"offers\":{}} x",
    ] {
        assert_eq!(from_file(text), None, "{text}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(from_file(&deep), None);
    // Numbers, other keys and other writers' space are fine; a fifth offer is left out.
    let own = "{ \"paypath\" : \"offers\", \"more\": [true, null, {\"a\": -1.5e3}],\n \"offers\":\
               [{\"base\": 185000, \"name\": \"A\\u0042 \\\"C\\\"\", \"x\": 1},{},{},{},{}]}";
    let (status, offers) = from_file(own).unwrap();
    assert_eq!((status.as_str(), offers.len()), ("", 4));
    assert_eq!((offers[0].get(Field::Base), offers[0].get(Field::Name)), ("185000", "AB \"C\""));
}

fn asked(wage: i32, here: &str, there: &str, status: Status) -> Move {
    let typed = Moving::default()
        .with(Part::Wage, &wage.to_string())
        .with(Part::From, here)
        .with(Part::To, there);
    moving(finder(), Tables::embedded(), Texts::embedded(), status, &typed).unwrap()
}

#[test]
fn a_move_says_what_is_wrong() {
    let (tables, texts) = (Tables::embedded(), Texts::embedded());
    let typed = Moving::default().with(Part::From, "Atlantis").with(Part::To, "Boise, ID");
    let errors = moving(finder(), tables, texts, Status::Single, &typed).unwrap_err();
    assert_eq!(errors.iter().map(|error| error.0).collect::<Vec<_>>(), [Part::Wage, Part::From]);
}

#[test]
fn a_dearer_city_needs_more() {
    let (dataset, tables) = (Dataset::embedded(), Tables::embedded());
    let answer = |here, there| {
        needed(dataset, tables, &asked(150_000, here, there, Status::Single)).unwrap()
    };
    let to_san_francisco = answer("Austin, TX", "San Francisco, CA");
    assert!(to_san_francisco.wage > Money::dollars(180_000), "{to_san_francisco:?}");
    let same = answer("Austin, TX", "Austin, TX");
    assert_eq!(same.wage, Money::dollars(150_000));
}

proptest! {
    /// What a move needs buys as much there, and no dollar less does.
    #[test]
    fn a_move_needs_the_lowest_wage_that_buys_as_much(
        wage in 40_000..400_000_i32, from in 0..300_usize, to in 0..300_usize, joint in any::<bool>(),
        less in 1..5_000_i32,
    ) {
        let (dataset, tables) = (Dataset::embedded(), Tables::embedded());
        let place = |at: usize| {
            let city = dataset.city_ids().nth(at % dataset.cities.len()).unwrap();
            let place = Place::City(city);
            Some((place, *areas(dataset, tables, place).first()?))
        };
        let (Some(here), Some(there)) = (place(from), place(to)) else { return Ok(()) };
        let status = if joint { Status::Joint } else { Status::Single };
        let asked = Move { wage: Money::dollars(wage), status, here, there };
        let Some(found) = needed(dataset, tables, &asked) else { return Ok(()) };
        // Cents that the longest lines of taxes are rounded to.
        let wanted = found.here.parts.take_home.dollars() * f64::from(found.prices[1]) / f64::from(found.prices[0]);
        let kept = |wage: i32| {
            let wage = Money::dollars(wage);
            let asked = Question { wage, status, place: there.1, ..Question::default() };
            take_home(tables, &asked).dollars()
        };
        prop_assert!(kept(found.wage.whole()) >= wanted - 0.01, "{wage} {found:?}");
        for lower in [1, less] {
            prop_assert!(kept(found.wage.whole() - lower) < wanted + 0.01, "{wage} {found:?} {lower}");
        }
    }

    /// A file gives back what was in it, and anything else is refused or read without a panic.
    #[test]
    fn files_lose_nothing(name in "\\PC{0,40}", base in "\\PC{0,20}", other in "\\PC{0,80}") {
        let offers = [seattle().with(Field::Name, &name).with(Field::Base, &base)];
        let text = file("hoh", &offers);
        prop_assert_eq!(from_file(&text), Some(("hoh".to_owned(), offers.to_vec())));
        let parsed: serde_json::Value = serde_json::from_str(&text).expect("JSON for everyone");
        prop_assert_eq!(parsed["offers"][0]["name"].as_str().unwrap_or_default(), name);
        let _refused = from_file(&other);
    }

    /// Parts of every year add up, and a first year never leaves less than a usual one but for cliffs.
    #[test]
    fn years_add_up(base in 20_000..900_000_i32, sign_on in 0..200_000_i32, discount in 0..=100_u8) {
        let typed = seattle()
            .with(Field::Base, &base.to_string())
            .with(Field::SignOn, &sign_on.to_string())
            .with(Field::Discount, &discount.to_string());
        let offer = read(&typed).unwrap();
        let worked = offer.worked(Dataset::embedded(), Tables::embedded(), Status::Household);
        for year in [&worked.usual, &worked.first] {
            let parts = year.kept.parts;
            prop_assert_eq!(parts.take_home + parts.taxes(), Cents::from(year.total));
        }
        prop_assert!(worked.first.kept.parts.take_home >= worked.usual.kept.parts.take_home);
        prop_assert_eq!(worked.first.total.whole() - worked.usual.total.whole(), sign_on);
    }
}
