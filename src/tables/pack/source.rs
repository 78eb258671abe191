//! The rows of every table as Rust source, so that nothing is parsed at start.

use super::super::{ClaimKind, ClaimUnit, SourceRow, Tables, WageRow};
use super::places::{self, Names};
use super::{CITED, labour, means, model, moves, skills, wages};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Hours that BLS takes for a year of full-time work (OEWS technical notes).
const HOURS_A_YEAR: f64 = 2080.0;

pub(super) struct Source<'a> {
    tables: &'a Tables,
    /// The sources that something embedded refers to.
    sources: Vec<&'a SourceRow>,
    out: String,
}

impl<'a> Source<'a> {
    pub(super) fn of(tables: &'a Tables) -> Self {
        let shares = tables.roles.iter().flat_map(|role| &role.occupations);
        let used: BTreeSet<&str> = shares
            .map(|share| share.source.as_str())
            .chain(tables.claims.iter().map(|claim| claim.source.as_str()))
            .chain(CITED)
            .collect();
        let sources = tables.sources.iter().filter(|row| used.contains(row.id.as_str())).collect();
        Self { tables, sources, out: String::new() }
    }

    pub(super) fn write(mut self, browser: bool, pay: &[Vec<u8>]) -> String {
        let names = Names::of(self.tables);
        self.roles(browser);
        self.occupations(browser);
        self.metros(&names);
        let listed = self.tables.listed.cities.iter();
        let listed = listed.map(|city| format!("CityId({})", names.city(&city.name)));
        self.table("LISTED", "CityId", listed.collect());
        let states =
            self.tables.states.iter().map(|row| format!("({:?}, {:?})", row.code, row.name));
        self.table("STATES", "(&str, &str)", states.collect());
        self.sources(browser);
        self.claims();
        self.out.push_str(&skills::skills(self.tables));
        self.out.push_str(&moves::moves(self.tables));
        self.pay(pay);
        self.dataset();
        self.out
    }

    /// The blocks of published pay: the first one is part of every program.
    fn pay(&mut self, blocks: &[Vec<u8>]) {
        let rows = blocks.iter().enumerate().map(|(at, block)| {
            let held = if at == 0 { "held" } else { "rest" };
            format!("Block::new({held}!(\"pay-{at}.bin\"), {})", wages::sum(block))
        });
        self.table("PAY", "Block", rows.collect());
        let whole = (0..blocks.len()).map(|at| format!("bytes!(\"pay-{at}.bin\")"));
        self.table("WHOLE_PAY", "&[u8]", whole.collect());
        writeln!(
            self.out,
            "static PAY_FIRST: &[u16] = &{:?};\nconst PAY_FORM: Form = Form {{ id: {:?}, a_block: {} }};",
            wages::first(self.tables),
            wages::id(blocks),
            wages::A_BLOCK,
        )
        .expect("a string takes all");
    }

    fn table(&mut self, name: &str, kind: &str, rows: Vec<String>) {
        let count = rows.len();
        writeln!(self.out, "pub(super) static {name}: [{kind}; {count}] = [")
            .expect("a string takes all");
        for row in rows {
            writeln!(self.out, "    {row},").expect("a string takes all");
        }
        self.out.push_str("];\n");
    }

    fn claims(&mut self) {
        let rows = self.tables.claims.iter().map(|claim| {
            let roles = claim.roles.iter().map(|id| {
                let at = self.tables.roles.iter().position(|role| role.id == *id);
                format!("RoleId({})", at.expect("checked: a known role"))
            });
            let roles = roles.collect::<Vec<_>>().join(", ");
            let (yearly, cents) = match claim.unit {
                ClaimUnit::Year => (1.0, None),
                ClaimUnit::Hour => (HOURS_A_YEAR, Some((claim.low * 100.0).round() as u16)),
            };
            let money =
                |figure: f64| format!("Money::dollars({})", (figure * yearly).round() as i32);
            let pay = match claim.kind {
                ClaimKind::Point => format!("Claimed::Point({})", money(claim.low)),
                ClaimKind::AtLeast => format!("Claimed::AtLeast({})", money(claim.low)),
                ClaimKind::Range => format!(
                    "Claimed::Range(Range {{ low: {}, high: {} }})",
                    money(claim.low),
                    money(claim.high.unwrap_or(claim.low)),
                ),
            };
            format!(
                "Claim {{ roles: &[{roles}], source: SourceId({}), about: {:?}, pay: {pay}, \
                 hourly_cents: {cents:?}, differs: {:?} }}",
                self.source(&claim.source),
                claim.about,
                claim.differs,
            )
        });
        let rows = rows.collect();
        self.table("CLAIMS", "Claim", rows);
    }

