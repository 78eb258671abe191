//! Reads `_headers`, the hosts' file of response headers, so that the local server sends the same.
//! Knows `*` and comments; no placeholders and no full addresses, which the file does not use.

use std::path::Path;

use anyhow::{Context, Result, bail};
use axum::http::{HeaderName, HeaderValue};

/// The headers of one path or pattern.
struct Rule {
    pattern: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// All rules of the file.
#[derive(Default)]
pub struct Rules(Vec<Rule>);

impl Rules {
    /// Reads the `_headers` file in `dist`.
    ///
    /// # Errors
    /// When the file is missing, or a line is neither a path nor an indented `Name: value`.
    pub fn read(dist: &Path) -> Result<Self> {
        let file = dist.join("_headers");
        let text = std::fs::read_to_string(&file)
            .with_context(|| format!("cannot read {}", file.display()))?;
        Self::parse(&text).with_context(|| format!("in {}", file.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let (number, trimmed) = (at + 1, line.trim());
            if trimmed.is_empty() || trimmed.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                if !trimmed.starts_with('/') {
                    bail!("line {number}: a path starts with a slash: {trimmed}");
                }
                rules.push(Rule { pattern: trimmed.to_owned(), headers: Vec::new() });
                continue;
            }
            let Some((name, value)) = trimmed.split_once(':') else {
                bail!("line {number}: expected `Name: value`: {trimmed}");
            };
            let Some(rule) = rules.last_mut() else {
                bail!("line {number}: a header before the first path");
            };
            let name = name.trim().parse().with_context(|| format!("line {number}: name"))?;
            let value = value.trim().parse().with_context(|| format!("line {number}: value"))?;
            rule.headers.push((name, value));
        }
        Ok(Self(rules))
    }

    /// The headers for a path: of every rule that matches, in order.
    pub fn of<'a>(&'a self, path: &str) -> impl Iterator<Item = &'a (HeaderName, HeaderValue)> {
        self.0.iter().filter(move |rule| matches(&rule.pattern, path)).flat_map(|r| &r.headers)
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, end)) => {
            path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_gets_the_headers_of_every_matching_rule() {
        let text = "# note\n/*\n  X-A: 1; b: 2\n/assets/*\n  Cache-Control: immutable\n";
        let rules = Rules::parse(text).unwrap();
        let of = |path| rules.of(path).map(|(_, v)| v.to_str().unwrap()).collect::<Vec<_>>();
        assert_eq!(of("/"), ["1; b: 2"]);
        assert_eq!(of("/assets/a.js"), ["1; b: 2", "immutable"]);
    }

    #[test]
    fn what_is_neither_path_nor_header_is_refused() {
        assert!(Rules::parse("  X-A: 1").is_err());
        assert!(Rules::parse("assets\n").is_err());
        assert!(Rules::parse("/*\n  no colon").is_err());
    }
}
