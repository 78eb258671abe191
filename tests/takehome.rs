//! `cargo paypath takehome`: what goes in comes out in the same order, answered or with what to do.
//! What all tools of rows share is tested in tests/tool.rs.

#![cfg(feature = "native")]
#![allow(missing_docs)]

use paypath::dataset::Dataset;
use paypath::tool;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

const ADDED: &str = "federal_income_tax,social_security,medicare,state_income_tax,state_payroll,\
                     local_tax,take_home,error";

fn answer(input: &[u8]) -> Result<(String, u64), tool::Error> {
    let mut out = Vec::new();
    let bad = tool::takehome(Dataset::embedded(), input, &mut out)?;
    Ok((String::from_utf8_lossy(&out).into_owned(), bad))
}

/// The rows of the answer as cells, without the header.
#[track_caller]
fn rows(input: &[u8]) -> Vec<Vec<String>> {
    let (out, bad) = answer(input).unwrap();
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let told = rows.iter().filter(|row| !row.last().unwrap().is_empty()).count();
    assert_eq!(told as u64, bad, "each row without an answer says why");
    rows
}

/// The error of the only row.
#[track_caller]
fn error(input: &str) -> String {
    let rows = rows(input.as_bytes());
    assert_eq!(rows.len(), 1, "{rows:?}");
    let row = &rows[0];
    assert!(row[row.len() - 8..row.len() - 1].iter().all(String::is_empty), "{row:?}");
    row.last().unwrap().clone()
}

#[test]
fn a_wage_is_answered_to_the_cent() {
    let (out, bad) = answer(b"state,status,wage\nTX,single,150000\n").unwrap();
    assert_eq!(bad, 0);
    let wanted = format!(
        "state,status,wage,{ADDED}\n\
         TX,single,150000,24734.00,9300.00,2175.00,0.00,0.00,0.00,113791.00,\n"
    );
    assert_eq!(out, wanted);
}

#[test]
fn names_are_read_in_many_ways() {
    let answered = |row: &str| {
        let input = format!("state,status,wage,locality,dependents,year\n{row}\n");
        rows(input.as_bytes())[0][6..].to_vec()
    };
    let plain = answered("NY,single,100000,New York City,0,2026");
    assert_eq!(plain[6], "70436.05");
    for row in [
        "ny,Single,100000,new york city,,",
        " New York , single ,\"$100,000\", New York City ,0,2026",
        "NEW YORK,SINGLE,100k,NEW YORK CITY,,2026",
        "NY,single,100000.00,New York City,0,2026",
    ] {
        assert_eq!(answered(row), plain, "{row}");
    }
    let federal = answered("none,single,100000,,,");
    assert_eq!(federal[..6], ["13170.00", "6200.00", "1450.00", "0.00", "0.00", "0.00"]);
    assert!(answered("CO,hoh,100000,\"Denver, CO\",2,")[5] == "69.00");
}

#[test]
fn what_cannot_be_answered_says_what_to_do() {
    let one = |row: &str| error(&format!("state,status,wage,locality,dependents,year\n{row}\n"));
    for (row, wanted) in [
        ("XX,single,1,,,", "“XX” is not a state. Use its two letters, like CA, or none"),
        ("PR,single,1,,,", "“PR” is not a state."),
        (",single,1,,,", "Enter a state, like CA, or none for federal tax only."),
        ("CA,alone,1,,,", "“alone” is not a status. Use single, joint or hoh."),
        ("CA,,1,,,", "Enter a status: single, joint or hoh."),
        ("CA,single,,,,", "Enter a wage in whole dollars, like 150000."),
        ("CA,single,lots,,,", "“lots” is not a wage. Enter whole dollars, like 150000."),
        ("CA,single,-5,,,", "“-5” is not a wage."),
        ("CA,single,100.50,,,", "“100.50” is not a wage. Enter whole dollars"),
        ("CA,single,100000001,,,", "Enter a wage of at most $100,000,000."),
        ("CA,single,99999999999999,,,", "Enter a wage of at most $100,000,000."),
        ("CA,single,1,Fresno,,", "“Fresno” is not a locality we have: leave it empty"),
        ("NY,single,1,Albany,,", "Use New York City or Yonkers."),
        ("MD,single,1,Howard,,", "Write it like “Allegany County, MD”."),
        ("MD,single,1,New York City,,", "“New York City” is not a locality we have here."),
        ("none,single,1,Yonkers,,", "“none” is not a state."),
        ("CA,single,1,,21,", "“21” is not a number of dependents. Enter a whole number from 0"),
        ("CA,single,1,,-1,", "“-1” is not a number of dependents."),
        ("CA,single,1,,,2025", "We have the taxes of 2026 only, not of “2025”."),
        ("CA,single,1,,,2026,7", "The row has 7 cells, the header 6."),
    ] {
        let told = one(row);
        assert!(told.contains(wanted), "{row}\nwanted: {wanted}\ngot: {told}");
    }
    // All that is wrong is told at once.
    let told = one("XX,alone,lots,,x,1999");
    for wanted in ["“XX”", "“alone”", "“lots”", "“x”", "“1999”"] {
        assert!(told.contains(wanted), "{told}");
    }
}

