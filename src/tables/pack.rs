//! Packing the checked tables into what the program embeds: bytes for the pay percentiles (layout
//! in `dataset::Wages`) and Rust source for everything else, so that nothing is parsed at start.

mod places;

use super::Tables;
use places::Names;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Dollars in one packed unit of pay.
const UNIT: u32 = 100;

/// Source ids that code refers to by name, in the order of `dataset::Cited`.
pub const CITED: [&str; 5] =
    ["oews-metro-2025", "oews-national", "postings-2025-01", "survey-2025", "article-a"];

/// What `build.rs` writes.
#[derive(Debug)]
pub struct Packed {
    /// `wages.bin`
    pub wages: Vec<u8>,
    /// `dataset.rs`
    pub source: String,
}

/// Packs tables that [`super::check`] found no fault in.
///
/// # Panics
/// When the tables refer to rows that do not exist: check them first.
pub fn pack(tables: &Tables) -> Packed {
    Packed { wages: wages(tables), source: Source { tables, out: String::new() }.write() }
}

fn wages(tables: &Tables) -> Vec<u8> {
    let metros = tables.metros.len();
    let width = metros.div_ceil(8);
    let mut starts = vec![0u16];
    let mut present = vec![0u8; tables.occupations.len() * width];
    let mut cells: Vec<[u32; 5]> = Vec::new();
    for (o, occupation) in tables.occupations.iter().enumerate() {
        let mut row: BTreeMap<usize, [u32; 5]> = BTreeMap::new();
        for wage in tables.wages.iter().filter(|wage| wage.occupation == occupation.code) {
            if let (Some(cbsa), Some(pay)) = (wage.cbsa, wage.complete()) {
                row.insert(metro_index(tables, cbsa), pay.map(|pay| (pay + UNIT / 2) / UNIT));
            }
        }
        for (metro, cell) in row {
            present[o * width + metro / 8] |= 1 << (metro % 8);
            cells.push(cell);
        }
        starts.push(u16::try_from(cells.len()).expect("fewer than 65,536 cells"));
    }
    let mut bytes: Vec<u8> = starts.into_iter().flat_map(u16::to_le_bytes).collect();
    bytes.extend(present);
    let planes: [fn(&[u32; 5]) -> u32; 5] = [
        |cell| cell[2],
        |cell| cell[1] - cell[0],
        |cell| cell[2] - cell[1],
        |cell| cell[3] - cell[2],
        |cell| cell[4] - cell[3],
    ];
    for plane in planes {
        for byte in 0..2 {
            bytes.extend(cells.iter().map(|cell| (plane(cell) >> (8 * byte)) as u8));
        }
    }
    bytes
}

fn metro_index(tables: &Tables, cbsa: u32) -> usize {
    tables.metros.binary_search_by_key(&cbsa, |metro| metro.cbsa).expect("checked: a known metro")
}

struct Source<'a> {
    tables: &'a Tables,
    out: String,
}

