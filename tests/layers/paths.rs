//! The paths that a source file uses, with groups spelt out: `use a::{b, c::d}` is `a::b`, `a::c::d`.
//! Reads words and punctuation only; comments and texts are passed over.

/// A path of at least one name and where it begins.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Path {
    pub(crate) line: usize,
    pub(crate) segments: Vec<String>,
}

/// Every path of a source text.
pub(crate) fn paths(source: &str) -> Vec<Path> {
    let words = words(source);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if words[at].is_name() {
            at = path(&words, at, &[], &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Reads one path from `at` behind what stands before its group; returns where it ends.
fn path(words: &[Word], mut at: usize, before: &[String], found: &mut Vec<Path>) -> usize {
    let line = words[at].line;
    let mut segments = before.to_vec();
    while words.get(at).is_some_and(Word::is_name) {
        segments.push(words[at].text.clone());
        at += 1;
        if words.get(at).is_none_or(|word| word.text != "::") {
            break;
        }
        at += 1;
    }
    if words.get(at).is_some_and(|word| word.text == "{") && words[at - 1].text == "::" {
        at += 1;
        while words.get(at).is_some_and(|word| word.text != "}") {
            at = if words[at].is_name() { path(words, at, &segments, found) } else { at + 1 };
        }
        return at + 1;
    }
    found.push(Path { line, segments });
    at
}

#[derive(Debug)]
struct Word {
    line: usize,
    text: String,
}

impl Word {
    fn is_name(&self) -> bool {
        self.text.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
    }
}

/// Names, `::` and single signs.
fn words(source: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#") => raw_text(rest),
            '"' => text(rest),
            '\'' => letter(rest),
            _ if first.is_alphanumeric() || first == '_' => {
                rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
            }
            ':' if rest.starts_with("::") => 2,
            _ => first.len_utf8(),
        };
        let (word, after) = rest.split_at(end);
        let passed_over = first.is_whitespace()
            || matches!(first, '"' | '\'')
            || word.starts_with("//")
            || word.starts_with("/*")
            || word.contains('"');
        if !passed_over {
            words.push(Word { line, text: word.to_owned() });
        }
        line += word.matches('\n').count();
        rest = after;
    }
    words
}

fn text(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// `r"…"`, `r#"…"#`; of `r#name` only the `r`.
fn raw_text(rest: &str) -> usize {
    let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
    if rest.as_bytes().get(1 + hashes) != Some(&b'"') {
        return 1;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let start = 2 + hashes;
    rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len())
}

/// `'x'` and `'\n'`; of a lifetime only the quote.
fn letter(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((after, _))) => {
            let from = after + 1;
            rest.get(from..).and_then(|tail| tail.find('\'')).map_or(1, |at| from + at + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}
