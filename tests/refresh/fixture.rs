//! A small set of published files and hand-kept lists in a directory of its own.
//! Two metros, two occupations, two years; each test spoils the one thing it is about.

use std::fs;
use std::path::{Path, PathBuf};

use super::{taxes, work};
use paypath::refresh::{Options, Report, run};
use paypath::tables::Fault;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

pub(crate) const METRO: &str = "oews/oews_metro_M2025.csv";
pub(crate) const HISTORY: &str = "oews/oews_metro_medians_2024_2025.csv";
pub(crate) const METROS: &str = "places/metros.csv";
pub(crate) const CITIES: &str = "places/city_aliases.csv";
pub(crate) const NATIONAL: &str = "oews/national_M2025_dl.xlsx";

/// The metropolitan table: a complete row, one of each mark, and a thousands separator.
pub(crate) const METRO_ROWS: &str = "\
YEAR,AREA,AREA_TITLE,PRIM_STATE,OCC_CODE,OCC_TITLE,TOT_EMP,LOC_QUOTIENT,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90
2025,41940,San Jose,CA,15-2051,Data Scientists,\"12,000\",6.21,100000,140000,185080,#,#
2025,41940,San Jose,CA,15-1252,Software Developers,90000,4.5,120000,160000,213110,250000,290000
2025,10380,Aguadilla,PR,15-2051,Data Scientists,**,**,50000,60000,70000,80000,90000
2025,10380,Aguadilla,PR,15-1252,Software Developers,50,0.4,*,*,*,*,*
";

const HISTORY_ROWS: &str = "\
YEAR,AREA,AREA_TITLE,OCC_CODE,TOT_EMP,A_MEDIAN
2024,41940,San Jose,15-2051,11000,180000
2024,71650,Boston NECTA,15-2051,9000,120000
2025,41940,San Jose,15-2051,12000,185080
2025,41940,San Jose,15-1252,90000,213110
2025,10380,Aguadilla,15-2051,**,70000
2025,10380,Aguadilla,15-1252,50,*
";

/// The directories of one test, removed at its end.
pub(crate) struct Fixture(PathBuf);

