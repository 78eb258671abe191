//! The fit: same inputs, same bytes; every fault named; nothing overwritten on a fault.

#![cfg(feature = "native")]
#![allow(missing_docs)]

#[path = "fit/fixture.rs"]
mod fixture;

use fixture::{Fixture, HEADER, POSTINGS, SURVEY};
use paypath::tables;

#[test]
fn same_inputs_give_same_bytes() {
    let fixture = Fixture::new("twice");
    let first = fixture.run().unwrap_or_else(|faults| panic!("{}", tables::list(&faults, 20)));
    assert!(first.changed);
    assert!(first.to_string().contains("postings.ratio"), "{first}");
    let written = fixture.written();
    let second = fixture.run().unwrap();
    assert!(!second.changed && second.to_string().contains("nothing moved"), "{second}");
    assert_eq!(fixture.written(), written);
}

#[test]
fn what_cannot_be_read_is_named_and_nothing_is_written() {
    refuses("no-number", "postings/aijobs_2025-01-19.csv, row 4, column salary_in_usd: ", |f| {
        f.spoil(POSTINGS, "USD,1", "USD,x1");
    });
    refuses("no-level", "row 2, column experience_level: \"ZZ\" is not EN, MI, SE or EX", |f| {
        f.spoil(POSTINGS, "2025,SE", "2025,ZZ");
    });
    refuses("no-column", "row 1, column work_year: is missing", |f| {
        f.spoil(POSTINGS, "work_year", "year");
    });
    refuses("no-years", "survey/stackoverflow_2025_us.csv, row 2, column YearsCode: \"NA\"", |f| {
        f.spoil(SURVEY, ",1.0,USA", ",NA,USA");
    });
    refuses("empty", "has no full-time posting in the USA to fit on", |f| {
        f.raw(POSTINGS, &format!("{HEADER}2024,SE,PT,x,1,USD,90000,US,0,US,M\n"));
    });
    refuses("no-reason", "fit.json: damp needs a reason", |f| {
        f.edit("fit.json", |settings| settings["damp"]["reason"] = " ".into());
    });
    refuses("no-setting", "fit.json, row 1: missing field `damp`", |f| {
        f.edit("fit.json", |settings| drop(settings.as_object_mut().unwrap().remove("damp")));
    });
    refuses(
        "unlisted",
        "differs from the checksum in sources.json (survey-2025); run `cargo paypath refresh --raw DIR --retrieved",
        |f| {
            f.edit("sources.json", |sources| {
                let survey =
                    sources.as_array_mut().unwrap().iter_mut().find(|s| s["id"] == "survey-2025");
                survey.unwrap()["files"][0]["sha256"] = "0".repeat(64).into();
            });
        },
    );
}

/// A fit that misses a goal is not used.
#[test]
fn a_goal_that_is_missed_is_a_fault() {
    refuses("goal", "scores.json: “growth.most” is ", |f| {
        f.edit("fit.json", |settings| settings["year_slope"]["value"] = 0.3.into());
    });
}

/// The run must fail with this message and leave the last fit as it was.
#[track_caller]
fn refuses(name: &str, message: &str, spoil: impl FnOnce(&Fixture)) {
    let fixture = Fixture::new(name);
    let before = fixture.written();
    spoil(&fixture);
    let faults = tables::list(&fixture.run().unwrap_err(), usize::MAX);
    assert!(faults.contains(message), "wanted: {message}\ngot: {faults}");
    assert_eq!(fixture.written(), before);
}
