//! Which files a page's HTML makes a browser fetch before anybody touches it, and which the service
//! worker keeps. Reads our own finished files, not HTML at large; does not follow scripts or stylesheets.

use std::collections::BTreeSet;

/// Kinds of link that are fetched at once.
const FETCHED: &[&str] = &["stylesheet", "preload", "modulepreload", "icon"];

/// Paths (from the root) of everything that `html` loads at once, each once.
pub fn of(html: &str) -> BTreeSet<String> {
    loads(html, false)
}

/// The same with what waits until somebody touches the page.
pub fn whole(html: &str) -> BTreeSet<String> {
    loads(html, true)
}

/// Paths of the files that the service worker keeps on a device, as they lie in the built site; none for
/// a worker that keeps nothing.
///
/// # Errors
/// When its list cannot be read.
pub fn kept(worker: &str) -> serde_json::Result<Vec<String>> {
    let Some((_, rest)) = worker.split_once("FILES = new Map(") else { return Ok(Vec::new()) };
    let list = rest.split_once(");").map_or(rest, |(list, _)| list);
    let files: Vec<(String, String)> = serde_json::from_str(list)?;
    let path = |path: String| if path.ends_with('/') { path + "index.html" } else { path };
    Ok(files.into_iter().map(|(name, _)| path(name)).collect())
}

fn loads(html: &str, whole: bool) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for tag in tags(html) {
        let name = tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        let found: &[Option<&str>] = match name {
            "link" if attribute(tag, "rel").is_some_and(|rel| FETCHED.contains(&rel)) => {
                &[attribute(tag, "href")]
            }
            // A script that waits fetches its program when somebody touches the page.
            // The site's search is a program of its own, also on a page that has another.
            "script" if tag.contains(" data-index") => &[attribute(tag, "src")],
            "script" if !whole && tag.contains(" data-wait") => &[attribute(tag, "src")],
            "script" => {
                &[attribute(tag, "src"), attribute(tag, "data-js"), attribute(tag, "data-wasm")]
            }
            "img" if attribute(tag, "loading") != Some("lazy") => &[attribute(tag, "src")],
            _ => &[],
        };
        let local = found.iter().flatten().filter(|path| path.starts_with('/'));
        paths.extend(local.map(|path| (*path).to_owned()));
    }
    paths
}

/// The inside of every start tag.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::{kept, of, whole};

    #[test]
    fn what_a_worker_keeps_is_found() {
        let worker = r#"const FILES = new Map([["/","a1"],["/a/","b2"],["/c.js","c3"]]); more();"#;
        assert_eq!(kept(worker).unwrap(), ["/index.html", "/a/index.html", "/c.js"]);
        assert!(kept("registration.unregister()").unwrap().is_empty());
        assert!(kept("FILES = new Map([broken").is_err());
    }

    #[test]
    fn finds_what_is_fetched_at_once_and_nothing_else() {
        let html = r#"<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/c/">
            <link rel="preload" href="/w.wasm" as="fetch"><link rel="icon" href="data:,">
            <script type="module" src="/b.js" data-js="/j.js" data-wasm="/w.wasm"></script>
            <script data-wait type="module" src="/b.js" data-js="/l.js"></script>
            <img src="/now.png"><img loading="lazy" src="/later.png"><a href="/x/">x</a>"#;
        let found: Vec<String> = of(html).into_iter().collect();
        assert_eq!(found, ["/a.css", "/b.js", "/j.js", "/now.png", "/w.wasm"]);
        assert!(whole(html).contains("/l.js") && whole(html).len() == found.len() + 1);
    }
}
