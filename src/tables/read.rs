//! Reading `data/`: every file into typed rows, every unreadable cell reported at once.

use super::{Content, Fault, Figure, History, ProjectionRow, Tables, TaxTables, WageRow};
use serde::de::DeserializeOwned;
use std::str::FromStr;
use std::{collections::BTreeMap, fs, io, path::Path};

/// Columns of the percentiles, lowest first.
pub const PERCENTILES: [&str; 5] = ["p10", "p25", "p50", "p75", "p90"];

/// Reads every table under `dir`.
///
/// # Errors
/// All the faults found: a missing file, a missing column, a cell that does not parse. What the
/// rows say is judged by [`super::check()`].
pub fn read(dir: &Path) -> Result<Tables, Vec<Fault>> {
    read_with(&|file| fs::read_to_string(dir.join(file)))
}

/// Reads every table from the texts of files that need not be on disk yet.
///
/// # Errors
/// As for [`read`].
pub fn read_with(text: &dyn Fn(&str) -> io::Result<String>) -> Result<Tables, Vec<Fault>> {
    let mut reader = Reader { text, faults: Vec::new() };
    let tables = reader.tables();
    match tables {
        Some(tables) if reader.faults.is_empty() => Ok(tables),
        _ => Err(reader.faults),
    }
}

