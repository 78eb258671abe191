//! Skills, needs and growth as Rust source; what they are is told in `dataset/skills.rs`.

use super::super::Tables;
use std::fmt::Write as _;

/// Statics with every skill, group, need and growth.
pub(super) fn skills(tables: &Tables) -> String {
    let content = &tables.content.skills;
    let mut out = String::new();
    let group = |id: &str| content.groups.iter().position(|row| row.id == id);
    let groups = content.groups.iter().map(|row| {
        format!("SkillGroup {{ id: {:?}, name: {:?}, about: {:?} }}", row.id, row.name, row.about)
    });
    table(&mut out, "SKILL_GROUPS", "SkillGroup", groups);
    let rows = content.skills.iter().map(|row| {
        let learn: Vec<_> = row.learn.iter().map(|row| (&row.name, &row.url)).collect();
        format!(
            "Skill {{ id: {:?}, name: {:?}, group: {}, level: {}, hours: {:?}, learn: &{learn:?} }}",
            row.id,
            row.name,
            group(&row.group).expect("checked: a known group"),
            row.level as u8,
            row.hours,
        )
    });
    table(&mut out, "SKILLS", "Skill", rows);
    let texts = content.skills.iter().map(|row| {
        let why: Vec<_> = row.learn.iter().map(|row| &row.why).collect();
        format!("SkillText {{ aliases: &{:?}, what: {:?}, why: &{why:?} }}", row.aliases, row.what)
    });
    table(&mut out, "SKILL_TEXTS", "SkillText", texts);
    let number = |id: &String| {
        let at = content.skills.iter().position(|row| row.id == *id);
        at.expect("checked: a known skill")
    };
    let needs = tables.content.roles.iter().map(|row| {
        let [must, helpful] =
            [&row.must, &row.helpful].map(|ids| ids.iter().map(number).collect::<Vec<_>>());
        format!("Needs {{ must: &{must:?}, helpful: &{helpful:?} }}")
    });
    table(&mut out, "NEEDS", "Needs", needs);
    let growth = tables.occupations.iter().map(|row| {
        let projected =
            tables.projections.iter().find(|projected| projected.occupation == row.code);
        format!("{:?}", projected.map(|projected| projected.change))
    });
    table(&mut out, "GROWTH", "Option<i16>", growth);
    out
}

/// A static array.
pub(super) fn table(out: &mut String, name: &str, kind: &str, rows: impl Iterator<Item = String>) {
    let rows: Vec<String> = rows.collect();
    writeln!(out, "pub(super) static {name}: [{kind}; {}] = [{}];", rows.len(), rows.join(", "))
        .expect("a string takes all");
}
