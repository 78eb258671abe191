//! One table under `data/`: rows sorted by their key, as text ready to write.
//! Same rows, same bytes. Reads its own writing back and refuses anything else.

use std::collections::{BTreeMap, HashMap};

use crate::tables::{Fault, Faults};

/// A sorted table with unique keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) file: String,
    /// How many leading columns make the key.
    pub(super) keys: usize,
    pub(super) header: Vec<String>,
    /// The other cells of each row, by its key.
    pub(super) rows: BTreeMap<Vec<String>, Vec<String>>,
}

impl Table {
    pub(super) fn new(file: &str, keys: usize, header: &[&str]) -> Self {
        let header = header.iter().map(|&name| name.to_owned()).collect();
        Self { file: file.to_owned(), keys, header, rows: BTreeMap::new() }
    }

    pub(super) fn insert(&mut self, key: &[&str], cells: Vec<String>) {
        self.rows.insert(owned(key), cells);
    }

    pub(super) fn get(&self, key: &[&str]) -> Option<&Vec<String>> {
        self.rows.get(&owned(key))
    }

    /// The cells of the row with this key; empty cells at first.
    pub(super) fn entry(&mut self, key: &[&str]) -> &mut Vec<String> {
        let empty = vec![String::new(); self.header.len() - self.keys];
        self.rows.entry(owned(key)).or_insert(empty)
    }

    /// The file's contents.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Fault> {
        let terminator = csv::Terminator::Any(b'\n');
        let mut writer = csv::WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
        let mut write = || -> csv::Result<()> {
            writer.write_record(&self.header)?;
            for (key, cells) in &self.rows {
                writer.write_record(key.iter().chain(cells))?;
            }
            Ok(())
        };
        write().map_err(|error| self.broken(&error))?;
        writer.into_inner().map_err(|error| self.broken(&error))
    }

    /// Reads what `bytes` wrote.
    pub(super) fn parse(file: &str, keys: usize, bytes: &[u8]) -> Result<Self, Vec<Fault>> {
        let fault = |row, problem: String| vec![Fault { row, ..Fault::file(file, problem) }];
        let mut reader = csv::Reader::from_reader(bytes);
        let header = reader.headers().map_err(|error| fault(Some(1), error.to_string()))?;
        let header: Vec<&str> = header.iter().collect();
        let mut table = Self::new(file, keys, &header);
        if table.header.len() < keys {
            return Err(fault(Some(1), "has too few columns; restore the file".to_owned()));
        }
        let mut faults = Faults::default();
        for record in reader.records() {
            let record = record.map_err(|error| fault(None, error.to_string()))?;
            let row = record.position().map(|position| position.line() as usize);
            let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
            let rest = cells.split_off(keys);
            if table.rows.last_key_value().is_some_and(|(last, _)| *last >= cells) {
                let problem = "is out of order or there twice; restore the file";
                faults.add(Fault { row, ..Fault::file(file, problem) });
            }
            table.rows.insert(cells, rest);
        }
        faults.or(table)
    }

    fn broken(&self, error: &dyn std::fmt::Display) -> Fault {
        Fault::file(&self.file, format!("cannot be written: {error}"))
    }
}

fn owned(key: &[&str]) -> Vec<String> {
    key.iter().map(|&part| part.to_owned()).collect()
}

/// The keys met so far in one input, to catch a second row for the same thing.
#[derive(Default)]
pub(super) struct Seen(HashMap<Vec<String>, usize>);

impl Seen {
    /// Notes the key of a row; a fault when an earlier row has it.
    pub(super) fn note(&mut self, file: &str, row: usize, key: &[&str]) -> Result<(), Fault> {
        match self.0.insert(owned(key), row) {
            None => Ok(()),
            Some(first) => {
                let key = key.join(" ");
                let problem = format!("{key} is already in row {first}; keep one of them");
                Err(Fault::row(file, row, problem))
            }
        }
    }
}
