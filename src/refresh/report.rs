//! What a refresh changed: rows added, removed and changed, and the figures that moved most.
//! Compares tables cell by cell; does not say why a figure moved.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;

use super::table::Table;

/// How many moves a table shows.
const SHOWN: usize = 8;
/// How many characters of a cell a move shows.
const LONGEST: usize = 60;

/// What changed in all tables.
#[derive(Debug, Default, PartialEq)]
pub struct Report {
    /// One entry a table, in the order they are made.
    pub tables: Vec<Change>,
    /// What was left out and which sources were fetched anew.
    pub notes: Vec<String>,
}

/// What changed in one table.
#[derive(Debug, PartialEq)]
pub struct Change {
    /// The table's file under `data/`.
    pub file: String,
    /// How many rows it now has.
    pub rows: usize,
    /// Rows that were not there before.
    pub added: usize,
    /// Rows that are no longer there.
    pub removed: usize,
    /// Rows with at least one other cell.
    pub changed: usize,
    /// Columns that were added or removed.
    pub columns: Vec<String>,
    /// Every cell that moved, the largest move first.
    pub moves: Vec<Move>,
}

/// One cell that moved.
#[derive(Debug, PartialEq)]
pub struct Move {
    /// The row's key, its parts joined by a space.
    pub key: String,
    /// The column that moved.
    pub column: String,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
}

impl Move {
    /// How far a number moved, as a share; a change to or from a mark comes after all numbers.
    fn size(&self) -> f64 {
        match (self.old.parse::<f64>(), self.new.parse::<f64>()) {
            (Ok(old), Ok(new)) => (new - old).abs() / old.abs().max(f64::MIN_POSITIVE),
            _ => -1.0,
        }
    }
}

impl Change {
    /// Compares a table with what it was, if it was there.
    pub(super) fn between(old: Option<&Table>, new: &Table) -> Self {
        let empty = Table { rows: std::collections::BTreeMap::new(), ..new.clone() };
        let old = old.unwrap_or(&empty);
        let pairs = shared_columns(old, new);
        let mut changed = 0;
        let mut moves = Vec::new();
        for (key, cells) in &new.rows {
            let Some(before) = old.rows.get(key) else { continue };
            let differing = pairs.iter().filter(|(was, is)| before[*was] != cells[*is]);
            let known = moves.len();
            moves.extend(differing.map(|&(was, is)| Move {
                key: key.join(" "),
                column: new.header[new.keys + is].clone(),
                old: before[was].clone(),
                new: cells[is].clone(),
            }));
            changed += usize::from(moves.len() > known);
        }
        moves.sort_by(|a, b| b.size().partial_cmp(&a.size()).unwrap_or(Ordering::Equal));
        Self {
            file: new.file.clone(),
            rows: new.rows.len(),
            added: new.rows.keys().filter(|key| !old.rows.contains_key(*key)).count(),
            removed: old.rows.keys().filter(|key| !new.rows.contains_key(*key)).count(),
            changed,
            columns: other_columns(old, new),
            moves,
        }
    }

    fn is_nothing(&self) -> bool {
        self.added + self.removed + self.changed + self.columns.len() == 0
    }
}

/// Places, after the key, of the columns that both tables have.
fn shared_columns(old: &Table, new: &Table) -> Vec<(usize, usize)> {
    let place = |name| old.header[old.keys..].iter().position(|column| column == name);
    let columns = new.header[new.keys..].iter().enumerate();
    columns.filter_map(|(is, name)| Some((place(name)?, is))).collect()
}

fn other_columns(old: &Table, new: &Table) -> Vec<String> {
    let (was, is): (BTreeSet<_>, BTreeSet<_>) =
        (old.header.iter().collect(), new.header.iter().collect());
    let added = is.difference(&was).map(|name| format!("new column {name}"));
    added.chain(was.difference(&is).map(|name| format!("column {name} gone"))).collect()
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.tables.iter().all(Change::is_nothing) {
            writeln!(f, "nothing moved")?;
        }
        for table in &self.tables {
            write!(f, "{table}")?;
        }
        self.notes.iter().try_for_each(|note| writeln!(f, "note: {note}"))
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, rows, added, removed, changed, .. } = self;
        if self.is_nothing() {
            return writeln!(f, "{file}: {rows} rows, nothing moved");
        }
        write!(f, "{file}: {rows} rows, {added} added, {removed} removed, {changed} changed")?;
        self.columns.iter().try_for_each(|column| write!(f, ", {column}"))?;
        writeln!(f)?;
        for Move { key, column, old, new } in self.moves.iter().take(SHOWN) {
            let (old, new) = (shown(old), shown(new));
            writeln!(f, "  {key} {column}: {old} -> {new}")?;
        }
        if self.moves.len() > SHOWN {
            writeln!(f, "  and {} smaller moves", self.moves.len() - SHOWN)?;
        }
        Ok(())
    }
}

/// A cell on one line: of a path or a sentence the beginning.
fn shown(cell: &str) -> String {
    match cell.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None if cell.is_empty() => "(empty)".to_owned(),
        None => cell.to_owned(),
    }
}