struct Reader<'a> {
    text: &'a dyn Fn(&str) -> io::Result<String>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn tables(&mut self) -> Option<Tables> {
        // Every file is read before any is missed, so that all faults are told together.
        let occupations = self.rows("occupations.csv");
        let metros = self.rows("metros.csv");
        let cities = self.rows("cities.csv");
        let place_names = self.rows("place_names.csv");
        let states = self.rows("states.csv");
        let medians = self.history("medians.csv");
        // The metro table is of one year, which only the history names: its last.
        let latest = medians.values().flat_map(|years| years.keys()).max().copied();
        let national = self.wages("national.csv", None);
        let wages = self.wages("wages.csv", Some(latest.unwrap_or(0)));
        let employment = self.history("employment.csv");
        let listed = self.json("listed_cities.json");
        let roles = self.json("roles.json");
        let sources = self.json("sources.json");
        let claims = self.json("claims.json");
        let releases = self.json("releases.json");
        let roles_said = self.json("role_pages.json");
        let skills = self.json("skills.json");
        let faq = self.json("faq.json");
        let guide = self.json("guide.json");
        let moves = self.json("moves.json");
        let model = self.json("model.json");
        let scores = self.json("scores.json");
        let elements = self.rows("onet_elements.csv");
        let technologies = self.rows("onet_technologies.csv");
        let required = self.rows("onet_education.csv");
        let related = self.rows("onet_related.csv");
        let titles = self.rows("onet_titles.csv");
        let projections = self.projections("projections.csv");
        let outlines = self.rows("outlines.csv");
        let tax = self.tax();
        Some(Tables {
            occupations,
            metros,
            cities,
            place_names,
            states,
            listed: listed?,
            national,
            wages,
            medians,
            employment,
            roles: roles?,
            sources: sources?,
            claims: claims?,
            content: Content { roles: roles_said?, skills: skills?, faq: faq?, guide: guide? },
            releases: releases?,
            moves: moves?,
            model: model?,
            scores: scores?,
            elements,
            technologies,
            required,
            related,
            titles,
            projections,
            outlines,
            tax: tax?,
        })
    }

    fn tax(&mut self) -> Option<TaxTables> {
        let federal = self.json("tax/federal.json");
        let states = self.json("tax/states.json");
        let localities = self.json("tax/localities.json");
        let pretax = self.json("tax/pretax.json");
        let left_out = self.json("tax/left_out.json");
        let references = self.json("tax/references.json");
        let metros = self.rows("tax/metro_localities.csv");
        Some(TaxTables {
            federal: federal?,
            states: states?,
            localities: localities?,
            pretax: pretax?,
            left_out: left_out?,
            references: references?,
            metros,
        })
    }

    fn text(&mut self, file: &str) -> Option<String> {
        match (self.text)(file) {
            Ok(text) => Some(text),
            Err(error) => {
                self.faults.push(Fault::file(file, format!("cannot be read: {error}")));
                None
            }
        }
    }

    fn json<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let text = self.text(file)?;
        match serde_json::from_str(&text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.faults.push(Fault::row(file, error.line(), error.to_string()));
                None
            }
        }
    }

    fn rows<T: DeserializeOwned>(&mut self, file: &str) -> Vec<T> {
        let Some(text) = self.text(file) else { return Vec::new() };
        let mut rows = Vec::new();
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        for (index, row) in csv.deserialize().enumerate() {
            match row {
                Ok(row) => rows.push(row),
                Err(error) => self.faults.push(Fault::row(file, index + 2, error.to_string())),
            }
        }
        rows
    }

    /// A CSV as a header and rows of text; ragged rows are faults.
    fn grid(&mut self, file: &str) -> (Vec<String>, Vec<csv::StringRecord>) {
        let Some(text) = self.text(file) else { return Default::default() };
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        let header = csv.headers().map(|h| h.iter().map(str::to_owned).collect::<Vec<_>>());
        if header.as_ref().is_ok_and(Vec::is_empty) {
            self.faults.push(Fault::file(file, "is empty; restore it"));
        }
        let mut records = Vec::new();
        for (index, record) in csv.records().enumerate() {
            match record {
                Ok(record) => records.push(record),
                Err(error) => self.faults.push(Fault::row(file, index + 2, error.to_string())),
            }
        }
        (header.unwrap_or_default(), records)
    }

    fn column(&mut self, file: &str, header: &[String], name: &str) -> Option<usize> {
        let found = header.iter().position(|column| column == name);
        // A file without a header was told of already.
        if found.is_none() && !header.is_empty() {
            self.faults.push(Fault::cell(file, 1, name, "the column is missing"));
        }
        found
    }

    /// Rows of pay; those without a column of years are all of one year.
    fn wages(&mut self, file: &str, of: Option<u16>) -> Vec<WageRow> {
        let (header, records) = self.grid(file);
        let cbsa = header.iter().position(|column| column == "cbsa");
        let year = of.is_none().then(|| self.column(file, &header, "year")).flatten();
        let occupation = self.column(file, &header, "occupation");
        let employment = self.column(file, &header, "employment");
        let quotient = header.iter().position(|column| column == "location_quotient");
        let percentiles = PERCENTILES.map(|name| self.column(file, &header, name));
        let (Some(occupation), Some(employment)) = (occupation, employment) else {
            return Vec::new();
        };
        let mut rows = Vec::with_capacity(records.len());
        for (index, record) in records.iter().enumerate() {
            let row = index + 2;
            rows.push(WageRow {
                cbsa: cbsa.map(|at| self.number(file, row, "cbsa", &record[at])),
                year: year
                    .map_or(of.unwrap_or(0), |at| self.number(file, row, "year", &record[at])),
                occupation: record[occupation].to_owned(),
                employment: self.figure(file, row, "employment", &record[employment]),
                location_quotient: quotient.map_or(Figure::Absent, |at| {
                    self.figure(file, row, "location_quotient", &record[at])
                }),
                pay: std::array::from_fn(|at| match percentiles[at] {
                    Some(column) => self.figure(file, row, PERCENTILES[at], &record[column]),
                    None => Figure::Absent,
                }),
                row,
            });
        }
        rows
    }

    /// The two years stand in the names of the columns of employment.
    fn projections(&mut self, file: &str) -> Vec<ProjectionRow> {
        let (header, records) = self.grid(file);
        let names = ["occupation", "covers", "change_percent", "entry_education", "url"];
        let places = names.map(|name| self.column(file, &header, name));
        let year = |name: &String| name.strip_prefix("employment_")?.parse().ok();
        let years: Vec<(usize, u16)> =
            header.iter().enumerate().filter_map(|(at, name)| Some((at, year(name)?))).collect();
        let &[first, last] = &years[..] else {
            if !header.is_empty() {
                let problem = "needs two columns such as employment_2024";
                self.faults.push(Fault::row(file, 1, problem));
            }
            return Vec::new();
        };
        let [Some(occupation), Some(covers), Some(change), Some(entry), Some(url)] = places else {
            return Vec::new();
        };
        let mut rows = Vec::with_capacity(records.len());
        for (index, record) in records.iter().enumerate() {
            let row = index + 2;
            let change = record[change].parse().unwrap_or_else(|_| {
                let problem = format!("“{}” is not a whole number", &record[change]);
                self.faults.push(Fault::cell(file, row, "change_percent", problem));
                0
            });
            rows.push(ProjectionRow {
                occupation: record[occupation].to_owned(),
                covers: record[covers].split(' ').map(str::to_owned).collect(),
                years: [first.1, last.1],
                employment: [first.0, last.0]
                    .map(|at| self.number(file, row, &header[at], &record[at])),
                change,
                entry_education: Some(record[entry].to_owned()).filter(|text| !text.is_empty()),
                url: record[url].to_owned(),
            });
        }
        rows
    }

    fn history(&mut self, file: &str) -> History {
        let (header, records) = self.grid(file);
        let cbsa = self.column(file, &header, "cbsa");
        let occupation = self.column(file, &header, "occupation");
        let (Some(cbsa), Some(occupation)) = (cbsa, occupation) else { return History::new() };
        let years: Vec<(usize, u16)> = header
            .iter()
            .enumerate()
            .filter_map(|(at, name)| name.parse().ok().map(|year| (at, year)))
            .collect();
        let mut history = History::new();
        for (index, record) in records.iter().enumerate() {
            let row = index + 2;
            let key = (self.number(file, row, "cbsa", &record[cbsa]), record[occupation].into());
            let figures: BTreeMap<u16, Figure<u32>> = years
                .iter()
                .map(|&(at, year)| (year, self.figure(file, row, &header[at], &record[at])))
                .collect();
            if history.insert(key, figures).is_some() {
                self.faults.push(Fault::row(file, row, "this metro and occupation come twice"));
            }
        }
        history
    }

    fn number<T: FromStr + Default>(
        &mut self,
        file: &str,
        row: usize,
        column: &str,
        text: &str,
    ) -> T {
        text.parse().unwrap_or_else(|_| {
            self.faults.push(Fault::cell(file, row, column, format!("“{text}” is not a number")));
            T::default()
        })
    }

    fn figure<T: FromStr + Default>(
        &mut self,
        file: &str,
        row: usize,
        column: &str,
        text: &str,
    ) -> Figure<T> {
        match text {
            "" => Figure::Absent,
            "*" | "**" => Figure::NotPublished,
            "#" => Figure::TopCoded,
            text => Figure::Value(self.number(file, row, column, text)),
        }
    }
}