#[test]
fn a_header_that_cannot_be_used_stops_at_once() {
    for (input, wanted) in [
        ("", "no column state"),
        ("state,wage\nCA,1\n", "no column status. It needs state, status and wage"),
        ("state,status\nCA,single\n", "no column wage"),
        ("state,status,wage,Wage\n", "the column wage twice"),
    ] {
        let error = answer(input.as_bytes()).unwrap_err();
        assert!(matches!(error, tool::Error::Header(_)), "{error:?}");
        assert!(error.to_string().contains(wanted), "{error}");
    }
}

#[test]
fn rows_keep_their_place_and_other_columns() {
    let input = "id,state,status,wage\n7,TX,single,150000\n\n8,XX,single,1\n9,TX\n10,TX,hoh,0\n";
    let rows = rows(input.as_bytes());
    let errors: Vec<bool> = rows.iter().map(|row| !row.last().unwrap().is_empty()).collect();
    assert_eq!(errors, [false, true, true, true, false]);
    assert_eq!(rows[1].last().unwrap(), "The line is empty.");
    let ids: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(ids, ["7", "", "8", "9", "10"]);
    assert_eq!(rows[4][10], "0.00");
}

fn program() -> Child {
    Command::new(env!("CARGO_BIN_EXE_paypath"))
        .arg("takehome")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn run(input: &str) -> Output {
    let mut child = program();
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn the_exit_status_says_how_it_went() {
    let status = |input: &str| {
        let output = run(input);
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(status("state,status,wage\nTX,single,1\n"), (0, String::new()));
    let (code, told) = status("state,status,wage\nTX,single,1\nXX,single,1\nYY,single,1\n");
    assert_eq!((code, &*told), (1, "2 rows could not be answered: see the error column.\n"));
    let (code, told) = status("state,wage\n");
    assert_eq!(code, 2);
    assert!(told.contains("no column status"), "{told}");
}

#[test]
fn the_help_lists_what_a_row_may_hold() {
    let help = Command::new(env!("CARGO_BIN_EXE_paypath")).args(["takehome", "--help"]).output();
    let help = String::from_utf8(help.unwrap().stdout).unwrap();
    for wanted in ["state, status, wage", "hoh (head of household)", "Philadelphia", "2026"] {
        assert!(help.contains(wanted), "{wanted}");
    }
}

#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    let mut child = program();
    let mut input = child.stdin.take().unwrap();
    let feed = thread::spawn(move || {
        let _ = input.write_all(b"state,status,wage\n");
        while input.write_all(b"CA,single,150000\n").is_ok() {}
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("state,"));
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap();
    assert_eq!(output.status.code(), Some(0));
}

/// 200,000 rows need no more memory than 20,000 (Linux says how much there was at most).
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_rows() {
    let peak = |rows: usize| {
        let mut child = program();
        let mut input = child.stdin.take().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let drain = thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()).unwrap());
        let mut block = String::new();
        for wage in 0..1000 {
            writeln!(block, "NY,joint,{}", 40_000 + 100 * wage).unwrap();
        }
        input.write_all(b"state,status,wage\n").unwrap();
        for _ in 0..rows / 1000 {
            input.write_all(block.as_bytes()).unwrap();
        }
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        drop(input);
        assert!(child.wait().unwrap().success());
        assert!(drain.join().unwrap() > rows as u64 * 50);
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
        line.split_ascii_whitespace().nth(1).unwrap().parse::<u64>().unwrap()
    };
    let (few, many) = (peak(20_000), peak(200_000));
    assert!(many < few + 1024, "{few} KB, then {many} KB");
}
