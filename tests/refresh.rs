//! `paypath refresh` on a small set of published files: what it writes, and what it refuses.
//! Every refusal names file, row and column and leaves the data directory as it was.

#![cfg(feature = "native")]
#![allow(missing_docs)]

#[path = "refresh/fixture.rs"]
mod fixture;
#[path = "refresh/taxes.rs"]
mod taxes;
#[path = "refresh/whole.rs"]
mod whole;
#[path = "refresh/work.rs"]
mod work;

use std::fs;

use fixture::{CITIES, Fixture, HISTORY, METRO, METRO_ROWS, METROS, NATIONAL};
use paypath::tables::{Fault, list};

#[test]
fn same_inputs_give_same_bytes() {
    let fixture = Fixture::new("same");
    let first = fixture.run().unwrap();
    assert!(first.to_string().contains("wages.csv: 4 rows, 4 added"), "{first}");
    let once = fixture.snapshot();
    let second = fixture.run_on(Some("2027-01-01")).unwrap();
    assert_eq!(once, fixture.snapshot(), "the day changes only when an input does");
    assert!(second.to_string().starts_with("nothing moved\n"), "{second}");
    assert_eq!(fixture.run_on(None).map(drop), Ok(()));
}

#[test]
fn tables_are_sorted_and_keep_their_marks() {
    let fixture = Fixture::new("marks");
    fixture.run().unwrap();
    assert_eq!(
        fixture.read("wages.csv"),
        "cbsa,occupation,employment,location_quotient,p10,p25,p50,p75,p90\n\
         10380,15-1252,50,0.4,*,*,*,*,*\n\
         10380,15-2051,**,**,50000,60000,70000,80000,90000\n\
         41940,15-1252,90000,4.5,120000,160000,213110,250000,290000\n\
         41940,15-2051,12000,6.21,100000,140000,185080,#,#\n"
    );
    assert_eq!(
        fixture.read("medians.csv"),
        "cbsa,occupation,2024,2025\n10380,15-1252,,*\n10380,15-2051,,70000\n\
         41940,15-1252,,213110\n41940,15-2051,180000,185080\n"
    );
    assert!(fixture.read("employment.csv").contains("10380,15-2051,,**\n"));
    assert_eq!(
        fixture.read("national.csv").lines().nth(2),
        Some("2024,15-2051,20000,67240,85660,112590,158880,#")
    );
    assert!(
        fixture.read("metros.csv").contains("\n10380,\"Aguadilla, PR\",PR,18.391555,-67.097202,\n")
    );
}

#[test]
fn the_metro_table_reads_the_same_as_a_workbook() {
    let fixture = Fixture::new("xlsx");
    fixture.run().unwrap();
    let from_csv = fixture.read("wages.csv");
    fs::remove_file(fixture.raw_dir().join(METRO)).unwrap();
    // As BLS publishes it: no YEAR, more columns, and rows that are not wanted.
    let mut rows = String::new();
    for (place, line) in METRO_ROWS.lines().enumerate() {
        let (_, rest) = line.split_once(',').unwrap();
        let more = if place == 0 { "I_GROUP,O_GROUP" } else { "cross-industry,detailed" };
        rows.extend([rest, ",", more, "\n"]);
    }
    rows.push_str("10380,A,PR,15-2050,D,1,1,1,1,1,1,1,cross-industry,broad\n");
    rows.push_str("10380,A,PR,29-1141,Nurses,1,1,x,1,1,1,1,cross-industry,detailed\n");
    rows.push_str("99999,No,PR,15-2051,D,1,1,1,1,1,1,1,cross-industry,detailed\n");
    fixture.workbook("oews/MSA_M2025_dl.xlsx", "MSA_M2025_dl", &rows);
    fixture.list_sources("oews/MSA_M2025_dl.xlsx");
    let report = fixture.run().unwrap();
    assert_eq!(fixture.read("wages.csv"), from_csv);
    assert!(report.to_string().contains("not in the metro list: 99999"), "{report}");
}

