//! Screenshots of every kind of page at three widths, light and dark, for people to look at.
//! Usage: `cargo xtask shots [--out DIR]`, which builds the site and calls this.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xtask::browser::{Look, Tab, drive};
use xtask::place;

const SIZES: &[(u32, u32)] = &[(390, 844), (768, 1024), (1440, 900)];

fn main() -> Result<()> {
    let out = std::env::args_os().nth(1).map(PathBuf::from);
    let out = out.context("run `cargo xtask shots [--out DIR]`")?;
    let pages = pages()?;
    for (width, height) in SIZES.iter().copied() {
        for dark in [false, true] {
            let (pages, out) = (pages.clone(), out.clone());
            let look = Look { width, height, dark, ..Look::default() };
            drive(look, async move |tab: Tab| shoot(&tab, &pages, &out, look).await)?;
        }
    }
    println!("{}", out.display());
    Ok(())
}

/// Pages of one folder that are drawn: the others look alike.
const OF_A_KIND: usize = 2;

/// Pages that look unlike the others of their folder.
const UNLIKE: &[&str] = &["/roles/compare/"];

/// The paths of the built site's pages, a few of each kind.
fn pages() -> Result<Vec<String>> {
    let dist = std::env::var_os("PAYPATH_DIST").map_or_else(place::dist, PathBuf::from);
    let files = place::files(&dist)?;
    let paths = files.iter().filter_map(|file| {
        let path = file.strip_prefix(&dist).ok()?.to_string_lossy().replace('\\', "/");
        place::is_page(&path).then(|| format!("/{}", path.trim_end_matches("index.html")))
    });
    let mut kept: Vec<String> = Vec::new();
    for path in paths {
        let folder =
            |path: &str| path.trim_end_matches('/').rsplit_once('/').map(|(to, _)| to.len());
        let alike = kept.iter().filter(|other| {
            folder(other) == folder(&path) && other.split('/').nth(1) == path.split('/').nth(1)
        });
        if alike.count() < OF_A_KIND
            || UNLIKE.contains(&path.as_str())
            || path.matches('/').count() < 3
        {
            kept.push(path);
        }
    }
    Ok(kept)
}

async fn shoot(tab: &Tab, pages: &[String], out: &Path, look: Look) -> Result<()> {
    let colours = if look.dark { "dark" } else { "light" };
    for path in pages {
        tab.go(path).await?;
        tab.ready().await?;
        let name = path.trim_matches('/').trim_end_matches(".html").replace('/', "-");
        let name = if name.is_empty() { "start" } else { &name };
        tab.picture(&out.join(format!("{name}-{}-{colours}.png", look.width))).await?;
    }
    Ok(())
}
