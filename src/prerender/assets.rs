//! Gives staged assets names that change exactly when their content does, and joins stylesheets.
//! Trunk names the script after the Wasm's hash and boot.js after nothing; either would let a
//! cache that keeps files for ever pair an old file with a new one. Does not touch page text.

use std::fs;
use std::path::Path;

use super::slim::slim;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Where every file lives whose name holds a content hash; `_headers` lets hosts keep these.
const FOLDER: &str = "assets";

/// Names of a program's files, from the root of the site.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    pub(super) js: String,
    pub(super) wasm: String,
}

/// The staged page with its final names, and the programs.
#[derive(Default)]
pub(super) struct Settled {
    /// The page, which names the calculator's files.
    pub(super) html: String,
    pub(super) calculator: Files,
    pub(super) explore: Files,
    pub(super) path: Files,
    pub(super) offers: Files,
    pub(super) search: Files,
    pub(super) widget: Files,
    /// The script of the widget's frame.
    pub(super) frame_script: String,
    /// The script that makes snippets of the widget.
    pub(super) build_script: String,
    /// The script that starts the search.
    pub(super) search_script: String,
    /// The script that filters questions.
    pub(super) questions_script: String,
    /// The script that puts the site on the device.
    pub(super) offline_script: String,
    /// The program that knows the taxes, which needs no script.
    pub(super) tax: String,
    /// What the content of each script and program adds up to, by its address.
    pub(super) sums: BTreeMap<String, String>,
}

/// Renames scripts and Wasm by content and joins the stylesheets.
pub(super) fn settle(staging: &Path, base: &str, html: &str) -> Result<Settled, String> {
    let folder = staging.join(FOLDER);
    let html = join_stylesheets(staging, base, html)?;
    tighten(&folder)?;
    let mut settled = Settled { html, ..Settled::default() };
    for old in names(&folder)? {
        let Some((stem, "js" | "wasm")) = old.rsplit_once('.') else { continue };
        let kind = &old[stem.len()..];
        let name = plain(stem);
        if name == TAX {
            remove(&folder, &old)?;
            continue;
        }
        let content = read(&folder, &old)?;
        let new = format!("{name}-{}{kind}", hash(&content));
        fs::rename(folder.join(&old), folder.join(&new))
            .map_err(|e| format!("cannot rename {old}: {e}"))?;
        let (old, new) = (format!("{base}{FOLDER}/{old}"), format!("{base}{FOLDER}/{new}"));
        settled.sums.insert(new.clone(), sum(&content));
        let program = match name.trim_end_matches("_bg") {
            CALCULATOR => Some(&mut settled.calculator),
            EXPLORE => Some(&mut settled.explore),
            PATH => Some(&mut settled.path),
            OFFERS => Some(&mut settled.offers),
            SEARCH => Some(&mut settled.search),
            WIDGET => Some(&mut settled.widget),
            _ => None,
        };
        match name.as_str() {
            SEARCH_SCRIPT => settled.search_script.clone_from(&new),
            QUESTIONS_SCRIPT => settled.questions_script.clone_from(&new),
            OFFLINE_SCRIPT => settled.offline_script.clone_from(&new),
            FRAME_SCRIPT => settled.frame_script.clone_from(&new),
            BUILD_SCRIPT => settled.build_script.clone_from(&new),
            TAX_MODULE => settled.tax.clone_from(&new),
            _ => {}
        }
        if let Some(files) = program {
            let file = if kind == ".js" { &mut files.js } else { &mut files.wasm };
            file.clone_from(&new);
        }
        settled.html = settled.html.replace(&old, &new);
    }
    let programs = [
        (CALCULATOR, &settled.calculator),
        (EXPLORE, &settled.explore),
        (PATH, &settled.path),
        (OFFERS, &settled.offers),
        (SEARCH, &settled.search),
        (WIDGET, &settled.widget),
    ];
    for (name, files) in programs {
        if files.js.is_empty() || files.wasm.is_empty() {
            return Err(format!("no {name} was built: is its link in index.html?"));
        }
    }
    if settled.tax.is_empty() {
        return Err(format!("no {TAX} was built: is its link in index.html?"));
    }
    let Files { js, wasm } = &settled.calculator;
    if ![js, wasm].into_iter().all(|file| settled.html.contains(file)) {
        return Err(format!("index.html does not use {js}: is the name in Trunk.toml right?"));
    }
    Ok(settled)
}