#[test]
fn moved_figures_are_reported_largest_first() {
    let fixture = Fixture::new("moves");
    fixture.run().unwrap();
    fixture.spoil(METRO, "213110", "220000");
    fixture.spoil(HISTORY, "213110", "220000");
    fixture.spoil(METRO, "50,0.4", "100,0.4");
    fixture.spoil(HISTORY, "1252,50,", "1252,100,");
    fixture.spoil(CITIES, "1113\n", "1113\n\"Cupertino, CA\",41940,900\n");
    let report = fixture.run().unwrap();
    let wages = report.tables.iter().find(|table| table.file == "wages.csv").unwrap();
    assert_eq!((wages.added, wages.removed, wages.changed), (0, 0, 2));
    let text = report.to_string();
    let (small, large) =
        ("  41940 15-1252 p50: 213110 -> 220000", "  10380 15-1252 employment: 50 -> 100");
    assert!(text.find(large).unwrap() < text.find(small).unwrap(), "{text}");
    assert!(text.contains("cities.csv: 2 rows, 1 added"), "{text}");
}

#[test]
fn a_new_checksum_needs_the_day() {
    let fixture = Fixture::new("day");
    refuses(&fixture, |f| f.run_on(None), &format!("{METRO}: differs from the checksum"));
    refuses(
        &fixture,
        |f| f.run_on(Some("20 November")),
        "--retrieved: \"20 November\" is not a day",
    );
    fixture.run().unwrap();
    assert!(fixture.read("sources.json").contains("\"retrieved\": \"2026-11-20\""));
}

/// Rows are counted as an editor counts lines, however these end and whatever empty ones there are.
#[test]
fn rows_are_counted_alike_in_files_of_every_kind() {
    let spoilt = METRO_ROWS.replacen("213110", "x", 1).replacen("\n2025,10380", "\n2025,1038", 1);
    let kinds = [
        ("lf", spoilt.clone(), 3),
        ("crlf", spoilt.replace('\n', "\r\n"), 3),
        ("crlf-empty", spoilt.replacen('\n', "\n\n", 1).replace('\n', "\r\n"), 4),
        ("lf-empty", spoilt.replacen('\n', "\n\n", 1), 4),
    ];
    for (name, text, row) in kinds {
        let fixture = Fixture::new(&format!("rows-{name}"));
        fixture.raw(METRO, &text);
        refuses(&fixture, Fixture::run, &format!("row {row}, column A_MEDIAN: \"x\" is not"));
        refuses(&fixture, Fixture::run, &format!("row {}, column AREA: \"1038\"", row + 1));
        fixture.raw(METRO, &text.replacen(",x,", ",", 1));
        refuses(&fixture, Fixture::run, &format!("row {row}: has 12 cells"));
    }
}

