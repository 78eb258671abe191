//! What puts the site on a device: the service worker with its list of files, the manifest of the
//! app, and its icons. Runs after every other file is written; draws no page.

use super::picture::Painter;
use crate::words::app as text;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::Path;

/// The worker, with two holes.
const WORKER: &str = include_str!("../../static/sw.js");
/// What takes every trace of a worker away, for a host that no longer wants one.
const REMOVER: &str = include_str!("../../static/sw-remove.js");
/// The mark as it stands in the browser's tab.
const ICON: &str = include_str!("../../static/public/icon.svg");
/// Hexadecimal digits of a hash: 64 bits tell any two files of one site apart.
const DIGITS: usize = 16;
/// Sides of the icons in pixels; those that a system may cut to its own shape are whole squares.
const SIDES: [(u32, bool); 3] = [(192, false), (512, false), (512, true)];

/// Width and height of the pictures that stand for pages.
const PICTURE: [u32; 2] = [1200, 630];
/// The pages whose pictures stand for the app.
pub(super) const SHOWN: [&str; 3] = ["/", "/path/", "/cities/"];

/// Files of hosts, not of the site, and pictures that only other sites show.
fn is_kept(path: &str) -> bool {
    let shown = path.starts_with("/assets/") && path.strip_suffix(".png").is_some();
    !(shown
        || path.starts_with("/hosts/")
        || path.starts_with("/oembed/")
        || [HEADERS, "/robots.txt", "/sitemap.xml", "/sw.js"].contains(&path))
}

/// What hosts send with every answer: a change of it is another version too.
const HEADERS: &str = "/_headers";

/// The worker for these files: path and content.
fn worker(mut files: Vec<(String, Vec<u8>)>) -> String {
    let headers = files.iter().find(|(path, _)| path == HEADERS);
    let headers = hash(headers.map_or(&[], |(_, content)| content));
    files.retain(|(path, _)| is_kept(path));
    for (path, _) in &mut files {
        // As pages are asked for.
        if let Some(folder) = path.strip_suffix("index.html") {
            *path = folder.to_owned();
        }
    }
    files.sort();
    let mut list = String::from("[");
    for (path, content) in &files {
        let _ =
            write!(list, "{}[{path:?},{:?}]", if list.len() > 1 { "," } else { "" }, hash(content));
    }
    list.push(']');
    let version = hash((headers.clone() + &list).as_bytes());
    let worker = WORKER.replace("%version%", &version).replace("%headers%", &headers);
    worker.replace("%files%", &list)
}

