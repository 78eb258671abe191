//! What the page of skills is drawn from: filters, ticks, and the match with each role. Draws
//! nothing; keeps nothing itself.

use crate::dataset::{Dataset, RoleId, needs, skill_groups, skill_texts, skills};
use crate::link;
use crate::search::slug;
use std::rc::Rc;
use yew::Reducible;

/// A set of skills, one bit each.
pub type Have = u128;

/// The longest file of ticks that is read, in bytes.
const LONGEST: usize = 20_000;

/// The state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skills {
    /// Only skills that this role asks for.
    pub role: Option<RoleId>,
    /// Only skills of this group.
    pub group: Option<usize>,
    /// Text in the search field.
    pub find: String,
    /// What is ticked.
    pub have: Have,
    /// Whether the ticks are kept on the device.
    pub keep: bool,
    /// Whether the last file could not be read.
    pub refused: bool,
}

/// What a visitor can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chose a role by id, or any.
    Role(String),
    /// Chose a group by id, or any.
    Group(String),
    /// Typed into the search field.
    Find(String),
    /// Ticked or unticked a skill.
    Tick(usize),
    /// Asked to keep the ticks, or not to.
    Keep,
    /// Opened a file of ticks.
    Import(String),
}

impl Skills {
    /// What the address asks; without ticks there, those that were kept.
    pub fn start(query: &str, kept: Option<&str>) -> Self {
        let mut state = Self { keep: kept.is_some(), ..Self::default() };
        let value = |key| link::value(query, key).unwrap_or_default();
        state.role = Dataset::embedded().role_by_id(&value("role"));
        state.group = group(&value("group"));
        state.find = value("find");
        state.have = match link::value(query, "have") {
            Some(ids) => of(ids.split('.')),
            None => kept.and_then(import).unwrap_or(0),
        };
        state
    }

    /// The query string that leads back here, without its question mark.
    pub fn query(&self) -> String {
        let mut parts = Vec::new();
        if let Some(role) = self.role {
            parts.push(["role=", Dataset::embedded().role(role).id].concat());
        }
        if let Some(group) = self.group {
            parts.push(["group=", skill_groups()[group].id].concat());
        }
        let find = slug(&self.find);
        if !find.is_empty() {
            parts.push(["find=", &find].concat());
        }
        if self.have != 0 {
            parts.push(["have=", &ids(self.have).join(".")].concat());
        }
        parts.join("&")
    }

    /// Whether a skill is ticked.
    pub const fn has(&self, skill: usize) -> bool {
        self.have >> skill & 1 == 1
    }
}

impl Reducible for Skills {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Role(id) => state.role = Dataset::embedded().role_by_id(&id),
            Action::Group(id) => state.group = group(&id),
            Action::Find(typed) => state.find = typed,
            Action::Tick(skill) => state.have ^= 1 << skill,
            Action::Keep => state.keep = !state.keep,
            Action::Import(text) => match import(&text) {
                Some(have) => (state.have, state.refused) = (have, false),
                None => state.refused = true,
            },
        }
        Rc::new(state)
    }
}

fn group(id: &str) -> Option<usize> {
    skill_groups().iter().position(|group| group.id == id)
}

fn of<'a>(ids: impl Iterator<Item = &'a str>) -> Have {
    let at = |id: &str| skills().iter().position(|skill| skill.id == id);
    ids.filter_map(at).fold(0, |have, at| have | 1 << at)
}

fn ids(have: Have) -> Vec<&'static str> {
    let ticked = skills().iter().enumerate().filter(|(at, _)| have >> at & 1 == 1);
    ticked.map(|(_, skill)| skill.id).collect()
}

/// Ticks as JSON: a list of ids.
pub fn export(have: Have) -> String {
    let ids: Vec<String> = ids(have).iter().map(|id| format!("\"{id}\"")).collect();
    format!("{{\"paypath\":\"skills\",\"have\":[{}]}}", ids.join(","))
}

/// Ticks of a file that [`export`] wrote; ids that no longer exist are left out. Ids hold nothing
/// that JSON escapes, so quoted words are all there is to read, and a parser would weigh more than
/// the page.
pub fn import(text: &str) -> Option<Have> {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let (head, rest) = text.split_once("\"have\"")?;
    let list = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('[')?;
    let (list, _) = list.split_once(']')?;
    head.contains("\"skills\"").then(|| of(list.split(',').map(|id| id.trim().trim_matches('"'))))
}

/// Numbers of the skills that the filters leave.
pub fn shown(state: &Skills) -> Vec<usize> {
    let wanted = slug(&state.find);
    let fits = |at: &usize| {
        let skill = &skills()[*at];
        let asked = state.role.is_none_or(|role| {
            let needs = needs(role);
            needs.must.iter().chain(needs.helpful).any(|&need| usize::from(need) == *at)
        });
        let grouped = state.group.is_none_or(|group| usize::from(skill.group) == group);
        let named = || {
            let text = &skill_texts()[*at];
            let names = text.aliases.iter().chain([&skill.name, &text.what]);
            let words: Vec<String> = names.map(|name| slug(name)).collect();
            let starts = |word: &str| {
                words.iter().any(|name| name.split('-').any(|own| own.starts_with(word)))
            };
            wanted.split('-').all(starts)
        };
        asked && grouped && (wanted.is_empty() || named())
    };
    (0..skills().len()).filter(fits).collect()
}

/// How far a role is from what somebody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The role.
    pub role: RoleId,
    /// Must-have skills had, of how many.
    pub must: [usize; 2],
    /// Helpful skills had, of how many.
    pub helpful: [usize; 2],
    /// Must-have skills missing, in the role's order.
    pub missing: Vec<usize>,
}

impl Match {
    /// How much of the role is had: a must-have skill counts as much as three helpful ones.
    pub fn percent(&self) -> usize {
        let part = |at: usize| 3 * self.must[at] + self.helpful[at];
        100 * part(0) / part(1).max(1)
    }
}

/// Every role, the nearest first.
pub fn matches(have: Have) -> Vec<Match> {
    let had = |list: &[u8]| list.iter().filter(|&&at| have >> at & 1 == 1).count();
    let one = |role: RoleId| {
        let needs = needs(role);
        let missing = needs.must.iter().filter(|&&at| have >> at & 1 == 0);
        Match {
            role,
            must: [had(needs.must), needs.must.len()],
            helpful: [had(needs.helpful), needs.helpful.len()],
            missing: missing.map(|&at| usize::from(at)).collect(),
        }
    };
    let mut all: Vec<Match> = Dataset::embedded().role_ids().map(one).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.percent()));
    all
}