#[test]
fn spoiled_cells_are_named() {
    let cases = [
        (METRO, "185080", "185k", "row 2, column A_MEDIAN: \"185k\" is not a number"),
        (METRO, "185080", "\"18,50\"", "row 2, column A_MEDIAN: \"18,50\" is not a number"),
        (METRO, "185080", "", "row 2, column A_MEDIAN: is empty"),
        (METRO, "185080", "88.98", "row 2, column A_MEDIAN: 88.98 is not a whole yearly wage"),
        (METRO, "185080", "**", "row 2, column A_MEDIAN: the mark ** does not belong here"),
        (METRO, "185080", "135000", "row 2, column A_MEDIAN: is below a lower percentile"),
        (METRO, "90000,4.5", "#,4.5", "row 3, column TOT_EMP: the mark # does not belong here"),
        (METRO, "90000,4.5", "90000,x", "row 3, column LOC_QUOTIENT: \"x\" is not a number"),
        (METRO, "2025,10380", "2024,10380", "row 4, column YEAR: \"2024\" is not 2025"),
        (METRO, "2025,10380", "2025,1038", "row 4, column AREA: \"1038\" is not an area code"),
        (METRO, "A_PCT25", "PCT25", "row 1, column A_PCT25: is missing"),
        (METRO, "LOC_QUOTIENT", "TOT_EMP", "column TOT_EMP: is there more than once"),
        (
            METRO,
            "10380,Aguadilla,PR,15-1252",
            "10380,Aguadilla,PR,15-2051",
            "row 5: 10380 15-2051 is already in row 4",
        ),
        (METRO, ",*,*,*,*,*", ",*,*,*,*", "row 5: has 12 cells where the header has 13"),
        (
            HISTORY,
            "2024,41940",
            "2023,41940",
            "row 2, column YEAR: \"2023\" is not a year from 2024",
        ),
        (HISTORY, "180000", "?", "row 2, column A_MEDIAN: \"?\" is not a number"),
        (
            HISTORY,
            "213110",
            "213111",
            "row 5, column A_MEDIAN: 41940 15-1252 in 2025 is \"213111\" here",
        ),
        (HISTORY, "2024,71650", "2024,41940", "row 3: 2024 41940 15-2051 is already in row 2"),
        (METROS, "18.391555", "north", "row 3, column lat: \"north\" is not a number between"),
        (METROS, "112.9", "1.129", "row 2, column rpp_2024: \"1.129\" is not a number between"),
        (METROS, "rpp_2024", "price", "row 1, column rpp_*: is missing"),
        (METROS, "10380", "41940", "row 3: 41940 is already in row 2"),
        (CITIES, "41940", "41941", "row 2, column cbsa: \"41941\" is not in the metro list"),
        (CITIES, "1113", "many", "row 2, column lca_filings_fy2026h1: \"many\" is not a whole"),
    ];
    let fixture = Fixture::new("cells");
    fixture.run().unwrap();
    for (file, from, to, message) in cases {
        let before = fs::read_to_string(fixture.raw_dir().join(file)).unwrap();
        fixture.spoil(file, from, to);
        let separator =
            if message.starts_with("row") || message.starts_with("col") { ", " } else { "" };
        refuses(&fixture, Fixture::run, &format!("{file}{separator}{message}"));
        fixture.raw(file, &before);
    }
    assert!(fixture.run().is_ok(), "the fixture is sound again");
}

#[test]
fn spoiled_workbooks_are_named() {
    let fixture = Fixture::new("books");
    fixture.run().unwrap();
    fixture.national(2025, 12.5);
    let wage = format!("{NATIONAL}, row 3, column A_MEDIAN: 12.5 is not a whole yearly wage");
    refuses(&fixture, Fixture::run, &wage);
    fixture.workbook(NATIONAL, "national_M2024_dl", "OCC_CODE,TOT_EMP\n15-2051,1\n");
    refuses(&fixture, Fixture::run, &format!("{NATIONAL}, row 1, column A_PCT90: is missing"));
    fs::copy(
        fixture.raw_dir().join("oews/national_M2024_dl.xlsx"),
        fixture.raw_dir().join(NATIONAL),
    )
    .unwrap();
    let year = format!("{NATIONAL}: is named for 2025 but its worksheet is for 2024");
    refuses(&fixture, Fixture::run, &year);
    fixture.raw(NATIONAL, "not a workbook");
    refuses(&fixture, Fixture::run, &format!("{NATIONAL}: cannot be read"));
}

#[test]
fn missing_and_doubled_files_are_named() {
    let fixture = Fixture::new("files");
    fixture.run().unwrap();
    fixture.raw("oews/MSA_M2025_dl.csv", METRO_ROWS);
    refuses(&fixture, Fixture::run, "oews: holds both MSA_M2025_dl.csv and oews_metro_M2025.csv");
    fs::remove_file(fixture.raw_dir().join("oews/MSA_M2025_dl.csv")).unwrap();
    fixture.national(2027, 120_000.0);
    let gap = "oews/national_M2027_dl.xlsx: follows 2025";
    refuses(&fixture, Fixture::run, gap);
    fs::remove_file(fixture.raw_dir().join("oews/national_M2027_dl.xlsx")).unwrap();
    fixture.national(2026, 120_000.0);
    refuses(&fixture, Fixture::run, "is for 2025 but the latest national file is not");
    fs::remove_file(fixture.raw_dir().join("oews/national_M2026_dl.xlsx")).unwrap();
    fs::remove_file(fixture.raw_dir().join(CITIES)).unwrap();
    refuses(&fixture, Fixture::run, "places/city_aliases.csv: is missing");
}

