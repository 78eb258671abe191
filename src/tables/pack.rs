//! Packing the checked tables into what the program embeds: bytes for the pay percentiles (layout
//! in `dataset::Wages`) and Rust source for everything else, so that nothing is parsed at start.

use super::{NameKind, Tables};
use std::collections::{BTreeMap, BTreeSet};
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
        let cities = names
            .cities
            .iter()
            .map(|(name, metro)| format!("City {{ name: {name:?}, metro: MetroId({metro}) }}"));
        self.table("CITIES", "City", cities.collect());
        let further =
            names.further.iter().map(|(name, city)| format!("({name:?}, CityId({city}))"));
        self.table("NAMES", "(&str, CityId)", further.collect());
        let listed = self.tables.listed.cities.iter().map(|city| {
            format!("CityId({})", names.city(&city.name).expect("every listed city is a city"))
        });
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
                    "Share {{ occupation: OccupationId({}), weight: {:?}, reason: {:?}, source: SourceId({}) }}",
                    at.expect("checked: a known occupation"),
                    share.weight,
                    share.reason,
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
        let rows = self.tables.metros.iter().enumerate().map(|(at, metro)| {
            let effect = self.tables.model.metros.iter().find(|row| row.cbsa == metro.cbsa);
            format!(
                "Metro {{ cbsa: {}, title: {:?}, principal: CityId({}), jobs: {}, effect: {:?} }}",
                metro.cbsa,
                metro.title,
                names.city(&names.principal[at]).expect("every principal city is a city"),
                jobs.get(&metro.cbsa).copied().unwrap_or(0),
                effect.expect("checked: one effect a metro").effect,
            )
        });
        let rows = rows.collect();
        self.table("METROS", "Metro", rows);
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
pub(super) static DATASET: Dataset = Dataset {{
    roles: &ROLES,
    occupations: &OCCUPATIONS,
    metros: &METROS,
    cities: &CITIES,
    listed: &LISTED,
    names: &NAMES,
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
}};
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

/// The names of places: shown cities, and further names that lead to them.
struct Names {
    /// (name, metro), by name.
    cities: Vec<(String, usize)>,
    /// Best-known city of each metro.
    principal: Vec<String>,
    /// (name, city), by name.
    further: Vec<(String, usize)>,
}

impl Names {
    fn of(tables: &Tables) -> Self {
        let mut cities: BTreeMap<String, usize> = BTreeMap::new();
        let mut further: BTreeSet<(String, usize)> = BTreeSet::new();
        let mut principal = Vec::new();
        for (at, metro) in tables.metros.iter().enumerate() {
            let kept = tables
                .place_names
                .iter()
                .find(|row| row.cbsa == metro.cbsa && row.kind == NameKind::Principal);
            let (names, states) = title_parts(&metro.title);
            let first =
                kept.map_or_else(|| format!("{}, {}", names[0], states[0]), |k| k.name.clone());
            let whole = kept.is_some_and(|kept| kept.name == metro.title);
            for name in names.iter().filter(|_| !whole) {
                for state in &states {
                    let full = format!("{name}, {state}");
                    // Where a title spans states, nobody can tell which city lies in which.
                    if states.len() == 1 && kept.is_none() {
                        cities.entry(full).or_insert(at);
                    } else {
                        further.insert((full, at));
                    }
                }
            }
            cities.insert(first.clone(), at);
            principal.push(first);
        }
        let aliases = tables.cities.iter().map(|row| (row.city.clone(), row.cbsa));
        let listed = tables.listed.cities.iter().map(|row| (row.name.clone(), row.cbsa));
        let kept = tables.place_names.iter().filter(|row| row.kind == NameKind::City);
        let kept = kept.map(|row| (row.name.clone(), row.cbsa));
        for (name, cbsa) in aliases.chain(listed).chain(kept) {
            cities.insert(name, metro_index(tables, cbsa));
        }
        for row in tables.place_names.iter().filter(|row| row.kind == NameKind::Nickname) {
            further.insert((row.name.clone(), metro_index(tables, row.cbsa)));
        }
        let names = Self { cities: cities.into_iter().collect(), principal, further: Vec::new() };
        let further = further.into_iter().filter(|(name, _)| names.city(name).is_none()).map(
            |(name, metro)| {
                let city = names.city(&names.principal[metro]).expect("inserted above");
                (name, city)
            },
        );
        Self { further: further.collect(), ..names }
    }

    fn city(&self, name: &str) -> Option<usize> {
        self.cities.binary_search_by_key(&name, |(name, _)| name.as_str()).ok()
    }
}

/// City names and state codes of a title like `Portland-Vancouver-Hillsboro, OR-WA`. A double
/// hyphen parts cities whose own names hold a single one.
fn title_parts(title: &str) -> (Vec<&str>, Vec<&str>) {
    let (cities, states) = title.rsplit_once(", ").unwrap_or((title, ""));
    let cities = if cities.contains("--") {
        cities.split("--").collect()
    } else {
        cities.split(['-', '/']).collect()
    };
    (cities, states.split('-').collect())
}
