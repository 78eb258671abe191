//! The native tool: what goes in comes out in the same order, answered or with what to do; exit
//! status and memory as a script needs them.

#![cfg(feature = "native")]
#![allow(missing_docs)]

use paypath::dataset::Dataset;
use paypath::tool;
use serde_json::Value;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

const ADDED: &str = "p10,p25,p50,p75,p90,evidence,error";

/// The answer to some input and how many rows had none.
fn answer(input: &[u8], json: bool) -> Result<(String, u64), tool::Error> {
    let mut out = Vec::new();
    let bad = tool::estimate(Dataset::embedded(), input, &mut out, json)?;
    Ok((String::from_utf8_lossy(&out).into_owned(), bad))
}

/// The rows of the answer as cells, without the header.
#[track_caller]
fn rows(input: &[u8]) -> Vec<Vec<String>> {
    let (out, bad) = answer(input, false).unwrap();
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let told = rows.iter().filter(|row| !row.last().unwrap().is_empty()).count();
    assert_eq!(told as u64, bad, "each row without an answer says why");
    rows
}

/// The error of the only row.
#[track_caller]
fn error(input: &[u8]) -> String {
    let rows = rows(input);
    assert_eq!(rows.len(), 1, "{rows:?}");
    let row = &rows[0];
    assert!(row[row.len() - 7..row.len() - 1].iter().all(String::is_empty), "{row:?}");
    row.last().unwrap().clone()
}

#[track_caller]
fn header_error(input: &[u8], wanted: &str) {
    let error = answer(input, false).unwrap_err();
    assert!(matches!(error, tool::Error::Header(_)), "{error:?}");
    assert!(error.to_string().contains(wanted), "{error}");
}

#[test]
fn a_question_is_answered() {
    let input = "role,place,years\nMachine Learning Engineer,\"Palo Alto, CA\",5\n";
    let (out, bad) = answer(input.as_bytes(), false).unwrap();
    assert_eq!(bad, 0);
    assert!(out.starts_with(&format!("role,place,years,{ADDED}\n")), "{out}");
    let rows = rows(input.as_bytes());
    assert_eq!(rows[0][..3], ["Machine Learning Engineer", "Palo Alto, CA", "5"]);
    let pay: Vec<u32> = rows[0][3..8].iter().map(|cell| cell.parse().unwrap()).collect();
    assert!(pay.is_sorted() && pay[0] > 60_000 && pay[4] < 600_000, "{pay:?}");
    assert_eq!(rows[0][8..], ["published", ""]);
}

#[test]
fn spreadsheets_write_csv_in_many_ways() {
    let plain = rows(b"role,place,years\nMLE,Austin,5\n")[0][3..].to_vec();
    let many: [&[u8]; 6] = [
        b"\xef\xbb\xbfrole,place,years\nMLE,Austin,5\n",
        b"role,place,years\r\nMLE,Austin,5\r\n",
        b"role,place,years\nMLE,Austin,5",
        b"Role, PLACE ,\"years\"\n MLE ,\"austin, tx\", +5 \n",
        b"years,place,role\n5,Austin,MLE\n",
        b"role,place,years,education\nMLE,Austin,5,bachelors\n",
    ];
    for input in many {
        let rows = rows(input);
        let row = &rows[0];
        let same = row[row.len() - 7..] == plain;
        assert!(same, "{}: {row:?}", String::from_utf8_lossy(input));
    }
}

#[test]
fn other_columns_and_quoted_lines_stay_as_they_are() {
    let input = "id,note,role,place,years\n7,\"two\nlines, \"\"quoted\"\"\",MLE,Austin,5\n";
    let rows = rows(input.as_bytes());
    assert_eq!(rows[0][..2], ["7", "two\nlines, \"quoted\""]);
    assert_eq!(rows[0][10], "published");
}

#[test]
fn a_level_or_years_but_not_both() {
    let header = "role,place,years,level\n";
    let ask = |row: &str| rows(format!("{header}{row}\n").as_bytes()).remove(0);
    assert_eq!(ask("MLE,Austin,,SE")[4..9], ask("MLE,Austin,,senior")[4..9]);
    let one = |row: &str| error(format!("{header}{row}\n").as_bytes());
    assert_eq!(one("MLE,Austin,8,senior"), "Give years or a level, not both.");
    assert_eq!(one("MLE,Austin,,"), "Enter years of experience from 0 to 50, or a level.");
    assert!(one("MLE,Austin,,boss").contains("“boss” is not a level"));
    assert_eq!(rows(b"role,place,level\nMLE,US,entry\n")[0][8..], ["national", ""]);
}