impl Fixture {
    /// A complete, sound set of files; `name` keeps tests apart.
    pub(crate) fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("refresh-{name}"));
        let _ = fs::remove_dir_all(&root);
        let fixture = Self(root);
        for folder in
            ["raw/oews", "raw/places", "raw/onet", "raw/projections", "raw/us-atlas", "data/tax"]
        {
            fs::create_dir_all(fixture.0.join(folder)).unwrap();
        }
        fixture.raw(METRO, METRO_ROWS);
        fixture.raw(HISTORY, HISTORY_ROWS);
        fixture.raw(
            METROS,
            "cbsa,name,state,lat,lng,rpp_2024\n41940,\"San Jose, CA\",CA,37.3,-121.9,112.9\n\
             10380,\"Aguadilla, PR\",PR,18.391555,-67.097202,\n",
        );
        fixture.raw(CITIES, "city,cbsa,lca_filings_fy2026h1\n\"Palo Alto, CA\",41940,1113\n");
        fixture.national(2024, 112_590.0);
        fixture.national(2025, 120_230.0);
        work::fill(&fixture);
        taxes::fill(&fixture);
        fixture.by_hand();
        fixture.list_sources(METRO);
        fixture
    }

    /// The files under `data/` that no refresh writes.
    fn by_hand(&self) {
        self.data("occupations.csv", "code,title\n15-1252,Software\n15-2051,Data\n");
        self.data("states.csv", "code,name\nCA,California\nPR,Puerto Rico\n");
        self.data("place_names.csv", "name,cbsa,kind\nBay Area,41940,nickname\n");
        let listed = json!([{"name": "Silicon Valley, CA", "cbsa": 41940}]);
        self.json("listed_cities.json", &json!({"source": "article-a", "cities": listed}));
        let shares =
            json!([{"code": "15-2051", "weight": 1, "reason": "Same work.", "source": "all"}]);
        self.json(
            "roles.json",
            &json!([{"id": "data-scientist", "title": "Data Scientist", "family": "Data",
                "aliases": [], "occupations": shares, "pool": "data", "postings": []}]),
        );
        let said = json!({"role": "data-scientist", "summary": "Work.", "day": ["Work"],
            "responsibilities": ["Work"], "differs": "Not at all.", "next": [], "must": ["sql"],
            "helpful": [], "education": "Some.", "ours": true});
        self.json("role_pages.json", &json!([said]));
        self.json(
            "skills.json",
            &json!({"groups": [{"id": "data", "name": "Data", "about": "All."}],
            "skills": [{"id": "sql", "name": "SQL", "group": "data", "what": "Asking.",
                "level": "start", "learn": [], "hours": [1, 2, 3], "ours": true}]}),
        );
        self.json(
            "faq.json",
            &json!({"groups": [{"id": "all", "name": "All"}], "questions": [
            {"id": "why", "group": "all", "question": "Why?", "answer": ["So."],
                "more": {"href": "/", "text": "More"}, "ours": true}]}),
        );
        self.json("moves.json", &moves());
        let facts = ["E1", "E2", "E3", "O1", "O2", "O3", "O4"];
        self.json(
            "guide.json",
            &json!({"sections": [{"id": "job", "title": "Job", "blocks": [
            {"kind": "text", "text": "Work.", "ours": true, "facts": facts}]}]}),
        );
        self.json(
            "releases.json",
            &json!([{ "date": "2026-01-02", "title": "First", "changes": ["All of it."] }]),
        );
        self.json(
            "claims.json",
            &json!([{"id": "P1", "source": "article-a", "roles": ["data-scientist"],
                "about": "average", "kind": "point", "low": 100_000.0, "high": null,
                "unit": "year", "differs": "It is older."}]),
        );
        self.json("scores.json", &json!([]));
        self.json("model.json", &model());
    }

    /// Writes a JSON file under `data/`.
    pub(crate) fn json(&self, file: &str, value: &serde_json::Value) {
        self.data(file, &value.to_string());
    }

    pub(crate) fn raw_dir(&self) -> PathBuf {
        self.0.join("raw")
    }

    pub(crate) fn data_dir(&self) -> PathBuf {
        self.0.join("data")
    }

    pub(crate) fn raw(&self, file: &str, text: &str) {
        fs::write(self.raw_dir().join(file), text).unwrap();
    }

    /// An input as it stands.
    pub(crate) fn raw_text(&self, file: &str) -> String {
        fs::read_to_string(self.raw_dir().join(file)).unwrap()
    }

    pub(crate) fn remove(&self, file: &str) {
        fs::remove_file(self.raw_dir().join(file)).unwrap();
    }

    pub(crate) fn data(&self, file: &str, text: &str) {
        fs::write(self.0.join("data").join(file), text).unwrap();
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join("data").join(file)).unwrap()
    }

    /// Replaces text in an input.
    #[track_caller]
    pub(crate) fn spoil(&self, file: &str, from: &str, to: &str) {
        let path = self.raw_dir().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    /// Runs with a day given, so that new checksums are no fault.
    pub(crate) fn run(&self) -> Result<Report, Vec<Fault>> {
        self.run_on(Some("2026-11-20"))
    }

    pub(crate) fn run_on(&self, retrieved: Option<&str>) -> Result<Report, Vec<Fault>> {
        let options = Options { retrieved: retrieved.map(str::to_owned) };
        run(&self.raw_dir(), &self.0.join("data"), &options)
    }

    /// Every file under `data/` with its bytes.
    pub(crate) fn snapshot(&self) -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(self.0.join("data")).unwrap();
        let mut files: Vec<_> = entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
            .collect();
        files.sort();
        files
    }

    /// One source that lists every input.
    pub(crate) fn list_sources(&self, metro: &str) {
        let files = [metro, HISTORY, METROS, CITIES, NATIONAL, "oews/national_M2024_dl.xlsx"];
        let files: Vec<_> = files
            .into_iter()
            .chain(work::FILES)
            .map(|file| json!({"file": file, "sha256": "0".repeat(64)}))
            .collect();
        let source = |id: &str, files: &[serde_json::Value]| {
            json!({"id": id, "publisher": "BLS", "title": "OEWS", "url": "https://www.bls.gov/oes/",
                "published": "2026", "retrieved": "2026-01-01", "confirmed": "2026-11-21",
                "licence": "Public domain", "files": files})
        };
        let mut sources = vec![source("all", &files)];
        sources.extend(paypath::tables::CITED.map(|id| source(id, &[])));
        self.json("sources.json", &sources.into());
    }

    /// A national file: the columns that matter, numeric cells, and rows to leave out.
    pub(crate) fn national(&self, year: u16, median: f64) {
        let header =
            "AREA,I_GROUP,OCC_CODE,O_GROUP,TOT_EMP,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90";
        let highest = if year == 2024 { "#" } else { "199130" };
        let rows = [
            "99,cross-industry,15-2050,broad,262440,67240,85660,120230,158880,199130".to_owned(),
            format!(
                "99,cross-industry,15-2051,detailed,20000,67240,85660,{median},158880,{highest}"
            ),
            "99,cross-industry,15-1252,detailed,100000,82460,105210,135980,171980,214670"
                .to_owned(),
            "99,cross-industry,11-1011,detailed,1000,x,x,x,x,x".to_owned(),
        ];
        let table = format!("{header}\n{}\n", rows.join("\n"));
        self.workbook(
            &format!("oews/national_M{year}_dl.xlsx"),
            &format!("national_M{year}_dl"),
            &table,
        );
    }

    /// Writes comma-separated rows as a workbook: numbers as numeric cells, as BLS does.
    pub(crate) fn workbook(&self, file: &str, sheet: &str, table: &str) {
        let mut book = Workbook::new();
        let page = book.add_worksheet().set_name(sheet).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
        for (row, record) in (0..).zip(reader.records()) {
            for (column, cell) in (0..).zip(&record.unwrap()) {
                match cell.replace(',', "").parse::<f64>() {
                    Ok(number) => page.write_number(row, column, number).unwrap(),
                    Err(_) => page.write_string(row, column, cell).unwrap(),
                };
            }
        }
        book.save(self.raw_dir().join(file)).unwrap();
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Coefficients within their bounds for one role and two occupations, never fitted.
fn model() -> serde_json::Value {
    let level = |score: f64| json!({"rows": 0, "own": 0, "score": score, "spread": 0.9});
    let row = [30_000, 40_000, 50_000, 60_000, 70_000, 80_000, 90_000];
    let role = json!({"role": "data-scientist", "rows": 0, "own": 0, "score": 0,
        "reference": [10.5, 10.8, 11, 11.2, 11.5], "places": [[41940, 1]],
        "levels": [level(-0.8), level(-0.3), level(0.2), level(0.7)], "country": vec![row; 11]});
    let education: Vec<_> = ["none", "bachelors", "masters", "doctorate"]
        .iter()
        .map(|name| json!({"education": name, "rows": 0, "score": 0, "error": 0}))
        .collect();
    let mean = [50_000, 60_000, 80_000, 100_000, 120_000];
    let noise_of = [1, 1, 1, 1, 1];
    json!({"status": "provisional", "command": "", "date": "", "inputs": [],
        "smoothing": {"noise": 0.1, "noise_of": noise_of, "slope": [0.1, 0.5],
            "mean": [mean, mean], "covariance": vec![[3000, 2000, 3000]; 5]},
        "place": {"damp": 1, "spread": 1, "tail": [0.1, 0.5], "shared": 0},
        "years": {"slope": 0.15, "straight": 5, "bend": 6, "most": 40, "senior": 8},
        "levels": {"scores": [-0.8, -0.3, 0.2, 0.7], "years": [1, 4, 8, 29], "posted": 0},
        "education": education,
        "known": {"slope": 0.3, "anchor": 0.1, "family": 0.3, "repeats": 4, "spread": 0.9,
            "drift": 0, "years": [0.1, 0.1]},
        "country_ends": [-2, 2], "roles": [role]})
}

/// The steps of a career, with nothing in them that the other tables would have to know.
fn moves() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/moves.json");
    let mut moves: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    for setting in moves["settings"].as_array_mut().unwrap() {
        setting["measured"] = json!(false);
        setting["source"] = json!(null);
    }
    for (list, of) in [("promotions", "learn"), ("studies", "teaches")] {
        for row in moves[list].as_array_mut().unwrap() {
            row[of] = json!([]);
        }
    }
    let entries = moves["roles"].as_array_mut().unwrap();
    entries.retain(|entry| entry["role"] == "data-scientist");
    moves["usual"] = json!([]);
    moves["stand_ins"] = json!([]);
    moves
}
