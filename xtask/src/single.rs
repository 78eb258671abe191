//! `cargo xtask single`: the whole site as one HTML file, for a stick or an intranet. Packs what
//! `dist/` holds; `static/single.js` opens it. Left out: what only other sites and hosts use.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use crate::place;

/// What opens the archive.
const OPENER: &str = include_str!("../../static/single.js");
/// Nothing is loaded from anywhere, and only what stands in the file runs.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; \
                      style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; \
                      base-uri 'none'; form-action 'none'";
/// Stylesheets, in the order of their layers.
const SHEETS: [&str; 3] = ["style-", "pages-", "takehome-"];

/// Writes the file; returns how many pages are in it, and its bytes.
///
/// # Errors
/// When `dist` is not built, holds no such file, or `out` cannot be written.
pub fn write(dist: &Path, out: &Path) -> Result<(usize, usize)> {
    if !dist.join("index.html").is_file() {
        bail!("{} is empty: run `cargo xtask build` first", dist.display());
    }
    let mut files = Map::new();
    let (mut styles, mut pages) = (String::new(), 0);
    for file in place::files(dist)? {
        let path = format!("/{}", file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/"));
        if !is_kept(&path) {
            continue;
        }
        let content = std::fs::read(&file).with_context(|| format!("cannot read {path}"))?;
        pages += usize::from(place::is_page(&path));
        let held = match String::from_utf8(content) {
            Ok(text) => json!({ "text": text }),
            Err(binary) => json!({ "base64": STANDARD.encode(binary.as_bytes()) }),
        };
        files.insert(path, held);
    }
    for sheet in SHEETS {
        let start = format!("/assets/{sheet}");
        let found = files.iter().find(|(path, _)| path.starts_with(&start));
        let text = found.and_then(|(_, held)| held["text"].as_str());
        styles.push_str(text.with_context(|| format!("no stylesheet {sheet}…"))?);
        styles.push('\n');
    }
    files.retain(|path, _| path.strip_suffix(".css").is_none());
    let start = files.get("/index.html").and_then(|held| held["text"].as_str());
    let still = body(start.context("the start page is no text")?)?.to_owned();
    let html = html(&styles, &still, &packed(&Value::Object(files))?);
    std::fs::write(out, &html).with_context(|| format!("cannot write {}", out.display()))?;
    Ok((pages, html.len()))
}

/// Whether the edition needs a file: no frames for other pages, no files of hosts, no pictures for
/// shared links, no starters, which `static/single.js` stands for.
fn is_kept(path: &str) -> bool {
    let starters = ["boot-", "search-", "offline-", "frame-", "build-"];
    let folders = ["/hosts/", "/oembed/", "/embed/", "/assets/paypath-widget"];
    let files = ["/_headers", "/robots.txt", "/sitemap.xml", "/sw.js", "/embed.js", "/embed.d.ts"];
    let asset = path.strip_prefix("/assets/").unwrap_or_default();
    !(folders.iter().any(|folder| path.starts_with(folder))
        || files.contains(&path)
        || starters.iter().any(|starter| asset.starts_with(starter))
        || path.strip_suffix(".png").is_some())
}

fn packed(files: &Value) -> Result<String> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(files.to_string().as_bytes())?;
    Ok(STANDARD.encode(gzip.finish()?))
}

/// The body of a page.
fn body(page: &str) -> Result<&str> {
    let (_, rest) = page.split_once("<body>").context("a page without a body")?;
    Ok(rest.split_once("</body>").context("a body without an end")?.0)
}

/// The file: the start page as it was drawn, for whoever runs no scripts, and all else packed.
fn html(styles: &str, still: &str, archive: &str) -> String {
    let mut html =
        String::from("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    let _ = write!(
        html,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Paypath</title>\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <style>\n{styles}</style>\n</head>\n<body>\n\
         {still}\n\
         <script type=\"text/plain\" id=\"archive\">{archive}</script>\n\
         <script type=\"module\">\n{OPENER}</script>\n</body>\n</html>\n"
    );
    html
}

/// Builds the site and writes the file beside `dist/`, or to `out`.
///
/// # Errors
/// As [`write()`], and when the site cannot be built.
pub fn run(out: Option<PathBuf>) -> Result<()> {
    let dist = crate::site::build()?;
    let out = out.map_or_else(|| place::notes().map(|notes| notes.join("paypath.html")), Ok)?;
    let (pages, bytes) = write(&dist, &out)?;
    println!("{}: {pages} pages, {bytes} bytes", out.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_others_use_is_left_out() {
        for path in ["/index.html", "/assets/paypath-web-1.js", "/assets/pay-1-2.bin", "/404.html"]
        {
            assert!(is_kept(path), "{path}");
        }
        for path in ["/sw.js", "/embed/index.html", "/assets/boot-1.js", "/assets/start-1.png"] {
            assert!(!is_kept(path), "{path}");
        }
    }

    #[test]
    fn the_archive_is_what_was_packed() {
        use std::io::Read as _;
        let files = json!({ "/a": { "text": "a</script>" } });
        let bytes = STANDARD.decode(packed(&files).unwrap()).unwrap();
        let mut text = String::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), files);
    }
}
