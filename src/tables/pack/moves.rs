//! Steps of a career as Rust source: settings, ways into a role, and what each change of role lacks.
//!
//! The distance between two roles is what O*NET's ratings of the second leave over from the first:
//! Σ max(0, b − a) / Σ b over importance × level of its skills, the same over its fields of
//! knowledge, and over the technologies that it asks for, one for "hot" and one for "in demand".

use super::super::{
    EDUCATIONS, ElementKind, LEVELS, RoleRow, SETTINGS, SettingRow, Tables, Tier, UNITS,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Statics with everything that `dataset/moves.rs` reads.
pub(super) fn moves(tables: &Tables) -> String {
    let mut out = String::new();
    let rows = tables.moves.settings.iter().map(|row| setting(tables, row));
    super::skills::table(&mut out, "PREMISES", "Premise", rows);
    super::skills::table(&mut out, "ENTRIES", "Entry", entries(tables));
    let profiles: Vec<Profile> =
        tables.roles.iter().map(|role| Profile::of(tables, role)).collect();
    let rows = (0..profiles.len()).map(|from| changes(tables, &profiles, from));
    super::skills::table(&mut out, "CHANGES", "&[Change]", rows);
    let number = |id: &String| {
        let at = tables.content.skills.skills.iter().position(|row| row.id == *id);
        at.expect("checked: a known skill")
    };
    let learnt = tables.moves.promotions.iter();
    let learnt = learnt.map(|row| row.learn.iter().map(number).collect::<Vec<_>>());
    let rows = std::iter::once(Vec::new()).chain(learnt).map(|skills| format!("&{skills:?}"));
    super::skills::table(&mut out, "PROMOTIONS", "&[u8]", rows);
    let rows = tables.moves.studies.iter().map(|row| {
        let teaches: Vec<usize> = row.teaches.iter().map(number).collect();
        format!("Study {{ hours: {}, teaches: &{teaches:?}, why: {:?} }}", row.hours, row.why)
    });
    super::skills::table(&mut out, "STUDIES", "Study", rows);
    writeln!(out, "const _: () = assert!({} == Assumption::COUNT);", SETTINGS.len())
        .expect("a string takes all");
    out
}

fn setting(tables: &Tables, row: &SettingRow) -> String {
    let source = row.source.as_ref().map(|id| {
        let source = tables.sources.iter().find(|source| source.id == *id);
        let source = source.expect("checked: a known source");
        (&source.publisher, &source.title, &source.url, &source.published)
    });
    format!(
        "Premise {{ id: {:?}, name: {:?}, unit: Unit::ALL[{}], value: {}, low: {}, high: {}, \
         least: {}, most: {}, source: {source:?}, why: {:?} }}",
        row.id,
        row.name,
        at(&UNITS, &row.unit),
        row.value,
        row.low,
        row.high,
        row.least,
        row.most,
        row.why,
    )
}

fn at(names: &[&str], name: &str) -> usize {
    names.iter().position(|known| *known == name).expect("checked: a known name")
}

fn entries(tables: &Tables) -> impl Iterator<Item = String> {
    tables.roles.iter().zip(&tables.moves.roles).map(|(role, row)| {
        format!(
            "Entry {{ first: {}, minimum: {}, from: {:?}, holding: {:?}, why: {:?} }}",
            row.first,
            at(&EDUCATIONS, &row.minimum),
            row.from.as_ref().map(|level| at(&LEVELS, level)),
            holding(tables, role),
            row.why,
        )
    })
}

/// O*NET's numbers of the highest level of education that counts as none, a bachelor's, a master's
/// degree and a doctorate.
const HIGHEST: [u8; 4] = [5, 7, 10, 12];

/// Percent of jobs that ask for no more than each education, at least 5.
fn holding(tables: &Tables, role: &RoleRow) -> [u8; 4] {
    HIGHEST.map(|highest| {
        let share = blend(tables, role, |code| {
            let rows = tables.required.iter().filter(|row| row.occupation == code);
            let (up, all) = rows.fold((0.0, 0.0), |(up, all), row| {
                (if row.category <= highest { up + row.share } else { up }, all + row.share)
            });
            up / all
        });
        (100.0 * share).round().clamp(5.0, 100.0) as u8
    })
}

/// The mean over a role's occupations, by weight.
fn blend(tables: &Tables, role: &RoleRow, of: impl Fn(&str) -> f64) -> f64 {
    role.occupations.iter().map(|share| share.weight * of(rated(tables, &share.code))).sum()
}

/// The occupation whose ratings are taken for `code`.
fn rated<'a>(tables: &'a Tables, code: &'a str) -> &'a str {
    let other = tables.moves.stand_ins.iter().find(|row| row.occupation == code);
    other.map_or(code, |row| &row.other)
}

/// What O*NET rates of a role: skills, knowledge and technologies.
struct Profile<'a>([BTreeMap<&'a str, f64>; 3]);

