//! More metros and roles than there are: as many as asked, named apart, packed without a fault, and the
//! true ones among them unchanged.

#![cfg(feature = "native")]

use paypath::tables::{Tables, grow, pack, read};
use std::collections::BTreeSet;
use std::path::Path;

fn tables() -> Tables {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap()
}

#[test]
fn every_metro_and_role_has_its_copies() {
    const TIMES: usize = 10;
    let (before, mut after) = (tables(), tables());
    grow(&mut after, TIMES as u32);
    assert_eq!(after.metros.len(), TIMES * before.metros.len());
    assert_eq!(after.roles.len(), TIMES * before.roles.len());
    assert_eq!(after.wages.len(), TIMES * before.wages.len());
    let titles: BTreeSet<_> = after.metros.iter().map(|row| &row.title).collect();
    assert_eq!(titles.len(), after.metros.len());
    let roles: BTreeSet<_> = after.roles.iter().map(|row| &row.id).collect();
    assert_eq!(roles.len(), after.roles.len());
    assert!(after.metros.is_sorted_by_key(|row| row.cbsa));
    for (at, metro) in before.metros.iter().enumerate() {
        assert_eq!(after.metros[TIMES * at].title, metro.title);
    }
    for (old, new) in before.wages.iter().zip(after.wages.chunks(TIMES)) {
        assert_eq!(new[0].pay, old.pay, "what is true stays");
    }
    let other = |row: &[paypath::tables::WageRow]| row[1].pay != row[0].pay;
    assert!(after.wages.chunks(TIMES).filter(|row| other(row)).count() > before.wages.len() / 2);
}

#[test]
fn grown_tables_can_be_packed() {
    let mut grown = tables();
    let (before, rows) = (pack(&grown, true), grown.metros.len());
    grow(&mut grown, 2);
    let after = pack(&grown, true);
    assert!(after.pay.len() > before.pay.len() + rows / 32 - 2, "a block more for 32 metros more");
    assert_eq!(after.pay[0].len(), before.pay[0].len(), "the listed cities stay what they are");
}

#[test]
fn once_is_what_there_is() {
    let (before, mut after) = (tables(), tables());
    grow(&mut after, 1);
    let names =
        |tables: &Tables| tables.cities.iter().map(|row| row.city.clone()).collect::<Vec<_>>();
    assert_eq!(names(&after), names(&before));
    assert_eq!(pack(&after, true).pay, pack(&before, true).pay);
}