#[test]
fn what_cannot_be_answered_says_what_to_do() {
    let cases: [(&[u8], &str); 9] = [
        (b"MLE,Austin\n", "Enter years of experience from 0 to 50, or a level."),
        (b"MLE,Austin,5,6\n", "The row has 4 cells, the header 3."),
        (b"MLE,Aus\xfftin,5\n", "The row is not UTF-8 text."),
        (b"MLE,Portland,5\n", "More than one city is named"),
        (b"MLE,Austinn,5\n", "Did you mean Austin, TX?"),
        (b"MLE,Austin,5.5\n", "Enter whole years of experience from 0 to 50, not “5.5”."),
        (b"MLE,Austin,1e3\n", "“1e3” is not a number."),
        (b"Blacksmith,Austin,5\n", "“Blacksmith”. “paypath estimate --help” lists them."),
        (b",,\n", "Choose a job. Enter a city, or US for the whole country. Enter years"),
    ];
    for (row, wanted) in cases {
        let told = error(&[b"role,place,years\n", row].concat());
        assert!(told.contains(wanted), "wanted: {wanted}\ngot: {told}");
    }
    assert!(error(b"role,place,years,education\nMLE,Austin,5,x\n").contains("not an education"));
}

#[test]
fn a_header_that_cannot_be_used_stops_at_once() {
    header_error(b"", "no column role");
    header_error(b"\n\n", "no column role");
    header_error(b"role,years\nMLE,5\n", "no column place");
    header_error(b"role,place\nMLE,Austin\n", "no column years");
    header_error(b"role,place,years,Role\n", "the column role twice");
    assert_eq!(answer(b"role,place,years\n", false).unwrap().0.lines().count(), 1);
}

/// A line is a row, so that answers can be put beside their questions; at the end it is none.
#[test]
fn an_empty_line_keeps_its_place() {
    for end in ["\n", "\r\n"] {
        let lines = [
            "role,place,years,note",
            "",
            "MLE,Austin,5,\"a",
            "",
            "b\"",
            "",
            "",
            "MLE,US,5,c\"",
            "",
        ];
        let input = format!("{end}{}{end}{end}", lines.join(end));
        let rows = rows(input.as_bytes());
        let told: Vec<&str> = rows.iter().map(|row| row.last().unwrap().as_str()).collect();
        let empty = paypath::words::EMPTY_LINE;
        assert_eq!(told, [empty, "", empty, empty, ""]);
        assert_eq!((rows[1][3].as_str(), rows[4][3].as_str()), (&*format!("a{end}{end}b"), "c\""));
    }
    assert_eq!(rows(b"role,place,years\n\nMLE,Austin,5")[0].last().unwrap(), "The line is empty.");
    assert_eq!(rows(b"role,place,years\n\n\n").len(), 0);
}

/// The same name is answered alike the first time and later.
#[test]
fn an_unknown_name_is_told_each_time() {
    let row = "Blacksmyth,Nowhere Springs,5\n";
    let rows = rows(format!("role,place,years\n{}Austin,Austin,5\n", row.repeat(3)).as_bytes());
    assert_eq!(rows[0], rows[2]);
    assert!(rows[3].last().unwrap().contains("role named “Austin”"), "{:?}", rows[3]);
}

#[test]
fn the_roles_are_listed_by_the_help() {
    let help = run(&["estimate", "--help"], "").stdout;
    let help = String::from_utf8(help).unwrap();
    for role in Dataset::embedded().roles {
        assert!(help.contains(role.title) && help.contains(role.id), "{}", role.id);
    }
}

#[test]
fn rows_keep_their_order_and_their_number() {
    let mut input = "n,role,place,years\n".to_owned();
    for n in 0..500 {
        let place = if n % 7 == 0 { "Nowhere" } else { "Seattle" };
        writeln!(input, "{n},Data Scientist,{place},{}", n % 51).unwrap();
    }
    let rows = rows(input.as_bytes());
    assert_eq!(rows.len(), 500);
    assert!(rows.iter().enumerate().all(|(n, row)| row[0] == n.to_string()));
}

