//! Turns the staged single page into one HTML file per route. Runs as Trunk's `post_build` hook,
//! before the staging folder becomes `dist/`. Knows no product rule and no layout of a page.

mod assets;
mod hosts;
mod offline;
mod picture;
mod slim;
mod template;

use std::path::{Path, PathBuf};

use crate::dataset::Dataset;
use crate::site;
use crate::tables::{self, Tables};
use template::Template;

/// Renders every route into the staging folder that Trunk names in the environment.
///
/// # Errors
/// Says in words which file could not be read, written or understood.
pub fn run() -> Result<(), String> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("TRUNK_STAGING_DIR is not set: this command is a step of `cargo xtask build`")?;
    let base = std::env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "/".into());
    let origin = origin(std::env::var("PAYPATH_ORIGIN").ok())?;

    let index = staging.join("index.html");
    let settled = assets::settle(&staging, &base, &read(&index)?)?;
    let mut template = Template::new(settled, origin)?;

    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|e| format!("no runtime to render in: {e}"))?;
    let tables = tables()?;
    let pages = runtime.block_on(site::pages(tables, template.origin()));
    template.index =
        assets::add(&staging, &base, "index.txt", site::index(tables, &pages).as_bytes())?;
    // The first is part of every program.
    for (name, block) in Dataset::embedded().wages.files().skip(1) {
        write(&staging.join("assets").join(name), block)?;
    }
    let painter = picture::Painter::new();
    for (name, icon) in offline::icons(&painter)? {
        template.icons.push(assets::add(&staging, &base, &name, &icon)?);
    }
    for page in &pages {
        if !template.cards.contains_key(&page.card.name) {
            let name = format!("{}.png", page.card.name);
            let picture = painter.png(&page.card.svg())?;
            let address = assets::add(&staging, &base, &name, &picture)?;
            template.cards.insert(page.card.name.clone(), address);
        }
    }
    let shown = pages.iter().filter(|page| offline::SHOWN.contains(&&*page.path));
    let shown = shown.map(|page| (&*template.cards[&page.card.name], &*page.card.heading));
    let manifest = offline::manifest(&template.icons, &shown.collect::<Vec<_>>());
    template.manifest = assets::add(&staging, &base, "manifest.webmanifest", manifest.as_bytes())?;
    for page in &pages {
        write(&file_of(&staging, &page.path), template.fill(page).as_bytes())?;
    }
    write(&staging.join("robots.txt"), site::robots(template.origin()).as_bytes())?;
    if let Some(origin) = template.origin() {
        let map = site::sitemap(&pages, &tables.releases, origin);
        let map = map.map_err(|e| format!("the site map cannot be written: {e}"))?;
        write(&staging.join("sitemap.xml"), &map)?;
    }
    for (name, _) in site::FILES {
        let file = Path::new("data").join(name);
        let table = std::fs::read(&file);
        let table = table.map_err(|e| format!("cannot read {}: {e}", file.display()))?;
        write(&staging.join(file), &table)?;
    }
    if let Some(origin) = template.origin() {
        for (path, json) in site::oembed(origin) {
            write(&staging.join(&path[1..]), json.to_string().as_bytes())?;
        }
    }
    for (name, text) in hosts::files(&pages, template.origin()) {
        write(&staging.join(name), text.as_bytes())?;
    }
    let feed = site::feed(&tables.releases, template.origin());
    let feed = feed.map_err(|e| format!("the feed cannot be written: {e}"))?;
    write(&staging.join("feed.xml"), &feed)?;
    // Last: it lists every other file.
    let wanted = std::env::var("PAYPATH_OFFLINE").as_deref() != Ok("no");
    write(&staging.join("sw.js"), offline::script(&staging, wanted)?.as_bytes())?;
    let lock = staging.join(".trunk-lock");
    if lock.exists() {
        std::fs::remove_file(&lock)
            .map_err(|e| format!("cannot remove {}: {e}", lock.display()))?;
    }
    Ok(())
}

/// Where the site will be served, without a slash at its end. Empty is as good as unset.
fn origin(given: Option<String>) -> Result<Option<String>, String> {
    let Some(given) = given.filter(|given| !given.is_empty()) else { return Ok(None) };
    let origin = given.trim_end_matches('/');
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '<', '"', '&']) => {
            Ok(Some(origin.to_owned()))
        }
        _ => Err(format!(
            "PAYPATH_ORIGIN is “{given}”: write scheme and host alone, as https://your.site"
        )),
    }
}

/// The tables of `data/`, kept for the whole run.
fn tables() -> Result<&'static Tables, String> {
    let tables = tables::read(Path::new("data"));
    Ok(Box::leak(Box::new(tables.map_err(|faults| tables::list(&faults, usize::MAX))?)))
}

/// `/` is index.html, `/a/` is a/index.html, `/404.html` is itself.
fn file_of(staging: &Path, path: &str) -> PathBuf {
    let relative = path.trim_start_matches('/');
    if relative.is_empty() || relative.ends_with('/') {
        staging.join(relative).join("index.html")
    } else {
        staging.join(relative)
    }
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|e| format!("cannot read {}: {e}", file.display()))
}

fn write(file: &Path, text: &[u8]) -> Result<(), String> {
    let parent = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent)
        .and_then(|()| std::fs::write(file, text))
        .map_err(|e| format!("cannot write {}: {e}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_is_scheme_and_host() {
        let origin = |given: &str| super::origin(Some(given.to_owned()));
        assert_eq!(super::origin(None), Ok(None));
        assert_eq!(origin(""), Ok(None));
        assert_eq!(origin("https://a.example/"), Ok(Some("https://a.example".to_owned())));
        assert_eq!(origin("http://localhost:80"), Ok(Some("http://localhost:80".to_owned())));
        for wrong in
            ["a.example", "https://", "https://a.example/b", "ftp://a.example", "https://a b"]
        {
            assert!(origin(wrong).unwrap_err().contains("as https://your.site"), "{wrong}");
        }
    }

    #[test]
    fn a_path_becomes_a_file_that_every_host_finds() {
        let at = |path| file_of(Path::new("s"), path);
        assert_eq!(at("/"), Path::new("s/index.html"));
        assert_eq!(at("/about/"), Path::new("s/about/index.html"));
        assert_eq!(at("/404.html"), Path::new("s/404.html"));
    }
}
