//! Skills, what each role asks of them, and how its occupations are projected to grow. Embedded as
//! a table of its own, so that a program which shows none of it does not carry it.

use super::{OccupationId, RoleId, embedded};

/// A skill.
#[derive(Debug)]
pub struct Skill {
    /// Stable id: `python`.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Number of its group.
    pub group: u8,
    /// When it is usually learnt: 0 first, 1 in the first jobs, 2 late or by a few.
    pub level: u8,
    /// Hours until it is of use at work: low, typical, high. Our assumption.
    pub hours: [u16; 3],
    /// Where to learn it: name and address.
    pub learn: &'static [(&'static str, &'static str)],
}

/// More about a skill, for pages that explain it: a table of its own, which others do not carry.
#[derive(Debug)]
pub struct SkillText {
    /// Other names people type.
    pub aliases: &'static [&'static str],
    /// What it is for.
    pub what: &'static str,
    /// What each place to learn it is good for, in the order of [`Skill::learn`].
    pub why: &'static [&'static str],
}

/// A group of skills.
#[derive(Debug)]
pub struct SkillGroup {
    /// Stable id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What is in it.
    pub about: &'static str,
}

/// What a role asks for: numbers of skills.
#[derive(Debug)]
pub struct Needs {
    /// What it cannot do without.
    pub must: &'static [u8],
    /// What helps.
    pub helpful: &'static [u8],
}

/// Every skill, by group.
pub fn skills() -> &'static [Skill] {
    &embedded::SKILLS
}

/// More about each skill, in the order of [`skills`].
pub fn skill_texts() -> &'static [SkillText] {
    &embedded::SKILL_TEXTS
}

/// The groups, in the order shown.
pub fn skill_groups() -> &'static [SkillGroup] {
    &embedded::SKILL_GROUPS
}

/// What a role asks for.
pub fn needs(role: RoleId) -> &'static Needs {
    &embedded::NEEDS[role.index()]
}

/// Projected change of an occupation's jobs over ten years, in percent.
pub fn growth(occupation: OccupationId) -> Option<i16> {
    embedded::GROWTH[occupation.index()]
}
