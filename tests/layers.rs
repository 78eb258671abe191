//! The one-way rule: reads the sources and fails on an arrow that points back, on a browser API
//! outside its one file, and on a clock, a file or a thread in a pure layer.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

#[path = "layers/paths.rs"]
mod paths;
#[path = "layers/rules.rs"]
mod rules;

use rules::wrongs;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn the_sources_keep_the_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = sources(&root);
    assert!(files.len() > 20, "the sources are where they were");
    let mut all = Vec::new();
    for path in files {
        let file = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let source = fs::read_to_string(&path).unwrap();
        all.extend(wrongs(&file, &source).into_iter().map(|wrong| format!("src/{file}: {wrong}")));
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn arrows_that_point_back_are_caught() {
    let caught = [
        ("money.rs", "use crate::dataset::Dataset;", "line 1: money may not use dataset"),
        ("chart.rs", "\nuse crate::{money::Money, words};", "line 2: chart may not use words"),
        ("dataset/wages.rs", "fn f() { crate::finder::g() }", "dataset may not use finder"),
        ("finder.rs", "use super::profile::Years;", "finder may not use profile"),
        ("estimate/curve.rs", "use super::super::link;", "estimate may not use link"),
        ("tables/read.rs", "use crate::dataset::Dataset;", "tables may not use dataset"),
        ("refresh/mod.rs", "use crate::estimate;", "refresh may not use estimate"),
        ("words.rs", "use crate::web::App;", "words may not use web"),
        ("web/page.rs", "use crate::tables::read;", "web may not use tables"),
        ("news.rs", "", "news has no row in tests/layers/rules.rs"),
    ];
    for (file, source, wanted) in caught {
        assert_caught(file, source, wanted);
    }
}

#[test]
fn the_browser_is_touched_in_one_file() {
    for source in ["use web_sys::Window;", "use gloo::timers;", "fn f() { js_sys::Date::now(); }"] {
        assert_caught("web/page/start.rs", source, "belongs in src/web/browser.rs");
        assert_caught("estimate.rs", source, "belongs in src/web/browser.rs");
        assert_eq!(wrongs("web/browser.rs", source), [""; 0]);
        assert_eq!(wrongs("main.rs", source), [""; 0]);
    }
    assert_caught("web.rs", "use wasm_bindgen_futures::spawn_local;", "belongs in src/web");
}

#[test]
fn pure_layers_read_no_clock_no_file_and_start_no_thread() {
    for source in [
        "use std::time::Duration;",
        "use std::{fmt, fs};",
        "fn f() { std::thread::sleep(x) }",
        "fn f(now: Instant) {}",
        "let now = SystemTime::now();",
    ] {
        assert_caught("estimate/place.rs", source, "estimate may not use");
        assert_caught("web/page.rs", source, "web may not use");
        assert_eq!(wrongs("refresh/mod.rs", source), [""; 0]);
    }
}

#[test]
fn what_only_looks_wrong_is_left_alone() {
    let source = r##"
        //! See [`crate::words`]; std::fs is not used.
        /* crate::web */
        use crate::money::{Money, Range};
        use std::fmt;
        const TEXT: &str = "crate::web::App \" std::fs";
        const RAW: &str = r#"crate::web"#;
        fn f<'a>(c: char) -> &'a str { if c == '"' { "web_sys" } else { 'x'; "" } }
        mod tests { use super::*; use super::place::local; }
    "##;
    assert_eq!(wrongs("estimate.rs", source), [""; 0]);
}

#[track_caller]
fn assert_caught(file: &str, source: &str, wanted: &str) {
    let found = wrongs(file, source);
    assert!(found.iter().any(|wrong| wrong.contains(wanted)), "{file}: {source}: {found:?}");
}
