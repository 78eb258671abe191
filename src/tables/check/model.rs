//! The fitted coefficients cover every metro and role and stay within what they can mean.

use super::super::{Fault, Model, RoleModel, Tables};

/// The file of fitted coefficients, which only `fit` can mend.
pub const MODEL: &str = "model.json";

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    let mut problems = Vec::new();
    shared(&tables.model, &mut problems);
    metros(tables, &mut problems);
    for role in &tables.roles {
        let mut found = tables.model.roles.iter().filter(|fit| fit.role == role.id);
        match (found.next(), found.count()) {
            (Some(fit), 0) => levels(fit, &mut problems),
            (fit, more) => {
                let count = usize::from(fit.is_some()) + more;
                problems.push(format!("{} has {count} fits, not one", role.id));
            }
        }
    }
    for input in &tables.model.inputs {
        if !tables.sources.iter().flat_map(|source| &source.files).any(|f| f.file == input.file) {
            problems.push(format!("the input {} is in no source", input.file));
        }
    }
    faults.extend(problems.into_iter().map(|problem| Fault::file(MODEL, problem)));
}

fn shared(model: &Model, problems: &mut Vec<String>) {
    if model.years.len() != 51 || !model.years[..31.min(model.years.len())].is_sorted() {
        problems.push("years must hold 51 scores, never falling up to 30".into());
    }
    let [first, .., last] = model.level_years;
    if !model.level_years.is_sorted_by(|a, b| a < b) || first < 0.0 || last > 30.0 {
        problems.push("level_years must ascend, from 0 to 30".into());
    }
    let [low, high] = model.tail;
    if low > high || low < 0.0 || high > 2.0 {
        problems.push("tail must ascend, from 0 to 2".into());
    }
    let errors = [model.published_sd, model.borrowed_sd];
    if errors.iter().any(|sd| !(0.0..1.0).contains(sd)) {
        problems.push("published_sd or borrowed_sd is outside 0 to 1".into());
    }
}

fn metros(tables: &Tables, problems: &mut Vec<String>) {
    let effects = &tables.model.metros;
    for metro in &tables.metros {
        let count = effects.iter().filter(|effect| effect.cbsa == metro.cbsa).count();
        if count != 1 {
            problems.push(format!("metro {} has {count} effects, not one", metro.cbsa));
        }
    }
    if effects.iter().any(|metro| !(-1.0..1.0).contains(&metro.effect)) {
        problems.push("an effect of a metro is outside −1 to 1".into());
    }
}

fn levels(fit: &RoleModel, problems: &mut Vec<String>) {
    let (role, levels) = (&fit.role, &fit.levels);
    if !levels.is_sorted_by(|a, b| a.score <= b.score) {
        problems.push(format!("the levels of {role} do not ascend"));
    }
    if levels.iter().any(|level| !(-4.0..4.0).contains(&level.score)) {
        problems.push(format!("a score of {role} is outside −4 to 4"));
    }
    if levels.iter().any(|level| !(0.1..2.0).contains(&level.spread)) {
        problems.push(format!("a spread of {role} is outside 0.1 to 2"));
    }
    if levels.iter().any(|level| !level.country.is_sorted()) {
        problems.push(format!("the country's percentiles of {role} do not ascend"));
    }
    if levels.iter().flat_map(|level| level.country).any(|pay| !(15_000..5_000_000).contains(&pay))
    {
        problems.push(format!("the country's pay of {role} is outside 15,000 to 5,000,000"));
    }
    if !(0.0..=1.0).contains(&fit.own) {
        problems.push(format!("the own part of {role} is outside 0 to 1"));
    }
}
