//! Finding and reading what the fit learns from, with checksums.

use super::postings::{self, Posting};
use super::settings::{SETTINGS, Settings};
use super::survey::{self, Respondent};
use crate::refresh::sources::hex;
use crate::tables::{self, CITED, Fault, Faults, InputRow, Model, Tables};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::{fs, io};

/// Tables under `data/` that the fit learns from.
const LEARNT_FROM: [&str; 5] = ["wages.csv", "metros.csv", "cities.csv", "roles.json", SETTINGS];

/// What was read.
pub(super) struct Inputs {
    pub(super) postings: Vec<Posting>,
    pub(super) respondents: Vec<Respondent>,
    pub(super) files: Vec<InputRow>,
    /// The latest day on which one of the published files was fetched.
    pub(super) date: String,
}

/// The tables, without what the last fit wrote: that may be missing or of another layout.
pub(super) fn tables(data: &Path) -> Result<Tables, Vec<Fault>> {
    let text = |file: &str| match file {
        tables::MODEL => serde_json::to_string(&Model::default()).map_err(io::Error::other),
        tables::SCORES => Ok("[]".to_owned()),
        _ => fs::read_to_string(data.join(file)),
    };
    let tables = tables::read_with(&text)?;
    let mut faults = tables::check(&tables);
    faults.retain(|fault| ![tables::MODEL, tables::SCORES].contains(&fault.file.as_str()));
    if faults.is_empty() { Ok(tables) } else { Err(faults) }
}

/// Reads postings and survey, whose names stand in `sources.json`.
pub(super) fn read(
    raw: &Path,
    data: &Path,
    tables: &Tables,
    settings: &Settings,
) -> Result<Inputs, Vec<Fault>> {
    let [_, _, postings_id, survey_id, _] = CITED;
    let mut faults = Faults::default();
    let postings_file = faults.keep(published(raw, tables, postings_id));
    let survey_file = faults.keep(published(raw, tables, survey_id));
    let (Some(postings_file), Some(survey_file)) = (postings_file, survey_file) else {
        faults.or(())?;
        return Err(Vec::new());
    };
    let postings = faults.keep_all(postings::read(raw, &postings_file.file, tables, settings));
    let respondents = faults.keep_all(survey::read(raw, &survey_file.file));
    let mut files = vec![postings_file, survey_file];
    for file in LEARNT_FROM {
        files.extend(faults.keep(input(data, file, "data")));
    }
    let (Some(postings), Some(respondents)) = (postings, respondents) else {
        faults.or(())?;
        return Err(Vec::new());
    };
    let sources = tables.sources.iter();
    let fetched = sources.filter(|source| files.iter().any(|file| file.source == source.id));
    let latest = fetched.map(|source| source.retrieved.clone()).max();
    faults.or(Inputs { postings, respondents, files, date: latest.unwrap_or_default() })
}

/// The one file of a source, which must be the one that `sources.json` knows.
fn published(raw: &Path, tables: &Tables, id: &str) -> Result<InputRow, Fault> {
    let source = tables.sources.iter().find(|source| source.id == id);
    let Some([listed]) = source.map(|source| source.files.as_slice()) else {
        return Err(Fault::file("sources.json", format!("“{id}” must list one file")));
    };
    let input = input(raw, &listed.file, id)?;
    if input.sha256 == listed.sha256 {
        return Ok(input);
    }
    let problem = format!(
        "differs from the checksum in sources.json ({id}); run `cargo paypath refresh --raw DIR \
         --retrieved YYYY-MM-DD` first, with the day it was fetched"
    );
    Err(Fault::file(&listed.file, problem))
}

fn input(folder: &Path, file: &str, source: &str) -> Result<InputRow, Fault> {
    let bytes = fs::read(folder.join(file))
        .map_err(|error| Fault::file(file, format!("cannot be read ({error}); fetch it again")))?;
    let sha256 = hex(&Sha256::digest(&bytes));
    Ok(InputRow { file: file.to_owned(), sha256, source: source.to_owned() })
}
