//! The search of the site over everything it finds: a thousand queries with typing errors, every
//! label, and hostile text.

#![cfg(all(feature = "prerender", not(target_arch = "wasm32")))]
#![allow(missing_docs)]

#[path = "catalog/chance.rs"]
mod chance;

use chance::Chance;
use paypath::catalog::{Catalog, Kind};
use paypath::search::slug;
use paypath::site;
use paypath::tables::{self, Tables};
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::OnceLock;

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| tables::read(Path::new("data")).unwrap())
}

fn text() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| site::index(tables(), &[]))
}

fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| Catalog::parse(text()))
}

/// Every name with the addresses that it may mean.
fn names() -> HashMap<String, HashSet<&'static str>> {
    let mut names: HashMap<String, HashSet<&str>> = HashMap::new();
    for line in text().lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        for name in parts[4].split('|').chain([parts[3]]).filter(|name| !name.is_empty()) {
            names.entry(slug(name)).or_default().insert(parts[2]);
        }
    }
    names
}

#[test]
fn every_label_finds_its_own_entry_first() {
    for entry in catalog().entries() {
        let found = catalog().find(&entry.label, 3);
        let same = |href: &str| {
            catalog()
                .entries()
                .iter()
                .any(|one| one.href == href && slug(&one.label) == slug(&entry.label))
        };
        assert!(found.first().is_some_and(|first| same(&first.href)), "{entry:?}: {found:?}");
    }
    for kind in Kind::ALL {
        assert!(catalog().entries().iter().any(|entry| entry.kind == kind), "{kind:?}");
    }
}

/// Titles and aliases of roles, titles that O*NET has seen, names of cities, skills and questions,
/// with one error each, and every third with a second one if it has a word of nine letters.
#[test]
fn a_thousand_queries_with_errors_find_what_was_meant_among_the_first_three() {
    let names = names();
    let mut sorted: Vec<(&String, &HashSet<&str>)> = names.iter().collect();
    sorted.sort_by_key(|(name, _)| *name);
    let mut chance = Chance(2026);
    let (mut asked, mut found, mut missed) = (0, 0, Vec::new());
    while asked < 1000 {
        let (name, meant) = sorted[chance.below(sorted.len())];
        let Some(mut typed) = chance.misspell(&name.replace('-', " "), 5) else { continue };
        if asked % 3 == 0 {
            typed = chance.misspell(&typed, 9).unwrap_or(typed);
        }
        asked += 1;
        let hits = catalog().find(&typed, 3);
        if hits.iter().any(|entry| meant.contains(entry.href.as_str())) {
            found += 1;
        } else {
            missed.push((typed, name.clone()));
        }
    }
    println!("{found} of {asked} found among the first three");
    assert!(found >= 950, "{found} of {asked}; missed: {:?}", &missed[..missed.len().min(40)]);
}

#[test]
fn beginnings_of_words_find_what_people_mean() {
    let first = |typed: &str| catalog().find(typed, 1).first().map(|entry| entry.href.as_str());
    assert_eq!(first("machine learning eng"), Some("/roles/machine-learning-engineer/"));
    assert_eq!(first("mle"), Some("/roles/machine-learning-engineer/"));
    assert_eq!(first("palo al"), Some("/cities/palo-alto-ca/"));
    assert_eq!(first("nyc"), Some("/cities/new-york-city-ny/"));
    assert_eq!(first("pyt"), Some("/skills/#python"));
    assert_eq!(first("c++"), Some("/skills/#cpp"));
    assert_eq!(first("percentile"), Some("/faq/#percentile"));
}

proptest! {
    #[test]
    fn no_text_panics(typed in ".{0,200}") {
        prop_assert!(catalog().find(&typed, 8).len() <= 8);
    }

    #[test]
    fn no_index_panics(text in "([rcsqpx]?\t[0-9a]{0,12}\t/[a-z]*\t.{0,20}\t.{0,20}\n){0,9}") {
        Catalog::parse(&text).find("data", 3);
    }
}