impl<'a> Profile<'a> {
    fn of(tables: &'a Tables, role: &'a RoleRow) -> Self {
        let mut parts: [BTreeMap<&str, f64>; 3] = Default::default();
        for share in &role.occupations {
            let code = rated(tables, &share.code);
            for row in tables.elements.iter().filter(|row| row.occupation == code) {
                let part = usize::from(row.kind == ElementKind::Knowledge);
                let rating = row.importance * row.level.unwrap_or(0.0);
                *parts[part].entry(&row.element).or_default() += share.weight * rating;
            }
            let asked = tables.technologies.iter().filter(|row| row.occupation == share.code);
            for row in asked {
                let rating = f64::from(u8::from(row.hot) + u8::from(row.in_demand));
                *parts[2].entry(&row.technology).or_default() += share.weight * rating;
            }
        }
        Self(parts)
    }

    /// Percent of each part of `to` that is not here.
    fn lacks(&self, to: &Self) -> [u8; 3] {
        std::array::from_fn(|part| {
            let here = |name: &str| self.0[part].get(name).copied().unwrap_or(0.0);
            let lacking: f64 =
                to.0[part].iter().map(|(name, rating)| (rating - here(name)).max(0.0)).sum();
            let all: f64 = to.0[part].values().sum();
            (100.0 * lacking / all).round() as u8
        })
    }
}

/// The changes of role that are usual or related.
fn changes(tables: &Tables, profiles: &[Profile], from: usize) -> String {
    let here = &tables.roles[from];
    let next = &tables.content.roles[from].next;
    let rows = tables.roles.iter().enumerate().filter(|&(to, _)| to != from);
    let rows = rows.filter_map(|(to, there)| {
        let named = next.iter().find(|row| row.role == there.id).map(|row| &row.why);
        let article = tables.moves.usual.iter();
        let article =
            article.into_iter().find(|row| row.from == here.id && row.to == there.id);
        let usual = named.or(article.map(|row| &row.why));
        let usual_source = article.map(|row| {
            let source = tables.sources.iter().find(|source| source.id == row.source);
            source.map_or("", |source| source.title.as_str())
        });
        if usual.is_none() && !related(tables, here, there) {
            return None;
        }
        Some(format!(
            "Change {{ to: RoleId({to}), usual: {usual:?}, source: {usual_source:?}, lacks: {:?} }}",
            profiles[from].lacks(&profiles[to]),
        ))
    });
    format!("&[{}]", rows.collect::<Vec<_>>().join(", "))
}

/// One family, one main occupation, or main occupations that O*NET calls closely related.
fn related(tables: &Tables, here: &RoleRow, there: &RoleRow) -> bool {
    let main = |role: &RoleRow| {
        let shares = role.occupations.iter();
        let heaviest =
            shares.max_by(|a, b| a.weight.total_cmp(&b.weight).then(b.code.cmp(&a.code)));
        heaviest.map(|share| share.code.clone())
    };
    let (Some(one), Some(other)) = (main(here), main(there)) else { return false };
    let close = |row: &super::super::RelatedRow| {
        row.occupation == one && row.related == other && row.tier != Tier::Supplemental
    };
    here.family == there.family || one == other || tables.related.iter().any(close)
}