    fn source(&self, id: &str) -> usize {
        self.sources.iter().position(|row| row.id == id).expect("checked: a known source")
    }

    fn roles(&mut self, browser: bool) {
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
            format!(
                "Role {{ id: {:?}, title: {:?}, family: {:?}, aliases: &{:?}, shares: &[{shares}], fit: {} }}",
                role.id,
                role.title,
                role.family,
                if browser { &[] } else { &role.aliases[..] },
                model::role(self.tables, fit)
            )
        });
        let rows = rows.collect();
        self.table("ROLES", "Role", rows);
    }

    fn occupations(&mut self, browser: bool) {
        let year = self.tables.wages.iter().map(|row| row.year).max();
        let rows = self.tables.occupations.iter().map(|row| {
            let national = self
                .tables
                .national
                .iter()
                .find(|wage| Some(wage.year) == year && wage.occupation == row.code)
                .and_then(WageRow::complete)
                .expect("checked: national percentiles");
            format!(
                "Occupation {{ code: {:?}, title: {:?}, national: {national:?} }}",
                if browser { "" } else { &row.code },
                row.title
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
        let jobs: Vec<u8> = cbsa.iter().map(|cbsa| places::jobs_code(hundreds(cbsa))).collect();
        let cbsa = places::cbsa_steps(&cbsa);
        write!(
            self.out,
            "pub(super) const METROS: usize = {};
pub(super) static PLACES: Folded = Folded {{
    names: {:?},
    cbsa: {cbsa:?},
    jobs: {jobs:?},
}};
",
            metros.len(),
            names.text()
        )
        .expect("a string takes all");
    }

    fn sources(&mut self, browser: bool) {
        let rows = self.sources.iter().map(|row| {
            let [id, licence] =
                [&row.id, &row.licence].map(|text| if browser { "" } else { text.as_str() });
            format!(
                "Source {{ id: {:?}, publisher: {:?}, title: {:?}, url: {:?}, published: {:?}, licence: {:?} }}",
                id, row.publisher, row.title, row.url, row.published, licence
            )
        });
        let rows = rows.collect();
        self.table("SOURCES", "Source", rows);
    }

    fn dataset(&mut self) {
        let model = &self.tables.model;
        let [metro, national, postings, survey, articles] = CITED.map(|id| self.source(id));
        let year = self.tables.wages.iter().map(|row| row.year).max().unwrap_or(0);
        let occupations = self.tables.occupations.len();
        write!(
            self.out,
            "static COUNTRY: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/country.bin\"));
static MEAN: [[u16; 5]; {occupations}] = {:?};
pub(super) static LABOUR: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/labour.bin\"));
pub(super) const LABOUR_YEARS: [u16; 2] = {:?};
pub(super) const OUTLINES: [&str; 2] = {:?};
{}pub(super) fn dataset(places: Places) -> Dataset {{ Dataset {{
    roles: &ROLES,
    metros: places.metros.leak(),
    cities: places.cities.leak(),
    listed: &LISTED,
    names: places.names.leak(),
    states: &STATES,
    wages: Wages::new(&PAY, PAY_FORM, PAY_FIRST, &MEAN, METROS),
    smoothing: {},
    smoothed: (0..METROS).map(|_| OnceLock::new()).collect(),
    country: Country::new(COUNTRY, {:?}),
    model: {},
    cited: Cited {{
        metro_wages: SourceId({metro}),
        national_wages: SourceId({national}),
        postings: SourceId({postings}),
        survey: SourceId({survey}),
        listed_cities: SourceId({articles}),
    }},
    period: \"May {year}\",
    publisher: {:?},
}} }}
",
            means(self.tables),
            labour::years(self.tables),
            labour::outlines(self.tables),
            model::covariance(model),
            model::smoothing(model),
            model.country_ends,
            model::shared(model),
            self.sources[metro].publisher,
        )
        .expect("a string takes all");
    }
}
