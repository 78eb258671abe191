//! The skills of a role: ours by hand, with what O*NET measured of the occupations it is a blend of.

use crate::dataset::{Dataset, RoleId};
use crate::site::shared;
use crate::tables::{ElementKind, SkillRow, Tables};
use crate::words::site as text;
use std::collections::BTreeMap;
use yew::prelude::*;

/// Elements of O*NET shown: the most important of them.
const SHOWN: usize = 8;

pub(super) fn skills(tables: &Tables, role: RoleId) -> Html {
    let said = &tables.content.roles[role.index()];
    let list = |ids: &[String]| {
        let rows = ids
            .iter()
            .filter_map(|id| tables.content.skills.skills.iter().find(|row| row.id == *id));
        shared::list(rows.map(|row| skill(tables, role, row)))
    };
    html! {
        <>
            <h3>{ text::MUST }</h3>
            { list(&said.must) }
            <h3>{ text::HELPFUL }</h3>
            { list(&said.helpful) }
            { measured(tables, role) }
        </>
    }
}

/// A skill with what O*NET says of it for the role's occupations.
fn skill(tables: &Tables, role: RoleId, row: &SkillRow) -> Html {
    let codes = codes(role);
    let named = |name: &String, kind: ElementKind| {
        let rows = tables
            .elements
            .iter()
            .filter(|element| element.kind == kind && element.element == *name);
        weighted(&codes, rows.map(|element| (element.occupation.as_str(), element.importance)))
    };
    let elements = row.onet.skill.iter().map(|name| named(name, ElementKind::Skill));
    let elements =
        elements.chain(row.onet.knowledge.iter().map(|name| named(name, ElementKind::Knowledge)));
    let importance = elements.flatten().max_by(f64::total_cmp);
    let technology = |flag: fn(&crate::tables::TechnologyRow) -> bool| {
        tables.technologies.iter().any(|one| {
            codes.contains_key(one.occupation.as_str())
                && row.onet.technology.contains(&one.technology)
                && flag(one)
        })
    };
    let mark = if technology(|one| one.in_demand) {
        Some(text::IN_DEMAND)
    } else if technology(|one| one.hot) {
        Some(text::HOT)
    } else {
        None
    };
    html! {
        <>
            <a href={format!("/skills/#{}", row.id)}>{ &row.name }</a>
            { importance.map(text::important) }
            if let Some(mark) = mark {
                { " " }<span class="badge">{ mark }</span>
            }
        </>
    }
}

/// The most important elements of O*NET for the role, by its occupations' weights.
fn measured(tables: &Tables, role: RoleId) -> Html {
    let codes = codes(role);
    let mut names: Vec<&str> = tables
        .elements
        .iter()
        .filter(|row| codes.contains_key(row.occupation.as_str()))
        .map(|row| row.element.as_str())
        .collect();
    names.sort_unstable();
    names.dedup();
    let rows = |name: &str| {
        let rows: Vec<_> = tables.elements.iter().filter(|row| row.element == name).collect();
        let importance = rows.iter().map(|row| (row.occupation.as_str(), row.importance));
        let level = rows.iter().filter_map(|row| Some((row.occupation.as_str(), row.level?)));
        Some((weighted(&codes, importance)?, weighted(&codes, level)))
    };
    let mut all: Vec<_> = names.into_iter().filter_map(|name| Some((name, rows(name)?))).collect();
    all.sort_by(|one, other| other.1.0.total_cmp(&one.1.0).then(one.0.cmp(other.0)));
    if all.is_empty() {
        return Html::default();
    }
    let rows = all.into_iter().take(SHOWN).map(|(name, (importance, level))| {
        [
            html! { name },
            html! { format!("{importance:.1}") },
            html! { level.map_or_else(|| "–".to_owned(), |level| format!("{level:.1}")) },
        ]
    });
    html! {
        <>
            { shared::table(text::MEASURED, text::SKILL_HEADS, rows) }
            <p class="quiet">{ text::MEASURED_MEANS }</p>
        </>
    }
}

/// SOC codes of a role's occupations with their weights.
fn codes(role: RoleId) -> BTreeMap<&'static str, f64> {
    let dataset = Dataset::embedded();
    let shares = dataset.role(role).shares.iter();
    shares
        .map(|share| (dataset.occupation(share.occupation).code, f64::from(share.weight)))
        .collect()
}

/// The mean over a role's occupations that have a value.
fn weighted<'a>(
    codes: &BTreeMap<&str, f64>,
    values: impl Iterator<Item = (&'a str, f64)>,
) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (code, value) in values {
        if let Some(weight) = codes.get(code) {
            sum += weight * value;
            weights += weight;
        }
    }
    (weights > 0.0).then(|| sum / weights)
}
