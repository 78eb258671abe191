//! Every word that people read, against a dictionary, the names in `data/` and our own list. Pages
//! and sentences of the programs are in American English, documents in British. Corrects nothing.

mod text;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use spellbook::Dictionary;

use crate::place;

/// Words that are right and in no dictionary, one a line.
const OWN: &str = "tests/words.txt";
/// Tables whose names are right as they are published.
const NAMES: &[&str] = &[
    "cities.csv",
    "listed_cities.json",
    "metros.csv",
    "occupations.csv",
    "onet_education.csv",
    "onet_elements.csv",
    "onet_technologies.csv",
    "onet_titles.csv",
    "place_names.csv",
    "sources.json",
    "states.csv",
];
/// Documents for people.
const DOCUMENTS: &[&str] = &["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "data/README.md"];
/// The first this many faults are told.
const TOLD: usize = 400;

/// Words, each with the first file it is in.
type Words = BTreeMap<String, PathBuf>;

/// Checks everything that people read; `american` and `british` are the folders of dictionaries in
/// Hunspell's format.
///
/// # Errors
/// When a word is misspelt (the message names the word, a file, and words that may be meant), when
/// a word of our own list is needless, or when a file cannot be read.
pub fn report(dist: &Path, american: &Path, british: &Path) -> Result<()> {
    let root = place::root();
    let mut names = HashSet::new();
    for table in NAMES {
        let text = read(&root.join("data").join(table))?;
        names.extend(text::words(&text).map(str::to_owned));
    }
    let own = read(&root.join(OWN))?;
    let own: BTreeSet<&str> = own.lines().filter(|line| !line.starts_with('#')).collect();
    let texts =
        [(shown(&root, dist)?, dictionary(american)?), (documents(&root)?, dictionary(british)?)];
    let faults = faults(&texts, &names, &own);
    let count: usize = texts.iter().map(|(words, _)| words.len()).sum();
    println!("{count} words, {} of them of our own list", own.len());
    if faults.is_empty() {
        return Ok(());
    }
    let more = faults.len().saturating_sub(TOLD);
    let told = faults.iter().take(TOLD).map(String::as_str).collect::<Vec<_>>().join("\n  ");
    let rest = if more > 0 { format!("\n  and {more} more") } else { String::new() };
    bail!("spelling (a word that is right goes to {OWN}):\n  {told}{rest}")
}

fn dictionary(folder: &Path) -> Result<Dictionary> {
    let [rules, words] = ["index.aff", "index.dic"].map(|name| read(&folder.join(name)));
    let dictionary = Dictionary::new(&rules?, &words?);
    dictionary.map_err(|error| anyhow::anyhow!("{}: {error}", folder.display()))
}

/// What visitors read: pages, and sentences that programs may show.
fn shown(root: &Path, dist: &Path) -> Result<Words> {
    let mut words = Words::new();
    let mut sources = place::files(&root.join("src/words"))?;
    sources.push(root.join("src/words.rs"));
    for file in sources {
        add(&mut words, root, &file, &text::of_source(&read(&file)?));
    }
    let pages = place::files(dist)?;
    let pages: Vec<_> =
        pages.into_iter().filter(|file| place::is_page(&file.to_string_lossy())).collect();
    if pages.is_empty() {
        bail!("{} is empty: run `cargo xtask build` first", dist.display());
    }
    for file in pages {
        add(&mut words, root, &file, &text::of_page(&read(&file)?));
    }
    Ok(words)
}

fn documents(root: &Path) -> Result<Words> {
    let mut words = Words::new();
    for document in DOCUMENTS {
        let file = root.join(document);
        add(&mut words, root, &file, &text::of_document(&read(&file)?));
    }
    Ok(words)
}

fn add(words: &mut Words, root: &Path, file: &Path, text: &str) {
    let shown = file.strip_prefix(root).unwrap_or(file);
    for word in text::words(text) {
        words.entry(word.to_owned()).or_insert_with(|| shown.to_owned());
    }
}

/// Words of each text that its dictionary, the names and our own list do not know; and what our own
/// list holds for nothing.
fn faults(
    texts: &[(Words, Dictionary)],
    names: &HashSet<String>,
    own: &BTreeSet<&str>,
) -> Vec<String> {
    let mut faults = Vec::new();
    let mut needed = BTreeSet::new();
    for (words, dictionary) in texts {
        for (word, file) in words {
            let stem = word.strip_suffix("'s").unwrap_or(word);
            if dictionary.check(word) || names.contains(word) || names.contains(stem) {
                continue;
            }
            if let Some(own) = own.get(word.as_str()).or_else(|| own.get(stem)) {
                needed.insert(*own);
                continue;
            }
            let mut meant = Vec::new();
            dictionary.suggest(word, &mut meant);
            meant.truncate(3);
            let meant = match &meant[..] {
                [] => String::new(),
                some => format!(": {}?", some.join(", ")),
            };
            faults.push(format!("{word} in {}{meant}", file.display()));
        }
    }
    let needless = own.difference(&needed);
    faults.extend(needless.map(|word| format!("{word} in {OWN} is needless: take it out")));
    faults
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_and_needless_words_are_faults() {
        let dictionary =
            Dictionary::new("SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n", "2\nsalary\npay\n");
        let used =
            ["salary", "sallary", "Boise", "Yew's"].map(|word| (word.to_owned(), "a".into()));
        let texts = [(Words::from(used), dictionary.unwrap())];
        let names = HashSet::from(["Boise".to_owned()]);
        let own = BTreeSet::from(["Yew", "unused", "Boise"]);
        let wanted = [
            "sallary in a: salary?",
            "Boise in tests/words.txt is needless: take it out",
            "unused in tests/words.txt is needless: take it out",
        ];
        assert_eq!(faults(&texts, &names, &own), wanted);
    }
}
