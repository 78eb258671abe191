//! What comes back from storage and from files: rubbish does no harm, ticks survive the way.

#![cfg(feature = "prerender")]
#![allow(missing_docs)]

use paypath::dataset::skills;
use paypath::web::explore::skills::state::{Skills, export, import};
use proptest::prelude::*;

/// Longer than any file of ours.
const LONG: usize = 20_000;

#[test]
fn a_file_is_cut_where_a_letter_ends() {
    let id = skills()[0].id;
    for before in LONG - 4..LONG + 4 {
        let text = format!("{{\"skills\":\"{}é\",\"have\":[\"{id}\"]}}", "x".repeat(before));
        assert_eq!(import(&text), None, "what lies behind the limit is not read: {before}");
    }
}

proptest! {
    #[test]
    fn ticks_survive_a_file(have in any::<u128>()) {
        let known = have & ((1 << skills().len()) - 1);
        prop_assert_eq!(import(&export(known)), Some(known));
    }

    #[test]
    fn rubbish_does_no_harm(text in "\\PC{0,200}", pieces in prop::collection::vec(0..5usize, 0..30)) {
        let words = ["\"have\"", "\"skills\"", "[", "]", ":"];
        let built: String = pieces.iter().map(|&at| words[at]).collect::<String>() + &text;
        for text in [&text, &built] {
            let unknown = |have: u128| have >> skills().len();
            prop_assert_eq!(import(text).map_or(0, unknown), 0);
            prop_assert_eq!(unknown(Skills::start("", Some(text)).have), 0);
            prop_assert_eq!(unknown(Skills::start(text, None).have), 0);
        }
    }
}
