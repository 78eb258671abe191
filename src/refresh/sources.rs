//! `sources.json`: where each input comes from. Kept by hand, save for the checksums of the inputs
//! and the day they were fetched, which change only together. Reads no clock: the day is given.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::tables::{Fault, Faults, is_day};

/// The list's name under `data/`.
pub(super) const SOURCES: &str = "sources.json";

/// One source. Dates are a year, a year and month, or a day; `published` may be empty.
#[derive(Debug, Serialize, Deserialize)]
struct Source {
    id: String,
    publisher: String,
    title: String,
    url: String,
    published: String,
    retrieved: String,
    confirmed: String,
    licence: String,
    files: Vec<SourceFile>,
    #[serde(flatten)]
    more: Map<String, Value>,
}

/// An input and the checksum it had when the tables were made; empty before the first time.
#[derive(Debug, Serialize, Deserialize)]
struct SourceFile {
    file: String,
    sha256: String,
}

/// The list ready to write, and one line for each source whose inputs changed.
pub(super) struct Refreshed {
    pub(super) bytes: Vec<u8>,
    pub(super) notes: Vec<String>,
}

/// Brings the checksums up to date. `used` are the inputs that the tables are made from: each must
/// be listed. A listed input that is absent keeps its checksum, unless its folder is in use.
pub(super) fn refresh(
    raw: &Path,
    data: &Path,
    used: &[&str],
    retrieved: Option<&str>,
) -> Result<Refreshed, Vec<Fault>> {
    let mut faults = Faults::default();
    if let Some(day) = retrieved.filter(|day| !is_day(day)) {
        let problem = format!("\"{day}\" is not a day; write it like 2026-11-20");
        faults.add(Fault::file("--retrieved", problem));
    }
    let mut sources = parse(data)?;
    let mut notes = Vec::new();
    for source in &mut sources {
        let changed = faults.keep_all(update(raw, source, used)).unwrap_or_default();
        if changed.is_empty() {
            continue;
        }
        let id = &source.id;
        let Some(day) = retrieved else {
            let problem = format!(
                "differs from the checksum in {SOURCES} ({id}); say when you fetched it: \
                 --retrieved YYYY-MM-DD"
            );
            for file in &changed {
                faults.add(Fault::file(file, problem.clone()));
            }
            continue;
        };
        notes.push(match &changed[..] {
            [file] => format!("{id}: {file}, fetched {day}"),
            _ => format!("{id}: {} files, fetched {day}", changed.len()),
        });
        day.clone_into(&mut source.retrieved);
    }
    check_listed(&sources, used, &mut faults);
    faults.or(())?;
    let fault = |error: serde_json::Error| vec![Fault::file(SOURCES, error.to_string())];
    let mut bytes = serde_json::to_vec_pretty(&sources).map_err(fault)?;
    bytes.push(b'\n');
    Ok(Refreshed { bytes, notes })
}

/// Every input that is read must have a source.
fn check_listed(sources: &[Source], used: &[&str], faults: &mut Faults) {
    for file in used {
        if !sources.iter().any(|source| source.files.iter().any(|listed| listed.file == *file)) {
            let problem = format!("is not in {SOURCES}; add it to its source with an empty sha256");
            faults.add(Fault::file(file, problem));
        }
    }
}

fn parse(data: &Path) -> Result<Vec<Source>, Vec<Fault>> {
    let bytes = fs::read(data.join(SOURCES)).map_err(|error| {
        vec![Fault::file(SOURCES, format!("cannot be read ({error}); restore it"))]
    })?;
    let sources: Vec<Source> = serde_json::from_slice(&bytes).map_err(|error| {
        let problem = format!("column {}: {error}; mend the file", error.column());
        vec![Fault::row(SOURCES, error.line(), problem)]
    })?;
    let mut faults = Faults::default();
    for (place, source) in sources.iter().enumerate() {
        if sources[..place].iter().any(|earlier| earlier.id == source.id) {
            let problem = format!("lists {} twice; keep one", source.id);
            faults.add(Fault::column(SOURCES, "id", problem));
        }
    }
    faults.or(sources)
}

/// Sets the checksums of one source; returns the inputs that changed.
fn update(raw: &Path, source: &mut Source, used: &[&str]) -> Result<Vec<String>, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut changed = Vec::new();
    for listed in &mut source.files {
        let path = raw.join(&listed.file);
        if !path.exists() {
            if used.iter().any(|file| folder(file) == folder(&listed.file)) {
                let problem = format!(
                    "is listed in {SOURCES} ({}) but is not there; fetch it or take it off the list",
                    source.id
                );
                faults.add(Fault::file(&listed.file, problem));
            }
            continue;
        }
        let read = fs::read(&path).map_err(|error| {
            Fault::file(&listed.file, format!("cannot be read ({error}); fetch it again"))
        });
        let Some(bytes) = faults.keep(read) else { continue };
        let checksum = hex(&Sha256::digest(&bytes));
        if checksum != listed.sha256 {
            listed.sha256 = checksum;
            changed.push(listed.file.clone());
        }
    }
    faults.or(changed)
}

fn folder(file: &str) -> Option<&str> {
    file.split_once('/').map(|(folder, _)| folder)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}
