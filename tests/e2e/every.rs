//! Every page of the built site, none left out: axe, nothing in the console, nothing wider than the
//! window. Every page in light, then in the dark what depends on colours: the elements are the same.
//! But pages of single cities, all drawn alike, are looked at in one of both, by turns: 395 of them
//! twice take more than two minutes. `look` has some of them in both.

use anyhow::Result;
use serde_json::json;
use std::path::PathBuf;
use xtask::browser::{Look, Tab, drive};
use xtask::place;

use crate::look::OVERFLOW;
use crate::steps::calm;

/// Rules of axe that look at colours.
const COLOURS: &[&str] = &["color-contrast", "link-in-text-block"];
/// A narrow window, in which most can go wrong.
const LOOK: Look = Look { width: 390, height: 844, dark: false, script: true };

/// Paths of all pages, from the files of the built site.
fn pages() -> Result<Vec<String>> {
    let dist = std::env::var_os("PAYPATH_DIST").map_or_else(place::dist, PathBuf::from);
    let files = place::files(&dist)?;
    let path = |file: &PathBuf| {
        let path = file.strip_prefix(&dist).ok()?.to_string_lossy().replace('\\', "/");
        place::is_page(&path).then(|| format!("/{}", path.trim_end_matches("index.html")))
    };
    Ok(files.iter().filter_map(path).collect())
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
    assert!(pages.len() > 400, "{} pages", pages.len());
    tab.load_axe().await?;
    let mut wrong = Vec::new();
    for (at, path) in pages.iter().skip(first).step_by(2).enumerate() {
        let alike = path.starts_with("/cities/") && path != "/cities/";
        let dark = alike && at % 2 == 1;
        tab.go(path).await?;
        tab.dark(dark).await?;
        // Headings of a frame go on from those of the page around it.
        let framed = path.starts_with("/embed/") && path != "/embed/build/";
        let left_out: &[&str] = if framed { &["page-has-heading-one"] } else { &[] };
        let mut found = tab.axe_but(left_out).await?;
        if !alike {
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