#[test]
fn json_lines_carry_steps_with_sources_that_exist() {
    let input =
        b"\xef\xbb\xbfrole,place,years\nMLE,Austin,5\nMLE,US,5\nMLE,Nowhere,5\nMLE,A\xffb,5\n";
    let (out, bad) = answer(input, true).unwrap();
    assert_eq!((out.lines().count(), bad), (4, 2));
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for line in &lines[..2] {
        assert_eq!(line["input"]["role"], "MLE");
        assert!(line["p10"].as_u64().unwrap() < line["p90"].as_u64().unwrap());
        let steps = line["steps"].as_array().unwrap();
        assert_eq!(steps.len(), 4);
        for step in steps {
            assert!(!step["name"].as_str().unwrap().is_empty());
            assert!(!step["text"].as_str().unwrap().is_empty());
            for id in step["sources"].as_array().unwrap() {
                let known = Dataset::embedded().source_by_id(id.as_str().unwrap());
                assert!(known.is_some(), "{id}");
            }
        }
    }
    assert_eq!(
        (&lines[0]["evidence"], &lines[1]["evidence"]),
        (&"published".into(), &"national".into())
    );
    assert!(lines[2]["error"].as_str().unwrap().contains("Nowhere"));
    assert!(lines[3]["error"].as_str().unwrap().contains("UTF-8"));
}

fn program(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_paypath"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = program(arguments);
    // A program that stops at the header does not read the rest.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn status(arguments: &[&str], input: &str) -> (i32, String) {
    let output = run(arguments, input);
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn the_exit_status_says_how_it_went() {
    let header = "role,place,years\n";
    assert_eq!(status(&["estimate"], &format!("{header}MLE,Austin,5\n")), (0, String::new()));
    let (code, told) = status(&["estimate"], &format!("{header}MLE,Nowhere,5\nMLE,US,5\n"));
    assert_eq!((code, told.as_str()), (1, "1 row could not be answered: see the error column.\n"));
    let (code, told) = status(&["estimate", "--json"], "role,years\n");
    assert_eq!(code, 2);
    assert!(told.contains("no column place"), "{told}");
    assert_eq!(status(&["estimate", "--no-such-option"], "").0, 2);
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    assert_eq!(status(&["check", "--data", data], "").0, 0);
    let (code, told) = status(&["check", "--data", "no/such/folder"], "");
    assert_eq!(code, 2);
    assert!(told.contains("model.json") && told.contains("wages.csv"), "{told}");
}

#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    for arguments in [&["estimate"][..], &["estimate", "--json"]] {
        let mut child = program(arguments);
        let mut input = child.stdin.take().unwrap();
        let feed = thread::spawn(move || {
            let _ = input.write_all(b"role,place,years\n");
            while input.write_all(b"Data Scientist,Austin,5\n").is_ok() {}
        });
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        assert!(!first.is_empty());
        let output = child.wait_with_output().unwrap();
        feed.join().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), told.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

/// 200,000 rows need no more memory than 20,000 (Linux says how much there was at most).
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_rows() {
    let peak = |rows: usize| {
        let mut child = program(&["estimate"]);
        let mut input = child.stdin.take().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let drain = thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()).unwrap());
        let block = "Machine Learning Engineer,\"Austin, TX\",5\n".repeat(1000);
        input.write_all(b"role,place,years\n").unwrap();
        for _ in 0..rows / 1000 {
            input.write_all(block.as_bytes()).unwrap();
        }
        // Nearly all rows are read by now, and the program waits for more.
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

#[test]
fn json_keeps_every_cell_whatever_its_column_is_called() {
    let input = "\u{feff}role,place,years,note,note,note 2,\nData Scientist,US,1,a,b,c,d\n";
    let (out, bad) = answer(input.as_bytes(), true).unwrap();
    let row: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(bad, 0);
    let cells =
        [("role", "Data Scientist"), ("note", "a"), ("note 3", "b"), ("note 2", "c"), ("", "d")];
    for (name, cell) in cells {
        assert_eq!(row["input"][name], cell, "{out}");
    }
    assert_eq!(row["input"].as_object().unwrap().len(), 7);
}
