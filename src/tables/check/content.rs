//! The words of the pages refer to what exists, say who says so, and carry every claim of the
//! articles.

use super::super::{Fault, Tables};
use super::{known_source, unique};

/// Claims of the articles that are no figures of pay (those are in `claims.json`).
const CLAIMS: [&str; 7] = ["E1", "E2", "E3", "O1", "O2", "O3", "O4"];

pub(super) fn check(tables: &Tables, faults: &mut Vec<Fault>) {
    let content = &tables.content;
    let roles = || tables.roles.iter().map(|role| role.id.as_str());
    if !content.roles.iter().map(|row| row.role.as_str()).eq(roles()) {
        faults.push(Fault::file(
            "role_pages.json",
            "must have every role of roles.json, in its order",
        ));
    }
    unique("skills.json", content.skills.skills.iter().map(|row| row.id.as_str()), faults);
    unique("faq.json", content.faq.questions.iter().map(|row| row.id.as_str()), faults);
    unique("guide.json", content.guide.sections.iter().map(|row| row.id.as_str()), faults);
    links(tables, faults);
    for (at, text, said) in content.texts() {
        let (file, _) = at.split_once(' ').unwrap_or((&at, ""));
        let mut fault = |what: String| faults.push(Fault::file(file, format!("{at}: {what}")));
        if text.trim().is_empty() {
            fault("a text is empty".into());
        }
        if said.sources.is_empty() && !said.ours {
            fault("says nobody’s word: give it a source or mark it as ours".into());
        }
        for claim in &said.facts {
            let paid = tables.claims.iter().any(|row| row.id == *claim);
            if !paid && !CLAIMS.contains(&claim.as_str()) {
                fault(format!("there is no claim “{claim}”"));
            }
        }
        for source in &said.sources {
            known_source(tables, file, source, faults);
        }
    }
    for claim in CLAIMS {
        if !content.texts().iter().any(|(.., said)| said.facts.iter().any(|id| id == claim)) {
            faults.push(Fault::file("guide.json", format!("no text carries the claim {claim}")));
        }
    }
}

/// Ids that lead from one row to another.
fn links(tables: &Tables, faults: &mut Vec<Fault>) {
    let content = &tables.content;
    let role = |id: &str| tables.roles.iter().any(|row| row.id == id);
    let skill = |id: &str| content.skills.skills.iter().any(|row| row.id == id);
    for row in &content.roles {
        let mut fault = |what: String| {
            faults.push(Fault::file("role_pages.json", format!("{}: {what}", row.role)));
        };
        for next in row.next.iter().filter(|next| !role(&next.role) || next.role == row.role) {
            fault(format!("leads to “{}”, which is no other role", next.role));
        }
        for id in row.must.iter().chain(&row.helpful).filter(|id| !skill(id)) {
            fault(format!("asks for “{id}”, which is no skill"));
        }
        if row.must.is_empty() || row.must.iter().any(|id| row.helpful.contains(id)) {
            fault("needs must-have skills that are not helpful ones too".into());
        }
    }
    for row in &content.skills.skills {
        let mut fault =
            |what: String| faults.push(Fault::file("skills.json", format!("{}: {what}", row.id)));
        if !content.skills.groups.iter().any(|group| group.id == row.group) {
            fault(format!("is in “{}”, which is no group", row.group));
        }
        let [low, typical, high] = row.hours;
        if !(0 < low && low <= typical && typical <= high && high <= 5000) {
            fault("its hours must rise from low to high, up to 5,000".into());
        }
        for learn in row.learn.iter().filter(|learn| !learn.url.starts_with("https://")) {
            fault(format!("{} is not https", learn.url));
        }
    }
    for row in &content.faq.questions {
        if !content.faq.groups.iter().any(|group| group.id == row.group) {
            let message = format!("{}: “{}” is no group", row.id, row.group);
            faults.push(Fault::file("faq.json", message));
        }
    }
}
