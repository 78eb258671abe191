//! What `cargo xtask vitals` compares with and counts by: pages without their scripts, quantiles.
//! Measures nothing itself.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{engine, place, process, site, system};

/// `cargo xtask vitals`: builds the site and measures it in Chromium; without `runs` of Lighthouse,
/// keys alone.
///
/// # Errors
/// When something cannot be installed or the measurement fails.
pub fn run(runs: usize) -> Result<()> {
    let browser = engine::Browser::ensure(engine::Engine::Chromium)?;
    let lighthouse = system::lighthouse()?;
    let dist = site::build()?;
    let arguments =
        ["run", "--quiet", "--package", "xtask", "--features", "e2e", "--bin", "vitals", "--"];
    let mut vitals = process::cargo(&arguments, &[]);
    vitals.arg(runs.to_string()).env("PAYPATH_DIST", dist).env("PAYPATH_LIGHTHOUSE", lighthouse);
    browser.tell(&mut vitals);
    process::run(&mut vitals)
}

/// The least page that answers a key: what no page can be faster than.
pub const LEAST: &str = "/least.html";
const LEAST_PAGE: &str = "<!doctype html><html lang=en><title>Least</title>\
    <input id=years value=5><p id=median>5</p><script src=/least.js></script>";
const LEAST_SCRIPT: &str = "years.oninput = () => { median.textContent = years.value; };";

/// The start page as it is, but for one line of script in place of its program: what drawing one word of
/// a page of this size takes, whoever writes it.
pub const BY_HAND: &str = "/by-hand.html";

/// A copy of the site in which these pages, the start page among them, have no scripts, nor what fetches them
/// early, with [`LEAST`] and [`BY_HAND`] beside them. Returns its folder.
///
/// # Errors
/// When a file cannot be read or written.
pub fn still(dist: &Path, pages: &[&str]) -> Result<PathBuf> {
    let to = place::notes()?.join("still");
    if to.exists() {
        std::fs::remove_dir_all(&to)?;
    }
    let copied = |file: &Path| {
        let there = to.join(file.strip_prefix(dist)?);
        std::fs::create_dir_all(there.parent().context("within the folder")?)?;
        std::fs::copy(file, there)?;
        anyhow::Ok(())
    };
    for file in place::files(dist)? {
        copied(&file)?;
    }
    for page in pages {
        let file = to.join(page.trim_start_matches('/')).join("index.html");
        let html = std::fs::read_to_string(&file)
            .with_context(|| format!("cannot read {}", file.display()))?;
        std::fs::write(&file, without_scripts(&html))?;
    }
    let start = std::fs::read_to_string(to.join("index.html"))?;
    let by_hand = start + "<script src=/least.js></script>";
    std::fs::write(to.join(BY_HAND.trim_start_matches('/')), by_hand)?;
    std::fs::write(to.join(LEAST.trim_start_matches('/')), LEAST_PAGE)?;
    std::fs::write(to.join("least.js"), LEAST_SCRIPT)?;
    Ok(to)
}

/// A page without scripts, and without links that fetch them or programs.
fn without_scripts(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<script") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find("</script>").map_or(rest.len(), |end| at + end + 9);
        rest = &rest[end..];
    }
    out.push_str(rest);
    let (mut kept, mut rest) = (String::with_capacity(out.len()), out.as_str());
    while let Some(at) = rest.find("<link") {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let link = &rest[at..end];
        kept.push_str(&rest[..at]);
        if !link.contains("modulepreload") && !link.contains("rel=\"preload\"") {
            kept.push_str(link);
        }
        rest = &rest[end..];
    }
    kept + rest
}

/// The value below which this part of the sample lies, between its neighbours in proportion; not a
/// number for an empty sample.
pub fn quantile(sample: &[f64], part: f64) -> f64 {
    let mut sorted = sample.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = last as f64 * part;
    let below = sorted[at.floor() as usize];
    below + (sorted[at.ceil() as usize] - below) * at.fract()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_what_fetches_them_go_and_all_else_stays() {
        let page = "<head><link rel=\"stylesheet\" href=\"/a.css\"><link rel=\"modulepreload\" \
            href=\"/a.js\"><script src=\"/a.js\"></script></head><p>a<script>b</script>c</p>";
        let still = "<head><link rel=\"stylesheet\" href=\"/a.css\"></head><p>ac</p>";
        assert_eq!(without_scripts(page), still);
        assert_eq!(without_scripts(still), still);
    }

    #[test]
    fn quantiles_lie_between_neighbours() {
        assert!((quantile(&[3.0, 1.0, 2.0], 0.5) - 2.0).abs() < 1e-9);
        assert!((quantile(&[1.0, 2.0], 0.95) - 1.95).abs() < 1e-9);
        assert!(quantile(&[], 0.5).is_nan());
    }
}