/// Names of the programs' binaries.
const CALCULATOR: &str = "paypath-web";
const EXPLORE: &str = "paypath-explore";
const PATH: &str = "paypath-path";
const OFFERS: &str = "paypath-offers";
const SEARCH: &str = "paypath-search";
const WIDGET: &str = "paypath-widget";
/// The program that knows the taxes: the script that Trunk makes for it, and itself.
const TAX: &str = "paypath-tax";
const TAX_MODULE: &str = "paypath-tax_bg";
/// The script of the widget's frame.
const FRAME_SCRIPT: &str = "frame";
/// The script that makes snippets of the widget.
const BUILD_SCRIPT: &str = "build";
/// The script that starts the search.
const SEARCH_SCRIPT: &str = "search";
/// The script that puts the site on the device.
const OFFLINE_SCRIPT: &str = "offline";
/// The script that filters questions.
const QUESTIONS_SCRIPT: &str = "questions";

/// Writes a file that the pages refer to; returns its address, which changes with its content.
pub(super) fn add(
    staging: &Path,
    base: &str,
    name: &str,
    content: &[u8],
) -> Result<String, String> {
    let (stem, kind) = name.rsplit_once('.').unwrap_or((name, ""));
    let file = format!("{FOLDER}/{stem}-{}.{kind}", hash(content));
    fs::write(staging.join(&file), content).map_err(|e| format!("cannot write {file}: {e}"))?;
    Ok(format!("{base}{file}"))
}

/// Makes scripts and programs smaller in place.
fn tighten(folder: &Path) -> Result<(), String> {
    let names = names(folder)?;
    for name in names.iter().filter(|name| name.strip_suffix(".js").is_some()) {
        write(folder, name, &minified(&read(folder, name)?, name)?)?;
    }
    for name in &names {
        let Some(stem) = name.strip_suffix("_bg.wasm") else { continue };
        let script = format!("{stem}.js");
        let text = String::from_utf8(read(folder, &script)?);
        let text = text.map_err(|e| format!("{script} is not UTF-8: {e}"))?;
        let small = slim(&read(folder, name)?, &text);
        let (module, text) = small.map_err(|error| format!("{name}: {error}"))?;
        write(folder, name, &module)?;
        write(folder, &script, text.as_bytes())?;
    }
    Ok(())
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>, String> {
    fs::read(folder.join(name)).map_err(|e| format!("cannot read {name}: {e}"))
}

fn remove(folder: &Path, name: &str) -> Result<(), String> {
    fs::remove_file(folder.join(name)).map_err(|e| format!("cannot remove {name}: {e}"))
}

fn write(folder: &Path, name: &str, content: &[u8]) -> Result<(), String> {
    fs::write(folder.join(name), content).map_err(|e| format!("cannot write {name}: {e}"))
}

/// A script without comments and needless space, names left as they are. Trunk's own minifier
/// fails on the script that wasm-bindgen writes.
fn minified(script: &[u8], name: &str) -> Result<Vec<u8>, String> {
    let text = std::str::from_utf8(script).map_err(|e| format!("{name} is not UTF-8: {e}"))?;
    Ok(minifier::js::minify(text).to_string().into_bytes())
}

/// Four stylesheets in place of many: fewer requests, and they compress better. What only pages
/// beside the calculator need is in the second, what only the widget needs in the third, what shows
/// take-home pay in the fourth. Links with a `media` attribute stay as they are.
fn join_stylesheets(staging: &Path, base: &str, html: &str) -> Result<String, String> {
    let mut sheets = [STYLE, PAGES, EMBED, TAKEHOME].map(|name| (name, String::new()));
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, tag, after)) = next_stylesheet(rest) {
        let href = attribute(tag, "href").ok_or("a stylesheet link without href")?;
        out.push_str(before);
        if tag.contains(" media=") {
            out.push_str(tag);
        } else {
            let file = staging.join(href.trim_start_matches(base));
            let text = fs::read_to_string(&file)
                .map_err(|e| format!("cannot read {}: {e}", file.display()))?;
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let own = sheets.iter().position(|(stem, _)| name.starts_with(stem));
            let css = &mut sheets[own.unwrap_or_default()].1;
            css.push_str(&text);
            css.push('\n');
            fs::remove_file(&file).map_err(|e| format!("cannot remove {href}: {e}"))?;
            if !out.contains(SHEETS) {
                out.push_str(SHEETS);
            }
        }
        rest = after;
    }
    out.push_str(rest);
    let mut links = String::new();
    let tags = ["<link", PAGES_TAG, EMBED_TAG, TAKEHOME_TAG];
    for ((name, css), tag) in sheets.into_iter().zip(tags).filter(|((_, css), _)| !css.is_empty()) {
        let css = tight(&css)?;
        let name = format!("{FOLDER}/{name}-{}.css", hash(css.as_bytes()));
        fs::write(staging.join(&name), css).map_err(|e| format!("cannot write {name}: {e}"))?;
        links.extend([tag, " rel=\"stylesheet\" href=\"", base, &name, "\">"]);
    }
    Ok(out.replace(SHEETS, &links))
}

