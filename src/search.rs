//! Finding a thing by what people type: exact names, prefixes of words, and small typing errors.
//!
//! Knows nothing of roles or cities; [`crate::finder`] builds the indexes. Texts are compared as
//! [`slug`]s, so case, accents and punctuation do not matter.

use std::collections::BinaryHeap;

/// Longest text that is looked at; anything longer is cut, so hostile input costs little.
pub const LONGEST: usize = 120;

/// Lower-case letters and digits with single hyphens between words: `Palo Alto, CA` becomes
/// `palo-alto-ca`. Latin accents are dropped, and letters that stand alone are one word: `L.A.`
/// becomes `la`. `C++` and `C#` are not expected here.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONGEST));
    for letter in text.chars().take(LONGEST).filter(|letter| !is_silent(*letter)) {
        let plain = unaccented(letter).to_ascii_lowercase();
        if plain.is_ascii_alphanumeric() {
            out.push(plain);
        } else if plain == '&' {
            push_word(&mut out, "and");
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(LONGEST);
    out.truncate(out.trim_end_matches('-').len());
    joined(&out)
}

/// Apostrophes in all their shapes, and accents that follow their letter as a sign of their own.
const fn is_silent(letter: char) -> bool {
    matches!(letter, '\'' | '`' | '‘' | '’' | 'ʻ' | 'ʼ' | '\u{300}'..='\u{36f}')
}

/// `washington-d-c` → `washington-dc`.
fn joined(slug: &str) -> String {
    let is_letter = |word: &str| word.len() == 1 && word.as_bytes()[0].is_ascii_lowercase();
    let mut out = String::with_capacity(slug.len());
    let mut after_letter = false;
    for word in slug.split('-') {
        let letter = is_letter(word);
        let goes_on = out.is_empty() || (letter && after_letter);
        if !goes_on {
            out.push('-');
        }
        out.push_str(word);
        after_letter = letter;
    }
    out
}

fn push_word(out: &mut String, word: &str) {
    if !out.is_empty() && !out.ends_with('-') {
        out.push('-');
    }
    out.push_str(word);
    out.push('-');
}

/// The letters that American place names need, without their accents. Unicode's own case tables
/// would weigh more than all city names together.
fn unaccented(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        'ç' | 'Ç' => 'c',
        other => other,
    }
}

/// A list of names, each leading to a number that the caller gives a meaning, ordered by slug.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

/// One name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    slug: String,
    /// The heavier first among equals: counted down, so that entries sort by their fields.
    lightness: u32,
    value: u16,
}

impl Index {
    /// Builds the index from (name, weight, value); a heavier entry wins among equal matches.
    pub fn new<'a>(names: impl IntoIterator<Item = (&'a str, u32, u16)>) -> Self {
        let entries: BinaryHeap<_> = names
            .into_iter()
            .map(|(name, weight, value)| Entry {
                slug: slug(name),
                lightness: u32::MAX - weight,
                value,
            })
            .collect();
        // In order of the fields. Sorting the vector itself would weigh a kilobyte more.
        let mut entries = entries.into_sorted_vec();
        entries.dedup_by(|later, first| later.slug == first.slug && later.value == first.value);
        Self { entries }
    }

    /// The values whose name is exactly this slug, heaviest first.
    pub fn exact<'a>(&'a self, slug: &'a str) -> impl Iterator<Item = u16> + 'a {
        self.starting(slug).take_while(move |(name, _)| *name == slug).map(|(_, value)| value)
    }

    /// Whole slugs that start with this text, and their values, in order of slug.
    pub fn starting<'a>(&'a self, start: &'a str) -> impl Iterator<Item = (&'a str, u16)> + 'a {
        let first = self.entries.partition_point(|entry| entry.slug.as_str() < start);
        self.entries[first..]
            .iter()
            .take_while(move |entry| entry.slug.starts_with(start))
            .map(|entry| (entry.slug.as_str(), entry.value))
    }

    /// The best matches of typed text, best first, each value once, at most `most`.
    ///
    /// Every typed word must start a word of the name, or be within a small edit distance of one:
    /// one error in four letters or more, two in eight or more.
    pub fn matches(&self, typed: &str, most: usize) -> Vec<u16> {
        let typed = slug(typed);
        let words: Vec<&str> = typed.split('-').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        // Few are wanted of many, so the best are kept in order instead of sorting all.
        let mut best: Vec<(u32, u32, u16)> = Vec::with_capacity(most + 1);
        for entry in &self.entries {
            let Some(cost) = cost(&entry.slug, &typed, &words) else { continue };
            let key = (cost, entry.lightness);
            match best.iter().position(|kept| kept.2 == entry.value) {
                Some(at) if (best[at].0, best[at].1) <= key => continue,
                Some(at) => drop(best.remove(at)),
                None => {}
            }
            let at = best.partition_point(|kept| (kept.0, kept.1) <= key);
            best.insert(at, (key.0, key.1, entry.value));
            best.truncate(most);
        }
        best.into_iter().map(|(.., value)| value).collect()
    }
}

