//! Everything that the site's search finds: roles, cities, skills, questions and pages, each with
//! its names. Read from the text that is made at build; knows no page and draws nothing.
//!
//! The text has a line an entry: kind, weight, address and label, parted by tabs, then its further
//! names parted by `|`. An entry is found by its label and by every name.

use crate::search::{Index, slug};

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A role.
    Role,
    /// A city or metro area.
    City,
    /// A skill.
    Skill,
    /// A question of the FAQ.
    Question,
    /// A page or a part of one.
    Page,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Role, Self::City, Self::Skill, Self::Question, Self::Page];

    /// The letter that stands for it in the text.
    pub const fn letter(self) -> char {
        match self {
            Self::Role => 'r',
            Self::City => 'c',
            Self::Skill => 's',
            Self::Question => 'q',
            Self::Page => 'p',
        }
    }
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub href: String,
    /// What it is called.
    pub label: String,
}

/// The entries with an index over their names.
#[derive(Clone, Debug)]
pub struct Catalog {
    entries: Vec<Entry>,
    index: Index,
}

/// One line of the text, taken apart.
type Line<'a> = (Kind, u32, &'a str, &'a str, &'a str);

impl Catalog {
    /// Reads the text; a line that is none is left out.
    pub fn parse(text: &str) -> Self {
        let lines: Vec<Line> = text.lines().filter_map(line).collect();
        let names = lines.iter().enumerate().flat_map(|(at, &(_, weight, _, label, names))| {
            // A label outweighs another entry's further name.
            let label = (label, weight.saturating_mul(2), at as u16);
            let names = names.split('|').filter(|name| !name.is_empty());
            std::iter::once(label).chain(names.map(move |name| (name, weight, at as u16)))
        });
        let index = Index::new(names);
        let entry = |&(kind, _, href, label, _): &Line| Entry {
            kind,
            href: href.to_owned(),
            label: label.to_owned(),
        };
        Self { entries: lines.iter().map(entry).collect(), index }
    }

    /// Every entry, in the order of the text.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What typed text means, best first.
    pub fn find(&self, typed: &str, most: usize) -> Vec<&Entry> {
        let mut found = self.index.matches(typed, most);
        if found.is_empty() {
            found = self.index.matches(&words_that_count(typed), most);
        }
        found.into_iter().map(|at| &self.entries[usize::from(at)]).collect()
    }
}

/// Words that say nothing about what is meant, as slugs.
const EMPTY: [&str; 14] =
    ["a", "an", "the", "of", "for", "to", "in", "is", "are", "do", "i", "what", "how", "salary"];

/// Typed text without words that say nothing; all of it where nothing else is left.
fn words_that_count(typed: &str) -> String {
    let typed = slug(typed);
    let counting = typed.split('-').filter(|word| !EMPTY.contains(word));
    let counting: Vec<&str> = counting.collect();
    if counting.is_empty() { typed } else { counting.join(" ") }
}

fn line(line: &str) -> Option<Line<'_>> {
    let mut parts = line.split('\t');
    let letter = parts.next()?;
    let kind = Kind::ALL.into_iter().find(|kind| letter.chars().eq([kind.letter()]))?;
    Some((kind, parts.next()?.parse().ok()?, parts.next()?, parts.next()?, parts.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "r\t9\t/roles/a/\tData Analyst\tAnalyst|Number Cruncher\n\
        q\t5\t/faq/#pay\tWhat does it pay?\tsalary\nnothing\n\
        c\t7\t/cities/b/\tBoston, MA\t";

    #[test]
    fn labels_and_names_are_found_and_bad_lines_are_not() {
        let catalog = Catalog::parse(TEXT);
        assert_eq!(catalog.entries().len(), 3);
        let first = |typed: &str| catalog.find(typed, 3).first().map(|entry| entry.href.clone());
        assert_eq!(first("number crunsher").as_deref(), Some("/roles/a/"));
        assert_eq!(first("bostn").as_deref(), Some("/cities/b/"));
        assert_eq!(first("what does it pay").as_deref(), Some("/faq/#pay"));
        assert_eq!(first("zzzz"), None);
    }
}
