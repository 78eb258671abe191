//! Steps of a career refer to what exists, and their figures are in order.

use super::super::{EDUCATIONS, Fault, LEVELS, MovesTable, SETTINGS, SettingRow, Tables, UNITS};
use super::known_source;

const FILE: &str = "moves.json";

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    let moves = &tables.moves;
    if !moves.settings.iter().map(|row| row.id.as_str()).eq(SETTINGS) {
        faults
            .push(Fault::file(FILE, format!("must have these settings: {}", SETTINGS.join(", "))));
    }
    for row in &moves.settings {
        setting(row, faults);
        if let Some(source) = &row.source {
            known_source(tables, FILE, source, faults);
        }
    }
    let roles = || tables.roles.iter().map(|role| role.id.as_str());
    if !moves.roles.iter().map(|row| row.role.as_str()).eq(roles()) {
        faults.push(Fault::file(FILE, "must have every role of roles.json, in its order"));
    }
    for row in &moves.roles {
        for source in &row.sources {
            known_source(tables, FILE, source, faults);
        }
    }
    names(tables, moves, faults);
    stand_ins(tables, faults);
}

fn setting(row: &SettingRow, faults: &mut Vec<Fault>) {
    let mut fault = |what: &str| faults.push(Fault::file(FILE, format!("{}: {what}", row.id)));
    if !UNITS.contains(&row.unit.as_str()) {
        fault("its unit is unknown");
    }
    if !(row.low <= row.value && row.value <= row.high) {
        fault("low, value and high must rise");
    }
    if !(row.least <= row.value && row.value <= row.most) {
        fault("the value must lie between least and most");
    }
    if row.measured != row.source.is_some() {
        fault("what was measured has a source, what we assume has none");
    }
    if row.name.trim().is_empty() || row.why.trim().is_empty() {
        fault("has no name or no reason");
    }
}

/// Roles, levels, educations and skills that rows name.
fn names(tables: &Tables, moves: &MovesTable, faults: &mut Vec<Fault>) {
    let mut fault = |what: String| faults.push(Fault::file(FILE, what));
    let role = |id: &str| tables.roles.iter().any(|row| row.id == id);
    let skill = |id: &str| tables.content.skills.skills.iter().any(|row| row.id == id);
    for row in &moves.roles {
        if !EDUCATIONS.contains(&row.minimum.as_str()) {
            fault(format!("{}: “{}” is no education", row.role, row.minimum));
        }
        if row.from.as_deref().is_some_and(|level| !LEVELS.contains(&level)) {
            fault(format!("{}: comes from a level that does not exist", row.role));
        }
        if row.first && row.from.is_some() {
            fault(format!("{}: a first job asks for no level", row.role));
        }
    }
    for row in &moves.usual {
        if !role(&row.from) || !role(&row.to) || row.from == row.to {
            fault(format!("{} to {}: must be two roles", row.from, row.to));
        }
        if !tables.sources.iter().any(|source| source.id == row.source) {
            fault(format!("{} to {}: “{}” is no source", row.from, row.to, row.source));
        }
    }
    if !moves.promotions.iter().map(|row| row.level.as_str()).eq(LEVELS[1..].iter().copied()) {
        fault("promotions must be to mid, senior and executive".into());
    }
    if !moves.studies.iter().map(|row| row.education.as_str()).eq(EDUCATIONS[1..].iter().copied()) {
        fault("studies must be bachelors, masters and doctorate".into());
    }
    for row in &moves.studies {
        for id in row.teaches.iter().filter(|id| !skill(id)) {
            fault(format!("{}: teaches “{id}”, which is no skill", row.education));
        }
    }
    for row in &moves.promotions {
        for id in row.learn.iter().filter(|id| !skill(id)) {
            fault(format!("{}: asks for “{id}”, which is no skill", row.level));
        }
    }
}

/// Every occupation of a role is rated, itself or by another.
fn stand_ins(tables: &Tables, faults: &mut Vec<Fault>) {
    let rated = |code: &str| tables.elements.iter().any(|row| row.occupation == code);
    for row in tables.moves.stand_ins.iter().filter(|row| !rated(&row.other)) {
        let message = format!("{} stands in for {} but is not rated", row.other, row.occupation);
        faults.push(Fault::file(FILE, message));
    }
    let shares = tables.roles.iter().flat_map(|role| &role.occupations);
    let codes: std::collections::BTreeSet<&str> = shares.map(|share| &*share.code).collect();
    for code in codes {
        if !rated(code) && !tables.moves.stand_ins.iter().any(|row| row.occupation == code) {
            let message = format!("{code} is not rated by O*NET and nothing stands in for it");
            faults.push(Fault::file(FILE, message));
        }
    }
}
