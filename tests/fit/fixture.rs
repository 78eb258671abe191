//! Made-up postings and survey answers beside the real tables, with three roles and quick settings.
//! Everything is reckoned from counters, so that it is the same each time.

use paypath::fit::{Fit, run};
use paypath::tables::Fault;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const POSTINGS: &str = "postings/aijobs_2025-01-19.csv";
pub(crate) const SURVEY: &str = "survey/stackoverflow_2025_us.csv";
pub(crate) const HEADER: &str = "work_year,experience_level,employment_type,job_title,salary,\
    salary_currency,salary_in_usd,employee_residence,remote_ratio,company_location,company_size\n";
const ROLES: [&str; 3] = ["software-engineer", "data-scientist", "data-analyst"];

/// The directories of one test, removed at its end.
pub(crate) struct Fixture(PathBuf);

impl Fixture {
    /// A complete, sound set of files; `name` keeps tests apart.
    pub(crate) fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fit-{name}"));
        let _ = fs::remove_dir_all(&root);
        for folder in ["raw/postings", "raw/survey", "data/tax"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        let fixture = Self(root);
        let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        for folder in ["", "tax"] {
            for entry in fs::read_dir(real.join(folder)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    let name = Path::new(folder).join(path.file_name().unwrap());
                    fs::copy(&path, fixture.data(name.to_str().unwrap())).unwrap();
                }
            }
        }
        fixture.edit("roles.json", |roles| {
            roles
                .as_array_mut()
                .unwrap()
                .retain(|role| ROLES.contains(&role["id"].as_str().unwrap()));
        });
        fixture.edit("role_pages.json", |pages| {
            let pages = pages.as_array_mut().unwrap();
            pages.retain(|page| ROLES.contains(&page["role"].as_str().unwrap()));
            for page in pages {
                page["next"] = json!([]);
            }
        });
        fixture.edit("moves.json", |moves| {
            let entries = moves["roles"].as_array_mut().unwrap();
            entries.retain(|entry| ROLES.contains(&entry["role"].as_str().unwrap()));
            moves["usual"] = json!([]);
        });
        fixture.edit("claims.json", |claims| {
            for claim in claims.as_array_mut().unwrap() {
                claim["roles"] = json!([ROLES[0]]);
            }
        });
        fixture.edit("fit.json", |settings| {
            let quick = [
                ("rounds", json!(3)),
                ("straight_grid", json!([5])),
                ("bend_grid", json!([6])),
                ("resamples", json!(4)),
            ];
            for (name, value) in quick {
                settings[name]["value"] = value;
            }
        });
        fixture.raw(POSTINGS, &postings());
        fixture.raw(SURVEY, &survey());
        fixture
    }

    pub(crate) fn data(&self, file: &str) -> PathBuf {
        self.0.join("data").join(file)
    }

    /// Writes a published file and its checksum into `sources.json`.
    pub(crate) fn raw(&self, file: &str, text: &str) {
        fs::write(self.0.join("raw").join(file), text).unwrap();
        let sum =
            Sha256::digest(text).iter().fold(String::new(), |sum, byte| format!("{sum}{byte:02x}"));
        self.edit("sources.json", |sources| {
            let sources = sources.as_array_mut().unwrap().iter_mut();
            let files = sources.flat_map(|source| source["files"].as_array_mut().unwrap());
            for listed in files.filter(|listed| listed["file"] == file) {
                listed["sha256"] = sum.clone().into();
            }
        });
    }

    /// Replaces text in a published file, whose new checksum is known.
    #[track_caller]
    pub(crate) fn spoil(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.0.join("raw").join(file)).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        self.raw(file, &text.replacen(from, to, 1));
    }

    pub(crate) fn edit(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let path = self.data(file);
        let mut value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        change(&mut value);
        fs::write(path, value.to_string()).unwrap();
    }

    pub(crate) fn run(&self) -> Result<Fit, Vec<Fault>> {
        run(&self.0.join("raw"), &self.0.join("data"))
    }

    /// What the fit writes.
    pub(crate) fn written(&self) -> [Vec<u8>; 2] {
        ["model.json", "scores.json"].map(|file| fs::read(self.data(file)).unwrap())
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Shares spread evenly between 0 and 1: multiples of the golden section.
fn share(number: u32) -> f64 {
    (f64::from(number) * 0.618_033_988_75).fract()
}

/// A normal score of a share, roughly: the sum of it and of its neighbours, stretched.
fn score(share: f64) -> f64 {
    let odds = share.clamp(0.002, 0.998);
    (odds / (1.0 - odds)).ln() / 1.702
}

fn postings() -> String {
    let mut text = HEADER.to_owned();
    let titles = [("Software Engineer", 12.0), ("Data Scientist", 11.9), ("Data Analyst", 11.5)];
    for number in 0..4_000_u32 {
        let (title, middle) = titles[number as usize % 3];
        let level = [2, 2, 2, 1, 1, 2, 2, 0, 2, 3][number as usize / 3 % 10];
        let name = ["EN", "MI", "SE", "EX"][level];
        let moved = [-0.4, -0.2, 0.0, 0.15][level];
        let pay = (middle + moved + 0.33 * score(share(number))).exp() as u32;
        let year = if number % 50 == 0 { 2025 } else { 2024 };
        let remote = [0, 0, 100, 50][number as usize % 4];
        for end in [pay * 9 / 10, pay * 11 / 10] {
            writeln!(text, "{year},{name},FT,{title},{end},USD,{end},US,{remote},US,M").unwrap();
        }
    }
    text
}

fn survey() -> String {
    let mut text = "salary,YearsCode,Country,EdLevel,PrimaryLanguage,PrimaryRole\n".to_owned();
    let degrees = [
        "Bachelor’s degree (B.A.)",
        "Master’s degree (M.A.)",
        "Professional degree (JD)",
        "Associate degree (A.A.)",
    ];
    for number in 0..900_u32 {
        let years = number % 40 + 1;
        let work = f64::from(years.saturating_sub(5));
        let grown =
            0.38 * (0.15 * work.min(5.0) + 0.9 * (1.0 - (-(work - 5.0).max(0.0) / 6.0).exp()));
        let degree = (number / 40) as usize % 4;
        let pay = (11.2 + grown + 0.04 * degree as f64 + 0.45 * score(share(number))).exp() as u32;
        let role = if number % 3 == 0 { "Data scientist" } else { "\"Developer, back-end\"" };
        writeln!(text, "{pay}.0,{years}.0,USA,\"{}\",Rust,{role}", degrees[degree]).unwrap();
    }
    text
}