/// A stylesheet without comments and needless space.
fn tight(css: &str) -> Result<String, String> {
    let parsed = StyleSheet::parse(css, ParserOptions::default());
    let mut sheet = parsed.map_err(|error| format!("a stylesheet cannot be read: {error}"))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| error.to_string())?;
    let how = PrinterOptions { minify: true, ..PrinterOptions::default() };
    Ok(sheet.to_css(how).map_err(|error| error.to_string())?.code)
}

/// Stem of the stylesheet of every page.
const STYLE: &str = "style";
/// Stem of the stylesheet of pages without program, and of the files that go into it.
const PAGES: &str = "pages";
/// How the tag starts that loads the second stylesheet.
pub(super) const PAGES_TAG: &str = "<link class=\"pages\"";

/// Stem of the stylesheet of the widget, and of the file that goes into it.
const EMBED: &str = "embed";
/// How the tag starts that loads the widget's stylesheet.
pub(super) const EMBED_TAG: &str = "<link class=\"embed\"";

/// Stem of the stylesheet of take-home pay, and of the file that goes into it.
const TAKEHOME: &str = "takehome";
/// How the tag starts that loads it.
pub(super) const TAKEHOME_TAG: &str = "<link class=\"takehome\"";

/// Stands where the joined stylesheets' links go, until their names are known.
const SHEETS: &str = "<!--stylesheets-->";

/// The next `<link rel="stylesheet">`: text before it, the tag, text after it.
fn next_stylesheet(html: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + html[from..].find("<link ")?;
        let end = start + html[start..].find('>')? + 1;
        let tag = &html[start..end];
        if attribute(tag, "rel") == Some("stylesheet") {
            return Some((&html[..start], tag, &html[end..]));
        }
        from = end;
    }
}

/// The value of a double-quoted attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// File names in `folder`, sorted, so that two builds do the same.
fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries =
        fs::read_dir(folder).map_err(|e| format!("cannot list {}: {e}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    Ok(names)
}

/// A stem without the hash that Trunk put into it: `paypath-web-0f0f_bg` is `paypath-web_bg`.
fn plain(stem: &str) -> String {
    let (body, tail) = match stem.strip_suffix("_bg") {
        Some(body) => (body, "_bg"),
        None => (stem, ""),
    };
    match body.rsplit_once('-') {
        Some((name, hash)) if hash.len() >= 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
            format!("{name}{tail}")
        }
        _ => stem.to_owned(),
    }
}

/// As a browser checks it (Subresource Integrity, section 3.1).
fn sum(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

/// 64 bits of SHA-256 in hex: enough that two versions of a file never share a name.
fn hash(content: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(content).iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_hash_is_taken_off() {
        assert_eq!(plain("paypath-web-9e107d9d372bb682"), "paypath-web");
        assert_eq!(plain("paypath-web-9e107d9d372bb682_bg"), "paypath-web_bg");
        assert_eq!(plain("boot"), "boot");
    }

    #[test]
    fn only_stylesheets_are_found() {
        let html = r#"<link rel="icon" href="/i.svg"><link rel="stylesheet" href="/a.css"/><p>"#;
        let (_, tag, after) = next_stylesheet(html).unwrap();
        assert_eq!(attribute(tag, "href"), Some("/a.css"));
        assert_eq!(after, "<p>");
    }
}
