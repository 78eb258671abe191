//! Any text as a file of `data/`, named by its first line: its faults are told in words, and each
//! names its file. The other files are cut short, so that one look takes a hundredth of a second.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paypath::tables::{check, read_with};
use serde_json::Value;
use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::LazyLock;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");

/// Rows that are kept of each table.
const KEPT: usize = 4;

/// Every file of the folder by its name in it, tables cut short.
static FILES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut files = HashMap::new();
    for folder in ["", "tax/"] {
        let list = Path::new(DATA).join(folder).read_dir().expect("the folder of the data");
        for entry in list.flatten().filter(|entry| entry.path().is_file()) {
            let text = std::fs::read_to_string(entry.path()).expect("text");
            let name = format!("{folder}{}", entry.file_name().display());
            let short = match serde_json::from_str(&text) {
                Ok(mut whole) => {
                    shorten(&mut whole);
                    whole.to_string()
                }
                Err(_) => text.split_inclusive('\n').take(1 + KEPT).collect(),
            };
            files.insert(name, short);
        }
    }
    files
});

/// Keeps the first few of several things, wherever they are listed.
fn shorten(value: &mut Value) {
    match value {
        Value::Array(things) => {
            if things.iter().all(Value::is_object) {
                things.truncate(KEPT);
            }
            things.iter_mut().for_each(shorten);
        }
        Value::Object(fields) => fields.values_mut().for_each(shorten),
        _ => {}
    }
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Some((name, text)) = text.split_once('\n') else { return };
    if !FILES.contains_key(name) {
        return;
    }
    let file = |file: &str| match FILES.get(file) {
        Some(_) if file == name => Ok(text.to_owned()),
        Some(text) => Ok(text.clone()),
        None => Err(io::Error::from(io::ErrorKind::NotFound)),
    };
    let faults = match read_with(&file) {
        Ok(tables) => check(&tables),
        Err(faults) => {
            assert!(faults.iter().all(|fault| fault.to_string().starts_with(name)), "{faults:?}");
            faults
        }
    };
    assert!(!faults.is_empty(), "tables that are cut short have faults");
    for fault in faults {
        let said = fault.to_string();
        assert!(said.contains(": ") && !said.contains('\n'), "{said:?}");
    }
});
