//! What is joined over the finer codes of an occupation: technologies, related occupations and
//! titles.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::sheet::{Column, Sheet};
use super::super::table::{Seen, Table};
use super::{ALTERNATE, CODE, RELATED, REPORTED, TECHNOLOGIES, flag, letter, of_listed, soc};
use crate::tables::{Fault, Faults};

/// `onet_technologies.csv`: those that are hot or in demand, by any of the finer codes. Where these
/// differ in the category, that of the first code is kept.
pub(super) fn technologies(
    raw: &Path,
    occupations: &BTreeSet<String>,
) -> Result<Table, Vec<Fault>> {
    let mut wanted = vec![CODE];
    wanted.extend(
        ["Example", "Commodity Title", "Hot Technology", "In Demand"].map(Column::Required),
    );
    let sheet = Sheet::read(raw, TECHNOLOGIES, &wanted)?;
    let mut faults = Faults::default();
    let mut seen = Seen::default();
    let mut joined: BTreeMap<[String; 2], (String, [bool; 2])> = BTreeMap::new();
    for (soc, row) in of_listed(&sheet, occupations, &mut faults) {
        faults.keep(seen.note(TECHNOLOGIES, row.number, &[row.text(0), row.text(1)]));
        let (name, category) =
            (faults.keep(sheet.filled(row, 1)), faults.keep(sheet.filled(row, 2)));
        let flags = [3, 4].map(|column| faults.keep(flag(&sheet, row, column)));
        let (Some(name), Some(category), [Some(hot), Some(in_demand)]) = (name, category, flags)
        else {
            continue;
        };
        let known = joined.entry([soc.to_owned(), name]).or_insert((category, [false; 2]));
        known.1 = [known.1[0] | hot, known.1[1] | in_demand];
    }
    let header = ["occupation", "technology", "category", "hot", "in_demand"];
    let mut table = Table::new("onet_technologies.csv", 2, &header);
    for ([soc, name], (category, flags)) in joined {
        if flags.contains(&true) {
            let [hot, in_demand] = flags.map(letter);
            table.insert(&[&soc, &name], vec![category, hot, in_demand]);
        }
    }
    faults.or(table)
}

/// `onet_related.csv`: pairs of listed occupations, with the closest of the finer codes.
pub(super) fn related(raw: &Path, occupations: &BTreeSet<String>) -> Result<Table, Vec<Fault>> {
    let mut wanted = vec![CODE];
    wanted.extend(["Related O*NET-SOC Code", "Relatedness Tier", "Index"].map(Column::Required));
    let sheet = Sheet::read(raw, RELATED, &wanted)?;
    let mut faults = Faults::default();
    let mut seen = Seen::default();
    let mut closest: BTreeMap<[&str; 2], (u8, &str)> = BTreeMap::new();
    for (from, row) in of_listed(&sheet, occupations, &mut faults) {
        faults.keep(seen.note(RELATED, row.number, &[row.text(0), row.text(1)]));
        let Some(to) = faults.keep(soc(&sheet, row, 1)) else { continue };
        let tier = row.text(2);
        if !["Primary-Short", "Primary-Long", "Supplemental"].contains(&tier) {
            faults.add(sheet.fault(row, 2, format!("\"{tier}\" is not a tier of O*NET")));
        }
        let Some(rank) = row.text(3).parse().ok().filter(|rank| (1..=20).contains(rank)) else {
            let problem = format!("\"{}\" is not a whole number from 1 to 20", row.text(3));
            faults.add(sheet.fault(row, 3, problem));
            continue;
        };
        if from != to && occupations.contains(to) {
            let known = closest.entry([from, to]).or_insert((rank, tier));
            *known = (*known).min((rank, tier));
        }
    }
    let mut table = Table::new("onet_related.csv", 2, &["occupation", "related", "tier", "rank"]);
    for (key, (rank, tier)) in closest {
        table.insert(&key, vec![tier.to_owned(), rank.to_string()]);
    }
    faults.or(table)
}

/// `onet_titles.csv`: alternate and reported titles. Of titles that differ in capitals alone, the
/// first in the alphabet is kept.
pub(super) fn titles(raw: &Path, occupations: &BTreeSet<String>) -> Result<Table, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut titles: BTreeMap<[String; 2], String> = BTreeMap::new();
    for (file, column) in [(ALTERNATE, "Alternate Title"), (REPORTED, "Reported Job Title")] {
        let sheet = Sheet::read(raw, file, &[CODE, Column::Required(column)]);
        let Some(sheet) = faults.keep_all(sheet) else { continue };
        for (soc, row) in of_listed(&sheet, occupations, &mut faults) {
            if let Some(title) = faults.keep(sheet.filled(row, 1)) {
                let kept = titles
                    .entry([soc.to_owned(), title.to_lowercase()])
                    .or_insert_with(|| title.clone());
                if title < *kept {
                    *kept = title;
                }
            }
        }
    }
    let mut table = Table::new("onet_titles.csv", 2, &["occupation", "title"]);
    for ([soc, _], title) in titles {
        table.insert(&[&soc, &title], Vec::new());
    }
    faults.or(table)
}
