//! The one-way rule as a table, and the judge of one source file against it.

use super::paths::{Path, paths};

/// What a module of the crate may use. A new module gets a row here, in the order of `src/lib.rs`.
const MAY_USE: &[(&str, &[&str])] = &[
    ("draft", &[]),
    ("money", &[]),
    ("dataset", &["money"]),
    ("search", &[]),
    ("catalog", &["search"]),
    ("finder", &["dataset", "search"]),
    ("profile", &["dataset", "search", "finder"]),
    ("estimate", &["money", "dataset", "finder", "profile"]),
    ("offer", &["money", "estimate"]),
    ("career", &["money", "dataset", "search", "finder", "profile", "estimate"]),
    ("tax", &["money", "search"]),
    ("link", &["dataset", "search", "finder", "profile"]),
    (
        "offers",
        &["money", "dataset", "search", "finder", "profile", "estimate", "offer", "tax", "link"],
    ),
    ("chart", &["money"]),
    ("map", &[]),
    (
        "words",
        &[
            "money", "dataset", "catalog", "finder", "profile", "estimate", "offer", "offers",
            "career", "tax",
        ],
    ),
    ("paysheet", &["draft", "money", "dataset", "tax", "link", "words"]),
    ("tables", &["map"]),
    ("refresh", &["map", "tables"]),
    ("fit", &["tables", "refresh", "dataset", "estimate"]),
    (
        "tool",
        &[
            "money", "dataset", "search", "finder", "profile", "estimate", "career", "tax", "link",
            "words",
        ],
    ),
    (
        "web",
        &[
            "draft", "paysheet", "money", "dataset", "search", "catalog", "finder", "profile",
            "estimate", "offer", "offers", "career", "tax", "link", "chart", "words",
        ],
    ),
    (
        "site",
        &[
            "money", "dataset", "search", "catalog", "finder", "profile", "estimate", "offer",
            "offers", "career", "tax", "link", "chart", "map", "words", "tables", "web",
        ],
    ),
    ("prerender", &["dataset", "profile", "link", "words", "tables", "web", "site"]),
];

/// Modules that run on a developer's machine, where files and clocks are.
const NATIVE: [&str; 6] = ["tables", "refresh", "fit", "tool", "site", "prerender"];

/// The only files that may touch the browser.
const BROWSER_FILES: [&str; 6] = [
    "main.rs",
    "web/browser.rs",
    "web/browser/files.rs",
    "web/browser/program.rs",
    "web/browser/share.rs",
    "web/browser/typed.rs",
];
const BROWSER: [&str; 4] = ["gloo", "js_sys", "wasm_bindgen", "web_sys"];

/// Parts of std that a pure layer does without.
const IMPURE: [&str; 6] = ["env", "fs", "net", "process", "thread", "time"];
const CLOCKS: [&str; 2] = ["Instant", "SystemTime"];

/// What is wrong with a source file; `file` is its path under `src/`, with `/`.
pub(crate) fn wrongs(file: &str, source: &str) -> Vec<String> {
    let module = module(file);
    let entry = matches!(module, "lib" | "main" | "bin");
    let row = MAY_USE.iter().find(|(name, _)| *name == module);
    let mut wrongs = Vec::new();
    if row.is_none() && !entry {
        wrongs.push(format!("{module} has no row in tests/layers/rules.rs: say what it may use"));
    }
    let pure = !entry && !NATIVE.contains(&module) && !BROWSER_FILES.contains(&file);
    for Path { line, segments } in paths(source) {
        let mut wrong = |what: String| wrongs.push(format!("line {line}: {what}"));
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        if let (Some((_, allowed)), Some(used)) = (row, within_crate(file, &segments))
            && used != module
            && !allowed.contains(&used)
        {
            wrong(format!("{module} may not use {used}"));
        }
        let api = segments.iter().find(|part| BROWSER.iter().any(|api| part.starts_with(api)));
        if let Some(api) = api.filter(|_| !BROWSER_FILES.contains(&file)) {
            wrong(format!("{api} belongs in src/web/browser.rs"));
        }
        let impure = match segments[..] {
            ["std", part, ..] => IMPURE.contains(&part),
            _ => false,
        };
        if pure && (impure || segments.iter().any(|part| CLOCKS.contains(part))) {
            wrong(format!("{module} may not use {}: give it as an argument", segments.join("::")));
        }
    }
    wrongs
}

/// `estimate` for `estimate.rs` and for everything under `estimate/`.
fn module(file: &str) -> &str {
    let first = file.split('/').next().unwrap_or(file);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The crate's module that a path leads to, when it leads to one.
fn within_crate<'a>(file: &str, segments: &[&'a str]) -> Option<&'a str> {
    let target = match segments.first()? {
        &"crate" | &"paypath" => segments.get(1),
        // As many `super` as the file is deep lead to the crate itself.
        &"super" => {
            let up = segments.iter().take_while(|part| **part == "super").count();
            let deep = file.trim_end_matches("/mod.rs").split('/').count();
            (up >= deep).then(|| segments.get(up)).flatten()
        }
        _ => None,
    }?;
    MAY_USE.iter().any(|(name, _)| name == target).then_some(*target)
}
