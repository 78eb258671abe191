//! The search of the site in words.

use crate::catalog::Kind;

/// Title of the page that lists everything.
pub const TITLE: &str = "Everything on this site - Paypath";
/// What the titles of pages end in.
pub const TAIL: &str = " - Paypath";
/// Its description.
pub const DESCRIPTION: &str =
    "All roles, cities, skills, questions and pages of Paypath, as a list of links.";
/// Its heading.
pub const HEADING: &str = "Everything on this site";
/// Below it.
pub const LEAD: &str = "All roles, cities, skills, questions and pages. With scripts on, the field above searches \
     them as you type.";
/// Label of the field.
pub const LABEL: &str = "Search this site";
/// Shown in the empty field.
pub const HINT: &str = "Search";
/// Where the search did not load, before the link to the page of everything.
pub const FAILED: &str = "The search did not load. All of it is on one page:";
/// Name of what was found.
pub const FOUND: &str = "Found";

/// Name of a kind, in the plural.
pub const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Role => "Roles",
        Kind::City => "Cities",
        Kind::Skill => "Skills",
        Kind::Question => "Questions",
        Kind::Page => "Pages",
    }
}

/// Id of a kind.
pub const fn id(kind: Kind) -> &'static str {
    match kind {
        Kind::Role => "roles",
        Kind::City => "cities",
        Kind::Skill => "skills",
        Kind::Question => "questions",
        Kind::Page => "pages",
    }
}

/// A kind beside what was found.
pub const fn one(kind: Kind) -> &'static str {
    match kind {
        Kind::Role => "role",
        Kind::City => "city",
        Kind::Skill => "skill",
        Kind::Question => "question",
        Kind::Page => "page",
    }
}

/// A part of the guide.
pub fn in_guide(heading: &str) -> String {
    format!("Guide: {heading}")
}

/// A part of the method.
pub fn in_method(heading: &str) -> String {
    format!("Method: {heading}")
}

/// What a screen reader hears while typing.
pub fn found(count: usize) -> String {
    match count {
        0 => "Nothing found. Try fewer letters.".to_owned(),
        1 => "1 found. Use the arrow keys.".to_owned(),
        count => format!("{count} found. Use the arrow keys."),
    }
}
