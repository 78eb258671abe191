//! Every page of the built site, none left out: axe, nothing in the console, nothing wider than the
//! window. Every page in light, then in the dark what depends on colours: the elements are the same.
//! But pages of single cities, all drawn alike, are looked at in one of both, by turns: 395 of them
//! twice take more than two minutes. `look` has some of them in both. What engines other than Chromium
//! could draw otherwise is the same on all pages of a kind: they look at the first of each.

use anyhow::Result;
use serde_json::json;
use std::collections::HashSet;
use std::path::PathBuf;
use xtask::browser::{Engine, Look, Tab, drive};
use xtask::place;

use crate::look::OVERFLOW;
use crate::steps::calm;

/// Rules of axe that look at colours.
const COLOURS: &[&str] = &["color-contrast", "link-in-text-block"];
/// A narrow window, in which most can go wrong.
const LOOK: Look =
    Look { width: 390, height: 844, dark: false, script: true, wasm: true, storage: true };

/// Paths of all pages, from the files of the built site.
fn pages() -> Result<Vec<String>> {
    let dist = std::env::var_os("PAYPATH_DIST").map_or_else(place::dist, PathBuf::from);
    let files = place::files(&dist)?;
    let path = |file: &PathBuf| {
        let path = file.strip_prefix(&dist).ok()?.to_string_lossy().replace('\\', "/");
        place::is_page(&path).then(|| format!("/{}", path.trim_end_matches("index.html")))
    };
    let mut pages: Vec<String> = files.iter().filter_map(path).collect();
    assert!(pages.len() > 400, "{} pages", pages.len());
    if Engine::chosen()? != Engine::Chromium {
        let mut kinds = HashSet::new();
        pages.retain(|path| kinds.insert(kind(path)));
        assert!(pages.len() > 10, "{pages:?}");
    }
    Ok(pages)
}

/// The folder of a page, whose pages are drawn alike, and how deep it lies.
fn kind(path: &str) -> (String, usize) {
    let parts: Vec<&str> = path.split('/').collect();
    let alike = ["cities", "embed", "roles"].contains(&parts[1]) && path != "/embed/build/";
    (if alike { parts[1] } else { path }.to_owned(), parts.len())
}

#[test]
fn axe_finds_nothing_on_pages_of_even_place() -> Result<()> {
    drive(LOOK, async |tab: Tab| sound(&tab, 0).await)
}

#[test]
fn axe_finds_nothing_on_pages_of_odd_place() -> Result<()> {
    drive(LOOK, async |tab: Tab| sound(&tab, 1).await)
}

/// Looks at every second page, so that two browsers share the work.
async fn sound(tab: &Tab, first: usize) -> Result<()> {
    let pages = pages()?;
    tab.load_axe().await?;
    let mut wrong = Vec::new();
    // `look` has dark pages there too: in a browser that was started with dark colours.
    let turns = tab.engine() != Engine::WebKit;
    if !turns {
        tab.leave_out("colours that change")?;
    }
    for (at, path) in pages.iter().skip(first).step_by(2).enumerate() {
        let alike = path.starts_with("/cities/") && path != "/cities/";
        let dark = turns && alike && at % 2 == 1;
        tab.go(path).await?;
        tab.dark(dark).await?;
        // Headings of a frame go on from those of the page around it.
        let framed = path.starts_with("/embed/") && path != "/embed/build/";
        let left_out: &[&str] = if framed { &["page-has-heading-one"] } else { &[] };
        let mut found = tab.axe_but(left_out).await?;
        if turns && !alike {
            tab.dark(true).await?;
            found.extend(tab.axe_rules(COLOURS).await?);
        }
        let wide = tab.eval(OVERFLOW).await?;
        if wide != json!([]) {
            found.push(format!("too wide: {wide}"));
        }
        wrong.extend(found.into_iter().map(|found| format!("{path}: {found}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    calm(tab).await
}