#[test]
fn a_metro_table_must_say_its_year() {
    let fixture = Fixture::new("year");
    fs::remove_file(fixture.raw_dir().join(METRO)).unwrap();
    fixture.list_sources("oews/oews_metro.csv");
    fixture.raw("oews/oews_metro.csv", METRO_ROWS);
    fixture.run().unwrap();
    fixture.raw("oews/oews_metro.csv", &METRO_ROWS.replacen("YEAR", "Y", 1));
    refuses(&fixture, Fixture::run, "oews/oews_metro.csv, column YEAR: has no year");
}

#[test]
fn the_latest_year_may_come_from_the_metro_table_alone() {
    let fixture = Fixture::new("latest");
    fixture.run().unwrap();
    let wanted = fixture.read("medians.csv");
    let before = "oews/oews_metro_medians_2024_2024.csv";
    fs::remove_file(fixture.raw_dir().join(HISTORY)).unwrap();
    fixture.raw(before, "YEAR,AREA,OCC_CODE,TOT_EMP,A_MEDIAN\n2024,41940,15-2051,11000,180000\n");
    let sources = fixture.read("sources.json").replace(HISTORY, before);
    fixture.data("sources.json", &sources);
    fixture.run().unwrap();
    assert_eq!(fixture.read("medians.csv"), wanted);
    let early = "oews/oews_metro_medians_2023_2023.csv";
    fs::rename(fixture.raw_dir().join(before), fixture.raw_dir().join(early)).unwrap();
    refuses(&fixture, Fixture::run, &format!("{early}: ends in 2023 but"));
}

#[test]
fn missing_metros_and_unlisted_inputs_are_named() {
    let fixture = Fixture::new("complete");
    fixture.run().unwrap();
    fixture.spoil(METROS, "10380", "10381");
    refuses(&fixture, Fixture::run, &format!("{METRO}, column AREA: has no row for 10381"));
    fixture.spoil(METROS, "10381", "10380");
    fixture.data("occupations.csv", "code,title\n15-1252,S\n15-2051,D\n15-2041,Statisticians\n");
    let code = format!("{METRO}, column OCC_CODE: has no row for 15-2041");
    refuses(&fixture, Fixture::run, &code);
    fixture.data("occupations.csv", "code,title\n151252,S\n");
    refuses(&fixture, Fixture::run, "occupations.csv, row 2, column code: is not a SOC code");
    fixture.data("occupations.csv", "code,title\n15-1252,S\n15-2051,D\n");
    fixture.data("sources.json", "[]");
    refuses(&fixture, Fixture::run, &format!("{METRO}: is not in sources.json"));
}

#[test]
fn all_faults_come_at_once_and_the_list_is_capped() {
    let fixture = Fixture::new("all");
    fixture.run().unwrap();
    fixture.spoil(METRO, "185080", "x");
    fixture.spoil(METRO, "213110", "y");
    fixture.spoil(CITIES, "1113", "z");
    let faults = fixture.run().unwrap_err();
    assert_eq!(faults.len(), 3, "{}", list(&faults, 9));
    assert!(list(&faults, 1).ends_with("\nand 2 more"));
}

#[test]
fn a_file_that_cannot_be_replaced_leaves_all_as_they_were() {
    let fixture = Fixture::new("replace");
    fixture.run().unwrap();
    fixture.spoil(CITIES, "1113", "1114");
    // A directory where a file is to be written aside.
    let aside = fixture.data_dir().join(".sources.json.new");
    fs::create_dir(&aside).unwrap();
    refuses(&fixture, Fixture::run, "sources.json: not written");
    fs::remove_dir(aside).unwrap();
    assert!(fixture.run().is_ok());
}

/// The run must fail with this message and change nothing.
#[track_caller]
fn refuses<T: std::fmt::Debug>(
    fixture: &Fixture,
    run: impl Fn(&Fixture) -> Result<T, Vec<Fault>>,
    message: &str,
) {
    let before = fixture.snapshot();
    let faults = run(fixture).unwrap_err();
    let text = list(&faults, usize::MAX);
    assert!(text.contains(message), "wanted: {message}\ngot: {text}");
    assert!(fixture.snapshot() == before, "data changed after: {text}");
}
