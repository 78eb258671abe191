//! Any typed text as a role, a place and a search over everything.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paypath::catalog::Catalog;
use paypath::dataset::Dataset;
use paypath::finder::{Finder, Miss, Place};
use paypath::search::{LONGEST, slug};
use paypath::words;
use std::collections::HashSet;
use std::sync::LazyLock;

static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(Dataset::embedded()));

/// Choices of a list box.
const CHOICES: usize = 8;

fuzz_target!(|bytes: &[u8]| {
    let typed = &*String::from_utf8_lossy(bytes);
    slugs(typed);
    roles(typed);
    places(typed);
    catalog(typed);
});

fn slugs(typed: &str) {
    let once = slug(typed);
    assert_eq!(slug(&once), once, "a slug is its own slug");
    assert!(once.len() <= LONGEST);
    assert!(!once.starts_with('-') && !once.ends_with('-') && !once.contains("--"), "{once}");
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    assert!(once.bytes().all(plain), "{once}");
}

fn roles(typed: &str) {
    let dataset = Dataset::embedded();
    match FINDER.role(typed) {
        Ok(role) => assert_eq!(FINDER.role(dataset.role(role).title), Ok(role)),
        Err(Miss::Unknown(near)) => assert!(near.len() <= 3 && differ(&near), "{near:?}"),
        Err(Miss::Ambiguous(several)) => panic!("{several:?}"),
    }
}

fn places(typed: &str) {
    let offered = FINDER.places(typed, CHOICES);
    assert!(offered.len() <= CHOICES && differ(&offered), "{offered:?}");
    match FINDER.place(typed) {
        Ok(place) => {
            assert_eq!(FINDER.place(words::place(FINDER.dataset(), place)), Ok(place));
        }
        Err(Miss::Unknown(near)) => assert!(near.len() <= 3 && differ(&near), "{near:?}"),
        Err(Miss::Ambiguous(several)) => {
            assert!(several.len() > 1 && differ(&several), "{several:?}");
            let metros: Vec<_> = several.iter().map(|&place| FINDER.metro(place)).collect();
            assert!(differ(&metros) && !several.contains(&Place::Country), "{several:?}");
        }
    }
}

/// The text is a list of entries as well as what is looked for in one.
fn catalog(typed: &str) {
    let catalog = Catalog::parse(typed);
    for entry in catalog.entries() {
        assert!(!entry.label.contains(['\n', '\t']) && !entry.href.contains(['\n', '\t']));
        let found = catalog.find(&entry.label, usize::from(u16::MAX));
        assert!(slug(&entry.label).is_empty() || found.contains(&entry), "{entry:?}");
    }
    assert!(catalog.find(typed, CHOICES).len() <= CHOICES);
}

fn differ<T: std::hash::Hash + Eq>(things: &[T]) -> bool {
    things.iter().collect::<HashSet<_>>().len() == things.len()
}
