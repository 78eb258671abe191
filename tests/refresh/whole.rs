//! Refresh checks what it would write together with all that stands under `data/` already.

use super::fixture::{Fixture, HISTORY, METRO};
use super::refuses;
use std::fs;

#[test]
fn nothing_replaces_good_data_that_the_build_would_refuse() {
    let fixture = Fixture::new("whole");
    fixture.run().unwrap();
    let listed = fixture.read("listed_cities.json");
    fixture.data("listed_cities.json", &listed.replace("41940", "1"));
    let nowhere = "listed_cities.json: the metro 1 is not in metros.csv";
    refuses(&fixture, Fixture::run, nowhere);
    fixture.data("listed_cities.json", &listed);
    // Sound cell by cell, but no metro table holds more than half of these jobs.
    fixture.spoil(METRO, "\"12,000\"", "1200");
    fixture.spoil(HISTORY, "2051,12000", "2051,1200");
    let few = "wages.csv: 1200 people in the metros against 20000 in the country for 15-2051";
    refuses(&fixture, Fixture::run, few);
    fixture.spoil(METRO, "1200", "12000");
    fixture.spoil(HISTORY, "2051,1200", "2051,12000");
    fs::remove_file(fixture.data_dir().join("roles.json")).unwrap();
    refuses(&fixture, Fixture::run, "roles.json: cannot be read");
}

#[test]
fn coefficients_that_no_longer_fit_are_a_note() {
    let fixture = Fixture::new("unfitted");
    let model = fixture.read("model.json");
    fixture.data("model.json", &model.replace("\"damp\":1", "\"damp\":2"));
    let report = fixture.run().unwrap().to_string();
    let note = "note: model.json: place.damp is outside 0 to 1; now run `cargo paypath fit`";
    assert!(report.contains(note), "{report}");
}