impl Source<'_> {
    fn write(mut self) -> String {
        let names = Names::of(self.tables);
        self.roles();
        self.occupations();
        self.metros(&names);
        let listed = self.tables.listed.cities.iter();
        let listed = listed.map(|city| format!("CityId({})", names.city(&city.name)));
        self.table("LISTED", "CityId", listed.collect());
        let states =
            self.tables.states.iter().map(|row| format!("({:?}, {:?})", row.code, row.name));
        self.table("STATES", "(&str, &str)", states.collect());
        self.sources();
        self.dataset();
        self.out
    }

    fn table(&mut self, name: &str, kind: &str, rows: Vec<String>) {
        let count = rows.len();
        writeln!(self.out, "static {name}: [{kind}; {count}] = [").expect("a string takes all");
        for row in rows {
            writeln!(self.out, "    {row},").expect("a string takes all");
        }
        self.out.push_str("];\n");
    }

    fn source(&self, id: &str) -> usize {
        self.tables.sources.iter().position(|row| row.id == id).expect("checked: a known source")
    }

    fn roles(&mut self) {
        let rows = self.tables.roles.iter().map(|role| {
            let shares = role.occupations.iter().map(|share| {
                let at = self.tables.occupations.iter().position(|row| row.code == share.code);
                format!(
                    "Share {{ occupation: OccupationId({}), weight: {:?}, source: SourceId({}) }}",
                    at.expect("checked: a known occupation"),
                    share.weight,
                    self.source(&share.source),
                )
            });
            let shares = shares.collect::<Vec<_>>().join(", ");
            let fit = self.tables.model.roles.iter().find(|fit| fit.role == role.id);
            let fit = fit.expect("checked: one fit a role");
            let levels = fit.levels.iter().map(|level| {
                let units = level.country.map(|pay| (pay + UNIT / 2) / UNIT);
                format!(
                    "LevelFit {{ score: {:?}, spread: {:?}, country: {units:?} }}",
                    level.score, level.spread
                )
            });
            let levels = levels.collect::<Vec<_>>().join(", ");
            format!(
                "Role {{ id: {:?}, title: {:?}, family: {:?}, aliases: &{:?}, shares: &[{shares}], fit: RoleFit {{ rows: {}, own: {:?}, levels: [{levels}] }} }}",
                role.id, role.title, role.family, role.aliases, fit.rows, fit.own
            )
        });
        let rows = rows.collect();
        self.table("ROLES", "Role", rows);
    }

    fn occupations(&mut self) {
        let year = self.tables.wages.iter().map(|row| row.year).max();
        let rows = self.tables.occupations.iter().map(|row| {
            let national = self
                .tables
                .national
                .iter()
                .find(|wage| Some(wage.year) == year && wage.occupation == row.code)
                .and_then(super::WageRow::complete)
                .expect("checked: national percentiles");
            format!(
                "Occupation {{ code: {:?}, title: {:?}, national: {national:?} }}",
                row.code, row.title
            )
        });
        let rows = rows.collect();
        self.table("OCCUPATIONS", "Occupation", rows);
    }

    fn metros(&mut self, names: &Names) {
        let mut jobs: BTreeMap<u32, u32> = BTreeMap::new();
        for wage in &self.tables.wages {
            if let (Some(cbsa), Some(count)) = (wage.cbsa, wage.employment.value()) {
                *jobs.entry(cbsa).or_default() += count;
            }
        }
        let metros = &self.tables.metros;
        let cbsa: Vec<u32> = metros.iter().map(|metro| metro.cbsa).collect();
        let hundreds = |cbsa: &u32| jobs.get(cbsa).copied().unwrap_or(0).div_ceil(100);
        let jobs: Vec<u32> = cbsa.iter().map(hundreds).collect();
        let effect = |cbsa: &u32| {
            let row = self.tables.model.metros.iter().find(|row| row.cbsa == *cbsa);
            (row.expect("checked: one effect a metro").effect * 10_000.0).round() as i16
        };
        let effect: Vec<i16> = cbsa.iter().map(effect).collect();
        write!(
            self.out,
            "pub(super) const METROS: usize = {};
pub(super) static PLACES: Folded = Folded {{
    names: {:?},
    cbsa: {cbsa:?},
    jobs: {jobs:?},
    effect: {effect:?},
}};
",
            metros.len(),
            names.text()
        )
        .expect("a string takes all");
    }

    fn sources(&mut self) {
        let rows = self.tables.sources.iter().map(|row| {
            format!(
                "Source {{ id: {:?}, publisher: {:?}, title: {:?}, url: {:?}, licence: {:?} }}",
                row.id, row.publisher, row.title, row.url, row.licence
            )
        });
        let rows = rows.collect();
        self.table("SOURCES", "Source", rows);
    }

    fn dataset(&mut self) {
        let model = &self.tables.model;
        let [metro, national, postings, survey, articles] = CITED.map(|id| self.source(id));
        let year = self.tables.wages.iter().map(|row| row.year).max().unwrap_or(0);
        let years =
            model.years.iter().map(|score| format!("{score:?}")).collect::<Vec<_>>().join(", ");
        write!(
            self.out,
            "static WAGES: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/wages.bin\"));
pub(super) fn dataset(places: Places) -> Dataset {{ Dataset {{
    roles: &ROLES,
    occupations: &OCCUPATIONS,
    metros: places.metros.leak(),
    cities: places.cities.leak(),
    listed: &LISTED,
    names: places.names.leak(),
    states: &STATES,
    sources: &SOURCES,
    wages: Wages::new(WAGES, {}, {}),
    model: Model {{
        provisional: {},
        level_years: {:?},
        years: [{years}],
        tail: {:?},
        published_sd: {:?},
        borrowed_sd: {:?},
    }},
    cited: Cited {{
        metro_wages: SourceId({metro}),
        national_wages: SourceId({national}),
        postings: SourceId({postings}),
        survey: SourceId({survey}),
        listed_cities: SourceId({articles}),
    }},
    period: \"May {year}\",
}} }}
",
            self.tables.occupations.len(),
            self.tables.metros.len(),
            model.status != "fitted",
            model.level_years,
            model.tail,
            model.published_sd,
            model.borrowed_sd,
        )
        .expect("a string takes all");
    }
}