/// How far a name is from the typed words; lower is nearer, `None` is no match.
fn cost(name: &str, typed: &str, words: &[&str]) -> Option<u32> {
    if name == typed {
        return Some(0);
    }
    if name.starts_with(typed) {
        return Some(1);
    }
    let mut total = 2;
    for word in words {
        total += name.split('-').enumerate().filter_map(|(at, w)| word_cost(w, word, at)).min()?;
    }
    Some(total)
}

fn word_cost(name: &str, typed: &str, at: usize) -> Option<u32> {
    let place = at.min(3) as u32;
    if name == typed {
        return Some(place);
    }
    if name.starts_with(typed) {
        return Some(1 + place);
    }
    let allowed = match typed.len() {
        0..4 => return None,
        4..8 => 1,
        _ => 2,
    };
    // Each letter that the name lacks is an error at least: most names need no closer look.
    if (letters(typed) & !letters(name)).count_ones() > allowed {
        return None;
    }
    // A mistyped beginning of a longer word counts too: compare with as much of it as was typed.
    let start = name.get(..typed.len().min(name.len())).unwrap_or(name);
    let errors = strsim::osa_distance(start, typed).min(strsim::osa_distance(name, typed)) as u32;
    (errors <= allowed).then(|| 10 * errors + place)
}

/// Which letters and digits a word has, a bit each.
fn letters(word: &str) -> u32 {
    // Digits share bits with letters; that only makes fewer differ.
    word.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        Index::new([
            ("San Jose-Sunnyvale-Santa Clara, CA", 9, 1),
            ("San José, CA", 9, 1),
            ("San Juan, PR", 2, 2),
            ("Portland, ME", 1, 3),
            ("Portland, OR", 5, 4),
            ("Winston-Salem, NC", 1, 5),
        ])
    }

    #[test]
    fn slugs_ignore_case_accents_and_punctuation() {
        assert_eq!(slug("  San José, CA "), "san-jose-ca");
        assert_eq!(slug("Coeur d'Alene"), "coeur-dalene");
        assert_eq!(slug("AT&T"), "at-and-t");
        assert_eq!(slug("—"), "");
        assert_eq!(slug(&"x".repeat(100_000)).len(), LONGEST);
        assert_eq!(slug(&"&".repeat(100_000)).len(), LONGEST - 1);
        assert_eq!(slug("San Jose\u{301}, Hawaiʻi"), "san-jose-hawaii");
        assert_eq!(slug("Washington, D.C."), "washington-dc");
        assert_eq!(slug("U. S. A. a"), "usaa");
        assert_eq!(slug("R&D"), "r-and-d");
    }

    #[test]
    fn heavier_names_come_first_and_errors_are_forgiven() {
        let index = index();
        assert_eq!(index.matches("portland", 5), [4, 3]);
        assert_eq!(index.matches("prtland or", 5)[0], 4);
        assert_eq!(index.matches("jose", 5), [1]);
        assert_eq!(index.matches("salem", 5), [5]);
        assert!(index.matches("zzz", 5).is_empty());
        assert!(index.matches("", 5).is_empty());
    }

    #[test]
    fn exact_finds_every_value_of_a_name() {
        let index = Index::new([("Portland", 1, 1), ("portland", 2, 2)]);
        assert_eq!(index.exact("portland").collect::<Vec<_>>(), [2, 1]);
        assert_eq!(index.exact("port").count(), 0);
        assert_eq!(index.starting("port").count(), 2);
    }
}
