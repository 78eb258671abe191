//! The page of skills in words.

/// Title in the browser's tab.
pub const TITLE: &str = "Skills for machine-learning and data roles - Paypath";
/// Description for search engines.
pub const DESCRIPTION: &str = "What each skill is for, which roles ask for it and where to learn it. Tick what you \
     have and see which roles are near and what is missing.";
/// Heading.
pub const HEADING: &str = "Skills";
/// Below it.
pub const LEAD: &str = "Tick what you have. You see how near each role is, and what it asks for that you do not \
     have yet.";
/// Name of the filters.
pub const FILTERS: &str = "Which skills";
/// Label of the role.
pub const FOR_ROLE: &str = "Asked for by";
/// No role chosen.
pub const ANY_ROLE: &str = "Any role";
/// Label of the group.
pub const GROUP: &str = "Group";
/// No group chosen.
pub const ANY_GROUP: &str = "All groups";
/// Label of the search.
pub const FIND: &str = "Find a skill";
/// Heading of what is ticked.
pub const MINE: &str = "What you have";
/// Label of keeping.
pub const KEEP: &str = "Remember my ticks on this device";
/// Link that saves the ticks.
pub const EXPORT: &str = "Save as a file";
/// Label of the file.
pub const IMPORT: &str = "Open a saved file";
/// A file that cannot be read.
pub const REFUSED: &str =
    "This is not a file of ticks. Choose one that was saved here; your ticks are as they were.";
/// Heading of the matches.
pub const MATCHES: &str = "Roles, the nearest first";
/// Below the page.
pub const MEANS: &str = "Which skills a role must have is our reading of the articles and O*NET. Hours are our \
     assumption. In the bar a must-have skill counts as much as three helpful ones. Ticks stand in the address, \
     so that you can share them.";

/// How many skills the filters leave.
pub fn found(shown: usize, all: usize) -> String {
    match shown {
        0 => "No skill matches. Try fewer letters, or another group.".to_owned(),
        shown if shown == all => format!("{all} skills."),
        shown => format!("{shown} of {all} skills."),
    }
}

/// When a skill is usually learned.
pub const fn level(level: u8) -> &'static str {
    match level {
        0 => "learned first",
        1 => "learned in the first jobs",
        _ => "learned late, or by a few",
    }
}

/// Opens what is known about a skill.
pub fn more(skill: &str) -> String {
    format!("More about {skill}")
}

/// Who asks for a skill.
pub fn asked(must: &[&str], helpful: &[&str]) -> String {
    let list = |lead: &str, roles: &[&str]| match roles {
        [] => String::new(),
        roles => format!("{lead}: {}. ", super::list(roles, "and")),
    };
    list("Must have for", must) + &list("Helpful for", helpful)
}

/// `About 150 hours to be of use at work (80 to 250).`
pub fn hours([low, typical, high]: [u16; 3]) -> String {
    format!("About {typical} hours to be of use at work ({low} to {high}).")
}

/// How many are ticked.
pub fn mine(count: u32) -> String {
    match count {
        0 => {
            "Nothing ticked yet. Tick what you have, and the roles appear here, the nearest first."
                .to_owned()
        }
        1 => "1 skill.".to_owned(),
        count => format!("{count} skills."),
    }
}

/// `5 of 8 must-haves, 2 of 10 helpful`
pub fn matched([must, of]: [usize; 2], [helpful, all]: [usize; 2]) -> String {
    format!("{must} of {of} must-haves, {helpful} of {all} helpful")
}

/// `62%`
pub fn percent(percent: usize) -> String {
    format!("{percent}%")
}

/// What is missing.
pub fn gap(missing: &[&str]) -> String {
    match missing {
        [] => "You have every must-have skill.".to_owned(),
        missing => format!("Still missing: {}.", super::list(missing, "and")),
    }
}
