//! Any bytes as CSV for the native tool: every row keeps its place and its cells, and is answered or
//! says why not. The first byte chooses what is asked: `t` take-home pay, `j` estimates as JSON,
//! any other estimates as CSV.

#![no_main]

use csv::{ByteRecord, ReaderBuilder};
use libfuzzer_sys::fuzz_target;
use paypath::dataset::Dataset;
use paypath::tool::{Error, estimate, takehome};
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, input)) = bytes.split_first() else { return };
    let (dataset, mut out) = (Dataset::embedded(), Vec::new());
    match kind {
        b't' => rows(input, &takehome(dataset, input, &mut out).map(|bad| (bad, &out[..]))),
        b'j' => lines(input, &estimate(dataset, input, &mut out, true).map(|bad| (bad, &out[..]))),
        _ => rows(input, &estimate(dataset, input, &mut out, false).map(|bad| (bad, &out[..]))),
    }
});

/// A tool that reads from memory fails only by its header, in words.
fn header(error: &Error) {
    let Error::Header(message) = error else { panic!("{error:?}") };
    assert!(message.starts_with("The header has ") && !message.contains('\n'), "{message}");
}

fn records(text: &[u8]) -> Vec<ByteRecord> {
    let mut reader = ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text);
    reader.byte_records().map(|record| record.expect("memory is read")).collect()
}

fn rows(input: &[u8], answer: &Result<(u64, &[u8]), Error>) {
    let (bad, out) = match answer {
        Ok(answer) => answer,
        Err(error) => return header(error),
    };
    let (asked, told) = (records(input), records(out));
    let width = asked[0].len();
    let mut errors = 0;
    let added = told[0].len() - width;
    for row in &told[1..] {
        assert_eq!(row.len(), width + added, "{row:?}");
        let said = !row[row.len() - 1].is_empty();
        // Evidence, or what is taken home: what stands before the error.
        assert_eq!(said, row[row.len() - 2].is_empty(), "{row:?}");
        errors += u64::from(said);
    }
    assert_eq!(errors, *bad);
    // What was asked comes back in order: as it was, filled up or cut to the header's width. Rows
    // of nothing are left out, for an empty line is a row too, which the reader passes over here.
    let cells = |row: &ByteRecord| -> Vec<Vec<u8>> {
        (0..width).map(|at| row.get(at).unwrap_or_default().to_vec()).collect()
    };
    let holds = |cells: &Vec<Vec<u8>>| cells.iter().any(|cell| !cell.is_empty());
    let both = [&asked[1..], &told[1..]]
        .map(|rows| rows.iter().map(cells).filter(holds).collect::<Vec<_>>());
    assert_eq!(both[0], both[1]);
    assert!(told.len() >= asked.len());
}

fn lines(input: &[u8], answer: &Result<(u64, &[u8]), Error>) {
    let (bad, out) = match answer {
        Ok(answer) => answer,
        Err(error) => return header(error),
    };
    let width = records(input).first().map_or(0, ByteRecord::len);
    let text = std::str::from_utf8(out).expect("JSON is UTF-8");
    let mut errors = 0;
    for line in text.lines() {
        let Ok(Value::Object(row)) = serde_json::from_str(line) else { panic!("{line}") };
        errors += u64::from(row.contains_key("error"));
        let Some(Value::Object(asked)) = row.get("input") else { panic!("{line}") };
        assert_eq!(asked.len(), width, "every cell comes back: {line}");
        assert!(asked.keys().all(|name| !name.starts_with('\u{feff}')), "{line}");
    }
    assert_eq!(errors, *bad, "{text}");
}
