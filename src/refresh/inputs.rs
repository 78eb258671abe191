//! Finds the published files under the raw directory and the years in their names.
//! Opens none of them.

use std::fs;
use std::path::Path;

use super::{onet, outlines};
use crate::tables::{Fault, Faults};

/// The folders of wage files and of projections, under the raw directory.
const WAGES: &str = "oews";
const PROJECTIONS: &str = "projections";
const METROS: &str = "places/metros.csv";
const CITIES: &str = "places/city_aliases.csv";

/// The files that the tables are made from, named under the raw directory.
#[derive(Debug)]
pub(super) struct Inputs {
    /// National files by year, without a gap.
    pub(super) national: Vec<(u16, String)>,
    /// The metropolitan table and the year in its name, if any.
    pub(super) metro: (String, Option<u16>),
    /// Metropolitan medians of several years, with the first and the last in the name.
    pub(super) history: (String, u16, u16),
    pub(super) metros: String,
    pub(super) cities: String,
    /// The table cut from the Occupational Outlook Handbook.
    pub(super) projections: String,
}

impl Inputs {
    /// Looks for the files of each kind; a missing or a doubled one is a fault.
    pub(super) fn find(raw: &Path) -> Result<Self, Vec<Fault>> {
        let mut names = listing(raw, WAGES).map_err(|fault| vec![fault])?;
        names.sort();
        let mut faults = Faults::default();
        let national = faults.keep(national(&names));
        let what = "metropolitan table (MSA_M2025_dl.xlsx)";
        let metro = faults.keep(one(WAGES, &names, is_metro, what));
        let history = faults.keep(history(&names));
        let projections = faults.keep(projections(raw));
        for file in [METROS, CITIES, outlines::FILE].into_iter().chain(onet::FILES) {
            if !raw.join(file).is_file() {
                faults.add(Fault::file(file, "is missing; put it there"));
            }
        }
        faults.or(())?;
        let (Some(national), Some(metro), Some(history), Some(projections)) =
            (national, metro, history, projections)
        else {
            return Err(vec![Fault::file(WAGES, "holds no complete set of files")]);
        };
        Ok(Self {
            national,
            metro: (format!("{WAGES}/{metro}"), year_after_m(&metro)),
            history,
            metros: METROS.to_owned(),
            cities: CITIES.to_owned(),
            projections,
        })
    }

    /// Every file that is read.
    pub(super) fn files(&self) -> Vec<&str> {
        let national = self.national.iter().map(|(_, file)| file.as_str());
        let others =
            [&self.metro.0, &self.history.0, &self.metros, &self.cities, &self.projections];
        let fixed = onet::FILES.into_iter().chain([outlines::FILE]);
        national.chain(others.map(String::as_str)).chain(fixed).collect()
    }
}

fn listing(raw: &Path, folder: &str) -> Result<Vec<String>, Fault> {
    let read = |error: std::io::Error| {
        Fault::file(folder, format!("cannot be listed ({error}); give its parent as --raw"))
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(raw.join(folder)).map_err(read)? {
        names.push(entry.map_err(read)?.file_name().to_string_lossy().into_owned());
    }
    Ok(names)
}

fn national(names: &[String]) -> Result<Vec<(u16, String)>, Fault> {
    let is_national = |name: &&String| {
        let name = name.to_ascii_lowercase();
        name.starts_with("national_m") && is_table(&name)
    };
    let mut files: Vec<(u16, String)> = Vec::new();
    for name in names.iter().filter(is_national) {
        let file = format!("{WAGES}/{name}");
        let year = year_after_m(name).ok_or_else(|| {
            Fault::file(
                &file,
                "has no year in its name; name it as BLS does, national_M2025_dl.xlsx",
            )
        })?;
        files.push((year, file));
    }
    files.sort();
    for pair in files.windows(2) {
        if pair[1].0 != pair[0].0 + 1 {
            let problem =
                format!("follows {} ({}); one file a year is wanted", pair[0].0, pair[0].1);
            return Err(Fault::file(&pair[1].1, problem));
        }
    }
    if files.is_empty() {
        return Err(Fault::file(WAGES, "holds no national_M2025_dl.xlsx; fetch it from BLS"));
    }
    Ok(files)
}

fn history(names: &[String]) -> Result<(String, u16, u16), Fault> {
    let what = "history of medians (oews_metro_medians_2019_2025.csv)";
    let name = one(WAGES, names, is_history, what)?;
    let file = format!("{WAGES}/{name}");
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let years: Vec<u16> = stem.split('_').filter_map(year).collect();
    match years[..] {
        [first, last] if first <= last => Ok((file, first, last)),
        _ => Err(Fault::file(&file, "must name its first and last year, as in _2019_2025")),
    }
}

fn projections(raw: &Path) -> Result<String, Fault> {
    let mut names = listing(raw, PROJECTIONS)?;
    names.sort();
    let is_handbook = |name: &str| name.starts_with("ooh_") && is_table(name);
    let name = one(PROJECTIONS, &names, is_handbook, "table of projections (ooh_2024_34.csv)")?;
    Ok(format!("{PROJECTIONS}/{name}"))
}

fn one(folder: &str, names: &[String], is: fn(&str) -> bool, what: &str) -> Result<String, Fault> {
    let found: Vec<&String> = names.iter().filter(|name| is(&name.to_ascii_lowercase())).collect();
    match found[..] {
        [name] => Ok(name.clone()),
        [] => Err(Fault::file(folder, format!("holds no {what}; put one there"))),
        [first, second, ..] => {
            let problem = format!("holds both {first} and {second}; keep one {what}");
            Err(Fault::file(folder, problem))
        }
    }
}

fn is_history(name: &str) -> bool {
    name.starts_with("oews_metro_medians") && is_table(name)
}

fn is_metro(name: &str) -> bool {
    let starts = name.starts_with("msa_") || name.starts_with("oews_metro");
    starts && !is_history(name) && is_table(name)
}

fn is_table(name: &str) -> bool {
    let kind = Path::new(name).extension();
    kind.is_some_and(|kind| kind == "csv" || kind == "xlsx")
}

/// The year in BLS's way of naming, `..._M2025...`.
pub(super) fn year_after_m(name: &str) -> Option<u16> {
    name.split('_').find_map(|part| year(part.strip_prefix(['M', 'm'])?.get(..4)?))
}

/// A four-digit year of this century.
pub(super) fn year(text: &str) -> Option<u16> {
    let year = text.parse().ok()?;
    (text.len() == 4 && (2000..2100).contains(&year)).then_some(year)
}