fn hash(content: &[u8]) -> String {
    let mut hex = String::new();
    for byte in &Sha256::digest(content)[..DIGITS / 2] {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The icon in a size; a `whole` one fills its square and keeps the mark in the middle four fifths.
fn icon(side: u32, whole: bool) -> String {
    let inner = ICON.split_once('>').map_or("", |(_, inner)| inner);
    let inner = inner.rsplit_once("</svg>").map_or("", |(inner, _)| inner);
    let (corner, scale) = if whole {
        ("<rect width=\"32\" height=\"32\" fill=\"#0b5f6b\"/>", 0.8)
    } else {
        ("", 1.0)
    };
    let shift = 16.0 * (1.0 - scale);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\" width=\"{side}\" \
         height=\"{side}\">{corner}<g transform=\"translate({shift} {shift}) scale({scale})\">{inner}</g></svg>"
    )
}

/// The icons as files: name and content.
pub(super) fn icons(painter: &Painter) -> Result<Vec<(String, Vec<u8>)>, String> {
    let one = |&(side, whole): &(u32, bool)| {
        let name = format!("icon-{side}{}.png", if whole { "-whole" } else { "" });
        Ok((name, painter.png(&icon(side, whole))?))
    };
    SIDES.iter().map(one).collect()
}

/// The manifest: what a system shows of the app. `icons` are addresses in the order of [`icons`],
/// `pictures` what stands for its pages where it is offered: address and what is seen.
pub(super) fn manifest(icons: &[String], pictures: &[(&str, &str)]) -> String {
    let icons = icons.iter().zip(SIDES).map(|(src, (side, whole))| {
        let purpose = if whole { "maskable" } else { "any" };
        json!({"src": src, "sizes": format!("{side}x{side}"), "type": "image/png", "purpose": purpose})
    });
    let pictures = pictures.iter().map(|(src, label)| {
        let [width, height] = PICTURE;
        json!({"src": src, "sizes": format!("{width}x{height}"), "type": "image/png",
            "form_factor": "wide", "label": label})
    });
    let shortcuts = text::SHORTCUTS.map(|(url, name)| json!({"name": name, "url": url}));
    json!({
        "name": text::NAME,
        "short_name": text::SHORT_NAME,
        "description": text::DESCRIPTION,
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "lang": "en",
        "background_color": "#fbfaf6",
        "theme_color": "#0b5f6b",
        "icons": icons.collect::<Vec<_>>(),
        "screenshots": pictures.collect::<Vec<_>>(),
        "shortcuts": shortcuts,
    })
    .to_string()
}

/// The service worker of everything in `staging`, or what removes it where a host wants none.
pub(super) fn script(staging: &Path, wanted: bool) -> Result<String, String> {
    if !wanted {
        return Ok(REMOVER.to_owned());
    }
    let mut files = Vec::new();
    collect(staging, "", &mut files)?;
    Ok(worker(files))
}

fn collect(folder: &Path, path: &str, files: &mut Vec<(String, Vec<u8>)>) -> Result<(), String> {
    let wrong = |error| format!("cannot read {}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let name = entry.file_name();
        let name = name.to_str().ok_or_else(|| format!("{} is no text", name.display()))?;
        // Hidden files are tools' own.
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{path}/{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &path, files)?;
        } else {
            files.push((path, std::fs::read(entry.path()).map_err(wrong)?));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<(String, Vec<u8>)> {
        let paths =
            ["/index.html", "/a/index.html", "/assets/a.js", "/assets/card.png", "/_headers"];
        paths.map(|path| (path.to_owned(), path.as_bytes().to_vec())).into()
    }

    #[test]
    fn the_list_has_pages_as_they_are_asked_for_and_nothing_of_hosts() {
        let worker = worker(files());
        for path in ["[\"/\",", "[\"/a/\",", "[\"/assets/a.js\","] {
            assert!(worker.contains(path), "{path}");
        }
        assert!(!worker.contains("_headers\"") && !worker.contains("card.png"));
        for hole in ["%files%", "%version%", "%headers%"] {
            assert!(!worker.contains(hole), "{hole}");
        }
    }

    #[test]
    fn other_headers_are_another_version() {
        let version = |files| {
            let worker = worker(files);
            worker.split('\'').nth(1).expect("a version").to_owned()
        };
        let mut changed = files();
        changed.last_mut().expect("the headers").1 = b"other".to_vec();
        assert_ne!(version(files()), version(changed));
        assert_eq!(version(files()), version(files()));
    }

    #[test]
    fn icons_have_their_sizes() {
        let made = icons(&Painter::new()).unwrap();
        for ((name, png), (side, _)) in made.iter().zip(SIDES) {
            let seen = [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
            assert_eq!(seen, [side; 2], "{name}");
        }
        let address = |name: &str| format!("/assets/{name}");
        let addresses: Vec<String> = made.iter().map(|(name, _)| address(name)).collect();
        let manifest = manifest(&addresses, &[("/assets/start.png", "The start")]);
        let told: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!(told["icons"][2]["purpose"], "maskable");
        assert_eq!(told["screenshots"][0]["sizes"], "1200x630");
    }

    #[test]
    fn a_changed_file_is_another_version_whatever_the_order() {
        let version = |files| worker(files).split('\'').nth(1).map(str::to_owned);
        let mut turned = files();
        turned.reverse();
        assert_eq!(version(files()), version(turned));
        let mut changed = files();
        changed[2].1.push(b' ');
        assert_ne!(version(files()), version(changed));
    }
}
